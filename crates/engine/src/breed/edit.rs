//! The changes that make a child of a parent. Each may give an ill-typed program; the caller checks.

use smallvec::SmallVec;

use super::computed;
use crate::constants;
use crate::function::Function;
use crate::primitives::{self, Origin, PrimitiveId};
use crate::program::{Builder, Node, NodeId, Operation, Program};
use crate::random::Random;
use crate::types::Type;
use crate::value::Value;

/// Sub-expressions of all parents by their types, from which new steps take their arguments.
pub(super) struct Pool {
    entries: Vec<(Type, Program)>,
}

/// The largest sub-expression that the pool holds, in calls.
const MAX_POOLED: usize = 3;

impl Pool {
    /// The small sub-expressions of typed programs, each once.
    pub fn new<'p>(programs: impl Iterator<Item = (&'p Program, &'p [Type])>) -> Pool {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut entries = Vec::new();
        for (program, types) in programs {
            let (builder, numbers) = copy(program);
            for (id, ty) in numbers.iter().zip(types) {
                let part = builder.program(*id);
                if part.size() <= MAX_POOLED && seen.insert(part.clone()) {
                    entries.push((ty.clone(), part));
                }
            }
        }
        Pool { entries }
    }

    /// A sub-expression of a type.
    fn draw(&self, ty: &Type, random: &mut Random) -> Option<&Program> {
        let fitting: Vec<&Program> =
            self.entries.iter().filter(|(known, _)| similar(known, ty)).map(|(_, program)| program).collect();
        random.choose(&fitting).copied()
    }
}

/// Whether two types may be the same, judged by their tops.
fn similar(left: &Type, right: &Type) -> bool {
    match (left, right) {
        (Type::Variable(..), _) | (_, Type::Variable(..)) => true,
        (Type::Sequence(a, left), Type::Sequence(b, right)) => a == b && similar(left, right),
        (Type::Function(left, _), Type::Function(right, _)) => left.len() == right.len(),
        (left, right) => left == right,
    }
}

fn copy(program: &Program) -> (Builder, Vec<NodeId>) {
    let mut builder = Builder::new();
    let numbers = builder.add_program(program);
    (builder, numbers)
}

/// The program with one node exchanged for what `replace` makes of the nodes before it.
///
/// `replace` is given the builder and the new numbers of all nodes before the exchanged one.
fn exchange(
    program: &Program,
    at: usize,
    replace: impl FnOnce(&mut Builder, &[NodeId]) -> Option<NodeId>,
) -> Option<Program> {
    let mut builder = Builder::new();
    let mut numbers: Vec<NodeId> = Vec::with_capacity(program.nodes().len());
    let mut replace = Some(replace);
    for (index, node) in program.nodes().iter().enumerate() {
        let number = match replace.take_if(|_| index == at) {
            Some(replace) => replace(&mut builder, &numbers)?,
            None => {
                let renumber = |id: &NodeId| numbers[id.index()];
                builder.add(Node {
                    operation: node.operation.clone(),
                    arguments: node.arguments.iter().map(renumber).collect(),
                })
            }
        };
        numbers.push(number);
    }
    numbers.last().map(|&result| builder.program(result))
}

/// The primitives that breeding puts in: the interface's, since many of the project's own are searches in themselves,
/// which would cost a brood more than they bring.
fn usable() -> impl Iterator<Item = PrimitiveId> {
    primitives::all().filter(|id| id.entry().origin == Origin::Interface)
}

/// The indices of the nodes that fulfil a condition.
fn indices(program: &Program, condition: impl Fn(&Node) -> bool) -> Vec<usize> {
    let nodes = program.nodes().iter().enumerate();
    nodes.filter(|(_, node)| condition(node)).map(|(index, _)| index).collect()
}

/// Exchanges a constant for another of its kind: truth value, colour or small integer, pair, function.
pub(super) fn constant(program: &Program, types: &[Type], random: &mut Random) -> Option<Program> {
    let is_constant = |node: &Node| matches!(node.operation, Operation::Constant(_));
    let at = *random.choose(&indices(program, is_constant))?;
    let Operation::Constant(old) = &program.nodes()[at].operation else {
        return None;
    };
    let new = match old {
        Value::Boolean(truth) => Value::Boolean(!truth),
        Value::Function(Function::Primitive(_)) => {
            let Type::Function(parameters, _) = &types[at] else {
                return None;
            };
            let arity = parameters.len();
            let others: Vec<PrimitiveId> = usable().filter(|id| id.arity() == arity).collect();
            Value::Function(Function::Primitive(*random.choose(&others)?))
        }
        _ => {
            let same_kind: Vec<Value> = constants::all()
                .map(|(_, value)| value)
                .filter(|value| value.kind() == old.kind() && value != old)
                .collect();
            random.choose(&same_kind)?.clone()
        }
    };
    exchange(program, at, |builder, _| Some(builder.add(Node::constant(new))))
}

/// The primitives that turn or reflect a grid.
const TURNS: [&str; 7] = ["rot90", "rot180", "rot270", "hmirror", "vmirror", "dmirror", "cmirror"];

/// Exchanges a constant for a value computed from the demo pairs or the input, or a turn for the one that they show.
pub(super) fn compute(program: &Program, types: &[Type], random: &mut Random) -> Option<Program> {
    let is_number = |value: &Value| matches!(value, Value::Integer(_) | Value::Pair(..));
    let at = *random.choose(&indices(program, |node| match &node.operation {
        Operation::Constant(value) => is_number(value),
        Operation::Call(primitive) => TURNS.contains(&primitive.name()),
        _ => false,
    }))?;
    let node = &program.nodes()[at];
    let is_call = !node.arguments.is_empty();
    let fits = |ty: &Type| if is_call { matches!(ty, Type::Function(..)) } else { *ty == types[at] };
    let fitting: Vec<&Program> =
        computed::all().iter().filter(|value| fits(&value.ty)).map(|value| &value.program).collect();
    let value = *random.choose(&fitting)?;
    exchange(program, at, |builder, numbers| {
        let value = builder.add_program(value).last().copied()?;
        if !is_call {
            return Some(value);
        }
        let mut arguments: SmallVec<[NodeId; 4]> = SmallVec::from_slice(&[value]);
        arguments.extend(node.arguments.iter().map(|id| numbers[id.index()]));
        Some(builder.add(Node { operation: Operation::Apply, arguments }))
    })
}

/// Exchanges a primitive for another with as many parameters.
pub(super) fn primitive(program: &Program, random: &mut Random) -> Option<Program> {
    let is_call = |node: &Node| matches!(node.operation, Operation::Call(_));
    let at = *random.choose(&indices(program, is_call))?;
    let Operation::Call(old) = program.nodes()[at].operation else {
        return None;
    };
    let fits = |id: &PrimitiveId| *id != old && id.arity() == old.arity() && similar(id.result(), old.result());
    let others: Vec<PrimitiveId> = usable().filter(fits).collect();
    let new = *random.choose(&others)?;
    let arguments = program.nodes()[at].arguments.clone();
    exchange(program, at, |builder, numbers| {
        let arguments: SmallVec<[NodeId; 4]> = arguments.iter().map(|id| numbers[id.index()]).collect();
        Some(builder.add(Node::call(new, &arguments)))
    })
}

/// Rewires an argument to another value of a similar type.
pub(super) fn rewire(program: &Program, types: &[Type], random: &mut Random) -> Option<Program> {
    let at = *random.choose(&indices(program, |node| !node.arguments.is_empty()))?;
    let node = &program.nodes()[at];
    let place = random.below(node.arguments.len());
    let old = node.arguments[place];
    let others: Vec<usize> =
        (0..at).filter(|&index| index != old.index() && similar(&types[index], &types[old.index()])).collect();
    let new = *random.choose(&others)?;
    let mut arguments = node.arguments.clone();
    arguments[place] = NodeId(new as u32);
    exchange(program, at, |builder, numbers| {
        Some(builder.add(Node {
            operation: node.operation.clone(),
            arguments: arguments.iter().map(|id| numbers[id.index()]).collect(),
        }))
    })
}

/// Grafts a sub-expression of a donor in the place of one of a similar type.
pub(super) fn crossover(
    (program, types): (&Program, &[Type]),
    (donor, donor_types): (&Program, &[Type]),
    random: &mut Random,
) -> Option<Program> {
    let at = random.below(program.nodes().len());
    let fitting: Vec<usize> =
        (0..donor.nodes().len()).filter(|&index| similar(&donor_types[index], &types[at])).collect();
    let part = *random.choose(&fitting)?;
    exchange(program, at, |builder, _| builder.add_program(donor).get(part).copied())
}

/// Puts a step behind a node: a primitive that takes its value and gives a similar type.
pub(super) fn insert(program: &Program, types: &[Type], pool: &Pool, random: &mut Random) -> Option<Program> {
    let at = random.below(program.nodes().len());
    let ty = &types[at];
    let fits = |id: &PrimitiveId| {
        let signature = &id.entry().signature;
        similar(&signature.result, ty) && signature.parameters.iter().any(|p| similar(p, ty))
    };
    let steps: Vec<PrimitiveId> = usable().filter(fits).collect();
    let step = *random.choose(&steps)?;
    let parameters = &step.entry().signature.parameters;
    let places: Vec<usize> = (0..parameters.len()).filter(|&place| similar(&parameters[place], ty)).collect();
    let place = *random.choose(&places)?;
    let node = &program.nodes()[at];
    exchange(program, at, |builder, numbers| {
        let value = builder.add(Node {
            operation: node.operation.clone(),
            arguments: node.arguments.iter().map(|id| numbers[id.index()]).collect(),
        });
        let mut arguments: SmallVec<[NodeId; 4]> = SmallVec::new();
        for (index, parameter) in parameters.iter().enumerate() {
            let argument =
                if index == place { value } else { *builder.add_program(pool.draw(parameter, random)?).last()? };
            arguments.push(argument);
        }
        Some(builder.add(Node::call(step, &arguments)))
    })
}

/// Removes a step: one of its arguments of a similar type takes its place.
pub(super) fn remove(program: &Program, types: &[Type], random: &mut Random) -> Option<Program> {
    let at = *random.choose(&indices(program, |node| !node.arguments.is_empty()))?;
    let fitting: Vec<NodeId> =
        program.nodes()[at].arguments.iter().filter(|id| similar(&types[id.index()], &types[at])).copied().collect();
    let argument = *random.choose(&fitting)?;
    exchange(program, at, |_, numbers| Some(numbers[argument.index()]))
}
