//! Niches: which programs close most of a difference on a task, found while measuring no more than that needs.
//!
//! A niche is a difference measure in one of its kinds; see [`crate::difference`]. What a program closes there is the least
//! share that it closes on any sample that has such a difference: what it does must be right for all. A program is
//! measured sample by sample, in the niches in which it may still outrank what holds the place, and no further. What is
//! found is what measuring everything would find.

use std::cmp::Reverse;
use std::ops::Range;

use crate::batch::Workspace;
use crate::difference::{Closed, Gauge, Niches, ALL_CLOSED};
use crate::scoreboard::{Outputs, TaskScores, Total};
use crate::task::Task;
use crate::value::Value;

/// The share of a difference that was not measured, because nothing depends on it.
pub const UNMEASURED: Closed = Closed::MIN;

/// How many programs of a task are measured in one go; more are shared out among the threads.
pub const MAX_PROGRAMS: usize = 256;

/// A program in a niche of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Elite {
    /// The niche.
    pub niche: usize,
    /// The program's position among those run.
    pub place: usize,
    /// The least share that it closes on any sample, in thousandths.
    pub closed: i32,
    /// What it reached on the task.
    pub total: Total,
}

impl Elite {
    /// The order in a niche, best first: difference closed, then as on the task's board.
    pub fn rank(&self) -> impl Ord {
        rank(self.closed, &self.total)
    }
}

fn rank(closed: i32, total: &Total) -> (Reverse<i32>, (Reverse<u32>, Reverse<u32>, u64)) {
    (Reverse(closed), total.rank())
}

/// What is to be outranked in a niche.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NicheFloor {
    /// The difference that its elite closes.
    pub closed: i32,
    /// What its elite reached on the task.
    pub total: Total,
}

/// How a measure does on a task, summed over the samples it was judged on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MeasureTotal {
    /// The number of samples it was judged on.
    pub samples: u32,
    /// On how many of them it sees the difference that there is, and none where there is none.
    pub sees: u32,
    /// The sum of its agreement with similarity, in thousandths a sample.
    pub agreement: u32,
    /// The fuel it used on the inputs.
    pub fuel: u64,
}

/// Programs of a task that contend for its niches.
pub(crate) struct Contest<'a> {
    pub task: usize,
    pub programs: Range<usize>,
    pub scores: &'a TaskScores,
    /// What each of the task's programs reached.
    pub totals: &'a [Total],
    /// The distinct outputs of each sample.
    pub distinct: &'a [Outputs],
    /// What is to be outranked in each niche.
    pub floors: &'a [Option<NicheFloor>],
    pub with_test: bool,
}

/// What a contest came to.
#[derive(Default)]
pub(crate) struct Findings {
    /// The shares closed on each sample on which some were measured; see [`TaskScores::closed`].
    pub closed: Vec<Shares>,
    pub elites: Vec<Elite>,
    pub measures: Vec<MeasureTotal>,
    /// How many outputs were measured.
    pub measured: u64,
}

/// The shares that some of a sample's distinct outputs close.
pub(crate) struct Shares {
    pub sample: usize,
    /// The outputs in ascending order.
    pub outputs: Vec<usize>,
    /// Those of each output in every niche, at `position * niches + niche`.
    pub closed: Vec<Closed>,
}

impl Shares {
    fn unmeasured(sample: usize, mut outputs: Vec<usize>, niches: usize) -> Shares {
        outputs.sort_unstable();
        outputs.dedup();
        let closed = vec![UNMEASURED; outputs.len() * niches];
        Shares { sample, outputs, closed }
    }

    /// The position of an output that is among these.
    fn position(&self, output: usize) -> usize {
        self.outputs.partition_point(|&other| other < output)
    }
}

/// A program that is still in the running for some niches.
struct Contender {
    place: usize,
    total: Total,
    niches: Niches,
    closed: Vec<i32>,
}

impl Contender {
    /// Leaves the niches in which it comes too late, or closes nothing.
    fn prune(&mut self, floors: &[Option<NicheFloor>]) {
        for niche in bits(self.niches) {
            let closed = self.closed[niche];
            let is_late =
                floors[niche].is_some_and(|floor| rank(closed, &self.total) >= rank(floor.closed, &floor.total));
            if closed <= 0 || is_late {
                self.niches &= !(1 << niche);
            }
        }
    }
}

impl Contest<'_> {
    /// Measures what must be measured to know who takes the niches.
    pub fn run(&self, niches: usize, workspace: &mut Workspace<'_>, task: &Task, pairs: &Value) -> Findings {
        let mut findings = Findings { measures: vec![MeasureTotal::default(); niches / 2], ..Findings::default() };
        if self.floors.len() != niches {
            return findings;
        }
        let mut samples: Vec<(usize, _, _)> = task
            .samples()
            .enumerate()
            .take(if self.with_test { task.len() } else { task.demo.len() })
            .filter_map(|(index, sample)| Some((index, &sample.input, sample.output.as_ref()?)))
            .collect();
        // What is found on a small sample spares the measuring of large ones.
        samples.sort_by_key(|(_, input, output)| input.height() * input.width() + output.height() * output.width());
        let indices: Vec<usize> = samples.iter().map(|(index, ..)| *index).collect();
        let mut contenders = self.contenders(niches, &indices);
        let mut seen: Niches = 0;
        for &(sample, input, expected) in &samples {
            let output = |contender: &Contender| self.output(sample, contender.place);
            let mut shares = Shares::unmeasured(sample, contenders.iter().map(output).collect(), niches);
            let mut wanted: Vec<Niches> = vec![0; shares.outputs.len()];
            for contender in &contenders {
                wanted[shares.position(output(contender))] |= contender.niches;
            }
            let all = wanted.iter().fold(0, |all, niches| all | niches);
            if all == 0 {
                break;
            }
            let mut gauge = Gauge::new(workspace, all, (input, expected), pairs);
            // Where there is no difference, there is nothing to close.
            let here = gauge.seen();
            seen |= here;
            let distinct = &self.distinct[sample];
            for (position, wanted) in wanted.iter().enumerate().filter(|(_, wanted)| **wanted & here != 0) {
                let (output, row) = (&distinct[shares.outputs[position]].0, position * niches);
                gauge.closed(output, wanted & here, |niche, share| shares.closed[row + niche] = share);
                findings.measured += 1;
            }
            judge(&gauge, niches, distinct, &shares, &mut findings.measures);
            for contender in &mut contenders {
                let row = shares.position(self.output(sample, contender.place)) * niches;
                for niche in bits(contender.niches & here) {
                    let share = i32::from(shares.closed[row + niche]);
                    contender.closed[niche] = contender.closed[niche].min(share);
                }
                contender.prune(self.floors);
            }
            contenders.retain(|contender| contender.niches != 0);
            findings.closed.push(shares);
        }
        for contender in &mut contenders {
            contender.niches &= seen;
        }
        findings.elites = elites(niches, &contenders);
        findings
    }

    /// The programs that fail on no sample, give grids, and may take a place.
    fn contenders(&self, niches: usize, samples: &[usize]) -> Vec<Contender> {
        let every = if niches == Niches::BITS as usize { Niches::MAX } else { (1 << niches) - 1 };
        let start = |place: usize| {
            let closed = vec![i32::from(ALL_CLOSED); niches];
            let mut contender = Contender { place, total: self.totals[place], niches: every, closed };
            contender.prune(self.floors);
            contender
        };
        let gives_grids =
            |place: usize| samples.iter().all(|&sample| self.output(sample, place) < self.distinct[sample].len());
        let runs = |place: &usize| self.totals[*place].failed == 0 && gives_grids(*place);
        self.programs.clone().filter(runs).map(start).filter(|contender| contender.niches != 0).collect()
    }

    fn output(&self, sample: usize, place: usize) -> usize {
        self.scores.outputs[sample * self.scores.programs + place] as usize
    }
}

/// Judges the measures by those outputs of a sample that were measured in each kind that sees a difference.
fn judge(gauge: &Gauge<'_, '_>, niches: usize, distinct: &Outputs, shares: &Shares, totals: &mut [MeasureTotal]) {
    let seen = gauge.seen();
    let mut judged = Vec::new();
    for (measure, total) in totals.iter_mut().enumerate() {
        judged.clear();
        judged.extend(shares.outputs.iter().zip(shares.closed.chunks(niches)).filter_map(|(&output, closed)| {
            let kinds = [2 * measure, 2 * measure + 1].into_iter().filter(|niche| seen >> niche & 1 == 1);
            let shares = kinds.map(|niche| closed[niche]);
            let all: Option<i32> = shares.map(|share| (share != UNMEASURED).then_some(i32::from(share))).sum();
            all.map(|closed| (distinct[output].1, closed))
        }));
        if let Some(standing) = gauge.standing(measure, &judged) {
            total.samples += 1;
            total.sees += u32::from(standing.sees);
            total.agreement += if standing.sees { u32::from(standing.agreement) } else { 0 };
            total.fuel += u64::from(standing.fuel);
        }
    }
}

/// The first of those that are best in each niche.
fn elites(niches: usize, contenders: &[Contender]) -> Vec<Elite> {
    let best = |niche: usize| {
        let entered = contenders.iter().filter(|contender| contender.niches >> niche & 1 == 1);
        let elite = |contender: &Contender| Elite {
            niche,
            place: contender.place,
            closed: contender.closed[niche],
            total: contender.total,
        };
        entered.map(elite).min_by_key(|elite| rank(elite.closed, &elite.total))
    };
    (0..niches).filter_map(best).collect()
}

/// The niches of a set.
fn bits(mut niches: Niches) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let next = niches.trailing_zeros() as usize;
        niches &= niches.wrapping_sub(1);
        (next < Niches::BITS as usize).then_some(next)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::Batch;
    use crate::difference::Measures;
    use crate::grid::Grid;
    use crate::machine::Limits;
    use crate::parallel::Progress;
    use crate::program::Program;
    use crate::scoreboard::{Assignment, Measuring, Scoreboard, Scoring};
    use crate::task::Sample;

    fn grid(rows: &[&[i8]]) -> Grid {
        Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("a rectangle")
    }

    /// A task whose outputs lack the inputs' 1, 2 and 3 and have a 4 that the inputs lack.
    fn task() -> Task {
        let sample = |input: &[&[i8]], output: &[&[i8]]| Sample { input: grid(input), output: Some(grid(output)) };
        Task {
            demo: vec![sample(&[&[1, 2], &[3, 0]], &[&[0, 4], &[4, 0]]), sample(&[&[1, 1]], &[&[4, 0]])],
            test: vec![Sample { input: grid(&[&[1]]), output: None }],
        }
    }

    fn board(threads: usize, floors: &[Option<Vec<Option<NicheFloor>>>]) -> Scoreboard {
        let texts = [
            "I",
            "replace(I, ONE, FOUR)",
            "first(vsplit(I, 0))",
            "replace(replace(I, TWO, FOUR), THREE, FOUR)",
            "replace(replace(I, ONE, FOUR), ZERO, FOUR)",
        ];
        let programs = texts.map(|text| Program::parse(text).expect("a program"));
        let measure = Program::parse("size(difference(palette(I), palette(C)))").expect("a measure");
        let measures = Measures::new(&[measure]).expect("one measure");
        let how = Scoring {
            assignment: &Assignment::All,
            limits: Limits::default(),
            keep_errors: false,
            threads,
            measuring: Some(Measuring { measures: &measures, floors, with_test: false }),
        };
        Scoreboard::new(&Batch::new(&programs), &[task()], &how, &Progress::new())
    }

    fn found(floors: [Option<NicheFloor>; 2]) -> Vec<(usize, usize, i32)> {
        let board = board(1, &[Some(floors.to_vec())]);
        board.tasks[0].elites.iter().map(|elite| (elite.niche, elite.place, elite.closed)).collect()
    }

    #[test]
    fn programs_that_close_a_difference_are_found_in_the_same_pass() {
        let scored = board(1, &[Some(vec![None, None])]);
        let scores = &scored.tasks[0];
        // The colours that the expected outputs have and the input lacks, of two samples.
        let zo = |program| (0..3).map(|sample| scores.closed(sample, program, 1)).collect::<Vec<_>>();
        assert_eq!(zo(1), [Some(1000), Some(500), None]);
        assert_eq!(zo(2), [None, None, None], "it fails");
        assert_eq!(zo(3), [None, Some(0), None], "the smaller sample is enough to know");
        assert_eq!(scores.measures[0].sees, 2);
        assert_eq!(board(2, &[Some(vec![None, None])]).tasks[0], *scores);
        let unmeasured = board(1, &[None]);
        assert_eq!((unmeasured.measured, unmeasured.tasks[0].elites.len()), (0, 0));
    }

    #[test]
    fn floors_are_outranked_by_difference_closed_then_as_on_the_board() {
        let floor = |closed, similarity| Some(NicheFloor { closed, total: Total { similarity, ..Total::default() } });
        assert_eq!(found([None, None]), [(0, 1, 333), (1, 1, 500)]);
        assert_eq!(found([None, floor(500, 0)]), [(0, 1, 333), (1, 1, 500)]);
        assert_eq!(found([None, floor(500, 3000)]), [(0, 1, 333)]);
        assert_eq!(found([None, floor(501, 0)]), [(0, 1, 333)]);
    }

    #[test]
    fn what_cannot_take_a_place_is_not_measured() {
        let most = Some(NicheFloor { closed: 1000, total: Total { matched: 9, ..Total::default() } });
        assert_eq!(board(1, &[Some(vec![most, most])]).measured, 0);
    }
}
