//! The native twins of the scores: see `StructScores` and `ColumnScores`.

use crate::generated::bench::NewsFeedItem;
use crate::generated::p2f::Foreign;

const CAPACITY: usize = 1_000;

/// The columns, as `ColumnScores` lays them out.
#[repr(C)]
pub struct Columns {
    affinity: [f64; CAPACITY],
    engagement: [f64; CAPACITY],
    relevance: [f64; CAPACITY],
    freshness: [f64; CAPACITY],
    score: [f64; CAPACITY],
}

fn score(affinity: f64, engagement: f64, relevance: f64, freshness: f64) -> f64 {
    affinity * 0.4 + engagement * 0.3 + relevance * 0.2 + freshness * 0.1
}

/// The number of items; 0 for a bad pointer.
///
/// # Safety
/// `items` points to `count` items, which nobody else uses during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_score_structs(items: *mut NewsFeedItem, count: u64) -> u64 {
    // SAFETY: as the caller promised.
    let Ok(items) = (unsafe { NewsFeedItem::slice_from_mut_ptr(items, count as usize) }) else {
        return 0;
    };
    for item in items {
        item.score = score(item.affinity, item.engagement, item.relevance, item.freshness);
    }
    count
}

/// The number of items.
///
/// # Safety
/// `columns` points to columns, which nobody else uses during the call.
#[no_mangle]
pub unsafe extern "C" fn bench_score_columns(columns: *mut Columns) -> u64 {
    // SAFETY: as the caller promised.
    let columns = unsafe { &mut *columns };
    let inputs = columns.affinity.iter().zip(&columns.engagement).zip(&columns.relevance).zip(&columns.freshness);
    for (result, (((&affinity, &engagement), &relevance), &freshness)) in columns.score.iter_mut().zip(inputs) {
        *result = score(affinity, engagement, relevance, freshness);
    }
    CAPACITY as u64
}
