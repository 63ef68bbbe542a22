//! Scores of programs on samples, as dense arrays.

use crate::batch::{Batch, Inputs, Workspace};
use crate::grid::Grid;
use crate::machine::Limits;
use crate::parallel::{sweep, Progress};
use crate::program::Program;
use crate::task::{Sample, Task};
use crate::value::Value;
use std::cmp::Reverse;
use std::time::{Duration, Instant};

/// How well an output fits: 0 to 1000, or one of the special scores.
pub type Score = u16;

/// The score of an exact match.
pub const EXACT: Score = 1000;

/// The score of a sample whose output is not known.
pub const UNKNOWN: Score = u16::MAX;

/// The score of a program that failed.
pub const FAILED: Score = u16::MAX - 1;

/// Which programs of a batch are run on which task.
pub enum Assignment {
    /// Every program on every task.
    All,
    /// For each task, the programs to run.
    PerTask(Vec<Vec<usize>>),
}

/// The scores of programs on the samples of a task, sample by sample, demo first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskScores {
    /// The number of programs run.
    pub programs: usize,
    /// The number of samples.
    pub samples: usize,
    /// How many of the samples are demo samples; they come first.
    pub demos: usize,
    /// The score of each program on each sample, at `sample * programs + program`.
    pub scores: Vec<Score>,
    /// The fuel used, laid out alike; saturated at the largest number of 32 bits.
    pub fuel: Vec<u32>,
    /// The first failure of each program, if asked for.
    pub errors: Vec<Option<String>>,
}

/// What a program reached on a task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The number of samples with a known output.
    pub samples: u32,
    /// How many of them the program solves.
    pub matched: u32,
    /// On how many samples it failed.
    pub failed: u32,
    /// The sum of its scores.
    pub similarity: u32,
    /// The fuel used on all samples of the task.
    pub fuel: u64,
}

impl Total {
    /// The order on a task's board, best first: samples solved, then similarity, then least fuel.
    pub fn rank(&self) -> (Reverse<u32>, Reverse<u32>, u64) {
        (Reverse(self.matched), Reverse(self.similarity), self.fuel)
    }

    fn add(&mut self, score: Score) {
        match score {
            UNKNOWN => return,
            FAILED => self.failed += 1,
            EXACT => self.matched += 1,
            _ => {}
        }
        self.samples += 1;
        self.similarity += if score == FAILED { 0 } else { u32::from(score) };
    }
}

/// The scores of a batch on tasks.
#[derive(Debug)]
pub struct Scoreboard {
    /// One entry a task; fewer if the sweep was cancelled.
    pub tasks: Vec<TaskScores>,
    /// The number of programs evaluated on samples.
    pub evaluations: u64,
    /// How long each worker was busy.
    pub busy: Vec<Duration>,
}

/// How a batch is scored.
pub struct Scoring<'a> {
    /// Which programs run on which task.
    pub assignment: &'a Assignment,
    /// What each program may use on a sample.
    pub limits: Limits,
    /// Whether to keep the failures' texts.
    pub keep_errors: bool,
    /// The number of threads.
    pub threads: usize,
}

/// One sample's share of a task's scores.
struct SampleScores {
    scores: Vec<Score>,
    fuel: Vec<u32>,
    errors: Vec<Option<String>>,
}

impl Scoreboard {
    /// Scores a batch on every sample of every task, demo and test together, in one parallel sweep.
    pub fn new(batch: &Batch, tasks: &[Task], how: &Scoring<'_>, progress: &Progress) -> Scoreboard {
        let jobs: Vec<(usize, &Sample)> = tasks
            .iter()
            .enumerate()
            .flat_map(|(index, task)| task.samples().map(move |sample| (index, sample)))
            .collect();
        let pairs: Vec<Value> = tasks.iter().map(|task| task.demo_pairs().unwrap_or(Value::None)).collect();
        let swept = sweep(
            how.threads,
            jobs.len(),
            progress,
            || Workspace::new(batch, how.limits),
            |workspace, job| {
                let (task, sample) = jobs[job];
                let inputs =
                    Inputs { input: Value::Grid(sample.input.clone()), samples: pairs[task].clone(), candidate: None };
                score_sample(workspace, sample, &inputs, how, task, batch.len())
            },
        );
        let mut results = swept.results.into_iter();
        let mut scored = Vec::with_capacity(tasks.len());
        let mut evaluations = 0;
        for task in tasks {
            let samples: Vec<SampleScores> = results.by_ref().take(task.len()).collect();
            if samples.len() < task.len() {
                break;
            }
            let task_scores = TaskScores::gather(samples, task.demo.len());
            evaluations += task_scores.scores.len() as u64;
            scored.push(task_scores);
        }
        Scoreboard { tasks: scored, evaluations, busy: swept.busy }
    }
}

impl TaskScores {
    /// What each program reached on the task: on the demo samples, or on all whose outputs are known.
    pub fn totals(&self, with_test: bool) -> Vec<Total> {
        let samples = if with_test { self.samples } else { self.demos };
        let mut totals = vec![Total::default(); self.programs];
        for sample in 0..samples {
            let row = sample * self.programs..(sample + 1) * self.programs;
            for (total, &score) in totals.iter_mut().zip(&self.scores[row]) {
                total.add(score);
            }
        }
        for (index, fuel) in self.fuel.iter().enumerate() {
            totals[index % self.programs].fuel += u64::from(*fuel);
        }
        totals
    }

    /// The best programs that fail on no sample, are somewhat similar and rank before `floor`, best first.
    ///
    /// Gives at most `limit` of them, with their position among the programs run; the first of equal ones stays.
    pub fn best(&self, with_test: bool, floor: Option<&Total>, limit: usize) -> Vec<(usize, Total)> {
        let is_worth = |total: &Total| {
            total.failed == 0 && total.similarity > 0 && floor.is_none_or(|floor| total.rank() < floor.rank())
        };
        let mut best: Vec<(usize, Total)> =
            self.totals(with_test).into_iter().enumerate().filter(|(_, total)| is_worth(total)).collect();
        best.sort_by_key(|(_, total)| total.rank());
        best.truncate(limit);
        best
    }

    fn gather(samples: Vec<SampleScores>, demos: usize) -> TaskScores {
        let programs = samples.first().map_or(0, |sample| sample.scores.len());
        let mut gathered = TaskScores {
            programs,
            samples: samples.len(),
            demos,
            scores: Vec::with_capacity(programs * samples.len()),
            fuel: Vec::with_capacity(programs * samples.len()),
            errors: Vec::new(),
        };
        for sample in samples {
            gathered.scores.extend(sample.scores);
            gathered.fuel.extend(sample.fuel);
            if gathered.errors.is_empty() {
                gathered.errors = sample.errors;
            } else {
                for (first, error) in gathered.errors.iter_mut().zip(sample.errors) {
                    *first = first.take().or(error);
                }
            }
        }
        gathered
    }
}

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
    let run = |&(program, task): &(usize, usize)| {
        let task: &Task = &tasks[task];
        let batch = Batch::new([&programs[program]]);
        let how = Scoring { assignment: &Assignment::All, limits, keep_errors: false, threads: 1 };
        let samples = task.demo_pairs().unwrap_or(Value::None);
        let start = Instant::now();
        let mut validation = Validation { scores: Vec::with_capacity(task.len()), fuel: 0, time: Duration::ZERO };
        let mut workspace = Workspace::new(&batch, limits);
        for sample in task.samples() {
            let inputs = Inputs { input: Value::Grid(sample.input.clone()), samples: samples.clone(), candidate: None };
            let scored = score_sample(&mut workspace, sample, &inputs, &how, 0, 1);
            validation.scores.extend(scored.scores);
            validation.fuel += scored.fuel.iter().copied().map(u64::from).sum::<u64>();
        }
        validation.time = start.elapsed();
        validation
    };
    sweep(threads, jobs.len(), progress, || (), |(), job| run(&jobs[job])).results
}

fn score_sample(
    workspace: &mut Workspace<'_>,
    sample: &Sample,
    inputs: &Inputs,
    how: &Scoring<'_>,
    task: usize,
    programs: usize,
) -> SampleScores {
    let mut scores = SampleScores { scores: Vec::new(), fuel: Vec::new(), errors: Vec::new() };
    let mut each = |_: usize, evaluation: crate::batch::Evaluation| {
        scores.scores.push(match (&evaluation.result, &sample.output) {
            (Err(_), _) => FAILED,
            (Ok(_), None) => UNKNOWN,
            (Ok(value), Some(expected)) => similarity(value, expected),
        });
        scores.fuel.push(u32::try_from(evaluation.used.fuel).unwrap_or(u32::MAX));
        if how.keep_errors {
            scores.errors.push(evaluation.result.err().map(|error| error.to_string()));
        }
    };
    match how.assignment {
        Assignment::All => workspace.run(0..programs, inputs, &mut each),
        Assignment::PerTask(lists) => {
            workspace.run(lists[task].iter().copied(), inputs, &mut each);
        }
    }
    scores
}

/// How similar a value is to the expected grid, in thousandths: the share of equal cells.
///
/// Grids of different sizes are laid upon each other at the upper left corner; cells that only one of them has count as
/// different. Only an equal grid scores 1000; what is no grid scores 0.
pub fn similarity(value: &Value, expected: &Grid) -> Score {
    let Value::Grid(grid) = value else {
        return 0;
    };
    if grid == expected {
        return EXACT;
    }
    let equal: usize = grid
        .rows()
        .zip(expected.rows())
        .map(|(row, other)| row.iter().zip(other).filter(|(a, b)| a == b).count())
        .sum();
    let area = grid.height().max(expected.height()) * grid.width().max(expected.width());
    (equal * 1000 / area).min(999) as Score
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[i8]]) -> Grid {
        Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("a rectangle")
    }

    #[test]
    fn similarity_counts_cells_and_sizes() {
        let expected = grid(&[&[1, 2], &[3, 4]]);
        let score = |rows: &[&[i8]]| similarity(&Value::Grid(grid(rows)), &expected);
        assert_eq!(score(&[&[1, 2], &[3, 4]]), EXACT);
        assert_eq!(score(&[&[1, 2], &[3, 0]]), 750);
        assert_eq!(score(&[&[1, 2, 0], &[3, 4, 0]]), 666);
        assert_eq!(score(&[&[9]]), 0);
        assert_eq!(similarity(&Value::Integer(3), &expected), 0);
    }

    #[test]
    fn the_best_rank_before_the_floor() {
        let rows: [[Score; 5]; 2] = [[EXACT, 900, FAILED, 0, EXACT], [900, EXACT, EXACT, 0, EXACT]];
        let scores = TaskScores {
            programs: 5,
            samples: 2,
            demos: 2,
            scores: rows.concat(),
            fuel: vec![10, 5, 1, 1, 50, 10, 5, 1, 1, 50],
            errors: Vec::new(),
        };
        let places = |floor: Option<&Total>, limit| {
            let best = scores.best(false, floor, limit);
            best.into_iter().map(|(place, _)| place).collect::<Vec<usize>>()
        };
        assert_eq!(places(None, 5), [4, 1, 0]);
        assert_eq!(places(None, 2), [4, 1]);
        let floor = Total { samples: 2, matched: 1, similarity: 1900, fuel: 20, failed: 0 };
        assert_eq!(places(Some(&floor), 5), [4, 1]);
    }
}
