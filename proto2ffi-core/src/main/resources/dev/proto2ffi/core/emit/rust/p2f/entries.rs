//! Maps: entries in an array, of which native code may have left several with one key; then the last one counts.

use super::deep::{Deep, Nesting, Shown};
use super::list::next_index;
use super::{Error, Result};
use core::fmt;

/// A key and a value of a map.
pub trait Entry {
    /// Whether both are of one key.
    fn same_key(&self, other: &Self) -> bool;
}

/// The entries of a map, each key once, in the order of the entries that count.
///
/// Each step looks for the entry's key in all entries behind it, which takes a while in a map of very many.
#[derive(Clone)]
pub struct Entries<'s, E> {
    rest: &'s [E],
}

impl<'s, E> Entries<'s, E> {
    pub(in super::super) fn new(entries: &'s [E]) -> Self {
        Self { rest: entries }
    }
}

impl<'s, E: Entry> Iterator for Entries<'s, E> {
    type Item = &'s E;

    fn next(&mut self) -> Option<&'s E> {
        while let [first, rest @ ..] = self.rest {
            self.rest = rest;
            if !rest.iter().any(|other| first.same_key(other)) {
                return Some(first);
            }
        }
        None
    }
}

/// The last entry of a key.
pub(in super::super) fn find<E>(entries: &[E], is_key: impl Fn(&E) -> bool) -> Option<&E> {
    entries.iter().rev().find(|entry| is_key(entry))
}

/// Replaces the entry that counts for a key, or appends one.
pub(in super::super) fn put<E: Entry>(
    entries: &mut [E],
    count: &mut u32,
    entry: E,
    field: &'static str,
) -> Result<()> {
    let max = entries.len();
    let Some(used) = entries.get_mut(..*count as usize) else {
        return Err(Error::BadCount { field, count: *count, max });
    };
    if let Some(old) = used.iter_mut().rev().find(|old| old.same_key(&entry)) {
        *old = entry;
        return Ok(());
    }
    let index = next_index(*count, max, field)?;
    entries[index] = entry;
    *count += 1;
    Ok(())
}

/// Whether two maps have the same keys with the same values, in whatever order.
pub(in super::super) fn same_entries<E: Entry + Deep>(a: (&[E], u64), b: (&[E], u64), depth: u32) -> bool {
    let all_in_b = Entries::new(a.0)
        .all(|entry| find(b.0, |other| other.same_key(entry)).is_some_and(|other| entry.same(other, depth)));
    all_in_b && Entries::new(a.0).count() == Entries::new(b.0).count()
}

/// Shows the entries that count.
pub(in super::super) struct ShownEntries<'s, E>(
    pub(in super::super) Result<&'s [E]>,
    pub(in super::super) Nesting<'s>,
);

impl<E: Entry + Deep> fmt::Debug for ShownEntries<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Ok(entries) => {
                let shown = Entries::new(entries).map(|entry| Shown(entry, self.1));
                f.debug_list().entries(shown).finish()
            }
            Err(error) => write!(f, "<{error}>"),
        }
    }
}

/// The same for entries that are plain values.
pub(in super::super) struct EntryItems<'s, E>(pub(in super::super) Result<&'s [E]>);

impl<E: Entry + fmt::Debug> fmt::Debug for EntryItems<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Ok(entries) => f.debug_list().entries(Entries::new(entries)).finish(),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}
