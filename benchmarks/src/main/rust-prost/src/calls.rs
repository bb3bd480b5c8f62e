//! One call for one add, step by step. Each function does the same: decode the request, add, encode the response.
//!
//! All answer the length of the response, or [`FAILED`] for bytes that aren't a request, a handle of nothing or a response
//! buffer that is too small.

use crate::registry::with;
use crate::service::{apart, inlined, Calculator};
use crate::wire;

pub const FAILED: i64 = -1;

/// Bytes that the caller gives back with [`ladder_free`].
#[repr(C)]
pub struct Owned {
    data: *mut u8,
    length: usize,
}

/// # Safety
/// The pointer is to so many bytes that nobody writes during the call.
#[inline(always)]
pub unsafe fn bytes<'a>(data: *const u8, length: usize) -> &'a [u8] {
    // SAFETY: as the caller promised.
    unsafe { core::slice::from_raw_parts(data, length) }
}

#[inline(always)]
unsafe fn give(response: Vec<u8>, out: *mut Owned) -> i64 {
    let response = Box::into_raw(response.into_boxed_slice());
    // SAFETY: `out` is the caller's.
    unsafe { out.write(Owned { data: response.cast(), length: response.len() }) };
    response.len() as i64
}

/// # Safety
/// There are `capacity` bytes at `out`, which nobody else uses.
#[inline(always)]
pub unsafe fn put(response: &[u8], out: *mut u8, capacity: usize) -> i64 {
    if response.len() > capacity {
        return FAILED;
    }
    // SAFETY: as the caller promised, and there is room.
    unsafe { core::ptr::copy_nonoverlapping(response.as_ptr(), out, response.len()) };
    response.len() as i64
}

/// Where the ladder begins: an instance is looked up, called through a trait object, and answers a box; the response is
/// allocated for the caller.
///
/// # Safety
/// `request` is of `length` bytes; `out` is the caller's.
#[no_mangle]
pub unsafe extern "C" fn ladder_add_boxed(handle: u64, request: *const u8, length: usize, out: *mut Owned) -> i64 {
    // SAFETY: as the caller promised.
    let request = unsafe { bytes(request, length) };
    match with(handle, |instance| instance.boxing.call(request)) {
        // SAFETY: as the caller promised.
        Some(Ok(answer)) => unsafe { give(answer.to_vec(), out) },
        _ => FAILED,
    }
}

/// No boxing: the trait object answers by value.
///
/// # Safety
/// As of [`ladder_add_boxed`].
#[no_mangle]
pub unsafe extern "C" fn ladder_add_by_value(handle: u64, request: *const u8, length: usize, out: *mut Owned) -> i64 {
    // SAFETY: as the caller promised.
    let request = unsafe { bytes(request, length) };
    match with(handle, |instance| Ok::<_, prost::DecodeError>(instance.dynamic.add(&apart::decode(request)?))) {
        // SAFETY: as the caller promised.
        Some(Ok(response)) => unsafe { give(apart::encode(&response), out) },
        _ => FAILED,
    }
}

/// Takes back what [`ladder_add_boxed`] or [`ladder_add_by_value`] gave.
///
/// # Safety
/// It is given back once.
#[no_mangle]
pub unsafe extern "C" fn ladder_free(data: *mut u8, length: usize) {
    // SAFETY: it was a boxed slice of this length.
    drop(unsafe { Box::from_raw(core::ptr::slice_from_raw_parts_mut(data, length)) });
}

/// Response buffer reuse: the caller brings the memory, and keeps it.
///
/// # Safety
/// `request` is of `length` bytes, `out` of `capacity`.
#[no_mangle]
pub unsafe extern "C" fn ladder_add_buffered(
    handle: u64,
    request: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> i64 {
    // SAFETY: as the caller promised.
    let request = unsafe { bytes(request, length) };
    match with(handle, |instance| Ok::<_, prost::DecodeError>(instance.dynamic.add(&apart::decode(request)?))) {
        // SAFETY: as the caller promised.
        Some(Ok(response)) => unsafe { put(&apart::encode(&response), out, capacity) },
        _ => FAILED,
    }
}

/// Static dispatch: the type of the instance is known, not only its trait.
///
/// # Safety
/// As of [`ladder_add_buffered`].
#[no_mangle]
pub unsafe extern "C" fn ladder_add_static(
    handle: u64,
    request: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> i64 {
    // SAFETY: as the caller promised.
    let request = unsafe { bytes(request, length) };
    match with(handle, |instance| {
        Ok::<_, prost::DecodeError>(apart::add(instance.known.as_ref(), &apart::decode(request)?))
    }) {
        // SAFETY: as the caller promised.
        Some(Ok(response)) => unsafe { put(&apart::encode(&response), out, capacity) },
        _ => FAILED,
    }
}

/// Inlining: decode, add and encode are one function.
///
/// # Safety
/// As of [`ladder_add_buffered`].
#[no_mangle]
pub unsafe extern "C" fn ladder_add_inlined(
    handle: u64,
    request: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> i64 {
    // SAFETY: as the caller promised.
    let request = unsafe { bytes(request, length) };
    match with(handle, |instance| {
        Ok::<_, prost::DecodeError>(inlined::add(instance.known.as_ref(), &inlined::decode(request)?))
    }) {
        // SAFETY: as the caller promised.
        Some(Ok(response)) => unsafe { put(&inlined::encode(&response), out, capacity) },
        _ => FAILED,
    }
}

/// Stack buffers: the response is encoded into an array on the stack rather than into a vector.
///
/// # Safety
/// As of [`ladder_add_buffered`].
#[no_mangle]
pub unsafe extern "C" fn ladder_add_on_stack(
    handle: u64,
    request: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> i64 {
    // SAFETY: as the caller promised.
    let request = unsafe { bytes(request, length) };
    match with(handle, |instance| {
        Ok::<_, prost::DecodeError>(inlined::add(instance.known.as_ref(), &inlined::decode(request)?))
    }) {
        Some(Ok(response)) => {
            let (encoded, used) = inlined::encode_on_stack(&response);
            // SAFETY: as the caller promised.
            unsafe { put(&encoded[..used], out, capacity) }
        }
        _ => FAILED,
    }
}

static CALCULATOR: Calculator = Calculator;

/// Static instance: there is one calculator, so there is nothing to look up. The steps that change only the compiler's flags
/// call this, too.
///
/// # Safety
/// `request` is of `length` bytes, `out` of `capacity`.
#[no_mangle]
pub unsafe extern "C" fn ladder_add_instance(
    request: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> i64 {
    // SAFETY: as the caller promised.
    match inlined::decode(unsafe { bytes(request, length) }) {
        Ok(request) => {
            let (encoded, used) = inlined::encode_on_stack(&inlined::add(&CALCULATOR, &request));
            // SAFETY: as the caller promised.
            unsafe { put(&encoded[..used], out, capacity) }
        }
        Err(_) => FAILED,
    }
}

/// Unchecked decode: no prost, and no look at the end of the bytes.
///
/// # Safety
/// As of [`wire::decode`]; `out` has 11 bytes.
#[no_mangle]
pub unsafe extern "C" fn ladder_add_unchecked(
    request: *const u8,
    length: usize,
    out: *mut u8,
    capacity: usize,
) -> i64 {
    let _ = capacity;
    // SAFETY: as the caller promised.
    unsafe {
        let (a, b) = wire::decode(request, length);
        wire::encode(a.wrapping_add(b), out) as i64
    }
}
