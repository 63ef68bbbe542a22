//! The recorded calls of the DSL's reference: `data/calls.jsonl`, a call a line, values tagged by what they are.

use arcsynth_engine::function::Function;
use arcsynth_engine::machine::{Limits, Machine};
use arcsynth_engine::patch::{Cell, Place};
use arcsynth_engine::primitives;
use arcsynth_engine::value::Value;
use serde_json::Value as Json;

/// A call of a primitive and what it gave.
pub struct Call {
    pub name: String,
    pub args: Vec<Value>,
    pub result: Value,
}

/// All recorded calls, in the order of the file.
pub fn calls() -> Vec<Call> {
    let read = |line: &str| {
        let record: Json = serde_json::from_str(line).expect("JSON");
        Call {
            name: record["fn"].as_str().expect("a name").to_owned(),
            args: items(&record["args"]),
            result: value(&record["result"]),
        }
    };
    include_str!("../data/calls.jsonl").lines().map(read).collect()
}

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
                Value::tuple(digits.map(|d| Value::Integer(i64::from(d - b'0'))).collect())
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

/// Applies a primitive by its name, with a full budget.
pub fn call(name: &str, args: &[Value]) -> Result<Value, String> {
    let id = primitives::find(name).ok_or_else(|| format!("no primitive {name}"))?;
    let args: Vec<&Value> = args.iter().collect();
    Machine::new(Limits::default()).call(id, &args).map_err(|error| error.to_string())
}
