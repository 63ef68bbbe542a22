//! What may be done to an object: actions with the objects that they suit and the cells that they explain.

use rustc_hash::FxHashMap;

use super::difference::{Cells, Difference};
use super::scene::{Scene, Set};
use super::terms::{Terms, CHANGES, COLOURS, RELATED, SHAPES};
use crate::patch::Place;
use crate::program::Program;
use crate::search::finish::visit;
use crate::search::moves;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How many actions are kept of a scene.
const MAX_ACTIONS: usize = 400;

/// How many offsets are tried.
const MAX_OFFSETS: usize = 10;

/// How an action draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Draw {
    /// Fills places with a colour of the sample.
    Fill { colour: EntryId, shape: EntryId },
    /// Fills places with a colour of the object.
    Tint { colour: EntryId, shape: EntryId },
    /// Paints an object.
    Paint { change: EntryId },
    /// Covers the object and paints another.
    Replace { change: EntryId },
}

/// An action on single objects.
#[derive(Clone, Debug)]
pub(super) struct Action {
    /// How it draws.
    pub(super) draw: Draw,
    /// Whether it draws on the ground only.
    pub(super) is_under: bool,
    /// The demo objects on which it draws nothing wrong.
    pub(super) suits: Set,
    /// For each object that it suits, the numbers of the cells that it changes as they should be.
    pub(super) explains: Vec<(usize, Vec<u32>)>,
    /// All these cells.
    pub(super) cells: Cells,
    /// The description length in bits.
    pub(super) cost: u32,
}

/// What filling places would need: a colour of its own for each object.
#[derive(Clone, Debug, PartialEq)]
enum Shade {
    /// There is nothing to fill.
    Nothing,
    /// No single colour is right.
    Mixed,
    /// One colour is right, and explains some cells.
    Colour(i8, Vec<u32>),
}

/// Collects the actions on a scene's objects.
pub(super) struct Actions<'a> {
    pub(super) scene: &'a Scene,
    pub(super) difference: &'a Difference,
    pub(super) terms: Terms,
    /// The colours that are the same for all objects of a sample: entries with their values.
    shared: Vec<(EntryId, Vec<i8>)>,
    /// The colours that depend on the object: entries with their values.
    own: Vec<(EntryId, Vec<Option<i8>>)>,
    found: Vec<Action>,
}

impl<'a> Actions<'a> {
    /// All actions that suit some object of a scene and explain something.
    pub(super) fn collect(
        store: &mut Store,
        terms: Terms,
        scene: &'a Scene,
        difference: &'a Difference,
        singles: &[EntryId],
    ) -> Vec<Action> {
        let mut actions = Actions { scene, difference, terms, shared: Vec::new(), own: Vec::new(), found: Vec::new() };
        let related: Vec<EntryId> =
            RELATED[0].iter().filter_map(|text| terms.build(store, text, scene.id, None)).collect();
        let related: Vec<EntryId> = related.into_iter().filter(|&function| actions.is_asked(store, function)).collect();
        actions.find_colours(store, &related, singles);
        let mut shapes = actions.build(store, &SHAPES[0], &[None]);
        let holes: Vec<Option<EntryId>> = related.iter().copied().map(Some).collect();
        shapes.extend(actions.build(store, &SHAPES[1], &holes));
        let targets: Vec<Option<EntryId>> = singles.iter().copied().map(Some).collect();
        shapes.extend(actions.build(store, &SHAPES[2], &targets));
        let stamps = actions.stamps(store, singles);
        shapes.extend(&stamps);
        for shape in shapes {
            actions.add_shape(store, shape);
        }
        let mut changes = actions.build(store, &CHANGES[0], &[None]);
        changes.extend(actions.build(store, &CHANGES[1], &holes));
        let offsets = actions.offsets(store);
        let shown: Vec<Value> = offsets.iter().map(|&offset| Value::place(offset)).collect();
        let mut ways: Vec<Option<EntryId>> = offsets.into_iter().map(|offset| terms.offset(store, offset)).collect();
        for way in actions.build(store, &CHANGES[4], &targets) {
            if shown.contains(&store.entry(way).column()[0]) && !ways.contains(&Some(way)) {
                ways.push(Some(way));
            }
        }
        changes.extend(actions.build(store, &CHANGES[2], &ways));
        changes.extend(actions.build(store, &CHANGES[3], &targets));
        for &stamp in &stamps {
            changes.extend(actions.tinted(store, stamp));
        }
        changes.extend(stamps);
        for change in changes {
            actions.add_change(store, change);
        }
        let mut found = actions.found;
        found.sort_by_key(|action| (action.cost, std::cmp::Reverse(action.cells.len())));
        found.truncate(store.wide(MAX_ACTIONS));
        found
    }

    /// Whether a function is defined for some object of the first sample.
    fn is_asked(&self, store: &mut Store, function: EntryId) -> bool {
        let first: Vec<usize> = (0..self.scene.demo_things).filter(|&at| self.scene.things[at].sample == 0).collect();
        first.into_iter().any(|at| self.scene.ask(store, function, at).is_some())
    }

    fn build(&self, store: &mut Store, texts: &[Program], holes: &[Option<EntryId>]) -> Vec<EntryId> {
        let mut built = Vec::new();
        for text in texts {
            for &hole in holes {
                built.extend(self.terms.build(store, text, self.scene.id, hole));
            }
        }
        built
    }

    /// Functions that put a single object where another is: by their corners, and by their middles.
    fn stamps(&self, store: &mut Store, singles: &[EntryId]) -> Vec<EntryId> {
        let terms = self.terms;
        let mut stamps = Vec::new();
        for &single in singles {
            for place in ["ulcorner", "center"] {
                let stamp = (|| {
                    let shift = terms.name(store, "shift")?;
                    let at_origin = if place == "ulcorner" {
                        moves::apply(store, "normalize", &[single])?
                    } else {
                        let middle = moves::apply(store, place, &[single])?;
                        let back = moves::apply(store, "invert", &[middle])?;
                        moves::apply(store, "shift", &[single, back])?
                    };
                    let bound = terms.function(store, "lbind", &[shift, at_origin])?;
                    let place = terms.name(store, place)?;
                    terms.function(store, "compose", &[bound, place])
                })();
                stamps.extend(stamp);
            }
        }
        stamps
    }

    /// What another function makes of an object, in the object's own colour.
    fn tinted(&self, store: &mut Store, change: EntryId) -> Option<EntryId> {
        let (recolor, color) = (self.terms.name(store, "recolor")?, self.terms.name(store, "color")?);
        self.terms.function(store, "fork", &[recolor, color, change])
    }

    fn find_colours(&mut self, store: &mut Store, related: &[EntryId], singles: &[EntryId]) {
        let scene = self.scene;
        let mut own = self.build(store, &COLOURS[0], &[None]);
        let holes: Vec<Option<EntryId>> = related.iter().copied().map(Some).collect();
        own.extend(self.build(store, &COLOURS[1], &holes));
        for function in own {
            let colours: Vec<Option<i8>> = (0..scene.demo_things)
                .map(|at| scene.ask(store, function, at)?.as_integer().and_then(|colour| i8::try_from(colour).ok()))
                .collect();
            if colours.iter().any(Option::is_some) && !self.own.iter().any(|(_, known)| *known == colours) {
                self.own.push((function, colours));
            }
        }
        let input = self.terms.input;
        let mut shared = Vec::new();
        for name in ["mostcolor", "leastcolor"] {
            shared.extend(moves::apply(store, name, &[input]));
        }
        for &single in singles {
            shared.extend(moves::apply(store, "color", &[single]));
        }
        for entry in shared {
            let demos = store.expected().len();
            let colours: Option<Vec<i8>> = store.entry(entry).column()[..demos]
                .iter()
                .map(|value| value.as_integer().and_then(|colour| i8::try_from(colour).ok()))
                .collect();
            if let Some(colours) = colours {
                let is_constant = colours.iter().all(|&colour| colour == colours[0]);
                if !is_constant && !self.shared.iter().any(|(_, known)| *known == colours) {
                    self.shared.push((entry, colours));
                }
            }
        }
    }

    /// The offsets that take some object of the first sample where the output shows it.
    fn offsets(&self, store: &mut Store) -> Vec<Place> {
        let (before, after) = &self.difference.pairs[0];
        let mut votes: FxHashMap<Place, usize> = FxHashMap::default();
        let first = (0..self.scene.demo_things).filter(|&at| self.scene.things[at].sample == 0);
        for at in first.take(12) {
            let Value::Object(object) = &self.scene.things[at].object else {
                continue;
            };
            let frame = object.frame();
            let cells: Vec<_> = object.cells().collect();
            for row in 0..=(after.height() as i32 - frame.height) {
                for column in 0..=(after.width() as i32 - frame.width) {
                    let offset = Place::new(row - frame.corner.row, column - frame.corner.column);
                    let mut is_new = false;
                    let shows = cells.iter().all(|cell| {
                        let (row, column) =
                            (i64::from(cell.place.row + offset.row), i64::from(cell.place.column + offset.column));
                        is_new |= before.get(row, column) != after.get(row, column);
                        after.get(row, column).map(i32::from) == Some(cell.colour)
                    });
                    if shows && is_new {
                        *votes.entry(offset).or_default() += 1;
                    }
                }
            }
            store.charge(4 * after.cells().len() as u64 + cells.len() as u64);
        }
        let mut offsets: Vec<(Place, usize)> = votes.into_iter().collect();
        let length = |offset: Place| offset.row.abs() + offset.column.abs();
        offsets.sort_by_key(|&(offset, count)| (std::cmp::Reverse(count), length(offset), offset));
        offsets.truncate(store.wide(MAX_OFFSETS));
        offsets.into_iter().map(|(offset, _)| offset).collect()
    }

    /// Adds the actions that fill a shape, one for each source of a colour.
    pub(super) fn add_shape(&mut self, store: &mut Store, shape: EntryId) {
        let mut over: Vec<Shade> = Vec::new();
        let mut under: Vec<Shade> = Vec::new();
        for at in 0..self.scene.demo_things {
            let sample = self.scene.things[at].sample;
            // A shape that explains nothing in two samples is not worth more.
            let is_new_sample = at > 0 && sample != self.scene.things[at - 1].sample;
            if is_new_sample
                && sample >= 2
                && !over.iter().chain(&under).any(|shade| matches!(shade, Shade::Colour(_, cells) if !cells.is_empty()))
            {
                return;
            }
            match self.scene.ask(store, shape, at) {
                Some(value) => {
                    let (above, below, looked_at) = self.shades(sample, &value);
                    store.charge(4 * looked_at);
                    over.push(above);
                    under.push(below);
                }
                None => {
                    over.push(Shade::Mixed);
                    under.push(Shade::Mixed);
                }
            }
        }
        self.add_shades(store, shape, &over, false);
        if under != over {
            self.add_shades(store, shape, &under, true);
        }
    }

    /// What filling places of a sample needs, on all of them and on the ground only.
    fn shades(&self, sample: usize, places: &Value) -> (Shade, Shade, u64) {
        let (before, after) = &self.difference.pairs[sample];
        let numbers = &self.difference.numbers[sample];
        let ground = self.difference.grounds[sample];
        let (mut over, mut under) = (Shade::Nothing, Shade::Nothing);
        let mut looked_at = 0;
        visit(places, &mut |_, place| {
            looked_at += 1;
            let Some(at) = before.offset(i64::from(place.row), i64::from(place.column)) else {
                return true;
            };
            if self.difference.is_hidden(sample, at) {
                return true;
            }
            let colour = after.cells()[at];
            let see = |shade: &mut Shade| match shade {
                Shade::Nothing => *shade = Shade::Colour(colour, numbers[at].into_iter().collect()),
                Shade::Colour(known, cells) if *known == colour => cells.extend(numbers[at]),
                Shade::Colour(..) => *shade = Shade::Mixed,
                Shade::Mixed => {}
            };
            see(&mut over);
            if before.cells()[at] == ground {
                see(&mut under);
            }
            !(over == Shade::Mixed && under == Shade::Mixed)
        });
        (over, under, looked_at)
    }

    fn add_shades(&mut self, store: &mut Store, shape: EntryId, shades: &[Shade], is_under: bool) {
        let mut colours: Vec<i8> = shades
            .iter()
            .filter_map(|shade| match shade {
                Shade::Colour(colour, cells) if !cells.is_empty() => Some(*colour),
                _ => None,
            })
            .collect();
        if colours.is_empty() {
            return;
        }
        colours.sort_unstable();
        colours.dedup();
        for &colour in &colours {
            if let Some(entry) = self.terms.number(store, i64::from(colour)) {
                self.push(store, Draw::Fill { colour: entry, shape }, is_under, shades, |_| Some(colour));
            }
        }
        if colours.len() < 2 {
            return;
        }
        let shared = std::mem::take(&mut self.shared);
        for (entry, values) in &shared {
            let samples = &self.scene.things;
            self.push(store, Draw::Fill { colour: *entry, shape }, is_under, shades, |at| {
                values.get(samples[at].sample).copied()
            });
        }
        self.shared = shared;
        let own = std::mem::take(&mut self.own);
        for (entry, values) in &own {
            self.push(store, Draw::Tint { colour: *entry, shape }, is_under, shades, |at| values[at]);
        }
        self.own = own;
    }

    /// Adds an action that fills shades with a colour known for each object.
    fn push(
        &mut self,
        store: &mut Store,
        draw: Draw,
        is_under: bool,
        shades: &[Shade],
        colour_of: impl Fn(usize) -> Option<i8>,
    ) {
        store.charge(3 * shades.len() as u64);
        let mut suits = Set::default();
        let mut explains = Vec::new();
        let mut cells = Cells::new(self.difference.count);
        for (at, shade) in shades.iter().enumerate() {
            match shade {
                Shade::Nothing => suits.insert(at),
                Shade::Colour(colour, numbers) if Some(*colour) == colour_of(at) => {
                    suits.insert(at);
                    if !numbers.is_empty() {
                        numbers.iter().for_each(|&number| cells.insert(number));
                        explains.push((at, numbers.clone()));
                    }
                }
                _ => {}
            }
        }
        self.keep(store, draw, is_under, suits, explains, cells);
    }

    pub(super) fn keep(
        &mut self,
        store: &mut Store,
        draw: Draw,
        is_under: bool,
        suits: Set,
        explains: Vec<(usize, Vec<u32>)>,
        cells: Cells,
    ) {
        if explains.is_empty() {
            return;
        }
        let parts = match draw {
            Draw::Fill { colour, shape } => store.entry(colour).cost + store.entry(shape).cost + 6,
            Draw::Tint { colour, shape } => store.entry(colour).cost + store.entry(shape).cost + 16,
            Draw::Paint { change } => store.entry(change).cost + 8,
            Draw::Replace { change } => store.entry(change).cost + 16,
        };
        let cost = parts + u32::from(is_under);
        let same =
            |other: &&mut Action| other.suits == suits && other.is_under == is_under && other.explains == explains;
        store.charge(2 * self.found.len() as u64);
        let action = Action { draw, is_under, suits, explains: Vec::new(), cells, cost };
        match self.found.iter_mut().find(same) {
            Some(known) if known.cost <= cost => {}
            Some(known) => *known = Action { explains, ..action },
            None => self.found.push(Action { explains, ..action }),
        }
    }
}
