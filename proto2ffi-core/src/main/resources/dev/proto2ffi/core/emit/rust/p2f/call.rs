//! What stands between a function that other languages call and a server in Rust.

use super::error_record::{is_place, report};
use super::std::any::Any;
use super::std::boxed::Box;
use super::std::panic::{catch_unwind, AssertUnwindSafe};
use super::std::string::String;
use super::std::thread;
use super::{Allocator, Arena, BatchError, CallError, ErrorRecord};
use core::cell::Cell;
use core::mem::{align_of, forget, size_of};

/// How often the destructor of a panic's payload may panic itself.
const MAX_PANICS: usize = 16;

super::std::thread_local! {
    /// The request at which the last batch of this thread panicked, since an exported one began. A server that catches
    /// the panic of a batch within its own, and then panics elsewhere, is said to have done so there.
    static PANICKED_AT: Cell<usize> = const { Cell::new(0) };
}

/// Runs a call for code that knows neither `Result` nor unwinding: gives the code, and writes the error.
///
/// # Safety
/// `error` is NULL or may be written if it is aligned.
#[inline]
pub(in super::super) unsafe fn guard(
    error: *mut ErrorRecord,
    call: impl FnOnce() -> Result<(), CallError>,
) -> i32 {
    // SAFETY: as the caller promises.
    unsafe { guarded(error, call, |failure| (0, failure), || 0) }
}

/// The same for a batch.
///
/// # Safety
/// As of [`guard`].
#[inline]
pub(in super::super) unsafe fn guard_batch(
    error: *mut ErrorRecord,
    call: impl FnOnce() -> Result<(), BatchError>,
) -> i32 {
    PANICKED_AT.with(|at| at.set(0));
    // SAFETY: as the caller promises.
    unsafe { guarded(error, call, |failure| (failure.index, failure.error), || PANICKED_AT.with(Cell::take)) }
}

#[inline]
unsafe fn guarded<E>(
    error: *mut ErrorRecord,
    call: impl FnOnce() -> Result<(), E>,
    failed: impl FnOnce(E) -> (usize, CallError),
    panicked_at: impl FnOnce() -> usize,
) -> i32 {
    if !is_place(error) {
        return CallError::INVALID_ARGUMENT;
    }
    // Nothing of ours is seen half-changed after a panic; the server has to see to its own, as after a panic of any thread.
    let (index, failure) = match catch_unwind(AssertUnwindSafe(call)) {
        Ok(Ok(())) => return 0,
        Ok(Err(failure)) => failed(failure),
        Err(payload) => (panicked_at(), failure_of(payload)),
    };
    // SAFETY: NULL or aligned, and then it may be written, as the caller promises.
    unsafe { report(error, index, &failure) }
}

/// The error that a panic becomes. Its payload is dropped.
#[cold]
fn failure_of(payload: Box<dyn Any + Send>) -> CallError {
    let message = match (payload.downcast_ref::<&'static str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => String::from(*text),
        (_, Some(text)) => text.clone(),
        _ => String::from("a panic without a message"),
    };
    discard(payload);
    CallError::new(CallError::PANIC, message)
}

/// Drops the payload of a panic, which is code of anybody's, and may panic again.
pub(super) fn discard(mut payload: Box<dyn Any + Send>) {
    for _ in 0..MAX_PANICS {
        match catch_unwind(AssertUnwindSafe(move || drop(payload))) {
            Ok(()) => return,
            Err(another) => payload = another,
        }
    }
    forget(payload);
}

/// Where a loop is, for those who hear of a panic in it.
struct Progress(usize);

impl Drop for Progress {
    fn drop(&mut self) {
        if thread::panicking() {
            PANICKED_AT.with(|at| at.set(self.0));
        }
    }
}

/// Makes one call after the other, up to the first that fails.
#[inline]
pub(in super::super) fn batch<I: IntoIterator>(
    items: I,
    mut call: impl FnMut(I::Item) -> Result<(), CallError>,
) -> Result<(), BatchError> {
    let mut progress = Progress(0);
    for item in items {
        if let Err(error) = call(item) {
            return Err(BatchError::new(progress.0, error));
        }
        progress.0 += 1;
    }
    Ok(())
}

/// Checks that a batch has a response for each request.
#[inline]
pub(in super::super) fn paired(requests: usize, responses: usize) -> Result<(), BatchError> {
    if requests == responses {
        return Ok(());
    }
    Err(unpaired(requests, responses))
}

#[cold]
fn unpaired(requests: usize, responses: usize) -> BatchError {
    let message = super::std::format!("{requests} requests, and room for {responses} responses");
    BatchError::new(0, CallError::new(CallError::INVALID_ARGUMENT, message))
}

/// The request and the response of a call, which are flat or only looked at, all checks in one.
///
/// # Safety
/// As of [`request`] and [`response`].
#[inline]
pub(in super::super) unsafe fn arguments<'r, Q, R>(
    request: *const Q,
    response: *mut R,
) -> Result<(&'r Q, &'r mut R), CallError> {
    let usable = is_place_of(request) && is_place_of(response);
    if usable && are_apart(request, size_of::<Q>(), response, size_of::<R>()) {
        // SAFETY: not NULL, aligned and apart, as just checked; the rest is the caller's promise.
        return Ok(unsafe { (&*request, &mut *response) });
    }
    Err(unusable_pair(request, response))
}

#[cold]
#[inline(never)]
fn unusable_pair<Q, R>(request: *const Q, response: *mut R) -> CallError {
    let checked = apart(request, response).and_then(|()| check(request, "request"));
    match checked.and_then(|()| check(response.cast_const(), "response")) {
        Err(error) => error,
        Ok(()) => overlapping(),
    }
}

/// The request of a call.
///
/// # Safety
/// As of [`Foreign::from_ptr`](super::Foreign::from_ptr), for the time of the call.
#[inline]
pub(in super::super) unsafe fn request<'r, T>(ptr: *const T) -> Result<&'r T, CallError> {
    check(ptr, "request")?;
    // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise.
    Ok(unsafe { &*ptr })
}

/// The response of a call, whose bytes are all valid, since it is flat.
///
/// # Safety
/// As of [`Foreign::from_mut_ptr`](super::Foreign::from_mut_ptr), for the time of the call.
#[inline]
pub(in super::super) unsafe fn response<'r, T>(ptr: *mut T) -> Result<&'r mut T, CallError> {
    check(ptr.cast_const(), "response")?;
    // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise.
    Ok(unsafe { &mut *ptr })
}

/// The response of a call, made new: its pointers may be anything.
///
/// # Safety
/// `ptr` is NULL, or if aligned, may be written for the time of the call, and nobody else reads or writes there.
#[inline]
pub(in super::super) unsafe fn new_response<'r, T>(ptr: *mut T, new: T) -> Result<&'r mut T, CallError> {
    check(ptr.cast_const(), "response")?;
    // SAFETY: not NULL and aligned, as just checked, and ours to write; what was there isn't read.
    unsafe { ptr.write(new) };
    // SAFETY: as above, and just written.
    Ok(unsafe { &mut *ptr })
}

/// The requests of a batch.
///
/// # Safety
/// As of [`Foreign::slice_from_ptr`](super::Foreign::slice_from_ptr), for the time of the call.
#[inline]
pub(in super::super) unsafe fn requests<'r, T>(ptr: *const T, count: u64) -> Result<&'r [T], BatchError> {
    let count = check_all(ptr, count, "requests")?;
    if count == 0 {
        return Ok(&[]);
    }
    // SAFETY: not NULL, aligned and addressable, as just checked; the rest is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts(ptr, count) })
}

/// The responses of a batch, whose bytes are all valid, since they are flat.
///
/// # Safety
/// As of [`Foreign::slice_from_mut_ptr`](super::Foreign::slice_from_mut_ptr), for the time of the call.
#[inline]
pub(in super::super) unsafe fn responses<'r, T>(ptr: *mut T, count: u64) -> Result<&'r mut [T], BatchError> {
    let count = check_all(ptr.cast_const(), count, "responses")?;
    if count == 0 {
        return Ok(&mut []);
    }
    // SAFETY: not NULL, aligned and addressable, as just checked; the rest is the caller's promise.
    Ok(unsafe { core::slice::from_raw_parts_mut(ptr, count) })
}

/// The responses of a batch, made new: their pointers may be anything.
///
/// # Safety
/// As of [`new_response`], for `count` of them.
#[inline]
pub(in super::super) unsafe fn new_responses<'r, T>(
    ptr: *mut T,
    count: u64,
    new: impl Fn() -> T,
) -> Result<&'r mut [T], BatchError> {
    let size = check_all(ptr.cast_const(), count, "responses")?;
    for index in 0..size {
        // SAFETY: as many as this fit, are aligned, as just checked, and ours to write; what was there isn't read.
        unsafe { ptr.add(index).write(new()) };
    }
    // SAFETY: as above, and just written.
    unsafe { responses(ptr, count) }
}

/// A server's table that other code hands out: its fingerprint comes first.
///
/// # Safety
/// `ptr` is NULL, or if aligned, there is a table of some service, which begins with its fingerprint, and which is a `T` if
/// that is `ours`; nobody writes it during the call.
pub(in super::super) unsafe fn table<T: Copy>(ptr: *const T, ours: u64, service: &str) -> Result<T, CallError> {
    check(ptr, "server")?;
    // SAFETY: not NULL and aligned, as just checked; the rest is the caller's promise.
    let theirs = unsafe { ptr.cast::<u64>().read() };
    if theirs != ours {
        let message = super::std::format!(
            "{service}: the server's fingerprint is {theirs:#018x}, this library's {ours:#018x}; build both from the same schema"
        );
        return Err(CallError::new(CallError::MISMATCH, message));
    }
    // SAFETY: as above.
    Ok(unsafe { *ptr })
}

/// The error of a table that lacks one of its functions.
#[cold]
pub(in super::super) fn no_function() -> CallError {
    CallError::new(CallError::INVALID_ARGUMENT, "NULL for a function of the server's table")
}

/// The arena of a call.
///
/// # Safety
/// As of [`Arena::from_ptr`], for the time of the call.
#[inline]
pub(in super::super) unsafe fn arena<'a>(ptr: *mut Allocator) -> Result<Arena<'a>, CallError> {
    check(ptr.cast_const(), "allocator")?;
    // SAFETY: as the caller promises.
    Ok(unsafe { Arena::from_ptr(ptr) }?)
}

/// How often a call without arguments is to be made.
#[inline]
pub(in super::super) fn times(count: u64) -> Result<usize, BatchError> {
    usize::try_from(count).map_err(|_| BatchError::new(0, too_many("calls", count)))
}

/// Checks that a response isn't where its request is. To be called before either is looked at.
#[inline]
pub(in super::super) fn apart<Q, R>(request: *const Q, response: *const R) -> Result<(), CallError> {
    if request.is_null() | response.is_null() | are_apart(request, size_of::<Q>(), response, size_of::<R>()) {
        return Ok(());
    }
    Err(overlapping())
}

/// The same for a batch.
#[inline]
pub(in super::super) fn all_apart<Q, R>(
    requests: *const Q,
    responses: *const R,
    count: u64,
) -> Result<(), BatchError> {
    let size = |each: usize| usize::try_from(count).map_or(usize::MAX, |count| count.saturating_mul(each));
    let (q, r) = (size(size_of::<Q>()), size(size_of::<R>()));
    if requests.is_null() | responses.is_null() | are_apart(requests, q, responses, r) {
        return Ok(());
    }
    Err(BatchError::new(0, overlapping()))
}

/// Whether no byte is of both; for those that are NULL it says nothing.
#[inline]
fn are_apart<A, B>(a: *const A, a_size: usize, b: *const B, b_size: usize) -> bool {
    let (a, b) = (a as usize, b as usize);
    // From the one that comes second, the distance back to the first wraps around to more than any size.
    b.wrapping_sub(a) >= a_size && a.wrapping_sub(b) >= b_size
}

#[inline]
fn is_place_of<T>(ptr: *const T) -> bool {
    !ptr.is_null() && ptr as usize % align_of::<T>() == 0
}

#[inline]
pub(super) fn check<T>(ptr: *const T, what: &str) -> Result<(), CallError> {
    if is_place_of(ptr) {
        return Ok(());
    }
    Err(unusable(what, ptr as usize, align_of::<T>()))
}

/// NULL is an array of no elements.
#[inline]
fn check_all<T>(ptr: *const T, count: u64, what: &str) -> Result<usize, BatchError> {
    if count == 0 {
        return Ok(0);
    }
    let fits = match usize::try_from(count) {
        Ok(count) => count <= isize::MAX as usize / size_of::<T>(),
        Err(_) => false,
    };
    if !fits {
        return Err(BatchError::new(0, too_many(what, count)));
    }
    check(ptr, what).map_err(|error| BatchError::new(0, error))?;
    Ok(count as usize)
}

#[cold]
fn unusable(what: &str, address: usize, align: usize) -> CallError {
    let message = match address {
        0 => super::std::format!("NULL for the {what}"),
        _ => super::std::format!("{address:#x} for the {what}, which is not a multiple of {align}"),
    };
    CallError::new(CallError::INVALID_ARGUMENT, message)
}

#[cold]
fn too_many(what: &str, count: u64) -> CallError {
    CallError::new(CallError::INVALID_ARGUMENT, super::std::format!("{count} {what} are more than memory holds"))
}

#[cold]
fn overlapping() -> CallError {
    CallError::new(CallError::INVALID_ARGUMENT, "request and response overlap; give memory of its own to each")
}
