//! What all generated modules share: storage types, errors, and the checked ways into foreign memory.
//!
//! Nothing here takes memory but from the [`Allocate`] that it is given, and only `core` is used.

mod boolean;
mod bytes;
mod deep;
mod entries;
mod error;
mod foreign;
mod list;
mod memory;
mod pointer;
mod stored;
mod text;

pub use self::boolean::Bool;
pub use self::bytes::{Bytes, PackedBytes};
pub use self::entries::{Entries, Entry};
pub use self::error::{Error, Result};
pub use self::foreign::{Flat, Foreign};
pub use self::list::{List, Values};
pub use self::memory::{Allocate, Allocator, Arena, Buffer};
pub use self::pointer::{BytesView, Ptr, Span, Str};
pub use self::stored::{Inline, Owned, Stored};

#[allow(unused_imports)] // which of them are used depends on the schema
pub(super) use self::{
    bytes::bytes,
    deep::{
        copy_items, copy_list, copy_span, same_items, same_pointer, CopyFrom, Deep, Nesting, NoMemory,
        Shown, ShownItems, ShownPointer,
    },
    entries::{find, put, same_entries, EntryItems, ShownEntries},
    list::{
        at, at_mut, eq_items, eq_values, equal, index, items, items_mut, next_index, push, push_owned, push_value,
        set_items, used, Items, ValueItems,
    },
    stored::{fits, read, same, store, write, Value},
};
