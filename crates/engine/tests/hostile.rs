//! Programs made to exhaust the engine end as that program's error, within its fuel and memory.
//!
//! `CASE=name cargo test --release --test hostile -- --nocapture` runs the cases whose names contain a text, and prints
//! how long each took.

use arcsynth_engine::batch::{Batch, Evaluation, Inputs, Workspace};
use arcsynth_engine::grid::Grid;
use arcsynth_engine::machine::Limits;
use arcsynth_engine::program::Program;
use arcsynth_engine::value::Value;

fn run(program: &Program, limits: Limits) -> Evaluation {
    let grid = Grid::new(3, 3, &[0, 1, 2, 3, 4, 5, 6, 7, 8]).expect("a grid");
    let inputs = Inputs { input: Value::Grid(grid), samples: Value::empty_tuple(), candidate: None };
    let mut evaluations = Vec::new();
    let batch = Batch::new([program]);
    Workspace::new(&batch, limits).run([0], &inputs, |_, evaluation| evaluations.push(evaluation));
    evaluations.remove(0)
}

/// The program that applies a step, written with `x` for its argument, so many times to a start, then a last step.
fn tower(start: &str, step: &str, times: usize, last: &str) -> String {
    let mut text = format!("def f(I):\n    x = {start}\n");
    for _ in 0..times {
        text.push_str(&format!("    x = {step}\n"));
    }
    text + &format!("    return {last}")
}

/// Two different, equally built large tuples `y` and `z`, and a last step.
fn large_pair(last: &str) -> String {
    let mut text = "def f(I):\n".to_owned();
    for (name, seed) in [("y", "ONE"), ("z", "TWO")] {
        text.push_str(&format!("    {name} = astuple(ZERO, {seed})\n"));
        for _ in 0..20 {
            text.push_str(&format!("    {name} = repeat({name}, TWO)\n"));
        }
    }
    text + &format!("    return {last}")
}

/// Two large grids, equal but each made by itself, one of them given to a function again and again.
fn alike(function: &str) -> String {
    format!(
        "def f(I):\n    y = canvas(ZERO, (1000, 1000))\n    z = upscale(canvas(ZERO, (500, 500)), TWO)\n    \
         return power(fork(lbind(branch, T), identity, {function}), {MANY})(z)"
    )
}

/// A huge number as a program writes it.
const HUGE: &str = "1000000000000";

/// The numbers from 0 to 999.
const THOUSAND: &str = "interval(ZERO, 1000, ONE)";

/// How often a loop is asked to run.
const MANY: &str = "1000000000";

/// Programs that must end as an error.
fn failing() -> Vec<(&'static str, String)> {
    let canvas = "canvas(ZERO, (3200, 3200))";
    let wide = "canvas(ZERO, (1, 10000000))";
    let numbers = "interval(ZERO, 1000000, ONE)";
    vec![
        ("power_huge", format!("power(increment, {HUGE})(ONE)")),
        ("power_zero", "power(hmirror, ZERO)(I)".into()),
        ("power_negative", "power(hmirror, NEG_ONE)(I)".into()),
        ("power_of_power", format!("power(power(power(identity, {HUGE}), {HUGE}), {HUGE})(I)")),
        ("upscale_tower", tower("I", "upscale(x, TWO)", 60, "x")),
        ("hupscale_tower", tower("I", "hupscale(x, TWO)", 60, "x")),
        ("vupscale_tower", tower("I", "vupscale(x, TWO)", 60, "x")),
        ("hconcat_tower", tower("I", "hconcat(x, x)", 60, "x")),
        ("vconcat_tower", tower("I", "vconcat(x, x)", 60, "x")),
        ("combine_tower", tower("interval(ZERO, NINE, ONE)", "combine(x, x)", 60, "x")),
        ("repeat_tower", tower("I", "repeat(x, TEN)", 60, "x")),
        ("upscale_power", "power(rbind(upscale, TWO), 1000)(I)".into()),
        ("hconcat_power", "power(fork(hconcat, identity, identity), 1000)(I)".into()),
        ("upscale_huge", format!("upscale(I, {HUGE})")),
        ("upscale_object", "upscale(asobject(I), 60000)".into()),
        ("product_squared", format!("x = product({THOUSAND}, {THOUSAND})\nproduct(x, x)")),
        ("product_large", format!("product({numbers}, {numbers})")),
        ("prapply_large", format!("prapply(add, {numbers}, {THOUSAND})")),
        ("prapply_grids", format!("prapply(hconcat, repeat({canvas}, TEN), repeat({canvas}, TEN))")),
        ("repeat_huge", format!("repeat(I, {HUGE})")),
        ("interval_huge", format!("interval(ZERO, {HUGE}, ONE)")),
        ("canvas_huge", "canvas(ZERO, (1000000, 1000000))".into()),
        ("canvas_first", format!("first({wide})")),
        ("canvas_last", format!("last({wide})")),
        ("canvas_totuple", format!("totuple({canvas})")),
        ("canvas_dedupe", format!("dedupe({canvas})")),
        ("canvas_order", format!("order({canvas}, identity)")),
        ("canvas_argmax", format!("argmax({canvas}, identity)")),
        ("canvas_merge", format!("merge({canvas})")),
        ("canvas_combine", format!("combine({canvas}, {canvas})")),
        ("canvas_objects", format!("objects({canvas}, T, T, F)")),
        ("canvas_partition", format!("partition({canvas})")),
        ("canvas_asindices", format!("asindices({canvas})")),
        ("canvas_asobject", format!("asobject({canvas})")),
        ("canvas_apply", format!("apply(identity, {canvas})")),
        ("canvas_contained", format!("power(lbind(contained, ONE), {MANY})({canvas})")),
        ("nested_initset", tower("I", "initset(x)", 5000, "x")),
        ("nested_astuple", tower("I", "astuple(x, x)", 5000, "x")),
        ("nested_power_initset", "power(initset, 5000)(I)".into()),
        ("nested_power_astuple", "power(fork(astuple, identity, identity), 5000)(I)".into()),
        ("nested_compose", "power(lbind(compose, identity), 5000)(identity)".into()),
        ("nested_compose_both", "power(fork(compose, identity, identity), 5000)(identity)".into()),
        ("calls_too_deep", tower("identity", "compose(x, identity)", 90, "power(x, 1000000)(I)")),
        (
            "closures_doubled",
            tower("identity", "compose(x, x)", 21, "x(I)"),
        ),
        (
            "closures_exponential",
            tower("identity", "compose(x, x)", 80, "x(I)"),
        ),
        (
            "set_of_functions",
            tower("identity", "fork(astuple, x, x)", 20, "insert(x, initset(compose(x, identity)))"),
        ),
        (
            "set_of_alike_functions",
            tower(
                "astuple(lbind(add, ONE), lbind(add, TWO))",
                "astuple(compose(first(x), first(x)), compose(last(x), last(x)))",
                20,
                "insert(first(x), initset(last(x)))",
            ),
        ),
        ("tuples_compared", large_pair(&format!("power(matcher(lbind(equality, y), T), {MANY})(z)"))),
        (
            "tuples_compared_again",
            large_pair(&format!("power(fork(lbind(branch, T), identity, lbind(equality, y)), {MANY})(z)")),
        ),
        (
            "tuples_matched",
            large_pair(&format!("power(fork(lbind(branch, T), identity, matcher(identity, y)), {MANY})(z)")),
        ),
        (
            "tuples_removed",
            large_pair(&format!("power(fork(lbind(branch, T), identity, lbind(remove, y)), {MANY})(astuple(z, y))")),
        ),
        (
            "tuples_contained",
            large_pair(&format!("power(fork(lbind(branch, T), identity, lbind(contained, y)), {MANY})(astuple(z, z))")),
        ),
        (
            "tuples_inserted",
            large_pair(&format!("power(fork(lbind(branch, T), identity, lbind(insert, y)), {MANY})(initset(z))")),
        ),
        (
            "tuples_least",
            large_pair(&format!("power(fork(lbind(branch, T), identity, leastcommon), {MANY})(astuple(y, z))")),
        ),
        (
            "tuples_argmax",
            large_pair(&format!("power(fork(lbind(branch, T), identity, rbind(argmax, identity)), {MANY})(astuple(y, z))")),
        ),
        (
            "tuples_differ",
            large_pair(&format!("power(fork(lbind(branch, T), identity, rbind(difference, astuple(y, y))), {MANY})(astuple(z, z))")),
        ),
        ("dedupe_numbers", format!("dedupe({numbers})")),
        (
            "dedupe_alike",
            "dedupe(apply(lbind(combine, repeat(I, 2000)), apply(rbind(repeat, TWO), interval(ZERO, 2000, ONE))))".into(),
        ),
        ("dedupe_product", format!("dedupe(totuple(product({THOUSAND}, {THOUSAND})))")),
        ("argmax_product", format!("argmax(product({THOUSAND}, {THOUSAND}), rbind(difference, initset(ONE)))")),
        ("order_product", format!("order(product({THOUSAND}, interval(ZERO, 600, ONE)), invert)")),
        ("mostcommon_product", format!("mostcommon(totuple(product({THOUSAND}, interval(ZERO, 1500, ONE))))")),
        ("connect_far", "connect(ORIGIN, (1000000000000, 1000000000000))".into()),
        ("connect_long", "connect((0, -536870912), (0, 536870911))".into()),
        ("shoot_far", "shoot((9223372036854775807, 0), UNITY)".into()),
        ("shoot_wide", "shoot(ORIGIN, (9223372036854775807, 1))".into()),
        ("shift_far", "shift(asobject(I), (9223372036854775807, 0))".into()),
        ("backdrop_far", "backdrop(insert((60000, 60000), initset(ORIGIN)))".into()),
        ("delta_far", "delta(insert((60000, 60000), initset(ORIGIN)))".into()),
        ("outbox_far", "outbox(insert((600000, 600000), initset(ORIGIN)))".into()),
        ("manhattan_large", "x = asindices(canvas(ZERO, (300, 300)))\nmanhattan(x, x)".into()),
        ("gravitate_large", "x = asindices(canvas(ZERO, (900, 900)))\npower(fork(lbind(branch, T), identity, rbind(gravitate, x)), 1000000)(x)".into()),
        ("hsplit_many", format!("hsplit(I, {HUGE})")),
        ("mapply_blow_up", format!("power(lbind(mapply, rbind(repeat, TEN)), 100)({THOUSAND})")),
        ("rapply_blow_up", "rapply(repeat(rbind(upscale, 1000), 1000), I)".into()),
        ("papply_blow_up", "x = repeat(canvas(ZERO, (1000, 1000)), 100)\npapply(hconcat, x, x)".into()),
        ("alike_equality", alike("lbind(equality, y)")),
        ("alike_contained", alike("rbind(contained, astuple(y, y))")),
        ("alike_removed", alike("rbind(remove, astuple(y, y))")),
        ("alike_difference", alike("compose(lbind(difference, initset(y)), initset)")),
        ("alike_deduped", alike("compose(dedupe, lbind(astuple, y))")),
        ("alike_mostcommon", alike("compose(mostcommon, lbind(astuple, y))")),
        ("alike_argmax", alike("compose(rbind(argmax, identity), lbind(astuple, y))")),
        ("alike_ordered", alike("compose(rbind(order, identity), lbind(astuple, y))")),
        ("alike_filtered", alike("compose(rbind(sfilter, lbind(equality, y)), rbind(repeat, TEN))")),
        (
            "company_of_alike",
            tower(
                "asobject(canvas(ZERO, (100, 100)))",
                "x",
                1,
                &format!("power(fork(lbind(branch, T), identity, lbind(contents, apply(compose(lbind(combine, x), compose(initset, lbind(astuple, ONE))), apply(rbind(astuple, ZERO), interval(100, 199, ONE))))), {MANY})(insert((ONE, (99, ZERO)), x))"),
            ),
        ),
        (
            "kinds_in_common",
            format!("x = product(interval(ZERO, 100, ONE), interval(ZERO, 100, ONE))\npower(fork(lbind(branch, T), identity, rbind(intersection, x)), {MANY})(asobject(canvas(ZERO, (200, 200))))"),
        ),
        (
            "rows_among_grids",
            format!("x = insert({canvas}, initset(canvas(ONE, (600, 600))))\npower(fork(lbind(branch, T), identity, rbind(difference, x)), {MANY})(canvas(ONE, (600, 1)))"),
        ),
        ("condensed_often", format!("power(fork(lbind(branch, T), identity, condensed), {MANY})(canvas(ONE, (600, 600)))")),
        ("product_of_rows", format!("product({canvas}, {canvas})")),
        ("pair_of_rows", format!("power(fork(lbind(branch, T), identity, lbind(pair, {canvas})), {MANY})({canvas})")),
        ("rays_everywhere", format!("rays({canvas}, ZERO, ONE, ZERO)")),
        ("canvas_columns", "size(canvas(ZERO, (10000000, 1)))".into()),
        ("overflow", "power(double, 64)(ONE)".into()),
        ("not_a_function", "power(ONE, 5)(I)".into()),
        ("wrong_arity", "compose(add, add)(I)".into()),
    ]
}

/// Programs that look as bad but have a result.
fn working() -> Vec<(&'static str, String)> {
    vec![
        ("canvas_large", "canvas(ZERO, (1000, 10000))".into()),
        (
            "dedupe_long_rows",
            format!("dedupe(apply(compose(lbind(insert, I), compose(initset, rbind(combine, {THOUSAND}))), apply(rbind(repeat, ONE), interval(ZERO, 400, ONE))))"),
        ),
        ("occurrences_large", "x = canvas(ZERO, (900, 900))\noccurrences(x, asobject(canvas(ZERO, (400, 400))))".into()),
        ("box_far", "box(insert((60000, 60000), initset(ORIGIN)))".into()),
        ("hperiod_long", "hperiod(recolor(ONE, connect(ORIGIN, (0, 60000))))".into()),
        (
            "equal_functions_compared",
            tower(
                "astuple(lbind(add, ONE), lbind(add, ONE))",
                "astuple(compose(first(x), first(x)), compose(last(x), last(x)))",
                12,
                "equality(first(x), last(x))",
            ),
        ),
        (
            "shared_tuples",
            tower("ONE", "astuple(x, x)", 19, "size(x)"),
        ),
        ("double_lines", tower("ONE", "x", 9000, "x")),
        ("long_chain", tower("I", "hmirror(x)", 9000, "x")),
    ]
}

fn parsed(name: &str, text: &str) -> Program {
    Program::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Runs cases under several limits and checks what they use; gives what they gave under the default limits.
fn check(cases: Vec<(&'static str, String)>) -> Vec<(&'static str, Evaluation)> {
    let only = std::env::var("CASE").unwrap_or_default();
    let mut evaluations = Vec::new();
    for (name, text) in cases {
        if !name.contains(&only) {
            continue;
        }
        let program = parsed(name, &text);
        let start = std::time::Instant::now();
        let evaluation = run(&program, Limits::default());
        let time = start.elapsed();
        let outcome = match &evaluation.result {
            Ok(value) => value.kind().to_owned(),
            Err(error) => error.to_string(),
        };
        println!("{:8.2} ms  {name}: {outcome} {:?}", time.as_secs_f64() * 1e3, evaluation.used);
        for limits in [Limits::default(), Limits { fuel: 10_000, memory: 1 << 16 }, Limits { fuel: 0, memory: 0 }] {
            let used = run(&program, limits).used;
            assert!(used.fuel <= limits.fuel && used.memory <= limits.memory, "{name}: {used:?}");
        }
        evaluations.push((name, evaluation));
    }
    evaluations
}

#[test]
fn programs_that_ask_too_much_end_as_errors() {
    for (name, evaluation) in check(failing()) {
        assert!(evaluation.result.is_err(), "{name} has a result");
    }
}

#[test]
fn programs_that_are_merely_large_have_results() {
    for (name, evaluation) in check(working()) {
        assert!(evaluation.result.is_ok(), "{name}: {:?}", evaluation.result);
    }
}
