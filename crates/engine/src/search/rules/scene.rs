//! A segmentation of all samples into objects, and sets of these objects.

use super::terms::Terms;
use crate::machine::{Limits, Machine};
use crate::search::moves;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// The most objects of all samples together that rules are learned on.
pub(super) const MAX_OBJECTS: usize = 512;

/// What one function of one object may use.
const LIMITS: Limits = Limits { fuel: 60_000, memory: 1 << 20 };

/// A set of objects of a scene, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub(super) struct Set([u64; MAX_OBJECTS / 64]);

impl Set {
    /// The first `count` objects.
    pub(super) fn first(count: usize) -> Set {
        let mut set = Set::default();
        (0..count).for_each(|at| set.insert(at));
        set
    }

    pub(super) fn insert(&mut self, at: usize) {
        self.0[at / 64] |= 1 << (at % 64);
    }

    pub(super) fn contains(&self, at: usize) -> bool {
        self.0[at / 64] >> (at % 64) & 1 == 1
    }

    pub(super) fn and(&self, other: &Set) -> Set {
        self.with(other, |a, b| a & b)
    }

    pub(super) fn or(&self, other: &Set) -> Set {
        self.with(other, |a, b| a | b)
    }

    pub(super) fn without(&self, other: &Set) -> Set {
        self.with(other, |a, b| a & !b)
    }

    pub(super) fn is_within(&self, other: &Set) -> bool {
        self.0.iter().zip(&other.0).all(|(a, b)| a & !b == 0)
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Set::default()
    }

    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    fn with(&self, other: &Set, combine: impl Fn(u64, u64) -> u64) -> Set {
        let mut words = self.0;
        words.iter_mut().zip(&other.0).for_each(|(a, &b)| *a = combine(*a, b));
        Set(words)
    }
}

/// An object of a sample.
pub(super) struct Thing {
    /// The number of the sample, demo first.
    pub(super) sample: usize,
    /// The object.
    pub(super) object: Value,
}

/// The objects of all samples, in the order of the samples.
pub(super) struct Scene {
    /// The entry of the sets of objects.
    pub(super) id: EntryId,
    /// All objects.
    pub(super) things: Vec<Thing>,
    /// How many objects the demo samples have.
    pub(super) demo_things: usize,
    /// The objects of each sample.
    pub(super) by_sample: Vec<Set>,
}

impl Scene {
    /// The objects that an entry holds; `None` if a sample has none or all together have too many.
    pub(super) fn new(store: &Store, id: EntryId) -> Option<Scene> {
        let mut scene = Scene { id, things: Vec::new(), demo_things: 0, by_sample: Vec::new() };
        for (sample, value) in store.entry(id).column().iter().enumerate() {
            let mut here = Set::default();
            if value.size().is_none_or(|size| size == 0 || scene.things.len() + size > MAX_OBJECTS) {
                return None;
            }
            for object in value.elements()? {
                here.insert(scene.things.len());
                scene.things.push(Thing { sample, object });
            }
            scene.by_sample.push(here);
            if sample < store.expected().len() {
                scene.demo_things = scene.things.len();
            }
        }
        Some(scene)
    }

    /// The objects of the demo samples.
    pub(super) fn demo(&self) -> Set {
        Set::first(self.demo_things)
    }

    /// All objects.
    pub(super) fn all(&self) -> Set {
        Set::first(self.things.len())
    }

    /// What a function gives for an object, if it is defined there.
    pub(super) fn ask(&self, store: &mut Store, function: EntryId, thing: usize) -> Option<Value> {
        let thing = &self.things[thing];
        let mut machine = Machine::new(LIMITS);
        let value = machine.apply(&store.entry(function).column()[thing.sample], &[&thing.object]).ok();
        store.charge(machine.used().fuel + 40);
        value
    }

    /// What a function gives for all objects; `None` if it is undefined for some.
    pub(super) fn ask_all(&self, store: &mut Store, function: EntryId) -> Option<Vec<Value>> {
        (0..self.things.len()).map(|thing| self.ask(store, function, thing)).collect()
    }
}

/// The segmentations to try, simple ones first.
pub(super) fn segmentations(store: &mut Store, terms: Terms) -> Vec<EntryId> {
    let input = terms.input;
    let truth = |store: &mut Store, truth: bool| terms.constant(store, Value::Boolean(truth));
    let mut found: Vec<EntryId> = Vec::new();
    for (univalued, diagonal) in [(true, true), (true, false), (false, true), (false, false)] {
        found.extend(moves::objects(store, input, univalued, diagonal));
        let (Some(univalued), Some(diagonal)) = (truth(store, univalued), truth(store, diagonal)) else {
            continue;
        };
        found.extend(moves::apply(store, "things", &[input, univalued, diagonal]));
    }
    if let (Some(yes), Some(no)) = (truth(store, true), truth(store, false)) {
        found.extend(moves::apply(store, "objects", &[input, yes, no, no]));
    }
    for name in ["figure", "fgpartition", "partition", "singles"] {
        found.extend(moves::apply(store, name, &[input]));
    }
    let mut distinct: Vec<EntryId> = Vec::new();
    found.into_iter().for_each(|id| {
        if !distinct.contains(&id) {
            distinct.push(id);
        }
    });
    distinct
}
