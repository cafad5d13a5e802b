//! The functions that convert values of a type. Those of plain types are in the library's package `pyc.python`; for the others a wrapper has its own.

use pyc_hir::Db;
use pyc_types::ty::{SmallFloat, Ty, TyKind, class_name};
use rustc_hash::FxHashMap;

/// What a type is for Python. `T | None` and other unions are told apart by this at run time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    None,
    Bool,
    Int,
    Float,
    Str,
    List,
    Dict,
    Tuple,
    Span,
}

fn kind(db: &dyn Db, ty: Ty) -> Option<Kind> {
    Some(match ty.kind(db) {
        TyKind::None => Kind::None,
        TyKind::Bool => Kind::Bool,
        TyKind::Int | TyKind::Fixed { .. } => Kind::Int,
        TyKind::Float | TyKind::SmallFloat(SmallFloat::F32) => Kind::Float,
        TyKind::Tuple(_) => Kind::Tuple,
        TyKind::Class { class, .. } if class.def(db).file.is_stdlib(db) => match class_name(db, *class).as_str() {
            "str" => Kind::Str,
            "list" => Kind::List,
            "dict" => Kind::Dict,
            "Span" => Kind::Span,
            _ => return None,
        },
        _ => return None,
    })
}

/// What a type is made of: elements, or the members of a union.
fn parts(db: &dyn Db, ty: Ty) -> Vec<Ty> {
    match ty.kind(db) {
        TyKind::Tuple(parts) | TyKind::Union(parts) => parts.to_vec(),
        TyKind::Class { args, .. } => args.to_vec(),
        _ => Vec::new(),
    }
}

/// Whether Python can pass a value of this type.
pub(crate) fn can_enter(db: &dyn Db, ty: Ty) -> bool {
    match ty.kind(db) {
        TyKind::Union(members) => are_distinct(db, members) && members.iter().all(|member| can_enter(db, *member)),
        _ => match kind(db, ty) {
            Some(Kind::Span) => parts(db, ty).iter().all(|element| is_number(db, *element)),
            Some(_) => parts(db, ty).iter().all(|part| can_enter(db, *part)),
            None => false,
        },
    }
}

/// Whether Python can get a value of this type.
pub(crate) fn can_leave(db: &dyn Db, ty: Ty) -> bool {
    let is_narrow = |ty: Ty| matches!(ty.kind(db), TyKind::Fixed { .. } | TyKind::SmallFloat(_));
    match ty.kind(db) {
        TyKind::Never => true,
        // Numbers of fixed width are not told apart from others at run time.
        TyKind::Union(members) => are_distinct(db, members) && members.iter().all(|member| can_leave(db, *member) && !is_narrow(*member)),
        _ => kind(db, ty).is_some_and(|kind| kind != Kind::Span) && parts(db, ty).iter().all(|part| can_leave(db, *part)),
    }
}

fn are_distinct(db: &dyn Db, members: &[Ty]) -> bool {
    let mut kinds: Vec<Option<Kind>> = members.iter().map(|member| kind(db, *member)).collect();
    kinds.sort();
    kinds.windows(2).all(|pair| pair[0] != pair[1])
}

fn is_number(db: &dyn Db, ty: Ty) -> bool {
    matches!(kind(db, ty), Some(Kind::Bool | Kind::Int | Kind::Float))
}

/// What an argument must be, as messages for Python's users say it.
pub(crate) fn expected(db: &dyn Db, ty: Ty) -> String {
    match (ty.kind(db), kind(db, ty)) {
        (TyKind::Union(members), _) => members.iter().map(|member| expected(db, *member)).collect::<Vec<_>>().join(" or "),
        (TyKind::SmallFloat(_), _) => "float".to_owned(),
        (TyKind::Fixed { .. }, _) => "int".to_owned(),
        (_, Some(Kind::Span)) => {
            let element = parts(db, ty).first().map_or_else(String::new, |element| element_name(db, *element));
            format!("an array of {element} ({})", ty.show(db))
        }
        _ => ty.show(db),
    }
}

/// NumPy's name of a type.
fn element_name(db: &dyn Db, ty: Ty) -> String {
    match ty.kind(db) {
        TyKind::Int => "int64".to_owned(),
        TyKind::Float => "float64".to_owned(),
        TyKind::SmallFloat(_) => "float32".to_owned(),
        TyKind::Fixed { bits, signed } => format!("{}int{bits}", if *signed { "" } else { "u" }),
        _ => ty.show(db),
    }
}

/// The converters of a wrapper, each made when it is first asked for.
pub(crate) struct Converters<'db> {
    db: &'db dyn Db,
    /// Their definitions so far.
    pub(crate) source: String,
    entering: FxHashMap<Ty, String>,
    leaving: FxHashMap<Ty, String>,
}

impl<'db> Converters<'db> {
    pub(crate) fn new(db: &'db dyn Db) -> Self {
        Self { db, source: String::new(), entering: FxHashMap::default(), leaving: FxHashMap::default() }
    }

    /// The function from an object to a value of a type.
    pub(crate) fn entering(&mut self, ty: Ty) -> String {
        if let Some(known) = self.entering.get(&ty) {
            return known.clone();
        }
        let made = match ty.kind(self.db) {
            TyKind::None => "none_from".to_owned(),
            TyKind::Bool => "bool_from".to_owned(),
            TyKind::Int => "int_from".to_owned(),
            TyKind::Float => "float_from".to_owned(),
            _ if kind(self.db, ty) == Some(Kind::Str) => "str_from".to_owned(),
            _ => self.define_entering(ty),
        };
        self.entering.insert(ty, made.clone());
        made
    }

    fn define_entering(&mut self, ty: Ty) -> String {
        let shown = ty.show(self.db);
        let inner: Vec<String> = match kind(self.db, ty) {
            Some(Kind::Span) => Vec::new(),
            _ => parts(self.db, ty).iter().map(|part| self.entering(*part)).collect(),
        };
        let body = match (kind(self.db, ty), ty.kind(self.db)) {
            (_, TyKind::Union(members)) => union_entering(self.db, members, &inner),
            (_, TyKind::SmallFloat(_)) => vec![format!("return {shown}(float_from(obj))")],
            (Some(Kind::Int), _) => vec![format!("return fixed_from[{shown}](obj)")],
            (Some(Kind::List), _) => vec![format!("return list_from(obj, {})", inner[0])],
            (Some(Kind::Dict), _) => vec![format!("return dict_from(obj, {}, {})", inner[0], inner[1])],
            (Some(Kind::Span), _) => vec![format!("return span_from[{}](obj)", parts(self.db, ty)[0].show(self.db))],
            _ => {
                let elements = inner.iter().enumerate().map(|(at, convert)| format!("tuple_element(obj, {at}, {convert}), "));
                vec![format!("check_tuple(obj, {})", inner.len()), format!("return ({})", elements.collect::<String>())]
            }
        };
        let name = format!("_enter_{}", self.entering.len());
        self.define(&format!("{name}(obj: Ptr[u8]) -> {shown}"), &body);
        name
    }

    /// The function from a value of a type to a new object.
    pub(crate) fn leaving(&mut self, ty: Ty) -> String {
        if let Some(known) = self.leaving.get(&ty) {
            return known.clone();
        }
        let made = match ty.kind(self.db) {
            TyKind::None => "none_to".to_owned(),
            TyKind::Bool => "bool_to".to_owned(),
            TyKind::Int => "int_to".to_owned(),
            TyKind::Float => "float_to".to_owned(),
            _ if kind(self.db, ty) == Some(Kind::Str) => "str_to".to_owned(),
            _ => self.define_leaving(ty),
        };
        self.leaving.insert(ty, made.clone());
        made
    }

    fn define_leaving(&mut self, ty: Ty) -> String {
        let inner: Vec<String> = parts(self.db, ty).iter().map(|part| self.leaving(*part)).collect();
        let body = match (kind(self.db, ty), ty.kind(self.db)) {
            (_, TyKind::Union(members)) => union_leaving(self.db, members, &inner),
            (Some(Kind::Float), _) => vec!["return float_to(float(value))".to_owned()],
            (Some(Kind::Int), _) => vec!["return fixed_to(value)".to_owned()],
            (Some(Kind::List), _) => vec![format!("return list_to(value, {})", inner[0])],
            (Some(Kind::Dict), _) => vec![format!("return dict_to(value, {}, {})", inner[0], inner[1])],
            _ => {
                let elements = inner.iter().enumerate().map(|(at, convert)| format!("set_element(made, {at}, {convert}(value[{at}]))"));
                let first = format!("made = new_tuple({})", inner.len());
                [first].into_iter().chain(elements).chain(["return made.take()".to_owned()]).collect()
            }
        };
        let name = format!("_leave_{}", self.leaving.len());
        self.define(&format!("{name}(value: {}) -> Ptr[u8]", ty.show(self.db)), &body);
        name
    }

    fn define(&mut self, header: &str, body: &[String]) {
        self.source.push_str(&format!("\n\ndef {header}:\n"));
        for line in body {
            self.source.push_str(&format!("    {line}\n"));
        }
    }
}

/// Tests for the members one after the other, in the order of [`Kind`]: a `bool` is also an `int`, and an `int` can be a `float`.
fn union_entering(db: &dyn Db, members: &[Ty], converters: &[String]) -> Vec<String> {
    let mut members: Vec<_> = members.iter().zip(converters).filter_map(|(ty, convert)| Some((kind(db, *ty)?, convert))).collect();
    members.sort();
    let has_int = members.iter().any(|(kind, _)| *kind == Kind::Int);
    let tests = members.into_iter().flat_map(|(kind, convert)| {
        let test = match kind {
            Kind::None => "is_none",
            Kind::Bool => "is_bool",
            Kind::Int => "is_int",
            Kind::Float if has_int => "is_float",
            Kind::Float => "is_number",
            Kind::Str => "is_str",
            Kind::List => "is_list",
            Kind::Dict => "is_dict",
            Kind::Tuple => "is_tuple",
            Kind::Span => "is_buffer",
        };
        [format!("if {test}(obj):"), format!("    return {convert}(obj)")]
    });
    tests.chain(["raise Mismatch(type_name(obj))".to_owned()]).collect()
}

fn union_leaving(db: &dyn Db, members: &[Ty], converters: &[String]) -> Vec<String> {
    let mut members: Vec<_> = members.iter().zip(converters).filter_map(|(ty, convert)| Some((kind(db, *ty)?, convert))).collect();
    members.sort();
    let Some(((_, last), others)) = members.split_last() else { return vec!["return none_to(value)".to_owned()] };
    let tests = others.iter().flat_map(|(kind, convert)| {
        let test = match kind {
            Kind::None => "value is None",
            Kind::Bool => "isinstance(value, bool)",
            Kind::Int => "isinstance(value, int)",
            Kind::Float => "isinstance(value, float)",
            Kind::Str => "isinstance(value, str)",
            Kind::List => "isinstance(value, list)",
            Kind::Dict => "isinstance(value, dict)",
            Kind::Tuple | Kind::Span => "isinstance(value, tuple)",
        };
        [format!("if {test}:"), format!("    return {convert}(value)")]
    });
    tests.chain([format!("return {last}(value)")]).collect()
}
