//! What enumeration starts from: the input, constants that matter for the task, and functions.

use std::collections::BTreeSet;

use super::catalogue::{self, TypeId, COMBINATORS};
use super::prior::{operation_cost, primitive_cost};
use super::store::{Added, EntryId, Store};
use crate::function::Function;
use crate::grid::Grid;
use crate::primitives::{self, Origin};
use crate::program::Operation;
use crate::types::Type;
use crate::value::Value;

/// The pairs of integers that programs start from, with their costs in bits.
const PAIRS: &[((i64, i64), u32)] = &[
    ((0, 0), 4),
    ((1, 1), 4),
    ((1, 0), 5),
    ((0, 1), 5),
    ((-1, 0), 5),
    ((0, -1), 5),
    ((2, 2), 5),
    ((3, 3), 5),
    ((-1, -1), 6),
    ((-1, 1), 6),
    ((1, -1), 6),
];

/// The unary conditions and measures that are compared with a constant to filter objects.
const MEASURES: &[&str] = &["size", "numcolors", "color", "height", "width"];

/// The binary functions whose last argument a constant fixes, and whether that is a colour.
const BOUND: &[(&str, &str)] = &[("shoot", "(IntegerTuple) -> Indices")];

/// An entry to build upon, with its type and its cost.
pub struct Leaf {
    /// The entry.
    pub id: EntryId,
    /// The number of its type.
    pub ty: TypeId,
    /// What naming it costs, in bits.
    pub cost: u32,
}

/// Adds all leaves to a store, cheapest first.
pub fn add(store: &mut Store) -> Vec<Leaf> {
    let mut leaves = Leaves { store, found: Vec::new() };
    leaves.values();
    leaves.functions();
    leaves.closures();
    let mut found = leaves.found;
    found.sort_by_key(|leaf| (leaf.cost, leaf.id));
    found
}

/// Adds the input to a store, if it is not there.
pub fn add_input(store: &mut Store) -> Option<EntryId> {
    store.add_leaf(Operation::Input, catalogue::grid(), 1).map(|added| added.id)
}

struct Leaves<'s> {
    store: &'s mut Store,
    found: Vec<Leaf>,
}

impl Leaves<'_> {
    fn keep(&mut self, added: Option<Added>, ty: TypeId, cost: u32) -> Option<EntryId> {
        let id = added?.id;
        self.found.push(Leaf { id, ty, cost });
        Some(id)
    }

    fn constant(&mut self, value: Value, ty: &Type, cost: u32) -> Option<EntryId> {
        let ty = self.store.type_id(ty);
        let added = self.store.add_leaf(Operation::Constant(value), ty, cost);
        self.keep(added, ty, cost)
    }

    fn values(&mut self) {
        if let Some(id) = add_input(self.store) {
            self.found.push(Leaf { id, ty: catalogue::grid(), cost: 1 });
        }
        for truth in [false, true] {
            self.constant(Value::Boolean(truth), &Type::Boolean, 1);
        }
        let colours = colours(self.store);
        for number in 0..=9 {
            if colours.contains(&number) {
                self.constant(Value::Integer(number), &Type::Integer, 3);
            } else if number <= 3 {
                self.constant(Value::Integer(number), &Type::Integer, 4);
            }
        }
        for &((row, column), cost) in PAIRS {
            self.constant(Value::Pair(row, column), &Type::Pair, cost);
        }
    }

    fn functions(&mut self) {
        for id in primitives::all().filter(|id| id.arity() == 1 && id.entry().origin == Origin::Interface) {
            if id.entry().family == COMBINATORS || id.name() == "identity" {
                continue;
            }
            let value = Value::Function(Function::Primitive(id));
            let cost = primitive_cost(id).min(6);
            self.constant(value, &catalogue::function_type(id), cost);
        }
    }

    /// Conditions such as `matcher(color, TWO)` and functions such as `rbind(shoot, UP)`.
    fn closures(&mut self) {
        let colours = colours(self.store);
        for name in MEASURES {
            let numbers: Vec<i64> = match *name {
                "color" => colours.iter().copied().collect(),
                _ => vec![1, 2, 3, 4],
            };
            for number in numbers {
                let fixed = (Value::Integer(number), Type::Integer);
                self.closure("matcher", name, fixed, "(Object) -> Boolean", 8);
            }
        }
        for (name, ty) in BOUND {
            for &((row, column), cost) in PAIRS {
                if (row, column) != (0, 0) && row.abs().max(column.abs()) == 1 {
                    let fixed = (Value::Pair(row, column), Type::Pair);
                    self.closure("rbind", name, fixed, ty, 4 + cost);
                }
            }
        }
        for &colour in &colours {
            let fixed = (Value::Integer(colour), Type::Integer);
            self.closure("rbind", "colorcount", fixed, "(Object) -> Integer", 8);
        }
        for name in ["vline", "hline", "square", "portrait"] {
            let inner = primitives::find(name);
            let outer = primitives::find("flip");
            if let (Some(inner), Some(outer)) = (inner, outer) {
                let function = Value::Function(Function::Primitive(inner));
                let inner_type = catalogue::function_type(inner);
                let outer = Value::Function(Function::Primitive(outer));
                let flip = (outer, Type::Function(vec![Type::Boolean], Box::new(Type::Boolean)));
                self.combine("compose", flip, (function, inner_type), "(Object) -> Boolean", 9);
            }
        }
        let input = self.found.first().map(|leaf| leaf.id);
        for (combinator, name, ty, cost) in
            [("rbind", "bordering", "(Object) -> Boolean", 8), ("rbind", "subgrid", "(Object) -> Grid", 7)]
        {
            if let Some(input) = input {
                self.on(combinator, name, input, ty, cost);
            }
        }
    }

    fn closure(
        &mut self,
        combinator: &str,
        name: &str,
        (value, ty): (Value, Type),
        closure: &str,
        cost: u32,
    ) -> Option<()> {
        let ty = self.store.type_id(&ty);
        let fixed =
            self.store.add_leaf(Operation::Constant(value.clone()), ty, operation_cost(&Operation::Constant(value)))?;
        self.on(combinator, name, fixed.id, closure, cost)
    }

    fn on(&mut self, combinator: &str, name: &str, fixed: EntryId, closure: &str, cost: u32) -> Option<()> {
        let function = primitives::find(name)?;
        let ty = self.store.type_id(&catalogue::function_type(function));
        let value = Value::Function(Function::Primitive(function));
        let function = self.store.add_leaf(Operation::Constant(value), ty, primitive_cost(function))?;
        let call = Operation::Call(primitives::find(combinator)?);
        let ty = catalogue::type_id(&Type::parse(closure).ok()?)?;
        let added = self.store.apply(&call, &[function.id, fixed], ty, cost);
        self.keep(added, ty, cost).map(|_| ())
    }

    fn combine(
        &mut self,
        combinator: &str,
        outer: (Value, Type),
        inner: (Value, Type),
        closure: &str,
        cost: u32,
    ) -> Option<()> {
        let mut ids = Vec::new();
        for (value, ty) in [outer, inner] {
            let ty = self.store.type_id(&ty);
            ids.push(self.store.add_leaf(Operation::Constant(value), ty, 6)?.id);
        }
        let call = Operation::Call(primitives::find(combinator)?);
        let ty = catalogue::type_id(&Type::parse(closure).ok()?)?;
        let added = self.store.apply(&call, &ids, ty, cost);
        self.keep(added, ty, cost).map(|_| ())
    }
}

/// The colours that occur in some output or in all inputs.
fn colours(store: &Store) -> BTreeSet<i64> {
    let of = |grid: &Grid| -> BTreeSet<i64> { grid.cells().iter().map(|&colour| i64::from(colour)).collect() };
    let mut common = store.inputs().iter().map(of);
    let first = common.next().unwrap_or_default();
    let mut colours = common.fold(first, |all, next| &all & &next);
    colours.extend(store.expected().iter().flat_map(of));
    colours
}
