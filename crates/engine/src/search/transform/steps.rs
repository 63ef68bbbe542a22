//! The steps of the walk: short programs on a grid or on a list of grids, each with a price.

use std::sync::LazyLock;

use smallvec::SmallVec;

use super::shared::{Hole, Shared};
use crate::function::Function;
use crate::primitives::PrimitiveId;
use crate::program::{Operation, Program};
use crate::search::catalogue::{self, TypeId};
use crate::search::prior::{operation_cost, primitive_cost};
use crate::search::store::{Added, EntryId, Store};
use crate::types::Type;
use crate::value::Value;

/// What a step works on, or gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A grid.
    Grid,
    /// A list of grids.
    List,
}

/// What stands at the second hole of a step, written `C`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Second {
    /// There is none.
    Nothing,
    /// The predicted size of the outputs.
    Size,
    /// The input.
    Input,
}

/// Steps on a grid `I`, by price.
const ON_GRIDS: &[(u32, &[&str])] = &[
    (2, &["content(I)", "layers(I)", "parts(I, T, T)", "parts(I, F, T)", "compartments(I)"]),
    (
        3,
        &[
            "cutparts(I, T, T)",
            "cutparts(I, F, T)",
            "windows(I, F, T)",
            "windows(I, T, T)",
            "parts(I, T, F)",
            "parts(I, F, F)",
            "cavities(I)",
            "unlegend(I)",
            "vmirror(I)",
            "hmirror(I)",
            "dmirror(I)",
            "rot90(I)",
            "tophalf(I)",
            "lefthalf(I)",
            "bottomhalf(I)",
            "righthalf(I)",
            "holes(I)",
            "overlay(holes(I), I)",
            "spread(I, F)",
            "rim(I, F)",
            "core(I, F)",
            "outline(I, T)",
            "backdrops(I)",
            "negative(I)",
            "commoncell(I)",
            "smear(I, UP)",
            "smear(I, DOWN)",
            "smear(I, LEFT)",
            "smear(I, RIGHT)",
            "fall(I, DOWN)",
            "link(I, RIGHT)",
            "link(I, DOWN)",
            "denoised(I)",
            "argmax(parts(I, T, T), cellcount)",
            "argmin(parts(I, T, T), cellcount)",
        ],
    ),
    (
        4,
        &[
            "cutparts(I, T, F)",
            "cutparts(I, F, F)",
            "windows(I, T, F)",
            "windows(I, F, F)",
            "insides(I)",
            "quarters(I)",
            "hsplit(I, TWO)",
            "vsplit(I, TWO)",
            "vsplit(I, height(I))",
            "hsplit(I, width(I))",
            "cmirror(I)",
            "rot180(I)",
            "rot270(I)",
            "trim(I)",
            "compress(I)",
            "thinned(I)",
            "condensed(I)",
            "condensed(content(I))",
            "condensed(argmax(cutparts(I, F, T), cellcount))",
            "smoothed(I)",
            "bands(I)",
            "unspaced(I)",
            "ungrid(I)",
            "summary(I)",
            "grounded(I)",
            "rarecell(I)",
            "flood(I)",
            "surroundings(I)",
            "rim(I, T)",
            "core(I, T)",
            "outline(I, F)",
            "boxes(I)",
            "overlay(smear(I, LEFT), smear(I, RIGHT))",
            "overlay(smear(I, UP), smear(I, DOWN))",
            "smear(I, UNITY)",
            "smear(I, NEG_UNITY)",
            "smear(I, UP_RIGHT)",
            "smear(I, DOWN_LEFT)",
            "fall(I, UP)",
            "fall(I, LEFT)",
            "fall(I, RIGHT)",
            "sink(I, DOWN)",
            "sink(I, UP)",
            "sink(I, LEFT)",
            "sink(I, RIGHT)",
            "link(I, UNITY)",
            "link(I, UP_RIGHT)",
            "upscale(I, TWO)",
            "upscale(I, THREE)",
            "downscale(I, TWO)",
            "downscale(I, THREE)",
            "hconcat(I, vmirror(I))",
            "vconcat(I, hmirror(I))",
            "hconcat(I, I)",
            "vconcat(I, I)",
            "overlay(I, vmirror(I))",
            "overlay(I, hmirror(I))",
            "overlay(I, rot180(I))",
            "overlay(I, dmirror(I))",
            "outer(I, I)",
            "argmax(parts(I, F, T), cellcount)",
            "argmin(parts(I, F, T), cellcount)",
        ],
    ),
    (
        5,
        &[
            "hsplit(I, THREE)",
            "vsplit(I, THREE)",
            "middles(I)",
            "vertices(I)",
            "crosses(I)",
            "margin(I)",
            "spread(I, T)",
            "hconcat(vmirror(I), I)",
            "vconcat(hmirror(I), I)",
            "overlay(I, cmirror(I))",
            "overlay(link(I, RIGHT), link(I, DOWN))",
            "overlay(link(I, UNITY), link(I, UP_RIGHT))",
            "overlay(overlay(smear(I, LEFT), smear(I, RIGHT)), overlay(smear(I, UP), smear(I, DOWN)))",
            "overlay(overlay(smear(I, UNITY), smear(I, NEG_UNITY)), overlay(smear(I, UP_RIGHT), smear(I, DOWN_LEFT)))",
            "overlay(smear(I, UNITY), smear(I, NEG_UNITY))",
            "overlay(smear(I, UP_RIGHT), smear(I, DOWN_LEFT))",
            "vconcat(hconcat(I, vmirror(I)), hmirror(hconcat(I, vmirror(I))))",
            "vconcat(hconcat(I, rot90(I)), hconcat(rot270(I), rot180(I)))",
            "overlay(overlay(I, vmirror(I)), hmirror(overlay(I, vmirror(I))))",
            "overlay(overlay(I, rot90(I)), rot180(overlay(I, rot90(I))))",
            "shifted(I, UP)",
            "shifted(I, DOWN)",
            "shifted(I, LEFT)",
            "shifted(I, RIGHT)",
            "rolled(I, UP)",
            "rolled(I, DOWN)",
            "rolled(I, LEFT)",
            "rolled(I, RIGHT)",
            "sortrows(I)",
            "sortcolumns(I)",
            "hupscale(I, TWO)",
            "vupscale(I, TWO)",
            "outer(I, negative(I))",
            "outer(negative(I), I)",
            "tintedouter(I, I)",
            "tintedouter(I, negative(I))",
            "upscale(I, huecount(I))",
            "upscale(I, FOUR)",
            "outer(keepcolor(I, mostcolor(I)), I)",
            "outer(keepcolor(I, leastcolor(I)), I)",
            "downscale(I, FOUR)",
            "trim(content(I))",
            "without(outline(I, T), outline(I, F))",
            "without(I, argmax(parts(I, T, T), cellcount))",
            "without(I, argmin(parts(I, T, T), cellcount))",
            "without(I, first(layers(I)))",
            "without(I, last(layers(I)))",
        ],
    ),
];

/// Steps on a grid `I` for each colour `K`, by price.
const ON_COLOURS: &[(u32, &[&str])] =
    &[(3, &["keepcolor(I, K)"]), (4, &["replace(I, K, ZERO)"]), (5, &["tint(I, K)", "replace(I, ZERO, K)"])];

/// Steps on a grid `I` towards the predicted size `C`, by price.
const ON_SIZES: &[(u32, &[&str])] = &[
    (3, &["tile(I, C)", "mirrortile(I, C)", "stretch(I, C)", "tiles(I, C)"]),
    (4, &["place(I, C)", "placemiddle(I, C)"]),
];

/// Steps on a grid `I` and the input `C`, by price.
const ON_INPUTS: &[(u32, &[&str])] = &[
    // Few inputs have a legend, and those that have one mean it.
    (2, &["translate(I, legend(C))", "translate(I, vmirror(legend(C)))"]),
    (3, &["window(C, I)"]),
    (4, &["within(C, I)", "without(C, I)", "overlay(C, I)", "overlay(I, C)"]),
    (5, &["outer(C, I)", "outer(I, C)", "tintedouter(C, I)"]),
];

/// Steps on a list of grids `I`, by price.
const ON_LISTS: &[(u32, &[&str])] = &[
    (1, &["stack(I)"]),
    (
        2,
        &[
            "first(I)",
            "last(I)",
            "oddone(I)",
            "mostcommon(I)",
            "leastcommon(I)",
            "hjoin(I)",
            "vjoin(I)",
            "shared(I)",
            "stack(reversed(I))",
            "argmax(I, cellcount)",
            "argmin(I, cellcount)",
            "apply(content, I)",
        ],
    ),
    (
        3,
        &[
            "unshared(I)",
            "nested(I)",
            "rest(I)",
            "hjoin(reversed(I))",
            "vjoin(reversed(I))",
            "apply(backdrops, I)",
            "apply(holes, I)",
            "apply(commoncell, I)",
            "apply(negative, I)",
            "apply(vmirror, I)",
            "apply(hmirror, I)",
            "apply(dmirror, I)",
            "apply(vertices, I)",
            "apply(middles, I)",
            "apply(denoised, I)",
        ],
    ),
    (4, &["apply(trim, I)", "apply(compress, I)", "apply(boxes, I)", "apply(crosses, I)", "apply(rot180, I)"]),
];

/// Steps on a list of grids `I` for each measure `M`, by price.
const ON_MARKS: &[(u32, &[&str])] = &[
    (3, &["argmax(I, M)", "argmin(I, M)", "oddby(I, M)", "maxima(I, M)", "nonmaxima(I, M)"]),
    (4, &["minima(I, M)", "commonby(I, M)", "stack(order(I, M))"]),
    (5, &["hjoin(order(I, M))", "vjoin(order(I, M))"]),
];

/// The measures by which grids of a list are told apart.
const MARKS: &[&str] = &[
    "cellcount",
    "huecount",
    "partcount",
    "holecount",
    "gapcount",
    "framearea",
    "frameheight",
    "framewidth",
    "frametop",
    "frameleft",
    "symmetries",
    "inkindex",
];

/// What a call takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Argument {
    /// The entry that the step works on.
    Hole,
    /// The entry at the second hole.
    Second,
    /// The result of an earlier call of the step.
    Earlier(usize),
    /// A constant of the table.
    Constant(usize),
}

pub(super) struct Call {
    pub(super) operation: Operation,
    pub(super) arguments: SmallVec<[Argument; 4]>,
    ty: TypeId,
    bits: u32,
    /// What it is known by, if several steps make the call.
    pub(super) shared: Option<Shared>,
    /// The same on grids of one colour on black.
    pub(super) shared_if_plain: Option<Shared>,
}

/// A step.
pub struct Step {
    /// What it adds to the price of the entry that it works on.
    pub price: u32,
    /// What it works on.
    pub from: Form,
    /// What it gives.
    pub gives: Form,
    /// What stands at its second hole.
    pub second: Second,
    /// The colour that it names.
    pub colour: Option<i8>,
    pub(super) calls: Vec<Call>,
}

/// All steps, cheapest first, with the constants that they name.
pub struct Table {
    /// The steps.
    pub steps: Vec<Step>,
    constants: Vec<(Value, TypeId)>,
}

/// The table of steps, made once for the process.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { steps: Vec::new(), constants: Vec::new() };
    table.read(ON_GRIDS, Form::Grid, Second::Nothing);
    table.read(ON_SIZES, Form::Grid, Second::Size);
    table.read(ON_INPUTS, Form::Grid, Second::Input);
    table.read(ON_LISTS, Form::List, Second::Nothing);
    for &(price, texts) in ON_COLOURS {
        for text in texts {
            for colour in 0..10i8 {
                let text = text.replace('K', &colour.to_string());
                table.add(price, &text, Form::Grid, Second::Nothing, Some(colour));
            }
        }
    }
    for &(price, texts) in ON_MARKS {
        for text in texts {
            for mark in MARKS {
                table.add(price, &text.replace('M', mark), Form::List, Second::Nothing, None);
            }
        }
    }
    table.steps.sort_by_key(|step| step.price);
    table.share();
    table
});

impl Table {
    fn read(&mut self, rows: &[(u32, &[&str])], from: Form, second: Second) {
        for &(price, texts) in rows {
            for text in texts {
                self.add(price, text, from, second, None);
            }
        }
    }

    /// Adds a step, unless its text is no program or has no type that the search keeps.
    fn add(&mut self, price: u32, text: &str, from: Form, second: Second, colour: Option<i8>) {
        if let Some(calls) = self.calls(text, from, second) {
            let is_list = calls.last().is_some_and(|call| call.ty == list());
            let gives = if is_list { Form::List } else { Form::Grid };
            self.steps.push(Step { price, from, gives, second, colour, calls });
        }
    }

    fn calls(&mut self, text: &str, from: Form, second: Second) -> Option<Vec<Call>> {
        let program = Program::parse(text).ok()?;
        let mut calls: Vec<Call> = Vec::new();
        // For each node what it is as an argument, and its type.
        let mut nodes: Vec<(Argument, TypeId)> = Vec::new();
        for node in program.nodes() {
            nodes.push(match &node.operation {
                Operation::Input if from == Form::Grid => (Argument::Hole, catalogue::grid()),
                Operation::Input => (Argument::Hole, list()),
                Operation::Candidate if second == Second::Size => (Argument::Second, catalogue::type_id(&Type::Pair)?),
                Operation::Candidate => (Argument::Second, catalogue::grid()),
                Operation::Constant(value) => self.constant(value)?,
                Operation::Call(primitive) => {
                    let arguments: Vec<(Argument, TypeId)> =
                        node.arguments.iter().map(|id| nodes[id.index()]).collect();
                    let types: Vec<TypeId> = arguments.iter().map(|&(_, ty)| ty).collect();
                    let call = call(*primitive, arguments.iter().map(|&(argument, _)| argument).collect(), &types)?;
                    let ty = call.ty;
                    calls.push(call);
                    (Argument::Earlier(calls.len() - 1), ty)
                }
                Operation::Samples | Operation::Apply => return None,
            });
        }
        Some(calls)
    }

    pub(super) fn constant(&mut self, value: &Value) -> Option<(Argument, TypeId)> {
        let ty = match value {
            Value::Boolean(_) => Type::Boolean,
            Value::Integer(_) => Type::Integer,
            Value::Pair(..) => Type::Pair,
            Value::Function(Function::Primitive(id)) => catalogue::function_type(*id),
            _ => return None,
        };
        let ty = catalogue::type_id(&ty)?;
        let known = self.constants.iter().position(|known| known.1 == ty && known.0 == *value);
        let place = known.unwrap_or_else(|| {
            self.constants.push((value.clone(), ty));
            self.constants.len() - 1
        });
        Some((Argument::Constant(place), ty))
    }

    /// Adds the constants of all steps to a store.
    pub fn constants(&self, store: &mut Store) -> Vec<EntryId> {
        let leaves = self.constants.iter().map(|(value, ty)| (Operation::Constant(value.clone()), *ty));
        leaves
            .filter_map(|(leaf, ty)| store.add_leaf(leaf.clone(), ty, operation_cost(&leaf)).map(|leaf| leaf.id))
            .collect()
    }
}

fn call(primitive: PrimitiveId, arguments: SmallVec<[Argument; 4]>, types: &[TypeId]) -> Option<Call> {
    let ty = catalogue::result_of(primitive, types)?;
    Some(Call {
        operation: Operation::Call(primitive),
        arguments,
        ty,
        bits: primitive_cost(primitive),
        shared: None,
        shared_if_plain: None,
    })
}

/// The number of the type of lists of grids.
pub fn list() -> TypeId {
    static LIST: LazyLock<TypeId> =
        LazyLock::new(|| catalogue::type_id(&Type::tuple(Type::Grid)).unwrap_or(TypeId::MAX));
    *LIST
}

impl Step {
    /// Applies the step to an entry, whose grids may be known to be of one colour on black; gives `None` if one of its
    /// calls fails.
    pub fn apply(
        &self,
        store: &mut Store,
        (hole, is_plain): (EntryId, bool),
        second: Option<EntryId>,
        constants: &[EntryId],
    ) -> Option<Added> {
        let mut results: SmallVec<[Added; 4]> = SmallVec::new();
        let mut arguments: SmallVec<[EntryId; 4]> = SmallVec::new();
        for call in &self.calls {
            arguments.clear();
            for argument in &call.arguments {
                arguments.push(match *argument {
                    Argument::Hole => hole,
                    Argument::Second => second?,
                    Argument::Earlier(place) => results[place].id,
                    Argument::Constant(place) => *constants.get(place)?,
                });
            }
            let parts = arguments.iter().map(|&id| store.entry(id).cost).fold(call.bits, u32::saturating_add);
            let shared = match is_plain {
                true => call.shared_if_plain.map(|shared| (shared.plain, shared.about)),
                false => call.shared.map(|shared| (shared.number, shared.about)),
            };
            let added = match shared {
                Some((number, about)) => {
                    let about = if about == Hole::First { hole } else { second? };
                    store.apply_shared((number, about), &call.operation, &arguments, call.ty, parts)
                }
                None => store.apply(&call.operation, &arguments, call.ty, parts),
            };
            results.push(added?);
        }
        results.pop()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(rows: &[(u32, &[&str])]) -> usize {
        rows.iter().map(|(_, texts)| texts.len()).sum()
    }

    #[test]
    fn every_step_has_types_that_fit() {
        let plain: usize = [ON_GRIDS, ON_SIZES, ON_INPUTS, ON_LISTS].map(texts).iter().sum();
        let expected = plain + 10 * texts(ON_COLOURS) + MARKS.len() * texts(ON_MARKS);
        assert_eq!(TABLE.steps.len(), expected);
        assert!(expected >= 150);
    }
}
