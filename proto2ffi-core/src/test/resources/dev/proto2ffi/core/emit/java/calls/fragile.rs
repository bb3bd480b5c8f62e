//! A server that panics, and asks the other side.

#[path = "generated/mod.rs"]
mod generated;

use generated::fragile::{Fragile, FragileTable, Number};
use generated::p2f::CallError;
use std::sync::Mutex;

static OTHER_SIDE: Mutex<Option<FragileTable>> = Mutex::new(None);

struct Server;

impl Fragile for Server {
    fn down(&self, request: &Number, response: &mut Number) -> Result<(), CallError> {
        response.value = 0;
        if request.value > 0 {
            let other = OTHER_SIDE.lock().map_or(None, |held| *held).ok_or_else(|| CallError::new(9, "nobody to ask"))?;
            let mut less = Number::new();
            less.value = request.value - 1;
            other.down(&less, response)?;
        }
        response.value += 1;
        Ok(())
    }

    fn break_(&self, request: &Number, response: &mut Number) -> Result<(), CallError> {
        assert!(request.value >= 0, "broken by {}", request.value);
        response.value = request.value;
        Ok(())
    }
}

fn take(server: FragileTable) -> Result<(), CallError> {
    std::panic::set_hook(Box::new(|_| {})); // the test is told of panics otherwise
    *OTHER_SIDE.lock().expect("no panic happens while it is held") = Some(server);
    Ok(())
}

generated::fragile::export_fragile!(Server, generated::fragile);
generated::fragile::accept_fragile!(take, generated::fragile);
