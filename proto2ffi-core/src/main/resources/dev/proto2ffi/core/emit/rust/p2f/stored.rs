//! Strings and bytes: what is stored is checked whenever it is read.

use super::memory::Allocate;
use super::Result;
use core::fmt;

/// How a string or bytes is stored, of which not all bytes are valid.
pub trait Stored: Copy {
    /// What is read from it: `str` or `[u8]`.
    type Value: ?Sized;

    /// Nothing: an empty value.
    const EMPTY: Self;

    /// The value; `field` is named in errors.
    ///
    /// # Errors
    /// As of the accessors of such fields.
    fn read(&self, field: &'static str) -> Result<&Self::Value>;

    /// Whether both hold the same, valid or not.
    fn same(&self, other: &Self) -> bool;

    /// Shows the value, or that it isn't valid.
    ///
    /// # Errors
    /// Those of the formatter.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// What is stored within the struct, up to a bound.
pub trait Inline: Stored {
    /// Whether a value fits; `field` is named in errors.
    ///
    /// # Errors
    /// [`Error::TooLong`](super::Error::TooLong), [`Error::ContainsNul`](super::Error::ContainsNul).
    fn fits(value: &Self::Value, field: &'static str) -> Result<()>;

    /// Replaces the value.
    ///
    /// # Errors
    /// As of [`Inline::fits`]; nothing is written then.
    fn write(&mut self, value: &Self::Value, field: &'static str) -> Result<()>;
}

/// What is stored elsewhere, in memory of an allocator.
pub trait Owned<'a>: Stored {
    /// A copy of a value.
    ///
    /// # Errors
    /// [`Error::OutOfMemory`](super::Error::OutOfMemory).
    fn store(allocator: &dyn Allocate<'a>, value: &Self::Value) -> Result<Self>;
}

pub(in super::super) fn read<'s, T: Stored>(item: &'s T, field: &'static str) -> Result<&'s T::Value> {
    item.read(field)
}

pub(in super::super) fn same<T: Stored>(a: &T, b: &T) -> bool {
    a.same(b)
}

pub(in super::super) fn fits<T: Inline>(value: &T::Value, field: &'static str) -> Result<()> {
    T::fits(value, field)
}

pub(in super::super) fn write<T: Inline>(item: &mut T, value: &T::Value, field: &'static str) -> Result<()> {
    item.write(value, field)
}

pub(in super::super) fn store<'a, T: Owned<'a>>(
    item: &mut T,
    allocator: &dyn Allocate<'a>,
    value: &T::Value,
) -> Result<()> {
    *item = T::store(allocator, value)?;
    Ok(())
}

/// Shows a stored value.
pub(in super::super) struct Value<'s, T>(pub(in super::super) &'s T);

impl<T: Stored> fmt::Debug for Value<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}
