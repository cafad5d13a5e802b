//! Functions of the library whose result has a type that depends on an argument of the call: files are binary or not, and what `findall`
//! and `split` give are tuples, or may be missing, or not. Each has another function beside it, which calls with such an argument call instead.

use pyc_base::name;
use pyc_hir::{Arg, ArgKind, Expr as Hir, FunctionId, Item, Literal};

use super::Infer;

struct Variant {
    module: &'static str,
    function: &'static str,
    parameter: &'static str,
    position: usize,
    /// What the argument has to be: the text of a literal, or something that is known only at run time.
    chosen: fn(Option<&[u8]>) -> bool,
    instead: &'static str,
}

const VARIANTS: [Variant; 5] = [
    Variant {
        module: "builtins.io",
        function: "open",
        parameter: "mode",
        position: 1,
        chosen: |mode| mode.is_some_and(|mode| mode.contains(&b'b')),
        instead: "open_binary",
    },
    Variant { module: "re", function: "compile", parameter: "pattern", position: 0, chosen: has_groups, instead: "compile_wide" },
    Variant { module: "re", function: "findall", parameter: "pattern", position: 0, chosen: has_groups, instead: "findall_wide" },
    // Only calls that say `strict` ask the iterators that are left.
    Variant {
        module: "builtins.iteration",
        function: "zip",
        parameter: "strict",
        position: usize::MAX,
        chosen: |_| true,
        instead: "zip_strict",
    },
    Variant { module: "re", function: "split", parameter: "pattern", position: 0, chosen: has_a_group, instead: "split_wide" },
];

impl Infer<'_> {
    /// The function that a call calls: another than it names if one of its literals says so.
    pub(super) fn variant_for_literals(&self, function: FunctionId, args: &[Arg]) -> FunctionId {
        let def = function.def(self.db);
        if !def.file.is_stdlib(self.db) || def.path.len() > 1 {
            return function;
        }
        let module = pyc_hir::module_name(self.db, def.file);
        let is_called = |variant: &&Variant| variant.module == module.as_str() && variant.function == def.name().as_str();
        let Some(variant) = VARIANTS.iter().find(is_called) else { return function };
        let parameter = name(variant.parameter);
        let given = args.iter().enumerate().find(|(index, arg)| match arg.kind {
            ArgKind::Positional => *index == variant.position,
            ArgKind::Keyword(keyword) => keyword == parameter,
            ArgKind::Star | ArgKind::DoubleStar => false,
        });
        let is_chosen = given.is_some_and(|(_, arg)| match &self.hir.exprs[arg.value.index()] {
            Hir::Literal(Literal::Str(text)) => (variant.chosen)(Some(text.as_bytes())),
            Hir::Literal(Literal::Bytes(bytes)) => (variant.chosen)(Some(bytes)),
            _ => (variant.chosen)(None),
        });
        match pyc_hir::resolve_global(self.db, def.file, name(variant.instead)) {
            Some((_, Item::Function(instead))) if is_chosen => instead,
            _ => function,
        }
    }
}

fn has_groups(pattern: Option<&[u8]>) -> bool {
    pattern.is_some_and(|pattern| groups(pattern) > 1)
}

fn has_a_group(pattern: Option<&[u8]>) -> bool {
    pattern.is_some_and(|pattern| groups(pattern) > 0)
}

/// The number of groups of a regular expression that capture.
fn groups(pattern: &[u8]) -> usize {
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
    groups
}
