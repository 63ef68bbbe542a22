//! How far a program that solves all demo samples is doubted: by what else would have been found, and by what it gives.
//!
//! A program that fits by chance is given away by rivals, shorter programs that fit all pairs but one, and by outputs for
//! the test inputs that lack what all demo pairs have in common. What such signs are worth is measured on training tasks
//! alone, each demo pair of a task standing in for its test once.

use super::likeness::{Colours, Likeness};
use super::{view, Proposal};
use crate::grid::Grid;
use crate::machine::Limits;
use crate::primitives::completion::image;
use crate::task::{Sample, Task};

/// What it adds to the description length, in bits, that some pair is needed to tell a program from a shorter rival, and
/// what each such pair adds to that.
const RIVAL_BITS: u32 = 8;
const EACH_RIVAL_BITS: u32 = 3;

/// What each way adds in which an output is unlike the demo pairs, in bits.
const UNLIKE_BITS: u32 = 25;

/// The strategies that try so many expressions on each other that some fit by chance, and what that adds, in bits.
const BROAD: &[&str] = &["transform", "enumerate"];
const BROAD_BITS: u32 = 32;

/// What is to be added to the description length of a program that solves all demo samples, in bits.
pub(super) fn doubt(task: &Task, likeness: &Likeness, proposal: &Proposal) -> u32 {
    // One of two pairs alone tells little from much that fits it.
    let rivals = if task.demo.len() > 2 { proposal.rivals } else { proposal.rivals.saturating_sub(1) } as u32;
    let by_rivals = if rivals > 0 { RIVAL_BITS + EACH_RIVAL_BITS * rivals } else { 0 };
    let by_strategy = if BROAD.contains(&proposal.strategy) { BROAD_BITS } else { 0 };
    by_strategy + by_rivals + UNLIKE_BITS * likeness.ways_unlike(&task.test, &proposal.outputs)
}

/// What it adds to the description length, in bits, that a program does not do to a turned grid what it does to the
/// grid itself: upside down, mirrored from left to right, and along the diagonal.
const TURN_BITS: &[(i8, u32)] = &[(1, 6), (2, 6), (4, 10)];

/// The same where two colours are exchanged that do not occur in all demo pairs.
const COLOUR_BITS: u32 = 30;

/// How many programs are put to the test.
const MAX_TURNED: usize = 12;

/// What one run of such a program may use.
const TURNED_LIMITS: Limits = Limits { fuel: 3_000_000, memory: 16 << 20 };

/// Adds to the cost of programs that solve all demo samples, where these do not agree on the test inputs, what speaks
/// against each: that it does otherwise when the grids are turned or rare colours are exchanged.
pub(super) fn doubt_one_sided(task: &Task, proposals: &mut [Proposal]) {
    let whole = proposals.iter().take(MAX_TURNED).take_while(|proposal| proposal.matched == task.demo.len()).count();
    let proposals = &mut proposals[..whole];
    if proposals.iter().all(|proposal| proposal.outputs == proposals[0].outputs) {
        return;
    }
    let turns = TURN_BITS.iter().map(|&(turn, bits)| (Change::Turn(turn), bits));
    let exchange = rare_colours(task).map(|(a, b)| (Change::Exchange(a, b), COLOUR_BITS));
    let changes: Vec<(Change, u32)> = turns.chain(exchange).collect();
    for proposal in proposals {
        let bits = changes.iter().filter(|(change, _)| !change.is_followed(task, proposal)).map(|&(_, bits)| bits);
        proposal.cost += bits.sum::<u32>();
    }
}

/// A change to all grids of a task that many programs follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// An image, by its number.
    Turn(i8),
    /// Two colours exchanged.
    Exchange(i8, i8),
}

impl Change {
    fn of(self, grid: &Grid) -> Option<Grid> {
        match self {
            Change::Turn(turn) => image(grid, turn),
            Change::Exchange(a, b) => Some(grid.edited(|cells| {
                for cell in cells {
                    *cell = if *cell == a {
                        b
                    } else if *cell == b {
                        a
                    } else {
                        *cell
                    };
                }
            })),
        }
    }

    /// Whether a program gives for all changed inputs what it gave, changed likewise.
    fn is_followed(self, task: &Task, proposal: &Proposal) -> bool {
        let given = task.demo.iter().map(|sample| &sample.output).chain(&proposal.outputs);
        let pairs: Option<Vec<(Grid, Grid)>> = task
            .samples()
            .zip(given)
            .map(|(sample, output)| Some((self.of(&sample.input)?, self.of(output.as_ref()?)?)))
            .collect();
        let Some(pairs) = pairs else {
            return false;
        };
        let outputs = view::outputs_within(&proposal.program, pairs.iter().map(|(input, _)| input), TURNED_LIMITS);
        pairs.iter().zip(outputs).all(|((_, expected), output)| output.as_ref() == Some(expected))
    }
}

/// Two colours that may be exchanged, as one of them does not occur in all demo pairs; black never is.
fn rare_colours(task: &Task) -> Option<(i8, i8)> {
    let pair = |sample: &Sample| {
        let output = sample.output.as_ref().map_or(Colours::default(), Colours::of);
        Colours::of(&sample.input).with(output)
    };
    let common = task.demo.iter().map(pair).fold(Colours(u16::MAX), |all, own| Colours(all.0 & own.0));
    let seen = task.samples().map(pair).fold(Colours::default(), Colours::with);
    let has = |colours: Colours, colour: i8| colours.0 >> colour & 1 == 1;
    let rare: Vec<i8> = (1..10).filter(|&colour| has(seen, colour) && !has(common, colour)).collect();
    let unseen = (1..10).find(|&colour| !has(seen, colour));
    Some((*rare.first()?, rare.get(1).copied().or(unseen)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Program;
    use crate::search::testing::{grid, task};

    fn proposal(rivals: usize, output: &str) -> Proposal {
        Proposal {
            program: Program::parse("I").expect("a program"),
            strategy: "rules",
            cost: 1,
            rivals,
            matched: 3,
            similarity: 1000,
            fuel: 0,
            outputs: vec![Some(grid(output))],
        }
    }

    fn doubted(task: &Task, proposal: &Proposal) -> u32 {
        doubt(task, &Likeness::of(task), proposal)
    }

    fn recoloured() -> Task {
        task(&[("10/00", "20/00"), ("01/00", "02/00"), ("00/01", "00/02"), ("10/01", "20/02")])
    }

    #[test]
    fn outputs_like_the_demo_outputs_are_not_doubted() {
        assert_eq!(doubted(&recoloured(), &proposal(0, "20/02")), 0);
    }

    #[test]
    fn strange_outputs_are_doubted_for_each_way_in_which_they_are_strange() {
        // A colour from nowhere, which no demo pair gains; three colours, a part more, and two colours painted.
        assert_eq!(doubted(&recoloured(), &proposal(0, "30/02")), 5 * UNLIKE_BITS);
    }

    #[test]
    fn broad_strategies_are_doubted() {
        let broad = Proposal { strategy: "transform", ..proposal(0, "20/02") };
        assert_eq!(doubted(&recoloured(), &broad), BROAD_BITS);
    }

    #[test]
    fn programs_that_mind_turns_or_colours_are_doubted() {
        let task = task(&[("10/00", "30/00"), ("01/00", "03/00"), ("20/00", "30/00"), ("00/02", "00/03")]);
        let with = |text: &str, output: &str| Proposal {
            program: Program::parse(text).expect("a program"),
            ..proposal(0, output)
        };
        let even = with("replace(replace(I, ONE, THREE), TWO, THREE)", "00/03");
        let mut proposals = [even.clone(), with("vmirror(I)", "00/30")];
        proposals[0].matched = 3;
        assert_eq!(rare_colours(&task), Some((1, 2)));
        doubt_one_sided(&task, &mut proposals);
        assert_eq!(proposals[0].cost, even.cost);
        // What is mirrored when it should not be follows no turn of what it is said to have given.
        let all: u32 = COLOUR_BITS + TURN_BITS.iter().map(|&(_, bits)| bits).sum::<u32>();
        assert_eq!(proposals[1].cost, 1 + all);
        let mut alike = [even.clone(), even.clone()];
        doubt_one_sided(&task, &mut alike);
        assert_eq!(alike[1].cost, even.cost);
    }

    #[test]
    fn rivals_raise_doubt() {
        let task = recoloured();
        assert_eq!(doubted(&task, &proposal(2, "20/02")), RIVAL_BITS + 2 * EACH_RIVAL_BITS);
        let two = Task { demo: task.demo[..2].to_vec(), ..task };
        assert_eq!(doubted(&two, &proposal(1, "20/02")), 0);
        assert_eq!(doubted(&two, &proposal(2, "20/02")), RIVAL_BITS + EACH_RIVAL_BITS);
    }
}
