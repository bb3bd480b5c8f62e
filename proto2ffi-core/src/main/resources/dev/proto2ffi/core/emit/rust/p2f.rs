//! What all generated modules share: storage types, errors, and the checked ways into foreign memory.
//!
//! Structs take memory from the [`Allocate`] that they are given, and no crate is used but `core`; calls need `std`.
//!
//! Structs have private members, so that `..Default::default()` isn't there for them: make one with `new()`, then set what
//! is to differ. Those that aren't flat have the lifetime of what they point to: that of the allocator whose memory their
//! setters are given. A `Buffer` is one of memory that you have, an `Arena` one of native code, and any other is what
//! implements `Allocate`.

// Which of these names a crate uses depends on its schema, and on how public it makes them.
#![allow(unused_imports)]

mod boolean;
mod bytes;
mod deep;
mod entries;
mod error;
mod foreign;
mod list;
mod memory;
mod pointer;
mod region;
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
pub use self::region::{Region, RegionError};
pub use self::stored::{Inline, Owned, Stored};

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
