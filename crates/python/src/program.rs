//! Programs and files of programs.

use arcsynth_engine::batch::{Batch, Inputs, Workspace};
use arcsynth_engine::machine::Limits;
use arcsynth_engine::program::{self, parse_file as parse_definitions};
use arcsynth_engine::task::Task;
use arcsynth_engine::types::Mode;
use arcsynth_engine::value::Value;
use pyo3::prelude::*;

use crate::error::{EvaluationError, ProgramError};
use crate::grid::Grid;

/// A typed program in canonical form.
#[pyclass(module = "arcsynth._engine", frozen, eq, hash, from_py_object)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Program(pub program::Program);

#[pymethods]
impl Program {
    /// Reads one program: a function definition or a bare expression over `I`.
    #[staticmethod]
    fn parse(text: &str) -> PyResult<Program> {
        program::Program::parse(text).map(Program).map_err(|error| ProgramError::new_err(error.to_string()))
    }

    /// The canonical id: 32 hexadecimal digits that name the program everywhere.
    #[getter]
    fn id(&self) -> String {
        self.0.id()
    }

    /// The number of calls.
    #[getter]
    fn size(&self) -> usize {
        self.0.size()
    }

    /// The description length in bits.
    #[getter]
    fn cost(&self) -> u32 {
        self.0.cost()
    }

    /// Whether it is a difference measure: it reads the grid to compare with, `C`.
    #[getter]
    fn is_measure(&self) -> bool {
        self.0.uses_candidate()
    }

    /// The canonical nested expression, or None if it would be too long to write.
    fn nested(&self) -> Option<String> {
        self.0.nested()
    }

    /// The canonical straight-line definition under a name.
    #[pyo3(signature = (name = "solve"))]
    fn definition(&self, name: &str) -> String {
        self.0.definition(name)
    }

    /// Whether every step takes and gives fitting types, judged as strictly as for bred programs.
    fn is_well_typed(&self) -> bool {
        self.0.types(Mode::Strict).is_ok()
    }

    /// The output grid on an input grid; `demo` are the (input, output) pairs that the program sees as `S`.
    #[pyo3(signature = (grid, *, demo = Vec::new(), fuel = None))]
    fn run(&self, grid: &Grid, demo: Vec<(Grid, Grid)>, fuel: Option<u64>) -> PyResult<Grid> {
        let samples = demo.into_iter().map(|(input, output)| crate::task::sample(input, Some(output))).collect();
        let task = Task { demo: samples, test: Vec::new() };
        let inputs = Inputs {
            input: Value::Grid(grid.0.clone()),
            samples: task.demo_pairs().map_err(|fault| EvaluationError::new_err(fault.to_string()))?,
            candidate: None,
        };
        let batch = Batch::new([&self.0]);
        let mut results = Vec::new();
        Workspace::new(&batch, limits(fuel, None)).run([0], &inputs, |_, evaluation| {
            results.push(evaluation.result);
        });
        match results.pop() {
            Some(Ok(Value::Grid(grid))) => Ok(Grid(grid)),
            Some(Ok(other)) => {
                Err(EvaluationError::new_err(format!("the program gave {}, expected Grid", other.kind())))
            }
            Some(Err(error)) => Err(EvaluationError::new_err(error.to_string())),
            None => Err(EvaluationError::new_err("the program was not run")),
        }
    }

    fn __repr__(&self) -> String {
        match self.0.nested() {
            Some(nested) if nested.len() <= 200 => format!("Program.parse({nested:?})"),
            _ => format!("<Program {} of {} steps>", self.0.id(), self.0.size()),
        }
    }

    /// The program with its id, size and cost, for notebooks.
    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("arcsynth.notebook")?.call_method1("program_html", (slf,))?.extract()
    }

    fn __reduce__(&self, py: Python<'_>) -> PyResult<(Py<PyAny>, (String,))> {
        let parse = py.get_type::<Program>().getattr("parse")?;
        Ok((parse.unbind(), (self.0.definition("solve"),)))
    }

    fn __len__(&self) -> usize {
        self.0.size()
    }
}

/// A function definition of a file: its program, or why it could not be read.
#[pyclass(module = "arcsynth._engine", frozen, get_all)]
pub struct Definition {
    /// The function's name, or None if it could not be read or the text is a bare expression.
    name: Option<String>,
    /// The line on which it starts, counted from 1.
    line: u32,
    /// The program, or None if it could not be read.
    program: Option<Program>,
    /// What is wrong and where, or None.
    error: Option<String>,
}

/// Reads a file of function definitions; what is wrong in one does not spoil the others.
#[pyfunction]
pub fn parse_file(py: Python<'_>, text: &str) -> Vec<Definition> {
    py.detach(|| parse_definitions(text))
        .into_iter()
        .map(|definition| {
            let (program, error) = match definition.program {
                Ok(program) => (Some(Program(program)), None),
                Err(error) => (None, Some(error.to_string())),
            };
            Definition { name: definition.name, line: definition.line, program, error }
        })
        .collect()
}

/// The default limits with what the caller wants otherwise.
pub fn limits(fuel: Option<u64>, memory: Option<u64>) -> Limits {
    let default = Limits::default();
    Limits { fuel: fuel.unwrap_or(default.fuel), memory: memory.unwrap_or(default.memory) }
}
