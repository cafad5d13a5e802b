//! The types of places, operands and rvalues, and what types need.

use std::sync::Arc;

use crate::*;

/// Why something has no type.
pub type TypeError = String;

impl Ty {
    /// Whether values may hold counted references.
    pub fn needs_rc(&self, program: &Program) -> bool {
        match self {
            Ty::Ref { .. } | Ty::Closure(_) => true,
            Ty::Tuple(items) | Ty::Union(items) => items.iter().any(|item| item.needs_rc(program)),
            Ty::Struct(id) => program.structs[id.index()].fields.iter().any(|field| field.ty.needs_rc(program)),
            Ty::Array(item, _) => item.needs_rc(program),
            Ty::Never | Ty::Unit | Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Ptr(_) | Ty::Simd(..) => false,
        }
    }
}

impl Function {
    pub fn signature(&self) -> Signature {
        let params = self.params.iter().zip(&self.locals).map(|(mode, local)| Param { ty: local.ty.clone(), mode: *mode }).collect();
        Signature { params, ret: self.ret.clone(), raises: self.raises }
    }

    /// As a closure: the last parameter, the environment, is not given by the caller.
    pub fn closure_signature(&self) -> Signature {
        let mut signature = self.signature();
        signature.params.pop();
        signature
    }
}

impl Const {
    pub fn ty(&self, program: &Program) -> Ty {
        match self {
            Const::Unit => Ty::Unit,
            Const::Bool(_) => Ty::Bool,
            Const::Int(_, ty) => Ty::Int(*ty),
            Const::Float(_, ty) => Ty::Float(*ty),
            Const::Zero(ty) => ty.clone(),
            Const::Static(id) => Ty::class(program.statics[id.index()].class),
            Const::Data(_) => Ty::PTR,
            Const::Function(id) => Ty::Closure(program.functions[id.index()].closure_signature().into()),
            Const::SizeOf(_) => Ty::INT,
        }
    }
}

impl Program {
    /// The type of a place of a verified function.
    pub fn place_ty(&self, function: &Function, place: &Place) -> Ty {
        self.try_place_ty(function, place).unwrap_or_else(|error| panic!("{}: {error}", function.symbol))
    }

    pub fn operand_ty(&self, function: &Function, operand: &Operand) -> Ty {
        self.try_operand_ty(function, operand).unwrap_or_else(|error| panic!("{}: {error}", function.symbol))
    }

    pub fn rvalue_ty(&self, function: &Function, rvalue: &Rvalue) -> Ty {
        self.try_rvalue_ty(function, rvalue).unwrap_or_else(|error| panic!("{}: {error}", function.symbol))
    }

    pub fn try_place_ty(&self, function: &Function, place: &Place) -> Result<Ty, TypeError> {
        let mut ty = match place.base {
            PlaceBase::Local(local) => function.locals.get(local.index()).map(|local| local.ty.clone()),
            PlaceBase::Global(global) => self.globals.get(global.index()).map(|global| global.ty.clone()),
        }
        .ok_or("the place does not exist")?;
        for projection in &place.projection {
            ty = self.projected(&ty, projection)?;
        }
        Ok(ty)
    }

    /// The type of a part of a `ty`.
    pub fn projected(&self, ty: &Ty, projection: &Projection) -> Result<Ty, TypeError> {
        let part = match (ty, projection) {
            (Ty::Tuple(items), Projection::Field(index)) => items.get(*index as usize).cloned(),
            (Ty::Struct(id), Projection::Field(index)) => self.field(&self.structs[id.index()].fields, *index),
            (Ty::Ref { class: Some(class), nullable: false }, Projection::Field(index)) => {
                self.field(&self.classes[class.index()].fields, *index)
            }
            (Ty::Union(variants), Projection::Variant(index)) => variants.get(*index as usize).cloned(),
            (Ty::Ptr(_), Projection::Element { ty, .. }) => Some(ty.clone()),
            (Ty::Array(item, _), Projection::Index(_)) | (Ty::Simd(item, _), Projection::Index(_)) => Some(item.as_ref().clone()),
            _ => None,
        };
        part.ok_or_else(|| format!("a `{}` has no such part", Names::new(self).ty(ty)))
    }

    fn field(&self, fields: &[Field], index: u32) -> Option<Ty> {
        fields.get(index as usize).map(|field| field.ty.clone())
    }

    pub fn try_operand_ty(&self, function: &Function, operand: &Operand) -> Result<Ty, TypeError> {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => self.try_place_ty(function, place),
            Operand::Const(constant) => Ok(constant.ty(self)),
        }
    }

    pub fn try_rvalue_ty(&self, function: &Function, rvalue: &Rvalue) -> Result<Ty, TypeError> {
        let operand = |operand: &Operand| self.try_operand_ty(function, operand);
        Ok(match rvalue {
            Rvalue::Use(value) | Rvalue::Unary(_, value) => operand(value)?,
            Rvalue::Binary(op, left, _) => binary_ty(*op, operand(left)?),
            Rvalue::Checked(_, left, _) => Ty::Tuple(Arc::from([operand(left)?, Ty::Bool])),
            Rvalue::Cast(_, _, ty) | Rvalue::Variant { ty, .. } | Rvalue::Runtime { ret: ty, .. } => ty.clone(),
            Rvalue::Tuple(items) => Ty::Tuple(items.iter().map(operand).collect::<Result<_, _>>()?),
            Rvalue::Struct(id, _) => Ty::Struct(*id),
            Rvalue::Tag(_) => Ty::INT,
            Rvalue::IsInstance(..) => Ty::Bool,
            Rvalue::New { class, .. } => Ty::class(*class),
            Rvalue::Trailing(_) | Rvalue::AddressOf(_) => Ty::PTR,
            Rvalue::Closure { function, .. } => Ty::Closure(self.functions[function.index()].closure_signature().into()),
            Rvalue::Intrinsic(intrinsic, args) => match intrinsic_ty(*intrinsic) {
                Some(ty) => ty,
                None => operand(args.first().ok_or("the intrinsic has no arguments")?)?,
            },
        })
    }

    /// The signature that a call goes by: that of a function, a slot or a closure (the environment is not an argument).
    pub fn callee_signature(&self, function: &Function, callee: &Callee) -> Result<Signature, TypeError> {
        match callee {
            Callee::Direct(id) => self.functions.get(id.index()).map(Function::signature).ok_or_else(|| "no such function".to_owned()),
            Callee::Virtual { class, slot } => {
                let function = self.classes.get(class.index()).and_then(|class| class.vtable.get(*slot as usize));
                function.map(|id| self.functions[id.index()].signature()).ok_or_else(|| "no such slot".to_owned())
            }
            Callee::Value(value) => match self.try_operand_ty(function, value)? {
                Ty::Closure(signature) => Ok(signature.as_ref().clone()),
                other => Err(format!("a `{}` can't be called", Names::new(self).ty(&other))),
            },
        }
    }

    pub fn is_subclass(&self, class: ClassId, of: ClassId) -> bool {
        self.with_bases(class).any(|id| id == of)
    }

    /// A class, its base, and so on. A cycle of bases would be a bug that the verifier reports; it must not hang here.
    fn with_bases(&self, class: ClassId) -> impl Iterator<Item = ClassId> {
        std::iter::successors(Some(class), |id| self.classes.get(id.index()).and_then(|class| class.base)).take(self.classes.len() + 1)
    }

    /// Whether values of two types are the same to a machine.
    pub fn is_same(&self, left: &Ty, right: &Ty) -> bool {
        left == right || self.alike.erased(left) == self.alike.erased(right)
    }

    /// Whether a value of type `from` can be stored as a `to` as it is: equal types, or references of which the second promises no more.
    pub fn stores_as(&self, from: &Ty, to: &Ty) -> bool {
        match (from, to) {
            (Ty::Never, _) => true,
            (Ty::Ref { class: from, nullable: from_null }, Ty::Ref { class: to, nullable: to_null }) => {
                let class = match (from, to) {
                    (_, None) => true,
                    (Some(from), Some(to)) => self.with_bases(*from).any(|id| id == *to || self.alike.class(id) == self.alike.class(*to)),
                    (None, Some(_)) => false,
                };
                class && (*to_null || !*from_null)
            }
            _ => self.is_same(from, to),
        }
    }
}

fn binary_ty(op: BinaryOp, left: Ty) -> Ty {
    match op {
        BinaryOp::Eq | BinaryOp::Ne | BinaryOp::Lt | BinaryOp::Le | BinaryOp::Gt | BinaryOp::Ge => match left {
            Ty::Simd(_, lanes) => Ty::Simd(Ty::Bool.into(), lanes),
            _ => Ty::Bool,
        },
        _ => left,
    }
}

/// What an intrinsic gives; `None` if that is the type of its first argument.
fn intrinsic_ty(intrinsic: Intrinsic) -> Option<Ty> {
    Some(match intrinsic {
        Intrinsic::MemCopy | Intrinsic::MemMove | Intrinsic::MemSet | Intrinsic::Free | Intrinsic::Barrier | Intrinsic::Trap => Ty::Unit,
        Intrinsic::StackIsFull => Ty::Bool,
        Intrinsic::Alloc | Intrinsic::Realloc => Ty::PTR,
        Intrinsic::MemCompare
        | Intrinsic::CallPointer
        | Intrinsic::RefCount
        | Intrinsic::ThreadIdx(_)
        | Intrinsic::BlockIdx(_)
        | Intrinsic::BlockDim(_)
        | Intrinsic::GridDim(_) => Ty::INT,
        _ => return None,
    })
}
