//! What is stored elsewhere: a pointer, and where there may be several elements, their number.
//!
//! All of it lives for `'a`: safe code puts only memory of an allocator of that lifetime there, and what comes from
//! elsewhere was promised to do so when [`Foreign`](super::Foreign) let it in. Nothing else points to what can be edited.

use super::memory::{room, Allocate};
use super::stored::{Owned, Stored};
use super::text::{show_bytes, utf8};
use super::{Error, Result};
use core::fmt;
use core::marker::PhantomData;
use core::mem::{align_of, size_of};
use core::ptr;

/// An unbounded text: C's `p2f_str`. Not ended by a NUL.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Str<'a> {
    bytes: BytesView<'a>,
}

/// Unbounded bytes: C's `p2f_bytes`.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct BytesView<'a> {
    data: *const u8,
    size: u64,
    memory: PhantomData<&'a [u8]>,
}

/// Unbounded elements: a pointer and their number.
#[repr(C)]
pub struct Span<'a, T> {
    data: *const T,
    size: u64,
    memory: PhantomData<&'a T>,
}

/// A message elsewhere, or NULL.
#[repr(transparent)]
pub struct Ptr<'a, T> {
    ptr: *const T,
    memory: PhantomData<&'a T>,
}

// Not derived: that would ask for copies of what they point to. Only fields that are private to generated code have them.
impl<T> Clone for Span<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Span<'_, T> {}

impl<T> Clone for Ptr<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ptr<'_, T> {}

/// Checks what can be checked of a pointer that must not be NULL.
fn check<T>(data: *const T, field: &'static str) -> Result<()> {
    let (address, align) = (data as usize, align_of::<T>());
    if address == 0 || address % align != 0 {
        return Err(Error::BadPointer { field, address, align });
    }
    Ok(())
}

/// The number of elements behind a pointer, once that is one, and they are as many as memory can hold.
fn length<T>(data: *const T, size: u64, field: &'static str) -> Result<usize> {
    if size == 0 {
        return Ok(0);
    }
    check(data, field)?;
    match usize::try_from(size) {
        Ok(count) if count <= isize::MAX as usize / size_of::<T>() => Ok(count),
        _ => Err(Error::BadSize { field, size }),
    }
}

impl<'a> BytesView<'a> {
    pub(in super::super) const fn new() -> Self {
        Self::of(&[])
    }

    /// No bytes are a NULL pointer.
    pub(in super::super) const fn of(value: &'a [u8]) -> Self {
        let data = if value.is_empty() { ptr::null() } else { value.as_ptr() };
        Self { data, size: value.len() as u64, memory: PhantomData }
    }

    pub(in super::super) fn get(&self, field: &'static str) -> Result<&[u8]> {
        match length(self.data, self.size, field)? {
            0 => Ok(&[]),
            // SAFETY: not NULL, and addressable, as just checked; the bytes are there as the module says.
            size => Ok(unsafe { ::core::slice::from_raw_parts(self.data, size) }),
        }
    }

    pub(super) fn copied(allocator: &dyn Allocate<'a>, value: &[u8]) -> Result<Self> {
        let mut bytes = Span::new();
        bytes.copy(allocator, value)?;
        Ok(Self { data: bytes.data, size: bytes.size, memory: PhantomData })
    }
}

impl Default for BytesView<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl Stored for BytesView<'_> {
    type Value = [u8];

    const EMPTY: Self = Self::new();

    fn read(&self, field: &'static str) -> Result<&[u8]> {
        self.get(field)
    }

    /// What can't be read counts as nothing.
    fn same(&self, other: &Self) -> bool {
        self.size == other.size && self.get("").unwrap_or(&[]) == other.get("").unwrap_or(&[])
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.get("bytes") {
            Ok(data) => show_bytes(data, f),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}

impl<'a> Owned<'a> for BytesView<'a> {
    fn store(allocator: &dyn Allocate<'a>, value: &[u8]) -> Result<Self> {
        Self::copied(allocator, value)
    }
}

impl<'a> Str<'a> {
    pub(in super::super) const fn new() -> Self {
        Self::of("")
    }

    pub(in super::super) const fn of(value: &'a str) -> Self {
        Self { bytes: BytesView::of(value.as_bytes()) }
    }

    /// Valid UTF-8 or not.
    pub(super) fn copied(&self, field: &'static str) -> Result<&[u8]> {
        self.bytes.get(field)
    }

    pub(super) fn of_bytes(bytes: BytesView<'a>) -> Self {
        Self { bytes }
    }
}

impl Default for Str<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl Stored for Str<'_> {
    type Value = str;

    const EMPTY: Self = Self::new();

    fn read(&self, field: &'static str) -> Result<&str> {
        utf8(self.bytes.get(field)?, field)
    }

    fn same(&self, other: &Self) -> bool {
        self.bytes.same(&other.bytes)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.read("text") {
            Ok(text) => fmt::Debug::fmt(text, f),
            Err(_) => self.bytes.show(f),
        }
    }
}

impl<'a> Owned<'a> for Str<'a> {
    fn store(allocator: &dyn Allocate<'a>, value: &str) -> Result<Self> {
        Ok(Self { bytes: BytesView::copied(allocator, value.as_bytes())? })
    }
}

impl<'a, T> Span<'a, T> {
    pub(in super::super) const fn new() -> Self {
        Self { data: ptr::null(), size: 0, memory: PhantomData }
    }

    pub(in super::super) fn get(&self, field: &'static str) -> Result<&[T]> {
        match length(self.data, self.size, field)? {
            0 => Ok(&[]),
            // SAFETY: not NULL, aligned and addressable, as just checked; the elements are there as the module says.
            size => Ok(unsafe { ::core::slice::from_raw_parts(self.data, size) }),
        }
    }

    pub(in super::super) fn get_mut(&mut self, field: &'static str) -> Result<&mut [T]> {
        match length(self.data, self.size, field)? {
            0 => Ok(&mut []),
            // SAFETY: as above; nothing else leads to them, and `self` is borrowed as long as they are.
            size => Ok(unsafe { ::core::slice::from_raw_parts_mut(self.data.cast_mut(), size) }),
        }
    }

    /// The elements, and how many there are said to be; none where they can't be read.
    pub(in super::super) fn used(&self) -> (&[T], u64) {
        (self.get("").unwrap_or(&[]), self.size)
    }

    /// The stored number of elements.
    pub(in super::super) fn size(&self) -> u64 {
        self.size
    }

    /// Points to a copy of some elements.
    pub(in super::super) fn copy(&mut self, allocator: &dyn Allocate<'a>, values: &[T]) -> Result<()>
    where
        T: Copy,
    {
        self.fill(allocator, values.len(), |index| Ok(values[index])).map(|_| ())
    }

    /// Points to copies of strings or bytes.
    pub(in super::super) fn store<V: AsRef<T::Value>>(
        &mut self,
        allocator: &dyn Allocate<'a>,
        values: &[V],
    ) -> Result<()>
    where
        T: Owned<'a>,
    {
        self.fill(allocator, values.len(), |index| T::store(allocator, values[index].as_ref())).map(|_| ())
    }

    /// Points to strings or bytes that are stored within bounds.
    pub(in super::super) fn write<V: AsRef<T::Value>>(
        &mut self,
        allocator: &dyn Allocate<'a>,
        values: &[V],
        field: &'static str,
    ) -> Result<()>
    where
        T: super::Inline,
    {
        for value in values {
            T::fits(value.as_ref(), field)?;
        }
        let written = |index: usize| {
            let mut item = T::EMPTY;
            item.write(values[index].as_ref(), field)?;
            Ok(item)
        };
        self.fill(allocator, values.len(), written).map(|_| ())
    }

    /// Points to new elements.
    pub(in super::super) fn fill(
        &mut self,
        allocator: &dyn Allocate<'a>,
        count: usize,
        mut value: impl FnMut(usize) -> Result<T>,
    ) -> Result<&mut [T]> {
        if count == 0 {
            *self = Self::new();
            return Ok(&mut []);
        }
        let data = room::<T>(allocator, count)?.as_ptr();
        for index in 0..count {
            let value = value(index)?;
            // SAFETY: the block has room for `count` elements, at their alignment, and is ours alone.
            unsafe { data.add(index).write(value) };
        }
        *self = Self { data, size: count as u64, memory: PhantomData };
        // SAFETY: all elements were just written; the block is ours alone.
        Ok(unsafe { ::core::slice::from_raw_parts_mut(data, count) })
    }
}

impl<'a, T> Ptr<'a, T> {
    pub(in super::super) const fn new() -> Self {
        Self { ptr: ptr::null(), memory: PhantomData }
    }

    pub(in super::super) fn is_null(&self) -> bool {
        self.ptr.is_null()
    }

    pub(super) fn address(&self) -> *const T {
        self.ptr
    }

    pub(in super::super) fn get(&self, field: &'static str) -> Result<Option<&T>> {
        if self.ptr.is_null() {
            return Ok(None);
        }
        self.required(field).map(Some)
    }

    pub(in super::super) fn get_mut(&mut self, field: &'static str) -> Result<Option<&mut T>> {
        if self.ptr.is_null() {
            return Ok(None);
        }
        self.required_mut(field).map(Some)
    }

    /// Where NULL is no message at all.
    pub(in super::super) fn required(&self, field: &'static str) -> Result<&T> {
        check(self.ptr, field)?;
        // SAFETY: not NULL and aligned, as just checked; the message is there as the module says.
        Ok(unsafe { &*self.ptr })
    }

    pub(in super::super) fn required_mut(&mut self, field: &'static str) -> Result<&mut T> {
        check(self.ptr, field)?;
        // SAFETY: as above; nothing else leads to it, and `self` is borrowed as long as it is.
        Ok(unsafe { &mut *self.ptr.cast_mut() })
    }

    /// Points to a new message.
    pub(in super::super) fn init(&mut self, allocator: &dyn Allocate<'a>, value: T) -> Result<&mut T> {
        let place = room::<T>(allocator, 1)?.as_ptr();
        // SAFETY: the block has room for it, at its alignment, and is ours alone.
        unsafe { place.write(value) };
        self.ptr = place.cast_const();
        // SAFETY: it was just written; the block is ours alone.
        Ok(unsafe { &mut *place })
    }
}
