//! Writes programs: straight-line definitions and the one nested expression.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{Node, NodeId, Operation, Program};
use crate::constants;
use crate::function::Function;
use crate::value::Value;

/// The longest nested form that is written, in bytes: shared steps may repeat exponentially often.
const MAX_NESTED: usize = 1 << 16;

impl Program {
    /// The canonical straight-line definition under a name.
    ///
    /// The parameters are `I`, or `S, I, C` if the program uses more than the input.
    pub fn definition(&self, name: &str) -> String {
        let mut text = format!("def {name}({}):\n", self.parameters());
        let names = self.names();
        for (index, node) in self.nodes.iter().enumerate() {
            if !node.arguments.is_empty() {
                let _ = writeln!(text, "    {} = {}", names[index], call(node, &names));
            }
        }
        let _ = writeln!(text, "    return {}", names[self.result().index()]);
        text
    }

    /// The canonical expression, with every shared step written out; `None` if it would be too long.
    pub fn nested(&self) -> Option<String> {
        let mut texts: Vec<String> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let length: usize = node.arguments.iter().map(|id| texts[id.index()].len()).sum();
            if length > MAX_NESTED {
                return None;
            }
            texts.push(match leaf(&node.operation) {
                Some(text) => text,
                None => call(node, &texts),
            });
        }
        texts.pop()
    }

    /// The canonical id: 32 hexadecimal digits, the same for programs with the same nested expression.
    ///
    /// The first half of the SHA-256 digest of the canonical definition without its first line.
    pub fn id(&self) -> String {
        let definition = self.definition("");
        let body = definition.split_once('\n').map_or("", |(_, body)| body);
        let digest = Sha256::digest(body.as_bytes());
        digest[..16].iter().fold(String::new(), |mut id, byte| {
            let _ = write!(id, "{byte:02x}");
            id
        })
    }

    fn parameters(&self) -> &'static str {
        if self.uses_samples() || self.uses_candidate() {
            "S, I, C"
        } else {
            "I"
        }
    }

    /// What each node is called in the straight-line form: steps by number, the result `O`, leaves by their text.
    fn names(&self) -> Vec<String> {
        let mut steps = 0;
        let result = self.result();
        let name = |(index, node): (usize, &Node)| match leaf(&node.operation) {
            Some(text) => text,
            None if NodeId(index as u32) == result => "O".to_owned(),
            None => {
                steps += 1;
                format!("x{steps}")
            }
        };
        self.nodes.iter().enumerate().map(name).collect()
    }
}

/// The text of an operation without arguments; `None` of calls.
fn leaf(operation: &Operation) -> Option<String> {
    match operation {
        Operation::Input => Some("I".to_owned()),
        Operation::Samples => Some("S".to_owned()),
        Operation::Candidate => Some("C".to_owned()),
        Operation::Constant(value) => Some(constant(value)),
        Operation::Call(_) | Operation::Apply => None,
    }
}

/// The text of a constant: its name where it has one.
fn constant(value: &Value) -> String {
    match value {
        Value::Function(Function::Primitive(id)) => id.name().to_owned(),
        _ => constants::name(value).map_or_else(|| value.to_string(), str::to_owned),
    }
}

/// The text of a call, given the texts of all nodes.
fn call(node: &Node, texts: &[String]) -> String {
    let mut arguments = node.arguments.iter().map(|id| texts[id.index()].as_str());
    let callee = match node.operation {
        Operation::Call(primitive) => primitive.name(),
        _ => arguments.next().unwrap_or_default(),
    };
    let arguments: Vec<&str> = arguments.collect();
    format!("{callee}({})", arguments.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_expressions_have_one_id_however_they_are_written() {
        let nested = Program::parse("add(add(ONE, ONE), add(ONE, ONE))").expect("a program");
        let lines = Program::parse("def f(I):\n    b = add(1, 1)\n    c = 5\n    return add(b, b)").expect("a program");
        assert_eq!(nested, lines);
        assert_eq!(nested.id(), lines.id());
        assert_ne!(nested.id(), Program::parse("add(ONE, T)").expect("a program").id());
        insta::assert_snapshot!(nested.definition("solve"));
    }

    #[test]
    fn printed_programs_read_back_as_themselves() {
        for text in ["I", "add(ONE, -5)", "add((3, 4), (1, (2, 3)))", "add(S, C)"] {
            let program = Program::parse(text).expect(text);
            let nested = program.nested().expect("short");
            assert_eq!(Program::parse(&nested).as_ref(), Ok(&program), "{nested}");
            let definition = program.definition("f");
            assert_eq!(Program::parse(&definition).as_ref(), Ok(&program), "{definition}");
        }
    }

    #[test]
    fn exponential_nested_forms_are_not_written() {
        let mut text = "def f(I):\n    x = I\n".to_owned();
        for _ in 0..200 {
            text.push_str("    x = add(x, x)\n");
        }
        let program = Program::parse(&(text + "    return x")).expect("a program");
        assert_eq!(program.nested(), None);
        assert_eq!(program.size(), 200);
    }
}
