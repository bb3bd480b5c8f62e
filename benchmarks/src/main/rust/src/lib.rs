//! The native twins of the benchmarks: the same loops over the same structs, as a Rust programmer writes them.

#[path = "../../../../../examples/calculator/src/main/rust/src/bookkeeper.rs"]
mod bookkeeper;
mod cache;
mod calls;
mod ffi;
#[path = "../../../../target/generated/rust/mod.rs"]
mod generated;
mod ladder;
mod memory;
mod peers;
mod pools;
mod scaling;
mod simd;
mod specimen;
mod stack;
mod throughput;
mod workload;

use generated::p2f::Foreign;
use generated::social::Reaction;

/// Two reads and a write for each reaction. Twin of `ReactionPasses`. 0 for a bad pointer.
///
/// # Safety
/// `reactions` points to `count` reactions, which nobody else uses during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_pass_reactions(reactions: *mut Reaction, count: u64) -> u64 {
    // SAFETY: as the caller promised.
    let Ok(reactions) = (unsafe { Reaction::slice_from_mut_ptr(reactions, count as usize) }) else {
        return 0;
    };
    let mut sum = 0u64;
    for reaction in reactions {
        let value = reaction.user_id.wrapping_add(reaction.target_id);
        reaction.created_at = value;
        sum = sum.wrapping_add(value);
    }
    sum
}
