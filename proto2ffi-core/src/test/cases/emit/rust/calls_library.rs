//! A library that serves, and that asks servers of others; run by RustCallsTest.
#![allow(unsafe_code)]
#[path = "generated/mod.rs"]
mod generated;

include!("server.rs");

/// Keeps nothing: it asks at once.
fn ask(server: CalculatorTable) -> Result<(), CallError> {
    let mut response = v1::Result::new();
    server.add(&BinaryOp { a: 1.0, b: 2.0 }, &mut response)?;
    if response.value != 3.5 {
        return server.add(&BinaryOp { a: 1.0, b: 0.0 }, &mut response);
    }
    Ok(())
}

generated::calc::v1::accept_calculator!(ask, generated::calc::v1);
