//! Every recorded call of the DSL's reference gives the recorded result.

mod recorded;

use std::collections::BTreeMap;

#[test]
fn recorded_calls_give_the_recorded_results() {
    let only = std::env::var("PRIMITIVES").ok();
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut calls = 0;
    for call in recorded::calls() {
        let is_wanted = |only: &String| only.split(',').any(|name| name == call.name);
        if !only.as_ref().is_none_or(is_wanted) {
            continue;
        }
        calls += 1;
        let given = recorded::call(&call.name, &call.args);
        if given.as_ref() != Ok(&call.result) {
            let (args, expected) = (&call.args, &call.result);
            let message = format!("{args:?}\n    gave {given:?}\n  expect {expected:?}");
            wrong.entry(call.name).or_default().push(message);
        }
    }
    for (name, messages) in &wrong {
        let first: String = messages[0].chars().take(3000).collect();
        println!("{name}: {} wrong, as {first}", messages.len());
    }
    assert!(calls > 0, "no recorded call of {only:?}");
    assert!(wrong.is_empty(), "{} of the primitives differ", wrong.len());
}
