//! Services by handles: what a library does that lets its callers open instances.

use crate::service::{Adder, BoxingService, Calculator};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

/// One service in each of its forms.
#[derive(Clone)]
pub struct Instance {
    pub boxing: Arc<dyn BoxingService>,
    pub dynamic: Arc<dyn Adder>,
    pub known: Arc<Calculator>,
}

static INSTANCES: LazyLock<RwLock<HashMap<u64, Instance>>> = LazyLock::new(|| RwLock::new(HashMap::new()));

/// Does the work with the instance of a handle; None where there is none.
#[inline]
pub fn with<R>(handle: u64, work: impl FnOnce(&Instance) -> R) -> Option<R> {
    let instances = INSTANCES.read().unwrap_or_else(PoisonError::into_inner);
    instances.get(&handle).map(work)
}

/// Opens a calculator; the handle is never 0.
#[no_mangle]
pub extern "C" fn ladder_open() -> u64 {
    let mut instances = INSTANCES.write().unwrap_or_else(PoisonError::into_inner);
    let handle = instances.len() as u64 + 1;
    let known = Arc::new(Calculator);
    instances.insert(handle, Instance { boxing: known.clone(), dynamic: known.clone(), known });
    handle
}
