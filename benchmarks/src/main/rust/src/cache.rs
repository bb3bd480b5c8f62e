//! The native twins of table 5: passes in another order, and over larger structs.

use crate::generated::p2f::Foreign;
use crate::generated::social::{Post, Reaction};

/// Two reads and a write for each reaction, in the order of the indexes. Twin of `RandomPasses`. 0 for a bad pointer.
///
/// # Safety
/// `reactions` points to `count` reactions, which nobody else uses during the call, and `order` to as many numbers.
#[no_mangle]
pub unsafe extern "C" fn bench_pass_reactions_in_order(
    reactions: *mut Reaction,
    order: *const u32,
    count: u64,
) -> u64 {
    // SAFETY: as the caller promised.
    let (Ok(reactions), order) = (unsafe {
        (
            Reaction::slice_from_mut_ptr(reactions, count as usize),
            core::slice::from_raw_parts(order, count as usize),
        )
    }) else {
        return 0;
    };
    let mut sum = 0u64;
    for &index in order {
        let reaction = &mut reactions[index as usize];
        let value = reaction.user_id.wrapping_add(reaction.target_id);
        reaction.created_at = value;
        sum = sum.wrapping_add(value);
    }
    sum
}

/// A read at the start of each post, a read and a write at its end. Twin of `PostPasses`. 0 for a bad pointer.
///
/// # Safety
/// `posts` points to `count` posts, which nobody else uses during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_pass_posts(posts: *mut Post, count: u64) -> u64 {
    // SAFETY: as the caller promised.
    let Ok(posts) = (unsafe { Post::slice_from_mut_ptr(posts, count as usize) }) else {
        return 0;
    };
    let mut sum = 0u64;
    for post in posts {
        let value = post.author_id.wrapping_add(post.like_count);
        post.updated_at = value;
        sum = sum.wrapping_add(value);
    }
    sum
}
