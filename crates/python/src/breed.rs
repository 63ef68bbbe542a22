//! Breeding.

use std::collections::HashMap;

use arcsynth_engine::breed as breeding;
use arcsynth_engine::breed::{Operator, Parent, Rates};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;

use crate::program::Program;

/// A bred program with its origin.
#[pyclass(module = "arcsynth._engine", frozen, get_all)]
pub struct Child {
    /// The program.
    program: Program,
    /// The operator that made it.
    operator: &'static str,
    /// The indices of its parents; the first is the one that was changed.
    parents: Vec<usize>,
}

/// Breeds up to `count` distinct, well-typed children that differ from all parents.
///
/// Parents are drawn in proportion to `weights`; those that are not well typed are passed over. `rates` says
/// how often an operator is drawn, by name; those left out are drawn as usual. The result depends on the arguments alone.
#[pyfunction]
#[pyo3(signature = (parents, weights, *, count, seed, round, rates = None))]
pub fn breed(
    py: Python<'_>,
    parents: Vec<Program>,
    weights: Vec<f64>,
    count: usize,
    seed: u64,
    round: u64,
    rates: Option<HashMap<String, f64>>,
) -> PyResult<Vec<Child>> {
    if parents.len() != weights.len() {
        return Err(PyValueError::new_err(format!(
            "weights: expected {} of them, one a parent, found {}",
            parents.len(),
            weights.len()
        )));
    }
    let rates = given_rates(rates.unwrap_or_default())?;
    Ok(py.detach(|| {
        let (indices, parents, weights) = well_typed(&parents, &weights);
        breeding::breed(&parents, &weights, &rates, count, seed, round)
            .into_iter()
            .map(|child| Child {
                program: Program(child.program),
                operator: child.operator.name(),
                parents: child.parents.iter().map(|&parent| indices[parent]).collect(),
            })
            .collect()
    }))
}

/// The usual rates with some of them exchanged.
fn given_rates(given: HashMap<String, f64>) -> PyResult<Rates> {
    let mut rates = Rates::default();
    for (name, rate) in given {
        let Some(place) = Operator::ALL.iter().position(|operator| operator.name() == name) else {
            return Err(PyValueError::new_err(format!(
                "rates: no operator {name:?}, expected one of {:?}",
                operators()
            )));
        };
        if !rate.is_finite() || rate < 0.0 {
            return Err(PyValueError::new_err(format!("rates: {name}: expected a number from 0, found {rate}")));
        }
        rates.0[place] = rate;
    }
    Ok(rates)
}

/// The parents that can be bred from, with their indices and weights.
fn well_typed(programs: &[Program], weights: &[f64]) -> (Vec<usize>, Vec<Parent>, Vec<f64>) {
    let mut indices = Vec::new();
    let mut parents = Vec::new();
    let mut kept = Vec::new();
    for (index, (program, weight)) in programs.iter().zip(weights).enumerate() {
        if let Some(parent) = Parent::new(&program.0) {
            indices.push(index);
            parents.push(parent);
            kept.push(*weight);
        }
    }
    (indices, parents, kept)
}

/// The names of the operators, in the order of their rates.
#[pyfunction]
pub fn operators() -> Vec<&'static str> {
    Operator::ALL.iter().map(|operator| operator.name()).collect()
}
