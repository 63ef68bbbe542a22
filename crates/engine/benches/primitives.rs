//! What each primitive costs on the recorded calls of the DSL's reference: `cargo bench`.

#[path = "../tests/recorded/mod.rs"]
mod recorded;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use arcsynth_engine::machine::{Limits, Machine};
use arcsynth_engine::primitives::{self, PrimitiveId};
use arcsynth_engine::value::Value;

static CALLS: LazyLock<BTreeMap<String, Vec<Vec<Value>>>> = LazyLock::new(|| {
    let mut calls: BTreeMap<String, Vec<Vec<Value>>> = BTreeMap::new();
    for call in recorded::calls() {
        // A fast wrong result is worth nothing.
        assert_eq!(recorded::call(&call.name, &call.args), Ok(call.result));
        calls.entry(call.name).or_default().push(call.args);
    }
    calls
});

fn main() {
    divan::main();
}

/// All recorded calls of a primitive, one after the other; divide by the number of items for the cost of a call.
#[divan::bench(args = CALLS.keys().map(String::as_str))]
fn recorded_calls(bencher: divan::Bencher<'_, '_>, name: &str) {
    let primitive = primitives::find(name).expect("a primitive");
    let calls = &CALLS[name];
    bencher.counter(divan::counter::ItemsCount::new(calls.len())).bench(|| {
        for args in calls {
            divan::black_box(apply(primitive, args));
        }
    });
}

fn apply(primitive: PrimitiveId, args: &[Value]) -> Option<Value> {
    let args: smallvec::SmallVec<[&Value; 4]> = args.iter().collect();
    Machine::new(Limits::default()).call(primitive, &args).ok()
}
