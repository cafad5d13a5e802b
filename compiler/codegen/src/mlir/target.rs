//! What depends on the machine that the code is for.

/// LLVM's numbers of the address spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spaces {
    pub(crate) generic: u32,
    pub(crate) global: u32,
    pub(crate) shared: u32,
    pub(crate) stack: u32,
}

impl Spaces {
    /// All memory is one.
    pub(crate) const CPU: Self = Self { generic: 0, global: 0, shared: 0, stack: 0 };
}
