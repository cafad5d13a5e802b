//! The graph of one function under construction.

use std::sync::Arc;

use pyc_mir::{
    Block, BlockId, Callee, Cast, Const, FunctionKind, Loc, Local, LocalId, Mode, Operand, Place, Projection, Rvalue, Statement,
    StatementKind, Terminator, TerminatorKind,
};
use pyc_types::thir;
use pyc_types::ty::{Instance, Ty, TyKind};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::exits::{Landing, Scope};
use crate::program::{ProgramBuilder, mode};
use crate::types::{FunctionInfo, Kind};

mod variables;

pub(crate) use variables::Variable;

/// A block that may still lack its end.
struct Draft {
    statements: Vec<Statement>,
    terminator: Option<Terminator>,
    /// Whether something leads here.
    is_reached: bool,
}

pub(crate) struct FunctionBuilder<'a, 'p, 't> {
    pub(crate) program: &'p mut ProgramBuilder<'t>,
    /// `None` for glue that stands for no body.
    pub(crate) instance: Option<Instance>,
    pub(crate) ret: Ty,
    pub(crate) kind: Kind,
    /// Whether exceptions that nothing here catches end the function and are dropped.
    pub(crate) swallows: bool,
    pub(crate) loc: Loc,
    pub(crate) scopes: Vec<Scope<'a>>,
    pub(crate) variables: Vec<Variable>,
    /// Variables that are written inside expressions: reading one is put off no longer than to the next operand.
    pub(crate) written_in_expressions: FxHashSet<thir::Local>,
    /// Where exceptions go that nothing here catches.
    pub(crate) root: Option<Landing>,
    /// Blocks that raise `OverflowError`, by place and by where the exception goes.
    pub(crate) overflows: FxHashMap<(Loc, BlockId), BlockId>,
    name: Arc<str>,
    path: Arc<str>,
    locals: Vec<Local>,
    blocks: Vec<Draft>,
    current: BlockId,
    unit: Option<LocalId>,
    never: Option<LocalId>,
}

/// Lowers a body.
pub(crate) fn lower(
    program: &mut ProgramBuilder,
    instance: Instance,
    body: &thir::Body,
    info: &FunctionInfo,
    runs_once: bool,
) -> pyc_mir::Function {
    let mut function = FunctionBuilder::new(program, &info.name, &info.path);
    function.instance = Some(instance);
    function.ret = body.ret;
    function.kind = info.kind;
    function.declare_variables(body);
    if runs_once {
        function.return_if_ran(info);
    }
    function.block(&body.block);
    function.fall_off_end();
    let loc = function.program.types.location(instance, thir::Origin::Body);
    let params = body.params.iter().map(|param| mode(param.mode)).collect();
    let mut made = function.into_function(info.symbol.clone(), params, body.ret);
    made.loc = loc;
    made.inline = info.inline;
    made.kind = match info.kind {
        Kind::Normal | Kind::Module | Kind::Class => FunctionKind::Normal,
        Kind::Export => FunctionKind::Export,
        Kind::Kernel => FunctionKind::Kernel,
        Kind::Extern => FunctionKind::Extern,
    };
    made
}

impl<'a, 'p, 't> FunctionBuilder<'a, 'p, 't> {
    fn new(program: &'p mut ProgramBuilder<'t>, name: &Arc<str>, path: &Arc<str>) -> Self {
        let none = program.types.none_ty();
        let mut function = Self {
            program,
            instance: None,
            ret: none,
            kind: Kind::Normal,
            swallows: false,
            loc: Loc::default(),
            scopes: Vec::new(),
            variables: Vec::new(),
            written_in_expressions: FxHashSet::default(),
            root: None,
            overflows: FxHashMap::default(),
            name: name.clone(),
            path: path.clone(),
            locals: Vec::new(),
            blocks: Vec::new(),
            current: BlockId(0),
            unit: None,
            never: None,
        };
        let entry = function.new_block();
        function.blocks[entry.index()].is_reached = true;
        function
    }

    /// A function that no body stands for: its locals are the parameters.
    pub(crate) fn for_glue(program: &'p mut ProgramBuilder<'t>, name: &Arc<str>, params: impl IntoIterator<Item = Ty>) -> Self {
        let mut function = Self::new(program, name, &Arc::from(""));
        for ty in params {
            let ty = function.program.repr(ty);
            function.new_local(ty, None);
        }
        function
    }

    // Locals.

    pub(crate) fn new_local(&mut self, ty: pyc_mir::Ty, name: Option<Arc<str>>) -> LocalId {
        self.locals.push(Local { ty, name });
        LocalId(self.locals.len() as u32 - 1)
    }

    pub(crate) fn temp(&mut self, ty: pyc_mir::Ty) -> LocalId {
        match ty {
            // These hold nothing, so one will do.
            pyc_mir::Ty::Unit => *self.unit.get_or_insert_with(|| push_local(&mut self.locals, ty)),
            pyc_mir::Ty::Never => *self.never.get_or_insert_with(|| push_local(&mut self.locals, ty)),
            _ => self.new_local(ty, None),
        }
    }

    pub(crate) fn local_ty(&self, local: LocalId) -> &pyc_mir::Ty {
        &self.locals[local.index()].ty
    }

    /// The value of a temporary, which is read this once.
    pub(crate) fn take(&self, local: LocalId) -> Operand {
        match self.local_ty(local) {
            pyc_mir::Ty::Unit => Operand::Const(Const::Unit),
            pyc_mir::Ty::Never => Operand::Const(Const::Zero(pyc_mir::Ty::Never)),
            ty if self.program.is_managed(ty) => Operand::Move(Place::local(local)),
            _ => Operand::Copy(Place::local(local)),
        }
    }

    /// Computes something into a new temporary.
    pub(crate) fn compute(&mut self, ty: pyc_mir::Ty, value: Rvalue) -> Operand {
        let temp = self.temp(ty);
        self.init(Place::local(temp), value);
        self.take(temp)
    }

    pub(crate) fn cast(&mut self, cast: Cast, value: Operand, ty: pyc_mir::Ty) -> Operand {
        self.compute(ty.clone(), Rvalue::Cast(cast, value, ty))
    }

    /// A place that holds the operand, to look into it.
    pub(crate) fn place_of(&mut self, value: Operand, ty: pyc_mir::Ty) -> Place {
        match value {
            Operand::Copy(place) | Operand::Move(place) => place,
            Operand::Const(_) => {
                let temp = self.temp(ty);
                self.init(Place::local(temp), Rvalue::Use(value));
                Place::local(temp)
            }
        }
    }

    // Statements.

    pub(crate) fn push(&mut self, kind: StatementKind) {
        let loc = self.loc;
        self.blocks[self.current.index()].statements.push(Statement { kind, loc });
    }

    pub(crate) fn init(&mut self, place: Place, value: Rvalue) {
        self.push(StatementKind::Init(place, value));
    }

    pub(crate) fn assign(&mut self, place: Place, value: Rvalue) {
        self.push(StatementKind::Assign(place, value));
    }

    // Blocks.

    pub(crate) fn new_block(&mut self) -> BlockId {
        self.blocks.push(Draft { statements: Vec::new(), terminator: None, is_reached: false });
        BlockId(self.blocks.len() as u32 - 1)
    }

    pub(crate) fn switch_to(&mut self, block: BlockId) {
        self.current = block;
    }

    pub(crate) fn current_block(&self) -> BlockId {
        self.current
    }

    pub(crate) fn is_reached(&self, block: BlockId) -> bool {
        self.blocks[block.index()].is_reached
    }

    pub(crate) fn mark_reached(&mut self, block: BlockId) {
        self.blocks[block.index()].is_reached = true;
    }

    /// Whether what is lowered now can never run.
    pub(crate) fn is_dead(&self) -> bool {
        !self.is_reached(self.current)
    }

    /// Ends the block. What follows is dead until [`Self::switch_to`].
    pub(crate) fn terminate(&mut self, kind: TerminatorKind) {
        if !self.is_dead() {
            for_successors(&kind, |target| self.blocks[target.index()].is_reached = true);
        }
        let loc = self.loc;
        self.blocks[self.current.index()].terminator = Some(Terminator { kind, loc });
        self.current = self.new_block();
    }

    pub(crate) fn goto(&mut self, target: BlockId) {
        self.terminate(TerminatorKind::Goto(target));
    }

    pub(crate) fn branch(&mut self, condition: Operand, then: BlockId, otherwise: BlockId) {
        match condition {
            Operand::Const(Const::Bool(true)) => self.goto(then),
            Operand::Const(Const::Bool(false)) => self.goto(otherwise),
            _ => self.terminate(TerminatorKind::Branch { condition, then, otherwise }),
        }
    }

    // Calls.

    /// Calls an instance; the operands are what its parameters take.
    pub(crate) fn call_function(&mut self, instance: Instance, args: Vec<Operand>) -> Operand {
        let declaration = self.program.declaration(instance);
        let callee = Callee::Direct(self.program.function_id(instance));
        self.call(callee, args, declaration.ret, declaration.raises)
    }

    pub(crate) fn call(&mut self, callee: Callee, args: Vec<Operand>, ret: Ty, raises: bool) -> Operand {
        let ty = self.program.repr(ret);
        let result = self.temp(ty.clone());
        let unwind = raises.then(|| self.landing()).map(|landing| (Place::local(landing.exception), landing.block));
        let target = self.new_block();
        self.terminate(TerminatorKind::Call { callee, args, destination: Place::local(result), target, unwind });
        self.switch_to(target);
        if ty == pyc_mir::Ty::Never {
            self.terminate(TerminatorKind::Unreachable);
        }
        self.take(result)
    }

    // Ends.

    pub(crate) fn finish_return(&mut self, value: Operand) {
        self.terminate(TerminatorKind::Return(value));
    }

    /// The end of a body is a `return` without a value, if it can be reached at all.
    fn fall_off_end(&mut self) {
        if self.is_dead() {
            self.terminate(TerminatorKind::Unreachable);
            return;
        }
        let none = self.program.types.none_ty();
        if *self.program.types.kind(self.ret) == TyKind::Never {
            self.terminate(TerminatorKind::Unreachable);
            return;
        }
        let value = self.convert(Operand::Const(Const::Unit), none, self.ret);
        self.finish_return(value);
    }

    /// A module's top runs at its first import.
    fn return_if_ran(&mut self, info: &FunctionInfo) {
        let flag = self.program.add_global(format!("{}$ran", info.symbol).into(), pyc_mir::Ty::Bool, pyc_mir::AddressSpace::Generic);
        let (ran, first) = (self.new_block(), self.new_block());
        self.branch(Operand::Copy(Place::global(flag)), ran, first);
        self.switch_to(ran);
        self.finish_return(Operand::Const(Const::Unit));
        self.switch_to(first);
        self.assign(Place::global(flag), Rvalue::Use(Operand::Const(Const::Bool(true))));
    }

    pub(crate) fn into_function(self, symbol: Arc<str>, params: Vec<Mode>, ret: Ty) -> pyc_mir::Function {
        let ret = self.program.repr(ret);
        let file = self.program.file(&self.path);
        let blocks = reachable_blocks(self.blocks);
        pyc_mir::Function {
            symbol,
            name: self.name,
            file,
            loc: Loc::default(),
            params,
            ret,
            raises: true,
            kind: FunctionKind::Normal,
            inline: pyc_mir::Inline::Auto,
            locals: self.locals,
            blocks,
        }
    }
}

fn push_local(locals: &mut Vec<Local>, ty: pyc_mir::Ty) -> LocalId {
    locals.push(Local { ty, name: None });
    LocalId(locals.len() as u32 - 1)
}

fn for_successors(kind: &TerminatorKind, mut visit: impl FnMut(BlockId)) {
    match kind {
        TerminatorKind::Goto(target) => visit(*target),
        TerminatorKind::Branch { then, otherwise, .. } => {
            visit(*then);
            visit(*otherwise);
        }
        TerminatorKind::Switch { cases, default, .. } => {
            cases.iter().for_each(|case| visit(case.1));
            visit(*default);
        }
        TerminatorKind::Call { target, unwind, .. } => {
            visit(*target);
            if let Some((_, block)) = unwind {
                visit(*block);
            }
        }
        TerminatorKind::Return(_) | TerminatorKind::Raise(_) | TerminatorKind::Unreachable => {}
    }
}

fn rename_successors(kind: &mut TerminatorKind, rename: impl Fn(BlockId) -> BlockId) {
    match kind {
        TerminatorKind::Goto(target) => *target = rename(*target),
        TerminatorKind::Branch { then, otherwise, .. } => {
            *then = rename(*then);
            *otherwise = rename(*otherwise);
        }
        TerminatorKind::Switch { cases, default, .. } => {
            cases.iter_mut().for_each(|case| case.1 = rename(case.1));
            *default = rename(*default);
        }
        TerminatorKind::Call { target, unwind, .. } => {
            *target = rename(*target);
            if let Some((_, block)) = unwind {
                *block = rename(*block);
            }
        }
        TerminatorKind::Return(_) | TerminatorKind::Raise(_) | TerminatorKind::Unreachable => {}
    }
}

/// Those blocks that the entry leads to, each before its successors except around loops.
fn reachable_blocks(drafts: Vec<Draft>) -> Vec<Block> {
    let successors = |at: usize| {
        let mut found = Vec::new();
        if let Some(terminator) = &drafts[at].terminator {
            for_successors(&terminator.kind, |target| found.push(target.index()));
        }
        found
    };
    let mut seen = vec![false; drafts.len()];
    let mut postorder = Vec::new();
    let mut stack = vec![(0, successors(0))];
    seen[0] = true;
    while let Some((at, rest)) = stack.last_mut() {
        match rest.pop() {
            Some(next) if !seen[next] => {
                seen[next] = true;
                stack.push((next, successors(next)));
            }
            Some(_) => {}
            None => {
                postorder.push(*at);
                stack.pop();
            }
        }
    }
    postorder.reverse();
    let mut numbers = vec![BlockId(u32::MAX); drafts.len()];
    for (number, at) in postorder.iter().enumerate() {
        numbers[*at] = BlockId(number as u32);
    }
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let finish = |at: usize| {
        let draft = drafts[at].take().expect("each block is listed once");
        let mut terminator = draft.terminator.expect("a block that is reached has an end");
        rename_successors(&mut terminator.kind, |target| numbers[target.index()]);
        Block { statements: draft.statements, terminator }
    };
    postorder.into_iter().map(finish).collect()
}

/// The part of a place that is given by `path`.
pub(crate) fn field(place: &Place, index: usize) -> Place {
    place.clone().project(Projection::Field(index as u32))
}
