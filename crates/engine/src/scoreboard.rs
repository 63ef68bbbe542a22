//! Scores of programs on samples, as dense arrays.

#[cfg(test)]
mod tests;
mod validation;

use std::cmp::Reverse;
use std::time::{Duration, Instant};

use rustc_hash::FxHashMap;

use crate::batch::{Batch, Evaluation, Inputs, Workspace};
use crate::difference::{Closed, Measures};
use crate::grid::Grid;
use crate::machine::Limits;
use crate::niche::{self, Contest, Elite, MeasureTotal, NicheFloor, UNMEASURED};
use crate::parallel::{sweep, Progress};
use crate::similarity::similarity;
use crate::task::{Sample, Task};
use crate::value::Value;

pub use validation::{validate, Validation};

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
    /// Which of a sample's distinct outputs each program gave, laid out alike, `u32::MAX` if it is not to be measured;
    /// empty if the task was not measured.
    pub outputs: Vec<u32>,
    /// The number of niches; 0 if the task was not measured.
    pub niches: usize,
    /// The share that each sample's distinct outputs close in each niche, at `output * niches + niche`, [`UNMEASURED`]
    /// where that was not needed.
    pub closed: Vec<Vec<Closed>>,
    /// The programs that take a place in a niche.
    pub elites: Vec<Elite>,
    /// How each measure did.
    pub measures: Vec<MeasureTotal>,
}

/// The cells of the largest answer in ARC.
const MAX_ANSWER: usize = 30 * 30;

/// Stands for an output that is not to be measured.
const NO_OUTPUT: u32 = u32::MAX;

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
    /// How many outputs were measured.
    pub measured: u64,
    /// How long the measuring took, and how long its workers were busy with it in all.
    pub measuring: (Duration, Duration),
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
    /// The difference measures to apply to the outputs.
    pub measuring: Option<Measuring<'a>>,
}

/// How outputs are measured.
#[derive(Clone, Copy)]
pub struct Measuring<'a> {
    /// The difference measures.
    pub measures: &'a Measures,
    /// For each task what is to be outranked in each niche; `None` if the task is not to be measured.
    pub floors: &'a [Option<Vec<Option<NicheFloor>>>],
    /// Whether the outputs of test samples count too, where they are known.
    pub with_test: bool,
}

impl Measuring<'_> {
    fn floors(&self, task: usize) -> Option<&[Option<NicheFloor>]> {
        self.floors.get(task)?.as_deref()
    }
}

/// One sample's share of a task's scores.
#[derive(Default)]
struct SampleScores {
    scores: Vec<Score>,
    fuel: Vec<u32>,
    errors: Vec<Option<String>>,
    /// The distinct outputs and which of them each program gave, if they are to be measured.
    distinct: Vec<Value>,
    outputs: Vec<u32>,
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
                score_sample(workspace, sample, &inputs, how, (task, batch.len()), progress)
            },
        );
        let mut results = swept.results.into_iter();
        let mut scored = Vec::with_capacity(tasks.len());
        let mut outputs = Vec::new();
        let mut evaluations = 0;
        for (index, task) in tasks.iter().enumerate() {
            let samples: Vec<SampleScores> = results.by_ref().take(task.len()).collect();
            if samples.len() < task.len() {
                break;
            }
            let (task_scores, distinct) = TaskScores::gather(
                samples,
                task.demo.len(),
                how.measuring.is_some_and(|measuring| measuring.floors(index).is_some()),
            );
            evaluations += task_scores.scores.len() as u64;
            scored.push(task_scores);
            outputs.push(distinct);
        }
        let mut board =
            Scoreboard { tasks: scored, evaluations, busy: swept.busy, measured: 0, measuring: Default::default() };
        if let Some(measuring) = how.measuring {
            board.measure(measuring, tasks, &outputs, &pairs, how.threads, progress);
        }
        board
    }

    /// Measures the distinct outputs that the sweep left behind; no program is run again.
    fn measure(
        &mut self,
        how: Measuring<'_>,
        tasks: &[Task],
        outputs: &[Vec<Outputs>],
        pairs: &[Value],
        threads: usize,
        progress: &Progress,
    ) {
        let start = Instant::now();
        let totals: Vec<Vec<Total>> = self
            .tasks
            .iter()
            .enumerate()
            .map(|(task, scores)| how.floors(task).map_or_else(Vec::new, |_| scores.totals(how.with_test)))
            .collect();
        let contests: Vec<Contest<'_>> = self
            .tasks
            .iter()
            .enumerate()
            .filter_map(|(task, scores)| Some((task, scores, how.floors(task)?, &totals[task])))
            .flat_map(|(task, scores, floors, totals)| {
                let contest = move |start| Contest {
                    task,
                    programs: start..(start + niche::MAX_PROGRAMS).min(scores.programs),
                    scores,
                    totals,
                    distinct: &outputs[task],
                    floors,
                    with_test: how.with_test,
                };
                (0..scores.programs).step_by(niche::MAX_PROGRAMS).map(contest)
            })
            .collect();
        let swept = sweep(
            threads,
            contests.len(),
            progress,
            || how.measures.workspace(),
            |workspace, job| {
                let task = contests[job].task;
                (task, contests[job].run(how.measures.niches(), workspace, &tasks[task], &pairs[task]))
            },
        );
        drop(contests);
        for (task, findings) in swept.results {
            self.measured += findings.measured;
            self.tasks[task].take(how.measures.niches(), findings);
        }
        for (busy, more) in self.busy.iter_mut().zip(&swept.busy) {
            *busy += *more;
        }
        self.measuring = (start.elapsed(), swept.busy.iter().sum());
    }
}

/// The distinct outputs of a sample that are to be measured, with their similarity.
pub(crate) type Outputs = Vec<(Value, Score)>;

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
        // A program that fails on an input is of no use there, whether or not the output is known.
        for (index, _) in self.scores.iter().enumerate().skip(samples * self.programs).filter(|(_, s)| **s == FAILED) {
            totals[index % self.programs].failed += 1;
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

    /// The share of a difference that a program closes on a sample; `None` if it was not measured.
    pub fn closed(&self, sample: usize, program: usize, niche: usize) -> Option<Closed> {
        let output = *self.outputs.get(sample * self.programs + program)? as usize;
        let place = output.checked_mul(self.niches)?.checked_add(niche)?;
        self.closed.get(sample)?.get(place).copied().filter(|closed| *closed != UNMEASURED)
    }

    /// Takes in what some of the programs came to in the niches.
    fn take(&mut self, niches: usize, findings: niche::Findings) {
        self.niches = niches;
        self.closed.resize(self.samples, Vec::new());
        for shares in findings.closed {
            let whole = &mut self.closed[shares.sample];
            let rows = shares.outputs.last().map_or(0, |last| last + 1);
            whole.resize(whole.len().max(rows * niches), UNMEASURED);
            for (output, row) in shares.outputs.iter().zip(shares.closed.chunks(niches)) {
                let known = &mut whole[output * niches..][..niches];
                known
                    .iter_mut()
                    .zip(row)
                    .filter(|(_, share)| **share != UNMEASURED)
                    .for_each(|(all, share)| *all = *share);
            }
        }
        for elite in findings.elites {
            match self.elites.iter_mut().find(|held| held.niche == elite.niche) {
                Some(held) if elite.rank() < held.rank() => *held = elite,
                Some(_) => {}
                None => self.elites.push(elite),
            }
        }
        self.elites.sort_by_key(|elite| elite.niche);
        if self.measures.is_empty() {
            self.measures = findings.measures;
        }
    }

    /// The scores of a task's samples, and the outputs that are to be measured: those of programs that fail on none.
    fn gather(samples: Vec<SampleScores>, demos: usize, measured: bool) -> (TaskScores, Vec<Outputs>) {
        let programs = samples.first().map_or(0, |sample| sample.scores.len());
        let mut gathered = TaskScores {
            programs,
            samples: samples.len(),
            demos,
            scores: Vec::with_capacity(programs * samples.len()),
            fuel: Vec::with_capacity(programs * samples.len()),
            errors: Vec::new(),
            outputs: Vec::new(),
            niches: 0,
            closed: Vec::new(),
            elites: Vec::new(),
            measures: Vec::new(),
        };
        let mut measurable = Vec::new();
        if measured {
            let runs = |program: usize| samples.iter().all(|sample| sample.scores[program] != FAILED);
            let runs: Vec<bool> = (0..programs).map(runs).collect();
            gathered.outputs.reserve(programs * samples.len());
            measurable.extend(samples.iter().map(|sample| sample.measurable(&runs, &mut gathered.outputs)));
        }
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
        (gathered, measurable)
    }
}

impl SampleScores {
    /// The distinct outputs of the programs that run everywhere; their numbers are appended to `numbers`.
    fn measurable(&self, runs: &[bool], numbers: &mut Vec<u32>) -> Outputs {
        let mut renumbered = vec![NO_OUTPUT; self.distinct.len()];
        let mut outputs = Outputs::new();
        for (program, &runs) in runs.iter().enumerate() {
            let number = match self.outputs.get(program) {
                Some(&output) if runs && output != NO_OUTPUT => {
                    let number = &mut renumbered[output as usize];
                    if *number == NO_OUTPUT {
                        *number = outputs.len() as u32;
                        outputs.push((self.distinct[output as usize].clone(), self.scores[program]));
                    }
                    *number
                }
                _ => NO_OUTPUT,
            };
            numbers.push(number);
        }
        outputs
    }
}

/// How a program did on a sample.
fn score(evaluation: &Evaluation, sample: &Sample) -> Score {
    match (&evaluation.result, &sample.output) {
        (Err(_), _) => FAILED,
        (Ok(_), None) => UNKNOWN,
        (Ok(value), Some(expected)) => similarity(value, expected),
    }
}

fn score_sample(
    workspace: &mut Workspace<'_>,
    sample: &Sample,
    inputs: &Inputs,
    how: &Scoring<'_>,
    (task, programs): (usize, usize),
    progress: &Progress,
) -> SampleScores {
    let mut scores = SampleScores::default();
    let mut known: FxHashMap<Value, u32> = FxHashMap::default();
    // A grid larger than any answer is not kept: a few programs that scale grids up would take most of the memory.
    let cells = |grid: &Grid| grid.height() * grid.width();
    let most_cells = sample.output.as_ref().map_or(0, cells).max(MAX_ANSWER);
    let is_measured =
        sample.output.is_some() && how.measuring.is_some_and(|measuring| measuring.floors(task).is_some());
    let mut each = |_: usize, evaluation: Evaluation| {
        scores.scores.push(score(&evaluation, sample));
        scores.fuel.push(u32::try_from(evaluation.used.fuel).unwrap_or(u32::MAX));
        if is_measured {
            scores.outputs.push(match &evaluation.result {
                Ok(value @ Value::Grid(grid)) if cells(grid) <= most_cells => {
                    *known.entry(value.clone()).or_insert_with(|| {
                        scores.distinct.push(value.clone());
                        scores.distinct.len() as u32 - 1
                    })
                }
                _ => NO_OUTPUT,
            });
        }
        if how.keep_errors {
            scores.errors.push(evaluation.result.err().map(|error| error.to_string()));
        }
    };
    // A large batch takes seconds on one sample.
    let goes_on = |_: &usize| !progress.is_cancelled();
    match how.assignment {
        Assignment::All => workspace.run((0..programs).take_while(goes_on), inputs, &mut each),
        Assignment::PerTask(lists) => {
            workspace.run(lists[task].iter().copied().take_while(goes_on), inputs, &mut each);
        }
    }
    scores
}
