//! A thousand adds in one call, in protobuf bytes.

use crate::calls::{bytes, FAILED};
use crate::messages::{BatchRequest, BatchResponse};
use crate::wire;
use prost::Message;

/// Tag of field 1 with a length: all that batches consist of.
const FIELD_1: u8 = 0x0a;
const FIELD_2: u8 = 0x12;

/// A batch: `BatchRequest` in, `BatchResponse` out, by prost.
///
/// # Safety
/// `request` is of `length` bytes, `out` of `capacity`.
#[no_mangle]
pub unsafe extern "C" fn ladder_add_batch(request: *const u8, length: usize, out: *mut u8, capacity: usize) -> i64 {
    // SAFETY: as the caller promised.
    let Ok(batch) = BatchRequest::decode(unsafe { bytes(request, length) }) else {
        return FAILED;
    };
    let response = BatchResponse { values: batch.adds.iter().map(|add| add.a.wrapping_add(add.b)).collect() };
    // SAFETY: as the caller promised.
    let mut room = unsafe { core::slice::from_raw_parts_mut(out, capacity) };
    match response.encode(&mut room) {
        Ok(()) => (capacity - room.len()) as i64,
        Err(_) => FAILED,
    }
}

/// SIMD: `ColumnsRequest` in, `ColumnsResponse` out. The packed numbers are arrays within the bytes, so that the compiler
/// vectorises the loop.
///
/// # Safety
/// `request` is of `length` bytes and well-formed, both lists as long as each other; `out` has the room that `a` has.
#[no_mangle]
pub unsafe extern "C" fn ladder_add_columns(request: *const u8, length: usize, out: *mut u8, capacity: usize) -> i64 {
    if length == 0 {
        return 0; // empty lists are left out
    }
    // SAFETY: as the caller promised.
    unsafe {
        let (a, size) = packed(request, FIELD_1);
        let (b, size_of_b) = packed(a.add(size), FIELD_2);
        let head = head_size(size);
        if size != size_of_b || head + size > capacity {
            return FAILED;
        }
        wire::encode_length(FIELD_1, size, out);
        let values = out.add(head);
        for i in 0..size / 8 {
            let left = a.cast::<i64>().add(i).read_unaligned();
            let right = b.cast::<i64>().add(i).read_unaligned();
            values.cast::<i64>().add(i).write_unaligned(left.wrapping_add(right));
        }
        (head + size) as i64
    }
}

/// Where a packed list begins, and its bytes; none where another field is.
///
/// # Safety
/// A field with a length begins here.
unsafe fn packed(mut at: *const u8, field: u8) -> (*const u8, usize) {
    // SAFETY: as the caller promised.
    unsafe {
        if *at != field {
            return (at, 0);
        }
        at = at.add(1);
        let size = wire::varint(&mut at) as usize;
        (at, size)
    }
}

/// Bytes of a tag and a length.
fn head_size(size: usize) -> usize {
    2 + (size.max(1).ilog2() / 7) as usize
}
