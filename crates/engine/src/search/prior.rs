//! What steps cost: the description length of programs in bits.
//!
//! A step costs the negative logarithm of how often its primitive occurs in programs for training tasks (never for
//! evaluation tasks), a leaf what it takes to name it among the others.

use std::sync::LazyLock;

use crate::primitives::{self, Origin, PrimitiveId};
use crate::program::{Operation, Program};
use crate::value::Value;

/// In how many of 400 programs for ARC-AGI-1's training tasks each primitive occurs.
#[rustfmt::skip]
const USES: &[(&str, u32)] = &[
    ("objects", 217), ("fill", 166), ("mapply", 139), ("compose", 131), ("ofcolor", 124),
    ("rbind", 123), ("apply", 118), ("fork", 114), ("paint", 112), ("lbind", 108), ("shift", 103),
    ("first", 102), ("size", 90), ("astuple", 82), ("sfilter", 75), ("chain", 70), ("merge", 69),
    ("color", 63), ("argmax", 60), ("colorfilter", 59), ("subgrid", 59), ("last", 58),
    ("difference", 56), ("canvas", 55), ("replace", 54), ("recolor", 51), ("ulcorner", 50),
    ("combine", 48), ("identity", 48), ("matcher", 48), ("branch", 47), ("subtract", 45),
    ("width", 45), ("vmirror", 42), ("leastcolor", 39), ("multiply", 39), ("height", 37),
    ("add", 35), ("equality", 35), ("hmirror", 35), ("normalize", 35), ("center", 34),
    ("mfilter", 34), ("shoot", 34), ("vconcat", 34), ("decrement", 33), ("dmirror", 33),
    ("initset", 33), ("interval", 32), ("connect", 31), ("remove", 31), ("toindices", 31),
    ("underfill", 30), ("argmin", 29), ("intersection", 29), ("crop", 28), ("palette", 28),
    ("sizefilter", 28), ("upscale", 28), ("hconcat", 27), ("shape", 26), ("extract", 25),
    ("greater", 25), ("order", 24), ("cover", 23), ("flip", 23), ("mostcolor", 23),
    ("tojvec", 23), ("asobject", 22), ("colorcount", 22), ("numcolors", 22), ("toobject", 22),
    ("contained", 21), ("asindices", 20), ("neighbors", 20), ("outbox", 20), ("rot90", 20),
    ("product", 19), ("toivec", 19), ("vfrontier", 18), ("hfrontier", 17), ("insert", 17),
    ("invert", 17), ("power", 17), ("tophalf", 17), ("uppermost", 17), ("vline", 17),
    ("backdrop", 16), ("fgpartition", 16), ("hline", 16), ("other", 16), ("pair", 16),
    ("box", 15), ("dneighbors", 15), ("increment", 15), ("lefthalf", 15), ("urcorner", 15),
    ("bottomhalf", 14), ("double", 14), ("leftmost", 14), ("lrcorner", 14), ("occurrences", 14),
    ("rot270", 14), ("delta", 13), ("either", 13), ("hsplit", 13), ("index", 12), ("papply", 12),
    ("portrait", 12), ("prapply", 12), ("cmirror", 11), ("inbox", 11), ("righthalf", 11),
    ("rot180", 11), ("bordering", 10), ("gravitate", 10), ("manhattan", 10), ("maximum", 10),
    ("move", 10), ("partition", 10), ("totuple", 10), ("adjacent", 9), ("both", 9),
    ("corners", 9), ("downscale", 9), ("even", 9), ("halve", 9), ("llcorner", 9), ("vsplit", 9),
    ("positive", 8), ("repeat", 8), ("switch", 8), ("valmax", 8), ("dedupe", 7), ("divide", 7),
    ("hperiod", 7), ("mpapply", 7), ("position", 7), ("trim", 7), ("vmatching", 7),
    ("compress", 6), ("crement", 6), ("hupscale", 6), ("rapply", 6), ("vperiod", 6),
    ("cellwise", 5), ("ineighbors", 5), ("lowermost", 5), ("minimum", 5), ("square", 5),
    ("vupscale", 5), ("frontiers", 4), ("hmatching", 4), ("rightmost", 4), ("valmin", 4),
    ("centerofmass", 3), ("leastcommon", 3), ("mostcommon", 3), ("sign", 3), ("underpaint", 3),
];

/// What is assumed of each primitive of the project's own: what `benchmarks/prior.py` counts instead, in right programs
/// for training tasks, did not make for more of them (docs/search.md).
const ASSUMED_USES: u32 = 24;

static COSTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let uses = |id: PrimitiveId| {
        let known = USES.iter().find(|(name, _)| *name == id.name());
        let unknown = if id.entry().origin == Origin::Own { ASSUMED_USES } else { 0 };
        f64::from(known.map_or(unknown, |entry| entry.1)) + 1.0
    };
    let interface = primitives::all().filter(|id| id.entry().origin == Origin::Interface);
    let total: f64 = interface.map(uses).sum();
    primitives::all().map(|id| (total / uses(id)).log2().round().max(1.0) as u32).collect()
});

/// The cost of applying a primitive, in bits.
pub fn primitive_cost(primitive: PrimitiveId) -> u32 {
    COSTS[primitive.index()]
}

/// The cost of naming a leaf or of a call through a variable, in bits.
pub fn operation_cost(operation: &Operation) -> u32 {
    match operation {
        Operation::Input => 1,
        Operation::Samples | Operation::Candidate => 4,
        Operation::Constant(Value::Boolean(_)) => 1,
        Operation::Constant(Value::Integer(0..=9)) => 4,
        Operation::Constant(Value::Function(crate::function::Function::Primitive(id))) => primitive_cost(*id),
        Operation::Constant(Value::Grid(grid)) => 4 + 2 * grid.cells().len() as u32,
        Operation::Constant(Value::Tuple(items)) => 4 + 2 * items.len() as u32,
        Operation::Constant(_) => 5,
        Operation::Call(primitive) => primitive_cost(*primitive),
        Operation::Apply => 4,
    }
}

impl Program {
    /// The description length in bits: every step is paid once, a later use of it like the input.
    pub fn cost(&self) -> u32 {
        let steps: u32 = self.nodes().iter().map(|node| operation_cost(&node.operation)).sum();
        let uses: usize = self.nodes().iter().map(|node| node.arguments.len()).sum();
        // Each node but the result is used once at no further cost.
        steps + (uses + 1).saturating_sub(self.nodes().len()) as u32
    }
}
