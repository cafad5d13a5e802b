//! What depends on the machine that the code is for.

/// A kind of machine as code generation sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) spaces: Spaces,
    /// What runs kernels, unless it is the CPU.
    pub(crate) device: Option<Device>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Device {
    Nvptx,
    Amdgpu,
    Spirv,
}

/// LLVM's numbers of the address spaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spaces {
    pub(crate) generic: u32,
    pub(crate) global: u32,
    pub(crate) shared: u32,
    /// Of locals.
    pub(crate) stack: u32,
    /// Of constants and code.
    pub(crate) constant: u32,
}

impl Target {
    /// All memory is one.
    pub(crate) const CPU: Self = Self { spaces: Spaces { generic: 0, global: 0, shared: 0, stack: 0, constant: 0 }, device: None };
    pub(crate) const NVPTX: Self =
        Self { spaces: Spaces { generic: 0, global: 1, shared: 3, stack: 0, constant: 0 }, device: Some(Device::Nvptx) };
    pub(crate) const AMDGPU: Self =
        Self { spaces: Spaces { generic: 0, global: 1, shared: 3, stack: 5, constant: 1 }, device: Some(Device::Amdgpu) };
    pub(crate) const SPIRV: Self =
        Self { spaces: Spaces { generic: 4, global: 1, shared: 3, stack: 0, constant: 1 }, device: Some(Device::Spirv) };
}
