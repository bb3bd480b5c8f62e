//! The native twins of the peers' benchmarks: each does the work of `Proto2ffiWork` as a Rust programmer writes it.

use crate::generated::p2f::Foreign;
use crate::generated::social::{Comment, Post, PostType, Reaction, ReactionType, Visibility};
use core::arch::asm;
use core::hint::black_box;

/// A struct, beside the value that is written to it: with a `String` for each text.
trait Work: Foreign {
    type Value;

    fn value(&self) -> Self::Value;
    fn write(&mut self, value: &Self::Value) -> Option<()>;
    /// The sum of the numbers and of the texts' lengths; makes a `String` of each text.
    fn read(&self) -> u64;
    fn update(&mut self) -> u64;
    fn scan(&mut self) -> u64;
    fn id(&self) -> u64;
}

/// What `core::hint::black_box` does, without its detour through the stack: from here on the compiler must believe that
/// code it can't see has used the object.
#[inline(always)]
fn escapes<T>(object: &mut T) -> &mut T {
    let mut pointer: *mut T = object;
    // SAFETY: there is no instruction, so it is the same object that the caller lent.
    unsafe {
        asm!("/* {0} */", inout(reg) pointer, options(nostack, preserves_flags));
        &mut *pointer
    }
}

/// A `String` of the text, dropped at once: what reading one is. Its length.
#[inline(always)]
fn read_text(text: &str) -> u64 {
    black_box(String::from(text)).len() as u64
}

fn write<W: Work>(values: &[W::Value], target: &mut W, passes: u64) -> Option<u64> {
    for _ in 0..passes {
        for value in values {
            target.write(value)?;
            escapes(target);
        }
    }
    Some(target.id())
}

fn each<W: Work>(structs: &mut [W], passes: u64, work: impl Fn(&mut W) -> u64) -> u64 {
    let mut sum = 0u64;
    for _ in 0..passes {
        for one in &mut *structs {
            sum = sum.wrapping_add(work(one));
        }
    }
    sum
}

pub struct ReactionValue {
    reaction_id: u64,
    user_id: u64,
    target_id: u64,
    reaction_type: ReactionType,
    created_at: u64,
}

impl Work for Reaction {
    type Value = ReactionValue;

    fn value(&self) -> ReactionValue {
        ReactionValue {
            reaction_id: self.reaction_id,
            user_id: self.user_id,
            target_id: self.target_id,
            reaction_type: self.reaction_type,
            created_at: self.created_at,
        }
    }

    #[inline]
    fn write(&mut self, value: &ReactionValue) -> Option<()> {
        self.reaction_id = value.reaction_id;
        self.user_id = value.user_id;
        self.target_id = value.target_id;
        self.reaction_type = value.reaction_type;
        self.created_at = value.created_at;
        Some(())
    }

    #[inline]
    fn read(&self) -> u64 {
        self.reaction_id
            .wrapping_add(self.user_id)
            .wrapping_add(self.target_id)
            .wrapping_add(self.reaction_type.0 as u64)
            .wrapping_add(self.created_at)
    }

    #[inline]
    fn update(&mut self) -> u64 {
        self.target_id += 1;
        self.created_at += 1;
        self.target_id
    }

    #[inline]
    fn scan(&mut self) -> u64 {
        self.created_at = self.user_id.wrapping_add(self.target_id);
        self.created_at
    }

    fn id(&self) -> u64 {
        self.reaction_id
    }
}

pub struct CommentValue {
    comment_id: u64,
    post_id: u64,
    author_id: u64,
    parent_comment_id: u64,
    text: String,
    like_count: u64,
    reply_count: u64,
    created_at: u64,
}

impl Work for Comment {
    type Value = CommentValue;

    fn value(&self) -> CommentValue {
        CommentValue {
            comment_id: self.comment_id,
            post_id: self.post_id,
            author_id: self.author_id,
            parent_comment_id: self.parent_comment_id,
            text: self.text().unwrap_or("").to_owned(),
            like_count: self.like_count,
            reply_count: self.reply_count,
            created_at: self.created_at,
        }
    }

    #[inline]
    fn write(&mut self, value: &CommentValue) -> Option<()> {
        self.comment_id = value.comment_id;
        self.post_id = value.post_id;
        self.author_id = value.author_id;
        self.parent_comment_id = value.parent_comment_id;
        self.like_count = value.like_count;
        self.reply_count = value.reply_count;
        self.created_at = value.created_at;
        self.set_text(&value.text).ok()?;
        Some(())
    }

    #[inline]
    fn read(&self) -> u64 {
        self.comment_id
            .wrapping_add(self.post_id)
            .wrapping_add(self.author_id)
            .wrapping_add(self.parent_comment_id)
            .wrapping_add(self.like_count)
            .wrapping_add(self.reply_count)
            .wrapping_add(self.created_at)
            .wrapping_add(read_text(self.text().unwrap_or("")))
    }

    #[inline]
    fn update(&mut self) -> u64 {
        self.like_count += 1;
        self.reply_count += 1;
        self.like_count
    }

    #[inline]
    fn scan(&mut self) -> u64 {
        self.created_at = self.post_id.wrapping_add(self.author_id);
        self.created_at
    }

    fn id(&self) -> u64 {
        self.comment_id
    }
}

pub struct PostValue {
    post_id: u64,
    author_id: u64,
    post_type: PostType,
    content: String,
    media_url: String,
    visibility: Visibility,
    like_count: u64,
    comment_count: u64,
    share_count: u64,
    view_count: u64,
    created_at: u64,
    updated_at: u64,
}

impl Work for Post {
    type Value = PostValue;

    fn value(&self) -> PostValue {
        PostValue {
            post_id: self.post_id,
            author_id: self.author_id,
            post_type: self.post_type,
            content: self.content().unwrap_or("").to_owned(),
            media_url: self.media_url().unwrap_or("").to_owned(),
            visibility: self.visibility,
            like_count: self.like_count,
            comment_count: self.comment_count,
            share_count: self.share_count,
            view_count: self.view_count,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }

    #[inline]
    fn write(&mut self, value: &PostValue) -> Option<()> {
        self.post_id = value.post_id;
        self.author_id = value.author_id;
        self.post_type = value.post_type;
        self.visibility = value.visibility;
        self.like_count = value.like_count;
        self.comment_count = value.comment_count;
        self.share_count = value.share_count;
        self.view_count = value.view_count;
        self.created_at = value.created_at;
        self.updated_at = value.updated_at;
        self.set_content(&value.content).ok()?;
        self.set_media_url(&value.media_url).ok()?;
        Some(())
    }

    #[inline]
    fn read(&self) -> u64 {
        self.post_id
            .wrapping_add(self.author_id)
            .wrapping_add(self.post_type.0 as u64)
            .wrapping_add(self.visibility.0 as u64)
            .wrapping_add(self.like_count)
            .wrapping_add(self.comment_count)
            .wrapping_add(self.share_count)
            .wrapping_add(self.view_count)
            .wrapping_add(self.created_at)
            .wrapping_add(self.updated_at)
            .wrapping_add(read_text(self.content().unwrap_or("")))
            .wrapping_add(read_text(self.media_url().unwrap_or("")))
    }

    #[inline]
    fn update(&mut self) -> u64 {
        self.like_count += 1;
        self.view_count += 1;
        self.like_count
    }

    #[inline]
    fn scan(&mut self) -> u64 {
        self.updated_at = self.like_count.wrapping_add(self.comment_count);
        self.updated_at
    }

    fn id(&self) -> u64 {
        self.post_id
    }
}

/// The functions that Java calls, for one kind of struct.
macro_rules! export {
    ($struct:ty, $value:ty, $values_of:ident, $forget:ident, $write:ident, $read:ident, $update:ident, $scan:ident) => {
        /// The structs as values, to be forgotten; null for a bad pointer.
        ///
        /// # Safety
        /// `structs` points to `count` structs, which nobody else uses during the call.
        #[no_mangle]
        pub unsafe extern "C" fn $values_of(structs: *mut $struct, count: u64) -> *mut Vec<$value> {
            // SAFETY: as the caller promised.
            match unsafe { <$struct>::slice_from_mut_ptr(structs, count as usize) } {
                Ok(structs) => Box::into_raw(Box::new(structs.iter().map(Work::value).collect())),
                Err(_) => core::ptr::null_mut(),
            }
        }

        /// # Safety
        /// The values come from the function above, and this is their last use.
        #[no_mangle]
        pub unsafe extern "C" fn $forget(values: *mut Vec<$value>, _count: u64) {
            // SAFETY: as the caller promised.
            drop(unsafe { Box::from_raw(values) });
        }

        /// # Safety
        /// The values come from the function above; `target` points to a struct, which nobody else uses during the call.
        #[no_mangle]
        pub unsafe extern "C" fn $write(values: *const Vec<$value>, target: *mut $struct, _count: u64, passes: u64) -> u64 {
            // SAFETY: as the caller promised.
            let (values, target) = unsafe { (&*values, &mut *target) };
            write(values, target, passes).unwrap_or(0)
        }

        /// # Safety
        /// `structs` points to `count` structs, which nobody else uses during the call.
        #[no_mangle]
        pub unsafe extern "C" fn $read(_: *const Vec<$value>, structs: *mut $struct, count: u64, passes: u64) -> u64 {
            // SAFETY: as the caller promised.
            let Ok(structs) = (unsafe { <$struct>::slice_from_mut_ptr(structs, count as usize) }) else { return 0 };
            each(structs, passes, |one| escapes(one).read())
        }

        /// # Safety
        /// As of the function above.
        #[no_mangle]
        pub unsafe extern "C" fn $update(_: *const Vec<$value>, structs: *mut $struct, count: u64, passes: u64) -> u64 {
            // SAFETY: as the caller promised.
            let Ok(structs) = (unsafe { <$struct>::slice_from_mut_ptr(structs, count as usize) }) else { return 0 };
            each(structs, passes, |one| escapes(one).update())
        }

        /// # Safety
        /// As of the function above.
        #[no_mangle]
        pub unsafe extern "C" fn $scan(_: *const Vec<$value>, structs: *mut $struct, count: u64, passes: u64) -> u64 {
            // SAFETY: as the caller promised.
            let Ok(structs) = (unsafe { <$struct>::slice_from_mut_ptr(structs, count as usize) }) else { return 0 };
            each(structs, passes, Work::scan)
        }
    };
}

export!(
    Reaction,
    ReactionValue,
    bench_peers_values_of_reaction,
    bench_peers_forget_reaction,
    bench_peers_write_reaction,
    bench_peers_read_reaction,
    bench_peers_update_reaction,
    bench_peers_scan_reaction
);

export!(
    Comment,
    CommentValue,
    bench_peers_values_of_comment,
    bench_peers_forget_comment,
    bench_peers_write_comment,
    bench_peers_read_comment,
    bench_peers_update_comment,
    bench_peers_scan_comment
);

export!(
    Post,
    PostValue,
    bench_peers_values_of_post,
    bench_peers_forget_post,
    bench_peers_write_post,
    bench_peers_read_post,
    bench_peers_update_post,
    bench_peers_scan_post
);
