//! The native twins of table 4 for structs of several sizes: free lists over a slab, as in `memory.rs`.

use crate::memory::{escapes, Pool};
use crate::specimen::{for_size, Specimen};

/// A pool of whatever struct.
pub trait AnyPool {
    /// Acquires, clears, uses and releases a struct, so many times; the sum of what was read.
    fn trips_zeroed(&mut self, trips: u64) -> u64;
}

impl<T: Specimen> AnyPool for Pool<T> {
    fn trips_zeroed(&mut self, trips: u64) -> u64 {
        let mut sum = 0u64;
        for i in 0..trips {
            let Some(object) = self.acquire() else { return 0 };
            // SAFETY: it was acquired from this pool.
            unsafe { object.write(T::zeroed()) };
            let object = escapes(object);
            // SAFETY: as above.
            sum = sum.wrapping_add(unsafe { (*object).touch(i) });
            self.release(object);
        }
        sum
    }
}

/// What callers hold: a thin pointer to a pool of one type or another.
type Handle = Box<dyn AnyPool>;

/// A pool of `capacity` structs of so many bytes; NULL if there is no such struct.
#[no_mangle]
pub extern "C" fn bench_pools_new(size: u64, capacity: u64) -> *mut Handle {
    fn new<T: Specimen + 'static>(capacity: u64) -> usize {
        let pool: Handle = Box::new(Pool::<T>::new(capacity as usize));
        Box::into_raw(Box::new(pool)) as usize
    }
    for_size!(size, new(capacity)) as *mut Handle
}

/// # Safety
/// The pool comes from `bench_pools_new`, and this is its last use.
#[no_mangle]
pub unsafe extern "C" fn bench_pools_delete(pool: *mut Handle) {
    // SAFETY: as the caller promised.
    drop(unsafe { Box::from_raw(pool) });
}

/// Twin of `SizedPools.trips`.
///
/// # Safety
/// The pool comes from `bench_pools_new`, and nobody else uses it during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_pools_trips_zeroed(pool: *mut Handle, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    unsafe { (*pool).trips_zeroed(trips) }
}

/// Makes a pool, acquires and uses all of its structs, and frees it. Twin of `SizedPools.fresh`.
#[no_mangle]
pub extern "C" fn bench_pools_fresh(size: u64, capacity: u64) -> u64 {
    for_size!(size, fresh(capacity))
}

fn fresh<T: Specimen>(capacity: u64) -> u64 {
    let mut pool = Pool::<T>::new(capacity as usize);
    let mut sum = 0u64;
    for i in 0..capacity {
        let Some(object) = pool.acquire() else { return 0 };
        let object = escapes(object);
        // SAFETY: it was acquired from this pool, whose slab is zero.
        sum = sum.wrapping_add(unsafe { (*object).touch(i) });
    }
    sum
}
