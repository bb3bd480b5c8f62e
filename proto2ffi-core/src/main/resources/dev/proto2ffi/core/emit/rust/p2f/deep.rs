//! Whatever follows pointers from message to message. Memory of other code can hold circles, so all of it ends.

use super::memory::Allocate;
use super::pointer::{BytesView, Ptr, Span, Str};
use super::{Error, Flat, Result};
use core::alloc::Layout;
use core::cell::Cell;
use core::fmt;
use core::ptr::NonNull;

/// How many pointers are followed in a row.
pub(super) const MAX_DEPTH: u32 = 100;

/// How many messages one text may show.
const MAX_SHOWN: u32 = 10_000;

/// What is compared and shown together with all that it points to.
pub(in super::super) trait Deep {
    /// Whether both mean the same; not, where they are too deep.
    fn same(&self, other: &Self, depth: u32) -> bool;

    fn show(&self, f: &mut fmt::Formatter<'_>, nesting: Nesting<'_>) -> fmt::Result;
}

impl<T: Flat + PartialEq + fmt::Debug> Deep for T {
    fn same(&self, other: &Self, _depth: u32) -> bool {
        self == other
    }

    fn show(&self, f: &mut fmt::Formatter<'_>, _nesting: Nesting<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// What is copied together with all that it points to.
pub(in super::super) trait CopyFrom<'a, S> {
    /// Replaces `self`; `field` is where it is, for errors. What was copied before an error stays.
    fn copy_at(&mut self, allocator: &dyn Allocate<'a>, source: &S, depth: u32, field: &'static str) -> Result<()>;
}

impl<'a, T: Flat> CopyFrom<'a, T> for T {
    fn copy_at(&mut self, _: &dyn Allocate<'a>, source: &T, _: u32, _: &'static str) -> Result<()> {
        *self = *source;
        Ok(())
    }
}

impl<'a> CopyFrom<'a, BytesView<'_>> for BytesView<'a> {
    fn copy_at(
        &mut self,
        allocator: &dyn Allocate<'a>,
        source: &BytesView<'_>,
        _: u32,
        field: &'static str,
    ) -> Result<()> {
        *self = BytesView::copied(allocator, source.get(field)?)?;
        Ok(())
    }
}

impl<'a> CopyFrom<'a, Str<'_>> for Str<'a> {
    fn copy_at(&mut self, allocator: &dyn Allocate<'a>, source: &Str<'_>, _: u32, field: &'static str) -> Result<()> {
        *self = Str::of_bytes(BytesView::copied(allocator, source.copied(field)?)?);
        Ok(())
    }
}

impl<'a, S, T: CopyFrom<'a, S> + Default> CopyFrom<'a, Ptr<'_, S>> for Ptr<'a, T> {
    fn copy_at(
        &mut self,
        allocator: &dyn Allocate<'a>,
        source: &Ptr<'_, S>,
        depth: u32,
        field: &'static str,
    ) -> Result<()> {
        *self = Ptr::new();
        let Some(source) = source.get(field)? else {
            return Ok(());
        };
        let depth = deeper(depth, field)?;
        fresh(self, allocator)?.copy_at(allocator, source, depth, field)
    }
}

/// A function of its own, so that a message is on the stack while it is made, and not while what is in it is copied.
#[inline(never)]
fn fresh<'s, 'a, T: Default>(pointer: &'s mut Ptr<'a, T>, allocator: &dyn Allocate<'a>) -> Result<&'s mut T> {
    pointer.init(allocator, T::default())
}

/// The same for several.
#[inline(never)]
fn fresh_items<'s, 'a, T: Default>(
    span: &'s mut Span<'a, T>,
    allocator: &dyn Allocate<'a>,
    count: usize,
) -> Result<&'s mut [T]> {
    span.fill(allocator, count, |_| Ok(T::default()))
}

fn deeper(depth: u32, field: &'static str) -> Result<u32> {
    if depth >= MAX_DEPTH {
        return Err(Error::TooDeep { field, max: MAX_DEPTH });
    }
    Ok(depth + 1)
}

pub(in super::super) fn copy_items<'a, S, T: CopyFrom<'a, S>>(
    items: &mut [T],
    allocator: &dyn Allocate<'a>,
    source: &[S],
    depth: u32,
    field: &'static str,
) -> Result<()> {
    items.iter_mut().zip(source).try_for_each(|(item, source)| item.copy_at(allocator, source, depth, field))
}

pub(in super::super) fn copy_list<'a, S, T: CopyFrom<'a, S>>(
    items: &mut [T],
    count: &mut u32,
    allocator: &dyn Allocate<'a>,
    source: Result<&[S]>,
    depth: u32,
    field: &'static str,
) -> Result<()> {
    let source = source?;
    *count = 0;
    copy_items(items, allocator, source, depth, field)?;
    *count = source.len() as u32;
    Ok(())
}

pub(in super::super) fn copy_span<'a, S, T: CopyFrom<'a, S> + Default>(
    span: &mut Span<'a, T>,
    allocator: &dyn Allocate<'a>,
    source: &Span<'_, S>,
    depth: u32,
    field: &'static str,
) -> Result<()> {
    let source = source.get(field)?;
    *span = Span::new();
    if source.is_empty() {
        return Ok(());
    }
    let depth = deeper(depth, field)?;
    let items = fresh_items(span, allocator, source.len())?;
    copy_items(items, allocator, source, depth, field)
}

/// For structs that aren't plain values, and yet point to nothing.
pub(in super::super) struct NoMemory;

// SAFETY: there are no blocks.
unsafe impl<'a> Allocate<'a> for NoMemory {
    fn allocate(&self, _: Layout) -> Option<NonNull<u8>> {
        None
    }
}

pub(in super::super) fn same_pointer<T: Deep>(a: &Ptr<'_, T>, b: &Ptr<'_, T>, depth: u32) -> bool {
    match (a.get(""), b.get("")) {
        (Ok(Some(a)), Ok(Some(b))) => depth < MAX_DEPTH && a.same(b, depth + 1),
        (Ok(None), Ok(None)) => true,
        _ => a.address() == b.address(),
    }
}

/// Elements within the struct, or for a `depth` one larger, behind a pointer.
pub(in super::super) fn same_items<T: Deep>(a: (&[T], u64), b: (&[T], u64), depth: u32) -> bool {
    a.1 == b.1
        && a.0.len() == b.0.len()
        && (a.0.is_empty() || depth <= MAX_DEPTH)
        && a.0.iter().zip(b.0).all(|(a, b)| a.same(b, depth))
}

/// How deep a text is, and how many messages it may still show.
#[derive(Clone, Copy)]
pub(in super::super) struct Nesting<'n> {
    depth: u32,
    left: &'n Cell<u32>,
}

impl Nesting<'_> {
    /// Shows a whole message.
    pub(in super::super) fn show<T: Deep>(message: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        message.show(f, Nesting { depth: 0, left: &Cell::new(MAX_SHOWN) })
    }

    /// Behind a pointer.
    pub(in super::super) fn inside(self) -> Self {
        Self { depth: self.depth + 1, left: self.left }
    }

    /// Whether another message is shown: none, once one was too deep, for there may be ever more of those.
    fn take(self) -> bool {
        let left = if self.depth > MAX_DEPTH { 0 } else { self.left.get() };
        self.left.set(left.saturating_sub(1));
        left > 0
    }
}

/// Shows a message, or that there would be more.
pub(in super::super) struct Shown<'s, T>(pub(in super::super) &'s T, pub(in super::super) Nesting<'s>);

impl<T: Deep> fmt::Debug for Shown<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.1.take() { self.0.show(f, self.1) } else { f.write_str("...") }
    }
}

/// Shows what a pointer leads to.
pub(in super::super) struct ShownPointer<'s, T>(
    pub(in super::super) Result<Option<&'s T>>,
    pub(in super::super) Nesting<'s>,
);

impl<T: Deep> fmt::Debug for ShownPointer<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Ok(Some(message)) => Shown(message, self.1).fmt(f),
            Ok(None) => f.write_str("<NULL>"),
            Err(error) => write!(f, "<{error}>"),
        }
    }
}

/// Shows messages in a row.
pub(in super::super) struct ShownItems<'s, T>(pub(in super::super) Result<&'s [T]>, pub(in super::super) Nesting<'s>);

impl<T: Deep> fmt::Debug for ShownItems<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Ok(items) => {
                let mut list = f.debug_list();
                for item in items {
                    list.entry(&Shown(item, self.1));
                    if self.1.left.get() == 0 {
                        break;
                    }
                }
                list.finish()
            }
            Err(error) => write!(f, "<{error}>"),
        }
    }
}
