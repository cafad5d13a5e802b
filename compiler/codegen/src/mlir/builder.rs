//! Makes operations: the one place that knows how MLIR's C interface wants them.

use melior::Context;
use melior::ir::attribute::{
    ArrayAttribute, BoolAttribute, DenseI32ArrayAttribute, FlatSymbolRefAttribute, FloatAttribute, IntegerAttribute, StringAttribute,
    TypeAttribute,
};
use melior::ir::block::{Block, BlockLike as _};
use melior::ir::operation::{OperationBuilder, OperationLike as _};
use melior::ir::r#type::IntegerType;
use melior::ir::{Attribute, BlockRef, Identifier, Location, Region, RegionLike as _, Type, Value, ValueLike as _};

use crate::error::{InternalError, Result};

/// Puts operations at the end of a block, with a location.
#[derive(Clone, Copy)]
pub(super) struct Builder<'c> {
    pub(super) context: &'c Context,
    pub(super) block: BlockRef<'c, 'c>,
    pub(super) location: Location<'c>,
}

pub(super) type Attributes<'a, 'c> = &'a [(&'a str, Attribute<'c>)];

/// What an operation is made of, beyond its name.
#[derive(Default)]
pub(super) struct Parts<'a, 'c> {
    pub(super) operands: &'a [Value<'c, 'c>],
    pub(super) results: &'a [Type<'c>],
    pub(super) attributes: Attributes<'a, 'c>,
    pub(super) successors: &'a [BlockRef<'c, 'c>],
    pub(super) regions: Vec<Region<'c>>,
}

impl<'c> Builder<'c> {
    /// Appends an operation; gives its results.
    pub(super) fn operation(&self, name: &str, parts: Parts<'_, 'c>) -> Result<Option<Value<'c, 'c>>> {
        let attributes: Vec<_> = parts.attributes.iter().map(|(name, value)| (Identifier::new(self.context, name), *value)).collect();
        let successors: Vec<&Block<'c>> = parts.successors.iter().map(|block| &**block).collect();
        let operation = OperationBuilder::new(name, self.location)
            .add_operands(parts.operands)
            .add_results(parts.results)
            .add_attributes(&attributes)
            .add_successors(&successors)
            .add_regions_vec(parts.regions)
            .build()
            .map_err(|error| InternalError::new("building MLIR", format!("{name}: {error}")))?;
        let operation = self.block.append_operation(operation);
        // Asking for a result that is not there makes an error with the whole operation's text in it.
        let result = if operation.result_count() > 0 { operation.result(0).ok() } else { None };
        Ok(result.map(|result| {
            // SAFETY: the result lives as long as its operation, which stays in the module until the module is dropped.
            unsafe { Value::from_raw(result.to_raw()) }
        }))
    }

    /// Appends an operation that gives one result.
    pub(super) fn value(
        &self,
        name: &str,
        operands: &[Value<'c, 'c>],
        result: Type<'c>,
        attributes: Attributes<'_, 'c>,
    ) -> Result<Value<'c, 'c>> {
        let value = self.operation(name, Parts { operands, results: &[result], attributes, ..Parts::default() })?;
        value.ok_or_else(|| InternalError::new("building MLIR", format!("{name} gave no result")))
    }

    /// Appends an operation that gives nothing.
    pub(super) fn effect(&self, name: &str, operands: &[Value<'c, 'c>], attributes: Attributes<'_, 'c>) -> Result<()> {
        self.operation(name, Parts { operands, attributes, ..Parts::default() }).map(drop)
    }

    // ---- attributes

    pub(super) fn integer(&self, ty: Type<'c>, value: i64) -> Attribute<'c> {
        IntegerAttribute::new(ty, value).into()
    }

    pub(super) fn i32_attribute(&self, value: i32) -> Attribute<'c> {
        self.integer(IntegerType::new(self.context, 32).into(), i64::from(value))
    }

    pub(super) fn i64_attribute(&self, value: i64) -> Attribute<'c> {
        self.integer(IntegerType::new(self.context, 64).into(), value)
    }

    pub(super) fn bool_attribute(&self, value: bool) -> Attribute<'c> {
        BoolAttribute::new(self.context, value).into()
    }

    pub(super) fn string(&self, value: &str) -> Attribute<'c> {
        StringAttribute::new(self.context, value).into()
    }

    pub(super) fn ty(&self, ty: Type<'c>) -> Attribute<'c> {
        TypeAttribute::new(ty).into()
    }

    pub(super) fn symbol(&self, name: &str) -> Attribute<'c> {
        FlatSymbolRefAttribute::new(self.context, name).into()
    }

    pub(super) fn array(&self, items: &[Attribute<'c>]) -> Attribute<'c> {
        ArrayAttribute::new(self.context, items).into()
    }

    pub(super) fn i32s(&self, items: &[i32]) -> Attribute<'c> {
        DenseI32ArrayAttribute::new(self.context, items).into()
    }

    pub(super) fn unit(&self) -> Attribute<'c> {
        Attribute::unit(self.context)
    }

    pub(super) fn parse(&self, text: &str) -> Result<Attribute<'c>> {
        Attribute::parse(self.context, text).ok_or_else(|| InternalError::new("building MLIR", format!("bad attribute {text}")))
    }

    // ---- constants

    pub(super) fn int(&self, ty: Type<'c>, value: i64) -> Result<Value<'c, 'c>> {
        self.value("arith.constant", &[], ty, &[("value", self.integer(ty, value))])
    }

    pub(super) fn i64(&self, value: i64) -> Result<Value<'c, 'c>> {
        self.int(IntegerType::new(self.context, 64).into(), value)
    }

    pub(super) fn i32(&self, value: i32) -> Result<Value<'c, 'c>> {
        self.int(IntegerType::new(self.context, 32).into(), i64::from(value))
    }

    pub(super) fn float(&self, ty: Type<'c>, value: f64) -> Result<Value<'c, 'c>> {
        let attribute = FloatAttribute::new(self.context, ty, value).into();
        self.value("arith.constant", &[], ty, &[("value", attribute)])
    }

    pub(super) fn zero(&self, ty: Type<'c>) -> Result<Value<'c, 'c>> {
        self.value("llvm.mlir.zero", &[], ty, &[])
    }

    pub(super) fn poison(&self, ty: Type<'c>) -> Result<Value<'c, 'c>> {
        self.value("llvm.mlir.poison", &[], ty, &[])
    }

    // ---- memory

    pub(super) fn address_of(&self, ptr: Type<'c>, symbol: &str) -> Result<Value<'c, 'c>> {
        self.value("llvm.mlir.addressof", &[], ptr, &[("global_name", self.symbol(symbol))])
    }

    /// The address of a member of a record or array of type `of`, by constant indices.
    pub(super) fn member(&self, base: Value<'c, 'c>, of: Type<'c>, indices: &[i32]) -> Result<Value<'c, 'c>> {
        let attributes =
            [("elem_type", self.ty(of)), ("rawConstantIndices", self.i32s(indices)), ("noWrapFlags", self.i32_attribute(GEP_INBOUNDS))];
        self.value("llvm.getelementptr", &[base], base.r#type(), &attributes)
    }

    /// The address of the element number `index` of type `of` behind `base`.
    pub(super) fn element(&self, base: Value<'c, 'c>, of: Type<'c>, index: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let attributes = [
            ("elem_type", self.ty(of)),
            ("rawConstantIndices", self.i32s(&[GEP_DYNAMIC])),
            ("noWrapFlags", self.i32_attribute(GEP_INBOUNDS)),
        ];
        self.value("llvm.getelementptr", &[base, index], base.r#type(), &attributes)
    }

    /// The address `bytes` behind `base`.
    pub(super) fn offset(&self, base: Value<'c, 'c>, bytes: i32) -> Result<Value<'c, 'c>> {
        self.member(base, IntegerType::new(self.context, 8).into(), &[bytes])
    }

    pub(super) fn extract(&self, value: Value<'c, 'c>, result: Type<'c>, path: &[i64]) -> Result<Value<'c, 'c>> {
        self.value("llvm.extractvalue", &[value], result, &[("position", self.i64s(path))])
    }

    pub(super) fn insert(&self, into: Value<'c, 'c>, value: Value<'c, 'c>, path: &[i64]) -> Result<Value<'c, 'c>> {
        self.value("llvm.insertvalue", &[into, value], into.r#type(), &[("position", self.i64s(path))])
    }

    pub(super) fn i64s(&self, items: &[i64]) -> Attribute<'c> {
        melior::ir::attribute::DenseI64ArrayAttribute::new(self.context, items).into()
    }

    /// A pointer in another address space.
    pub(super) fn to_space(&self, pointer: Value<'c, 'c>, ptr: Type<'c>) -> Result<Value<'c, 'c>> {
        if pointer.r#type() == ptr { Ok(pointer) } else { self.value("llvm.addrspacecast", &[pointer], ptr, &[]) }
    }

    // ---- integers

    pub(super) fn binary(&self, name: &str, left: Value<'c, 'c>, right: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        self.value(name, &[left, right], left.r#type(), &[])
    }

    pub(super) fn compare(
        &self,
        name: &str,
        predicate: i64,
        left: Value<'c, 'c>,
        right: Value<'c, 'c>,
        result: Type<'c>,
    ) -> Result<Value<'c, 'c>> {
        self.value(name, &[left, right], result, &[("predicate", self.i64_attribute(predicate))])
    }

    pub(super) fn is_null(&self, pointer: Value<'c, 'c>, bool: Type<'c>) -> Result<Value<'c, 'c>> {
        let null = self.zero(pointer.r#type())?;
        self.compare("llvm.icmp", EQ, pointer, null, bool)
    }

    // ---- control

    pub(super) fn branch(&self, to: BlockRef<'c, 'c>) -> Result<()> {
        self.branch_with(to, &[])
    }

    /// Goes to a block that takes arguments.
    pub(super) fn branch_with(&self, to: BlockRef<'c, 'c>, arguments: &[Value<'c, 'c>]) -> Result<()> {
        self.operation("cf.br", Parts { operands: arguments, successors: &[to], ..Parts::default() }).map(drop)
    }

    /// Goes to `then` if `condition`; `weights` say how often each way is taken.
    pub(super) fn branch_if(
        &self,
        condition: Value<'c, 'c>,
        then: BlockRef<'c, 'c>,
        otherwise: BlockRef<'c, 'c>,
        weights: Option<[i32; 2]>,
    ) -> Result<()> {
        let mut attributes = vec![("operandSegmentSizes", self.i32s(&[1, 0, 0]))];
        attributes.extend(weights.map(|weights| ("branch_weights", self.i32s(&weights))));
        let parts = Parts { operands: &[condition], successors: &[then, otherwise], attributes: &attributes, ..Parts::default() };
        self.operation("cf.cond_br", parts).map(drop)
    }

    /// A call of a function by symbol, or of the code at the first operand.
    pub(super) fn call(&self, symbol: Option<&str>, operands: &[Value<'c, 'c>], result: Option<Type<'c>>) -> Result<Option<Value<'c, 'c>>> {
        self.call_with(symbol, operands, result, false)
    }

    /// `stays` calls are not inlined.
    pub(super) fn call_with(
        &self,
        symbol: Option<&str>,
        operands: &[Value<'c, 'c>],
        result: Option<Type<'c>>,
        stays: bool,
    ) -> Result<Option<Value<'c, 'c>>> {
        let mut attributes = vec![("operandSegmentSizes", self.i32s(&[operands.len() as i32, 0])), ("op_bundle_sizes", self.i32s(&[]))];
        attributes.extend(symbol.map(|symbol| ("callee", self.symbol(symbol))));
        attributes.extend(stays.then(|| ("no_inline", self.unit())));
        let results: Vec<_> = result.into_iter().collect();
        self.operation("llvm.call", Parts { operands, results: &results, attributes: &attributes, ..Parts::default() })
    }

    pub(super) fn return_value(&self, value: Option<Value<'c, 'c>>) -> Result<()> {
        let operands: Vec<_> = value.into_iter().collect();
        self.effect("llvm.return", &operands, &[])
    }
}

/// The mark for a dynamic index among constant ones.
const GEP_DYNAMIC: i32 = i32::MIN;
/// `inbounds`, which implies `nusw`.
const GEP_INBOUNDS: i32 = 3;

// The predicates of `arith.cmpi` and `llvm.icmp`.
pub(super) const EQ: i64 = 0;
pub(super) const NE: i64 = 1;
pub(super) const SLT: i64 = 2;
pub(super) const SLE: i64 = 3;
pub(super) const SGT: i64 = 4;
pub(super) const SGE: i64 = 5;
pub(super) const ULT: i64 = 6;
pub(super) const ULE: i64 = 7;
pub(super) const UGT: i64 = 8;
pub(super) const UGE: i64 = 9;

/// Appends an empty block to a region.
pub(super) fn append_block<'c>(region: &Region<'c>, arguments: &[(Type<'c>, Location<'c>)]) -> BlockRef<'c, 'c> {
    let block = region.append_block(Block::new(arguments));
    // SAFETY: blocks stay where they are until the module is dropped; the borrow of the region would end when the region moves into its operation.
    unsafe { BlockRef::from_raw(block.to_raw()) }
}

/// The argument of a block.
pub(super) fn argument<'c>(block: BlockRef<'c, 'c>, index: usize) -> Result<Value<'c, 'c>> {
    let argument = block.argument(index).map_err(|error| InternalError::new("building MLIR", error.to_string()))?;
    // SAFETY: as for blocks.
    Ok(unsafe { Value::from_raw(argument.to_raw()) })
}
