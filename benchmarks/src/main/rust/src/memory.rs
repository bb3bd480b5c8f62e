//! The native twins of the memory benchmarks.

use crate::generated::social::Reaction;
use core::arch::asm;

/// A free list as a Rust programmer writes it: pointers into one slab, in a `Vec`.
pub struct Pool {
    free: Vec<*mut Reaction>,
    /// Only owned here: the reactions are reached through the pointers.
    _slab: Vec<Reaction>,
}

impl Pool {
    fn new(capacity: usize) -> Self {
        let mut slab = vec![Reaction::new(); capacity];
        let first = slab.as_mut_ptr();
        // The first reaction on top, as in the other pools.
        let free = (0..capacity).rev().map(|i| first.wrapping_add(i)).collect();
        Pool { free, _slab: slab }
    }

    #[inline]
    fn acquire(&mut self) -> Option<*mut Reaction> {
        self.free.pop()
    }

    #[inline]
    fn release(&mut self, reaction: *mut Reaction) {
        self.free.push(reaction);
    }
}

/// What `core::hint::black_box` does, without its detour through the stack: from here on the compiler must believe that
/// code it can't see uses the reaction, and the pool too.
#[inline(always)]
fn escapes(mut reaction: *mut Reaction) -> *mut Reaction {
    // SAFETY: there is no instruction.
    unsafe { asm!("/* {0} */", inout(reg) reaction, options(nostack, preserves_flags)) };
    reaction
}

/// Two writes and a read: what every trip does with its reaction.
///
/// # Safety
/// The pointer comes from a pool that still lives, and was not given back.
#[inline(always)]
unsafe fn use_it(reaction: *mut Reaction, value: u64) -> u64 {
    // SAFETY: as the caller promised.
    unsafe {
        (*reaction).user_id = value;
        (*reaction).target_id = value;
        (*reaction).user_id
    }
}

#[no_mangle]
pub extern "C" fn bench_pool_new(capacity: u64) -> *mut Pool {
    Box::into_raw(Box::new(Pool::new(capacity as usize)))
}

/// # Safety
/// The pool comes from `bench_pool_new`, and this is its last use.
#[no_mangle]
pub unsafe extern "C" fn bench_pool_delete(pool: *mut Pool) {
    // SAFETY: as the caller promised.
    drop(unsafe { Box::from_raw(pool) });
}

/// # Safety
/// The pool comes from `bench_pool_new`, and nobody else uses it during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_pool_trips(pool: *mut Pool, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    let pool = unsafe { &mut *pool };
    let mut sum = 0u64;
    for i in 0..trips {
        let Some(reaction) = pool.acquire() else { return 0 };
        let reaction = escapes(reaction);
        // SAFETY: it was acquired from this pool.
        sum = sum.wrapping_add(unsafe { use_it(reaction, i) });
        pool.release(reaction);
    }
    sum
}

/// # Safety
/// The pool comes from `bench_pool_new`, and nobody else uses it during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_pool_trips_zeroed(pool: *mut Pool, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    let pool = unsafe { &mut *pool };
    let mut sum = 0u64;
    for i in 0..trips {
        let Some(reaction) = pool.acquire() else { return 0 };
        // SAFETY: it was acquired from this pool.
        unsafe { reaction.write(Reaction::new()) };
        let reaction = escapes(reaction);
        // SAFETY: as above.
        sum = sum.wrapping_add(unsafe { use_it(reaction, i) });
        pool.release(reaction);
    }
    sum
}
