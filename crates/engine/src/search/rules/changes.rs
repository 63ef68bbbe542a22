//! Actions that paint what a function makes of an object: as it is, or in another colour.

use super::actions::{Actions, Draw};
use super::difference::Cells;
use super::scene::Set;
use crate::search::finish::visit;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

impl Actions<'_> {
    /// Adds the actions that paint what a function makes of an object.
    pub(super) fn add_change(&mut self, store: &mut Store, change: EntryId) {
        // What is painted right but for its colour.
        match self.add_change_as_it_is(store, change)[..] {
            [] => {}
            [colour] => {
                if let Some(recoloured) = self.recoloured(store, change, colour) {
                    self.add_change_as_it_is(store, recoloured);
                }
            }
            _ => {
                let places = self.terms.name(store, "toindices");
                let shape = places.and_then(|places| self.terms.function(store, "compose", &[places, change]));
                if let Some(shape) = shape {
                    self.add_shape(store, shape);
                }
            }
        }
    }

    /// A function that recolours what another makes of an object.
    fn recoloured(&self, store: &mut Store, change: EntryId, colour: i8) -> Option<EntryId> {
        let (recolor, colour) = (self.terms.name(store, "recolor")?, self.terms.number(store, i64::from(colour))?);
        let recolor = self.terms.function(store, "lbind", &[recolor, colour])?;
        self.terms.function(store, "compose", &[recolor, change])
    }

    /// Adds the actions that paint what a function makes of an object, in the colours that it has.
    ///
    /// If there are none, gives the colours in which what it makes would be right for objects of two samples at least.
    fn add_change_as_it_is(&mut self, store: &mut Store, change: EntryId) -> Vec<i8> {
        let count = self.difference.count;
        let mut modes = [(); 3].map(|()| (Set::default(), Vec::new(), Cells::new(count)));
        // The colours in which objects would be right, with their samples.
        let mut wanted: Vec<(i8, usize)> = Vec::new();
        for at in 0..self.scene.demo_things {
            let sample = self.scene.things[at].sample;
            let is_new_sample = at > 0 && sample != self.scene.things[at - 1].sample;
            let is_of_use = || !wanted.is_empty() || modes.iter().any(|mode| !mode.1.is_empty());
            if is_new_sample && sample >= 2 && !is_of_use() {
                return Vec::new();
            }
            let Some(value) = self.scene.ask(store, change, at) else {
                continue;
            };
            let (results, colour) = self.effects(store, at, &value);
            wanted.extend(colour.map(|colour| (colour, sample)));
            for (mode, result) in modes.iter_mut().zip(results) {
                if let Some(numbers) = result {
                    mode.0.insert(at);
                    if !numbers.is_empty() {
                        numbers.iter().for_each(|&number| mode.2.insert(number));
                        mode.1.push((at, numbers));
                    }
                }
            }
        }
        if modes.iter().all(|mode| mode.1.is_empty()) {
            let is_shown_twice = wanted.iter().any(|&(_, sample)| sample != wanted[0].1);
            let mut colours: Vec<i8> =
                wanted.into_iter().filter(|_| is_shown_twice).map(|(colour, _)| colour).collect();
            colours.sort_unstable();
            colours.dedup();
            return colours;
        }
        let [paint, under, replace] = modes;
        let is_weaker = under.1 == paint.1;
        self.keep(store, Draw::Paint { change }, false, paint.0, paint.1, paint.2);
        if !is_weaker {
            self.keep(store, Draw::Paint { change }, true, under.0, under.1, under.2);
        }
        self.keep(store, Draw::Replace { change }, false, replace.0, replace.1, replace.2);
        Vec::new()
    }

    /// The cells that painting an object explains: painted over all, on the ground only, and instead of the object; and
    /// the one colour in which all of it should be painted, if there is one and that explains something.
    fn effects(&self, store: &mut Store, at: usize, painted: &Value) -> ([Option<Vec<u32>>; 3], Option<i8>) {
        let sample = self.scene.things[at].sample;
        let (before, after) = &self.difference.pairs[sample];
        let numbers = &self.difference.numbers[sample];
        let ground = self.difference.grounds[sample];
        let mut explained = [Some(Vec::new()), Some(Vec::new()), Some(Vec::new())];
        let mut drawn: Vec<usize> = Vec::new();
        let (mut wanted, mut is_uniform, mut is_new) = (None, true, false);
        let mut looked_at = 0;
        visit(painted, &mut |colour, place| {
            looked_at += 1;
            let Some(at) = before.offset(i64::from(place.row), i64::from(place.column)) else {
                return true;
            };
            drawn.push(at);
            if self.difference.is_hidden(sample, at) {
                return true;
            }
            let is_right = colour == Some(i32::from(after.cells()[at]));
            let is_ground = before.cells()[at] == ground;
            is_uniform &= after.cells()[at] != ground && *wanted.get_or_insert(after.cells()[at]) == after.cells()[at];
            is_new |= numbers[at].is_some();
            for (mode, cells) in explained.iter_mut().enumerate() {
                if mode == 1 && !is_ground {
                    continue;
                }
                match cells {
                    Some(cells) if is_right => cells.extend(numbers[at]),
                    _ => *cells = None,
                }
            }
            is_uniform || explained.iter().any(Option::is_some)
        });
        if explained[2].is_some() {
            drawn.sort_unstable();
            visit(&self.scene.things[at].object, &mut |_, place| {
                looked_at += 1;
                let Some(at) = before.offset(i64::from(place.row), i64::from(place.column)) else {
                    return true;
                };
                if drawn.binary_search(&at).is_err() && !self.difference.is_hidden(sample, at) {
                    match (&mut explained[2], numbers[at]) {
                        (Some(cells), Some(number)) if after.cells()[at] == ground => cells.push(number),
                        (cells, _) => *cells = None,
                    }
                }
                explained[2].is_some()
            });
        }
        store.charge(6 * looked_at);
        (explained, wanted.filter(|_| is_uniform && is_new))
    }
}
