//! What prost-build would write for `ladder.proto` and `ledger.proto`. It isn't run here, since it would need a `protoc` and
//! more crates; that the bytes are the same is tested against protobuf-java.

use prost::Message;
use std::collections::HashMap;

#[derive(Clone, PartialEq, Message)]
pub struct AddRequest {
    #[prost(int64, tag = "1")]
    pub a: i64,
    #[prost(int64, tag = "2")]
    pub b: i64,
}

#[derive(Clone, PartialEq, Message)]
pub struct AddResponse {
    #[prost(int64, tag = "1")]
    pub value: i64,
}

#[derive(Clone, PartialEq, Message)]
pub struct BatchRequest {
    #[prost(message, repeated, tag = "1")]
    pub adds: Vec<AddRequest>,
}

#[derive(Clone, PartialEq, Message)]
pub struct BatchResponse {
    #[prost(int64, repeated, tag = "1")]
    pub values: Vec<i64>,
}

#[derive(Clone, PartialEq, Message)]
pub struct ColumnsRequest {
    #[prost(sfixed64, repeated, tag = "1")]
    pub a: Vec<i64>,
    #[prost(sfixed64, repeated, tag = "2")]
    pub b: Vec<i64>,
}

#[derive(Clone, PartialEq, Message)]
pub struct ColumnsResponse {
    #[prost(sfixed64, repeated, tag = "1")]
    pub values: Vec<i64>,
}

#[derive(Clone, PartialEq, Message)]
pub struct LineItem {
    #[prost(string, tag = "1")]
    pub description: String,
    #[prost(int64, tag = "2")]
    pub quantity: i64,
    #[prost(int64, tag = "3")]
    pub unit_price: i64,
}

#[derive(Clone, PartialEq, Message)]
pub struct Transaction {
    #[prost(uint64, tag = "1")]
    pub id: u64,
    #[prost(string, tag = "2")]
    pub account: String,
    #[prost(int64, tag = "3")]
    pub amount: i64,
    #[prost(string, tag = "4")]
    pub currency: String,
    #[prost(string, repeated, tag = "5")]
    pub tags: Vec<String>,
    #[prost(map = "string, string", tag = "6")]
    pub metadata: HashMap<String, String>,
    #[prost(message, repeated, tag = "7")]
    pub items: Vec<LineItem>,
}

#[derive(Clone, PartialEq, Message)]
pub struct Ledger {
    #[prost(message, repeated, tag = "1")]
    pub transactions: Vec<Transaction>,
    #[prost(string, tag = "2")]
    pub excluded_tag: String,
    #[prost(string, tag = "3")]
    pub required_status: String,
}

#[derive(Clone, PartialEq, Message)]
pub struct CurrencySum {
    #[prost(string, tag = "1")]
    pub currency: String,
    #[prost(int64, tag = "2")]
    pub amount: i64,
    #[prost(uint32, tag = "3")]
    pub transactions: u32,
    #[prost(uint32, tag = "4")]
    pub items: u32,
}

#[derive(Clone, PartialEq, Message)]
pub struct Sums {
    #[prost(message, repeated, tag = "1")]
    pub currencies: Vec<CurrencySum>,
}
