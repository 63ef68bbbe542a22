//! The machine: applies primitives and functions under a budget of fuel and memory.
//!
//! A unit of fuel is about a nanosecond of work on a current processor. Primitives charge for what they touch, so that
//! running out of fuel is the same on every machine and under any load.

use crate::error::{EvalError, Fault, Result};
use crate::function::{ClosureKind, Function};
use crate::grid::Grid;
use crate::keys::Keys;
use crate::primitives::sight::Sight;
use crate::primitives::{Args, PrimitiveId};
use crate::value::Value;

/// What applying a primitive costs, whatever it does.
pub(crate) const CALL_FUEL: u64 = 30;

/// What taking a closure apart costs.
pub(crate) const CLOSURE_FUEL: u64 = CALL_FUEL / 3;

/// How deeply functions may call each other.
const MAX_CALL_DEPTH: u32 = 200;

/// What one evaluation may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Units of work, about a nanosecond each.
    pub fuel: u64,
    /// Bytes allocated for values, summed over the evaluation.
    pub memory: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { fuel: 20_000_000, memory: 48 << 20 }
    }
}

/// The state of one evaluation: what is left of its budget.
#[derive(Debug)]
pub struct Machine {
    limits: Limits,
    left: Limits,
    depth: u32,
    /// What has been seen of the grid in which objects were last looked for.
    sight: Option<Box<Sight>>,
    /// The keys that are to be noted or recalled.
    pub(crate) keys: Option<Keys>,
}

impl Machine {
    /// A machine with a full budget.
    pub fn new(limits: Limits) -> Machine {
        Machine { limits, left: limits, depth: 0, sight: None, keys: None }
    }

    /// Gives the whole budget anew, for another evaluation.
    pub(crate) fn refill(&mut self) {
        self.left = self.limits;
        self.depth = 0;
    }

    /// What has been used so far.
    pub fn used(&self) -> Limits {
        Limits { fuel: self.limits.fuel - self.left.fuel, memory: self.limits.memory - self.left.memory }
    }

    /// What has been seen of a grid, to be given back by [`Machine::remember`].
    pub(crate) fn sight_of(&mut self, grid: &Grid) -> Box<Sight> {
        let known = self.sight.take().filter(|sight| sight.grid() == grid);
        known.unwrap_or_else(|| Box::new(Sight::new(grid)))
    }

    /// Remembers what has been seen of a grid, and no longer what was seen of another one.
    pub(crate) fn remember(&mut self, sight: Box<Sight>) {
        self.sight = Some(sight);
    }

    /// Charges what work took that need not be done again, unless it would exceed the budget.
    pub(crate) fn charge_known(&mut self, used: Limits) -> bool {
        let left = self.left.fuel.checked_sub(used.fuel).zip(self.left.memory.checked_sub(used.memory));
        if let Some((fuel, memory)) = left {
            self.left = Limits { fuel, memory };
        }
        left.is_some()
    }

    /// Charges units of work before they are done.
    #[inline]
    pub fn spend(&mut self, fuel: u64) -> Result<()> {
        match self.left.fuel.checked_sub(fuel) {
            Some(left) => {
                self.left.fuel = left;
                Ok(())
            }
            None => {
                self.left.fuel = 0;
                Err(Fault::Fuel.into())
            }
        }
    }

    /// Charges memory before it is allocated, and the work of filling it.
    #[inline]
    pub fn allocate(&mut self, bytes: u64) -> Result<()> {
        self.left.memory = self.left.memory.checked_sub(bytes).ok_or(Fault::Memory)?;
        self.spend(bytes / 8)
    }

    /// Charges a container of `count` elements: the memory, and the work of making, sorting and dropping it.
    #[inline]
    pub fn allocate_items(&mut self, count: usize) -> Result<()> {
        let count = count as u64;
        self.allocate(count.saturating_mul(size_of::<Value>() as u64))?;
        self.spend(count.saturating_mul(24))
    }

    /// Charges the comparison of two values, as far as it can go.
    #[inline]
    pub fn compare(&mut self, left: &Value, right: &Value) -> Result<()> {
        self.spend(left.weight().min(right.weight()))
    }

    /// Charges the comparison of a value with each element of a container, as far as it can go.
    pub(crate) fn compare_each(&mut self, container: &Value, value: &Value) -> Result<()> {
        match container {
            Value::Tuple(items) | Value::Set(items) => {
                let weight = value.weight();
                self.spend(items.iter().map(|item| item.weight().min(weight)).sum())
            }
            // The elements of other containers are compared in no time.
            _ => Ok(()),
        }
    }

    /// Charges the comparison of all values with each other.
    pub(crate) fn compare_all(&mut self, values: &[Value]) -> Result<()> {
        let weight: u64 = values.iter().map(Value::weight).sum();
        self.spend(weight.saturating_mul(values.len() as u64))
    }

    /// The tuple of the given values, for which memory has been allocated; charges the cells of a grid.
    pub fn tuple(&mut self, items: Vec<Value>) -> Result<Value> {
        if let Some(Value::Tuple(first)) = items.first() {
            let cells = (first.len() as u64).saturating_mul(items.len() as u64);
            if matches!(first.first(), Some(Value::Integer(_))) {
                self.allocate(cells)?;
                self.spend(cells)?;
            }
        }
        Ok(Value::tuple(items)?)
    }

    /// The set of the given values, for which memory has been allocated; charges their comparison where they have to be
    /// sorted.
    pub fn set(&mut self, items: Vec<Value>) -> Result<Value> {
        self.sort(&items)?;
        Ok(Value::set(items)?)
    }

    /// Charges the sorting of values.
    pub fn sort(&mut self, items: &[Value]) -> Result<()> {
        let (mut weight, mut cells) = (0u64, 0);
        for item in items {
            weight += item.weight();
            cells += usize::from(matches!(item, Value::Cell(_)));
        }
        let rounds = u64::from(items.len().max(1).ilog2());
        self.spend(weight.saturating_mul(rounds))?;
        // Cells alone are an object; among other values they are compared by their parts.
        let is_mixed = cells > 0 && cells < items.len();
        self.spend(if is_mixed { 5 * rounds * items.len() as u64 } else { 0 })
    }

    /// Applies a primitive.
    #[inline]
    pub fn call(&mut self, primitive: PrimitiveId, args: Args<'_>) -> Result<Value> {
        let step = primitive.step();
        if args.len() != step.arity {
            let fault = Fault::Arity { expected: step.arity, found: args.len() };
            return Err(EvalError::from(fault).within(step.name));
        }
        self.spend(CALL_FUEL).and_then(|()| (step.run)(self, args)).map_err(|error| error.within(step.name))
    }

    /// Applies a function value.
    #[inline]
    pub fn apply(&mut self, function: &Value, args: Args<'_>) -> Result<Value> {
        match function {
            Value::Function(Function::Primitive(id)) => self.call(*id, args),
            Value::Function(function) => self.apply_function(function, args),
            other => Err(Fault::Kind { expected: "Callable", found: other.kind() }.into()),
        }
    }

    /// Applies a function.
    pub fn apply_function(&mut self, function: &Function, args: Args<'_>) -> Result<Value> {
        let closure = match function {
            Function::Primitive(id) => return self.call(*id, args),
            Function::Closure(closure) => closure,
        };
        self.enter(function, &closure.kind, args.len(), CLOSURE_FUEL)?;
        let result = self.apply_closure(&closure.kind, args);
        self.leave();
        result
    }

    /// Checks and charges what applying a closure to so many arguments needs; [`Machine::leave`] comes after it.
    #[inline]
    pub(crate) fn enter(&mut self, function: &Function, kind: &ClosureKind, arguments: usize, fuel: u64) -> Result<()> {
        if arguments != function.arity() {
            let fault = Fault::Arity { expected: function.arity(), found: arguments };
            return Err(EvalError::from(fault).within(kind.name()));
        }
        if self.depth >= MAX_CALL_DEPTH {
            return Err(Fault::Depth.into());
        }
        self.spend(fuel)?;
        self.depth += 1;
        Ok(())
    }

    /// Undoes what [`Machine::enter`] did to the depth.
    #[inline]
    pub(crate) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Applies a closure to as many arguments as it has parameters.
    fn apply_closure(&mut self, kind: &ClosureKind, args: Args<'_>) -> Result<Value> {
        match kind {
            ClosureKind::Compose { outer, inner } => {
                let value = self.apply(inner, args)?;
                self.apply(outer, &[&value])
            }
            ClosureKind::Chain { h, g, f } => {
                let value = self.apply(f, args)?;
                let value = self.apply(g, &[&value])?;
                self.apply(h, &[&value])
            }
            ClosureKind::Matcher { function, target } => {
                let value = self.apply(function, args)?;
                self.compare(&value, target)?;
                Ok(Value::Boolean(value == *target))
            }
            ClosureKind::Rbind { function, fixed } => match args {
                [x] => self.apply_function(function, &[x, fixed]),
                [x, y] => self.apply_function(function, &[x, y, fixed]),
                [x, y, z] => self.apply_function(function, &[x, y, z, fixed]),
                _ => unreachable!("bound functions have one to three parameters"),
            },
            ClosureKind::Lbind { function, fixed } => match args {
                [x] => self.apply_function(function, &[fixed, x]),
                [x, y] => self.apply_function(function, &[fixed, x, y]),
                [x, y, z] => self.apply_function(function, &[fixed, x, y, z]),
                _ => unreachable!("bound functions have one to three parameters"),
            },
            ClosureKind::Power { function, n } => {
                let mut value = self.apply(function, args)?;
                for _ in 1..*n {
                    value = self.apply(function, &[&value])?;
                }
                Ok(value)
            }
            ClosureKind::Fork { outer, a, b } => {
                let left = self.apply(a, args)?;
                let right = self.apply(b, args)?;
                self.apply(outer, &[&left, &right])
            }
        }
    }
}
