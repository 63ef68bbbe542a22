//! Calls that a deduction asks for.

use super::catalogue;
use super::prior::{operation_cost, primitive_cost};
use super::store::{EntryId, Store};
use crate::function::Function;
use crate::grid::Grid;
use crate::primitives::{self, ground};
use crate::program::Operation;
use crate::types::Type;
use crate::value::Value;

/// Applies a primitive to entries, at the usual cost.
pub fn apply(store: &mut Store, primitive: &str, arguments: &[EntryId]) -> Option<EntryId> {
    call(store, primitive, arguments).map(|(id, _)| id)
}

/// Applies a primitive to entries; gives the result only if its value is new.
pub fn apply_once(store: &mut Store, primitive: &str, arguments: &[EntryId]) -> Option<EntryId> {
    call(store, primitive, arguments).filter(|&(_, is_new)| is_new).map(|(id, _)| id)
}

fn call(store: &mut Store, primitive: &str, arguments: &[EntryId]) -> Option<(EntryId, bool)> {
    let primitive = primitives::find(primitive)?;
    let types: Vec<_> = arguments.iter().map(|&id| store.entry(id).ty).collect();
    let result = catalogue::result_of(primitive, &types)?;
    let parts: u32 = arguments.iter().map(|&id| store.entry(id).cost).sum();
    let cost = primitive_cost(primitive).saturating_add(parts);
    let added = store.apply(&Operation::Call(primitive), arguments, result, cost)?;
    Some((added.id, added.is_new))
}

/// The entry of the input.
pub fn input(store: &mut Store) -> Option<EntryId> {
    store.input().or_else(|| store.add_leaf(Operation::Input, catalogue::grid(), 1).map(|added| added.id))
}

/// The connected parts of what lies on grids' ground, of one colour each or of several, over corners or not.
///
/// Where the ground is one colour but not everywhere the most common, what has most cells must not be taken for it.
pub fn objects(store: &mut Store, grid: EntryId, univalued: bool, diagonal: bool) -> Option<EntryId> {
    let grids: Vec<Grid> = store.entry(grid).column().iter().filter_map(Value::as_grid).cloned().collect();
    let colour = ground(grids.first()?);
    let is_one = grids.iter().all(|grid| ground(grid) == colour);
    let is_steady = !is_one || grids.iter().all(|grid| grid.histogram().most_common() == colour);
    let cells: usize = grids.iter().map(|grid| grid.cells().len()).sum();
    store.charge(cells as u64);
    let (univalued, diagonal) =
        (constant(store, Value::Boolean(univalued))?, constant(store, Value::Boolean(diagonal))?);
    if !is_steady {
        return apply(store, "things", &[grid, univalued, diagonal]);
    }
    let without_ground = constant(store, Value::Boolean(true))?;
    apply(store, "objects", &[grid, univalued, diagonal, without_ground])
}

/// The colours that all inputs have, demo and test.
pub fn shared_colours(store: &Store) -> Vec<i8> {
    let of_all = |colour: &i8| store.inputs().iter().all(|grid| grid.cells().contains(colour));
    (0..=9).filter(of_all).collect()
}

/// The primitives that say a colour of a grid.
pub const COLOURS: [&str; 4] = ["mostcolor", "leastcolor", "inkcolor", "rareink"];

/// The entry of a colour.
pub fn colour_constant(store: &mut Store, colour: i8) -> Option<EntryId> {
    constant(store, Value::Integer(i64::from(colour)))
}

/// The entry of a constant: a number, a truth value, a pair or a grid.
pub fn constant(store: &mut Store, value: Value) -> Option<EntryId> {
    let ty = match value {
        Value::Integer(_) => Type::Integer,
        Value::Boolean(_) => Type::Boolean,
        Value::Pair(..) => Type::Pair,
        Value::Grid(_) => Type::Grid,
        _ => return None,
    };
    leaf(store, value, &ty)
}

/// The entry of a primitive as a value.
pub fn function(store: &mut Store, primitive: &str) -> Option<EntryId> {
    let id = primitives::find(primitive)?;
    leaf(store, Value::Function(Function::Primitive(id)), &catalogue::function_type(id))
}

/// The entry of a constant of a type.
fn leaf(store: &mut Store, value: Value, ty: &Type) -> Option<EntryId> {
    let operation = Operation::Constant(value);
    let ty = catalogue::type_id(ty)?;
    let cost = operation_cost(&operation);
    store.add_leaf(operation, ty, cost).map(|added| added.id)
}
