//! Programs run alone, each by itself on one task.

use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::{score, Score};
use crate::batch::{Batch, Inputs, Workspace};
use crate::machine::Limits;
use crate::parallel::{sweep, Progress};
use crate::program::Program;
use crate::task::Task;
use crate::value::Value;

/// A program run alone on a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validation {
    /// The score on each sample, demo first.
    pub scores: Vec<Score>,
    /// The fuel used on all samples.
    pub fuel: u64,
    /// The time that the samples took.
    pub time: Duration,
}

/// Runs programs alone: each (program, task) of `jobs` by itself, on all samples of the task.
///
/// Gives a result for each job, in order; fewer if cancelled.
pub fn validate(
    programs: &[Program],
    tasks: &[Task],
    jobs: &[(usize, usize)],
    limits: Limits,
    threads: usize,
    progress: &Progress,
) -> Vec<Validation> {
    let pairs: Vec<OnceLock<Value>> = tasks.iter().map(|_| OnceLock::new()).collect();
    let run = |batch: &Batch, task: usize| {
        let samples = pairs[task].get_or_init(|| tasks[task].demo_pairs().unwrap_or(Value::None));
        let task = &tasks[task];
        let start = Instant::now();
        let mut validation = Validation { scores: Vec::with_capacity(task.len()), fuel: 0, time: Duration::ZERO };
        let mut workspace = Workspace::new(batch, limits);
        for sample in task.samples() {
            let inputs = Inputs { input: Value::Grid(sample.input.clone()), samples: samples.clone(), candidate: None };
            workspace.run([0], &inputs, |_, evaluation| {
                validation.scores.push(score(&evaluation, sample));
                validation.fuel += evaluation.used.fuel;
            });
        }
        validation.time = start.elapsed();
        validation
    };
    // Jobs of one program often follow each other.
    let nothing = || (usize::MAX, Batch::new([]));
    let job = |(last, batch): &mut (usize, Batch), job: usize| {
        let (program, task) = jobs[job];
        if program != *last {
            (*last, *batch) = (program, Batch::new([&programs[program]]));
        }
        run(batch, task)
    };
    sweep(threads, jobs.len(), progress, nothing, job).results
}
