//! Splits program text into tokens: the part of Python's lexical structure that programs use.

/// A token with the byte at which it starts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Token<'a> {
    pub kind: TokenKind<'a>,
    pub start: usize,
}

/// What the lexer cannot read, and where.
pub(super) struct LexError {
    pub start: usize,
    pub message: String,
}

/// The kinds of tokens.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TokenKind<'a> {
    Name(&'a str),
    Integer(i64),
    Text,
    Symbol(&'a str),
    /// The end of a line outside brackets.
    Newline,
    End,
}

impl TokenKind<'_> {
    /// The token as error messages name it.
    pub fn describe(&self) -> String {
        match self {
            TokenKind::Name(name) => format!("`{}`", shorten(name)),
            TokenKind::Integer(number) => format!("`{number}`"),
            TokenKind::Text => "a text".to_owned(),
            TokenKind::Symbol(symbol) => format!("`{symbol}`"),
            TokenKind::Newline => "the end of the line".to_owned(),
            TokenKind::End => "the end of the text".to_owned(),
        }
    }
}

/// A name as error messages show it: long ones cut, so that hostile text cannot flood the screen.
pub(super) fn shorten(name: &str) -> String {
    const LONGEST: usize = 40;
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

/// A cursor over text that yields tokens.
pub(super) struct Lexer<'a> {
    text: &'a str,
    at: usize,
    brackets: u32,
}

impl<'a> Lexer<'a> {
    pub fn new(text: &'a str) -> Self {
        Lexer { text, at: 0, brackets: 0 }
    }

    fn byte(&self, ahead: usize) -> u8 {
        *self.text.as_bytes().get(self.at + ahead).unwrap_or(&0)
    }

    /// Skips blanks, comments, continued lines and, within brackets, line ends.
    fn skip(&mut self) {
        loop {
            match self.byte(0) {
                b' ' | b'\t' | b'\r' | 0x0c => self.at += 1,
                b'#' => {
                    let rest = &self.text[self.at..];
                    self.at += rest.find('\n').unwrap_or(rest.len());
                }
                b'\\' if self.byte(1) == b'\n' => self.at += 2,
                b'\\' if self.byte(1) == b'\r' && self.byte(2) == b'\n' => self.at += 3,
                b'\n' if self.brackets > 0 => self.at += 1,
                _ => break,
            }
        }
    }

    /// The next token.
    pub fn next(&mut self) -> Result<Token<'a>, LexError> {
        self.skip();
        let start = self.at;
        match self.kind() {
            Ok(kind) => Ok(Token { kind, start }),
            Err(message) => Err(LexError { start, message }),
        }
    }

    fn kind(&mut self) -> Result<TokenKind<'a>, String> {
        let rest = &self.text[self.at..];
        let Some(first) = rest.chars().next() else {
            return Ok(TokenKind::End);
        };
        match first {
            '\n' => {
                self.at += 1;
                Ok(TokenKind::Newline)
            }
            'a'..='z' | 'A'..='Z' | '_' => {
                let name = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_');
                Ok(TokenKind::Name(name))
            }
            '0'..='9' => self.integer(),
            '"' | '\'' => self.skip_text(),
            '(' | '[' => {
                self.brackets += 1;
                Ok(self.symbol(1))
            }
            ')' | ']' => {
                self.brackets = self.brackets.saturating_sub(1);
                Ok(self.symbol(1))
            }
            '-' if self.byte(1) == b'>' => Ok(self.symbol(2)),
            ',' | ':' | '=' | '-' | ';' | '.' | '*' | '@' | '|' => Ok(self.symbol(1)),
            other => Err(format!("found {other:?}, which has no meaning in a program")),
        }
    }

    fn take_while(&mut self, accept: impl Fn(char) -> bool) -> &'a str {
        let rest = &self.text[self.at..];
        let end = rest.find(|c| !accept(c)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn symbol(&mut self, length: usize) -> TokenKind<'a> {
        let start = self.at;
        self.at += length;
        TokenKind::Symbol(&self.text[start..self.at])
    }

    fn integer(&mut self) -> Result<TokenKind<'a>, String> {
        let digits = self.take_while(|c| c.is_ascii_alphanumeric() || c == '_' || c == '.');
        digits
            .parse()
            .map(TokenKind::Integer)
            .map_err(|_| format!("found `{}`, expected an integer of at most 64 bits", shorten(digits)))
    }

    /// Skips a quoted text, which can only be a documentation string.
    fn skip_text(&mut self) -> Result<TokenKind<'a>, String> {
        let quote = self.byte(0);
        let triple = self.byte(1) == quote && self.byte(2) == quote;
        let width = if triple { 3 } else { 1 };
        self.at += width;
        while let Some(next) = self.text[self.at..].chars().next() {
            match next {
                '\\' => {
                    let escaped = self.text[self.at + 1..].chars().next();
                    self.at += 1 + escaped.map_or(0, char::len_utf8);
                }
                '\n' if !triple => break,
                _ if next == char::from(quote) && (!triple || self.closes(quote)) => {
                    self.at += width;
                    return Ok(TokenKind::Text);
                }
                _ => self.at += next.len_utf8(),
            }
        }
        Err("found a text without its closing quote".to_owned())
    }

    fn closes(&self, quote: u8) -> bool {
        self.byte(1) == quote && self.byte(2) == quote
    }
}
