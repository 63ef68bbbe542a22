//! Batches: many programs merged into one graph, equal sub-expressions shared and evaluated once a sample.
//!
//! A program's result, error and fuel are what they would be if it ran alone: what it shares with others is charged to
//! each of them.

use smallvec::SmallVec;

use crate::error::{EvalError, Fault, Result};
use crate::machine::{Limits, Machine};
use crate::program::{Builder, Node, NodeId, Operation, Program};
use crate::value::Value;

/// How many bytes of shared values a workspace keeps before it forgets them all.
const RESIDENT_BYTES: u64 = 256 << 20;

/// Many programs as one graph.
pub struct Batch {
    nodes: Vec<Node>,
    programs: Vec<Steps>,
    /// Whether each node's value depends on the input grid.
    reads_input: Vec<bool>,
}

/// A program within a batch.
struct Steps {
    /// The program's nodes in canonical order, the result last.
    nodes: Box<[NodeId]>,
    /// The nodes that no later program of the batch uses.
    last_used: Box<[NodeId]>,
}

/// What programs are given on a sample.
pub struct Inputs {
    /// The input grid, `I`.
    pub input: Value,
    /// The demo pairs, `S`.
    pub samples: Value,
    /// The grid to compare with, `C`, which solvers do not get.
    pub candidate: Option<Value>,
}

/// What a program gave on a sample, and what it used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The value, or why there is none.
    pub result: Result<Value>,
    /// What the program used, shared steps included.
    pub used: Limits,
}

impl Batch {
    /// Merges programs.
    pub fn new<'p>(programs: impl IntoIterator<Item = &'p Program>) -> Batch {
        let mut builder = Builder::new();
        let nodes: Vec<Vec<NodeId>> = programs.into_iter().map(|program| builder.add_program(program)).collect();
        let mut seen = vec![false; builder.nodes().len()];
        let mut steps: Vec<Steps> = nodes
            .into_iter()
            .rev()
            .map(|nodes| {
                let is_last = |id: &&NodeId| !std::mem::replace(&mut seen[id.index()], true);
                let last_used = nodes.iter().filter(is_last).copied().collect();
                Steps { nodes: nodes.into_boxed_slice(), last_used }
            })
            .collect();
        steps.reverse();
        let nodes = builder.into_nodes();
        let mut reads_input: Vec<bool> = Vec::with_capacity(nodes.len());
        for node in &nodes {
            let reads = node.operation == Operation::Input || node.arguments.iter().any(|id| reads_input[id.index()]);
            reads_input.push(reads);
        }
        Batch { nodes, programs: steps, reads_input }
    }

    /// The number of programs.
    pub fn len(&self) -> usize {
        self.programs.len()
    }

    /// Whether the batch has no programs.
    pub fn is_empty(&self) -> bool {
        self.programs.is_empty()
    }

    /// The number of distinct nodes.
    pub fn nodes(&self) -> usize {
        self.nodes.len()
    }

    /// The number of nodes that the programs have, each counted for itself.
    pub fn unshared_nodes(&self) -> usize {
        self.programs.iter().map(|steps| steps.nodes.len()).sum()
    }
}

/// What is known of a node on the sample at hand.
enum Slot {
    Vacant,
    Known(Value, Limits),
    Failed(EvalError, Limits),
}

/// The values of a batch's nodes on one sample; reused from sample to sample.
pub struct Workspace<'b> {
    batch: &'b Batch,
    limits: Limits,
    slots: Vec<Slot>,
    resident: u64,
}

impl<'b> Workspace<'b> {
    /// A workspace for a batch, in which each program may use the given fuel and memory.
    pub fn new(batch: &'b Batch, limits: Limits) -> Workspace<'b> {
        let mut slots = Vec::new();
        slots.resize_with(batch.nodes.len(), || Slot::Vacant);
        Workspace { batch, limits, slots, resident: 0 }
    }

    /// Evaluates some of the batch's programs on one sample, in order, and forgets the sample.
    pub fn run(
        &mut self,
        programs: impl IntoIterator<Item = usize>,
        inputs: &Inputs,
        mut each: impl FnMut(usize, Evaluation),
    ) {
        let batch = self.batch;
        let mut touched: SmallVec<[usize; 64]> = SmallVec::new();
        for program in programs {
            let evaluation = self.program(program, inputs);
            each(program, evaluation);
            touched.push(program);
            for id in &batch.programs[program].last_used {
                self.slots[id.index()] = Slot::Vacant;
            }
            if self.resident > RESIDENT_BYTES {
                self.forget();
            }
        }
        for program in touched {
            for id in &batch.programs[program].nodes {
                self.slots[id.index()] = Slot::Vacant;
            }
        }
        self.resident = 0;
    }

    /// Evaluates some of the batch's programs, in order, and keeps what does not depend on the input grid.
    ///
    /// What else the inputs have must stay the same from call to call, until [`Workspace::forget`].
    pub fn run_on(
        &mut self,
        programs: impl IntoIterator<Item = usize>,
        inputs: &Inputs,
        mut each: impl FnMut(usize, Evaluation),
    ) {
        for program in programs {
            each(program, self.program(program, inputs));
        }
        for (slot, reads_input) in self.slots.iter_mut().zip(&self.batch.reads_input) {
            if *reads_input {
                *slot = Slot::Vacant;
            }
        }
    }

    /// Forgets all values.
    pub fn forget(&mut self) {
        self.slots.iter_mut().for_each(|slot| *slot = Slot::Vacant);
        self.resident = 0;
    }

    fn program(&mut self, program: usize, inputs: &Inputs) -> Evaluation {
        let batch = self.batch;
        let steps = &batch.programs[program].nodes;
        let mut used = Limits { fuel: 0, memory: 0 };
        for id in steps {
            if let Err(error) = self.node(*id, inputs, &mut used) {
                return Evaluation { result: Err(error), used };
            }
        }
        let result = steps.last().map(|id| &self.slots[id.index()]);
        Evaluation {
            result: match result {
                Some(Slot::Known(value, _)) => Ok(value.clone()),
                _ => Err(Fault::Undefined("the program is empty").into()),
            },
            used,
        }
    }

    /// Makes a node's value known, evaluating it if it is not, and charges it.
    fn node(&mut self, id: NodeId, inputs: &Inputs, used: &mut Limits) -> Result<()> {
        let left = Limits { fuel: self.limits.fuel - used.fuel, memory: self.limits.memory - used.memory };
        if matches!(self.slots[id.index()], Slot::Vacant) {
            let mut machine = Machine::new(left);
            let result = self.evaluate(&self.batch.nodes[id.index()], inputs, &mut machine);
            let cost = machine.used();
            self.slots[id.index()] = match result {
                Ok(value) => {
                    self.resident += cost.memory;
                    Slot::Known(value, cost)
                }
                // Another program may have more left for this node.
                Err(error) if matches!(error.fault(), Fault::Fuel | Fault::Memory) => {
                    *used = self.limits;
                    return Err(error);
                }
                Err(error) => Slot::Failed(error, cost),
            };
        }
        let (Slot::Known(_, cost) | Slot::Failed(_, cost)) = &self.slots[id.index()] else {
            return Ok(());
        };
        if cost.fuel > left.fuel || cost.memory > left.memory {
            let fault = if cost.fuel > left.fuel { Fault::Fuel } else { Fault::Memory };
            *used = self.limits;
            return Err(self.locate(fault, id));
        }
        used.fuel += cost.fuel;
        used.memory += cost.memory;
        match &self.slots[id.index()] {
            Slot::Failed(error, _) => Err(error.clone()),
            _ => Ok(()),
        }
    }

    /// The error of a fault at a node, as the machine would name it.
    fn locate(&self, fault: Fault, id: NodeId) -> EvalError {
        let error = EvalError::from(fault);
        match self.batch.nodes[id.index()].operation {
            Operation::Call(primitive) => error.within(primitive.name()),
            _ => error,
        }
    }

    fn evaluate(&self, node: &Node, inputs: &Inputs, machine: &mut Machine) -> Result<Value> {
        let argument = |id: &NodeId| match &self.slots[id.index()] {
            Slot::Known(value, _) => Ok(value),
            _ => Err(EvalError::from(Fault::Undefined("an argument is missing"))),
        };
        match &node.operation {
            Operation::Input => Ok(inputs.input.clone()),
            Operation::Samples => Ok(inputs.samples.clone()),
            Operation::Candidate => inputs
                .candidate
                .clone()
                .ok_or_else(|| Fault::Undefined("C is known to difference measures only").into()),
            Operation::Constant(value) => Ok(value.clone()),
            Operation::Call(primitive) => {
                let arguments: Result<SmallVec<[&Value; 4]>> = node.arguments.iter().map(argument).collect();
                machine.call(*primitive, &arguments?)
            }
            Operation::Apply => {
                let arguments: Result<SmallVec<[&Value; 4]>> = node.arguments.iter().map(argument).collect();
                match arguments?.split_first() {
                    Some((function, arguments)) => machine.apply(function, arguments),
                    None => Err(Fault::Undefined("a call without a function").into()),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program(text: &str) -> Program {
        Program::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn inputs() -> Inputs {
        Inputs { input: Value::Integer(7), samples: Value::empty_tuple(), candidate: None }
    }

    fn run(batch: &Batch, limits: Limits, programs: &[usize]) -> Vec<Evaluation> {
        let mut evaluations = Vec::new();
        Workspace::new(batch, limits).run(programs.iter().copied(), &inputs(), |_, evaluation| {
            evaluations.push(evaluation);
        });
        evaluations
    }

    #[test]
    fn shared_steps_are_one_node() {
        let batch = Batch::new(&[program("add(add(I, ONE), TWO)"), program("add(add(I, ONE), I)")]);
        assert_eq!((batch.len(), batch.nodes(), batch.unshared_nodes()), (2, 6, 9));
    }

    #[test]
    fn a_program_gives_in_a_batch_what_it_gives_alone() {
        let texts = [
            "add(add(I, ONE), TWO)",
            "divide(add(I, ONE), ZERO)",
            "add(divide(add(I, ONE), ZERO), I)",
            "add(add(I, ONE), I)",
            "I",
        ];
        let programs = texts.map(program);
        let batch = Batch::new(&programs);
        for fuel in (0..200).step_by(10) {
            let limits = Limits { fuel, ..Limits::default() };
            let together = run(&batch, limits, &[0, 1, 2, 3, 4]);
            for (program, together) in programs.iter().zip(together) {
                let alone = run(&Batch::new([program]), limits, &[0]);
                assert_eq!(alone, [together], "fuel {fuel}");
            }
        }
    }

    #[test]
    fn any_subset_of_programs_can_run() {
        let batch = Batch::new(&[program("add(I, ONE)"), program("add(I, TWO)"), program("I")]);
        let mut workspace = Workspace::new(&batch, Limits::default());
        for _ in 0..2 {
            let mut values = Vec::new();
            workspace.run([2, 0], &inputs(), |index, evaluation| {
                values.push((index, evaluation.result));
            });
            assert_eq!(values, [(2, Ok(Value::Integer(7))), (0, Ok(Value::Integer(8)))]);
        }
    }

    #[test]
    fn solvers_do_not_see_the_candidate() {
        let batch = Batch::new(&[program("C")]);
        assert!(run(&batch, Limits::default(), &[0])[0].result.is_err());
    }
}
