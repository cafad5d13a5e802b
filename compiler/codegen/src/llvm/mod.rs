//! The LLVM dialect → LLVM IR, optimised → objects and assembly.

mod allocation;

use std::ffi::CStr;

use inkwell::OptimizationLevel;
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::context::Context as LlvmContext;
use inkwell::llvm_sys::error::{LLVMDisposeErrorMessage, LLVMGetErrorMessage};
use inkwell::llvm_sys::transforms::pass_builder::{
    LLVMCreatePassBuilderOptions, LLVMDisposePassBuilderOptions, LLVMPassBuilderOptionsSetInlinerThreshold, LLVMRunPasses,
};
use inkwell::module::Module;
use inkwell::targets::{CodeModel, FileType, InitializationConfig, RelocMode, Target, TargetMachine, TargetTriple};
use melior::ir::Module as MlirModule;

use crate::error::{InternalError, Result};
use crate::mlir::Context;
use crate::options::{Cpu, Debug, Emit, Objects, OptLevel, Options, Output};

/// The name and features of this machine's CPU, as LLVM calls them.
pub fn host_cpu() -> (String, String) {
    (TargetMachine::get_host_cpu_name().to_string(), TargetMachine::get_host_cpu_features().to_string())
}

/// A machine to make code for.
pub(crate) struct Machine {
    target: TargetMachine,
    cpu: String,
    features: String,
}

impl Machine {
    fn new(triple: &TargetTriple, cpu: &str, features: String, level: OptimizationLevel) -> Result<Self> {
        let target = Target::from_triple(triple).map_err(|error| InternalError::new("choosing the target", error.to_string()))?;
        // Addresses relative to the instruction serve shared objects and, linked at a fixed address, cost executables nothing.
        let made = target.create_target_machine(triple, cpu, &features, level, RelocMode::PIC, CodeModel::Default);
        let made = made.ok_or_else(|| InternalError::new("choosing the target", format!("no code for {cpu}")))?;
        Ok(Self { target: made, cpu: cpu.to_owned(), features })
    }

    pub(crate) fn data_layout(&self) -> String {
        self.target.get_target_data().get_data_layout().as_str().to_string_lossy().into_owned()
    }

    pub(crate) fn triple(&self) -> String {
        self.target.get_triple().as_str().to_string_lossy().into_owned()
    }
}

/// The machine that programs run on.
pub(crate) fn machine(options: &Options) -> Result<Machine> {
    Target::initialize_x86(&InitializationConfig::default());
    let (cpu, features) = match &options.cpu {
        Cpu::Host => host_cpu(),
        Cpu::Generic => ("x86-64".to_owned(), String::new()),
        Cpu::Named(name) => (name.clone(), String::new()),
    };
    let level = match options.opt_level {
        OptLevel::O0 => OptimizationLevel::None,
        OptLevel::O2 => OptimizationLevel::Default,
        OptLevel::O3 => OptimizationLevel::Aggressive,
    };
    Machine::new(&TargetMachine::get_default_triple(), &cpu, features, level)
}

unsafe extern "C" {
    // inkwell knows no SPIR-V.
    fn LLVMInitializeSPIRVTargetInfo();
    fn LLVMInitializeSPIRVTarget();
    fn LLVMInitializeSPIRVTargetMC();
    fn LLVMInitializeSPIRVAsmPrinter();
}

/// A machine that runs kernels.
pub(crate) fn device_machine(triple: &str, cpu: &str) -> Result<Machine> {
    let everything = InitializationConfig::default();
    Target::initialize_nvptx(&everything);
    Target::initialize_amd_gpu(&everything);
    // SAFETY: registers the target; doing so again has no effect.
    unsafe {
        LLVMInitializeSPIRVTargetInfo();
        LLVMInitializeSPIRVTarget();
        LLVMInitializeSPIRVTargetMC();
        LLVMInitializeSPIRVAsmPrinter();
    }
    Machine::new(&TargetTriple::create(triple), cpu, String::new(), OptimizationLevel::Default)
}

/// Translates, optimises and emits a module in the LLVM dialect.
pub(crate) fn emit(context: &Context, module: MlirModule<'_>, machine: &Machine, options: &Options) -> Result<Output> {
    let llvm = LlvmContext::create();
    let translated = translate(context, &module, &llvm)?;
    drop(module);
    set_attributes(&llvm, &translated, machine, options.debug);
    optimise(&translated, machine, options.opt_level)?;
    if options.opt_level == OptLevel::O3 && allocation::open(&translated)? {
        run_passes(&translated, machine, c"always-inline", None)?;
    }
    output(&translated, machine, options)
}

pub(crate) fn translate<'l>(context: &Context, module: &MlirModule<'_>, llvm: &'l LlvmContext) -> Result<Module<'l>> {
    // SAFETY: both are alive; the result, if there is one, belongs to nobody yet.
    unsafe {
        let raw = mlir_sys::mlirTranslateModuleToLLVMIR(module.as_operation().to_raw(), llvm.raw().cast());
        if raw.is_null() {
            return Err(InternalError::new("translating to LLVM", context.diagnostics()));
        }
        Ok(Module::new(raw.cast()))
    }
}

/// The optimiser has to know the machine too, and that nothing unwinds.
pub(crate) fn set_attributes(llvm: &LlvmContext, module: &Module<'_>, machine: &Machine, debug: Debug) {
    let kind = |name| llvm.create_enum_attribute(Attribute::get_named_enum_kind_id(name), 0);
    let mut attributes = vec![
        llvm.create_string_attribute("target-cpu", &machine.cpu),
        llvm.create_string_attribute("target-features", &machine.features),
        kind("nounwind"),
    ];
    if debug != Debug::None {
        attributes.push(llvm.create_string_attribute("frame-pointer", "all"));
    }
    for function in module.get_functions().filter(|function| function.count_basic_blocks() > 0) {
        for attribute in &attributes {
            function.add_attribute(AttributeLoc::Function, *attribute);
        }
    }
}

/// What a function may cost to be inlined where time of compiling counts too. What is small without the code that raises costs less than LLVM finds; of
/// the rest, copies make code larger more than faster.
const INLINED: i32 = 100;

pub(crate) fn optimise(module: &Module<'_>, machine: &Machine, level: OptLevel) -> Result<()> {
    let passes = match level {
        OptLevel::O0 => c"default<O0>",
        OptLevel::O2 => c"default<O2>",
        OptLevel::O3 => c"default<O3>",
    };
    if cfg!(debug_assertions) {
        module.verify().map_err(|error| InternalError::new("optimising", error.to_string()))?;
    }
    run_passes(module, machine, passes, (level == OptLevel::O2).then_some(INLINED))
}

fn run_passes(module: &Module<'_>, machine: &Machine, passes: &CStr, inlined: Option<i32>) -> Result<()> {
    // SAFETY: the options live until the passes have run, the module and the machine longer; an error's message is LLVM's to free.
    unsafe {
        let how = LLVMCreatePassBuilderOptions();
        if let Some(inlined) = inlined {
            LLVMPassBuilderOptionsSetInlinerThreshold(how, inlined);
        }
        let error = LLVMRunPasses(module.as_mut_ptr(), passes.as_ptr(), machine.target.as_mut_ptr(), how);
        LLVMDisposePassBuilderOptions(how);
        if error.is_null() {
            return Ok(());
        }
        let message = LLVMGetErrorMessage(error);
        let text = CStr::from_ptr(message).to_string_lossy().into_owned();
        LLVMDisposeErrorMessage(message);
        Err(InternalError::new("optimising", text))
    }
}

fn output(module: &Module<'_>, machine: &Machine, options: &Options) -> Result<Output> {
    let kind = match options.emit {
        Emit::Llvm => return Ok(Output::Text(module.print_to_string().to_string())),
        Emit::Assembly => FileType::Assembly,
        _ => FileType::Object,
    };
    let bytes = write(module, machine, kind)?;
    Ok(match kind {
        FileType::Assembly => Output::Text(String::from_utf8_lossy(&bytes).trim_end_matches('\0').to_owned()),
        FileType::Object => Output::Objects(Objects { files: vec![bytes], ..Objects::default() }),
    })
}

pub(crate) fn write(module: &Module<'_>, machine: &Machine, kind: FileType) -> Result<Vec<u8>> {
    let buffer = machine.target.write_to_memory_buffer(module, kind);
    let buffer = buffer.map_err(|error| InternalError::new("emitting code", error.to_string()))?;
    Ok(buffer.as_slice().to_vec())
}
