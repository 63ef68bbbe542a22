//! Functions made of functions.

use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::function::{ClosureKind, Function};
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "compose",
        signature: "(outer: (b) -> c, inner: (a) -> b) -> (a) -> c",
        doc: "The function that applies the inner and then the outer function.",
        run: |machine, args| {
            let (outer, inner) = (args[0].clone(), args[1].clone());
            closure(machine, ClosureKind::Compose { outer, inner })
        },
    },
    Primitive {
        name: "chain",
        signature: "(h: (c) -> d, g: (b) -> c, f: (a) -> b) -> (a) -> d",
        doc: "The function that applies the last, then the middle, then the first function.",
        run: |machine, args| {
            let (h, g, f) = (args[0].clone(), args[1].clone(), args[2].clone());
            closure(machine, ClosureKind::Chain { h, g, f })
        },
    },
    Primitive {
        name: "matcher",
        signature: "(function: (a) -> b, target: b) -> (a) -> Boolean",
        doc: "The condition that a function gives a certain value.",
        run: |machine, args| {
            let (function, target) = (args[0].clone(), args[1].clone());
            closure(machine, ClosureKind::Matcher { function, target })
        },
    },
    Primitive {
        name: "rbind",
        signature: "(function: (a, b) -> c, fixed: b) -> (a) -> c",
        doc: "The function with its last argument fixed.",
        run: |machine, args| {
            let (function, fixed) = (function(args[0])?, args[1].clone());
            closure(machine, ClosureKind::Rbind { function, fixed })
        },
    },
    Primitive {
        name: "lbind",
        signature: "(function: (a, b) -> c, fixed: a) -> (b) -> c",
        doc: "The function with its first argument fixed.",
        run: |machine, args| {
            let (function, fixed) = (function(args[0])?, args[1].clone());
            closure(machine, ClosureKind::Lbind { function, fixed })
        },
    },
    Primitive {
        name: "power",
        signature: "(function: (a) -> a, n: Integer) -> (a) -> a",
        doc: "The function applied so many times over.",
        run: |machine, args| match args[1].integer()? {
            1 => Ok(args[0].clone()),
            n if n < 1 => undefined("the number of times is less than one"),
            n => {
                let function = args[0].clone();
                closure(machine, ClosureKind::Power { function, n })
            }
        },
    },
    Primitive {
        name: "fork",
        signature: "(outer: (b, c) -> d, a: (a) -> b, b: (a) -> c) -> (a) -> d",
        doc: "The function that applies two functions and combines their results.",
        run: |machine, args| {
            let (outer, a, b) = (args[0].clone(), args[1].clone(), args[2].clone());
            closure(machine, ClosureKind::Fork { outer, a, b })
        },
    },
];

fn function(value: &Value) -> Result<Function> {
    match value {
        Value::Function(function) => Ok(function.clone()),
        _ => Err(value.unexpected("Callable")),
    }
}

fn closure(machine: &mut Machine, kind: ClosureKind) -> Result<Value> {
    machine.allocate_items(4)?;
    Ok(Value::Function(Function::closure(kind)?))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{failure, given};
    use super::super::{find, PrimitiveId};
    use super::*;

    fn primitive(name: &str) -> Value {
        let id: PrimitiveId = find(name).expect("a primitive");
        Value::Function(Function::Primitive(id))
    }

    #[test]
    fn a_function_applied_no_times_fails() {
        let message = "power: the number of times is less than one";
        assert_eq!(failure("power", &[primitive("double"), Value::Integer(0)]), message);
        let once = given("power", &[primitive("double"), Value::Integer(1)]);
        assert_eq!(once, primitive("double"));
    }

    #[test]
    fn functions_do_not_nest_without_end() {
        let mut nested = primitive("double");
        let mut depth = 0;
        loop {
            depth += 1;
            assert!(depth < 1000);
            let args = [&nested, &nested];
            let id = find("compose").expect("a primitive");
            match Machine::new(crate::machine::Limits::default()).call(id, &args) {
                Ok(value) => nested = value,
                Err(_) => break,
            }
        }
    }

    #[test]
    fn bound_functions_need_a_function() {
        let message = "rbind: expected Callable, found Integer";
        assert_eq!(failure("rbind", &[Value::Integer(1), Value::Integer(1)]), message);
    }
}
