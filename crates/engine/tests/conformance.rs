//! Every recorded call of the DSL's reference gives the recorded result.
//!
//! `data/calls.jsonl` holds a call a line: `{"fn": name, "args": [...], "result": ...}`, with tagged values.

use std::collections::BTreeMap;

use arcsynth_engine::function::Function;
use arcsynth_engine::machine::{Limits, Machine};
use arcsynth_engine::patch::{Cell, Place};
use arcsynth_engine::primitives;
use arcsynth_engine::value::Value;
use serde_json::Value as Json;

fn integer(json: &Json) -> i64 {
    json.as_i64().expect("an integer")
}

fn items(json: &Json) -> Vec<Value> {
    json.as_array().expect("a list").iter().map(value).collect()
}

/// The value that a tagged JSON value stands for.
fn value(json: &Json) -> Value {
    let tagged = match json {
        Json::Null => return Value::None,
        Json::Bool(truth) => return Value::Boolean(*truth),
        Json::Number(_) => return Value::Integer(integer(json)),
        Json::Object(tagged) => tagged,
        other => panic!("untagged value {other}"),
    };
    let (tag, content) = tagged.iter().next().expect("a tag");
    match tag.as_str() {
        "tuple" => Value::tuple(items(content)),
        "set" => Value::set(items(content)),
        "grid" => {
            let rows = content.as_array().expect("rows").iter().map(|row| {
                let digits = row.as_str().expect("a row").bytes();
                Value::tuple(
                    digits
                        .map(|d| Value::Integer(i64::from(d - b'0')))
                        .collect(),
                )
            });
            Value::tuple(rows.collect::<Result<_, _>>().expect("small rows"))
        }
        "object" => {
            let cells: Vec<Cell> = content
                .as_array()
                .expect("cells")
                .iter()
                .map(|cell| {
                    let part = |index: usize| integer(&cell[index]) as i32;
                    Cell::new(part(0), part(1), part(2))
                })
                .collect();
            Value::object(&cells)
        }
        "indices" => {
            let places: Vec<Place> = content
                .as_array()
                .expect("places")
                .iter()
                .map(|place| Place::new(integer(&place[0]) as i32, integer(&place[1]) as i32))
                .collect();
            Value::indices(&places)
        }
        "fn" => return function(content),
        other => panic!("unknown tag {other}"),
    }
    .expect("recorded values are small")
}

/// A function: a primitive's name, or a combinator with its arguments.
fn function(json: &Json) -> Value {
    if let Some(name) = json.as_str() {
        let id = primitives::find(name).unwrap_or_else(|| panic!("no primitive {name}"));
        return Value::Function(Function::Primitive(id));
    }
    let parts = json.as_array().expect("a combinator with its arguments");
    let name = parts[0].as_str().expect("a combinator");
    call(name, &parts[1..].iter().map(value).collect::<Vec<_>>()).expect("a function")
}

fn call(name: &str, args: &[Value]) -> Result<Value, String> {
    let id = primitives::find(name).ok_or_else(|| format!("no primitive {name}"))?;
    let args: Vec<&Value> = args.iter().collect();
    Machine::new(Limits::default())
        .call(id, &args)
        .map_err(|error| error.to_string())
}

#[test]
fn recorded_calls_give_the_recorded_results() {
    let only = std::env::var("PRIMITIVES").ok();
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut calls = 0;
    for line in include_str!("data/calls.jsonl").lines() {
        let record: Json = serde_json::from_str(line).expect("JSON");
        let name = record["fn"].as_str().expect("a name").to_owned();
        let wanted = only
            .as_ref()
            .is_none_or(|only| only.split(',').any(|one| one == name));
        if !wanted {
            continue;
        }
        calls += 1;
        let result = std::panic::catch_unwind(|| {
            let args = items(&record["args"]);
            let expected = value(&record["result"]);
            let actual = call(&name, &args);
            (actual.as_ref() != Ok(&expected))
                .then(|| format!("{args:?}\n    gave {actual:?}\n  expect {expected:?}"))
        });
        let message = result.unwrap_or_else(|_| Some("panicked".to_owned()));
        if let Some(message) = message {
            wrong.entry(name).or_default().push(message);
        }
    }
    for (name, messages) in &wrong {
        let first: String = messages[0].chars().take(3000).collect();
        println!("{name}: {} wrong, as {first}", messages.len());
    }
    assert!(calls > 0, "no recorded call of {only:?}");
    assert!(wrong.is_empty(), "{} of the primitives differ", wrong.len());
}
