//! Ways into memory that other code owns.

use super::{Error, Result};

/// What other code may hand out by its address.
///
/// A struct that holds pointers is trusted from here on: see the promises of the four functions. That a pointer is NULL or
/// misaligned, or that a length is absurd, is still found when the field is read.
pub trait Foreign: Sized {
    /// Looks at a struct that other code owns.
    ///
    /// # Errors
    /// [`Error::Null`], [`Error::Misaligned`].
    ///
    /// # Safety
    /// `ptr` is NULL, or there are `size_of::<Self>()` initialised bytes at it, valid for `Self` (any are for generated
    /// types), that stay in place, and that nobody writes, atomic fields aside, as long as the reference lives. For a
    /// struct that isn't flat the same is true of what its pointers lead to, as far as the sizes beside them say, as long
    /// as the struct's lifetime lasts.
    unsafe fn from_ptr<'r>(ptr: *const Self) -> Result<&'r Self> {
        check_pointer(ptr)?;
        // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise.
        Ok(unsafe { &*ptr })
    }

    /// Edits a struct that other code owns.
    ///
    /// # Errors
    /// [`Error::Null`], [`Error::Misaligned`].
    ///
    /// # Safety
    /// `ptr` is NULL, or there are `size_of::<Self>()` initialised bytes at it, valid for `Self` (any are for generated
    /// types), that may be written and stay in place, and that nobody else reads or writes, as long as the reference
    /// lives. For a struct that isn't flat the same is true of what its pointers lead to, as long as the struct's lifetime
    /// lasts; no two of them lead to the same memory, and none to the struct itself. Text and bytes are only read: theirs
    /// may be constant, and shared among them.
    unsafe fn from_mut_ptr<'r>(ptr: *mut Self) -> Result<&'r mut Self> {
        check_pointer(ptr)?;
        // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise.
        Ok(unsafe { &mut *ptr })
    }

    /// Looks at an array that other code owns. NULL with a count of zero is an empty one.
    ///
    /// # Errors
    /// [`Error::Null`], [`Error::Misaligned`], [`Error::BadLength`].
    ///
    /// # Safety
    /// As of [`Foreign::from_ptr`], for `count` structs.
    unsafe fn slice_from_ptr<'r>(ptr: *const Self, count: usize) -> Result<&'r [Self]> {
        if count == 0 {
            return Ok(&[]);
        }
        check_array(ptr, count)?;
        // SAFETY: not NULL, aligned and addressable, as just checked; the rest is the caller's promise.
        Ok(unsafe { ::core::slice::from_raw_parts(ptr, count) })
    }

    /// Edits an array that other code owns. NULL with a count of zero is an empty one.
    ///
    /// # Errors
    /// [`Error::Null`], [`Error::Misaligned`], [`Error::BadLength`].
    ///
    /// # Safety
    /// As of [`Foreign::from_mut_ptr`], for `count` structs.
    unsafe fn slice_from_mut_ptr<'r>(ptr: *mut Self, count: usize) -> Result<&'r mut [Self]> {
        if count == 0 {
            return Ok(&mut []);
        }
        check_array(ptr, count)?;
        // SAFETY: not NULL, aligned and addressable, as just checked; the rest is the caller's promise.
        Ok(unsafe { ::core::slice::from_raw_parts_mut(ptr, count) })
    }
}

/// A struct without pointers, for which any bytes are a valid value.
///
/// # Safety
/// The type is `repr(C)` or `repr(transparent)`, and all of its fields are integers, floats, arrays of
/// such, unions of such, or themselves `Flat`: every bit pattern is valid, there is no interior mutability, and dropping it does nothing.
pub unsafe trait Flat: Foreign + Copy + 'static {
    /// A struct whose bytes are all zero, which is not the same as its defaults.
    fn zeroed() -> Self {
        // SAFETY: any bytes are valid for a `Flat` type, zeros among them.
        unsafe { ::core::mem::zeroed() }
    }

    /// Looks at as many structs as fill `bytes`, such as those of a mapped file.
    ///
    /// # Errors
    /// [`Error::Misaligned`]; [`Error::BadLength`] where a part of a struct is left over.
    fn from_bytes(bytes: &[u8]) -> Result<&[Self]> {
        let each = ::core::mem::size_of::<Self>();
        if each == 0 || bytes.len() % each != 0 {
            return Err(Error::BadLength { size: bytes.len(), each });
        }
        if bytes.is_empty() {
            return Ok(&[]);
        }
        let ptr = bytes.as_ptr().cast::<Self>();
        check_pointer(ptr)?;
        // SAFETY: aligned, as just checked; these are the initialised bytes of a slice that is borrowed for as
        // long as the result, and any bytes are valid for a `Flat` type.
        Ok(unsafe { ::core::slice::from_raw_parts(ptr, bytes.len() / each) })
    }
}

pub(super) fn check_pointer<T>(ptr: *const T) -> Result<()> {
    if ptr.is_null() {
        return Err(Error::Null);
    }
    let (address, align) = (ptr as usize, ::core::mem::align_of::<T>());
    if address % align != 0 {
        return Err(Error::Misaligned { address, align });
    }
    Ok(())
}

fn check_array<T>(ptr: *const T, count: usize) -> Result<()> {
    check_pointer(ptr)?;
    let each = ::core::mem::size_of::<T>();
    match count.checked_mul(each) {
        Some(size) if size <= isize::MAX as usize => Ok(()),
        _ => Err(Error::BadLength { size: usize::MAX, each }),
    }
}
