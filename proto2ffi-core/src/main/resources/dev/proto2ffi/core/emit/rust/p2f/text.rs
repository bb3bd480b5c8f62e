//! Texts within a struct: UTF-8, ended by a NUL.

use super::stored::{Inline, Stored};
use super::{Error, Result};
use core::fmt;

/// A text of up to `N - 1` bytes.
impl<const N: usize> Stored for [u8; N] {
    type Value = str;

    const EMPTY: Self = [0; N];

    fn read(&self, field: &'static str) -> Result<&str> {
        let Ok(text) = ::core::ffi::CStr::from_bytes_until_nul(self) else {
            return Err(Error::Unterminated { field, max: N });
        };
        utf8(text.to_bytes(), field)
    }

    fn same(&self, other: &Self) -> bool {
        until_nul(self) == until_nul(other)
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data = until_nul(self);
        match ::core::str::from_utf8(data) {
            Ok(text) if data.len() < N => fmt::Debug::fmt(text, f),
            _ => show_bytes(data, f),
        }
    }
}

impl<const N: usize> Inline for [u8; N] {
    fn fits(value: &str, field: &'static str) -> Result<()> {
        if let Some(at) = value.find('\0') {
            return Err(Error::ContainsNul { field, at });
        }
        let size = value.len() + 1;
        if size > N {
            return Err(Error::TooLong { field, size, max: N });
        }
        Ok(())
    }

    fn write(&mut self, value: &str, field: &'static str) -> Result<()> {
        Self::fits(value, field)?;
        self[..value.len()].copy_from_slice(value.as_bytes());
        self[value.len()] = 0;
        Ok(())
    }
}

pub(super) fn utf8<'s>(data: &'s [u8], field: &'static str) -> Result<&'s str> {
    match ::core::str::from_utf8(data) {
        Ok(text) => Ok(text),
        Err(error) => Err(Error::NotUtf8 { field, at: error.valid_up_to() }),
    }
}

pub(super) fn show_bytes(data: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "b\"{}\"", data.escape_ascii())
}

/// The bytes before the NUL, or all where there is none.
fn until_nul(data: &[u8]) -> &[u8] {
    match data.iter().position(|&byte| byte == 0) {
        Some(end) => &data[..end],
        None => data,
    }
}
