//! MIR → MLIR's upstream dialects → the LLVM dialect.
//!
//! Functions, memory and calls are the `llvm` dialect's, for MIR is at the level of memory already; arithmetic is `arith`'s, of vectors too, control flow
//! `cf`'s, maths `math`'s, a device's registers `nvvm`'s and `rocdl`'s. A file here is a family of types or of operations. Every operation carries the
//! source location of its statement.
//!
//! Nothing here decides what a program means: what is not as the MIR promises ends with an [`InternalError`].

mod arith;
mod builder;
mod call;
mod cast;
mod classes;
mod context;
mod counts;
mod device;
mod entry;
mod function;
mod globals;
mod inlining;
mod intrinsic;
mod module;
mod object;
mod operand;
pub mod pipeline;
mod place;
mod reach;
mod rvalue;
mod target;
mod tbaa;
mod types;
mod values;

use melior::ir::Location;
use melior::ir::operation::{OperationLike as _, OperationMutLike as _, OperationPrintingFlags};
use melior::ir::{BlockRef, Module as MlirModule};
use pyc_mir::{FuncId, Program};

use crate::error::{InternalError, Result};
use crate::units::{Role, Unit};
pub(crate) use classes::Classes;
pub(crate) use context::Context;
pub(crate) use function::MODULE;
pub(crate) use inlining::{hot_cost, work};
use module::{Module, Pending};
pub(crate) use target::Target;

/// What the module says of the machine it is for.
pub(crate) struct Machine<'a> {
    pub(crate) target: Target,
    pub(crate) triple: &'a str,
    pub(crate) data_layout: &'a str,
}

/// Lowers a program, or a part of it, to a module in the dialects named above.
pub(crate) fn lower<'c>(context: &'c Context, program: &Program, unit: Unit<'_>, machine: &Machine<'_>) -> Result<MlirModule<'c>> {
    build(context, program, unit, machine, |cx| {
        cx.add_globals()?;
        cx.add_classes()?;
        for (id, function) in (0..).map(FuncId).zip(&program.functions) {
            cx.lower_function(id, unit.function(id)).map_err(|error| error.within(program, function, function.loc))?;
        }
        program.entry.filter(|_| unit.is_first()).map_or(Ok(()), |entry| cx.add_main(entry))
    })
}

/// Lowers the kernels of a program and what they need.
pub(crate) fn lower_kernels<'c>(context: &'c Context, program: &Program, machine: &Machine<'_>) -> Result<MlirModule<'c>> {
    let reached = reach::from_kernels(program);
    build(context, program, Unit::WHOLE, machine, |cx| {
        for (id, global) in reached.globals(program) {
            cx.add_variable(id, global, Role::Private)?;
        }
        for (id, function) in reached.functions(program) {
            cx.lower_function(id, Role::Private).map_err(|error| error.within(program, function, function.loc))?;
        }
        Ok(())
    })
}

fn build<'c>(
    context: &'c Context,
    program: &Program,
    unit: Unit<'_>,
    machine: &Machine<'_>,
    fill: impl FnOnce(&Module<'_, 'c>) -> Result<()>,
) -> Result<MlirModule<'c>> {
    let mlir = context.mlir();
    let mut module = MlirModule::new(Location::unknown(mlir));
    {
        // SAFETY: the block lives as long as the module, which outlives what is built here.
        let block = unsafe { BlockRef::from_raw(melior::ir::block::BlockLike::to_raw(&module.body())) };
        let cx = Module::new(mlir, program, machine.target, unit, block);
        fill(&cx)?;
        while let Some(pending) = cx.next_pending() {
            match pending {
                Pending::Counts(helper, ty, symbol) => cx.add_counts(helper, &ty, &symbol)?,
                Pending::Drop(class) => cx.add_drop(class)?,
            }
        }
    }
    let mut operation = module.as_operation_mut();
    for (name, value) in [("llvm.data_layout", machine.data_layout), ("llvm.target_triple", machine.triple)] {
        operation.set_attribute(name, melior::ir::attribute::StringAttribute::new(mlir, value).into());
    }
    if cfg!(debug_assertions) && !module.as_operation().verify() {
        return Err(InternalError::new("verifying MLIR", context.diagnostics()));
    }
    Ok(module)
}

/// The module's text, in the form that `mlir-opt` reads.
pub(crate) fn text(module: &MlirModule<'_>) -> Result<String> {
    let flags = OperationPrintingFlags::new();
    module.as_operation().to_string_with_flags(flags).map_err(|error| InternalError::new("printing MLIR", error.to_string()))
}
