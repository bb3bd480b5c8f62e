//! What the profile of the step "PGO" is taken of: the calls that the ladder measures.

use crate::batch::ladder_add_batch;
use crate::calls::{ladder_add_instance, ladder_add_unchecked};
use crate::messages::{AddRequest, BatchRequest};
use crate::shared::{ladder_add_in_place, ladder_add_prefetched};
use core::hint::black_box;
use prost::Message;

type Call = unsafe extern "C" fn(*const u8, usize, *mut u8, usize) -> i64;
type InPlace = unsafe extern "C" fn(*mut u8, usize) -> i64;

/// Calls each function so many times, with numbers of all lengths; the bytes of all responses.
#[no_mangle]
pub extern "C" fn ladder_train(rounds: u64) -> i64 {
    let calls = black_box([ladder_add_instance as Call, ladder_add_unchecked as Call]);
    let in_place = black_box([ladder_add_in_place as InPlace, ladder_add_prefetched as InPlace]);
    let mut response = [0u8; 128];
    let mut batch = BatchRequest { adds: Vec::new() };
    let mut all = 0;
    for round in 0..rounds {
        let request = random_request(round);
        let mut encoded = request.encode_to_vec();
        encoded.resize(encoded.len() + response.len(), 0);
        let length = request.encoded_len();
        for call in calls {
            // SAFETY: the buffers are of these lengths.
            all += unsafe { call(encoded.as_ptr(), length, response.as_mut_ptr(), response.len()) };
        }
        for call in in_place {
            // SAFETY: there is more room behind the request than a response needs.
            all += unsafe { call(encoded.as_mut_ptr(), length) };
        }
        if round < 1_000 {
            batch.adds.push(request);
        }
    }
    let encoded = batch.encode_to_vec();
    let mut room = vec![0u8; encoded.len() + 64];
    for _ in 0..rounds / 1_000 {
        // SAFETY: the buffers are of these lengths.
        all += unsafe { ladder_add_batch(encoded.as_ptr(), encoded.len(), room.as_mut_ptr(), room.len()) };
    }
    all
}

/// Numbers as the ladder adds them: positive, of up to 31 bits, short ones as often as long ones.
fn random_request(seed: u64) -> AddRequest {
    let bits = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let a = (bits >> 33) >> (bits & 31);
    let b = (bits << 5 >> 33) >> ((bits >> 8) & 31);
    AddRequest { a: a as i64, b: b as i64 }
}
