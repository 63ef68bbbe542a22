//! Variants of programs that nearly fit: what breeding tries by chance, tried systematically around the best of them.
//!
//! Each step of a program is exchanged for another value of its type that the store has, given another primitive, or
//! followed by one more step; what depends on it is made anew. Whatever comes nearer is varied in its turn.

use rustc_hash::{FxHashMap, FxHashSet};
use smallvec::SmallVec;

use super::catalogue::{self, TypeId};
use super::leaves;
use super::prior::operation_cost;
use super::store::{EntryId, Stop, Store};
use super::{Strategy, SURE};
use crate::program::Operation;

/// Varies what comes near to the outputs.
pub struct Vary;

/// What it adds to the description length that a program is one of many variants, in bits: each may fit by chance.
const VARIANT_BITS: u32 = 60;

/// How many programs are varied at once.
const MAX_PARENTS: usize = 6;

/// How many grids on the way to the outputs are varied with them.
const MAX_STONES: usize = 3;

/// How many values of the store take the place of one of their type.
const MAX_OTHERS: usize = 40;

/// How many steps of a program are varied.
const MAX_STEPS: usize = 24;

impl Strategy for Vary {
    fn name(&self) -> &'static str {
        "vary"
    }

    fn search(&self, store: &mut Store) -> Stop {
        leaves::add(store);
        store.doubt(VARIANT_BITS);
        let mut varied: FxHashSet<EntryId> = FxHashSet::default();
        while !is_solved(store) {
            let mut parents = store.partial_solutions();
            parents.truncate(store.wide(MAX_PARENTS));
            let limit = store.wide(MAX_STONES);
            parents.extend(store.on_the_way(limit));
            parents.retain(|parent| varied.insert(*parent));
            if parents.is_empty() {
                return Stop::Exhausted;
            }
            let bank = Bank::new(store);
            let shares = parents.len() as u64;
            for (at, parent) in parents.into_iter().enumerate() {
                let reserve = store.fuel_left() / (shares - at as u64) * (shares - at as u64 - 1);
                vary(store, &bank, parent, reserve);
                if is_solved(store) {
                    break;
                }
                if let Some(stop) = store.must_stop() {
                    return stop;
                }
            }
        }
        Stop::Solved
    }
}

/// Whether there is a program that surely solves the task.
fn is_solved(store: &Store) -> bool {
    store.cheapest_solution().is_some_and(|cost| cost < SURE)
}

/// The cheapest values of the store by type.
struct Bank(FxHashMap<TypeId, Vec<EntryId>>);

impl Bank {
    fn new(store: &mut Store) -> Bank {
        let mut bank: FxHashMap<TypeId, Vec<EntryId>> = FxHashMap::default();
        for id in store.ids() {
            bank.entry(store.entry(id).ty).or_default().push(id);
        }
        for entries in bank.values_mut() {
            entries.sort_by_key(|&id| (store.entry(id).cost, id));
            entries.truncate(store.wide(MAX_OTHERS));
        }
        store.charge(10 * store.len() as u64);
        Bank(bank)
    }

    fn of(&self, ty: TypeId) -> &[EntryId] {
        self.0.get(&ty).map_or(&[], Vec::as_slice)
    }
}

/// A step of a program.
#[derive(Clone)]
struct Step {
    id: EntryId,
    operation: Operation,
    arguments: SmallVec<[EntryId; 4]>,
    ty: TypeId,
}

/// The steps of an entry's program, arguments before what is made of them.
fn steps(store: &Store, result: EntryId) -> Vec<Step> {
    let mut known: FxHashSet<EntryId> = FxHashSet::default();
    let mut steps = Vec::new();
    let mut stack = vec![(result, false)];
    while let Some((id, are_arguments_known)) = stack.pop() {
        if known.contains(&id) {
            continue;
        }
        let entry = store.entry(id);
        if !are_arguments_known {
            stack.push((id, true));
            stack.extend(entry.arguments().iter().map(|&argument| (argument, false)));
            continue;
        }
        known.insert(id);
        steps.push(Step {
            id,
            operation: entry.operation().clone(),
            arguments: SmallVec::from_slice(entry.arguments()),
            ty: entry.ty,
        });
    }
    steps
}

/// Tries the variants of a program until a solution is found or no more than some fuel is left.
fn vary(store: &mut Store, bank: &Bank, parent: EntryId, reserve: u64) {
    let steps = steps(store, parent);
    // The last steps change least, and are tried first.
    let places: Vec<usize> = (0..steps.len()).rev().take(MAX_STEPS).collect();
    for variants in [primitives_of, values_of, insertions_of] {
        for &at in &places {
            for id in variants(store, bank, &steps[at], reserve) {
                if store.fuel_left() <= reserve || is_solved(store) {
                    return;
                }
                if id != steps[at].id {
                    rebuild(store, &steps, at, id);
                }
            }
        }
    }
}

/// What other primitives make of a step's arguments.
fn primitives_of(store: &mut Store, _: &Bank, step: &Step, reserve: u64) -> Vec<EntryId> {
    let Operation::Call(primitive) = step.operation else {
        return Vec::new();
    };
    let types: SmallVec<[TypeId; 4]> = step.arguments.iter().map(|&id| store.entry(id).ty).collect();
    let mut found = Vec::new();
    for &other in catalogue::alternatives(&types, step.ty) {
        if other == primitive || store.fuel_left() <= reserve {
            continue;
        }
        found.extend(call(store, &Operation::Call(other), &step.arguments, step.ty));
    }
    found
}

/// Other values of a step's type.
fn values_of(_: &mut Store, bank: &Bank, step: &Step, _: u64) -> Vec<EntryId> {
    bank.of(step.ty).to_vec()
}

/// What one more step makes of a step's value: a primitive of it alone, or of it and a simple value.
fn insertions_of(store: &mut Store, bank: &Bank, step: &Step, reserve: u64) -> Vec<EntryId> {
    let mut found = Vec::new();
    for instance in catalogue::instances().iter().filter(|instance| instance.result == step.ty) {
        let Some(place) = instance.parameters.iter().position(|&ty| ty == step.ty) else {
            continue;
        };
        let operation = Operation::Call(instance.primitive);
        let others: &[EntryId] = match instance.parameters.len() {
            1 => &[step.id],
            2 => bank.of(instance.parameters[1 - place]),
            _ => &[],
        };
        for &other in others.iter().take(MAX_OTHERS / 4) {
            if store.fuel_left() <= reserve {
                return found;
            }
            let arguments: &[EntryId] = match (instance.parameters.len(), place) {
                (1, _) => &[step.id],
                (_, 0) => &[step.id, other],
                _ => &[other, step.id],
            };
            found.extend(call(store, &operation, arguments, step.ty));
        }
    }
    found
}

/// Makes anew what depends on a step, with another value in its place.
fn rebuild(store: &mut Store, steps: &[Step], at: usize, id: EntryId) -> Option<()> {
    let mut new: SmallVec<[(EntryId, EntryId); 8]> = SmallVec::new();
    new.push((steps[at].id, id));
    for step in &steps[at + 1..] {
        let changed = |id: &EntryId| new.iter().find(|(old, _)| old == id).map(|&(_, new)| new);
        if !step.arguments.iter().any(|argument| changed(argument).is_some()) {
            continue;
        }
        let arguments: SmallVec<[EntryId; 4]> =
            step.arguments.iter().map(|argument| changed(argument).unwrap_or(*argument)).collect();
        let result = call(store, &step.operation, &arguments, step.ty)?;
        if result != step.id {
            new.push((step.id, result));
        }
    }
    Some(())
}

fn call(store: &mut Store, operation: &Operation, arguments: &[EntryId], ty: TypeId) -> Option<EntryId> {
    let parts = arguments.iter().map(|&id| store.entry(id).cost).fold(0, u32::saturating_add);
    store.apply(operation, arguments, ty, operation_cost(operation).saturating_add(parts)).map(|added| added.id)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{is_solved, task};
    use super::super::{search, Found, Settings};
    use crate::parallel::Cancel;
    use crate::program::Program;
    use crate::task::Task;

    /// What variants of a known program are found for a task.
    fn varied(program: &str, task: &Task) -> Found {
        let programs = [Program::parse(program).expect("a program")];
        let is_wanted = |name: &str| matches!(name, "library" | "vary");
        let fuel = 400_000_000;
        let settings =
            Settings { programs: &programs, fuel, is_wanted: &is_wanted, proposals: 8, cancel: Cancel::default() };
        search(task, &settings)
    }

    fn is_found(program: &str, pairs: &[(&str, &str)]) -> bool {
        let task = task(pairs);
        let found = varied(program, &task);
        is_solved(&task, &found) && found.proposals[0].strategy == "vary"
    }

    #[test]
    fn a_constant_is_exchanged() {
        let pairs = [("1020/0001", "5020/0005"), ("0110/2000", "0550/2000"), ("2100/0101", "2500/0505")];
        assert!(is_found("replace(I, ONE, THREE)", &pairs));
    }

    #[test]
    fn a_primitive_is_exchanged_deep_in_a_program() {
        let pairs =
            [("120/000/003", "120/000/003/003/000/120"), ("45/60", "45/60/60/45"), ("700/089", "700/089/089/700")];
        assert!(is_found("vconcat(I, rot180(I))", &pairs));
    }

    #[test]
    fn a_step_is_inserted() {
        let pairs =
            [("12/30", "1122/3300/2211/0033"), ("40/56", "4400/5566/0044/6655"), ("07/89", "0077/8899/7700/9988")];
        assert!(is_found("vconcat(hupscale(I, TWO), hupscale(I, TWO))", &pairs));
    }

    #[test]
    fn what_is_solved_is_left_alone() {
        let task = task(&[("12/30", "21/03"), ("40/56", "04/65"), ("07/89", "70/98")]);
        let found = varied("vmirror(I)", &task);
        assert!(is_solved(&task, &found));
        assert_eq!(found.proposals[0].strategy, "library");
    }
}
