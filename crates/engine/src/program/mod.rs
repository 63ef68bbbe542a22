//! Programs: typed expressions over the primitives, as graphs in which equal sub-expressions are one node.
//!
//! ```
//! use arcsynth_engine::program::Program;
//!
//! let program = Program::parse("def solve(I):\n    x1 = hmirror(I)\n    return vconcat(I, x1)")?;
//! assert_eq!(program.nested().as_deref(), Some("vconcat(I, hmirror(I))"));
//! # Ok::<(), arcsynth_engine::program::ParseError>(())
//! ```

mod error;
mod file;
mod lex;
mod parse;
mod print;
mod typing;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use crate::primitives::PrimitiveId;
use crate::value::Value;

pub use error::ParseError;
pub use file::{parse_file, Definition};
pub use typing::TypeMismatch;

/// The largest number of nodes of a program.
pub const MAX_NODES: usize = 10_000;

/// A node's number within its program or batch; arguments have lower numbers than the nodes that use them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The number as an index.
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a node computes.
#[derive(Clone, Debug)]
pub enum Operation {
    /// The input grid, `I`.
    Input,
    /// The demo pairs, `S`: a tuple of (input, output) tuples.
    Samples,
    /// The grid that a difference measure compares with the input, `C`.
    Candidate,
    /// A constant: a truth value, a number, a tuple of constants, a primitive as a value.
    Constant(Value),
    /// A primitive applied to the arguments.
    Call(PrimitiveId),
    /// The first argument, a function, applied to the others.
    Apply,
}

impl PartialEq for Operation {
    /// Unlike as values, `True` and `1` are different operations: they have different types and texts.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Operation::Constant(a), Operation::Constant(b)) => a.kind() == b.kind() && a == b,
            (Operation::Call(a), Operation::Call(b)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

impl Eq for Operation {}

impl std::hash::Hash for Operation {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Operation::Constant(value) => value.hash(state),
            Operation::Call(primitive) => primitive.hash(state),
            _ => {}
        }
    }
}

/// A step of a program: an operation on the values of other nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// What the node computes.
    pub operation: Operation,
    /// The nodes whose values it takes, in order.
    pub arguments: SmallVec<[NodeId; 4]>,
}

impl Node {
    /// A node without arguments.
    pub fn leaf(operation: Operation) -> Node {
        Node { operation, arguments: SmallVec::new() }
    }

    /// A constant.
    pub fn constant(value: Value) -> Node {
        Node::leaf(Operation::Constant(value))
    }

    /// A primitive applied to arguments.
    pub fn call(primitive: PrimitiveId, arguments: &[NodeId]) -> Node {
        Node { operation: Operation::Call(primitive), arguments: SmallVec::from_slice(arguments) }
    }
}

/// A program in canonical form.
///
/// Its nodes stand in the order in which a walk from the result through the arguments, left to right, finishes them;
/// nothing is unused and no two nodes are equal. Programs with the same nested expression are therefore the same nodes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Program {
    nodes: Vec<Node>,
}

impl Program {
    /// Reads one program: a function definition, or a bare expression over `I`.
    ///
    /// Fails with the place, what was found and what was expected.
    pub fn parse(text: &str) -> Result<Program, ParseError> {
        file::parse_one(text)
    }

    /// The nodes in canonical order; the last one is the result.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The node of the result.
    pub fn result(&self) -> NodeId {
        NodeId(self.nodes.len() as u32 - 1)
    }

    /// The number of calls: nodes other than inputs and constants.
    pub fn size(&self) -> usize {
        self.nodes.iter().filter(|node| !node.arguments.is_empty()).count()
    }

    /// Whether some node reads the demo pairs.
    pub fn uses_samples(&self) -> bool {
        self.nodes.iter().any(|node| node.operation == Operation::Samples)
    }

    /// Whether some node reads the grid to compare with, as difference measures do.
    pub fn uses_candidate(&self) -> bool {
        self.nodes.iter().any(|node| node.operation == Operation::Candidate)
    }
}

/// A growing graph of nodes in which equal nodes are one.
#[derive(Default)]
pub struct Builder {
    nodes: Vec<Node>,
    known: FxHashMap<Node, NodeId>,
}

impl Builder {
    /// An empty graph.
    pub fn new() -> Builder {
        Builder::default()
    }

    /// The number of a node, new or known.
    pub fn add(&mut self, node: Node) -> NodeId {
        debug_assert!(node.arguments.iter().all(|id| id.index() < self.nodes.len()));
        if let Some(&id) = self.known.get(&node) {
            return id;
        }
        let id = NodeId(self.nodes.len() as u32);
        self.nodes.push(node.clone());
        self.known.insert(node, id);
        id
    }

    /// Adds all nodes of a program and gives their numbers, the result's last.
    pub fn add_program(&mut self, program: &Program) -> Vec<NodeId> {
        let mut numbers: Vec<NodeId> = Vec::with_capacity(program.nodes.len());
        for node in &program.nodes {
            let arguments = node.arguments.iter().map(|id| numbers[id.index()]).collect();
            let operation = node.operation.clone();
            numbers.push(self.add(Node { operation, arguments }));
        }
        numbers
    }

    /// The nodes so far.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The program that computes a node, in canonical form.
    pub fn program(&self, result: NodeId) -> Program {
        let mut numbers: FxHashMap<NodeId, NodeId> = FxHashMap::default();
        let mut nodes: Vec<Node> = Vec::new();
        // Each entry is a node and how many of its arguments have been visited.
        let mut stack = vec![(result, 0)];
        while let Some((id, visited)) = stack.pop() {
            if numbers.contains_key(&id) {
                continue;
            }
            let node = &self.nodes[id.index()];
            if let Some(&argument) = node.arguments.get(visited) {
                stack.push((id, visited + 1));
                stack.push((argument, 0));
                continue;
            }
            numbers.insert(id, NodeId(nodes.len() as u32));
            nodes.push(Node {
                operation: node.operation.clone(),
                arguments: node.arguments.iter().map(|id| numbers[id]).collect(),
            });
        }
        Program { nodes }
    }

    /// The nodes in which a program's own steps occur, in canonical order.
    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }
}
