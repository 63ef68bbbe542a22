//! Tiny tasks for the tests of strategies.

use super::{search, Found, Settings};
use crate::grid::Grid;
use crate::parallel::Cancel;
use crate::program::Program;
use crate::task::{Sample, Task};

const FUEL: u64 = 1_000_000_000;

/// The grid of rows of digits, separated by slashes.
pub fn grid(rows: &str) -> Grid {
    let digits = |row: &str| row.bytes().map(|digit| (digit - b'0') as i8).collect();
    let rows: Vec<Vec<i8>> = rows.split('/').map(digits).collect();
    Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("equally long rows")
}

/// The task of pairs of an input and an output, the last of which is the test.
pub fn task(pairs: &[(&str, &str)]) -> Task {
    let sample = |(input, output): &(&str, &str)| Sample { input: grid(input), output: Some(grid(output)) };
    let mut demo: Vec<Sample> = pairs.iter().map(sample).collect();
    let test = demo.split_off(pairs.len() - 1);
    Task { demo, test }
}

/// What a strategy finds by itself with a task's fuel.
pub fn search_by(strategy: &str, task: &Task, fuel: u64) -> Found {
    let is_wanted = |name: &str| name == strategy;
    search(task, &Settings { programs: &[], fuel, is_wanted: &is_wanted, proposals: 8, cancel: Cancel::default() })
}

/// Whether the best proposal solves a task, and is the program that its text says.
pub fn is_solved(task: &Task, found: &Found) -> bool {
    let Some(best) = found.proposals.first() else {
        return false;
    };
    let outputs: Vec<_> = task.test.iter().map(|test| test.output.clone()).collect();
    let again = Program::parse(&best.program.definition("solve")).expect("a program's own text");
    again == best.program && best.matched == task.demo.len() && best.outputs == outputs
}

/// Whether a strategy solves the task of some pairs.
pub fn solves(strategy: &str, pairs: &[(&str, &str)]) -> bool {
    let task = task(pairs);
    is_solved(&task, &search_by(strategy, &task, FUEL))
}
