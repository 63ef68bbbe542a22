//! Bottom-up enumeration of typed expressions, cheapest first, one for each distinct value.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::prior::{operation_cost, primitive_cost};
use super::store::{Added, EntryId, Stop, Store};
use super::Strategy;
use crate::constants;
use crate::function::Function;
use crate::primitives::{self, PrimitiveId};
use crate::program::Operation;
use crate::types::{Mode, Type, Unifier};
use crate::value::Value;

/// Enumerates expressions over the input and constants in the order of their description length.
pub struct Enumerate {
    /// How many bits beyond the first solution the search goes on for a second, different answer.
    pub patience: u32,
}

impl Default for Enumerate {
    fn default() -> Self {
        Enumerate { patience: 3 }
    }
}

impl Strategy for Enumerate {
    fn name(&self) -> &'static str {
        "enumerate"
    }

    fn search(&self, store: &mut Store) -> Stop {
        Enumeration::new(store).run(store, self.patience)
    }
}

/// The number of a type in an enumeration.
type TypeId = u16;

/// Entries of one type and one cost.
type Shelf = Vec<EntryId>;

/// The argument types of a call, by number.
type TypeTuple = SmallVec<[TypeId; 4]>;

struct Enumeration {
    types: Vec<Type>,
    /// For each cost the shelves of entries by type.
    bank: Vec<FxHashMap<TypeId, Shelf>>,
    shelved: FxHashSet<EntryId>,
    /// For each call seen the type of its result, or `None` if its arguments do not fit.
    results: FxHashMap<(PrimitiveId, TypeTuple), Option<TypeId>>,
    leaves: Vec<(Operation, Type, u32)>,
    steps: Vec<(PrimitiveId, u32)>,
}

/// The largest description length that is tried, in bits.
const MAX_COST: u32 = 60;

/// The primitives that make functions: enumeration gets its functions from the leaves.
const COMBINATORS: &str = "function combinators";

impl Enumeration {
    fn new(store: &Store) -> Enumeration {
        let steps = primitives::all()
            .filter(|id| id.entry().family != COMBINATORS && id.name() != "identity")
            .map(|id| (id, primitive_cost(id)))
            .collect();
        Enumeration {
            types: Vec::new(),
            bank: Vec::new(),
            shelved: FxHashSet::default(),
            results: FxHashMap::default(),
            leaves: leaves(store),
            steps,
        }
    }

    fn run(mut self, store: &mut Store, patience: u32) -> Stop {
        let mut last = MAX_COST;
        for cost in 1..=MAX_COST {
            if cost > last {
                return Stop::Solved;
            }
            self.bank.resize_with(cost as usize + 1, FxHashMap::default);
            for (operation, ty, leaf_cost) in self.leaves.clone() {
                if leaf_cost == cost {
                    let id = store.add_leaf(operation, ty.clone(), cost);
                    self.shelve(id, ty, cost);
                }
            }
            for (primitive, step_cost) in self.steps.clone() {
                let Some(left) = cost.checked_sub(step_cost) else {
                    continue;
                };
                let mut costs = SmallVec::new();
                if let Some(stop) = self.split(store, primitive, left, cost, &mut costs) {
                    return stop;
                }
            }
            match store.distinct_solutions() {
                0 => {}
                1 => last = last.min(cost + patience),
                _ => return Stop::Solved,
            }
        }
        Stop::Exhausted
    }

    /// Keeps an expression's value for later expressions, unless it stands on a shelf already.
    fn shelve(&mut self, added: Option<Added>, ty: Type, cost: u32) {
        if let Some(added) = added.filter(|added| self.shelved.insert(added.id)) {
            let ty = self.number(ty);
            self.bank[cost as usize]
                .entry(ty)
                .or_default()
                .push(added.id);
        }
    }

    fn number(&mut self, ty: Type) -> TypeId {
        let known = self.types.iter().position(|known| *known == ty);
        known.unwrap_or_else(|| {
            self.types.push(ty);
            self.types.len() - 1
        }) as TypeId
    }

    /// Tries all ways to share out the rest of the cost among a primitive's arguments.
    fn split(
        &mut self,
        store: &mut Store,
        primitive: PrimitiveId,
        left: u32,
        cost: u32,
        costs: &mut SmallVec<[u32; 4]>,
    ) -> Option<Stop> {
        let missing = primitive.arity() - costs.len();
        if missing == 0 {
            return if left == 0 {
                self.choose_types(store, primitive, cost, costs, &mut SmallVec::new())
            } else {
                None
            };
        }
        let range = if missing == 1 {
            left..=left
        } else {
            1..=left.saturating_sub(missing as u32 - 1)
        };
        for share in range {
            let has_entries = self
                .bank
                .get(share as usize)
                .is_some_and(|shelves| !shelves.is_empty());
            if share == 0 || share >= cost || !has_entries {
                continue;
            }
            costs.push(share);
            let stop = self.split(store, primitive, left - share, cost, costs);
            costs.pop();
            if stop.is_some() {
                return stop;
            }
        }
        None
    }

    /// Tries all types of arguments that stand on the shelves of the given costs.
    fn choose_types(
        &mut self,
        store: &mut Store,
        primitive: PrimitiveId,
        cost: u32,
        costs: &[u32],
        chosen: &mut TypeTuple,
    ) -> Option<Stop> {
        if !self.may_fit(primitive, chosen) {
            return None;
        }
        if chosen.len() < costs.len() {
            let shelves = &self.bank[costs[chosen.len()] as usize];
            let types: BTreeSet<TypeId> = shelves.keys().copied().collect();
            for ty in types {
                chosen.push(ty);
                let stop = self.choose_types(store, primitive, cost, costs, chosen);
                chosen.pop();
                if stop.is_some() {
                    return stop;
                }
            }
            return None;
        }
        let result = (*self.results.get(&(primitive, chosen.clone()))?)?;
        let shelves: SmallVec<[Shelf; 4]> = costs
            .iter()
            .zip(chosen.iter())
            .map(|(&cost, ty)| {
                self.bank[cost as usize]
                    .get(ty)
                    .cloned()
                    .unwrap_or_default()
            })
            .collect();
        let ty = self.types[usize::from(result)].clone();
        let mut indices: SmallVec<[usize; 4]> = SmallVec::from_elem(0, shelves.len());
        loop {
            if let Some(stop) = store.must_stop() {
                return Some(stop);
            }
            let arguments: SmallVec<[EntryId; 4]> = shelves
                .iter()
                .zip(&indices)
                .map(|(shelf, &index)| shelf[index])
                .collect();
            let id = store.apply(Operation::Call(primitive), &arguments, ty.clone(), cost);
            self.shelve(id, ty.clone(), cost);
            // Counts through all combinations, the last argument fastest.
            let mut place = shelves.len();
            loop {
                place = place.checked_sub(1)?;
                indices[place] += 1;
                if indices[place] < shelves[place].len() {
                    break;
                }
                indices[place] = 0;
            }
        }
    }

    /// Whether the first arguments of a call may have the given types; learns the result's type when all are given.
    fn may_fit(&mut self, primitive: PrimitiveId, arguments: &TypeTuple) -> bool {
        let key = (primitive, arguments.clone());
        if let Some(known) = self.results.get(&key) {
            return known.is_some();
        }
        let result = self.result(primitive, arguments);
        let number = result.map(|ty| self.number(ty));
        self.results.insert(key, number);
        number.is_some()
    }

    fn result(&self, primitive: PrimitiveId, arguments: &TypeTuple) -> Option<Type> {
        let mut unifier = Unifier::new(Mode::Strict);
        let signature = unifier.instantiate(&primitive.entry().signature);
        for (parameter, ty) in signature.parameters.iter().zip(arguments) {
            // Polymorphic functions bring variables of their own.
            let ty = unifier.adopt(&self.types[usize::from(*ty)]);
            unifier.unify(parameter, &ty).ok()?;
        }
        unifier.join(&signature);
        Some(unifier.resolve(&signature.result).anonymous())
    }
}

/// The input, the constants that matter for the task, and functions to map, filter and order by.
fn leaves(store: &Store) -> Vec<(Operation, Type, u32)> {
    let mut leaves = vec![(Operation::Input, Type::Grid)];
    let colours: BTreeSet<i64> = store
        .inputs()
        .iter()
        .chain(store.expected())
        .flat_map(|grid| grid.cells().iter().map(|&colour| i64::from(colour)))
        .collect();
    let counts = 0..=3;
    for (_, value) in constants::all() {
        let ty = match &value {
            Value::Boolean(_) => Type::Boolean,
            Value::Integer(n) if colours.contains(n) || counts.contains(n) => Type::Integer,
            Value::Pair(..) => Type::Pair,
            _ => continue,
        };
        leaves.push((Operation::Constant(value), ty));
    }
    for id in primitives::all().filter(|id| id.arity() == 1) {
        let signature = &id.entry().signature;
        if id.entry().family == COMBINATORS {
            continue;
        }
        let ty = Type::Function(
            signature.parameters.clone(),
            Box::new(signature.result.clone()),
        );
        leaves.push((
            Operation::Constant(Value::Function(Function::Primitive(id))),
            ty,
        ));
    }
    leaves
        .into_iter()
        .map(|(operation, ty)| {
            let cost = operation_cost(&operation);
            (operation, ty, cost)
        })
        .collect()
}
