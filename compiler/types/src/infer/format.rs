//! `"…".format(…)` on a constant: its fields are found while compiling, so that each is formatted as the type of its value asks.

use pyc_base::{Name, name};
use pyc_hir::Arg;

use super::Infer;
use super::arguments::Given;
use crate::thir::{Expr, Origin};
use crate::ty::TyKind;

enum Part {
    Text(String),
    Field { path: String, conversion: Option<char>, spec: Vec<Part> },
}

impl Infer<'_> {
    /// `None` if a field can't be told, or has no argument: the library says so at run time.
    pub(super) fn format_call(&mut self, template: &str, args: &[Arg], origin: Origin) -> Option<Expr> {
        let mut rest = template;
        let parts = parse(&mut rest, false)?;
        let known = args.iter().all(|arg| matches!(arg.kind, pyc_hir::ArgKind::Positional | pyc_hir::ArgKind::Keyword(_)));
        if !known || !can_be_filled(&parts, args, &mut 0) {
            return None;
        }
        let given = self.given_values(args, origin);
        Some(self.filled(&parts, &given, &mut 0, origin))
    }

    fn filled(&mut self, parts: &[Part], given: &[Given], next: &mut usize, origin: Origin) -> Expr {
        let mut values = Vec::new();
        for part in parts {
            match part {
                Part::Text(text) => values.push(self.str(text, origin)),
                Part::Field { path, conversion, spec } => {
                    let value = self.field_value(path, given, next, origin);
                    let spec = (!spec.is_empty()).then(|| self.filled(spec, given, next, origin));
                    values.push(self.format_value(value, *conversion, spec, origin));
                }
            }
        }
        match values.len() {
            0 => self.str("", origin),
            1 => values.remove(0),
            _ => self.builtin_call("_fstring", values, origin),
        }
    }

    /// What `0.name[key]` stands for.
    fn field_value(&mut self, path: &str, given: &[Given], next: &mut usize, origin: Origin) -> Expr {
        let (first, mut steps) = path.split_at(path.find(['.', '[']).unwrap_or(path.len()));
        let found = argument(first, next).find(given, |arg| arg.keyword);
        let Some(super::arguments::Source::Done(value)) = found.map(|at| &given[at].source) else { return self.unknown(origin) };
        let mut value = (**value).clone();
        while !steps.is_empty() {
            let is_key = steps.starts_with('[');
            let inner = &steps[1..];
            let end = inner.find(if is_key { &[']'][..] } else { &['.', '['][..] }).unwrap_or(inner.len());
            let step = &inner[..end];
            steps = inner[end..].strip_prefix(']').unwrap_or(&inner[end..]);
            value = match (is_key, step.parse::<i64>()) {
                (false, _) => self.attribute(value, name(step), origin),
                (true, Ok(at)) => match value.ty.kind(self.db) {
                    TyKind::Tuple(items) if (at as usize) < items.len() => self.tuple_get(value, at as usize),
                    _ => self.get_item(value, self.int(at, origin), origin),
                },
                (true, Err(_)) => self.get_item(value, self.str(step, origin), origin),
            };
        }
        value
    }
}

enum Which {
    At(usize),
    Named(Name),
}

impl Which {
    fn find<T>(&self, args: &[T], keyword: impl Fn(&T) -> Option<Name>) -> Option<usize> {
        match self {
            Self::At(at) => (0..args.len()).filter(|&arg| keyword(&args[arg]).is_none()).nth(*at),
            Self::Named(wanted) => args.iter().position(|arg| keyword(arg) == Some(*wanted)),
        }
    }
}

/// Which argument a field names: the next one if it does not say.
fn argument(first: &str, next: &mut usize) -> Which {
    match first.parse() {
        Ok(at) => Which::At(at),
        Err(_) if first.is_empty() => {
            *next += 1;
            Which::At(*next - 1)
        }
        Err(_) => Which::Named(name(first)),
    }
}

fn can_be_filled(parts: &[Part], args: &[Arg], next: &mut usize) -> bool {
    let keyword = |arg: &Arg| match arg.kind {
        pyc_hir::ArgKind::Keyword(keyword) => Some(keyword),
        _ => None,
    };
    parts.iter().all(|part| match part {
        Part::Text(_) => true,
        Part::Field { path, spec, .. } => {
            let first = &path[..path.find(['.', '[']).unwrap_or(path.len())];
            argument(first, next).find(args, keyword).is_some() && can_be_filled(spec, args, next)
        }
    })
}

/// The parts of a text, or of the specification in a field, up to the brace that ends it.
fn parse(rest: &mut &str, in_spec: bool) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut text = String::new();
    while let Some(c) = rest.chars().next() {
        if c == '}' && in_spec {
            break;
        }
        *rest = &rest[c.len_utf8()..];
        match c {
            '{' | '}' if rest.starts_with(c) && !in_spec => {
                *rest = &rest[1..];
                text.push(c);
            }
            '}' => return None,
            '{' => {
                if !text.is_empty() {
                    parts.push(Part::Text(std::mem::take(&mut text)));
                }
                parts.push(field(rest)?);
            }
            c => text.push(c),
        }
    }
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    Some(parts)
}

fn field(rest: &mut &str) -> Option<Part> {
    let end = rest.find(['!', ':', '}', '{'])?;
    let path = rest[..end].to_owned();
    *rest = &rest[end..];
    let mut conversion = None;
    if let Some(after) = rest.strip_prefix('!') {
        conversion = Some(after.chars().next().filter(|c| matches!(c, 'r' | 's' | 'a'))?);
        *rest = &after[1..];
    }
    let mut spec = Vec::new();
    if let Some(after) = rest.strip_prefix(':') {
        *rest = after;
        spec = parse(rest, true)?;
    }
    *rest = rest.strip_prefix('}')?;
    Some(Part::Field { path, conversion, spec })
}
