//! Memory of this program's heap, for other code to put its responses in.

use super::std::alloc::{alloc, dealloc};
use super::std::vec::Vec;
use super::{Allocator, Arena};
use core::alloc::Layout;
use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::ptr;
use core::ptr::NonNull;

/// An allocator on the heap, for one thread; what it gives out is freed with it.
///
/// It is for those who call: `let heap = Heap::new(); server.report(&request, &mut response, &heap.arena())?;`.
#[repr(C)]
pub struct Heap {
    /// First, so that other code knows the whole as the `p2f_allocator` that this is.
    head: Allocator,
    blocks: UnsafeCell<Vec<(NonNull<u8>, Layout)>>,
}

impl Heap {
    /// One that holds nothing yet.
    pub const fn new() -> Self {
        Self { head: Allocator { allocate: Some(allocate) }, blocks: UnsafeCell::new(Vec::new()) }
    }

    /// What calls take their memory from. Responses that point there live no longer than this heap.
    pub fn arena(&self) -> Arena<'_> {
        Arena::of(NonNull::from(self).cast::<Allocator>(), self)
    }
}

impl Default for Heap {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Heap {
    fn drop(&mut self) {
        for (block, layout) in self.blocks.get_mut().drain(..) {
            // SAFETY: `allocate` got it for this layout, and nothing that points to it lives longer than the heap.
            unsafe { dealloc(block.as_ptr(), layout) };
        }
    }
}

/// The function of a heap.
///
/// # Safety
/// `this` is the head of one, alive, of this thread.
unsafe extern "C" fn allocate(this: *mut Allocator, size: u64, align: u64) -> *mut c_void {
    let (Ok(size), Ok(align)) = (usize::try_from(size), usize::try_from(align)) else {
        return ptr::null_mut();
    };
    let Ok(layout) = Layout::from_size_align(size.max(1), align) else {
        return ptr::null_mut();
    };
    // SAFETY: a heap, as the caller promises; of its thread, so that nobody else is in here.
    let blocks = unsafe { &mut *(*this.cast::<Heap>()).blocks.get() };
    if blocks.try_reserve(1).is_err() {
        return ptr::null_mut();
    }
    // SAFETY: its size isn't zero.
    let block = unsafe { alloc(layout) };
    if let Some(block) = NonNull::new(block) {
        blocks.push((block, layout));
    }
    block.cast()
}
