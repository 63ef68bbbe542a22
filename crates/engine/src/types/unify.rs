//! Unification of types with bounded variables (Robinson's algorithm; bounds meet where two variables do).

use thiserror::Error;

use super::{Bound, Kind, Signature, Type};

/// How much the checker forgives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// For programs from elsewhere: truth values are integers, and cells and tuples of places pass for containers.
    Lenient,
    /// For programs that are bred or searched.
    Strict,
}

/// Two types that cannot be the same.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{left} is not {right}")]
pub struct Mismatch {
    /// One type, as far as it is known.
    pub left: Type,
    /// The other type, as far as it is known.
    pub right: Type,
}

/// What is known of a type variable.
#[derive(Clone, Debug)]
enum Binding {
    Free(Bound),
    Known(Type),
}

/// A growing set of type variables and what is known of them.
#[derive(Clone, Debug)]
pub struct Unifier {
    mode: Mode,
    types: Vec<Binding>,
    kinds: Vec<Option<Kind>>,
}

/// The deepest type that is followed; deeper ones do not match anything.
const MAX_DEPTH: u32 = 40;

impl Unifier {
    /// A unifier without variables.
    pub fn new(mode: Mode) -> Unifier {
        Unifier { mode, types: Vec::new(), kinds: Vec::new() }
    }

    /// A new variable of which only the bound is known.
    pub fn fresh(&mut self, bound: Bound) -> Type {
        self.types.push(Binding::Free(bound));
        Type::Variable(self.types.len() as u32 - 1, bound)
    }

    /// A copy of a type with new variables.
    pub fn adopt(&mut self, ty: &Type) -> Type {
        let (variables, kind_variables) = ty.variables();
        let (types, kinds) = self.extend(variables, kind_variables);
        self.renumber(ty, types, kinds)
    }

    /// Makes room for new variables; gives the numbers of the first ones.
    fn extend(&mut self, variables: u32, kind_variables: u32) -> (u32, u32) {
        let first = (self.types.len() as u32, self.kinds.len() as u32);
        self.types.resize((first.0 + variables) as usize, Binding::Free(Bound::ANY));
        self.kinds.resize((first.1 + kind_variables) as usize, None);
        first
    }

    /// A copy of a signature with new variables.
    pub fn instantiate(&mut self, signature: &Signature) -> Signature {
        let (types, kinds) = self.extend(signature.variables, signature.kinds);
        Signature {
            parameters: signature.parameters.iter().map(|parameter| self.renumber(parameter, types, kinds)).collect(),
            result: self.renumber(&signature.result, types, kinds),
            ..*signature
        }
    }

    /// A type with its variables' numbers moved to this unifier's new ones, which take over their bounds.
    fn renumber(&mut self, ty: &Type, types: u32, kinds: u32) -> Type {
        match ty {
            Type::Variable(id, bound) => {
                let id = types + id;
                if let Binding::Free(known) = &mut self.types[id as usize] {
                    *known = known.meet(*bound).unwrap_or(*bound);
                }
                Type::Variable(id, *bound)
            }
            Type::Sequence(kind, element) => {
                let kind = match kind {
                    Kind::Variable(id) => Kind::Variable(kinds + id),
                    known => *known,
                };
                Type::Sequence(kind, Box::new(self.renumber(element, types, kinds)))
            }
            Type::Function(parameters, result) => Type::Function(
                parameters.iter().map(|parameter| self.renumber(parameter, types, kinds)).collect(),
                Box::new(self.renumber(result, types, kinds)),
            ),
            ground => ground.clone(),
        }
    }

    /// The type as far as it is known at its top.
    fn shallow(&self, ty: &Type) -> Type {
        let mut ty = ty.clone();
        loop {
            match &ty {
                Type::Variable(id, _) => match &self.types[*id as usize] {
                    Binding::Free(bound) => return Type::Variable(*id, *bound),
                    Binding::Known(known) => ty = known.clone(),
                },
                Type::Sequence(kind @ Kind::Variable(_), element) => {
                    return Type::Sequence(self.kind(*kind), element.clone())
                }
                _ => return ty,
            }
        }
    }

    fn kind(&self, mut kind: Kind) -> Kind {
        while let Kind::Variable(id) = kind {
            match self.kinds[id as usize] {
                Some(known) => kind = known,
                None => break,
            }
        }
        kind
    }

    /// The type as far as it is known.
    pub fn resolve(&self, ty: &Type) -> Type {
        self.resolve_within(ty, MAX_DEPTH)
    }

    fn resolve_within(&self, ty: &Type, depth: u32) -> Type {
        let ty = self.shallow(ty);
        let Some(depth) = depth.checked_sub(1) else {
            return ty;
        };
        match ty {
            Type::Sequence(kind, element) => Type::Sequence(kind, Box::new(self.resolve_within(&element, depth))),
            Type::Function(parameters, result) => Type::Function(
                parameters.iter().map(|parameter| self.resolve_within(parameter, depth)).collect(),
                Box::new(self.resolve_within(&result, depth)),
            ),
            known => known,
        }
    }

    /// Makes two types the same, learning about their variables; fails if they cannot be.
    pub fn unify(&mut self, left: &Type, right: &Type) -> Result<(), Mismatch> {
        if self.same(left, right, MAX_DEPTH) {
            return Ok(());
        }
        Err(Mismatch { left: self.resolve(left), right: self.resolve(right) })
    }

    fn same(&mut self, left: &Type, right: &Type, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else {
            return false;
        };
        match (self.shallow(left), self.shallow(right)) {
            (Type::Variable(a, _), Type::Variable(b, _)) if a == b => true,
            (Type::Variable(a, bound), Type::Variable(b, other)) => {
                let Some(meet) = bound.meet(other) else {
                    return false;
                };
                self.types[a as usize] = match meet.single() {
                    Some(single) => {
                        self.types[b as usize] = Binding::Known(single.clone());
                        Binding::Known(single)
                    }
                    None => {
                        self.types[b as usize] = Binding::Free(meet);
                        Binding::Known(Type::Variable(b, meet))
                    }
                };
                true
            }
            (Type::Variable(id, bound), ty) | (ty, Type::Variable(id, bound)) => self.bind(id, bound, ty, depth),
            (Type::Sequence(kind, element), Type::Sequence(other_kind, other)) => {
                self.same_kind(kind, other_kind) && self.same(&element, &other, depth)
            }
            (Type::Function(parameters, result), Type::Function(others, other)) => {
                parameters.len() == others.len()
                    && parameters.iter().zip(&others).all(|(parameter, other)| self.same(parameter, other, depth))
                    && self.same(&result, &other, depth)
            }
            (Type::Grid, Type::Sequence(kind, element)) | (Type::Sequence(kind, element), Type::Grid) => {
                self.same_kind(kind, Kind::Tuple) && self.same(&element, &Type::tuple(Type::Integer), depth)
            }
            (Type::Pair, Type::Sequence(kind, element)) | (Type::Sequence(kind, element), Type::Pair) => {
                self.same_kind(kind, Kind::Tuple) && self.same(&element, &Type::Integer, depth)
            }
            (Type::Cell, Type::Sequence(kind, _)) | (Type::Sequence(kind, _), Type::Cell) => {
                self.mode == Mode::Lenient && self.same_kind(kind, Kind::Tuple)
            }
            (Type::Boolean, Type::Integer) | (Type::Integer, Type::Boolean) => self.mode == Mode::Lenient,
            (left, right) => left == right,
        }
    }

    fn same_kind(&mut self, left: Kind, right: Kind) -> bool {
        match (self.kind(left), self.kind(right)) {
            (Kind::Variable(a), Kind::Variable(b)) if a == b => true,
            (Kind::Variable(id), known) | (known, Kind::Variable(id)) => {
                self.kinds[id as usize] = Some(known);
                true
            }
            (left, right) => left == right,
        }
    }

    /// Gives a variable a type that its bound admits.
    fn bind(&mut self, id: u32, bound: Bound, ty: Type, depth: u32) -> bool {
        if self.occurs(id, &ty, depth) {
            return false;
        }
        let fits = bound == Bound::ANY
            || match &ty {
                Type::Boolean => self.mode == Mode::Lenient && bound.admits(Bound::INTEGER),
                Type::Integer => bound.admits(Bound::INTEGER),
                Type::Pair => bound.admits(Bound::PAIR),
                Type::Cell => bound.admits(Bound::CELL),
                Type::Grid => bound.admits(Bound::GRID),
                Type::Sequence(kind, element) => self.fits_sequence(bound, *kind, element, depth),
                Type::Function(..) | Type::Variable(..) => false,
            };
        if fits {
            self.types[id as usize] = Binding::Known(ty);
        }
        fits
    }

    /// Narrows a sequence to what a bound admits: patches are sets of cells or of places, grids tuples of tuples.
    fn fits_sequence(&mut self, bound: Bound, kind: Kind, element: &Type, depth: u32) -> bool {
        let patch = bound.meet(Bound::PATCH);
        let kind = match (self.kind(kind), patch) {
            (Kind::Variable(_), None) => Kind::Tuple,
            (Kind::Variable(_), Some(_)) if !bound.admits(Bound::GRID) => Kind::Set,
            (kind, _) => kind,
        };
        let element_bound = match (kind, patch) {
            (Kind::Set, Some(Bound::OBJECT)) => Bound::CELL,
            (Kind::Set, Some(Bound::INDICES)) => Bound::PAIR,
            (Kind::Set, Some(_)) => Bound(Bound::CELL.0 | Bound::PAIR.0),
            (Kind::Set, None) => return false,
            // Programs in the wild paint tuples of cells and of places.
            (Kind::Tuple, Some(_)) if self.mode == Mode::Lenient => return true,
            (Kind::Tuple, _) if bound.admits(Bound::GRID) => {
                return self.same(element, &Type::tuple(Type::Integer), depth)
            }
            (Kind::Tuple, _) if bound.admits(Bound::PAIR) => return self.same(element, &Type::Integer, depth),
            (Kind::Tuple, _) => return false,
            (Kind::Variable(_), _) => return true,
        };
        let fresh = self.fresh(element_bound);
        self.same(element, &fresh, depth)
    }

    fn occurs(&self, id: u32, ty: &Type, depth: u32) -> bool {
        let Some(depth) = depth.checked_sub(1) else {
            return true;
        };
        match self.shallow(ty) {
            Type::Variable(other, _) => other == id,
            Type::Sequence(_, element) => self.occurs(id, &element, depth),
            Type::Function(parameters, result) => {
                parameters.iter().any(|parameter| self.occurs(id, parameter, depth)) || self.occurs(id, &result, depth)
            }
            _ => false,
        }
    }

    /// Narrows the result of arithmetic: a pair where an argument is a pair, an integer where all are integers.
    ///
    /// To be called with an instance whose parameters have been unified with the arguments.
    pub fn join(&mut self, signature: &Signature) {
        let numerical = |ty: &Type| matches!(ty, Type::Variable(_, Bound::NUMERICAL));
        if !numerical(&signature.result) || !signature.parameters.iter().all(numerical) {
            return;
        }
        let types: Vec<Type> = signature.parameters.iter().map(|parameter| self.resolve(parameter)).collect();
        let known = if types.contains(&Type::Pair) {
            Type::Pair
        } else if types.iter().all(|ty| *ty == Type::Integer) {
            Type::Integer
        } else {
            return;
        };
        // The result is a variable of its own or the argument's: it fits in both cases.
        let _ = self.unify(&signature.result, &known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The result of applying a signature to argument types, or `None` if they do not fit.
    fn apply(signature: &str, arguments: &[&str], mode: Mode) -> Option<String> {
        let mut unifier = Unifier::new(mode);
        let signature = unifier.instantiate(&Signature::parse(signature).expect(signature));
        for (parameter, argument) in signature.parameters.iter().zip(arguments) {
            let argument = Type::parse(argument).expect(argument);
            unifier.unify(parameter, &argument).ok()?;
        }
        Some(unifier.resolve(&signature.result).to_string())
    }

    const FILTER: &str = "(container: Container@c[a], condition: (a) -> Boolean) -> Container@c[a]";

    #[test]
    fn results_follow_the_arguments() {
        let strict = |signature, arguments: &[&str]| apply(signature, arguments, Mode::Strict);
        let upscale = "(element: Element@e, factor: Integer) -> Element@e";
        assert_eq!(strict(upscale, &["Grid", "Integer"]).as_deref(), Some("Grid"));
        assert_eq!(strict(upscale, &["Object", "Integer"]).as_deref(), Some("Object"));
        assert_eq!(strict(upscale, &["Indices", "Integer"]), None);
        assert_eq!(strict(FILTER, &["Objects", "(Object) -> Boolean"]).as_deref(), Some("Objects"));
        assert_eq!(strict(FILTER, &["Objects", "(Grid) -> Boolean"]), None);
    }

    #[test]
    fn grids_and_pairs_are_containers_of_their_parts() {
        let first = "(container: Container[a]) -> a";
        let of = |argument| apply(first, &[argument], Mode::Strict);
        assert_eq!(of("Grid").as_deref(), Some("Tuple[Integer]"));
        assert_eq!(of("IntegerTuple").as_deref(), Some("Integer"));
        assert_eq!(of("Integer"), None);
    }

    #[test]
    fn truth_values_are_integers_for_programs_from_elsewhere_only() {
        let add = "(a: Numerical, b: Numerical) -> Numerical";
        let arguments = ["Boolean", "Integer"];
        assert!(apply(add, &arguments, Mode::Lenient).is_some());
        assert!(apply(add, &arguments, Mode::Strict).is_none());
    }

    #[test]
    fn a_type_does_not_contain_itself() {
        let mut unifier = Unifier::new(Mode::Lenient);
        let a = unifier.fresh(Bound::ANY);
        assert!(unifier.unify(&a, &Type::set(a.clone())).is_err());
    }
}
