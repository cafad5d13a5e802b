//! Inlining of small functions, before references are counted: what a callee only borrows from its caller then needs no counts, and ranges are known across the call.
//!
//! Only functions without places of their own in tracebacks are inlined (those of the library have none): a frame must not go missing. Anything bigger is left to LLVM.

use rustc_hash::FxHashSet;

use crate::mentions::{Mention, each_mention};
use crate::visit::Access;
use crate::*;

/// Statements and terminators of a function that is inlined without being asked to, and of one that is.
const SMALL: usize = 12;
const LARGE: usize = 120;
/// Blocks that a function may grow to.
const CALLER: usize = 4000;

pub(crate) fn inline_calls(program: &mut Program) {
    let mut inlinable = vec![false; program.functions.len()];
    for caller in callees_first(program) {
        // What comes with a callee has been looked at there.
        for block in program.functions[caller.index()].block_ids() {
            if let Some(callee) = inlined_callee(program, caller, block, &inlinable) {
                let body = program.functions[callee.index()].clone();
                splice(program, caller, block, &body);
            }
        }
        inlinable[caller.index()] = is_inlinable(program, caller);
    }
}

/// Functions with bodies, each after what it calls, but for cycles.
fn callees_first(program: &Program) -> Vec<FuncId> {
    let mut seen = vec![false; program.functions.len()];
    let mut order = Vec::new();
    for root in 0..program.functions.len() as u32 {
        let mut stack = vec![(FuncId(root), None::<Vec<FuncId>>)];
        while let Some((id, rest)) = stack.pop() {
            let mut rest = match rest {
                Some(rest) => rest,
                None if std::mem::replace(&mut seen[id.index()], true) => continue,
                None => direct_callees(&program.functions[id.index()]),
            };
            match rest.pop() {
                Some(next) => {
                    stack.push((id, Some(rest)));
                    stack.push((next, None));
                }
                None => order.push(id),
            }
        }
    }
    order.retain(|id| !program.functions[id.index()].blocks.is_empty());
    order
}

fn direct_callees(function: &Function) -> Vec<FuncId> {
    let callee = |block: &Block| match &block.terminator.kind {
        TerminatorKind::Call { callee: Callee::Direct(id), .. } => Some(*id),
        _ => None,
    };
    function.blocks.iter().filter_map(callee).collect()
}

fn size(function: &Function) -> usize {
    function.blocks.iter().map(|block| block.statements.len() + 1).sum()
}

/// The function whose call ends a block, if it is to be inlined.
fn inlined_callee(program: &Program, caller: FuncId, block: BlockId, inlinable: &[bool]) -> Option<FuncId> {
    let function = &program.functions[caller.index()];
    let TerminatorKind::Call { callee: Callee::Direct(callee), args, .. } = &function.block(block).terminator.kind else { return None };
    let target = &program.functions[callee.index()];
    let stable = |(arg, mode): (&Operand, &Mode)| *mode != Mode::Inout || is_stable(program, function, arg);
    let fits =
        *callee != caller && inlinable[callee.index()] && function.blocks.len() < CALLER && args.iter().zip(&target.params).all(stable);
    fits.then_some(*callee)
}

fn is_inlinable(program: &Program, id: FuncId) -> bool {
    let function = &program.functions[id.index()];
    let limit = match function.inline {
        Inline::Never => return false,
        Inline::Auto => SMALL,
        Inline::Always => LARGE,
    };
    function.kind == FunctionKind::Normal
        && size(function) <= limit
        && !has_frame(function)
        && !direct_callees(function).contains(&id)
        && !exposes_locals(program, function)
}

/// Whether tracebacks can show the function.
fn has_frame(function: &Function) -> bool {
    function.blocks.iter().any(|block| {
        let traceback = |statement: &Statement| matches!(statement.kind, StatementKind::Traceback(_)) && statement.loc.line != 0;
        let raises = matches!(block.terminator.kind, TerminatorKind::Call { unwind: Some(_), .. }) && block.terminator.loc.line != 0;
        raises || block.statements.iter().any(traceback)
    })
}

fn exposes_locals(program: &Program, function: &Function) -> bool {
    let mut exposes = false;
    for statement in function.blocks.iter().flat_map(|block| &block.statements) {
        visit::statement_places(&statement.kind, &mut |place, access| {
            exposes |= access == Access::AddressOf
                && function.locals.iter().any(|local| local.ty.needs_rc(program))
                && place.base_local().is_some();
        });
    }
    exposes
}

/// Whether the place is the same all through the call: it leads through one object at most, which the callee can't exchange.
fn is_stable(program: &Program, function: &Function, arg: &Operand) -> bool {
    let Some(place) = arg.place() else { return false };
    let mut part = Place { base: place.base, projection: Vec::new() };
    let mut objects = usize::from(matches!(place.base, PlaceBase::Global(_)));
    for projection in &place.projection {
        if !matches!(projection, Projection::Field(_)) {
            return false;
        }
        objects += usize::from(matches!(program.place_ty(function, &part), Ty::Ref { .. }));
        part.projection.push(projection.clone());
    }
    objects <= 1
        && !(objects == 1
            && place.base_local().is_none_or(|local| function.mode(local) == Some(Mode::Inout))
            && !place.projection.is_empty())
}

/// Puts the callee's body in the place of a call.
fn splice(program: &mut Program, caller: FuncId, site: BlockId, body: &Function) {
    let function = &mut program.functions[caller.index()];
    let block = function.block_mut(site);
    let loc = block.terminator.loc;
    let call = std::mem::replace(&mut block.terminator.kind, TerminatorKind::Unreachable);
    let TerminatorKind::Call { args, destination, target, unwind, .. } = call else { return };
    let first_local = function.locals.len() as u32;
    let first_block = function.blocks.len() as u32;
    let mut inout: Vec<Option<Place>> = vec![None; body.locals.len()];
    for (index, (arg, mode)) in args.into_iter().zip(&body.params).enumerate() {
        if *mode == Mode::Inout {
            inout[index] = arg.place().cloned();
        } else {
            let kind = StatementKind::Init(Place::local(LocalId(first_local + index as u32)), Rvalue::Use(arg));
            function.block_mut(site).statements.push(Statement { kind, loc });
        }
    }
    function.block_mut(site).terminator.kind = TerminatorKind::Goto(BlockId(first_block));
    function.locals.extend(body.locals.iter().cloned());
    let same_file = function.file == body.file;
    let inserted = Inserted { first_local, first_block, inout, destination, target, unwind, loc, same_file };
    let returns_value = body.ret != Ty::Unit && body.ret != Ty::Never;
    for block in &body.blocks {
        function.blocks.push(inserted.block(block, returns_value));
    }
}

/// A body on its way into a caller.
struct Inserted {
    first_local: u32,
    first_block: u32,
    /// What `inout` parameters stand for.
    inout: Vec<Option<Place>>,
    destination: Place,
    target: BlockId,
    unwind: Option<(Place, BlockId)>,
    /// Of the call.
    loc: Loc,
    same_file: bool,
}

impl Inserted {
    fn block(&self, block: &Block, returns_value: bool) -> Block {
        let mut block = block.clone();
        let mut rename = |place: &mut Place, _: Access| self.rename(place);
        for statement in &mut block.statements {
            visit::statement_places_mut(&mut statement.kind, &mut rename);
            if !self.same_file && !matches!(statement.kind, StatementKind::Traceback(_)) {
                statement.loc = self.loc;
            }
        }
        visit::terminator_places_mut(&mut block.terminator.kind, &mut rename);
        for successor in block.terminator.kind.successors_mut() {
            successor.0 += self.first_block;
        }
        let raising = matches!(block.terminator.kind, TerminatorKind::Call { unwind: Some(_), .. });
        if !self.same_file && !raising {
            block.terminator.loc = self.loc;
        }
        match std::mem::replace(&mut block.terminator.kind, TerminatorKind::Unreachable) {
            TerminatorKind::Return(value) => {
                if returns_value {
                    block.statements.push(self.give(self.destination.clone(), value));
                }
                block.terminator.kind = TerminatorKind::Goto(self.target);
            }
            TerminatorKind::Raise(value) => {
                if let Some((place, unwind)) = &self.unwind {
                    block.statements.push(self.give(place.clone(), value));
                    let exception = Operand::Copy(place.clone());
                    block.statements.push(Statement { kind: StatementKind::Traceback(exception), loc: self.loc });
                    block.terminator.kind = TerminatorKind::Goto(*unwind);
                }
            }
            other => block.terminator.kind = other,
        }
        block
    }

    fn give(&self, place: Place, value: Operand) -> Statement {
        let value = Rvalue::Use(value);
        let raw = matches!(place.projection.last(), Some(Projection::Element { .. }));
        let kind = if raw || place.as_local().is_some() { StatementKind::Init(place, value) } else { StatementKind::Assign(place, value) };
        Statement { kind, loc: self.loc }
    }

    fn rename(&self, place: &mut Place) {
        let PlaceBase::Local(local) = place.base else { return };
        match &self.inout[local.index()] {
            Some(actual) => {
                place.base = actual.base;
                place.projection.splice(0..0, actual.projection.iter().cloned());
            }
            None => place.base = PlaceBase::Local(LocalId(local.0 + self.first_local)),
        }
    }
}

/// Removes functions that nothing leads to any more.
pub(crate) fn remove_unused_functions(program: &mut Program) {
    let mut used = FxHashSet::default();
    let mut stack: Vec<FuncId> = program.entry.iter().chain(&program.report_exception).chain(&program.finish).copied().collect();
    stack.extend(program.classes.iter().flat_map(|class| class.vtable.iter().chain(&class.destroy)).copied());
    for (index, function) in program.functions.iter().enumerate() {
        if matches!(function.kind, FunctionKind::Export | FunctionKind::Kernel) {
            stack.push(FuncId(index as u32));
        }
    }
    // Without an entry the program is a library of everything.
    if program.entry.is_none() {
        return;
    }
    program.statics.iter_mut().flat_map(|constant| &mut constant.fields).for_each(|constant| {
        if let Const::Function(id) = constant {
            stack.push(*id);
        }
    });
    while let Some(id) = stack.pop() {
        if used.insert(id) {
            each_callee(&mut program.functions[id.index()], &mut |id| stack.push(*id));
        }
    }
    renumber(program, &used);
}

/// Removes the functions that are not used.
pub(crate) fn renumber(program: &mut Program, used: &FxHashSet<FuncId>) {
    let mut next = 0;
    let numbers: Vec<FuncId> = (0..program.functions.len() as u32)
        .map(|index| {
            let number = FuncId(next);
            next += u32::from(used.contains(&FuncId(index)));
            number
        })
        .collect();
    let mut index = 0;
    program.functions.retain(|_| {
        index += 1;
        used.contains(&FuncId(index - 1))
    });
    let mut change = |id: &mut FuncId| *id = numbers[id.index()];
    program.functions.iter_mut().for_each(|function| each_callee(function, &mut change));
    program.classes.iter_mut().flat_map(|class| class.vtable.iter_mut().chain(&mut class.destroy)).for_each(&mut change);
    program
        .entry
        .iter_mut()
        .chain(&mut program.report_exception)
        .chain(&mut program.recursion_error)
        .chain(&mut program.finish)
        .for_each(&mut change);
    program.statics.iter_mut().flat_map(|constant| &mut constant.fields).for_each(|constant| {
        if let Const::Function(id) = constant {
            change(id);
        }
    });
}

fn each_callee(function: &mut Function, visit: &mut dyn FnMut(&mut FuncId)) {
    each_mention(function, &mut |mention| {
        if let Mention::Function(id) = mention {
            visit(id);
        }
    });
}
