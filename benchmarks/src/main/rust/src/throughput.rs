//! The native twins of the throughput benchmarks: see `FeedWork`.

use crate::generated::p2f::Foreign;
use crate::generated::social::{Comment, Post, Reaction, ReactionType};

fn mix(state: u64) -> u64 {
    let z = (state ^ state >> 30).wrapping_mul(0xbf58476d1ce4e5b9);
    let z = (z ^ z >> 27).wrapping_mul(0x94d049bb133111eb);
    z ^ z >> 31
}

/// The items from one index to another; none for a bad pointer.
///
/// # Safety
/// The first `to` items are there, and nobody else uses them meanwhile.
unsafe fn window<'a, T: Foreign>(items: *mut T, from: u64, to: u64) -> &'a mut [T] {
    // SAFETY: as the caller promised.
    match unsafe { T::slice_from_mut_ptr(items, to as usize) } {
        Ok(items) => &mut items[from as usize..],
        Err(_) => &mut [],
    }
}

/// # Safety
/// As of [`window`].
#[no_mangle]
pub unsafe extern "C" fn bench_feed_generate(reactions: *mut Reaction, from: u64, to: u64, seed: u64) -> u64 {
    let mut sum = 0u64;
    // SAFETY: as the caller promised.
    for (i, reaction) in (from..to).zip(unsafe { window(reactions, from, to) }) {
        let random = mix(seed.wrapping_add(i.wrapping_mul(0x9e3779b97f4a7c15)));
        reaction.reaction_id = i;
        reaction.user_id = random >> 44;
        reaction.target_id = random & 0xfffff;
        reaction.reaction_type = ReactionType(((random >> 20 & 0xffff) * 6 >> 16) as i32);
        reaction.created_at = 1_700_000_000 + i;
        sum = sum.wrapping_add(reaction.user_id);
    }
    sum
}

/// # Safety
/// As of [`window`].
#[no_mangle]
pub unsafe extern "C" fn bench_feed_update(posts: *mut Post, from: u64, to: u64, now: u64) -> u64 {
    let mut sum = 0u64;
    // SAFETY: as the caller promised.
    for (i, post) in (from..to).zip(unsafe { window(posts, from, to) }) {
        post.like_count = post.like_count.wrapping_add(1);
        post.view_count = post.view_count.wrapping_add(3);
        post.updated_at = now.wrapping_add(i);
        sum = sum.wrapping_add(post.like_count);
    }
    sum
}

/// The safe accessor checks that the text is UTF-8, which the one in C doesn't.
///
/// # Safety
/// As of [`window`].
#[no_mangle]
pub unsafe extern "C" fn bench_feed_read(comments: *mut Comment, from: u64, to: u64) -> u64 {
    let mut sum = 0u64;
    // SAFETY: as the caller promised.
    for comment in unsafe { window(comments, from, to) } {
        let Ok(text) = comment.text() else { return 0 };
        let spaces = text.bytes().filter(|&byte| byte == b' ').count() as u64;
        comment.reply_count = spaces;
        sum = sum.wrapping_add(spaces).wrapping_add(comment.like_count);
    }
    sum
}
