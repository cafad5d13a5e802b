//! What names a function's or class's own statements bind: needed before its body is lowered, since an assignment anywhere makes a name local
//! everywhere in the function.

use pyc_base::{Name, Span, name};
use pyc_syntax::ast::{Comprehension, Context, Expr, ExprKind, Identifier, Pattern, PatternKind, Stmt, StmtKind};
use rustc_hash::{FxHashMap, FxHashSet};

use super::grow;
use super::items::is_same;
use super::walk::{children, defaults};
use crate::Item;

#[derive(Default)]
pub(super) struct Bindings {
    /// In the order of first binding, with the place of that.
    pub(super) names: Vec<(Name, Span)>,
    pub(super) globals: Vec<Identifier>,
    pub(super) nonlocals: Vec<Identifier>,
    /// Declarations that come too late or contradict others.
    pub(super) problems: Vec<(Span, String)>,
    /// What import statements bind the names to.
    pub(super) imports: FxHashMap<Name, Vec<Item>>,
    /// How often a class is defined by the name.
    pub(super) classes: FxHashMap<Name, u32>,
    /// The names that are bound in other ways.
    pub(super) others: FxHashSet<Name>,
    class: Option<Name>,
    bound: FxHashSet<Name>,
    used: FxHashSet<Name>,
    annotated: FxHashSet<Name>,
}

/// `__x` inside class `C` means `_C__x`, so that a derived class's `__x` is another one.
pub(super) fn mangle(class: Option<Name>, text: Name) -> Name {
    match class {
        Some(class) if text.starts_with("__") && !text.ends_with("__") && !text.contains('.') => {
            let class = class.trim_start_matches('_');
            if class.is_empty() { text } else { name(&format!("_{class}{text}")) }
        }
        _ => text,
    }
}

impl Bindings {
    /// Those of a body; `class` is the innermost class around it.
    pub(super) fn of(body: &[Stmt], class: Option<Name>) -> Self {
        let mut bindings = Self { class, ..Self::default() };
        bindings.block(body);
        bindings
    }

    /// Those of a lambda's body: only `:=` binds there.
    pub(super) fn of_expr(body: &Expr, class: Option<Name>) -> Self {
        let mut bindings = Self { class, ..Self::default() };
        bindings.expr(body, false);
        bindings
    }

    /// Those of the targets of a generator expression.
    pub(super) fn of_targets(generators: &[Comprehension], class: Option<Name>) -> Self {
        let mut bindings = Self { class, ..Self::default() };
        generators.iter().for_each(|generator| bindings.expr(&generator.target, false));
        bindings
    }

    /// The names that are bound otherwise than by imports.
    pub(super) fn own_names(&self) -> FxHashSet<Name> {
        self.others.iter().copied().chain(self.classes.keys().copied()).collect()
    }

    /// Whether a name means one imported thing, or one class of a function, wherever the body uses it: then it is no variable.
    pub(super) fn is_item(&self, text: Name, in_class: bool) -> bool {
        let imports = self.imports.get(&text).map_or(&[] as &[Item], |items| items);
        let classes = self.classes.get(&text).copied().unwrap_or_default();
        let is_one = match (imports, classes) {
            ([], count) => count == 1 && !in_class,
            (_, 0) => imports.windows(2).all(|pair| is_same(&pair[0], &pair[1])),
            _ => false,
        };
        is_one && !self.others.contains(&text)
    }

    fn bind(&mut self, text: Name, span: Span) {
        self.others.insert(mangle(self.class, text));
        self.note(text, span);
    }

    fn bind_import(&mut self, bound: Identifier, item: Item) {
        self.imports.entry(mangle(self.class, bound.name)).or_default().push(item);
        self.note(bound.name, bound.span);
    }

    fn note(&mut self, text: Name, span: Span) {
        let text = mangle(self.class, text);
        if self.bound.insert(text) {
            self.names.push((text, span));
        }
    }

    fn block(&mut self, body: &[Stmt]) {
        body.iter().for_each(|stmt| grow(|| self.stmt(stmt)));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => {
                self.exprs(&def.decorators);
                defaults(&def.args, &mut |default| self.expr(default, false));
                self.bind(def.name.name, def.name.span);
            }
            StmtKind::ClassDef(def) => {
                self.exprs(&def.decorators);
                self.exprs(&def.bases);
                *self.classes.entry(mangle(self.class, def.name.name)).or_default() += 1;
                self.note(def.name.name, def.name.span);
            }
            StmtKind::Return(value) => self.option(value.as_deref()),
            StmtKind::Delete(targets) => self.exprs(targets),
            StmtKind::Assign { targets, value } => {
                self.expr(value, false);
                self.exprs(targets);
            }
            StmtKind::TypeAlias { name, .. } => self.expr(name, false),
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(value, false);
                self.expr(target, false);
            }
            StmtKind::AnnAssign { target, value, simple, .. } => {
                self.option(value.as_deref());
                if *simple && let ExprKind::Name { id, .. } = target.kind {
                    self.annotated.insert(mangle(self.class, id));
                    if let Some(declaration) = self.globals.iter().chain(&self.nonlocals).find(|declared| declared.name == id) {
                        let kind = if self.globals.contains(declaration) { "global" } else { "nonlocal" };
                        self.problems.push((target.span, format!("annotated name '{id}' can't be {kind}")));
                    }
                }
                self.expr(target, false);
            }
            StmtKind::For(node) => {
                self.expr(&node.iter, false);
                self.expr(&node.target, false);
                self.block(&node.body);
                self.block(&node.orelse);
            }
            StmtKind::While { test, body, orelse } | StmtKind::If { test, body, orelse } => {
                self.expr(test, false);
                self.block(body);
                self.block(orelse);
            }
            StmtKind::With(node) => {
                for item in &node.items {
                    self.expr(&item.context, false);
                    self.option(item.vars.as_ref());
                }
                self.block(&node.body);
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject, false);
                for case in cases {
                    self.pattern(&case.pattern);
                    self.option(case.guard.as_ref());
                    self.block(&case.body);
                }
            }
            StmtKind::Raise { exc, cause } => {
                self.option(exc.as_deref());
                self.option(cause.as_deref());
            }
            StmtKind::Try(node) => {
                self.block(&node.body);
                for handler in &node.handlers {
                    self.option(handler.typ.as_ref());
                    if let Some(target) = handler.name {
                        self.bind(target.name, target.span);
                    }
                    self.block(&handler.body);
                }
                self.block(&node.orelse);
                self.block(&node.finalbody);
            }
            StmtKind::Assert { test, msg } => {
                self.expr(test, false);
                self.option(msg.as_deref());
            }
            StmtKind::Import(names) => {
                for alias in names {
                    let bound = alias.asname.unwrap_or(Identifier { name: root(alias.name.name), span: alias.name.span });
                    self.bind_import(bound, Item::Import { module: alias.name.name, binds_root: alias.asname.is_none() });
                }
            }
            StmtKind::ImportFrom { module, names, level } => {
                for alias in names.iter().filter(|alias| alias.name.name != "*") {
                    let bound = alias.asname.unwrap_or(alias.name);
                    self.bind_import(bound, Item::ImportFrom { module: *module, level: *level, name: alias.name.name });
                }
            }
            StmtKind::Global(names) => self.declare(names, true),
            StmtKind::Nonlocal(names) => self.declare(names, false),
            StmtKind::Expr(value) => self.expr(value, false),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue | StmtKind::Error => {}
        }
    }

    fn declare(&mut self, names: &[Identifier], is_global: bool) {
        let kind = if is_global { "global" } else { "nonlocal" };
        for &declared in names {
            let declared = Identifier { name: mangle(self.class, declared.name), span: declared.span };
            let text = declared.name;
            let other = if is_global { &self.nonlocals } else { &self.globals };
            if other.iter().any(|other| other.name == text) {
                self.problems.push((declared.span, format!("name '{text}' is nonlocal and global")));
            } else if self.annotated.contains(&text) {
                self.problems.push((declared.span, format!("annotated name '{text}' can't be {kind}")));
            } else if self.used.contains(&text) {
                self.problems.push((declared.span, format!("name '{text}' is used prior to {kind} declaration")));
            } else if self.bound.contains(&text) {
                self.problems.push((declared.span, format!("name '{text}' is assigned to before {kind} declaration")));
            }
            if is_global { self.globals.push(declared) } else { self.nonlocals.push(declared) }
        }
    }

    fn exprs(&mut self, exprs: &[Expr]) {
        exprs.iter().for_each(|expr| self.expr(expr, false));
    }

    fn option(&mut self, expr: Option<&Expr>) {
        if let Some(expr) = expr {
            self.expr(expr, false);
        }
    }

    /// `in_comprehension`: names belong to a comprehension's own scope, except what `:=` binds.
    fn expr(&mut self, expr: &Expr, in_comprehension: bool) {
        match &expr.kind {
            ExprKind::Name { id, ctx } => match ctx {
                _ if in_comprehension => {}
                Context::Load => {
                    self.used.insert(mangle(self.class, *id));
                }
                Context::Store | Context::Del => self.bind(*id, expr.span),
            },
            ExprKind::NamedExpr { target, value } => {
                self.expr(value, in_comprehension);
                if let ExprKind::Name { id, .. } = target.kind {
                    self.bind(id, target.span);
                }
            }
            ExprKind::ListComp { generators, .. }
            | ExprKind::SetComp { generators, .. }
            | ExprKind::DictComp { generators, .. }
            | ExprKind::GeneratorExp { generators, .. } => {
                let first = generators.first().map(|generator| &generator.iter);
                children(expr, &mut |child| {
                    let is_first = first.is_some_and(|first| std::ptr::eq(first, child));
                    grow(|| self.expr(child, in_comprehension || !is_first));
                });
            }
            _ => children(expr, &mut |child| grow(|| self.expr(child, in_comprehension))),
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        match &pattern.kind {
            PatternKind::MatchValue(value) => self.expr(value, false),
            PatternKind::MatchSingleton(_) => {}
            PatternKind::MatchSequence(patterns) | PatternKind::MatchOr(patterns) => self.patterns(patterns),
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.exprs(keys);
                self.patterns(patterns);
                self.capture(*rest);
            }
            PatternKind::MatchClass { cls, patterns, kwd_patterns, .. } => {
                self.expr(cls, false);
                self.patterns(patterns);
                self.patterns(kwd_patterns);
            }
            PatternKind::MatchStar(capture) => self.capture(*capture),
            PatternKind::MatchAs { pattern, name } => {
                if let Some(pattern) = pattern {
                    grow(|| self.pattern(pattern));
                }
                self.capture(*name);
            }
        }
    }

    fn patterns(&mut self, patterns: &[Pattern]) {
        patterns.iter().for_each(|pattern| grow(|| self.pattern(pattern)));
    }

    fn capture(&mut self, capture: Option<Identifier>) {
        if let Some(capture) = capture {
            self.bind(capture.name, capture.span);
        }
    }
}

/// The name that `import a.b.c` binds.
pub(super) fn root(dotted: Name) -> Name {
    match dotted.split_once('.') {
        Some((root, _)) => name(root),
        None => dotted,
    }
}
