//! Functions: parameters, locals, blocks, statements and the terminators that are no calls.

use melior::ir::{BlockRef, Location, Region, Type, Value};
use pyc_mir::{
    AddressSpace, Block, BlockId, FuncId, Function, FunctionKind, Inline, Local, LocalId, Mode, Operand, Place, Rvalue, SourceFile,
    Statement, StatementKind, Terminator, TerminatorKind, Ty,
};

use super::builder::{Builder, Parts, append_block, argument};
use super::counts::Helper;
use super::inlining;
use super::module::{Module, Outline};
use super::tbaa::Memory;
use super::types::has_storage;
use super::values;
use crate::error::{Result, bad_mir};
use crate::layout::layout;
use crate::units::Role;

/// A function's body on its way into a region.
pub(super) struct Body<'a, 'p, 'c> {
    pub(super) cx: &'a Module<'p, 'c>,
    pub(super) function: &'a Function,
    pub(super) b: Builder<'c>,
    pub(super) locals: Vec<Storage<'c>>,
    /// For each local whether it never holds a zero.
    pub(super) certain: Vec<bool>,
    /// The traceback record of the function, once it is needed.
    pub(super) info: Option<String>,
    /// Whether the block that is being made only runs when something is raised.
    pub(super) is_cold: bool,
    /// Whether the block that is being made runs once at most.
    pub(super) runs_once: bool,
    region: &'a Region<'c>,
    /// Holds the storage of locals and nothing else, so that loops don't grow the stack.
    entry: BlockRef<'c, 'c>,
    blocks: Vec<BlockRef<'c, 'c>>,
}

/// Where a local is.
#[derive(Clone, Copy)]
pub(super) enum Storage<'c> {
    Nothing,
    /// At an address.
    Memory(Value<'c, 'c>),
    /// In no memory. Known once its definition has been lowered.
    Value(Option<Value<'c, 'c>>),
}

/// The name of functions that are the top level of a module.
pub(crate) const MODULE: &str = "<module>";
/// Values above this many bytes are memory, and copied as such.
pub(super) const LARGE: u64 = 64;

impl<'a, 'p, 'c> Body<'a, 'p, 'c> {
    /// The body of a function that is not in the MIR. Its code starts in a block behind `entry`; [`Body::close`] joins the two.
    pub(super) fn generated(cx: &'a Module<'p, 'c>, region: &'a Region<'c>, entry: BlockRef<'c, 'c>) -> Self {
        let start = append_block(region, &[]);
        let b = Builder { context: cx.top.context, block: start, location: cx.top.location };
        Self {
            cx,
            function: &cx.nobody,
            b,
            locals: Vec::new(),
            certain: Vec::new(),
            info: None,
            is_cold: false,
            runs_once: false,
            region,
            entry,
            blocks: vec![start],
        }
    }

    /// Ends the storage block.
    pub(super) fn close(&mut self) -> Result<()> {
        let entry = Builder { block: self.entry, ..self.b };
        entry.branch(self.blocks[0])
    }

    pub(super) fn new_block(&self) -> BlockRef<'c, 'c> {
        self.new_block_of(&[])
    }

    /// A block that takes arguments.
    pub(super) fn new_block_of(&self, arguments: &[(Type<'c>, Location<'c>)]) -> BlockRef<'c, 'c> {
        append_block(self.region, arguments)
    }

    pub(super) fn block(&self, id: BlockId) -> Result<BlockRef<'c, 'c>> {
        self.blocks.get(id.index()).copied().ok_or_else(|| bad_mir(format!("no block {}", id.0)))
    }

    pub(super) fn is_inout(&self, local: LocalId) -> bool {
        self.function.params.get(local.index()) == Some(&Mode::Inout)
    }

    /// Storage for `count` values that lasts as long as the call.
    pub(super) fn alloca(&self, ty: Type<'c>, count: i64) -> Result<Value<'c, 'c>> {
        let entry = Builder { block: self.entry, ..self.b };
        let count = entry.i64(count)?;
        let slot = entry.value("llvm.alloca", &[count], self.cx.types.stack, &[("elem_type", entry.ty(ty))])?;
        entry.to_space(slot, self.cx.types.ptr)
    }

    /// Puts a value into memory; gives the address.
    pub(super) fn spill(&mut self, value: Value<'c, 'c>, ty: &Ty) -> Result<Value<'c, 'c>> {
        let slot = self.alloca(self.cx.types.memory(self.cx.program, ty), 1)?;
        let value = self.to_memory(value, ty)?;
        self.store_raw(slot, value, Memory::Local, None)?;
        Ok(slot)
    }

    // ---- locals and blocks

    fn make_locals(&mut self) -> Result<()> {
        let mut next = 0;
        let is_value = values::value_locals(self.cx.program, self.function);
        self.certain = values::certain_locals(self.function, &is_value);
        for (index, local) in self.function.locals.iter().enumerate() {
            let mode = self.function.params.get(index).copied();
            let passed = mode.is_some() && (mode == Some(Mode::Inout) || has_storage(&local.ty));
            let value = if passed { Some(self.parameter(next, &local.ty)?) } else { None };
            next += usize::from(passed);
            let storage = if is_value[index] { Storage::Value(value) } else { self.make_local(local, mode, value)? };
            self.locals.push(storage);
        }
        Ok(())
    }

    /// Kernels get generic pointers as global ones; see [`Module::kernel_params`].
    fn parameter(&mut self, index: usize, ty: &Ty) -> Result<Value<'c, 'c>> {
        let value = argument(self.entry, index)?;
        match ty {
            Ty::Ptr(AddressSpace::Generic) => Builder { block: self.entry, ..self.b }.to_space(value, self.cx.types.ptr),
            _ => Ok(value),
        }
    }

    fn make_local(&mut self, local: &Local, mode: Option<Mode>, value: Option<Value<'c, 'c>>) -> Result<Storage<'c>> {
        if let (Some(Mode::Inout), Some(place)) = (mode, value) {
            return Ok(Storage::Memory(place));
        }
        if !has_storage(&local.ty) {
            return Ok(Storage::Nothing);
        }
        let slot = self.alloca(self.cx.types.memory(self.cx.program, &local.ty), 1)?;
        if let Some(value) = value {
            let block = std::mem::replace(&mut self.b.block, self.entry);
            let value = self.to_memory(value, &local.ty)?;
            self.store_raw(slot, value, Memory::Local, None)?;
            self.b.block = block;
        }
        Ok(Storage::Memory(slot))
    }

    /// Definitions before uses: a block that every way to another leads through comes before it.
    fn lower_blocks(&mut self) -> Result<()> {
        let hot = self.function.blocks_that_may_return();
        let once = inlining::blocks_that_run_once(self.function);
        let mut order = self.function.reverse_postorder();
        let mut reached = vec![false; hot.len()];
        order.iter().for_each(|id| reached[id.index()] = true);
        order.extend(self.function.block_ids().filter(|id| !reached[id.index()]));
        for id in order {
            self.is_cold = !hot[id.index()];
            self.runs_once = once[id.index()];
            self.lower_block(id.index(), self.function.block(id))?;
        }
        Ok(())
    }

    fn lower_block(&mut self, id: usize, block: &Block) -> Result<()> {
        self.b.block = self.blocks[id];
        for statement in &block.statements {
            self.at(statement.loc);
            self.statement(statement).map_err(|error| error.within(self.cx.program, self.function, statement.loc))?;
        }
        self.at(block.terminator.loc);
        self.terminator(&block.terminator).map_err(|error| error.within(self.cx.program, self.function, block.terminator.loc))
    }

    fn at(&mut self, loc: pyc_mir::Loc) {
        // What has no place of its own belongs to what comes before it.
        if loc.line != 0 {
            self.b.location = self.cx.location(self.function.file, loc);
        }
    }

    // ---- statements

    fn statement(&mut self, statement: &Statement) -> Result<()> {
        match &statement.kind {
            StatementKind::Assign(place, rvalue) | StatementKind::Init(place, rvalue) | StatementKind::Lend(place, rvalue) => {
                self.assign(place, rvalue)
            }
            StatementKind::Retain(operand) => {
                let ty = self.operand_type(operand)?;
                let value = self.operand(operand)?;
                self.count(Helper::Retain, value, &ty)
            }
            StatementKind::Release(operand) => self.release_operand(operand),
            StatementKind::Traceback(operand) => {
                let exception = self.operand(operand)?;
                self.traceback(exception, statement.loc)
            }
            StatementKind::Drop(_) => Err(bad_mir("a drop is left; the reference-count pass has not run")),
        }
    }

    fn assign(&mut self, place: &Place, rvalue: &Rvalue) -> Result<()> {
        if let Rvalue::Use(Operand::Copy(from) | Operand::Move(from)) = rvalue {
            let size = layout(self.cx.program, &self.place_type(from)?).size;
            if size > LARGE {
                let (from, to) = (self.place(from)?, self.place(place)?);
                return self.copy_memory("llvm.intr.memmove", to.pointer, from.pointer, size);
            }
        }
        let ty = self.place_type(place)?;
        let value = self.rvalue(rvalue, &ty)?;
        self.write(place, value)
    }

    pub(super) fn copy_memory(&mut self, name: &str, to: Value<'c, 'c>, from: Value<'c, 'c>, bytes: u64) -> Result<()> {
        let bytes = self.b.i64(bytes as i64)?;
        self.b.effect(name, &[to, from, bytes], &[("isVolatile", self.b.bool_attribute(false))])
    }

    // ---- terminators

    fn terminator(&mut self, terminator: &Terminator) -> Result<()> {
        match &terminator.kind {
            TerminatorKind::Goto(to) => self.b.branch(self.block(*to)?),
            TerminatorKind::Branch { condition, then, otherwise } => {
                let condition = self.operand(condition)?;
                self.b.branch_if(condition, self.block(*then)?, self.block(*otherwise)?, None)
            }
            TerminatorKind::Switch { value, cases, default } => self.switch(value, cases, *default),
            TerminatorKind::Return(operand) => self.return_operand(operand),
            TerminatorKind::Raise(operand) => self.raise(operand),
            TerminatorKind::Unreachable => self.b.effect("llvm.unreachable", &[], &[]),
            TerminatorKind::Call { callee, args, destination, target, unwind } => {
                self.call(callee, args, destination, *target, unwind.as_ref(), terminator.loc)
            }
        }
    }

    fn switch(&mut self, value: &Operand, cases: &[(i128, BlockId)], default: BlockId) -> Result<()> {
        let ty = self.operand_type(value)?;
        let mut value = self.operand(value)?;
        if ty == Ty::Bool {
            value = self.b.value("arith.extui", &[value], self.cx.types.i64, &[])?;
        }
        let scalar = if ty == Ty::Bool { self.cx.types.i64 } else { self.cx.types.value(self.cx.program, &ty) };
        if cases.is_empty() {
            return self.b.branch(self.block(default)?);
        }
        let vector = Type::vector(&[cases.len() as u64], scalar);
        let numbers: Vec<_> = cases.iter().map(|(number, _)| self.b.integer(scalar, *number as i64)).collect();
        let numbers = melior::ir::attribute::DenseElementsAttribute::new(vector, &numbers).map_err(|error| bad_mir(error.to_string()))?;
        let mut successors = vec![self.block(default)?];
        for (_, block) in cases {
            successors.push(self.block(*block)?);
        }
        let attributes = [
            ("case_values", numbers.into()),
            ("case_operand_segments", self.b.i32s(&vec![0; cases.len()])),
            ("operandSegmentSizes", self.b.i32s(&[1, 0, 0])),
        ];
        let parts = Parts { operands: &[value], successors: &successors, attributes: &attributes, ..Parts::default() };
        self.b.operation("cf.switch", parts).map(drop)
    }

    fn return_operand(&mut self, operand: &Operand) -> Result<()> {
        let value = self.operand(operand)?;
        let types = &self.cx.types;
        match (has_storage(&self.function.ret), self.function.raises) {
            (false, false) => self.b.return_value(None),
            (true, false) => self.b.return_value(Some(value)),
            (false, true) => self.b.return_value(Some(self.b.zero(types.ptr)?)),
            (true, true) => {
                let none = self.b.zero(types.ptr)?;
                self.return_pair(Some(value), none)
            }
        }
    }

    fn raise(&mut self, operand: &Operand) -> Result<()> {
        let exception = self.operand(operand)?;
        if !self.function.raises {
            return Err(bad_mir("a function that does not raise raises"));
        }
        if has_storage(&self.function.ret) { self.return_pair(None, exception) } else { self.b.return_value(Some(exception)) }
    }

    fn return_pair(&mut self, value: Option<Value<'c, 'c>>, exception: Value<'c, 'c>) -> Result<()> {
        let types = &self.cx.types;
        let mut pair = self.b.poison(types.literal(&[types.value(self.cx.program, &self.function.ret), types.ptr]))?;
        if let Some(value) = value {
            pair = self.b.insert(pair, value, &[0])?;
        }
        pair = self.b.insert(pair, exception, &[1])?;
        self.b.return_value(Some(pair))
    }
}

impl<'p, 'c> Module<'p, 'c> {
    /// Lowers a function of the MIR.
    pub(super) fn lower_function(&self, id: FuncId, role: Role) -> Result<()> {
        if role == Role::Absent {
            return Ok(());
        }
        let function = self.function(id)?;
        let signature = function.signature();
        let mut calling = self.types.calling(self.program, &signature, false);
        if function.kind == FunctionKind::Kernel {
            self.kernel_params(&signature, &mut calling);
        }
        let at = self.location(function.file, function.loc);
        if function.kind == FunctionKind::Extern && self.is_known(&function.symbol, &calling)? {
            return Ok(());
        }
        let region = Region::new();
        if function.kind != FunctionKind::Extern && role != Role::Foreign {
            let arguments: Vec<_> = calling.params.iter().map(|ty| (*ty, at)).collect();
            let entry = append_block(&region, &arguments);
            let blocks: Vec<_> = function.blocks.iter().map(|_| append_block(&region, &[])).collect();
            if blocks.is_empty() {
                return Err(bad_mir("a function without blocks"));
            }
            let b = Builder { context: self.top.context, block: entry, location: at };
            let mut body = Body {
                cx: self,
                function,
                b,
                locals: Vec::new(),
                certain: Vec::new(),
                info: None,
                is_cold: false,
                runs_once: false,
                region: &region,
                entry,
                blocks,
            };
            body.make_locals()?;
            body.lower_blocks()?;
            body.close()?;
        }
        let mut outline = self.outline(&signature, self.is_external(function))?;
        outline.shared = !outline.external && role != Role::Private;
        outline.convention = self.convention(&function.kind);
        outline.inline_cost = inlining::hot_cost(function);
        match function.inline {
            // A module's code runs once: copies of it in all that import it would only take time to compile.
            Inline::Auto if *function.name == *MODULE => outline.passthrough = &["noinline"],
            Inline::Auto if self.target.device.is_some() && !self.is_external(function) => outline.passthrough = &["alwaysinline"],
            Inline::Auto => {}
            Inline::Always => outline.passthrough = &["alwaysinline"],
            Inline::Never => outline.passthrough = &["noinline"],
        }
        self.add_function(at, &self.symbol_of(id)?, calling.function_type(&self.types), outline, region)
    }

    /// What is known of the arguments.
    fn outline(&self, signature: &pyc_mir::Signature, external: bool) -> Result<Outline<'static, 'c>> {
        let mut outline = Outline { external, ..Outline::default() };
        for param in signature.params.iter().filter(|param| param.mode == Mode::Inout || has_storage(&param.ty)) {
            outline.arguments.push(match (&param.ty, param.mode) {
                (ty, Mode::Inout) => {
                    let size = layout(self.program, ty).size;
                    self.top.parse(&format!("{{llvm.noalias, llvm.nonnull, llvm.noundef, llvm.dereferenceable = {size} : i64}}"))?
                }
                (Ty::Ref { nullable: false, .. }, Mode::Borrow) => {
                    self.attribute("{llvm.nonnull, llvm.noundef, llvm.dereferenceable = 16 : i64}")?
                }
                (Ty::Ref { nullable: false, .. }, Mode::Owned) => self.attribute("{llvm.nonnull, llvm.noundef}")?,
                (Ty::Bool, _) => self.attribute("{llvm.noundef, llvm.zeroext}")?,
                (Ty::Int(int), _) if int.bits < 32 => {
                    self.attribute(if int.signed { "{llvm.noundef, llvm.signext}" } else { "{llvm.noundef, llvm.zeroext}" })?
                }
                (Ty::Int(_) | Ty::Float(_) | Ty::Ptr(_) | Ty::Ref { .. }, _) => self.attribute("{llvm.noundef}")?,
                _ => self.attribute("{}")?,
            });
        }
        if signature.ret == Ty::Bool && !signature.raises {
            outline.results.push(self.attribute("{llvm.zeroext}")?);
        }
        Ok(outline)
    }
}

/// Stands in for the MIR function where codegen makes one itself.
pub(super) fn nobody() -> Function {
    Function {
        symbol: "".into(),
        name: "".into(),
        file: SourceFile(u32::MAX),
        loc: pyc_mir::Loc::default(),
        params: Vec::new(),
        ret: Ty::Unit,
        raises: false,
        kind: FunctionKind::Normal,
        inline: Inline::Auto,
        locals: Vec::new(),
        blocks: Vec::new(),
    }
}
