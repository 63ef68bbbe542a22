//! Known programs run on the task at hand: the whole library as one batch.

use super::prior::operation_cost;
use super::store::{EntryId, Stop, Store};
use super::Strategy;
use crate::program::Program;
use crate::types::{Bound, Mode, Type};

/// Adds every step of known programs to the store, so that whole programs may solve the task and parts may help others.
pub struct Recombine<'p> {
    /// The programs, most promising first.
    pub programs: &'p [Program],
}

impl Strategy for Recombine<'_> {
    fn name(&self) -> &'static str {
        "library"
    }

    fn search(&self, store: &mut Store) -> Stop {
        for program in self.programs {
            if let Some(stop) = store.must_stop() {
                return stop;
            }
            run(program, store);
        }
        Stop::Exhausted
    }
}

/// Evaluates a program step by step; ends at the first step that fails.
fn run(program: &Program, store: &mut Store) -> Option<()> {
    let types = program.types(Mode::Lenient).ok()?;
    let mut entries: Vec<EntryId> = Vec::with_capacity(types.len());
    for (index, (node, ty)) in program.nodes().iter().zip(types).enumerate() {
        // A program's result counts as a grid also where the checker could not tell.
        let is_result = index + 1 == program.nodes().len();
        let ty =
            if is_result && matches!(ty, Type::Variable(_, bound) if bound == Bound::ANY) { Type::Grid } else { ty };
        let ty = store.type_id(&ty);
        let cost = operation_cost(&node.operation);
        let entry = if node.arguments.is_empty() {
            store.add_leaf(node.operation.clone(), ty, cost)
        } else {
            let arguments: Vec<EntryId> = node.arguments.iter().map(|id| entries[id.index()]).collect();
            let parts: u32 = arguments.iter().map(|&id| store.entry(id).cost).sum();
            store.apply(&node.operation, &arguments, ty, cost.saturating_add(parts))
        }?;
        entries.push(entry.id);
    }
    Some(())
}
