//! A calculator to call, and the native twins of the calls: loops that call through pointers which the compiler can't see
//! through, as Java does.

use crate::generated::bench::{accept_adder, export_calculator};
use crate::generated::bench::{Adder, AdderTable, BinaryOp, Calculator, Query, Result as Answer};
use crate::generated::p2f::{CallError, Stream};
use core::ffi::c_void;
use std::sync::{Mutex, PoisonError};

const DIVISION_BY_ZERO: i32 = 1;
const NO_ADDER: i32 = 2;

struct Server;

static ADDER: Mutex<Option<AdderTable>> = Mutex::new(None);

impl Calculator for Server {
    fn add(&self, request: &BinaryOp, response: &mut Answer) -> Result<(), CallError> {
        response.value = request.a.wrapping_add(request.b);
        Ok(())
    }

    fn add_ordinary(&self, request: &BinaryOp, response: &mut Answer) -> Result<(), CallError> {
        response.value = request.a.wrapping_add(request.b);
        Ok(())
    }

    fn divide(&self, request: &BinaryOp, response: &mut Answer) -> Result<(), CallError> {
        if request.b == 0 {
            return Err(CallError::new(DIVISION_BY_ZERO, "division by zero"));
        }
        response.value = request.a.wrapping_div(request.b);
        Ok(())
    }

    fn count(&self, request: &Query, stream: &mut Stream<'_, Answer>) -> Result<(), CallError> {
        let mut item = Answer::new();
        for i in 0..request.count {
            item.value = i;
            stream.send(&item)?;
        }
        Ok(())
    }

    fn drive(&self, request: &Query, response: &mut Answer) -> Result<(), CallError> {
        let adder = accepted().ok_or_else(|| CallError::new(NO_ADDER, "no adder was accepted"))?;
        let mut op = BinaryOp::new();
        let mut result = Answer::new();
        let mut sum = 0i64;
        for i in 0..request.count {
            op.a = i;
            op.b = 1;
            adder.add(&op, &mut result)?;
            sum = sum.wrapping_add(result.value);
        }
        response.value = sum;
        Ok(())
    }
}

fn keep(server: AdderTable) -> Result<(), CallError> {
    *ADDER.lock().unwrap_or_else(PoisonError::into_inner) = Some(server);
    Ok(())
}

fn accepted() -> Option<AdderTable> {
    *ADDER.lock().unwrap_or_else(PoisonError::into_inner)
}

export_calculator!(Server);
accept_adder!(keep);

type Function = unsafe extern "C" fn(*const BinaryOp, *mut Answer, *mut c_void) -> i32;
type InRegisters = extern "C" fn(i64, i64) -> i64;

/// Memory for a `p2f_error`, which no caller here reads.
#[repr(C, align(8))]
struct ErrorMemory([u8; 512]);

/// Twin of `CallTrips.critical` and its like.
///
/// # Safety
/// The function is of the calculator; nobody else uses the structs during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_calls_trips(
    function: Function,
    request: *mut BinaryOp,
    response: *mut Answer,
    trips: i64,
) -> i64 {
    let mut error = ErrorMemory([0; 512]);
    let mut sum = 0i64;
    for i in 0..trips {
        // SAFETY: as the caller promised.
        unsafe {
            (*request).a = i;
            (*request).b = 1;
            if function(request, response, error.0.as_mut_ptr().cast()) != 0 {
                return -1;
            }
            sum = sum.wrapping_add((*response).value);
        }
    }
    sum
}

/// The same for calls that fail: the sum of their codes. Twin of `CallTrips.failing`.
///
/// # Safety
/// As of [`bench_calls_trips`].
#[no_mangle]
pub unsafe extern "C" fn bench_calls_failing(
    function: Function,
    request: *mut BinaryOp,
    response: *mut Answer,
    trips: i64,
) -> i64 {
    let mut error = ErrorMemory([0; 512]);
    let mut sum = 0i64;
    // SAFETY: as the caller promised.
    unsafe {
        (*request).b = 0;
        for i in 0..trips {
            (*request).a = i;
            sum += i64::from(function(request, response, error.0.as_mut_ptr().cast()));
        }
    }
    sum
}

/// What a batch does, as a loop without calls. Twin of `CallTrips.batch`.
///
/// # Safety
/// The arrays have `count` elements, at least one, and nobody else uses them during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_calls_loop(
    requests: *const BinaryOp,
    responses: *mut Answer,
    count: u64,
    passes: i64,
) -> i64 {
    let mut last = 0;
    for _ in 0..passes {
        let (requests, responses) = (core::hint::black_box(requests), core::hint::black_box(responses));
        // SAFETY: as the caller promised.
        let (requests, responses) = unsafe {
            (
                core::slice::from_raw_parts(requests, count as usize),
                core::slice::from_raw_parts_mut(responses, count as usize),
            )
        };
        for (request, response) in requests.iter().zip(responses.iter_mut()) {
            response.value = request.a.wrapping_add(request.b);
        }
        last = responses[responses.len() - 1].value;
    }
    last
}

/// A `p2f_stream` with the state of who receives behind it.
#[repr(C)]
pub struct Summer {
    send: extern "C" fn(*mut Summer, *const Answer) -> i32,
    sum: i64,
}

extern "C" fn add_item(summer: *mut Summer, item: *const Answer) -> i32 {
    // SAFETY: the server gives back the stream that it got, and an item that it lends.
    unsafe { (*summer).sum = (*summer).sum.wrapping_add((*item).value) };
    0
}

/// Twin of `CallTrips.stream`.
///
/// # Safety
/// The function is one of the calculator that streams.
#[no_mangle]
pub unsafe extern "C" fn bench_calls_stream(
    function: unsafe extern "C" fn(*const Query, *mut Summer, *mut c_void) -> i32,
    count: i64,
) -> i64 {
    let mut error = ErrorMemory([0; 512]);
    let mut query = Query::new();
    query.count = count;
    let mut summer = Summer { send: add_item, sum: 0 };
    // SAFETY: as the caller promised.
    match unsafe { function(&query, &mut summer, error.0.as_mut_ptr().cast()) } {
        0 => summer.sum,
        _ => -1,
    }
}

/// A call without structs and without an error, to see what those cost.
#[no_mangle]
pub extern "C" fn bench_calls_add(a: i64, b: i64) -> i64 {
    a.wrapping_add(b)
}

/// Twin of `BareCalls.registersCritical`.
#[no_mangle]
pub extern "C" fn bench_calls_in_registers(function: InRegisters, trips: i64) -> i64 {
    (0..trips).fold(0, |sum: i64, i| sum.wrapping_add(function(i, 1)))
}
