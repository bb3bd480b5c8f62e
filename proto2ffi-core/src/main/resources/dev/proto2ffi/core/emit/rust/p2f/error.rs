//! What can be wrong, named.

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
    /// A field's pointer is NULL where there must be something, or not a multiple of the alignment of what it points to.
    BadPointer {
        /// Full name of the field.
        field: &'static str,
        /// The address found.
        address: usize,
        /// What it must be a multiple of.
        align: usize,
    },
    /// The size beside a field's pointer is larger than memory can be.
    BadSize {
        /// Full name of the field.
        field: &'static str,
        /// The elements that there are said to be.
        size: u64,
    },
    /// Messages point to others too deeply, or in a circle.
    TooDeep {
        /// Full name of the field whose message is one too many.
        field: &'static str,
        /// How deep they may be.
        max: u32,
    },
    /// The allocator has no such memory.
    OutOfMemory {
        /// Bytes asked for.
        size: usize,
        /// What their address had to be a multiple of.
        align: usize,
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
            Error::BadPointer { field, address: 0, .. } => {
                write!(f, "{field}: a NULL pointer where something must be")
            }
            Error::BadPointer { field, address, align } => {
                write!(f, "{field}: a pointer to {address:#x}, which is not a multiple of {align}")
            }
            Error::BadSize { field, size } => {
                write!(f, "{field}: {size} elements are more than memory holds")
            }
            Error::TooDeep { field, max } => {
                write!(f, "{field}: messages nest more than {max} deep, or in a circle")
            }
            Error::OutOfMemory { size, align } => {
                write!(f, "the allocator has no {size} bytes at an alignment of {align}")
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
