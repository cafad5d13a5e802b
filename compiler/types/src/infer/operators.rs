//! Operators: machine operations on numbers, dunder methods on everything else, tests of the variants on unions.

use pyc_base::{codes, name};
use pyc_hir::{BinOp, CmpOp, Expr as Hir, ExprId, Literal, NameRef, UnaryOp as HirUnary};

use super::Infer;
use super::reflected::{Side, Way};
use super::report::{operand_help, operand_message};
use crate::class::find_method;
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{BinaryOp, Expr, ExprKind, Origin, UnaryOp};
use crate::ty::{Ty, TyKind};

/// The special methods of an operator: on the left operand, on the right one, and in place.
pub(super) fn dunders(op: BinOp) -> (&'static str, &'static str, &'static str, &'static str) {
    match op {
        BinOp::Add => ("+", "__add__", "__radd__", "__iadd__"),
        BinOp::Sub => ("-", "__sub__", "__rsub__", "__isub__"),
        BinOp::Mult => ("*", "__mul__", "__rmul__", "__imul__"),
        BinOp::MatMult => ("@", "__matmul__", "__rmatmul__", "__imatmul__"),
        BinOp::Div => ("/", "__truediv__", "__rtruediv__", "__itruediv__"),
        BinOp::Mod => ("%", "__mod__", "__rmod__", "__imod__"),
        BinOp::Pow => ("**", "__pow__", "__rpow__", "__ipow__"),
        BinOp::LShift => ("<<", "__lshift__", "__rlshift__", "__ilshift__"),
        BinOp::RShift => (">>", "__rshift__", "__rrshift__", "__irshift__"),
        BinOp::BitOr => ("|", "__or__", "__ror__", "__ior__"),
        BinOp::BitXor => ("^", "__xor__", "__rxor__", "__ixor__"),
        BinOp::BitAnd => ("&", "__and__", "__rand__", "__iand__"),
        BinOp::FloorDiv => ("//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
    }
}

fn comparison(op: CmpOp) -> (&'static str, &'static str, &'static str, BinaryOp) {
    match op {
        CmpOp::Lt => ("<", "__lt__", "__gt__", BinaryOp::Lt),
        CmpOp::LtE => ("<=", "__le__", "__ge__", BinaryOp::Le),
        CmpOp::Gt => (">", "__gt__", "__lt__", BinaryOp::Gt),
        CmpOp::GtE => (">=", "__ge__", "__le__", BinaryOp::Ge),
        CmpOp::NotEq => ("!=", "__ne__", "__ne__", BinaryOp::Ne),
        _ => ("==", "__eq__", "__eq__", BinaryOp::Eq),
    }
}

impl Infer<'_> {
    pub(super) fn binary(&mut self, op: BinOp, left: ExprId, right: ExprId, expected: Option<Ty>, origin: Origin) -> Expr {
        // Where an `int` is wanted, powers below are one: see `int_power`.
        let wants_int = expected.is_some_and(|ty| matches!(ty.kind(self.db), TyKind::Int)) && !matches!(op, BinOp::Div | BinOp::Pow);
        let hint = if wants_int || matches!(op, BinOp::Add | BinOp::Mult | BinOp::BitOr) { expected } else { None };
        let left = self.expr(left, hint);
        let right_hint = hint.filter(|hint| *hint == left.ty);
        let right = self.expr(right, right_hint);
        let is_int = |value: &Expr| matches!(value.ty.kind(self.db), TyKind::Int | TyKind::Bool);
        if op == BinOp::Pow
            && expected.is_some_and(|ty| matches!(ty.kind(self.db), TyKind::Int))
            && is_int(&left)
            && is_int(&right)
            && let Some((left, right)) = self.promote(left.clone(), right.clone())
            && let Some(result) = self.int_power(left, right, true, origin)
        {
            return result;
        }
        self.binary_values(op, left, right, false, origin)
    }

    /// `in_place` is for `a op= b`, which asks for the in-place method first.
    pub(super) fn binary_values(&mut self, op: BinOp, left: Expr, right: Expr, in_place: bool, origin: Origin) -> Expr {
        let db = self.db;
        if let Some(diverged) = self.diverges([&left, &right]) {
            return self.sequence(vec![left, right], diverged, origin);
        }
        if let Some(result) = self.try_binary(op, &left, &right, in_place, origin) {
            return result;
        }
        let (sign, ..) = dunders(op);
        let message = |this: &Self, left: Ty, right: Ty| operand_message(op, in_place, &this.runtime_name(left), &this.runtime_name(right));
        if left.ty.is_union(db) || right.ty.is_union(db) {
            let each = |this: &mut Self, left: Expr, right: Expr| {
                let tried = this.try_binary(op, &left, &right, in_place, origin);
                tried.ok_or_else(|| message(this, left.ty, right.ty))
            };
            if let Some(result) = self.dispatch_two(left.clone(), right.clone(), origin, each) {
                return result;
            }
        }
        let (l, r) = (self.vars.resolve(db, left.ty), self.vars.resolve(db, right.ty));
        let (message, help) = (message(self, l, r), operand_help(db, op, l, r));
        self.unsupported_operands(sign, [left, right], message, help, origin)
    }

    /// The operation on operands that are no unions; `None` if there is none.
    fn try_binary(&mut self, op: BinOp, left: &Expr, right: &Expr, in_place: bool, origin: Origin) -> Option<Expr> {
        let db = self.db;
        if left.ty.is_unknown(db) || right.ty.is_unknown(db) {
            return Some(self.unknown(origin));
        }
        if let Some(result) = self.primitive_binary(op, left, right, origin) {
            return Some(result);
        }
        let (_, method, reflected, inplace) = dunders(op);
        if let Some((left, right)) = self.operand_views(op, left, right, method) {
            return self.try_binary(op, &left, &right, in_place, origin);
        }
        if self.is_number(left.ty) && self.is_number(right.ty) {
            let (left, right) = self.promote(left.clone(), right.clone())?;
            if op == BinOp::Pow && matches!(left.ty.kind(db), TyKind::Int) {
                return self.int_power(left, right, false, origin);
            }
            return self.try_method(left, method, vec![right], origin);
        }
        if let (TyKind::Tuple(a), TyKind::Tuple(b)) = (left.ty.kind(db), right.ty.kind(db))
            && op == BinOp::Add
        {
            return Some(self.concat_tuples(left.clone(), a.len(), right.clone(), b.len(), origin));
        }
        if op == BinOp::Mult
            && let Some(repeated) = self.repeat_tuple(left, right, origin)
        {
            return Some(repeated);
        }
        if left.ty.is_union(db) || right.ty.is_union(db) {
            return None;
        }
        let ways = [(in_place, Side::Left, inplace), (true, Side::Left, method), (left.ty != right.ty, Side::Right, reflected)];
        let mut ways: Vec<Way> = ways.into_iter().filter(|(tried, ..)| *tried).map(|(_, side, method)| (side, method)).collect();
        if self.right_goes_first(left.ty, right.ty, reflected) {
            ways.rotate_right(1);
        }
        let message = operand_message(op, in_place, &self.runtime_name(left.ty), &self.runtime_name(right.ty));
        self.first_way(left, right, &ways, origin, &mut |this, _, _| {
            let message = this.str(&message, origin);
            Some(this.raise_call("raise_type_error", vec![message], origin))
        })
    }

    /// Named tuples are tuples for those operators that they do not define.
    fn operand_views(&mut self, op: BinOp, left: &Expr, right: &Expr, method: &str) -> Option<(Expr, Expr)> {
        let db = self.db;
        let is_plain = |ty: Ty| crate::class::is_named_tuple(db, ty) && find_method(db, ty, method).is_none();
        match op {
            BinOp::Add if is_plain(left.ty) || is_plain(right.ty) => self.tuple_views(left, right),
            BinOp::Mult if is_plain(left.ty) => Some((self.tuple_view(left.clone()), right.clone())),
            BinOp::Mod if is_plain(right.ty) && left.ty == crate::class::builtin_ty(db, "str") => {
                Some((left.clone(), self.tuple_view(right.clone())))
            }
            _ => None,
        }
    }

    /// `int ** int` is an `int` where the exponent is never negative, or where an `int` is wanted; a negative exponent then raises.
    /// Elsewhere it is what turns out.
    fn int_power(&mut self, base: Expr, exponent: Expr, wants_int: bool, origin: Origin) -> Option<Expr> {
        let (method, base, exponent) = match &exponent.kind {
            ExprKind::Int(2) => {
                let (store, kept) = self.temp(base);
                let [left, right] = [0, 1].map(|_| Box::new(self.local_expr(kept, origin)));
                let square = self.expr_of(left.ty, ExprKind::Checked(BinaryOp::Mul, left, right), origin);
                return Some(self.block_expr(vec![store], square));
            }
            ExprKind::Int(0..) => ("_power", base, exponent),
            ExprKind::Int(..0) => ("__pow__", self.to_float(base), self.to_float(exponent)),
            ExprKind::Unary(UnaryOp::Neg, value) if matches!(value.kind, ExprKind::Int(1..)) => {
                ("__pow__", self.to_float(base), self.to_float(exponent))
            }
            _ if wants_int || self.is_never_negative(&exponent) => ("_power", base, exponent),
            _ => ("__pow__", base, exponent),
        };
        self.try_method(base, method, vec![exponent], origin)
    }

    /// Whether an expression can be seen not to be negative: lengths, counters of loops, and sums and products of such.
    fn is_never_negative(&self, value: &Expr) -> bool {
        let Origin::Expr(id) = value.origin else { return false };
        self.is_natural(id)
    }

    fn is_natural(&self, id: ExprId) -> bool {
        match &self.hir.exprs[id.index()] {
            Hir::Literal(Literal::Int(_)) => true,
            Hir::Call { callee, .. } => self.is_builtin(*callee, "len") || self.is_builtin(*callee, "abs"),
            Hir::Name(NameRef::Local(local)) => self.loops.iter().any(|frame| frame.counter == Some(*local)),
            Hir::Binary { left, op: BinOp::Add | BinOp::Mult | BinOp::FloorDiv | BinOp::Mod, right } => {
                self.is_natural(*left) && self.is_natural(*right)
            }
            _ => false,
        }
    }

    fn concat_tuples(&mut self, left: Expr, left_len: usize, right: Expr, right_len: usize, origin: Origin) -> Expr {
        let (store_left, l) = self.temp(left);
        let (store_right, r) = self.temp(right);
        let mut items: Vec<Expr> = (0..left_len).map(|at| self.tuple_get(self.local_expr(l, origin), at)).collect();
        items.extend((0..right_len).map(|at| self.tuple_get(self.local_expr(r, origin), at)));
        let tuple = self.tuple(items, origin);
        self.block_expr(vec![store_left, store_right], tuple)
    }

    /// A tuple some number of times; how many elements that makes must be known.
    fn repeat_tuple(&mut self, left: &Expr, right: &Expr, origin: Origin) -> Option<Expr> {
        let (tuple, times) = if matches!(left.ty.kind(self.db), TyKind::Tuple(_)) { (left, right) } else { (right, left) };
        let TyKind::Tuple(items) = tuple.ty.kind(self.db) else { return None };
        if !matches!(times.ty.kind(self.db), TyKind::Int) {
            return None;
        }
        let ExprKind::Int(times) = times.kind else {
            if items.is_empty() {
                return Some(self.sequence_value(vec![times.clone()], tuple.clone()));
            }
            let tuple = self.of_any_length(tuple.clone(), origin);
            return Some(self.method_call(tuple, name("__mul__"), vec![times.clone()], origin));
        };
        let (store, kept) = self.temp(tuple.clone());
        let positions = (0..times.max(0)).flat_map(|_| 0..items.len());
        let items = positions.map(|at| self.tuple_get(self.local_expr(kept, origin), at)).collect();
        let repeated = self.tuple(items, origin);
        Some(self.block_expr(vec![store], repeated))
    }

    /// What the machine does itself.
    fn primitive_binary(&mut self, op: BinOp, left: &Expr, right: &Expr, origin: Origin) -> Option<Expr> {
        let db = self.db;
        let machine = match op {
            BinOp::Add => BinaryOp::Add,
            BinOp::Sub => BinaryOp::Sub,
            BinOp::Mult => BinaryOp::Mul,
            BinOp::BitAnd => BinaryOp::And,
            BinOp::BitOr => BinaryOp::Or,
            BinOp::BitXor => BinaryOp::Xor,
            // Of small floats as IEEE has it, and NumPy: nothing is raised.
            BinOp::Div if left.ty == right.ty && matches!(left.ty.kind(db), TyKind::SmallFloat(_)) => BinaryOp::Div,
            _ => return None,
        };
        let is_bitwise = matches!(machine, BinaryOp::And | BinaryOp::Or | BinaryOp::Xor);
        let both = |a: &TyKind| left.ty == right.ty && left.ty.kind(db) == a;
        if both(&TyKind::Bool) && is_bitwise {
            return Some(self.machine(machine, left.clone(), right.clone(), left.ty, origin));
        }
        if let (TyKind::Fixed { .. }, true) = (left.ty.kind(db), left.ty == right.ty) {
            return Some(self.machine(machine, left.clone(), right.clone(), left.ty, origin));
        }
        if let (TyKind::SmallFloat(_), true, false) = (left.ty.kind(db), left.ty == right.ty, is_bitwise) {
            return Some(self.machine(machine, left.clone(), right.clone(), left.ty, origin));
        }
        if !self.is_number(left.ty) || !self.is_number(right.ty) {
            return None;
        }
        let (left, right) = self.promote(left.clone(), right.clone())?;
        match left.ty.kind(db) {
            TyKind::Float if is_bitwise => None,
            TyKind::Int if !is_bitwise => {
                let ty = left.ty;
                Some(self.expr_of(ty, ExprKind::Checked(machine, Box::new(left), Box::new(right)), origin))
            }
            _ => {
                let ty = left.ty;
                Some(self.machine(machine, left, right, ty, origin))
            }
        }
    }

    fn machine(&self, op: BinaryOp, left: Expr, right: Expr, ty: Ty, origin: Origin) -> Expr {
        self.expr_of(ty, ExprKind::Binary(op, Box::new(left), Box::new(right)), origin)
    }

    /// `int`, `float` or `bool`.
    pub(super) fn is_number(&self, ty: Ty) -> bool {
        matches!(ty.kind(self.db), TyKind::Int | TyKind::Float | TyKind::Bool)
    }

    /// Both operands as `int`, or both as `float` if one is.
    fn promote(&mut self, left: Expr, right: Expr) -> Option<(Expr, Expr)> {
        let db = self.db;
        let is_float = |expr: &Expr| matches!(expr.ty.kind(db), TyKind::Float);
        if is_float(&left) || is_float(&right) {
            Some((self.to_float(left), self.to_float(right)))
        } else {
            Some((self.to_int(left), self.to_int(right)))
        }
    }

    pub(super) fn to_float(&mut self, value: Expr) -> Expr {
        let db = self.db;
        match (value.ty.kind(db), &value.kind) {
            (TyKind::Float, _) => value,
            (TyKind::Int, ExprKind::Int(literal)) => self.expr_of(Ty::float(db), ExprKind::Float(*literal as f64), value.origin),
            _ => {
                let value = self.to_int(value);
                let origin = value.origin;
                self.expr_of(
                    Ty::float(db),
                    ExprKind::Intrinsic { name: name("int_to_float"), type_args: vec![Ty::float(db)], args: vec![value] },
                    origin,
                )
            }
        }
    }

    pub(super) fn to_int(&mut self, value: Expr) -> Expr {
        let db = self.db;
        if !matches!(value.ty.kind(db), TyKind::Bool) {
            return value;
        }
        let origin = value.origin;
        let kind = ExprKind::Intrinsic { name: name("int_cast"), type_args: vec![Ty::int(db), Ty::bool(db)], args: vec![value] };
        self.expr_of(Ty::int(db), kind, origin)
    }

    pub(super) fn unary(&mut self, op: HirUnary, operand: ExprId, origin: Origin) -> Expr {
        if op == HirUnary::Not {
            let value = self.condition_value(operand);
            return self.not(value);
        }
        let value = self.expr(operand, None);
        self.unary_value(op, value, origin)
    }

    fn unary_value(&mut self, op: HirUnary, value: Expr, origin: Origin) -> Expr {
        let db = self.db;
        if value.ty.is_never(db) || value.ty.is_unknown(db) {
            return value;
        }
        if value.ty.is_union(db) {
            let each = |this: &mut Self, value: Expr| Ok::<_, String>(this.unary_value(op, value, origin));
            return self.dispatch(value, origin, each).unwrap_or_else(|| self.unknown(origin));
        }
        let machine = if op == HirUnary::USub { UnaryOp::Neg } else { UnaryOp::Invert };
        match (op, value.ty.kind(db)) {
            (HirUnary::UAdd, TyKind::Int | TyKind::Float) => return value,
            (HirUnary::UAdd, TyKind::Bool) => return self.to_int(value),
            (HirUnary::USub, TyKind::Bool) | (HirUnary::Invert, TyKind::Bool) => {
                let value = self.to_int(value);
                return self.expr_of(value.ty, ExprKind::Unary(machine, Box::new(value)), origin);
            }
            (HirUnary::USub, TyKind::Int | TyKind::Float | TyKind::Fixed { .. } | TyKind::SmallFloat(_))
            | (HirUnary::Invert, TyKind::Int | TyKind::Fixed { .. }) => {
                return self.expr_of(value.ty, ExprKind::Unary(machine, Box::new(value)), origin);
            }
            _ => {}
        }
        let (sign, method) = match op {
            HirUnary::USub => ("-", "__neg__"),
            HirUnary::UAdd => ("+", "__pos__"),
            _ => ("~", "__invert__"),
        };
        self.try_method(value.clone(), method, Vec::new(), origin).unwrap_or_else(|| self.unsupported_operand(sign, method, value, origin))
    }

    /// `a < b <= c`: every operand once, and no further than the first comparison that fails.
    pub(super) fn compare(&mut self, first: ExprId, rest: &[(CmpOp, ExprId)], origin: Origin) -> Expr {
        if let [(op, right)] = rest
            && let Some(result) = self.compare_types(*op, first, *right, origin)
        {
            return result;
        }
        let left = self.expr(first, None);
        self.compare_chain(left, rest, origin)
    }

    /// `type(x) is C`, `type(x) == C` and their opposites: whether the value is of just this class.
    fn compare_types(&mut self, op: CmpOp, left: ExprId, right: ExprId, origin: Origin) -> Option<Expr> {
        let is_negated = match op {
            CmpOp::Is | CmpOp::Eq => false,
            CmpOp::IsNot | CmpOp::NotEq => true,
            _ => return None,
        };
        let (value, class) = match (self.class_asked_of(left), self.class_asked_of(right)) {
            (Some(value), None) => (value, right),
            (None, Some(value)) => (value, left),
            _ => return None,
        };
        let value = self.expr(value, None);
        let class = self.class_named(class)?;
        let (store, kept) = self.temp(value);
        let mut test = self.type_test(self.local_expr(kept, origin), class);
        let derived = class.as_class(self.db).map(|(class, _)| crate::class::subclasses(self.db, class)).unwrap_or_default();
        for derived in derived.iter() {
            let derived = self.type_test(self.local_expr(kept, origin), Ty::class(self.db, *derived, []));
            let is_other = self.not(derived);
            test = self.expr_of(Ty::bool(self.db), ExprKind::And(Box::new(test), Box::new(is_other)), origin);
        }
        let test = if is_negated { self.not(test) } else { test };
        Some(self.block_expr(vec![store], test))
    }

    /// The type of which an expression names the class, if it has no parameters.
    fn class_named(&mut self, id: ExprId) -> Option<Ty> {
        let TyKind::ClassObject(class) = *self.expr(id, None).ty.kind(self.db) else { return None };
        let primitive = [Ty::int(self.db), Ty::float(self.db), Ty::bool(self.db), Ty::none(self.db)];
        let ty = Ty::class(self.db, class, []);
        let is_same = |primitive: &Ty| crate::class::class_of(self.db, *primitive) == Some(ty);
        crate::class::class_info(self.db, class).params.is_empty().then(|| primitive.into_iter().find(is_same).unwrap_or(ty))
    }

    fn compare_chain(&mut self, left: Expr, rest: &[(CmpOp, ExprId)], origin: Origin) -> Expr {
        let (op, right) = rest[0];
        let hint = matches!(op, CmpOp::Eq | CmpOp::NotEq).then_some(left.ty);
        let right = self.expr(right, hint);
        if rest.len() == 1 {
            return self.compare_values(op, left, right, origin);
        }
        // The middle operand is used twice.
        let left_origin = left.origin;
        let (store_left, l) = self.temp(left);
        let (store, middle) = self.temp(right);
        let (mut block, test) =
            self.in_block(|this| this.compare_values(op, this.local_expr(l, left_origin), this.local_expr(middle, origin), origin));
        block.splice(0..0, [store_left, store]);
        let (later, further) = self.in_block(|this| this.compare_chain(this.local_expr(middle, origin), &rest[1..], origin));
        let further = self.block_expr(later, further);
        let both = self.expr_of(Ty::bool(self.db), ExprKind::And(Box::new(test), Box::new(further)), origin);
        self.block_expr(block, both)
    }

    pub(super) fn compare_values(&mut self, op: CmpOp, left: Expr, right: Expr, origin: Origin) -> Expr {
        let db = self.db;
        if let Some(diverged) = self.diverges([&left, &right]) {
            return self.sequence(vec![left, right], diverged, origin);
        }
        match op {
            CmpOp::Is => self.identical(left, right, origin),
            CmpOp::IsNot => {
                let same = self.identical(left, right, origin);
                self.not(same)
            }
            CmpOp::In => self.contains(left, right, origin),
            CmpOp::NotIn => {
                let found = self.contains(left, right, origin);
                self.not(found)
            }
            _ => {
                if let Some(result) = self.try_compare(op, &left, &right, origin) {
                    return result;
                }
                let each = |this: &mut Self, left: Expr, right: Expr| {
                    let tried = this.try_compare(op, &left, &right, origin);
                    tried.ok_or_else(|| this.compare_message(op, left.ty, right.ty))
                };
                if (left.ty.is_union(db) || right.ty.is_union(db))
                    && let Some(result) = self.dispatch_two(left.clone(), right.clone(), origin, each)
                {
                    return result;
                }
                let (l, r) = (self.vars.resolve(db, left.ty), self.vars.resolve(db, right.ty));
                let (message, help) = (self.compare_message(op, l, r), "compare values of one type, or define the comparison in the class");
                self.unsupported_operands(comparison(op).0, [left, right], message, help, origin)
            }
        }
    }

    fn compare_message(&self, op: CmpOp, left: Ty, right: Ty) -> String {
        format!(
            "'{}' not supported between instances of '{}' and '{}'",
            comparison(op).0,
            self.runtime_name(left),
            self.runtime_name(right)
        )
    }

    fn try_compare(&mut self, op: CmpOp, left: &Expr, right: &Expr, origin: Origin) -> Option<Expr> {
        let db = self.db;
        let bool = Ty::bool(db);
        if left.ty.is_unknown(db) || right.ty.is_unknown(db) {
            return Some(self.expr_of(bool, ExprKind::Bool(false), origin));
        }
        if left.ty.is_union(db) || right.ty.is_union(db) {
            return None;
        }
        if let (TyKind::ClassObject(a), TyKind::ClassObject(b)) = (left.ty.kind(db), right.ty.kind(db))
            && matches!(op, CmpOp::Eq | CmpOp::NotEq)
        {
            let known = self.bool((a == b) == (op == CmpOp::Eq), origin);
            return Some(self.sequence_value(vec![left.clone(), right.clone()], known));
        }
        if let (TyKind::Word(word), ExprKind::Str(text), CmpOp::Eq) = (left.ty.kind(db), &right.kind, op) {
            let known = self.bool(word.as_str() == &**text, origin);
            return Some(self.sequence_value(vec![left.clone()], known));
        }
        if let Some(is) = self.is_exception_type(left.clone(), right, false, origin) {
            return Some(if op == CmpOp::NotEq { self.not(is) } else { is });
        }
        let (_, method, reflected, machine) = comparison(op);
        if find_method(db, left.ty, method).is_none_or(|(owner, _)| self.is_object(owner))
            && let Some((left, right)) = self.tuple_views(left, right)
        {
            return self.try_compare(op, &left, &right, origin);
        }
        if let (ExprKind::Int(left), ExprKind::Int(right)) = (&left.kind, &right.kind) {
            return known_comparison(machine, *left, *right).map(|known| self.bool(known, origin));
        }
        let is_equality = matches!(op, CmpOp::Eq | CmpOp::NotEq);
        if self.is_number(left.ty) && self.is_number(right.ty) {
            if left.ty != right.ty && (matches!(left.ty.kind(db), TyKind::Float) || matches!(right.ty.kind(db), TyKind::Float)) {
                return self.compare_mixed(op, left, right, origin);
            }
            let (left, right) =
                if left.ty == right.ty && is_equality { (left.clone(), right.clone()) } else { self.promote(left.clone(), right.clone())? };
            return Some(self.machine(machine, left, right, bool, origin));
        }
        if left.ty == right.ty && matches!(left.ty.kind(db), TyKind::Fixed { .. } | TyKind::SmallFloat(_) | TyKind::Ptr(_)) {
            return Some(self.machine(machine, left.clone(), right.clone(), bool, origin));
        }
        if is_equality
            && (left.ty.is_none(db) || right.ty.is_none(db))
            && [left, right].iter().all(|side| side.ty.is_none(db) || !self.has_own_equality(side.ty))
        {
            let equal = left.ty.is_none(db) && right.ty.is_none(db);
            let known = self.bool(equal == (op == CmpOp::Eq), origin);
            return Some(self.sequence_value(vec![left.clone(), right.clone()], known));
        }
        if op == CmpOp::NotEq && find_method(db, left.ty, "__ne__").is_none_or(|(owner, _)| self.is_object(owner)) {
            let equal = self.try_compare(CmpOp::Eq, left, right, origin)?;
            return Some(self.not(equal));
        }
        // Tuples are compared with tuples alone, and with what says itself how.
        let is_tuple = |ty: Ty| ty.is_tuple(db) || crate::class::is_named_tuple(db, ty);
        let is_own = |ty: Ty| ty.as_class(db).is_some_and(|(class, _)| !class.def(db).file.is_stdlib(db));
        if is_tuple(left.ty) != is_tuple(right.ty) && !is_own(left.ty) && !is_own(right.ty) {
            let known = self.bool(op == CmpOp::NotEq, origin);
            return is_equality.then(|| self.sequence_value(vec![left.clone(), right.clone()], known));
        }
        let mut ways = Vec::new();
        if !is_equality || self.has_own_equality(left.ty) {
            ways.push((Side::Left, method));
        }
        if !is_equality || (left.ty != right.ty && self.has_own_equality(right.ty)) {
            ways.push((Side::Right, reflected));
        }
        if self.right_goes_first(left.ty, right.ty, reflected) {
            ways.reverse();
        }
        let identical = |this: &mut Self, left: &Expr, right: &Expr| {
            if this.method_behind(left.ty).is_some() && this.method_behind(right.ty).is_some() {
                return this.unsupported("A comparison of methods", "compare their objects", origin);
            }
            if this.is_reference(left.ty) && this.is_reference(right.ty) {
                return this.expr_of(bool, ExprKind::Same(Box::new(left.clone()), Box::new(right.clone())), origin);
            }
            match left.ty.kind(db) {
                TyKind::Closure { .. } if left.ty == right.ty => {
                    return this.unsupported("A comparison of functions that take variables along", "compare something else", origin);
                }
                TyKind::Function(_) => return this.known_identity(left.clone(), right.clone(), origin),
                _ => {}
            }
            let known = this.bool(false, origin);
            this.sequence_value(vec![left.clone(), right.clone()], known)
        };
        let message = self.compare_message(op, left.ty, right.ty);
        let found = self.first_way(left, right, &ways, origin, &mut |this, left, right| {
            if is_equality {
                return Some(identical(this, left, right));
            }
            let message = this.str(&message, origin);
            Some(this.raise_call("raise_type_error", vec![message], origin))
        });
        if found.is_some() || !is_equality {
            return found;
        }
        let identical = identical(self, left, right);
        Some(if op == CmpOp::Eq { identical } else { self.not(identical) })
    }

    /// `int` with `float`, exactly as Python compares them (an `int` above 2**53 is not rounded first): the library does it.
    fn compare_mixed(&mut self, op: CmpOp, left: &Expr, right: &Expr, origin: Origin) -> Option<Expr> {
        let db = self.db;
        let (.., machine) = comparison(op);
        let small = |expr: &Expr| {
            matches!(expr.kind, ExprKind::Int(literal) if literal.unsigned_abs() < 1 << 53)
                || matches!(expr.ty.kind(db), TyKind::Bool | TyKind::Float)
        };
        if small(left) && small(right) {
            let (left, right) = self.promote(left.clone(), right.clone())?;
            return Some(self.machine(machine, left, right, Ty::bool(db), origin));
        }
        // Seen from the integer, which is asked second where it stands on the right.
        let is_left = matches!(right.ty.kind(db), TyKind::Float);
        let exact = match (machine, is_left) {
            (BinaryOp::Lt, true) | (BinaryOp::Gt, false) => "int_below_float",
            (BinaryOp::Le, true) | (BinaryOp::Ge, false) => "int_at_most_float",
            (BinaryOp::Gt, true) | (BinaryOp::Lt, false) => "int_above_float",
            (BinaryOp::Ge, true) | (BinaryOp::Le, false) => "int_at_least_float",
            _ => "int_equals_float",
        };
        let compared = if is_left {
            self.builtin_call(exact, vec![left.clone(), right.clone()], origin)
        } else {
            let (store, kept) = self.temp(left.clone());
            let args = vec![right.clone(), self.local_expr(kept, origin)];
            let compared = self.builtin_call(exact, args, origin);
            self.block_expr(vec![store], compared)
        };
        Some(if op == CmpOp::NotEq { self.not(compared) } else { compared })
    }

    pub(super) fn is_object(&self, owner: Ty) -> bool {
        owner.as_class(self.db).is_some_and(|(class, _)| Some(class) == crate::class::builtin_class(self.db, "object"))
    }

    /// Whether the class says itself when its values are equal, rather than inheriting identity from `object`.
    fn has_own_equality(&self, ty: Ty) -> bool {
        find_method(self.db, ty, "__eq__").is_some_and(|(owner, _)| !self.is_object(owner))
    }

    /// Whether values are references to heap objects.
    pub(super) fn is_reference(&self, ty: Ty) -> bool {
        ty.as_class(self.db).is_some_and(|(class, _)| !crate::class::class_info(self.db, class).is_struct)
    }

    fn identical(&mut self, left: Expr, right: Expr, origin: Origin) -> Expr {
        let db = self.db;
        let bool = Ty::bool(db);
        if let Some(known) = self.is_exception_type(left.clone(), &right, false, origin) {
            return known;
        }
        let not_implemented = self.not_implemented();
        if right.ty == not_implemented {
            return self.type_test(left, not_implemented);
        }
        if right.ty.is_none(db) || left.ty.is_none(db) {
            let (value, _) = if right.ty.is_none(db) { (left, right) } else { (right, left) };
            return self.type_test(value, Ty::none(db));
        }
        if left.ty.variants(db).into_iter().chain(right.ty.variants(db)).all(|ty| self.is_reference(ty) || ty.is_none(db)) {
            return self.expr_of(bool, ExprKind::Same(Box::new(left), Box::new(right)), origin);
        }
        if left.ty == right.ty && matches!(left.ty.kind(db), TyKind::Bool) {
            return self.machine(BinaryOp::Eq, left, right, bool, origin);
        }
        let is_class = |ty: Ty| matches!(ty.kind(db), TyKind::ClassObject(_));
        if left.ty.variants(db).into_iter().chain(right.ty.variants(db)).all(is_class) {
            return self.same_class(left, right, origin);
        }
        if matches!(right.kind, ExprKind::Bool(_)) && left.ty.is_union(db) && left.ty.variants(db).contains(&bool) {
            let test = self.type_test(left.clone(), bool);
            let narrowed = self.narrow(left, bool);
            let equal = self.machine(BinaryOp::Eq, narrowed, right, bool, origin);
            return self.expr_of(bool, ExprKind::And(Box::new(test), Box::new(equal)), origin);
        }
        let pairs = || left.ty.variants(db).into_iter().flat_map(|l| right.ty.variants(db).into_iter().map(move |r| (l, r)));
        let literal = [&left, &right].into_iter().any(|side| matches!(side.kind, ExprKind::Int(-5..=256)));
        if pairs().all(|(l, r)| self.tells_identity(l, r, literal)) {
            let each = |this: &mut Self, left: Expr, right: Expr| Ok::<_, String>(this.known_identity(left, right, origin));
            return self.dispatch_two(left, right, origin, each).unwrap_or_else(|| self.unknown(origin));
        }
        self.unsupported("`is` on numbers", "compare values with `==`", origin)
    }

    /// Whether the types of two values tell if they are one object: not for two numbers or tuples. Python has each small integer once.
    fn tells_identity(&self, left: Ty, right: Ty, is_small_literal: bool) -> bool {
        let db = self.db;
        let is_single = matches!(left.kind(db), TyKind::None | TyKind::Bool | TyKind::ClassObject(_) | TyKind::Function(_));
        let is_small = is_small_literal && matches!(left.kind(db), TyKind::Int);
        match left == right {
            true => is_single || is_small || self.is_reference(left),
            false => !matches!(
                (left.kind(db), right.kind(db)),
                (TyKind::Tuple(_), TyKind::Tuple(_)) | (TyKind::Closure { .. }, TyKind::Closure { .. })
            ),
        }
    }

    fn known_identity(&mut self, left: Expr, right: Expr, origin: Origin) -> Expr {
        let db = self.db;
        let bool = Ty::bool(db);
        if self.is_reference(left.ty) && self.is_reference(right.ty) {
            return self.expr_of(bool, ExprKind::Same(Box::new(left), Box::new(right)), origin);
        }
        if left.ty == right.ty && matches!(left.ty.kind(db), TyKind::Bool | TyKind::Int) {
            return self.machine(BinaryOp::Eq, left, right, bool, origin);
        }
        let known = self.bool(left.ty == right.ty, origin);
        self.sequence_value(vec![left, right], known)
    }

    /// Whether two values that are classes are the same one.
    fn same_class(&mut self, left: Expr, right: Expr, origin: Origin) -> Expr {
        if !left.ty.is_union(self.db) && !right.ty.is_union(self.db) {
            let known = self.bool(left.ty == right.ty, origin);
            return self.sequence_value(vec![left, right], known);
        }
        let each = |this: &mut Self, left: Expr, right: Expr| Ok::<_, String>(this.bool(left.ty == right.ty, origin));
        self.dispatch_two(left, right, origin, each).unwrap_or_else(|| self.unknown(origin))
    }

    fn contains(&mut self, item: Expr, container: Expr, origin: Origin) -> Expr {
        let db = self.db;
        if container.ty.is_unknown(db) || item.ty.is_unknown(db) {
            return self.bool(false, origin);
        }
        let (store, kept) = self.temp(item);
        self.push(store);
        let item = self.local_expr(kept, origin);
        if container.ty.is_union(db) {
            let each = |this: &mut Self, container: Expr| {
                let has = |method| find_method(this.db, container.ty, method).is_some();
                if container.ty.is_tuple(this.db) || has("__contains__") || has("__iter__") {
                    Ok(this.contains_in(item.clone(), container, origin))
                } else {
                    Err(format!("argument of type '{}' is not iterable", this.runtime_name(container.ty)))
                }
            };
            return self.dispatch(container, origin, each).unwrap_or_else(|| self.unknown(origin));
        }
        self.contains_in(item, container, origin)
    }

    fn contains_in(&mut self, item: Expr, container: Expr, origin: Origin) -> Expr {
        let db = self.db;
        let container = self.tuple_view(container);
        if let TyKind::Tuple(items) = container.ty.kind(db) {
            let count = items.len();
            let (store, tuple) = self.temp(container);
            let mut found = self.bool(false, origin);
            for at in (0..count).rev() {
                let element = self.tuple_get(self.local_expr(tuple, origin), at);
                let equal = self.compare_values(CmpOp::Eq, element, item.clone(), origin);
                found = self.expr_of(Ty::bool(db), ExprKind::Or(Box::new(equal), Box::new(found)), origin);
            }
            return self.block_expr(vec![store], found);
        }
        if let Some(found) = self.try_method(container.clone(), "__contains__", vec![item.clone()], origin) {
            return found;
        }
        if find_method(db, container.ty, "__iter__").is_some() {
            return self.contains_by_iteration(item, container, origin);
        }
        let [shown, item_shown] = [&container, &item].map(|value| self.vars.resolve(db, value.ty).show(db));
        let message = format!("argument of type '{}' is not iterable", self.runtime_name(container.ty));
        let diagnostic =
            TypeDiagnostic::error(codes::UNSUPPORTED_OPERANDS, origin, format!("`in` is not defined for `{item_shown}` in `{shown}`"))
                .help("the right side must be a container of such values");
        self.fails(diagnostic, message.into(), vec![item, container], origin)
    }

    /// The name that Python's messages use for a type.
    pub(super) fn runtime_name(&self, ty: Ty) -> String {
        let db = self.db;
        match ty.kind(db) {
            TyKind::None => "NoneType".into(),
            _ if ty.is_tuple(db) => "tuple".into(),
            TyKind::Class { class, .. } => crate::ty::class_name(db, crate::class::class_passed_as(db, *class)).to_string(),
            TyKind::Function(_) => "function".into(),
            TyKind::ClassObject(_) => "type".into(),
            TyKind::Word(_) => "str".into(),
            _ => ty.show(db),
        }
    }
}

/// A comparison of constants: a test of a tuple's length is decided at compile time.
fn known_comparison(op: BinaryOp, left: i64, right: i64) -> Option<bool> {
    Some(match op {
        BinaryOp::Eq => left == right,
        BinaryOp::Ne => left != right,
        BinaryOp::Lt => left < right,
        BinaryOp::Le => left <= right,
        BinaryOp::Gt => left > right,
        BinaryOp::Ge => left >= right,
        _ => return None,
    })
}
