//! The type language: what primitives take and give.
//!
//! Types are written as the DSL's users write them. A union such as `Numerical` stands for a fresh variable restricted to
//! its members; `Numerical@n` names the variable, so that two places of a signature share it.
//!
//! ```text
//! Any Boolean Integer IntegerTuple Grid Cell            ground types; `Any` is a fresh variable
//! Tuple[t] FrozenSet[t] Container[t] Container@c[t]     sequences: a tuple, a set, either of them
//! Object Objects Indices IndicesSet IntegerSet          FrozenSet[Cell], FrozenSet[Object], ...
//! Numerical Patch Piece Element                         unions
//! a b c                                                 type variables: single lower-case letters
//! (a, b) -> c                                           functions
//! ```

mod parse;
mod unify;

use std::fmt;

pub use parse::TypeError;
pub use unify::{Mismatch, Mode, Unifier};

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// A variable: any type that its bound admits.
    Variable(u32, Bound),
    /// A truth value.
    Boolean,
    /// An integer.
    Integer,
    /// A pair of integers.
    Pair,
    /// A colour with a place.
    Cell,
    /// A grid; also a tuple of tuples of integers.
    Grid,
    /// A tuple or a set of elements of one type.
    Sequence(Kind, Box<Type>),
    /// A function of parameters to a result.
    Function(Vec<Type>, Box<Type>),
}

/// Whether a sequence is a tuple or a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A tuple.
    Tuple,
    /// A set.
    Set,
    /// Either: a variable over kinds.
    Variable(u32),
}

/// What a type variable may stand for: a set of type shapes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Bound(u8);

impl Bound {
    pub(crate) const INTEGER: Bound = Bound(1);
    pub(crate) const PAIR: Bound = Bound(2);
    pub(crate) const CELL: Bound = Bound(4);
    pub(crate) const GRID: Bound = Bound(8);
    pub(crate) const OBJECT: Bound = Bound(16);
    pub(crate) const INDICES: Bound = Bound(32);
    /// Every type.
    pub const ANY: Bound = Bound(255);
    /// Integers and pairs of integers.
    pub const NUMERICAL: Bound = Bound(1 | 2);
    /// Objects and indices.
    pub const PATCH: Bound = Bound(16 | 32);
    /// Grids and objects.
    pub const ELEMENT: Bound = Bound(8 | 16);
    /// Grids, objects and indices.
    pub const PIECE: Bound = Bound(8 | 16 | 32);

    /// Whether the bound admits all of another.
    pub fn admits(self, other: Bound) -> bool {
        self.0 & other.0 == other.0
    }

    /// What both bounds admit; `None` if nothing.
    pub fn meet(self, other: Bound) -> Option<Bound> {
        let meet = self.0 & other.0;
        (meet != 0).then_some(Bound(meet))
    }

    /// The type of a bound that admits one shape only.
    fn single(self) -> Option<Type> {
        match self {
            Bound::INTEGER => Some(Type::Integer),
            Bound::PAIR => Some(Type::Pair),
            Bound::CELL => Some(Type::Cell),
            Bound::GRID => Some(Type::Grid),
            Bound::OBJECT => Some(Type::object()),
            Bound::INDICES => Some(Type::indices()),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Bound::NUMERICAL => "Numerical",
            Bound::PATCH => "Patch",
            Bound::ELEMENT => "Element",
            Bound::PIECE => "Piece",
            _ => "Any",
        }
    }
}

impl Type {
    /// The type of objects: sets of cells.
    pub fn object() -> Type {
        Type::set(Type::Cell)
    }

    /// The type of indices: sets of places.
    pub fn indices() -> Type {
        Type::set(Type::Pair)
    }

    /// The type of sets of a type.
    pub fn set(element: Type) -> Type {
        Type::Sequence(Kind::Set, Box::new(element))
    }

    /// The type of tuples of a type.
    pub fn tuple(element: Type) -> Type {
        Type::Sequence(Kind::Tuple, Box::new(element))
    }
}

/// Numbers the variables of types anew, in the order of their appearance.
#[derive(Default)]
struct Renaming {
    types: Vec<u32>,
    kinds: Vec<u32>,
}

impl Renaming {
    fn rename(names: &mut Vec<u32>, id: u32) -> u32 {
        let known = names.iter().position(|&name| name == id);
        known.unwrap_or_else(|| {
            names.push(id);
            names.len() - 1
        }) as u32
    }

    fn apply(&mut self, ty: &Type) -> Type {
        match ty {
            Type::Variable(id, bound) => Type::Variable(Self::rename(&mut self.types, *id), *bound),
            Type::Sequence(kind, element) => {
                let kind = match kind {
                    Kind::Variable(id) => Kind::Variable(Self::rename(&mut self.kinds, *id)),
                    known => *known,
                };
                Type::Sequence(kind, Box::new(self.apply(element)))
            }
            Type::Function(parameters, result) => Type::Function(
                parameters.iter().map(|parameter| self.apply(parameter)).collect(),
                Box::new(self.apply(result)),
            ),
            ground => ground.clone(),
        }
    }
}

impl Type {
    /// The type with its variables numbered from 0 in the order of their appearance, so that equal types are equal.
    pub fn anonymous(&self) -> Type {
        Renaming::default().apply(self)
    }

    /// How many numbers the type's variables and its kinds' variables take: one more than the largest of each.
    fn variables(&self) -> (u32, u32) {
        let larger = |a: (u32, u32), b: (u32, u32)| (a.0.max(b.0), a.1.max(b.1));
        match self {
            Type::Variable(id, _) => (id + 1, 0),
            Type::Sequence(Kind::Variable(id), element) => larger(element.variables(), (0, id + 1)),
            Type::Sequence(_, element) => element.variables(),
            Type::Function(parameters, result) => {
                parameters.iter().map(Type::variables).fold(result.variables(), larger)
            }
            _ => (0, 0),
        }
    }
}

/// The types of a function's parameters and of its result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The parameters' types, in order.
    pub parameters: Vec<Type>,
    /// The result's type.
    pub result: Type,
    /// How many type variables the signature uses: 0 to this number.
    pub variables: u32,
    /// How many kind variables the signature uses: 0 to this number.
    pub kinds: u32,
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Variable(id, Bound::ANY) => write!(f, "{}", letter(*id)),
            Type::Variable(id, bound) => write!(f, "{}@{}", bound.name(), letter(*id)),
            Type::Boolean => f.write_str("Boolean"),
            Type::Integer => f.write_str("Integer"),
            Type::Pair => f.write_str("IntegerTuple"),
            Type::Cell => f.write_str("Cell"),
            Type::Grid => f.write_str("Grid"),
            Type::Sequence(Kind::Set, element) => match element.as_ref() {
                Type::Cell => f.write_str("Object"),
                Type::Pair => f.write_str("Indices"),
                Type::Integer => f.write_str("IntegerSet"),
                Type::Sequence(Kind::Set, inner) if **inner == Type::Cell => f.write_str("Objects"),
                Type::Sequence(Kind::Set, inner) if **inner == Type::Pair => f.write_str("IndicesSet"),
                _ => write!(f, "FrozenSet[{element}]"),
            },
            Type::Sequence(Kind::Tuple, element) => write!(f, "Tuple[{element}]"),
            Type::Sequence(Kind::Variable(_), element) => write!(f, "Container[{element}]"),
            Type::Function(parameters, result) => {
                f.write_str("(")?;
                for (index, parameter) in parameters.iter().enumerate() {
                    if index > 0 {
                        f.write_str(", ")?;
                    }
                    parameter.fmt(f)?;
                }
                write!(f, ") -> {result}")
            }
        }
    }
}

/// The name of a type variable: `a` to `z`, then `a1` and so on.
fn letter(id: u32) -> String {
    let letter = char::from(b'a' + (id % 26) as u8);
    match id / 26 {
        0 => letter.to_string(),
        round => format!("{letter}{round}"),
    }
}
