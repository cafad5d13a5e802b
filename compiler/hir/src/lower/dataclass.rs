//! `@dataclass`: the fields that a class declares, and the text of the methods that it gets.

use std::fmt::Write;

use pyc_base::{Name, Span, codes};
use pyc_syntax::ast::{ClassDef as TreeClass, Constant, Expr as Tree, ExprKind, Keyword, Stmt as TreeStmt, StmtKind};

use super::Lowering;
use super::dataclass_base::is_portable;
use super::literal::signed_literal;
use super::synthesis::keyword_name;
use super::type_ref::dotted;

/// A dataclass that has been lowered.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Dataclass {
    pub(super) name: Name,
    pub(super) fields: Vec<Field>,
    has_post_init: bool,
    is_frozen: bool,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) struct Field {
    pub(super) name: Name,
    /// As it is written, unless that is in another file.
    pub(super) annotation: Option<String>,
    pub(super) default: Option<Initial>,
    /// Whether the default means the same in another file.
    pub(super) default_is_portable: bool,
    in_init: bool,
    in_repr: bool,
    in_compare: bool,
    in_hash: Option<bool>,
    is_keyword: bool,
    /// `InitVar[T]`: only handed to `__post_init__`.
    is_init_only: bool,
    /// Whether an object's text can't contain the object again.
    is_plain: bool,
}

#[derive(Clone, PartialEq, Eq)]
pub(super) enum Initial {
    Value(String),
    Factory(String),
}

/// What the decorator is told.
struct Options {
    init: bool,
    repr: bool,
    eq: bool,
    order: bool,
    unsafe_hash: bool,
    frozen: bool,
    match_args: bool,
    kw_only: bool,
}

/// A class as it is to be lowered.
pub(super) struct Made {
    /// Its statements without what only the decorator reads.
    pub(super) body: Vec<TreeStmt>,
    /// The text of what it starts with.
    pub(super) before: String,
    /// The text of what it gets besides.
    pub(super) methods: String,
    /// Where the program asks for all this.
    pub(super) span: Span,
    /// The base that it has instead of those that are written.
    pub(super) base: Option<Name>,
    /// The members of an enumeration.
    pub(super) enum_members: Vec<Name>,
}

impl Lowering<'_> {
    /// What `@dataclass` makes of a class, if it has this decorator.
    pub(super) fn dataclass(&mut self, def: &TreeClass) -> Option<Made> {
        let decorator = def.decorators.iter().find(|decorator| self.dataclass_keywords(decorator).is_some())?;
        let options = self.dataclass_options(decorator);
        let base = def.bases.iter().find_map(|base| {
            let path = dotted(base)?;
            let own = self.dataclasses.iter().rev().find(|known| [known.name] == *path.as_slice()).cloned();
            own.or_else(|| self.imported_dataclass(base))
        });
        let is_frozen = base.as_ref().map(|base| base.is_frozen);
        let (mut fields, mut has_post_init) = base.map_or_else(|| (Vec::new(), false), |base| (base.fields, base.has_post_init));
        if let Some(is_frozen) = is_frozen
            && is_frozen != options.frozen
        {
            let (derived, base) = if is_frozen { ("non-frozen", "frozen") } else { ("frozen", "non-frozen") };
            self.error(codes::CLASS_FORM, decorator.span, format!("cannot inherit {derived} dataclass from a {base} one"));
        }
        let mut body = Vec::new();
        let mut is_keyword = options.kw_only;
        for statement in self.without_docstring(&def.body) {
            match &statement.kind {
                StmtKind::AnnAssign { target, annotation, value, .. } if matches!(target.kind, ExprKind::Name { .. }) => {
                    let ExprKind::Name { id, .. } = target.kind else { continue };
                    if self.annotation_is(annotation, "typing.ClassVar") {
                        body.push(statement.clone());
                    } else if self.annotation_is(annotation, "dataclasses.KW_ONLY") {
                        is_keyword = true;
                    } else {
                        let field = self.dataclass_field(id, annotation, value.as_deref(), is_keyword);
                        body.extend(field_statement(statement, &field));
                        match fields.iter_mut().find(|known| known.name == field.name) {
                            Some(known) => *known = field,
                            None => fields.push(field),
                        }
                    }
                }
                _ => body.push(statement.clone()),
            }
        }
        self.check_order(&fields, &options, decorator.span);
        for needed in ["Unset", "enter_repr", "leave_repr", "FrozenInstanceError", "words"] {
            self.require("dataclasses", needed, decorator.span);
        }
        let own = |text: &str| defines(&def.body, text);
        has_post_init |= own("__post_init__");
        let methods = Methods { fields: &fields, options: &options, has_post_init, own: &own }.text();
        let is_frozen = options.frozen;
        self.dataclasses.push(Dataclass { name: def.name.name, fields, has_post_init, is_frozen });
        Some(Made { body, before: String::new(), methods, span: decorator.span, base: None, enum_members: Vec::new() })
    }

    /// The keyword arguments of the decorator, if that is what an expression is.
    fn dataclass_keywords<'a>(&self, decorator: &'a Tree) -> Option<&'a [Keyword]> {
        let (named, keywords) = match self.library_call(decorator) {
            Some((named, _, keywords)) => (named, keywords),
            None => (self.library_name(decorator)?, [].as_slice()),
        };
        (named == "dataclasses.dataclass").then_some(keywords)
    }

    fn dataclass_options(&mut self, decorator: &Tree) -> Options {
        let mut options =
            Options { init: true, repr: true, eq: true, order: false, unsafe_hash: false, frozen: false, match_args: true, kw_only: false };
        for keyword in self.dataclass_keywords(decorator).unwrap_or_default() {
            let option = match keyword_name(keyword).map(|text| text.as_str()) {
                Some("init") => &mut options.init,
                Some("repr") => &mut options.repr,
                Some("eq") => &mut options.eq,
                Some("order") => &mut options.order,
                Some("unsafe_hash") => &mut options.unsafe_hash,
                Some("frozen") => &mut options.frozen,
                Some("match_args") => &mut options.match_args,
                Some("kw_only") => &mut options.kw_only,
                // Objects have just their fields anyway.
                Some("slots" | "weakref_slot") => continue,
                _ => {
                    self.error(codes::CLASS_FORM, keyword.span, "this is no option of `dataclass`");
                    continue;
                }
            };
            match constant(&keyword.value) {
                Some(value) => *option = value,
                None => self.error(codes::CLASS_FORM, keyword.value.span, "an option of `dataclass` must be `True` or `False` here"),
            }
        }
        options
    }

    fn annotation_is(&self, annotation: &Tree, wanted: &str) -> bool {
        let named = match &annotation.kind {
            ExprKind::Subscript { value, .. } => value,
            _ => annotation,
        };
        self.library_name(named).is_some_and(|named| named == wanted)
    }

    fn dataclass_field(&mut self, name: Name, annotation: &Tree, value: Option<&Tree>, is_keyword: bool) -> Field {
        let is_init_only = self.annotation_is(annotation, "dataclasses.InitVar");
        let declared = match &annotation.kind {
            ExprKind::Subscript { slice, .. } if is_init_only => slice,
            _ => annotation,
        };
        let is_plain = matches!(declared.kind, ExprKind::Name { id, .. } if matches!(id.as_str(), "int" | "float" | "bool" | "str"));
        let mut field = Field {
            name: self.mangle(name),
            annotation: Some(self.source_of(declared)),
            default: None,
            default_is_portable: value.is_none_or(is_portable),
            in_init: true,
            in_repr: true,
            in_compare: true,
            in_hash: None,
            is_keyword,
            is_init_only,
            is_plain,
        };
        match value.map(|value| (value, self.library_call(value))) {
            Some((_, Some((named, _, keywords)))) if named == "dataclasses.field" => {
                field.default_is_portable = keywords.iter().all(|keyword| is_portable(&keyword.value));
                self.field_options(&mut field, keywords);
            }
            Some((value, _)) => {
                self.check_mutable(value, name);
                field.default = Some(Initial::Value(self.source_of(value)));
            }
            None => {}
        }
        field
    }

    /// `field(…)`.
    fn field_options(&mut self, field: &mut Field, keywords: &[Keyword]) {
        for keyword in keywords {
            let value = &keyword.value;
            let flag = match keyword_name(keyword).map(|text| text.as_str()) {
                Some("default") => {
                    self.check_mutable(value, field.name);
                    field.default = Some(Initial::Value(self.source_of(value)));
                    continue;
                }
                Some("default_factory") => {
                    field.default = Some(Initial::Factory(self.source_of(value)));
                    continue;
                }
                Some("init") => &mut field.in_init,
                Some("repr") => &mut field.in_repr,
                Some("compare") => &mut field.in_compare,
                Some("hash") => {
                    field.in_hash = constant(value);
                    continue;
                }
                Some("kw_only") => &mut field.is_keyword,
                Some("metadata") => continue,
                _ => {
                    self.error(codes::CLASS_FORM, keyword.span, "this is no option of `field`");
                    continue;
                }
            };
            match constant(value) {
                Some(value) => *flag = value,
                None => self.error(codes::CLASS_FORM, value.span, "an option of `field` must be `True` or `False` here"),
            }
        }
    }

    /// CPython refuses defaults that all objects would share and could change.
    fn check_mutable(&mut self, value: &Tree, field: Name) {
        let class = match &value.kind {
            ExprKind::List { .. } | ExprKind::ListComp { .. } => "list",
            ExprKind::Dict { .. } | ExprKind::DictComp { .. } => "dict",
            ExprKind::Set(_) | ExprKind::SetComp { .. } => "set",
            _ => return,
        };
        let message = format!("mutable default <class '{class}'> for field {field} is not allowed: use default_factory");
        self.error(codes::CLASS_FORM, value.span, message);
    }

    fn check_order(&mut self, fields: &[Field], options: &Options, span: Span) {
        let mut positional = fields.iter().filter(|field| options.init && field.in_init && !field.is_keyword);
        if positional.by_ref().any(|field| field.default.is_some())
            && let Some(late) = positional.find(|field| field.default.is_none())
        {
            self.error(codes::CLASS_FORM, span, format!("non-default argument '{}' follows default argument", late.name));
        }
    }
}

/// The statement that declares the field for the class itself: what `field(…)` says is for the decorator alone.
fn field_statement(statement: &TreeStmt, field: &Field) -> Option<TreeStmt> {
    if field.is_init_only {
        return None;
    }
    let mut statement = statement.clone();
    if let StmtKind::AnnAssign { value, .. } = &mut statement.kind
        && value.as_ref().is_some_and(|value| signed_literal(value).is_none())
    {
        *value = None;
    }
    Some(statement)
}

fn constant(value: &Tree) -> Option<bool> {
    match value.kind {
        ExprKind::Constant(Constant::True) => Some(true),
        ExprKind::Constant(Constant::False) => Some(false),
        _ => None,
    }
}

/// Whether a class defines a name itself.
pub(super) fn defines(body: &[TreeStmt], text: &str) -> bool {
    body.iter().any(|statement| match &statement.kind {
        StmtKind::FunctionDef(function) => function.name.name == *text,
        StmtKind::Assign { targets, .. } => targets.iter().any(|target| matches!(target.kind, ExprKind::Name { id, .. } if id == *text)),
        _ => false,
    })
}

/// The methods of a dataclass.
struct Methods<'a> {
    fields: &'a [Field],
    options: &'a Options,
    has_post_init: bool,
    own: &'a dyn Fn(&str) -> bool,
}

impl Methods<'_> {
    fn text(&self) -> String {
        let mut text = String::new();
        let mut add = |name: &str, wanted: bool, method: String| {
            if wanted && !(self.own)(name) {
                text.push_str(&method);
            }
        };
        let options = self.options;
        add("__init__", options.init, self.init());
        add("__repr__", options.repr, self.repr());
        add("__eq__", options.eq, self.comparison("__eq__", "=="));
        for (method, sign) in [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")] {
            add(method, options.order, self.comparison(method, sign));
        }
        add("__hash__", options.unsafe_hash || (options.eq && options.frozen), self.hash());
        add("__setattr__", options.frozen, frozen("__setattr__", ", value", "assign to"));
        add("__delattr__", options.frozen, frozen("__delattr__", "", "delete"));
        add("__match_args__", options.match_args, self.match_args());
        add("__replace__", options.init, self.replace());
        add("_dataclass_fields", true, self.names("_dataclass_fields", |field| !field.is_init_only));
        let shows = options.repr && !(self.own)("__repr__");
        add("_dataclass_shown", true, self.names("_dataclass_shown", |field| shows && field.in_repr && !field.is_init_only));
        text
    }

    fn init(&self) -> String {
        let given = || self.fields.iter().filter(|field| field.in_init);
        let mut text = "def __init__(self".to_owned();
        for field in given().filter(|field| !field.is_keyword) {
            text.push_str(&parameter(field));
        }
        if given().any(|field| field.is_keyword) {
            text.push_str(", *");
        }
        for field in given().filter(|field| field.is_keyword) {
            text.push_str(&parameter(field));
        }
        text.push_str(") -> None:\n");
        for field in self.fields.iter().filter(|field| !field.is_init_only) {
            self.initialise(&mut text, field);
        }
        if self.has_post_init {
            let handed: Vec<&str> = self.fields.iter().filter(|field| field.is_init_only).map(|field| field.name.as_str()).collect();
            let _ = writeln!(text, "    self.__post_init__({})", handed.join(", "));
        }
        text + "    pass\n"
    }

    fn initialise(&self, text: &mut String, field: &Field) {
        let name = field.name;
        let mut assign = |indent: &str, value: &str| {
            // What a frozen object's own `__setattr__` refuses.
            let _ = match self.options.frozen {
                true => writeln!(text, "{indent}object.__setattr__(self, '{name}', {value})"),
                false => writeln!(text, "{indent}self.{name} = {value}"),
            };
        };
        match &field.default {
            Some(Initial::Factory(factory)) if field.in_init => {
                assign(&format!("    if isinstance({name}, _dataclasses_Unset):\n        "), &format!("{factory}()"));
                assign("    else:\n        ", name.as_str());
            }
            Some(Initial::Factory(factory)) => assign("    ", &format!("{factory}()")),
            Some(Initial::Value(value)) if !field.in_init => assign("    ", value),
            None if !field.in_init => {}
            _ => assign("    ", name.as_str()),
        }
    }

    fn repr(&self) -> String {
        let shown: Vec<&Field> = self.fields.iter().filter(|field| field.in_repr && !field.is_init_only).collect();
        let parts: Vec<String> = shown.iter().map(|field| format!("{0}={{self.{0}!r}}", field.name)).collect();
        let value = format!("f\"{{self.__class__.__qualname__}}({})\"", parts.join(", "));
        if shown.iter().all(|field| field.is_plain) {
            return format!("def __repr__(self) -> str:\n    return {value}\n");
        }
        format!(
            "def __repr__(self) -> str:\n    if _dataclasses_enter_repr(self):\n        return '...'\n    \
             try:\n        return {value}\n    finally:\n        _dataclasses_leave_repr()\n"
        )
    }

    fn comparison(&self, method: &str, sign: &str) -> String {
        let of = |object: &str| tuple(object, self.fields.iter().filter(|field| field.in_compare && !field.is_init_only));
        // Python's tuples ask no further where their elements are the same objects, which ends the comparison of cyclic ones.
        let same = if method == "__eq__" { "self is other or " } else { "" };
        format!(
            "def {method}(self, other):\n    if isinstance(other, __class__) and other.__class__ is self.__class__:\n        \
             return {same}{} {sign} {}\n    return NotImplemented\n",
            of("self"),
            of("other")
        )
    }

    fn hash(&self) -> String {
        let counts = |field: &&Field| !field.is_init_only && field.in_hash.unwrap_or(field.in_compare);
        format!("def __hash__(self) -> int:\n    return {}.__hash__()\n", tuple("self", self.fields.iter().filter(counts)))
    }

    /// What `replace` calls: the parameters of `__init__` by name, and what the object has where they are not given.
    fn replace(&self) -> String {
        let given = || self.fields.iter().filter(|field| field.in_init);
        let parameter = |field: &Field| match (field.is_init_only, &field.default) {
            (true, Some(Initial::Value(value))) => format!("{} = {value}", field.name),
            (true, _) => field.name.to_string(),
            _ => format!("{}=_dataclasses_Unset()", field.name),
        };
        let argument = |field: &Field| match field.is_init_only {
            true => format!("{0}={0}, ", field.name),
            false => format!("{0}=self.{0} if isinstance({0}, _dataclasses_Unset) else {0}, ", field.name),
        };
        let parameters: String = given().map(|field| format!(", {}", parameter(field))).collect();
        let arguments: String = given().map(argument).collect();
        let star = if parameters.is_empty() { "" } else { ", *" };
        format!("def __replace__(self{star}{parameters}):\n    return self.__class__({arguments})\n")
    }

    /// A method that gives the names of fields, for functions that go through them.
    fn names(&self, method: &str, is_one: impl Fn(&Field) -> bool) -> String {
        let names: Vec<String> = self.fields.iter().filter(|field| is_one(field)).map(|field| format!("'{}'", field.name)).collect();
        format!("@staticmethod\ndef {method}():\n    return _dataclasses_words({})\n", names.join(", "))
    }

    fn match_args(&self) -> String {
        let names = self.fields.iter().filter(|field| field.in_init && !field.is_keyword);
        let names: String = names.map(|field| format!("'{}', ", field.name)).collect();
        format!("__match_args__ = ({names})\n")
    }
}

fn parameter(field: &Field) -> String {
    let name = field.name;
    match &field.default {
        None => format!(", {name}{}", field.declared("")),
        Some(Initial::Value(value)) => format!(", {name}{} = {value}", field.declared("")),
        Some(Initial::Factory(_)) => format!(", {name}{} = _dataclasses_Unset()", field.declared(" | _dataclasses_Unset")),
    }
}

fn frozen(method: &str, rest: &str, doing: &str) -> String {
    format!(
        "def {method}(self, name: str{rest}) -> None:\n    raise _dataclasses_FrozenInstanceError(f\"cannot {doing} field {{name!r}}\")\n"
    )
}

/// `(object.a, object.b, )`.
pub(super) fn tuple<'a>(object: &str, fields: impl Iterator<Item = &'a Field>) -> String {
    let parts: String = fields.map(|field| format!("{object}.{}, ", field.name)).collect();
    format!("({parts})")
}
