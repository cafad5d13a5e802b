//! Compiles a program written as MIR: `mirc FILE [-O0|-O2|-O3] [-g] [--emit mlir|mlir-llvm|llvm|asm] [-o OUTPUT]`. A tool for work on code generation.

use std::io::Write as _;
use std::path::Path;
use std::time::Instant;

use pyc_codegen::{Debug, Emit, OptLevel, Options, Output, Symbols, compile, link_executable};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut options = Options::default();
    let (mut file, mut output) = (None, "a.out".to_owned());
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match &*argument {
            "-O0" => options.opt_level = OptLevel::O0,
            "-O2" => options.opt_level = OptLevel::O2,
            "-O3" => options.opt_level = OptLevel::O3,
            "-g" => options.debug = Debug::Lines,
            "-o" => output = arguments.next().ok_or("-o wants a file")?,
            "--emit" => options.emit = emit(&arguments.next().ok_or("--emit wants a stage")?)?,
            _ => file = Some(argument),
        }
    }
    let start = Instant::now();
    let text = std::fs::read_to_string(file.ok_or("no file")?)?;
    let program = pyc_mir::parse(&text)?;
    let read = start.elapsed();
    let compiled = compile(&program, &options)?;
    let made = start.elapsed();
    match compiled {
        Output::Text(text) => std::io::stdout().write_all(text.as_bytes())?,
        Output::Objects(objects) => {
            let symbols = if options.debug == Debug::None { Symbols::Strip } else { Symbols::Keep };
            link_executable(&objects, Path::new(&output), symbols)?;
            eprintln!("read {read:?}, compiled {:?}, linked {:?}", made - read, start.elapsed() - made);
        }
    }
    Ok(())
}

fn emit(stage: &str) -> Result<Emit, String> {
    Ok(match stage {
        "mlir" => Emit::Mlir,
        "mlir-llvm" => Emit::MlirLlvm,
        "llvm" => Emit::Llvm,
        "asm" => Emit::Assembly,
        other => return Err(format!("no stage {other}")),
    })
}
