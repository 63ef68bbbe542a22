//! What all demo pairs of a task have in common, and in how many ways an output for a test input is unlike them.
//!
//! Nobody says which of a task's traits matter, but a program that fits by chance rarely minds them: it loses a colour
//! that no demo pair loses, or leaves a speck where all demo outputs have two parts.

use super::finish::same_size;
use crate::grid::Grid;
use crate::primitives::{is_symmetric, part_count, parts_of};
use crate::task::{Sample, Task};

/// Figures of a pair, which say something where all demo pairs have the same one. Some are of pairs of one size alone.
type Figures = [Option<i64>; 7];

/// Traits of a pair, which say something where all demo pairs have them.
type Traits = [bool; 9];

/// The images of a grid by which it may be symmetric: up and down, left and right, turned half, along both diagonals.
const IMAGES: [i8; 5] = [1, 2, 3, 4, 7];

/// What all demo pairs of a task have in common.
pub(super) struct Likeness {
    /// The figures that are the same in all demo pairs.
    figures: Figures,
    /// The traits that all demo pairs have.
    traits: Traits,
    /// The colours that some demo output has and its input lacks.
    created: Colours,
    /// The demo outputs, if they all differ.
    different: Vec<Grid>,
}

impl Likeness {
    /// What the demo pairs of a task have in common; nothing if it has none.
    pub(super) fn of(task: &Task) -> Likeness {
        let pairs = || task.demo.iter().filter_map(|sample| Some((&sample.input, sample.output.as_ref()?)));
        let created = |(input, output): (&Grid, &Grid)| Colours::of(output).without(Colours::of(input));
        let same = |all: Figures, own: Figures| std::array::from_fn(|at| all[at].filter(|_| all[at] == own[at]));
        let both = |all: Traits, own: Traits| std::array::from_fn(|at| all[at] && own[at]);
        let outputs: Vec<Grid> = pairs().map(|(_, output)| output.clone()).collect();
        let is_repeated = (1..outputs.len()).any(|at| outputs[..at].contains(&outputs[at]));
        Likeness {
            figures: pairs().map(|(input, output)| figures(input, output)).reduce(same).unwrap_or_default(),
            traits: pairs().map(|(input, output)| traits(input, output)).reduce(both).unwrap_or_default(),
            created: pairs().map(created).fold(Colours::default(), Colours::with),
            different: if is_repeated { Vec::new() } else { outputs },
        }
    }

    /// In how many ways the outputs for the test inputs of a task are unlike the demo pairs, at most for one of them.
    pub(super) fn ways_unlike(&self, test: &[Sample], outputs: &[Option<Grid>]) -> u32 {
        let pairs = test.iter().zip(outputs).filter_map(|(sample, output)| Some((&sample.input, output.as_ref()?)));
        pairs.map(|(input, output)| self.ways(input, output)).max().unwrap_or(0)
    }

    fn ways(&self, input: &Grid, output: &Grid) -> u32 {
        let strange = Colours::of(output).without(Colours::of(input)).without(self.created).count();
        let (own_figures, own_traits) = (figures(input, output), traits(input, output));
        let is_other = |(all, own): &(&Option<i64>, Option<i64>)| all.is_some() && own.is_some() && **all != *own;
        let figures = self.figures.iter().zip(own_figures).filter(is_other).count();
        let traits = self.traits.iter().zip(own_traits).filter(|&(&all, own)| all && !own).count();
        strange + (figures + traits) as u32 + u32::from(self.different.contains(output))
    }
}

fn figures(input: &Grid, output: &Grid) -> Figures {
    let (before, after) = (Colours::of(input), Colours::of(output));
    let ink = |grid: &Grid| grid.cells().iter().filter(|&&colour| colour != 0).count() as i64;
    let keeps_size = same_size(input, output);
    let changes = || input.cells().iter().zip(output.cells()).map(|(before, after)| (before != after, *after));
    let painted = || changes().filter(|&(is_changed, _)| is_changed).map(|(_, colour)| colour);
    let changed = || changes().map(|(is_changed, _)| i8::from(is_changed)).collect::<Vec<i8>>();
    [
        Some(after.without(before).0.into()),
        Some(before.without(after).0.into()),
        Some(after.count().into()),
        Some(ink(output) - ink(input)),
        Some(part_count(output) as i64 - part_count(input) as i64),
        keeps_size.then(|| painted().fold(Colours::default(), Colours::and).count().into()),
        keeps_size.then(|| parts_of(&changed(), input.width()) as i64),
    ]
}

fn traits(input: &Grid, output: &Grid) -> Traits {
    let (before, after) = (input.histogram(), output.histogram());
    let keeps_ink = (1..10).all(|colour| before.count(colour) == after.count(colour));
    let [upright, sideways, half, diagonal, other] = IMAGES.map(|image| is_symmetric(output, image));
    let has_colours = Colours::of(output).count() > 1;
    [same_size(input, output), has_colours, input != output, keeps_ink, upright, sideways, half, diagonal, other]
}

/// A set of colours.
#[derive(Clone, Copy, Default)]
pub(super) struct Colours(pub(super) u16);

impl Colours {
    pub(super) fn of(grid: &Grid) -> Colours {
        grid.cells().iter().copied().fold(Colours::default(), Colours::and)
    }

    /// With one colour more.
    pub(super) fn and(self, colour: i8) -> Colours {
        Colours(self.0 | 1u16.checked_shl(colour as u32).unwrap_or(0))
    }

    pub(super) fn with(self, other: Colours) -> Colours {
        Colours(self.0 | other.0)
    }

    pub(super) fn without(self, other: Colours) -> Colours {
        Colours(self.0 & !other.0)
    }

    pub(super) fn count(self) -> u32 {
        self.0.count_ones()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::testing::{grid, task};

    fn ways(pairs: &[(&str, &str)], output: &str) -> u32 {
        let task = task(pairs);
        Likeness::of(&task).ways_unlike(&task.test, &[Some(grid(output))])
    }

    const RECOLOURED: &[(&str, &str)] =
        &[("100/000", "200/000"), ("011/000", "022/000"), ("001/100", "002/200"), ("101/000", "202/000")];

    #[test]
    fn an_output_like_the_demo_outputs_is_unlike_in_no_way() {
        assert_eq!(ways(RECOLOURED, "202/000"), 0);
    }

    #[test]
    fn figures_that_all_demo_pairs_share_are_missed() {
        // Less ink, a part less, and two colours painted.
        assert_eq!(ways(RECOLOURED, "002/000"), 3);
        // No colour gained, none lost and none painted, and no difference.
        assert_eq!(ways(RECOLOURED, "101/000"), 4);
        // Another colour gained, more colours, ink, parts and colours painted, and one of them from nowhere.
        assert_eq!(ways(RECOLOURED, "202/003"), 6);
    }

    #[test]
    fn a_symmetry_of_all_demo_outputs_is_missed() {
        let mirrored =
            &[("120/000", "121/000"), ("310/040", "313/040"), ("450/600", "454/606"), ("780/000", "787/000")];
        assert_eq!(ways(mirrored, "787/000"), 0);
        assert_eq!(ways(mirrored, "788/000"), 1);
    }

    #[test]
    fn what_repeats_a_demo_output_is_unlike_those_that_all_differ() {
        let same_for_all = &[("12", "7"), ("34", "7"), ("56", "7")];
        assert_eq!(ways(same_for_all, "7"), 0);
        // It has another colour than its input as well, and loses both of that.
        let told_apart = task(&[("12", "1"), ("34", "3"), ("51", "5")]);
        let likeness = Likeness::of(&told_apart);
        assert_eq!(likeness.ways_unlike(&told_apart.test, &[Some(grid("5"))]), 0);
        assert_eq!(likeness.ways_unlike(&told_apart.test, &[Some(grid("1"))]), 1);
    }
}
