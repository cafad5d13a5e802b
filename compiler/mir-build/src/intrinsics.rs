//! The functions of `pyc.unsafe` and `pyc.gpu` that have no body: what each is in MIR. Those that ask about types are answered before they get here.

use std::sync::Arc;

use pyc_mir::{self as mir, BinaryOp, Cast, Const, Intrinsic, Operand, Place, Projection, Rvalue, StatementKind, UnaryOp};
use pyc_types::thir::Expr;
use pyc_types::ty::{Ty, TyKind};

use crate::exits::borrowed;
use crate::function::{FunctionBuilder, field};

/// A call of an intrinsic, its arguments evaluated.
pub(crate) struct Call<'c> {
    pub(crate) name: &'c str,
    pub(crate) type_args: &'c [Ty],
    pub(crate) args: &'c [Expr],
    values: Vec<Operand>,
    /// What it gives.
    ty: Ty,
    repr: mir::Ty,
}

impl Call<'_> {
    /// The argument, not taken over.
    pub(crate) fn arg(&self, at: usize) -> Operand {
        borrowed(self.values[at].clone())
    }

    fn all(&self) -> Vec<Operand> {
        self.values.iter().cloned().map(borrowed).collect()
    }
}

impl<'a> FunctionBuilder<'a, '_, '_> {
    pub(crate) fn intrinsic(&mut self, name: &str, type_args: &[Ty], args: &'a [Expr], ty: Ty) -> Operand {
        let repr = self.program.repr(ty);
        if name == "_shared" {
            return self.shared_memory(type_args, args);
        }
        let values = self.operands(args);
        let call = Call { name, type_args, args, values, ty, repr };
        let lowered = self
            .pointer_intrinsic(&call)
            .or_else(|| self.object_intrinsic(&call))
            .or_else(|| self.integer_intrinsic(&call))
            .or_else(|| self.float_intrinsic(&call))
            .or_else(|| self.launch_intrinsic(&call))
            .or_else(|| self.entry_intrinsic(&call))
            .or_else(|| self.machine_intrinsic(&call));
        lowered.unwrap_or_else(|| crate::bug(&self.program.current, format_args!("unknown intrinsic `{name}`")))
    }

    fn pointer_intrinsic(&mut self, call: &Call) -> Option<Operand> {
        Some(match call.name {
            "ptr_load" => match self.element(call, 1) {
                // There is nothing to load.
                _ if call.repr == mir::Ty::Unit => UNIT,
                place => self.compute(call.repr.clone(), Rvalue::Use(Operand::Copy(place))),
            },
            "ptr_take" => match self.element(call, 1) {
                _ if call.repr == mir::Ty::Unit => UNIT,
                place => self.compute(call.repr.clone(), Rvalue::Use(Operand::Move(place))),
            },
            "ptr_store" | "ptr_init" => {
                let place = self.element(call, 1);
                let value = Rvalue::Use(call.values[2].clone());
                let is_store = call.name == "ptr_store";
                self.push(if is_store { StatementKind::Assign(place, value) } else { StatementKind::Init(place, value) });
                UNIT
            }
            "ptr_drop" => {
                let place = self.element(call, 1);
                self.push(StatementKind::Drop(place));
                UNIT
            }
            "ptr_offset" => {
                let place = self.element(call, 1);
                self.compute(mir::Ty::PTR, Rvalue::AddressOf(place))
            }
            "ptr_cast" => call.arg(0),
            "ptr_null" => NULL,
            "ptr_is_null" => self.compute(mir::Ty::Bool, Rvalue::Binary(BinaryOp::Eq, call.arg(0), NULL)),
            "ptr_equal" => self.compute(mir::Ty::Bool, Rvalue::Binary(BinaryOp::Eq, call.arg(0), call.arg(1))),
            "ptr_address" => self.cast(Cast::PtrToInt, call.arg(0), mir::Ty::INT),
            "ptr_from_address" => self.cast(Cast::IntToPtr, call.arg(0), mir::Ty::PTR),
            _ => return None,
        })
    }

    /// What the pointer, the first argument, points at.
    fn element(&mut self, call: &Call, index: usize) -> Place {
        let ty = match self.program.types.kind(call.args[0].ty) {
            TyKind::Ptr(pointee) => self.program.repr(*pointee),
            _ => crate::bug(&self.program.current, format_args!("`{}` of something that is no pointer", call.name)),
        };
        let base = self.place_of(call.arg(0), mir::Ty::PTR);
        base.project(Projection::Element { ty, index: call.arg(index) })
    }

    fn object_intrinsic(&mut self, call: &Call) -> Option<Operand> {
        Some(match call.name {
            "new_object" => match call.repr {
                mir::Ty::Ref { class: Some(class), .. } => self.compute(call.repr.clone(), Rvalue::New { class, extra: Some(call.arg(0)) }),
                _ => crate::bug(&self.program.current, "`new_object` of something that is no class"),
            },
            "trailing" => self.compute(mir::Ty::PTR, Rvalue::Trailing(call.arg(0))),
            "ref_count" => self.compute(mir::Ty::INT, Rvalue::Intrinsic(Intrinsic::RefCount, call.all())),
            "same_object" => self.same_operands(call.arg(0), call.args[0].ty, call.arg(1), call.args[1].ty),
            "object_address" => self.object_address(call),
            "object_pointer" => self.cast(Cast::Bits, call.arg(0), mir::Ty::PTR),
            "type_name" => self.static_string(&self.program.types.type_name(call.type_args[0])),
            "class_name" => self.class_name(call),
            "size_of" => {
                let ty = self.program.repr(call.type_args[0]);
                Operand::Const(Const::SizeOf(ty))
            }
            "needs_drop" => {
                let ty = self.program.repr(call.type_args[0]);
                Operand::Const(Const::Bool(self.program.is_managed(&ty)))
            }
            _ => return None,
        })
    }

    /// Values without an identity have none to show.
    fn object_address(&mut self, call: &Call) -> Operand {
        match self.program.repr(call.args[0].ty) {
            mir::Ty::Ref { .. } => {
                let address = self.cast(Cast::Bits, call.arg(0), mir::Ty::PTR);
                self.cast(Cast::PtrToInt, address, mir::Ty::INT)
            }
            _ => int(0),
        }
    }

    pub(crate) fn static_string(&mut self, text: &str) -> Operand {
        Operand::Const(Const::Static(self.program.string(&Arc::from(text))))
    }

    /// The name of an object's class; that of a value's type.
    fn class_name(&mut self, call: &Call) -> Operand {
        let ty = call.args[0].ty;
        if self.program.is_heap_class(ty) && !self.program.is_object(ty) {
            let callee = self.program.class_name_callee(ty);
            return self.call(callee, vec![call.arg(0)], call.ty, true);
        }
        let name = match self.program.types.kind(ty) {
            TyKind::Class { .. } => self.program.types.class_layout(ty).name.to_string(),
            _ => self.program.types.type_name(ty),
        };
        self.static_string(&name)
    }

    fn integer_intrinsic(&mut self, call: &Call) -> Option<Operand> {
        if let Some(op) = integer_operation(call.name) {
            return Some(self.compute(call.repr.clone(), Rvalue::Binary(op, call.arg(0), call.arg(1))));
        }
        Some(match call.name {
            "add_overflows" => self.overflows(BinaryOp::Add, call),
            "sub_overflows" => self.overflows(BinaryOp::Sub, call),
            "mul_overflows" => self.overflows(BinaryOp::Mul, call),
            "bit_not" => self.compute(call.repr.clone(), Rvalue::Unary(UnaryOp::Not, call.arg(0))),
            "int_cast" => self.int_cast(call),
            _ => return None,
        })
    }

    fn overflows(&mut self, op: BinaryOp, call: &Call) -> Operand {
        let ty = self.program.repr(call.args[0].ty);
        let pair = self.temp(mir::Ty::Tuple(Arc::from([ty, mir::Ty::Bool])));
        self.init(Place::local(pair), Rvalue::Checked(op, call.arg(0), call.arg(1)));
        self.compute(mir::Ty::Bool, Rvalue::Use(Operand::Copy(field(&Place::local(pair), 1))))
    }

    fn int_cast(&mut self, call: &Call) -> Operand {
        let from = self.program.repr(call.args[0].ty);
        match (&from, &call.repr) {
            (from, to) if from == to => call.arg(0),
            (mir::Ty::Bool, to) => self.cast(Cast::BoolToInt, call.arg(0), to.clone()),
            (mir::Ty::Int(_), mir::Ty::Bool) => {
                let zero = Operand::Const(Const::Zero(from));
                self.compute(mir::Ty::Bool, Rvalue::Binary(BinaryOp::Ne, call.arg(0), zero))
            }
            (_, to) => self.cast(Cast::Int, call.arg(0), to.clone()),
        }
    }

    fn float_intrinsic(&mut self, call: &Call) -> Option<Operand> {
        Some(match call.name {
            "int_to_float" => self.cast(Cast::IntToFloat, call.arg(0), call.repr.clone()),
            "float_to_int" => self.cast(Cast::FloatToInt, call.arg(0), call.repr.clone()),
            "float_cast" if self.program.repr(call.args[0].ty) == call.repr => call.arg(0),
            "float_cast" => self.cast(Cast::Float, call.arg(0), call.repr.clone()),
            "float_bits" | "float_from_bits" => self.cast(Cast::Bits, call.arg(0), call.repr.clone()),
            "float_rem" => self.compute(call.repr.clone(), Rvalue::Binary(BinaryOp::TruncRem, call.arg(0), call.arg(1))),
            _ => return None,
        })
    }

    fn machine_intrinsic(&mut self, call: &Call) -> Option<Operand> {
        let intrinsic = machine_operation(call.name)?;
        if call.repr == mir::Ty::Unit {
            let unit = self.temp(mir::Ty::Unit);
            self.init(Place::local(unit), Rvalue::Intrinsic(intrinsic, call.all()));
            return Some(UNIT);
        }
        Some(self.compute(call.repr.clone(), Rvalue::Intrinsic(intrinsic, call.all())))
    }
}

pub(crate) const UNIT: Operand = Operand::Const(Const::Unit);
const NULL: Operand = Operand::Const(Const::Zero(mir::Ty::PTR));

fn int(value: i128) -> Operand {
    Operand::Const(Const::Int(value, mir::IntTy { bits: 64, signed: true }))
}

fn integer_operation(name: &str) -> Option<BinaryOp> {
    Some(match name {
        "wrapping_add" => BinaryOp::Add,
        "wrapping_sub" => BinaryOp::Sub,
        "wrapping_mul" => BinaryOp::Mul,
        "floor_div" => BinaryOp::FloorDiv,
        "floor_mod" => BinaryOp::FloorMod,
        "trunc_div" => BinaryOp::TruncDiv,
        "trunc_rem" => BinaryOp::TruncRem,
        "shift_left" => BinaryOp::Shl,
        "shift_right" => BinaryOp::Shr,
        "bit_and" => BinaryOp::And,
        "bit_or" => BinaryOp::Or,
        "bit_xor" => BinaryOp::Xor,
        _ => return None,
    })
}

fn machine_operation(name: &str) -> Option<Intrinsic> {
    Some(match name {
        "float_sqrt" => Intrinsic::Sqrt,
        "float_floor" => Intrinsic::Floor,
        "float_ceil" => Intrinsic::Ceil,
        "float_trunc" => Intrinsic::Trunc,
        "float_fabs" => Intrinsic::Fabs,
        "float_fma" => Intrinsic::Fma,
        "float_sin" => Intrinsic::Sin,
        "float_cos" => Intrinsic::Cos,
        "float_exp" => Intrinsic::Exp,
        "float_log" => Intrinsic::Log,
        "float_pow" => Intrinsic::Pow,
        "float_copysign" => Intrinsic::CopySign,
        "count_ones" => Intrinsic::CountOnes,
        "leading_zeros" => Intrinsic::LeadingZeros,
        "trailing_zeros" => Intrinsic::TrailingZeros,
        "mem_copy" => Intrinsic::MemCopy,
        "mem_move" => Intrinsic::MemMove,
        "mem_set" => Intrinsic::MemSet,
        "mem_compare" => Intrinsic::MemCompare,
        "alloc" => Intrinsic::Alloc,
        "realloc" => Intrinsic::Realloc,
        "free" => Intrinsic::Free,
        "thread_idx_x" => Intrinsic::ThreadIdx(0),
        "thread_idx_y" => Intrinsic::ThreadIdx(1),
        "thread_idx_z" => Intrinsic::ThreadIdx(2),
        "block_idx_x" => Intrinsic::BlockIdx(0),
        "block_idx_y" => Intrinsic::BlockIdx(1),
        "block_idx_z" => Intrinsic::BlockIdx(2),
        "block_dim_x" => Intrinsic::BlockDim(0),
        "block_dim_y" => Intrinsic::BlockDim(1),
        "block_dim_z" => Intrinsic::BlockDim(2),
        "grid_dim_x" => Intrinsic::GridDim(0),
        "grid_dim_y" => Intrinsic::GridDim(1),
        "grid_dim_z" => Intrinsic::GridDim(2),
        "barrier" => Intrinsic::Barrier,
        "call_pointer" => Intrinsic::CallPointer,
        _ => return None,
    })
}
