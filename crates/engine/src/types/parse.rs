//! Reads types and signatures from text.

use thiserror::Error;

use super::{Bound, Kind, Signature, Type};

/// Why a type or a signature could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{reason} at character {at} of `{text}`")]
pub struct TypeError {
    text: String,
    at: usize,
    reason: &'static str,
}

impl Signature {
    /// Reads a signature such as `(grid: Grid, value: Integer) -> Indices`.
    pub fn parse(text: &str) -> Result<Signature, TypeError> {
        let mut reader = Reader::new(text);
        reader.expect("(")?;
        let mut parameters = Vec::new();
        while !reader.take(")") {
            if !parameters.is_empty() {
                reader.expect(",")?;
            }
            reader.word()?;
            reader.expect(":")?;
            parameters.push(reader.read()?);
        }
        reader.expect("->")?;
        let result = reader.read()?;
        reader.end()?;
        Ok(Signature { parameters, result, variables: reader.names.len() as u32, kinds: reader.kinds.len() as u32 })
    }

    /// The names of the parameters in the signature's text.
    pub(crate) fn names(&self, text: &'static str) -> Vec<&'static str> {
        // A colon stands behind parameters' names only.
        text.match_indices(':')
            .map(|(end, _)| {
                let start = text[..end].rfind(['(', ' ']).map_or(0, |at| at + 1);
                &text[start..end]
            })
            .collect()
    }
}

impl Type {
    /// Reads a type; its variables are numbered in the order of their appearance.
    pub fn parse(text: &str) -> Result<Type, TypeError> {
        let mut reader = Reader::new(text);
        let result = reader.read()?;
        reader.end()?;
        Ok(result)
    }
}

/// A cursor over a type's text, with the variables met so far.
struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// The name of each type variable; unnamed unions have an empty one.
    names: Vec<&'a str>,
    /// The name of each kind variable; unnamed containers have an empty one.
    kinds: Vec<&'a str>,
}

/// The number of a variable by its name; the empty name always makes a new one.
fn number<'a>(names: &mut Vec<&'a str>, name: &'a str) -> u32 {
    let known = names.iter().position(|&known| known == name);
    let index = known.filter(|_| !name.is_empty()).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    });
    index as u32
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Reader { text, at: 0, names: Vec::new(), kinds: Vec::new() }
    }

    fn rest(&mut self) -> &'a str {
        let rest = self.text[self.at..].trim_start();
        self.at = self.text.len() - rest.len();
        rest
    }

    fn error(&self, reason: &'static str) -> TypeError {
        TypeError { text: self.text.to_owned(), at: self.at, reason }
    }

    fn take(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
        }
        found
    }

    fn expect(&mut self, token: &'static str) -> Result<(), TypeError> {
        if self.take(token) {
            return Ok(());
        }
        Err(self.error(match token {
            "(" => "expected `(`",
            ")" => "expected `)`",
            "]" => "expected `]`",
            "[" => "expected `[`",
            "," => "expected `,`",
            ":" => "expected `:`",
            _ => "expected `->`",
        }))
    }

    fn end(&mut self) -> Result<(), TypeError> {
        match self.rest() {
            "" => Ok(()),
            _ => Err(self.error("expected the end")),
        }
    }

    fn word(&mut self) -> Result<&'a str, TypeError> {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        if end == 0 {
            return Err(self.error("expected a name"));
        }
        self.at += end;
        Ok(&rest[..end])
    }

    /// The name behind an `@`, or the empty name.
    fn label(&mut self) -> Result<&'a str, TypeError> {
        if self.take("@") {
            self.word()
        } else {
            Ok("")
        }
    }

    fn variable(&mut self, bound: Bound) -> Result<Type, TypeError> {
        let name = self.label()?;
        Ok(Type::Variable(number(&mut self.names, name), bound))
    }

    fn element(&mut self) -> Result<Type, TypeError> {
        self.expect("[")?;
        let element = self.read()?;
        self.expect("]")?;
        Ok(element)
    }

    fn read(&mut self) -> Result<Type, TypeError> {
        if self.take("(") {
            let mut parameters = Vec::new();
            while !self.take(")") {
                if !parameters.is_empty() {
                    self.expect(",")?;
                }
                parameters.push(self.read()?);
            }
            self.expect("->")?;
            return Ok(Type::Function(parameters, Box::new(self.read()?)));
        }
        let word = self.word()?;
        Ok(match word {
            "Any" => self.variable(Bound::ANY)?,
            "Numerical" => self.variable(Bound::NUMERICAL)?,
            "Patch" => self.variable(Bound::PATCH)?,
            "Element" => self.variable(Bound::ELEMENT)?,
            "Piece" => self.variable(Bound::PIECE)?,
            "Boolean" => Type::Boolean,
            "Integer" => Type::Integer,
            "IntegerTuple" => Type::Pair,
            "Cell" => Type::Cell,
            "Grid" => Type::Grid,
            "Object" => Type::object(),
            "Objects" => Type::set(Type::object()),
            "Indices" => Type::indices(),
            "IndicesSet" => Type::set(Type::indices()),
            "IntegerSet" => Type::set(Type::Integer),
            "Tuple" => Type::tuple(self.element()?),
            "FrozenSet" => Type::set(self.element()?),
            "Container" => {
                let name = self.label()?;
                let kind = Kind::Variable(number(&mut self.kinds, name));
                Type::Sequence(kind, Box::new(self.element()?))
            }
            _ if word.len() == 1 && word.as_bytes()[0].is_ascii_lowercase() => {
                Type::Variable(number(&mut self.names, word), Bound::ANY)
            }
            _ => return Err(self.error("unknown type before here")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_print_as_they_are_written() {
        for text in [
            "Grid",
            "Objects",
            "Tuple[Grid]",
            "(a, Integer) -> FrozenSet[a]",
            "Container[Patch@a]",
            "(Element@a) -> (a) -> Boolean",
        ] {
            let read = Type::parse(text).expect(text);
            assert_eq!(Type::parse(&read.to_string()).as_ref(), Ok(&read));
        }
    }

    #[test]
    fn signatures_share_named_variables() {
        let text = "(container: Container@c[a], condition: (a) -> Boolean) -> Container@c[a]";
        let signature = Signature::parse(text).expect(text);
        assert_eq!(signature.names(text), ["container", "condition"]);
        assert_eq!(signature.parameters[0], signature.result);
        assert_eq!((signature.variables, signature.kinds), (1, 1));
    }

    #[test]
    fn errors_name_the_place() {
        let error = Type::parse("Tuple[Grid").expect_err("the bracket is open");
        assert_eq!(error.to_string(), "expected `]` at character 10 of `Tuple[Grid`");
        assert!(Type::parse("Gird").is_err());
        assert!(Signature::parse("(grid Grid) -> Grid").is_err());
    }
}
