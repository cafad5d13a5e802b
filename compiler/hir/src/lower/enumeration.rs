//! `enum`: the members of an enumeration, and the text of what makes and finds them.
//!
//! A member is an object of the class, made when the class is defined and kept in a variable of the class.

use pyc_base::{Name, codes, name};
use pyc_syntax::ast::{
    ClassDef as TreeClass, Constant, Context, Expr as Tree, ExprKind, Identifier, Int, Stmt as TreeStmt, StmtKind, Str, UnaryOp,
};

use super::Lowering;
use super::dataclass::{Made, defines};
use super::type_ref::dotted;

/// What the members of an enumeration are besides.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Plain,
    Int,
    Str,
    Flag,
    IntFlag,
}

impl Kind {
    fn is_flag(self) -> bool {
        matches!(self, Self::Flag | Self::IntFlag)
    }

    /// The class of the library that has what all enumerations of the kind share.
    fn base(self) -> &'static str {
        match self {
            Self::Plain => "Enum",
            Self::Int => "IntEnum",
            Self::Str => "StrEnum",
            Self::Flag => "Flag",
            Self::IntFlag => "IntFlag",
        }
    }
}

/// The names that the text uses of the library's module.
const NEEDED: [&str; 8] = ["Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "flag_name", "check_unique", "check_flag"];

impl Lowering<'_> {
    /// What a base that is an enumeration makes of a class.
    pub(super) fn enumeration(&mut self, def: &TreeClass) -> Option<Made> {
        let (kind, is_direct) = self.enumeration_kind(def)?;
        let span = def.bases.first()?.span;
        for needed in NEEDED {
            self.require("enum", needed, span);
        }
        let mut members = Members { kind, body: Vec::new(), names: Vec::new(), last: None, values: Vec::new(), classes: Vec::new() };
        for statement in self.without_docstring(&def.body) {
            self.enumeration_statement(statement, &mut members);
        }
        if defines(&def.body, "__new__") {
            self.error(codes::CLASS_FORM, span, "`__new__` in an enumeration can't be compiled");
        }
        let own = |text: &str| defines(&def.body, text);
        let is_base = members.names.is_empty();
        if !is_base && !is_direct && !matches!(kind, Kind::Plain) {
            // Its base is a class of the program: one of the library's would have said so.
            self.error(codes::CLASS_FORM, span, "an enumeration derived from this base can't be compiled");
        }
        self.enumerations.push((def.name.name, kind));
        let is_unique = def.decorators.iter().any(|decorator| self.library_name(decorator).is_some_and(|named| named == "enum.unique"));
        let before = if is_base { String::new() } else { before(&members, kind) };
        let mut methods = if is_base { String::new() } else { methods(kind, is_unique, &own) };
        if is_mixed(def) && !own("__str__") {
            methods.push_str(MIXED_TEXT);
        }
        let base = is_direct.then(|| name(&format!("_enum_{}", kind.base())));
        Some(Made { body: members.body, before, methods, span, base, enum_members: members.names })
    }

    /// Which kind of enumeration a class is by its bases, and whether the library's class is among them.
    fn enumeration_kind(&self, def: &TreeClass) -> Option<(Kind, bool)> {
        let mut found = None;
        let mut mixin = None;
        for base in &def.bases {
            match self.library_name(base).as_deref() {
                Some("enum.Enum") => found = found.or(Some((Kind::Plain, true))),
                Some("enum.IntEnum") => found = Some((Kind::Int, true)),
                Some("enum.StrEnum") => found = Some((Kind::Str, true)),
                Some("enum.Flag") => found = Some((Kind::Flag, true)),
                Some("enum.IntFlag") => found = Some((Kind::IntFlag, true)),
                _ => {
                    let path = dotted(base)?;
                    let known = self.enumerations.iter().rev().find(|(known, _)| [*known] == *path.as_slice());
                    match (known, path[0].as_str()) {
                        (Some((_, kind)), _) => found = Some((*kind, false)),
                        (None, "int") => mixin = Some(Kind::Int),
                        (None, "str") => mixin = Some(Kind::Str),
                        _ => {}
                    }
                }
            }
        }
        match (found?, mixin) {
            ((Kind::Plain, true), Some(kind)) => Some((kind, true)),
            (found, _) => Some(found),
        }
    }

    fn enumeration_statement(&mut self, statement: &TreeStmt, members: &mut Members) {
        let StmtKind::Assign { targets, value } = &statement.kind else {
            return members.body.push(statement.clone());
        };
        let [Tree { kind: ExprKind::Name { id, .. }, .. }] = targets.as_slice() else {
            return members.body.push(statement.clone());
        };
        let is_special = id.starts_with('_') && id.ends_with('_');
        let is_function = matches!(value.kind, ExprKind::Lambda { .. });
        let is_private = id.starts_with("__");
        if is_special || is_function || is_private {
            if !id.starts_with("_ignore_") {
                members.body.push(statement.clone());
            }
            return;
        }
        let is_auto = self.library_call(value).is_some_and(|(named, ..)| named == "enum.auto");
        let value = if is_auto { self.automatic(*id, value, members) } else { (**value).clone() };
        members.last = constant(&value);
        members.classes.push(value_class(&value));
        // A second name for a value is no further member.
        if !value_class(&value).is_some_and(|_| members.values.contains(&value.kind)) {
            members.names.push(*id);
            members.values.push(value.kind.clone());
        }
        members.body.push(member(statement, *id, value));
    }

    /// The value that `auto()` stands for.
    fn automatic(&mut self, member: Name, call: &Tree, members: &Members) -> Tree {
        let number = |value: i64| Tree { kind: ExprKind::Constant(Constant::Int(Int::Small(value))), span: call.span };
        match (members.kind, members.last, members.names.is_empty()) {
            (Kind::Str, ..) => text(&member.to_lowercase(), call.span),
            (_, _, true) => number(1),
            (kind, Some(last), _) if kind.is_flag() => number(if last > 0 { 1 << last.ilog2() + 1 } else { 1 }),
            (_, Some(last), _) => number(last + 1),
            (_, None, _) => {
                self.error(codes::CLASS_FORM, call.span, "`auto` can't be compiled behind a value that is no literal: write the number");
                number(1)
            }
        }
    }
}

/// The parts of an enumeration's body.
struct Members {
    kind: Kind,
    body: Vec<TreeStmt>,
    names: Vec<Name>,
    /// The last member's value, if it is a literal number.
    last: Option<i64>,
    /// The members' values.
    values: Vec<ExprKind>,
    /// The classes of the literals among the values.
    classes: Vec<Option<&'static str>>,
}

/// `RED = __class__._create_("RED", 1)` for `RED = 1`.
fn member(statement: &TreeStmt, id: Name, value: Tree) -> TreeStmt {
    let span = value.span;
    let of = |kind: ExprKind| Tree { kind, span };
    let class = of(ExprKind::Name { id: name("__class__"), ctx: Context::Load });
    let attr = Identifier { name: name("_create_"), span };
    let func = Box::new(of(ExprKind::Attribute { value: Box::new(class), attr, ctx: Context::Load }));
    let made = of(ExprKind::Call { func, args: vec![text(&id, span), value], keywords: Vec::new() });
    let StmtKind::Assign { targets, .. } = &statement.kind else { return statement.clone() };
    TreeStmt { kind: StmtKind::Assign { targets: targets.clone(), value: Box::new(made) }, span: statement.span }
}

fn text(value: &str, span: pyc_base::Span) -> Tree {
    Tree { kind: ExprKind::Constant(Constant::Str { value: Str::Utf8(value.into()), unicode: false }), span }
}

fn constant(value: &Tree) -> Option<i64> {
    match &value.kind {
        ExprKind::Constant(Constant::Int(Int::Small(value))) => Some(*value),
        ExprKind::UnaryOp { op: UnaryOp::USub, operand } => Some(-constant(operand)?),
        _ => None,
    }
}

/// The class of a value that is written out.
fn value_class(value: &Tree) -> Option<&'static str> {
    match &value.kind {
        ExprKind::Constant(Constant::Str { .. }) => Some("str"),
        ExprKind::Constant(Constant::Float(_)) => Some("float"),
        _ => constant(value).map(|_| "int"),
    }
}

/// What the class holds before its members are made.
fn before(members: &Members, kind: Kind) -> String {
    let mut text = String::new();
    let class = match kind {
        Kind::Plain => members.classes.iter().copied().reduce(|a, b| if a == b { a } else { None }).flatten(),
        // Declared by the base.
        Kind::Int | Kind::IntFlag | Kind::Flag | Kind::Str => None,
    };
    if let Some(class) = class {
        text.push_str(&format!("_value_: {class}\n"));
    }
    text.push_str("_member_list_: ClassVar[list[Self]] = []\n_member_map_: ClassVar[dict[str, Self]] = {}\n");
    if kind.is_flag() {
        text.push_str("_all_: ClassVar[list[Self]] = []\n");
    }
    text
}

fn methods(kind: Kind, is_unique: bool, own: &dyn Fn(&str) -> bool) -> String {
    let mut text = String::from(
        "@property\ndef value(self):\n    return self._value_\n\
         def _initialise_(self, name, value):\n    self._name_ = name\n    self._value_ = value\n",
    );
    let mut add = |name: &str, method: &str| {
        if !own(name) {
            text.push_str(method);
        }
    };
    if kind.is_flag() {
        add("__repr__", FLAG_REPR);
        add("__or__", &flag_operator("or", "|", kind));
        add("__and__", &flag_operator("and", "&", kind));
        add("__xor__", &flag_operator("xor", "^", kind));
        add("", if kind == Kind::IntFlag { FLAG_KEEPS } else { FLAG_STRICT });
        add("", FLAG);
    } else {
        add("__repr__", "def __repr__(self) -> str:\n    return f\"<{self.__class__.__name__}.{self._name_}: {self._value_!r}>\"\n");
        add("", PLAIN);
    }
    let initialise = match own("__init__") {
        true => {
            "member._initialise_(name, value)\n    if isinstance(value, tuple):\n        member.__init__(*value)\n    else:\n        member.__init__(value)\n"
        }
        false => "member._initialise_(name, value)\n",
    };
    let (known, rename, save) = match kind.is_flag() {
        true => ("_all_", FLAG_RENAME, FLAG_SAVE),
        false => ("_member_list_", "pass", "__class__._member_list_.append(member)"),
    };
    let create = CREATE.replace("KNOWN", known).replace("RENAME", rename).replace("INITIALISE", initialise.trim_end());
    add("", &create.replace("SAVE", save));
    add("", "__members__ = _member_map_\n");
    if is_unique {
        add("", "_enum_check_unique(__class__.__qualname__, _member_map_)\n");
    }
    text
}

const CREATE: &str = "\
@staticmethod
def _create_(name, value):
    if isinstance(value, __class__):
        return __class__._create_(name, value._value_)
    for known in __class__.KNOWN:
        if known._value_ == value:
            RENAME
            __class__._member_map_[name] = known
            return known
    member = object.__new__(__class__)
    INITIALISE
    __class__._member_map_[name] = member
    SAVE
    return member
";

/// Whether the class of the values is a base: such members show their names, those of `IntEnum` and `StrEnum` their values.
fn is_mixed(def: &TreeClass) -> bool {
    def.bases.iter().any(|base| dotted(base).is_some_and(|path| matches!(path[0].as_str(), "int" | "str")))
}

const MIXED_TEXT: &str = "\
def __str__(self) -> str:
    return f\"{self.__class__.__name__}.{self._name_}\"
def __format__(self, format_spec: str) -> str:
    return self.__str__().__format__(format_spec)
";

/// Bits that were put together before they got a name have that of their parts.
const FLAG_RENAME: &str = "\
own = known._name_
            if own is None or own not in __class__._member_map_:
                known._name_ = name";

const FLAG_SAVE: &str = "\
__class__._all_.append(member)
    if value > 0 and value & (value - 1) == 0:
        __class__._member_list_.append(member)";

const PLAIN: &str = "\
@staticmethod
def _lookup_(value):
    for known in __class__._member_list_:
        if known._value_ == value:
            return known
    raise ValueError(f\"{value!r} is not a valid {__class__.__qualname__}\")
";

const FLAG_REPR: &str = "\
def __repr__(self) -> str:
    if self._name_ is None:
        return f\"<{self.__class__.__name__}: {self._value_}>\"
    return f\"<{self.__class__.__name__}.{self._name_}: {self._value_}>\"
";

const FLAG: &str = "\
@staticmethod
def _mask_() -> int:
    mask = 0
    for member in __class__._member_map_.values():
        mask = mask | member._value_
    return mask
@staticmethod
def _lookup_(value: int):
    for known in __class__._all_:
        if known._value_ == value:
            return known
    __class__._check_(value)
    if value < 0:
        value = __class__._mask_() & value
        for known in __class__._all_:
            if known._value_ == value:
                return known
    names = [member._name_ for member in __class__._member_list_]
    made = object.__new__(__class__)
    made._initialise_(_enum_flag_name(value, names, [member._value_ for member in __class__._member_list_]), value)
    __class__._all_.append(made)
    return made
def __invert__(self):
    return __class__._lookup_(__class__._mask_() & ~self._value_)
def __contains__(self, other) -> bool:
    return other._value_ & self._value_ == other._value_
def __iter__(self):
    return iter([member for member in __class__._member_list_ if member._value_ & self._value_])
def __len__(self) -> int:
    return self._value_.bit_count()
def __bool__(self) -> bool:
    return self._value_ != 0
";

const FLAG_STRICT: &str = "\
@staticmethod
def _check_(value: int) -> None:
    _enum_check_flag(f\"{__class__!r}\", __class__.__qualname__, value, __class__._mask_())
";

const FLAG_KEEPS: &str = "\
@staticmethod
def _check_(value: int) -> None:
    pass
";

fn flag_operator(method: &str, sign: &str, kind: Kind) -> String {
    let number = match kind {
        Kind::IntFlag => "    if isinstance(other, int):\n        return __class__._lookup_(self._value_ SIGN other)\n",
        _ => "",
    };
    let text = "def __NAME__(self, other):\n    if isinstance(other, __class__):\n        return __class__._lookup_(self._value_ SIGN other._value_)\n";
    let text = format!("{text}{number}    return NotImplemented\n");
    let reflected = if kind == Kind::IntFlag { "__rNAME__ = __NAME__\n" } else { "" };
    format!("{text}{reflected}").replace("NAME", method).replace("SIGN", sign)
}
