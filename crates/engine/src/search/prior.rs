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

/// In how many of the right programs that `solve` found for ARC-AGI-1's training tasks each primitive of the project's
/// own occurs, as `benchmarks/prior.py` prints it: the best right program of each task, 281 in all.
#[rustfmt::skip]
const OWN_USES: &[(&str, u32)] = &[
    ("overlay", 36), ("choose", 34), ("tint", 29), ("panes", 24), ("smear", 14),
    ("without", 14), ("stamp", 13), ("holes", 12), ("content", 11), ("translate", 11),
    ("panesummary", 10), ("mend", 9), ("negative", 9), ("outline", 9), ("layers", 8),
    ("lookup", 8), ("mark", 8), ("tally", 8), ("ink", 7), ("mask", 7), ("roles", 7),
    ("steps", 7), ("unroles", 7), ("around", 6), ("boxes", 6), ("evenpanes", 6), ("glaze", 6),
    ("layout", 6), ("link", 6), ("outer", 6), ("retile", 6), ("backdrops", 5), ("cellcount", 5),
    ("inkcolor", 5), ("keepcolor", 5), ("modulo", 5), ("parts", 5), ("ray", 5), ("slab", 5),
    ("spread", 5), ("core", 4), ("coverage", 4), ("denoised", 4), ("duo", 4), ("extremes", 4),
    ("fillin", 4), ("markbox", 4), ("pile", 4), ("ranked", 4), ("stretch", 4), ("atleast", 3),
    ("blots", 3), ("bridge", 3), ("commoncell", 3), ("crosses", 3), ("cutparts", 3),
    ("distance", 3), ("fall", 3), ("flood", 3), ("grounded", 3), ("join", 3), ("joinlike", 3),
    ("margin", 3), ("middles", 3), ("mirrortile", 3), ("pave", 3), ("peers", 3), ("pivot", 3),
    ("reach", 3), ("restore", 3), ("shine", 3), ("thinned", 3), ("tile", 3), ("agree", 2),
    ("bars", 2), ("beside", 2), ("census", 2), ("clearings", 2), ("condensed", 2),
    ("holecount", 2), ("imprint", 2), ("kin", 2), ("place", 2), ("prolong", 2), ("rays", 2),
    ("ricochet", 2), ("selfimages", 2), ("singular", 2), ("stencil", 2), ("summary", 2),
    ("tether", 2), ("tiles", 2), ("unlegend", 2), ("vertices", 2), ("weave", 2), ("bearing", 1),
    ("cavities", 1), ("cavity", 1), ("depth", 1), ("diagonal", 1), ("enclosed", 1),
    ("enclosures", 1), ("figure", 1), ("frametop", 1), ("framewidth", 1), ("gauge", 1),
    ("holders", 1), ("huecount", 1), ("insides", 1), ("kinds", 1), ("level", 1), ("levels", 1),
    ("nested", 1), ("outward", 1), ("placemiddle", 1), ("plant", 1), ("plus", 1), ("pour", 1),
    ("prevalence", 1), ("quarters", 1), ("rarecell", 1), ("rest", 1), ("rolled", 1),
    ("shared", 1), ("shifted", 1), ("smallesttile", 1), ("sortrows", 1), ("spiral", 1),
    ("squares", 1), ("stack", 1), ("streak", 1), ("stripe", 1), ("surroundings", 1),
    ("sweep", 1), ("ungrid", 1), ("uniform", 1), ("weft", 1), ("windows", 1),
];

/// How often the interface's primitives occur in the same programs.
const INTERFACE_USES: u32 = 644;

/// What is assumed of a primitive of the project's own before its uses are counted; the counts weigh as much as this.
const ASSUMED_USES: f64 = 24.0;

static COSTS: LazyLock<Vec<u32>> = LazyLock::new(|| {
    let counted = |table: &[(&str, u32)], id: PrimitiveId| {
        f64::from(table.iter().find(|(name, _)| *name == id.name()).map_or(0, |entry| entry.1))
    };
    // The two tables count different programs; the interface's primitives, which both have, say how they compare.
    let scale = f64::from(USES.iter().map(|entry| entry.1).sum::<u32>()) / f64::from(INTERFACE_USES);
    let uses = |id: PrimitiveId| match id.entry().origin {
        Origin::Own => (scale * counted(OWN_USES, id) + ASSUMED_USES) / 2.0 + 1.0,
        _ => counted(USES, id) + 1.0,
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
