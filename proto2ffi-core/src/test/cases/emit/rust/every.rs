//! What users of every construct rely on; run by RustBehaviourTest.
#[path = "generated/mod.rs"]
mod generated;

use generated::every::choice::{Other, OtherCase, Payload, PayloadCase};
use generated::every::{
    aligned, loose_choice, packed, Aligned, Choice, Counters, Forest, HoldsAligned, HoldsCounters, Lists,
    LooseChoice, Maps, Packed, PackedPoint, Point, Scalars, Sorted, Spans, Tiny, Tree, Wide, Widths,
};
use generated::p2f::{Allocate, Allocator, Arena, Bool, Buffer, Error, Flat, Foreign};
use std::mem::MaybeUninit;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};

fn memory() -> Vec<MaybeUninit<u8>> {
    vec![MaybeUninit::uninit(); 1 << 20]
}

fn bytes_of<T>(value: &T) -> &[u8] {
    unsafe { std::slice::from_raw_parts((value as *const T).cast(), std::mem::size_of::<T>()) }
}

fn oneofs() {
    let mut c = Choice::new();
    assert_eq!((c.payload(), c.payload_case()), (None, PayloadCase::NONE));
    c.set_number(-5);
    assert_eq!(c.payload(), Some(Payload::Number(-5)));
    assert_eq!(c.payload_case(), PayloadCase::NUMBER);
    c.set_flag(true);
    assert!(matches!(c.payload(), Some(Payload::Flag(true))));
    c.set_text("twelve bytes").unwrap();
    match c.payload() {
        Some(Payload::Text(text)) => assert_eq!(text, Ok("twelve bytes")),
        other => panic!("{other:?}"),
    }
    assert_eq!(c.set_text("thirteen chars"), Err(Error::TooLong { field: "every.Choice.text", size: 15, max: 13 }));
    assert_eq!(c.set_blob(&[0; 8]), Err(Error::TooLong { field: "every.Choice.blob", size: 8, max: 7 }));
    assert_eq!(c.payload(), Some(Payload::Text(Ok("twelve bytes"))), "a refused value leaves the case");
    c.set_blob(&[1, 2]).unwrap();
    assert_eq!(c.payload(), Some(Payload::Blob(Ok(&[1, 2]))));
    c.set_hash([7; 16]);
    assert_eq!(c.payload(), Some(Payload::Hash([7; 16])));
    c.set_tiny(Tiny::LOW);
    assert_eq!(c.payload(), Some(Payload::Tiny(Tiny::LOW)));
    assert_eq!(bytes_of(&c)[9..24], [0; 15], "the union is zeroed when the case changes");
    assert!(c.point_mut().is_none());
    c.init_point().x = 1.5;
    c.point_mut().unwrap().y = 2.5;
    assert_eq!(c.payload(), Some(Payload::Point(&Point { x: 1.5, y: 2.5 })));
    c.set_small(9);
    assert_eq!((c.other(), c.other_case()), (Some(Other::Small(9)), OtherCase::SMALL));
    assert_eq!(format!("{c:?}"), "Choice { id: 0, point: Point { x: 1.5, y: 2.5 }, small: 9 }");
    let copy = c;
    assert_eq!(copy, c);
    c.set_point(Point { x: 1.5, y: 3.0 });
    assert_ne!(copy, c);
    c.clear_payload();
    assert_eq!((c.payload(), bytes_of(&c)[4..24].to_vec()), (None, vec![0; 20]));
    c.clear_other();
    assert_eq!(c, Choice::default());
    assert_eq!(format!("{:?} {:?}", PayloadCase::TEXT, PayloadCase(77)), "TEXT PayloadCase(77)");
}

fn wild_cases() {
    let mut words = [u64::MAX; Choice::SIZE / 8];
    words[0] = 99 << 32;
    let bytes = unsafe { std::slice::from_raw_parts(words.as_ptr().cast::<u8>(), Choice::SIZE) };
    let c = &Choice::from_bytes(bytes).unwrap()[0];
    assert_eq!((c.payload(), c.payload_case()), (None, PayloadCase(99)));
    assert_eq!(format!("{c:?}"), "Choice { id: 0, payload: <case 99>, other: <case -1> }");
    assert_eq!(*c, *c);
    let mut c = *c;
    c.set_number(1);
    assert_eq!(bytes_of(&c)[12..24], [0; 12], "what stood there is gone");
}

fn loose_oneofs() {
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    let mut l = LooseChoice::new();
    l.set_text(&arena, "as long as it gets").unwrap();
    assert_eq!(l.payload(), Some(loose_choice::Payload::Text(Ok("as long as it gets"))));
    l.init_far_point(&arena).unwrap().x = 4.0;
    assert_eq!(l.payload(), Some(loose_choice::Payload::FarPoint(Ok(&Point { x: 4.0, y: 0.0 }))));
    l.far_point_mut().unwrap().unwrap().y = 1.0;
    l.init_again(&arena).unwrap().init_again(&arena).unwrap().init_choice().id = 3;
    assert_eq!(format!("{l:?}"), "LooseChoice { again: LooseChoice { again: LooseChoice { choice: Choice { id: 3 } } } }");
    let mut copy = LooseChoice::new();
    copy.copy_from(&arena, &l).unwrap();
    assert_eq!(copy, l);
    l.again_mut().unwrap().unwrap().again_mut().unwrap().unwrap().choice_mut().unwrap().id = 4;
    assert_ne!(copy, l, "the copy is its own");
    let nothing = Buffer::new(&mut []);
    assert_eq!(l.set_blob(&nothing, b"x"), Err(Error::OutOfMemory { size: 1, align: 1 }));
    assert!(matches!(l.payload(), Some(loose_choice::Payload::Again(Ok(_)))), "a refused value leaves the case");
    assert_eq!(l.init_again(&nothing).unwrap_err(), Error::OutOfMemory { size: 48, align: 8 });
    assert_eq!(l.init_far_point(&nothing).unwrap_err(), Error::OutOfMemory { size: 16, align: 8 });
    assert!(l.again_mut().unwrap().unwrap().again_mut().is_some(), "a message that can't be made leaves the one there");
}

fn widths() {
    let mut w = Widths::new();
    (w.small, w.small_unsigned, w.narrow, w.narrow_unsigned) = (-1i8, 2u16, -3i32, 4u8);
    (w.wide, w.wide_unsigned, w.tiny, w.wide_enum) = (-5i64, 6u64, Tiny::HIGH.0.into(), Wide::MOST.0.into());
    w.set_bytes(&[-1i8; 5]).unwrap();
    w.push_tinies(Tiny::LOW.0.into()).unwrap();
    w.set_maybe(7u16);
    assert_eq!((w.bytes(), w.tinies(), w.maybe()), (Ok(&[-1i8; 5][..]), Ok(&[-128i32][..]), 7));
    let (tiny, wide): (i16, i64) = (w.tiny, w.wide_enum);
    assert_eq!((tiny, wide), (127, i64::from(i32::MAX)));
}

fn maps() {
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    let mut m = Maps::new();
    assert_eq!(m.get_ages("ann"), Ok(None));
    m.put_ages("ann", 1).unwrap();
    m.put_ages("bob", 2).unwrap();
    m.put_ages("ann", 3).unwrap();
    assert_eq!((m.get_ages("ann"), m.get_ages("bob"), m.ages_count()), (Ok(Some(3)), Ok(Some(2)), 2));
    assert!(matches!(m.put_ages("much too long", 1), Err(Error::TooLong { max: 8, .. })));
    m.put_points(-1, Point { x: 1.0, y: 0.0 }).unwrap();
    assert_eq!(m.get_points(-1), Ok(Some(&Point { x: 1.0, y: 0.0 })));
    m.put_names(1, "one").unwrap();
    assert_eq!(m.get_names(1), Ok(Some("one")));
    m.put_names(2, "two").unwrap();
    assert!(matches!(m.put_names(3, "three"), Err(Error::Full { max: 2, .. })));
    assert_eq!(m.put_names(2, "II"), Ok(()), "a full map still replaces");
    m.put_tinies(true, 300).unwrap();
    assert_eq!((m.get_tinies(true), m.get_tinies(false)), (Ok(Some(300)), Ok(None)));
    m.put_blobs(&arena, 5, b"blob").unwrap();
    assert_eq!(m.get_blobs(5), Ok(Some(&b"blob"[..])));
    m.put_far(&arena, -7, Point { x: 0.0, y: 7.0 }).unwrap();
    assert_eq!(m.get_far(-7), Ok(Some(&Point { x: 0.0, y: 7.0 })));
    let loose = m.allocate_loose(&arena, 2).unwrap();
    loose[0].set_key(&arena, "key").unwrap();
    loose[0].set_value(&arena, "value").unwrap();
    assert_eq!((m.get_loose("key"), m.get_loose(""), m.get_loose("?")), (Ok(Some("value")), Ok(Some("")), Ok(None)));
    let inner = &mut m.allocate_nested(&arena, 1).unwrap()[0];
    inner.set_key(&arena, "inside").unwrap();
    inner.value.put_ages("eve", 9).unwrap();
    assert_eq!(m.get_nested("inside").unwrap().unwrap().get_ages("eve"), Ok(Some(9)));
    let mut copy = Maps::new();
    copy.copy_from(&arena, &m).unwrap();
    assert_eq!(copy, m);
    copy.allocate_nested(&arena, 0).unwrap();
    assert_ne!(copy, m);
}

fn duplicate_keys() {
    let mut m = Maps::new();
    for value in [1, 2, 3] {
        m.put_ages("x", value).unwrap();
        m.put_ages("y", 10).unwrap();
    }
    let entries = m.ages_mut().unwrap();
    entries[1].set_key("x").unwrap();
    assert_eq!((m.get_ages("x"), m.get_ages("y")), (Ok(Some(10)), Ok(None)), "the last entry counts");
    let seen: Vec<i32> = m.ages_iter().unwrap().map(|entry| entry.value).collect();
    assert_eq!(seen, [10], "each key once");
    let mut same = Maps::new();
    same.put_ages("x", 10).unwrap();
    assert_eq!(m, same, "equality is that of the entries that count");
    m.put_ages("x", 11).unwrap();
    assert_eq!(m.ages().unwrap().iter().map(|entry| entry.value).collect::<Vec<_>>(), [3, 11]);
    assert!(format!("{m:?}").contains("ages: [AgesEntry { key: \"x\", value: 11 }]"), "{m:?}");
    let (mut a, mut b) = (Sorted::new(), Sorted::new());
    for (left, right) in [(1, 2), (2, 1)] {
        a.put_flags(left, true).unwrap();
        b.put_flags(right, true).unwrap();
    }
    assert_eq!(a, b, "the order of entries doesn't matter");
    b.put_flags(2, false).unwrap();
    assert_ne!(a, b);
}

fn pointers_to_messages() {
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    let mut tree = Tree::new();
    assert!(matches!(tree.left(), Ok(None)) && !tree.has_left() && tree.left_mut().unwrap().is_none());
    tree.init_left(&arena).unwrap().value = 1;
    tree.left_mut().unwrap().unwrap().init_right(&arena).unwrap().value = 2;
    tree.init_origin(&arena).unwrap().x = 3.0;
    assert_eq!(tree.left().unwrap().unwrap().right().unwrap().unwrap().value, 2);
    let forest = tree.init_forest(&arena).unwrap();
    forest.allocate_trees(&arena, 2).unwrap()[1].value = 4;
    assert_eq!(tree.forest().unwrap().unwrap().trees().unwrap()[1].value, 4);
    let shown = format!("{tree:?}");
    assert!(shown.starts_with("Tree { value: 0, left: Tree { value: 1, right: Tree { value: 2 } }, forest: "), "{shown}");
    assert!(shown.ends_with("trees: [Tree { value: 0 }, Tree { value: 4 }] }, origin: Point { x: 3.0, y: 0.0 } }"), "{shown}");
    let mut copy = Tree::new();
    copy.copy_from(&arena, &tree).unwrap();
    assert_eq!(copy, tree);
    tree.left_mut().unwrap().unwrap().clear_right();
    assert_ne!(copy, tree);
    let moved: Tree = std::mem::take(tree.left_mut().unwrap().unwrap());
    assert_eq!((moved.value, tree.left().unwrap().unwrap().value), (1, 0));
    let small = &mut [MaybeUninit::uninit(); 60];
    let small = Buffer::new(small);
    assert!(tree.init_left(&small).is_ok() && small.used() >= 40);
    assert_eq!(tree.init_right(&small).unwrap_err(), Error::OutOfMemory { size: 40, align: 8 });
}

/// As C would write it.
#[repr(C, align(8))]
struct Raw<const N: usize>([u64; N]);

fn circles() {
    let mut raw = Raw([0u64; 5]);
    let at = &raw as *const Raw<5> as u64;
    (raw.0[1], raw.0[2]) = (at, at);
    let tree: &Tree = unsafe { Tree::from_ptr((&raw as *const Raw<5>).cast()).unwrap() };
    let shown = format!("{tree:?}");
    assert!(shown.contains("left: ...") && shown.len() < 10_000, "{}", shown.len());
    assert_ne!(tree, tree, "too deep to be equal");
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    let mut copy = Tree::new();
    assert_eq!(copy.copy_from(&arena, tree), Err(Error::TooDeep { field: "every.Tree.left", max: 100 }));
    let mut deep = Tree::new();
    let mut tip = &mut deep;
    for _ in 0..100 {
        tip = tip.init_left(&arena).unwrap();
    }
    assert_eq!(copy.copy_from(&arena, &deep), Ok(()), "a hundred is not too deep");
    assert_eq!(copy, deep);
    assert!(!format!("{deep:?}").contains("..."));
}

fn corrupt_pointers() {
    let raw = Raw([0u64, 3, 0, 0, 0]);
    let tree: &Tree = unsafe { Tree::from_ptr((&raw as *const Raw<5>).cast()).unwrap() };
    let bad = Error::BadPointer { field: "every.Tree.left", address: 3, align: 8 };
    assert_eq!(tree.left().unwrap_err(), bad);
    assert_eq!(bad.to_string(), "every.Tree.left: a pointer to 0x3, which is not a multiple of 8");
    assert_eq!(format!("{tree:?}"), format!("Tree {{ value: 0, left: <{bad}> }}"));
    let mut raw = Raw([0u64; 31]);
    raw.0[2] = 5; // text: NULL and a size
    (raw.0[7], raw.0[8]) = (12, 1); // numbers: misaligned
    (raw.0[19], raw.0[20]) = (16, u64::MAX / 8); // points: more than memory holds
    let spans: &Spans = unsafe { Spans::from_ptr((&raw as *const Raw<31>).cast()).unwrap() };
    let null = Error::BadPointer { field: "every.Spans.text", address: 0, align: 1 };
    assert_eq!(spans.text(), Err(null));
    assert_eq!(null.to_string(), "every.Spans.text: a NULL pointer where something must be");
    assert_eq!(spans.numbers(), Err(Error::BadPointer { field: "every.Spans.numbers", address: 12, align: 8 }));
    assert_eq!(spans.points(), Err(Error::BadSize { field: "every.Spans.points", size: u64::MAX / 8 }));
    let _ = (format!("{spans:?}"), *spans == *spans);
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    assert_eq!(Spans::new().copy_from(&arena, spans), Err(null));
}

fn spans() {
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    let mut s = Spans::new();
    assert_eq!((s.text(), s.blob(), s.maybe_text(), s.numbers(), s.texts().unwrap().len()), (Ok(""), Ok(&[][..]), Ok(""), Ok(&[][..]), 0));
    s.set_text(&arena, "text").unwrap();
    s.set_blob(&arena, &[0, 255]).unwrap();
    s.set_maybe_text(&arena, "").unwrap();
    assert_eq!((s.text(), s.blob(), s.has_maybe_text()), (Ok("text"), Ok(&[0, 255][..]), true));
    s.set_numbers(&arena, &[1, -2]).unwrap();
    s.numbers_mut().unwrap()[0] = 7;
    assert_eq!((s.numbers(), s.numbers_count()), (Ok(&[7, -2][..]), 2));
    s.allocate_flags(&arena, 2).unwrap()[1].set(true);
    assert_eq!(s.flags(), Ok(&[Bool::FALSE, Bool::TRUE][..]));
    s.set_texts(&arena, &["a", "", "ccc"]).unwrap();
    assert_eq!((s.texts_at(2), s.texts().unwrap().len()), (Ok("ccc"), 3));
    assert!(matches!(s.texts_at(3), Err(Error::OutOfRange { index: 3, count: 3, .. })));
    s.set_blobs(&arena, &[b"x"]).unwrap();
    s.set_short_texts(&arena, &["12345678"]).unwrap();
    assert!(matches!(s.set_short_texts(&arena, &["a", "123456789"]), Err(Error::TooLong { size: 10, max: 9, .. })));
    assert_eq!(s.short_texts_at(0), Ok("12345678"), "a refused value leaves the old ones");
    s.set_short_blobs(&arena, &[b"123456", b""]).unwrap();
    s.set_points(&arena, &[Point { x: 1.0, y: 2.0 }]).unwrap();
    s.set_tinies(&arena, &[Tiny::LOW]).unwrap();
    s.set_hashes(&arena, &[[1, 2, 3]]).unwrap();
    s.allocate_nothings(&arena, 3).unwrap();
    let child = &mut s.allocate_children(&arena, 2).unwrap()[1];
    child.set_text(&arena, "child").unwrap();
    child.set_wides(&arena, &[Wide::LEAST]).unwrap();
    assert_eq!(s.children().unwrap()[1].text(), Ok("child"));
    let shown = format!("{s:?}");
    assert!(shown.contains("texts: [\"a\", \"\", \"ccc\"], blobs: [b\"x\"], short_texts: [\"12345678\"]"), "{shown}");
    let mut copy = Spans::new();
    copy.copy_from(&arena, &s).unwrap();
    assert_eq!(copy, s);
    copy.children_mut().unwrap()[1].clear_wides();
    assert_ne!(copy, s);
    s.clear_numbers();
    s.clear_maybe_text();
    assert_eq!((s.numbers(), s.has_maybe_text()), (Ok(&[][..]), false));
}

fn lists() {
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    let mut l = Lists::new();
    l.push_loose_texts(&arena, "loose").unwrap();
    l.push_loose_texts(&arena, "text").unwrap();
    assert!(matches!(l.push_loose_texts(&arena, "x"), Err(Error::Full { count: 3, max: 2, .. })));
    l.set_loose_texts_at(1, &arena, "changed").unwrap();
    assert_eq!((l.loose_texts_at(0), l.loose_texts_at(1)), (Ok("loose"), Ok("changed")));
    l.push_loose_blobs(&arena, &[1]).unwrap();
    l.push_hashes([1, 2, 3]).unwrap();
    l.push_choices(Choice::new()).unwrap();
    l.choices_mut().unwrap()[0].set_number(1);
    l.fixed[3] = 1.0;
    let mut copy = Lists::new();
    copy.copy_from(&arena, &l).unwrap();
    assert_eq!(copy, l);
    copy.choices_mut().unwrap()[0].set_number(2);
    assert_ne!(copy, l);
}

fn packed_structs() {
    let mut p = Packed::new();
    p.id = 0x0102_0304_0506_0708;
    p.set_text("ab").unwrap();
    p.set_blob(&[1, 2, 3]).unwrap();
    p.set_numbers(&[1, 2]).unwrap();
    p.push_numbers(3).unwrap();
    assert!(matches!(p.push_numbers(4), Err(Error::Full { count: 4, max: 3, .. })));
    p.set_numbers_at(0, 9).unwrap();
    assert_eq!((&p.numbers().unwrap()[..], p.numbers_at(2)), (&[9, 2, 3][..], Ok(3)));
    assert!(matches!(p.numbers_at(3), Err(Error::OutOfRange { .. })));
    p.point.x = 2.5;
    p.push_points(PackedPoint { valid: Bool::TRUE, x: 1.0 }).unwrap();
    p.set_real(0.5);
    assert_eq!(p.choice(), Some(packed::Choice::Real(0.5)));
    p.set_place(PackedPoint { valid: Bool::TRUE, x: 4.0 });
    assert!(matches!(p.choice(), Some(packed::Choice::Place(place)) if { place.x } == 4.0));
    p.set_small_blob(&[8]).unwrap();
    assert_eq!(p.choice(), Some(packed::Choice::SmallBlob(Ok(&[8]))));
    p.put_reals(1, 1.5).unwrap();
    p.put_reals(1, 2.5).unwrap();
    p.put_reals(2, 0.0).unwrap();
    assert_eq!((p.get_reals(1), p.get_reals(3)), (Ok(Some(2.5)), Ok(None)));
    assert!(matches!(p.put_reals(3, 0.0), Err(Error::Full { .. })));
    assert_eq!(p.reals_iter().unwrap().map(|entry| entry.key).sum::<u32>(), 3);
    p.wide = Wide::LEAST;
    p.push_blobs(&[5]).unwrap();
    assert_eq!((p.text(), p.blob(), p.blobs_at(0)), (Ok("ab"), Ok(&[1, 2, 3][..]), Ok(&[5][..])));
    assert_eq!(format!("{p:?}").matches("reals: [RealsEntry { key: 1, value: 2.5 }").count(), 1, "{p:?}");
    let copy = p;
    assert_eq!(copy, p);
    p.set_blobs_at(0, &[6]).unwrap();
    assert_ne!(copy, p);
    // Anywhere in memory.
    let mut memory = [0u8; Packed::SIZE + 1];
    memory[1..].copy_from_slice(bytes_of(&copy));
    assert_eq!(Packed::from_bytes(&memory[1..]).unwrap()[0], copy);
}

fn aligned_structs() {
    assert_eq!((Aligned::POOL_SIZE, std::mem::align_of::<Aligned>()), (50, 64));
    let mut a = Aligned::new();
    a.flag = Bool::TRUE;
    a.push_lines(1).unwrap();
    a.set_truth(true);
    assert_eq!(a.choice(), Some(aligned::Choice::Truth(true)));
    let mut memory = memory();
    let arena = Buffer::new(&mut memory);
    let mut h = HoldsAligned::new();
    h.aligned = a;
    h.set_more(&arena, &[a, a]).unwrap();
    assert_eq!(h.more().unwrap().as_ptr() as usize % 64, 0);
    assert_eq!(h.more().unwrap()[1], a);
}

fn atomics() {
    let c = Counters::new();
    c.store_hits(5, Release);
    assert_eq!((c.load_hits(Acquire), c.hits_atomic().fetch_add(2, Relaxed), c.hits()), (5, 5, 7));
    assert_eq!(c.misses_atomic().compare_exchange(0, 9, Acquire, Relaxed), Ok(0));
    c.store_wide(Wide::MOST, Release);
    assert_eq!((c.load_wide(Acquire), c.wide(), c.misses()), (Wide::MOST, Wide::MOST, 9));
    c.store_maybe(3, Relaxed);
    assert_eq!((c.has_maybe(), c.maybe(), c.load_maybe(Relaxed)), (false, 0, 3), "atomic access leaves presence alone");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| (0..1000).for_each(|_| { c.tall_atomic().fetch_add(1, Relaxed); }));
        }
    });
    assert_eq!(c.tall(), 4000);
    let mut c = c;
    c.set_maybe(4);
    assert_eq!((c.has_maybe(), c.maybe()), (true, 4));
    let mut h = HoldsCounters::new();
    h.counters.copy_from(&c).unwrap();
    assert_eq!(h.counters, c);
    h.push_more(Counters::new()).unwrap();
    h.more_mut().unwrap()[0].set_hits(1);
    let mut copy = HoldsCounters::new();
    copy.copy_from(&h).unwrap();
    assert_eq!(copy, h);
    assert!(format!("{copy:?}").contains("wide: MOST"), "{copy:?}");
}

/// Counts what it gives out, as an allocator of C does behind its first member.
#[repr(C)]
struct Counting {
    base: Allocator,
    given: u64,
}

unsafe extern "C" fn count(this: *mut Allocator, size: u64, align: u64) -> *mut std::ffi::c_void {
    unsafe { (*this.cast::<Counting>()).given += size };
    let layout = std::alloc::Layout::from_size_align(size as usize, align as usize).unwrap();
    unsafe { std::alloc::alloc(layout).cast() }
}

fn allocators_of_native_code() {
    let mut counting = Counting { base: Allocator { allocate: Some(count) }, given: 0 };
    let at = std::ptr::addr_of_mut!(counting);
    let arena = unsafe { Arena::from_ptr(at.cast()).unwrap() };
    let mut tree = Tree::new();
    fill(&mut tree, &arena);
    assert_eq!((tree.left().unwrap().unwrap().value, unsafe { (*at).given }), (1, Tree::SIZE as u64));
    assert!(matches!(unsafe { Arena::from_ptr(std::ptr::null_mut()) }.map(|_| ()), Err(Error::Null)));
    let mut none = Allocator { allocate: None };
    assert!(matches!(unsafe { Arena::from_ptr(&mut none) }.map(|_| ()), Err(Error::Null)));
}

fn fill<'a>(tree: &mut Tree<'a>, allocator: &dyn Allocate<'a>) {
    tree.init_left(allocator).unwrap().value = 1;
}

fn scalars() {
    let mut s = Scalars::new();
    s.set_maybe_text("seven..").unwrap();
    s.init_maybe_point().x = 1.0;
    assert_eq!((s.maybe_text(), s.maybe_point().map(|p| p.x)), (Ok("seven.."), Some(1.0)));
    assert_eq!((Tiny::ALSO_HIGH, s.tiny), (Tiny::HIGH, Tiny::ZERO));
}

fn a_shorter_life_is_fine<'s>(forest: &'s Forest<'s>) -> usize {
    forest.trees().map_or(0, <[Tree]>::len)
}

fn main() {
    oneofs();
    wild_cases();
    loose_oneofs();
    widths();
    maps();
    duplicate_keys();
    pointers_to_messages();
    circles();
    corrupt_pointers();
    spans();
    lists();
    packed_structs();
    aligned_structs();
    atomics();
    allocators_of_native_code();
    scalars();
    assert_eq!(a_shorter_life_is_fine(&Forest::new()), 0);
    println!("all is well");
}
