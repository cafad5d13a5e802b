//! Functions, lambdas and classes.

use std::sync::Arc;

use pyc_base::{Name, Span, codes, name};
use pyc_syntax::ast::{
    Arg, Arguments, ClassDef as TreeClass, Constant, Expr as Tree, ExprKind, FunctionDef, Keyword, Stmt as TreeStmt, StmtKind, Str,
};

use super::bindings::Bindings;
use super::dataclass::Made;
use super::literal::signed_literal;
use super::scope::{Frame, FrameKind};
use super::type_ref::dotted;
use super::{ClassData, FunctionData, Lowering, is_docstring};
use crate::{
    BodyOwner, ClassDef, ClassId, ClassSourceMap, Decorator, DefaultValue, Expr, ExprId, FunctionId, Item, Member, Param, ParamKind,
    ParamSource, Signature, SignatureSourceMap, Stmt, TypeParam, TypeParamKind, TypeRef,
};

/// The parameters of a function, and their defaults that have to be evaluated.
struct Params {
    params: Box<[Param]>,
    sources: Box<[ParamSource]>,
    defaults: Box<[(u32, ExprId)]>,
}

impl Lowering<'_> {
    pub(super) fn function_def(&mut self, span: Span, def: &FunctionDef) -> Stmt {
        let decorators = self.exprs(&def.decorators);
        let params = self.params(&def.args);
        let path = self.def_path(def.name.name);
        let steps = path.path.to_vec();
        let id = FunctionId::new(self.db, path);
        self.owners.push(BodyOwner::Function(id));
        let signature = Signature {
            name: def.name.name,
            is_async: def.is_async,
            is_generator: false,
            decorators: self.decorators(&def.decorators),
            type_params: self.type_params(&def.type_params),
            params: params.params,
            ret: def.returns.as_ref().map(|ret| self.annotation(ret)),
            is_stub: is_stub(&def.body),
            docstring: def.body.first().and_then(docstring),
        };
        let source_map = SignatureSourceMap {
            span,
            name: def.name.span,
            params: params.sources,
            ret: def.returns.as_ref().map(|ret| ret.span),
            decorators: def.decorators.iter().map(|decorator| decorator.span).collect(),
            type_params: def.type_params.iter().map(|param| param.span).collect(),
        };
        let is_overload = signature.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| *last == "overload"));
        let target = self.bind_definition(def.name, Item::Function(id), Member::Function(id), is_overload);
        let bindings = Bindings::of(&def.body, self.class_name());
        self.function_body(id, steps, signature, source_map, &bindings, |this| {
            let statements = this.without_docstring(&def.body);
            this.block(statements)
        });
        Stmt::Def { function: id, target, decorators, defaults: params.defaults }
    }

    pub(super) fn lambda(&mut self, span: Span, args: &Arguments, body: &Tree) -> Expr {
        let params = self.params(args);
        let text = name("<lambda>");
        let path = self.def_path(text);
        let steps = path.path.to_vec();
        let id = FunctionId::new(self.db, path);
        self.owners.push(BodyOwner::Function(id));
        let signature = Signature {
            name: text,
            is_async: false,
            is_generator: false,
            decorators: Box::default(),
            type_params: Box::default(),
            params: params.params,
            ret: None,
            is_stub: false,
            docstring: None,
        };
        let source_map = SignatureSourceMap { span, name: span, params: params.sources, ..SignatureSourceMap::default() };
        let bindings = Bindings::of_expr(body, self.class_name());
        self.function_body(id, steps, signature, source_map, &bindings, |this| {
            let value = this.expr(body);
            Box::from([this.frame().body.stmt(Stmt::Return(Some(value)), body.span)])
        });
        if !params.defaults.is_empty() {
            // The lambda is the next expression of the body around it.
            let lambda = self.frame().body.next_expr();
            self.frame().body.lambda_defaults.insert(lambda, params.defaults);
        }
        Expr::Lambda(id)
    }

    /// Lowers a body in a scope of its own and writes the function down.
    pub(super) fn function_body(
        &mut self,
        id: FunctionId,
        path: Vec<(Name, u32)>,
        mut signature: Signature,
        source_map: SignatureSourceMap,
        bindings: &Bindings,
        lower: impl FnOnce(&mut Self) -> crate::Block,
    ) {
        let enclosing = self.enclosing();
        let owner = BodyOwner::Function(id);
        let mut frame = Frame::new(FrameKind::Function { is_async: signature.is_async }, owner, path);
        frame.body.place = self.place;
        frame.type_params = signature.type_params.iter().map(|param| param.name).collect();
        for (param, source) in signature.params.iter().zip(&source_map.params) {
            let local = frame.body.local(param.name, source.name);
            frame.body.params.push(local);
            frame.set_variable(param.name, local);
        }
        self.frames.push(frame);
        self.open_scope(bindings);
        let block = lower(self);
        let frame = self.pop_frame();
        signature.is_generator = frame.first_yield.is_some();
        if let (true, Some(_), Some(place)) = (signature.is_async, frame.first_yield, frame.first_return) {
            self.error(codes::MISPLACED, place, "'return' with value in async generator");
        }
        self.functions.push(FunctionData { id, enclosing, signature, source_map, body: frame.body.finish(owner, block) });
    }

    pub(super) fn class_def(&mut self, span: Span, def: &TreeClass) -> Stmt {
        if let Some(alias) = self.typed_dict(span, def) {
            return alias;
        }
        let made = self.dataclass(def).or_else(|| self.named_tuple(def)).or_else(|| self.enumeration(def));
        self.class_made(span, def, made)
    }

    /// A class, with what its decorator or base makes of it.
    pub(super) fn class_made(&mut self, span: Span, def: &TreeClass, made: Option<Made>) -> Stmt {
        let decorators = self.exprs(&def.decorators);
        let path = self.def_path(def.name.name);
        let steps = path.path.to_vec();
        let id = ClassId::new(self.db, path);
        let owner = BodyOwner::Class(id);
        self.owners.push(owner);
        let enclosing = self.enclosing();
        let target = self.bind_definition(def.name, Item::Class(id), Member::Class(id), false);
        let mut type_params = self.type_params(&def.type_params);
        let is_abstract = def.bases.is_empty() && def.keywords.iter().any(|keyword| self.is_abstract_meta(keyword));
        if is_abstract {
            self.require("abc", "ABC", def.name.span);
        }
        let bases: Box<[TypeRef]> = match made.as_ref().and_then(|made| made.base) {
            Some(base) => Box::new([TypeRef::Name(Box::new([base]))]),
            None if is_abstract => Box::new([TypeRef::Name(Box::new([name("_abc_ABC")]))]),
            None => def.bases.iter().map(|base| self.annotation(base)).collect(),
        };
        if type_params.is_empty() {
            let variable = |name| TypeParam { name, kind: TypeParamKind::TypeVar, bound: None, default: None };
            type_params = self.type_variables(&bases).into_iter().map(variable).collect();
        }
        let class_decorators = self.decorators(&def.decorators);
        let bindings = Bindings::of(&def.body, Some(def.name.name));
        let mut frame = Frame::new(FrameKind::Class { name: def.name.name }, owner, steps);
        frame.body.place = self.place;
        frame.type_params = type_params.iter().map(|param| param.name).collect();
        self.frames.push(frame);
        self.open_scope(&bindings);
        let statements = self.without_docstring(made.as_ref().map_or(&def.body, |made| &made.body));
        let cached = self.cached_properties(statements);
        let statements = cached.as_ref().map_or(statements, |(changed, _)| changed);
        let enum_members = made.as_ref().map(|made| made.enum_members.clone()).unwrap_or_default().into();
        let mut block = match &made {
            Some(made) => self.synthesised(&made.before, made.span),
            None => Vec::new(),
        };
        block.extend(self.block(statements));
        for (named, span) in cached.iter().flat_map(|(_, found)| found) {
            block.extend(self.cached_property(*named, *span));
        }
        if let Some(made) = made {
            block.extend(self.synthesised(&made.methods, made.span));
        }
        block.extend(self.total_ordering(def));
        let frame = self.pop_frame();
        let (members, member_sources): (Vec<_>, Vec<_>) =
            frame.members.into_iter().map(|(name, member, source)| ((name, member), source)).unzip();
        let class = ClassDef {
            name: def.name.name,
            decorators: class_decorators,
            type_params,
            bases,
            keywords: def
                .keywords
                .iter()
                .filter(|keyword| !self.is_abstract_meta(keyword))
                .map(|keyword| keyword.arg.map_or_else(|| name("**"), |arg| arg.name))
                .collect(),
            members: members.into(),
            docstring: def.body.first().and_then(docstring),
            enum_members,
        };
        let source_map = ClassSourceMap {
            span,
            name: def.name.span,
            bases: def.bases.iter().map(|base| base.span).collect(),
            keywords: def.keywords.iter().filter(|keyword| !self.is_abstract_meta(keyword)).map(|keyword| keyword.span).collect(),
            decorators: def.decorators.iter().map(|decorator| decorator.span).collect(),
            type_params: def.type_params.iter().map(|param| param.span).collect(),
            members: member_sources.into(),
        };
        self.classes.push(ClassData { id, enclosing, def: class, source_map, body: frame.body.finish(owner, block.into()) });
        Stmt::ClassDef { class: id, target, decorators }
    }

    /// `metaclass=ABCMeta`, which says the same as the base `ABC`.
    fn is_abstract_meta(&self, keyword: &Keyword) -> bool {
        keyword.arg.is_some_and(|arg| arg.name == *"metaclass")
            && self.library_name(&keyword.value).is_some_and(|named| named == "abc.ABCMeta")
    }

    fn params(&mut self, args: &Arguments) -> Params {
        let mut lowered = Params { params: Box::default(), sources: Box::default(), defaults: Box::default() };
        let mut params = Vec::new();
        let mut sources = Vec::new();
        let mut defaults = Vec::new();
        let positional = args.posonlyargs.len() + args.args.len();
        let without_default = positional.saturating_sub(args.defaults.len());
        let normal = args.posonlyargs.iter().map(|arg| (arg, ParamKind::PositionalOnly));
        let normal = normal.chain(args.args.iter().map(|arg| (arg, ParamKind::Normal))).enumerate();
        let normal = normal.map(|(at, (arg, kind))| (arg, kind, at.checked_sub(without_default).and_then(|at| args.defaults.get(at))));
        let keyword_only = args.kwonlyargs.iter().enumerate();
        let keyword_only =
            keyword_only.map(|(at, arg)| (arg, ParamKind::KeywordOnly, args.kw_defaults.get(at).and_then(|default| default.as_ref())));
        let all = normal
            .chain(args.vararg.iter().map(|arg| (&**arg, ParamKind::VarArgs, None)))
            .chain(keyword_only)
            .chain(args.kwarg.iter().map(|arg| (&**arg, ParamKind::KwArgs, None)));
        for (arg, kind, default) in all {
            let name = self.param_name(arg, &params);
            let default_span = default.map(|default| default.span);
            let default = default.map(|default| match signed_literal(default) {
                Some(literal) => DefaultValue::Literal(literal),
                None => {
                    let value = self.expr(default);
                    defaults.push((params.len() as u32, value));
                    DefaultValue::Evaluated
                }
            });
            let annotation = arg.annotation.as_ref().map(|annotation| self.annotation(annotation));
            params.push(Param { name, kind, annotation, default });
            let annotation = arg.annotation.as_ref().map(|annotation| annotation.span);
            sources.push(ParamSource { name: arg.name.span, annotation, default: default_span });
        }
        lowered.params = params.into();
        lowered.sources = sources.into();
        lowered.defaults = defaults.into();
        lowered
    }

    fn param_name(&mut self, arg: &Arg, before: &[Param]) -> Name {
        let name = self.mangle(arg.name.name);
        if before.iter().any(|param| param.name == name) {
            self.error(codes::DUPLICATE_PARAMETER, arg.name.span, format!("duplicate argument '{name}' in function definition"));
        }
        name
    }

    fn decorators(&mut self, decorators: &[Tree]) -> Box<[Decorator]> {
        decorators.iter().map(decorator).collect()
    }
}

fn decorator(expr: &Tree) -> Decorator {
    let (target, args, is_call) = match &expr.kind {
        ExprKind::Call { func, args, keywords } => {
            let positional = args.iter().map(|arg| (None, signed_literal(arg)));
            let named = keywords.iter().map(|keyword| (keyword.arg.map(|arg| arg.name), signed_literal(&keyword.value)));
            (&**func, positional.chain(named).collect(), true)
        }
        _ => (expr, Box::default(), false),
    };
    Decorator { path: dotted(target).unwrap_or_default().into(), args, is_call }
}

pub(super) fn docstring(statement: &TreeStmt) -> Option<Arc<str>> {
    match &statement.kind {
        StmtKind::Expr(value) => match &value.kind {
            ExprKind::Constant(Constant::Str { value: Str::Utf8(text), .. }) => Some(Arc::from(&**text)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a body is `...` alone, after a docstring.
fn is_stub(body: &[TreeStmt]) -> bool {
    let rest = match body {
        [first, rest @ ..] if is_docstring(first) => rest,
        _ => body,
    };
    match rest {
        [only] => matches!(&only.kind, StmtKind::Expr(value) if matches!(value.kind, ExprKind::Constant(Constant::Ellipsis))),
        _ => false,
    }
}
