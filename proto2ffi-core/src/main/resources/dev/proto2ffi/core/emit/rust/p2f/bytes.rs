//! Bytes within a struct: a size, and storage up to a bound.

use super::stored::{Inline, Stored};
use super::text::show_bytes;
use super::{Error, Result};
use core::fmt;

/// Up to `N` bytes and how many of them are in use. What lies behind those is unspecified and ignored.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct Bytes<const N: usize> {
    size: u32,
    data: [u8; N],
}

/// As [`Bytes`], without padding and of alignment 1: for packed structs.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct PackedBytes<const N: usize> {
    size: [u8; 4],
    data: [u8; N],
}

const fn word(size: u32) -> u32 {
    size
}

/// The two differ in how they store the size: `$from` and `$to` a number.
macro_rules! bytes_type {
    ($name:ident, $from:path, $to:path) => {
        impl<const N: usize> $name<N> {
            /// Bytes of storage.
            pub const CAPACITY: usize = N;

            /// No bytes in use.
            pub const fn new() -> Self {
                Self { size: $from(0), data: [0; N] }
            }

            /// The bytes in use.
            ///
            /// # Errors
            /// [`Error::BadCount`] where the stored size is larger than `N`.
            pub fn as_slice(&self) -> Result<&[u8]> {
                self.read("bytes")
            }

            /// Replaces the bytes in use.
            ///
            /// # Errors
            /// [`Error::TooLong`] where there are more than `N`; nothing is written then.
            pub fn set(&mut self, value: &[u8]) -> Result<()> {
                self.write(value, "bytes")
            }

            pub(in super::super) const fn of(value: &[u8]) -> Self {
                Self { size: $from(value.len() as u32), data: bytes(value) }
            }
        }

        impl<const N: usize> Stored for $name<N> {
            type Value = [u8];

            const EMPTY: Self = Self::new();

            fn read(&self, field: &'static str) -> Result<&[u8]> {
                let count = $to(self.size);
                self.data.get(..count as usize).ok_or(Error::BadCount { field, count, max: N })
            }

            /// Where the bytes in use are the same; a size beyond the storage counts as all of it, and differs from others.
            fn same(&self, other: &Self) -> bool {
                let (a, b) = ($to(self.size), $to(other.size));
                let used = (a as usize).min(N);
                a == b && self.data[..used] == other.data[..used]
            }

            fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self.as_slice() {
                    Ok(data) => show_bytes(data, f),
                    Err(error) => write!(f, "<{error}>"),
                }
            }
        }

        impl<const N: usize> Inline for $name<N> {
            fn fits(value: &[u8], field: &'static str) -> Result<()> {
                if value.len() > N {
                    return Err(Error::TooLong { field, size: value.len(), max: N });
                }
                Ok(())
            }

            fn write(&mut self, value: &[u8], field: &'static str) -> Result<()> {
                Self::fits(value, field)?;
                self.data[..value.len()].copy_from_slice(value);
                self.size = $from(value.len() as u32);
                Ok(())
            }
        }

        impl<const N: usize> Default for $name<N> {
            fn default() -> Self {
                Self::new()
            }
        }

        impl<const N: usize> PartialEq for $name<N> {
            fn eq(&self, other: &Self) -> bool {
                self.same(other)
            }
        }

        impl<const N: usize> Eq for $name<N> {}

        impl<const N: usize> fmt::Debug for $name<N> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.show(f)
            }
        }
    };
}

bytes_type!(Bytes, word, word);
bytes_type!(PackedBytes, u32::to_ne_bytes, u32::from_ne_bytes);

/// The bytes of a default value, with zeros behind them.
pub(in super::super) const fn bytes<const N: usize>(value: &[u8]) -> [u8; N] {
    let mut data = [0; N];
    let mut i = 0;
    while i < value.len() && i < N {
        data[i] = value[i];
        i += 1;
    }
    data
}
