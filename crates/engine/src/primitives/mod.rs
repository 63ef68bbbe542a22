//! The registry of primitives: the single source for parser, type checker, breeder, stubs and reference page.
//!
//! Each family declares its primitives once, with signature, documentation and function, in a constant `FAMILY`.

mod arguments;
mod arithmetic;
mod assembling;
mod assembly;
pub(crate) mod attitude;
mod boxes;
mod choice;
mod colour;
mod combinators;
mod company;
pub(crate) mod completion;
mod components;
mod containers;
mod continuation;
mod copies;
mod cutting;
mod deflection;
mod flat;
mod geometry;
mod gravity;
mod kinship;
mod layout;
mod legends;
mod lineup;
mod links;
mod lists;
mod logic;
mod mapping;
mod marks;
mod measures;
mod merging;
mod motion;
mod neighbourhood;
mod objects;
mod occurrences;
mod overlap;
mod painting;
mod partitions;
mod parts;
mod patches;
mod periods;
mod pictures;
mod pieces;
mod pointing;
mod rays;
mod rearranging;
mod rectangle;
mod regrowth;
mod relations;
pub(crate) mod roles;
mod runs;
mod scenes;
mod segmentation;
mod selection;
mod shading;
pub(crate) mod sight;
mod strokes;
mod surveys;
mod tables;
mod tallies;
#[cfg(test)]
mod testing;
mod turns;
mod vectors;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::error::Result;
use crate::machine::Machine;
use crate::types::{Signature, Type};
use crate::value::Value;

pub(crate) use arguments::Argument;
pub(crate) use components::{part_count, parts_of};
pub(crate) use continuation::{followers, unfolding};
pub(crate) use scenes::ground;
pub(crate) use surveys::is_symmetric;

/// The arguments of a primitive.
pub type Args<'a> = &'a [&'a Value];

/// What a family file declares of a primitive.
pub(crate) struct Primitive {
    /// The name in programs.
    name: &'static str,
    /// The parameters and the result in the type language, as `(grid: Grid, value: Integer) -> Indices`.
    signature: &'static str,
    /// What it does, in a line.
    doc: &'static str,
    /// The function, called with as many arguments as the signature has parameters.
    run: fn(&mut Machine, Args<'_>) -> Result<Value>,
}

/// A family of primitives: a title and its members.
struct Family {
    title: &'static str,
    primitives: &'static [Primitive],
    origin: Origin,
}

/// Where a primitive comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The interface of arc-dsl, in which the field writes its programs.
    Interface,
    /// This project: steps that its searches need, and that the interface lacks.
    Own,
}

impl Family {
    const fn interface(title: &'static str, primitives: &'static [Primitive]) -> Family {
        Family { title, primitives, origin: Origin::Interface }
    }

    const fn own(title: &'static str, primitives: &'static [Primitive]) -> Family {
        Family { title, primitives, origin: Origin::Own }
    }
}

const FAMILIES: &[Family] = &[
    Family::interface("boolean and comparison", logic::FAMILY),
    Family::interface("arithmetic", arithmetic::FAMILY),
    Family::interface("containers", containers::FAMILY),
    Family::interface("selection by a function", selection::FAMILY),
    Family::interface("mapping", mapping::FAMILY),
    Family::interface("function combinators", combinators::FAMILY),
    Family::interface("vectors", vectors::FAMILY),
    Family::interface("colour", colour::FAMILY),
    Family::interface("patch measures and predicates", measures::FAMILY),
    Family::interface("patch relations", relations::FAMILY),
    Family::interface("grid to objects and indices", segmentation::FAMILY),
    Family::interface("grid geometry", geometry::FAMILY),
    Family::interface("grid geometry", cutting::FAMILY),
    Family::interface("grid assembly", assembly::FAMILY),
    Family::interface("patch construction and movement", patches::FAMILY),
    Family::interface("painting", painting::FAMILY),
    Family::own("pictures", pictures::FAMILY),
    Family::own("roles of colours", roles::FAMILY),
    Family::own("shading", shading::FAMILY),
    Family::own("gravity", gravity::FAMILY),
    Family::own("layout", layout::FAMILY),
    Family::own("pieces of grids", pieces::FAMILY),
    Family::own("lists of grids", lists::FAMILY),
    Family::own("marks", marks::FAMILY),
    Family::own("partitions", partitions::FAMILY),
    Family::own("tables", tables::FAMILY),
    Family::own("surveys", surveys::FAMILY),
    Family::own("completion", completion::FAMILY),
    Family::own("scenes", scenes::FAMILY),
    Family::own("kinship of objects", kinship::FAMILY),
    Family::own("company of objects", company::FAMILY),
    Family::own("legends", legends::FAMILY),
    Family::own("objects in motion", motion::FAMILY),
    Family::own("strokes", strokes::FAMILY),
    Family::own("periods", periods::FAMILY),
    Family::own("tallies", tallies::FAMILY),
    Family::own("links between things", links::FAMILY),
    Family::own("copies of patterns", copies::FAMILY),
    Family::own("lines and cells under way", turns::FAMILY),
    Family::own("cell by cell", choice::FAMILY),
    Family::own("neighbourhoods of cells", neighbourhood::FAMILY),
    Family::own("rays and lines through cells", rays::FAMILY),
    Family::own("numbers of objects", parts::FAMILY),
    Family::own("boxes around objects", boxes::FAMILY),
    Family::own("rearrangement and repair", rearranging::FAMILY),
    Family::own("pieces put together", assembling::FAMILY),
    Family::own("fragments of patterns", regrowth::FAMILY),
    Family::own("objects in a line", lineup::FAMILY),
    Family::own("lines thrown back and wound", deflection::FAMILY),
    Family::own("patterns that go on", continuation::FAMILY),
    Family::own("where things point", pointing::FAMILY),
    Family::own("attitudes of grids", attitude::FAMILY),
];

const COUNT: usize = {
    let (mut count, mut family) = (0, 0);
    while family < FAMILIES.len() {
        count += FAMILIES[family].primitives.len();
        family += 1;
    }
    count
};

/// What applying a primitive needs, known when compiling: the machine's inner loop does not ask the registry.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&mut Machine, Args<'_>) -> Result<Value>,
    pub(crate) arity: usize,
    /// The primitive on columns, if it has such a form.
    pub(crate) flat: Option<flat::Flat>,
}

/// All primitives by number.
static STEPS: [Step; COUNT] = {
    const EMPTY: Step = Step { name: "", run: |_, _| Ok(Value::None), arity: 0, flat: None };
    let mut steps = [EMPTY; COUNT];
    let (mut number, mut family) = (0, 0);
    while family < FAMILIES.len() {
        let primitives = FAMILIES[family].primitives;
        let mut member = 0;
        while member < primitives.len() {
            steps[number] = Step {
                name: primitives[member].name,
                run: primitives[member].run,
                arity: colons(primitives[member].signature),
                flat: flat_form(primitives[member].name),
            };
            number += 1;
            member += 1;
        }
        family += 1;
    }
    steps
};

/// The form on columns of the primitive of a name.
const fn flat_form(name: &str) -> Option<flat::Flat> {
    let mut at = 0;
    while at < flat::FLAT.len() {
        let (known, form) = flat::FLAT[at];
        if is_same(known.as_bytes(), name.as_bytes()) {
            return Some(form);
        }
        at += 1;
    }
    None
}

const fn is_same(a: &[u8], b: &[u8]) -> bool {
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

/// The number of colons in a signature, which stand behind the parameters' names only.
const fn colons(signature: &str) -> usize {
    let bytes = signature.as_bytes();
    let (mut count, mut at) = (0, 0);
    while at < bytes.len() {
        count += (bytes[at] == b':') as usize;
        at += 1;
    }
    count
}

/// A primitive of the DSL, as the registry knows it.
pub struct Entry {
    /// The name in programs.
    pub name: &'static str,
    /// The title of its family.
    pub family: &'static str,
    /// Where it comes from.
    pub origin: Origin,
    /// What it does, in a line.
    pub doc: &'static str,
    /// The names of its parameters, in order.
    pub parameters: Vec<&'static str>,
    /// The signature as declared.
    pub declaration: &'static str,
    /// The types of its parameters and of its result.
    pub signature: Signature,
}

/// A primitive's number in the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PrimitiveId(u16);

struct Registry {
    entries: Vec<Entry>,
    by_name: FxHashMap<&'static str, PrimitiveId>,
}

static REGISTRY: LazyLock<Registry> = LazyLock::new(|| {
    let mut entries = Vec::new();
    for family in FAMILIES {
        for primitive in family.primitives {
            let signature = Signature::parse(primitive.signature)
                .unwrap_or_else(|error| panic!("signature of {}: {error}", primitive.name));
            entries.push(Entry {
                name: primitive.name,
                family: family.title,
                origin: family.origin,
                doc: primitive.doc,
                parameters: signature.names(primitive.signature),
                declaration: primitive.signature,
                signature,
            });
        }
    }
    let by_name = entries.iter().enumerate().map(|(index, entry)| (entry.name, PrimitiveId(index as u16))).collect();
    Registry { entries, by_name }
});

/// All primitives, in the order of their families.
pub fn all() -> impl ExactSizeIterator<Item = PrimitiveId> {
    (0..REGISTRY.entries.len()).map(|index| PrimitiveId(index as u16))
}

/// The primitive of a name.
pub fn find(name: &str) -> Option<PrimitiveId> {
    REGISTRY.by_name.get(name).copied()
}

impl PrimitiveId {
    /// What the registry knows of the primitive.
    #[inline]
    pub fn entry(self) -> &'static Entry {
        &REGISTRY.entries[self.index()]
    }

    /// The position in the registry.
    #[inline]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// What applying the primitive needs.
    #[inline]
    pub(crate) fn step(self) -> &'static Step {
        &STEPS[self.index()]
    }

    /// The name in programs.
    pub fn name(self) -> &'static str {
        self.step().name
    }

    /// The number of parameters.
    pub fn arity(self) -> usize {
        self.step().arity
    }

    /// The type of its result.
    pub fn result(self) -> &'static Type {
        &self.entry().signature.result
    }
}
