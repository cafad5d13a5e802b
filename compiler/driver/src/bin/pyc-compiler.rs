//! `pyc-compiler`: `pyc` with the code generator in it. Users call `pyc`, which becomes this where machine code must be made.

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use pyc_codegen::GpuTarget;
use pyc_codegen::{Cpu, Debug, OptLevel, Options, Output, Symbols};
use pyc_driver::{Backend, CodeOptions, Device, Emit, Measure};
use pyc_mir::Program;

fn main() -> ExitCode {
    pyc_driver::run(Some(&Llvm))
}

/// The code generator behind the driver's interface.
struct Llvm;

type Link = fn(&pyc_codegen::Objects, &Path, Symbols) -> Result<(), pyc_codegen::InternalError>;

impl Llvm {
    fn linked(program: &Program, options: CodeOptions, output: &Path, link: Link, measure: &mut Measure<'_>) -> Result<(), String> {
        let start = Instant::now();
        let mut code = code_options(options, pyc_codegen::Emit::Object);
        // It is compiled at one level, and holds no line tables. One that can't be read is as good as none.
        if code.opt_level == OptLevel::O2 && code.debug == Debug::None {
            code.prebuilt = pyc_driver::prebuilt_path(&Self.machine(options)).and_then(|path| pyc_codegen::Prebuilt::open(&path).ok());
        }
        let Output::Objects(objects) = compile(program, &code) else { panic!("codegen: text where an object was asked for") };
        measure("codegen", start.elapsed());
        let start = Instant::now();
        let symbols = if options.debug { Symbols::Keep } else { Symbols::Strip };
        link(&objects, output, symbols).map_err(|error| error.to_string())?;
        measure("link", start.elapsed());
        Ok(())
    }
}

impl Backend for Llvm {
    fn executable(&self, program: &Program, options: CodeOptions, output: &Path, measure: &mut Measure<'_>) -> Result<(), String> {
        Self::linked(program, options, output, pyc_codegen::link_executable, measure)
    }

    fn shared_object(&self, program: &Program, options: CodeOptions, output: &Path, measure: &mut Measure<'_>) -> Result<(), String> {
        Self::linked(program, options, output, pyc_codegen::link_shared, measure)
    }

    fn prebuilt(&self, programs: &[Program], options: CodeOptions) -> Result<Vec<u8>, String> {
        let options = code_options(options, pyc_codegen::Emit::Object);
        let mut prebuilt = pyc_codegen::PrebuiltBuilder::default();
        for program in programs {
            prebuilt.add(program, &options).unwrap_or_else(|error| panic!("{error}"));
        }
        prebuilt.finish().map_err(|error| error.to_string())
    }

    fn machine(&self, options: CodeOptions) -> String {
        if options.portable { "portable".to_owned() } else { format!("{:?}", pyc_codegen::host_cpu()) }
    }

    fn kernels(&self, program: &Program, device: Device) -> Vec<u8> {
        let target = GpuTarget::parse(device.name).unwrap_or_else(|| panic!("codegen: no device {}", device.name));
        pyc_codegen::compile_kernels(program, &target).unwrap_or_else(|error| panic!("{error}"))
    }

    fn text(&self, program: &Program, options: CodeOptions, emit: Emit) -> String {
        let emit = match emit {
            Emit::Mlir => pyc_codegen::Emit::Mlir,
            Emit::Llvm => pyc_codegen::Emit::Llvm,
            Emit::Asm => pyc_codegen::Emit::Assembly,
            Emit::Ast | Emit::Hir | Emit::Types | Emit::Mir | Emit::Ptx | Emit::Device => panic!("codegen: {emit:?} is made elsewhere"),
        };
        match compile(program, &code_options(options, emit)) {
            Output::Text(text) => text,
            Output::Objects(_) => panic!("codegen: an object where text was asked for"),
        }
    }
}

/// An error of code generation is a bug of the compiler: the panic is reported as one.
fn compile(program: &Program, options: &Options) -> Output {
    pyc_codegen::compile(program, options).unwrap_or_else(|error| panic!("{error}"))
}

fn code_options(options: CodeOptions, emit: pyc_codegen::Emit) -> Options {
    let opt_level = match options.opt_level {
        0 => OptLevel::O0,
        1 | 2 => OptLevel::O2,
        _ => OptLevel::O3,
    };
    let debug = if options.debug { Debug::Lines } else { Debug::None };
    let cpu = if options.portable { Cpu::Generic } else { Cpu::Host };
    Options { opt_level, debug, cpu, emit, ..Options::default() }
}
