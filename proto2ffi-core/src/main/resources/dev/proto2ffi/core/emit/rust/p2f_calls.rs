// Calls, which can panic, and hence need what catches that.
extern crate std;

mod call;
mod call_error;
mod error_record;
mod heap;
mod service;
mod stream;

pub use self::call_error::{BatchError, CallError};
pub use self::error_record::ErrorRecord;
pub use self::heap::Heap;
pub use self::service::{LayoutRecord, ServiceRecord};
pub use self::stream::{Item, RawStream, Stream};

pub(super) use self::{
    call::{
        all_apart, apart, arena, arguments, batch, guard, guard_batch, new_response, new_responses, no_function, paired, request,
        requests, response, responses, table, times,
    },
    error_record::ErrorSlot,
};
