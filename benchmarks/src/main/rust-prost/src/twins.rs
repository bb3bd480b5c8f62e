//! Both ends in Rust: what protobuf bytes cost where no Java takes part. Called once for all adds of an invocation.

use crate::batch::{ladder_add_batch, ladder_add_columns};
use crate::calls::{bytes, ladder_add_instance, FAILED};
use crate::ledger::workload_sum;
use crate::messages::{AddRequest, AddResponse, BatchRequest, BatchResponse, ColumnsRequest, ColumnsResponse, Ledger, Sums};
use core::hint::black_box;
use prost::Message;

type Call = unsafe extern "C" fn(*const u8, usize, *mut u8, usize) -> i64;

/// # Safety
/// There are `count` numbers, which nobody writes during the call.
unsafe fn numbers<'a>(at: *const i64, count: usize) -> &'a [i64] {
    // SAFETY: as the caller promised.
    unsafe { core::slice::from_raw_parts(at, count) }
}

/// `count` single adds through protobuf bytes and a pointer to the function; the sum of the answers.
///
/// # Safety
/// There are `count` numbers each in `a` and `b`.
#[no_mangle]
pub unsafe extern "C" fn twin_adds(a: *const i64, b: *const i64, count: usize) -> i64 {
    // SAFETY: as the caller promised.
    let (a, b) = unsafe { (numbers(a, count), numbers(b, count)) };
    let call = black_box(ladder_add_instance as Call);
    let mut request = Vec::with_capacity(64);
    let mut response = [0u8; 64];
    let mut sum = 0i64;
    for (&a, &b) in a.iter().zip(b) {
        request.clear();
        if (AddRequest { a, b }).encode(&mut request).is_err() {
            return FAILED;
        }
        // SAFETY: the buffers are of these lengths.
        let length = unsafe { call(request.as_ptr(), request.len(), response.as_mut_ptr(), response.len()) };
        match AddResponse::decode(&response[..length.max(0) as usize]) {
            Ok(answer) => sum = sum.wrapping_add(answer.value),
            Err(_) => return FAILED,
        }
    }
    sum
}

/// The same as one batch.
///
/// # Safety
/// As of [`twin_adds`]; the buffer has `capacity` bytes for the response.
#[no_mangle]
pub unsafe extern "C" fn twin_batch(
    a: *const i64,
    b: *const i64,
    count: usize,
    buffer: *mut u8,
    capacity: usize,
) -> i64 {
    // SAFETY: as the caller promised.
    let (a, b) = unsafe { (numbers(a, count), numbers(b, count)) };
    let call = black_box(ladder_add_batch as Call);
    let batch = BatchRequest { adds: a.iter().zip(b).map(|(&a, &b)| AddRequest { a, b }).collect() };
    let request = batch.encode_to_vec();
    // SAFETY: the buffers are of these lengths.
    unsafe {
        let length = call(request.as_ptr(), request.len(), buffer, capacity);
        match BatchResponse::decode(bytes(buffer, length.max(0) as usize)) {
            Ok(response) => response.values.iter().fold(0, |sum, &value| sum.wrapping_add(value)),
            Err(_) => FAILED,
        }
    }
}

/// The same as one batch of columns.
///
/// # Safety
/// As of [`twin_batch`].
#[no_mangle]
pub unsafe extern "C" fn twin_columns(
    a: *const i64,
    b: *const i64,
    count: usize,
    buffer: *mut u8,
    capacity: usize,
) -> i64 {
    // SAFETY: as the caller promised.
    let (a, b) = unsafe { (numbers(a, count), numbers(b, count)) };
    let call = black_box(ladder_add_columns as Call);
    let request = ColumnsRequest { a: a.to_vec(), b: b.to_vec() }.encode_to_vec();
    // SAFETY: the buffers are of these lengths.
    unsafe {
        let length = call(request.as_ptr(), request.len(), buffer, capacity);
        match ColumnsResponse::decode(bytes(buffer, length.max(0) as usize)) {
            Ok(response) => response.values.iter().fold(0, |sum, &value| sum.wrapping_add(value)),
            Err(_) => FAILED,
        }
    }
}

/// A ledger as plain data, to build messages from: of the bytes of a `Ledger`; null for bytes that aren't.
///
/// # Safety
/// The bytes are of this length.
#[no_mangle]
pub unsafe extern "C" fn twin_ledger_open(data: *const u8, length: usize) -> *mut Ledger {
    // SAFETY: as the caller promised.
    match Ledger::decode(unsafe { bytes(data, length) }) {
        Ok(ledger) => Box::into_raw(Box::new(ledger)),
        Err(_) => core::ptr::null_mut(),
    }
}

/// # Safety
/// It came from [`twin_ledger_open`], and is closed once.
#[no_mangle]
pub unsafe extern "C" fn twin_ledger_close(ledger: *mut Ledger) {
    // SAFETY: as the caller promised.
    drop(unsafe { Box::from_raw(ledger) });
}

/// Builds the messages of a ledger, has its amounts summed up through bytes, and reads the sums: all amounts and counts in
/// one number.
///
/// # Safety
/// The ledger is open; the buffer has `capacity` bytes for the response.
#[no_mangle]
pub unsafe extern "C" fn twin_ledger_sum(plain: *const Ledger, buffer: *mut u8, capacity: usize) -> i64 {
    let call = black_box(workload_sum as Call);
    // SAFETY: as the caller promised. A clone allocates and copies each string, list and map, as building from borrowed data
    // does.
    let request = unsafe { &*plain }.clone().encode_to_vec();
    // SAFETY: the buffers are of these lengths.
    unsafe {
        let length = call(request.as_ptr(), request.len(), buffer, capacity);
        match Sums::decode(bytes(buffer, length.max(0) as usize)) {
            Ok(sums) => sums.currencies.iter().fold(0i64, |all, sum| {
                all.wrapping_add(sum.amount)
                    .wrapping_add(i64::from(sum.transactions))
                    .wrapping_add(i64::from(sum.items))
                    .wrapping_add(sum.currency.len() as i64)
            }),
            Err(_) => FAILED,
        }
    }
}
