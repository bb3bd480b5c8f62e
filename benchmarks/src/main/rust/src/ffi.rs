//! The native twins of table 3: the functions of `ffi.c`, called from Rust through pointers that the compiler can't see
//! through.

use crate::generated::bench::BinaryOp;
use crate::generated::p2f::Bool;
use crate::generated::social::{Post, PostType, Reaction, ReactionType, UserProfile, Visibility};

/// Asks a function, time after time; the sum. Twin of `Queries.critical`.
#[no_mangle]
pub extern "C" fn bench_ffi_query(function: extern "C" fn() -> u64, trips: u64) -> u64 {
    (0..trips).fold(0, |sum, _| sum + function())
}

/// The same from a constant. Twin of `Queries.size`.
#[no_mangle]
pub extern "C" fn bench_ffi_constant_size(zero: u64, trips: u64) -> u64 {
    constants::<{ Post::SIZE as u64 }>(zero, trips)
}

/// The same from a constant. Twin of `Queries.alignment`.
#[no_mangle]
pub extern "C" fn bench_ffi_constant_alignment(zero: u64, trips: u64) -> u64 {
    constants::<{ Post::ALIGN as u64 }>(zero, trips)
}

/// `zero` is 0, which the compiler doesn't know: else it would multiply instead.
fn constants<const ANSWER: u64>(zero: u64, trips: u64) -> u64 {
    (0..trips).fold(0, |sum: u64, _| (sum ^ zero) + ANSWER)
}

/// A struct that goes there and back.
trait Traveller {
    /// Zero all over.
    fn zeroed() -> Self;

    /// What the caller writes: every field.
    fn fill(&mut self, value: u64, text: &str);

    /// What the caller reads when it is back.
    fn answer(&self) -> u64;
}

impl Traveller for Reaction {
    #[inline(always)]
    fn zeroed() -> Self {
        Self::new()
    }

    #[inline(always)]
    fn fill(&mut self, value: u64, _text: &str) {
        self.reaction_id = value;
        self.user_id = value + 1;
        self.target_id = value + 2;
        self.reaction_type = ReactionType::LAUGH;
        self.created_at = value + 3;
    }

    #[inline(always)]
    fn answer(&self) -> u64 {
        self.created_at
    }
}

impl Traveller for UserProfile {
    #[inline(always)]
    fn zeroed() -> Self {
        Self::new()
    }

    #[inline(always)]
    fn fill(&mut self, value: u64, text: &str) {
        self.user_id = value;
        fits(self.set_username(text));
        fits(self.set_display_name(text));
        fits(self.set_bio(text));
        fits(self.set_avatar_url(text));
        self.follower_count = value + 1;
        self.following_count = value + 2;
        self.post_count = value + 3;
        self.created_at = value + 4;
        self.is_verified = Bool::TRUE;
    }

    #[inline(always)]
    fn answer(&self) -> u64 {
        self.created_at
    }
}

impl Traveller for Post {
    #[inline(always)]
    fn zeroed() -> Self {
        Self::new()
    }

    #[inline(always)]
    fn fill(&mut self, value: u64, text: &str) {
        self.post_id = value;
        self.author_id = value + 1;
        self.post_type = PostType::IMAGE;
        fits(self.set_content(text));
        fits(self.set_media_url(text));
        self.visibility = Visibility::FOLLOWERS;
        self.like_count = value + 2;
        self.comment_count = value + 3;
        self.share_count = value + 4;
        self.view_count = value + 5;
        self.created_at = value + 6;
        self.updated_at = value + 7;
    }

    #[inline(always)]
    fn answer(&self) -> u64 {
        self.created_at
    }
}

#[inline(always)]
fn fits(written: crate::generated::p2f::Result<()>) {
    written.expect("the text fits");
}

/// A struct on the stack, zeroed, filled, given to the function, read. Twin of `RoundTrips`. 0 for another size.
///
/// # Safety
/// The function takes a struct of that size, and there are `length` bytes of UTF-8 at `text`.
#[no_mangle]
pub unsafe extern "C" fn bench_ffi_round_trips(
    size: u64,
    function: *const u8,
    text: *const u8,
    length: u64,
    trips: u64,
) -> u64 {
    // SAFETY: as the caller promised.
    unsafe {
        let text = core::str::from_utf8_unchecked(core::slice::from_raw_parts(text, length as usize));
        match size {
            40 => round_trips::<Reaction>(core::mem::transmute(function), text, trips),
            656 => round_trips::<UserProfile>(core::mem::transmute(function), text, trips),
            5_584 => round_trips::<Post>(core::mem::transmute(function), text, trips),
            _ => 0,
        }
    }
}

fn round_trips<T: Traveller>(function: extern "C" fn(&mut T) -> u64, text: &str, trips: u64) -> u64 {
    let mut sum = 0u64;
    for i in 0..trips {
        let mut struct_there = T::zeroed();
        struct_there.fill(i, text);
        sum = sum.wrapping_add(function(&mut struct_there)).wrapping_add(struct_there.answer());
    }
    sum
}

/// Two numbers in a struct of 16 bytes, passed by value. Twin of `SmallStructs.byValue`.
#[no_mangle]
pub extern "C" fn bench_ffi_by_value(function: extern "C" fn(BinaryOp) -> i64, trips: i64) -> i64 {
    let mut op = BinaryOp::new();
    let mut sum = 0i64;
    for i in 0..trips {
        op.a = i;
        op.b = 1;
        sum = sum.wrapping_add(function(op));
    }
    sum
}

/// The same by pointer. Twin of `SmallStructs.byPointer`.
#[no_mangle]
pub extern "C" fn bench_ffi_by_pointer(function: extern "C" fn(&BinaryOp) -> i64, trips: i64) -> i64 {
    let mut op = BinaryOp::new();
    let mut sum = 0i64;
    for i in 0..trips {
        op.a = i;
        op.b = 1;
        sum = sum.wrapping_add(function(&op));
    }
    sum
}

/// Calls a function of two numbers, of Java or of Rust. Twin of `Upcalls.upcalls`, and its native half.
#[no_mangle]
pub extern "C" fn bench_ffi_call_back(function: extern "C" fn(i64, i64) -> i64, trips: i64) -> i64 {
    (0..trips).fold(0, |sum: i64, i| sum.wrapping_add(function(i, 1)))
}
