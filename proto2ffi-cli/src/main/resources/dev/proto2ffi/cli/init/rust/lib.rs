//! Serves `sensors.Statistics` to Java, on the structs that Java filled, where they are.
//!
//! The module below is generated from src/main/proto by Maven (`mvn generate-sources` alone will do), and proves to the
//! compiler that its offsets are those that Java uses.

#[path = "../../../../target/generated/rust/mod.rs"]
mod generated;

use generated::p2f::CallError;
use generated::sensors::{export_statistics, Quality, Series, Statistics, Summary};

/// Degrees Celsius that occur on Earth.
const PLAUSIBLE: std::ops::RangeInclusive<f64> = -90.0..=60.0;

struct Server;

impl Statistics for Server {
    fn summarize(&self, series: &Series, summary: &mut Summary) -> Result<(), CallError> {
        // An error, should memory hold a count beyond the list's capacity; it becomes an exception in Java.
        let values = series.values()?;
        if values.is_empty() {
            return Err(CallError::new(1, "a series without values has no mean"));
        }
        let plausible = values.iter().all(|value| PLAUSIBLE.contains(value));
        // A response is as the client left it: every field is set.
        summary.count = values.len() as u32;
        summary.quality = if plausible { Quality::GOOD } else { Quality::SUSPECT };
        summary.mean = values.iter().sum::<f64>() / values.len() as f64;
        summary.highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        summary.set_remark(&format!("{} values from {}", values.len(), series.sensor()?))?;
        Ok(())
    }
}

export_statistics!(Server);
