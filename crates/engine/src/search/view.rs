//! Other ways to look at a task: its grids are changed before a search, and what that finds is changed back.
//!
//! A view turns inputs and demo outputs into those of another task, whose programs become programs of the original:
//! `back(program(into(I)), I)`. The colours of a task whose samples play the same parts in different colours are renamed
//! to roles, so that a constant stands for a part.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::grid::Grid;
use crate::machine::{Limits, Machine};
use crate::primitives::roles::ORDERS;
use crate::primitives::{self, PrimitiveId};
use crate::program::{Builder, Node, NodeId, Operation, Program};
use crate::task::{Sample, Task};
use crate::value::Value;

/// The number of colours.
const COLOURS: usize = 10;

/// The colours of each sample renamed to roles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    order: i64,
    names: Value,
    into: PrimitiveId,
    back: PrimitiveId,
}

impl View {
    /// The views under which a task's samples agree better than as they are, the best one first.
    ///
    /// The demo pairs agree as far as they change the same colours into the same.
    pub fn of(task: &Task) -> Vec<View> {
        let plain = disagreement(task);
        let mut views: Vec<(usize, View, Task)> = Vec::new();
        for order in 0..ORDERS {
            let Some(view) = View::new(task, order) else {
                continue;
            };
            let Some(seen) = view.derive(task) else {
                continue;
            };
            let score = disagreement(&seen);
            if score < plain && views.iter().all(|(_, _, other)| *other != seen) {
                views.push((score, view, seen));
            }
        }
        views.sort_by_key(|(score, view, _)| (*score, view.order));
        views.into_iter().map(|(_, view, _)| view).collect()
    }

    fn new(task: &Task, order: i64) -> Option<View> {
        // What outputs have and their inputs lack is a colour in itself, no role.
        let mut absolute = BTreeSet::new();
        let mut roles = 0;
        for sample in task.samples() {
            let own = colours(&sample.input);
            roles = roles.max(own.len());
            absolute.extend(sample.output.iter().flat_map(colours).filter(|colour| !own.contains(colour)));
        }
        let free = (0..COLOURS as i64).filter(|name| !absolute.contains(name));
        // Three at least: a tuple of two numbers is of another type.
        let names: Vec<Value> = free.take(roles.max(3)).map(Value::Integer).collect();
        (names.len() >= 3).then_some(())?;
        Some(View {
            order,
            names: Value::tuple(names).ok()?,
            into: primitives::find("roles")?,
            back: primitives::find("unroles")?,
        })
    }

    /// The task under the view: inputs, and the outputs that are known, in roles.
    ///
    /// Gives `None` if some sample cannot be seen so.
    pub fn derive(&self, task: &Task) -> Option<Task> {
        let see = |sample: &Sample| {
            let input = Value::Grid(sample.input.clone());
            let order = Value::Integer(self.order);
            let seen = self.call(self.into, &[&input, &order, &self.names])?;
            let output = match &sample.output {
                // Naming an output by the roles of its input is undoing the undoing.
                Some(output) => Some(rename(output, &sample.input, &seen)?),
                None => None,
            };
            Some(Sample { input: seen, output })
        };
        let all = |samples: &[Sample]| samples.iter().map(see).collect::<Option<Vec<Sample>>>();
        Some(Task { demo: all(&task.demo)?, test: all(&task.test)? })
    }

    fn call(&self, primitive: PrimitiveId, arguments: &[&Value]) -> Option<Grid> {
        match Machine::new(Limits::default()).call(primitive, arguments) {
            Ok(Value::Grid(grid)) => Some(grid),
            _ => None,
        }
    }

    /// The program of the original task that a program of the derived task is; `None` if it reads the demo pairs.
    pub fn restore(&self, program: &Program) -> Option<Program> {
        if program.uses_samples() {
            return None;
        }
        let mut builder = Builder::new();
        let input = builder.add(Node::leaf(Operation::Input));
        let order = builder.add(Node::constant(Value::Integer(self.order)));
        let names = builder.add(Node::constant(self.names.clone()));
        let seen = builder.add(Node::call(self.into, &[input, order, names]));
        let mut numbers: Vec<NodeId> = Vec::with_capacity(program.nodes().len());
        for node in program.nodes() {
            let number = match node.operation {
                Operation::Input => seen,
                _ => builder.add(Node {
                    operation: node.operation.clone(),
                    arguments: node.arguments.iter().map(|id| numbers[id.index()]).collect(),
                }),
            };
            numbers.push(number);
        }
        let result = numbers.last().copied()?;
        let result = builder.add(Node::call(self.back, &[result, input, order, names]));
        Some(builder.program(result))
    }
}

/// An output in the roles that the colours of its input have.
fn rename(output: &Grid, input: &Grid, seen: &Grid) -> Option<Grid> {
    let mut naming: [Option<i8>; COLOURS] = [None; COLOURS];
    for (&colour, &role) in input.cells().iter().zip(seen.cells()) {
        *naming.get_mut(usize::try_from(colour).ok()?)? = Some(role);
    }
    // Colours that the input lacks keep their names: no role was given such a one.
    let role = |&colour: &i8| naming.get(usize::try_from(colour).ok()?)?.or(Some(colour));
    let cells: Vec<i8> = output.cells().iter().map(role).collect::<Option<_>>()?;
    Grid::new(output.height(), output.width(), &cells)
}

fn colours(grid: &Grid) -> BTreeSet<i64> {
    grid.histogram().counts().map(|(colour, _)| i64::from(colour)).collect()
}

/// In how many ways the demo pairs change colours; where sizes differ, which colours they have.
fn disagreement(task: &Task) -> usize {
    let mut changes: FxHashSet<(i8, i8)> = FxHashSet::default();
    for sample in &task.demo {
        let Some(output) = &sample.output else {
            continue;
        };
        if output.height() == sample.input.height() && output.width() == sample.input.width() {
            changes.extend(sample.input.cells().iter().copied().zip(output.cells().iter().copied()));
        } else {
            changes.extend(output.histogram().counts().map(|(colour, _)| (-1, colour)));
            changes.extend(sample.input.histogram().counts().map(|(colour, _)| (-2, colour)));
        }
    }
    changes.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::tests::{grid, sample};

    fn task() -> Task {
        Task {
            demo: vec![
                sample(&[&[0, 0, 0, 0], &[0, 1, 1, 2]], &[&[0, 0, 0, 0], &[0, 2, 2, 5]]),
                sample(&[&[0, 0, 0, 0], &[3, 0, 4, 4]], &[&[0, 0, 0, 0], &[5, 0, 3, 3]]),
            ],
            test: vec![sample(&[&[0, 0, 0, 0], &[6, 0, 7, 7]], &[&[0]])],
        }
    }

    #[test]
    fn roles_make_samples_agree() {
        let task = task().without_answers();
        let view = &View::of(&task)[0];
        let seen = view.derive(&task).expect("a task");
        assert_eq!(seen.demo[0].input, grid(&[&[0, 0, 0, 0], &[0, 1, 1, 2]]));
        assert_eq!(seen.demo[1].input, grid(&[&[0, 0, 0, 0], &[2, 0, 1, 1]]));
        assert_eq!(seen.demo[1].output, Some(grid(&[&[0, 0, 0, 0], &[5, 0, 2, 2]])));
    }

    #[test]
    fn a_program_of_the_view_is_one_of_the_task() {
        let task = task().without_answers();
        let view = &View::of(&task)[0];
        let program = Program::parse("replace(replace(I, TWO, FIVE), ONE, TWO)").expect("a program");
        let restored = view.restore(&program).expect("a program without the demo pairs");
        for sample in &task.demo {
            let batch = crate::batch::Batch::new([&restored]);
            let inputs = crate::batch::Inputs {
                input: Value::Grid(sample.input.clone()),
                samples: Value::None,
                candidate: None,
            };
            let mut outputs = Vec::new();
            crate::batch::Workspace::new(&batch, Limits::default())
                .run([0], &inputs, |_, evaluation| outputs.push(evaluation.result));
            assert_eq!(outputs, [Ok(Value::Grid(sample.output.clone().expect("a demo output")))]);
        }
        assert!(view.restore(&Program::parse("first(first(S))").expect("a program")).is_none());
    }

    #[test]
    fn samples_that_agree_need_no_view() {
        let same = Task { demo: vec![task().demo[0].clone(); 2], test: vec![] };
        assert!(View::of(&same).is_empty());
    }
}
