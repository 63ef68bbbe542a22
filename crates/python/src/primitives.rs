//! The registry of primitives, for help texts, tests and the reference page.

use arcsynth_engine::constants;
use arcsynth_engine::primitives::{self as registry, Origin};
use pyo3::prelude::*;

/// A primitive of the DSL.
#[pyclass(module = "arcsynth._engine", frozen, get_all)]
pub struct Primitive {
    /// The name in programs.
    name: &'static str,
    /// The title of its family.
    family: &'static str,
    /// Whether it is one of the interface's, or one of the project's own.
    is_interface: bool,
    /// The parameters and the result in the type language.
    signature: &'static str,
    /// The names of its parameters.
    parameters: Vec<&'static str>,
    /// What it does, in a line.
    doc: &'static str,
}

/// All primitives, in the order of their families.
#[pyfunction]
pub fn primitives() -> Vec<Primitive> {
    registry::all()
        .map(|id| {
            let entry = id.entry();
            Primitive {
                name: entry.name,
                family: entry.family,
                is_interface: entry.origin == Origin::Interface,
                signature: entry.declaration,
                parameters: entry.parameters.clone(),
                doc: entry.doc,
            }
        })
        .collect()
}

/// The named constants with their values as text.
#[pyfunction]
#[pyo3(name = "constants")]
pub fn named_constants() -> Vec<(&'static str, String)> {
    constants::all().map(|(name, value)| (name, value.to_string())).collect()
}
