//! The bookkeeper of the calculator example on prost's messages: the same sums, by the same means.

use crate::calls::{bytes, FAILED};
use crate::messages::{CurrencySum, Ledger, Sums, Transaction};
use prost::Message;
use std::collections::BTreeMap;

/// `Ledger` in, `Sums` out. [`FAILED`] also for a sum that doesn't fit.
///
/// # Safety
/// `request` is of `length` bytes, `out` of `capacity`.
#[no_mangle]
pub unsafe extern "C" fn workload_sum(request: *const u8, length: usize, out: *mut u8, capacity: usize) -> i64 {
    // SAFETY: as the caller promised.
    let (request, mut room) = unsafe { (bytes(request, length), core::slice::from_raw_parts_mut(out, capacity)) };
    let Some(sums) = Ledger::decode(request).ok().and_then(|ledger| sums(&ledger)) else {
        return FAILED;
    };
    match sums.encode(&mut room) {
        Ok(()) => (capacity - room.len()) as i64,
        Err(_) => FAILED,
    }
}

/// None when a sum doesn't fit.
fn sums(ledger: &Ledger) -> Option<Sums> {
    let mut sums = BTreeMap::<&str, CurrencySum>::new();
    for transaction in &ledger.transactions {
        if counts(ledger, transaction) {
            let sum = sums.entry(&transaction.currency).or_default();
            sum.amount = sum.amount.checked_add(transaction.amount)?;
            sum.transactions += 1;
            sum.items += transaction.items.len() as u32;
        }
    }
    let currencies =
        sums.into_iter().map(|(currency, sum)| CurrencySum { currency: currency.to_owned(), ..sum }).collect();
    Some(Sums { currencies })
}

fn counts(ledger: &Ledger, transaction: &Transaction) -> bool {
    let status = &ledger.required_status;
    let excluded = &ledger.excluded_tag;
    (status.is_empty() || transaction.metadata.get("status") == Some(status))
        && (excluded.is_empty() || !transaction.tags.contains(excluded))
}
