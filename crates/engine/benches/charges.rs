//! Whether primitives charge for their work: how long a unit of fuel takes on arguments made to be costly.
//!
//! `cargo bench --bench charges` calls every primitive on combinations of large values, equal ones among them, and prints
//! those whose unit of fuel takes long, each with its worst call. `PRIMITIVE=name` looks at one only, `LIMIT=ns` prints what
//! takes longer than so many nanoseconds (3). A program's fuel bounds its time no better than the worst of these.

use std::time::{Duration, Instant};

use arcsynth_engine::batch::{Batch, Inputs, Workspace};
use arcsynth_engine::grid::Grid;
use arcsynth_engine::machine::{Limits, Machine};
use arcsynth_engine::primitives::{self, PrimitiveId};
use arcsynth_engine::program::Program;
use arcsynth_engine::value::Value;

/// Programs whose values are the arguments. What compares equal is made twice, by different ways: the same value by one way
/// is compared by its place in memory.
const ARGUMENTS: &[&str] = &[
    "canvas(ZERO, (600, 600))",
    "upscale(canvas(ZERO, (300, 300)), TWO)",
    "canvas(ONE, (600, 600))",
    "upscale(I, 200)",
    "hconcat(upscale(I, 100), canvas(THREE, (300, 300)))",
    "asobject(canvas(ZERO, (200, 200)))",
    "asobject(upscale(canvas(ZERO, (100, 100)), TWO))",
    "asobject(upscale(I, 66))",
    "shift(asobject(upscale(I, 66)), (3, 3))",
    "asindices(canvas(ZERO, (200, 200)))",
    "shift(asindices(upscale(canvas(ZERO, (100, 100)), TWO)), UNITY)",
    "repeat(canvas(ZERO, (90, 90)), 30)",
    "repeat(upscale(I, 30), 30)",
    "combine(repeat(upscale(canvas(ZERO, (45, 45)), TWO), 30), repeat(canvas(ZERO, (90, 90)), 30))",
    "insert(canvas(ZERO, (600, 600)), initset(upscale(I, 200)))",
    "initset(upscale(canvas(ZERO, (300, 300)), TWO))",
    "repeat(asobject(canvas(ZERO, (50, 50))), 30)",
    "repeat(asobject(upscale(I, 16)), 30)",
    "repeat(asindices(canvas(ZERO, (50, 50))), 30)",
    "objects(upscale(I, 30), T, T, F)",
    "partition(upscale(I, 60))",
    "objects(hupscale(vupscale(canvas(ONE, (40, 40)), TWO), ONE), F, F, F)",
    "partition(hconcat(upscale(I, 60), upscale(I, 60)))",
    "apply(initset, product(interval(ZERO, 60, ONE), interval(ZERO, 60, ONE)))",
    "interval(ZERO, 20000, ONE)",
    "product(interval(ZERO, 100, ONE), interval(ZERO, 100, ONE))",
    "vconcat(upscale(I, 20), hmirror(upscale(I, 20)))",
    "hconcat(canvas(ONE, (40, 1)), hconcat(canvas(FIVE, (40, 1)), canvas(ONE, (40, 1))))",
    "apply(rbind(astuple, ZERO), interval(ZERO, 5000, ONE))",
    "ZERO",
    "ONE",
    "SEVEN",
    "T",
    "F",
    "(3, 3)",
    "ORIGIN",
    "UNITY",
    "(200, 200)",
    "I",
    "asobject(I)",
    "identity",
    "size",
    "lbind(equality, canvas(ZERO, (600, 600)))",
    "height",
    "palette",
    "hmirror",
];

/// What making the arguments may use.
const LIMITS: Limits = Limits { fuel: 4_000_000_000, memory: 4 << 30 };

/// The most combinations of arguments that a primitive is called on, evenly spread.
const MAX_CALLS: usize = 100_000;

/// How long one primitive is looked at.
const PATIENCE: Duration = Duration::from_secs(6);

/// How often a call that takes long is made: what else the machine does takes time too.
const REPEATS: usize = 5;

/// What takes less time says nothing; of calls that fail, and so are the last of their program, what takes less than this.
const SHORT: Duration = Duration::from_micros(20);
const SHORT_FAILURE: Duration = Duration::from_millis(2);

/// A call with what it took.
struct Call {
    arguments: Vec<&'static str>,
    time: Duration,
    fuel: u64,
    failed: bool,
}

impl Call {
    fn is_long(&self) -> bool {
        self.time > if self.failed { SHORT_FAILURE } else { SHORT }
    }

    /// Nanoseconds that a unit of fuel took.
    fn price(&self) -> f64 {
        self.time.as_nanos() as f64 / self.fuel as f64
    }
}

fn main() {
    let only = std::env::var("PRIMITIVE").ok();
    let limit = std::env::var("LIMIT").ok().and_then(|text| text.parse().ok()).unwrap_or(3.0);
    let values: Vec<(&str, Value)> = ARGUMENTS.iter().map(|&text| (text, value(text))).collect();
    for primitive in primitives::all().filter(|primitive| only.as_ref().is_none_or(|name| name == primitive.name())) {
        let calls = dear_calls(primitive, &values, limit);
        if let Some(worst) = calls.iter().max_by(|a, b| a.price().total_cmp(&b.price())) {
            let arguments = worst.arguments.join(", ");
            let (name, price, count) = (primitive.name(), worst.price(), calls.len());
            let end = if worst.failed { ", which fails" } else { "" };
            println!("{price:7.1} ns a unit, {:?}, {count} calls: {name}({arguments}){end}", worst.time);
        }
    }
}

/// The calls of a primitive that take longer than so many nanoseconds for a unit of fuel each time, at their fastest.
fn dear_calls(primitive: PrimitiveId, values: &[(&'static str, Value)], limit: f64) -> Vec<Call> {
    let start = Instant::now();
    let combinations = values.len().pow(primitive.arity() as u32);
    let mut calls = Vec::new();
    // Odd, so that no argument keeps its place.
    for number in (0..combinations).step_by(combinations.div_ceil(MAX_CALLS) | 1) {
        if start.elapsed() > PATIENCE {
            break;
        }
        let places = (0..primitive.arity() as u32).map(|place| number / values.len().pow(place) % values.len());
        let arguments: Vec<&(&str, Value)> = places.map(|place| &values[place]).collect();
        let times = std::iter::repeat_with(|| timed(primitive, &arguments)).take(REPEATS);
        let dear = times.take_while(|call| call.is_long() && call.price() > limit);
        let dear: Vec<Call> = dear.collect();
        if dear.len() == REPEATS {
            calls.extend(dear.into_iter().min_by_key(|call| call.time));
        }
    }
    calls
}

fn timed(primitive: PrimitiveId, arguments: &[&(&'static str, Value)]) -> Call {
    let values: Vec<&Value> = arguments.iter().map(|(_, value)| value).collect();
    let mut machine = Machine::new(Limits::default());
    let start = Instant::now();
    let result = machine.call(primitive, &values);
    let time = start.elapsed();
    let arguments = arguments.iter().map(|&&(text, _)| text).collect();
    Call { arguments, time, fuel: machine.used().fuel.max(1), failed: result.is_err() }
}

fn value(text: &str) -> Value {
    let program = Program::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let grid = Grid::new(3, 3, &[0, 1, 2, 3, 4, 5, 6, 7, 8]).expect("a grid");
    let inputs = Inputs { input: Value::Grid(grid), samples: Value::empty_tuple(), candidate: None };
    let mut result = None;
    let batch = Batch::new([&program]);
    Workspace::new(&batch, LIMITS).run([0], &inputs, |_, evaluation| result = Some(evaluation.result));
    result.expect("an evaluation").unwrap_or_else(|error| panic!("{text}: {error}"))
}
