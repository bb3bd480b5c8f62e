//! The native twins of the memory benchmarks.

use crate::generated::social::Reaction;
use crate::specimen::Specimen;
use core::arch::asm;

/// A free list as a Rust programmer writes it: pointers into one slab, in a `Vec`.
pub struct Pool<T> {
    free: Vec<*mut T>,
    /// Only owned here: the structs are reached through the pointers.
    _slab: Vec<T>,
}

impl<T: Specimen> Pool<T> {
    pub fn new(capacity: usize) -> Self {
        let mut slab = vec![T::zeroed(); capacity];
        let first = slab.as_mut_ptr();
        // The first struct on top, as in the other pools.
        let free = (0..capacity).rev().map(|i| first.wrapping_add(i)).collect();
        Pool { free, _slab: slab }
    }

    #[inline]
    pub fn acquire(&mut self) -> Option<*mut T> {
        self.free.pop()
    }

    #[inline]
    pub fn release(&mut self, object: *mut T) {
        self.free.push(object);
    }
}

/// What `core::hint::black_box` does, without its detour through the stack: from here on the compiler must believe that
/// code it can't see uses what it is given, and the pool too.
#[inline(always)]
pub fn escapes<T>(mut object: *mut T) -> *mut T {
    // SAFETY: there is no instruction.
    unsafe { asm!("/* {0} */", inout(reg) object, options(nostack, preserves_flags)) };
    object
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
pub extern "C" fn bench_pool_new(capacity: u64) -> *mut Pool<Reaction> {
    Box::into_raw(Box::new(Pool::<Reaction>::new(capacity as usize)))
}

/// # Safety
/// The pool comes from `bench_pool_new`, and this is its last use.
#[no_mangle]
pub unsafe extern "C" fn bench_pool_delete(pool: *mut Pool<Reaction>) {
    // SAFETY: as the caller promised.
    drop(unsafe { Box::from_raw(pool) });
}

/// # Safety
/// The pool comes from `bench_pool_new`, and nobody else uses it during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_pool_trips(pool: *mut Pool<Reaction>, trips: u64) -> u64 {
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
pub unsafe extern "C" fn bench_pool_trips_zeroed(pool: *mut Pool<Reaction>, trips: u64) -> u64 {
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

thread_local! {
    /// Its address tells threads apart.
    static HERE: u8 = const { 0 };
}

fn this_thread() -> usize {
    HERE.with(|here| here as *const u8 as usize)
}

/// In the address of a handle: the reaction was given back.
const GONE: usize = 1 << 63;

/// The free list with what the pools in Java promise: a handle knows its pool, and is of no use once it was given back.
pub struct CheckedPool {
    owner: usize,
    free: Vec<*mut Handle>,
    /// Only owned here, as the slab.
    _handles: Vec<Handle>,
    _slab: Vec<Reaction>,
}

/// What stands for a reaction of a [`CheckedPool`].
pub struct Handle {
    pool: *const CheckedPool,
    address: usize,
}

impl Handle {
    /// The reaction, if it wasn't given back.
    #[inline(always)]
    fn reaction(&self) -> *mut Reaction {
        assert!(self.address & GONE == 0, "used after release");
        self.address as *mut Reaction
    }
}

impl CheckedPool {
    fn new(capacity: usize) -> Box<Self> {
        let mut pool =
            Box::new(Self { owner: this_thread(), free: Vec::new(), _handles: Vec::new(), _slab: Vec::new() });
        let own: *const Self = &*pool;
        let mut slab = vec![Reaction::new(); capacity];
        let first = slab.as_mut_ptr();
        let mut handles: Vec<Handle> = (0..capacity)
            .map(|i| Handle { pool: own, address: first.wrapping_add(i) as usize | GONE })
            .collect();
        let handle = handles.as_mut_ptr();
        pool.free = (0..capacity).rev().map(|i| handle.wrapping_add(i)).collect();
        pool._handles = handles;
        pool._slab = slab;
        pool
    }

    #[inline]
    fn acquire(&mut self) -> Option<*mut Handle> {
        assert!(self.owner == this_thread(), "the pool belongs to another thread");
        let handle = self.free.pop()?;
        // SAFETY: the handles live as long as the pool, and this one is nobody else's.
        unsafe { (*handle).address &= !GONE };
        Some(handle)
    }

    /// # Safety
    /// The handle is that of a pool that still lives.
    #[inline]
    unsafe fn release(&mut self, handle: *mut Handle) {
        // SAFETY: as the caller promised.
        let held = unsafe { &mut *handle };
        assert!(core::ptr::eq(held.pool, self), "of another pool");
        assert!(held.address & GONE == 0, "released twice");
        assert!(self.owner == this_thread(), "the pool belongs to another thread");
        held.address |= GONE;
        self.free.push(handle);
    }
}

#[no_mangle]
pub extern "C" fn bench_checked_pool_new(capacity: u64) -> *mut CheckedPool {
    Box::into_raw(CheckedPool::new(capacity as usize))
}

/// # Safety
/// The pool comes from `bench_checked_pool_new`, and this is its last use.
#[no_mangle]
pub unsafe extern "C" fn bench_checked_pool_delete(pool: *mut CheckedPool) {
    // SAFETY: as the caller promised.
    drop(unsafe { Box::from_raw(pool) });
}

/// # Safety
/// The pool comes from `bench_checked_pool_new`, by the calling thread, and nobody else uses it during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_checked_pool_trips(pool: *mut CheckedPool, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    let pool = unsafe { &mut *pool };
    let mut sum = 0u64;
    for i in 0..trips {
        let Some(handle) = pool.acquire() else { return 0 };
        let handle = escapes(handle);
        // SAFETY: it was acquired from this pool; each access asks for the reaction, as a view's do.
        unsafe {
            (*(*handle).reaction()).user_id = i;
            (*(*handle).reaction()).target_id = i;
            sum = sum.wrapping_add((*(*handle).reaction()).user_id);
            pool.release(handle);
        }
    }
    sum
}

/// # Safety
/// As of [`bench_checked_pool_trips`].
#[no_mangle]
pub unsafe extern "C" fn bench_checked_pool_trips_zeroed(pool: *mut CheckedPool, trips: u64) -> u64 {
    // SAFETY: as the caller promised.
    let pool = unsafe { &mut *pool };
    let mut sum = 0u64;
    for i in 0..trips {
        let Some(handle) = pool.acquire() else { return 0 };
        // SAFETY: as in `bench_checked_pool_trips`.
        unsafe {
            (*handle).reaction().write(Reaction::new());
            let handle = escapes(handle);
            (*(*handle).reaction()).user_id = i;
            (*(*handle).reaction()).target_id = i;
            sum = sum.wrapping_add((*(*handle).reaction()).user_id);
            pool.release(handle);
        }
    }
    sum
}
