//! Views of outputs that are as large as a region of their inputs.
//!
//! Seen as what is drawn in it, they may show what lies outside, which is lost where the region is cut out first.

use super::View;
use crate::task::Task;

/// All cells that are not ground, as a patch.
const INK: &str = "first(figure(I))";

/// The rarest colour, as a patch.
const RAREST: &str = "ofcolor(I, leastcolor(I))";

/// The views of outputs drawn in a region of their inputs that are frames of a task, one for each way to see it.
pub(super) fn regions(task: &Task) -> Vec<View> {
    let colours = (1..10).map(|colour| format!("ofcolor(I, {colour})"));
    let drawn = [INK, RAREST].map(str::to_string).into_iter().chain(colours).filter_map(|region| {
        let output = format!("paint(I, shift(asobject(C), ulcorner({region})))");
        View::through(&["I", &output, &format!("subgrid({region}, C)")])
    });
    let mut known: Vec<Task> = Vec::new();
    let mut views: Vec<View> = drawn.collect();
    views.retain(|view| {
        view.is_frame_of(task)
            && view.derive(task).is_some_and(|seen| {
                let is_new = !known.contains(&seen);
                known.push(seen);
                is_new
            })
    });
    views
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::tests::{grid, sample};
    use crate::task::Sample;

    fn views(task: &Task) -> Vec<Task> {
        regions(task).iter().filter_map(|view| view.derive(task)).collect()
    }

    #[test]
    fn outputs_as_large_as_a_region_are_drawn_in_it() {
        let inputs = [grid(&[&[3, 0, 3, 0], &[0, 0, 0, 2], &[3, 0, 3, 0]]), grid(&[&[2, 0, 0, 3], &[0, 3, 0, 3]])];
        let outputs = [grid(&[&[3, 2, 3], &[2, 0, 2], &[3, 2, 3]]), grid(&[&[0, 2, 3], &[3, 2, 3]])];
        let demo = inputs.into_iter().zip(outputs);
        let demo = demo.map(|(input, output)| Sample { input, output: Some(output) }).collect();
        let task = Task { demo, test: vec![] };
        let seen = views(&task);
        assert_eq!(seen.len(), 1);
        let drawn = grid(&[&[3, 2, 3, 0], &[2, 0, 2, 2], &[3, 2, 3, 0]]);
        assert_eq!(seen[0].demo[0].output, Some(drawn));
    }

    #[test]
    fn outputs_of_another_size_are_no_region() {
        let larger = sample(&[&[0, 0, 0], &[0, 1, 2], &[0, 2, 1]], &[&[1, 2, 0], &[2, 1, 0]]);
        assert!(views(&Task { demo: vec![larger], test: vec![] }).is_empty());
    }
}
