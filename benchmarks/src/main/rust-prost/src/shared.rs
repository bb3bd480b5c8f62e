//! Requests and responses in one buffer that both sides see: nobody copies.

use crate::wire;

/// Where in the buffer the response begins: on a cache line of its own. Twin of `SharedBuffer.RESPONSE`.
const RESPONSE: usize = 64;

/// Shared memory: reads the request at the start of the buffer, writes the response behind it.
///
/// # Safety
/// As of [`wire::decode`]; the buffer has 75 bytes or more.
#[no_mangle]
pub unsafe extern "C" fn ladder_add_in_place(buffer: *mut u8, length: usize) -> i64 {
    // SAFETY: as the caller promised.
    unsafe {
        let (a, b) = wire::decode(buffer, length);
        wire::encode(a.wrapping_add(b), buffer.add(RESPONSE)) as i64
    }
}

/// Prefetch: the same, but the line of the response is asked for before the request is read. On processors other than
/// x86-64 nothing is asked for.
///
/// # Safety
/// As of [`ladder_add_in_place`].
#[no_mangle]
pub unsafe extern "C" fn ladder_add_prefetched(buffer: *mut u8, length: usize) -> i64 {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a hint; the address is in the buffer.
    unsafe {
        use core::arch::x86_64::{_mm_prefetch, _MM_HINT_T0};
        _mm_prefetch::<_MM_HINT_T0>(buffer.add(RESPONSE).cast());
    }
    // SAFETY: as the caller promised.
    unsafe { ladder_add_in_place(buffer, length) }
}
