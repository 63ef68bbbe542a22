//! Breeds well-typed candidates from parents by mutation and crossover.
//!
//! Each candidate draws from a random stream of its own, given by (seed, round, index).

mod computed;
mod edit;

use rustc_hash::FxHashSet;

use crate::program::Program;
use crate::random::Random;
use crate::types::{Mode, Type};

/// How a child comes from its parents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// A constant exchanged for another of its kind.
    Constant,
    /// A constant, or a turn, exchanged for one computed from the demo pairs or the input.
    Compute,
    /// A primitive exchanged for another that takes and gives fitting types.
    Primitive,
    /// An argument rewired to another value of its type.
    Rewire,
    /// A sub-expression of the second parent grafted into the first.
    Crossover,
    /// A step inserted.
    Insert,
    /// A step removed.
    Remove,
}

impl Operator {
    /// All operators, in the order of [`Rates::default`].
    pub const ALL: [Operator; 7] = [
        Operator::Constant,
        Operator::Compute,
        Operator::Primitive,
        Operator::Rewire,
        Operator::Crossover,
        Operator::Insert,
        Operator::Remove,
    ];

    /// The name in records and reports.
    pub fn name(self) -> &'static str {
        match self {
            Operator::Constant => "constant",
            Operator::Compute => "compute",
            Operator::Primitive => "primitive",
            Operator::Rewire => "rewire",
            Operator::Crossover => "crossover",
            Operator::Insert => "insert",
            Operator::Remove => "remove",
        }
    }
}

/// How often each operator is drawn, in the order of [`Operator::ALL`]; only ratios matter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rates(pub [f64; Operator::ALL.len()]);

impl Default for Rates {
    fn default() -> Self {
        Rates([3.0, 2.0, 3.0, 2.0, 3.0, 2.0, 1.0])
    }
}

/// A program to breed from.
pub struct Parent {
    program: Program,
    types: Vec<Type>,
}

impl Parent {
    /// A parent; `None` if the program is not well typed.
    pub fn new(program: &Program) -> Option<Parent> {
        let types = program.types(Mode::Strict).ok()?;
        Some(Parent { program: program.clone(), types })
    }
}

/// A bred program with its origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    /// The program.
    pub program: Program,
    /// How it was made.
    pub operator: Operator,
    /// The indices of its parents; the first is the one that was changed.
    pub parents: Vec<usize>,
}

/// How many draws may fail for each child that is asked for.
const DRAWS_PER_CHILD: usize = 60;

/// The largest child, in calls.
const MAX_SIZE: usize = 80;

/// Breeds up to `count` distinct, well-typed children that differ from all parents.
///
/// Parents are drawn in proportion to their weights; the child of a difference measure is one. Fewer children come back where too few can be found. The result
/// depends on the arguments alone.
pub fn breed(parents: &[Parent], weights: &[f64], rates: &Rates, count: usize, seed: u64, round: u64) -> Vec<Child> {
    let mut seen: FxHashSet<Program> = parents.iter().map(|parent| parent.program.clone()).collect();
    let pool = edit::Pool::new(parents.iter().map(|parent| (&parent.program, &parent.types[..])));
    let mut children = Vec::with_capacity(count);
    for index in 0..count * DRAWS_PER_CHILD {
        if children.len() == count {
            break;
        }
        let mut random = Random::new(seed, round, index as u64);
        let Some(child) = draw(parents, weights, rates, &pool, &mut random) else {
            continue;
        };
        if seen.insert(child.program.clone()) {
            children.push(child);
        }
    }
    children
}

/// One attempt at a child.
fn draw(parents: &[Parent], weights: &[f64], rates: &Rates, pool: &edit::Pool, random: &mut Random) -> Option<Child> {
    let first = random.weighted(weights)?;
    let operator = Operator::ALL[random.weighted(&rates.0)?];
    let parent = parents.get(first)?;
    let mut origin = vec![first];
    let program = match operator {
        Operator::Crossover => {
            let second = random.weighted(weights)?;
            origin.push(second);
            let donor = parents.get(second)?;
            edit::crossover((&parent.program, &parent.types), (&donor.program, &donor.types), random)
        }
        Operator::Constant => edit::constant(&parent.program, &parent.types, random),
        Operator::Compute => edit::compute(&parent.program, &parent.types, random),
        Operator::Primitive => edit::primitive(&parent.program, random),
        Operator::Rewire => edit::rewire(&parent.program, &parent.types, random),
        Operator::Insert => edit::insert(&parent.program, &parent.types, pool, random),
        Operator::Remove => edit::remove(&parent.program, &parent.types, random),
    }?;
    let is_akin = program.uses_candidate() == parent.program.uses_candidate();
    let fits = is_akin && (1..=MAX_SIZE).contains(&program.size()) && program.types(Mode::Strict).is_ok();
    fits.then_some(Child { program, operator, parents: origin })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parents() -> Vec<Parent> {
        let texts = [
            "fill(I, THREE, corners(asindices(I)))",
            "replace(rot90(I), TWO, FIVE)",
            "subgrid(argmax(objects(I, T, F, T), size), I)",
            "upscale(lefthalf(I), TWO)",
            "paint(I, merge(colorfilter(objects(I, T, F, T), ONE)))",
        ];
        texts.iter().filter_map(|text| Parent::new(&Program::parse(text).expect("a program"))).collect()
    }

    fn bred(rates: &Rates, count: usize, round: u64) -> Vec<Child> {
        let parents = parents();
        assert_eq!(parents.len(), 5);
        breed(&parents, &[1.0; 5], rates, count, 7, round)
    }

    #[test]
    fn every_operator_gives_well_typed_children_of_its_own() {
        for (index, operator) in Operator::ALL.into_iter().enumerate() {
            let mut rates = [0.0; Operator::ALL.len()];
            rates[index] = 1.0;
            let children = bred(&Rates(rates), 5, 1);
            assert!(!children.is_empty(), "{operator:?}");
            for child in children {
                assert_eq!(child.operator, operator);
                assert!(child.program.types(Mode::Strict).is_ok());
                assert!(parents().iter().all(|parent| parent.program != child.program));
            }
        }
    }

    #[test]
    fn a_stream_is_given_by_seed_and_round() {
        let rates = Rates::default();
        assert_eq!(bred(&rates, 40, 1), bred(&rates, 40, 1));
        assert_eq!(bred(&rates, 40, 1)[..10], bred(&rates, 10, 1));
        assert_ne!(bred(&rates, 40, 1), bred(&rates, 40, 2));
    }

    #[test]
    fn difference_measures_breed_difference_measures() {
        let texts = ["size(difference(palette(I), palette(C)))", "size(difference(asobject(I), asobject(C)))"];
        let parents = texts.map(|text| Parent::new(&Program::parse(text).expect("a program")).expect("a parent"));
        let children = breed(&parents, &[1.0; 2], &Rates::default(), 20, 1, 1);
        assert_eq!(children.len(), 20);
        assert!(children.iter().all(|child| child.program.uses_candidate()));
    }

    #[test]
    fn children_differ_from_each_other() {
        let children = bred(&Rates::default(), 200, 3);
        let distinct: FxHashSet<&Program> = children.iter().map(|child| &child.program).collect();
        assert_eq!(distinct.len(), children.len());
    }
}
