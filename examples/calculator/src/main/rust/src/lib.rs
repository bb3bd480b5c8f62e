//! Four functions over the generated structs. Each returns 0 when it wrote an answer, -1 for a bad pointer.

#[path = "../../../../target/generated/rust/mod.rs"]
mod generated;

use generated::calc::{BinaryOp, Result as Answer, Status};
use generated::p2f::{Error, Foreign};

/// What went wrong, and what to tell a person.
type Refusal = (Status, &'static str);

const OVERFLOW: Refusal = (Status::OVERFLOW, "the result doesn't fit in 64 bits");
const BY_ZERO: Refusal = (Status::DIVISION_BY_ZERO, "division by zero");

/// Reads the request, computes, writes the response.
///
/// # Safety
/// The pointers are NULL, or point to structs that nobody else uses during the call.
unsafe fn calculate(
    op: *const BinaryOp,
    result: *mut Answer,
    compute: impl FnOnce(i64, i64) -> core::result::Result<i64, Refusal>,
) -> i32 {
    let answer = || -> core::result::Result<(), Error> {
        // SAFETY: as the caller promised.
        let (op, result) = unsafe { (BinaryOp::from_ptr(op)?, Answer::from_mut_ptr(result)?) };
        *result = Answer::new();
        match compute(op.left, op.right) {
            Ok(value) => result.value = value,
            Err((status, message)) => {
                result.status = status;
                result.set_message(message)?;
            }
        }
        Ok(())
    };
    match answer() {
        Ok(()) => 0,
        Err(_) => -1,
    }
}

/// # Safety
/// As of [`calculate`].
#[no_mangle]
pub unsafe extern "C" fn calc_add(op: *const BinaryOp, result: *mut Answer) -> i32 {
    // SAFETY: as the caller promised.
    unsafe { calculate(op, result, |left, right| left.checked_add(right).ok_or(OVERFLOW)) }
}

/// # Safety
/// As of [`calculate`].
#[no_mangle]
pub unsafe extern "C" fn calc_subtract(op: *const BinaryOp, result: *mut Answer) -> i32 {
    // SAFETY: as the caller promised.
    unsafe { calculate(op, result, |left, right| left.checked_sub(right).ok_or(OVERFLOW)) }
}

/// # Safety
/// As of [`calculate`].
#[no_mangle]
pub unsafe extern "C" fn calc_multiply(op: *const BinaryOp, result: *mut Answer) -> i32 {
    // SAFETY: as the caller promised.
    unsafe { calculate(op, result, |left, right| left.checked_mul(right).ok_or(OVERFLOW)) }
}

/// # Safety
/// As of [`calculate`].
#[no_mangle]
pub unsafe extern "C" fn calc_divide(op: *const BinaryOp, result: *mut Answer) -> i32 {
    // SAFETY: as the caller promised.
    unsafe {
        calculate(op, result, |left, right| match right {
            0 => Err(BY_ZERO),
            _ => left.checked_div(right).ok_or(OVERFLOW),
        })
    }
}
