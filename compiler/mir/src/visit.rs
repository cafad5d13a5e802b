//! Walks over the places and operands of statements and terminators, so that passes need not list every form.

use crate::*;

/// What happens to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    Copy,
    Move,
    /// `Rvalue::Tag`.
    Tag,
    AddressOf,
    /// By `Assign`.
    Assign,
    /// By `Init`.
    Init,
    Drop,
    /// By a call that returns.
    Result,
    /// By a call that raises.
    Exception,
}

impl Access {
    /// Gives the place a new value.
    pub const fn writes(self) -> bool {
        matches!(self, Access::Assign | Access::Init | Access::Result | Access::Exception)
    }
}

macro_rules! walks {
    ($statement:ident, $terminator:ident, $rvalue:ident, $operand:ident, $place:ident, $($mutable:tt)?) => {
        /// Every place of a statement, those of index operands included, in the order of evaluation: what is read comes before what is written.
        pub fn $statement(statement: & $($mutable)? StatementKind, visit: &mut dyn FnMut(& $($mutable)? Place, Access)) {
            match statement {
                StatementKind::Assign(place, value) => {
                    $rvalue(value, visit);
                    $place(place, Access::Assign, visit);
                }
                StatementKind::Init(place, value) | StatementKind::Lend(place, value) => {
                    $rvalue(value, visit);
                    $place(place, Access::Init, visit);
                }
                StatementKind::Drop(place) => $place(place, Access::Drop, visit),
                StatementKind::Traceback(operand) | StatementKind::Retain(operand) | StatementKind::Release(operand) => $operand(operand, visit),
            }
        }

        /// Every place of a terminator.
        pub fn $terminator(terminator: & $($mutable)? TerminatorKind, visit: &mut dyn FnMut(& $($mutable)? Place, Access)) {
            match terminator {
                TerminatorKind::Goto(_) | TerminatorKind::Unreachable => {}
                TerminatorKind::Branch { condition: operand, .. }
                | TerminatorKind::Switch { value: operand, .. }
                | TerminatorKind::Return(operand)
                | TerminatorKind::Raise(operand) => $operand(operand, visit),
                TerminatorKind::Call { callee, args, destination, unwind, .. } => {
                    if let Callee::Value(operand) = callee {
                        $operand(operand, visit);
                    }
                    for arg in args {
                        $operand(arg, visit);
                    }
                    $place(destination, Access::Result, visit);
                    if let Some((place, _)) = unwind {
                        $place(place, Access::Exception, visit);
                    }
                }
            }
        }

        /// Every place of an rvalue.
        pub fn $rvalue(rvalue: & $($mutable)? Rvalue, visit: &mut dyn FnMut(& $($mutable)? Place, Access)) {
            match rvalue {
                Rvalue::Use(operand)
                | Rvalue::Unary(_, operand)
                | Rvalue::Cast(_, operand, _)
                | Rvalue::Variant { value: operand, .. }
                | Rvalue::IsInstance(operand, _)
                | Rvalue::Trailing(operand)
                | Rvalue::Closure { environment: operand, .. } => $operand(operand, visit),
                Rvalue::Binary(_, left, right) | Rvalue::Checked(_, left, right) => {
                    $operand(left, visit);
                    $operand(right, visit);
                }
                Rvalue::Tuple(operands)
                | Rvalue::Struct(_, operands)
                | Rvalue::Intrinsic(_, operands)
                | Rvalue::Runtime { args: operands, .. } => {
                    for operand in operands {
                        $operand(operand, visit);
                    }
                }
                Rvalue::New { extra, .. } => {
                    if let Some(operand) = extra {
                        $operand(operand, visit);
                    }
                }
                Rvalue::Tag(place) => $place(place, Access::Tag, visit),
                Rvalue::AddressOf(place) => $place(place, Access::AddressOf, visit),
            }
        }

        /// Every place of an operand.
        pub fn $operand(operand: & $($mutable)? Operand, visit: &mut dyn FnMut(& $($mutable)? Place, Access)) {
            match operand {
                Operand::Copy(place) => $place(place, Access::Copy, visit),
                Operand::Move(place) => $place(place, Access::Move, visit),
                Operand::Const(_) => {}
            }
        }

        fn $place(place: & $($mutable)? Place, access: Access, visit: &mut dyn FnMut(& $($mutable)? Place, Access)) {
            for projection in & $($mutable)? place.projection {
                match projection {
                    Projection::Element { index, .. } | Projection::Index(index) => $operand(index, visit),
                    Projection::Field(_) | Projection::Variant(_) => {}
                }
            }
            visit(place, access);
        }
    };
}

walks!(statement_places, terminator_places, rvalue_places, operand_places, place_places,);
walks!(statement_places_mut, terminator_places_mut, rvalue_places_mut, operand_places_mut, place_places_mut, mut);

/// The top-level operands of an rvalue.
pub fn rvalue_operands_mut<'r>(rvalue: &'r mut Rvalue, visit: &mut dyn FnMut(&'r mut Operand)) {
    match rvalue {
        Rvalue::Use(operand)
        | Rvalue::Unary(_, operand)
        | Rvalue::Cast(_, operand, _)
        | Rvalue::Variant { value: operand, .. }
        | Rvalue::IsInstance(operand, _)
        | Rvalue::Trailing(operand)
        | Rvalue::Closure { environment: operand, .. } => visit(operand),
        Rvalue::Binary(_, left, right) | Rvalue::Checked(_, left, right) => {
            visit(left);
            visit(right);
        }
        Rvalue::Tuple(operands) | Rvalue::Struct(_, operands) | Rvalue::Intrinsic(_, operands) | Rvalue::Runtime { args: operands, .. } => {
            operands.iter_mut().for_each(visit);
        }
        Rvalue::New { extra, .. } => extra.iter_mut().for_each(visit),
        Rvalue::Tag(_) | Rvalue::AddressOf(_) => {}
    }
}

/// The top-level operands of an rvalue.
pub fn rvalue_operands(rvalue: &Rvalue) -> Vec<&Operand> {
    match rvalue {
        Rvalue::Use(operand)
        | Rvalue::Unary(_, operand)
        | Rvalue::Cast(_, operand, _)
        | Rvalue::Variant { value: operand, .. }
        | Rvalue::IsInstance(operand, _)
        | Rvalue::Trailing(operand)
        | Rvalue::Closure { environment: operand, .. } => vec![operand],
        Rvalue::Binary(_, left, right) | Rvalue::Checked(_, left, right) => vec![left, right],
        Rvalue::Tuple(operands) | Rvalue::Struct(_, operands) | Rvalue::Intrinsic(_, operands) | Rvalue::Runtime { args: operands, .. } => {
            operands.iter().collect()
        }
        Rvalue::New { extra, .. } => extra.iter().collect(),
        Rvalue::Tag(_) | Rvalue::AddressOf(_) => Vec::new(),
    }
}

/// The constants of a function, in no order.
pub fn each_constant(function: &Function, visit: &mut dyn FnMut(&Const)) {
    let mut operand = |operand: &Operand| {
        if let Operand::Const(constant) = operand {
            visit(constant);
        }
    };
    for block in &function.blocks {
        for statement in &block.statements {
            match &statement.kind {
                StatementKind::Assign(_, value) | StatementKind::Init(_, value) | StatementKind::Lend(_, value) => {
                    rvalue_operands(value).into_iter().for_each(&mut operand);
                }
                StatementKind::Traceback(value) | StatementKind::Retain(value) | StatementKind::Release(value) => operand(value),
                StatementKind::Drop(_) => {}
            }
        }
        match &block.terminator.kind {
            TerminatorKind::Goto(_) | TerminatorKind::Unreachable => {}
            TerminatorKind::Branch { condition: value, .. }
            | TerminatorKind::Switch { value, .. }
            | TerminatorKind::Return(value)
            | TerminatorKind::Raise(value) => operand(value),
            TerminatorKind::Call { callee, args, .. } => {
                if let Callee::Value(value) = callee {
                    operand(value);
                }
                args.iter().for_each(&mut operand);
            }
        }
    }
}

/// The top-level operands of a statement.
pub fn statement_operands_mut(statement: &mut StatementKind, visit: &mut dyn FnMut(&mut Operand)) {
    match statement {
        StatementKind::Assign(_, value) | StatementKind::Init(_, value) | StatementKind::Lend(_, value) => {
            rvalue_operands_mut(value, &mut |operand| visit(operand));
        }
        StatementKind::Traceback(operand) | StatementKind::Retain(operand) | StatementKind::Release(operand) => visit(operand),
        StatementKind::Drop(_) => {}
    }
}

/// The top-level operands of a terminator.
pub fn terminator_operands_mut(terminator: &mut TerminatorKind, visit: &mut dyn FnMut(&mut Operand)) {
    match terminator {
        TerminatorKind::Goto(_) | TerminatorKind::Unreachable => {}
        TerminatorKind::Branch { condition: operand, .. }
        | TerminatorKind::Switch { value: operand, .. }
        | TerminatorKind::Return(operand)
        | TerminatorKind::Raise(operand) => visit(operand),
        TerminatorKind::Call { callee, args, .. } => {
            if let Callee::Value(operand) = callee {
                visit(operand);
            }
            args.iter_mut().for_each(visit);
        }
    }
}

impl Operand {
    pub const fn local(local: LocalId) -> Self {
        Operand::Copy(Place::local(local))
    }

    pub const fn int(value: i128) -> Self {
        Operand::Const(Const::Int(value, IntTy { bits: 64, signed: true }))
    }

    pub fn place(&self) -> Option<&Place> {
        match self {
            Operand::Copy(place) | Operand::Move(place) => Some(place),
            Operand::Const(_) => None,
        }
    }

    /// The local, if the operand is a whole local.
    pub fn as_local(&self) -> Option<LocalId> {
        self.place().and_then(Place::as_local)
    }
}

impl Place {
    pub const fn base_local(&self) -> Option<LocalId> {
        match self.base {
            PlaceBase::Local(local) => Some(local),
            PlaceBase::Global(_) => None,
        }
    }
}
