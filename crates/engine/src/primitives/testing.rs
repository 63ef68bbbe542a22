//! What the tests of primitives share.

use proptest::prelude::*;

use super::find;
use crate::error::{Fault, Result};
use crate::grid::Grid;
use crate::machine::{Limits, Machine};
use crate::patch::{Cell, Place};
use crate::value::Value;

/// The result of a primitive on arguments, under the default limits.
pub(super) fn call(name: &str, args: impl AsRef<[Value]>) -> Result<Value> {
    let id = find(name).expect("a primitive");
    let args: Vec<&Value> = args.as_ref().iter().collect();
    Machine::new(Limits::default()).call(id, &args)
}

/// The result of a primitive that has one.
pub(super) fn given(name: &str, args: impl AsRef<[Value]>) -> Value {
    call(name, args).expect("a result")
}

/// The fault of a primitive that has no result.
pub(super) fn fault(name: &str, args: impl AsRef<[Value]>) -> Fault {
    call(name, args).expect_err("no result").fault().clone()
}

/// The message of a primitive that has no result.
pub(super) fn failure(name: &str, args: impl AsRef<[Value]>) -> String {
    call(name, args).expect_err("no result").to_string()
}

/// Whether a primitive says that its arguments have no result.
pub(super) fn is_undefined(name: &str, args: impl AsRef<[Value]>) -> bool {
    matches!(fault(name, args), Fault::Undefined(_))
}

pub(super) fn integer(number: i64) -> Value {
    Value::Integer(number)
}

/// The grid of rows of digits, separated by slashes.
pub(super) fn grid(rows: &str) -> Value {
    let digits = |row: &str| row.bytes().map(|digit| (digit - b'0') as i8).collect();
    let rows: Vec<Vec<i8>> = rows.split('/').map(digits).collect();
    let grid = Grid::new(rows.len(), rows[0].len(), &rows.concat());
    Value::Grid(grid.expect("equally long rows"))
}

/// The tuple of a number of empty rows.
pub(super) fn empty_rows(count: usize) -> Value {
    Value::tuple(vec![Value::empty_tuple(); count]).expect("a small tuple")
}

/// The object of cells, each a colour, a row and a column.
pub(super) fn object(cells: &[(i32, i32, i32)]) -> Value {
    let cells: Vec<Cell> = cells.iter().map(|c| Cell::new(c.0, c.1, c.2)).collect();
    Value::object(&cells).expect("near cells")
}

/// The indices of places.
pub(super) fn indices(places: &[(i32, i32)]) -> Value {
    let places: Vec<Place> = places.iter().map(|p| Place::new(p.0, p.1)).collect();
    Value::indices(&places).expect("near places")
}

/// Grids of up to four colours, with sides up to a length.
pub(super) fn some_grid(side: usize) -> impl Strategy<Value = Value> {
    (1..=side, 1..=side, 1..=4i8).prop_flat_map(|(height, width, colours)| {
        let cells = prop::collection::vec(-1..colours, height * width);
        cells.prop_map(move |cells| Value::Grid(Grid::new(height, width, &cells).expect("a grid of this size")))
    })
}
