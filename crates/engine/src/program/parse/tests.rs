//! Texts read, and what is said of those that cannot be.

use super::*;

fn nested(text: &str) -> String {
    let program = Program::parse(text).unwrap_or_else(|error| panic!("{error}"));
    program.nested().expect("a short program")
}

fn error(text: &str) -> String {
    Program::parse(text).expect_err("an error").to_string()
}

#[test]
fn definitions_of_the_wild_are_read() {
    let text = "from dsl import *\n\ndef solve_x(I: Grid, S: Tuple[Tuple[Grid, Grid]]) -> Grid:\n    \
                \"\"\"Doc.\"\"\"\n    x1 = add(ONE, 2)  # three\n    unused = add(x1, x1)\n    \
                O = add(a=x1, b=(1, -7))\n    return O\n";
    assert_eq!(nested(text), "add(add(ONE, TWO), (1, -7))");
}

#[test]
fn bare_expressions_are_programs() {
    assert_eq!(nested("add(ONE, T)"), "add(ONE, T)");
    assert_eq!(nested("x = add(1,\n  1)\nadd(x, x)\n"), "add(add(ONE, ONE), add(ONE, ONE))");
}

#[test]
fn errors_say_what_was_found_and_expected() {
    insta::assert_snapshot!([
        "",
        "def f(I):\n    x = add(ONE)\n    return x",
        "def f(I):\n    x = add(a=ONE, c=TWO)\n    return x",
        "def f(I):\n    x = add(ONE, TWO",
        "def f(I):\n    x = add(ONE, TWO)\n",
        "def f(J, K):\n    return J",
        "def f(I):\n    return I + I",
        "def f(I):\n    return ONE(I)",
        "def f(I):\n    return 99999999999999999999",
        "def f(I):\n    return 'text",
        "def f(I):\n    for x in I: pass",
    ]
    .map(error)
    .join("\n"));
}

#[test]
fn deep_nesting_ends_as_an_error() {
    let text = format!("{}I{}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(error(&text).contains("nested more than"));
    assert!(error(&"add(".repeat(60_000)).contains("nested more than"));
    assert!(error(&"x".repeat(10 << 20)).contains("expected at most"));
}

#[test]
fn tuples_of_computed_values_are_joined() {
    assert_eq!(nested("(I,)"), "repeat(I, ONE)");
    assert_eq!(nested("(I, ONE)"), "astuple(I, ONE)");
    assert_eq!(nested("(I, ONE, I)"), "combine(astuple(I, ONE), repeat(I, ONE))");
    assert_eq!(nested("size((I, I, ONE, TWO))"), "size(combine(astuple(I, I), astuple(ONE, TWO)))");
    let many = format!("size(({}))", "I, ".repeat(2000));
    assert!(Program::parse(&many).is_ok());
}
