//! Views that turn each sample so that what it shows lies alike in all of them.
//!
//! Where one sample does to the right what another does downward, no step with a constant direction suits both. Turned
//! so that the cells of some colour come to the top left, or lie across rather than upright, they do the same.

use rustc_hash::FxHashSet;

use super::View;
use crate::grid::Grid;
use crate::primitives::attitude::{EXTENT, INK, RAREST, WHOLE};
use crate::primitives::ground;
use crate::search::finish::same_size;
use crate::task::Task;

/// How many such views of a task are worth a search.
const MAX_VIEWS: usize = 2;

/// The views under which the demo pairs tend in fewer directions than as they are, the best one first.
pub(super) fn attitudes(task: &Task) -> Vec<View> {
    if directions(task) < 2 {
        return Vec::new();
    }
    let is_in_all = |colour: &i64| task.samples().all(|sample| sample.input.histogram().count(*colour as i8) > 0);
    let marks: Vec<i64> = (1..RAREST).filter(is_in_all).chain([RAREST, INK, WHOLE]).collect();
    let marks = marks.iter().copied().chain(marks.iter().map(|mark| mark + EXTENT));
    let views = marks.filter_map(|mark| {
        let [input, output, back] = [("turned", "I"), ("turned", "C"), ("unturned", "C")]
            .map(|(name, grid)| format!("{name}({grid}, attitude(I, {mark}))"));
        View::through(&[&input, &output, &back])
    });
    let mut better = View::better(task, views, directions);
    better.truncate(MAX_VIEWS);
    better
}

/// In how many directions the demo pairs tend.
fn directions(task: &Task) -> usize {
    let pairs = task.demo.iter().filter_map(|sample| Some(tendency(&sample.input, sample.output.as_ref()?)));
    pairs.collect::<FxHashSet<(i64, i64)>>().len()
}

/// Where an output has what its input lacks, seen from what this shows, as signs of rows and columns; where sizes differ,
/// in which directions it is larger.
fn tendency(input: &Grid, output: &Grid) -> (i64, i64) {
    let side = |before: usize, after: usize| (after as i64 - before as i64).signum();
    if !same_size(input, output) {
        return (side(input.height(), output.height()), side(input.width(), output.width()));
    }
    let ground = ground(input);
    let cells = || input.cells().iter().zip(output.cells());
    let width = input.width();
    let shown = middle(width, cells().map(|(&before, _)| before != ground));
    let drawn = middle(width, cells().map(|(&before, &after)| before != after && after != ground))
        .or_else(|| middle(width, cells().map(|(before, after)| before != after)));
    let (Some(shown), Some(drawn)) = (shown, drawn) else {
        return (0, 0);
    };
    let (down, right) = (drawn.0 - shown.0, drawn.1 - shown.1);
    // What is less than half a cell away, or far more in the other direction, counts for nothing.
    let sign = |step: f64, other: f64| match step.abs() < 0.5 || 2.0 * step.abs() < other.abs() {
        true => 0,
        false => step.signum() as i64,
    };
    (sign(down, right), sign(right, down))
}

/// The mean row and column of some cells of a grid; `None` if there are none.
fn middle(width: usize, cells: impl Iterator<Item = bool>) -> Option<(f64, f64)> {
    let (mut count, mut rows, mut columns) = (0, 0, 0);
    for (at, _) in cells.enumerate().filter(|&(_, is_one)| is_one) {
        (count, rows, columns) = (count + 1, rows + at / width, columns + at % width);
    }
    (count > 0).then(|| (rows as f64 / count as f64, columns as f64 / count as f64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::tests::{grid, sample};

    /// A dot that sends a line to the side at which it does not lie.
    fn task() -> Task {
        Task {
            demo: vec![
                sample(&[&[0, 0, 0], &[2, 0, 0], &[0, 0, 0]], &[&[0, 0, 0], &[2, 3, 3], &[0, 0, 0]]),
                sample(&[&[0, 2, 0], &[0, 0, 0], &[0, 0, 0]], &[&[0, 2, 0], &[0, 3, 0], &[0, 3, 0]]),
            ],
            test: vec![sample(&[&[0, 0, 0], &[0, 0, 0], &[0, 2, 0]], &[&[0]])],
        }
    }

    #[test]
    fn samples_are_turned_until_they_tend_alike() {
        let task = task().without_answers();
        let seen = attitudes(&task)[0].derive(&task).expect("a task");
        assert_eq!(seen.demo[0], seen.demo[1]);
        assert_eq!(seen.test[0].input, grid(&[&[0, 2, 0], &[0, 0, 0], &[0, 0, 0]]));
    }

    #[test]
    fn samples_that_tend_alike_are_left_as_they_are() {
        let alike = Task { demo: vec![task().demo[0].clone(); 2], test: vec![] };
        assert!(attitudes(&alike).is_empty());
    }
}
