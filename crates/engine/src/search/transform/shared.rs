//! Which calls several steps make, so that each is evaluated once on an entry.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::steps::{Argument, Table};
use crate::program::Operation;

impl Table {
    /// Numbers the calls on one hole that several steps make.
    pub(super) fn share(&mut self) {
        let mut numbers = FxHashMap::default();
        let mut makers: Vec<u16> = Vec::new();
        let mut numbered: Vec<SmallVec<[Option<u16>; 4]>> = Vec::new();
        for step in &self.steps {
            // The numbers of the step's calls, in place of their positions.
            let mut own: SmallVec<[Option<u16>; 4]> = SmallVec::new();
            for call in &step.calls {
                let arguments: Option<SmallVec<[(Argument, u16); 4]>> = call
                    .arguments
                    .iter()
                    .map(|&argument| match argument {
                        Argument::Earlier(place) => Some((Argument::Earlier(0), own[place]?)),
                        Argument::Second => None,
                        Argument::Hole | Argument::Constant(_) => Some((argument, 0)),
                    })
                    .collect();
                let Operation::Call(primitive) = call.operation else {
                    own.push(None);
                    continue;
                };
                own.push(arguments.map(|arguments| {
                    let number = *numbers.entry((step.from, primitive, arguments)).or_insert(makers.len() as u16);
                    makers.resize(makers.len().max(usize::from(number) + 1), 0);
                    makers[usize::from(number)] += 1;
                    number
                }));
            }
            numbered.push(own);
        }
        for (step, numbers) in self.steps.iter_mut().zip(numbered) {
            for (call, number) in step.calls.iter_mut().zip(numbers) {
                call.shared = number.filter(|&number| makers[usize::from(number)] > 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::primitives;
    use crate::search::catalogue;
    use crate::search::store::{Added, Store};
    use crate::search::testing::task;
    use crate::search::transform::steps::TABLE;

    #[test]
    fn the_calls_that_several_steps_make_are_shared() {
        let calls = TABLE.steps.iter().flat_map(|step| step.calls.iter());
        let shared = |name: &str| {
            let primitive = primitives::find(name).map(Operation::Call);
            calls.clone().filter(|call| Some(&call.operation) == primitive.as_ref()).any(|call| call.shared.is_some())
        };
        assert!(shared("vmirror"), "a step, and a part of others");
        assert!(!shared("compress"), "a step, and a part of no other");
        assert!(!shared("window"), "a step on the input too");
    }

    #[test]
    fn a_shared_call_gives_the_same_at_the_same_fuel() {
        let task = task(&[("123/456", "321/654"), ("12", "21")]);
        let run = |is_shared: bool| -> (Vec<Option<Added>>, u64) {
            let mut store = Store::new(&task);
            store.begin("transform", 1_000_000);
            let input = store.add_leaf(Operation::Input, catalogue::grid(), 1).expect("a leaf").id;
            let calls = ["vmirror", "compartments", "vmirror", "compartments"];
            let added = calls.iter().zip([0, 1, 0, 1]).zip([9, 9, 5, 5]).map(|((name, number), cost)| {
                let operation = Operation::Call(primitives::find(name).expect("a primitive"));
                match is_shared {
                    true => store.apply_shared((number, input), &operation, &[input], catalogue::grid(), cost),
                    false => store.apply(&operation, &[input], catalogue::grid(), cost),
                }
            });
            (added.collect(), store.fuel_used())
        };
        let (plain, fuel) = run(false);
        assert_eq!(plain.iter().map(Option::is_some).collect::<Vec<_>>(), [true, false, true, false]);
        assert_eq!(run(true), (plain, fuel));
    }
}
