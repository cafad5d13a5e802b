//! Expressions: operands from left to right into temporaries, conditions as branches.

use std::sync::Arc;

use pyc_mir::{self as mir, BlockId, Cast, Const, Operand, Place, Rvalue};
use pyc_types::thir::{self, BinaryOp, Expr, ExprKind, UnaryOp};
use pyc_types::ty::{Instance, Ty};

use crate::exits::borrowed;
use crate::function::{FunctionBuilder, field};

impl<'a> FunctionBuilder<'a, '_, '_> {
    /// The value of an expression. A `Copy` of a variable is given as it is: see [`Self::operands`].
    pub(crate) fn expr(&mut self, expr: &'a Expr) -> Operand {
        let outer = self.loc;
        self.loc = self.location(expr.origin);
        let value = self.expr_here(expr);
        self.loc = outer;
        value
    }

    fn expr_here(&mut self, expr: &'a Expr) -> Operand {
        let ty = self.program.repr(expr.ty);
        let is_never = ty == mir::Ty::Never;
        let value = self.expr_of_kind(expr, ty);
        if is_never {
            // An element of a container that nothing is ever put into.
            self.terminate(mir::TerminatorKind::Unreachable);
        }
        value
    }

    fn expr_of_kind(&mut self, expr: &'a Expr, ty: mir::Ty) -> Operand {
        match &expr.kind {
            ExprKind::None => Operand::Const(Const::Unit),
            ExprKind::Bool(value) => Operand::Const(Const::Bool(*value)),
            ExprKind::Int(value) => self.int(*value, &ty),
            ExprKind::Line => self.int(i64::from(self.loc.line), &ty),
            ExprKind::Float(value) => self.float(*value, &ty),
            ExprKind::Str(text) => Operand::Const(Const::Static(self.program.string(text))),
            ExprKind::Data(bytes) => Operand::Const(Const::Data(self.program.data(bytes))),
            ExprKind::Read(place) => self.read(place, ty),
            ExprKind::IsBound(variable) => self.is_bound(*variable),
            ExprKind::Widen(value) | ExprKind::Narrow(value) => {
                let operand = self.expr(value);
                self.convert(operand, value.ty, expr.ty)
            }
            ExprKind::TypeTest { value, of } => self.type_test(value, *of),
            ExprKind::Same(left, right) => self.same(left, right),
            ExprKind::Unary(op, value) => self.unary(*op, value, ty),
            ExprKind::Binary(op, left, right) => self.binary(*op, left, right, ty),
            ExprKind::Checked(op, left, right) => {
                let [left, right] = self.pair(left, right);
                self.checked(binary_op(*op), left, right, ty)
            }
            ExprKind::Call { instance, args } => {
                let args = self.arguments(*instance, args);
                let value = self.call_function(*instance, args);
                let ret = self.program.declaration(*instance).ret;
                self.convert(value, ret, expr.ty)
            }
            ExprKind::Inout(_) => crate::bug(&self.program.current, "an inout place that is no argument"),
            ExprKind::Construct { init, args } => self.construct(*init, args, ty),
            ExprKind::Struct(fields) => {
                let mir::Ty::Struct(id) = ty else { crate::bug(&self.program.current, "a struct value of another type") };
                let fields = self.operands(fields);
                self.compute(ty, Rvalue::Struct(id, fields))
            }
            ExprKind::Tuple(items) => {
                let items = self.operands(items);
                self.compute(ty, Rvalue::Tuple(items))
            }
            ExprKind::StructGet(value, index) | ExprKind::TupleGet(value, index) => self.part(value, *index, ty),
            ExprKind::Intrinsic { name, type_args, args } => self.intrinsic(name.as_str(), type_args, args, expr.ty),
            ExprKind::If { condition, then, otherwise } => self.if_expression(condition, then, otherwise, ty),
            ExprKind::And(..) | ExprKind::Or(..) => self.condition_value(expr),
            ExprKind::Block(block, value) => {
                self.block(block);
                self.expr(value)
            }
        }
    }

    fn int(&self, value: i64, ty: &mir::Ty) -> Operand {
        match ty {
            mir::Ty::Int(int) if !int.signed => Operand::Const(Const::Int(i128::from(value as u64), *int)),
            mir::Ty::Int(int) => Operand::Const(Const::Int(i128::from(value), *int)),
            _ => crate::bug(&self.program.current, "an integer of another type"),
        }
    }

    fn float(&self, value: f64, ty: &mir::Ty) -> Operand {
        match ty {
            mir::Ty::Float(float) => Operand::Const(Const::Float(value.to_bits(), *float)),
            _ => crate::bug(&self.program.current, "a float of another type"),
        }
    }

    /// Several operands from left to right. One that is read from a variable is copied if a later one may write the variable.
    pub(crate) fn operands(&mut self, exprs: &'a [Expr]) -> Vec<Operand> {
        exprs.iter().enumerate().map(|(at, expr)| self.operand(expr, at + 1 < exprs.len())).collect()
    }

    fn operand(&mut self, expr: &'a Expr, has_successors: bool) -> Operand {
        let value = self.expr(expr);
        match &value {
            Operand::Copy(place) if has_successors && place.as_local().is_none_or(|local| !self.is_settled(local)) => {
                let ty = self.program.repr(expr.ty);
                self.settle(value, ty)
            }
            _ => value,
        }
    }

    /// Whether no expression writes the local.
    pub(crate) fn is_settled(&self, local: mir::LocalId) -> bool {
        let is_written = |variable: &thir::Local| self.variables[variable.index()].local == local;
        !self.written_in_expressions.iter().any(is_written)
    }

    fn pair(&mut self, left: &'a Expr, right: &'a Expr) -> [Operand; 2] {
        let left = self.operand(left, true);
        let right = self.operand(right, false);
        [borrowed(left), borrowed(right)]
    }

    /// The operands for a call of `instance`, as its parameters want them.
    pub(crate) fn arguments(&mut self, instance: Instance, args: &'a [Expr]) -> Vec<Operand> {
        let params = self.program.declaration(instance).params;
        // The receiver of a constructor is not among the arguments.
        let skipped = params.len() - args.len();
        let mut operands = Vec::new();
        for (at, (arg, (_, mode))) in args.iter().zip(&params[skipped..]).enumerate() {
            operands.push(match (&arg.kind, mode) {
                (ExprKind::Inout(place), _) => Operand::Copy(self.inout_place(place)),
                (_, mir::Mode::Owned) => self.operand(arg, at + 1 < args.len()),
                _ => borrowed(self.operand(arg, at + 1 < args.len())),
            });
        }
        operands
    }

    fn construct(&mut self, init: Option<Instance>, args: &'a [Expr], ty: mir::Ty) -> Operand {
        let args = match init {
            Some(init) => self.arguments(init, args),
            None => Vec::new(),
        };
        let object = self.temp(ty.clone());
        let start = match &ty {
            mir::Ty::Ref { class: Some(class), .. } => Rvalue::New { class: *class, extra: None },
            mir::Ty::Struct(_) => Rvalue::Use(Operand::Const(Const::Zero(ty))),
            _ => crate::bug(&self.program.current, "construction of something that is no class"),
        };
        self.init(Place::local(object), start);
        if let Some(init) = init {
            let args = std::iter::once(Operand::Copy(Place::local(object))).chain(args).collect();
            self.call_function(init, args);
        }
        self.take(object)
    }

    fn unary(&mut self, op: UnaryOp, value: &'a Expr, ty: mir::Ty) -> Operand {
        let operand = borrowed(self.expr(value));
        match (op, &operand) {
            (UnaryOp::Neg, Operand::Const(Const::Int(number, int))) if ty == mir::Ty::INT && *number != i128::from(i64::MIN) => {
                Operand::Const(Const::Int(-number, *int))
            }
            (UnaryOp::Neg, _) if ty == mir::Ty::INT => {
                let zero = Operand::Const(Const::Int(0, mir::IntTy { bits: 64, signed: true }));
                self.checked(mir::BinaryOp::Sub, zero, operand, ty)
            }
            (UnaryOp::Neg, _) => self.compute(ty, Rvalue::Unary(mir::UnaryOp::Neg, operand)),
            (UnaryOp::Not, Operand::Const(Const::Bool(value))) => Operand::Const(Const::Bool(!value)),
            (UnaryOp::Not | UnaryOp::Invert, _) => self.compute(ty, Rvalue::Unary(mir::UnaryOp::Not, operand)),
        }
    }

    fn binary(&mut self, op: BinaryOp, left: &'a Expr, right: &'a Expr, ty: mir::Ty) -> Operand {
        let operand_ty = self.program.repr(left.ty);
        let [left, right] = self.pair(left, right);
        if operand_ty == mir::Ty::Unit {
            return Operand::Const(Const::Bool(matches!(op, BinaryOp::Eq | BinaryOp::Le | BinaryOp::Ge)));
        }
        self.compute(ty, Rvalue::Binary(binary_op(op), left, right))
    }

    /// An operation on integers whose overflow is an exception. A kernel has no exceptions: there it wraps, as on the device's own integers.
    pub(crate) fn checked(&mut self, op: mir::BinaryOp, left: Operand, right: Operand, ty: mir::Ty) -> Operand {
        if self.kind == crate::Kind::Kernel {
            return self.compute(ty, Rvalue::Binary(op, left, right));
        }
        let pair = self.temp(mir::Ty::Tuple(Arc::from([ty.clone(), mir::Ty::Bool])));
        self.init(Place::local(pair), Rvalue::Checked(op, left, right));
        let overflow = self.overflow_block();
        let fits = self.new_block();
        self.branch(Operand::Copy(field(&Place::local(pair), 1)), overflow, fits);
        self.switch_to(fits);
        self.compute(ty, Rvalue::Use(Operand::Copy(field(&Place::local(pair), 0))))
    }

    /// The block that raises `OverflowError` for what is lowered now.
    fn overflow_block(&mut self) -> BlockId {
        let key = (self.loc, self.landing().block);
        if let Some(block) = self.overflows.get(&key) {
            return *block;
        }
        let block = self.new_block();
        self.overflows.insert(key, block);
        let from = self.current_block();
        self.switch_to(block);
        self.mark_reached(block);
        let raise = self.program.types.lang_instance("raise_overflow");
        self.call_function(raise, Vec::new());
        if !self.is_dead() {
            self.terminate(mir::TerminatorKind::Unreachable);
        }
        self.switch_to(from);
        block
    }

    fn if_expression(&mut self, condition: &'a Expr, then: &'a Expr, otherwise: &'a Expr, ty: mir::Ty) -> Operand {
        let result = self.temp(ty);
        let (yes, no, after) = (self.new_block(), self.new_block(), self.new_block());
        self.condition(condition, yes, no);
        for (block, branch) in [(yes, then), (no, otherwise)] {
            self.switch_to(block);
            let value = self.expr(branch);
            self.store_result(result, value);
            self.goto(after);
        }
        self.switch_to(after);
        self.take(result)
    }

    /// Gives the result of a branch its first value, unless the branch does not get here.
    pub(crate) fn store_result(&mut self, result: mir::LocalId, value: Operand) {
        let holds_nothing = matches!(self.local_ty(result), mir::Ty::Unit | mir::Ty::Never);
        if !self.is_dead() && !holds_nothing {
            self.init(Place::local(result), Rvalue::Use(value));
        }
    }

    /// Branches on a `bool` without computing it where control flow says it all.
    pub(crate) fn condition(&mut self, expr: &'a Expr, yes: BlockId, no: BlockId) {
        let outer = self.loc;
        self.loc = self.location(expr.origin);
        match &expr.kind {
            ExprKind::And(left, right) => {
                let next = self.new_block();
                self.condition(left, next, no);
                self.switch_to(next);
                self.condition(right, yes, no);
            }
            ExprKind::Or(left, right) => {
                let next = self.new_block();
                self.condition(left, yes, next);
                self.switch_to(next);
                self.condition(right, yes, no);
            }
            ExprKind::Unary(UnaryOp::Not, value) => self.condition(value, no, yes),
            ExprKind::Block(block, value) => {
                self.block(block);
                self.condition(value, yes, no);
            }
            _ => {
                let value = borrowed(self.expr_here(expr));
                self.branch(value, yes, no);
            }
        }
        self.loc = outer;
    }

    fn condition_value(&mut self, expr: &'a Expr) -> Operand {
        let result = self.temp(mir::Ty::Bool);
        let (yes, no, after) = (self.new_block(), self.new_block(), self.new_block());
        self.condition(expr, yes, no);
        for (block, value) in [(yes, true), (no, false)] {
            self.switch_to(block);
            self.store_result(result, Operand::Const(Const::Bool(value)));
            self.goto(after);
        }
        self.switch_to(after);
        self.take(result)
    }

    /// `is`: of references by address; a value that has no identity of its own is itself only if it is `None` on both sides.
    fn same(&mut self, left: &'a Expr, right: &'a Expr) -> Operand {
        let types = (left.ty, right.ty);
        let [left, right] = self.pair(left, right);
        self.same_operands(left, types.0, right, types.1)
    }

    pub(crate) fn same_operands(&mut self, left: Operand, left_ty: Ty, right: Operand, right_ty: Ty) -> Operand {
        let any = mir::Ty::Ref { class: None, nullable: true };
        let none = self.program.types.none_ty();
        match (self.program.repr(left_ty), self.program.repr(right_ty)) {
            (mir::Ty::Unit, mir::Ty::Unit) => Operand::Const(Const::Bool(true)),
            (_, mir::Ty::Unit) => self.test_operand(left, left_ty, none),
            (mir::Ty::Unit, _) => self.test_operand(right, right_ty, none),
            (mir::Ty::Ref { .. }, mir::Ty::Ref { .. }) => {
                let left = self.cast(Cast::Ref, left, any.clone());
                let right = self.cast(Cast::Ref, right, any);
                self.compute(mir::Ty::Bool, Rvalue::Binary(mir::BinaryOp::Eq, borrowed(left), borrowed(right)))
            }
            (a, b) if a == b && matches!(a, mir::Ty::Bool | mir::Ty::Int(_) | mir::Ty::Float(_) | mir::Ty::Ptr(_)) => {
                self.compute(mir::Ty::Bool, Rvalue::Binary(mir::BinaryOp::Eq, left, right))
            }
            _ => Operand::Const(Const::Bool(false)),
        }
    }
}

pub(crate) fn binary_op(op: BinaryOp) -> mir::BinaryOp {
    match op {
        BinaryOp::Add => mir::BinaryOp::Add,
        BinaryOp::Sub => mir::BinaryOp::Sub,
        BinaryOp::Mul => mir::BinaryOp::Mul,
        BinaryOp::Div => mir::BinaryOp::Div,
        BinaryOp::And => mir::BinaryOp::And,
        BinaryOp::Or => mir::BinaryOp::Or,
        BinaryOp::Xor => mir::BinaryOp::Xor,
        BinaryOp::Eq => mir::BinaryOp::Eq,
        BinaryOp::Ne => mir::BinaryOp::Ne,
        BinaryOp::Lt => mir::BinaryOp::Lt,
        BinaryOp::Le => mir::BinaryOp::Le,
        BinaryOp::Gt => mir::BinaryOp::Gt,
        BinaryOp::Ge => mir::BinaryOp::Ge,
    }
}
