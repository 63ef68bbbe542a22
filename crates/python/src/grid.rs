//! Grids.

use arcsynth_engine::grid;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyInt, PyList, PyTuple};

use crate::error::GridError;

/// The longest side of a task's grid; ARC's own limit is 30, other corpora go to 93.
const MAX_SIDE: usize = 100;

/// A rectangle of colours 0 to 9, immutable and hashable.
///
/// Made of rows of integers; raises GridError naming the row and the column where they are no grid.
#[pyclass(module = "arcsynth._engine", frozen, eq, hash, from_py_object)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Grid(pub grid::Grid);

#[pymethods]
impl Grid {
    #[new]
    fn new(rows: &Bound<'_, PyAny>) -> PyResult<Grid> {
        let mut width = 0;
        let mut height = 0;
        let mut cells: Vec<i8> = Vec::new();
        for row in sequence(rows, "the grid")?.iter() {
            height += 1;
            let row = sequence(row, &format!("row {height}"))?;
            if height == 1 {
                width = row.len();
            }
            if row.is_empty() {
                return Err(GridError::new_err(format!("row {height} is empty")));
            }
            if row.len() != width {
                return Err(GridError::new_err(format!("row {height} has {} cells, row 1 has {width}", row.len())));
            }
            if height > MAX_SIDE || width > MAX_SIDE {
                return Err(GridError::new_err(format!("the grid is larger than {MAX_SIDE} by {MAX_SIDE}")));
            }
            for (column, cell) in row.iter().enumerate() {
                cells.push(colour(cell, height, column + 1)?);
            }
        }
        match grid::Grid::new(height, width, &cells) {
            Some(grid) => Ok(Grid(grid)),
            None => Err(GridError::new_err("the grid has no rows")),
        }
    }

    /// The number of rows.
    #[getter]
    fn height(&self) -> usize {
        self.0.height()
    }

    /// The number of columns.
    #[getter]
    fn width(&self) -> usize {
        self.0.width()
    }

    /// The number of rows and of columns.
    #[getter]
    fn shape(&self) -> (usize, usize) {
        (self.0.height(), self.0.width())
    }

    /// The colours as a new list of rows.
    fn rows(&self) -> Vec<Vec<i64>> {
        let row = |row: &[i8]| row.iter().map(|&colour| i64::from(colour)).collect();
        self.0.rows().map(row).collect()
    }

    fn __repr__(&self) -> String {
        format!("Grid({})", rows_text(&self.0))
    }

    /// Writes the rows as lines of digits.
    fn __str__(&self) -> String {
        self.0.to_string()
    }

    /// A picture, for notebooks.
    fn _repr_html_(slf: &Bound<'_, Self>) -> PyResult<String> {
        slf.py().import("arcsynth.notebook")?.call_method1("grid_html", (slf,))?.extract()
    }

    fn __reduce__(&self, py: Python<'_>) -> (Py<PyAny>, (Vec<Vec<i64>>,)) {
        (py.get_type::<Grid>().into_any().unbind(), (self.rows(),))
    }
}

/// The items of a list or a tuple.
fn sequence<'py>(object: &Bound<'py, PyAny>, what: &str) -> PyResult<Vec<Bound<'py, PyAny>>> {
    if let Ok(list) = object.cast::<PyList>() {
        return Ok(list.iter().collect());
    }
    if let Ok(tuple) = object.cast::<PyTuple>() {
        return Ok(tuple.iter().collect());
    }
    Err(GridError::new_err(format!("{what} is {}, expected a list", kind(object))))
}

/// A colour; `row` and `column` say where it stands.
fn colour(cell: &Bound<'_, PyAny>, row: usize, column: usize) -> PyResult<i8> {
    let place = || format!("row {row}, column {column}");
    if !cell.is_instance_of::<PyInt>() || cell.is_instance_of::<PyBool>() {
        return Err(GridError::new_err(format!(
            "{}: {} is no colour, expected an integer 0 to 9",
            place(),
            kind(cell)
        )));
    }
    match cell.extract::<i8>() {
        Ok(colour @ 0..=9) => Ok(colour),
        _ => Err(GridError::new_err(format!("{}: colour {} is outside 0 to 9", place(), shorten(&cell.to_string())))),
    }
}

/// A number as messages show it: long ones cut.
fn shorten(number: &str) -> String {
    match number.get(..20) {
        Some(start) => format!("{start}…"),
        None => number.to_owned(),
    }
}

/// What an object is, for messages.
fn kind(object: &Bound<'_, PyAny>) -> String {
    let name = object.get_type().name();
    name.map_or_else(|_| "an object".to_owned(), |name| format!("a value of type {name}"))
}

fn rows_text(grid: &grid::Grid) -> String {
    let rows: Vec<String> = grid.rows().map(|row| format!("{row:?}")).collect();
    format!("[{}]", rows.join(", "))
}
