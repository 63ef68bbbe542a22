//! Features of cells: grids of the outputs' size computed from one of them, all of them ordinary expressions.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::parts::SEGMENTATIONS;
use crate::search::finish::same_size;
use crate::search::moves::{apply, constant, function};
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// A grid whose cells tell something of the cells of the output.
#[derive(Clone, Copy, Debug)]
pub struct Feature {
    /// The grid.
    pub grid: EntryId,
    /// Whether it holds colours, rather than numbers.
    pub is_colour: bool,
}

/// Up, left, right and down, then the diagonals.
pub(super) const DIRECTIONS: [(i64, i64); 8] = [(-1, 0), (0, -1), (0, 1), (1, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)];

/// Pairs of opposite ones among them.
pub(super) const OPPOSITES: [(usize, usize); 4] = [(0, 3), (1, 2), (4, 7), (5, 6)];

/// The directions of lines: rows, columns and diagonals.
const LINES: [(i64, i64); 4] = [(0, 1), (1, 0), (1, 1), (1, -1)];

/// The mirror images and turns of a grid.
const IMAGES: [&str; 7] = ["vmirror", "hmirror", "rot180", "dmirror", "cmirror", "rot90", "rot270"];

/// How many grids of colours a legend is looked up for.
const MAX_TRANSLATED: usize = 60;

/// Makes features.
pub struct Features<'s> {
    pub(super) store: &'s mut Store,
    found: Vec<Feature>,
    /// The places of the grids in `found`.
    known: FxHashMap<EntryId, usize>,
}

impl<'s> Features<'s> {
    /// No features yet.
    pub fn new(store: &'s mut Store) -> Features<'s> {
        Features { store, found: Vec::new(), known: FxHashMap::default() }
    }

    /// What has been made, in order.
    pub fn found(self) -> Vec<Feature> {
        self.found
    }

    /// Applies a primitive while there is fuel.
    pub(super) fn apply(&mut self, primitive: &str, arguments: &[EntryId]) -> Option<EntryId> {
        match self.store.must_stop() {
            Some(_) => None,
            None => apply(self.store, primitive, arguments),
        }
    }

    /// A constant.
    pub(super) fn constant(&mut self, value: Value) -> Option<EntryId> {
        constant(self.store, value)
    }

    /// The result of a call on a grid and a direction, which is no feature by itself.
    fn apply_at(&mut self, primitive: &str, grid: EntryId, (down, right): (i64, i64)) -> Option<EntryId> {
        let direction = self.constant(Value::Pair(down, right))?;
        self.apply(primitive, &[grid, direction])
    }

    /// Adds the result of a call on grids and constants.
    pub(super) fn call(
        &mut self,
        primitive: &str,
        grids: &[EntryId],
        constants: &[Value],
        is_colour: bool,
    ) -> Option<EntryId> {
        let mut arguments = grids.to_vec();
        for value in constants {
            arguments.push(constant(self.store, value.clone())?);
        }
        let grid = self.apply(primitive, &arguments)?;
        self.keep(grid, is_colour);
        Some(grid)
    }

    /// Adds a grid, if it is new; what is made both of numbers and of colours counts as colours.
    pub fn keep(&mut self, grid: EntryId, is_colour: bool) {
        let at = *self.known.entry(grid).or_insert(self.found.len());
        match self.found.get_mut(at) {
            Some(known) => known.is_colour |= is_colour,
            None => self.found.push(Feature { grid, is_colour }),
        }
    }

    /// The features of a grid that matter most.
    pub fn of_grid(&mut self, grid: EntryId) {
        self.keep(grid, true);
        let grounds = self.grounds();
        for diagonal in [false, true] {
            self.call("enclosed", &[grid], &[Value::Boolean(diagonal)], false);
            self.call("depth", &[grid], &[Value::Boolean(diagonal)], false);
        }
        for image in IMAGES {
            if let Some(image) = self.image(grid, image) {
                self.call("agree", &[grid, image], &[], true);
            }
        }
        let rays: Vec<Option<EntryId>> = DIRECTIONS
            .iter()
            .map(|&(down, right)| self.call("ray", &[grid], &[Value::Pair(down, right)], true))
            .collect();
        for (there, back) in OPPOSITES {
            if let (Some(there), Some(back)) = (rays[there], rays[back]) {
                self.call("agree", &[there, back], &[], true);
            }
        }
        for &(down, right) in &DIRECTIONS {
            let direction = [Value::Pair(down, right)];
            self.call("beside", &[grid], &direction, true);
            self.call("brink", &[grid], &direction, true);
        }
        for axes in [2, 4] {
            self.call("run", &[grid], &[Value::Integer(axes)], false);
        }
        // Cells between the two of a pair have an odd number of them on either side.
        for &(down, right) in &DIRECTIONS[..4] {
            if let Some(crossed) = self.apply_at("crossed", grid, (down, right)) {
                self.call("modulo", &[crossed], &[Value::Integer(2)], false);
            }
        }
        let reaches: Vec<Option<EntryId>> = DIRECTIONS
            .iter()
            .map(|&(down, right)| self.call("reach", &[grid], &[Value::Pair(down, right)], false))
            .collect();
        for (there, back) in OPPOSITES {
            self.compare(reaches[there], reaches[back]);
        }
        for colour in self.colours() {
            for diagonal in [false, true] {
                let arguments = [Value::Integer(colour), Value::Boolean(diagonal)];
                self.call("around", &[grid], &arguments, false);
                self.call("distance", &[grid], &arguments, false);
            }
            for (down, right) in LINES {
                self.call("tally", &[grid], &[Value::Integer(colour), Value::Pair(down, right)], false);
            }
            self.apart(grid, colour);
        }
        for &ground in &grounds {
            for (down, right) in LINES {
                self.call("prevailing", &[grid], &[Value::Integer(ground), Value::Pair(down, right)], true);
            }
            for diagonal in [false, true] {
                self.call("nearest", &[grid], &[Value::Integer(ground), Value::Boolean(diagonal)], true);
            }
        }
        for (down, right) in LINES {
            self.call("uniform", &[grid], &[Value::Pair(down, right)], true);
        }
        for descending in [false, true] {
            self.call("prevalence", &[grid], &[Value::Boolean(descending)], false);
        }
        if let Some(coloured) = self.call("atleast", &[grid], &[Value::Integer(1)], false) {
            for diagonal in [false, true] {
                let arguments = [Value::Integer(1), Value::Boolean(diagonal)];
                self.call("distance", &[coloured], &arguments, false);
                self.call("around", &[coloured], &arguments, false);
            }
            self.apart(coloured, 1);
            for (down, right) in LINES {
                let tally = self.call("tally", &[coloured], &[Value::Integer(1), Value::Pair(down, right)], false);
                for descending in [false, true] {
                    if let Some(tally) = tally {
                        self.call("ranked", &[tally], &[Value::Boolean(descending)], false);
                    }
                }
            }
        }
        self.whole_colours(grid);
        self.objects(grid);
        self.places(grid);
        self.legend();
    }

    /// How far cells are from the rows and columns of a colour, and whether as far from the ones as from the others.
    fn apart(&mut self, grid: EntryId, colour: i64) {
        let lines = [(0, 1), (1, 0)].map(|(down, right)| {
            self.call("apart", &[grid], &[Value::Integer(colour), Value::Pair(down, right)], false)
        });
        for line in lines.iter().flatten() {
            self.call("modulo", &[*line], &[Value::Integer(2)], false);
        }
        if let [Some(rows), Some(columns)] = lines {
            self.call("agree", &[rows, columns], &[], false);
            self.compare(lines[0], lines[1]);
        }
    }

    /// What the colours met so far stand for by a legend of the input, if it has one.
    fn legend(&mut self) -> Option<()> {
        let input = self.store.input()?;
        let legend = self.apply("legend", &[input])?;
        let back = self.apply("vmirror", &[legend])?;
        let colours: Vec<EntryId> =
            self.found.iter().filter(|feature| feature.is_colour).map(|feature| feature.grid).collect();
        for grid in colours.into_iter().take(MAX_TRANSLATED) {
            for table in [legend, back] {
                if let Some(translated) = self.apply("translate", &[grid, table]) {
                    self.keep(translated, true);
                }
            }
        }
        Some(())
    }

    /// More features of a grid, for when the first do not suffice.
    pub fn more_of_grid(&mut self, grid: EntryId) {
        for flags in &SEGMENTATIONS[..3] {
            if let Some(objects) = self.segmented(grid, flags) {
                for name in ["uppermost", "leftmost"] {
                    let Some(marked) = self.mark("mark", grid, objects, name, false) else {
                        continue;
                    };
                    for descending in [false, true] {
                        self.call("ranked", &[marked], &[Value::Boolean(descending)], false);
                    }
                }
            }
        }
        for flags in &SEGMENTATIONS[..4] {
            if let Some(objects) = self.segmented(grid, flags) {
                self.company(grid, objects);
            }
        }
        self.whole(grid);
        for colour in self.colours() {
            for diagonal in [false, true] {
                let arguments = [Value::Integer(colour), Value::Boolean(diagonal)];
                if let Some(steps) = self.call("distance", &[grid], &arguments, false) {
                    self.call("modulo", &[steps], &[Value::Integer(2)], false);
                }
            }
        }
        for (down, right) in DIRECTIONS {
            if let Some(steps) = self.call("reach", &[grid], &[Value::Pair(down, right)], false) {
                self.call("modulo", &[steps], &[Value::Integer(2)], false);
            }
        }
        for &(down, right) in &DIRECTIONS[..4] {
            self.call("crossed", &[grid], &[Value::Pair(down, right)], false);
        }
        for axes in [0, 1, 3] {
            self.call("run", &[grid], &[Value::Integer(axes)], false);
        }
        for (down, right) in DIRECTIONS {
            self.call("beside", &[grid], &[Value::Pair(2 * down, 2 * right)], true);
            for colour in self.colours() {
                self.call("shade", &[grid], &[Value::Integer(colour), Value::Pair(down, right)], false);
            }
        }
    }

    /// Features of a feature, of which some values matter, of the cells around and of the objects of a grid.
    pub fn of_feature(&mut self, feature: Feature, values: &[i8], root: EntryId) {
        let Feature { grid, is_colour } = feature;
        for flags in &SEGMENTATIONS {
            if let Some(objects) = self.segmented(root, flags) {
                if let Some(pervaded) = self.apply("pervade", &[grid, objects]) {
                    self.keep(pervaded, is_colour);
                }
            }
        }
        for (down, right) in DIRECTIONS {
            self.call("beside", &[grid], &[Value::Pair(down, right)], is_colour);
            self.call("ray", &[grid], &[Value::Pair(down, right)], is_colour);
        }
        for &value in values {
            for diagonal in [false, true] {
                self.call("around", &[grid], &[Value::Integer(i64::from(value)), Value::Boolean(diagonal)], false);
            }
            for (down, right) in LINES {
                self.call("tally", &[grid], &[Value::Integer(i64::from(value)), Value::Pair(down, right)], false);
            }
        }
        for image in IMAGES {
            if let Some(image) = self.apply(image, &[grid]) {
                if self.is_like(grid, image) {
                    self.keep(image, is_colour);
                }
            }
        }
    }

    fn image(&mut self, grid: EntryId, image: &str) -> Option<EntryId> {
        let image = self.apply(image, &[grid])?;
        if !self.is_like(grid, image) {
            return None;
        }
        self.keep(image, true);
        Some(image)
    }

    /// Whether two entries are grids of the same sizes.
    fn is_like(&self, a: EntryId, b: EntryId) -> bool {
        let columns = self.store.entry(a).column().iter().zip(self.store.entry(b).column());
        columns.into_iter().all(|pair| match pair {
            (Value::Grid(a), Value::Grid(b)) => same_size(a, b),
            _ => false,
        })
    }

    /// Grids of one colour.
    fn whole_colours(&mut self, grid: EntryId) {
        let colours: BTreeSet<i64> =
            self.store.expected().iter().flat_map(|grid| grid.cells()).map(|&colour| i64::from(colour)).collect();
        let Some(shape) = self.apply("shape", &[grid]) else {
            return;
        };
        let mut entries: Vec<Option<EntryId>> =
            colours.into_iter().map(|colour| constant(self.store, Value::Integer(colour))).collect();
        for name in ["mostcolor", "leastcolor"] {
            entries.push(self.apply(name, &[grid]));
        }
        if let Some(objects) = self.segmented(grid, &SEGMENTATIONS[1]) {
            for name in ["argmax", "argmin"] {
                let size = function(self.store, "size");
                let object = size.and_then(|size| self.apply(name, &[objects, size]));
                entries.push(object.and_then(|object| self.apply("color", &[object])));
            }
        }
        let origin = constant(self.store, Value::Pair(0, 0));
        for turn in ["identity", "vmirror", "hmirror", "rot180"] {
            let turned = self.apply(turn, &[grid]);
            let corner = turned.zip(origin).and_then(|(turned, origin)| self.apply("index", &[turned, origin]));
            entries.push(corner);
        }
        for colour in entries.into_iter().flatten() {
            if let Some(canvas) = self.apply("canvas", &[colour, shape]) {
                self.keep(canvas, true);
            }
        }
    }

    /// Where cells lie.
    fn places(&mut self, grid: EntryId) {
        let steps: Vec<Option<EntryId>> = DIRECTIONS
            .iter()
            .map(|&(down, right)| self.call("steps", &[grid], &[Value::Pair(down, right)], false))
            .collect();
        for from in steps.iter().take(4).flatten() {
            for divisor in [2, 3] {
                self.call("modulo", &[*from], &[Value::Integer(divisor)], false);
            }
        }
        for (a, b) in [(0, 1), (0, 2)] {
            if let (Some(a), Some(b)) = (steps[a], steps[b]) {
                if let Some(sum) = self.call("plus", &[a, b], &[], false) {
                    for divisor in [2, 3] {
                        self.call("modulo", &[sum], &[Value::Integer(divisor)], false);
                    }
                }
            }
        }
        // The middle column and row, the diagonals, and the halves that they divide.
        for (a, b) in [(1, 2), (0, 3), (0, 1), (0, 2)] {
            if let (Some(a), Some(b)) = (steps[a], steps[b]) {
                self.call("agree", &[a, b], &[], false);
            }
            self.compare(steps[a], steps[b]);
        }
    }

    /// Where one grid of numbers exceeds another, and the other way round.
    pub(super) fn compare(&mut self, a: Option<EntryId>, b: Option<EntryId>) {
        if let (Some(a), Some(b)) = (a, b) {
            self.call("exceeds", &[a, b], &[], false);
            self.call("exceeds", &[b, a], &[], false);
        }
    }

    /// How deep cells lie inside the whole, and what can be said of the whole: the same for all cells of a sample.
    fn whole(&mut self, grid: EntryId) -> Option<()> {
        let shape = self.apply("shape", &[grid])?;
        let black = constant(self.store, Value::Integer(0))?;
        if let Some(blank) = self.apply("canvas", &[black, shape]) {
            if let Some(depth) = self.call("depth", &[blank], &[Value::Boolean(true)], false) {
                for divisor in [2, 3] {
                    self.call("modulo", &[depth], &[Value::Integer(divisor)], false);
                }
            }
        }
        let mut numbers = vec![self.apply("numcolors", &[grid])];
        for flags in &SEGMENTATIONS[..2] {
            let objects = self.segmented(grid, flags);
            numbers.push(objects.and_then(|objects| self.apply("size", &[objects])));
        }
        for number in numbers.into_iter().flatten() {
            if let Some(canvas) = self.apply("canvas", &[number, shape]) {
                self.keep(canvas, false);
            }
        }
        Some(())
    }

    /// The colours that occur in all inputs.
    pub(super) fn colours(&self) -> Vec<i64> {
        let mut inputs = self.store.inputs().iter();
        let of = |grid: &crate::grid::Grid| -> BTreeSet<i8> { grid.cells().iter().copied().collect() };
        let first = inputs.next().map(of).unwrap_or_default();
        let common = inputs.fold(first, |common, grid| &common & &of(grid));
        common.into_iter().map(i64::from).take(6).collect()
    }

    /// Colours that may be the ground: black, and the most common colour if it is the same everywhere.
    fn grounds(&self) -> Vec<i64> {
        let mut grounds = vec![0];
        let most: BTreeSet<i8> = self.store.inputs().iter().map(|grid| grid.histogram().most_common()).collect();
        if let (1, Some(&colour)) = (most.len(), most.first()) {
            if colour != 0 {
                grounds.push(i64::from(colour));
            }
        }
        grounds
    }
}
