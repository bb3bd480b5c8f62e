//! The native twins of the scaling benchmarks.

use crate::generated::bench::Recording;
use crate::generated::p2f::Foreign;
use crate::generated::social::{Comment, Notification, Post, Reaction};
use crate::memory::escapes;
use std::sync::{Mutex, PoisonError};

/// A struct whose first two fields are numbers of 8 bytes.
trait TwoNumbers: Foreign {
    fn numbers(&mut self) -> (&mut u64, &mut u64);
}

macro_rules! two_numbers {
    ($($of:ident { $first:ident, $second:ident })*) => {
        $(impl TwoNumbers for $of {
            #[inline]
            fn numbers(&mut self) -> (&mut u64, &mut u64) {
                (&mut self.$first, &mut self.$second)
            }
        })*
    };
}

two_numbers! {
    Reaction { reaction_id, user_id }
    Notification { notification_id, user_id }
    Comment { comment_id, post_id }
    Post { post_id, author_id }
    Recording { recording_id, owner_id }
}

/// # Safety
/// `structs` points to `count` of them, which nobody else uses meanwhile.
unsafe fn touch<T: TwoNumbers>(structs: *mut T, count: u64) -> u64 {
    // SAFETY: as the caller promised.
    let Ok(structs) = (unsafe { T::slice_from_mut_ptr(structs, count as usize) }) else {
        return 0;
    };
    let mut sum = 0u64;
    for one in structs {
        let (first, second) = one.numbers();
        let value = first.wrapping_add(1);
        *first = value;
        *second = value;
        sum = sum.wrapping_add(value);
    }
    sum
}

/// Twin of `SizedArray.touch`. 0 for a size that no struct has.
///
/// # Safety
/// `structs` points to `count` structs of `size` bytes, which nobody else uses during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_scaling_touch(structs: *mut u8, size: u64, count: u64) -> u64 {
    // SAFETY: as the caller promised.
    unsafe {
        match size as usize {
            Reaction::SIZE => touch(structs.cast::<Reaction>(), count),
            Notification::SIZE => touch(structs.cast::<Notification>(), count),
            Comment::SIZE => touch(structs.cast::<Comment>(), count),
            Post::SIZE => touch(structs.cast::<Post>(), count),
            Recording::SIZE => touch(structs.cast::<Recording>(), count),
            _ => 0,
        }
    }
}

/// A block that is given out from its start: what a stack frame is to a compiler.
struct Stack {
    start: *mut u8,
    top: usize,
    capacity: usize,
}

impl Stack {
    #[inline]
    fn push(&mut self, size: usize) -> Option<*mut u64> {
        if size > self.capacity - self.top {
            return None;
        }
        let place = self.start.wrapping_add(self.top);
        self.top += (size + 7) & !7;
        Some(place.cast())
    }
}

/// # Safety
/// There are `capacity` bytes at the block, aligned to 8, which nobody else uses meanwhile; `size` is at least 16.
#[inline(always)]
unsafe fn stack_trips<const ZEROED: bool>(block: *mut u8, capacity: u64, size: u64, trips: u64) -> u64 {
    let mut stack = Stack { start: block, top: 0, capacity: capacity as usize };
    let shown = escapes(&mut stack);
    let mut sum = 0u64;
    for i in 0..trips {
        // SAFETY: the stack lives, and what it hands out lies within the block.
        unsafe {
            let mark = (*shown).top;
            let Some(words) = (*shown).push(size as usize) else { return 0 };
            if ZEROED {
                words.cast::<u8>().write_bytes(0, size as usize);
            }
            let words = escapes(words);
            *words = i;
            *words.add(1) = i;
            sum = sum.wrapping_add(*words);
            (*shown).top = mark;
        }
    }
    sum
}

/// Twin of `AllocationTrips.scratchBare`.
///
/// # Safety
/// As of [`stack_trips`].
#[no_mangle]
pub unsafe extern "C" fn bench_scaling_stack(block: *mut u8, capacity: u64, size: u64, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    unsafe { stack_trips::<false>(block, capacity, size, trips) }
}

/// Twin of `AllocationTrips.scratch`.
///
/// # Safety
/// As of [`stack_trips`].
#[no_mangle]
pub unsafe extern "C" fn bench_scaling_stack_zeroed(block: *mut u8, capacity: u64, size: u64, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    unsafe { stack_trips::<true>(block, capacity, size, trips) }
}

/// A free list for all threads as a Rust programmer writes it: a `Vec` of pointers behind a `Mutex`.
pub struct LockedPool {
    free: Mutex<Vec<*mut Reaction>>,
    /// Only owned here: the reactions are reached through the pointers.
    _slab: Vec<Reaction>,
}

impl LockedPool {
    fn acquire(&self) -> Option<*mut Reaction> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn release(&self, reaction: *mut Reaction) {
        self.free.lock().unwrap_or_else(PoisonError::into_inner).push(reaction);
    }
}

#[no_mangle]
pub extern "C" fn bench_locked_pool_new(capacity: u64) -> *mut LockedPool {
    let mut slab = vec![Reaction::new(); capacity as usize];
    let first = slab.as_mut_ptr();
    let free = (0..capacity as usize).rev().map(|i| first.wrapping_add(i)).collect();
    Box::into_raw(Box::new(LockedPool { free: Mutex::new(free), _slab: slab }))
}

/// The number of reactions that were in it.
///
/// # Safety
/// The pool comes from `bench_locked_pool_new`, and this is its last use.
#[no_mangle]
pub unsafe extern "C" fn bench_locked_pool_delete(pool: *mut LockedPool) -> u64 {
    // SAFETY: as the caller promised.
    let pool = unsafe { Box::from_raw(pool) };
    let free = pool.free.lock().unwrap_or_else(PoisonError::into_inner).len();
    free as u64
}

/// Twin of `PoolTrips.pool`.
///
/// # Safety
/// The pool comes from `bench_locked_pool_new`, and wasn't deleted.
#[no_mangle]
pub unsafe extern "C" fn bench_locked_pool_trips(pool: *const LockedPool, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    let pool = unsafe { &*pool };
    let mut sum = 0u64;
    for i in 0..trips {
        let Some(reaction) = pool.acquire() else { return 0 };
        let reaction = escapes(reaction);
        // SAFETY: it was acquired from this pool.
        unsafe {
            (*reaction).user_id = i;
            (*reaction).target_id = i;
            sum = sum.wrapping_add((*reaction).user_id);
        }
        pool.release(reaction);
    }
    sum
}
