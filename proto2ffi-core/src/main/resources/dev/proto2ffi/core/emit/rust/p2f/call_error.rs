//! How a call fails.

use super::std::error::Error as StdError;
use super::std::string::String;
use super::Error;
use core::fmt;

/// Why a call failed. Codes above zero are the server's own, those below are the constants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallError {
    /// Which error; never zero once it has left the program, see [`CallError::UNKNOWN`].
    pub code: i32,
    /// For people. What is beyond 495 bytes of UTF-8, or behind U+0000, is cut off at the boundary.
    pub message: String,
}

impl CallError {
    /// An argument is NULL, misaligned, overlaps another one, or can't be read.
    pub const INVALID_ARGUMENT: i32 = -1;
    /// Rust code panicked.
    pub const PANIC: i32 = -2;
    /// Java code threw an exception.
    pub const EXCEPTION: i32 = -3;
    /// The Java implementation is closed.
    pub const CLOSED: i32 = -4;
    /// The receiver of a stream wants no more items.
    pub const CANCELLED: i32 = -5;
    /// There is no more memory.
    pub const OUT_OF_MEMORY: i32 = -6;
    /// The server failed, and gave no code.
    pub const UNKNOWN: i32 = -7;
    /// Both sides were built from different schemas.
    pub const MISMATCH: i32 = -8;

    /// An error of some code.
    pub fn new(code: i32, message: impl Into<String>) -> Self {
        Self { code, message: message.into() }
    }

    /// What a receiver returns that wants no more items.
    pub fn cancelled() -> Self {
        Self::new(Self::CANCELLED, "the receiver wants no more items")
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (code {})", self.message, self.code)
    }
}

impl StdError for CallError {}

/// A struct can't be read or written: [`CallError::OUT_OF_MEMORY`], or else [`CallError::INVALID_ARGUMENT`].
impl From<Error> for CallError {
    fn from(error: Error) -> Self {
        let code = match error {
            Error::OutOfMemory { .. } => Self::OUT_OF_MEMORY,
            _ => Self::INVALID_ARGUMENT,
        };
        Self::new(code, super::std::format!("{error}"))
    }
}

/// Why a batch failed, and where. The requests before were answered, those behind were not looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchError {
    /// Index of the request that failed.
    pub index: usize,
    /// Why it did.
    pub error: CallError,
}

impl BatchError {
    /// The error of one request.
    pub fn new(index: usize, error: CallError) -> Self {
        Self { index, error }
    }
}

impl fmt::Display for BatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "request {}: {}", self.index, self.error)
    }
}

impl StdError for BatchError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&self.error)
    }
}

/// An error of the whole batch.
impl From<CallError> for BatchError {
    fn from(error: CallError) -> Self {
        Self::new(0, error)
    }
}

impl From<BatchError> for CallError {
    fn from(error: BatchError) -> Self {
        error.error
    }
}
