//! What the kernels of a program need: the rest of it is the host's.

use pyc_mir::visit::{statement_places, terminator_places};
use pyc_mir::{Callee, FuncId, Function, FunctionKind, Global, GlobalId, PlaceBase, Program, TerminatorKind};

pub(super) struct Reached {
    functions: Vec<bool>,
    globals: Vec<bool>,
}

pub(super) fn from_kernels(program: &Program) -> Reached {
    let mut reached = Reached { functions: vec![false; program.functions.len()], globals: vec![false; program.globals.len()] };
    let mut next: Vec<FuncId> = (0..program.functions.len() as u32).map(FuncId).collect();
    next.retain(|id| program.functions[id.index()].kind == FunctionKind::Kernel);
    while let Some(id) = next.pop() {
        let Some(function) = program.functions.get(id.index()) else { continue };
        if std::mem::replace(&mut reached.functions[id.index()], true) {
            continue;
        }
        reached.add(function, &mut next);
    }
    reached
}

impl Reached {
    fn add(&mut self, function: &Function, next: &mut Vec<FuncId>) {
        let globals = &mut self.globals;
        let mut note = |place: &pyc_mir::Place, _| {
            if let PlaceBase::Global(GlobalId(id)) = place.base
                && let Some(known) = globals.get_mut(id as usize)
            {
                *known = true;
            }
        };
        for block in &function.blocks {
            for statement in &block.statements {
                statement_places(&statement.kind, &mut note);
            }
            terminator_places(&block.terminator.kind, &mut note);
            if let TerminatorKind::Call { callee: Callee::Direct(id), .. } = &block.terminator.kind {
                next.push(*id);
            }
        }
    }

    pub(super) fn functions<'p>(&self, program: &'p Program) -> impl Iterator<Item = (FuncId, &'p Function)> {
        let numbered = (0..).map(FuncId).zip(&program.functions);
        numbered.zip(&self.functions).filter_map(|(function, reached)| reached.then_some(function))
    }

    pub(super) fn globals<'p>(&self, program: &'p Program) -> impl Iterator<Item = (GlobalId, &'p Global)> {
        let numbered = (0..).map(GlobalId).zip(&program.globals);
        numbered.zip(&self.globals).filter_map(|(global, reached)| reached.then_some(global))
    }
}
