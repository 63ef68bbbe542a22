//! Other ways to look at a task: its grids are changed before a search, and what that finds is changed back.
//!
//! A view turns inputs and demo outputs into those of another task, whose programs become programs of the original. The
//! colours of a task whose samples play the same parts in different colours are renamed to roles, so that a constant
//! stands for a part. Samples that do the same in different directions are turned until they agree. A turned task is
//! searched in another order, so that what one search has no fuel left for the other may find.

mod attitudes;
mod regions;

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::finish::same_size;
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
const ROLES_FUEL: u64 = 20_000_000;

/// The fuel that a search in a frame is worth: few tasks have one.
const FRAMED_FUEL: u64 = 20_000_000;

/// The fuel that a search is worth where each sample is turned by itself.
const ATTITUDE_FUEL: u64 = 20_000_000;

/// The fuel that a search is worth for what does not change when a task is turned.
const ECHOED_FUEL: u64 = 120_000_000;

/// What is done to the demo pairs to have them twice.
const ECHOES: &[&str] = &["vmirror(I)", "dmirror(I)", "hmirror(I)"];

/// The fuel that a search of a turned task is worth: it repeats much of the plain one.
const TURNED_FUEL: u64 = 500_000_000;

/// The turns and reflections that are tried: what is seen of an input `I` and of an output `C`, and how a seen output is
/// changed back.
const TURNS: &[[&str; 3]] = &[
    ["dmirror(I)", "dmirror(C)", "dmirror(C)"],
    ["rot180(I)", "rot180(C)", "rot180(C)"],
    ["rot90(I)", "rot90(C)", "rot270(C)"],
];

/// The frames that are tried: what is seen of an input `I` and of its output `C`, and how a seen output `C` becomes that
/// of an input `I` again. A task has a frame if this gives all demo outputs back.
const FRAMES: &[[&str; 3]] = &[
    ["summary(I)", "summary(C)", "glaze(I, C)"],
    ["downscale(I, TWO)", "downscale(C, TWO)", "upscale(C, TWO)"],
    ["downscale(I, THREE)", "downscale(C, THREE)", "upscale(C, THREE)"],
    ["I", "downscale(C, TWO)", "upscale(C, TWO)"],
    ["I", "downscale(C, THREE)", "upscale(C, THREE)"],
    ["I", "lefthalf(C)", "hconcat(C, C)"],
    ["I", "tophalf(C)", "vconcat(C, C)"],
    ["I", "lefthalf(C)", "hconcat(C, vmirror(C))"],
    ["I", "tophalf(C)", "vconcat(C, hmirror(C))"],
    ["trim(I)", "trim(C)", "paint(I, shift(asobject(C), UNITY))"],
    ["switch(I, ZERO, mostcolor(I))", "switch(C, ZERO, mostcolor(I))", "switch(C, ZERO, mostcolor(I))"],
];

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
    /// Grids seen through programs.
    Through {
        /// What is seen of an input `I`.
        input: Program,
        /// What is seen of the output `C` of an input `I`.
        output: Program,
        /// What a seen output `C` of an input `I` is changed back into.
        back: Program,
    },
    /// The demo pairs as they are and turned by a program, which makes a search look for what suits both.
    Echoed(Program),
}

impl View {
    /// The views of a task that are worth their share of the fuel, the most promising first.
    pub fn of(task: &Task, fuel: u64) -> Vec<View> {
        let frames = FRAMES.iter().filter_map(View::through).filter(|view| view.is_frame_of(task));
        let frames = frames.chain(regions::regions(task));
        let roles = View::roles(task).into_iter().map(|view| (view, ROLES_FUEL));
        let attitudes = attitudes::attitudes(task).into_iter().map(|view| (view, ATTITUDE_FUEL));
        let turned = TURNS.iter().filter_map(|texts| Some((View::through(texts)?, TURNED_FUEL)));
        let echoed = ECHOES.iter().filter_map(|text| Some((View::Echoed(Program::parse(text).ok()?), ECHOED_FUEL)));
        let mut left = fuel;
        frames
            .map(|view| (view, FRAMED_FUEL))
            .chain(attitudes)
            .chain(roles)
            .chain(echoed)
            .chain(turned)
            .map_while(|(view, worth)| {
                left = left.checked_sub(worth)?;
                Some(view)
            })
            .collect()
    }

    /// The view whose inputs are what a program makes of them.
    pub fn prepared(input: Program) -> Option<View> {
        let itself = Program::parse("C").ok()?;
        Some(View::Through { input, output: itself.clone(), back: itself })
    }

    fn through([input, output, back]: &[&str; 3]) -> Option<View> {
        let parse = |text: &str| Program::parse(text).ok();
        Some(View::Through { input: parse(input)?, output: parse(output)?, back: parse(back)? })
    }

    /// Whether a view shows a task otherwise than it is, and all demo outputs come back from what is seen of them.
    fn is_frame_of(&self, task: &Task) -> bool {
        let View::Through { back, .. } = self else {
            return false;
        };
        let Some(seen) = self.derive(task).filter(|seen| seen != task) else {
            return false;
        };
        task.demo.iter().zip(&seen.demo).all(|(sample, seen)| {
            seen.output.as_ref().is_some_and(|output| run(back, &sample.input, Some(output)) == sample.output)
        })
    }

    /// The views of roles under which a task's samples agree better than as they are, the best one first.
    ///
    /// The demo pairs agree as far as they change the same colours into the same.
    fn roles(task: &Task) -> Vec<View> {
        let Some(names) = names(task) else {
            return Vec::new();
        };
        let views = (0..ORDERS).map(|order| View::Roles { order, names: names.clone() });
        View::better(task, views, disagreement)
    }

    /// Those of some views under which a task has less of what is measured than as it is, the best one first; one for
    /// each way to see it.
    fn better(task: &Task, views: impl Iterator<Item = View>, measure: impl Fn(&Task) -> usize) -> Vec<View> {
        let plain = measure(task);
        let mut found: Vec<(usize, View, Task)> = Vec::new();
        for view in views {
            let Some(seen) = view.derive(task) else {
                continue;
            };
            let score = measure(&seen);
            if score < plain && found.iter().all(|(_, _, other)| *other != seen) {
                found.push((score, view, seen));
            }
        }
        found.sort_by_key(|(score, ..)| *score);
        found.into_iter().map(|(_, view, _)| view).collect()
    }

    /// The task under the view: its inputs, and the outputs that are known.
    ///
    /// Gives `None` if some sample cannot be seen so.
    pub fn derive(&self, task: &Task) -> Option<Task> {
        if let View::Echoed(turn) = self {
            let turned = |sample: &Sample| {
                let output = run(turn, sample.output.as_ref()?, None)?;
                Some(Sample { input: run(turn, &sample.input, None)?, output: Some(output) })
            };
            let echoes = task.demo.iter().map(turned).collect::<Option<Vec<Sample>>>()?;
            let new = echoes.into_iter().filter(|echo| !task.demo.contains(echo)).collect::<Vec<Sample>>();
            let demo = [task.demo.clone(), new].concat();
            return (demo.len() > task.demo.len()).then(|| Task { demo, test: task.test.clone() });
        }
        let see = |sample: &Sample| {
            let input = self.see(&sample.input)?;
            let output = match (&sample.output, self) {
                (None, _) => None,
                (Some(output), View::Roles { .. }) => Some(rename(output, &sample.input, &input)?),
                (Some(output), View::Through { output: see, .. }) => Some(run(see, &sample.input, Some(output))?),
                (Some(output), View::Echoed(_)) => Some(output.clone()),
            };
            Some(Sample { input, output })
        };
        let all = |samples: &[Sample]| samples.iter().map(see).collect::<Option<Vec<Sample>>>();
        Some(Task { demo: all(&task.demo)?, test: all(&task.test)? })
    }

    /// An input under the view.
    fn see(&self, grid: &Grid) -> Option<Grid> {
        match self {
            View::Roles { order, names } => {
                let arguments = [&Value::Grid(grid.clone()), &Value::Integer(*order), names];
                match Machine::new(Limits::default()).call(primitives::find("roles")?, &arguments) {
                    Ok(Value::Grid(grid)) => Some(grid),
                    _ => None,
                }
            }
            View::Through { input, .. } => run(input, grid, None).filter(Grid::is_task_grid),
            View::Echoed(_) => Some(grid.clone()),
        }
    }

    /// The program of the original task that a program of the derived task is; `None` if it reads the demo pairs.
    pub fn restore(&self, program: &Program) -> Option<Program> {
        if program.uses_samples() {
            return None;
        }
        let mut builder = Builder::new();
        let input = builder.add(Node::leaf(Operation::Input));
        let result = match self {
            View::Roles { order, names } => {
                let order = builder.add(Node::constant(Value::Integer(*order)));
                let names = builder.add(Node::constant(names.clone()));
                let seen = builder.add(Node::call(primitives::find("roles")?, &[input, order, names]));
                let result = graft(&mut builder, program, seen, None)?;
                builder.add(Node::call(primitives::find("unroles")?, &[result, input, order, names]))
            }
            View::Through { input: see, back, .. } => {
                let seen = graft(&mut builder, see, input, None)?;
                let result = graft(&mut builder, program, seen, None)?;
                graft(&mut builder, back, input, Some(result))?
            }
            View::Echoed(_) => graft(&mut builder, program, input, None)?,
        };
        Some(builder.program(result))
    }
}

/// Adds a program to others, with the results of two of these for its `I` and its `C`; gives its own result.
fn graft(builder: &mut Builder, program: &Program, input: NodeId, candidate: Option<NodeId>) -> Option<NodeId> {
    let mut numbers: Vec<NodeId> = Vec::with_capacity(program.nodes().len());
    for node in program.nodes() {
        let number = match node.operation {
            Operation::Input => input,
            Operation::Candidate => candidate?,
            _ => builder.add(Node {
                operation: node.operation.clone(),
                arguments: node.arguments.iter().map(|id| numbers[id.index()]).collect(),
            }),
        };
        numbers.push(number);
    }
    numbers.last().copied()
}

/// What a program gives on some inputs; `None` where that is no grid.
pub(super) fn outputs<'g>(program: &Program, inputs: impl IntoIterator<Item = &'g Grid>) -> Vec<Option<Grid>> {
    outputs_within(program, inputs, Limits::default())
}

/// What a program gives on some inputs within some limits; `None` where that is no grid.
pub(super) fn outputs_within<'g>(
    program: &Program,
    inputs: impl IntoIterator<Item = &'g Grid>,
    limits: Limits,
) -> Vec<Option<Grid>> {
    let batch = Batch::new([program]);
    let mut workspace = Workspace::new(&batch, limits);
    inputs.into_iter().map(|input| output(&mut workspace, input, None)).collect()
}

/// What a program gives on an input and perhaps another grid; `None` if that is no grid.
fn run(program: &Program, input: &Grid, candidate: Option<&Grid>) -> Option<Grid> {
    let batch = Batch::new([program]);
    output(&mut Workspace::new(&batch, Limits::default()), input, candidate)
}

fn output(workspace: &mut Workspace<'_>, input: &Grid, candidate: Option<&Grid>) -> Option<Grid> {
    let grid = |grid: &Grid| Value::Grid(grid.clone());
    let inputs = Inputs { input: grid(input), samples: Value::None, candidate: candidate.map(grid) };
    let mut output = None;
    workspace.run([0], &inputs, |_, evaluation| {
        if let Ok(Value::Grid(grid)) = evaluation.result {
            output = Some(grid);
        }
    });
    output
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
        if same_size(output, &sample.input) {
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
        let view = &View::roles(&task)[0];
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
        let view = &View::roles(&task)[0];
        let program = Program::parse("replace(replace(I, TWO, FIVE), ONE, TWO)").expect("a program");
        let restored = view.restore(&program).expect("a program without the demo pairs");
        let expected: Vec<Option<Grid>> = task.demo.iter().map(|sample| sample.output.clone()).collect();
        assert_eq!(demo_outputs(&restored, &task), expected);
        assert!(view.restore(&Program::parse("first(first(S))").expect("a program")).is_none());
    }

    #[test]
    fn turning_is_undone() {
        let task = task().without_answers();
        for turn in TURNS {
            let view = View::through(turn).expect("programs");
            let same = view.restore(&Program::parse("I").expect("a program")).expect("no demo pairs");
            let inputs: Vec<Option<Grid>> = task.demo.iter().map(|sample| Some(sample.input.clone())).collect();
            assert_eq!(demo_outputs(&same, &task), inputs, "{turn:?}");
        }
    }

    #[test]
    fn echoes_double_the_demo_pairs() {
        let task = task().without_answers();
        let view = View::Echoed(Program::parse("vmirror(I)").expect("a program"));
        let seen = view.derive(&task).expect("a task");
        assert_eq!((seen.demo.len(), &seen.test), (4, &task.test));
        assert_eq!(seen.demo[2].input, grid(&[&[0, 0, 0, 0], &[2, 1, 1, 0]]));
        assert_eq!(seen.demo[2].output, Some(grid(&[&[0, 0, 0, 0], &[5, 2, 2, 0]])));
        let program = Program::parse("hmirror(I)").expect("a program");
        assert_eq!(view.restore(&program), Some(program));
        let even = Task { demo: vec![sample(&[&[1, 1]], &[&[2, 2]])], test: vec![] };
        assert!(view.derive(&even).is_none());
    }

    #[test]
    fn all_views_through_programs_are_read() {
        assert!(FRAMES.iter().chain(TURNS).all(|texts| View::through(texts).is_some()));
    }

    #[test]
    fn a_frame_gives_all_outputs_back() {
        let mirrored = Task {
            demo: vec![
                sample(&[&[1, 2], &[3, 0]], &[&[1, 1], &[3, 3]]),
                sample(&[&[0, 4], &[5, 0]], &[&[0, 0], &[5, 5]]),
            ],
            test: vec![sample(&[&[6, 0]], &[&[0]])],
        };
        let mirrored = mirrored.without_answers();
        let view = View::through(&["I", "lefthalf(C)", "hconcat(C, vmirror(C))"]).expect("programs");
        assert!(view.is_frame_of(&mirrored));
        assert!(!view.is_frame_of(&task()));
        let seen = view.derive(&mirrored).expect("a task");
        assert_eq!(seen.demo[0].output, Some(grid(&[&[1], &[3]])));
        let restored = view.restore(&Program::parse("lefthalf(I)").expect("a program")).expect("a program");
        let expected: Vec<Option<Grid>> = mirrored.demo.iter().map(|sample| sample.output.clone()).collect();
        assert_eq!(demo_outputs(&restored, &mirrored), expected);
    }

    #[test]
    fn samples_that_agree_need_no_view() {
        let same = Task { demo: vec![task().demo[0].clone(); 2], test: vec![] };
        assert!(View::roles(&same).is_empty());
        let framed = View::of(&same, ECHOED_FUEL - 1).len() as u64;
        let echoed = ECHOES.len() as u64;
        let fuel = framed * FRAMED_FUEL + echoed * ECHOED_FUEL + 2 * TURNED_FUEL;
        assert_eq!(View::of(&same, fuel).len() as u64, framed + echoed + 2);
    }
}
