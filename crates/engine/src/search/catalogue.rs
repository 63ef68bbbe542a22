//! What enumeration builds with: the types that it keeps and, for each primitive, the argument types that fit it.
//!
//! Computed once for the process, so that a search compares small numbers where it would unify types.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::prior::primitive_cost;
use crate::primitives::{self, Origin, PrimitiveId};
use crate::types::{Mode, Type, Unifier};

/// The number of a type.
pub type TypeId = u16;

/// A primitive with argument types that fit it.
pub struct Instance {
    /// The primitive.
    pub primitive: PrimitiveId,
    /// The types of its arguments.
    pub parameters: Vec<TypeId>,
    /// The type of its result.
    pub result: TypeId,
    /// What applying it costs, in bits.
    pub cost: u32,
    /// Whether two arguments may be exchanged, or give nothing of interest when they are equal.
    pub symmetry: Symmetry,
}

/// Which pairs of arguments a primitive of two need not be tried with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symmetry {
    /// All pairs are of interest.
    None,
    /// Equal arguments give nothing of interest.
    Irreflexive,
    /// Equal arguments give nothing of interest, and exchanged ones the same.
    Commutative,
}

/// The types of values that are built upon; grids come first.
const TYPES: &[&str] = &[
    "Grid",
    "Boolean",
    "Integer",
    "IntegerTuple",
    "Object",
    "Objects",
    "Indices",
    "IndicesSet",
    "IntegerSet",
    "Tuple[Grid]",
    "FrozenSet[Grid]",
    "Tuple[Object]",
    "Tuple[Indices]",
];

/// The primitives of the interface that enumeration leaves out: they seldom help in short programs.
const LEFT_OUT: &[&str] = &[
    "identity",
    "initset",
    "product",
    "pair",
    "papply",
    "mpapply",
    "prapply",
    "rapply",
    "repeat",
    "insert",
    "dedupe",
    "totuple",
    "both",
    "either",
    "interval",
    "order",
    "invert",
    "crement",
    "sign",
    "branch",
    "equality",
    "greater",
    "positive",
    "even",
    "flip",
    "hmatching",
    "vmatching",
    "adjacent",
    "manhattan",
    "contained",
    "bordering",
    "vline",
    "hline",
    "portrait",
    "square",
    "other",
    "mostcommon",
    "leastcommon",
];

const COMMUTATIVE: &[&str] = &["add", "multiply", "combine", "intersection", "cellwise"];

const IRREFLEXIVE: &[&str] = &["subtract", "divide", "difference", "connect", "position", "gravitate"];

/// The title of the primitives that make functions.
pub(super) const COMBINATORS: &str = "function combinators";

struct Catalogue {
    types: Vec<Type>,
    numbers: FxHashMap<Type, TypeId>,
    instances: Vec<Instance>,
    results: FxHashMap<(PrimitiveId, SmallVec<[TypeId; 4]>), TypeId>,
    /// The primitives by the types of their arguments and their result.
    alike: FxHashMap<(SmallVec<[TypeId; 4]>, TypeId), Vec<PrimitiveId>>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut types: Vec<Type> = TYPES.iter().filter_map(|text| Type::parse(text).ok()).collect();
    let values = types.len();
    let is_value = |id: &PrimitiveId| id.entry().origin == Origin::Interface && id.entry().family != COMBINATORS;
    for primitive in primitives::all().filter(is_value) {
        let ty = function_type(primitive);
        if primitive.arity() == 1 && !types.contains(&ty) {
            types.push(ty);
        }
    }
    for text in CLOSURES {
        if let Ok(ty) = Type::parse(text) {
            if !types.contains(&ty) {
                types.push(ty);
            }
        }
    }
    let numbers: FxHashMap<Type, TypeId> =
        types.iter().enumerate().map(|(index, ty)| (ty.clone(), index as TypeId)).collect();
    let mut instances = Vec::new();
    let mut results = FxHashMap::default();
    let mut alike: FxHashMap<_, Vec<PrimitiveId>> = FxHashMap::default();
    for primitive in primitives::all() {
        if primitive.entry().family == COMBINATORS {
            continue;
        }
        let is_enumerated = primitive.entry().origin == Origin::Interface && !LEFT_OUT.contains(&primitive.name());
        let mut chosen = Vec::new();
        fit(primitive, &types, &mut chosen, &mut |parameters, result| {
            let Some(&result) = numbers.get(&result).filter(|&&id| usize::from(id) < values) else {
                return;
            };
            results.insert((primitive, SmallVec::from_slice(parameters)), result);
            alike.entry((SmallVec::from_slice(parameters), result)).or_default().push(primitive);
            if !is_enumerated {
                return;
            }
            instances.push(Instance {
                primitive,
                parameters: parameters.to_vec(),
                result,
                cost: primitive_cost(primitive),
                symmetry: symmetry(primitive.name()),
            });
        });
    }
    Catalogue { types, numbers, instances, results, alike }
});

/// The types of the closures among the leaves.
const CLOSURES: &[&str] = &[
    "(Object) -> Boolean",
    "(Object) -> Object",
    "(Indices) -> Indices",
    "(Object) -> Indices",
    "(Grid) -> Boolean",
    "(Object) -> Integer",
    "(IntegerTuple) -> Indices",
    "(Grid) -> Integer",
    "(Object) -> Grid",
];

fn symmetry(name: &str) -> Symmetry {
    if COMMUTATIVE.contains(&name) {
        Symmetry::Commutative
    } else if IRREFLEXIVE.contains(&name) {
        Symmetry::Irreflexive
    } else {
        Symmetry::None
    }
}

/// The type of a primitive as a value.
pub fn function_type(primitive: PrimitiveId) -> Type {
    let signature = &primitive.entry().signature;
    Type::Function(signature.parameters.clone(), Box::new(signature.result.clone()))
}

/// Finds all types of arguments that fit a primitive.
fn fit(primitive: PrimitiveId, types: &[Type], chosen: &mut Vec<TypeId>, found: &mut impl FnMut(&[TypeId], Type)) {
    let Some(result) = result(primitive, types, chosen) else {
        return;
    };
    if chosen.len() == primitive.arity() {
        found(chosen, result);
        return;
    }
    for ty in 0..types.len() {
        chosen.push(ty as TypeId);
        fit(primitive, types, chosen, found);
        chosen.pop();
    }
}

/// The type of a call with the given first arguments, or `None` if they do not fit.
fn result(primitive: PrimitiveId, types: &[Type], arguments: &[TypeId]) -> Option<Type> {
    let mut unifier = Unifier::new(Mode::Strict);
    let signature = unifier.instantiate(&primitive.entry().signature);
    for (parameter, ty) in signature.parameters.iter().zip(arguments) {
        // Polymorphic functions bring variables of their own.
        let ty = unifier.adopt(&types[usize::from(*ty)]);
        unifier.unify(parameter, &ty).ok()?;
    }
    unifier.join(&signature);
    Some(unifier.resolve(&signature.result).anonymous())
}

/// The number of a type that enumeration keeps.
pub fn type_id(ty: &Type) -> Option<TypeId> {
    CATALOGUE.numbers.get(ty).copied()
}

/// How many types enumeration keeps.
pub fn types() -> usize {
    CATALOGUE.types.len()
}

/// The number of the type of grids.
pub const fn grid() -> TypeId {
    0
}

/// The type of a call with arguments of the given types, if enumeration keeps it.
pub fn result_of(primitive: PrimitiveId, arguments: &[TypeId]) -> Option<TypeId> {
    CATALOGUE.results.get(&(primitive, SmallVec::from_slice(arguments))).copied()
}

/// The primitives that take arguments of the given types and give a result of another.
pub fn alternatives(arguments: &[TypeId], result: TypeId) -> &'static [PrimitiveId] {
    CATALOGUE.alike.get(&(SmallVec::from_slice(arguments), result)).map_or(&[], Vec::as_slice)
}

/// The primitives that enumeration tries, with argument types that fit.
pub fn instances() -> &'static [Instance] {
    &CATALOGUE.instances
}
