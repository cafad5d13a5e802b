//! Headers of functions and classes, and types as written.

use std::fmt::Write;

use super::expr::literal;
use crate::{ClassDef, Decorator, DefaultValue, Member, Param, ParamKind, Signature, TypeParam, TypeParamKind, TypeRef};

pub(super) fn function(name: &str, signature: &Signature) -> String {
    let mut out = decorators(&signature.decorators);
    let mut flags = String::new();
    for (flag, text) in [(signature.is_generator, " generator"), (signature.is_stub, " stub")] {
        if flag {
            flags.push_str(text);
        }
    }
    let _ = writeln!(out, "{}:{flags}", signature_line(name, signature));
    out
}

pub(super) fn signature_line(name: &str, signature: &Signature) -> String {
    let mut out = String::new();
    if signature.is_async {
        out.push_str("async ");
    }
    let _ = write!(out, "def {name}{}({})", type_params(&signature.type_params), params(&signature.params));
    if let Some(ret) = &signature.ret {
        let _ = write!(out, " -> {}", type_ref(ret));
    }
    out
}

pub(super) fn class(name: &str, class: &ClassDef) -> String {
    let mut out = decorators(&class.decorators);
    let mut bases: Vec<String> = class.bases.iter().map(type_ref).collect();
    bases.extend(class.keywords.iter().map(|keyword| format!("{keyword}=…")));
    let bases = if bases.is_empty() { String::new() } else { format!("({})", bases.join(", ")) };
    let _ = writeln!(out, "class {name}{}{bases}:", type_params(&class.type_params));
    for (name, member) in &class.members {
        let text = match member {
            Member::Function(_) => format!("def {name}"),
            Member::Class(_) => format!("class {name}"),
            Member::Variable { annotation, value } => {
                let annotation = annotation.as_ref().map_or_else(String::new, |annotation| format!(": {}", type_ref(annotation)));
                format!("{name}{annotation}{}", value.as_ref().map_or_else(String::new, |value| format!(" = {}", default(value))))
            }
        };
        let _ = writeln!(out, "  member {text}");
    }
    out
}

fn decorators(decorators: &[Decorator]) -> String {
    let mut out = String::new();
    for decorator in decorators {
        let path: Vec<&str> = decorator.path.iter().map(|part| part.as_str()).collect();
        let _ = write!(out, "@{}", if path.is_empty() { "…".to_owned() } else { path.join(".") });
        if decorator.is_call {
            let args: Vec<String> = decorator
                .args
                .iter()
                .map(|(keyword, value)| {
                    let value = value.as_ref().map_or_else(|| "…".to_owned(), literal);
                    keyword.map_or_else(|| value.clone(), |keyword| format!("{keyword}={value}"))
                })
                .collect();
            let _ = write!(out, "({})", args.join(", "));
        }
        out.push('\n');
    }
    out
}

fn type_params(params: &[TypeParam]) -> String {
    if params.is_empty() {
        return String::new();
    }
    let params: Vec<String> = params
        .iter()
        .map(|param| {
            let stars = match param.kind {
                TypeParamKind::TypeVar => "",
                TypeParamKind::TypeVarTuple => "*",
                TypeParamKind::ParamSpec => "**",
            };
            let bound = param.bound.as_ref().map_or_else(String::new, |bound| format!(": {}", type_ref(bound)));
            let default = param.default.as_ref().map_or_else(String::new, |default| format!(" = {}", type_ref(default)));
            format!("{stars}{}{bound}{default}", param.name)
        })
        .collect();
    format!("[{}]", params.join(", "))
}

fn params(params: &[Param]) -> String {
    let mut parts = Vec::new();
    let mut has_star = false;
    for (at, param) in params.iter().enumerate() {
        if param.kind == ParamKind::KeywordOnly && !has_star {
            parts.push("*".to_owned());
            has_star = true;
        }
        has_star |= param.kind == ParamKind::VarArgs;
        parts.push(self::param(param));
        let next_is_positional = params.get(at + 1).is_some_and(|next| next.kind == ParamKind::PositionalOnly);
        if param.kind == ParamKind::PositionalOnly && !next_is_positional {
            parts.push("/".to_owned());
        }
    }
    parts.join(", ")
}

fn param(param: &Param) -> String {
    let stars = match param.kind {
        ParamKind::VarArgs => "*",
        ParamKind::KwArgs => "**",
        ParamKind::PositionalOnly | ParamKind::Normal | ParamKind::KeywordOnly => "",
    };
    let mut out = format!("{stars}{}", param.name);
    if let Some(annotation) = &param.annotation {
        let _ = write!(out, ": {}", type_ref(annotation));
    }
    if let Some(value) = &param.default {
        let equals = if param.annotation.is_some() { " = " } else { "=" };
        let _ = write!(out, "{equals}{}", default(value));
    }
    out
}

fn default(value: &DefaultValue) -> String {
    match value {
        DefaultValue::Literal(value) => literal(value),
        DefaultValue::Evaluated => "…".to_owned(),
    }
}

pub(super) fn type_ref(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Name(path) => path.iter().map(|part| part.as_str()).collect::<Vec<_>>().join("."),
        TypeRef::Subscript(base, args) => format!("{}[{}]", type_ref(base), list(args, ", ")),
        TypeRef::Union(parts) => list(parts, " | "),
        TypeRef::None => "None".to_owned(),
        TypeRef::Ellipsis => "...".to_owned(),
        TypeRef::List(parts) => format!("[{}]", list(parts, ", ")),
        TypeRef::Literal(value) => literal(value),
        TypeRef::Error => "<error>".to_owned(),
    }
}

fn list(types: &[TypeRef], separator: &str) -> String {
    types.iter().map(type_ref).collect::<Vec<_>>().join(separator)
}
