//! What the calls call, in the forms between which the ladder's steps lie.

use crate::messages::{AddRequest, AddResponse};
use prost::{DecodeError, Message};

/// An answer of any service, before it is bytes.
pub trait Answer {
    fn to_vec(&self) -> Vec<u8>;
}

impl Answer for AddResponse {
    fn to_vec(&self) -> Vec<u8> {
        self.encode_to_vec()
    }
}

/// Any service: bytes in, any answer out. It can't say which type it answers, so it boxes the answer.
pub trait BoxingService: Send + Sync {
    fn call(&self, request: &[u8]) -> Result<Box<dyn Answer>, DecodeError>;
}

/// A service of one method, which answers by value.
pub trait Adder: Send + Sync {
    fn add(&self, request: &AddRequest) -> AddResponse;
}

/// The only one there is, which the compiler mustn't know where it is called through a trait object.
pub struct Calculator;

impl Adder for Calculator {
    #[inline]
    fn add(&self, request: &AddRequest) -> AddResponse {
        AddResponse { value: request.a.wrapping_add(request.b) }
    }
}

impl BoxingService for Calculator {
    fn call(&self, request: &[u8]) -> Result<Box<dyn Answer>, DecodeError> {
        Ok(Box::new(self.add(&apart::decode(request)?)))
    }
}

/// The parts of a call as functions of their own: so they are compiled where they come from other crates and nothing asks
/// for inlining.
pub mod apart {
    use super::{AddRequest, AddResponse, Adder, DecodeError, Message};

    #[inline(never)]
    pub fn decode(request: &[u8]) -> Result<AddRequest, DecodeError> {
        AddRequest::decode(request)
    }

    #[inline(never)]
    pub fn add<A: Adder>(adder: &A, request: &AddRequest) -> AddResponse {
        adder.add(request)
    }

    #[inline(never)]
    pub fn encode(response: &AddResponse) -> Vec<u8> {
        response.encode_to_vec()
    }
}

/// The same, inlined into each caller.
pub mod inlined {
    use super::{AddRequest, AddResponse, Adder, DecodeError, Message};

    #[inline(always)]
    pub fn decode(request: &[u8]) -> Result<AddRequest, DecodeError> {
        AddRequest::decode(request)
    }

    #[inline(always)]
    pub fn add<A: Adder>(adder: &A, request: &AddRequest) -> AddResponse {
        adder.add(request)
    }

    #[inline(always)]
    pub fn encode(response: &AddResponse) -> Vec<u8> {
        response.encode_to_vec()
    }

    /// A tag and a varint, in an array on the stack; the length that is used.
    #[inline(always)]
    pub fn encode_on_stack(response: &AddResponse) -> ([u8; 16], usize) {
        let mut bytes = [0u8; 16];
        let mut rest = &mut bytes[..];
        // A tag and a varint have at most 11 bytes.
        let _ = response.encode(&mut rest);
        let left = rest.len();
        (bytes, 16 - left)
    }
}
