//! The passes from the dialects that MIR is lowered to down to the LLVM dialect, as text that `mlir-opt --pass-pipeline` takes as well.

use melior::ir::Module;
use melior::pass::PassManager;

use super::Context;
use crate::error::{InternalError, Result};

/// For the CPU.
pub const CPU: &str = "builtin.module(convert-math-to-llvm,convert-arith-to-llvm,convert-cf-to-llvm,reconcile-unrealized-casts)";

/// For the CPU, with a scope for the source line of each instruction.
pub const CPU_DEBUG: &str = "builtin.module(convert-math-to-llvm,convert-arith-to-llvm,convert-cf-to-llvm,reconcile-unrealized-casts,ensure-debug-info-scope-on-llvm-func{emission-kind=Full})";

/// Makes the passes that the pipelines name known to MLIR.
pub(crate) fn register() {
    // SAFETY: called once in a process.
    unsafe {
        mlir_sys::mlirRegisterConversionConvertMathToLLVMPass();
        mlir_sys::mlirRegisterConversionArithToLLVMConversionPass();
        mlir_sys::mlirRegisterConversionConvertControlFlowToLLVMPass();
        mlir_sys::mlirRegisterConversionReconcileUnrealizedCastsPass();
        mlir_sys::mlirRegisterLLVMDIScopeForLLVMFuncOpPass();
    }
}

pub(crate) fn run(context: &Context, module: &mut Module<'_>, pipeline: &str) -> Result<()> {
    let manager = PassManager::new(context.mlir());
    manager.enable_verifier(cfg!(debug_assertions));
    melior::utility::parse_pass_pipeline(manager.as_operation_pass_manager(), pipeline)
        .map_err(|error| InternalError::new("reading the pass pipeline", error.to_string()))?;
    manager.run(module).map_err(|_| InternalError::new("running MLIR passes", context.diagnostics()))
}
