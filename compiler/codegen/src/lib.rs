//! Code generation: counted MIR → MLIR → LLVM → objects, executables and GPU binaries.
//!
//! `mlir` lowers MIR to upstream dialects, `llvm` optimises and emits objects, `gpu` does the same for devices, `link` makes executables.
//!
//! **Invariants:** the only crate that names melior or inkwell. It makes no semantic decision and reports no user error: what it can't do is an
//! [`InternalError`] that names the MIR function and place. It sees calls, loads and stores; reference counts were made by the MIR's own pass.

mod error;
mod gpu;
mod layout;
mod link;
mod llvm;
mod mlir;
mod options;

pub use error::{InternalError, Result};
pub use gpu::compile_kernels;
pub use link::{Symbols, link_executable, link_shared};
pub use llvm::host_cpu;
pub use mlir::pipeline;
pub use options::{Cpu, Debug, Emit, GpuTarget, OptLevel, Options, Output};

use pyc_mir::Program;

/// Compiles a counted program for the CPU.
pub fn compile(program: &Program, options: &Options) -> Result<Output> {
    let machine = llvm::machine(options)?;
    let context = mlir::Context::new();
    let lowered = mlir::Machine { target: mlir::Target::CPU, triple: &machine.triple(), data_layout: &machine.data_layout() };
    let mut module = mlir::lower(&context, program, &lowered)?;
    if options.emit == Emit::Mlir {
        return Ok(Output::Text(mlir::text(&module)?));
    }
    let passes = if options.debug == Debug::None { pipeline::CPU } else { pipeline::CPU_DEBUG };
    pipeline::run(&context, &mut module, passes)?;
    if options.emit == Emit::MlirLlvm {
        return Ok(Output::Text(mlir::text(&module)?));
    }
    llvm::emit(&context, module, &machine, options)
}
