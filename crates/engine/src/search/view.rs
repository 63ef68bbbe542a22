//! Other ways to look at a task: its grids are changed before a search, and what that finds is changed back.
//!
//! A view turns inputs and demo outputs into those of another task, whose programs become programs of the original. The
//! colours of a task whose samples play the same parts in different colours are renamed to roles, so that a constant
//! stands for a part. A turned task is searched in another order, so that what one search has no fuel left for the other
//! may find.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use crate::batch::{Batch, Inputs, Workspace};
use crate::grid::Grid;
use crate::machine::{Limits, Machine};
use crate::primitives;
use crate::primitives::roles::ORDERS;
use crate::program::{Builder, Node, NodeId, Operation, Program};
use crate::task::{Sample, Task};
use crate::value::Value;

/// The number of colours.
const COLOURS: usize = 10;

/// The fuel that a search under a view of roles is worth.
const ROLES_FUEL: u64 = 100_000_000;

/// The fuel that a search under a turned view is worth: it repeats much of the plain one.
const TURNED_FUEL: u64 = 500_000_000;

/// The turns and reflections that are tried, each with what undoes it.
const TURNS: &[(&str, &str)] = &[("dmirror", "dmirror"), ("rot180", "rot180"), ("rot90", "rot270")];

/// A way to look at a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The colours of each sample renamed to roles: `unroles(program(roles(I, order, names)), I, order, names)`.
    Roles {
        /// The order in which the colours of an input take their roles.
        order: i64,
        /// The roles' names.
        names: Value,
    },
    /// All grids turned or reflected: `back(program(into(I)))`.
    Turned {
        /// The primitive that turns a grid.
        into: &'static str,
        /// The primitive that undoes it.
        back: &'static str,
    },
    /// Inputs made ready by a program: `program(ready(I))`.
    Prepared {
        /// The program that makes an input ready.
        ready: Program,
    },
}

impl View {
    /// The views of a task that are worth their share of the fuel, the most promising first.
    pub fn of(task: &Task, fuel: u64) -> Vec<View> {
        let roles = View::roles(task).into_iter().map(|view| (view, ROLES_FUEL));
        let turned = TURNS.iter().map(|&(into, back)| (View::Turned { into, back }, TURNED_FUEL));
        let mut left = fuel;
        roles
            .chain(turned)
            .map_while(|(view, worth)| {
                left = left.checked_sub(worth)?;
                Some(view)
            })
            .collect()
    }

    /// The views of roles under which a task's samples agree better than as they are, the best one first.
    ///
    /// The demo pairs agree as far as they change the same colours into the same.
    fn roles(task: &Task) -> Vec<View> {
        let plain = disagreement(task);
        let Some(names) = names(task) else {
            return Vec::new();
        };
        let mut views: Vec<(usize, View, Task)> = Vec::new();
        for order in 0..ORDERS {
            let view = View::Roles { order, names: names.clone() };
            let Some(seen) = view.derive(task) else {
                continue;
            };
            let score = disagreement(&seen);
            if score < plain && views.iter().all(|(_, _, other)| *other != seen) {
                views.push((score, view, seen));
            }
        }
        views.sort_by_key(|(score, ..)| *score);
        views.into_iter().map(|(_, view, _)| view).collect()
    }

    /// The task under the view: its inputs, and the outputs that are known.
    ///
    /// Gives `None` if some sample cannot be seen so.
    pub fn derive(&self, task: &Task) -> Option<Task> {
        let see = |sample: &Sample| {
            let input = self.see(&sample.input)?;
            let output = match (&sample.output, self) {
                (None, _) => None,
                (Some(output), View::Roles { .. }) => Some(rename(output, &sample.input, &input)?),
                (Some(output), View::Turned { .. }) => Some(self.see(output)?),
                (Some(output), View::Prepared { .. }) => Some(output.clone()),
            };
            Some(Sample { input, output })
        };
        let all = |samples: &[Sample]| samples.iter().map(see).collect::<Option<Vec<Sample>>>();
        Some(Task { demo: all(&task.demo)?, test: all(&task.test)? })
    }

    /// An input under the view.
    fn see(&self, grid: &Grid) -> Option<Grid> {
        if let View::Prepared { ready } = self {
            return outputs(ready, [grid]).pop()?.filter(Grid::is_task_grid);
        }
        let grid = Value::Grid(grid.clone());
        let mut machine = Machine::new(Limits::default());
        let seen = match self {
            View::Roles { order, names } => {
                machine.call(primitives::find("roles")?, &[&grid, &Value::Integer(*order), names])
            }
            View::Turned { into, .. } => machine.call(primitives::find(into)?, &[&grid]),
            View::Prepared { .. } => return None,
        };
        match seen {
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
        let constants: SmallVec<[NodeId; 2]> = match self {
            View::Roles { order, names } => [Value::Integer(*order), names.clone()]
                .into_iter()
                .map(|value| builder.add(Node::constant(value)))
                .collect(),
            View::Turned { .. } | View::Prepared { .. } => SmallVec::new(),
        };
        let call = |builder: &mut Builder, primitive: &str, grids: &[NodeId]| {
            let arguments: SmallVec<[NodeId; 4]> = grids.iter().chain(&constants).copied().collect();
            Some(builder.add(Node::call(primitives::find(primitive)?, &arguments)))
        };
        let seen = match self {
            View::Roles { .. } => call(&mut builder, "roles", &[input])?,
            View::Turned { into, .. } => call(&mut builder, into, &[input])?,
            View::Prepared { ready } => builder.add_program(ready).last().copied()?,
        };
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
        let result = match self {
            View::Roles { .. } => call(&mut builder, "unroles", &[result, input])?,
            View::Turned { back, .. } => call(&mut builder, back, &[result])?,
            View::Prepared { .. } => result,
        };
        Some(builder.program(result))
    }
}

/// What a program gives on some inputs; `None` where that is no grid.
pub(super) fn outputs<'g>(program: &Program, inputs: impl IntoIterator<Item = &'g Grid>) -> Vec<Option<Grid>> {
    let batch = Batch::new([program]);
    let mut workspace = Workspace::new(&batch, Limits::default());
    let mut outputs: Vec<Option<Grid>> = Vec::new();
    for grid in inputs {
        let inputs = Inputs { input: Value::Grid(grid.clone()), samples: Value::None, candidate: None };
        workspace.run([0], &inputs, |_, evaluation| {
            outputs.push(match evaluation.result {
                Ok(Value::Grid(grid)) => Some(grid),
                _ => None,
            });
        });
    }
    outputs
}

/// Names for the roles that a task's colours take; `None` if too few colours are left for them.
fn names(task: &Task) -> Option<Value> {
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
    if names.len() < 3 {
        return None;
    }
    Value::tuple(names).ok()
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
        let view = &View::of(&task, ROLES_FUEL)[0];
        let seen = view.derive(&task).expect("a task");
        assert_eq!(seen.demo[0].input, grid(&[&[0, 0, 0, 0], &[0, 1, 1, 2]]));
        assert_eq!(seen.demo[1].input, grid(&[&[0, 0, 0, 0], &[2, 0, 1, 1]]));
        assert_eq!(seen.demo[1].output, Some(grid(&[&[0, 0, 0, 0], &[5, 0, 2, 2]])));
    }

    /// What a program gives on the demo inputs.
    fn demo_outputs(program: &Program, task: &Task) -> Vec<Option<Grid>> {
        outputs(program, task.demo.iter().map(|sample| &sample.input))
    }

    #[test]
    fn a_program_of_a_view_is_one_of_the_task() {
        let task = task().without_answers();
        let view = &View::of(&task, ROLES_FUEL)[0];
        let program = Program::parse("replace(replace(I, TWO, FIVE), ONE, TWO)").expect("a program");
        let restored = view.restore(&program).expect("a program without the demo pairs");
        let expected: Vec<Option<Grid>> = task.demo.iter().map(|sample| sample.output.clone()).collect();
        assert_eq!(demo_outputs(&restored, &task), expected);
        assert!(view.restore(&Program::parse("first(first(S))").expect("a program")).is_none());
    }

    #[test]
    fn turning_is_undone() {
        let task = task().without_answers();
        for &(into, back) in TURNS {
            let view = View::Turned { into, back };
            let same = view.restore(&Program::parse("I").expect("a program")).expect("no demo pairs");
            let inputs: Vec<Option<Grid>> = task.demo.iter().map(|sample| Some(sample.input.clone())).collect();
            assert_eq!(demo_outputs(&same, &task), inputs, "{into}");
        }
    }

    #[test]
    fn samples_that_agree_need_no_view() {
        let same = Task { demo: vec![task().demo[0].clone(); 2], test: vec![] };
        assert!(View::of(&same, ROLES_FUEL).is_empty());
        assert_eq!(View::of(&same, 2 * TURNED_FUEL).len(), 2);
    }
}
