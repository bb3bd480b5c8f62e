//! The arithmetic: each rpc is a method, which succeeds or fails with a code and a message.

use crate::generated::calc;
use crate::generated::calc::{export_calculator, BinaryOp, Calculator, Failure};
use crate::generated::p2f::CallError;

struct Arithmetic;

impl Calculator for Arithmetic {
    fn add(&self, request: &BinaryOp, response: &mut calc::Result) -> Result<(), CallError> {
        response.value = request.left.checked_add(request.right).ok_or_else(overflow)?;
        Ok(())
    }

    fn subtract(&self, request: &BinaryOp, response: &mut calc::Result) -> Result<(), CallError> {
        response.value = request.left.checked_sub(request.right).ok_or_else(overflow)?;
        Ok(())
    }

    fn multiply(&self, request: &BinaryOp, response: &mut calc::Result) -> Result<(), CallError> {
        response.value = request.left.checked_mul(request.right).ok_or_else(overflow)?;
        Ok(())
    }

    fn divide(&self, request: &BinaryOp, response: &mut calc::Result) -> Result<(), CallError> {
        if request.right == 0 {
            return Err(CallError::new(Failure::DIVISION_BY_ZERO.0, "division by zero"));
        }
        response.value = request.left.checked_div(request.right).ok_or_else(overflow)?;
        Ok(())
    }
}

#[cold]
fn overflow() -> CallError {
    CallError::new(Failure::OVERFLOW.0, "the result doesn't fit in 64 bits")
}

export_calculator!(Arithmetic);
