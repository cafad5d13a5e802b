//! What devices run: the kernels of a program and what they call, without exceptions. Where one would be raised the thread stops.
//!
//! A device has no objects, no runtime and no exceptions. The library's checks (of overflow, of a division by zero) stay: the blocks that lead to a
//! `raise` and nowhere else become a trap, and with them goes all that only made the exception. What is left that no device can do is listed as
//! [`Obstacle`]s: it is the user's to change.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::*;

/// Something in a kernel, or in what it calls, that no device can do.
#[derive(Debug, Clone, PartialEq)]
pub struct Obstacle {
    pub kernel: FuncId,
    /// The nearest place that has one: the library's functions have none.
    pub file: SourceFile,
    pub loc: Loc,
    pub what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A call of a function without places of its own, for what that does.
    Call(FuncId, Box<What>),
    /// An object, of a class if that is known.
    Object(Option<ClassId>),
    Raise,
    /// An exception is caught.
    Handler,
    /// A variable of a module.
    Global(GlobalId),
    /// A function of C or of the runtime, by its symbol.
    Foreign(String),
    Allocation,
    /// Mathematics that devices have no instruction for.
    Mathematics(Intrinsic),
    /// A function that is called through a value.
    Indirect,
    Recursion(FuncId),
    /// A kernel that is called: devices start them, and nothing else.
    Kernel(FuncId),
}

/// The kernels of a program that was built and not yet changed by any pass, with what they need, as devices take them; or why they can't be.
pub fn kernels(program: &Program) -> Result<Program, Vec<Obstacle>> {
    let kernels = ids(program).filter(|id| program.functions[id.index()].kind == FunctionKind::Kernel);
    let kernels: Vec<FuncId> = kernels.collect();
    let mut device = program.clone();
    device.entry = None;
    device.report_exception = None;
    device.recursion_error = None;
    device.finish = None;
    for class in &mut device.classes {
        class.vtable.clear();
        class.destroy = None;
    }
    let doomed = doomed_functions(program, &reached(program, &kernels));
    for function in &mut device.functions {
        trap(function, &doomed);
    }
    let mut obstacles = Vec::new();
    for &kernel in &kernels {
        let survey = Survey {
            built: program,
            device: &device,
            kernel,
            path: Vec::new(),
            seen: FxHashSet::default(),
            known: FxHashMap::default(),
            obstacles: Vec::new(),
        };
        obstacles.extend(survey.run());
    }
    if !obstacles.is_empty() {
        return Err(obstacles);
    }
    let used = reached(&device, &kernels);
    device.statics.clear();
    inline::renumber(&mut device, &used);
    Ok(device)
}

fn ids(program: &Program) -> impl Iterator<Item = FuncId> + use<> {
    (0..program.functions.len() as u32).map(FuncId)
}

fn callee(block: &Block) -> Option<FuncId> {
    match &block.terminator.kind {
        TerminatorKind::Call { callee: Callee::Direct(id), .. } => Some(*id),
        _ => None,
    }
}

fn reached(program: &Program, kernels: &[FuncId]) -> FxHashSet<FuncId> {
    let mut reached = FxHashSet::default();
    let mut next = kernels.to_vec();
    while let Some(id) = next.pop() {
        if reached.insert(id) {
            next.extend(program.functions[id.index()].blocks.iter().filter_map(callee));
        }
    }
    reached
}

/// The functions that never return.
fn doomed_functions(program: &Program, among: &FxHashSet<FuncId>) -> FxHashSet<FuncId> {
    let mut doomed = FxHashSet::default();
    loop {
        let known = doomed.len();
        for &id in among {
            let function = &program.functions[id.index()];
            if !function.blocks.is_empty() && doomed_blocks(function, &doomed)[0] {
                doomed.insert(id);
            }
        }
        if doomed.len() == known {
            return doomed;
        }
    }
}

/// For each block whether all ways from it end in a `raise`, if calls that raise don't count.
fn doomed_blocks(function: &Function, doomed: &FxHashSet<FuncId>) -> Vec<bool> {
    let mut found = vec![false; function.blocks.len()];
    loop {
        let mut changed = false;
        for id in function.block_ids().rev() {
            let block = function.block(id);
            let ends = match &block.terminator.kind {
                TerminatorKind::Raise(_) | TerminatorKind::Unreachable => true,
                TerminatorKind::Return(_) => false,
                TerminatorKind::Call { target, .. } => found[target.index()] || callee(block).is_some_and(|id| doomed.contains(&id)),
                other => other.successors().iter().all(|next| found[next.index()]),
            };
            changed |= ends && !std::mem::replace(&mut found[id.index()], ends);
        }
        if !changed {
            return found;
        }
    }
}

/// Stops the thread where only a `raise` can follow, and takes for granted that calls return.
fn trap(function: &mut Function, doomed: &FxHashSet<FuncId>) {
    let unit = function.add_local(Ty::Unit);
    let ends = doomed_blocks(function, doomed);
    for (block, ends) in function.blocks.iter_mut().zip(ends) {
        if ends {
            let loc = block.terminator.loc;
            let stop = StatementKind::Init(Place::local(unit), Rvalue::Intrinsic(Intrinsic::Trap, Vec::new()));
            block.statements = vec![Statement { kind: stop, loc }];
            block.terminator.kind = TerminatorKind::Unreachable;
        } else if let TerminatorKind::Call { unwind, .. } = &mut block.terminator.kind {
            *unwind = None;
        }
    }
    function.raises = false;
    function.remove_unreachable_blocks();
}

/// Looks for obstacles on the way from one kernel.
struct Survey<'p> {
    /// Before exceptions were taken out.
    built: &'p Program,
    device: &'p Program,
    kernel: FuncId,
    /// The functions that lead to the one that is looked at.
    path: Vec<FuncId>,
    seen: FxHashSet<FuncId>,
    /// The first obstacle in each function that has no places, and in what it calls.
    known: FxHashMap<FuncId, Option<What>>,
    obstacles: Vec<Obstacle>,
}

impl Survey<'_> {
    fn run(mut self) -> Vec<Obstacle> {
        self.function(self.kernel);
        self.obstacles.sort_by_key(|found| (found.file.0, found.loc.line, !matches!(found.what, What::Call(..))));
        // What a line does wrong is told once.
        self.obstacles.dedup_by_key(|found| (found.file.0, found.loc.line));
        self.obstacles
    }

    /// A function of the program itself.
    fn function(&mut self, id: FuncId) {
        if !self.seen.insert(id) {
            return;
        }
        self.path.push(id);
        let function = &self.device.functions[id.index()];
        let mut found = exceptions(&self.built.functions[id.index()]);
        for block in &function.blocks {
            for statement in &block.statements {
                found.extend(self.statement(function, &statement.kind).map(|what| (statement.loc, what)));
            }
            let what = match callee(block) {
                Some(id) => self.call(id),
                None => None,
            };
            let what = what.or_else(|| self.terminator(function, &block.terminator.kind));
            found.extend(what.map(|what| (block.terminator.loc, what)));
        }
        self.path.pop();
        for (loc, what) in found {
            let loc = if loc.line == 0 { function.loc } else { loc };
            self.obstacles.push(Obstacle { kernel: self.kernel, file: function.file, loc, what });
        }
    }

    fn call(&mut self, id: FuncId) -> Option<What> {
        if self.path.contains(&id) {
            return Some(What::Recursion(id));
        }
        if self.device.functions[id.index()].kind == FunctionKind::Kernel {
            return Some(What::Kernel(id));
        }
        if self.device.functions[id.index()].loc.line != 0 {
            self.function(id);
            return None;
        }
        let cause = match self.placeless(id)? {
            foreign @ What::Foreign(_) if self.device.functions[id.index()].kind == FunctionKind::Extern => return Some(foreign),
            What::Call(_, cause) => cause,
            other => Box::new(other),
        };
        Some(What::Call(id, cause))
    }

    /// The first obstacle in a function that has no places: a call of it is to blame.
    fn placeless(&mut self, id: FuncId) -> Option<What> {
        if let Some(known) = self.known.get(&id) {
            return known.clone();
        }
        // What comes back here while this is looked at calls itself.
        self.known.insert(id, Some(What::Recursion(id)));
        let function = &self.device.functions[id.index()];
        let what = if function.kind == FunctionKind::Extern {
            Some(What::Foreign(function.symbol.to_string()))
        } else {
            function.blocks.iter().find_map(|block| {
                let own = block.statements.iter().find_map(|statement| self.statement(function, &statement.kind));
                own.or_else(|| self.placeless(callee(block)?)).or_else(|| self.terminator(function, &block.terminator.kind))
            })
        };
        self.known.insert(id, what.clone());
        what
    }

    fn terminator(&self, function: &Function, kind: &TerminatorKind) -> Option<What> {
        if let Some(what) = self.global(|note| visit::terminator_places(kind, note)) {
            return Some(what);
        }
        let TerminatorKind::Call { callee, args, destination, .. } = kind else { return None };
        if let Callee::Virtual { .. } | Callee::Value(_) = callee {
            return Some(What::Indirect);
        }
        args.iter().find_map(|arg| self.operand(arg)).or_else(|| self.place(function, destination))
    }

    fn statement(&self, function: &Function, kind: &StatementKind) -> Option<What> {
        if let Some(what) = self.global(|note| visit::statement_places(kind, note)) {
            return Some(what);
        }
        let (StatementKind::Assign(place, value) | StatementKind::Init(place, value)) = kind else { return None };
        let own = match value {
            Rvalue::New { class, .. } => Some(What::Object(Some(*class))),
            Rvalue::Closure { .. } => Some(What::Indirect),
            Rvalue::Runtime { symbol, .. } => Some(What::Foreign((*symbol).to_owned())),
            Rvalue::Intrinsic(intrinsic, _) => intrinsic_obstacle(*intrinsic),
            _ => None,
        };
        own.or_else(|| visit::rvalue_operands(value).into_iter().find_map(|operand| self.operand(operand)))
            .or_else(|| self.place(function, place))
    }

    fn operand(&self, operand: &Operand) -> Option<What> {
        match operand {
            Operand::Const(Const::Static(id)) => Some(What::Object(Some(self.device.statics[id.index()].class))),
            Operand::Const(Const::Function(_)) => Some(What::Indirect),
            Operand::Const(Const::Data(_)) => Some(What::Object(None)),
            _ => None,
        }
    }

    /// Whether something that is written holds an object.
    fn place(&self, function: &Function, place: &Place) -> Option<What> {
        object_in(self.device, &self.device.place_ty(function, place))
    }

    fn global(&self, walk: impl FnOnce(&mut dyn FnMut(&Place, visit::Access))) -> Option<What> {
        let mut found = None;
        walk(&mut |place, _| {
            if let PlaceBase::Global(id) = place.base
                && let global = &self.device.globals[id.index()]
                && global.space == AddressSpace::Generic
                && self.device.layout(&global.ty).size != 0
            {
                found.get_or_insert(What::Global(id));
            }
        });
        found
    }
}

/// Where a function raises or catches by a statement of its own. Calls of what raises put nothing in a traceback themselves.
fn exceptions(function: &Function) -> Vec<(Loc, What)> {
    let ends = doomed_blocks(function, &FxHashSet::default());
    let mut found = Vec::new();
    for block in &function.blocks {
        let raises = block.statements.iter().filter(|statement| matches!(statement.kind, StatementKind::Traceback(_)));
        found.extend(raises.map(|statement| (statement.loc, What::Raise)));
        if let TerminatorKind::Call { unwind: Some((_, handler)), .. } = &block.terminator.kind
            && !ends[handler.index()]
        {
            found.push((block.terminator.loc, What::Handler));
        }
    }
    found
}

fn object_in(program: &Program, ty: &Ty) -> Option<What> {
    match ty {
        Ty::Ref { class, .. } => Some(What::Object(*class)),
        Ty::Closure(_) => Some(What::Indirect),
        Ty::Tuple(items) | Ty::Union(items) => items.iter().find_map(|item| object_in(program, item)),
        Ty::Struct(id) => program.structs[id.index()].fields.iter().find_map(|field| object_in(program, &field.ty)),
        Ty::Array(item, _) | Ty::Simd(item, _) => object_in(program, item),
        Ty::Never | Ty::Unit | Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Ptr(_) => None,
    }
}

fn intrinsic_obstacle(intrinsic: Intrinsic) -> Option<What> {
    Some(match intrinsic {
        Intrinsic::Sin | Intrinsic::Cos | Intrinsic::Exp | Intrinsic::Log | Intrinsic::Pow => What::Mathematics(intrinsic),
        Intrinsic::Alloc | Intrinsic::Realloc | Intrinsic::Free => What::Allocation,
        Intrinsic::MemCompare => What::Foreign("memcmp".to_owned()),
        Intrinsic::RefCount => What::Object(None),
        Intrinsic::CallPointer => What::Indirect,
        Intrinsic::StackIsFull => What::Foreign("stack".to_owned()),
        _ => return None,
    })
}
