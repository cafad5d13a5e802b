//! Functions of the library whose result has a type that depends on an argument of the call: files are binary or not, and what `findall`
//! and `split` give are tuples, or may be missing, or not. Each has another function beside it, which calls with such an argument call instead.

use pyc_base::name;
use pyc_hir::{Arg, ArgKind, Expr as Hir, ExprId, FunctionId, Item, Literal, LocalId, NameRef, Stmt};

use super::Infer;
use crate::ty::GlobalVar;

struct Variant {
    module: &'static str,
    function: &'static str,
    parameter: &'static str,
    position: usize,
    /// What the argument has to be.
    chosen: fn(Known) -> bool,
    instead: &'static str,
}

/// What is known of an argument: its text, the last part of a name, or nothing.
#[derive(Clone, Copy)]
enum Known<'a> {
    Text(&'a [u8]),
    Name(&'a str),
    Nothing,
}

const BY_NAME: usize = usize::MAX;

const fn of_pattern(function: &'static str, chosen: fn(Known) -> bool, instead: &'static str) -> Variant {
    Variant { module: "re", function, parameter: "pattern", position: 0, chosen, instead }
}

const VARIANTS: [Variant; 9] = [
    Variant {
        module: "builtins.io",
        function: "open",
        parameter: "mode",
        position: 1,
        chosen: |mode| matches!(mode, Known::Text(mode) if mode.contains(&b'b')),
        instead: "open_binary",
    },
    of_pattern("compile", |pattern| matches!(groups(pattern), Some(1)), "compile_grouped"),
    of_pattern("compile", |pattern| matches!(groups(pattern), Some(2..)), "compile_wide"),
    of_pattern("compile", |pattern| groups(pattern).is_none(), "compile_any"),
    of_pattern("findall", |pattern| matches!(groups(pattern), Some(2..)), "findall_wide"),
    of_pattern("findall", |pattern| groups(pattern).is_none(), "findall_any"),
    of_pattern("split", |pattern| groups(pattern) != Some(0), "split_wide"),
    // Only calls that say `strict` ask the iterators that are left.
    Variant {
        module: "builtins.iteration",
        function: "zip",
        parameter: "strict",
        position: BY_NAME,
        chosen: |_| true,
        instead: "zip_strict",
    },
    Variant {
        module: "csv",
        function: "reader",
        parameter: "quoting",
        position: BY_NAME,
        chosen: |quoting| matches!(quoting, Known::Name("QUOTE_NONNUMERIC")),
        instead: "reader_of_numbers",
    },
];

impl Infer<'_> {
    /// The function that a call calls: another than it names if one of its arguments says so.
    pub(super) fn variant_for_literals(&self, function: FunctionId, args: &[Arg]) -> FunctionId {
        let def = function.def(self.db);
        // A module says itself which one it means.
        if !def.file.is_stdlib(self.db) || def.path.len() > 1 || self.file == def.file {
            return function;
        }
        let module = pyc_hir::module_name(self.db, def.file);
        let is_called = |variant: &&Variant| variant.module == module.as_str() && variant.function == def.name().as_str();
        let is_chosen = |variant: &&Variant| {
            let parameter = name(variant.parameter);
            let given = args.iter().enumerate().find(|(index, arg)| match arg.kind {
                ArgKind::Positional => *index == variant.position,
                ArgKind::Keyword(keyword) => keyword == parameter,
                ArgKind::Star | ArgKind::DoubleStar => false,
            });
            given.is_some_and(|(_, arg)| self.is_chosen(arg.value, variant.chosen))
        };
        let Some(variant) = VARIANTS.iter().filter(is_called).find(is_chosen) else { return function };
        match pyc_hir::resolve_global(self.db, def.file, name(variant.instead)) {
            Some((_, Item::Function(instead))) => instead,
            _ => function,
        }
    }

    fn is_chosen(&self, argument: ExprId, chosen: fn(Known) -> bool) -> bool {
        match self.known_literal(argument) {
            Some(Literal::Str(text)) => chosen(Known::Text(text.as_bytes())),
            Some(Literal::Bytes(bytes)) => chosen(Known::Text(&bytes)),
            _ => match &self.hir.exprs[argument.index()] {
                Hir::Name(NameRef::Global(text)) | Hir::Attribute { name: text, .. } => chosen(Known::Name(text.as_str())),
                _ => chosen(Known::Nothing),
            },
        }
    }

    /// The literal that an expression is, or that the variable which it names always holds.
    fn known_literal(&self, id: ExprId) -> Option<Literal> {
        match &self.hir.exprs[id.index()] {
            Hir::Literal(literal) => Some(literal.clone()),
            Hir::Name(NameRef::Global(text)) => match pyc_hir::global_origin(self.db, self.file, *text)? {
                (file, name, Item::Variable { .. }) => crate::constant::constant(self.db, GlobalVar { file, name }),
                _ => None,
            },
            Hir::Name(NameRef::Local(local)) => self.literal_of_local(*local),
            _ => None,
        }
    }

    /// The literal that a variable of this body is given by the only statement that gives it anything.
    fn literal_of_local(&self, local: LocalId) -> Option<Literal> {
        let hir = &self.hir;
        let is_name = |id: ExprId| matches!(hir.exprs[id.index()], Hir::Name(_));
        let is_it = |id: ExprId| matches!(hir.exprs[id.index()], Hir::Name(NameRef::Local(named)) if named == local);
        // Not functions inside, nor what else may bind names in ways that are not looked for.
        let is_plain = |stmt: &Stmt| match stmt {
            Stmt::Assign { targets, .. } => targets.iter().all(|target| is_name(*target)),
            Stmt::For { target, .. } => is_name(*target) && !is_it(*target),
            Stmt::AugAssign { target, .. } => !is_it(*target),
            Stmt::With { items, .. } => items.iter().all(|(_, target)| target.is_none_or(|target| is_name(target) && !is_it(target))),
            Stmt::Annotated { .. } | Stmt::Expr(_) | Stmt::Return(_) | Stmt::If { .. } | Stmt::While { .. } => true,
            Stmt::Pass | Stmt::Break | Stmt::Continue | Stmt::Raise { .. } | Stmt::Assert { .. } => true,
            _ => false,
        };
        let binds = |expr: &Hir| matches!(expr, Hir::Walrus { .. } | Hir::Lambda(_));
        if hir.params.contains(&local) || !hir.stmts.iter().all(is_plain) || hir.exprs.iter().any(binds) {
            return None;
        }
        let mut given = hir.stmts.iter().filter_map(|stmt| match stmt {
            Stmt::Assign { targets, value } if targets.iter().any(|target| is_it(*target)) => Some(*value),
            Stmt::Annotated { target, value: Some(value), .. } if is_it(*target) => Some(*value),
            _ => None,
        });
        match (given.next().map(|value| &hir.exprs[value.index()]), given.next()) {
            (Some(Hir::Literal(literal)), None) => Some(literal.clone()),
            _ => None,
        }
    }
}

/// The number of groups of a regular expression that capture, if it is known.
fn groups(pattern: Known) -> Option<usize> {
    let Known::Text(pattern) = pattern else { return None };
    let (mut groups, mut in_set, mut at) = (0, None, 0);
    while at < pattern.len() {
        match (pattern[at], in_set) {
            (b'\\', _) => at += 1,
            // A bracket that closes is one of the set's characters where it is the first.
            (b']', Some(start)) if at > start => in_set = None,
            (b'[', None) => in_set = Some(at + 1 + usize::from(pattern.get(at + 1) == Some(&b'^'))),
            (b'(', None) if !matches!(pattern.get(at + 1), Some(b'?')) || pattern[at + 1..].starts_with(b"?P<") => groups += 1,
            _ => {}
        }
        at += 1;
    }
    Some(groups)
}
