//! Every function of the DSL gives on empty containers what its reference gives.
//!
//! `data/empty_inputs.json` holds for each function what it gives with one parameter empty, or all of them. The other
//! arguments are not recorded; they are the ones below, with which the recorded results come about.

use arcsynth_engine::function::Function;
use arcsynth_engine::machine::{Limits, Machine};
use arcsynth_engine::primitives;
use arcsynth_engine::value::Value;
use serde_json::Value as Json;

/// The arguments of the parameters that are not empty: by function and parameter, or by parameter alone.
const ARGUMENTS: &[(&str, &str)] = &[
    ("contained.value", "1"),
    ("crop.start", "(1, 1)"),
    ("crop.dims", "(1, 1)"),
    ("difference.a", SET),
    ("difference.b", SET),
    ("intersection.a", SET),
    ("intersection.b", SET),
    ("hconcat.a", GRID),
    ("hconcat.b", GRID),
    ("vconcat.a", GRID),
    ("vconcat.b", GRID),
    ("cellwise.a", GRID),
    ("cellwise.b", GRID),
    ("mapply.function", "initset"),
    ("mpapply.function", "astuple"),
    ("hmatching.a", OBJECT),
    ("hmatching.b", OBJECT),
    ("vmatching.a", OBJECT),
    ("vmatching.b", OBJECT),
    ("manhattan.a", OBJECT),
    ("manhattan.b", OBJECT),
    ("adjacent.a", OBJECT),
    ("adjacent.b", OBJECT),
    ("position.a", OBJECT),
    ("position.b", OBJECT),
    ("papply.function", "add"),
    ("prapply.function", "add"),
    ("mfilter.function", "identity"),
    ("switch.a", "1"),
    ("switch.b", "2"),
    ("a", "(1, 2)"),
    ("b", "(1, 2)"),
    ("container", "(1, 2)"),
    ("compfunc", "identity"),
    ("condition", "identity"),
    ("function", "identity"),
    ("value", "1"),
    ("n", "2"),
    ("factor", "2"),
    ("fallback", "0"),
    ("grid", GRID),
    ("patch", SET),
    ("obj", OBJECT),
    ("source", OBJECT),
    ("destination", OBJECT),
    ("directions", "(1, 1)"),
    ("offset", "(1, 1)"),
    ("replacee", "1"),
    ("replacer", "2"),
    ("color", "1"),
    ("loc", "(0, 0)"),
    ("univalued", "True"),
    ("diagonal", "True"),
    ("without_bg", "True"),
];

const GRID: &str = "((1, 2, 0), (0, 0, 3))";
const SET: &str = "{(0, 0), (1, 1)}";
const OBJECT: &str = "{(1, (0, 0)), (2, (1, 1))}";

/// Reads a value as Python writes it: integers, tuples, sets, truth values, nothing, and functions by their names.
struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn read(text: &str) -> Value {
        let mut reader = Reader { rest: text };
        let value = reader.value();
        assert_eq!(reader.rest, "", "in {text}");
        value
    }

    fn take(&mut self, symbol: &str) -> bool {
        match self.rest.strip_prefix(symbol) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self) -> Value {
        if self.take("frozenset()") {
            return Value::empty_set();
        }
        if self.take("frozenset(") {
            let value = self.value();
            assert!(self.take(")"), "at {}", self.rest);
            return value;
        }
        if self.take("{") {
            return Value::set(self.items("}")).expect("a small set");
        }
        if self.take("(") {
            return Value::tuple(self.items(")")).expect("a small tuple");
        }
        let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let end = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        match word {
            "True" => Value::Boolean(true),
            "False" => Value::Boolean(false),
            "None" => Value::None,
            _ => match primitives::find(word) {
                Some(id) => Value::Function(Function::Primitive(id)),
                None => Value::Integer(word.parse().expect("an integer")),
            },
        }
    }

    fn items(&mut self, closing: &str) -> Vec<Value> {
        let mut items = Vec::new();
        while !self.take(closing) {
            items.push(self.value());
            let _ = self.take(", ") || self.take(",");
        }
        items
    }
}

/// The argument of a parameter that is not empty.
fn argument(function: &str, parameter: &str) -> Value {
    let own = format!("{function}.{parameter}");
    let find = |name: &str| ARGUMENTS.iter().find(|(known, _)| *known == name);
    let (_, text) = find(&own).or_else(|| find(parameter)).unwrap_or_else(|| panic!("no argument for {own}"));
    Reader::read(text)
}

/// The emptiest value recorded of a parameter: what "all empty" gives it.
fn emptiest(entries: &serde_json::Map<String, Json>, parameter: &str) -> Option<Value> {
    ["()", "{}"].into_iter().find(|text| entries.contains_key(&format!("{parameter}={text}"))).map(Reader::read)
}

/// The arguments of a recorded call.
fn arguments(function: &str, entries: &serde_json::Map<String, Json>, key: &str) -> Vec<Value> {
    let id = primitives::find(function).unwrap_or_else(|| panic!("no primitive {function}"));
    let (changed, text) = key.split_once('=').unwrap_or((key, ""));
    // "container=(1,)=only value" is the container of nothing but the other argument.
    let text = text.trim_end_matches("=only value");
    assert!(
        changed == "all empty" || id.entry().parameters.contains(&changed),
        "{function} has no parameter {changed}"
    );
    let parameters = id.entry().parameters.iter();
    parameters
        .map(|parameter| match changed {
            "all empty" => emptiest(entries, parameter).unwrap_or_else(|| argument(function, parameter)),
            _ if changed == *parameter => Reader::read(text),
            _ => argument(function, parameter),
        })
        .collect()
}

#[test]
fn empty_inputs_give_the_recorded_results() {
    let recorded: Json = serde_json::from_str(include_str!("data/empty_inputs.json")).expect("JSON");
    let mut wrong = Vec::new();
    let mut calls = 0;
    for (function, entries) in recorded.as_object().expect("functions") {
        let entries = entries.as_object().expect("entries");
        for (key, outcome) in entries {
            calls += 1;
            let args = arguments(function, entries, key);
            let id = primitives::find(function).expect("a primitive");
            let references: Vec<&Value> = args.iter().collect();
            let result = Machine::new(Limits::default()).call(id, &references);
            let outcome = outcome.as_str().expect("an outcome");
            let agrees = match (outcome.strip_prefix("returns "), &result) {
                (Some(text), Ok(value)) => {
                    let expected = Reader::read(text);
                    *value == expected && value.is_set() == expected.is_set()
                }
                (None, Err(_)) => true,
                _ => false,
            };
            if !agrees {
                wrong.push(format!("{function}, {key}: {outcome}, not {result:?} of {args:?}"));
            }
        }
    }
    assert_eq!(calls, 275);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
