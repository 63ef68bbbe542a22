//! Search.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use arcsynth_engine::parallel::{sweep, Progress};
use arcsynth_engine::program;
use arcsynth_engine::search as searching;
use arcsynth_engine::search::{Settings, Stop, STRATEGIES};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::grid::Grid;
use crate::interrupt::interruptible;
use crate::program::Program;
use crate::task::{tasks, TaskArgument};

/// A program that the search proposes for a task.
#[pyclass(module = "arcsynth._engine", frozen, get_all)]
pub struct Proposal {
    /// The program.
    program: Program,
    /// The strategy that found it.
    strategy: &'static str,
    /// Its description length in bits.
    cost: u32,
    /// The number of demo samples without which a shorter program would have been found.
    rivals: usize,
    /// The number of demo samples that it solves.
    matched: usize,
    /// The mean similarity of its demo outputs to the expected ones, 0 to 1000.
    similarity: u32,
    /// The fuel that the task had used when it was found.
    fuel: u64,
    /// What it gives on each test input, or None where that is no grid.
    outputs: Vec<Option<Grid>>,
}

/// What the search found for one task.
#[pyclass(module = "arcsynth._engine", frozen, get_all)]
pub struct Found {
    /// The proposals, best first.
    proposals: Vec<Py<Proposal>>,
    /// The fuel used.
    fuel: u64,
    /// The number of distinct values met.
    values: usize,
    /// Why each strategy stopped, in the order in which they ran.
    stops: Vec<(&'static str, &'static str)>,
    /// How long the task took on its worker.
    seconds: f64,
    /// How long after the start of the call it was finished.
    finished: f64,
}

/// A task that the search has just finished.
#[pyclass(module = "arcsynth._engine", frozen, get_all, skip_from_py_object)]
#[derive(Clone)]
pub struct Landed {
    /// The task's place among those of the call.
    task: usize,
    /// Whether a program that was found solves all demo samples.
    fits_demo: bool,
    /// The number of distinct values met.
    values: usize,
    /// The fuel used.
    fuel: u64,
    /// How long after the start of the call it was finished.
    finished: f64,
}

fn stop_name(stop: Stop) -> &'static str {
    match stop {
        Stop::Exhausted => "exhausted",
        Stop::Fuel => "fuel",
        Stop::Memory => "memory",
        Stop::Solved => "solved",
    }
}

/// The names of the strategies, in the order in which they run.
#[pyfunction]
pub fn strategies() -> Vec<&'static str> {
    STRATEGIES.iter().map(|&(name, _)| name).collect()
}

/// Searches each task for programs that solve its demo samples; never looks at a test output.
///
/// `library` gives for each task the known programs to try. `fuel` is the budget of a task, shared out among all strategies
/// whether they are among the `strategies` wanted or not. At most `proposals` programs come back a task. `report` is called now and
/// then with the tasks finished since the last call, and once more at the end.
#[pyfunction]
#[pyo3(signature = (tasks, *, library, fuel, proposals = 8, strategies = None, threads = 1, report = None))]
#[expect(clippy::too_many_arguments, reason = "keyword arguments of a Python function")]
pub fn search(
    py: Python<'_>,
    tasks: Vec<TaskArgument>,
    library: Vec<Vec<Program>>,
    fuel: u64,
    proposals: usize,
    strategies: Option<Vec<String>>,
    threads: usize,
    report: Option<Py<PyAny>>,
) -> PyResult<Vec<Found>> {
    let tasks = self::tasks(tasks);
    if library.len() != tasks.len() {
        return Err(PyValueError::new_err(format!(
            "library: expected {} lists of programs, one a task, found {}",
            tasks.len(),
            library.len()
        )));
    }
    let library: Vec<Vec<program::Program>> =
        library.into_iter().map(|programs| programs.into_iter().map(|program| program.0).collect()).collect();
    let is_wanted = |name: &str| strategies.as_ref().is_none_or(|wanted| wanted.iter().any(|other| other == name));
    let started = Instant::now();
    let landed: Mutex<Vec<Landed>> = Mutex::default();
    let watch = |py: Python<'_>, _: &Progress| match &report {
        Some(report) => {
            let fresh = std::mem::take(&mut *landed.lock().unwrap_or_else(PoisonError::into_inner));
            report.call1(py, (fresh,)).map(drop)
        }
        None => Ok(()),
    };
    let swept = interruptible(py, watch, |progress| {
        sweep(
            threads,
            tasks.len(),
            progress,
            || (),
            |(), index| {
                let start = Instant::now();
                let settings = Settings { programs: &library[index], fuel, is_wanted: &is_wanted, proposals };
                let found = searching::search(&tasks[index], &settings);
                let (seconds, finished) = (start.elapsed().as_secs_f64(), started.elapsed().as_secs_f64());
                landed.lock().unwrap_or_else(PoisonError::into_inner).push(Landed {
                    task: index,
                    fits_demo: found.proposals.first().is_some_and(|best| best.matched == tasks[index].demo.len()),
                    values: found.values,
                    fuel: found.fuel,
                    finished,
                });
                (found, seconds, finished)
            },
        )
    })?;
    swept
        .results
        .into_iter()
        .map(|(found, seconds, finished)| {
            let proposals = found.proposals.into_iter().map(|proposal| {
                Py::new(
                    py,
                    Proposal {
                        program: Program(proposal.program),
                        strategy: proposal.strategy,
                        cost: proposal.cost,
                        rivals: proposal.rivals,
                        matched: proposal.matched,
                        similarity: proposal.similarity,
                        fuel: proposal.fuel,
                        outputs: proposal.outputs.into_iter().map(|grid| grid.map(Grid)).collect(),
                    },
                )
            });
            Ok(Found {
                proposals: proposals.collect::<PyResult<_>>()?,
                fuel: found.fuel,
                values: found.values,
                stops: found.stops.into_iter().map(|(name, stop)| (name, stop_name(stop))).collect(),
                seconds,
                finished,
            })
        })
        .collect()
}
