//! The native end of protobuf calls: prost decodes and encodes, and where a step of the ladder does it by hand, this does.
//!
//! One crate, built several times with other flags: see `benchmarks/native-protobuf`.

mod batch;
mod calls;
mod ledger;
mod messages;
mod registry;
mod service;
mod shared;
mod train;
mod twins;
mod wire;
