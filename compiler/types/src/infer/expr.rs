//! Expressions.

use pyc_base::{Name, codes, name};
use pyc_hir::{Expr as Hir, ExprId, FStringPart, Item, Literal, NameRef};

use super::Infer;
use super::condition::Tested;
use super::env::Slot;
use super::failure::Failure;
use crate::class::{builtin_class, builtin_ty, find_method};
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{self, BinaryOp, Expr, ExprKind, Origin, Place, Stmt, StmtKind};
use crate::ty::{GlobalVar, Ty, TyKind};

impl Infer<'_> {
    /// Infers an expression. `expected` is a hint for displays and literals: what the destination wants.
    pub(super) fn expr(&mut self, id: ExprId, expected: Option<Ty>) -> Expr {
        // What is stored on the way belongs to this expression: it runs where, and only if, the expression does.
        let (block, value) = self.in_block(|this| {
            let value = stacker::maybe_grow(64 * 1024, 1024 * 1024, || this.expr_kind(id, expected));
            let value = this.emptied(id, value, expected);
            this.loosened(id, value)
        });
        let value = self.block_expr(block, value);
        self.expr_types.insert(id, value.ty);
        // What does not return stands where it was called, also if that is an operand.
        let origin = if value.ty.is_never(self.db) { value.origin } else { Origin::Expr(id) };
        Expr { origin, ..value }
    }

    fn expr_kind(&mut self, id: ExprId, expected: Option<Ty>) -> Expr {
        let hir = self.hir.clone();
        let origin = Origin::Expr(id);
        match &hir.exprs[id.index()] {
            Hir::Literal(literal) => self.literal(literal, expected, origin),
            Hir::Name(reference) => self.name(*reference, origin),
            Hir::FString(parts) => self.fstring(parts, origin),
            Hir::Binary { left, op, right } => match self.wide_constant(&self.hir.exprs[id.index()]) {
                Some(value) => self.int(value, origin),
                None => self.binary(*op, *left, *right, expected, origin),
            },
            Hir::Unary { op, operand } => match self.wide_constant(&self.hir.exprs[id.index()]) {
                Some(value) => self.int(value, origin),
                None => self.unary(*op, *operand, origin),
            },
            Hir::And(operands) => self.and_or(operands, true, expected, origin),
            Hir::Or(operands) => self.and_or(operands, false, expected, origin),
            Hir::Compare { first, rest } => self.compare(*first, rest, origin),
            Hir::If { test, body, orelse } => self.conditional(*test, *body, *orelse, expected),
            Hir::Call { callee, args } => self.call(*callee, args, expected, origin),
            Hir::Attribute { value, name } => self.attribute_expr(id, *value, *name),
            Hir::Subscript { value, index } => self.subscript(*value, *index, origin),
            Hir::Tuple(items) => self.tuple_display(items, expected, origin),
            Hir::List(items) => self.list_display(id, items, expected, origin),
            Hir::Set(items) => self.set_display(id, items, expected, origin),
            Hir::Dict(items) => self.dict_display(id, items, expected, origin),
            Hir::Comprehension { kind, generators } => self.comprehension(id, *kind, generators, expected, origin),
            Hir::Walrus { target, value } => self.walrus(*target, *value, expected, origin),
            Hir::Slice { .. } => self.slice_value(id, origin),
            Hir::Lambda(function) => {
                let defaults = hir.lambda_defaults.get(&id).cloned().unwrap_or_default();
                self.closure_value(*function, &defaults, origin)
            }
            Hir::Starred(_) => self.unsupported("`*` here", "unpack in a call, a display or an assignment", origin),
            Hir::TString => self.unsupported("A template string", "use an f-string", origin),
            Hir::Await(_) => self.unsupported("`await`", "write the function without `async`", origin),
            Hir::Yield(value) => self.yield_expr(*value, origin),
            Hir::YieldFrom(iterable) => self.yield_from(*iterable, origin),
            Hir::Error => self.unknown(origin),
        }
    }

    fn literal(&mut self, literal: &Literal, expected: Option<Ty>, origin: Origin) -> Expr {
        let db = self.db;
        match literal {
            Literal::None => self.none(origin),
            Literal::Bool(value) => self.bool(*value, origin),
            Literal::Int(value) => match expected.map(|ty| ty.kind(db)) {
                Some(TyKind::Fixed { bits, signed }) => {
                    self.fixed_literal(*value, *bits, *signed, expected.unwrap_or_else(|| Ty::int(db)), origin)
                }
                _ => self.int(*value, origin),
            },
            Literal::BigInt(_) => {
                self.report(
                    TypeDiagnostic::error(codes::INT_LITERAL_TOO_LARGE, origin, "This literal does not fit in 64 bits")
                        .note("`int` is 64 bits wide: from -9223372036854775808 to 9223372036854775807")
                        .help("use a `float` literal, or split the number"),
                );
                self.unknown(origin)
            }
            Literal::Float(bits) => self.expr_of(Ty::float(db), ExprKind::Float(f64::from_bits(*bits)), origin),
            Literal::Str(text) => self.str(text, origin),
            Literal::SurrogateStr(_) => {
                self.unsupported("A string with a lone surrogate", "write characters that UTF-8 can encode", origin)
            }
            Literal::Bytes(bytes) => {
                let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
                let text = self.str(&text, origin);
                self.builtin_call("_bytes_literal", vec![text], origin)
            }
            Literal::Complex(bits) => {
                let imaginary = self.expr_of(Ty::float(db), ExprKind::Float(f64::from_bits(*bits)), origin);
                self.builtin_call("_imaginary", vec![imaginary], origin)
            }
            Literal::Ellipsis => self.none(origin),
        }
    }

    fn fixed_literal(&mut self, value: i64, bits: u8, signed: bool, ty: Ty, origin: Origin) -> Expr {
        let (low, high) = match (signed, bits) {
            (true, 64) => (i64::MIN, i64::MAX),
            (false, 64) => (0, i64::MAX),
            (true, bits) => (-(1 << (bits - 1)), (1 << (bits - 1)) - 1),
            (false, bits) => (0, (1 << bits) - 1),
        };
        if value < low || value > high {
            let shown = ty.show(self.db);
            self.report(
                TypeDiagnostic::error(codes::INT_LITERAL_TOO_LARGE, origin, format!("{value} does not fit in `{shown}`"))
                    .help("use a wider type, or a smaller literal"),
            );
        }
        self.expr_of(ty, ExprKind::Int(value), origin)
    }

    fn name(&mut self, reference: NameRef, origin: Origin) -> Expr {
        match reference {
            NameRef::Local(local) => self.read_slot(Slot::Local(local), self.hir.locals[local.index()].name, origin),
            NameRef::Captured { function, local } => self.captured_name(function, local, origin),
            NameRef::Class(text) | NameRef::Global(text) => self.global_name(text, matches!(reference, NameRef::Class(_)), origin),
        }
    }

    fn global_name(&mut self, text: Name, in_class: bool, origin: Origin) -> Expr {
        let db = self.db;
        if in_class && self.env.slots.contains_key(&Slot::Global(text)) {
            return self.read_slot(Slot::Global(text), text, origin);
        }
        let Some(found) = pyc_hir::global_origin(db, self.file, text) else {
            return match text.as_str() {
                "__name__" => self.module_name(origin),
                "__file__" => self.str(&self.file.path(db).display().to_string(), origin),
                "__doc__" => self.module_docstring(self.file, origin),
                "NotImplemented" => self.construct(builtin_ty(db, "NotImplementedType"), Vec::new(), origin),
                "__class__" if self.scope.self_ty.is_some() => self.own_class(origin),
                _ => self.unknown_name(pyc_hir::written_name(text), origin),
            };
        };
        let is_own = (found.0, found.1) == (self.file, text) && self.own_global(text).is_some();
        let is_decorated = matches!(found.2, Item::Function(function) if super::stmt::is_decorated(db, function));
        if is_own && (is_decorated || matches!(found.2, Item::Variable { .. })) {
            let global = GlobalVar { file: self.file, name: text };
            // What only functions assign is not known to be there.
            if !self.env.slots.contains_key(&Slot::Global(text)) && super::globals::is_assigned_elsewhere(db, global) {
                return self.read_global(global, origin);
            }
            return self.read_slot(Slot::Global(text), text, origin);
        }
        self.origin_value(found, origin)
    }

    pub(super) fn module_name(&self, origin: Origin) -> Expr {
        let db = self.db;
        let is_main = crate::class::main_file(db) == Some(self.file);
        let module = pyc_hir::module_name(db, self.file);
        self.str(if is_main { "__main__" } else { module.as_str() }, origin)
    }

    pub(super) fn item_value(&mut self, item: Item, text: Name, origin: Origin) -> Expr {
        let db = self.db;
        match item {
            Item::Function(function) => self.function_value(function, origin),
            Item::Class(class) => self.expr_of(Ty::new(db, TyKind::ClassObject(class)), ExprKind::None, origin),
            // Reported where it is imported.
            Item::Import { module, .. }
                if pyc_hir::resolve_module(db, self.file, Some(module), 0) == pyc_hir::ModuleResolution::NotFound =>
            {
                self.unknown(origin)
            }
            Item::Import { .. } | Item::ImportFrom { .. } => {
                self.unsupported("A module as a value", "use the functions of the module directly", origin)
            }
            Item::TypeAlias { .. } | Item::TypeVar => {
                self.unsupported(&format!("The type `{text}` as a value"), "use it in annotations", origin)
            }
            Item::Variable { .. } | Item::MaybeAlias { .. } | Item::Fallback { .. } => self.unknown(origin),
        }
    }

    pub(super) fn function_value(&mut self, function: pyc_hir::FunctionId, origin: Origin) -> Expr {
        self.expr_of(Ty::new(self.db, TyKind::Function(function)), ExprKind::None, origin)
    }

    /// A variable of another module, or of this one seen from a function.
    pub(super) fn read_global(&mut self, global: GlobalVar, origin: Origin) -> Expr {
        let ty = self.global_type(global);
        let ty = self.vars.shallow(self.db, ty);
        self.read(Place::Global(global), ty, origin)
    }

    pub(super) fn and_or(&mut self, operands: &[ExprId], is_and: bool, expected: Option<Ty>, origin: Origin) -> Expr {
        let Tested { value, on_true, on_false } = self.chain(operands, is_and, expected, origin);
        self.env = on_true.join(&on_false, self.db, &mut self.vars);
        value
    }

    fn conditional(&mut self, test: ExprId, body: ExprId, orelse: ExprId, expected: Option<Ty>) -> Expr {
        let db = self.db;
        let (condition, on_true, on_false) = self.condition(test);
        if let ExprKind::Bool(known) = condition.kind {
            self.env = if known { on_true } else { on_false };
            return self.expr(if known { body } else { orelse }, expected);
        }
        self.env = on_true;
        let then = self.expr(body, expected);
        let after_then = std::mem::replace(&mut self.env, on_false);
        let otherwise = self.expr(orelse, expected);
        let after = std::mem::take(&mut self.env);
        self.env = after_then.join(&after, db, &mut self.vars);
        let ty = self.join(then.ty, otherwise.ty);
        let (then, otherwise) = (self.widen(then, ty), self.widen(otherwise, ty));
        self.if_expr(ty, condition, then, otherwise)
    }

    fn walrus(&mut self, target: ExprId, value: ExprId, expected: Option<Ty>, origin: Origin) -> Expr {
        let value = self.expr(value, expected);
        let (block, ()) = self.in_block(|this| this.assign(target, value, origin));
        let read = self.expr(target, None);
        self.block_expr(block, read)
    }

    // Strings.

    fn fstring(&mut self, parts: &[FStringPart], origin: Origin) -> Expr {
        let mut values = Vec::new();
        for part in parts {
            match part {
                FStringPart::Text(text) => values.push(self.str(text, origin)),
                FStringPart::Field { value, conversion, spec } => {
                    let value = self.expr(*value, None);
                    values.push(self.format_field(value, *conversion, spec, origin));
                }
            }
        }
        match values.len() {
            0 => self.str("", origin),
            1 => values.remove(0),
            _ => self.builtin_call("_fstring", values, origin),
        }
    }

    fn format_field(&mut self, value: Expr, conversion: Option<char>, spec: &[FStringPart], origin: Origin) -> Expr {
        let origin = if let Origin::Expr(_) = value.origin { value.origin } else { origin };
        let spec = (!spec.is_empty()).then_some(spec);
        let (value, plain) = self.converted(value, conversion, origin);
        if spec.is_none() && plain {
            return self.to_str(value, origin);
        }
        let spec = self.fstring(spec.unwrap_or_default(), origin);
        self.method_call(value, name("__format__"), vec![spec], origin)
    }

    /// As a field of an f-string, with its specification ready.
    pub(super) fn format_value(&mut self, value: Expr, conversion: Option<char>, spec: Option<Expr>, origin: Origin) -> Expr {
        let (value, plain) = self.converted(value, conversion, origin);
        if spec.is_none() && plain {
            return self.to_str(value, origin);
        }
        let spec = spec.unwrap_or_else(|| self.str("", origin));
        self.method_call(value, name("__format__"), vec![spec], origin)
    }

    /// A value after its conversion, and whether `str` gives what an empty specification does.
    fn converted(&mut self, value: Expr, conversion: Option<char>, origin: Origin) -> (Expr, bool) {
        let value = match conversion {
            Some('r') => self.builtin_call("repr", vec![value], origin),
            Some('a') => self.builtin_call("ascii", vec![value], origin),
            Some('s') => self.to_str(value, origin),
            _ => value,
        };
        let own = find_method(self.db, value.ty, "__format__").is_some_and(|(owner, _)| self.is_user_class(owner));
        (value, !own)
    }

    pub(super) fn is_user_class(&self, owner: Ty) -> bool {
        owner.as_class(self.db).is_some_and(|(class, _)| !class.def(self.db).file.is_stdlib(self.db))
    }

    pub(super) fn to_str(&mut self, value: Expr, origin: Origin) -> Expr {
        if value.ty == builtin_ty(self.db, "str") {
            return value;
        }
        self.method_call(value, name("__str__"), Vec::new(), origin)
    }

    // Subscripts.

    fn subscript(&mut self, value: ExprId, index: ExprId, origin: Origin) -> Expr {
        let value = self.expr(value, None);
        self.subscript_value(value, index, origin)
    }

    pub(super) fn subscript_value(&mut self, value: Expr, index: ExprId, origin: Origin) -> Expr {
        let db = self.db;
        let is_class = matches!(value.ty.kind(db), TyKind::ClassObject(_));
        let value = if is_class { value } else { self.tuple_view(value) };
        if let TyKind::Tuple(items) = value.ty.kind(db) {
            let count = items.len();
            return self.tuple_subscript(value, count, index, origin);
        }
        if value.ty.is_never(db) {
            return value;
        }
        let is_slice = matches!(self.hir.exprs[index.index()], Hir::Slice { .. });
        let value = if is_slice { self.of_any_length(value, origin) } else { value };
        let index = self.expr(index, None);
        self.get_item(value, index, origin)
    }

    pub(super) fn get_item(&mut self, value: Expr, index: Expr, origin: Origin) -> Expr {
        let db = self.db;
        if let TyKind::Ptr(pointee) = value.ty.kind(db) {
            let kind = ExprKind::Intrinsic { name: name("ptr_load"), type_args: vec![*pointee], args: vec![value, index] };
            return self.expr_of(*pointee, kind, origin);
        }
        let element = self.list_element(value.ty, index.ty);
        let item = self.method_call(value, name("__getitem__"), vec![index], origin);
        match element {
            // With the variables of what the list holds: what is put into `grid[0]` is put into `grid`.
            Some(element) if self.vars.resolve(db, element) == self.vars.resolve(db, item.ty) => {
                Expr { ty: self.vars.shallow(db, element), ..item }
            }
            _ => item,
        }
    }

    /// The type of a list's element, if that is what an index of type `index` gives.
    pub(super) fn list_element(&self, list: Ty, index: Ty) -> Option<Ty> {
        let (class, args) = list.as_class(self.db)?;
        let is_list = crate::class::builtin_class(self.db, "list") == Some(class);
        (is_list && self.is_number(index)).then(|| args[0])
    }

    fn tuple_subscript(&mut self, value: Expr, count: usize, index: ExprId, origin: Origin) -> Expr {
        let db = self.db;
        if let Hir::Slice { lower, upper, step } = self.hir.clone().exprs[index.index()] {
            let bounds = [lower, upper, step].map(|bound| bound.map(|bound| self.constant(bound)));
            if bounds.iter().all(|bound| !matches!(bound, Some(None))) {
                let [lower, upper, step] = bounds.map(|bound| bound.flatten());
                return self.tuple_slice(value, count, lower, upper, step.unwrap_or(1), origin);
            }
            if count == 0 {
                return value;
            }
            let tuple = self.of_any_length(value, origin);
            let index = self.expr(index, None);
            return self.get_item(tuple, index, origin);
        }
        if let Some(constant) = self.constant(index) {
            let at = if constant < 0 { constant + count as i64 } else { constant };
            if (0..count as i64).contains(&at) {
                return self.tuple_get(value, at as usize);
            }
            self.report(
                TypeDiagnostic::error(
                    codes::TUPLE_INDEX,
                    origin,
                    format!("This tuple has {count} elements, so {constant} is out of range"),
                )
                .help(format!("use an index from {} to {}", -(count as i64), count as i64 - 1)),
            );
            return self.unknown(origin);
        }
        // Any of the elements: told apart at run time.
        let index = self.expr(index, None);
        let index = match index.ty.kind(db) {
            TyKind::Bool => self.method_call(index, name("__index__"), Vec::new(), origin),
            _ => self.coerce(index, Ty::int(db), "the index"),
        };
        let (store_tuple, tuple) = self.temp(value);
        let (store_index, kept) = self.temp(index);
        let items: Vec<Expr> = (0..count).map(|at| self.tuple_get(self.local_expr(tuple, origin), at)).collect();
        let mut ty = Ty::never(db);
        for item in &items {
            ty = self.join(ty, item.ty);
        }
        let mut result = self.raise_call("raise_index_error", vec![self.str("tuple index out of range", origin)], origin);
        for (at, item) in items.into_iter().enumerate().rev() {
            let is = |this: &Self, at: i64| {
                let (left, right) = (Box::new(this.local_expr(kept, origin)), Box::new(this.int(at, origin)));
                this.expr_of(Ty::bool(db), ExprKind::Binary(BinaryOp::Eq, left, right), origin)
            };
            let test = self.expr_of(
                Ty::bool(db),
                ExprKind::Or(Box::new(is(self, at as i64)), Box::new(is(self, at as i64 - count as i64))),
                origin,
            );
            let item = self.widen(item, ty);
            result = self.if_expr(ty, test, item, result);
        }
        self.block_expr(vec![store_tuple, store_index], result)
    }

    fn tuple_slice(&mut self, value: Expr, count: usize, lower: Option<i64>, upper: Option<i64>, step: i64, origin: Origin) -> Expr {
        if step == 0 {
            return self.raise_call("raise_value_error", vec![self.str("slice step cannot be zero", origin)], origin);
        }
        let count = count as i64;
        let (least, most) = if step > 0 { (0, count) } else { (-1, count - 1) };
        let clamp = |bound: i64| (if bound < 0 { bound + count } else { bound }).clamp(least, most);
        let mut at = lower.map_or(if step > 0 { 0 } else { most }, clamp);
        let end = upper.map_or(if step > 0 { most } else { least }, clamp);
        let (store, tuple) = self.temp(value);
        let mut items = Vec::new();
        while (step > 0 && at < end) || (step < 0 && at > end) {
            items.push(self.tuple_get(self.local_expr(tuple, origin), at as usize));
            at += step;
        }
        let items = self.tuple(items, origin);
        self.block_expr(vec![store], items)
    }

    /// An integer that is known while compiling: a literal, or the variable of an unrolled loop.
    pub(super) fn constant(&self, expr: ExprId) -> Option<i64> {
        match &self.hir.exprs[expr.index()] {
            Hir::Literal(Literal::Int(value)) => Some(*value),
            Hir::Name(NameRef::Local(local)) => {
                self.env.constants.iter().find(|(slot, _)| *slot == Slot::Local(*local)).map(|(_, value)| *value)
            }
            Hir::Binary { left, op, right } => {
                let (left, right) = (self.constant(*left)?, self.constant(*right)?);
                match op {
                    pyc_hir::BinOp::Add => left.checked_add(right),
                    pyc_hir::BinOp::Sub => left.checked_sub(right),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    pub(super) fn tuple_get(&self, value: Expr, at: usize) -> Expr {
        let ty = match value.ty.kind(self.db) {
            TyKind::Tuple(items) => items[at],
            _ => Ty::unknown(self.db),
        };
        let origin = value.origin;
        self.expr_of(ty, ExprKind::TupleGet(Box::new(value), at as u32), origin)
    }

    pub(super) fn tuple(&self, items: Vec<Expr>, origin: Origin) -> Expr {
        let types: Vec<Ty> = items.iter().map(|item| item.ty).collect();
        self.expr_of(Ty::tuple(self.db, types), ExprKind::Tuple(items), origin)
    }

    fn slice_value(&mut self, id: ExprId, origin: Origin) -> Expr {
        let Hir::Slice { lower, upper, step } = self.hir.exprs[id.index()] else { return self.unknown(origin) };
        let bounds = [lower, upper, step].map(|bound| match bound {
            Some(bound) => self.expr(bound, None),
            None => self.none(origin),
        });
        match builtin_class(self.db, "slice") {
            Some(class) => self.construct(Ty::class(self.db, class, []), bounds.into(), origin),
            None => self.unsupported("A slice", "use a complete standard library", origin),
        }
    }

    // Pieces that many expressions are made of.

    /// Whether evaluating these stops before the end: the type that the whole then has.
    pub(super) fn diverges<'e>(&self, parts: impl IntoIterator<Item = &'e Expr>) -> Option<Ty> {
        let db = self.db;
        let mut unknown = None;
        for part in parts {
            if part.ty.is_never(db) {
                return Some(part.ty);
            }
            if part.ty.is_unknown(db) {
                unknown = Some(part.ty);
            }
        }
        unknown
    }

    /// Evaluates the parts up to the one that does not return.
    pub(super) fn sequence(&mut self, parts: Vec<Expr>, ty: Ty, origin: Origin) -> Expr {
        let db = self.db;
        let mut block: thir::Block = Vec::new();
        for part in parts {
            if part.ty.is_never(db) {
                return self.block_expr(block, part);
            }
            block.push(Stmt { origin: part.origin, kind: StmtKind::Expr(part) });
        }
        let end = self.expr_of(ty, ExprKind::None, origin);
        self.block_expr(block, end)
    }

    /// Evaluates the parts, then gives `value`.
    pub(super) fn sequence_value(&self, parts: Vec<Expr>, value: Expr) -> Expr {
        let is_pure =
            |part: &Expr| matches!(part.kind, ExprKind::None | ExprKind::Bool(_) | ExprKind::Int(_) | ExprKind::Read(Place::Local(_)));
        let block =
            parts.into_iter().filter(|part| !is_pure(part)).map(|part| Stmt { origin: part.origin, kind: StmtKind::Expr(part) }).collect();
        self.block_expr(block, value)
    }

    /// Whether a value is of a type; known at once if its own type tells.
    pub(super) fn type_test(&mut self, value: Expr, of: Ty) -> Expr {
        let db = self.db;
        let origin = value.origin;
        let variants = value.ty.variants(db);
        if variants.iter().all(|&variant| self.is_of(variant, of)) {
            let known = self.bool(true, origin);
            return self.sequence_value(vec![value], known);
        }
        if variants.iter().all(|&variant| !self.is_of(variant, of) && !self.may_be(variant, of)) {
            let known = self.bool(false, origin);
            return self.sequence_value(vec![value], known);
        }
        // Several variants, one test each.
        let parts = of.variants(db);
        if parts.len() > 1 {
            let (store, local) = self.temp(value);
            let mut test = self.bool(false, origin);
            for part in parts.into_iter().rev() {
                let this = self.type_test(self.local_expr(local, origin), part);
                test = self.expr_of(Ty::bool(db), ExprKind::Or(Box::new(this), Box::new(test)), origin);
            }
            return self.block_expr(vec![store], test);
        }
        self.expr_of(Ty::bool(db), ExprKind::TypeTest { value: Box::new(value), of }, origin)
    }

    /// Whether every value of type `variant` is of type `of` (no unions on the left).
    pub(super) fn is_of(&self, variant: Ty, of: Ty) -> bool {
        of.variants(self.db).into_iter().any(|of| variant == of || crate::class::is_subclass(self.db, variant, of))
    }

    /// Whether some values of class `variant` are of the derived class `of`.
    pub(super) fn may_be(&self, variant: Ty, of: Ty) -> bool {
        of.variants(self.db).into_iter().any(|of| crate::class::is_subclass(self.db, of, variant))
    }

    /// Does something for each variant of a union and joins the results. Variants for which it can't be done raise; if it can be done for none, there is
    /// no result.
    pub(super) fn dispatch<F: Into<Failure>>(
        &mut self,
        value: Expr,
        origin: Origin,
        mut each: impl FnMut(&mut Self, Expr) -> Result<Expr, F>,
    ) -> Option<Expr> {
        let db = self.db;
        let variants = value.ty.variants(db);
        let (store, local) = self.temp(value);
        let mut results = Vec::new();
        let mut ty = Ty::never(db);
        let mut any = false;
        for variant in variants {
            let narrowed = self.narrow(self.local_expr(local, origin), variant);
            let (block, result) = self.in_block(|this| each(this, narrowed));
            let result = match result {
                Ok(result) => {
                    any = true;
                    ty = self.join(ty, result.ty);
                    self.block_expr(block, result)
                }
                Err(failure) => {
                    let failure: Failure = failure.into();
                    let message = self.str(&failure.message, origin);
                    self.raise_call(failure.raises, vec![message], origin)
                }
            };
            results.push((variant, result));
        }
        if !any {
            return None;
        }
        let (_, last) = results.pop()?;
        let mut chain = self.widen(last, ty);
        for (variant, result) in results.into_iter().rev() {
            let test = self.type_test(self.local_expr(local, origin), variant);
            let result = self.widen(result, ty);
            chain = self.if_expr(ty, test, result, chain);
        }
        Some(self.block_expr(vec![store], chain))
    }

    /// [`Self::dispatch`] over two values.
    pub(super) fn dispatch_two<F: Into<Failure>>(
        &mut self,
        left: Expr,
        right: Expr,
        origin: Origin,
        mut each: impl FnMut(&mut Self, Expr, Expr) -> Result<Expr, F>,
    ) -> Option<Expr> {
        let (store_left, l) = self.temp(left);
        let (store_right, r) = self.temp(right);
        let left = self.local_expr(l, origin);
        let result = self.dispatch(left, origin, |this, left| {
            let right = this.local_expr(r, origin);
            let mut message = None;
            let result = this.dispatch(right, origin, |this, right| {
                each(this, left.clone(), right).map_err(|failure| {
                    let failure: Failure = failure.into();
                    message.get_or_insert_with(|| failure.message.clone());
                    failure
                })
            });
            result.ok_or_else(|| message.unwrap_or_default())
        })?;
        Some(self.block_expr(vec![store_left, store_right], result))
    }

    /// A call of a function of the library's builtins.
    pub(super) fn builtin_call(&mut self, text: &str, args: Vec<Expr>, origin: Origin) -> Expr {
        match crate::class::builtin_function(self.db, text) {
            Some(function) => self.call_function_values(function, args, origin),
            None => self.unsupported(&format!("The library function `{text}`"), "use a complete standard library", origin),
        }
    }
}
