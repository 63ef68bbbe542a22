//! How far a program that solves all demo samples is doubted: by what else would have been found, and by what it gives.
//!
//! A program that fits by chance is given away by rivals, shorter programs that fit all pairs but one, and by outputs for
//! the test inputs that are unlike all demo outputs. What such signs are worth is measured on training tasks alone, each
//! demo pair of a task standing in for its test once.

use super::Proposal;
use crate::grid::Grid;
use crate::task::{Sample, Task};

/// What it adds to the description length, in bits, that some pair is needed to tell a program from a shorter rival, and
/// what each such pair adds to that.
const RIVAL_BITS: u32 = 8;
const EACH_RIVAL_BITS: u32 = 3;

/// What each way adds in which an output is unlike the demo outputs, in bits.
const UNLIKE_BITS: u32 = 30;

/// The strategies that try so many expressions on each other that some fit by chance, and what that adds, in bits.
const BROAD: &[&str] = &["transform", "enumerate"];
const BROAD_BITS: u32 = 32;

/// What is to be added to the description length of a program that solves all demo samples, in bits.
pub(super) fn doubt(task: &Task, proposal: &Proposal) -> u32 {
    // One of two pairs alone tells little from much that fits it.
    let rivals = if task.demo.len() > 2 { proposal.rivals } else { proposal.rivals.saturating_sub(1) } as u32;
    let by_rivals = if rivals > 0 { RIVAL_BITS + EACH_RIVAL_BITS * rivals } else { 0 };
    let unlike = |(output, sample): (&Option<Grid>, &Sample)| {
        output.as_ref().map_or(0, |output| unlike(task, &sample.input, output))
    };
    let by_strategy = if BROAD.contains(&proposal.strategy) { BROAD_BITS } else { 0 };
    by_strategy + by_rivals + proposal.outputs.iter().zip(&task.test).map(unlike).max().unwrap_or(0)
}

/// How unlike the demo outputs an output is, in bits.
fn unlike(task: &Task, input: &Grid, output: &Grid) -> u32 {
    let pairs = || task.demo.iter().filter_map(|sample| Some((&sample.input, sample.output.as_ref()?)));
    let created = pairs()
        .fold(Colours::default(), |all, (input, output)| all.with(Colours::of(output).without(Colours::of(input))));
    let (seen, own) = (Colours::of(input), Colours::of(output));
    let strange = own.without(seen).without(created).count();
    let is_plain = own.count() == 1 && pairs().all(|(_, output)| Colours::of(output).count() > 1);
    let keeps_size = pairs().all(|(input, output)| is_as_large(input, output));
    let has_strange_size = keeps_size && !is_as_large(input, output);
    let is_unchanged = input == output && pairs().all(|(input, output)| input != output);
    let ways = strange + u32::from(is_plain) + u32::from(has_strange_size) + u32::from(is_unchanged);
    UNLIKE_BITS * ways
}

fn is_as_large(a: &Grid, b: &Grid) -> bool {
    a.height() == b.height() && a.width() == b.width()
}

/// A set of colours.
#[derive(Clone, Copy, Default)]
struct Colours(u16);

impl Colours {
    fn of(grid: &Grid) -> Colours {
        Colours(grid.cells().iter().fold(0, |all, &colour| all | 1u16.checked_shl(colour as u32).unwrap_or(0)))
    }

    fn with(self, other: Colours) -> Colours {
        Colours(self.0 | other.0)
    }

    fn without(self, other: Colours) -> Colours {
        Colours(self.0 & !other.0)
    }

    fn count(self) -> u32 {
        self.0.count_ones()
    }
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

    fn recoloured() -> Task {
        task(&[("10/00", "20/00"), ("01/00", "02/00"), ("00/01", "00/02"), ("03/10", "03/20")])
    }

    #[test]
    fn outputs_like_the_demo_outputs_are_not_doubted() {
        assert_eq!(doubt(&recoloured(), &proposal(0, "03/20")), 0);
    }

    #[test]
    fn strange_outputs_are_doubted() {
        let task = recoloured();
        assert_eq!(doubt(&task, &proposal(0, "05/20")), UNLIKE_BITS);
        assert_eq!(doubt(&task, &proposal(0, "03/20/00")), UNLIKE_BITS);
        assert_eq!(doubt(&task, &proposal(0, "03/10")), UNLIKE_BITS);
        assert_eq!(doubt(&task, &proposal(0, "00/00")), UNLIKE_BITS);
    }

    #[test]
    fn broad_strategies_are_doubted() {
        let broad = Proposal { strategy: "transform", ..proposal(0, "03/20") };
        assert_eq!(doubt(&recoloured(), &broad), BROAD_BITS);
    }

    #[test]
    fn rivals_raise_doubt() {
        let task = recoloured();
        assert_eq!(doubt(&task, &proposal(2, "03/20")), RIVAL_BITS + 2 * EACH_RIVAL_BITS);
        let two = Task { demo: task.demo[..2].to_vec(), ..task };
        assert_eq!(doubt(&two, &proposal(1, "03/20")), 0);
        assert_eq!(doubt(&two, &proposal(2, "03/20")), RIVAL_BITS + EACH_RIVAL_BITS);
    }
}
