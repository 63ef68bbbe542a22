//! Features of the objects that cells belong to, or in whose boxes they lie.

use super::features::{Features, DIRECTIONS};
use crate::function::Function;
use crate::primitives;
use crate::program::Operation;
use crate::search::prior::primitive_cost;
use crate::search::store::EntryId;
use crate::search::{catalogue, moves};
use crate::types::Type;
use crate::value::Value;

/// How the objects of a grid are told apart: by colour, over corners, without the ground.
pub(super) const SEGMENTATIONS: [[bool; 3]; 6] = [
    [true, false, true],
    [true, true, true],
    [false, true, true],
    [false, false, true],
    [true, false, false],
    [true, true, false],
];

impl Features<'_> {
    /// The objects of a grid, told apart by some flags.
    pub(super) fn segmented(&mut self, grid: EntryId, flags: &[bool; 3]) -> Option<EntryId> {
        if flags[2] {
            return match self.store.must_stop() {
                Some(_) => None,
                None => moves::objects(self.store, grid, flags[0], flags[1]),
            };
        }
        let mut arguments = vec![grid];
        for &flag in flags {
            arguments.push(self.constant(Value::Boolean(flag))?);
        }
        self.apply("objects", &arguments)
    }

    /// Numbers of the objects that cells belong to.
    pub(super) fn objects(&mut self, grid: EntryId) {
        for flags in &SEGMENTATIONS {
            if let Some(objects) = self.segmented(grid, flags) {
                self.measures(grid, objects, flags[0], flags[2]);
            }
        }
        for flags in &SEGMENTATIONS[1..3] {
            if let Some(objects) = self.segmented(grid, flags) {
                self.boxes(grid, objects);
            }
        }
        if let Some(layers) = self.apply("fgpartition", &[grid]) {
            self.mark("mark", grid, layers, "height", false);
            self.mark("mark", grid, layers, "width", false);
            self.mark("markbox", grid, layers, "size", false);
            self.mark("markbox", grid, layers, "color", true);
        }
    }

    /// Numbers of objects, marked on their cells and their boxes.
    fn measures(&mut self, grid: EntryId, objects: EntryId, is_univalued: bool, is_without_ground: bool) {
        for name in ["size", "height", "width", "hollows"] {
            if let Some(marked) = self.mark("mark", grid, objects, name, false) {
                for descending in [false, true] {
                    self.call("ranked", &[marked], &[Value::Boolean(descending)], false);
                }
            }
        }
        self.mark("mark", grid, objects, "mirrored", false);
        self.mark("mark", grid, objects, "square", false);
        if is_without_ground {
            if let Some(twins) = self.fixed("rbind", "twins", objects, "(Object) -> Integer") {
                self.marked("mark", grid, objects, twins, false);
            }
            self.mark("markbox", grid, objects, "size", false);
            self.mark("markbox", grid, objects, "color", true);
        }
        if !is_univalued {
            self.mark("mark", grid, objects, "numcolors", false);
            for name in ["mostcolor", "leastcolor"] {
                self.mark("mark", grid, objects, name, true);
                self.mark("markbox", grid, objects, name, true);
            }
            for colour in self.colours() {
                let colour = self.constant(Value::Integer(colour));
                let count = colour.and_then(|colour| self.fixed("rbind", "colorcount", colour, "(Object) -> Integer"));
                if let Some(count) = count {
                    self.marked("mark", grid, objects, count, false);
                }
            }
        }
        if let Some(bordering) = self.fixed("rbind", "bordering", grid, "(Object) -> Boolean") {
            self.marked("mark", grid, objects, bordering, false);
        }
    }

    /// Where cells lie in the boxes of objects, and what lies opposite them there.
    fn boxes(&mut self, grid: EntryId, objects: EntryId) {
        let insets: Vec<Option<EntryId>> = DIRECTIONS[..4]
            .iter()
            .map(|&(down, right)| self.call("inset", &[grid, objects], &[Value::Pair(down, right)], false))
            .collect();
        for inset in insets.iter().flatten() {
            self.call("modulo", &[*inset], &[Value::Integer(2)], false);
        }
        for (a, b) in [(0, 3), (1, 2), (0, 1), (0, 2)] {
            if let (Some(a), Some(b)) = (insets[a], insets[b]) {
                self.call("agree", &[a, b], &[], false);
            }
            self.compare(insets[a], insets[b]);
        }
        if let (Some(a), Some(b)) = (insets[0], insets[1]) {
            if let Some(sum) = self.call("plus", &[a, b], &[], false) {
                self.call("modulo", &[sum], &[Value::Integer(2)], false);
            }
        }
        for axes in [(1, 0), (0, 1), (1, 1)] {
            if let Some(image) = self.call("reflected", &[grid, objects], &[Value::Pair(axes.0, axes.1)], true) {
                self.call("agree", &[grid, image], &[], true);
            }
        }
    }

    /// What objects have about them, marked on their cells and their boxes.
    pub(super) fn company(&mut self, grid: EntryId, objects: EntryId) {
        for name in ["touching", "contents", "holders", "abreast"] {
            if let Some(measure) = self.fixed("lbind", name, objects, "(Object) -> Integer") {
                self.marked("mark", grid, objects, measure, false);
            }
        }
        for name in ["touchcolor", "contentcolor", "holdercolor", "likecolor"] {
            if let Some(measure) = self.fixed("lbind", name, objects, "(Object) -> Integer") {
                self.marked("mark", grid, objects, measure, true);
                self.marked("markbox", grid, objects, measure, true);
            }
        }
    }

    pub(super) fn mark(
        &mut self,
        primitive: &str,
        grid: EntryId,
        objects: EntryId,
        name: &str,
        is_colour: bool,
    ) -> Option<EntryId> {
        let function = primitives::find(name)?;
        let ty = self.store.type_id(&catalogue::function_type(function));
        let operation = Operation::Constant(Value::Function(Function::Primitive(function)));
        let measure = self.store.add_leaf(operation, ty, primitive_cost(function).min(6))?;
        self.marked(primitive, grid, objects, measure.id, is_colour)
    }

    fn marked(
        &mut self,
        primitive: &str,
        grid: EntryId,
        objects: EntryId,
        measure: EntryId,
        is_colour: bool,
    ) -> Option<EntryId> {
        let marked = self.apply(primitive, &[grid, objects, measure])?;
        self.keep(marked, is_colour);
        Some(marked)
    }

    /// A function with one of its two arguments fixed.
    fn fixed(&mut self, binder: &str, name: &str, fixed: EntryId, ty: &str) -> Option<EntryId> {
        let function = primitives::find(name)?;
        let function_type = self.store.type_id(&catalogue::function_type(function));
        let operation = Operation::Constant(Value::Function(Function::Primitive(function)));
        let cost = primitive_cost(function).min(6);
        let leaf = self.store.add_leaf(operation, function_type, cost)?;
        let binder = primitives::find(binder)?;
        let ty = self.store.type_id(&Type::parse(ty).ok()?);
        let cost = 3 + cost + self.store.entry(fixed).cost;
        self.store.apply(&Operation::Call(binder), &[leaf.id, fixed], ty, cost).map(|added| added.id)
    }
}
