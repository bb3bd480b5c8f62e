//! The Rust program at a region: peer COMMAND FILE ARGUMENT... Twin of peer.c, which says what the commands do.
#[path = "generated/mod.rs"]
mod generated;

use generated::p2f::{Foreign, Region, RegionError};
use generated::share::{Ball, Flag, Gate, Large, Note, Small, Tally};
use std::fs::OpenOptions;
use std::mem::size_of;
use std::os::fd::AsRawFd;
use std::ptr::{addr_of, addr_of_mut, null_mut};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(60);

extern "C" {
    fn mmap(at: *mut u8, size: usize, protection: i32, flags: i32, file: i32, offset: i64) -> *mut u8;
}

/// Maps a file for as long as the program runs. An empty one can't be: it is no memory.
fn open(path: &str) -> Result<Region<'static>, RegionError> {
    let file = OpenOptions::new().read(true).write(true).open(path).expect("the file opens");
    let size = file.metadata().expect("the file has a size").len() as usize;
    if size == 0 {
        return Err(RegionError::Unfinished);
    }
    // SAFETY: reading and writing (3) of shared memory (1) at no place in particular, all of which the file has.
    let memory = unsafe { mmap(null_mut(), size, 3, 1, file.as_raw_fd(), 0) };
    assert!(memory as isize != -1, "the file is mapped");
    // SAFETY: just mapped, and never unmapped; the other programs are ours.
    unsafe { Region::from_ptr(memory, size) }
}

/// Looks again and again until it is so.
fn wait(done: impl Fn() -> bool) {
    let start = Instant::now();
    let mut looks = 0_u64;
    while !done() {
        looks += 1;
        if looks > 200 {
            std::thread::yield_now();
            assert!(looks % 65536 != 0 || start.elapsed() < PATIENCE, "the other side hangs");
        }
    }
}

fn note(region: Region<'_>, name: &str) -> Result<String, RegionError> {
    let note = region.find::<Note>(name, Note::FINGERPRINT)?;
    // SAFETY: whoever published a note doesn't write it any more.
    let note = unsafe { Note::from_ptr(note.as_ptr().cast::<Note>()) }.expect("regions align");
    Ok(note.text().expect("it is UTF-8").to_owned())
}

fn exchange(region: Region<'_>) -> Result<(), RegionError> {
    let notes = region.find::<Note>("share.Note", Note::FINGERPRINT)?;
    // SAFETY: Java doesn't write them any more.
    let notes = unsafe { Note::slice_from_ptr(notes.as_ptr().cast::<Note>(), notes.len()) }.expect("regions align");
    assert_eq!(notes.len(), 3);
    for (note, id) in notes.iter().zip(100..) {
        assert_eq!((note.id, note.text()), (id, Ok("grüße")));
    }
    let last = region.at::<Note>(notes[0].next, 1)?;
    // SAFETY: as above.
    let last = unsafe { Note::from_ptr(last.as_ptr().cast::<Note>()) }.expect("regions align");
    assert_eq!((last.id, last.next), (7, 0));
    let mine = region.allocate::<Note>(2)?;
    // SAFETY: nobody else has them yet.
    let fresh = unsafe { Note::slice_from_mut_ptr(mine.as_ptr().cast::<Note>(), 2) }.expect("regions align");
    for (i, note) in fresh.iter_mut().enumerate() {
        note.id = 200 + i as u64;
        note.next = region.offset_of(&notes[i]).expect("it is in the region");
        note.set_text("from rust").expect("it fits");
    }
    assert_eq!(region.publish("share.Note", Note::FINGERPRINT, mine), Err(RegionError::NameTaken));
    region.publish("answer", Note::FINGERPRINT, mine)
}

/// What the other side writes to a word in a round.
fn word(round: u64, index: u64) -> u64 {
    round.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(index)
}

fn bounce(region: Region<'_>, rounds: u64) -> Result<(), RegionError> {
    let ball = region.find::<Ball>("share.Ball", Ball::FINGERPRINT)?.as_ptr().cast::<Ball>();
    // SAFETY: it was published. The flag is atomic, the load is referred to in its turn only, the ball never.
    let (flag, load) = unsafe { (&*addr_of!((*ball).flag), addr_of_mut!((*ball).load)) };
    let flag: &Flag = flag;
    for round in 1..=rounds {
        wait(|| flag.load_turn(Ordering::Acquire) == 2 * round - 1);
        // SAFETY: as above.
        let load = unsafe { &mut *load };
        for (stored, index) in load.words.iter_mut().zip(0..) {
            assert_eq!(*stored, word(round, index), "round {round}");
            *stored = !word(round, index);
        }
        flag.store_turn(2 * round, Ordering::Release);
    }
    Ok(())
}

struct Racer<'a> {
    region: Region<'a>,
    gate: &'a Gate,
    tallies: *mut Tally,
    owner: u64,
    rounds: u64,
    names: u64,
}

// SAFETY: of the tallies it touches its own, and the first one under a lock.
unsafe impl Send for Racer<'_> {}

/// Whether nobody wrote to it.
///
/// # Safety
/// There are `count` structs at `structs` that nobody writes.
unsafe fn is_zero<T>(structs: *const T, count: usize) -> bool {
    // SAFETY: as the caller promises.
    unsafe { std::slice::from_raw_parts(structs.cast::<u8>(), count * size_of::<T>()) }.iter().all(|byte| *byte == 0)
}

impl Racer<'_> {
    fn run(self) -> Result<(), RegionError> {
        let mut number = 0;
        // SAFETY: its own.
        let tally = unsafe { &mut *self.tallies.add(self.owner as usize) };
        for round in 0..self.rounds {
            self.gate.arrived_atomic().fetch_add(1, Ordering::AcqRel);
            wait(|| u64::from(self.gate.load_open(Ordering::Acquire)) > round);
            for i in 0..self.names {
                if i % 4 == 3 {
                    self.large(&mut number)?;
                } else {
                    self.small(&mut number, i as usize % 4 + 1)?;
                }
                self.gate.allocations_atomic().fetch_add(1, Ordering::AcqRel);
                if i % 16 == 0 {
                    self.count_under_lock();
                }
                // All in the same order, so that they meet at the same entry; or each in one of its own.
                let root = if round % 2 == 0 { i } else { i + self.owner * 7 };
                self.publish(tally, root, &mut number)?;
            }
        }
        tally.calls = number;
        Ok(())
    }

    fn small(&self, number: &mut u64, count: usize) -> Result<std::ptr::NonNull<[Small]>, RegionError> {
        let structs = self.region.allocate::<Small>(count)?;
        let first = structs.as_ptr().cast::<Small>();
        // SAFETY: nobody else has them yet.
        assert!(unsafe { is_zero(first, count) });
        // SAFETY: as above.
        for small in unsafe { Small::slice_from_mut_ptr(first, count) }.expect("regions align") {
            *small = Small { owner: self.owner, number: *number, bytes: Small::SIZE as u64 };
            *number += 1;
        }
        Ok(structs)
    }

    fn large(&self, number: &mut u64) -> Result<(), RegionError> {
        let large = self.region.allocate::<Large>(1)?.as_ptr().cast::<Large>();
        // SAFETY: nobody else has it yet.
        assert!(unsafe { is_zero(large, 1) });
        // SAFETY: as above.
        let large = unsafe { Large::from_mut_ptr(large) }.expect("regions align");
        large.owner = self.owner;
        large.number = *number;
        large.bytes = Large::SIZE as u64;
        large.fill = [word(self.owner, *number); 13];
        *number += 1;
        Ok(())
    }

    fn count_under_lock(&self) {
        let lock = self.gate.lock_atomic();
        wait(|| lock.compare_exchange(0, 1, Ordering::AcqRel, Ordering::Relaxed).is_ok());
        // SAFETY: the lock is held, and nobody touches it without.
        unsafe { (*self.tallies).calls += 1 };
        lock.store(0, Ordering::Release);
    }

    fn publish(&self, tally: &mut Tally, root: u64, number: &mut u64) -> Result<(), RegionError> {
        let name = format!("root {}", root % self.names);
        match self.region.publish(&name, Small::FINGERPRINT, self.small(number, 2)?) {
            Ok(()) => tally.published += 1,
            Err(RegionError::NameTaken) => tally.taken += 1,
            Err(RegionError::TooManyRoots) => tally.refused += 1,
            Err(error) => return Err(error),
        }
        // Whoever won: what is published is whole. One that is claimed only isn't there yet.
        match self.region.find::<Small>(&name, Small::FINGERPRINT) {
            Ok(seen) => {
                // SAFETY: whoever published it doesn't write it any more.
                let seen = unsafe { Small::slice_from_ptr(seen.as_ptr().cast::<Small>(), seen.len()) };
                let [first, second] = seen.expect("regions align") else { panic!("there are two") };
                assert!(first.owner != 0 && first.bytes == 24);
                assert_eq!((second.owner, second.number), (first.owner, first.number + 1));
                Ok(())
            }
            Err(RegionError::NoRoot) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

fn race(region: Region<'static>, owner: u64, threads: u64, rounds: u64, names: u64) -> Result<(), RegionError> {
    let gate = region.find::<Gate>("share.Gate", Gate::FINGERPRINT)?;
    // SAFETY: all of it is atomic.
    let gate = unsafe { Gate::from_ptr(gate.as_ptr().cast::<Gate>()) }.expect("regions align");
    let tallies = region.find::<Tally>("share.Tally", Tally::FINGERPRINT)?;
    assert!(tallies.len() as u64 >= owner + threads);
    let racers = (owner..owner + threads)
        .map(|owner| Racer { region, gate, tallies: tallies.as_ptr().cast::<Tally>(), owner, rounds, names })
        .map(|racer| std::thread::spawn(move || racer.run()))
        .collect::<Vec<_>>();
    racers.into_iter().try_for_each(|racer| racer.join().expect("no thread panics"))
}

fn roots(region: Region<'_>, names: u64) -> Result<String, RegionError> {
    let mut found = 0;
    for i in 0..names {
        match region.find::<Small>(&format!("root {i}"), Small::FINGERPRINT) {
            Ok(_) => found += 1,
            Err(RegionError::NoRoot) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found.to_string())
}

fn run(arguments: &[String]) -> Result<String, RegionError> {
    let number = |i: usize| arguments[i].parse::<u64>().expect("a number");
    let region = open(&arguments[1])?;
    match arguments[0].as_str() {
        "note" => note(region, &arguments[2]),
        "exchange" => exchange(region).map(|()| String::new()),
        "bounce" => bounce(region, number(2)).map(|()| String::new()),
        "race" => race(region, number(2), number(3), number(4), number(5)).map(|()| String::new()),
        "roots" => roots(region, number(2)),
        other => panic!("no command {other}"),
    }
}

fn main() {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(words) => println!("{words}"),
        Err(error) => {
            println!("{error}");
            std::process::exit(1);
        }
    }
}
