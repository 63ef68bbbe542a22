//! Tasks: demo samples with their outputs, test samples whose outputs may be unknown or hidden.

use sha2::{Digest, Sha256};

use crate::error::Fault;
use crate::grid::Grid;
use crate::value::Value;

/// An input grid and, where it is known, the output grid.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sample {
    /// The grid that a program is given.
    pub input: Grid,
    /// The grid that it should give.
    pub output: Option<Grid>,
}

/// Samples that one program should solve.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Task {
    /// The samples with known outputs, from which to learn.
    pub demo: Vec<Sample>,
    /// The samples on which the program is judged.
    pub test: Vec<Sample>,
}

impl Task {
    /// All samples, demo first.
    pub fn samples(&self) -> impl Iterator<Item = &Sample> {
        self.demo.iter().chain(&self.test)
    }

    /// The number of all samples.
    pub fn len(&self) -> usize {
        self.demo.len() + self.test.len()
    }

    /// Whether the task has no samples.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The same task without the outputs of its test samples: what search may see.
    pub fn without_answers(&self) -> Task {
        let hide = |sample: &Sample| Sample { input: sample.input.clone(), output: None };
        Task { demo: self.demo.clone(), test: self.test.iter().map(hide).collect() }
    }

    /// The content key: 32 hexadecimal digits that stay the same when the task is rotated, reflected or recoloured.
    ///
    /// Computed from the demo pairs alone, in any order, so that a task is known again wherever it comes from.
    pub fn content_key(&self) -> String {
        let orientation = |turn: usize| {
            let mut pairs: Vec<[u8; 32]> = self.demo.iter().map(|sample| pair_digest(sample, turn)).collect();
            pairs.sort_unstable();
            pairs
        };
        let least = (0..8).map(orientation).min().unwrap_or_default();
        let digest = Sha256::digest(least.concat());
        digest[..16].iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The demo pairs as programs see them, `S`: a tuple of (input, output) tuples.
    pub fn demo_pairs(&self) -> Result<Value, Fault> {
        let pair = |sample: &Sample| {
            let output = sample.output.as_ref()?;
            Some(Value::tuple(vec![Value::Grid(sample.input.clone()), Value::Grid(output.clone())]))
        };
        Value::tuple(self.demo.iter().filter_map(pair).collect::<Result<_, _>>()?)
    }
}

/// The digest of a pair in one of eight orientations, its colours numbered in the order of their appearance.
fn pair_digest(sample: &Sample, turn: usize) -> [u8; 32] {
    let mut colours: Vec<i8> = Vec::new();
    let mut hasher = Sha256::new();
    for grid in std::iter::once(&sample.input).chain(&sample.output) {
        let (height, width) = (grid.height(), grid.width());
        let (rows, columns) = if turn & 4 == 0 { (height, width) } else { (width, height) };
        hasher.update((rows as u64).to_le_bytes());
        hasher.update((columns as u64).to_le_bytes());
        for row in 0..rows {
            for column in 0..columns {
                let (mut i, mut j) = if turn & 4 == 0 { (row, column) } else { (column, row) };
                if turn & 1 != 0 {
                    i = height - 1 - i;
                }
                if turn & 2 != 0 {
                    j = width - 1 - j;
                }
                let colour = grid.row(i)[j];
                let known = colours.iter().position(|&other| other == colour);
                let number = known.unwrap_or_else(|| {
                    colours.push(colour);
                    colours.len() - 1
                });
                hasher.update([number as u8]);
            }
        }
    }
    hasher.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[i8]]) -> Grid {
        Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("a rectangle")
    }

    type Rows = &'static [&'static [i8]];

    fn task(pairs: &[(Rows, Rows)]) -> Task {
        let sample = |(input, output): &(Rows, Rows)| Sample { input: grid(input), output: Some(grid(output)) };
        Task { demo: pairs.iter().map(sample).collect(), test: vec![] }
    }

    #[test]
    fn the_key_outlasts_rotation_recolouring_and_order() {
        let original = task(&[(&[&[1, 2], &[0, 1]], &[&[1, 2, 3]]), (&[&[5]], &[&[6]])]);
        let turned = task(&[(&[&[7]], &[&[2]]), (&[&[0, 4], &[4, 9]], &[&[4], &[9], &[3]])]);
        let recoloured = task(&[(&[&[2, 1], &[3, 2]], &[&[2, 1, 0]]), (&[&[1]], &[&[0]])]);
        let other = task(&[(&[&[1, 2], &[0, 1]], &[&[1, 2, 2]]), (&[&[5]], &[&[6]])]);
        assert_eq!(original.content_key(), recoloured.content_key());
        assert_eq!(original.content_key(), turned.content_key());
        assert_ne!(original.content_key(), other.content_key());
    }

    #[test]
    fn answers_are_removed() {
        let mut task = task(&[(&[&[1]], &[&[2]])]);
        task.test = task.demo.clone();
        assert!(task.without_answers().test.iter().all(|sample| sample.output.is_none()));
        assert_eq!(task.without_answers().demo, task.demo);
    }
}
