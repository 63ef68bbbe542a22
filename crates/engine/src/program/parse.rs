//! Parses one program: a function definition as they stand in the wild, or a bare expression.

#[cfg(test)]
mod tests;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::error::ParseError;
use super::lex::{shorten, LexError, Lexer, Token, TokenKind};
use super::{Builder, Node, NodeId, Operation, Program, MAX_NODES};
use crate::constants;
use crate::function::Function;
use crate::primitives::{self, PrimitiveId};
use crate::value::Value;

/// The deepest nesting of calls and tuples in a program's text.
const MAX_NESTING: u32 = 300;

/// Reads a function definition whose first line has the given number; gives its name as well, if that could be read.
pub(super) fn definition(text: &str, first_line: u32) -> (Option<String>, Result<Program, ParseError>) {
    match Parser::new(text, first_line) {
        Ok(mut parser) => {
            let program = parser.definition();
            (parser.name, program)
        }
        Err(error) => (None, Err(error)),
    }
}

/// Reads a program without a definition around it: assignments and an expression over `I`, `S` and `C`.
pub(super) fn bare(text: &str) -> Result<Program, ParseError> {
    let mut parser = Parser::new(text, 1)?;
    for (name, operation) in PARAMETERS {
        let node = parser.builder.add(Node::leaf(operation.clone()));
        parser.names.insert(name, node);
    }
    parser.body(true)
}

/// The parameters that a program may have.
const PARAMETERS: [(&str, Operation); 3] =
    [("I", Operation::Input), ("S", Operation::Samples), ("C", Operation::Candidate)];

struct Parser<'a> {
    text: &'a str,
    first_line: u32,
    lexer: Lexer<'a>,
    token: Token<'a>,
    ahead: Token<'a>,
    name: Option<String>,
    builder: Builder,
    names: FxHashMap<&'a str, NodeId>,
    nesting: u32,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, first_line: u32) -> Result<Self, ParseError> {
        ParseError::check_length(text, first_line)?;
        let mut lexer = Lexer::new(text);
        let mut read = || lexer.next().map_err(|error| ParseError::at(text, first_line, error.start, error.message));
        let (token, ahead) = (read()?, read()?);
        Ok(Parser {
            text,
            first_line,
            lexer,
            token,
            ahead,
            name: None,
            builder: Builder::new(),
            names: FxHashMap::default(),
            nesting: 0,
        })
    }

    fn error_at(&self, start: usize, message: String) -> ParseError {
        ParseError::at(self.text, self.first_line, start, message)
    }

    /// The error that something else than the current token was expected.
    fn expected(&self, what: &str) -> ParseError {
        let found = self.token.kind.describe();
        self.error_at(self.token.start, format!("found {found}, expected {what}"))
    }

    fn advance(&mut self) -> Result<Token<'a>, ParseError> {
        let next = self.lexer.next().map_err(|LexError { start, message }| self.error_at(start, message))?;
        let current = std::mem::replace(&mut self.token, self.ahead);
        self.ahead = next;
        Ok(current)
    }

    fn is(&self, symbol: &str) -> bool {
        self.token.kind == TokenKind::Symbol(symbol)
    }

    fn take(&mut self, symbol: &str) -> Result<bool, ParseError> {
        let found = self.is(symbol);
        if found {
            self.advance()?;
        }
        Ok(found)
    }

    fn expect(&mut self, symbol: &str) -> Result<(), ParseError> {
        if self.take(symbol)? {
            Ok(())
        } else {
            Err(self.expected(&format!("`{symbol}`")))
        }
    }

    fn name(&mut self, what: &str) -> Result<(&'a str, usize), ParseError> {
        match self.token.kind {
            TokenKind::Name(name) => Ok((name, self.advance()?.start)),
            _ => Err(self.expected(what)),
        }
    }

    /// `def name(parameters) -> type:` and the body.
    fn definition(&mut self) -> Result<Program, ParseError> {
        if self.token.kind != TokenKind::Name("def") {
            return Err(self.expected("a function definition"));
        }
        self.advance()?;
        let (name, _) = self.name("the function's name")?;
        self.name = Some(name.to_owned());
        self.expect("(")?;
        let mut parameters = Vec::new();
        while !self.take(")")? {
            if !parameters.is_empty() {
                self.expect(",")?;
                if self.take(")")? {
                    break;
                }
            }
            parameters.push(self.name("a parameter")?);
            if self.take(":")? {
                self.annotation(&[",", ")"])?;
            }
        }
        self.parameters(&parameters)?;
        if self.take("->")? {
            self.annotation(&[":"])?;
        }
        self.expect(":")?;
        self.body(false)
    }

    /// Binds the parameters: a single one of any name is the input, else they are known by their names.
    fn parameters(&mut self, parameters: &[(&'a str, usize)]) -> Result<(), ParseError> {
        for &(name, start) in parameters {
            let known = PARAMETERS.into_iter().find(|(known, _)| *known == name);
            let operation = match known {
                Some((_, operation)) => operation,
                None if parameters.len() == 1 => Operation::Input,
                None => {
                    let message = format!(
                        "found the parameter `{}`, expected `I` (the input), `S` (the demo pairs) or `C`",
                        shorten(name)
                    );
                    return Err(self.error_at(start, message));
                }
            };
            let node = self.builder.add(Node::leaf(operation));
            if self.names.insert(name, node).is_some() {
                let message = format!("found the parameter `{name}` twice");
                return Err(self.error_at(start, message));
            }
        }
        Ok(())
    }

    /// Passes over a type annotation, up to one of the closing symbols outside brackets.
    fn annotation(&mut self, closing: &[&str]) -> Result<(), ParseError> {
        let mut depth = 0;
        loop {
            match self.token.kind {
                TokenKind::Symbol(symbol) if depth == 0 && closing.contains(&symbol) => return Ok(()),
                TokenKind::Symbol("(" | "[") => depth += 1,
                TokenKind::Symbol(")" | "]") => depth -= 1,
                TokenKind::End => return Err(self.expected("the end of the annotation")),
                _ => {}
            }
            self.advance()?;
        }
    }

    /// The statements up to `return`; in a bare program the last line may be an expression instead.
    fn body(&mut self, bare: bool) -> Result<Program, ParseError> {
        loop {
            match (self.token.kind, self.ahead.kind) {
                (TokenKind::Newline | TokenKind::Text, _) | (TokenKind::Symbol(";"), _) => {
                    self.advance()?;
                }
                (TokenKind::Name("pass"), _) => {
                    self.advance()?;
                }
                (TokenKind::Name("return"), _) => {
                    self.advance()?;
                    let result = self.expression()?;
                    self.end_statement()?;
                    return Ok(self.builder.program(result));
                }
                (TokenKind::Name(name), TokenKind::Symbol("=" | ":")) => {
                    self.advance()?;
                    if self.take(":")? {
                        self.annotation(&["="])?;
                    }
                    self.expect("=")?;
                    let node = self.expression()?;
                    self.end_statement()?;
                    self.names.insert(name, node);
                }
                (TokenKind::End, _) => {
                    return Err(self.expected("`return` and the result"));
                }
                _ if bare => {
                    let result = self.expression()?;
                    while matches!(self.token.kind, TokenKind::Newline | TokenKind::Symbol(";")) {
                        self.advance()?;
                    }
                    if self.token.kind != TokenKind::End {
                        return Err(self.expected("the end of the program"));
                    }
                    return Ok(self.builder.program(result));
                }
                _ => return Err(self.expected("an assignment or `return`")),
            }
        }
    }

    fn end_statement(&mut self) -> Result<(), ParseError> {
        match self.token.kind {
            TokenKind::Newline | TokenKind::End | TokenKind::Symbol(";") => Ok(()),
            _ => Err(self.expected("the end of the line")),
        }
    }

    fn add(&mut self, node: Node, start: usize) -> Result<NodeId, ParseError> {
        if self.builder.nodes().len() >= MAX_NODES {
            let message = format!("found a program of more than {MAX_NODES} steps");
            return Err(self.error_at(start, message));
        }
        Ok(self.builder.add(node))
    }

    fn expression(&mut self) -> Result<NodeId, ParseError> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            let message = format!("found an expression nested more than {MAX_NESTING} deep");
            return Err(self.error_at(self.token.start, message));
        }
        let start = self.token.start;
        let mut node = self.primary()?;
        while self.is("(") {
            node = self.call(node, start)?;
        }
        self.nesting -= 1;
        Ok(node)
    }

    fn primary(&mut self) -> Result<NodeId, ParseError> {
        let start = self.token.start;
        let value = match self.token.kind {
            TokenKind::Integer(number) => {
                self.advance()?;
                Value::Integer(number)
            }
            TokenKind::Symbol("-") => {
                self.advance()?;
                let TokenKind::Integer(number) = self.token.kind else {
                    return Err(self.expected("an integer behind `-`"));
                };
                self.advance()?;
                Value::Integer(-number)
            }
            TokenKind::Symbol("(") => return self.parenthesis(),
            TokenKind::Name(name) => {
                if let Some(&node) = self.names.get(name) {
                    self.advance()?;
                    return Ok(node);
                }
                let value = named(name).ok_or_else(|| self.unknown(name))?;
                self.advance()?;
                value
            }
            _ => return Err(self.expected("an expression")),
        };
        self.add(Node::constant(value), start)
    }

    /// The error of a name without meaning, with the nearest known name.
    fn unknown(&self, name: &str) -> ParseError {
        let mut known: Vec<&str> = self.names.keys().copied().collect();
        for primitive in primitives::all() {
            known.push(primitive.name());
        }
        for (constant, _) in constants::all() {
            known.push(constant);
        }
        let hint = match nearest(name, &known) {
            Some(nearest) => format!("; did you mean `{nearest}`?"),
            None => String::new(),
        };
        let message = format!("found the unknown name `{}`{hint}", shorten(name));
        self.error_at(self.token.start, message)
    }

    /// A parenthesised expression or a tuple.
    fn parenthesis(&mut self) -> Result<NodeId, ParseError> {
        let start = self.token.start;
        self.expect("(")?;
        let mut items = Vec::new();
        let mut is_tuple = false;
        while !self.take(")")? {
            items.push(self.expression()?);
            if self.take(",")? {
                is_tuple = true;
            } else if !self.is(")") {
                return Err(self.expected("`,` or `)`"));
            }
        }
        match items.as_slice() {
            [only] if !is_tuple => Ok(*only),
            _ => self.tuple(&items, start),
        }
    }

    /// A tuple of constants, or the calls that make one of computed values.
    fn tuple(&mut self, items: &[NodeId], start: usize) -> Result<NodeId, ParseError> {
        let constant = |id: &NodeId| match &self.builder.nodes()[id.index()].operation {
            Operation::Constant(value) => Some(value.clone()),
            _ => None,
        };
        if let Some(values) = items.iter().map(constant).collect::<Option<Vec<Value>>>() {
            let value = Value::tuple(values).map_err(|fault| self.error_at(start, format!("found a tuple {fault}")))?;
            return self.add(Node::constant(value), start);
        }
        // Twos, and the last of an odd number alone; joined two by two, so that a long tuple is not deeply nested.
        let one = self.add(Node::constant(Value::Integer(1)), start)?;
        let mut parts = Vec::with_capacity(items.len().div_ceil(2));
        for two in items.chunks(2) {
            parts.push(match two {
                [only] => self.step("repeat", &[*only, one], start)?,
                two => self.step("astuple", two, start)?,
            });
        }
        while parts.len() > 1 {
            let joined = parts.chunks(2).map(|two| match two {
                [only] => Ok(*only),
                two => self.step("combine", two, start),
            });
            parts = joined.collect::<Result<_, _>>()?;
        }
        Ok(parts[0])
    }

    /// The call of a primitive that the notation stands for.
    fn step(&mut self, name: &str, arguments: &[NodeId], start: usize) -> Result<NodeId, ParseError> {
        match primitives::find(name) {
            Some(primitive) => self.add(Node::call(primitive, arguments), start),
            None => Err(self.unknown(name)),
        }
    }

    /// The arguments behind a callee.
    fn call(&mut self, callee: NodeId, start: usize) -> Result<NodeId, ParseError> {
        let primitive = match &self.builder.nodes()[callee.index()].operation {
            Operation::Constant(Value::Function(Function::Primitive(id))) => Some(*id),
            Operation::Constant(other) => {
                let message = format!("found a call of {}, which is no function", other.kind());
                return Err(self.error_at(start, message));
            }
            _ => None,
        };
        self.expect("(")?;
        let mut arguments: SmallVec<[Option<NodeId>; 4]> = SmallVec::new();
        let mut keyword_seen = false;
        while !self.take(")")? {
            let place = match (self.token.kind, self.ahead.kind) {
                (TokenKind::Name(keyword), TokenKind::Symbol("=")) => {
                    keyword_seen = true;
                    self.keyword(primitive, keyword)?
                }
                _ if keyword_seen => return Err(self.expected("a keyword argument, as the ones before it")),
                _ => arguments.len(),
            };
            let argument_start = self.token.start;
            let argument = self.expression()?;
            if arguments.len() <= place {
                arguments.resize(place + 1, None);
            }
            if arguments[place].replace(argument).is_some() {
                let message = "found the same parameter given twice".to_owned();
                return Err(self.error_at(argument_start, message));
            }
            if !self.take(",")? && !self.is(")") {
                return Err(self.expected("`,` or `)`"));
            }
        }
        let given = arguments.iter().flatten().count();
        let Some(primitive) = primitive else {
            let arguments = std::iter::once(callee).chain(arguments.into_iter().flatten()).collect();
            let operation = Operation::Apply;
            return self.add(Node { operation, arguments }, start);
        };
        if given != primitive.arity() || arguments.len() != given {
            let message = format!(
                "found {given} arguments of `{}`, expected {}: {}",
                primitive.name(),
                primitive.arity(),
                primitive.entry().parameters.join(", ")
            );
            return Err(self.error_at(start, message));
        }
        let arguments: SmallVec<[NodeId; 4]> = arguments.into_iter().flatten().collect();
        self.add(Node::call(primitive, &arguments), start)
    }

    /// The position of a keyword among a primitive's parameters.
    fn keyword(&mut self, primitive: Option<PrimitiveId>, keyword: &'a str) -> Result<usize, ParseError> {
        let start = self.token.start;
        let parameters = primitive.map_or(&[][..], |primitive| &primitive.entry().parameters);
        let Some(place) = parameters.iter().position(|name| *name == keyword) else {
            let expected = match parameters {
                [] => "positional arguments".to_owned(),
                _ => format!("one of {}", parameters.join(", ")),
            };
            let message = format!("found the keyword `{}`, expected {expected}", shorten(keyword));
            return Err(self.error_at(start, message));
        };
        self.advance()?;
        self.advance()?;
        Ok(place)
    }
}

/// The value of a name of the DSL or of Python.
fn named(name: &str) -> Option<Value> {
    match name {
        "True" => Some(Value::Boolean(true)),
        "False" => Some(Value::Boolean(false)),
        "None" => Some(Value::None),
        _ => {
            primitives::find(name).map(|id| Value::Function(Function::Primitive(id))).or_else(|| constants::find(name))
        }
    }
}

/// The known name that is nearest to an unknown one, if any is near.
fn nearest<'n>(name: &str, known: &[&'n str]) -> Option<&'n str> {
    if name.len() > 40 {
        return None;
    }
    known
        .iter()
        .map(|&candidate| (strsim::osa_distance(name, candidate), candidate))
        .filter(|&(distance, _)| distance <= 1 + name.len() / 4 && distance < name.len())
        .min()
        .map(|(_, candidate)| candidate)
}
