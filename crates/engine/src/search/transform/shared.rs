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
