//! The last steps of the ladder: adds over structs and over columns. Twins are called once for all adds of an invocation, and write
//! each request, as Java does.

use crate::generated::bench::{BinaryOp, Result as Answer};
use core::ffi::c_void;
use core::hint::black_box;

type Function = unsafe extern "C" fn(*const BinaryOp, *mut Answer, *mut c_void) -> i32;

/// Memory for a `p2f_error`, which no caller here reads.
#[repr(C, align(8))]
struct ErrorMemory([u8; 512]);

/// Adds in a batch: twin of `Numbers.COUNT`.
const BATCH: usize = 1_000;

/// Requests and responses in columns. Twin of `Columns.java`.
#[repr(C)]
pub struct Columns {
    a: [i64; BATCH],
    b: [i64; BATCH],
    values: [i64; BATCH],
}

/// A call for each add, through a pointer that the compiler can't see through; the sum of the answers, or -1.
///
/// # Safety
/// There are `count` numbers in `a` and `b`; the function is of the calculator; nobody else uses the structs.
#[no_mangle]
pub unsafe extern "C" fn bench_ladder_calls(
    function: Function,
    a: *const i64,
    b: *const i64,
    count: usize,
    request: *mut BinaryOp,
    response: *mut Answer,
) -> i64 {
    let mut error = ErrorMemory([0; 512]);
    // SAFETY: as the caller promised.
    let (a, b) = unsafe { (core::slice::from_raw_parts(a, count), core::slice::from_raw_parts(b, count)) };
    let mut sum = 0i64;
    for (&a, &b) in a.iter().zip(b) {
        // SAFETY: as the caller promised.
        unsafe {
            (*request).a = a;
            (*request).b = b;
            if function(request, response, error.0.as_mut_ptr().cast()) != 0 {
                return -1;
            }
            sum = sum.wrapping_add((*response).value);
        }
    }
    sum
}

/// Writes the requests of a batch, adds, and sums the responses up, so many times; the sum of all.
///
/// # Safety
/// There are [`BATCH`] numbers, requests and responses; nobody else uses the structs.
#[no_mangle]
pub unsafe extern "C" fn bench_ladder_batch(
    a: *const [i64; BATCH],
    b: *const [i64; BATCH],
    requests: *mut [BinaryOp; BATCH],
    responses: *mut [Answer; BATCH],
    passes: u64,
) -> i64 {
    let mut sum = 0i64;
    for _ in 0..passes {
        // SAFETY: as the caller promised.
        let (a, b, requests, responses) =
            unsafe { (&*black_box(a), &*black_box(b), &mut *black_box(requests), &mut *black_box(responses)) };
        for ((request, &a), &b) in requests.iter_mut().zip(a).zip(b) {
            request.a = a;
            request.b = b;
        }
        for (response, request) in responses.iter_mut().zip(black_box(&*requests)) {
            response.value = request.a.wrapping_add(request.b);
        }
        for response in &*black_box(responses) {
            sum = sum.wrapping_add(response.value);
        }
    }
    sum
}

/// What Java calls: adds two columns into the third.
///
/// # Safety
/// Nobody else uses the columns.
#[no_mangle]
pub unsafe extern "C" fn bench_ladder_add_columns(columns: *mut Columns) {
    // SAFETY: as the caller promised.
    let columns = unsafe { &mut *columns };
    for ((value, a), b) in columns.values.iter_mut().zip(&columns.a).zip(&columns.b) {
        *value = a.wrapping_add(*b);
    }
}

/// Writes two columns, adds, and sums the third up, so many times; the sum of all.
///
/// # Safety
/// There are [`BATCH`] numbers; nobody else uses the columns.
#[no_mangle]
pub unsafe extern "C" fn bench_ladder_columns(
    a: *const [i64; BATCH],
    b: *const [i64; BATCH],
    columns: *mut Columns,
    passes: u64,
) -> i64 {
    let mut sum = 0i64;
    for _ in 0..passes {
        // SAFETY: as the caller promised.
        unsafe {
            let (a, b) = (&*black_box(a), &*black_box(b));
            (*columns).a = *a;
            (*columns).b = *b;
            bench_ladder_add_columns(black_box(columns));
            sum = (*black_box(columns)).values.iter().fold(sum, |sum, &value| sum.wrapping_add(value));
        }
    }
    sum
}
