//! What to make, and how.

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
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    Text(String),
    Object(Vec<u8>),
}
