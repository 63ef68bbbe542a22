//! Reading arguments: what primitives accept as a number, a grid, a patch or a container.

use std::borrow::Cow;

use crate::error::{EvalError, Fault, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::{Cell, Footprint, Frame, Indices, Object, Place};
use crate::value::{Elements, Value};

/// Views of an argument; each fails with the expected and the actual kind.
pub(crate) trait Argument {
    /// The fault of a value of the wrong kind.
    fn unexpected(&self, expected: &'static str) -> EvalError;
    /// An integer; truth values count as 0 and 1.
    fn integer(&self) -> Result<i64>;
    /// A pair of integers.
    fn pair(&self) -> Result<(i64, i64)>;
    /// A pair of integers that is a place in range.
    fn place(&self) -> Result<Place>;
    /// A non-empty grid of non-empty rows.
    fn grid(&self) -> Result<&Grid>;
    /// The number of rows of a grid without cells: the empty tuple, or a tuple of empty tuples.
    fn empty_rows(&self, machine: &mut Machine) -> Result<Option<usize>>;
    /// Objects and indices, also as tuples of cells or places, also empty.
    fn patch(&self, machine: &mut Machine) -> Result<Patch<'_>>;
    /// The elements of a tuple or a set.
    fn container(&self, machine: &mut Machine) -> Result<Elements<'_>>;
}

/// A patch argument: what `Object`, `Indices`, and tuples of cells or of places have in common.
pub(crate) enum Patch<'a> {
    /// No cells.
    Empty,
    /// A set of places.
    Indices(Cow<'a, Indices>),
    /// A set of coloured cells.
    Object(Cow<'a, Object>),
}

impl Patch<'_> {
    /// The bounding box; `None` of an empty patch.
    pub(crate) fn frame(&self) -> Option<Frame> {
        match self {
            Patch::Empty => None,
            Patch::Indices(indices) => Some(indices.frame()),
            Patch::Object(object) => Some(object.frame()),
        }
    }

    /// The places; `None` of an empty patch.
    pub(crate) fn indices(&self) -> Option<Indices> {
        match self {
            Patch::Empty => None,
            Patch::Indices(indices) => Some(indices.as_ref().clone()),
            Patch::Object(object) => Some(object.indices()),
        }
    }

    /// The places, borrowed; `None` of an empty patch.
    #[inline]
    pub(crate) fn footprint(&self) -> Option<Footprint<'_>> {
        match self {
            Patch::Empty => None,
            Patch::Indices(indices) => Some(indices.footprint()),
            Patch::Object(object) => Some(object.footprint()),
        }
    }

    /// The number of places or cells.
    pub(crate) fn len(&self) -> usize {
        match self {
            Patch::Empty => 0,
            Patch::Indices(indices) => indices.len(),
            Patch::Object(object) => object.len(),
        }
    }
}

/// A patch made for the occasion, unless its places lie too far apart.
fn owned<'a, P: Clone + 'a>(patch: Option<P>, form: fn(Cow<'a, P>) -> Patch<'a>) -> Result<Patch<'a>> {
    patch.map(|patch| form(Cow::Owned(patch))).ok_or_else(|| Fault::Overflow.into())
}

impl Argument for Value {
    fn unexpected(&self, expected: &'static str) -> EvalError {
        Fault::Kind { expected, found: self.kind() }.into()
    }

    #[inline]
    fn integer(&self) -> Result<i64> {
        self.as_integer().ok_or_else(|| self.unexpected("Integer"))
    }

    #[inline]
    fn pair(&self) -> Result<(i64, i64)> {
        match *self {
            Value::Pair(a, b) => Ok((a, b)),
            _ => Err(self.unexpected("IntegerTuple")),
        }
    }

    #[inline]
    fn place(&self) -> Result<Place> {
        self.pair()?;
        self.as_place().ok_or_else(|| Fault::Overflow.into())
    }

    #[inline]
    fn grid(&self) -> Result<&Grid> {
        match self {
            Value::Grid(grid) => Ok(grid),
            _ => Err(self.unexpected("Grid")),
        }
    }

    fn empty_rows(&self, machine: &mut Machine) -> Result<Option<usize>> {
        let is_empty_tuple = |value: &Value| matches!(value, Value::Tuple(items) if items.is_empty());
        let Value::Tuple(rows) = self else {
            return Ok(None);
        };
        machine.spend(rows.len() as u64)?;
        Ok(rows.iter().all(is_empty_tuple).then_some(rows.len()))
    }

    fn patch(&self, machine: &mut Machine) -> Result<Patch<'_>> {
        if let Value::Grid(_) | Value::Set(_) | Value::Tuple(_) = self {
            let count = self.size().unwrap_or(0) as u64;
            machine.allocate(count * 24)?;
            machine.spend(count * 8)?;
        }
        match self {
            Value::Indices(indices) => Ok(Patch::Indices(Cow::Borrowed(indices))),
            Value::Object(object) => Ok(Patch::Object(Cow::Borrowed(object))),
            Value::Set(items) | Value::Tuple(items) if items.is_empty() => Ok(Patch::Empty),
            Value::Grid(grid) if grid.width() == 2 => {
                let places: Vec<Place> =
                    grid.rows().map(|row| Place::new(i32::from(row[0]), i32::from(row[1]))).collect();
                owned(Indices::new(&places), Patch::Indices)
            }
            Value::Set(items) | Value::Tuple(items) => {
                if let Some(cells) = items.iter().map(Value::as_cell).collect::<Option<Vec<Cell>>>() {
                    return owned(Object::new(&cells), Patch::Object);
                }
                let places: Option<Vec<Place>> = items.iter().map(Value::as_place).collect();
                let places = places.ok_or_else(|| self.unexpected("Patch"))?;
                owned(Indices::new(&places), Patch::Indices)
            }
            _ => Err(self.unexpected("Patch")),
        }
    }

    #[inline]
    fn container(&self, machine: &mut Machine) -> Result<Elements<'_>> {
        if let Value::Grid(grid) = self {
            // Each row becomes a tuple.
            machine.allocate_items(grid.cells().len())?;
        }
        self.elements().ok_or_else(|| self.unexpected("Container"))
    }
}
