//! C's `p2f_error`, where the function that is called says why it failed.

use super::std::string::String;
use super::{BatchError, CallError};
use core::mem::{align_of, size_of, MaybeUninit};
use core::ptr::{addr_of, addr_of_mut};

/// With the NUL that ends the text.
const MESSAGE_SIZE: usize = 496;

/// C's `p2f_error`: written by a function that fails, and only then. Its result says whether it did.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct ErrorRecord {
    code: i32,
    reserved: u32,
    index: u64,
    message: [u8; MESSAGE_SIZE],
}

const _: () = assert!(size_of::<ErrorRecord>() == 512 && align_of::<ErrorRecord>() == 8);

/// Whether nothing, or a whole record can be written there.
pub(super) fn is_place(error: *mut ErrorRecord) -> bool {
    error as usize % align_of::<ErrorRecord>() == 0
}

/// Writes an error, unless to NULL, and gives its code. Whatever was there before may be uninitialised.
///
/// # Safety
/// `error` is NULL, or aligned, and may be written.
#[cold]
pub(super) unsafe fn report(error: *mut ErrorRecord, index: usize, failure: &CallError) -> i32 {
    let code = if failure.code == 0 { CallError::UNKNOWN } else { failure.code };
    if !error.is_null() {
        let text = cut(&failure.message);
        // SAFETY: it may be written, as the caller promises; the text and its NUL fit, as `cut` says.
        unsafe {
            addr_of_mut!((*error).code).write(code);
            addr_of_mut!((*error).reserved).write(0);
            addr_of_mut!((*error).index).write(index as u64);
            let message = addr_of_mut!((*error).message).cast::<u8>();
            message.copy_from_nonoverlapping(text.as_ptr(), text.len());
            message.add(text.len()).write(0);
        }
    }
    code
}

/// As much of a text as there is room for before a NUL, up to the end of a character.
fn cut(text: &str) -> &str {
    let mut end = text.len().min(MESSAGE_SIZE - 1);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Where a function that is called from here says why it failed.
pub(in super::super) struct ErrorSlot {
    record: MaybeUninit<ErrorRecord>,
}

impl ErrorSlot {
    /// An empty text; the bytes behind it are left as they are, since few calls fail.
    #[inline]
    pub(in super::super) fn new() -> Self {
        let mut record = MaybeUninit::<ErrorRecord>::uninit();
        let start = record.as_mut_ptr();
        // SAFETY: these are members of a record that is ours.
        unsafe {
            addr_of_mut!((*start).index).write(0);
            addr_of_mut!((*start).message).cast::<u8>().write(0);
        }
        Self { record }
    }

    #[inline]
    pub(in super::super) fn as_mut_ptr(&mut self) -> *mut ErrorRecord {
        self.record.as_mut_ptr()
    }

    /// What a call returned.
    ///
    /// # Safety
    /// If `code` isn't zero, then the function left the record alone, or wrote it as C's `p2f_error` says.
    #[inline]
    pub(in super::super) unsafe fn outcome(&self, code: i32) -> Result<(), CallError> {
        if code == 0 {
            return Ok(());
        }
        // SAFETY: as the caller promises.
        Err(unsafe { self.failure(code) })
    }

    /// What a batch returned.
    ///
    /// # Safety
    /// As of [`ErrorSlot::outcome`].
    #[inline]
    pub(in super::super) unsafe fn batch_outcome(&self, code: i32) -> Result<(), BatchError> {
        if code == 0 {
            return Ok(());
        }
        // SAFETY: `new` wrote the index, and the function wrote another one or none.
        let index = unsafe { addr_of!((*self.record.as_ptr()).index).read() };
        // SAFETY: as the caller promises.
        Err(BatchError::new(usize::try_from(index).unwrap_or(usize::MAX), unsafe { self.failure(code) }))
    }

    #[cold]
    unsafe fn failure(&self, code: i32) -> CallError {
        // SAFETY: `new` wrote a first byte, and what other code wrote ends with a NUL, so that no byte is read behind what
        // was written.
        let text = unsafe {
            let message = addr_of!((*self.record.as_ptr()).message).cast::<u8>();
            let mut size = 0;
            while size < MESSAGE_SIZE && message.add(size).read() != 0 {
                size += 1;
            }
            core::slice::from_raw_parts(message, size)
        };
        let message = String::from_utf8_lossy(text);
        CallError::new(code, if message.is_empty() { "the server gave no message".into() } else { message })
    }
}
