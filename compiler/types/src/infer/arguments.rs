//! Arguments: which one goes to which parameter.

use pyc_base::{Name, codes, name};
use pyc_hir::{Arg, ArgKind, DefaultValue, ExprId, FunctionId, Param, ParamKind, Signature, TypeRef};

use super::Infer;
use super::call::Target;
use crate::diagnostic::TypeDiagnostic;
use crate::thir::{Expr, ExprKind, Origin};
use crate::ty::{Ty, TyKind};

/// An argument, evaluated already or not.
#[derive(Debug, Clone)]
pub(super) enum Source {
    Hir(ExprId),
    Done(Box<Expr>),
}

#[derive(Debug, Clone)]
pub(super) struct Given {
    pub(super) source: Source,
    pub(super) keyword: Option<Name>,
    /// `*values`, where their number is known only at run time.
    pub(super) is_star: bool,
    /// `**mapping`, of which only the run time knows the names.
    pub(super) is_mapping: bool,
}

impl Given {
    pub(super) fn new(source: Source, keyword: Option<Name>) -> Self {
        Self { source, keyword, is_star: false, is_mapping: false }
    }

    pub(super) fn value(value: Expr) -> Self {
        Self::new(Source::Done(Box::new(value)), None)
    }
}

/// Where a parameter's value comes from.
pub(super) enum Binding {
    Given(usize),
    Default(pyc_hir::Literal),
    /// A default that was evaluated where the function was defined.
    Evaluated,
    /// `*args`.
    Rest(Vec<usize>),
    /// `**kwargs`.
    Keywords(Vec<usize>),
    /// From `**mapping`, or else the default.
    Mapped(usize, Option<Box<Binding>>),
}

impl Infer<'_> {
    pub(super) fn given(&mut self, args: &[Arg]) -> Vec<Given> {
        let mut given = Vec::new();
        for arg in args {
            match arg.kind {
                ArgKind::Positional => given.push(Given::new(Source::Hir(arg.value), None)),
                ArgKind::Keyword(keyword) => given.push(Given::new(Source::Hir(arg.value), Some(keyword))),
                ArgKind::Star => {
                    let value = self.expr(arg.value, None);
                    let value = self.tuple_view(value);
                    let at = value.origin;
                    if let TyKind::Tuple(items) = value.ty.kind(self.db) {
                        let count = items.len();
                        let (store, local) = self.temp(value);
                        self.push(store);
                        for item in 0..count {
                            let item = self.tuple_get(self.local_expr(local, at), item);
                            given.push(Given::value(item));
                        }
                    } else if !value.ty.is_never(self.db) {
                        given.push(Given { is_star: true, ..Given::value(value) });
                    }
                }
                ArgKind::DoubleStar => {
                    self.given_mapping(arg.value, &mut given);
                }
            }
        }
        given
    }

    /// Whether a value is one of several tuples, each of a length that is known.
    pub(super) fn is_choice_of_tuples(&self, source: &Source) -> bool {
        let Source::Done(value) = source else { return false };
        value.ty.is_union(self.db) && value.ty.variants(self.db).iter().all(|ty| matches!(ty.kind(self.db), TyKind::Tuple(_)))
    }

    /// A call with `*values`, where these are one of several tuples: whichever they are, their items are arguments of their own.
    pub(super) fn invoke_for_each(
        &mut self,
        mut target: Target,
        given: Vec<Given>,
        at: usize,
        expected: Option<Ty>,
        origin: Origin,
    ) -> Expr {
        for part in [&mut target.receiver, &mut target.closure] {
            *part = part.take().map(|value| {
                let (store, kept) = self.temp(value);
                self.push(store);
                self.local_expr(kept, origin)
            });
        }
        let given: Vec<Given> = given.into_iter().map(|arg| self.evaluated(arg, origin)).collect();
        let Source::Done(values) = given[at].source.clone() else { return self.unknown(origin) };
        let result = self.dispatch(*values, origin, |this, tuple| {
            let TyKind::Tuple(items) = tuple.ty.kind(this.db) else { return Err(String::new()) };
            let (store, local) = this.temp(tuple.clone());
            this.push(store);
            let items: Vec<Given> =
                (0..items.len()).map(|item| Given::value(this.tuple_get(this.local_expr(local, origin), item))).collect();
            let mut all = given.clone();
            all.splice(at..=at, items);
            Ok(this.invoke(target.clone(), all, expected, origin))
        });
        result.unwrap_or_else(|| self.unknown(origin))
    }

    /// The arguments, evaluated once for several calls of which one happens.
    pub(super) fn given_values(&mut self, args: &[Arg], origin: Origin) -> Vec<Given> {
        let given = self.given(args);
        given.into_iter().map(|arg| self.evaluated(arg, origin)).collect()
    }

    pub(super) fn match_args(&mut self, signature: &Signature, skip: usize, given: &[Given], origin: Origin) -> Option<Vec<Binding>> {
        let params = signature.params.get(skip..).unwrap_or_default();
        let keywords = params.iter().position(|param| param.kind == ParamKind::KwArgs);
        let mappings: Vec<usize> = (0..given.len()).filter(|&at| given[at].is_mapping).collect();
        let mut named = mappings.clone();
        let mut bindings: Vec<Option<Binding>> = params.iter().map(|_| None).collect();
        let mut positional = params.iter().position(|param| param.kind == ParamKind::VarArgs).map_or_else(
            || params.iter().filter(|param| matches!(param.kind, ParamKind::PositionalOnly | ParamKind::Normal)).count(),
            |rest| rest,
        );
        positional = positional.min(params.len());
        let rest = params.iter().position(|param| param.kind == ParamKind::VarArgs);
        let mut extra = Vec::new();
        let mut next = 0;
        for (at, arg) in given.iter().enumerate() {
            match arg.keyword {
                None if arg.is_mapping => {}
                None if arg.is_star && (rest.is_none() || next < positional) => {
                    self.unsupported(
                        "`*` of something whose length is known only at run time",
                        "pass the elements one by one, or the list itself",
                        origin,
                    );
                    return None;
                }
                None if next < positional => {
                    bindings[next] = Some(Binding::Given(at));
                    next += 1;
                }
                None if rest.is_some() => extra.push(at),
                None => {
                    let count = given.iter().filter(|arg| arg.keyword.is_none()).count();
                    self.report(
                        TypeDiagnostic::error(
                            codes::ARGUMENT_COUNT,
                            origin,
                            format!("`{}` takes {positional} positional arguments, but {count} are given", signature.name),
                        )
                        .help("leave out the extra arguments"),
                    );
                    return None;
                }
                Some(keyword) => {
                    let param = params
                        .iter()
                        .position(|param| param.name == keyword && matches!(param.kind, ParamKind::Normal | ParamKind::KeywordOnly));
                    match param {
                        Some(param) if bindings[param].is_none() => bindings[param] = Some(Binding::Given(at)),
                        Some(_) => {
                            self.report(
                                TypeDiagnostic::error(
                                    codes::DUPLICATE_ARGUMENT,
                                    origin,
                                    format!("The argument `{keyword}` is given twice"),
                                )
                                .help("leave out one of them"),
                            );
                            return None;
                        }
                        None if keywords.is_some() => named.push(at),
                        None => return self.unknown_keyword(signature, params, keyword, origin),
                    }
                }
            }
        }
        if let Some(rest) = rest {
            bindings[rest] = Some(Binding::Rest(extra));
        }
        if let Some(keywords) = keywords {
            named.sort_unstable();
            bindings[keywords] = Some(Binding::Keywords(named));
        }
        let mut complete = Vec::new();
        for (param, binding) in params.iter().zip(bindings) {
            let can_be_mapped = matches!(param.kind, ParamKind::Normal | ParamKind::KeywordOnly);
            complete.push(match (binding, &param.default, param.kind) {
                (Some(binding), ..) => binding,
                (None, default, _) if can_be_mapped && mappings.len() == 1 => {
                    let default = default.as_ref().map(|default| match default {
                        DefaultValue::Literal(literal) => Box::new(Binding::Default(literal.clone())),
                        DefaultValue::Evaluated => Box::new(Binding::Evaluated),
                    });
                    Binding::Mapped(mappings[0], default)
                }
                (None, ..) if can_be_mapped && mappings.len() > 1 => {
                    self.unsupported(
                        "Several `**` in a call of a function whose parameters have names",
                        "join them to one dict first",
                        origin,
                    );
                    return None;
                }
                (None, Some(DefaultValue::Literal(literal)), _) => Binding::Default(literal.clone()),
                (None, Some(DefaultValue::Evaluated), _) => Binding::Evaluated,
                (None, None, _) => {
                    self.report(
                        TypeDiagnostic::error(
                            codes::ARGUMENT_COUNT,
                            origin,
                            format!("The argument `{}` of `{}` is missing", param.name, signature.name),
                        )
                        .help(format!("give a value for `{}`", param.name)),
                    );
                    return None;
                }
            });
        }
        Some(complete)
    }

    /// Whether the parameter that an argument goes to is a `Word`: of those the library has functions that are compiled for each text.
    pub(super) fn takes_word(
        &self,
        bindings: &[Binding],
        position: usize,
        skip: usize,
        signature: &Signature,
        function: FunctionId,
    ) -> bool {
        let takes = |binding: &Binding| match binding {
            Binding::Given(at) => *at == position,
            Binding::Rest(rest) => rest.contains(&position),
            _ => false,
        };
        let param = bindings.iter().position(takes).and_then(|at| signature.params.get(at + skip));
        param.is_some_and(|param| self.is_marked(function, param, "Word"))
    }

    /// Whether a function of the library takes an argument in a way that only the compiler knows: `Word` or `Keywords`.
    pub(super) fn is_marked(&self, function: FunctionId, param: &Param, mark: &str) -> bool {
        matches!(&param.annotation, Some(TypeRef::Name(path)) if path.last().is_some_and(|last| *last == mark))
            && function.def(self.db).file.is_stdlib(self.db)
    }

    pub(super) fn word_argument(&mut self, source: &Source, origin: Origin) -> Expr {
        let value = match source {
            Source::Done(value) => (**value).clone(),
            Source::Hir(id) => self.expr(*id, None),
        };
        match &value.kind {
            ExprKind::Str(text) => {
                let word = Ty::new(self.db, TyKind::Word(name(text)));
                self.expr_of(word, ExprKind::None, value.origin)
            }
            // Numbers and `None` stand for themselves.
            _ if crate::class::builtin_class(self.db, "str") != value.ty.as_class(self.db).map(|(class, _)| class) => value,
            _ => self.unsupported("A text that is known only at run time", "write the text out in this call", origin),
        }
    }

    fn unknown_keyword<T>(&mut self, signature: &Signature, params: &[pyc_hir::Param], keyword: Name, origin: Origin) -> Option<T> {
        let mut diagnostic =
            TypeDiagnostic::error(codes::UNKNOWN_KEYWORD, origin, format!("`{}` has no parameter `{keyword}`", signature.name));
        diagnostic = match crate::suggest::closest(keyword.as_str(), params.iter().map(|param| param.name)) {
            Some(close) => diagnostic.help(format!("did you mean `{close}`?")),
            None => diagnostic.help("use the names of its parameters"),
        };
        self.report(diagnostic);
        None
    }
}

/// Whether arguments are written in the order of the parameters.
pub(super) fn in_order(bindings: &[Binding]) -> bool {
    let given: Vec<usize> = bindings
        .iter()
        .flat_map(|binding| match binding {
            Binding::Given(at) => vec![*at],
            Binding::Rest(rest) => rest.clone(),
            Binding::Keywords(named) => named.clone(),
            Binding::Default(_) | Binding::Evaluated | Binding::Mapped(..) => Vec::new(),
        })
        .collect();
    given.is_sorted()
}
