//! What is wrong with a program's text, and where.

use thiserror::Error;

/// The longest text of one program, in bytes.
const MAX_TEXT: usize = 1 << 18;

/// Why a program could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {message}")]
pub struct ParseError {
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in characters.
    pub column: u32,
    /// What was found, what was expected, and the nearest known name where there is one.
    pub message: String,
}

impl ParseError {
    /// An error at a byte of a text whose first line has the given number.
    pub(super) fn at(text: &str, first_line: u32, start: usize, message: String) -> ParseError {
        let before = text.get(..start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        ParseError {
            line: first_line + before.matches('\n').count() as u32,
            column: before[line_start..].chars().count() as u32 + 1,
            message,
        }
    }

    /// Fails if a text is longer than one program may be.
    pub(super) fn check_length(text: &str, first_line: u32) -> Result<(), ParseError> {
        if text.len() <= MAX_TEXT {
            return Ok(());
        }
        let message = format!("found a program of {} bytes, expected at most {MAX_TEXT}", text.len());
        Err(ParseError { line: first_line, column: 1, message })
    }
}
