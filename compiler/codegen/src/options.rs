//! What to make, and how.

use std::path::PathBuf;

use crate::prebuilt::Prebuilt;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OptLevel {
    O0,
    #[default]
    O2,
    O3,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Debug {
    #[default]
    None,
    /// Debuggers and profilers show source lines.
    Lines,
}

/// Which machine's instructions may be used.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Cpu {
    /// This one's.
    #[default]
    Host,
    /// What every machine of the architecture has.
    Generic,
    /// One that LLVM knows by this name.
    Named(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Emit {
    #[default]
    Object,
    /// As MIR was lowered, in the upstream dialects.
    Mlir,
    /// In the LLVM dialect.
    MlirLlvm,
    /// Optimised LLVM IR.
    Llvm,
    Assembly,
}

#[derive(Debug, Clone, Default)]
pub struct Options {
    pub opt_level: OptLevel,
    pub debug: Debug,
    pub cpu: Cpu,
    pub emit: Emit,
    /// The code goes into a shared object.
    pub shared: bool,
    /// What was compiled ahead, if it is to be used.
    pub prebuilt: Option<Prebuilt>,
}

/// A device that kernels are compiled for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GpuTarget {
    /// PTX, for an architecture such as `sm_90a`.
    Nvptx(String),
    /// A code object, for an architecture such as `gfx942`.
    Amdgpu(String),
    /// SPIR-V for OpenCL.
    Spirv,
}

impl GpuTarget {
    /// As it is written on the command line.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "spirv" | "spirv64" => Some(Self::Spirv),
            _ if name.starts_with("sm_") => Some(Self::Nvptx(name.to_owned())),
            _ if name.starts_with("gfx") => Some(Self::Amdgpu(name.to_owned())),
            _ => None,
        }
    }
}

/// The parts of a program, to be linked together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Objects {
    pub files: Vec<Vec<u8>>,
    /// Whether the program calls the part of the runtime that is not in every program.
    pub wants_library: bool,
    /// The prebuilt library that they are linked with.
    pub prebuilt: Option<PathBuf>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    Text(String),
    Objects(Objects),
}
