//! `pyc build`: an executable, or what a stage makes of the program.

use std::path::PathBuf;
use std::process::ExitCode;

use pyc_base::codes;
use pyc_hir::File;

use crate::cli::Build;
use crate::device::{Device, Kind};
use crate::output;
use crate::pipeline::{self, Backend, Emit};
use crate::render::CommandError;
use crate::session::Session;

pub(super) fn run(options: &Build, backend: Option<&dyn Backend>) -> ExitCode {
    let Some(backend) = backend.or_else(|| front_end_suffices(options).then_some(&NoBackend as &dyn Backend)) else {
        return super::become_compiler();
    };
    let mut session = Session::new(&options.common);
    let main = match session.main_file(&options.file) {
        Ok(main) => main,
        Err(error) => return session.abort(&error),
    };
    let device = match device(options) {
        Ok(device) => device,
        Err(error) => return session.abort(&error),
    };
    let written = match options.emit {
        Some(Emit::Ptx | Emit::Device) => emit_kernels(&mut session, main, options, device, backend),
        Some(emit) => emit_text(&mut session, main, options, emit, backend),
        None => binary(&mut session, main, options, backend),
    };
    if let Err(error) = written {
        session.reporter.report_command_error(&error);
    }
    session.finish()
}

fn front_end_suffices(options: &Build) -> bool {
    matches!(options.emit, Some(Emit::Ast | Emit::Hir | Emit::Types | Emit::Mir))
}

/// Stands in where no machine code is asked for.
struct NoBackend;

impl Backend for NoBackend {
    fn executable(
        &self,
        _: &pyc_mir::Program,
        _: pipeline::CodeOptions,
        _: &std::path::Path,
        _: &mut pipeline::Measure<'_>,
    ) -> Result<(), String> {
        Err("this executable makes no machine code".to_owned())
    }

    fn shared_object(
        &self,
        program: &pyc_mir::Program,
        options: pipeline::CodeOptions,
        output: &std::path::Path,
        measure: &mut pipeline::Measure<'_>,
    ) -> Result<(), String> {
        self.executable(program, options, output, measure)
    }

    fn prebuilt(&self, _: &[pyc_mir::Program], _: pipeline::CodeOptions) -> Result<Vec<u8>, String> {
        panic!("a prebuilt library needs the code generator")
    }

    fn machine(&self, _: pipeline::CodeOptions) -> String {
        String::new()
    }

    fn kernels(&self, _: &pyc_mir::Program, _: Device) -> Vec<u8> {
        panic!("kernels need the code generator")
    }

    fn text(&self, _: &pyc_mir::Program, _: pipeline::CodeOptions, emit: Emit) -> String {
        panic!("{emit:?} needs the code generator")
    }
}

fn emit_text(session: &mut Session, main: File, options: &Build, emit: Emit, backend: &dyn Backend) -> Result<(), CommandError> {
    let text = match emit {
        Emit::Ast => {
            let diagnostics = pipeline::parse(session, main);
            session.report(&diagnostics);
            diagnostics.is_empty().then(|| pipeline::dump_ast(session, main) + "\n")
        }
        Emit::Hir => {
            let diagnostics = pipeline::parse(session, main);
            session.report(&diagnostics);
            diagnostics.is_empty().then(|| pipeline::dump_hir(session, main))
        }
        Emit::Types => Some(pipeline::dump_types(session, main)),
        Emit::Mir => mir(session, main, options).map(|program| program.to_string()),
        Emit::Mlir | Emit::Llvm | Emit::Asm | Emit::Ptx | Emit::Device => {
            mir(session, main, options).map(|program| backend.text(&program, options.code.code_options(), emit))
        }
    };
    text.map_or(Ok(()), |text| write(options, text.as_bytes()))
}

/// The device that kernels are shown for.
fn device(options: &Build) -> Result<Device, CommandError> {
    let (stage, what, all) = match options.emit {
        Some(Emit::Ptx) => ("ptx", "one device of NVIDIA's, such as sm_90a", false),
        Some(Emit::Device) => ("device", "one device", true),
        _ => return Ok(Device::DEFAULT),
    };
    match &*options.code.gpu {
        [] => Ok(Device::DEFAULT),
        [device] if all || device.kind == Kind::Nvidia => Ok(*device),
        _ => {
            let error = CommandError::new(codes::OPTION_MISMATCH, format!("--emit {stage} shows code for {what}"));
            Err(error.help("name it with --gpu; without --emit the executable holds code for all devices that are named"))
        }
    }
}

/// The kernels for one device, as it takes them.
fn emit_kernels(session: &mut Session, main: File, options: &Build, device: Device, backend: &dyn Backend) -> Result<(), CommandError> {
    let Some(program) = pipeline::kernels(session, main) else { return Ok(()) };
    if program.functions.is_empty() {
        let error = CommandError::new(codes::OPTION_MISMATCH, format!("`{}` has no kernels", options.file.display()));
        return Err(error.help("mark a function with `@kernel` of `pyc.gpu`"));
    }
    let code = session.timings.measure("kernels", || backend.kernels(&program, device));
    write(options, &code)
}

fn write(options: &Build, bytes: &[u8]) -> Result<(), CommandError> {
    let (target, result) = match &options.output {
        Some(path) => (format!("`{}`", path.display()), output::write_file(path, bytes)),
        None => ("standard output".to_owned(), output::print(bytes)),
    };
    result.map_err(|error| CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't write {target}: {error}")))
}

fn mir(session: &mut Session, main: File, options: &Build) -> Option<pyc_mir::Program> {
    if options.python { pipeline::extension_mir(session, main) } else { pipeline::mir(session, main) }
}

fn binary(session: &mut Session, main: File, options: &Build, backend: &dyn Backend) -> Result<(), CommandError> {
    let target = options.output.clone().unwrap_or_else(|| default_output(options));
    let what = if options.python { "module" } else { "executable" };
    if target.is_dir() {
        let error = CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't write `{}`: it is a folder", target.display()));
        return Err(error.help(format!("name the {what} with -o")));
    }
    let Some(program) = mir(session, main, options) else { return Ok(()) };
    let Some(program) = pipeline::with_device_code(session, program, main, &options.code.gpu, backend) else { return Ok(()) };
    if !options.code.gpu.is_empty() && program.device_code.is_none() {
        let message = format!("`{}` launches no kernels, so the {what} would hold no code for devices", options.file.display());
        let error = CommandError::new(codes::OPTION_MISMATCH, message);
        return Err(error.help("leave --gpu out, or write the code of kernels to a file with --emit device and -o"));
    }
    let timings = &mut session.timings;
    let mut measure = |stage, time| timings.add(stage, time);
    let code = options.code.code_options();
    let made = if options.python {
        backend.shared_object(&program, code, &target, &mut measure)
    } else {
        backend.executable(&program, code, &target, &mut measure)
    };
    made.map_err(|error| CommandError::new(codes::UNWRITABLE_OUTPUT, format!("can't make `{}`: {error}", target.display())))
}

/// An extension module lies where Python finds it before the source: with the ending of those that go with every version.
fn default_output(options: &Build) -> PathBuf {
    let mut name = options.file.file_stem().unwrap_or_default().to_owned();
    if !options.python {
        return PathBuf::from(name);
    }
    name.push(".abi3.so");
    options.file.with_file_name(name)
}
