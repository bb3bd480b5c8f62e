//! Streams: a server sends one item after the other while it is called.

use super::call::check;
use super::std::any::Any;
use super::std::boxed::Box;
use super::std::panic::{catch_unwind, resume_unwind, AssertUnwindSafe};
use super::CallError;
use core::ffi::c_void;
use core::marker::PhantomData;
use core::mem::size_of;
use core::ptr;
use core::ptr::{addr_of_mut, NonNull};

/// C's `p2f_stream`.
#[repr(C)]
pub struct RawStream {
    send: Option<unsafe extern "C" fn(this: *mut RawStream, item: *const c_void) -> i32>,
}

/// What streams are made of.
///
/// # Safety
/// `Of` is the same type but for the lifetime, if it has one.
pub unsafe trait Item {
    /// An item that points to memory of some lifetime.
    type Of<'i>;
}

/// A message without fields, of which there is nothing to look at: NULL.
// SAFETY: no lifetime.
unsafe impl Item for () {
    type Of<'i> = ();
}

/// Where a server sends its items. It belongs to one call, and to the thread of that.
pub struct Stream<'s, T> {
    raw: NonNull<RawStream>,
    /// What the receiver said when it wanted no more, zero until then.
    stopped: i32,
    call: PhantomData<(&'s mut RawStream, fn(T))>,
}

impl<T: Item> Stream<'_, T> {
    /// Trusts a stream that other code owns.
    ///
    /// # Safety
    /// `ptr` is NULL, or if aligned, points to a stream that takes items of `T` from this thread for the lifetime.
    pub(in super::super) unsafe fn from_ptr(ptr: *mut RawStream) -> Result<Self, CallError> {
        check(ptr.cast_const(), "stream")?;
        // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise.
        if unsafe { (*ptr).send }.is_none() {
            return Err(CallError::new(CallError::INVALID_ARGUMENT, "NULL for the stream's function"));
        }
        let raw = NonNull::new(ptr).ok_or_else(CallError::cancelled)?;
        Ok(Self { raw, stopped: 0, call: PhantomData })
    }

    /// Sends an item, which is only looked at meanwhile. Once it fails, it always does.
    ///
    /// # Errors
    /// Where the receiver wants no more items: the server is to return this error, as `?` does.
    pub fn send(&mut self, item: &T::Of<'_>) -> Result<(), CallError> {
        self.end()?;
        let raw = self.raw.as_ptr();
        let item = if size_of::<T::Of<'_>>() == 0 { ptr::null() } else { ptr::from_ref(item) };
        // SAFETY: there is a function, that takes such items, as was promised to `from_ptr`, or `receive` put it there.
        self.stopped = unsafe { (*raw).send.map_or(CallError::CANCELLED, |send| send(raw, item.cast())) };
        self.end()
    }

    /// What the server returns that made no error of its own.
    #[inline]
    pub(in super::super) fn end(&self) -> Result<(), CallError> {
        match self.stopped {
            0 => Ok(()),
            code => Err(stop(code)),
        }
    }

    /// For another server to send to.
    #[inline]
    pub(in super::super) fn as_mut_ptr(&mut self) -> *mut RawStream {
        self.raw.as_ptr()
    }

    /// Makes a call whose items come here: `Stream::<Tick>::receive(|tick| …, |stream| server.ticks(&query, stream))`.
    ///
    /// An error of the receiver, such as [`CallError::cancelled`], ends the call, and becomes its result. So does a panic:
    /// it stops the server, then goes on here.
    ///
    /// # Errors
    /// The receiver's, or else the server's.
    pub fn receive<F, C>(receiver: F, call: C) -> Result<(), CallError>
    where
        F: FnMut(&T::Of<'_>) -> Result<(), CallError>,
        C: FnOnce(&mut Stream<'_, T>) -> Result<(), CallError>,
    {
        let head = RawStream { send: Some(received::<T, F>) };
        let mut state = Receiver { head, receiver, busy: false, outcome: Outcome::GoOn };
        let raw = NonNull::from(&mut state).cast::<RawStream>();
        let answer = call(&mut Stream { raw, stopped: 0, call: PhantomData });
        match state.outcome {
            Outcome::GoOn => answer,
            Outcome::Failed(error) => Err(error),
            Outcome::Panicked(payload) => resume_unwind(payload),
        }
    }
}

#[cold]
fn stop(code: i32) -> CallError {
    match code {
        CallError::CANCELLED => CallError::cancelled(),
        _ => CallError::new(code, "the receiver failed"),
    }
}

enum Outcome {
    GoOn,
    Failed(CallError),
    Panicked(Box<dyn Any + Send>),
}

#[repr(C)]
struct Receiver<F> {
    head: RawStream,
    receiver: F,
    /// Whether it is at an item: then it can't take another.
    busy: bool,
    outcome: Outcome,
}

/// The function of a stream that is a [`Receiver`].
///
/// # Safety
/// `this` is one for such items, alive, of this thread; `item` is NULL, or as [`Foreign::from_ptr`](super::Foreign::from_ptr)
/// wants it for the time of the call.
unsafe extern "C" fn received<T, F>(this: *mut RawStream, item: *const c_void) -> i32
where
    T: Item,
    F: FnMut(&T::Of<'_>) -> Result<(), CallError>,
{
    let this = this.cast::<Receiver<F>>();
    // SAFETY: a receiver, as the caller promises; nothing in it is borrowed, since it isn't busy, or only looked at.
    let open = unsafe { !(*this).busy && matches!((*this).outcome, Outcome::GoOn) };
    if !open {
        return CallError::CANCELLED;
    }
    // SAFETY: as above.
    unsafe { (*this).busy = true };
    let outcome = {
        // SAFETY: not borrowed, since it wasn't busy.
        let receiver = unsafe { &mut *addr_of_mut!((*this).receiver) };
        catch_unwind(AssertUnwindSafe(move || {
            let nothing = NonNull::<T::Of<'_>>::dangling();
            let item = if size_of::<T::Of<'_>>() == 0 { nothing.as_ptr().cast_const() } else { item.cast() };
            check(item, "item")?;
            // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise, or it has no bytes.
            receiver(unsafe { &*item })
        }))
    };
    let (code, outcome) = match outcome {
        Ok(Ok(())) => (0, Outcome::GoOn),
        Ok(Err(error)) => (if error.code == 0 { CallError::UNKNOWN } else { error.code }, Outcome::Failed(error)),
        Err(payload) => (CallError::CANCELLED, Outcome::Panicked(payload)),
    };
    // SAFETY: as above; what was there owns nothing.
    unsafe {
        addr_of_mut!((*this).outcome).write(outcome);
        (*this).busy = false;
    }
    code
}
