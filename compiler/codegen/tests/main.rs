//! Compiles the programs in `programs/`, written as MIR, links and runs them, and compares what they print.
//!
//! A program's comments say what is expected: `//> ` a line of standard output, `//2> ` a line of standard error, `//= ` the exit status (0 if left out).
//! One binary holds all integration tests, because each that links MLIR is huge.

use std::path::{Path, PathBuf};
use std::process::{Command, Output as Ran};

use pyc_codegen::{OptLevel, Options, Output, Symbols, compile, link_executable};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn scratch(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    std::fs::create_dir_all(&folder).unwrap();
    folder.join(name)
}

fn program(path: &Path) -> (String, pyc_mir::Program) {
    let text = std::fs::read_to_string(path).unwrap();
    let program = pyc_mir::parse(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if let Err(errors) = pyc_mir::verify(&program, pyc_mir::Phase::Counted) {
        panic!("{}: {}", path.display(), errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    }
    (text, program)
}

fn build(program: &pyc_mir::Program, options: &Options, output: &Path) {
    match compile(program, options) {
        Ok(Output::Objects(objects)) => link_executable(&objects, output, Symbols::Keep).unwrap(),
        Ok(Output::Text(text)) => panic!("text where an object was asked for: {text}"),
        Err(error) => panic!("{error}"),
    }
}

fn run(executable: &Path) -> Ran {
    Command::new(executable).current_dir(folder("programs")).args(["first", "second"]).output().unwrap()
}

fn expected(text: &str, mark: &str) -> String {
    text.lines().filter_map(|line| line.strip_prefix(mark)).fold(String::new(), |all, line| all + line + "\n")
}

fn check(path: &Path, options: &Options, label: &str) {
    let (text, program) = program(path);
    let name = path.file_stem().unwrap().to_string_lossy();
    let executable = scratch(&format!("{name}.{label}"));
    build(&program, options, &executable);
    let ran = run(&executable);
    let stderr = String::from_utf8_lossy(&ran.stderr);
    assert_eq!(String::from_utf8_lossy(&ran.stdout), expected(&text, "//> "), "{name} {label}: stdout; stderr was {stderr}");
    assert_eq!(stderr, expected(&text, "//2> "), "{name} {label}: stderr");
    let status = expected(&text, "//= ").trim().parse().unwrap_or(0);
    assert_eq!(ran.status.code(), Some(status), "{name} {label}: status");
    if options.opt_level == OptLevel::O0 {
        check_memory(&executable, &format!("{name} {label}"));
    }
}

/// Nothing may leak and nothing be used after its end. Without valgrind this is not checked.
fn check_memory(executable: &Path, label: &str) {
    let mut command = Command::new("valgrind");
    command.args(["-q", "--leak-check=full", "--show-leak-kinds=all", "--error-exitcode=99"]).arg(executable).args(["first", "second"]);
    if let Ok(ran) = command.current_dir(folder("programs")).output() {
        assert_ne!(ran.status.code(), Some(99), "{label}: {}", String::from_utf8_lossy(&ran.stderr));
    }
}

fn programs() -> Vec<PathBuf> {
    let mut found: Vec<_> = std::fs::read_dir(folder("programs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "mir"));
    found.sort();
    assert!(!found.is_empty());
    found
}

#[test]
fn programs_run_unoptimised() {
    let options = Options { opt_level: OptLevel::O0, cpu: pyc_codegen::Cpu::Generic, ..Options::default() };
    programs().iter().for_each(|path| check(path, &options, "O0"));
}

#[test]
fn programs_run_optimised() {
    let options = Options { cpu: pyc_codegen::Cpu::Generic, ..Options::default() };
    programs().iter().for_each(|path| check(path, &options, "O2"));
}

mod kernels {
    //! The kernels of `programs/kernels.mir` for devices, as far as their own tools take what was made.

    use std::path::{Path, PathBuf};
    use std::process::Command;

    use pyc_codegen::{GpuTarget, compile_kernels};

    use super::{folder, program, scratch};

    fn compile(device: &str) -> Vec<u8> {
        let (_, program) = program(&folder("programs").join("kernels.mir"));
        compile_kernels(&program, &GpuTarget::parse(device).unwrap()).unwrap_or_else(|error| panic!("{device}: {error}"))
    }

    /// A file of what `make setup` installed from PyPI, if it did.
    fn installed(end: &str) -> Option<PathBuf> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv/lib").canonicalize().ok()?;
        let packages = std::fs::read_dir(&root).ok()?.flatten().map(|entry| entry.path().join("site-packages/nvidia/cu13"));
        std::iter::once(root.clone()).chain(packages).map(|folder| folder.join(end)).find(|path| path.exists())
    }

    /// Runs a tool if it is there.
    fn accepts(tool: &str, arguments: &[&str]) -> Option<String> {
        let ran = Command::new(tool).args(arguments).output().ok()?;
        let text = String::from_utf8_lossy(&ran.stdout).into_owned() + &String::from_utf8_lossy(&ran.stderr);
        assert!(ran.status.success(), "{tool}: {text}");
        Some(text)
    }

    #[test]
    fn ptx() {
        let ptx = compile("sm_90a");
        let text = String::from_utf8_lossy(&ptx);
        for part in [".target sm_90a", ".visible .entry saxpy(", ".visible .entry block_sum(", ".shared", "bar.sync", "%tid.x"] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let file = scratch("kernels.ptx");
        std::fs::write(&file, &ptx).unwrap();
        let cubin = scratch("kernels.cubin");
        let ptxas = installed("bin/ptxas").map_or("ptxas".into(), |path| path.to_string_lossy().into_owned());
        accepts(&ptxas, &["-arch=sm_90a", file.to_str().unwrap(), "-o", cubin.to_str().unwrap()]);
    }

    #[test]
    fn code_object() {
        let object = compile("gfx942");
        assert_eq!(&object[..4], b"\x7fELF");
        let file = scratch("kernels.co");
        std::fs::write(&file, &object).unwrap();
        if let Some(text) = accepts("llvm-readelf-22", &["--symbols", "--notes", file.to_str().unwrap()]) {
            assert!(text.contains("saxpy.kd") && text.contains("block_sum.kd") && text.contains("gfx942"), "{text}");
        }
    }

    #[test]
    fn spirv() {
        let module = compile("spirv");
        assert_eq!(module[..4], 0x0723_0203_u32.to_le_bytes());
        let file = scratch("kernels.spv");
        std::fs::write(&file, &module).unwrap();
        let Some(runtime) = installed("libintelocl.so") else { return };
        let vendors = scratch("vendors");
        std::fs::create_dir_all(&vendors).unwrap();
        std::fs::write(vendors.join("intel.icd"), runtime.to_str().unwrap()).unwrap();
        let mut python = Command::new("python3");
        python.arg(folder("run_spirv.py")).arg(&file).env("OCL_ICD_VENDORS", &vendors).env("LD_LIBRARY_PATH", runtime.parent().unwrap());
        let Ok(ran) = python.output() else { return };
        let text = String::from_utf8_lossy(&ran.stdout);
        let expected = "[3.0, 5.0, 7.0, 9.0, 11.0, 13.0, 15.0, 17.0, 19.0, 21.0]\n[120, 376]\n";
        assert_eq!(text, expected, "{}", String::from_utf8_lossy(&ran.stderr));
    }
}

mod prebuilt {
    //! Functions that were compiled ahead, for another program.

    use pyc_codegen::{Cpu, Options, Prebuilt, PrebuiltBuilder};

    use super::{build, run, scratch};

    /// A program of the user's that calls a large function of the library, which adds up a variable.
    fn program(before: &str, step: i64) -> pyc_mir::Program {
        let adds = format!("  $total = add $total, {step}\n").repeat(50);
        let text = format!(
            "{before}global $total: i64\nclass Note {{ n: i64 }}\ndata \"%ld\\n\\x00\"\nentry @main\n\
             extern fn @dprintf(%0: borrow i32, %1: borrow ptr, %2: borrow i64) -> i32\n\
             fn @large() -> &Note inline(never) name \"large\" {{\n  let %note: &Note\nbb0:\n{adds}  init %note = new Note\n  %note.0 = $total\n  return move %note\n}}\n\
             fn @main() -> unit at 1:0 {{\n  let %r: i32\n  let %note: &Note\nbb0:\n  $total = 1\n  call %note = @large() -> bb1\nbb1:\n  \
             call %r = @dprintf(1: i32, data.0, %note.0) -> bb2\nbb2:\n  release %note\n  return unit\n}}\n"
        );
        let program = pyc_mir::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        pyc_mir::verify(&program, pyc_mir::Phase::Counted).unwrap_or_else(|errors| panic!("{}", errors[0]));
        program
    }

    /// What the program prints, and whether the function in it comes from the library.
    fn outcome(name: &str, program: &pyc_mir::Program, prebuilt: Option<&Prebuilt>) -> (String, bool) {
        let executable = scratch(name);
        build(program, &Options { cpu: Cpu::Generic, prebuilt: prebuilt.cloned(), ..Options::default() }, &executable);
        let ran = run(&executable);
        let bytes = std::fs::read(&executable).unwrap();
        (
            String::from_utf8_lossy(&ran.stdout).into_owned(),
            bytes.windows(8).any(|symbol| symbol.starts_with(b"large.") && symbol != b"large.py"),
        )
    }

    #[test]
    fn programs_take_what_is_the_same() {
        let mut builder = PrebuiltBuilder::default();
        builder.add(&program("", 2), &Options { cpu: Cpu::Generic, ..Options::default() }).unwrap();
        let path = scratch("prebuilt.a");
        std::fs::write(&path, builder.finish().unwrap()).unwrap();
        let prebuilt = Prebuilt::open(&path).unwrap();
        let other = "class First { x: f64 }\nglobal $first: f64\n";
        assert_eq!(outcome("prebuilt.taken", &program(other, 2), Some(&prebuilt)), ("101\n".to_owned(), true));
        assert_eq!(outcome("prebuilt.different", &program(other, 3), Some(&prebuilt)), ("151\n".to_owned(), false));
        assert_eq!(outcome("prebuilt.none", &program(other, 2), None), ("101\n".to_owned(), false));
    }

    #[test]
    fn what_is_no_library_is_an_error() {
        let path = scratch("no-library.a");
        for bytes in [&b""[..], b"!<arch>\n/   ", b"no archive"] {
            std::fs::write(&path, bytes).unwrap();
            assert!(Prebuilt::open(&path).is_err() || bytes.starts_with(b"!<arch>"), "{bytes:?}");
        }
    }
}

mod debugging {
    //! Line tables, as gdb reads them.

    use std::process::Command;

    use pyc_codegen::{Cpu, Debug, OptLevel, Options};

    use super::{build, folder, program, scratch};

    #[test]
    fn gdb_stops_on_source_lines() {
        for (level, name) in [(OptLevel::O0, "raise.gdb.O0"), (OptLevel::O2, "raise.gdb.O2")] {
            let (_, program) = program(&folder("programs").join("raise.mir"));
            let executable = scratch(name);
            build(&program, &Options { opt_level: level, debug: Debug::Lines, cpu: Cpu::Generic, ..Options::default() }, &executable);
            let mut gdb = Command::new("gdb");
            gdb.args(["-batch", "-nx", "-ex", "break raise.py:5", "-ex", "run", "-ex", "backtrace"]).arg(&executable);
            let Ok(ran) = gdb.current_dir(folder("programs")).output() else { return };
            let text = String::from_utf8_lossy(&ran.stdout);
            for line in ["inner.py () at raise.py:5", "raise Oops()", "outer.py () at raise.py:8", "module.py () at raise.py:10"] {
                assert!(text.contains(line), "{line} in {text} {}", String::from_utf8_lossy(&ran.stderr));
            }
        }
    }
}
