//! The devices that `--gpu` names.

/// A device that kernels are compiled for, by the name that LLVM has for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    pub name: &'static str,
    pub kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// PTX.
    Nvidia,
    /// An ELF code object.
    Amd,
    /// A SPIR-V module for OpenCL.
    Spirv,
}

/// Those with an `a` have what only their generation has; their code runs on no later one.
const NVIDIA: [&str; 15] = [
    "sm_75", "sm_80", "sm_86", "sm_87", "sm_89", "sm_90", "sm_90a", "sm_100", "sm_100a", "sm_103", "sm_103a", "sm_120", "sm_120a",
    "sm_121", "sm_121a",
];

const AMD: [&str; 11] =
    ["gfx906", "gfx908", "gfx90a", "gfx942", "gfx950", "gfx1030", "gfx1100", "gfx1101", "gfx1102", "gfx1200", "gfx1201"];

impl Device {
    /// What is compiled for where nothing is said: PTX that the driver of every GPU of NVIDIA's since 2018 takes.
    pub const DEFAULT: Self = Self { name: "sm_75", kind: Kind::Nvidia };

    fn all() -> impl Iterator<Item = Self> {
        let nvidia = NVIDIA.into_iter().map(|name| Self { name, kind: Kind::Nvidia });
        let amd = AMD.into_iter().map(|name| Self { name, kind: Kind::Amd });
        nvidia.chain(amd).chain([Self { name: "spirv", kind: Kind::Spirv }])
    }

    /// Reads a name as it is written on the command line.
    pub(crate) fn parse(name: &str) -> Result<Self, String> {
        Self::all().find(|device| device.name == name).ok_or_else(|| {
            let names: Vec<&str> = Self::all().map(|device| device.name).collect();
            format!("there is no device `{name}`; there are {}", names.join(", "))
        })
    }
}
