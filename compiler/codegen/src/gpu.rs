//! Kernels → PTX, AMD code objects and SPIR-V, from the same MIR as the CPU's code.

use inkwell::targets::FileType;

use crate::error::Result;
use crate::link;
use crate::llvm::{self, Machine};
use crate::mlir::{self, Context, Target};
use crate::options::{Debug, GpuTarget, OptLevel};
use crate::pipeline;

/// Compiles the kernels of a counted program for a device: PTX text, an ELF code object, or a SPIR-V module.
pub fn compile_kernels(program: &pyc_mir::Program, device: &GpuTarget) -> Result<Vec<u8>> {
    let (machine, target) = machine(device)?;
    let context = Context::new();
    context.load_devices();
    let lowered = mlir::Machine { target, triple: &machine.triple(), data_layout: &machine.data_layout() };
    let mut module = mlir::lower_kernels(&context, program, &lowered)?;
    pipeline::run(&context, &mut module, pipeline::CPU)?;
    let llvm_context = inkwell::context::Context::create();
    let module = llvm::translate(&context, &module, &llvm_context)?;
    llvm::set_attributes(&llvm_context, &module, &machine, Debug::None);
    llvm::optimise(&module, &machine, OptLevel::O2)?;
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

fn machine(device: &GpuTarget) -> Result<(Machine, Target)> {
    Ok(match device {
        GpuTarget::Nvptx(arch) => (llvm::device_machine("nvptx64-nvidia-cuda", arch)?, Target::NVPTX),
        GpuTarget::Amdgpu(arch) => (llvm::device_machine("amdgcn-amd-amdhsa", arch)?, Target::AMDGPU),
        GpuTarget::Spirv => (llvm::device_machine("spirv64v1.2-unknown-unknown", "")?, Target::SPIRV),
    })
}
