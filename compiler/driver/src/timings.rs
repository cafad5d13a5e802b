//! `--timings`: how long each stage took.

use std::time::{Duration, Instant};

use crate::cli::TimingsFormat;

/// Stages in the order in which they first ran.
#[derive(Default)]
pub(crate) struct Timings {
    stages: Vec<(&'static str, Duration)>,
}

impl Timings {
    /// Runs a stage and adds its time to what was measured for it so far.
    pub(crate) fn measure<T>(&mut self, stage: &'static str, run: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = run();
        self.add(stage, start.elapsed());
        result
    }

    pub(crate) fn add(&mut self, stage: &'static str, time: Duration) {
        match self.stages.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, sum)) => *sum += time,
            None => self.stages.push((stage, time)),
        }
    }

    /// Prints the table to standard error.
    pub(crate) fn report(&self, format: TimingsFormat) {
        let total: Duration = self.stages.iter().map(|(_, time)| *time).sum();
        match format {
            TimingsFormat::Human => {
                for (stage, time) in self.stages.iter().chain([&("total", total)]) {
                    eprintln!("{stage:12} {:10.3} ms", time.as_secs_f64() * 1e3);
                }
            }
            TimingsFormat::Json => {
                let stages = self.stages.iter().map(|(stage, time)| serde_json::json!({ "stage": stage, "seconds": time.as_secs_f64() }));
                let report = serde_json::json!({ "timings": stages.collect::<Vec<_>>(), "total_seconds": total.as_secs_f64() });
                eprintln!("{report}");
            }
        }
    }
}
