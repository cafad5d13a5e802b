//! Statements and what belongs to them.

use super::Dumper;
use crate::ast::*;

impl Dumper<'_> {
    pub(super) fn statement(&mut self, statement: &Stmt) {
        stacker::maybe_grow(64 * 1024, 1024 * 1024, || self.statement_here(statement));
    }

    fn statement_here(&mut self, statement: &Stmt) {
        let mut empty = false;
        match &statement.kind {
            StmtKind::FunctionDef(function) => self.function(function),
            StmtKind::ClassDef(class) => self.class(class),
            StmtKind::Return(value) => {
                empty = value.is_none();
                self.optional_only("Return(", "value=", value.as_deref());
            }
            StmtKind::Delete(targets) => self.open_list("Delete(targets=", targets),
            StmtKind::Assign { targets, value } => {
                self.open_list("Assign(targets=", targets);
                self.expr_field("value", value);
            }
            StmtKind::TypeAlias { name, type_params, value } => {
                self.open("TypeAlias(name=", name);
                self.list_field("type_params", type_params, Self::type_param);
                self.expr_field("value", value);
            }
            StmtKind::AugAssign { target, op, value } => {
                self.open("AugAssign(target=", target);
                self.field("op");
                self.debug_name(op);
                self.expr_field("value", value);
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.open("AnnAssign(target=", target);
                self.expr_field("annotation", annotation);
                self.optional_field("value", value.as_deref());
                self.out.push_str(if *simple { ", simple=1" } else { ", simple=0" });
            }
            StmtKind::For(it) => {
                self.out.push_str(if it.is_async { "AsyncFor(target=" } else { "For(target=" });
                self.expr(&it.target);
                self.expr_field("iter", &it.iter);
                self.body(&it.body);
                self.list_field("orelse", &it.orelse, Self::statement);
            }
            StmtKind::While { test, body, orelse } => {
                self.open("While(test=", test);
                self.body(body);
                self.list_field("orelse", orelse, Self::statement);
            }
            StmtKind::If { test, body, orelse } => {
                self.open("If(test=", test);
                self.body(body);
                self.list_field("orelse", orelse, Self::statement);
            }
            StmtKind::With(with) => {
                self.out.push_str(if with.is_async { "AsyncWith(items=" } else { "With(items=" });
                self.list(&with.items, Self::with_item);
                self.body(&with.body);
            }
            StmtKind::Match { subject, cases } => {
                self.open("Match(subject=", subject);
                self.list_field("cases", cases, Self::match_case);
            }
            StmtKind::Raise { exc, cause } => {
                empty = exc.is_none();
                self.optional_only("Raise(", "exc=", exc.as_deref());
                self.optional_field("cause", cause.as_deref());
            }
            StmtKind::Try(it) => self.try_statement(it),
            StmtKind::Assert { test, msg } => {
                self.open("Assert(test=", test);
                self.optional_field("msg", msg.as_deref());
            }
            StmtKind::Import(names) => {
                self.out.push_str("Import(names=");
                self.list(names, Self::alias);
            }
            StmtKind::ImportFrom { module, names, level } => {
                self.out.push_str("ImportFrom(");
                if let Some(module) = module {
                    self.out.push_str("module=");
                    self.name(*module);
                    self.out.push_str(", ");
                }
                self.out.push_str("names=");
                self.list(names, Self::alias);
                self.field("level");
                self.number(*level);
            }
            StmtKind::Global(names) => {
                self.out.push_str("Global(names=");
                self.list(names, |dumper, name| dumper.name(name.name));
            }
            StmtKind::Nonlocal(names) => {
                self.out.push_str("Nonlocal(names=");
                self.list(names, |dumper, name| dumper.name(name.name));
            }
            StmtKind::Expr(value) => self.open("Expr(value=", value),
            StmtKind::Pass | StmtKind::Break | StmtKind::Continue | StmtKind::Error => {
                empty = true;
                self.out.push_str(match statement.kind {
                    StmtKind::Pass => "Pass(",
                    StmtKind::Break => "Break(",
                    StmtKind::Continue => "Continue(",
                    _ => "Error(",
                });
            }
        }
        self.end(statement.span, empty);
    }

    fn function(&mut self, function: &FunctionDef) {
        self.out.push_str(if function.is_async { "AsyncFunctionDef(name=" } else { "FunctionDef(name=" });
        self.name(function.name.name);
        self.field("args");
        self.arguments(&function.args);
        self.body(&function.body);
        self.list_field("decorator_list", &function.decorators, Self::expr);
        self.optional_field("returns", function.returns.as_deref());
        self.type_params(&function.type_params);
    }

    fn class(&mut self, class: &ClassDef) {
        self.out.push_str("ClassDef(name=");
        self.name(class.name.name);
        self.list_field("bases", &class.bases, Self::expr);
        self.list_field("keywords", &class.keywords, Self::keyword);
        self.body(&class.body);
        self.list_field("decorator_list", &class.decorators, Self::expr);
        self.type_params(&class.type_params);
    }

    fn type_params(&mut self, type_params: &[TypeParam]) {
        if !type_params.is_empty() {
            self.list_field("type_params", type_params, Self::type_param);
        }
    }

    fn type_param(&mut self, param: &TypeParam) {
        self.out.push_str(match param.kind {
            TypeParamKind::TypeVar => "TypeVar(name=",
            TypeParamKind::ParamSpec => "ParamSpec(name=",
            TypeParamKind::TypeVarTuple => "TypeVarTuple(name=",
        });
        self.name(param.name.name);
        self.optional_field("bound", param.bound.as_deref());
        self.optional_field("default_value", param.default.as_deref());
        self.end(param.span, false);
    }

    fn try_statement(&mut self, it: &Try) {
        self.out.push_str(if it.is_star { "TryStar(body=" } else { "Try(body=" });
        self.list(&it.body, Self::statement);
        self.list_field("handlers", &it.handlers, Self::handler);
        self.list_field("orelse", &it.orelse, Self::statement);
        self.list_field("finalbody", &it.finalbody, Self::statement);
    }

    fn handler(&mut self, handler: &ExceptHandler) {
        self.out.push_str("ExceptHandler(");
        if let Some(typ) = &handler.typ {
            self.out.push_str("type=");
            self.expr(typ);
            self.out.push_str(", ");
        }
        if let Some(name) = &handler.name {
            self.out.push_str("name=");
            self.name(name.name);
            self.out.push_str(", ");
        }
        self.out.push_str("body=");
        self.list(&handler.body, Self::statement);
        self.end(handler.span, false);
    }

    fn body(&mut self, body: &[Stmt]) {
        self.list_field("body", body, Self::statement);
    }

    fn with_item(&mut self, item: &WithItem) {
        self.open("withitem(context_expr=", &item.context);
        self.optional_field("optional_vars", item.vars.as_ref());
        self.out.push(')');
    }

    fn alias(&mut self, alias: &Alias) {
        self.out.push_str("alias(name=");
        self.name(alias.name.name);
        if let Some(asname) = alias.asname {
            self.field("asname");
            self.name(asname.name);
        }
        self.end(alias.span, false);
    }

    pub(super) fn arguments(&mut self, arguments: &Arguments) {
        self.out.push_str("arguments(posonlyargs=");
        self.list(&arguments.posonlyargs, Self::arg);
        self.list_field("args", &arguments.args, Self::arg);
        if let Some(vararg) = &arguments.vararg {
            self.field("vararg");
            self.arg(vararg);
        }
        self.list_field("kwonlyargs", &arguments.kwonlyargs, Self::arg);
        self.list_field("kw_defaults", &arguments.kw_defaults, Self::expr_or_none);
        if let Some(kwarg) = &arguments.kwarg {
            self.field("kwarg");
            self.arg(kwarg);
        }
        self.list_field("defaults", &arguments.defaults, Self::expr);
        self.out.push(')');
    }

    fn arg(&mut self, arg: &Arg) {
        self.out.push_str("arg(arg=");
        self.name(arg.name.name);
        self.optional_field("annotation", arg.annotation.as_deref());
        self.end(arg.span, false);
    }

    fn match_case(&mut self, case: &MatchCase) {
        self.out.push_str("match_case(pattern=");
        self.pattern(&case.pattern);
        self.optional_field("guard", case.guard.as_ref());
        self.body(&case.body);
        self.out.push(')');
    }

    fn pattern(&mut self, pattern: &Pattern) {
        let mut empty = false;
        match &pattern.kind {
            PatternKind::MatchValue(value) => self.open("MatchValue(value=", value),
            PatternKind::MatchSingleton(value) => {
                self.out.push_str("MatchSingleton(value=");
                self.constant(value);
            }
            PatternKind::MatchSequence(patterns) => {
                self.out.push_str("MatchSequence(patterns=");
                self.list(patterns, Self::pattern);
            }
            PatternKind::MatchMapping { keys, patterns, rest } => {
                self.open_list("MatchMapping(keys=", keys);
                self.list_field("patterns", patterns, Self::pattern);
                if let Some(rest) = rest {
                    self.field("rest");
                    self.name(rest.name);
                }
            }
            PatternKind::MatchClass { cls, patterns, kwd_attrs, kwd_patterns } => {
                self.open("MatchClass(cls=", cls);
                self.list_field("patterns", patterns, Self::pattern);
                self.list_field("kwd_attrs", kwd_attrs, |dumper, name| dumper.name(name.name));
                self.list_field("kwd_patterns", kwd_patterns, Self::pattern);
            }
            PatternKind::MatchStar(name) => {
                self.out.push_str("MatchStar(");
                empty = name.is_none();
                if let Some(name) = name {
                    self.out.push_str("name=");
                    self.name(name.name);
                }
            }
            PatternKind::MatchAs { pattern, name } => {
                self.out.push_str("MatchAs(");
                empty = name.is_none();
                if let Some(pattern) = pattern {
                    self.out.push_str("pattern=");
                    self.pattern(pattern);
                    self.out.push_str(", ");
                }
                if let Some(name) = name {
                    self.out.push_str("name=");
                    self.name(name.name);
                }
            }
            PatternKind::MatchOr(patterns) => {
                self.out.push_str("MatchOr(patterns=");
                self.list(patterns, Self::pattern);
            }
        }
        self.end(pattern.span, empty);
    }
}
