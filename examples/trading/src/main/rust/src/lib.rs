//! Serves trading.OrderBook: one book, for one call at a time.

#[path = "../../../../target/generated/rust/mod.rs"]
mod generated;

mod book;

use book::Book;
use generated::p2f::{CallError, Stream};
use generated::trading::{export_order_book, Cancelled, Failure, Fill, Order, OrderBook, OrderId, Top};
use std::sync::{Mutex, MutexGuard, OnceLock, TryLockError};

struct Exchange;

impl OrderBook for Exchange {
    fn place(&self, request: &Order, stream: &mut Stream<'_, Fill>) -> Result<(), CallError> {
        open()?.place(request, |fill| stream.send(fill))
    }

    fn cancel(&self, request: &OrderId, response: &mut Cancelled) -> Result<(), CallError> {
        response.quantity = open()?.cancel(request.id);
        Ok(())
    }

    fn best(&self, response: &mut Top) -> Result<(), CallError> {
        *response = open()?.best();
        Ok(())
    }

    fn clear(&self) -> Result<(), CallError> {
        open()?.clear();
        Ok(())
    }
}

/// The book. Nobody waits for it: a critical call must not, since the JVM's garbage collector waits for critical calls,
/// and a call that sends fills to Java waits for the garbage collector.
fn open() -> Result<MutexGuard<'static, Book>, CallError> {
    static BOOK: OnceLock<Mutex<Book>> = OnceLock::new();
    BOOK.get_or_init(Mutex::default).try_lock().map_err(|reason| match reason {
        TryLockError::WouldBlock => CallError::new(Failure::BUSY.0, "the book serves another call"),
        TryLockError::Poisoned(_) => CallError::new(Failure::BROKEN.0, "a call before panicked"),
    })
}

export_order_book!(Exchange);
