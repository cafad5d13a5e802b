//! Compiles the runtime into a static library, which is embedded into the compiler.
//!
//! The runtime has no dependencies but the table of symbols, so that plain `rustc` does it: Cargo can't yet depend on a library for a target.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

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
