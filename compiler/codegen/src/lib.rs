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
mod prebuilt;
mod units;

pub use error::{InternalError, Result};
pub use gpu::compile_kernels;
pub use link::{Symbols, link_executable, link_shared};
pub use llvm::host_cpu;
pub use mlir::pipeline;
pub use options::{Cpu, Debug, Emit, GpuTarget, Objects, OptLevel, Options, Output};
pub use prebuilt::{Prebuilt, PrebuiltBuilder};

use std::{io, thread};

use pyc_abi::Part;
use pyc_mir::{FunctionKind, Program};
use units::{Unit, Units};

/// What LLVM may need to look at deeply nested code.
const STACK: usize = 64 << 20;

/// Compiles a counted program for the CPU. A large one becomes two objects, made side by side.
pub fn compile(program: &Program, options: &Options) -> Result<Output> {
    let wants_objects = options.emit == Emit::Object && options.opt_level != OptLevel::O0;
    let Some(units) = wants_objects.then(|| Units::cut(program, options.prebuilt.as_ref())).flatten() else {
        return compile_unit(program, Unit::WHOLE, options);
    };
    thread::scope(|scope| {
        let others = (1..units.count).map(|number| {
            let (thread, unit) = (thread::Builder::new().stack_size(STACK), Unit::of(&units, number));
            thread.spawn_scoped(scope, move || compile_unit(program, unit, options))
        });
        let others = others.collect::<io::Result<Vec<_>>>().map_err(|error| InternalError::new("starting a thread", error.to_string()))?;
        let mut output = compile_unit(program, Unit::of(&units, 0), options)?;
        for other in others {
            let other = other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?;
            let (Output::Objects(objects), Output::Objects(more)) = (&mut output, other) else {
                return Err(InternalError::new("emitting code", "text where an object was asked for"));
            };
            objects.files.extend(more.files);
        }
        if let Output::Objects(objects) = &mut output {
            objects.prebuilt = options.prebuilt.as_ref().map(|prebuilt| prebuilt.path.clone());
        }
        Ok(output)
    })
}

fn compile_unit(program: &Program, unit: Unit<'_>, options: &Options) -> Result<Output> {
    let machine = llvm::machine(options)?;
    let context = mlir::Context::new();
    let lowered = mlir::Machine { target: mlir::Target::CPU, triple: &machine.triple(), data_layout: &machine.data_layout() };
    let mut module = mlir::lower(&context, program, unit, &lowered)?;
    if options.emit == Emit::Mlir {
        return Ok(Output::Text(mlir::text(&module)?));
    }
    let passes = if options.debug == Debug::None { pipeline::CPU } else { pipeline::CPU_DEBUG };
    pipeline::run(&context, &mut module, passes)?;
    if options.emit == Emit::MlirLlvm {
        return Ok(Output::Text(mlir::text(&module)?));
    }
    let mut output = llvm::emit(&context, module, &machine, options)?;
    if let Output::Objects(objects) = &mut output {
        objects.wants_library = calls_library(program);
    }
    Ok(output)
}

/// Whether a program declares a function of the part of the runtime that is linked on demand.
fn calls_library(program: &Program) -> bool {
    let in_library = |name: &str| pyc_abi::symbol(name).is_some_and(|symbol| symbol.part == Part::Library);
    program.functions.iter().any(|function| function.kind == FunctionKind::Extern && in_library(&function.symbol))
}
