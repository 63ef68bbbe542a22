//! The values that programs compute: one form for each, structural equality, one natural order.
//!
//! A value is an integer, a truth value, nothing, a tuple, a set or a function. Grids, vectors, cells, indices and objects
//! are tuples and sets with a compact form of their own. The constructors always choose the most special form that fits,
//! so that equal values have equal forms.

mod elements;
mod order;

use std::fmt;

use triomphe::ThinArc;

use crate::error::Fault;
use crate::function::Function;
use crate::grid::Grid;
use crate::patch::{Cell, Indices, Object, Place};

pub use elements::Elements;

/// The deepest nesting of tuples, sets and closures.
const MAX_DEPTH: u16 = 100;

/// The largest number of leaves of one value, counted with repetition.
const MAX_LEAVES: u32 = 1 << 22;

/// Any value of the DSL; 24 bytes, cheap to clone.
#[derive(Clone)]
pub enum Value {
    /// Nothing: what `index` gives outside a grid.
    None,
    /// A truth value; equal to the integers 0 and 1.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// A tuple of two integers: a vector, a place, a size.
    Pair(i64, i64),
    /// A tuple of a colour and a place.
    Cell(Cell),
    /// A non-empty tuple of equally long, non-empty tuples of integers in -128..=127.
    Grid(Grid),
    /// A non-empty set of places.
    Indices(Indices),
    /// A non-empty set of cells.
    Object(Object),
    /// Any other tuple, the empty one included.
    Tuple(Items),
    /// Any other set, the empty one included; in natural order without repetition.
    Set(Items),
    /// A function.
    Function(Function),
}

/// The elements of a tuple or of a set; nothing is allocated where there are none.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Items(Option<ThinArc<Extent, Value>>);

/// How large and how deeply nested a value is: bounds the cost of comparing, hashing and dropping it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Extent {
    leaves: u32,
    depth: u16,
}

impl Extent {
    /// The extent of a value without parts.
    pub(crate) const LEAF: Extent = Extent { leaves: 1, depth: 0 };

    /// The extent of a function beside what it closes over: its text is written whenever it is compared.
    pub(crate) const FUNCTION: Extent = Extent { leaves: 50, depth: 0 };

    /// The number of leaves, counted with repetition.
    pub fn leaves(self) -> u32 {
        self.leaves
    }

    /// The extent of a value made of parts; fails if it exceeds what the engine follows.
    pub(crate) fn around(parts: impl Iterator<Item = Extent>) -> Result<Extent, Fault> {
        let mut extent = Extent::LEAF;
        for part in parts {
            extent.leaves = extent.leaves.saturating_add(part.leaves);
            extent.depth = extent.depth.max(part.depth + 1);
        }
        if extent.leaves > MAX_LEAVES {
            return Err(Fault::Memory);
        }
        if extent.depth > MAX_DEPTH {
            return Err(Fault::Depth);
        }
        Ok(extent)
    }
}

impl Items {
    const NONE: Items = Items(None);

    fn new(items: Vec<Value>) -> Result<Items, Fault> {
        if items.is_empty() {
            return Ok(Items::NONE);
        }
        let extent = Extent::around(items.iter().map(Value::extent))?;
        Ok(Items(Some(ThinArc::from_header_and_iter(extent, items.into_iter()))))
    }

    fn extent(&self) -> Extent {
        self.0.as_ref().map_or(Extent::LEAF, |items| items.header.header)
    }
}

impl std::ops::Deref for Items {
    type Target = [Value];

    fn deref(&self) -> &[Value] {
        self.0.as_ref().map_or(&[], |items| &items.slice)
    }
}

impl Value {
    /// The tuple of the given values, in its most special form.
    ///
    /// Truth values become integers: inside containers nothing tells them apart. Fails if the value would be too large
    /// or too deeply nested.
    pub fn tuple(mut items: Vec<Value>) -> Result<Value, Fault> {
        for item in &mut items {
            if let Value::Boolean(truth) = *item {
                *item = Value::Integer(i64::from(truth));
            }
        }
        match items.as_slice() {
            [Value::Integer(a), Value::Integer(b)] => return Ok(Value::Pair(*a, *b)),
            [Value::Integer(colour), Value::Pair(row, column)] => {
                if let Some(cell) = cell_of(*colour, *row, *column) {
                    return Ok(Value::Cell(cell));
                }
            }
            _ => {}
        }
        if let Some(grid) = grid_of(&items)? {
            return Ok(Value::Grid(grid));
        }
        Ok(Value::Tuple(Items::new(items)?))
    }

    /// The tuple of two values; see [`Value::tuple`].
    pub(crate) fn two(first: Value, second: Value) -> Result<Value, Fault> {
        // Pairs of places, which programs make by the thousand, are grids.
        if let (&Value::Pair(a, b), &Value::Pair(c, d)) = (&first, &second) {
            let cells = [a, b, c, d].map(i8::try_from);
            if let [Ok(a), Ok(b), Ok(c), Ok(d)] = cells {
                return Grid::new(2, 2, &[a, b, c, d]).map(Value::Grid).ok_or(Fault::Memory);
            }
        }
        Value::tuple(vec![first, second])
    }

    /// The set of the given values, in its most special form.
    ///
    /// Fails if the value would be too large or too deeply nested.
    pub fn set(mut items: Vec<Value>) -> Result<Value, Fault> {
        match items.first() {
            None => return Ok(Value::empty_set()),
            Some(Value::Pair(..)) => {
                let places: Option<Vec<Place>> = items.iter().map(Value::as_place).collect();
                if let Some(indices) = places.and_then(|places| Indices::new(&places)) {
                    return Ok(Value::Indices(indices));
                }
            }
            Some(Value::Cell(_)) => {
                let cells: Option<Vec<Cell>> = items.iter().map(Value::as_cell).collect();
                if let Some(object) = cells.and_then(|cells| Object::new(&cells)) {
                    return Ok(Value::Object(object));
                }
            }
            Some(_) => {}
        }
        for item in &mut items {
            if let Value::Boolean(truth) = *item {
                *item = Value::Integer(i64::from(truth));
            }
        }
        if !items.is_sorted_by(|a, b| a < b) {
            order::sort(&mut items);
        }
        Ok(Value::Set(Items::new(items)?))
    }

    /// The set of values that are in natural order without repetition; see [`Value::set`].
    pub(crate) fn set_in_order(items: Vec<Value>) -> Result<Value, Fault> {
        debug_assert!(items.is_sorted_by(|a, b| a < b));
        match items.first() {
            // These have a form of their own, and inside containers there are no truth values.
            None | Some(Value::Pair(..) | Value::Cell(_) | Value::Boolean(_)) => Value::set(items),
            Some(_) => Ok(Value::Set(Items::new(items)?)),
        }
    }

    /// The empty tuple.
    pub fn empty_tuple() -> Value {
        Value::Tuple(Items::NONE)
    }

    /// The empty set.
    pub fn empty_set() -> Value {
        Value::Set(Items::NONE)
    }

    /// The set of places; empty if there are none. Fails if they lie too far apart.
    pub fn indices(places: &[Place]) -> Result<Value, Fault> {
        if places.is_empty() {
            return Ok(Value::empty_set());
        }
        Indices::new(places).map(Value::Indices).ok_or(Fault::Overflow)
    }

    /// The set of cells; empty if there are none. Fails if they lie too far apart.
    pub fn object(cells: &[Cell]) -> Result<Value, Fault> {
        if cells.is_empty() {
            return Ok(Value::empty_set());
        }
        Object::new(cells).map(Value::Object).ok_or(Fault::Overflow)
    }

    /// The vector of a place.
    pub fn place(place: Place) -> Value {
        Value::Pair(i64::from(place.row), i64::from(place.column))
    }

    /// How large and how deeply nested the value is.
    pub fn extent(&self) -> Extent {
        let leaves = match self {
            Value::None | Value::Boolean(_) | Value::Integer(_) => 1,
            Value::Pair(..) => 2,
            Value::Cell(_) => 3,
            Value::Grid(grid) => grid.cells().len() as u32,
            Value::Indices(indices) => 2 * indices.len() as u32,
            Value::Object(object) => 3 * object.len() as u32,
            Value::Tuple(items) | Value::Set(items) => return items.extent(),
            Value::Function(function) => return function.extent(),
        };
        Extent { leaves, depth: 0 }
    }

    /// The work of comparing the value with one that is equal, in units of fuel.
    #[inline]
    pub(crate) fn weight(&self) -> u64 {
        match self {
            Value::None | Value::Boolean(_) | Value::Integer(_) => 1,
            Value::Pair(..) | Value::Cell(_) => 1,
            Value::Grid(grid) => grid.cells().len() as u64 / 16 + 1,
            Value::Indices(indices) => indices.len() as u64 / 2 + 1,
            Value::Object(object) => object.len() as u64 / 2 + 1,
            Value::Tuple(items) | Value::Set(items) => 2 * u64::from(items.extent().leaves),
            Value::Function(function) => 2 * u64::from(function.extent().leaves),
        }
    }

    /// The kind of the value, as error messages name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Value::None => "None",
            Value::Boolean(_) => "Boolean",
            Value::Integer(_) => "Integer",
            Value::Pair(..) => "IntegerTuple",
            Value::Cell(_) => "Cell",
            Value::Grid(_) => "Grid",
            Value::Indices(_) => "Indices",
            Value::Object(_) => "Object",
            Value::Tuple(_) => "Tuple",
            Value::Set(_) => "FrozenSet",
            Value::Function(_) => "Callable",
        }
    }

    /// Whether a condition holds for the value: false for nothing, zero and the empty containers.
    pub fn is_true(&self) -> bool {
        match self {
            Value::None => false,
            Value::Boolean(truth) => *truth,
            Value::Integer(number) => *number != 0,
            Value::Tuple(items) | Value::Set(items) => !items.is_empty(),
            _ => true,
        }
    }

    /// The integer that the value is; truth values count as 0 and 1.
    pub fn as_integer(&self) -> Option<i64> {
        match *self {
            Value::Integer(number) => Some(number),
            Value::Boolean(truth) => Some(i64::from(truth)),
            _ => None,
        }
    }

    /// The place that a pair of integers is, if it is in range.
    pub fn as_place(&self) -> Option<Place> {
        match *self {
            Value::Pair(row, column) => place_of(row, column),
            _ => None,
        }
    }

    /// The cell that the value is.
    pub fn as_cell(&self) -> Option<Cell> {
        match *self {
            Value::Cell(cell) => Some(cell),
            _ => None,
        }
    }

    /// The grid that the value is.
    pub fn as_grid(&self) -> Option<&Grid> {
        match self {
            Value::Grid(grid) => Some(grid),
            _ => None,
        }
    }

    /// The number of elements of a tuple or a set, `None` for any other value.
    pub fn size(&self) -> Option<usize> {
        match self {
            Value::Pair(..) | Value::Cell(_) => Some(2),
            Value::Grid(grid) => Some(grid.height()),
            Value::Indices(indices) => Some(indices.len()),
            Value::Object(object) => Some(object.len()),
            Value::Tuple(items) | Value::Set(items) => Some(items.len()),
            Value::None | Value::Boolean(_) | Value::Integer(_) | Value::Function(_) => None,
        }
    }

    fn is_empty_set(&self) -> bool {
        matches!(self, Value::Set(items) if items.is_empty())
    }

    /// Whether the value is a set.
    pub fn is_set(&self) -> bool {
        matches!(self, Value::Set(_) | Value::Indices(_) | Value::Object(_))
    }

    /// The element at a position of a container, counted in order or in natural order.
    #[inline]
    pub(crate) fn element(&self, position: usize) -> Option<Value> {
        match (self, position) {
            (Value::Pair(first, _), 0) => Some(Value::Integer(*first)),
            (Value::Pair(_, second), 1) => Some(Value::Integer(*second)),
            (Value::Cell(cell), 0) => Some(Value::Integer(i64::from(cell.colour))),
            (Value::Cell(cell), 1) => Some(Value::place(cell.place)),
            (Value::Grid(grid), _) => (position < grid.height()).then(|| row_value(grid.row(position))),
            (Value::Indices(indices), _) => indices.place(position).map(Value::place),
            (Value::Object(object), _) => object.cell(position).map(Value::Cell),
            (Value::Tuple(items) | Value::Set(items), _) => items.get(position).cloned(),
            _ => None,
        }
    }

    /// The elements of a tuple in order, or of a set in natural order; `None` for any other value.
    pub fn elements(&self) -> Option<Elements<'_>> {
        Some(match self {
            Value::Pair(a, b) => Elements::Two([Value::Integer(*a), Value::Integer(*b)], 0),
            Value::Cell(cell) => Elements::Two([Value::Integer(i64::from(cell.colour)), Value::place(cell.place)], 0),
            Value::Grid(grid) => Elements::Rows(grid, 0),
            Value::Indices(indices) => Elements::Places(indices, 0),
            Value::Object(object) => Elements::Cells(object, 0),
            Value::Tuple(items) | Value::Set(items) => Elements::Items(items.iter()),
            Value::None | Value::Boolean(_) | Value::Integer(_) | Value::Function(_) => return None,
        })
    }
}

/// A row of a grid as a value.
pub(crate) fn row_value(row: &[i8]) -> Value {
    match *row {
        [a, b] => Value::Pair(i64::from(a), i64::from(b)),
        _ => Value::Tuple(Items(Some(ThinArc::from_header_and_iter(
            Extent { leaves: row.len() as u32 + 1, depth: 1 },
            row.iter().map(|&colour| Value::Integer(i64::from(colour))),
        )))),
    }
}

fn place_of(row: i64, column: i64) -> Option<Place> {
    Some(Place::new(i32::try_from(row).ok()?, i32::try_from(column).ok()?))
}

fn cell_of(colour: i64, row: i64, column: i64) -> Option<Cell> {
    Some(Cell { colour: i32::try_from(colour).ok()?, place: place_of(row, column)? })
}

/// The grid that a tuple of rows is, if it is one; fails if it would have too many cells.
fn grid_of(rows: &[Value]) -> Result<Option<Grid>, Fault> {
    let width_of = |row: &Value| match row {
        Value::Pair(..) => Some(2),
        Value::Tuple(items) if !items.is_empty() => Some(items.len()),
        _ => None,
    };
    let Some(width) = rows.first().and_then(width_of) else {
        return Ok(None);
    };
    if rows.iter().any(|row| width_of(row) != Some(width)) {
        return Ok(None);
    }
    let count = rows.len().saturating_mul(width);
    if count > MAX_LEAVES as usize {
        return Err(Fault::Memory);
    }
    Ok(cells_of(rows, count).and_then(|cells| Grid::new(rows.len(), width, &cells)))
}

/// The numbers of some rows, if there is nothing else in them and all are small.
fn cells_of(rows: &[Value], count: usize) -> Option<Vec<i8>> {
    let mut cells = Vec::with_capacity(count);
    let mut push = |number: i64| {
        cells.push(i8::try_from(number).ok()?);
        Some(())
    };
    for row in rows {
        match row {
            Value::Pair(a, b) => {
                push(*a)?;
                push(*b)?;
            }
            Value::Tuple(items) => {
                for item in items.iter() {
                    match item {
                        Value::Integer(number) => push(*number)?,
                        _ => return None,
                    }
                }
            }
            _ => return None,
        }
    }
    Some(cells)
}

impl fmt::Display for Value {
    /// Writes the value as a Python expression; sets in braces, the empty set as `{}`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let elements = match self {
            Value::None => return f.write_str("None"),
            Value::Boolean(true) => return f.write_str("True"),
            Value::Boolean(false) => return f.write_str("False"),
            Value::Integer(number) => return number.fmt(f),
            Value::Function(function) => return function.fmt(f),
            _ => self.elements().into_iter().flatten(),
        };
        let (open, close) = if self.is_set() { ("{", "}") } else { ("(", ")") };
        f.write_str(open)?;
        for (index, element) in elements.enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            element.fmt(f)?;
        }
        if !self.is_set() && self.size() == Some(1) {
            f.write_str(",")?;
        }
        f.write_str(close)
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
