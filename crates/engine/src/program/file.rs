//! Reads files of function definitions: each by itself, so that what is wrong in one does not spoil the others.

use super::parse::{self, ParseError};
use super::Program;

/// A function definition of a file: its program, or why it could not be read.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The function's name, if it could be read.
    pub name: Option<String>,
    /// The line on which it starts, counted from 1.
    pub line: u32,
    /// The program or the error.
    pub program: Result<Program, ParseError>,
}

/// Reads a file of function definitions; what is wrong in one does not spoil the others.
///
/// Import lines are passed over. A text without any definition is read as one bare program.
pub fn parse_file(text: &str) -> Vec<Definition> {
    let chunks = split(text);
    if !chunks.iter().any(|(_, chunk)| is_definition(chunk)) {
        let program = parse::bare(text);
        return if chunks.is_empty() { Vec::new() } else { vec![Definition { name: None, line: 1, program }] };
    }
    chunks
        .into_iter()
        .map(|(line, chunk)| {
            let (name, program) = parse::definition(chunk, line);
            Definition { name, line, program }
        })
        .collect()
}

/// Reads a text that holds exactly one program.
pub(super) fn parse_one(text: &str) -> Result<Program, ParseError> {
    let mut definitions = parse_file(text).into_iter();
    match (definitions.next(), definitions.next()) {
        (Some(definition), None) => definition.program,
        (Some(_), Some(second)) => Err(ParseError {
            line: second.line,
            column: 1,
            message: "found a second definition, expected one program".to_owned(),
        }),
        (None, _) => Err(ParseError { line: 1, column: 1, message: "found no program in the text".to_owned() }),
    }
}

fn is_definition(chunk: &str) -> bool {
    chunk.starts_with("def ") || chunk.starts_with("def\t")
}

fn is_import(chunk: &str) -> bool {
    chunk.starts_with("import ") || chunk.starts_with("from ")
}

/// Splits a file into its top-level statements with their first lines' numbers; imports are left out.
fn split(text: &str) -> Vec<(u32, &str)> {
    let mut chunks = Vec::new();
    let mut current: Option<(u32, usize)> = None;
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let starts_statement =
            line.chars().next().is_some_and(|first| !first.is_whitespace() && !matches!(first, '#' | ')' | ']'));
        if starts_statement {
            if let Some((first_line, start)) = current.replace((index as u32 + 1, at)) {
                chunks.push((first_line, &text[start..at]));
            }
        } else if current.is_none() && !line.trim().is_empty() && !line.trim().starts_with('#') {
            current = Some((index as u32 + 1, at));
        }
        at += line.len();
    }
    if let Some((first_line, start)) = current {
        chunks.push((first_line, &text[start..]));
    }
    chunks.retain(|(_, chunk)| !is_import(chunk));
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_function_does_not_spoil_its_file() {
        let text =
            "def a(I):\n    return add(ONE, ONE)\n\ndef b(I):\n    return ad(ONE, ONE)\n\ndef c(I):\n    return I\n";
        let definitions = parse_file(text);
        let good: Vec<bool> = definitions.iter().map(|d| d.program.is_ok()).collect();
        assert_eq!(good, [true, false, true]);
        let error = definitions[1].program.as_ref().expect_err("an unknown name");
        assert_eq!(error.to_string(), "line 5, column 12: found the unknown name `ad`; did you mean `add`?");
    }

    #[test]
    fn what_is_no_definition_is_an_error_of_its_own() {
        let text = "import dsl\nprint(1)\ndef a(I):\n    return I\n";
        let definitions = parse_file(text);
        let error = definitions[0].program.as_ref().expect_err("no definition");
        assert_eq!(error.to_string(), "line 2, column 1: found `print`, expected a function definition");
        assert!(definitions[1].program.is_ok());
    }
}
