//! Difference measures: programs that count what of one grid is missing in another, and how much of it outputs close.
//!
//! A measure is a program over `I` and `C` that gives an integer. Between a grid and the expected output it counts in two
//! kinds: `iz`, what the grid has and the expected output lacks, and `zo`, what the expected output has and the grid
//! lacks. An output closes a difference as far as it has less of it than the input has.

use crate::batch::{Batch, Inputs, Workspace};
use crate::grid::Grid;
use crate::machine::Limits;
use crate::program::{Builder, Node, Operation, Program};
use crate::value::Value;

/// What a measure may use on a pair of grids: views are cheap, and bred ones must be.
const LIMITS: Limits = Limits { fuel: 300_000, memory: 4 << 20 };

/// How many outputs of a sample a measure is judged by.
const MAX_JUDGED: usize = 24;

/// The largest number of measures that are run together.
pub const MAX_MEASURES: usize = 32;

/// The share of a difference that an output closes, in thousandths: 1000 for all of it, below 0 if the output has more
/// of it than the input.
pub type Closed = i16;

/// The most that an output closes.
pub const ALL_CLOSED: Closed = 1000;

/// A set of niches, a bit each.
pub type Niches = u64;

/// Difference measures as one graph, each in both kinds: niche `2 * n` is the kind `iz` of measure `n`, niche `2 * n + 1`
/// its kind `zo`.
pub struct Measures {
    batch: Batch,
}

/// How a measure does on a sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Whether it sees a difference between the input and the expected output, and none where there is none.
    pub sees: bool,
    /// How often, in thousandths, it puts two outputs in the order of their similarity to the expected one.
    pub agreement: u16,
    /// The fuel of both kinds on the input.
    pub fuel: u32,
}

impl Measures {
    /// Measures as one graph; `None` if they are more than [`MAX_MEASURES`].
    pub fn new<'p>(programs: impl IntoIterator<Item = &'p Program>) -> Option<Measures> {
        let kinds: Vec<Program> = programs.into_iter().flat_map(|iz| [iz.clone(), exchanged(iz)]).collect();
        (kinds.len() <= 2 * MAX_MEASURES).then(|| Measures { batch: Batch::new(&kinds) })
    }

    /// The number of niches, two a measure.
    pub fn niches(&self) -> usize {
        self.batch.len()
    }

    /// A place to evaluate them in.
    pub fn workspace(&self) -> Workspace<'_> {
        Workspace::new(&self.batch, LIMITS)
    }
}

/// Measures at work on one sample: what they count between its input and its expected output is known.
pub struct Gauge<'w, 'b> {
    workspace: &'w mut Workspace<'b>,
    inputs: Inputs,
    niches: Niches,
    /// What each sound niche counts between the input and the expected output.
    before: Vec<Option<i64>>,
    fuel: Vec<u64>,
}

impl<'w, 'b> Gauge<'w, 'b> {
    /// Prepares some niches of a workspace's measures for a sample.
    pub fn new(
        workspace: &'w mut Workspace<'b>,
        niches: Niches,
        (input, expected): (&Grid, &Grid),
        samples: &Value,
    ) -> Gauge<'w, 'b> {
        workspace.forget();
        let expected = Value::Grid(expected.clone());
        let inputs = Inputs { input: Value::None, samples: samples.clone(), candidate: Some(expected.clone()) };
        let mut gauge = Gauge { workspace, inputs, niches, before: Vec::new(), fuel: Vec::new() };
        let (mut none, mut before) = (vec![None; Niches::BITS as usize], vec![None; Niches::BITS as usize]);
        gauge.fuel.resize(none.len(), 0);
        gauge.count(expected, niches, |niche, count, _| none[niche] = count);
        let mut fuel = std::mem::take(&mut gauge.fuel);
        gauge.count(Value::Grid(input.clone()), niches, |niche, count, used| {
            // What sees a difference where there is none is no measure.
            before[niche] = count.filter(|_| none[niche] == Some(0));
            fuel[niche] = used;
        });
        gauge.before = before;
        gauge.fuel = fuel;
        gauge
    }

    /// The niches in which there is a difference between the input and the expected output.
    pub fn seen(&self) -> Niches {
        self.before
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > Some(0))
            .fold(0, |seen, (niche, _)| seen | 1 << niche)
    }

    /// Gives the share that an output closes in some of the niches prepared; 0 where it cannot be told.
    pub fn closed(&mut self, output: &Value, niches: Niches, mut each: impl FnMut(usize, Closed)) {
        let before = std::mem::take(&mut self.before);
        self.count(output.clone(), niches & self.niches, |niche, after, _| {
            each(niche, before[niche].zip(after).map_or(0, |(before, after)| share_closed(before, after)));
        });
        self.before = before;
    }

    /// How a measure does on the sample; `None` if not both of its kinds were prepared. `outputs` are the similarity and
    /// the share closed, over both kinds, of those that were measured.
    pub fn standing(&self, measure: usize, outputs: &[(u16, i32)]) -> Option<Standing> {
        let kinds = [2 * measure, 2 * measure + 1];
        kinds.iter().all(|&niche| self.niches >> niche & 1 == 1).then(|| Standing {
            sees: kinds.iter().all(|&niche| self.before[niche].is_some())
                && kinds.iter().any(|&niche| self.before[niche] > Some(0)),
            agreement: agreement(&outputs[..outputs.len().min(MAX_JUDGED)]),
            fuel: kinds.iter().map(|&niche| u32::try_from(self.fuel[niche]).unwrap_or(u32::MAX)).sum(),
        })
    }

    fn count(&mut self, grid: Value, niches: Niches, mut each: impl FnMut(usize, Option<i64>, u64)) {
        self.inputs.input = grid;
        let wanted = (0..Niches::BITS as usize).filter(|niche| niches >> niche & 1 == 1);
        self.workspace.run_on(wanted, &self.inputs, |niche, evaluation| {
            let count = match evaluation.result {
                Ok(Value::Integer(count)) => Some(count).filter(|count| *count >= 0),
                _ => None,
            };
            each(niche, count, evaluation.used.fuel);
        });
    }
}

/// The share of a difference that is closed where `before` of it becomes `after`.
fn share_closed(before: i64, after: i64) -> Closed {
    let most = i128::from(before.max(after));
    if most == 0 {
        return 0;
    }
    (1000 * (i128::from(before) - i128::from(after)) / most) as Closed
}

/// How often outputs stand in the order of their similarity by what they close; half a time where they close the same.
fn agreement(outputs: &[(u16, i32)]) -> u16 {
    let (mut pairs, mut halves) = (0, 0);
    for (index, left) in outputs.iter().enumerate() {
        for right in &outputs[..index] {
            let by_similarity = left.0.cmp(&right.0);
            if by_similarity.is_ne() {
                pairs += 1;
                let by_measure = left.1.cmp(&right.1);
                halves += if by_measure == by_similarity { 2 } else { u32::from(by_measure.is_eq()) };
            }
        }
    }
    if pairs == 0 {
        return 0;
    }
    (500 * halves / pairs) as u16
}

/// The measure of the other kind: `I` and `C` exchanged.
fn exchanged(program: &Program) -> Program {
    let mut builder = Builder::new();
    let mut numbers = Vec::with_capacity(program.nodes().len());
    for node in program.nodes() {
        let operation = match &node.operation {
            Operation::Input => Operation::Candidate,
            Operation::Candidate => Operation::Input,
            other => other.clone(),
        };
        let arguments = node.arguments.iter().map(|id| numbers[id.index()]).collect();
        numbers.push(builder.add(Node { operation, arguments }));
    }
    builder.program(numbers[program.result().index()])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[i8]]) -> Grid {
        Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("a rectangle")
    }

    const PALETTE: &str = "size(difference(palette(I), palette(C)))";

    /// What each output closes, niche by niche, of a sample whose input has 1, 2 and 3 too many and lacks 4.
    fn closed(texts: &[&str], outputs: &[&[&[i8]]]) -> Vec<Closed> {
        let programs: Vec<Program> = texts.iter().map(|text| Program::parse(text).expect("a program")).collect();
        let measures = Measures::new(&programs).expect("few measures");
        let mut workspace = measures.workspace();
        let niches = (1 << measures.niches()) - 1;
        let pair = (&grid(&[&[1, 2], &[3, 0]]), &grid(&[&[0, 4], &[4, 0]]));
        let mut gauge = Gauge::new(&mut workspace, niches, pair, &Value::empty_tuple());
        let mut found = Vec::new();
        for output in outputs {
            gauge.closed(&Value::Grid(grid(output)), niches, |_, closed| found.push(closed));
        }
        found
    }

    #[test]
    fn both_kinds_are_measured_against_the_expected_output() {
        let outputs: [&[&[i8]]; 4] = [&[&[1, 2], &[3, 0]], &[&[0, 2], &[0, 0]], &[&[0, 4], &[0, 0]], &[&[5, 6]]];
        assert_eq!(closed(&[PALETTE], &outputs), [0, 0, 666, 0, 1000, 1000, 333, -500]);
    }

    #[test]
    fn a_measure_that_sees_a_difference_where_there_is_none_closes_nothing() {
        assert_eq!(closed(&["add(ONE, size(difference(palette(I), palette(C))))"], &[&[&[0, 4], &[4, 0]]]), [0, 0]);
    }

    #[test]
    fn a_failing_measure_closes_nothing_and_spoils_no_other() {
        let failing = "first(remove(ZERO, difference(palette(I), palette(C))))";
        assert_eq!(closed(&[failing, PALETTE], &[&[&[0, 4], &[4, 0]]]), [0, 0, 1000, 1000]);
    }

    #[test]
    fn agreement_counts_pairs_in_order() {
        assert_eq!(agreement(&[(900, 5), (500, 3), (100, 1)]), 1000);
        assert_eq!(agreement(&[(900, 1), (500, 3), (100, 5)]), 0);
        assert_eq!(agreement(&[(900, 1), (500, 1)]), 500);
        assert_eq!(agreement(&[(900, 1), (900, 2)]), 0);
    }
}
