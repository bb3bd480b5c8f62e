//! The structs of the published tables, from 40 to 5,584 bytes, and what every trip does with one.

use crate::generated::social::{Comment, Message, Notification, Post, Reaction, UserProfile};

/// A struct of which two numbers of 8 bytes are used, as `Specimen.java` has it.
pub trait Specimen: Clone {
    /// Zero all over.
    fn zeroed() -> Self;

    /// Two writes and a read.
    fn touch(&mut self, value: u64) -> u64;
}

macro_rules! specimen {
    ($struct:ty, $first:ident, $second:ident) => {
        impl Specimen for $struct {
            #[inline(always)]
            fn zeroed() -> Self {
                Self::new()
            }

            #[inline(always)]
            fn touch(&mut self, value: u64) -> u64 {
                self.$first = value;
                self.$second = value;
                self.$first
            }
        }
    };
}

specimen!(Reaction, reaction_id, user_id);
specimen!(Notification, notification_id, user_id);
specimen!(UserProfile, user_id, follower_count);
specimen!(Comment, comment_id, post_id);
specimen!(Message, message_id, sender_id);
specimen!(Post, post_id, author_id);

/// Calls a generic function for the struct of so many bytes; 0 where there is none.
macro_rules! for_size {
    ($size:expr, $function:ident($($argument:expr),*)) => {
        match $size {
            40 => $function::<$crate::generated::social::Reaction>($($argument),*),
            304 => $function::<$crate::generated::social::Notification>($($argument),*),
            656 => $function::<$crate::generated::social::UserProfile>($($argument),*),
            2_056 => $function::<$crate::generated::social::Comment>($($argument),*),
            4_040 => $function::<$crate::generated::social::Message>($($argument),*),
            5_584 => $function::<$crate::generated::social::Post>($($argument),*),
            _ => 0,
        }
    };
}
pub(crate) use for_size;
