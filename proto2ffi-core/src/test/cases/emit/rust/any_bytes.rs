//! Feeds bytes of all sorts to every safe method of every struct; RustBehaviourTest adds `main`, which names them.
#[path = "generated/mod.rs"]
mod generated;

use generated::p2f::Flat;
use std::fmt::Debug;
use std::mem::{align_of, size_of, size_of_val};

const ROUNDS: u64 = 300;

/// A value for each type that a method takes.
trait Sample {
    /// Some value.
    fn sample() -> Self;
}

impl<T: Default> Sample for T {
    fn sample() -> Self {
        T::default()
    }
}

/// A view must not leave the struct that it is of.
fn inside<S, V: ?Sized>(s: &S, view: &V) {
    let (start, from) = (s as *const S as usize, view as *const V as *const u8 as usize);
    assert!(size_of_val(view) == 0 || (from >= start && from + size_of_val(view) <= start + size_of::<S>()));
}

fn any_bytes<T: Flat + PartialEq + Debug + Default>(mut visit: impl FnMut(&T, &mut T)) {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    assert!(align_of::<T>() <= align_of::<u64>());
    for round in 0..ROUNDS {
        // Wholly random bytes hardly ever make a true count or text: so small numbers and ASCII have their turn.
        let words: Vec<u64> = (0..size_of::<T>().div_ceil(8))
            .map(|_| match round % 6 {
                0 => next(),
                1 => u64::MAX,
                2 => 0,
                3 => next() & 0x0000_0003_0000_0003,
                4 => next() & 0x007F_007F_7F7F_7F7F,
                _ => if next() & 1 == 0 { next() & 0x0000_0007_0000_0007 } else { next() },
            })
            .collect();
        let bytes = unsafe { std::slice::from_raw_parts(words.as_ptr().cast::<u8>(), size_of::<T>()) };
        let s = &T::from_bytes(bytes).unwrap()[0];
        let mut copy = *s;
        visit(s, &mut copy);
        let _ = (copy == *s, *s == *s, format!("{s:?}"), format!("{copy:#?}"));
    }
}
