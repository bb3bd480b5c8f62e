//! Feeds bytes of all sorts to every safe method of every struct; RustBehaviourTest adds `main`, which names them.
#[path = "generated/mod.rs"]
mod generated;

use generated::p2f::{Buffer, Foreign};
use std::fmt::Debug;
use std::mem::{align_of, size_of, size_of_val, MaybeUninit};

const ROUNDS: u64 = 300;

/// As aligned as a struct may ask to be.
#[repr(align(4096))]
#[derive(Clone)]
struct Page(#[allow(dead_code)] [u8; 4096]);

/// A view must not leave the struct that it is of.
#[allow(dead_code)]
fn inside<S, V: ?Sized>(s: &S, view: &V) {
    let (start, from) = (s as *const S as usize, view as *const V as *const u8 as usize);
    assert!(size_of_val(view) == 0 || (from >= start && from + size_of_val(view) <= start + size_of::<S>()));
}

/// `pointers` are where NULL stands, whatever the other bytes: any other would be trusted.
fn any_bytes<T: Foreign + PartialEq + Debug + Default>(
    pointers: &[usize],
    mut visit: impl FnMut(&T, &mut T, &Buffer<'static>),
) {
    let mut state = 0x9E37_79B9_7F4A_7C15u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let arena = Buffer::new(Vec::leak(vec![MaybeUninit::uninit(); 1 << 20]));
    assert!(align_of::<T>() <= align_of::<Page>());
    for round in 0..ROUNDS {
        // Wholly random bytes hardly ever make a true count, case or text: so small numbers and ASCII have their turn.
        let mut words: Vec<u64> = (0..size_of::<T>().div_ceil(8))
            .map(|_| match round % 7 {
                0 => next(),
                1 => u64::MAX,
                2 => 0,
                3 => next() & 0x0000_0003_0000_0003,
                4 => next() & 0x007F_007F_7F7F_7F7F,
                5 => next() & 0x0000_000F_0000_000F,
                _ => if next() & 1 == 0 { next() & 0x0000_0007_0000_0007 } else { next() },
            })
            .collect();
        for offset in pointers {
            words[offset / 8] = 0;
        }
        let mut pages = vec![Page([0; 4096]); 2 * size_of::<T>().div_ceil(4096)];
        let (s, copy) = pages.split_at_mut(size_of::<T>().div_ceil(4096));
        let (s, copy) = (s.as_mut_ptr().cast::<T>(), copy.as_mut_ptr().cast::<T>());
        let (s, copy) = unsafe {
            words.as_ptr().cast::<u8>().copy_to(s.cast(), size_of::<T>());
            words.as_ptr().cast::<u8>().copy_to(copy.cast(), size_of::<T>());
            (T::from_ptr(s).unwrap(), T::from_mut_ptr(copy).unwrap())
        };
        visit(s, copy, &arena);
        let _ = (*copy == *s, *s == *s, format!("{s:?}"), format!("{copy:#?}"));
    }
}
