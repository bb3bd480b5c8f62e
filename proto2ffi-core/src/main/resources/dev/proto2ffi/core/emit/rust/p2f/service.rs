//! What a library says of the services in it, so that those who load it know whether they mean the same.

use core::ffi::c_char;

/// Of the form of the records here and of the calls.
const ABI: u32 = 1;

/// C's `p2f_layout`: a struct as this program knows it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct LayoutRecord {
    name: *const c_char,
    fingerprint: u64,
    text: *const c_char,
}

// SAFETY: it points to constants.
unsafe impl Send for LayoutRecord {}
// SAFETY: as above.
unsafe impl Sync for LayoutRecord {}

impl LayoutRecord {
    /// Both texts end with a NUL.
    pub(in super::super) const fn new(name: &'static str, fingerprint: u64, text: &'static str) -> Self {
        Self { name: terminated(name), fingerprint, text: terminated(text) }
    }
}

/// C's `p2f_service`: a service as this program knows it.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct ServiceRecord {
    abi: u32,
    layout_count: u32,
    fingerprint: u64,
    name: *const c_char,
    text: *const c_char,
    layouts: *const LayoutRecord,
}

// SAFETY: it points to constants.
unsafe impl Send for ServiceRecord {}
// SAFETY: as above.
unsafe impl Sync for ServiceRecord {}

impl ServiceRecord {
    /// Both texts end with a NUL.
    pub(in super::super) const fn new(
        name: &'static str,
        fingerprint: u64,
        text: &'static str,
        layouts: &'static [LayoutRecord],
    ) -> Self {
        Self {
            abi: ABI,
            layout_count: layouts.len() as u32,
            fingerprint,
            name: terminated(name),
            text: terminated(text),
            layouts: layouts.as_ptr(),
        }
    }
}

const fn terminated(text: &'static str) -> *const c_char {
    let bytes = text.as_bytes();
    assert!(!bytes.is_empty() && bytes[bytes.len() - 1] == 0);
    text.as_ptr().cast::<c_char>()
}
