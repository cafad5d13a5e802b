//! The words that the operators, casts and intrinsics are written as: one table for both directions.

use crate::{BinaryOp, Cast, FloatTy, Intrinsic, UnaryOp};

pub(super) const BINARY: &[(&str, BinaryOp)] = &[
    ("add", BinaryOp::Add),
    ("sub", BinaryOp::Sub),
    ("mul", BinaryOp::Mul),
    ("div", BinaryOp::Div),
    ("floor_div", BinaryOp::FloorDiv),
    ("floor_mod", BinaryOp::FloorMod),
    ("trunc_div", BinaryOp::TruncDiv),
    ("trunc_rem", BinaryOp::TruncRem),
    ("and", BinaryOp::And),
    ("or", BinaryOp::Or),
    ("xor", BinaryOp::Xor),
    ("shl", BinaryOp::Shl),
    ("shr", BinaryOp::Shr),
    ("eq", BinaryOp::Eq),
    ("ne", BinaryOp::Ne),
    ("lt", BinaryOp::Lt),
    ("le", BinaryOp::Le),
    ("gt", BinaryOp::Gt),
    ("ge", BinaryOp::Ge),
];

pub(super) const UNARY: &[(&str, UnaryOp)] = &[("neg", UnaryOp::Neg), ("not", UnaryOp::Not)];

pub(super) const CASTS: &[(&str, Cast)] = &[
    ("int", Cast::Int),
    ("bool_to_int", Cast::BoolToInt),
    ("int_to_float", Cast::IntToFloat),
    ("float_to_int", Cast::FloatToInt),
    ("float", Cast::Float),
    ("ref", Cast::Ref),
    ("ptr_to_int", Cast::PtrToInt),
    ("int_to_ptr", Cast::IntToPtr),
    ("bits", Cast::Bits),
];

pub(super) const FLOATS: &[(&str, FloatTy)] =
    &[("f16", FloatTy::F16), ("bf16", FloatTy::BF16), ("f32", FloatTy::F32), ("f64", FloatTy::F64)];

/// Those without a dimension.
pub(super) const INTRINSICS: &[(&str, Intrinsic)] = &[
    ("sqrt", Intrinsic::Sqrt),
    ("floor", Intrinsic::Floor),
    ("ceil", Intrinsic::Ceil),
    ("trunc", Intrinsic::Trunc),
    ("fabs", Intrinsic::Fabs),
    ("fma", Intrinsic::Fma),
    ("sin", Intrinsic::Sin),
    ("cos", Intrinsic::Cos),
    ("exp", Intrinsic::Exp),
    ("log", Intrinsic::Log),
    ("pow", Intrinsic::Pow),
    ("copy_sign", Intrinsic::CopySign),
    ("count_ones", Intrinsic::CountOnes),
    ("leading_zeros", Intrinsic::LeadingZeros),
    ("trailing_zeros", Intrinsic::TrailingZeros),
    ("mem_copy", Intrinsic::MemCopy),
    ("mem_move", Intrinsic::MemMove),
    ("mem_set", Intrinsic::MemSet),
    ("mem_compare", Intrinsic::MemCompare),
    ("alloc", Intrinsic::Alloc),
    ("realloc", Intrinsic::Realloc),
    ("free", Intrinsic::Free),
    ("ref_count", Intrinsic::RefCount),
    ("barrier", Intrinsic::Barrier),
    ("stack_is_full", Intrinsic::StackIsFull),
    ("trap", Intrinsic::Trap),
    ("call_pointer", Intrinsic::CallPointer),
];

/// Those of one dimension.
pub(super) const DIMENSIONAL: &[(&str, fn(u8) -> Intrinsic)] = &[
    ("thread_idx", Intrinsic::ThreadIdx),
    ("block_idx", Intrinsic::BlockIdx),
    ("block_dim", Intrinsic::BlockDim),
    ("grid_dim", Intrinsic::GridDim),
];

/// The value that a word stands for.
pub(super) fn value_of<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The word for a value; every value is in its table.
pub(super) fn word_of<T: Copy + PartialEq>(table: &[(&'static str, T)], value: T) -> &'static str {
    table.iter().find(|(_, other)| *other == value).map_or("?", |(name, _)| name)
}
