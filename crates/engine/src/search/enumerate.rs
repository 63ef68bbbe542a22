//! Bottom-up enumeration of typed expressions, cheapest first, one for each distinct value.

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::catalogue::{self, Instance, Symmetry, TypeId};
use super::finish::Finish;
use super::leaves;
use super::store::{Added, EntryId, Stop, Store};
use super::Strategy;
use crate::program::Operation;
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

/// The largest description length that is tried, in bits.
const MAX_COST: u32 = 60;

/// How many bits shorter than a deduced solution the expressions are that it is worth to go on for.
const DEDUCED_BITS: u32 = 14;

struct Enumeration {
    /// For each type the entries of each cost.
    bank: Vec<Vec<Vec<EntryId>>>,
    shelved: FxHashSet<EntryId>,
    finish: Finish,
}

impl Enumeration {
    fn new(store: &mut Store) -> Enumeration {
        let shelf = vec![Vec::new(); MAX_COST as usize + 1];
        Enumeration { bank: vec![shelf; catalogue::types()], shelved: FxHashSet::default(), finish: Finish::new(store) }
    }

    fn run(mut self, store: &mut Store, patience: u32) -> Stop {
        let mut last = MAX_COST;
        let leaves = leaves::add(store);
        self.shelved.extend(leaves.iter().map(|leaf| leaf.id));
        for cost in 1..=MAX_COST {
            if cost > last {
                return Stop::Solved;
            }
            for leaf in leaves.iter().filter(|leaf| leaf.cost == cost) {
                self.bank[usize::from(leaf.ty)][cost as usize].push(leaf.id);
                self.finish.consider(store, leaf.id);
            }
            for instance in catalogue::instances() {
                let Some(left) = cost.checked_sub(instance.cost) else {
                    continue;
                };
                let mut costs = SmallVec::new();
                if let Some(stop) = self.split(store, instance, left, cost, &mut costs) {
                    return stop;
                }
            }
            // Deduced solutions come long before expressions of their length.
            let is_due = store.cheapest_solution().is_some_and(|cheapest| cost + DEDUCED_BITS >= cheapest);
            match store.distinct_solutions() {
                _ if !is_due => {}
                0 => {}
                1 => last = last.min(cost + patience),
                _ => return Stop::Solved,
            }
        }
        Stop::Exhausted
    }

    /// Tries all ways to share out the rest of the cost among a primitive's arguments.
    fn split(
        &mut self,
        store: &mut Store,
        instance: &Instance,
        left: u32,
        cost: u32,
        costs: &mut SmallVec<[u32; 4]>,
    ) -> Option<Stop> {
        let Some(&ty) = instance.parameters.get(costs.len()) else {
            return self.combine(store, instance, costs, cost);
        };
        let missing = instance.parameters.len() - costs.len();
        let range = if missing == 1 { left..=left } else { 1..=left.saturating_sub(missing as u32 - 1) };
        for share in range {
            let is_empty = self.bank[usize::from(ty)][share as usize].is_empty();
            if share >= cost || is_empty {
                continue;
            }
            costs.push(share);
            let stop = self.split(store, instance, left - share, cost, costs);
            costs.pop();
            if stop.is_some() {
                return stop;
            }
        }
        None
    }

    /// Applies a primitive to all entries of the given costs.
    fn combine(&mut self, store: &mut Store, instance: &Instance, costs: &[u32], cost: u32) -> Option<Stop> {
        let operation = Operation::Call(instance.primitive);
        let mut indices: SmallVec<[usize; 4]> = SmallVec::from_elem(0, costs.len());
        let mut arguments: SmallVec<[EntryId; 4]> = SmallVec::new();
        loop {
            if let Some(stop) = store.must_stop() {
                return Some(stop);
            }
            arguments.clear();
            for ((&ty, &share), &index) in instance.parameters.iter().zip(costs).zip(&indices) {
                arguments.push(self.bank[usize::from(ty)][share as usize][index]);
            }
            let is_redundant = match instance.symmetry {
                Symmetry::None => false,
                Symmetry::Irreflexive => arguments[0] == arguments[1],
                Symmetry::Commutative => arguments[0] >= arguments[1],
            };
            if !is_redundant {
                let added = store.apply(&operation, &arguments, instance.result, cost);
                self.shelve(store, added, instance.result, cost);
            }
            // Counts through all combinations, the last argument fastest.
            let mut place = costs.len();
            loop {
                place = place.checked_sub(1)?;
                indices[place] += 1;
                let ty = usize::from(instance.parameters[place]);
                if indices[place] < self.bank[ty][costs[place] as usize].len() {
                    break;
                }
                indices[place] = 0;
            }
        }
    }

    /// Keeps an expression's value for later expressions, unless it stands on a shelf already or is a constant.
    fn shelve(&mut self, store: &mut Store, added: Option<Added>, ty: TypeId, cost: u32) {
        let Some(added) = added else {
            return;
        };
        if !added.is_new && !self.shelved.insert(added.id) {
            return;
        }
        if added.is_new {
            self.shelved.insert(added.id);
        }
        self.finish.consider(store, added.id);
        let column = store.entry(added.id).column();
        let is_constant = matches!(column[0], Value::Integer(_) | Value::Boolean(_) | Value::Pair(..))
            && column.len() > 1
            && column.iter().all(|value| *value == column[0]);
        if !is_constant {
            self.bank[usize::from(ty)][cost as usize].push(added.id);
        }
    }
}
