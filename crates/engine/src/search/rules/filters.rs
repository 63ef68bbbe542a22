//! Which objects a rule is for: short conditions on attributes, learned from objects that must and that may be chosen.

use rustc_hash::FxHashMap;

use super::scene::{Scene, Set, Thing};
use super::terms::{Terms, ATTRIBUTES};
use crate::patch::{Object, Place};
use crate::search::prior::primitive_cost;
use crate::search::store::{EntryId, Store};
use crate::{primitives, value::Value};

/// How many different values of an attribute are compared with.
const MAX_VALUES: usize = 8;

/// How many conditions are combined two by two.
const MAX_COMBINED: usize = 120;

/// How an attribute's value decides.
#[derive(Clone, Debug)]
enum Test {
    /// It equals a constant.
    Equals(Value),
    /// It is the greatest of the sample.
    IsMost,
    /// It is the least of the sample.
    IsLeast,
    /// It is above a constant.
    Exceeds(i64),
}

/// A condition on an object.
#[derive(Clone, Debug)]
struct Condition {
    attribute: EntryId,
    test: Test,
    is_negated: bool,
    cost: u32,
    /// The objects that fulfil it.
    set: Set,
}

/// A choice among a scene's objects: those that fulfil all of some conditions.
#[derive(Clone, Debug)]
pub(super) struct Filter {
    conditions: Vec<usize>,
    /// The description length in bits.
    pub(super) cost: u32,
    /// The objects chosen.
    pub(super) set: Set,
}

/// The conditions that can be asked of a scene's objects.
pub(super) struct Filters {
    conditions: Vec<Condition>,
    /// The measures that are defined for all objects and not the same for all.
    measures: Vec<EntryId>,
    terms: Terms,
}

/// The cost of a primitive by name.
fn cost_of(name: &str) -> u32 {
    primitives::find(name).map_or(12, primitive_cost)
}

impl Filters {
    /// All conditions on a scene's objects, cheapest first, one for each set of objects.
    pub(super) fn new(store: &mut Store, terms: Terms, scene: &Scene, colours: &[i64]) -> Filters {
        let mut filters = Filters { conditions: Vec::new(), measures: Vec::new(), terms };
        for (paragraph, texts) in ATTRIBUTES.iter().enumerate() {
            for text in texts {
                if let Some(attribute) = terms.build(store, text, scene.id, None) {
                    filters.add(store, scene, attribute, paragraph == 0);
                }
            }
        }
        for &colour in colours {
            for name in ["besides", "framecount"] {
                let attribute = (|| {
                    let (input, function) = (terms.input, terms.name(store, name)?);
                    let colour = terms.number(store, colour)?;
                    let bound = terms.function(store, "lbind", &[function, input])?;
                    terms.function(store, "rbind", &[bound, colour])
                })();
                if let Some(attribute) = attribute {
                    filters.add(store, scene, attribute, true);
                }
            }
        }
        filters.simplify(scene);
        store.charge(80 * filters.conditions.len() as u64);
        filters
    }

    /// Adds the conditions on an attribute that is defined for all objects.
    fn add(&mut self, store: &mut Store, scene: &Scene, attribute: EntryId, is_measure: bool) -> Option<()> {
        let values = scene.ask_all(store, attribute)?;
        store.charge(10 * values.len() as u64);
        let base = store.entry(attribute).cost + cost_of("sfilter");
        let mut known: Vec<&Value> = values[..scene.demo_things].iter().collect();
        known.sort();
        known.dedup();
        if known.len() < 2 {
            return None;
        }
        let which = |is_chosen: &dyn Fn(usize) -> bool| {
            let mut set = Set::default();
            (0..values.len()).filter(|&at| is_chosen(at)).for_each(|at| set.insert(at));
            set
        };
        let is_plain = |value: &Value| matches!(value, Value::Integer(_) | Value::Boolean(_) | Value::Pair(..));
        if known.len() <= MAX_VALUES {
            for value in known.iter().filter(|value| is_plain(value)) {
                let extra = if matches!(value, Value::Pair(..)) { 8 } else { 4 };
                self.push(
                    attribute,
                    Test::Equals((*value).clone()),
                    base + cost_of("matcher") + extra,
                    which(&|at| values[at] == **value),
                );
            }
        }
        let numbers: Option<Vec<i64>> = values.iter().map(Value::as_integer).collect();
        let numbers = numbers.filter(|_| is_measure)?;
        self.measures.push(attribute);
        let mut most = vec![i64::MIN; scene.by_sample.len()];
        let mut least = vec![i64::MAX; scene.by_sample.len()];
        for (thing, &number) in scene.things.iter().zip(&numbers) {
            most[thing.sample] = most[thing.sample].max(number);
            least[thing.sample] = least[thing.sample].min(number);
        }
        let extreme = base + store.entry(attribute).cost / 2 + cost_of("matcher") + cost_of("argmax") + 1;
        self.push(attribute, Test::IsMost, extreme, which(&|at| numbers[at] == most[scene.things[at].sample]));
        self.push(attribute, Test::IsLeast, extreme, which(&|at| numbers[at] == least[scene.things[at].sample]));
        if known.len() <= MAX_VALUES {
            let bounds: Vec<i64> = known.iter().filter_map(|value| value.as_integer()).collect();
            for &bound in &bounds[..bounds.len() - 1] {
                let cost = base + cost_of("compose") + cost_of("rbind") + cost_of("greater") + 4;
                self.push(attribute, Test::Exceeds(bound), cost, which(&|at| numbers[at] > bound));
            }
        }
        Some(())
    }

    fn push(&mut self, attribute: EntryId, test: Test, cost: u32, set: Set) {
        self.conditions.push(Condition { attribute, test, is_negated: false, cost, set });
    }

    /// Adds what each condition excludes, and keeps the cheapest condition of each set.
    fn simplify(&mut self, scene: &Scene) {
        let all = scene.all();
        let negated = |condition: &Condition| Condition {
            is_negated: true,
            cost: condition.cost + cost_of("compose") + cost_of("flip") / 2,
            set: all.without(&condition.set),
            ..condition.clone()
        };
        let negations: Vec<Condition> = self.conditions.iter().map(negated).collect();
        self.conditions.extend(negations);
        self.conditions.sort_by_key(|condition| condition.cost);
        let mut seen: FxHashMap<Set, ()> = FxHashMap::default();
        self.conditions.retain(|condition| {
            let set = condition.set;
            !set.is_empty() && set != all && seen.insert(set, ()).is_none()
        });
    }

    /// The cheapest filters that choose all objects of one set and none outside another, at most one for each choice.
    ///
    /// Only objects of demo samples are looked at; the others are chosen by what holds for these.
    pub(super) fn learn(&self, store: &mut Store, scene: &Scene, must: &Set, may: &Set, limit: usize) -> Vec<Filter> {
        store.charge(20 + 3 * self.conditions.len() as u64);
        let mut found: Vec<Filter> = Vec::new();
        let demo = scene.demo();
        let fits = |set: &Set| must.is_within(set) && set.and(&demo).is_within(may);
        if demo.is_within(may) {
            found.push(Filter { conditions: Vec::new(), cost: 0, set: scene.all() });
        }
        for (at, condition) in self.conditions.iter().enumerate() {
            if found.len() >= limit {
                return found;
            }
            if fits(&condition.set) {
                found.push(Filter { conditions: vec![at], cost: condition.cost, set: condition.set });
            }
        }
        if !found.is_empty() {
            return found;
        }
        let wide: Vec<usize> = (0..self.conditions.len())
            .filter(|&at| must.is_within(&self.conditions[at].set))
            .take(store.wide_in_pairs(MAX_COMBINED))
            .collect();
        store.charge((wide.len() * wide.len() * 3) as u64);
        for (place, &a) in wide.iter().enumerate() {
            for &b in &wide[..place] {
                let set = self.conditions[a].set.and(&self.conditions[b].set);
                if fits(&set) {
                    let cost = self.conditions[a].cost + self.conditions[b].cost;
                    found.push(Filter { conditions: vec![b, a], cost, set });
                }
            }
        }
        found.sort_by_key(|filter| filter.cost);
        let mut sets: Vec<Set> = Vec::new();
        found.retain(|filter| {
            let is_new = sets.len() < limit && !sets.contains(&filter.set);
            if is_new {
                sets.push(filter.set);
            }
            is_new
        });
        found
    }

    /// The filter that chooses what another one of a single condition does not.
    pub(super) fn opposite(&self, store: &mut Store, scene: &Scene, filter: &Filter) -> Option<Filter> {
        let [_] = filter.conditions[..] else {
            return None;
        };
        store.charge(self.conditions.len() as u64);
        let rest = scene.all().without(&filter.set);
        let at = self.conditions.iter().position(|condition| condition.set == rest)?;
        Some(Filter { conditions: vec![at], cost: self.conditions[at].cost, set: rest })
    }

    /// How many demo samples the filter learned from the others would fail on.
    pub(super) fn failures(&self, store: &mut Store, scene: &Scene, must: &Set, may: &Set) -> usize {
        let demo = scene.demo();
        let held_out = |here: &&Set| !here.and(&demo).is_empty();
        let mut failures = 0;
        for here in scene.by_sample.iter().filter(held_out) {
            let (fewer, more) = (must.without(here), may.or(here));
            // What no other sample needs cannot be learned from them.
            if fewer.is_empty() && scene.by_sample.len() > 2 && !must.is_empty() {
                failures += 1;
                continue;
            }
            let learned = self.learn(store, scene, &fewer, &more.and(&demo), 3);
            let is_right =
                |filter: &Filter| must.and(here).is_within(&filter.set) && filter.set.and(here).is_within(may);
            failures += usize::from(!learned.iter().any(is_right));
        }
        failures
    }

    /// The objects that a filter chooses, as an entry.
    pub(super) fn build(&self, store: &mut Store, scene: &Scene, filter: &Filter) -> Option<EntryId> {
        let mut objects = scene.id;
        for &at in &filter.conditions {
            let function = self.function(store, scene, &self.conditions[at])?;
            objects = self.terms.value(store, "sfilter", &[objects, function], self.terms.objects)?;
        }
        Some(objects)
    }

    fn function(&self, store: &mut Store, scene: &Scene, condition: &Condition) -> Option<EntryId> {
        let terms = self.terms;
        let attribute = condition.attribute;
        let function = match &condition.test {
            Test::Equals(value) => {
                let value = terms.constant(store, value.clone())?;
                terms.function(store, "matcher", &[attribute, value])?
            }
            Test::IsMost | Test::IsLeast => {
                let name = if matches!(condition.test, Test::IsMost) { "valmax" } else { "valmin" };
                let extreme = terms.integer_value(store, name, &[scene.id, attribute])?;
                terms.function(store, "matcher", &[attribute, extreme])?
            }
            Test::Exceeds(bound) => {
                let (greater, bound) = (terms.name(store, "greater")?, terms.number(store, *bound)?);
                let above = terms.function(store, "rbind", &[greater, bound])?;
                terms.function(store, "compose", &[above, attribute])?
            }
        };
        if !condition.is_negated {
            return Some(function);
        }
        let flip = terms.name(store, "flip")?;
        terms.function(store, "compose", &[flip, function])
    }

    /// The filters that choose exactly one object of every sample, cheapest first, one for each choice.
    pub(super) fn single(&self, store: &mut Store, scene: &Scene) -> Vec<Filter> {
        store.charge((self.conditions.len() * scene.by_sample.len() * 3) as u64);
        self.choosing(scene, |set| scene.by_sample.iter().all(|here| set.and(here).len() == 1))
    }

    /// The filters that choose objects of every sample that are alike, cheapest first, one for each choice.
    pub(super) fn alike(&self, store: &mut Store, scene: &Scene) -> Vec<Filter> {
        store.charge((self.conditions.len() * scene.things.len() * 3) as u64);
        let normal = |thing: &Thing| match &thing.object {
            Value::Object(object) => object.moved_to(Place::new(0, 0)),
            _ => None,
        };
        let normals: Vec<Option<Object>> = scene.things.iter().map(normal).collect();
        self.choosing(scene, |set| {
            scene.by_sample.iter().all(|here| {
                let chosen = set.and(here);
                let mut members = (0..normals.len()).filter(|&at| chosen.contains(at));
                members.next().is_some_and(|first| members.all(|other| normals[other] == normals[first]))
            })
        })
    }

    /// The measures that are defined for all objects and not the same for all.
    pub(super) fn measures(&self) -> &[EntryId] {
        &self.measures
    }

    /// The choices of which there are given numbers in the demo samples, cheapest first.
    pub(super) fn numbering(&self, store: &mut Store, scene: &Scene, numbers: &[usize]) -> Vec<Filter> {
        store.charge((self.conditions.len() * numbers.len() * 6) as u64);
        self.choosing(scene, |set| {
            scene.by_sample.iter().zip(numbers).all(|(here, &number)| set.and(here).len() == number)
        })
    }

    /// The filters that choose what is admitted, cheapest first; all objects if these are.
    pub(super) fn choosing(&self, scene: &Scene, admits: impl Fn(&Set) -> bool) -> Vec<Filter> {
        let all = scene.all();
        if admits(&all) {
            return vec![Filter { conditions: Vec::new(), cost: 0, set: all }];
        }
        let chosen = self.conditions.iter().enumerate().filter(|(_, condition)| admits(&condition.set));
        chosen
            .map(|(at, condition)| Filter { conditions: vec![at], cost: condition.cost, set: condition.set })
            .collect()
    }
}
