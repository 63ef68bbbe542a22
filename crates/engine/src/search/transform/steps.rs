//! The steps of the walk: short programs on a grid or on a list of grids, each with a price.

use std::sync::LazyLock;

use smallvec::SmallVec;

use super::redundant::REDUNDANT;
use super::shared::{Hole, Shared};
use super::texts::{MARKS, ON_COLOURS, ON_GRIDS, ON_INPUTS, ON_LISTS, ON_MARKS, ON_SIZES};
use crate::function::Function;
use crate::primitives::PrimitiveId;
use crate::program::{Operation, Program};
use crate::search::catalogue::{self, TypeId};
use crate::search::prior::{operation_cost, primitive_cost};
use crate::search::store::{Added, EntryId, Store};
use crate::types::Type;
use crate::value::Value;

/// What a step works on, or gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A grid.
    Grid,
    /// A list of grids.
    List,
}

/// What stands at the second hole of a step, written `C`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// There is none.
    Nothing,
    /// The predicted size of the outputs.
    Size,
    /// The input.
    Input,
}

/// What a call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Argument {
    /// The entry that the step works on.
    Hole,
    /// The entry at the second hole.
    Second,
    /// The result of an earlier call of the step.
    Earlier(usize),
    /// A constant of the table.
    Constant(usize),
}

pub(super) struct Call {
    pub(super) operation: Operation,
    pub(super) arguments: SmallVec<[Argument; 4]>,
    ty: TypeId,
    bits: u32,
    /// What it is known by, if several steps make the call.
    pub(super) shared: Option<Shared>,
    /// The same on grids in which no two colours touch.
    pub(super) shared_if_apart: Option<Shared>,
}

/// A step.
pub struct Step {
    /// The program that it is, with `I` and `C` for its holes.
    pub(super) text: String,
    /// What it adds to the price of the entry that it works on.
    pub price: u32,
    /// What it works on.
    pub from: Form,
    /// What it gives.
    pub gives: Form,
    /// What stands at its second hole.
    pub second: Second,
    /// The colour that it names.
    pub colour: Option<i8>,
    pub(super) calls: Vec<Call>,
}

/// All steps, cheapest first, with the constants that they name.
pub struct Table {
    /// The steps.
    pub steps: Vec<Step>,
    constants: Vec<(Value, TypeId)>,
    /// For each step which ones give nothing new on what it gives; empty where none is known.
    redundant: Vec<Vec<bool>>,
}

/// The table of steps, made once for the process.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { steps: Vec::new(), constants: Vec::new(), redundant: Vec::new() };
    table.read(ON_GRIDS, Form::Grid, Second::Nothing);
    table.read(ON_SIZES, Form::Grid, Second::Size);
    table.read(ON_INPUTS, Form::Grid, Second::Input);
    table.read(ON_LISTS, Form::List, Second::Nothing);
    for &(price, texts) in ON_COLOURS {
        for text in texts {
            for (colour, text) in coloured(text) {
                table.add(price, &text, Form::Grid, Second::Nothing, colour);
            }
        }
    }
    for &(price, texts) in ON_MARKS {
        for text in texts {
            for mark in MARKS {
                table.add(price, &text.replace('M', mark), Form::List, Second::Nothing, None);
            }
        }
    }
    table.steps.sort_by_key(|step| step.price);
    table.share();
    table.pass_over(REDUNDANT);
    table
});

/// A text for each colour that its `K` stands for, or the text alone.
pub(super) fn coloured(text: &str) -> Vec<(Option<i8>, String)> {
    match text.contains('K') {
        true => (0..10).map(|colour: i8| (Some(colour), text.replace('K', &colour.to_string()))).collect(),
        false => vec![(None, text.to_owned())],
    }
}

impl Table {
    fn read(&mut self, rows: &[(u32, &[&str])], from: Form, second: Second) {
        for &(price, texts) in rows {
            for text in texts {
                self.add(price, text, from, second, None);
            }
        }
    }

    /// Adds a step, unless its text is no program or has no type that the search keeps.
    fn add(&mut self, price: u32, text: &str, from: Form, second: Second, colour: Option<i8>) {
        if let Some(calls) = self.calls(text, from, second) {
            let is_list = calls.last().is_some_and(|call| call.ty == list());
            let gives = if is_list { Form::List } else { Form::Grid };
            self.steps.push(Step { text: text.to_owned(), price, from, gives, second, colour, calls });
        }
    }

    fn calls(&mut self, text: &str, from: Form, second: Second) -> Option<Vec<Call>> {
        let program = Program::parse(text).ok()?;
        let mut calls: Vec<Call> = Vec::new();
        // For each node what it is as an argument, and its type.
        let mut nodes: Vec<(Argument, TypeId)> = Vec::new();
        for node in program.nodes() {
            nodes.push(match &node.operation {
                Operation::Input if from == Form::Grid => (Argument::Hole, catalogue::grid()),
                Operation::Input => (Argument::Hole, list()),
                Operation::Candidate if second == Second::Size => (Argument::Second, catalogue::type_id(&Type::Pair)?),
                Operation::Candidate => (Argument::Second, catalogue::grid()),
                Operation::Constant(value) => self.constant(value)?,
                Operation::Call(primitive) => {
                    let arguments: Vec<(Argument, TypeId)> =
                        node.arguments.iter().map(|id| nodes[id.index()]).collect();
                    let types: Vec<TypeId> = arguments.iter().map(|&(_, ty)| ty).collect();
                    let call = call(*primitive, arguments.iter().map(|&(argument, _)| argument).collect(), &types)?;
                    let ty = call.ty;
                    calls.push(call);
                    (Argument::Earlier(calls.len() - 1), ty)
                }
                Operation::Samples | Operation::Apply => return None,
            });
        }
        Some(calls)
    }

    pub(super) fn constant(&mut self, value: &Value) -> Option<(Argument, TypeId)> {
        let ty = match value {
            Value::Boolean(_) => Type::Boolean,
            Value::Integer(_) => Type::Integer,
            Value::Pair(..) => Type::Pair,
            Value::Function(Function::Primitive(id)) => catalogue::function_type(*id),
            _ => return None,
        };
        let ty = catalogue::type_id(&ty)?;
        let known = self.constants.iter().position(|known| known.1 == ty && known.0 == *value);
        let place = known.unwrap_or_else(|| {
            self.constants.push((value.clone(), ty));
            self.constants.len() - 1
        });
        Some((Argument::Constant(place), ty))
    }

    /// Notes which steps give nothing new after which: rows of texts with semicolons between.
    fn pass_over(&mut self, rows: &[(&str, &str)]) {
        let places = |texts: &str| -> Vec<usize> {
            let texts: Vec<String> = texts.split("; ").flat_map(coloured).map(|(_, text)| text).collect();
            (0..self.steps.len()).filter(|&at| texts.contains(&self.steps[at].text)).collect()
        };
        let mut redundant = vec![Vec::new(); self.steps.len()];
        for (first, second) in rows {
            let second = places(second);
            for at in places(first) {
                redundant[at].resize(self.steps.len(), false);
                second.iter().for_each(|&after| redundant[at][after] = true);
            }
        }
        self.redundant = redundant;
    }

    /// Whether a step gives nothing new on what another gave.
    pub(super) fn is_redundant(&self, first: Option<usize>, second: usize) -> bool {
        first.is_some_and(|first| self.redundant[first].get(second).is_some_and(|&is_redundant| is_redundant))
    }

    /// Adds the constants of all steps to a store.
    pub fn constants(&self, store: &mut Store) -> Vec<EntryId> {
        let leaves = self.constants.iter().map(|(value, ty)| (Operation::Constant(value.clone()), *ty));
        leaves
            .filter_map(|(leaf, ty)| store.add_leaf(leaf.clone(), ty, operation_cost(&leaf)).map(|leaf| leaf.id))
            .collect()
    }
}

fn call(primitive: PrimitiveId, arguments: SmallVec<[Argument; 4]>, types: &[TypeId]) -> Option<Call> {
    let ty = catalogue::result_of(primitive, types)?;
    Some(Call {
        operation: Operation::Call(primitive),
        arguments,
        ty,
        bits: primitive_cost(primitive),
        shared: None,
        shared_if_apart: None,
    })
}

/// The number of the type of lists of grids.
pub fn list() -> TypeId {
    static LIST: LazyLock<TypeId> =
        LazyLock::new(|| catalogue::type_id(&Type::tuple(Type::Grid)).unwrap_or(TypeId::MAX));
    *LIST
}

impl Step {
    /// Applies the step to an entry, in whose grids it may be known that no two colours touch; gives `None` if one of its
    /// calls fails.
    pub fn apply(
        &self,
        store: &mut Store,
        (hole, is_apart): (EntryId, bool),
        second: Option<EntryId>,
        constants: &[EntryId],
    ) -> Option<Added> {
        let mut results: SmallVec<[Added; 4]> = SmallVec::new();
        let mut arguments: SmallVec<[EntryId; 4]> = SmallVec::new();
        for call in &self.calls {
            arguments.clear();
            for argument in &call.arguments {
                arguments.push(match *argument {
                    Argument::Hole => hole,
                    Argument::Second => second?,
                    Argument::Earlier(place) => results[place].id,
                    Argument::Constant(place) => *constants.get(place)?,
                });
            }
            let parts = arguments.iter().map(|&id| store.entry(id).cost).fold(call.bits, u32::saturating_add);
            let shared = match is_apart {
                true => call.shared_if_apart.map(|shared| (shared.apart, shared.about)),
                false => call.shared.map(|shared| (shared.number, shared.about)),
            };
            let added = match shared {
                Some((number, about)) => {
                    let about = if about == Hole::First { hole } else { second? };
                    store.apply_shared((number, about), &call.operation, &arguments, call.ty, parts)
                }
                None => store.apply(&call.operation, &arguments, call.ty, parts),
            };
            results.push(added?);
        }
        results.pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(rows: &[(u32, &[&str])]) -> usize {
        rows.iter().map(|(_, texts)| texts.len()).sum()
    }

    #[test]
    fn every_step_has_types_that_fit() {
        let plain: usize = [ON_GRIDS, ON_SIZES, ON_INPUTS, ON_LISTS].map(texts).iter().sum();
        let expected = plain + 10 * texts(ON_COLOURS) + MARKS.len() * texts(ON_MARKS);
        assert_eq!(TABLE.steps.len(), expected);
        assert!(expected >= 150);
    }
}
