//! Batches and their scoreboards.

use arcsynth_engine::batch;
use arcsynth_engine::difference;
use arcsynth_engine::niche::{Elite, NicheFloor};
use arcsynth_engine::scoreboard::{self, Assignment, Measuring, Scoring};
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
    /// `measures` are applied to what programs give that fail on no sample of a task, as far as they may take a place in
    /// its niches: `niche_floors` has for each task the (closed, matched, similarity, fuel) to outrank in each niche, or
    /// None for a niche that nobody holds, or None for a task that is not to be measured. `with_test` lets the outputs of
    /// test samples count there. `report` is called now and then with the number of samples done.
    #[pyo3(signature = (
        tasks, *, assignment = None, measures = None, niche_floors = None, with_test = false, fuel = None, memory = None,
        keep_errors = false, threads = 1, report = None,
    ))]
    #[allow(clippy::too_many_arguments)]
    fn score(
        &self,
        py: Python<'_>,
        tasks: Vec<TaskArgument>,
        assignment: Option<Vec<Vec<usize>>>,
        measures: Option<&Measures>,
        niche_floors: Option<Vec<TaskFloors>>,
        with_test: bool,
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
        let niches = measures.map_or(0, |measures| measures.0.niches());
        let floors: Vec<Option<Vec<Option<NicheFloor>>>> = match niche_floors {
            None => vec![Some(vec![None; niches]); tasks.len()],
            Some(floors) => {
                let fits = |task: &TaskFloors| task.as_ref().is_none_or(|floors| floors.len() == niches);
                if floors.len() != tasks.len() || !floors.iter().all(fits) {
                    return Err(PyValueError::new_err(
                        "niche_floors: expected for each task one for each niche, or None",
                    ));
                }
                let task = |task: Vec<Option<Held>>| task.into_iter().map(|held| held.map(niche_floor)).collect();
                floors.into_iter().map(|floors| floors.map(task)).collect()
            }
        };
        let measuring = measures.map(|measures| Measuring { measures: &measures.0, floors: &floors, with_test });
        let scoring =
            Scoring { assignment: &assignment, limits: limits(fuel, memory), keep_errors, threads, measuring };
        interruptible(py, count(report), |progress| {
            Scoreboard(scoreboard::Scoreboard::new(&self.0, &tasks, &scoring, progress))
        })
    }
}

/// Difference measures as one graph, each in both kinds: niche `2 * n` is the kind `iz` of measure `n`, niche `2 * n + 1`
/// its kind `zo`.
#[pyclass(module = "arcsynth._engine", frozen)]
pub struct Measures(difference::Measures);

#[pymethods]
impl Measures {
    #[new]
    fn new(programs: Vec<Program>) -> PyResult<Measures> {
        let measures = difference::Measures::new(programs.iter().map(|program| &program.0));
        measures.map(Measures).ok_or_else(|| {
            PyValueError::new_err(format!(
                "measures: expected at most {}, found {}",
                difference::MAX_MEASURES,
                programs.len()
            ))
        })
    }

    /// The number of niches, two a measure.
    fn __len__(&self) -> usize {
        self.0.niches()
    }
}

/// Samples, matched, failed, similarity, fuel.
type Total = (u32, u32, u32, u32, u64);

/// What a result must outrank on a task's board: matched, similarity, fuel.
type Floor = (u32, u32, u64);

/// What holds a niche: difference closed, matched, similarity, fuel.
type Held = (i32, u32, u32, u64);

/// What holds each niche of a task, or None for a task that is not measured.
type TaskFloors = Option<Vec<Option<Held>>>;

/// A task, its programs that rank before its floor, and those that do in a niche.
type Survivors = (usize, Vec<(usize, Total)>, Vec<(usize, usize, i32, Total)>);

fn floor((matched, similarity, fuel): Floor) -> scoreboard::Total {
    scoreboard::Total { matched, similarity, fuel, ..Default::default() }
}

fn niche_floor((closed, matched, similarity, fuel): Held) -> NicheFloor {
    NicheFloor { closed, total: floor((matched, similarity, fuel)) }
}

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

    /// The programs that may take a place on a task's board or in a niche, for each task that has some.
    ///
    /// Such a program fails on no sample of the task. On the board it is somewhat similar and ranks before `floors`, the
    /// (matched, similarity, fuel) to outrank, if the task has one; the best come first, at most `limit` of them, with
    /// their position among the programs run and their totals, as in `totals`. In a niche it outranks what was given when
    /// the programs were scored; there is at most one a niche, with its position, the niche, the difference that it closes
    /// and its totals.
    #[pyo3(signature = (*, floors, limit, with_test = false))]
    fn survivors(&self, floors: Vec<Option<Floor>>, limit: usize, with_test: bool) -> PyResult<Vec<Survivors>> {
        if floors.len() != self.0.tasks.len() {
            return Err(PyValueError::new_err("floors: expected one for each task"));
        }
        let survivors = self.0.tasks.iter().zip(floors).enumerate().map(|(task, (scores, task_floor))| {
            let best = scores.best(with_test, task_floor.map(floor).as_ref(), limit);
            let elite = |&Elite { niche, place, closed, total }: &Elite| (place, niche, closed, flat(total));
            (
                task,
                best.into_iter().map(|(place, total)| (place, flat(total))).collect(),
                scores.elites.iter().map(elite).collect(),
            )
        });
        Ok(survivors.filter(|(_, best, elites): &Survivors| !best.is_empty() || !elites.is_empty()).collect())
    }

    /// The share of a difference that a program closes on each sample of a task, in thousandths; None where it was not
    /// measured.
    fn closed(&self, task: usize, program: usize, niche: usize) -> PyResult<Vec<Option<i16>>> {
        let scores = self.task(task)?;
        Ok((0..scores.samples).map(|sample| scores.closed(sample, program, niche)).collect())
    }

    /// How each measure did on a task: (samples, on how many it sees the difference, agreement with similarity, fuel).
    ///
    /// Empty if the task was not measured.
    fn measure_totals(&self, task: usize) -> PyResult<Vec<(u32, u32, u32, u64)>> {
        let totals = &self.task(task)?.measures;
        Ok(totals.iter().map(|total| (total.samples, total.sees, total.agreement, total.fuel)).collect())
    }

    /// How many outputs were measured: each distinct one of a sample once.
    #[getter]
    fn measured(&self) -> u64 {
        self.0.measured
    }

    /// The seconds that the measuring took, and those that its workers were busy in all.
    #[getter]
    fn measuring_seconds(&self) -> (f64, f64) {
        (self.0.measuring.0.as_secs_f64(), self.0.measuring.1.as_secs_f64())
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
