//! Calls of primitives by name, for the tests of the families.

use crate::machine::{Limits, Machine};
use crate::value::Value;

/// Applies a primitive that must have a result.
pub(super) fn call(name: &str, args: &[Value]) -> Value {
    run(name, args).unwrap_or_else(|error| panic!("{error}"))
}

/// The message of a primitive that must fail.
pub(super) fn failure(name: &str, args: &[Value]) -> String {
    run(name, args).expect_err("a failure")
}

fn run(name: &str, args: &[Value]) -> Result<Value, String> {
    let primitive = super::find(name).unwrap_or_else(|| panic!("no primitive {name}"));
    let args: Vec<&Value> = args.iter().collect();
    Machine::new(Limits::default())
        .call(primitive, &args)
        .map_err(|error| error.to_string())
}
