//! Grids.

use arcsynth_engine::grid;
use pyo3::prelude::*;

/// A rectangle of colours.
#[pyclass(module = "arcsynth._engine", frozen, eq, hash, from_py_object)]
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Grid(pub grid::Grid);
