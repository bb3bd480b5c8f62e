//! Requests and responses of one add by hand. What prost checks, this believes: tags, varints that end, bytes that are there.

/// # Safety
/// A varint of at most 10 bytes begins here.
#[inline(always)]
pub unsafe fn varint(at: &mut *const u8) -> u64 {
    let mut value = 0u64;
    let mut shift = 0;
    loop {
        // SAFETY: as the caller promised.
        let byte = unsafe { **at };
        *at = (*at).wrapping_add(1);
        value |= u64::from(byte & 0x7f).wrapping_shl(shift);
        if byte < 0x80 {
            return value;
        }
        shift += 7;
    }
}

/// The two numbers; one that isn't there is 0, as in proto3.
///
/// # Safety
/// The bytes are a well-formed `AddRequest` without unknown fields.
#[inline(always)]
pub unsafe fn decode(request: *const u8, length: usize) -> (i64, i64) {
    let end = request.wrapping_add(length);
    let mut at = request;
    let mut numbers = [0i64; 2];
    while at != end {
        // SAFETY: as the caller promised.
        unsafe {
            // Field 1 or 2, both varints: 0x08 or 0x10.
            let field = (*at >> 3) & 3;
            at = at.wrapping_add(1);
            *numbers.get_unchecked_mut((field - 1) as usize & 1) = varint(&mut at) as i64;
        }
    }
    (numbers[0], numbers[1])
}

/// The bytes of an `AddResponse`; how many they are.
///
/// # Safety
/// There is room for 11 bytes.
#[inline(always)]
pub unsafe fn encode(value: i64, out: *mut u8) -> usize {
    if value == 0 {
        return 0; // proto3 leaves it out
    }
    // SAFETY: as the caller promised.
    unsafe { tagged(0x08, value as u64, out) }
}

/// The tag of a field with a length, and the length; how many bytes they are.
///
/// # Safety
/// There is room for 11 bytes.
#[inline(always)]
pub unsafe fn encode_length(tag: u8, length: usize, out: *mut u8) -> usize {
    // SAFETY: as the caller promised.
    unsafe { tagged(tag, length as u64, out) }
}

#[inline(always)]
unsafe fn tagged(tag: u8, value: u64, out: *mut u8) -> usize {
    // SAFETY: as the callers were promised.
    unsafe {
        *out = tag;
        let mut rest = value;
        let mut at = 1;
        while rest >= 0x80 {
            *out.add(at) = rest as u8 | 0x80;
            rest >>= 7;
            at += 1;
        }
        *out.add(at) = rest as u8;
        at + 1
    }
}
