//! Batches and their scoreboards.

use arcsynth_engine::batch;
use arcsynth_engine::scoreboard::{self, Assignment, Scoring};
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;

use crate::interrupt::{count, interruptible};
use crate::program::{limits, Program};
use crate::task::{tasks, TaskArgument};

/// Many programs as one graph in which equal sub-expressions are shared.
#[pyclass(module = "arcsynth._engine", frozen)]
pub struct Batch(batch::Batch);

#[pymethods]
impl Batch {
    #[new]
    fn new(py: Python<'_>, programs: Vec<Program>) -> Batch {
        py.detach(|| Batch(batch::Batch::new(programs.iter().map(|program| &program.0))))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    /// The number of distinct steps.
    #[getter]
    fn nodes(&self) -> usize {
        self.0.nodes()
    }

    /// The number of steps of all programs, each counted for itself.
    #[getter]
    fn unshared_nodes(&self) -> usize {
        self.0.unshared_nodes()
    }

    /// What sharing comes to, for notebooks.
    fn _repr_html_(&self) -> String {
        format!(
            "<p>Batch of {} programs: {} nodes, {} before sharing</p>",
            self.0.len(),
            self.0.nodes(),
            self.0.unshared_nodes()
        )
    }

    /// Scores the programs on every sample of every task, demo and test together, in one parallel sweep.
    ///
    /// `assignment` gives for each task the indices of the programs to run; without it all programs run on all tasks.
    /// `report` is called now and then with the number of samples done.
    #[pyo3(signature = (tasks, *, assignment = None, fuel = None, memory = None, keep_errors = false, threads = 1, report = None))]
    #[allow(clippy::too_many_arguments)]
    fn score(
        &self,
        py: Python<'_>,
        tasks: Vec<TaskArgument>,
        assignment: Option<Vec<Vec<usize>>>,
        fuel: Option<u64>,
        memory: Option<u64>,
        keep_errors: bool,
        threads: usize,
        report: Option<Py<PyAny>>,
    ) -> PyResult<Scoreboard> {
        let tasks = self::tasks(tasks);
        let assignment = match assignment {
            None => Assignment::All,
            Some(lists) => {
                let known = |&index: &usize| index < self.0.len();
                if lists.len() != tasks.len() || !lists.iter().flatten().all(known) {
                    return Err(PyValueError::new_err("assignment: expected a list of program indices for each task"));
                }
                Assignment::PerTask(lists)
            }
        };
        let scoring = Scoring { assignment: &assignment, limits: limits(fuel, memory), keep_errors, threads };
        interruptible(py, count(report), |progress| {
            Scoreboard(scoreboard::Scoreboard::new(&self.0, &tasks, &scoring, progress))
        })
    }
}

/// Samples, matched, failed, similarity, fuel.
type Total = (u32, u32, u32, u32, u64);

fn flat(total: scoreboard::Total) -> Total {
    (total.samples, total.matched, total.failed, total.similarity, total.fuel)
}

/// The scores of a batch on tasks, as dense arrays.
#[pyclass(module = "arcsynth._engine", frozen)]
pub struct Scoreboard(scoreboard::Scoreboard);

impl Scoreboard {
    fn task(&self, task: usize) -> PyResult<&scoreboard::TaskScores> {
        self.0.tasks.get(task).ok_or_else(|| PyIndexError::new_err(format!("no scores of task {task}")))
    }
}

#[pymethods]
impl Scoreboard {
    /// The number of tasks scored.
    fn __len__(&self) -> usize {
        self.0.tasks.len()
    }

    /// The number of programs evaluated on samples.
    #[getter]
    fn evaluations(&self) -> u64 {
        self.0.evaluations
    }

    /// How many seconds each worker was busy.
    #[getter]
    fn busy_seconds(&self) -> Vec<f64> {
        self.0.busy.iter().map(|time| time.as_secs_f64()).collect()
    }

    /// The (samples, programs) of a task's arrays.
    fn shape(&self, task: usize) -> PyResult<(usize, usize)> {
        self.task(task).map(|scores| (scores.samples, scores.programs))
    }

    /// A program's score on each sample of a task, demo first.
    ///
    /// 0 to 1000, 65534 where the program failed, 65535 where the output is not known. `program` is its position among
    /// the programs run on the task.
    fn program_scores(&self, task: usize, program: usize) -> PyResult<Vec<u16>> {
        let scores = self.task(task)?;
        if program >= scores.programs {
            return Err(PyIndexError::new_err(format!("no scores of program {program}")));
        }
        Ok(scores.scores[program..].iter().step_by(scores.programs).copied().collect())
    }

    /// What each program reached on a task: (samples, matched, failed, similarity, fuel).
    ///
    /// Counted over the demo samples, or with `with_test` over all whose outputs are known; fuel over all samples.
    #[pyo3(signature = (task, *, with_test = false))]
    fn totals(&self, task: usize, with_test: bool) -> PyResult<Vec<Total>> {
        let totals = self.task(task)?.totals(with_test);
        Ok(totals.into_iter().map(flat).collect())
    }

    /// The best programs on a task that fail on no sample and rank before a floor, best first, at most `limit` of them.
    ///
    /// Each is given with its position among the programs run on the task and its totals, as in `totals`. `floor` gives
    /// the (matched, similarity, fuel) to outrank.
    #[pyo3(signature = (task, *, limit, floor = None, with_test = false))]
    fn best(
        &self,
        task: usize,
        limit: usize,
        floor: Option<(u32, u32, u64)>,
        with_test: bool,
    ) -> PyResult<Vec<(usize, Total)>> {
        let floor = floor.map(|(matched, similarity, fuel)| scoreboard::Total {
            matched,
            similarity,
            fuel,
            ..Default::default()
        });
        let best = self.task(task)?.best(with_test, floor.as_ref(), limit);
        Ok(best.into_iter().map(|(place, total)| (place, flat(total))).collect())
    }

    /// The first failure of each program on a task, or None; empty unless errors were to be kept.
    fn errors(&self, task: usize) -> PyResult<Vec<Option<String>>> {
        self.task(task).map(|scores| scores.errors.clone())
    }
}

/// A program run alone on a task.
#[pyclass(module = "arcsynth._engine", frozen, get_all)]
pub struct Validation {
    /// The score on each sample, demo first; see `Scoreboard.program_scores`.
    scores: Vec<u16>,
    /// The fuel used on all samples.
    fuel: u64,
    /// The seconds that the samples took.
    seconds: f64,
}

/// Runs programs alone, each (program, task) pair of indices by itself, on all samples of the task.
#[pyfunction]
#[pyo3(signature = (programs, tasks, jobs, *, fuel = None, memory = None, threads = 1))]
pub fn validate(
    py: Python<'_>,
    programs: Vec<Program>,
    tasks: Vec<TaskArgument>,
    jobs: Vec<(usize, usize)>,
    fuel: Option<u64>,
    memory: Option<u64>,
    threads: usize,
) -> PyResult<Vec<Validation>> {
    let tasks = self::tasks(tasks);
    if jobs.iter().any(|&(program, task)| program >= programs.len() || task >= tasks.len()) {
        return Err(PyValueError::new_err("jobs: expected indices of programs and of tasks"));
    }
    let programs: Vec<_> = programs.into_iter().map(|program| program.0).collect();
    let limits = limits(fuel, memory);
    let validations = interruptible(py, count(None), |progress| {
        scoreboard::validate(&programs, &tasks, &jobs, limits, threads, progress)
    })?;
    Ok(validations
        .into_iter()
        .map(|validation| Validation {
            scores: validation.scores,
            fuel: validation.fuel,
            seconds: validation.time.as_secs_f64(),
        })
        .collect())
}
