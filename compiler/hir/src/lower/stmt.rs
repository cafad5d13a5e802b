//! Statements.

use pyc_base::{Span, codes};
use pyc_syntax::ast::{ExceptHandler, Expr as TreeExpr, ExprKind, For, Identifier, Stmt as Tree, StmtKind, Try, With};

use super::alias::names_type_alias;
use super::items::BindingSite;
use super::literal::signed_literal;
use super::scope::{FrameKind, Guard};
use super::{Lowering, grow};
use crate::{Block, DefaultValue, Expr, Handler, Item, Literal, Member, MemberSource, NameRef, Stmt, StmtId};

impl Lowering<'_> {
    pub(super) fn block(&mut self, statements: &[Tree]) -> Block {
        statements.iter().map(|stmt| grow(|| self.stmt(stmt))).collect()
    }

    fn stmt(&mut self, tree: &Tree) -> StmtId {
        match &tree.kind {
            StmtKind::Import(names) => {
                let (stmt, spans) = self.import(names);
                self.import_stmt(tree, stmt, spans)
            }
            StmtKind::ImportFrom { module, names, level } => {
                let (stmt, spans) = self.import_from(tree, *module, names, *level);
                self.import_stmt(tree, stmt, spans)
            }
            StmtKind::Try(node) => self.try_stmt(tree.span, node),
            StmtKind::AnnAssign { target, annotation, value, .. } => self.annotated(tree.span, target, annotation, value.as_deref()),
            _ => {
                let stmt = self.stmt_kind(tree);
                self.frame().body.stmt(stmt, tree.span)
            }
        }
    }

    fn import_stmt(&mut self, tree: &Tree, stmt: Stmt, spans: Vec<Span>) -> StmtId {
        let body = &mut self.frame().body;
        let id = body.stmt(stmt, tree.span);
        body.imports.extend(spans.into_iter().enumerate().map(|(at, span)| ((id, at as u32), span)));
        id
    }

    fn stmt_kind(&mut self, tree: &Tree) -> Stmt {
        match &tree.kind {
            StmtKind::FunctionDef(def) => self.function_def(tree.span, def),
            StmtKind::ClassDef(def) => self.class_def(tree.span, def),
            StmtKind::Return(value) => self.return_stmt(tree.span, value.as_deref()),
            StmtKind::Delete(targets) => Stmt::Delete(targets.iter().map(|target| self.target(target)).collect()),
            StmtKind::Assign { targets, value } => {
                let definition = self.named_tuple_definition(tree.span, targets, value);
                match definition.or_else(|| self.typed_dict_definition(tree.span, targets, value)) {
                    Some(definition) => definition,
                    None => self.assign(targets, value),
                }
            }
            StmtKind::TypeAlias { name, type_params, value } => self.type_alias(tree.span, name, type_params, value),
            StmtKind::AugAssign { target, op, value } => {
                self.note_exports(target, value, true);
                let target = self.target(target);
                Stmt::AugAssign { target, op: *op, value: self.expr(value) }
            }
            StmtKind::For(node) => self.for_stmt(tree.span, node),
            StmtKind::While { test, body, orelse } => {
                let test = self.expr(test);
                Stmt::While { test, body: self.loop_body(body), orelse: self.block(orelse) }
            }
            StmtKind::If { test, body, orelse } => self.if_stmt(test, body, orelse),
            StmtKind::With(node) => self.with_stmt(tree.span, node),
            StmtKind::Match { subject, cases } => Stmt::Match { subject: self.expr(subject), cases: self.cases(cases) },
            StmtKind::Raise { exc, cause } => {
                Stmt::Raise { exception: self.optional_expr(exc.as_deref()), cause: self.optional_expr(cause.as_deref()) }
            }
            StmtKind::Assert { test, msg } => Stmt::Assert { test: self.expr(test), message: self.optional_expr(msg.as_deref()) },
            StmtKind::Global(_) | StmtKind::Nonlocal(_) => Stmt::Declaration,
            StmtKind::Expr(value) => Stmt::Expr(self.expr(value)),
            StmtKind::Pass => Stmt::Pass,
            StmtKind::Break => self.jump(tree.span, Stmt::Break, "'break' outside loop"),
            StmtKind::Continue => self.jump(tree.span, Stmt::Continue, "'continue' not properly in loop"),
            StmtKind::Import(_) | StmtKind::ImportFrom { .. } | StmtKind::Try(_) | StmtKind::AnnAssign { .. } | StmtKind::Error => {
                Stmt::Error
            }
        }
    }

    fn return_stmt(&mut self, span: Span, value: Option<&TreeExpr>) -> Stmt {
        let frame = self.frame();
        if !frame.is_function() {
            self.error(codes::MISPLACED, span, "'return' outside function");
            return Stmt::Error;
        }
        if value.is_some() {
            frame.first_return.get_or_insert(span);
        }
        Stmt::Return(value.map(|value| self.expr(value)))
    }

    fn assign(&mut self, targets: &[TreeExpr], value: &TreeExpr) -> Stmt {
        if self.names_method_again(targets, value) {
            return Stmt::Pass;
        }
        if let [target] = targets {
            self.note_exports(target, value, false);
            if let Some(stmt) = self.typing_name(target, value) {
                return stmt;
            }
        }
        let literal = signed_literal(value).map_or(DefaultValue::Evaluated, DefaultValue::Literal);
        let alias = self.possible_alias(targets, value);
        let value = self.expr(value);
        for target in targets {
            self.note_class_variable(target, &literal);
        }
        let targets = match (targets, alias) {
            ([target], Some(item)) => Box::from([self.alias_target(target, item)]),
            _ => targets.iter().map(|target| self.target(target)).collect(),
        };
        Stmt::Assign { targets, value }
    }

    /// In a class, `__radd__ = __add__`: another name for a method.
    fn names_method_again(&mut self, targets: &[TreeExpr], value: &TreeExpr) -> bool {
        let ExprKind::Name { id: method, .. } = value.kind else { return false };
        let method = self.mangle(method);
        let frame = self.frame();
        let known = frame.members.iter().rev().find(|(known, ..)| *known == method);
        let Some((_, Member::Function(function), _)) = known else { return false };
        let function = *function;
        let names = targets.iter().map(|target| match target.kind {
            ExprKind::Name { id, .. } => Some((id, target.span)),
            _ => None,
        });
        let Some(names) = names.collect::<Option<Vec<_>>>() else { return false };
        for (text, span) in names {
            let text = self.mangle(text);
            self.frame().members.push((text, Member::Function(function), MemberSource { name: span, annotation: None }));
        }
        true
    }

    /// In a class, `name = value` declares a class-level name; says with what value.
    fn note_class_variable(&mut self, target: &TreeExpr, value: &DefaultValue) {
        if let ExprKind::Name { id, .. } = target.kind
            && matches!(self.frame().kind, FrameKind::Class { .. })
        {
            let name = self.mangle(id);
            let member = Member::Variable { annotation: None, value: Some(value.clone()) };
            self.frame().members.push((name, member, MemberSource { name: target.span, annotation: None }));
        }
    }

    /// `__all__ = …` at the top of a module.
    fn note_exports(&mut self, target: &TreeExpr, value: &TreeExpr, extends: bool) {
        if matches!(target.kind, ExprKind::Name { id, .. } if id == "__all__") && self.frame().kind == FrameKind::Module {
            self.items.export(value, extends);
        }
    }

    fn annotated(&mut self, span: Span, target: &TreeExpr, annotation: &TreeExpr, value: Option<&TreeExpr>) -> StmtId {
        let annotation_span = annotation.span;
        let annotation = self.annotation(annotation);
        if let (Some(value), true) = (value, self.frame().kind == FrameKind::Module && names_type_alias(&annotation)) {
            let value = self.annotation(value);
            let target = self.alias_target(target, Item::TypeAlias { type_params: Box::default(), value, is_new: false });
            let body = &mut self.frame().body;
            return body.stmt(Stmt::Alias(target), span);
        }
        let literal = value.map(|value| signed_literal(value).map_or(DefaultValue::Evaluated, DefaultValue::Literal));
        let value = self.optional_expr(value);
        if let ExprKind::Name { id, .. } = target.kind {
            let name = self.mangle(id);
            match self.frame().kind {
                FrameKind::Module => {
                    let item = Item::Variable { annotation: Some(annotation.clone()) };
                    let site = self.binding_site(target.span);
                    self.items.bind(name, item, site);
                }
                FrameKind::Class { .. } => {
                    let member = Member::Variable { annotation: Some(annotation.clone()), value: literal };
                    let source = MemberSource { name: target.span, annotation: Some(annotation_span) };
                    self.frame().members.push((name, member, source));
                }
                FrameKind::Function { .. } => {}
            }
        }
        let target = self.target(target);
        let body = &mut self.frame().body;
        let stmt = body.stmt(Stmt::Annotated { target, annotation, value }, span);
        body.annotations.insert(stmt, annotation_span);
        stmt
    }

    fn type_alias(&mut self, span: Span, name: &TreeExpr, params: &[pyc_syntax::ast::TypeParam], value: &TreeExpr) -> Stmt {
        let type_params = self.type_params(params);
        let value = self.annotation(value);
        if let ExprKind::Name { .. } = name.kind {
            if self.frame().kind == FrameKind::Module {
                let item = Item::TypeAlias { type_params, value, is_new: false };
                return Stmt::Alias(self.alias_target(name, item));
            }
            self.error(codes::UNSUPPORTED_SCOPE, span, "a type alias is only supported at the top of a module");
        }
        Stmt::Error
    }

    fn for_stmt(&mut self, span: Span, node: &For) -> Stmt {
        if node.is_async {
            self.require_async(span, "'async for'");
        }
        let iter = self.expr(&node.iter);
        let target = self.target(&node.target);
        let body = self.loop_body(&node.body);
        Stmt::For { target, iter, body, orelse: self.block(&node.orelse), is_async: node.is_async }
    }

    fn loop_body(&mut self, body: &[Tree]) -> Block {
        self.frame().loops += 1;
        let block = self.block(body);
        self.frame().loops -= 1;
        block
    }

    /// `if TYPE_CHECKING:` declares what it imports, but never runs.
    fn if_stmt(&mut self, test: &TreeExpr, body: &[Tree], orelse: &[Tree]) -> Stmt {
        if !Self::is_type_checking_test(test) {
            return Stmt::If { test: self.expr(test), body: self.block(body), orelse: self.block(orelse) };
        }
        let before = std::mem::replace(&mut self.frame().is_type_checking, true);
        self.block(body);
        self.frame().is_type_checking = before;
        let test = self.frame().body.expr(Expr::Literal(Literal::Bool(false)), test.span);
        Stmt::If { test, body: Block::default(), orelse: self.block(orelse) }
    }

    fn with_stmt(&mut self, span: Span, node: &With) -> Stmt {
        if node.is_async {
            self.require_async(span, "'async with'");
        }
        let mut items = Vec::with_capacity(node.items.len());
        for item in &node.items {
            let context = self.expr(&item.context);
            items.push((context, item.vars.as_ref().map(|target| self.target(target))));
        }
        Stmt::With { items: items.into(), body: self.block(&node.body), is_async: node.is_async }
    }

    fn try_stmt(&mut self, span: Span, node: &Try) -> StmtId {
        let around = self.frame().guard;
        let is_guard = node.handlers.iter().any(|handler| handler.typ.as_ref().is_some_and(catches_imports));
        self.frame().guard = if is_guard { Guard::Body } else { around };
        let body = self.block(&node.body);
        self.frame().guard = if is_guard { Guard::Handler } else { around };
        let handlers = node.handlers.iter().map(|handler| self.handler(handler)).collect();
        self.frame().guard = around;
        for handler in node.handlers.iter().rev().skip(1).filter(|handler| handler.typ.is_none()) {
            self.error(codes::MISPLACED, handler.span, "default 'except:' must be last");
        }
        let orelse = self.block(&node.orelse);
        let finalbody = self.block(&node.finalbody);
        let stmt = Stmt::Try { body, handlers, orelse, finalbody, is_star: node.is_star };
        let body = &mut self.frame().body;
        let id = body.stmt(stmt, span);
        body.handlers.extend(node.handlers.iter().enumerate().map(|(at, handler)| ((id, at as u32), handler.span)));
        id
    }

    fn handler(&mut self, handler: &ExceptHandler) -> Handler {
        let exception = self.optional_expr(handler.typ.as_ref());
        let target = handler.name.map(|Identifier { name, span }| {
            let resolved = self.store_name(name, span);
            self.frame().body.expr(Expr::Name(resolved), span)
        });
        Handler { exception, target, body: self.block(&handler.body) }
    }

    fn jump(&mut self, span: Span, stmt: Stmt, message: &str) -> Stmt {
        if self.frame().loops > 0 {
            return stmt;
        }
        self.error(codes::MISPLACED, span, message);
        Stmt::Error
    }

    /// Binds the name of a definition where it stands; gives the variable inside functions.
    pub(super) fn bind_definition(&mut self, name: Identifier, item: Item, member: Member, is_overload: bool) -> Option<crate::LocalId> {
        let text = self.mangle(name.name);
        if let Some(known) = self.frame().item(text) {
            self.items.bind_local(known, item);
            return None;
        }
        let site = BindingSite { is_overload, ..self.binding_site(name.span) };
        let frame = self.frame();
        match frame.kind {
            FrameKind::Module => {
                self.items.bind(text, item, site);
                None
            }
            FrameKind::Class { .. } => {
                frame.members.push((text, member, MemberSource { name: name.span, annotation: None }));
                None
            }
            FrameKind::Function { .. } => match self.resolve(text, name.span) {
                NameRef::Local(local) => Some(local),
                NameRef::Captured { .. } | NameRef::Global(_) | NameRef::Class(_) => {
                    let message = format!("a definition inside a function can't bind '{text}', which is declared global or nonlocal");
                    self.error(codes::UNSUPPORTED_SCOPE, name.span, message);
                    None
                }
            },
        }
    }
}

/// Whether a handler says that an import may fail.
fn catches_imports(class: &TreeExpr) -> bool {
    match &class.kind {
        ExprKind::Name { id, .. } => matches!(id.as_str(), "ImportError" | "ModuleNotFoundError"),
        ExprKind::Tuple { elts, .. } => elts.iter().any(catches_imports),
        _ => false,
    }
}
