//! What all generated modules share: storage types, errors, and the checked ways into foreign memory.
//!
//! Nothing here allocates, and only `core` is used.

use core::fmt;

/// Why a value could not be written to, or read from, a struct.
///
/// It does not implement `std::error::Error`, which `core` has only since Rust 1.81.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A text or bytes value is larger than its storage. Nothing was written.
    TooLong {
        /// Full name of the field.
        field: &'static str,
        /// Bytes that the value needs, the terminating NUL of a text included.
        size: usize,
        /// Bytes of storage.
        max: usize,
    },
    /// A text to be written holds U+0000, where a reader would see its end. Nothing was written.
    ContainsNul {
        /// Full name of the field.
        field: &'static str,
        /// Offset of the NUL in bytes.
        at: usize,
    },
    /// A stored text has no terminating NUL within its storage.
    Unterminated {
        /// Full name of the field.
        field: &'static str,
        /// Bytes of storage.
        max: usize,
    },
    /// A stored text is not UTF-8.
    NotUtf8 {
        /// Full name of the field.
        field: &'static str,
        /// Offset of the first bad byte.
        at: usize,
    },
    /// A stored size or count is larger than the storage that it describes.
    BadCount {
        /// Full name of the field.
        field: &'static str,
        /// The size or count found.
        count: u32,
        /// Bytes or elements of storage.
        max: usize,
    },
    /// There is no room for so many elements. Nothing was written.
    Full {
        /// Full name of the field.
        field: &'static str,
        /// Elements wanted.
        count: usize,
        /// Elements of storage.
        max: usize,
    },
    /// There is no such element.
    OutOfRange {
        /// Full name of the field.
        field: &'static str,
        /// The index asked for.
        index: usize,
        /// Elements in use.
        count: usize,
    },
    /// A pointer to structs is NULL.
    Null,
    /// A pointer to a struct is not a multiple of the struct's alignment.
    Misaligned {
        /// The address.
        address: usize,
        /// What it must be a multiple of.
        align: usize,
    },
    /// Memory is too small for what is said to be in it, or too large to address.
    BadLength {
        /// Bytes that there are.
        size: usize,
        /// Bytes of one struct.
        each: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Error::TooLong { field, size, max } => {
                write!(f, "{field}: {size} bytes do not fit into max_size {max}")
            }
            Error::ContainsNul { field, at } => {
                write!(f, "{field}: the text holds U+0000 at byte {at}, which would end it")
            }
            Error::Unterminated { field, max } => {
                write!(f, "{field}: no terminating NUL in its {max} bytes")
            }
            Error::NotUtf8 { field, at } => write!(f, "{field}: not UTF-8 at byte {at}"),
            Error::BadCount { field, count, max } => {
                write!(f, "{field}: a stored count of {count} where {max} is the most")
            }
            Error::Full { field, count, max } => {
                write!(f, "{field}: {count} elements do not fit into max_count {max}")
            }
            Error::OutOfRange { field, index, count } => {
                write!(f, "{field}: no element {index}, there are {count}")
            }
            Error::Null => f.write_str("a pointer to structs is NULL"),
            Error::Misaligned { address, align } => {
                write!(f, "address {address:#x} is not a multiple of {align}")
            }
            Error::BadLength { size, each } => {
                write!(f, "{size} bytes of memory for structs of {each} bytes each")
            }
        }
    }
}

/// What fallible operations of this module tree return.
pub type Result<T, E = Error> = ::core::result::Result<T, E>;

/// A C `bool` in memory that others write: any byte is valid, and every byte but zero is true.
#[repr(transparent)]
#[derive(Clone, Copy, Default)]
pub struct Bool(u8);

impl Bool {
    /// Stored as 0.
    pub const FALSE: Self = Self(0);
    /// Stored as 1.
    pub const TRUE: Self = Self(1);

    /// What C reads as this value.
    pub const fn new(value: bool) -> Self {
        Self(value as u8)
    }

    /// Whether the byte is not zero.
    pub const fn get(self) -> bool {
        self.0 != 0
    }

    /// Stores 0 or 1.
    pub fn set(&mut self, value: bool) {
        *self = Self::new(value);
    }
}

impl From<bool> for Bool {
    fn from(value: bool) -> Self {
        Self::new(value)
    }
}

impl From<Bool> for bool {
    fn from(value: Bool) -> Self {
        value.get()
    }
}

impl PartialEq for Bool {
    fn eq(&self, other: &Self) -> bool {
        self.get() == other.get()
    }
}

impl Eq for Bool {}

impl PartialEq<bool> for Bool {
    fn eq(&self, other: &bool) -> bool {
        self.get() == *other
    }
}

impl fmt::Debug for Bool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.get(), f)
    }
}

/// Up to `N` bytes and how many of them are in use. What lies behind those is unspecified and ignored.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Bytes<const N: usize> {
    size: u32,
    data: [u8; N],
}

impl<const N: usize> Bytes<N> {
    /// Bytes of storage.
    pub const CAPACITY: usize = N;

    /// No bytes in use.
    pub const fn new() -> Self {
        Self { size: 0, data: [0; N] }
    }

    /// The bytes in use.
    ///
    /// # Errors
    /// [`Error::BadCount`] where the stored size is larger than `N`.
    pub fn as_slice(&self) -> Result<&[u8]> {
        self.get("bytes")
    }

    /// Replaces the bytes in use.
    ///
    /// # Errors
    /// [`Error::TooLong`] where there are more than `N`; nothing is written then.
    pub fn set(&mut self, value: &[u8]) -> Result<()> {
        self.put(value, "bytes")
    }

    pub(super) const fn of(value: &[u8]) -> Self {
        Self { size: value.len() as u32, data: bytes(value) }
    }

    pub(super) fn get(&self, field: &'static str) -> Result<&[u8]> {
        items(&self.data, self.size, field)
    }

    pub(super) fn put(&mut self, value: &[u8], field: &'static str) -> Result<()> {
        let Some(target) = self.data.get_mut(..value.len()) else {
            return Err(Error::TooLong { field, size: value.len(), max: N });
        };
        target.copy_from_slice(value);
        self.size = value.len() as u32;
        Ok(())
    }
}

impl<const N: usize> Default for Bytes<N> {
    fn default() -> Self {
        Self::new()
    }
}

/// Equal where the bytes in use are; a size beyond the storage counts as all of it, and differs from others.
impl<const N: usize> PartialEq for Bytes<N> {
    fn eq(&self, other: &Self) -> bool {
        eq_items(&self.data, self.size, &other.data, other.size)
    }
}

impl<const N: usize> Eq for Bytes<N> {}

impl<const N: usize> fmt::Debug for Bytes<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.as_slice() {
            Ok(data) => write!(f, "b\"{}\"", data.escape_ascii()),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}

/// The texts of a repeated field, each checked when it is asked for.
#[derive(Clone, Copy)]
pub struct Texts<'a, const N: usize> {
    items: &'a [[u8; N]],
    field: &'static str,
}

impl<'a, const N: usize> Texts<'a, N> {
    pub(super) fn new(items: &'a [[u8; N]], field: &'static str) -> Self {
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

    /// One text, counted from 0.
    ///
    /// # Errors
    /// [`Error::OutOfRange`], [`Error::Unterminated`], [`Error::NotUtf8`].
    pub fn get(&self, index: usize) -> Result<&'a str> {
        text(at(self.items, index, self.field)?, self.field)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Result<&'a str>> + 'a {
        let field = self.field;
        self.items.iter().map(move |item| text(item, field))
    }
}

impl<const N: usize> fmt::Debug for Texts<'_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.items.iter().map(|item| Text(item))).finish()
    }
}

/// The values of a repeated bytes field, each checked when it is asked for.
#[derive(Clone, Copy)]
pub struct Blobs<'a, const N: usize> {
    items: &'a [Bytes<N>],
    field: &'static str,
}

impl<'a, const N: usize> Blobs<'a, N> {
    pub(super) fn new(items: &'a [Bytes<N>], field: &'static str) -> Self {
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
    /// [`Error::OutOfRange`], [`Error::BadCount`].
    pub fn get(&self, index: usize) -> Result<&'a [u8]> {
        at(self.items, index, self.field)?.get(self.field)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Result<&'a [u8]>> + 'a {
        let field = self.field;
        self.items.iter().map(move |item| item.get(field))
    }
}

impl<const N: usize> fmt::Debug for Blobs<'_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.items).finish()
    }
}

/// A struct without pointers, for which any bytes are a valid value.
///
/// # Safety
/// The type is `repr(C)` or `repr(transparent)`, and all of its fields are integers, floats, arrays of
/// such, or themselves `Flat`: every bit pattern is valid, there is no interior mutability, and dropping it does nothing.
pub unsafe trait Flat: Copy + 'static {
    /// A struct whose bytes are all zero, which is not the same as its defaults.
    fn zeroed() -> Self {
        // SAFETY: any bytes are valid for a `Flat` type, zeros among them.
        unsafe { ::core::mem::zeroed() }
    }

    /// Looks at a struct that other code owns.
    ///
    /// # Errors
    /// [`Error::Null`], [`Error::Misaligned`].
    ///
    /// # Safety
    /// `ptr` is NULL, or there are `size_of::<Self>()` initialised bytes at it that stay in place, and that
    /// nobody writes, as long as the reference lives.
    unsafe fn from_ptr<'a>(ptr: *const Self) -> Result<&'a Self> {
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
    /// `ptr` is NULL, or there are `size_of::<Self>()` initialised bytes at it that stay in place, and that
    /// nobody else reads or writes, as long as the reference lives.
    unsafe fn from_mut_ptr<'a>(ptr: *mut Self) -> Result<&'a mut Self> {
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
    /// As of [`Flat::from_ptr`], for `count` structs.
    unsafe fn slice_from_ptr<'a>(ptr: *const Self, count: usize) -> Result<&'a [Self]> {
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
    /// As of [`Flat::from_mut_ptr`], for `count` structs.
    unsafe fn slice_from_mut_ptr<'a>(ptr: *mut Self, count: usize) -> Result<&'a mut [Self]> {
        if count == 0 {
            return Ok(&mut []);
        }
        check_array(ptr, count)?;
        // SAFETY: not NULL, aligned and addressable, as just checked; the rest is the caller's promise.
        Ok(unsafe { ::core::slice::from_raw_parts_mut(ptr, count) })
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

fn check_pointer<T>(ptr: *const T) -> Result<()> {
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

/// The bytes of a default value, with zeros behind them.
pub(super) const fn bytes<const N: usize>(value: &[u8]) -> [u8; N] {
    let mut data = [0; N];
    let mut i = 0;
    while i < value.len() && i < N {
        data[i] = value[i];
        i += 1;
    }
    data
}

pub(super) fn text<'a, const N: usize>(data: &'a [u8; N], field: &'static str) -> Result<&'a str> {
    let Some(end) = data.iter().position(|&byte| byte == 0) else {
        return Err(Error::Unterminated { field, max: N });
    };
    match ::core::str::from_utf8(&data[..end]) {
        Ok(text) => Ok(text),
        Err(error) => Err(Error::NotUtf8 { field, at: error.valid_up_to() }),
    }
}

pub(super) fn set_text<const N: usize>(data: &mut [u8; N], value: &str, field: &'static str) -> Result<()> {
    if let Some(at) = value.bytes().position(|byte| byte == 0) {
        return Err(Error::ContainsNul { field, at });
    }
    let size = value.len() + 1;
    let Some(target) = data.get_mut(..size) else {
        return Err(Error::TooLong { field, size, max: N });
    };
    target[..value.len()].copy_from_slice(value.as_bytes());
    target[value.len()] = 0;
    Ok(())
}

pub(super) fn items<'a, T>(items: &'a [T], count: u32, field: &'static str) -> Result<&'a [T]> {
    match items.get(..count as usize) {
        Some(used) => Ok(used),
        None => Err(Error::BadCount { field, count, max: items.len() }),
    }
}

pub(super) fn items_mut<'a, T>(items: &'a mut [T], count: u32, field: &'static str) -> Result<&'a mut [T]> {
    let max = items.len();
    match items.get_mut(..count as usize) {
        Some(used) => Ok(used),
        None => Err(Error::BadCount { field, count, max }),
    }
}

pub(super) fn set_items<T: Copy>(
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

pub(super) fn push<T>(items: &mut [T], count: &mut u32, value: T, field: &'static str) -> Result<()> {
    *next(items, *count, field)? = value;
    *count += 1;
    Ok(())
}

pub(super) fn push_text<const N: usize>(
    items: &mut [[u8; N]],
    count: &mut u32,
    value: &str,
    field: &'static str,
) -> Result<()> {
    set_text(next(items, *count, field)?, value, field)?;
    *count += 1;
    Ok(())
}

pub(super) fn push_bytes<const N: usize>(
    items: &mut [Bytes<N>],
    count: &mut u32,
    value: &[u8],
    field: &'static str,
) -> Result<()> {
    next(items, *count, field)?.put(value, field)?;
    *count += 1;
    Ok(())
}

/// The first element that isn't in use yet.
fn next<'a, T>(items: &'a mut [T], count: u32, field: &'static str) -> Result<&'a mut T> {
    let max = items.len();
    if count as usize > max {
        return Err(Error::BadCount { field, count, max });
    }
    items.get_mut(count as usize).ok_or(Error::Full { field, count: max + 1, max })
}

pub(super) fn at<'a, T>(items: &'a [T], index: usize, field: &'static str) -> Result<&'a T> {
    items.get(index).ok_or(Error::OutOfRange { field, index, count: items.len() })
}

pub(super) fn at_mut<'a, T>(items: &'a mut [T], index: usize, field: &'static str) -> Result<&'a mut T> {
    let count = items.len();
    items.get_mut(index).ok_or(Error::OutOfRange { field, index, count })
}

/// The bytes before the NUL, or all where there is none.
fn until_nul(data: &[u8]) -> &[u8] {
    match data.iter().position(|&byte| byte == 0) {
        Some(end) => &data[..end],
        None => data,
    }
}

pub(super) fn eq_text<const N: usize>(a: &[u8; N], b: &[u8; N]) -> bool {
    until_nul(a) == until_nul(b)
}

pub(super) fn eq_texts<const N: usize>(a: &[[u8; N]], a_count: u32, b: &[[u8; N]], b_count: u32) -> bool {
    a_count == b_count && used(a, a_count).iter().zip(used(b, b_count)).all(|(a, b)| eq_text(a, b))
}

pub(super) fn eq_items<T: PartialEq>(a: &[T], a_count: u32, b: &[T], b_count: u32) -> bool {
    a_count == b_count && used(a, a_count) == used(b, b_count)
}

/// The elements in use; all of them where the count is beyond the storage.
fn used<T>(items: &[T], count: u32) -> &[T] {
    items.get(..count as usize).unwrap_or(items)
}

/// Shows a stored text as text, and what isn't one as escaped bytes.
pub(super) struct Text<'a>(pub(super) &'a [u8]);

impl fmt::Debug for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data = until_nul(self.0);
        match ::core::str::from_utf8(data) {
            Ok(text) if data.len() < self.0.len() => fmt::Debug::fmt(text, f),
            _ => write!(f, "b\"{}\"", data.escape_ascii()),
        }
    }
}

/// Shows the elements in use of a repeated field, and says so where their count can't be true.
pub(super) struct Items<'a, T>(pub(super) &'a [T], pub(super) u32);

impl<T: fmt::Debug> fmt::Debug for Items<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match items(self.0, self.1, "repeated field") {
            Ok(used) => f.debug_list().entries(used).finish(),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}

/// As [`Items`], of texts.
pub(super) struct TextItems<'a, const N: usize>(pub(super) &'a [[u8; N]], pub(super) u32);

impl<const N: usize> fmt::Debug for TextItems<'_, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match items(self.0, self.1, "repeated field") {
            Ok(used) => f.debug_list().entries(used.iter().map(|item| Text(item))).finish(),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}
