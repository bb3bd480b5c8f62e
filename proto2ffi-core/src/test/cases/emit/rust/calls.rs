//! What those rely on who call and who serve; run by RustCallsTest.
#![allow(unsafe_code)]
#[path = "generated/mod.rs"]
mod generated;

include!("server.rs");
use generated::p2f::{Allocator, ErrorRecord, RawStream};
use std::alloc::{GlobalAlloc, Layout, System};
use std::ffi::{c_char, c_void, CStr};
use std::mem::MaybeUninit;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::ptr::{null, null_mut};

/// C's `p2f_error` as a test sees it.
#[repr(C)]
struct RawError {
    code: i32,
    reserved: u32,
    index: u64,
    message: [c_char; 496],
}

impl RawError {
    /// Full of what must not stay.
    fn new() -> Self {
        RawError { code: 99, reserved: 99, index: 99, message: [b'~' as c_char; 496] }
    }

    fn at(&mut self) -> *mut ErrorRecord {
        std::ptr::from_mut(self).cast()
    }

    fn text(&self) -> &str {
        assert_eq!(self.reserved, 0);
        // SAFETY: written by what is tested here.
        unsafe { CStr::from_ptr(self.message.as_ptr()) }.to_str().unwrap()
    }
}

extern "C" {
    fn calc_v1_Calculator_Add(request: *const BinaryOp, response: *mut v1::Result, error: *mut ErrorRecord) -> i32;
    fn calc_v1_Calculator_Add_batch(
        requests: *const BinaryOp,
        responses: *mut v1::Result,
        count: u64,
        error: *mut ErrorRecord,
    ) -> i32;
    fn calc_v1_Calculator_History(request: *const Query, stream: *mut RawStream, error: *mut ErrorRecord) -> i32;
    fn calc_v1_Calculator_Ticks(request: *const Query, stream: *mut RawStream, error: *mut ErrorRecord) -> i32;
    fn calc_v1_Calculator_Build(
        request: *const Query,
        response: *mut Report<'_>,
        allocator: *mut Allocator,
        error: *mut ErrorRecord,
    ) -> i32;
    fn calc_v1_Calculator_Build_batch(
        requests: *const Query,
        responses: *mut Report<'_>,
        count: u64,
        allocator: *mut Allocator,
        error: *mut ErrorRecord,
    ) -> i32;
    fn calc_v1_Calculator_Reset(error: *mut ErrorRecord) -> i32;
    fn calc_v1_Calculator_Reset_batch(count: u64, error: *mut ErrorRecord) -> i32;
    fn calc_v1_Calculator_Put_batch(requests: *const BinaryOp, count: u64, error: *mut ErrorRecord) -> i32;
    fn calc_v1_Calculator_Next_batch(responses: *mut v1::Result, count: u64, error: *mut ErrorRecord) -> i32;
    fn calc_v1_Calculator_accept(server: *const CalculatorTable, error: *mut ErrorRecord) -> i32;
}

/// The system's allocator, counting.
struct Counting;

static LIVE: AtomicU64 = AtomicU64::new(0);

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LIVE.fetch_add(layout.size() as u64, Ordering::Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        LIVE.fetch_sub(layout.size() as u64, Ordering::Relaxed);
        unsafe { System.dealloc(block, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

fn op(b: f64) -> BinaryOp {
    BinaryOp { a: 1.0, b }
}

/// The code and the text of an `Add` that fails.
fn failure(b: f64) -> (i32, String) {
    let (mut response, mut error) = (v1::Result { value: 5.0 }, RawError::new());
    let code = unsafe { calc_v1_Calculator_Add(&op(b), &mut response, error.at()) };
    assert_eq!((code, 0, 5.0), (error.code, error.index, response.value));
    let silent = unsafe { calc_v1_Calculator_Add(&op(b), &mut response, null_mut()) };
    assert_eq!(silent, code, "without a record");
    (code, error.text().to_owned())
}

fn functions_answer_and_fail() {
    let (mut response, mut error) = (v1::Result::new(), RawError::new());
    assert_eq!(unsafe { calc_v1_Calculator_Add(&op(2.0), &mut response, error.at()) }, 0);
    assert_eq!((response.value, error.code), (3.0, 99), "no record is written without an error");
    assert_eq!(failure(-1.0), (-2, "minus 1".into()));
    assert_eq!(failure(-2.0), (-2, "a panic without a message".into()));
    assert_eq!(failure(-3.0), (7, "minus three".into()));
    assert_eq!(failure(-4.0), (-7, "".into()));
    assert_eq!(failure(-5.0), (8, format!("{}é", "x".repeat(493))), "cut at a character");
    assert_eq!(failure(-6.0), (-2, "a panic without a message".into()));
    assert_eq!(failure(-7.0), (-2, "a panic without a message".into()));
    assert_eq!(failure(-8.0), (-2, "plain".into()));
    assert_eq!(failure(-9.0), (8, "x".repeat(494)), "not within a character");
    assert_eq!(unsafe { calc_v1_Calculator_Reset(null_mut()) }, 0);
}

fn arguments_are_checked() {
    let mut error = RawError::new();
    let mut memory = [1.0f64; 4];
    let first = memory.as_mut_ptr();
    let mut add = |request: *const BinaryOp, response: *mut v1::Result| {
        let code = unsafe { calc_v1_Calculator_Add(request, response, error.at()) };
        (code, if code == 0 { String::new() } else { error.text().to_owned() })
    };
    let response = first.wrapping_add(2).cast::<v1::Result>();
    assert_eq!(add(first.cast(), response), (0, "".into()), "side by side");
    assert_eq!(add(first.wrapping_add(1).cast(), first.cast()), (0, "".into()));
    assert_eq!(add(null(), response), (-1, "NULL for the request".into()));
    assert_eq!(add(first.cast(), null_mut()), (-1, "NULL for the response".into()));
    let (code, text) = add(first.cast::<u8>().wrapping_add(4).cast(), first.wrapping_add(3).cast());
    assert!(code == -1 && text.ends_with(" for the request, which is not a multiple of 8"), "{code} {text}");
    let (code, text) = add(first.cast(), response.cast::<u8>().wrapping_add(1).cast());
    assert!(code == -1 && text.ends_with(" for the response, which is not a multiple of 8"), "{code} {text}");
    for overlap in [0, 1] {
        let (code, text) = add(first.cast(), first.wrapping_add(overlap).cast());
        assert_eq!((code, text), (-1, "request and response overlap; give memory of its own to each".into()));
    }
    let crooked = RawError::new().at().cast::<u8>().wrapping_add(1).cast::<ErrorRecord>();
    assert_eq!(unsafe { calc_v1_Calculator_Add(first.cast(), response, crooked) }, -1);
    assert_eq!(unsafe { calc_v1_Calculator_Add(null(), response, null_mut()) }, -1);
}

fn batches_say_where_they_failed() {
    let ops = [1.0, 2.0, -1.0, -3.0].map(op);
    let mut responses = [v1::Result { value: 5.0 }; 4];
    let mut error = RawError::new();
    let mut add = |from: usize, to: usize| {
        let (requests, responses) = (ops[from..].as_ptr(), responses[from..].as_mut_ptr());
        let code = unsafe { calc_v1_Calculator_Add_batch(requests, responses, (to - from) as u64, error.at()) };
        (code, if code == 0 { (0, "".into()) } else { (error.index, error.text().to_owned()) })
    };
    assert_eq!(add(0, 2), (0, (0, "".into())));
    assert_eq!(add(0, 0), (0, (0, "".into())));
    assert_eq!(add(0, 4), (-2, (2, "minus 1".into())), "where it panicked");
    assert_eq!(add(3, 4), (7, (0, "minus three".into())));
    assert_eq!(responses.map(|response| response.value), [2.0, 3.0, 5.0, 5.0]);
    let mut put = |a: f64| {
        let ops = [op(1.0), BinaryOp { a, b: 1.0 }];
        let code = unsafe { calc_v1_Calculator_Put_batch(ops.as_ptr(), 2, error.at()) };
        (code, if code == 0 { (0, "".into()) } else { (error.index, error.text().to_owned()) })
    };
    assert_eq!(put(1.0), (0, (0, "".into())));
    assert_eq!(put(-2.0), (9, (1, "negative".into())));
    assert_eq!(put(-1.0), (-2, (0, "in a batch of its own".into())), "not the index of an earlier panic");
    let caught = catch_unwind(|| SERVER.add_batch(&[op(0.0), op(-1.0)], &mut [v1::Result::new(); 2]));
    assert!(caught.is_err());
    assert_eq!(put(-1.0), (-2, (0, "in a batch of its own".into())), "nor that of one in Rust");
    let before = SERVER.calls.load(Ordering::Relaxed);
    assert_eq!(unsafe { calc_v1_Calculator_Reset_batch(1000, error.at()) }, 0);
    assert_eq!(unsafe { calc_v1_Calculator_Next_batch(responses.as_mut_ptr(), 4, error.at()) }, 0);
    assert_eq!(responses[3].value, (before + 1003) as f64);
}

fn arguments_of_batches_are_checked() {
    let mut error = RawError::new();
    let mut memory = [1.0f64; 12];
    let first = memory.as_mut_ptr();
    let mut add = |request: *const BinaryOp, response: *mut v1::Result, count: u64| {
        let code = unsafe { calc_v1_Calculator_Add_batch(request, response, count, error.at()) };
        (code, if code == 0 { String::new() } else { error.text().to_owned() })
    };
    let overlap = (-1, "request and response overlap; give memory of its own to each".to_owned());
    assert_eq!(add(null(), null_mut(), 0), (0, "".into()));
    assert_eq!(add(first.cast(), first.wrapping_add(8).cast(), 4), (0, "".into()));
    assert_eq!(add(first.cast(), first.wrapping_add(7).cast(), 4), overlap);
    assert_eq!(add(first.wrapping_add(3).cast(), first.cast(), 4), overlap);
    assert_eq!(add(null(), first.cast(), 1), (-1, "NULL for the requests".into()));
    assert_eq!(add(first.cast(), null_mut(), 1), (-1, "NULL for the responses".into()));
    let huge = add(first.cast(), null_mut(), 1 << 61);
    assert_eq!(huge, (-1, "2305843009213693952 requests are more than memory holds".into()));
    assert_eq!(add(first.cast(), first.wrapping_add(8).cast(), u64::MAX), overlap);
}

fn responses_that_point_elsewhere() {
    let heap = Heap::new();
    let allocator = heap_allocator(&heap);
    let (mut query, mut error) = (Query::new(), RawError::new());
    query.count = 3;
    query.set_text("three").unwrap();
    // Bytes that are no report: the function must not look at them.
    let mut memory = MaybeUninit::<[Report<'_>; 2]>::uninit();
    unsafe { memory.as_mut_ptr().write_bytes(0xFF, 1) };
    let first = memory.as_mut_ptr().cast::<Report<'_>>();
    assert_eq!(unsafe { calc_v1_Calculator_Build(&query, first, allocator, error.at()) }, 0);
    let report = unsafe { &*first };
    assert_eq!((report.text(), report.results().unwrap().len()), (Ok("three"), 3));
    let no_allocator = unsafe { calc_v1_Calculator_Build(&query, first, null_mut(), error.at()) };
    assert_eq!((no_allocator, error.text()), (-1, "NULL for the allocator"));
    query.set_text("panic").unwrap();
    assert_eq!(unsafe { calc_v1_Calculator_Build(&query, first, allocator, error.at()) }, -2);
    assert_eq!(error.text(), "half-way");
    assert_eq!(unsafe { &*first }.text(), Ok("panic"), "what was set is valid");
    let mut empty = Full { head: Head { allocate: none } };
    assert_eq!(unsafe { calc_v1_Calculator_Build(&query, first, empty.at(), error.at()) }, -6);
    assert_eq!(error.text(), "the allocator has no 5 bytes at an alignment of 1");
    assert_eq!(unsafe { &*first }.text(), Ok(""));
    let mut queries = [query; 2];
    queries.iter_mut().for_each(|query| query.set_text("many").unwrap());
    unsafe { memory.as_mut_ptr().write_bytes(0xFF, 1) };
    assert_eq!(unsafe { calc_v1_Calculator_Build_batch(queries.as_ptr(), first, 2, allocator, error.at()) }, 0);
    let reports = unsafe { memory.assume_init_ref() };
    assert!(reports.iter().all(|report| report.text() == Ok("many")));
    query.set_text("x").unwrap();
    let crooked = unsafe { calc_v1_Calculator_Build(&query, std::ptr::from_mut(&mut query).cast(), allocator, null_mut()) };
    assert_eq!(crooked, -1);
}

/// C's `p2f_allocator` as a test makes it.
#[repr(C)]
struct Head {
    allocate: unsafe extern "C" fn(*mut Allocator, u64, u64) -> *mut c_void,
}

struct Full {
    head: Head,
}

impl Full {
    fn at(&mut self) -> *mut Allocator {
        std::ptr::from_mut(&mut self.head).cast()
    }
}

unsafe extern "C" fn none(_: *mut Allocator, _: u64, _: u64) -> *mut c_void {
    null_mut()
}

fn heap_allocator(heap: &Heap) -> *mut Allocator {
    std::ptr::from_ref(heap).cast_mut().cast()
}

/// C's `p2f_stream` with what a client in C puts behind it.
#[repr(C)]
struct Receiver {
    send: Option<unsafe extern "C" fn(*mut Receiver, *const c_void) -> i32>,
    values: Vec<f64>,
    nulls: usize,
    answer: i32,
}

unsafe extern "C" fn receive(this: *mut Receiver, item: *const c_void) -> i32 {
    let this = unsafe { &mut *this };
    match unsafe { item.cast::<v1::Result>().as_ref() } {
        Some(item) => this.values.push(item.value),
        None => this.nulls += 1,
    }
    if this.values.len() == 3 { this.answer } else { 0 }
}

impl Receiver {
    fn new(answer: i32) -> Self {
        Receiver { send: Some(receive), values: Vec::new(), nulls: 0, answer }
    }

    fn at(&mut self) -> *mut RawStream {
        std::ptr::from_mut(self).cast()
    }
}

fn streams_from_outside() {
    let (mut query, mut error) = (Query::new(), RawError::new());
    query.count = 5;
    let mut history = |text: &str, answer: i32| {
        query.set_text(text).unwrap();
        let mut receiver = Receiver::new(answer);
        let code = unsafe { calc_v1_Calculator_History(&query, receiver.at(), error.at()) };
        (code, receiver.values.len(), if code == 0 { String::new() } else { error.text().to_owned() })
    };
    assert_eq!(history("", 0), (0, 5, "".into()));
    assert_eq!(history("", -5), (-5, 3, "the receiver wants no more items".into()));
    assert_eq!(history("", 3), (3, 3, "the receiver failed".into()));
    assert_eq!(history("deaf", 3), (3, 3, "the receiver failed".into()), "nobody is asked again who said no");
    assert_eq!(history("panic", 0), (-2, 5, "at the end".into()));
    assert_eq!(unsafe { calc_v1_Calculator_History(&query, null_mut(), error.at()) }, -1);
    assert_eq!(error.text(), "NULL for the stream");
    let mut receiver = Receiver::new(0);
    assert_eq!(unsafe { calc_v1_Calculator_Ticks(&query, receiver.at(), error.at()) }, 0);
    assert_eq!((receiver.nulls, receiver.values.len()), (5, 0));
    receiver.send = None;
    assert_eq!(unsafe { calc_v1_Calculator_Ticks(&query, receiver.at(), error.at()) }, -1);
}

static TABLE: CalculatorTable = CalculatorTable::new(&SERVER);

fn tables_are_servers() {
    let table = unsafe { CalculatorTable::from_ptr(&TABLE) }.unwrap();
    let mut response = v1::Result::new();
    assert_eq!(table.add(&op(2.0), &mut response), Ok(()));
    assert_eq!(response.value, 3.0);
    assert_eq!(table.add(&op(-3.0), &mut response), Err(CallError::new(7, "minus three")));
    assert_eq!(table.add(&op(-1.0), &mut response), Err(CallError::new(CallError::PANIC, "minus 1")));
    assert_eq!(table.add(&op(-4.0), &mut response).unwrap_err().code, CallError::UNKNOWN);
    let ops = [1.0, -1.0].map(op);
    let mut responses = [response; 2];
    let error = table.add_batch(&ops, &mut responses).unwrap_err();
    assert_eq!(error, BatchError::new(1, CallError::new(CallError::PANIC, "minus 1")));
    assert_eq!(error.to_string(), "request 1: minus 1 (code -2)");
    assert_eq!(table.add_batch(&ops, &mut responses[1..]).unwrap_err().error.code, CallError::INVALID_ARGUMENT);
    assert_eq!(SERVER.add_batch(&ops, &mut responses[1..]).unwrap_err().error.code, CallError::INVALID_ARGUMENT);
    assert_eq!(table.add_batch(&[], &mut []), Ok(()));
    assert_eq!(table.reset_batch(10), Ok(()));
    assert_eq!(table.put_batch(&[BinaryOp { a: -2.0, b: 0.0 }]).unwrap_err().error.code, 9);
    assert_eq!(table.next_batch(&mut responses), Ok(()));
    let mut query = Query::new();
    query.count = 2;
    query.set_text("table").unwrap();
    let heap = Heap::new();
    let mut report = Report::new();
    assert_eq!(table.build(&query, &mut report, &heap.arena()), Ok(()));
    let mut copy = Report::new();
    assert_eq!(table.reply(&report, &mut copy, &heap.arena()), Ok(()));
    assert_eq!(copy, report);
    assert_eq!(table.measure(&copy, &mut response), Ok(()));
    assert_eq!(response.value, 6.0);
    assert!(std::thread::spawn(move || table.add(&op(1.0), &mut v1::Result::new()).is_ok()).join().unwrap());
}

fn receivers_in_rust() {
    let mut query = Query::new();
    query.count = 5;
    let history = |receiver: &mut dyn FnMut(f64) -> Result<(), CallError>| {
        Stream::<v1::Result>::receive(|item| receiver(item.value), |stream| TABLE.history(&query, stream))
    };
    let mut sum = 0.0;
    assert_eq!(history(&mut |value| Ok(sum += value)), Ok(()));
    assert_eq!(sum, 10.0);
    let mut last = 0.0;
    let stopped = history(&mut |value| {
        last = value;
        if value == 2.0 { Err(CallError::new(4, "enough")) } else { Ok(()) }
    });
    assert_eq!((stopped, last), (Err(CallError::new(4, "enough")), 2.0));
    let panicked = catch_unwind(AssertUnwindSafe(|| history(&mut |value| panic!("at {value}"))));
    assert_eq!(panicked.unwrap_err().downcast_ref::<String>().unwrap(), "at 0");
    let mut texts = Vec::new();
    let reports = Stream::<Report<'_>>::receive(
        |report| Ok(texts.push(format!("{}/{}", report.text()?, report.inner()?.unwrap().text()?))),
        |stream| TABLE.reports(stream),
    );
    assert_eq!((reports, texts), (Ok(()), vec!["one/inner".to_owned(), "two/inner".to_owned()]));
    let mut ticks = 0;
    assert_eq!(Stream::<()>::receive(|()| Ok(ticks += 1), |stream| TABLE.ticks(&query, stream)), Ok(()));
    assert_eq!(ticks, 5);
    let relayed = Stream::<v1::Result>::receive(
        |item| if item.value < 3.0 { Ok(()) } else { Err(CallError::cancelled()) },
        |stream| {
            TABLE.history(&query, stream)?;
            panic!("it was cancelled")
        },
    );
    assert_eq!(relayed, Err(CallError::cancelled()));
}

static TAKEN: std::sync::Mutex<Option<CalculatorTable>> = std::sync::Mutex::new(None);

fn take(server: CalculatorTable) -> Result<(), CallError> {
    let mut taken = TAKEN.lock().unwrap();
    if taken.is_some() {
        return Err(CallError::new(1, "there is one"));
    }
    *taken = Some(server);
    Ok(())
}

generated::calc::v1::accept_calculator!(crate::take, generated::calc::v1);

fn tables_of_others_are_accepted_once_checked() {
    let mut error = RawError::new();
    let mut words: Vec<u64> = vec![0; std::mem::size_of::<CalculatorTable>() / 8];
    unsafe { words.as_mut_ptr().cast::<CalculatorTable>().write(TABLE) };
    let mut accept = |words: *const u64| {
        let code = unsafe { calc_v1_Calculator_accept(words.cast(), error.at()) };
        (code, if code == 0 { String::new() } else { error.text().to_owned() })
    };
    assert_eq!(accept(null()), (-1, "NULL for the server".into()));
    assert_eq!(accept(words.as_ptr().cast::<u8>().wrapping_add(4).cast()).0, -1);
    words[0] ^= 1;
    let (code, text) = accept(words.as_ptr());
    let ours = format!("this library's {:#018x}; build both from the same schema", CalculatorTable::FINGERPRINT);
    assert!(code == -8 && text.starts_with("calc.v1.Calculator: ") && text.ends_with(&ours), "{code} {text}");
    words[0] ^= 1;
    let add = std::mem::replace(&mut words[2], 0);
    assert_eq!(accept(words.as_ptr()), (-1, "NULL for a function of the server's table".into()));
    words[2] = add;
    assert_eq!(accept(words.as_ptr()), (0, "".into()));
    assert_eq!(accept(words.as_ptr()), (1, "there is one".into()));
    drop(words);
    let server = TAKEN.lock().unwrap().unwrap();
    let mut response = v1::Result::new();
    assert_eq!(server.add(&op(2.0), &mut response), Ok(()));
}

fn reentrancy() {
    struct Outer;
    impl Outer {
        fn depth(&self, n: u32) -> Result<f64, CallError> {
            let (mut response, mut query) = (v1::Result::new(), Query::new());
            query.count = 1;
            if n > 0 {
                Stream::<v1::Result>::receive(
                    |_| {
                        self.depth(n - 1)?;
                        Ok(())
                    },
                    |stream| TABLE.history(&query, stream),
                )?;
            }
            TABLE.add(&op(if n == 0 { -3.0 } else { 1.0 }), &mut response)?;
            Ok(response.value)
        }
    }
    assert_eq!(Outer.depth(10), Err(CallError::new(7, "minus three")), "from the innermost call");
}

fn many_threads() {
    let threads = (0..8).map(|i| {
        std::thread::spawn(move || {
            for n in 0..2_000 {
                let (mut response, mut error) = (v1::Result::new(), RawError::new());
                let b = if n % 100 == 99 { -1.0 } else { f64::from(i) };
                let code = unsafe { calc_v1_Calculator_Add(&op(b), &mut response, error.at()) };
                assert_eq!(code, if b < 0.0 { -2 } else { 0 });
                assert!(b < 0.0 || response.value == 1.0 + b);
            }
        })
    });
    threads.collect::<Vec<_>>().into_iter().for_each(|thread| thread.join().unwrap());
}

fn nothing_leaks() {
    let calls = || {
        [-1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -8.0, -9.0].into_iter().for_each(|b| drop(failure(b)));
        tables_are_servers();
        receivers_in_rust();
        responses_that_point_elsewhere();
        streams_from_outside();
        batches_say_where_they_failed();
    };
    calls();
    let before = LIVE.load(Ordering::Relaxed);
    (0..10).for_each(|_| calls());
    assert_eq!(LIVE.load(Ordering::Relaxed), before);
}

fn errors_of_structs_become_errors_of_calls() {
    let error: CallError = Query::new().set_text("far longer than fits").unwrap_err().into();
    assert_eq!(error.code, CallError::INVALID_ARGUMENT);
    assert_eq!(error.message, "calc.v1.Query.text: 21 bytes do not fit into max_size 16");
    let boxed: Box<dyn std::error::Error> = error.into();
    assert!(boxed.to_string().ends_with("(code -1)"));
}

fn main() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        // Those that are wanted are silent; a failed assertion is not.
        if info.location().is_some_and(|place| place.file().ends_with("main.rs")) && info.to_string().contains("assert") {
            hook(info);
        }
    }));
    functions_answer_and_fail();
    arguments_are_checked();
    batches_say_where_they_failed();
    arguments_of_batches_are_checked();
    responses_that_point_elsewhere();
    streams_from_outside();
    tables_are_servers();
    receivers_in_rust();
    tables_of_others_are_accepted_once_checked();
    reentrancy();
    many_threads();
    errors_of_structs_become_errors_of_calls();
    nothing_leaks();
    println!("all is well");
}
