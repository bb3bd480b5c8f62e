//! Serves calc.Calculator, calc.Bookkeeper and calc.Examiner, and accepts a calc.Calculator that others implement.

#[path = "../../../../target/generated/rust/mod.rs"]
mod generated;

mod bookkeeper;
mod calculator;
mod examiner;
