//! Reads files of function definitions: each by itself, so that what is wrong in one does not spoil the others.

use super::error::ParseError;
use super::parse;
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
/// Import lines and texts are passed over. A text without any definition is read as one bare program.
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
    ParseError::check_length(text, 1)?;
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

fn is_text(chunk: &str) -> bool {
    chunk.starts_with(['"', '\''])
}

/// Splits a file into its top-level statements with their first lines' numbers; imports and texts are left out.
fn split(text: &str) -> Vec<(u32, &str)> {
    // Where a long text does not end, its quotes must not hide the definitions after them.
    let mut chunks = split_outside(text, &LONG_QUOTES).or_else(|| split_outside(text, &[])).unwrap_or_default();
    chunks.retain(|(_, chunk)| !is_import(chunk) && !is_text(chunk));
    chunks
}

/// What begins and ends a text of several lines.
const LONG_QUOTES: [&str; 2] = ["\"\"\"", "'''"];

/// Splits a file at the lines that start a statement outside long texts; gives `None` if a long text does not end.
fn split_outside<'a>(text: &'a str, quotes: &[&'static str]) -> Option<Vec<(u32, &'a str)>> {
    let mut chunks = Vec::new();
    let mut current: Option<(u32, usize)> = None;
    let mut open = None;
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let starts_statement = open.is_none()
            && line.chars().next().is_some_and(|first| !first.is_whitespace() && !matches!(first, '#' | ')' | ']'));
        if starts_statement {
            if let Some((first_line, start)) = current.replace((index as u32 + 1, at)) {
                chunks.push((first_line, &text[start..at]));
            }
        } else if current.is_none() && !line.trim().is_empty() && !line.trim().starts_with('#') {
            current = Some((index as u32 + 1, at));
        }
        open = open_after(line, open, quotes);
        at += line.len();
    }
    if let Some((first_line, start)) = current {
        chunks.push((first_line, &text[start..]));
    }
    open.is_none().then_some(chunks)
}

/// The quotes of the long text that is open at the end of a line, given those of the one at its start.
fn open_after(line: &str, mut open: Option<&'static str>, quotes: &[&'static str]) -> Option<&'static str> {
    if !line.contains('"') && !line.contains('\'') {
        return open;
    }
    let mut rest = line.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let quote = quotes.iter().copied().find(|quote| rest.starts_with(quote.as_bytes()));
        rest = match (open, quote) {
            (None, _) if first == b'#' => return None,
            (None, Some(quote)) => {
                open = Some(quote);
                &rest[quote.len()..]
            }
            (Some(begun), Some(quote)) if begun == quote => {
                open = None;
                &rest[quote.len()..]
            }
            _ => after,
        };
    }
    open
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

    #[test]
    fn texts_at_the_top_and_in_functions_are_passed_over() {
        let text = "\"\"\"Solvers\nof mine.\n\"\"\"\ndef a(I):\n    '''What it does,\nat length.'''\n    return I  # \"\"\"\n'b'\n";
        let definitions = parse_file(text);
        assert_eq!(definitions.len(), 1);
        assert!(definitions[0].program.is_ok());
    }

    #[test]
    fn a_text_without_end_hides_no_definition() {
        let text = "def a(I):\n    \"\"\"What it\n    return I\n\ndef b(I):\n    return I\n";
        let good: Vec<bool> = parse_file(text).iter().map(|d| d.program.is_ok()).collect();
        assert_eq!(good, [false, true]);
    }
}
