//! Kernels → PTX, AMD code objects and SPIR-V, from the same MIR as the CPU's code.

use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::context::Context;
use inkwell::module::{Linkage, Module};
use inkwell::targets::FileType;
use inkwell::values::{CallSiteValue, InstructionOpcode, InstructionValue};

use crate::error::{InternalError, Result};
use crate::link;
use crate::llvm::{self, Machine};
use crate::mlir::{self, Target};
use crate::options::{Debug, GpuTarget, OptLevel};
use crate::pipeline;

/// Compiles the kernels of a counted program for a device: PTX text, an ELF code object, or a SPIR-V module.
pub fn compile_kernels(program: &pyc_mir::Program, device: &GpuTarget) -> Result<Vec<u8>> {
    let (machine, target) = machine(device)?;
    let context = mlir::Context::new();
    context.load_devices();
    let lowered = mlir::Machine { target, triple: &machine.triple(), data_layout: &machine.data_layout() };
    let mut module = mlir::lower_kernels(&context, program, &lowered)?;
    pipeline::run(&context, &mut module, pipeline::CPU)?;
    let llvm_context = Context::create();
    let module = llvm::translate(&context, &module, &llvm_context)?;
    llvm::set_attributes(&llvm_context, &module, &machine, Debug::None);
    keep_threads_together(&llvm_context, &module);
    if *device == GpuTarget::Spirv {
        inline_everything(&llvm_context, &module);
    }
    llvm::optimise(&module, &machine, OptLevel::O2)?;
    if *device == GpuTarget::Spirv {
        return_instead_of_traps(&llvm_context, &module)?;
    }
    match device {
        GpuTarget::Nvptx(_) => {
            let mut text = llvm::write(&module, &machine, FileType::Assembly)?;
            // LLVM ends its text with a zero byte that `ptxas` does not take.
            text.retain(|byte| *byte != 0);
            Ok(text)
        }
        GpuTarget::Amdgpu(_) => link::link_code_object(&llvm::write(&module, &machine, FileType::Object)?),
        GpuTarget::Spirv => llvm::write(&module, &machine, FileType::Object),
    }
}

/// All threads of a block must meet at the same barrier, so no call that may lead to one is copied to several paths. LLVM finds out which do not.
fn keep_threads_together(context: &Context, module: &Module<'_>) {
    let convergent = context.create_enum_attribute(Attribute::get_named_enum_kind_id("convergent"), 0);
    for function in module.get_functions().filter(|function| function.get_intrinsic_id() == 0) {
        function.add_attribute(AttributeLoc::Function, convergent);
    }
}

/// Leaves nothing but kernels, in which to return is to end the thread. Nothing calls itself.
fn inline_everything(context: &Context, module: &Module<'_>) {
    let kind = |name| Attribute::get_named_enum_kind_id(name);
    for function in module.get_functions().filter(|function| function.get_linkage() == Linkage::Internal) {
        function.remove_enum_attribute(AttributeLoc::Function, kind("noinline"));
        function.add_attribute(AttributeLoc::Function, context.create_enum_attribute(kind("alwaysinline"), 0));
    }
}

/// OpenCL has no trap: a thread that would be stopped by one returns.
fn return_instead_of_traps(context: &Context, module: &Module<'_>) -> Result<()> {
    let failed = |error: String| InternalError::new("ending threads", error);
    let builder = context.create_builder();
    for block in module.get_functions().flat_map(|function| function.get_basic_blocks()) {
        let Some(end) = block.get_terminator().filter(|end| end.get_opcode() == InstructionOpcode::Unreachable) else { continue };
        let trap = end.get_previous_instruction().filter(|before| calls(*before, "llvm.trap"));
        end.erase_from_basic_block();
        if let Some(trap) = trap {
            trap.erase_from_basic_block();
        }
        builder.position_at_end(block);
        builder.build_return(None).map_err(|error| failed(error.to_string()))?;
    }
    if let Some(trap) = module.get_function("llvm.trap") {
        // SAFETY: its calls are gone.
        unsafe { trap.delete() };
    }
    module.verify().map_err(|error| failed(error.to_string()))
}

fn calls(instruction: InstructionValue<'_>, symbol: &str) -> bool {
    let callee = CallSiteValue::try_from(instruction).ok().and_then(|call| call.get_called_fn_value());
    callee.is_some_and(|callee| callee.get_name().to_bytes() == symbol.as_bytes())
}

fn machine(device: &GpuTarget) -> Result<(Machine, Target)> {
    Ok(match device {
        GpuTarget::Nvptx(arch) => (llvm::device_machine("nvptx64-nvidia-cuda", arch)?, Target::NVPTX),
        GpuTarget::Amdgpu(arch) => (llvm::device_machine("amdgcn-amd-amdhsa", arch)?, Target::AMDGPU),
        GpuTarget::Spirv => (llvm::device_machine("spirv64v1.2-unknown-unknown", "")?, Target::SPIRV),
    })
}
