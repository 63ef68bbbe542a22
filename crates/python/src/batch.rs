//! Batches and their scoreboards.

use arcsynth_engine::batch;
use arcsynth_engine::scoreboard::{self, Assignment, Scoring};
use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

use crate::interrupt::interruptible;
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
                    return Err(PyValueError::new_err(
                        "assignment: expected a list of program indices for each task",
                    ));
                }
                Assignment::PerTask(lists)
            }
        };
        let scoring = Scoring {
            assignment: &assignment,
            limits: limits(fuel, memory),
            keep_errors,
            threads,
        };
        interruptible(py, report, |progress| {
            Scoreboard(scoreboard::Scoreboard::new(
                &self.0, &tasks, &scoring, progress,
            ))
        })
    }
}

/// The scores of a batch on tasks, as dense arrays.
#[pyclass(module = "arcsynth._engine", frozen)]
pub struct Scoreboard(scoreboard::Scoreboard);

impl Scoreboard {
    fn task(&self, task: usize) -> PyResult<&scoreboard::TaskScores> {
        self.0
            .tasks
            .get(task)
            .ok_or_else(|| PyIndexError::new_err(format!("no scores of task {task}")))
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
        self.task(task)
            .map(|scores| (scores.samples, scores.programs))
    }

    /// A task's scores, sample by sample, as native 16-bit integers.
    fn scores<'py>(&self, py: Python<'py>, task: usize) -> PyResult<Bound<'py, PyBytes>> {
        let scores = &self.task(task)?.scores;
        let bytes: Vec<u8> = scores
            .iter()
            .flat_map(|score| score.to_ne_bytes())
            .collect();
        Ok(PyBytes::new(py, &bytes))
    }

    /// The fuel used on a task, sample by sample, as native 32-bit integers.
    fn fuel<'py>(&self, py: Python<'py>, task: usize) -> PyResult<Bound<'py, PyBytes>> {
        let fuel = &self.task(task)?.fuel;
        let bytes: Vec<u8> = fuel.iter().flat_map(|fuel| fuel.to_ne_bytes()).collect();
        Ok(PyBytes::new(py, &bytes))
    }

    /// The first failure of each program on a task, or None; empty unless errors were to be kept.
    fn errors(&self, task: usize) -> PyResult<Vec<Option<String>>> {
        self.task(task).map(|scores| scores.errors.clone())
    }
}
