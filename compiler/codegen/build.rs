//! Compiles the runtime into two static libraries, which are embedded into the compiler.
//!
//! The core has no dependencies but the table of symbols, so that plain `rustc` makes it. The library has some, so that a Cargo makes it that has a target
//! folder of its own: Cargo can't yet depend on a static library.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn main() {
    find_lld();
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../../runtime");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    println!("cargo::rerun-if-changed={}", root.join("abi/src").display());
    println!("cargo::rerun-if-changed={}", root.join("core/src").display());
    let abi = out.join("libpyc_abi.rlib");
    compile(&root.join("abi/src/lib.rs"), &abi, &["--crate-type=rlib", "--crate-name=pyc_abi", "-Cembed-bitcode=yes"]);
    let linked = format!("--extern=pyc_abi={}", abi.display());
    // One object, with all that nobody calls left out.
    let whole =
        ["--crate-type=staticlib", "--crate-name=pyc_rt", "-Clto=fat", "-Crelocation-model=pic", "--cfg=feature=\"shipped\"", &linked];
    compile(&root.join("core/src/lib.rs"), &out.join("libpyc_rt.a"), &whole);
    compile_library(&root.join("library"), &out);
}

/// Makes `libpyc_library.a` with the workspace's profile for it, from the versions that the workspace's lock file names.
fn compile_library(root: &Path, out: &Path) {
    println!("cargo::rerun-if-changed={}", root.display());
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let target = out.join("library");
    let mut command = Command::new(cargo);
    command
        .args(["rustc", "--quiet", "--locked", "--lib", "--crate-type=staticlib", "--features=shipped", "--profile=runtime"])
        .arg("--manifest-path")
        .arg(root.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .env("RUSTFLAGS", "-Cforce-unwind-tables=no")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    // Wrappers such as Clippy's are for the compiler's own code.
    for wrapper in ["RUSTC_WRAPPER", "RUSTC_WORKSPACE_WRAPPER"] {
        command.env_remove(wrapper);
    }
    let status = command.status().expect("cargo starts");
    assert!(status.success(), "compiling the runtime's library failed");
    fs::copy(target.join("runtime/libpyc_library.a"), out.join("libpyc_library.a")).expect("the library is where Cargo puts it");
}

/// LLD is linked in where its libraries are installed; elsewhere it is a program that is started.
fn find_lld() {
    println!("cargo::rustc-check-cfg=cfg(lld_inside)");
    println!("cargo::rerun-if-env-changed=LLVM_SYS_221_PREFIX");
    let prefix = env::var_os("LLVM_SYS_221_PREFIX").map_or_else(|| PathBuf::from("/usr/lib/llvm-22"), PathBuf::from);
    let folder = prefix.join("lib");
    println!("cargo::rerun-if-changed={}", folder.join("liblldELF.a").display());
    if folder.join("liblldELF.a").exists() {
        println!("cargo::rustc-cfg=lld_inside");
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static:-bundle=lldELF");
        println!("cargo::rustc-link-lib=static:-bundle=lldCommon");
    }
}

fn compile(source: &Path, output: &Path, options: &[&str]) {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let status = Command::new(rustc)
        .arg(source)
        .arg("-o")
        .arg(output)
        .args(["--edition=2024", "-Cpanic=abort", "-Copt-level=s", "-Ccodegen-units=1", "-Cdebuginfo=0", "--cap-lints=warn"])
        .args(options)
        .status()
        .expect("rustc starts");
    assert!(status.success(), "compiling {} failed", source.display());
}
