//! Tasks as they come from Python: anything with `demo` and `test` samples that have an `input` and an `output`.

use arcsynth_engine::task::{Sample, Task};
use pyo3::prelude::*;

use crate::grid::Grid;

/// A task read off a Python object.
pub struct TaskArgument(pub Task);

impl<'py> FromPyObject<'_, 'py> for TaskArgument {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let samples = |name: &str| -> PyResult<Vec<Sample>> {
            let samples = object.getattr(name)?;
            samples.try_iter()?.map(|item| read_sample(&item?)).collect()
        };
        Ok(TaskArgument(Task { demo: samples("demo")?, test: samples("test")? }))
    }
}

fn read_sample(object: &Bound<'_, PyAny>) -> PyResult<Sample> {
    let input: Grid = object.getattr("input")?.extract()?;
    let output: Option<Grid> = object.getattr("output")?.extract()?;
    Ok(sample(input, output))
}

/// A sample of grids.
pub fn sample(input: Grid, output: Option<Grid>) -> Sample {
    Sample { input: input.0, output: output.map(|grid| grid.0) }
}

/// The engine's tasks of what was read.
pub fn tasks(arguments: Vec<TaskArgument>) -> Vec<Task> {
    arguments.into_iter().map(|argument| argument.0).collect()
}

/// The content key of a task: 32 hexadecimal digits that stay the same under rotation, reflection and colour exchange.
///
/// Computed from the demo pairs alone, in any order.
#[pyfunction]
pub fn task_key(task: TaskArgument) -> String {
    task.0.content_key()
}
