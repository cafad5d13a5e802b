//! Recursion without end: functions that can get back to themselves look whether there is room on the stack, and raise `RecursionError` if there is not.
//!
//! Every cycle of calls has a function with such a check: those that a walk along the calls meets while it is still inside them. A call through a closure
//! may be of any function that a closure is made of, and a virtual one of any function of its slot.

use crate::raises::called_from_outside;
use crate::*;

/// Adds the checks. What they raise is [`Program::recursion_error`]; without it there are none.
pub fn check_stack(program: &mut Program) {
    let Some(raise) = program.recursion_error.take() else { return };
    for id in heads(program) {
        let function = &mut program.functions[id.index()];
        // Those that raise nothing are the ends of objects, which have ways of their own not to nest.
        if function.raises && function.kind != FunctionKind::Kernel && id != raise {
            add_check(function, raise);
        }
    }
}

/// The functions where cycles of calls close.
fn heads(program: &Program) -> Vec<FuncId> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let closures = called_from_outside(program);
    let mut states = vec![State::New; program.functions.len()];
    let mut is_head = vec![false; program.functions.len()];
    for root in (0..program.functions.len() as u32).map(FuncId) {
        let mut path = vec![(root, Vec::new())];
        if states[root.index()] == State::New {
            states[root.index()] = State::Open;
            path[0].1 = callees(program, &closures, root);
        }
        while let Some((id, rest)) = path.last_mut() {
            match rest.pop() {
                Some(next) => match states[next.index()] {
                    State::New => {
                        states[next.index()] = State::Open;
                        path.push((next, callees(program, &closures, next)));
                    }
                    State::Open => is_head[next.index()] = true,
                    State::Done => {}
                },
                None => {
                    states[id.index()] = State::Done;
                    path.pop();
                }
            }
        }
    }
    (0..program.functions.len() as u32).map(FuncId).filter(|id| is_head[id.index()]).collect()
}

fn callees(program: &Program, closures: &[FuncId], id: FuncId) -> Vec<FuncId> {
    let mut callees = Vec::new();
    let mut calls_closures = false;
    for block in &program.functions[id.index()].blocks {
        match &block.terminator.kind {
            TerminatorKind::Call { callee: Callee::Direct(id), .. } => callees.push(*id),
            TerminatorKind::Call { callee: Callee::Virtual { class, slot }, .. } => {
                let heirs = (class.0..program.classes.len() as u32).map(ClassId).filter(|heir| program.is_subclass(*heir, *class));
                callees.extend(heirs.filter_map(|heir| program.classes[heir.index()].vtable.get(*slot as usize).copied()));
            }
            TerminatorKind::Call { callee: Callee::Value(_), .. } => calls_closures = true,
            _ => {}
        }
    }
    if calls_closures {
        callees.extend_from_slice(closures);
    }
    callees
}

/// Puts the check before everything else the function does.
fn add_check(function: &mut Function, raise: FuncId) {
    let is_full = function.add_local(Ty::Bool);
    let nothing = function.add_local(Ty::Never);
    let exception = function.add_local(Ty::OBJECT);
    let statement = |kind| Statement { kind, loc: Loc::default() };
    let terminator = |kind| Terminator { kind, loc: Loc::default() };
    let ends = |kind| Block { statements: Vec::new(), terminator: terminator(kind) };
    let unreachable = function.add_block(ends(TerminatorKind::Unreachable));
    let unwind = function.add_block(ends(TerminatorKind::Raise(Operand::Move(Place::local(exception)))));
    let fails = function.add_block(ends(TerminatorKind::Call {
        callee: Callee::Direct(raise),
        args: Vec::new(),
        destination: Place::local(nothing),
        target: unreachable,
        unwind: Some((Place::local(exception), unwind)),
    }));
    let look = StatementKind::Init(Place::local(is_full), Rvalue::Intrinsic(Intrinsic::StackIsFull, Vec::new()));
    let start = BlockId(function.blocks.len() as u32);
    let branch = TerminatorKind::Branch { condition: Operand::Copy(Place::local(is_full)), then: fails, otherwise: start };
    let entry = Block { statements: vec![statement(look)], terminator: terminator(branch) };
    let body = std::mem::replace(&mut function.blocks[0], entry);
    function.add_block(body);
    // Loops of the body go back to where it is now.
    for block in &mut function.blocks[1..] {
        for successor in block.terminator.kind.successors_mut() {
            if *successor == BlockId(0) {
                *successor = start;
            }
        }
    }
}
