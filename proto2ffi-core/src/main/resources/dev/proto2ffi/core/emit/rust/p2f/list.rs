//! Repeated fields: arrays of which a count says how much is in use.

use super::stored::{Inline, Owned, Stored, Value};
use super::memory::Allocate;
use super::{Error, Result};
use core::fmt;
use core::ops::Deref;

/// The strings or bytes of a repeated field, each checked when it is asked for.
#[derive(Clone, Copy)]
pub struct List<'s, T> {
    items: &'s [T],
    field: &'static str,
}

impl<'s, T: Stored> List<'s, T> {
    pub(in super::super) fn new(items: &'s [T], field: &'static str) -> Self {
        Self { items, field }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// One value, counted from 0.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], and those of the values' accessors.
    pub fn get(&self, index: usize) -> Result<&'s T::Value> {
        at(self.items, index, self.field)?.read(self.field)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Result<&'s T::Value>> + 's {
        let field = self.field;
        self.items.iter().map(move |item| item.read(field))
    }
}

impl<T: Stored> fmt::Debug for List<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.items.iter().map(Value)).finish()
    }
}

/// The elements of a repeated field of a packed struct, by value: references into such structs may be misaligned.
#[derive(Clone, Copy)]
pub struct Values<T, const N: usize> {
    items: [T; N],
    count: usize,
}

impl<T, const N: usize> Values<T, N> {
    pub(in super::super) fn new(items: [T; N], count: u32, field: &'static str) -> Result<Self> {
        self::items(&items, count, field)?;
        Ok(Self { items, count: count as usize })
    }
}

impl<T, const N: usize> Deref for Values<T, N> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.items[..self.count]
    }
}

impl<T: fmt::Debug, const N: usize> fmt::Debug for Values<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

pub(in super::super) fn items<'s, T>(items: &'s [T], count: u32, field: &'static str) -> Result<&'s [T]> {
    match items.get(..count as usize) {
        Some(used) => Ok(used),
        None => Err(Error::BadCount { field, count, max: items.len() }),
    }
}

pub(in super::super) fn items_mut<'s, T>(items: &'s mut [T], count: u32, field: &'static str) -> Result<&'s mut [T]> {
    let max = items.len();
    match items.get_mut(..count as usize) {
        Some(used) => Ok(used),
        None => Err(Error::BadCount { field, count, max }),
    }
}

pub(in super::super) fn set_items<T: Copy>(
    items: &mut [T],
    count: &mut u32,
    values: &[T],
    field: &'static str,
) -> Result<()> {
    let max = items.len();
    let Some(target) = items.get_mut(..values.len()) else {
        return Err(Error::Full { field, count: values.len(), max });
    };
    target.copy_from_slice(values);
    *count = values.len() as u32;
    Ok(())
}

pub(in super::super) fn push<T>(items: &mut [T], count: &mut u32, value: T, field: &'static str) -> Result<()> {
    let index = next_index(*count, items.len(), field)?;
    items[index] = value;
    *count += 1;
    Ok(())
}

pub(in super::super) fn push_value<T: Inline>(
    items: &mut [T],
    count: &mut u32,
    value: &T::Value,
    field: &'static str,
) -> Result<()> {
    let index = next_index(*count, items.len(), field)?;
    items[index].write(value, field)?;
    *count += 1;
    Ok(())
}

pub(in super::super) fn push_owned<'a, T: Owned<'a>>(
    items: &mut [T],
    count: &mut u32,
    allocator: &dyn Allocate<'a>,
    value: &T::Value,
    field: &'static str,
) -> Result<()> {
    let index = next_index(*count, items.len(), field)?;
    items[index] = T::store(allocator, value)?;
    *count += 1;
    Ok(())
}

/// The place of an element in use.
pub(in super::super) fn index(index: usize, count: u32, max: usize, field: &'static str) -> Result<usize> {
    if count as usize > max {
        return Err(Error::BadCount { field, count, max });
    }
    let count = count as usize;
    if index < count { Ok(index) } else { Err(Error::OutOfRange { field, index, count }) }
}

/// The place of the first element that isn't in use yet.
pub(in super::super) fn next_index(count: u32, max: usize, field: &'static str) -> Result<usize> {
    match count as usize {
        index if index < max => Ok(index),
        index if index == max => Err(Error::Full { field, count: max + 1, max }),
        _ => Err(Error::BadCount { field, count, max }),
    }
}

pub(in super::super) fn at<'s, T>(items: &'s [T], index: usize, field: &'static str) -> Result<&'s T> {
    items.get(index).ok_or(Error::OutOfRange { field, index, count: items.len() })
}

pub(in super::super) fn at_mut<'s, T>(items: &'s mut [T], index: usize, field: &'static str) -> Result<&'s mut T> {
    let count = items.len();
    items.get_mut(index).ok_or(Error::OutOfRange { field, index, count })
}

/// The elements in use, and how many there are said to be: all of them where that is beyond the storage.
pub(in super::super) fn used<T>(items: &[T], count: u32) -> (&[T], u64) {
    (items.get(..count as usize).unwrap_or(items), u64::from(count))
}

pub(in super::super) fn eq_items<T: PartialEq>(a: (&[T], u64), b: (&[T], u64)) -> bool {
    a == b
}

pub(in super::super) fn eq_values<T: Stored>(a: (&[T], u64), b: (&[T], u64)) -> bool {
    a.1 == b.1 && a.0.len() == b.0.len() && a.0.iter().zip(b.0).all(|(a, b)| a.same(b))
}

/// By value, for members of packed structs, of which there are no references.
pub(in super::super) fn equal<T: PartialEq>(a: T, b: T) -> bool {
    a == b
}

/// Shows the elements in use of a repeated field, and says so where there can't be such.
pub(in super::super) struct Items<'s, T>(pub(in super::super) Result<&'s [T]>);

impl<T: fmt::Debug> fmt::Debug for Items<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Ok(used) => f.debug_list().entries(used).finish(),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}

/// As [`Items`], of strings or bytes.
pub(in super::super) struct ValueItems<'s, T>(pub(in super::super) Result<&'s [T]>);

impl<T: Stored> fmt::Debug for ValueItems<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Ok(used) => f.debug_list().entries(used.iter().map(Value)).finish(),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}
