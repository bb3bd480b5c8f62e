//! The native twins of tables 1 and 2: a struct on the stack, and one on the heap.

use crate::memory::escapes;
use crate::specimen::{for_size, Specimen};
use core::mem::MaybeUninit;

/// A struct on the stack of this thread, zeroed, as `Post::new()` is. Twin of `FrameTrips.zeroed`.
#[no_mangle]
pub extern "C" fn bench_stack_trips_zeroed(size: u64, trips: u64) -> u64 {
    for_size!(size, stack_zeroed(trips))
}

fn stack_zeroed<T: Specimen>(trips: u64) -> u64 {
    let mut sum = 0u64;
    for i in 0..trips {
        let mut object = T::zeroed();
        let shown = escapes(&mut object);
        // SAFETY: it is the object above.
        sum = sum.wrapping_add(unsafe { (*shown).touch(i) });
    }
    sum
}

/// The same, holding whatever the stack held.
#[no_mangle]
pub extern "C" fn bench_stack_trips(size: u64, trips: u64) -> u64 {
    for_size!(size, stack(trips))
}

fn stack<T: Specimen>(trips: u64) -> u64 {
    let mut sum = 0u64;
    for i in 0..trips {
        let mut object = MaybeUninit::<T>::uninit();
        let shown = escapes(object.as_mut_ptr());
        // SAFETY: it is the object above, and the compiler must take it for written.
        sum = sum.wrapping_add(unsafe { (*shown).touch(i) });
    }
    sum
}

/// A struct in a `Box`, zeroed, as `Box::new(Post::new())` is. Twin of `AllocationTrips.confinedArenas`.
#[no_mangle]
pub extern "C" fn bench_box_trips_zeroed(size: u64, trips: u64) -> u64 {
    for_size!(size, boxes_zeroed(trips))
}

fn boxes_zeroed<T: Specimen>(trips: u64) -> u64 {
    let mut sum = 0u64;
    for i in 0..trips {
        let mut object = Box::new(T::zeroed());
        let shown = escapes(&mut *object as *mut T);
        // SAFETY: it is the object above.
        sum = sum.wrapping_add(unsafe { (*shown).touch(i) });
    }
    sum
}

/// The same, holding whatever the heap held. Twin of `AllocationTrips.malloc`.
#[no_mangle]
pub extern "C" fn bench_box_trips(size: u64, trips: u64) -> u64 {
    for_size!(size, boxes(trips))
}

fn boxes<T: Specimen>(trips: u64) -> u64 {
    let mut sum = 0u64;
    for i in 0..trips {
        let mut object = Box::new(MaybeUninit::<T>::uninit());
        let shown = escapes(object.as_mut_ptr());
        // SAFETY: it is the object above, and the compiler must take it for written.
        sum = sum.wrapping_add(unsafe { (*shown).touch(i) });
    }
    sum
}
