//! The complex workload over structs, all in Rust: builds a ledger from plain data, has it summed up by the bookkeeper that
//! Java calls, and reads the sums.

use crate::generated::calc::{Ledger, Sums, Transaction};
use crate::generated::p2f::{Buffer, Error, Heap};
use core::ffi::c_void;
use core::mem::MaybeUninit;

/// `calc_Bookkeeper_SumByCurrency`, with an allocator and an error.
type Bookkeeper = unsafe extern "C" fn(*const Ledger<'_>, *mut Sums<'_>, *mut c_void, *mut c_void) -> i32;

/// Memory for a `p2f_error`, which nobody reads here.
#[repr(C, align(8))]
struct ErrorMemory([u8; 512]);

/// A ledger as plain data, and memory to build structs in, kept from pass to pass as Java's scratch arena is.
pub struct Workload {
    plain: PlainLedger,
    memory: Vec<MaybeUninit<u8>>,
}

struct PlainLedger {
    transactions: Vec<PlainTransaction>,
    excluded_tag: String,
    required_status: String,
}

struct PlainTransaction {
    id: u64,
    account: String,
    amount: i64,
    currency: String,
    tags: Vec<String>,
    metadata: Vec<(String, String)>,
    items: Vec<(String, i64, i64)>,
}

impl PlainLedger {
    fn of(ledger: &Ledger<'_>) -> Result<Self, Error> {
        Ok(Self {
            transactions: ledger.transactions()?.iter().map(PlainTransaction::of).collect::<Result<_, _>>()?,
            excluded_tag: ledger.excluded_tag()?.to_owned(),
            required_status: ledger.required_status()?.to_owned(),
        })
    }
}

impl PlainTransaction {
    fn of(from: &Transaction<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: from.id,
            account: from.account()?.to_owned(),
            amount: from.amount,
            currency: from.currency()?.to_owned(),
            tags: from.tags()?.iter().map(|tag| Ok(tag?.to_owned())).collect::<Result<_, Error>>()?,
            metadata: from
                .metadata()?
                .iter()
                .map(|entry| Ok((entry.key()?.to_owned(), entry.value()?.to_owned())))
                .collect::<Result<_, Error>>()?,
            items: from
                .items()?
                .iter()
                .map(|item| Ok((item.description()?.to_owned(), item.quantity, item.unit_price)))
                .collect::<Result<_, Error>>()?,
        })
    }

    fn build<'a>(&self, to: &mut Transaction<'a>, memory: &Buffer<'a>) -> Result<(), Error> {
        to.id = self.id;
        to.set_account(memory, &self.account)?;
        to.amount = self.amount;
        to.set_currency(&self.currency)?;
        let mut tags = [""; 8]; // ledgers here have three at most
        for (place, tag) in tags.iter_mut().zip(&self.tags) {
            *place = tag;
        }
        to.set_tags(memory, &tags[..self.tags.len()])?;
        for (entry, (key, value)) in to.allocate_metadata(memory, self.metadata.len())?.iter_mut().zip(&self.metadata) {
            entry.set_key(memory, key)?;
            entry.set_value(memory, value)?;
        }
        for (item, (description, quantity, unit_price)) in
            to.allocate_items(memory, self.items.len())?.iter_mut().zip(&self.items)
        {
            item.set_description(memory, description)?;
            item.quantity = *quantity;
            item.unit_price = *unit_price;
        }
        Ok(())
    }
}

impl Workload {
    fn sum(&mut self, bookkeeper: Bookkeeper) -> Result<i64, Error> {
        let memory = Buffer::new(&mut self.memory);
        let mut ledger = Ledger::new();
        let transactions = ledger.allocate_transactions(&memory, self.plain.transactions.len())?;
        for (place, transaction) in transactions.iter_mut().zip(&self.plain.transactions) {
            transaction.build(place, &memory)?;
        }
        ledger.set_excluded_tag(&memory, &self.plain.excluded_tag)?;
        ledger.set_required_status(&memory, &self.plain.required_status)?;
        let heap = Heap::new();
        let mut sums = Sums::new();
        let mut error = ErrorMemory([0; 512]);
        // SAFETY: all that the arguments lead to is there, and a heap begins with its allocator.
        let code = unsafe {
            let allocator = core::ptr::from_ref(&heap).cast_mut().cast();
            bookkeeper(&ledger, &mut sums, allocator, error.0.as_mut_ptr().cast())
        };
        if code != 0 {
            return Ok(-1);
        }
        let mut all = 0i64;
        for sum in sums.currencies()? {
            all = all
                .wrapping_add(sum.amount)
                .wrapping_add(i64::from(sum.transactions))
                .wrapping_add(i64::from(sum.items))
                .wrapping_add(sum.currency()?.len() as i64);
        }
        Ok(all)
    }
}

/// Copies a ledger to plain data; null for one that can't be read.
///
/// # Safety
/// There is a ledger, which nobody writes during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_workload_open(ledger: *const Ledger<'_>, bytes: usize) -> *mut Workload {
    // SAFETY: as the caller promised.
    match PlainLedger::of(unsafe { &*ledger }) {
        Ok(plain) => Box::into_raw(Box::new(Workload { plain, memory: vec![MaybeUninit::uninit(); bytes] })),
        Err(_) => core::ptr::null_mut(),
    }
}

/// # Safety
/// It came from [`bench_workload_open`], and is closed once.
#[no_mangle]
pub unsafe extern "C" fn bench_workload_close(workload: *mut Workload) {
    // SAFETY: as the caller promised.
    drop(unsafe { Box::from_raw(workload) });
}

/// Twin of `StructLedgers.sum`: all amounts and counts in one number; -1 where something failed.
///
/// # Safety
/// The workload is open; the function is the bookkeeper's.
#[no_mangle]
pub unsafe extern "C" fn bench_workload_sum(workload: *mut Workload, bookkeeper: Bookkeeper) -> i64 {
    // SAFETY: as the caller promised.
    unsafe { &mut *workload }.sum(core::hint::black_box(bookkeeper)).unwrap_or(-1)
}
