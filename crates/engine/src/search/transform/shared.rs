//! Which calls several steps make, so that each is evaluated once on an entry.

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::steps::{Argument, Table};
use crate::program::Operation;
use crate::value::Value;

/// The primitives whose second argument tells whether what they find is of one colour each.
const UNIVALUED: &[&str] = &["parts", "cutparts", "windows"];

/// A call that several steps make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    /// The number of its expression.
    pub(super) number: u16,
    /// The number of the expression that gives the same, by the same work, on grids in which no two colours touch.
    pub(super) apart: u16,
    /// The hole that it is about.
    pub(super) about: Hole,
}

/// A hole of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Hole {
    /// The entry that the step works on.
    First,
    /// The entry at the second hole.
    Second,
}

impl Table {
    /// Numbers the calls on one hole that several steps make, or that one makes again for each entry.
    pub(super) fn share(&mut self) {
        let mut numbers = FxHashMap::default();
        let mut makers: Vec<u16> = Vec::new();
        let mut numbered: Vec<SmallVec<[Option<Shared>; 4]>> = Vec::new();
        let several_colours = self.constant(&Value::Boolean(false)).map(|(constant, _)| constant);
        let one_colour = self.constant(&Value::Boolean(true)).map(|(constant, _)| constant);
        for step in &self.steps {
            // The numbers of the step's calls, in place of their positions.
            let mut own: SmallVec<[Option<Shared>; 4]> = SmallVec::new();
            for call in &step.calls {
                let (Some(about), Operation::Call(primitive)) = (Self::hole(&call.arguments, &own), &call.operation)
                else {
                    own.push(None);
                    continue;
                };
                let works_on = (about == Hole::First).then_some(step.from);
                // What is about the second hole is the same whatever the step works on.
                let weight = if about == Hole::First { 1 } else { 2 };
                let mut number = |is_apart: bool| {
                    let mut arguments: SmallVec<[(Argument, u16); 4]> = SmallVec::new();
                    for &argument in &call.arguments {
                        arguments.push(match argument {
                            Argument::Earlier(place) => {
                                let shared = own[place]?;
                                (Argument::Earlier(0), if is_apart { shared.apart } else { shared.number })
                            }
                            other => (other, 0),
                        });
                    }
                    if is_apart && UNIVALUED.contains(&primitive.name()) && several_colours == Some(arguments[1].0) {
                        arguments[1].0 = one_colour?;
                    }
                    let key = (is_apart, works_on, *primitive, arguments);
                    let number = *numbers.entry(key).or_insert(makers.len() as u16);
                    makers.resize(makers.len().max(usize::from(number) + 1), 0);
                    makers[usize::from(number)] += weight;
                    Some(number)
                };
                let (number, apart) = (number(false), number(true));
                own.push(number.zip(apart).map(|(number, apart)| Shared { number, apart, about }));
            }
            numbered.push(own);
        }
        for (step, numbers) in self.steps.iter_mut().zip(numbered) {
            for (call, shared) in step.calls.iter_mut().zip(numbers) {
                let is_made_often = |number: u16| makers[usize::from(number)] > 1;
                call.shared = shared.filter(|shared| is_made_often(shared.number));
                call.shared_if_apart = shared.filter(|shared| is_made_often(shared.apart));
            }
        }
    }

    /// The only hole that some arguments are about, given what the earlier calls of their step are.
    fn hole(arguments: &[Argument], earlier: &[Option<Shared>]) -> Option<Hole> {
        let mut only = None;
        for argument in arguments {
            let hole = match *argument {
                Argument::Hole => Hole::First,
                Argument::Second => Hole::Second,
                Argument::Earlier(place) => earlier[place]?.about,
                Argument::Constant(_) => continue,
            };
            if *only.get_or_insert(hole) != hole {
                return None;
            }
        }
        only
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
        assert!(shared("legend"), "a part of a step that is about the input alone");
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

    #[test]
    fn parts_are_the_same_whether_of_one_colour_or_not_where_no_colours_touch() {
        let task = task(&[("1100/0010/1000", "1"), ("3", "3"), ("020", "0"), ("1002/0000/3011", "0")]);
        let mut store = Store::new(&task);
        store.begin("transform", 1_000_000);
        let input = store.add_leaf(Operation::Input, catalogue::grid(), 1).expect("a leaf").id;
        let mut truth = |value: bool| {
            let ty = catalogue::type_id(&crate::types::Type::Boolean).expect("a type");
            store.add_leaf(Operation::Constant(Value::Boolean(value)), ty, 1).expect("a leaf").id
        };
        let (yes, no) = (truth(true), truth(false));
        for name in UNIVALUED {
            let operation = Operation::Call(primitives::find(name).expect("a primitive"));
            for diagonal in [yes, no] {
                let mut outcome = |univalued| {
                    let before = store.fuel_used();
                    let added = store.apply(&operation, &[input, univalued, diagonal], super::super::steps::list(), 9);
                    (added.map(|added| added.id), store.fuel_used() - before)
                };
                // New values cost more: the first call is made twice.
                outcome(yes);
                assert_eq!(outcome(yes), outcome(no), "{name}");
            }
        }
        let numbers = TABLE.steps.iter().filter(|step| step.calls.len() == 1).filter_map(|step| {
            let call = &step.calls[0];
            let is_cut = call.operation == Operation::Call(primitives::find("cutparts")?);
            is_cut.then_some(call.shared_if_apart?.apart)
        });
        let numbers: Vec<u16> = numbers.collect();
        assert_eq!(numbers.len(), 4);
        let different: std::collections::BTreeSet<u16> = numbers.into_iter().collect();
        assert_eq!(different.len(), 2, "one for each kind of neighbourhood");
    }
}
