//! Functions of an object written as text, read once and built in a store with its holes filled.

use std::sync::LazyLock;

use crate::function::Function;
use crate::patch::Place;
use crate::primitives;
use crate::program::{Operation, Program};
use crate::search::catalogue::{self, TypeId};
use crate::search::prior::operation_cost;
use crate::search::store::{EntryId, Store};
use crate::types::{Bound, Type};
use crate::value::Value;

/// A paragraph of expressions, one a line.
type Paragraph = Vec<Program>;

/// The expressions of a file, by paragraph; lines that begin with `#` are comments.
fn read(text: &str) -> Vec<Paragraph> {
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines().filter(|line| !line.starts_with('#')).map(str::trim) {
        match (line.is_empty(), paragraphs.last_mut()) {
            (false, Some(last)) => last.extend(Program::parse(line).ok()),
            (true, Some(last)) if !last.is_empty() => paragraphs.push(Vec::new()),
            _ => {}
        }
    }
    paragraphs
}

pub(super) static ATTRIBUTES: LazyLock<Vec<Paragraph>> = LazyLock::new(|| read(include_str!("attributes.dsl")));
pub(super) static RELATED: LazyLock<Vec<Paragraph>> = LazyLock::new(|| read(include_str!("related.dsl")));
pub(super) static SHAPES: LazyLock<Vec<Paragraph>> = LazyLock::new(|| read(include_str!("shapes.dsl")));
pub(super) static CHANGES: LazyLock<Vec<Paragraph>> = LazyLock::new(|| read(include_str!("changes.dsl")));
pub(super) static COLOURS: LazyLock<Vec<Paragraph>> = LazyLock::new(|| read(include_str!("colours.dsl")));

/// Builds expressions in a store.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    function: TypeId,
    integer: TypeId,
    pair: TypeId,
    boolean: TypeId,
    /// The grid that is segmented: the input, or one on the way to the output.
    pub(super) input: EntryId,
    /// The number of the type of sets of objects.
    pub(super) objects: TypeId,
    /// The number of the type of objects.
    pub(super) object: TypeId,
}

impl Terms {
    /// For a grid of a store.
    pub(super) fn new(store: &mut Store, input: EntryId) -> Terms {
        let function = Type::Function(vec![Type::object()], Box::new(Type::Variable(0, Bound::ANY)));
        Terms {
            input,
            function: store.type_id(&function),
            integer: store.type_id(&Type::Integer),
            pair: store.type_id(&Type::Pair),
            boolean: store.type_id(&Type::Boolean),
            objects: store.type_id(&Type::set(Type::object())),
            object: store.type_id(&Type::object()),
        }
    }

    /// A constant.
    pub(super) fn constant(self, store: &mut Store, value: Value) -> Option<EntryId> {
        let ty = match value {
            Value::Integer(_) => self.integer,
            Value::Boolean(_) => self.boolean,
            Value::Pair(..) => self.pair,
            _ => self.function,
        };
        let operation = Operation::Constant(value);
        let cost = operation_cost(&operation);
        store.add_leaf(operation, ty, cost).map(|added| added.id)
    }

    /// A number.
    pub(super) fn number(self, store: &mut Store, number: i64) -> Option<EntryId> {
        self.constant(store, Value::Integer(number))
    }

    /// An offset.
    pub(super) fn offset(self, store: &mut Store, offset: Place) -> Option<EntryId> {
        self.constant(store, Value::place(offset))
    }

    /// A primitive as a value.
    pub(super) fn name(self, store: &mut Store, name: &str) -> Option<EntryId> {
        self.constant(store, Value::Function(Function::Primitive(primitives::find(name)?)))
    }

    /// A function that a primitive makes of others.
    pub(super) fn function(self, store: &mut Store, primitive: &str, arguments: &[EntryId]) -> Option<EntryId> {
        self.call(store, &Operation::Call(primitives::find(primitive)?), arguments, self.function)
    }

    /// The value of a primitive, of a known type.
    pub(super) fn value(
        self,
        store: &mut Store,
        primitive: &str,
        arguments: &[EntryId],
        ty: TypeId,
    ) -> Option<EntryId> {
        self.call(store, &Operation::Call(primitives::find(primitive)?), arguments, ty)
    }

    /// The number that a primitive gives.
    pub(super) fn integer_value(self, store: &mut Store, primitive: &str, arguments: &[EntryId]) -> Option<EntryId> {
        self.value(store, primitive, arguments, self.integer)
    }

    fn call(self, store: &mut Store, operation: &Operation, arguments: &[EntryId], ty: TypeId) -> Option<EntryId> {
        let parts: u32 = arguments.iter().map(|&id| store.entry(id).cost).sum();
        let cost = operation_cost(operation).saturating_add(parts);
        store.apply(operation, arguments, ty, cost).map(|added| added.id)
    }

    /// An expression read from text, with the objects at hand for `C` and whatever is given for `S`.
    pub(super) fn build(
        self,
        store: &mut Store,
        text: &Program,
        objects: EntryId,
        hole: Option<EntryId>,
    ) -> Option<EntryId> {
        let mut entries: Vec<EntryId> = Vec::with_capacity(text.nodes().len());
        for node in text.nodes() {
            let entry = match &node.operation {
                Operation::Input => self.input,
                Operation::Candidate => objects,
                Operation::Samples => hole?,
                Operation::Constant(value) => self.constant(store, value.clone())?,
                operation => {
                    let arguments: Vec<EntryId> = node.arguments.iter().map(|id| entries[id.index()]).collect();
                    let types: Vec<TypeId> = arguments.iter().map(|&id| store.entry(id).ty).collect();
                    let known = match operation {
                        Operation::Call(primitive) => catalogue::result_of(*primitive, &types),
                        _ => None,
                    };
                    self.call(store, operation, &arguments, known.unwrap_or(self.function))?
                }
            };
            entries.push(entry);
        }
        entries.pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Mode;

    #[test]
    fn every_line_is_read_and_is_well_typed() {
        for (text, read) in [
            (include_str!("attributes.dsl"), &ATTRIBUTES),
            (include_str!("related.dsl"), &RELATED),
            (include_str!("shapes.dsl"), &SHAPES),
            (include_str!("changes.dsl"), &CHANGES),
            (include_str!("colours.dsl"), &COLOURS),
        ] {
            let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
            let programs: Vec<&Program> = read.iter().flatten().collect();
            assert_eq!(lines.count(), programs.len());
            for program in programs {
                assert!(program.types(Mode::Lenient).is_ok(), "{:?}", program.nested());
            }
        }
    }
}
