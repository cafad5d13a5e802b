//! Which functions Python can call.

use pyc_base::{Diagnostic, Name, Severity, Span, codes};
use pyc_hir::{BodyOwner, Db, DefaultValue, File, FunctionId, Item, Literal, ParamKind};
use pyc_types::thir::Mode;
use pyc_types::{Instance, Ty};

use crate::crossing;
use crate::literal;

/// A function that Python can call.
pub(crate) struct Export {
    pub(crate) name: Name,
    pub(crate) params: Vec<Param>,
    /// What it gives.
    pub(crate) ret: Ty,
}

pub(crate) struct Param {
    pub(crate) name: Name,
    pub(crate) ty: Ty,
    pub(crate) kind: ParamKind,
    pub(crate) default: Option<Literal>,
}

/// The public functions of a module.
pub(crate) struct Exports {
    functions: Vec<(Name, FunctionId, Result<Instance, Refusal>)>,
}

/// Why a function is not exported.
struct Refusal {
    span: Span,
    /// What is at the place, as in "has no type".
    label: String,
    help: String,
}

impl Refusal {
    fn new(span: Span, label: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, label: label.into(), help: help.into() }
    }
}

/// Decorators that change nothing about how a function is called.
const HARMLESS: [&str; 3] = ["inline", "noinline", "export"];
/// Functions with these are not the module's own, or not for the host.
const NOT_MEANT: [&str; 3] = ["extern", "intrinsic", "kernel"];

impl Exports {
    /// Those that the header of tells whether they can be called.
    pub(crate) fn of(db: &dyn Db, module: File) -> Self {
        let items = pyc_hir::module_items(db, module);
        let public = |(name, item): &(Name, Item)| match item {
            Item::Function(function) if !name.starts_with('_') && !NOT_MEANT.iter().any(|named| has_decorator(db, *function, named)) => {
                Some((*name, *function, instance(db, *function)))
            }
            _ => None,
        };
        Self { functions: items.items.iter().filter_map(public).collect() }
    }

    /// What is compiled for them.
    pub(crate) fn candidates(&self) -> Vec<Instance> {
        self.functions.iter().filter_map(|(_, _, instance)| instance.as_ref().ok().copied()).collect()
    }

    /// Those whose values can go from and to Python; says why the others can't. For modules without errors.
    pub(crate) fn that_cross(self, db: &dyn Db, diagnostics: &mut Vec<Diagnostic>) -> Vec<Export> {
        let mut exports = Vec::new();
        for (name, function, instance) in self.functions {
            match instance.and_then(|instance| export(db, name, function, instance)) {
                Ok(export) => exports.push(export),
                Err(refusal) => diagnostics.push(not_exported(db, name, function, refusal)),
            }
        }
        exports
    }
}

pub(crate) fn has_decorator(db: &dyn Db, function: FunctionId, name: &str) -> bool {
    let signature = pyc_hir::signature(db, function);
    signature.decorators.iter().any(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == name))
}

/// The function at the types that its header says.
fn instance(db: &dyn Db, function: FunctionId) -> Result<Instance, Refusal> {
    let signature = pyc_hir::signature(db, function);
    let source = pyc_hir::signature_source_map(db, function);
    let decorators = signature.decorators.iter().zip(&source.decorators);
    for (decorator, span) in decorators {
        if decorator.path.last().is_none_or(|last| !HARMLESS.contains(&last.as_str())) {
            return Err(Refusal::new(*span, "decorated", "define a function without a decorator that calls this one"));
        }
    }
    if let Some(span) = source.type_params.first() {
        return Err(Refusal::new(*span, "generic", "define a function for the types that Python uses, which calls this one"));
    }
    for (at, param) in signature.params.iter().enumerate() {
        let span = source.param(at);
        match (&param.kind, &param.annotation, &param.default) {
            (ParamKind::VarArgs, ..) => return Err(Refusal::new(span, "any number of arguments", "take a list")),
            (ParamKind::KwArgs, ..) => return Err(Refusal::new(span, "any keywords", "take a dict")),
            (_, None, _) => return Err(Refusal::new(span, "has no type", format!("say its type, as in `{}: int`", param.name))),
            (_, _, Some(DefaultValue::Evaluated)) => return Err(no_literal(span)),
            (_, _, Some(DefaultValue::Literal(value))) if literal::source(value).is_none() => return Err(no_literal(span)),
            _ => {}
        }
    }
    pyc_types::default_instance(db, function, None).ok_or_else(|| {
        let help = "say the types of all that is in them, as in `list[int]`";
        Refusal::new(source.name, "has parameters whose annotations leave their types open", help)
    })
}

fn no_literal(span: Span) -> Refusal {
    Refusal::new(span, "has a default that is no plain literal", "use `None` as the default and make the value inside")
}

fn export(db: &dyn Db, name: Name, function: FunctionId, instance: Instance) -> Result<Export, Refusal> {
    let signature = pyc_hir::signature(db, function);
    let source = pyc_hir::signature_source_map(db, function);
    let inference = pyc_types::infer(db, instance);
    let mut params = Vec::new();
    for (at, (param, &ty)) in signature.params.iter().zip(instance.params(db)).enumerate() {
        let is_read = inference.body.params.get(at).is_none_or(|param| param.mode == Mode::Read);
        if !is_read || !crossing::can_enter(db, ty) {
            let label =
                if is_read { format!("`{}` can't come from Python", ty.show(db)) } else { "is taken or changed in place".to_owned() };
            return Err(Refusal::new(source.param(at), label, WHAT_ENTERS));
        }
        let default = match &param.default {
            Some(DefaultValue::Literal(value)) => Some(value.clone()),
            _ => None,
        };
        params.push(Param { name: param.name, ty, kind: param.kind, default });
    }
    if !crossing::can_leave(db, inference.ret) {
        return Err(Refusal::new(
            source.ret.unwrap_or(source.name),
            format!("gives `{}`, which can't go to Python", inference.ret.show(db)),
            WHAT_LEAVES,
        ));
    }
    Ok(Export { name, params, ret: inference.ret })
}

const WHAT_ENTERS: &str = "take numbers, `bool`, `str`, `None`, lists, tuples and dicts of them, or `Span[float]` and the like for arrays";
const WHAT_LEAVES: &str =
    "give numbers, `bool`, `str`, `None`, or lists, tuples and dicts of them; fill a `Span` that the caller passes for arrays";

fn not_exported(db: &dyn Db, name: Name, function: FunctionId, refusal: Refusal) -> Diagnostic {
    let (file, span) = (function.def(db).file.id(db), pyc_hir::def_span(db, BodyOwner::Function(function)).1);
    let mut found = Diagnostic::error(codes::NOT_EXPORTED, file, refusal.span, format!("Python can't call `{name}`"));
    found.severity = Severity::Warning;
    found.labels[0].message = refusal.label;
    if span != refusal.span {
        found = found.label(file, span, "");
    }
    found.help(format!("{}; or begin the name with `_`", refusal.help))
}
