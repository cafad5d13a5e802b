//! The scopes around a place, and what a name means there.

use pyc_base::{Diagnostic, Name, Span, codes};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Lowering;
use super::bindings::Bindings;
use crate::{
    Block, Body, BodyOwner, BodySourceMap, Expr, ExprId, Local, LocalId, Member, MemberSource, NameRef, Stmt, StmtId, local_item_name,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FrameKind {
    Module,
    Class { name: Name },
    Function { is_async: bool },
}

/// A body that is being lowered, and its scope.
pub(super) struct Frame {
    pub(super) kind: FrameKind,
    pub(super) owner: BodyOwner,
    pub(super) path: Vec<(Name, u32)>,
    numbers: FxHashMap<Name, u32>,
    pub(super) body: BodyBuilder,
    /// Of a function.
    variables: FxHashMap<Name, LocalId>,
    /// What a class's own statements bind.
    class_names: FxHashSet<Name>,
    /// Names of a function that stand for an imported thing or a class: what the module calls it.
    items: FxHashMap<Name, Name>,
    globals: FxHashSet<Name>,
    nonlocals: FxHashSet<Name>,
    /// What the comprehensions around the current place bind, the outermost first.
    pub(super) comprehensions: Vec<FxHashMap<Name, LocalId>>,
    /// Of the definition itself: seen inside it.
    pub(super) type_params: Vec<Name>,
    /// The loops around the current place that `break` can leave.
    pub(super) loops: u32,
    pub(super) first_yield: Option<Span>,
    /// The first `return` with a value.
    pub(super) first_return: Option<Span>,
    /// In a class: what it declares.
    pub(super) members: Vec<(Name, Member, MemberSource)>,
    /// Inside `if TYPE_CHECKING:`, whose statements count but never run.
    pub(super) is_type_checking: bool,
    pub(super) guard: Guard,
}

/// Where a place is in a `try` that catches what a failing import raises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Guard {
    Outside,
    Body,
    Handler,
}

impl Frame {
    pub(super) fn new(kind: FrameKind, owner: BodyOwner, path: Vec<(Name, u32)>) -> Self {
        Self {
            kind,
            owner,
            path,
            numbers: FxHashMap::default(),
            body: BodyBuilder::default(),
            variables: FxHashMap::default(),
            class_names: FxHashSet::default(),
            items: FxHashMap::default(),
            globals: FxHashSet::default(),
            nonlocals: FxHashSet::default(),
            comprehensions: Vec::new(),
            type_params: Vec::new(),
            loops: 0,
            first_yield: None,
            first_return: None,
            members: Vec::new(),
            is_type_checking: false,
            guard: Guard::Outside,
        }
    }

    pub(super) fn is_function(&self) -> bool {
        matches!(self.kind, FrameKind::Function { .. })
    }

    pub(super) fn is_async(&self) -> bool {
        matches!(self.kind, FrameKind::Function { is_async: true })
    }

    pub(super) fn next_number(&mut self, name: Name) -> u32 {
        let number = self.numbers.entry(name).or_default();
        *number += 1;
        *number - 1
    }

    /// Makes a variable of the function.
    pub(super) fn declare(&mut self, name: Name, span: Span) -> LocalId {
        if let Some(&local) = self.variables.get(&name) {
            return local;
        }
        let local = self.body.local(name, span);
        self.variables.insert(name, local);
        local
    }

    /// Adds names to those that a class's own statements bind.
    pub(super) fn bind_in_class(&mut self, bindings: &Bindings) {
        if let FrameKind::Class { .. } = self.kind {
            self.class_names.extend(bindings.names.iter().map(|(name, _)| *name));
        }
    }

    /// A parameter: of two with one name, which is an error, the last one is meant.
    pub(super) fn set_variable(&mut self, name: Name, local: LocalId) {
        self.variables.insert(name, local);
    }

    /// The function's own variable of that name.
    pub(super) fn variable(&self, name: Name) -> Option<LocalId> {
        self.variables.get(&name).copied()
    }

    /// What the module calls an imported thing or a class of this function.
    pub(super) fn item(&self, name: Name) -> Option<Name> {
        self.items.get(&name).copied()
    }

    fn comprehension_variable(&self, name: Name) -> Option<LocalId> {
        self.comprehensions.iter().rev().find_map(|scope| scope.get(&name).copied())
    }
}

/// The arenas of a body while it grows.
#[derive(Default)]
pub(super) struct BodyBuilder {
    pub(super) params: Vec<LocalId>,
    locals: Vec<Local>,
    local_spans: Vec<Span>,
    exprs: Vec<Expr>,
    expr_spans: Vec<Span>,
    stmts: Vec<Stmt>,
    stmt_spans: Vec<Span>,
    pub(super) lambda_defaults: FxHashMap<ExprId, Box<[(u32, ExprId)]>>,
    pub(super) handlers: FxHashMap<(StmtId, u32), Span>,
    pub(super) annotations: FxHashMap<StmtId, Span>,
    pub(super) keywords: FxHashMap<ExprId, Span>,
    pub(super) imports: FxHashMap<(StmtId, u32), Span>,
    /// Where everything is said to be, if the program has asked for this without writing it.
    pub(super) place: Option<Span>,
}

impl BodyBuilder {
    pub(super) fn expr(&mut self, expr: Expr, span: Span) -> ExprId {
        self.exprs.push(expr);
        self.expr_spans.push(self.place.unwrap_or(span));
        ExprId(self.exprs.len() as u32 - 1)
    }

    /// The id that the next expression will have.
    pub(super) fn next_expr(&self) -> ExprId {
        ExprId(self.exprs.len() as u32)
    }

    pub(super) fn stmt(&mut self, stmt: Stmt, span: Span) -> StmtId {
        self.stmts.push(stmt);
        self.stmt_spans.push(self.place.unwrap_or(span));
        StmtId(self.stmts.len() as u32 - 1)
    }

    pub(super) fn local(&mut self, name: Name, span: Span) -> LocalId {
        self.locals.push(Local { name, is_captured: false });
        self.local_spans.push(self.place.unwrap_or(span));
        LocalId(self.locals.len() as u32 - 1)
    }

    pub(super) fn finish(self, owner: BodyOwner, block: Block) -> (Body, BodySourceMap) {
        let body = Body {
            owner,
            locals: self.locals.into(),
            params: self.params.into(),
            exprs: self.exprs.into(),
            stmts: self.stmts.into(),
            block,
            lambda_defaults: self.lambda_defaults,
        };
        let mut source_map = BodySourceMap {
            exprs: self.expr_spans.into(),
            stmts: self.stmt_spans.into(),
            locals: self.local_spans.into(),
            handlers: self.handlers,
            annotations: self.annotations,
            keywords: self.keywords,
            imports: self.imports,
        };
        if let Some(place) = self.place {
            super::synthesis::place_body(&mut source_map, place);
        }
        (body, source_map)
    }
}

impl Lowering<'_> {
    /// Makes the variables of the innermost function or class. Its parameters must be there already.
    pub(super) fn open_scope(&mut self, bindings: &Bindings) {
        self.report_bindings(bindings);
        for declared in &bindings.nonlocals {
            let is_bound =
                self.frames[..self.frames.len() - 1].iter().any(|frame| frame.is_function() && frame.variable(declared.name).is_some());
            if !is_bound {
                self.error(codes::SCOPE_DECLARATION, declared.span, format!("no binding for nonlocal '{}' found", declared.name));
            }
        }
        let frame = self.frame();
        frame.globals = bindings.globals.iter().map(|declared| declared.name).collect();
        frame.nonlocals = bindings.nonlocals.iter().map(|declared| declared.name).collect();
        for &(name, span) in &bindings.names {
            if frame.globals.contains(&name) || frame.nonlocals.contains(&name) {
                continue;
            }
            match frame.kind {
                FrameKind::Function { .. } | FrameKind::Class { .. }
                    if frame.variable(name).is_none() && bindings.is_item(name, !frame.is_function()) =>
                {
                    let item = local_item_name(name, &frame.path);
                    frame.items.insert(name, item);
                }
                FrameKind::Function { .. } => {
                    frame.declare(name, span);
                }
                FrameKind::Class { .. } => {
                    frame.class_names.insert(name);
                }
                FrameKind::Module => {}
            }
        }
    }

    /// Reports declarations that contradict other statements or the parameters.
    pub(super) fn report_bindings(&mut self, bindings: &Bindings) {
        for (span, message) in &bindings.problems {
            self.error(codes::SCOPE_DECLARATION, *span, message.clone());
        }
        let frame = self.frames.last().expect("a scope is open");
        let is_module = frame.kind == FrameKind::Module;
        let is_parameter = |name| frame.variable(name).is_some_and(|local| frame.body.params.contains(&local));
        let mut messages = Vec::new();
        for declared in bindings.globals.iter().filter(|declared| is_parameter(declared.name)) {
            messages.push((declared.span, format!("name '{}' is parameter and global", declared.name)));
        }
        for declared in &bindings.nonlocals {
            if is_parameter(declared.name) {
                messages.push((declared.span, format!("name '{}' is parameter and nonlocal", declared.name)));
            } else if is_module {
                messages.push((declared.span, "nonlocal declaration not allowed at module level".to_owned()));
            }
        }
        for (span, message) in messages {
            self.error(codes::SCOPE_DECLARATION, span, message);
        }
    }

    /// What a (mangled) name means at the current place.
    pub(super) fn resolve(&mut self, name: Name, span: Span) -> NameRef {
        let top = self.frames.len() - 1;
        for depth in (0..=top).rev() {
            let frame = &self.frames[depth];
            if let Some(local) = frame.comprehension_variable(name) {
                return self.reach(depth, local, span);
            }
            match frame.kind {
                FrameKind::Function { .. } if frame.globals.contains(&name) => return NameRef::Global(name),
                FrameKind::Function { .. } => {
                    if let Some(item) = frame.item(name) {
                        return NameRef::Global(item);
                    }
                    if let Some(local) = frame.variable(name) {
                        return self.reach(depth, local, span);
                    }
                }
                // Functions and comprehensions in a class don't see its names.
                FrameKind::Class { .. } if depth == top && frame.comprehensions.is_empty() => {
                    if frame.globals.contains(&name) {
                        return NameRef::Global(name);
                    }
                    if let Some(item) = frame.item(name) {
                        return NameRef::Global(item);
                    }
                    if frame.class_names.contains(&name) {
                        return NameRef::Class(name);
                    }
                }
                FrameKind::Class { .. } | FrameKind::Module => {}
            }
            if self.frames[depth].type_params.contains(&name) {
                return NameRef::Global(name);
            }
        }
        NameRef::Global(name)
    }

    /// The first name of an annotation: that of the module, or what a function around binds once and for all.
    pub(super) fn type_name(&self, name: Name) -> Name {
        let visible = self.frames.iter().rev().find_map(|frame| match frame.item(name) {
            Some(item) => Some(Some(item)),
            None if frame.globals.contains(&name) || frame.variable(name).is_some() || frame.type_params.contains(&name) => Some(None),
            None => None,
        });
        visible.flatten().unwrap_or(name)
    }

    /// What `name := …` binds: a variable of the body, even inside comprehensions.
    pub(super) fn resolve_walrus(&mut self, name: Name, span: Span) -> NameRef {
        let hidden = std::mem::take(&mut self.frame().comprehensions);
        let resolved = self.resolve(name, span);
        self.frame().comprehensions = hidden;
        resolved
    }

    /// A variable of the body at `depth`, seen from the innermost one.
    fn reach(&mut self, depth: usize, local: LocalId, span: Span) -> NameRef {
        if depth + 1 == self.frames.len() {
            return NameRef::Local(local);
        }
        let frame = &mut self.frames[depth];
        frame.body.locals[local.index()].is_captured = true;
        match frame.owner {
            BodyOwner::Function(function) => NameRef::Captured { function, local },
            BodyOwner::Class(_) | BodyOwner::Module(_) => {
                let name = frame.body.locals[local.index()].name;
                let message = format!("'{name}', bound by a comprehension outside of functions, is used by a function inside it");
                let help = format!("move the comprehension into a function, or give the value along: 'lambda {name}={name}: …'");
                self.report(Diagnostic::error(codes::UNSUPPORTED_SCOPE, self.file_id, span, message).help(help));
                NameRef::Global(name)
            }
        }
    }
}
