//! Tasks: demo samples with their outputs, test samples whose outputs may be unknown or hidden.

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
        let hide = |sample: &Sample| Sample {
            input: sample.input.clone(),
            output: None,
        };
        Task {
            demo: self.demo.clone(),
            test: self.test.iter().map(hide).collect(),
        }
    }

    /// The demo pairs as programs see them, `S`: a tuple of (input, output) tuples.
    pub fn demo_pairs(&self) -> Result<Value, Fault> {
        let pair = |sample: &Sample| {
            let output = sample.output.as_ref()?;
            Some(Value::tuple(vec![
                Value::Grid(sample.input.clone()),
                Value::Grid(output.clone()),
            ]))
        };
        Value::tuple(
            self.demo
                .iter()
                .filter_map(pair)
                .collect::<Result<_, _>>()?,
        )
    }
}
