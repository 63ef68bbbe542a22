//! Iterates over the elements of containers, whatever form they have.

use std::borrow::Cow;

use super::{row_value, Value};
use crate::grid::Grid;
use crate::patch::{Indices, Object};

/// The elements of a container; see [`Value::elements`].
pub enum Elements<'a> {
    /// A pair or a cell.
    Two([Value; 2], usize),
    /// The rows of a grid.
    Rows(&'a Grid, usize),
    /// The places of indices.
    Places(&'a Indices, usize),
    /// The cells of an object.
    Cells(&'a Object, usize),
    /// A tuple or a set.
    Items(std::slice::Iter<'a, Value>),
}

impl<'a> Elements<'a> {
    /// The elements, those that lie in the container as values themselves not cloned.
    pub fn borrowed(mut self) -> impl Iterator<Item = Cow<'a, Value>> {
        std::iter::from_fn(move || match &mut self {
            Elements::Items(items) => items.next().map(Cow::Borrowed),
            others => others.next().map(Cow::Owned),
        })
    }

    /// All elements that are left, not cloned if they lie in the container as values.
    pub fn into_slice(self) -> Cow<'a, [Value]> {
        match self {
            Elements::Items(items) => Cow::Borrowed(items.as_slice()),
            others => Cow::Owned(others.collect()),
        }
    }
}

impl Iterator for Elements<'_> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        match self {
            Elements::Two(values, at) => {
                let value = values.get(*at).cloned();
                *at += 1;
                value
            }
            Elements::Rows(grid, at) => {
                let value = (*at < grid.height()).then(|| row_value(grid.row(*at)));
                *at += 1;
                value
            }
            Elements::Places(indices, at) => {
                let place = indices.place(*at);
                *at += 1;
                place.map(Value::place)
            }
            Elements::Cells(object, at) => {
                let cell = object.cell(*at);
                *at += 1;
                cell.map(Value::Cell)
            }
            Elements::Items(items) => items.next().cloned(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = match self {
            Elements::Two(_, at) => 2usize.saturating_sub(*at),
            Elements::Rows(grid, at) => grid.height().saturating_sub(*at),
            Elements::Places(indices, at) => indices.len().saturating_sub(*at),
            Elements::Cells(object, at) => object.len().saturating_sub(*at),
            Elements::Items(items) => items.len(),
        };
        (left, Some(left))
    }
}

impl ExactSizeIterator for Elements<'_> {}
