//! Where the data of unbounded fields lives.

use super::foreign::check_pointer;
use super::{Error, Result};
use core::alloc::Layout;
use core::cell::Cell;
use core::ffi::c_void;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::ptr::NonNull;

/// What gives out memory that lives as long as `'a`. It is never given back piece by piece.
///
/// # Safety
/// Each block has at least the layout's size and alignment, stays in place for all of `'a`, and nobody else reads or
/// writes it meanwhile.
pub unsafe trait Allocate<'a> {
    /// A block of memory, whatever its bytes; `None` where there is no more. The size is never zero.
    fn allocate(&self, layout: Layout) -> Option<NonNull<u8>>;
}

/// C's `p2f_allocator`.
#[repr(C)]
pub struct Allocator {
    /// Returns NULL where there is no more memory.
    pub allocate: Option<unsafe extern "C" fn(this: *mut Allocator, size: u64, align: u64) -> *mut c_void>,
}

/// An allocator of native code, for as long as the memory that it gives out lives.
#[derive(Clone, Copy)]
pub struct Arena<'a> {
    allocator: NonNull<Allocator>,
    memory: PhantomData<&'a [u8]>,
}

impl Arena<'_> {
    /// Trusts an allocator that other code owns.
    ///
    /// # Errors
    /// [`Error::Null`], also where its function is NULL; [`Error::Misaligned`].
    ///
    /// # Safety
    /// `allocator` is NULL or points to one that may be called from this thread as long as the result's lifetime lasts,
    /// and the blocks that it gives out are as [`Allocate`] says.
    pub unsafe fn from_ptr(allocator: *mut Allocator) -> Result<Self> {
        check_pointer(allocator.cast_const())?;
        let allocator = NonNull::new(allocator).ok_or(Error::Null)?;
        // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise.
        match unsafe { (*allocator.as_ptr()).allocate } {
            Some(_) => Ok(Self { allocator, memory: PhantomData }),
            None => Err(Error::Null),
        }
    }
}

impl<'a> Arena<'a> {
    /// One whose memory belongs to something that lives as long.
    pub(super) fn of<T>(allocator: NonNull<Allocator>, _owner: &'a T) -> Self {
        Self { allocator, memory: PhantomData }
    }

    /// For native code to call.
    pub(in super::super) fn as_mut_ptr(&self) -> *mut Allocator {
        self.allocator.as_ptr()
    }
}

// SAFETY: that its blocks are as the trait says was promised to `from_ptr`; their alignment is checked.
unsafe impl<'a> Allocate<'a> for Arena<'a> {
    fn allocate(&self, layout: Layout) -> Option<NonNull<u8>> {
        let this = self.allocator.as_ptr();
        // SAFETY: it may be called, as was promised to `from_ptr`.
        let block = unsafe { ((*this).allocate?)(this, layout.size() as u64, layout.align() as u64) };
        NonNull::new(block.cast::<u8>()).filter(|block| block.as_ptr() as usize % layout.align() == 0)
    }
}

/// Memory of the caller's, given out from front to back.
pub struct Buffer<'a> {
    start: *mut u8,
    size: usize,
    used: Cell<usize>,
    memory: PhantomData<&'a mut [MaybeUninit<u8>]>,
}

impl<'a> Buffer<'a> {
    /// Gives out what `memory` has room for.
    pub fn new(memory: &'a mut [MaybeUninit<u8>]) -> Self {
        let (start, size) = (memory.as_mut_ptr().cast::<u8>(), memory.len());
        Self { start, size, used: Cell::new(0), memory: PhantomData }
    }

    /// Bytes given out so far, gaps between blocks included.
    pub fn used(&self) -> usize {
        self.used.get()
    }
}

// SAFETY: the blocks are parts of memory that is borrowed for all of `'a`, none of which is given out twice.
unsafe impl<'a> Allocate<'a> for Buffer<'a> {
    fn allocate(&self, layout: Layout) -> Option<NonNull<u8>> {
        let from = self.start as usize + self.used.get();
        let gap = from.wrapping_neg() & (layout.align() - 1);
        let offset = self.used.get().checked_add(gap)?;
        let end = offset.checked_add(layout.size())?;
        if end > self.size {
            return None;
        }
        self.used.set(end);
        NonNull::new(self.start.wrapping_add(offset))
    }
}

/// A block with room for `count` values.
pub(super) fn room<'a, T>(allocator: &dyn Allocate<'a>, count: usize) -> Result<NonNull<T>> {
    let each = ::core::mem::size_of::<T>();
    let Ok(layout) = Layout::array::<T>(count) else {
        return Err(Error::BadLength { size: usize::MAX, each });
    };
    match allocator.allocate(layout) {
        Some(block) => Ok(block.cast()),
        None => Err(Error::OutOfMemory { size: layout.size(), align: layout.align() }),
    }
}
