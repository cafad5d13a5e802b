//! Types of statements, terminators and what they are made of.

use crate::typing::TypeError;
use crate::*;

use super::{Checker, Phase};

type Checked = Result<(), TypeError>;

impl Checker<'_> {
    pub(super) fn bodies(&mut self) {
        let function = self.function;
        for id in function.block_ids() {
            for statement in &function.block(id).statements {
                if let Err(message) = self.statement(&statement.kind) {
                    let text = self.names.statement(function, statement);
                    self.error(Some((id, text)), message);
                }
            }
            let terminator = &function.block(id).terminator;
            if let Err(message) = self.terminator(&terminator.kind) {
                let text = self.names.terminator(function, terminator);
                self.error(Some((id, text)), message);
            }
        }
    }

    fn place(&self, place: &Place) -> Result<Ty, TypeError> {
        for projection in &place.projection {
            if let Projection::Element { index, .. } | Projection::Index(index) = projection {
                self.is_integer(index)?;
            }
        }
        self.program.try_place_ty(self.function, place)
    }

    fn operand(&self, operand: &Operand) -> Result<Ty, TypeError> {
        match operand {
            Operand::Copy(place) | Operand::Move(place) => self.place(place),
            Operand::Const(constant) => self.constant(constant).map(|()| constant.ty(self.program)),
        }
    }

    fn constant(&self, constant: &Const) -> Checked {
        let exists = match constant {
            Const::Static(id) => id.index() < self.program.statics.len(),
            Const::Data(id) => id.index() < self.program.data.len(),
            Const::Function(id) => id.index() < self.program.functions.len(),
            _ => true,
        };
        if exists { Ok(()) } else { Err("the constant does not exist".to_owned()) }
    }

    fn stores(&self, from: &Ty, to: &Ty) -> Checked {
        if self.program.stores_as(from, to) {
            return Ok(());
        }
        Err(format!("a `{}` is no `{}`", self.names.ty(from), self.names.ty(to)))
    }

    fn is_integer(&self, operand: &Operand) -> Checked {
        match self.operand(operand)? {
            Ty::Int(_) => Ok(()),
            other => Err(format!("a `{}` is no integer", self.names.ty(&other))),
        }
    }

    fn is_object(&self, operand: &Operand) -> Checked {
        match self.operand(operand)? {
            Ty::Ref { nullable: false, .. } => Ok(()),
            other => Err(format!("a `{}` is no object", self.names.ty(&other))),
        }
    }

    fn statement(&self, statement: &StatementKind) -> Checked {
        match statement {
            StatementKind::Lend(..) if self.phase == Phase::Built => Err("`lend` before reference counting".to_owned()),
            StatementKind::Assign(place, value) | StatementKind::Init(place, value) | StatementKind::Lend(place, value) => {
                let to = self.place(place)?;
                self.rvalue(value)?;
                self.stores(&self.program.try_rvalue_ty(self.function, value)?, &to)
            }
            StatementKind::Drop(place) => {
                self.place(place)?;
                if self.phase == Phase::Counted { Err("`drop` after reference counting".to_owned()) } else { Ok(()) }
            }
            StatementKind::Traceback(operand) => self.is_object(operand),
            StatementKind::Retain(operand) | StatementKind::Release(operand) => {
                let ty = self.operand(operand)?;
                if self.phase == Phase::Built {
                    return Err("a reference count before reference counting".to_owned());
                }
                if ty.needs_rc(self.program) { Ok(()) } else { Err(format!("a `{}` is not counted", self.names.ty(&ty))) }
            }
        }
    }

    fn rvalue(&self, rvalue: &Rvalue) -> Checked {
        for operand in visit::rvalue_operands(rvalue) {
            self.operand(operand)?;
        }
        match rvalue {
            Rvalue::Use(_) | Rvalue::Cast(..) | Rvalue::Runtime { .. } | Rvalue::Intrinsic(..) | Rvalue::Unary(..) | Rvalue::Tuple(_) => {
                Ok(())
            }
            Rvalue::Binary(op, left, right) => self.binary(*op, left, right),
            Rvalue::Checked(op, left, right) => {
                if !matches!(op, BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul) {
                    return Err("only `add`, `sub` and `mul` can be checked".to_owned());
                }
                self.is_integer(left)?;
                self.binary(*op, left, right)
            }
            Rvalue::Struct(id, fields) => self.structure_value(*id, fields),
            Rvalue::Variant { ty, variant, value } => match ty {
                Ty::Union(variants) => {
                    let to = variants.get(*variant as usize).ok_or("there is no such variant")?;
                    self.stores(&self.operand(value)?, to)
                }
                _ => Err("not a union".to_owned()),
            },
            Rvalue::Tag(place) => match self.place(place)? {
                Ty::Union(_) => Ok(()),
                other => Err(format!("a `{}` is no union", self.names.ty(&other))),
            },
            Rvalue::IsInstance(operand, class) => {
                self.class(*class)?;
                self.is_object(operand)
            }
            Rvalue::New { class, extra } => {
                self.class(*class)?;
                extra.as_ref().map_or(Ok(()), |extra| self.is_integer(extra))
            }
            Rvalue::Trailing(operand) => self.is_object(operand),
            Rvalue::AddressOf(place) => self.place(place).map(drop),
            Rvalue::Closure { function, environment } => {
                let target = self.program.functions.get(function.index()).ok_or("the function does not exist")?;
                let parameter = target.params.len().checked_sub(1).map(|last| &target.locals[last].ty);
                self.stores(&self.operand(environment)?, parameter.ok_or("the function has no parameter for its environment")?)
            }
        }
    }

    fn class(&self, class: ClassId) -> Checked {
        if class.index() < self.program.classes.len() { Ok(()) } else { Err("the class does not exist".to_owned()) }
    }

    fn structure_value(&self, id: StructId, values: &[Operand]) -> Checked {
        let fields = &self.program.structs.get(id.index()).ok_or("the struct does not exist")?.fields;
        if fields.len() != values.len() {
            return Err(format!("{} values for {} fields", values.len(), fields.len()));
        }
        fields.iter().zip(values).try_for_each(|(field, value)| self.stores(&self.operand(value)?, &field.ty))
    }

    fn binary(&self, op: BinaryOp, left: &Operand, right: &Operand) -> Checked {
        let (left, right) = (self.operand(left)?, self.operand(right)?);
        let same = match (&left, &right) {
            (Ty::Int(_), Ty::Int(_)) if matches!(op, BinaryOp::Shl | BinaryOp::Shr) => true,
            (Ty::Ref { .. }, Ty::Ref { .. }) => matches!(op, BinaryOp::Eq | BinaryOp::Ne),
            _ => self.program.is_same(&left, &right),
        };
        if same { Ok(()) } else { Err(format!("operands of types `{}` and `{}`", self.names.ty(&left), self.names.ty(&right))) }
    }

    fn terminator(&self, terminator: &TerminatorKind) -> Checked {
        match terminator {
            TerminatorKind::Goto(_) | TerminatorKind::Unreachable => Ok(()),
            TerminatorKind::Branch { condition, .. } => match self.operand(condition)? {
                Ty::Bool => Ok(()),
                other => Err(format!("a `{}` is no condition", self.names.ty(&other))),
            },
            TerminatorKind::Switch { value, .. } => self.is_integer(value),
            TerminatorKind::Return(value) => self.stores(&self.operand(value)?, &self.function.ret),
            TerminatorKind::Raise(value) => {
                self.is_object(value)?;
                if self.function.raises { Ok(()) } else { Err("the function does not raise".to_owned()) }
            }
            TerminatorKind::Call { callee, args, destination, unwind, .. } => {
                let signature = self.program.callee_signature(self.function, callee)?;
                self.call_types(&signature, args, destination)?;
                if let Some((place, _)) = unwind {
                    match self.place(place)? {
                        Ty::Ref { .. } => {}
                        other => return Err(format!("an exception in a `{}`", self.names.ty(&other))),
                    }
                }
                match (signature.raises, unwind.is_some()) {
                    (true, false) => Err("the callee raises, but the call has no `unwind`".to_owned()),
                    (false, true) if self.phase == Phase::Counted => {
                        Err("the callee doesn't raise, but the call has an `unwind`".to_owned())
                    }
                    _ => Ok(()),
                }
            }
        }
    }

    fn call_types(&self, signature: &Signature, args: &[Operand], destination: &Place) -> Checked {
        if args.len() != signature.params.len() {
            return Err(format!("{} arguments for {} parameters", args.len(), signature.params.len()));
        }
        for (arg, param) in args.iter().zip(&signature.params) {
            let ty = self.operand(arg)?;
            self.stores(&ty, &param.ty)?;
            if param.mode == Mode::Inout && (arg.place().is_none() || !self.program.is_same(&ty, &param.ty)) {
                return Err("an `inout` parameter takes a place of its type".to_owned());
            }
        }
        self.stores(&signature.ret, &self.place(destination)?)
    }
}
