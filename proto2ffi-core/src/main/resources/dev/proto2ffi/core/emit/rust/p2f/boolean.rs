//! A truth value of which any byte is valid.

use core::fmt;

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
