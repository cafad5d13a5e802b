//! Taking small blocks of memory, and giving them back, without a call.
//!
//! While LLVM optimises, allocation is a call of a function that it knows to give new memory, so that it drops what nobody needs. What is left afterwards takes a
//! block from the list of its size in place, and calls the runtime where that is empty.

use inkwell::IntPredicate;
use inkwell::attributes::{Attribute, AttributeLoc};
use inkwell::builder::{Builder, BuilderError};
use inkwell::context::ContextRef;
use inkwell::llvm_sys::LLVMAttributeFunctionIndex;
use inkwell::llvm_sys::core::{
    LLVMGetBasicBlockParent, LLVMGetEnumAttributeAtIndex, LLVMGetFirstUse, LLVMGetInstructionParent, LLVMGetNextUse, LLVMGetNumOperands,
    LLVMGetOperand, LLVMGetUser, LLVMIsACallInst, LLVMIsAConstantInt, LLVMSetOperand,
};
use inkwell::llvm_sys::prelude::LLVMValueRef;
use inkwell::module::{Linkage, Module};
use inkwell::values::{AsValueRef, FunctionValue, GlobalValue, IntValue, PointerValue};
use pyc_abi::{BLOCK_STEP, BLOCKS_START, BLOCKS_STRETCH, FREE_BLOCKS, LARGEST_BLOCK, SLAB_SHIFT};

use crate::error::{InternalError, Result};

/// How much more often a list has a block than not.
const OFTEN: u64 = 1000;

/// Puts functions that are always inlined in the place of the runtime's, where a size is known and the code runs often. Tells whether there are any.
pub(super) fn open(module: &Module<'_>) -> Result<bool> {
    let failed = |error: BuilderError| InternalError::new("opening allocations", error.to_string());
    let mut any = false;
    for (name, make) in [("pyc_alloc", take as Make), ("pyc_free", give)] {
        let Some(called) = module.get_function(name).filter(|function| function.count_basic_blocks() == 0) else { continue };
        let calls = frequent_calls(called);
        if calls.is_empty() {
            continue;
        }
        let open = module.add_function(&format!("{name}.open"), called.get_type(), Some(Linkage::Internal));
        let context = module.get_context();
        let kind = Attribute::get_named_enum_kind_id("alwaysinline");
        open.add_attribute(AttributeLoc::Function, context.create_enum_attribute(kind, 0));
        make(&Maker { module, context, builder: context_builder(module), called, open }).map_err(failed)?;
        for call in calls {
            // SAFETY: it is a call, whose last operand is what it calls; the types are the same.
            unsafe { LLVMSetOperand(call, LLVMGetNumOperands(call) as u32 - 1, open.as_value_ref()) };
        }
        any = true;
    }
    Ok(any)
}

fn context_builder<'l>(module: &Module<'l>) -> Builder<'l> {
    module.get_context().create_builder()
}

/// The calls of a function with one argument, which is known if it is a size, outside of code that hardly ever runs.
fn frequent_calls(called: FunctionValue<'_>) -> Vec<LLVMValueRef> {
    let is_size = called.get_nth_param(0).is_some_and(|parameter| parameter.is_int_value());
    let cold = Attribute::get_named_enum_kind_id("cold");
    let function = called.as_value_ref();
    let mut calls = Vec::new();
    // SAFETY: the function lives as long as its module; its uses are looked at before any is changed.
    unsafe {
        let mut next = LLVMGetFirstUse(function);
        while !next.is_null() {
            let user = LLVMGetUser(next);
            next = LLVMGetNextUse(next);
            let is_call = !LLVMIsACallInst(user).is_null() && LLVMGetOperand(user, LLVMGetNumOperands(user) as u32 - 1) == function;
            if !is_call || is_size && LLVMIsAConstantInt(LLVMGetOperand(user, 0)).is_null() {
                continue;
            }
            let caller = LLVMGetBasicBlockParent(LLVMGetInstructionParent(user));
            if LLVMGetEnumAttributeAtIndex(caller, LLVMAttributeFunctionIndex, cold).is_null() {
                calls.push(user);
            }
        }
    }
    calls
}

struct Maker<'m, 'l> {
    module: &'m Module<'l>,
    context: ContextRef<'l>,
    builder: Builder<'l>,
    called: FunctionValue<'l>,
    open: FunctionValue<'l>,
}

type Make = fn(&Maker<'_, '_>) -> std::result::Result<(), BuilderError>;

/// `pyc_alloc`.
fn take(maker: &Maker<'_, '_>) -> std::result::Result<(), BuilderError> {
    let (context, builder) = (maker.context, &maker.builder);
    let (i64, ptr) = (context.i64_type(), context.ptr_type(Default::default()));
    let entry = context.append_basic_block(maker.open, "entry");
    let [small, there, call] = ["small", "there", "call"].map(|name| context.append_basic_block(maker.open, name));
    let bytes = maker.open.get_first_param().expect("the size").into_int_value();

    builder.position_at_end(entry);
    let less = builder.build_int_sub(bytes, i64.const_int(1, false), "")?;
    let is_small = builder.build_int_compare(IntPredicate::ULT, less, i64.const_int(LARGEST_BLOCK as u64, false), "")?;
    builder.build_conditional_branch(is_small, small, call)?;

    builder.position_at_end(small);
    let number = builder.build_int_unsigned_div(less, i64.const_int(BLOCK_STEP as u64, false), "")?;
    let list = maker.list(number)?;
    let block = builder.build_load(ptr, list, "")?.into_pointer_value();
    let is_there = builder.build_is_not_null(block, "")?;
    maker.often(builder.build_conditional_branch(is_there, there, call)?);

    builder.position_at_end(there);
    let next = builder.build_load(ptr, block, "")?;
    builder.build_store(list, next)?;
    builder.build_return(Some(&block))?;

    builder.position_at_end(call);
    let made = builder.build_call(maker.called, &[bytes.into()], "")?.try_as_basic_value().unwrap_basic();
    builder.build_return(Some(&made))?;
    Ok(())
}

/// `pyc_free`.
fn give(maker: &Maker<'_, '_>) -> std::result::Result<(), BuilderError> {
    let (context, builder) = (maker.context, &maker.builder);
    let (i8, i64, ptr) = (context.i8_type(), context.i64_type(), context.ptr_type(Default::default()));
    let entry = context.append_basic_block(maker.open, "entry");
    let [own, call] = ["own", "call"].map(|name| context.append_basic_block(maker.open, name));
    let block = maker.open.get_first_param().expect("the block").into_pointer_value();

    builder.position_at_end(entry);
    let start = maker.variable(BLOCKS_START, i64.into()).as_pointer_value();
    let start = builder.build_load(ptr, start, "")?.into_pointer_value();
    let address = builder.build_ptr_to_int(block, i64, "")?;
    let first = builder.build_ptr_to_int(start, i64, "")?;
    let offset = builder.build_int_sub(address, first, "")?;
    let is_own = builder.build_int_compare(IntPredicate::ULT, offset, i64.const_int(BLOCKS_STRETCH as u64, false), "")?;
    maker.often(builder.build_conditional_branch(is_own, own, call)?);

    builder.position_at_end(own);
    let slab = builder.build_right_shift(offset, i64.const_int(u64::from(SLAB_SHIFT), false), false, "")?;
    // SAFETY: the table has a byte for each slab.
    let entry = unsafe { builder.build_in_bounds_gep(i8, start, &[slab], "")? };
    let number = builder.build_load(i8, entry, "")?.into_int_value();
    let list = maker.list(builder.build_int_z_extend(number, i64, "")?)?;
    let first = builder.build_load(ptr, list, "")?;
    builder.build_store(block, first)?;
    builder.build_store(list, block)?;
    builder.build_return(None)?;

    builder.position_at_end(call);
    builder.build_call(maker.called, &[block.into()], "")?;
    builder.build_return(None)?;
    Ok(())
}

impl<'l> Maker<'_, 'l> {
    /// Where the first free block of a size is noted.
    fn list(&self, number: IntValue<'l>) -> std::result::Result<PointerValue<'l>, BuilderError> {
        let ptr = self.context.ptr_type(Default::default());
        let lists = self.variable(FREE_BLOCKS, ptr.array_type((LARGEST_BLOCK / BLOCK_STEP) as u32).into());
        // SAFETY: there is a list for every size.
        unsafe { self.builder.build_in_bounds_gep(ptr, lists.as_pointer_value(), &[number], "") }
    }

    /// A variable of the runtime, which is linked into the same file.
    fn variable(&self, name: &str, ty: inkwell::types::BasicTypeEnum<'l>) -> GlobalValue<'l> {
        self.module.get_global(name).unwrap_or_else(|| {
            let global = self.module.add_global(ty, None, name);
            global.set_linkage(Linkage::External);
            global.set_visibility(inkwell::GlobalVisibility::Hidden);
            global
        })
    }

    /// Notes that a branch most often goes to its first block.
    fn often(&self, branch: inkwell::values::InstructionValue<'l>) {
        let i32 = self.context.i32_type();
        let weights = [OFTEN, 1].map(|weight| i32.const_int(weight, false).into());
        let name = self.context.metadata_string("branch_weights").into();
        let node = self.context.metadata_node(&[name, weights[0], weights[1]]);
        // Only what is no instruction can't have metadata.
        let _ = branch.set_metadata(node, self.context.get_kind_id("prof"));
    }
}
