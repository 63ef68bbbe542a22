//! The last steps of programs, deduced from what is missing to the demo outputs instead of tried.
//!
//! Each new entry is compared with the demo outputs: a patch may be what is to be filled, painted or cut out, a grid may
//! be the output in other colours or a part of it. Every deduction is then evaluated like any other expression.

#[cfg(test)]
mod tests;

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::base::{Base, Canvas, Sketch};
use super::catalogue::{self, TypeId};
use super::moves::{apply, apply_once, colour_constant};
use super::pointwise;
use super::recolour::{self, Recolouring};
use super::store::{EntryId, Store};
use crate::grid::Grid;
use crate::patch::{Frame, Place};
use crate::types::Type;
use crate::value::Value;

/// How many grids of the outputs' size are drawn upon.
const MAX_BASES: usize = 10;

/// How many patches are remembered for grids to come.
const MAX_PATCHES: usize = 3000;

/// How many partly drawn grids are drawn upon further.
const MAX_PARTLY_DRAWN: usize = 8;

/// A call of which one argument is known only by its values on the demo samples.
#[derive(Clone)]
struct Missing {
    primitive: &'static str,
    arguments: SmallVec<[Option<EntryId>; 4]>,
}

/// Finishes programs.
pub struct Finish {
    canvas: Canvas,
    bases: Vec<Base>,
    patches: Vec<EntryId>,
    partly_drawn: usize,
    /// Calls by the hash of the column that they lack.
    wanted: FxHashMap<u64, SmallVec<[Missing; 1]>>,
    /// Integers and parts of outputs by the hash of their demo columns.
    known: FxHashMap<u64, SmallVec<[EntryId; 2]>>,
    seen: Vec<bool>,
    sketch: Sketch,
    types: Types,
}

/// The numbers of the types that are looked at.
struct Types {
    integer: TypeId,
    patches: [TypeId; 4],
}

/// How the cells of a patch relate to base and output.
#[derive(Clone)]
struct Fit {
    fill: bool,
    underfill: bool,
    paint: bool,
    underpaint: bool,
    /// Whether filling is right as far as it goes.
    partial: bool,
    /// The outputs' colours on the patch, for each demo sample, where the patch lies on the grid.
    colours: SmallVec<[Option<i8>; 6]>,
    under_colours: SmallVec<[Option<i8>; 6]>,
}

impl Fit {
    fn is_possible(&self) -> bool {
        self.fill || self.underfill || self.paint || self.underpaint || self.partial
    }
}

impl Finish {
    /// For the task of a store.
    pub fn new(store: &mut Store) -> Finish {
        let objects = Type::set(Type::object());
        let patches = [Type::object(), Type::indices(), objects, Type::set(Type::indices())];
        Finish {
            canvas: Canvas::of(store),
            bases: Vec::new(),
            patches: Vec::new(),
            partly_drawn: 0,
            wanted: FxHashMap::default(),
            known: FxHashMap::default(),
            seen: Vec::new(),
            sketch: Sketch::default(),
            types: Types { integer: store.type_id(&Type::Integer), patches: patches.map(|ty| store.type_id(&ty)) },
        }
    }

    /// Looks whether a new entry can be finished.
    pub fn consider(&mut self, store: &mut Store, id: EntryId) {
        let ty = store.entry(id).ty;
        if ty == catalogue::grid() {
            self.consider_grid(store, id);
        } else if ty == self.types.integer {
            let hash = demo_hash(&store.entry(id).column()[..store.expected().len()]);
            self.known.entry(hash).or_default().push(id);
            self.complete(store, hash, id);
        } else if self.types.patches.contains(&ty) {
            for base in 0..self.bases.len() {
                self.draw(store, base, id);
            }
            self.cut(store, id);
            if self.patches.len() < MAX_PATCHES && self.bases.len() < store.wide(MAX_BASES) {
                self.patches.push(id);
            }
        }
    }

    fn consider_grid(&mut self, store: &mut Store, id: EntryId) {
        let demos = store.expected().len();
        let size_fits = |(value, expected): (&Value, &Grid)| match value {
            Value::Grid(grid) => same_size(grid, expected),
            _ => false,
        };
        let column = &store.entry(id).column()[..demos];
        if column.iter().zip(store.expected()).all(size_fits) {
            store.charge(100);
            self.recolour(store, id);
            if self.bases.len() - self.partly_drawn < store.wide(MAX_BASES) {
                self.add_base(store, id);
            }
        } else {
            self.join(store, id);
        }
    }

    /// Keeps a grid of the outputs' size to draw upon, and tries all that is known on it.
    fn add_base(&mut self, store: &mut Store, id: EntryId) {
        let Some(base) = Base::of(store, &self.canvas, id).filter(|base| base.differing.iter().any(|&count| count > 0))
        else {
            return;
        };
        for other in 0..self.bases.len() {
            pointwise::combine(store, self.bases[other].id, id);
        }
        self.bases.push(base);
        for index in 0..self.patches.len() {
            self.draw(store, self.bases.len() - 1, self.patches[index]);
        }
    }

    /// Whether a patch filled or painted onto a base gives the outputs.
    fn draw(&mut self, store: &mut Store, base: usize, patch: EntryId) {
        let (fit, cells) = self.fit(store, base, patch);
        store.charge(30 + 3 * cells);
        let Some(fit) = fit else {
            return;
        };
        let base = self.bases[base].id;
        let is_set = self.types.patches[2..].contains(&store.entry(patch).ty);
        let is_object = [0, 2].iter().any(|&at| store.entry(patch).ty == self.types.patches[at]);
        let patch = if is_set {
            match apply(store, "merge", &[patch]) {
                Some(merged) => merged,
                None => return,
            }
        } else {
            patch
        };
        if is_object && fit.paint {
            apply(store, "paint", &[base, patch]);
        }
        if is_object && fit.underpaint {
            apply(store, "underpaint", &[base, patch]);
        }
        if fit.partial {
            self.draw_partly(store, base, patch, &fit.colours);
            return;
        }
        for (is_fit, primitive, colours) in
            [(fit.fill, "fill", &fit.colours), (fit.underfill, "underfill", &fit.under_colours)]
        {
            if is_fit {
                self.with_colour(store, primitive, base, patch, colours);
            }
        }
    }

    /// Fills a patch that is only a part of what is missing, to draw upon the result.
    fn draw_partly(&mut self, store: &mut Store, base: EntryId, patch: EntryId, colours: &[Option<i8>]) {
        let mut given = colours.iter().flatten();
        let Some(&first) = given.next() else {
            return;
        };
        if self.partly_drawn >= MAX_PARTLY_DRAWN || given.any(|&colour| colour != first) {
            return;
        }
        let Some(colour) = colour_constant(store, first) else {
            return;
        };
        if let Some(grid) = apply_once(store, "fill", &[base, colour, patch]) {
            self.partly_drawn += 1;
            self.add_base(store, grid);
        }
    }

    /// Fills with a colour that is the same everywhere, or one computed for each sample.
    fn with_colour(
        &mut self,
        store: &mut Store,
        primitive: &'static str,
        base: EntryId,
        patch: EntryId,
        colours: &[Option<i8>],
    ) {
        let mut given = colours.iter().flatten();
        let Some(&first) = given.next() else {
            return;
        };
        if given.all(|&colour| colour == first) {
            if let Some(colour) = colour_constant(store, first) {
                apply(store, primitive, &[base, colour, patch]);
            }
            return;
        }
        let column: Option<Vec<Value>> =
            colours.iter().map(|colour| colour.map(|colour| Value::Integer(i64::from(colour)))).collect();
        if let Some(column) = column {
            let missing = Missing { primitive, arguments: SmallVec::from_slice(&[Some(base), None, Some(patch)]) };
            self.want(store, demo_hash(&column), missing);
        }
    }

    /// How a patch fits between a base and the outputs, if at all; also the number of cells looked at.
    fn fit(&mut self, store: &Store, base_at: usize, patch: EntryId) -> (Option<Fit>, u64) {
        let base = &self.bases[base_at];
        self.sketch.begin(patch);
        let partly = self.partly_drawn < MAX_PARTLY_DRAWN;
        if let Err(looked_at) = self.sketch.admits(store, &self.canvas, base, partly) {
            return (None, looked_at);
        }
        self.fit_by_cells(store, base_at, patch)
    }

    /// The same, looking at one cell after the other.
    fn fit_by_cells(&mut self, store: &Store, base: usize, patch: EntryId) -> (Option<Fit>, u64) {
        let base = &self.bases[base];
        let partly = self.partly_drawn < MAX_PARTLY_DRAWN;
        let mut looked_at = 0;
        let mut fit = Fit {
            fill: true,
            underfill: true,
            paint: true,
            underpaint: true,
            partial: partly,
            colours: SmallVec::new(),
            under_colours: SmallVec::new(),
        };
        let seen = &mut self.seen;
        let mut all_covered = 0;
        for (demo, expected) in store.expected().iter().enumerate() {
            let Value::Grid(grid) = &store.entry(base.id).column()[demo] else {
                return (None, looked_at);
            };
            seen.clear();
            seen.resize(grid.cells().len(), false);
            let background = base.backgrounds[demo];
            let (mut covered, mut under_covered) = (0, 0);
            let (mut colour, mut under_colour) = (None, None);
            let is_consistent = visit(&store.entry(patch).column()[demo], &mut |painted: Option<i32>, place: Place| {
                looked_at += 1;
                let Some(at) = grid.offset(i64::from(place.row), i64::from(place.column)) else {
                    return true;
                };
                let (before, after) = (grid.cells()[at], expected.cells()[at]);
                let is_uniform = *colour.get_or_insert(after) == after;
                fit.fill &= is_uniform;
                fit.partial &= is_uniform;
                fit.paint &= painted == Some(i32::from(after));
                let is_new = !std::mem::replace(&mut seen[at], true);
                covered += usize::from(is_new && before != after);
                if before == background {
                    fit.underfill &= *under_colour.get_or_insert(after) == after;
                    fit.underpaint &= painted == Some(i32::from(after));
                    under_covered += usize::from(is_new && before != after);
                }
                fit.is_possible()
            });
            let missing = base.differing[demo];
            all_covered += covered;
            fit.fill &= covered == missing;
            fit.paint &= covered == missing;
            fit.underfill &= under_covered == missing;
            fit.underpaint &= under_covered == missing;
            if !is_consistent || !fit.is_possible() {
                return (None, looked_at);
            }
            fit.colours.push(colour);
            fit.under_colours.push(under_colour);
        }
        // What fits without the rule on the background is the simpler program.
        fit.underfill &= !fit.fill;
        fit.underpaint &= !fit.paint;
        let is_whole = fit.fill || fit.underfill || fit.paint || fit.underpaint;
        fit.partial &= !is_whole && 4 * all_covered >= base.differing.iter().sum();
        if !is_whole && !fit.partial {
            return (None, looked_at);
        }
        (Some(fit), looked_at)
    }

    /// Cuts a patch's frame out of the input if it has the outputs' size.
    fn cut(&mut self, store: &mut Store, patch: EntryId) {
        let has_size = |(value, expected): (&Value, &Grid)| {
            frame(value).is_some_and(|frame| {
                frame.height as usize == expected.height() && frame.width as usize == expected.width()
            })
        };
        let fits = {
            let column = store.entry(patch).column();
            column.iter().zip(store.expected()).all(has_size)
        };
        let Some(input) = self.bases.first().map(|base| base.id).or(store.input()) else {
            return;
        };
        let input = store.input().unwrap_or(input);
        if !fits {
            return;
        }
        if let Some(grid) = apply_once(store, "subgrid", &[patch, input]) {
            self.recolour(store, grid);
        }
    }

    /// Changes the colours of a grid where that gives the outputs.
    fn recolour(&mut self, store: &mut Store, id: EntryId) {
        match Recolouring::of(store, id) {
            Some(Recolouring::Shared { changes, chance }) => {
                store.doubt(chance);
                recolour::replace_all(store, id, &changes);
                store.doubt(0);
            }
            Some(Recolouring::Single { from, to }) => {
                let (from, to) = (demo_hash(&from), demo_hash(&to));
                let known = |hash: u64| self.known.get(&hash).and_then(|ids| ids.first()).copied();
                let call =
                    |from, to| Missing { primitive: "replace", arguments: SmallVec::from_slice(&[Some(id), from, to]) };
                match (known(from), known(to)) {
                    (from @ Some(_), _) => self.want(store, to, call(from, None)),
                    (None, to @ Some(_)) => self.want(store, from, call(None, to)),
                    (None, None) => {}
                }
            }
            None => {}
        }
    }

    /// Looks whether a grid is a part of all outputs, beside or above another.
    fn join(&mut self, store: &mut Store, id: EntryId) {
        for (primitive, is_beside) in [("hconcat", true), ("vconcat", false)] {
            for is_first in [true, false] {
                let rest: Option<Vec<Value>> = store
                    .entry(id)
                    .column()
                    .iter()
                    .zip(store.expected())
                    .map(|(value, expected)| match value {
                        Value::Grid(part) => rest_of(expected, part, is_beside, is_first),
                        _ => None,
                    })
                    .collect();
                let Some(rest) = rest else {
                    continue;
                };
                let arguments = if is_first { [Some(id), None] } else { [None, Some(id)] };
                let missing = Missing { primitive, arguments: SmallVec::from_slice(&arguments) };
                let own = demo_hash(&store.entry(id).column()[..store.expected().len()]);
                let known = self.known.entry(own).or_default();
                if known.last() != Some(&id) {
                    known.push(id);
                }
                self.complete(store, own, id);
                self.want(store, demo_hash(&rest), missing);
            }
        }
    }

    /// Makes a call with what is known to fit its missing argument, or leaves it for later.
    fn want(&mut self, store: &mut Store, hash: u64, missing: Missing) {
        if let Some(ids) = self.known.get(&hash) {
            for &id in ids {
                missing.complete(store, id);
            }
        }
        let wanted = self.wanted.entry(hash).or_default();
        if wanted.len() < 16 {
            wanted.push(missing);
        }
    }

    /// Makes the calls that lacked an entry.
    fn complete(&mut self, store: &mut Store, hash: u64, id: EntryId) {
        for missing in self.wanted.get(&hash).into_iter().flatten() {
            missing.complete(store, id);
        }
    }
}

impl Missing {
    fn complete(&self, store: &mut Store, id: EntryId) {
        let arguments: SmallVec<[EntryId; 4]> = self.arguments.iter().map(|argument| argument.unwrap_or(id)).collect();
        apply(store, self.primitive, &arguments);
    }
}

/// What remains of a grid beside or below a part of it at its start or its end.
fn rest_of(whole: &Grid, part: &Grid, is_beside: bool, is_first: bool) -> Option<Value> {
    let (height, width) = (whole.height(), whole.width());
    if is_beside {
        let split = part.width();
        if part.height() != height || split >= width {
            return None;
        }
        let at = if is_first { split } else { width - split };
        let mut rest = Vec::with_capacity(height * (width - split));
        for (row, expected) in part.rows().zip(whole.rows()) {
            let (left, right) = expected.split_at(at);
            let (same, other) = if is_first { (left, right) } else { (right, left) };
            if row != same {
                return None;
            }
            rest.extend_from_slice(other);
        }
        return Grid::new(height, width - split, &rest).map(Value::Grid);
    }
    let split = part.height();
    if part.width() != width || split >= height {
        return None;
    }
    let at = if is_first { split } else { height - split };
    let (top, bottom) = whole.cells().split_at(at * width);
    let (same, other) = if is_first { (top, bottom) } else { (bottom, top) };
    (part.cells() == same).then(|| Grid::new(height - split, width, other).map(Value::Grid)).flatten()
}

pub(super) fn same_size(a: &Grid, b: &Grid) -> bool {
    a.height() == b.height() && a.width() == b.width()
}

fn frame(value: &Value) -> Option<Frame> {
    match value {
        Value::Indices(indices) => Some(indices.frame()),
        Value::Object(object) => Some(object.frame()),
        _ => None,
    }
}

/// Calls a function on the cells of a patch or of a set of patches until it gives false; gives whether it never did.
pub(super) fn visit(value: &Value, see: &mut impl FnMut(Option<i32>, Place) -> bool) -> bool {
    match value {
        Value::Indices(indices) => indices.places().all(|place| see(None, place)),
        Value::Object(object) => object.cells().all(|cell| see(Some(cell.colour), cell.place)),
        Value::Set(items) => items.iter().all(|item| visit(item, see)),
        _ => false,
    }
}

fn demo_hash(column: &[Value]) -> u64 {
    let mut hasher = FxHasher::default();
    column.hash(&mut hasher);
    hasher.finish()
}
