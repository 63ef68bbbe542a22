//! The registry has the primitives and constants of the DSL's interface, by name, parameters and values; primitives of
//! arcsynth's own may come on top.

use std::collections::BTreeSet;

use arcsynth_engine::constants;
use arcsynth_engine::primitives::{self, Origin};
use arcsynth_engine::types::Signature;
use arcsynth_engine::value::Value;
use serde_json::Value as Json;

fn reference() -> Json {
    serde_json::from_str(include_str!("data/signatures.json")).expect("JSON")
}

#[test]
fn all_functions_of_the_interface_are_registered_with_their_parameters() {
    let reference = reference();
    let functions = reference["functions"].as_array().expect("functions");
    assert_eq!(functions.len(), 160);
    let mut names = BTreeSet::new();
    for function in functions {
        let name = function["name"].as_str().expect("a name");
        let parameters: Vec<&str> = function["params"]
            .as_array()
            .expect("parameters")
            .iter()
            .map(|parameter| parameter[0].as_str().expect("a name"))
            .collect();
        let id = primitives::find(name).unwrap_or_else(|| panic!("no primitive {name}"));
        assert_eq!(id.entry().parameters, parameters, "{name}");
        names.insert(name);
    }
    for id in primitives::all() {
        let is_of_interface = id.entry().origin == Origin::Interface;
        assert_eq!(names.contains(id.name()), is_of_interface, "{}", id.name());
    }
}

#[test]
fn every_primitive_has_a_name_of_its_own() {
    for id in primitives::all() {
        assert_eq!(primitives::find(id.name()), Some(id), "{} stands for two primitives", id.name());
    }
}

#[test]
fn all_constants_have_their_values() {
    let reference = reference();
    let values = reference["constants"].as_object().expect("constants");
    assert_eq!(values.len(), 28);
    assert_eq!(constants::all().count(), 28);
    for (name, json) in values {
        let integer = |json: &Json| json.as_i64().expect("an integer");
        let expected = match json {
            Json::Bool(truth) => Value::Boolean(*truth),
            Json::Number(_) => Value::Integer(integer(json)),
            _ => Value::Pair(integer(&json[0]), integer(&json[1])),
        };
        let found = constants::find(name).unwrap_or_else(|| panic!("no constant {name}"));
        assert_eq!(found, expected, "{name}");
        assert_eq!(found.kind(), expected.kind(), "{name}");
        assert_eq!(constants::name(&found), Some(name.as_str()));
    }
}

#[test]
fn documentation_is_one_sentence() {
    for id in primitives::all() {
        let doc = id.entry().doc;
        let name = id.name();
        assert!(doc.ends_with('.'), "{name}: {doc}");
        assert_eq!(doc.matches(". ").count(), 0, "{name}: {doc}");
        assert!(!doc.contains('\n'), "{name}: {doc}");
        assert!(doc.starts_with(char::is_uppercase), "{name}: {doc}");
    }
}

/// A signature as it prints, with the parameters' names; kinds lose their names in print.
fn printed(names: &[&str], signature: &Signature) -> String {
    let parameters = names.iter().zip(&signature.parameters);
    let parameters: Vec<String> = parameters.map(|(name, ty)| format!("{name}: {ty}")).collect();
    format!("({}) -> {}", parameters.join(", "), signature.result)
}

#[test]
fn signatures_print_as_types_that_read_back() {
    for id in primitives::all() {
        let entry = id.entry();
        let signature = Signature::parse(entry.declaration).expect("a signature");
        assert_eq!(signature, entry.signature, "{}", entry.name);
        let text = printed(&entry.parameters, &signature);
        let again = Signature::parse(&text).unwrap_or_else(|error| panic!("{}: {text}: {error}", entry.name));
        assert_eq!(printed(&entry.parameters, &again), text, "{}", entry.name);
        assert_eq!(again.variables, signature.variables, "{}: {text}", entry.name);
    }
}
