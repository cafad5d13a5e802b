//! Kernels: how they are called, where a thread is among the others, and waiting for them.

use melior::dialect::llvm;
use melior::ir::{Region, Type, Value};
use pyc_mir::{AddressSpace, FunctionKind, Intrinsic, Signature, Ty};

use super::function::Body;
use super::module::{Module, Outline};
use super::target::Device;
use super::types::{Calling, has_storage};
use crate::error::{Result, bad_mir};

/// The names of the three dimensions in MLIR's operations.
const DIMENSIONS: [char; 3] = ['x', 'y', 'z'];

#[derive(Clone, Copy)]
enum What {
    ThreadIdx,
    BlockIdx,
    BlockDim,
    GridDim,
}

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn device(&mut self, intrinsic: Intrinsic) -> Result<Value<'c, 'c>> {
        let (what, dimension) = match intrinsic {
            Intrinsic::ThreadIdx(dimension) => (What::ThreadIdx, dimension),
            Intrinsic::BlockIdx(dimension) => (What::BlockIdx, dimension),
            Intrinsic::BlockDim(dimension) => (What::BlockDim, dimension),
            Intrinsic::GridDim(dimension) => (What::GridDim, dimension),
            _ => return self.barrier(),
        };
        if usize::from(dimension) >= DIMENSIONS.len() {
            return Err(bad_mir(format!("dimension {dimension} of a grid")));
        }
        match self.cx.target.device {
            None => self.cpu_index(what, dimension),
            Some(Device::Nvptx) => {
                let register = match what {
                    What::ThreadIdx => "tid",
                    What::BlockIdx => "ctaid",
                    What::BlockDim => "ntid",
                    What::GridDim => "nctaid",
                };
                self.register(&format!("nvvm.read.ptx.sreg.{register}.{}", DIMENSIONS[usize::from(dimension)]))
            }
            Some(Device::Amdgpu) => self.amd_index(what, dimension),
            Some(Device::Spirv) => {
                let function = match what {
                    What::ThreadIdx => "_Z12get_local_idj",
                    What::BlockIdx => "_Z12get_group_idj",
                    What::BlockDim => "_Z14get_local_sizej",
                    What::GridDim => "_Z14get_num_groupsj",
                };
                let (i32, i64) = (self.cx.types.i32, self.cx.types.i64);
                let dimension = self.b.i32(i32::from(dimension))?;
                self.opencl(function, dimension, i32, Some(i64))?.ok_or_else(|| bad_mir("an index without a value"))
            }
        }
    }

    /// The runtime runs the threads of a grid and knows which one it is running.
    fn cpu_index(&mut self, what: What, dimension: u8) -> Result<Value<'c, 'c>> {
        let number = self.b.i64(what as i64 * 3 + i64::from(dimension))?;
        self.runtime("pyc_grid_index", &[number])?.ok_or_else(|| bad_mir("an index without a value"))
    }

    /// A register of 32 bits, as an `int`.
    fn register(&mut self, operation: &str) -> Result<Value<'c, 'c>> {
        let value = self.b.value(operation, &[], self.cx.types.i32, &[])?;
        self.b.value("arith.extui", &[value], self.cx.types.i64, &[])
    }

    /// The sizes are in the packet that started the kernel: of a block as three `u16` from byte 4, of the grid, in threads, as three `u32` from byte 12.
    fn amd_index(&mut self, what: What, dimension: u8) -> Result<Value<'c, 'c>> {
        let axis = DIMENSIONS[usize::from(dimension)];
        match what {
            What::ThreadIdx => self.register(&format!("rocdl.workitem.id.{axis}")),
            What::BlockIdx => self.register(&format!("rocdl.workgroup.id.{axis}")),
            What::BlockDim => self.packet_field(4 + 2 * i32::from(dimension), 16),
            What::GridDim => {
                let threads = self.packet_field(12 + 4 * i32::from(dimension), 32)?;
                let block = self.amd_index(What::BlockDim, dimension)?;
                self.b.binary("arith.divui", threads, block)
            }
        }
    }

    fn packet_field(&mut self, offset: i32, bits: u32) -> Result<Value<'c, 'c>> {
        let constant = llvm::r#type::pointer(self.b.context, 4);
        let attributes = [
            ("intrin", self.b.string("llvm.amdgcn.dispatch.ptr")),
            ("operandSegmentSizes", self.b.i32s(&[0, 0])),
            ("op_bundle_sizes", self.b.i32s(&[])),
        ];
        let packet = self.b.value("llvm.call_intrinsic", &[], constant, &attributes)?;
        let field = self.b.offset(packet, offset)?;
        let ty: Type<'c> = melior::ir::r#type::IntegerType::new(self.b.context, bits).into();
        let value = self.b.value("llvm.load", &[field], ty, &[("invariant", self.b.unit())])?;
        self.b.value("arith.extui", &[value], self.cx.types.i64, &[])
    }

    /// Calls a function of OpenCL that takes one word.
    fn opencl(&mut self, symbol: &str, word: Value<'c, 'c>, param: Type<'c>, result: Option<Type<'c>>) -> Result<Option<Value<'c, 'c>>> {
        const CONVENTION: &str = "#llvm.cconv<spir_funccc>";
        if self.cx.declare_once(symbol) {
            let ty = llvm::r#type::function(result.unwrap_or(self.cx.types.void), &[param], false);
            let outline = Outline { external: true, convention: Some(CONVENTION), ..Outline::default() };
            self.cx.add_function(self.cx.top.location, symbol, ty, outline, Region::new())?;
        }
        let attributes = [
            ("operandSegmentSizes", self.b.i32s(&[1, 0])),
            ("op_bundle_sizes", self.b.i32s(&[])),
            ("callee", self.b.symbol(symbol)),
            ("CConv", self.cx.attribute(CONVENTION)?),
        ];
        let results: Vec<_> = result.into_iter().collect();
        let parts = super::builder::Parts { operands: &[word], results: &results, attributes: &attributes, ..Default::default() };
        self.b.operation("llvm.call", parts)
    }

    fn barrier(&mut self) -> Result<Value<'c, 'c>> {
        match self.cx.target.device {
            None => self.runtime("pyc_grid_barrier", &[]).map(drop)?,
            Some(Device::Nvptx) => self.b.effect("nvvm.barrier0", &[], &[])?,
            Some(Device::Amdgpu) => self.b.effect("rocdl.barrier", &[], &[])?,
            Some(Device::Spirv) => {
                // Local and global memory.
                let fences = self.b.i32(3)?;
                self.opencl("_Z7barrierj", fences, self.cx.types.i32, None).map(drop)?;
            }
        }
        self.b.zero(self.cx.types.empty)
    }
}

impl<'c> Body<'_, '_, 'c> {
    /// Ends the thread with an error that the host sees, but for OpenCL, which knows no such thing.
    pub(super) fn trap(&mut self) -> Result<Value<'c, 'c>> {
        self.b.effect("llvm.intr.trap", &[], &[])?;
        self.b.zero(self.cx.types.empty)
    }
}

impl<'p, 'c> Module<'p, 'c> {
    /// What the host passes to a kernel as a generic pointer points to global memory: devices want to know.
    pub(super) fn kernel_params(&self, signature: &Signature, calling: &mut Calling<'c>) {
        let passed = signature.params.iter().filter(|param| has_storage(&param.ty));
        for (param, ty) in passed.zip(&mut calling.params) {
            if param.ty == Ty::PTR {
                *ty = self.types.memory(self.program, &Ty::Ptr(AddressSpace::Global));
            }
        }
    }

    pub(super) fn convention(&self, kind: &FunctionKind) -> Option<&'static str> {
        match (self.target.device?, kind) {
            (Device::Nvptx, FunctionKind::Kernel) => Some("#llvm.cconv<ptx_kernelcc>"),
            (Device::Amdgpu, FunctionKind::Kernel) => Some("#llvm.cconv<amdgpu_kernelcc>"),
            (Device::Spirv, FunctionKind::Kernel) => Some("#llvm.cconv<spir_kernelcc>"),
            _ => None,
        }
    }
}
