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
    strategy: String,
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

#[pymethods]
impl Proposal {
    /// A proposal read back from a record.
    #[new]
    #[expect(clippy::too_many_arguments, reason = "they are keywords in Python")]
    #[pyo3(signature = (*, program, strategy, cost, rivals, matched, similarity, fuel, outputs))]
    fn new(
        program: Program,
        strategy: String,
        cost: u32,
        rivals: usize,
        matched: usize,
        similarity: u32,
        fuel: u64,
        outputs: Vec<Option<Grid>>,
    ) -> Proposal {
        Proposal { program, strategy, cost, rivals, matched, similarity, fuel, outputs }
    }
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
    stops: Vec<(String, String)>,
    /// How long the task took on its worker.
    seconds: f64,
    /// How long after the start of the call it was finished.
    finished: f64,
}

#[pymethods]
impl Found {
    /// What was found, read back from a record.
    #[new]
    #[pyo3(signature = (*, proposals, fuel, values, stops, seconds, finished))]
    fn new(
        proposals: Vec<Py<Proposal>>,
        fuel: u64,
        values: usize,
        stops: Vec<(String, String)>,
        seconds: f64,
        finished: f64,
    ) -> Found {
        Found { proposals, fuel, values, stops, seconds, finished }
    }
}

impl Found {
    fn of(py: Python<'_>, result: Searched) -> PyResult<Found> {
        let (found, seconds, finished) = result;
        let proposals = found.proposals.into_iter().map(|proposal| {
            let outputs = proposal.outputs.into_iter().map(|grid| grid.map(Grid)).collect();
            let proposal = Proposal {
                program: Program(proposal.program),
                strategy: proposal.strategy.to_owned(),
                cost: proposal.cost,
                rivals: proposal.rivals,
                matched: proposal.matched,
                similarity: proposal.similarity,
                fuel: proposal.fuel,
                outputs,
            };
            Py::new(py, proposal)
        });
        let stops = found.stops.into_iter().map(|(name, stop)| (name.to_owned(), stop_name(stop).to_owned()));
        Ok(Found {
            proposals: proposals.collect::<PyResult<_>>()?,
            fuel: found.fuel,
            values: found.values,
            stops: stops.collect(),
            seconds,
            finished,
        })
    }
}

/// What the engine found, the seconds that it took, and the seconds from the start of the call to its end.
type Searched = (searching::Found, f64, f64);

/// A task that the search has just finished.
#[pyclass(module = "arcsynth._engine", frozen, get_all)]
pub struct Landed {
    /// The task's place among those of the call.
    task: usize,
    /// What was found for it.
    found: Py<Found>,
}

#[pymethods]
impl Landed {
    /// A task that was finished elsewhere.
    #[new]
    #[pyo3(signature = (*, task, found))]
    fn new(task: usize, found: Py<Found>) -> Landed {
        Landed { task, found }
    }
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
    let landed: Mutex<Vec<(usize, Searched)>> = Mutex::default();
    let watch = |py: Python<'_>, _: &Progress| match &report {
        Some(report) => {
            let fresh = std::mem::take(&mut *landed.lock().unwrap_or_else(PoisonError::into_inner));
            let landed = |(task, result)| Ok(Landed { task, found: Py::new(py, Found::of(py, result)?)? });
            let fresh = fresh.into_iter().map(landed).collect::<PyResult<Vec<Landed>>>()?;
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
                let cancel = progress.cancellation();
                let settings = Settings { programs: &library[index], fuel, is_wanted: &is_wanted, proposals, cancel };
                let found = searching::search(&tasks[index], &settings);
                let result = (found, start.elapsed().as_secs_f64(), started.elapsed().as_secs_f64());
                // What was cut short is not what the search finds.
                if report.is_some() && !progress.is_cancelled() {
                    landed.lock().unwrap_or_else(PoisonError::into_inner).push((index, result.clone()));
                }
                result
            },
        )
    })?;
    swept.results.into_iter().map(|result| Found::of(py, result)).collect()
}
