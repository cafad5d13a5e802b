//! Reference counts: the only pass that makes [`StatementKind::Retain`] and [`StatementKind::Release`].
//!
//! 1. [`slots`]: which memory each function may take references out of.
//! 2. [`normalise`]: managed values are read from memory into locals first, old values are moved out before new ones are stored.
//! 3. [`borrow`]: which locals can do without a count of their own, because something else keeps their value alive as long as they are used.
//! 4. [`liveness`]: where locals are used for the last time. What keeps a borrowed local's value alive counts as used wherever the local is.
//! 5. [`emit`]: last consuming uses become moves, other consuming uses retain, values that die are released at once.
//!
//! What the output means: every counted local holds a number of counts, its own. `init %x = <new, call, aggregate, constant, move>` gives it one; `init %x = %y`, `lend`
//! and a read of memory give it none; `retain` and `release` change the number; `move`, and a copy where the receiver takes over a count (a stored value, a part of an aggregate, an
//! `owned` argument, a result), take one away. A read by `move` from memory takes the count out of the memory.

pub(crate) mod borrow;
mod emit;
mod liveness;
mod normalise;
pub(crate) mod slots;

use crate::dataflow::BitSet;
use crate::each::each_function;
use crate::*;

/// Inserts reference counts into all functions.
pub fn insert_counts(program: &mut Program) {
    let removed = slots::Removed::new(program);
    each_function(program, &|program, function| {
        let mut function = function.clone();
        normalise::normalise(program, &mut function);
        let facts = borrow::infer(program, &function, &removed);
        emit::emit(program, &mut function, &facts);
        Some(function)
    });
}

/// What is known of the locals of a normalised function.
struct Facts {
    /// Counted, and not in memory that other code sees.
    tracked: Vec<bool>,
    /// Tracked, without a count of its own.
    borrowed: Vec<bool>,
    /// The tracked locals with counts that keep the value of each local alive.
    keepers: Vec<BitSet>,
}

impl Facts {
    /// Tracked, with a count of its own.
    fn owned(&self, local: usize) -> bool {
        self.tracked[local] && !self.borrowed[local]
    }
}

/// What becomes of the count of an operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Stays.
    Borrow,
    /// Goes to the receiver.
    Consume,
    /// Goes to the local that is initialised with nothing but the operand.
    Transfer,
    /// The place is changed by the callee.
    Inout,
}

/// The top-level operands of a statement of a normalised function with their roles.
fn statement_roles(view: &slots::View, facts: &Facts, statement: &StatementKind) -> Vec<Role> {
    match statement {
        StatementKind::Assign(place, value) | StatementKind::Init(place, value) | StatementKind::Lend(place, value) => {
            let role = match value {
                _ if is_aggregate(value) && place.as_local().is_some_and(|local| facts.borrowed[local.index()]) => Role::Borrow,
                _ if is_aggregate(value) => Role::Consume,
                Rvalue::Use(_) | Rvalue::Cast(..) if view.is_managed(place) => {
                    if place.as_local().is_some_and(|local| !view.is_memory(local)) { Role::Transfer } else { Role::Consume }
                }
                _ => Role::Borrow,
            };
            vec![role; visit::rvalue_operands(value).len()]
        }
        StatementKind::Traceback(_) | StatementKind::Retain(_) | StatementKind::Release(_) => vec![Role::Borrow],
        StatementKind::Drop(_) => Vec::new(),
    }
}

/// Whether the value takes over the counts of its parts, if it is not lent them.
fn is_aggregate(value: &Rvalue) -> bool {
    matches!(value, Rvalue::Tuple(_) | Rvalue::Struct(..) | Rvalue::Variant { .. } | Rvalue::Closure { .. })
}

fn statement_operands_mut(statement: &mut StatementKind) -> Vec<&mut Operand> {
    let mut operands = Vec::new();
    match statement {
        StatementKind::Assign(_, value) | StatementKind::Init(_, value) | StatementKind::Lend(_, value) => {
            visit::rvalue_operands_mut(value, &mut |operand| operands.push(operand))
        }
        StatementKind::Traceback(operand) | StatementKind::Retain(operand) | StatementKind::Release(operand) => operands.push(operand),
        StatementKind::Drop(_) => {}
    }
    operands
}

/// The top-level operands of a terminator with their roles; a called closure comes first.
fn terminator_roles(program: &Program, function: &Function, terminator: &TerminatorKind) -> Vec<Role> {
    match terminator {
        TerminatorKind::Goto(_) | TerminatorKind::Unreachable => Vec::new(),
        TerminatorKind::Branch { .. } | TerminatorKind::Switch { .. } => vec![Role::Borrow],
        TerminatorKind::Return(_) | TerminatorKind::Raise(_) => vec![Role::Consume],
        TerminatorKind::Call { callee, .. } => {
            let mut roles = if matches!(callee, Callee::Value(_)) { vec![Role::Borrow] } else { Vec::new() };
            let signature = program.callee_signature(function, callee);
            roles.extend(signature.into_iter().flat_map(|signature| signature.params).map(|param| match param.mode {
                Mode::Borrow => Role::Borrow,
                Mode::Owned => Role::Consume,
                Mode::Inout => Role::Inout,
            }));
            roles
        }
    }
}

fn terminator_operands_mut(terminator: &mut TerminatorKind) -> Vec<&mut Operand> {
    match terminator {
        TerminatorKind::Goto(_) | TerminatorKind::Unreachable => Vec::new(),
        TerminatorKind::Branch { condition: operand, .. }
        | TerminatorKind::Switch { value: operand, .. }
        | TerminatorKind::Return(operand)
        | TerminatorKind::Raise(operand) => vec![operand],
        TerminatorKind::Call { callee, args, .. } => {
            let mut operands = Vec::new();
            if let Callee::Value(operand) = callee {
                operands.push(operand);
            }
            operands.extend(args);
            operands
        }
    }
}
