//! Raise inference: functions that can't raise are marked so, and calls to them lose their error paths.
//!
//! A function raises if it has a reachable `raise` or calls what raises. All functions of a virtual slot raise if one does, since they share a signature. Functions
//! that are called through closures or from outside keep what they are declared as: their callers go by that.

use rustc_hash::FxHashSet;

use crate::*;

/// Lowers [`Function::raises`] where that is sound and removes what only served errors that can't happen.
pub fn infer_raises(program: &mut Program) {
    let mut raises = fixed(program);
    let slots = slots(program);
    loop {
        let mut changed = false;
        for (index, function) in program.functions.iter().enumerate() {
            if !raises[index] && function.raises && may_raise(program, function, &raises) {
                raises[index] = true;
                changed = true;
            }
        }
        for slot in &slots {
            if slot.iter().any(|id| raises[id.index()]) {
                for id in slot {
                    changed |= !std::mem::replace(&mut raises[id.index()], true);
                }
            }
        }
        if !changed {
            break;
        }
    }
    for (function, raises) in program.functions.iter_mut().zip(raises) {
        function.raises = raises;
    }
    remove_unwinds(program);
}

/// For each function whether it raises whatever it does.
fn fixed(program: &Program) -> Vec<bool> {
    let mut fixed = vec![false; program.functions.len()];
    for id in called_from_outside(program) {
        fixed[id.index()] = program.functions[id.index()].raises;
    }
    fixed
}

/// The functions that may be called by what knows no more than their type or symbol: through closures or from outside.
pub(crate) fn called_from_outside(program: &Program) -> Vec<FuncId> {
    let taken = address_taken(program);
    let ids = (0..program.functions.len() as u32).map(FuncId);
    ids.filter(|id| taken.contains(id) || program.functions[id.index()].kind == FunctionKind::Export).collect()
}

/// The functions that closures are made of.
fn address_taken(program: &Program) -> FxHashSet<FuncId> {
    let mut taken = FxHashSet::default();
    let mut add = |constant: &Const| {
        if let Const::Function(id) = constant {
            taken.insert(*id);
        }
    };
    program.statics.iter().flat_map(|constant| &constant.fields).for_each(&mut add);
    let mut closures = Vec::new();
    for block in program.functions.iter().flat_map(|function| &function.blocks) {
        let mut operand = |operand: &Operand| {
            if let Operand::Const(constant) = operand {
                add(constant);
            }
        };
        for statement in &block.statements {
            if let StatementKind::Assign(_, value) | StatementKind::Init(_, value) = &statement.kind {
                visit::rvalue_operands(value).into_iter().for_each(&mut operand);
                if let Rvalue::Closure { function, .. } = value {
                    closures.push(*function);
                }
            }
        }
        match &block.terminator.kind {
            TerminatorKind::Call { callee, args, .. } => {
                args.iter().for_each(&mut operand);
                if let Callee::Value(value) = callee {
                    operand(value);
                }
            }
            TerminatorKind::Return(value) => operand(value),
            _ => {}
        }
    }
    taken.extend(closures);
    taken
}

/// The functions of each virtual slot of the class that introduces it.
fn slots(program: &Program) -> Vec<Vec<FuncId>> {
    let mut slots = Vec::new();
    for (index, class) in program.classes.iter().enumerate() {
        let id = ClassId(index as u32);
        let inherited = class.base.map_or(0, |base| program.classes[base.index()].vtable.len());
        for slot in inherited..class.vtable.len() {
            let heirs = (0..program.classes.len()).filter(|heir| program.is_subclass(ClassId(*heir as u32), id));
            slots.push(heirs.filter_map(|heir| program.classes[heir].vtable.get(slot).copied()).collect());
        }
    }
    slots
}

/// Whether a `raise` can be reached along edges that can be taken. A call that raises goes to its `unwind`: handlers may end it there.
fn may_raise(program: &Program, function: &Function, raises: &[bool]) -> bool {
    let mut seen = vec![false; function.blocks.len()];
    let mut stack: Vec<BlockId> = function.block_ids().take(1).collect();
    while let Some(id) = stack.pop() {
        if std::mem::replace(&mut seen[id.index()], true) {
            continue;
        }
        match &function.block(id).terminator.kind {
            TerminatorKind::Raise(_) => return true,
            TerminatorKind::Call { callee, target, .. } if !callee_raises(program, function, callee, raises) => stack.push(*target),
            terminator => stack.extend(terminator.successors()),
        }
    }
    false
}

fn callee_raises(program: &Program, function: &Function, callee: &Callee, raises: &[bool]) -> bool {
    match callee {
        Callee::Direct(id) => raises[id.index()],
        Callee::Virtual { class, slot } => raises[program.classes[class.index()].vtable[*slot as usize].index()],
        Callee::Value(_) => program.callee_signature(function, callee).is_ok_and(|signature| signature.raises),
    }
}

fn remove_unwinds(program: &mut Program) {
    let raises: Vec<bool> = program.functions.iter().map(|function| function.raises).collect();
    for index in 0..program.functions.len() {
        let function = &program.functions[index];
        let quiet = |id: &BlockId| match &function.block(*id).terminator.kind {
            TerminatorKind::Call { callee, unwind: Some(_), .. } => !callee_raises(program, function, callee, &raises),
            _ => false,
        };
        let quiet: Vec<BlockId> = function.block_ids().filter(quiet).collect();
        let function = &mut program.functions[index];
        for id in quiet {
            if let TerminatorKind::Call { unwind, .. } = &mut function.block_mut(id).terminator.kind {
                *unwind = None;
            }
        }
        function.remove_unreachable_blocks();
    }
}
