use generated::calc::v1::{
    self as v1, export_calculator, BinaryOp, Calculator, CalculatorTable, Query, Report, Shared,
};
use generated::p2f::{Arena, BatchError, CallError, Heap, Stream};
use std::sync::atomic::{AtomicU64, Ordering};

/// Fails and panics as its requests want it.
struct Server {
    calls: AtomicU64,
}

static SERVER: Server = Server { calls: AtomicU64::new(0) };

export_calculator!(SERVER);

/// Panics when dropped, as often as it says.
struct Bomb(u32);

impl Drop for Bomb {
    fn drop(&mut self) {
        if self.0 > 0 {
            std::panic::panic_any(Bomb(self.0 - 1));
        }
    }
}

impl Calculator for Server {
    fn add(&self, request: &BinaryOp, response: &mut v1::Result) -> Result<(), CallError> {
        match request.b as i64 {
            -1 => panic!("minus {}", 1),
            -2 => std::panic::panic_any(Bomb(3)),
            -3 => return Err(CallError::new(7, "minus three")),
            -4 => return Err(CallError::new(0, "")),
            -5 => return Err(CallError::new(8, format!("{}é…", "x".repeat(493)))),
            -6 => std::panic::panic_any(42),
            -7 => std::panic::panic_any(Bomb(1000)),
            -8 => panic!("plain"),
            -9 => return Err(CallError::new(8, format!("{}é…", "x".repeat(494)))),
            _ => {}
        }
        response.value = request.a + request.b;
        Ok(())
    }

    fn history(&self, request: &Query, stream: &mut Stream<'_, v1::Result>) -> Result<(), CallError> {
        for i in 0..request.count {
            let item = v1::Result { value: f64::from(i) };
            match request.text()? {
                "deaf" => drop(stream.send(&item)),
                _ => stream.send(&item)?,
            }
        }
        if request.text()? == "panic" { panic!("at the end") } else { Ok(()) }
    }

    fn reports(&self, stream: &mut Stream<'_, Report<'static>>) -> Result<(), CallError> {
        for text in ["one", "two"] {
            let heap = Heap::new();
            let mut report = Report::new();
            report.set_text(&heap.arena(), text)?;
            report.init_inner(&heap.arena())?.set_text(&heap.arena(), "inner")?;
            stream.send(&report)?;
        }
        Ok(())
    }

    fn ticks(&self, request: &Query, stream: &mut Stream<'_, ()>) -> Result<(), CallError> {
        (0..request.count).try_for_each(|_| stream.send(&()))
    }

    fn build<'a>(&self, request: &Query, response: &mut Report<'a>, arena: &Arena<'a>) -> Result<(), CallError> {
        assert_eq!(*response, Report::new(), "a new one");
        response.set_text(arena, request.text()?)?;
        for (i, result) in response.allocate_results(arena, request.count as usize)?.iter_mut().enumerate() {
            result.value = i as f64;
        }
        if request.text()? == "panic" { panic!("half-way") } else { Ok(()) }
    }

    fn reply<'a>(&self, request: &Report<'_>, response: &mut Report<'a>, arena: &Arena<'a>) -> Result<(), CallError> {
        Ok(response.copy_from(arena, request)?)
    }

    fn measure(&self, request: &Report<'_>, response: &mut v1::Result) -> Result<(), CallError> {
        response.value = request.text()?.len() as f64 + request.results()?.iter().map(|each| each.value).sum::<f64>();
        Ok(())
    }

    fn reset(&self) -> Result<(), CallError> {
        self.calls.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn put(&self, request: &BinaryOp) -> Result<(), CallError> {
        self.add(request, &mut v1::Result::new())
    }

    fn put_batch(&self, requests: &[BinaryOp]) -> Result<(), BatchError> {
        match requests.iter().position(|request| request.a < 0.0) {
            Some(index) if requests[index].a == -1.0 => panic!("in a batch of its own"),
            Some(index) => Err(BatchError::new(index, CallError::new(9, "negative"))),
            None => Ok(()),
        }
    }

    fn next(&self, response: &mut v1::Result) -> Result<(), CallError> {
        response.value = self.calls.fetch_add(1, Ordering::Relaxed) as f64;
        Ok(())
    }

    fn watch(&self, request: &Shared, stream: &mut Stream<'_, Shared>) -> Result<(), CallError> {
        stream.send(request)
    }
}
