//! The types of a program's steps.

use thiserror::Error;

use super::{Node, NodeId, Operation, Program};
use crate::function::Function;
use crate::types::{Bound, Mismatch, Mode, Type, Unifier};
use crate::value::Value;

/// A step whose arguments do not have the types that it takes.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{step}` takes other arguments: {mismatch}")]
pub struct TypeMismatch {
    /// The node.
    pub node: NodeId,
    /// The primitive's name, or what else the step is.
    pub step: &'static str,
    /// The types that differ.
    pub mismatch: Mismatch,
}

impl Program {
    /// The type of every node, as far as it is known; the last is the result's.
    ///
    /// In lenient mode a step whose arguments do not fit has the type that its primitive gives for any; in strict mode
    /// it is an error. A program is expected to give a grid, a difference measure (one that uses `C`) an integer.
    pub fn types(&self, mode: Mode) -> Result<Vec<Type>, TypeMismatch> {
        let mut checker =
            Checker { nodes: &self.nodes, unifier: Unifier::new(mode), types: Vec::with_capacity(self.nodes.len()) };
        for (index, node) in self.nodes.iter().enumerate() {
            let ty = checker.node(node).or_else(|(step, mismatch)| match mode {
                Mode::Lenient => Ok(checker.unifier.fresh(Bound::ANY)),
                Mode::Strict => Err(TypeMismatch { node: NodeId(index as u32), step, mismatch }),
            })?;
            checker.types.push(ty);
        }
        let goal = if self.uses_candidate() { Type::Integer } else { Type::Grid };
        let result = self.result();
        if let Err(mismatch) = checker.unifier.unify(&checker.types[result.index()], &goal) {
            if mode == Mode::Strict {
                return Err(TypeMismatch { node: result, step: "the result", mismatch });
            }
        }
        Ok(checker.types.iter().map(|ty| checker.unifier.resolve(ty)).collect())
    }
}

struct Checker<'p> {
    nodes: &'p [Node],
    unifier: Unifier,
    types: Vec<Type>,
}

impl Checker<'_> {
    /// The type of a node whose arguments' types are known.
    fn node(&mut self, node: &Node) -> Result<Type, (&'static str, Mismatch)> {
        match &node.operation {
            Operation::Input | Operation::Candidate => Ok(Type::Grid),
            Operation::Samples => Ok(Type::tuple(Type::tuple(Type::Grid))),
            Operation::Constant(value) => Ok(self.constant(value)),
            Operation::Call(primitive) => {
                let entry = primitive.entry();
                let signature = self.unifier.instantiate(&entry.signature);
                for (parameter, argument) in signature.parameters.iter().zip(&node.arguments) {
                    self.argument(parameter, *argument).map_err(|mismatch| (entry.name, mismatch))?;
                }
                self.unifier.join(&signature);
                Ok(signature.result)
            }
            Operation::Apply => {
                let (callee, arguments) = node.arguments.split_first().expect("an application has a callee");
                let parameters = arguments.iter().map(|argument| self.types[argument.index()].clone()).collect();
                let result = self.unifier.fresh(Bound::ANY);
                let function = Type::Function(parameters, Box::new(result.clone()));
                self.argument(&function, *callee).map_err(|mismatch| ("an application", mismatch))?;
                Ok(result)
            }
        }
    }

    fn argument(&mut self, parameter: &Type, argument: NodeId) -> Result<(), Mismatch> {
        let ty = match &self.nodes[argument.index()].operation {
            // Each use of a primitive as a value may have types of its own.
            Operation::Constant(value) => self.constant(value),
            _ => self.types[argument.index()].clone(),
        };
        self.unifier.unify(parameter, &ty)
    }

    fn constant(&mut self, value: &Value) -> Type {
        match value {
            Value::Boolean(_) => Type::Boolean,
            Value::Integer(_) => Type::Integer,
            Value::Pair(..) => Type::Pair,
            Value::Cell(_) => Type::Cell,
            Value::Grid(_) => Type::Grid,
            Value::Indices(_) => Type::indices(),
            Value::Object(_) => Type::object(),
            Value::Function(Function::Primitive(id)) => {
                let signature = self.unifier.instantiate(&id.entry().signature);
                Type::Function(signature.parameters, Box::new(signature.result))
            }
            Value::Tuple(items) => {
                let element = self.unifier.fresh(Bound::ANY);
                for item in items.iter() {
                    let ty = self.constant(item);
                    // A tuple of mixed elements keeps what the first ones say.
                    let _ = self.unifier.unify(&element, &ty);
                }
                Type::tuple(element)
            }
            Value::None | Value::Set(_) | Value::Function(Function::Closure(_)) => self.unifier.fresh(Bound::ANY),
        }
    }
}
