//! `typing.NamedTuple` and `collections.namedtuple`: the fields, and the text of the methods that the class gets.

use std::fmt::Write;

use pyc_base::{Name, Span, codes};
use pyc_syntax::ast::{ClassDef as TreeClass, Constant, Expr as Tree, ExprKind, Keyword, Stmt as TreeStmt, StmtKind, Str};

use super::Lowering;
use super::dataclass::Made;
use super::synthesis::keyword_name;
use crate::Stmt;

struct Field {
    name: Name,
    /// As it is written.
    annotation: Option<String>,
    default: Option<String>,
}

/// The name by which synthesised text knows the base of all these classes.
const BASE: &str = "_typing_NamedTuple";

impl Lowering<'_> {
    /// What a base that is `NamedTuple`, or a call of `namedtuple`, makes of a class.
    pub(super) fn named_tuple(&mut self, def: &TreeClass) -> Option<Made> {
        let base = def.bases.first()?;
        if let Some((_, fields)) = self.named_tuple_call(base) {
            self.require("typing", "NamedTuple", base.span);
            let methods = text(&fields, None, &|text| super::dataclass::defines(&def.body, text));
            let body = self.without_docstring(&def.body).to_vec();
            return Some(Made {
                body,
                before: String::new(),
                methods,
                span: base.span,
                base: Some(pyc_base::name(BASE)),
                enum_members: Vec::new(),
            });
        }
        if self.library_name(base)? != "typing.NamedTuple" {
            return None;
        }
        let mut fields: Vec<Field> = Vec::new();
        let mut body = Vec::new();
        for statement in self.without_docstring(&def.body) {
            let StmtKind::AnnAssign { target, annotation, value, .. } = &statement.kind else {
                body.push(statement.clone());
                continue;
            };
            let ExprKind::Name { id, .. } = target.kind else { continue };
            let default = value.as_ref().map(|value| self.source_of(value));
            if default.is_none() && fields.iter().any(|field| field.default.is_some()) {
                let message = format!("non-default namedtuple field {id} cannot follow a default field");
                self.error(codes::CLASS_FORM, target.span, message);
            }
            fields.push(Field { name: id, annotation: Some(self.source_of(annotation)), default });
            body.push(without_value(statement));
        }
        let methods = text(&fields, None, &|text| super::dataclass::defines(&def.body, text));
        self.require("dataclasses", "Unset", base.span);
        Some(Made { body, before: String::new(), methods, span: base.span, base: None, enum_members: Vec::new() })
    }

    /// `Point = namedtuple("Point", "x y")` defines a class.
    pub(super) fn named_tuple_definition(&mut self, span: Span, targets: &[Tree], value: &Tree) -> Option<Stmt> {
        let [target] = targets else { return None };
        let ExprKind::Name { id, .. } = target.kind else { return None };
        let (shown, fields) = self.named_tuple_call(value)?;
        self.require("typing", "NamedTuple", value.span);
        let shown = (shown != id.as_str()).then_some(shown);
        let methods = text(&fields, shown.as_deref(), &|_| false);
        let parsed = pyc_syntax::parse(&format!("class {id}({BASE}):\n    pass\n"));
        let StmtKind::ClassDef(mut def) = parsed.module.body.into_iter().next()?.kind else { return None };
        def.name.span = target.span;
        let made = Made {
            body: Vec::new(),
            before: String::new(),
            methods,
            span: value.span,
            base: Some(pyc_base::name(BASE)),
            enum_members: Vec::new(),
        };
        let outer = self.place.replace(value.span);
        let stmt = self.class_made(span, &def, Some(made));
        self.place = outer;
        Some(stmt)
    }

    /// The name and the fields that a call of `namedtuple` or `NamedTuple` says.
    fn named_tuple_call(&mut self, call: &Tree) -> Option<(String, Vec<Field>)> {
        let (named, args, keywords) = self.library_call(call)?;
        let is_typed = match named.as_str() {
            "collections.namedtuple" => false,
            "typing.NamedTuple" => true,
            _ => return None,
        };
        self.require("dataclasses", "Unset", call.span);
        let shown = args.first().and_then(string).unwrap_or_default();
        let names = args.get(1).or_else(|| keyword(keywords, "field_names"));
        let fields = names.and_then(|names| if is_typed { self.typed_fields(names) } else { untyped_fields(names) });
        let Some(mut fields) = fields.filter(|_| !shown.is_empty()) else {
            self.error(codes::CLASS_FORM, call.span, "the names of a named tuple must be written out here");
            return Some((shown, Vec::new()));
        };
        if let Some(defaults) = keyword(keywords, "defaults") {
            self.add_defaults(&mut fields, defaults);
        }
        for other in keywords
            .iter()
            .filter(|keyword| !matches!(keyword_name(keyword).map(|text| text.as_str()), Some("field_names" | "defaults" | "module")))
        {
            self.error(codes::CLASS_FORM, other.span, "this option of `namedtuple` can't be compiled");
        }
        Some((shown, fields))
    }

    fn add_defaults(&mut self, fields: &mut [Field], defaults: &Tree) {
        let (ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. }) = &defaults.kind else {
            return self.error(codes::CLASS_FORM, defaults.span, "the defaults of a named tuple must be written out here");
        };
        let Some(first) = fields.len().checked_sub(elts.len()) else {
            return self.error(codes::CLASS_FORM, defaults.span, "Got more default values than field names");
        };
        for (field, default) in fields[first..].iter_mut().zip(elts) {
            field.default = Some(self.source_of(default));
        }
    }

    /// `[("x", int), ("y", int)]`.
    fn typed_fields(&self, fields: &Tree) -> Option<Vec<Field>> {
        let (ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. }) = &fields.kind else { return None };
        let field = |element: &Tree| match &element.kind {
            ExprKind::Tuple { elts, .. } if elts.len() == 2 => {
                Some(Field { name: pyc_base::name(&string(&elts[0])?), annotation: Some(self.source_of(&elts[1])), default: None })
            }
            _ => None,
        };
        elts.iter().map(field).collect()
    }
}

/// `"x y"`, `"x, y"` or `["x", "y"]`.
fn untyped_fields(names: &Tree) -> Option<Vec<Field>> {
    let names: Vec<String> = match &names.kind {
        ExprKind::List { elts, .. } | ExprKind::Tuple { elts, .. } => elts.iter().map(string).collect::<Option<_>>()?,
        _ => string(names)?.replace(',', " ").split_whitespace().map(str::to_owned).collect(),
    };
    Some(names.into_iter().map(|text| Field { name: pyc_base::name(&text), annotation: None, default: None }).collect())
}

fn string(expr: &Tree) -> Option<String> {
    match &expr.kind {
        ExprKind::Constant(Constant::Str { value: Str::Utf8(text), .. }) => Some(text.to_string()),
        _ => None,
    }
}

fn keyword<'a>(keywords: &'a [Keyword], text: &str) -> Option<&'a Tree> {
    keywords.iter().find(|keyword| keyword_name(keyword).is_some_and(|name| name == *text)).map(|keyword| &keyword.value)
}

fn without_value(statement: &TreeStmt) -> TreeStmt {
    let mut statement = statement.clone();
    if let StmtKind::AnnAssign { value, .. } = &mut statement.kind {
        *value = None;
    }
    statement
}

/// The methods that the class does not define itself. `shown` is what it calls itself, if that is not its name.
fn text(fields: &[Field], shown: Option<&str>, own: &dyn Fn(&str) -> bool) -> String {
    let of = |object: &str| -> String { fields.iter().map(|field| format!("{object}.{}, ", field.name)).collect() };
    let all = format!("({})", of("self"));
    let parts: Vec<String> = fields.iter().map(|field| format!("{0}={{self.{0}!r}}", field.name)).collect();
    let shown = shown.unwrap_or("{self.__class__.__name__}");
    let names: String = fields.iter().map(|field| format!("'{}', ", field.name)).collect();
    let targets: String = fields.iter().map(|field| format!("{}, ", field.name)).collect();
    let pairs: String = fields.iter().map(|field| format!("'{0}': self.{0}, ", field.name)).collect();
    let mut methods = init(fields) + &replace(fields);
    let mut add = |name: &str, method: String| {
        if !own(name) {
            methods.push_str(&method);
        }
    };
    add("__repr__", format!("def __repr__(self) -> str:\n    return f\"{shown}({})\"\n", parts.join(", ")));
    add("__hash__", format!("def __hash__(self) -> int:\n    return {all}.__hash__()\n"));
    add("__len__", format!("def __len__(self) -> int:\n    return {}\n", fields.len()));
    add("__iter__", format!("def __iter__(self):\n    return {all}.__iter__()\n"));
    add("__reversed__", format!("def __reversed__(self):\n    return {all}.__reversed__()\n"));
    add("index", format!("def index(self, value) -> int:\n    return {all}.index(value)\n"));
    add("count", format!("def count(self, value) -> int:\n    return {all}.count(value)\n"));
    methods.push_str(&format!("def _asdict(self):\n    return {{{pairs}}}\n"));
    methods.push_str(&format!("@classmethod\ndef _make(cls, iterable):\n    {targets}= iterable\n    return cls({targets})\n"));
    methods.push_str(&format!("_fields = ({names})\n__match_args__ = ({names})\n"));
    methods
}

fn init(fields: &[Field]) -> String {
    let mut text = "def __init__(self".to_owned();
    for Field { name, annotation, default } in fields {
        let _ = write!(text, ", {name}");
        if let Some(annotation) = annotation {
            let _ = write!(text, ": {annotation}");
        }
        if let Some(default) = default {
            let _ = write!(text, " = {default}");
        }
    }
    text.push_str("):\n");
    for field in fields {
        let _ = writeln!(text, "    self.{0} = {0}", field.name);
    }
    text + "    pass\n"
}

fn replace(fields: &[Field]) -> String {
    let mut text = "def _replace(self, *, _=None".to_owned();
    for Field { name, annotation, .. } in fields {
        let _ = match annotation {
            Some(annotation) => write!(text, ", {name}: {annotation} | _dataclasses_Unset = _dataclasses_Unset()"),
            None => write!(text, ", {name}=_dataclasses_Unset()"),
        };
    }
    let value = |field: &Field| format!("self.{0} if isinstance({0}, _dataclasses_Unset) else {0}, ", field.name);
    let values: String = fields.iter().map(value).collect();
    let _ = writeln!(text, "):\n    return __class__({values})");
    text
}
