//! Reads ledgers where Java built them: strings, lists and maps are borrowed, nothing is copied.

use crate::generated::calc::{
    export_bookkeeper, Bookkeeper, CurrencySum, Discrepancy, Failure, Ledger, Sums, Transaction,
};
use crate::generated::p2f::{Arena, CallError, Error, Stream};
use std::collections::BTreeMap;

struct Books;

impl Bookkeeper for Books {
    fn sum_by_currency<'a>(
        &self,
        request: &Ledger<'_>,
        response: &mut Sums<'a>,
        arena: &Arena<'a>,
    ) -> Result<(), CallError> {
        let mut sums = BTreeMap::<&str, CurrencySum>::new();
        for transaction in request.transactions()? {
            if !counts(request, transaction)? {
                continue;
            }
            let currency = transaction.currency()?;
            let sum = sums.entry(currency).or_default();
            sum.amount = sum
                .amount
                .checked_add(transaction.amount)
                .ok_or_else(|| overflow(&format!("the sum of {currency} doesn't")))?;
            sum.transactions += 1;
            sum.items += transaction.items()?.len() as u32;
        }
        // The arena is the caller's: the answer lives as long as the caller wants.
        let places = response.allocate_currencies(arena, sums.len())?;
        for (place, (currency, sum)) in places.iter_mut().zip(sums) {
            *place = sum;
            place.set_currency(currency)?;
        }
        Ok(())
    }

    fn audit(&self, request: &Ledger<'_>, stream: &mut Stream<'_, Discrepancy>) -> Result<(), CallError> {
        for transaction in request.transactions()? {
            let Some(sum) = sum_of_items(transaction)? else {
                return Err(overflow(&format!("the items of transaction {} don't", transaction.id)));
            };
            if sum != transaction.amount {
                let mut item = Discrepancy::new();
                item.transaction = transaction.id;
                item.amount = transaction.amount;
                item.sum_of_items = sum;
                stream.send(&item)?; // fails when whoever receives wants no more
            }
        }
        Ok(())
    }
}

fn counts(ledger: &Ledger<'_>, transaction: &Transaction<'_>) -> Result<bool, Error> {
    let status = ledger.required_status()?;
    if !status.is_empty() && transaction.get_metadata("status")? != Some(status) {
        return Ok(false);
    }
    let excluded = ledger.excluded_tag()?;
    if !excluded.is_empty() {
        for tag in transaction.tags()?.iter() {
            if tag? == excluded {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// None when it doesn't fit.
fn sum_of_items(transaction: &Transaction<'_>) -> Result<Option<i64>, Error> {
    let items = transaction.items()?;
    Ok(items.iter().try_fold(0i64, |sum, item| sum.checked_add(item.quantity.checked_mul(item.unit_price)?)))
}

#[cold]
fn overflow(what: &str) -> CallError {
    CallError::new(Failure::OVERFLOW.0, format!("{what} fit in 64 bits"))
}

export_bookkeeper!(Books);
