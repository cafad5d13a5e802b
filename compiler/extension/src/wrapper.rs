//! The text of a wrapper.

use std::fmt::Write as _;

use pyc_hir::{Db, File, Item, Literal, ParamKind};
use pyc_types::Ty;
use pyc_types::ty::TyKind;

use crate::crossing::{Converters, expected};
use crate::exports::{Export, Param};
use crate::literal;

const IMPORTS: &str = "\
from pyc import Span, export, f32, i8, i16, i32, i64, u8, u16, u32, u64
from pyc.python import (
    Functions, Mismatch, Signature, Unfit, bool_from, bool_to, check_tuple, declare_exception, dict_from, dict_to, fail, fixed_from, fixed_to,
    float_from, float_to, flush, has_started, int_from, int_to, is_bool, is_buffer, is_dict, is_float, is_int, is_list, is_none, is_number, is_str,
    is_tuple, list_from, list_to, new_module, new_tuple, none_from, none_to, set_element, set_started, span_from, str_from, str_to, tuple_element,
    type_name,
)
from pyc.unsafe import Ptr, function_address, run_module
";

/// The wrapper of a module. The import of the module comes after its exceptions are declared: its top may raise them.
pub(crate) fn text(db: &dyn Db, wrapper: File, name: &str, exports: &[Export]) -> String {
    let mut text = IMPORTS.to_owned();
    for file in pyc_hir::module_graph(db, wrapper).iter().filter(|file| !file.is_stdlib(db)) {
        text.push_str(&exceptions(db, *file));
    }
    let _ = writeln!(text, "import {name} as _module");
    let mut converters = Converters::new(db);
    let mut functions = String::new();
    for (number, export) in exports.iter().enumerate() {
        functions.push_str(&function(db, &mut converters, number, export));
    }
    text.push_str(&converters.source);
    text.push_str(&functions);
    text.push_str(&initialize(name, module_functions(exports)));
    text.push_str("\n\nset_started()\n");
    text
}

/// Declares the exception classes of a file, bases first.
fn exceptions(db: &dyn Db, file: File) -> String {
    let Some(root) = pyc_types::class::builtin_class(db, "BaseException") else { return String::new() };
    let root = Ty::class(db, root, []);
    let mut text = String::new();
    for (_, item) in &pyc_hir::module_items(db, file).items {
        let Item::Class(class) = item else { continue };
        let info = pyc_types::class_info(db, *class);
        if !info.params.is_empty() || !pyc_types::is_subclass(db, Ty::class(db, *class, []), root) {
            continue;
        }
        if let Some(base) = info.base.and_then(|base| runtime_name(db, base)) {
            let name = format!("{}.{}", pyc_hir::module_name(db, file), info.name);
            let _ = writeln!(text, "declare_exception({}, {})", literal::quoted(&name), literal::quoted(&base));
        }
    }
    text
}

/// What `class_name` gives for objects of a class.
fn runtime_name(db: &dyn Db, class: Ty) -> Option<String> {
    let (class, _) = class.as_class(db)?;
    let info = pyc_types::class_info(db, class);
    if info.file.is_stdlib(db) {
        return Some(info.name.to_string());
    }
    Some(format!("{}.{}", pyc_hir::module_name(db, info.file), info.name))
}

/// The function that stands between Python and an exported one.
fn function(db: &dyn Db, converters: &mut Converters, number: usize, export: &Export) -> String {
    let mut text = signature(db, number, export);
    let _ = write!(
        text,
        "\n\n@export(\"pyc_python_call_{number}\")\n\
         def _call_{number}(self: Ptr[u8], args: Ptr[Ptr[u8]], count: int, keywords: Ptr[u8]) -> Ptr[u8]:\n    at = 0\n    try:\n"
    );
    let _ = writeln!(text, "        slots = _signature_{number}.bind(args, count, keywords)");
    for at in 0..export.params.len() {
        let _ = writeln!(text, "        o{at} = slots[{at}]");
    }
    for (at, param) in export.params.iter().enumerate() {
        let convert = converters.entering(param.ty);
        let default =
            param.default.as_ref().map_or_else(String::new, |default| format!(" if o{at} else {}", default_value(db, default, param.ty)));
        let _ = writeln!(text, "        at = {at}\n        p{at}: {} = {convert}(o{at}){default}", param.ty.show(db));
    }
    let call = format!("_module.{}({})", export.name, arguments(&export.params));
    match export.ret.kind(db) {
        TyKind::Never | TyKind::None => {
            let _ = writeln!(text, "        {call}\n        flush()\n        return none_to(None)");
        }
        _ => {
            let convert = converters.leaving(export.ret);
            let _ = writeln!(text, "        result = {call}\n        flush()\n        return {convert}(result)");
        }
    }
    let _ = write!(
        text,
        "    except Mismatch as problem:\n        return _signature_{number}.refuse(at, problem)\n    \
         except Unfit as problem:\n        return _signature_{number}.refuse_unfit(at, problem)\n    \
         except BaseException as error:\n        return fail(error)\n"
    );
    text
}

fn signature(db: &dyn Db, number: usize, export: &Export) -> String {
    let params = &export.params;
    let list = |items: Vec<String>| format!("[{}]", items.join(", "));
    let names = list(params.iter().map(|param| literal::quoted(&param.name)).collect());
    let types = list(params.iter().map(|param| literal::quoted(&expected(db, param.ty))).collect());
    let required = list(params.iter().map(|param| if param.default.is_none() { "True" } else { "False" }.to_owned()).collect());
    let positional_only = params.iter().filter(|param| param.kind == ParamKind::PositionalOnly).count();
    let positional = params.iter().filter(|param| param.kind != ParamKind::KeywordOnly).count();
    let name = literal::quoted(&export.name);
    format!("\n\n_signature_{number} = Signature({name}, {names}, {types}, {required}, {positional_only}, {positional})\n")
}

fn default_value(db: &dyn Db, value: &Literal, ty: Ty) -> String {
    let source = literal::source(value).unwrap_or_default();
    match (ty.kind(db), value) {
        (TyKind::Float, Literal::Int(_)) => format!("float({source})"),
        (TyKind::Fixed { .. } | TyKind::SmallFloat(_), _) => format!("{}({source})", ty.show(db)),
        _ => source,
    }
}

fn arguments(params: &[Param]) -> String {
    let argument = |(at, param): (usize, &Param)| match param.kind {
        ParamKind::KeywordOnly => format!("{}=p{at}", param.name),
        _ => format!("p{at}"),
    };
    params.iter().enumerate().map(argument).collect::<Vec<_>>().join(", ")
}

fn module_functions(exports: &[Export]) -> String {
    let mut text = format!("        functions = Functions({})\n", exports.len());
    for (number, export) in exports.iter().enumerate() {
        let name = literal::quoted(&export.name);
        let documentation = literal::quoted(&format!("{}{}\n--\n\n", export.name, header(&export.params)));
        let _ = writeln!(text, "        functions.add({name}, function_address(_call_{number}), {documentation})");
    }
    text
}

/// The parameters as `inspect.signature` reads them.
fn header(params: &[Param]) -> String {
    let mut parts = vec!["$module".to_owned()];
    let positional_only = params.iter().filter(|param| param.kind == ParamKind::PositionalOnly).count();
    for (at, param) in params.iter().enumerate() {
        if at > 0 && at == positional_only {
            parts.push("/".to_owned());
        }
        if param.kind == ParamKind::KeywordOnly && (at == 0 || params[at - 1].kind != ParamKind::KeywordOnly) {
            parts.push("*".to_owned());
        }
        let default = param.default.as_ref().and_then(literal::source).map_or_else(String::new, |value| format!("={value}"));
        parts.push(format!("{}{default}", param.name));
    }
    if positional_only > 0 && positional_only == params.len() {
        parts.push("/".to_owned());
    }
    format!("({})", parts.join(", "))
}

/// What Python calls at the first import.
fn initialize(name: &str, functions: String) -> String {
    let quoted = literal::quoted(name);
    format!(
        "\n\n@export(\"PyInit_{name}\")\ndef _initialize() -> Ptr[u8]:\n    try:\n        run_module()\n        if not has_started():\n            \
         raise ImportError(\"the top of the module '{name}' raised when it was imported first\")\n{functions}        \
         module = new_module({quoted}, functions)\n        flush()\n        return module\n    except BaseException as error:\n        return fail(error)\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn param(name: &str, kind: ParamKind, default: Option<Literal>, ty: Ty) -> Param {
        Param { name: pyc_base::name(name), ty, kind, default }
    }

    #[test]
    fn headers_have_their_markers() {
        let db = pyc_hir::RootDatabase::new(std::sync::Arc::new(pyc_hir::NoFiles), pyc_hir::Options::default());
        let int = Ty::int(&db);
        let params = [
            param("a", ParamKind::PositionalOnly, None, int),
            param("b", ParamKind::Normal, Some(Literal::Int(-1)), int),
            param("c", ParamKind::KeywordOnly, None, int),
        ];
        assert_eq!(header(&params), "($module, a, /, b=-1, *, c)");
        assert_eq!(header(&params[..1]), "($module, a, /)");
        assert_eq!(header(&[]), "($module)");
        assert_eq!(arguments(&params), "p0, p1, c=p2");
    }
}
