//! Definitions that a program asks for without writing them: the methods of a `@dataclass` and the like. They are made as text in the language, as
//! CPython makes them, and lowered as if they stood in the program; everything in them is said to be where the program asks.

use pyc_base::{Name, Span, codes, name};
use pyc_syntax::ast::{ClassDef, Expr as Tree, ExprKind};

use super::Lowering;
use super::bindings::Bindings;
use super::type_ref::dotted;
use crate::{BodySourceMap, Item, MemberSource, ParamSource, SignatureSourceMap, StmtId};

/// The modules of the library whose names the lowering itself understands.
const UNDERSTOOD: [&str; 6] = ["abc", "dataclasses", "typing", "collections", "enum", "functools"];

/// The other comparisons, by the one that is defined.
const ORDERINGS: [(&str, [(&str, &str); 3]); 4] = [
    ("__lt__", [("__gt__", "not result and self != other"), ("__le__", "result or self == other"), ("__ge__", "not result")]),
    ("__le__", [("__ge__", "not result or self == other"), ("__lt__", "result and self != other"), ("__gt__", "not result")]),
    ("__gt__", [("__lt__", "not result and self != other"), ("__ge__", "result or self == other"), ("__le__", "not result")]),
    ("__ge__", [("__le__", "not result or self == other"), ("__gt__", "result and self != other"), ("__lt__", "not result")]),
];

impl Lowering<'_> {
    /// Lowers statements in the innermost scope.
    pub(super) fn synthesised(&mut self, text: &str, span: Span) -> Vec<StmtId> {
        let parsed = pyc_syntax::parse(text);
        let (functions, diagnostics, members) = (self.functions.len(), self.diagnostics.len(), self.frame().members.len());
        let outer = self.place.replace(span);
        let outer_body = self.frame().body.place.replace(span);
        let bindings = Bindings::of(&parsed.module.body, None);
        self.frame().bind_in_class(&bindings);
        let block = self.block(&parsed.module.body);
        self.place = outer;
        self.frame().body.place = outer_body;
        // What is wrong with a part that the program wrote has been reported there.
        self.diagnostics.truncate(diagnostics);
        for function in &mut self.functions[functions..] {
            place_signature(&mut function.source_map, span);
        }
        for (_, _, source) in &mut self.frame().members[members..] {
            *source = MemberSource { name: span, annotation: None };
        }
        block.into_vec()
    }

    /// Lets synthesised text use a name of a module that the program imports: as `_module_name`.
    pub(super) fn require(&mut self, module: &str, text: &str, span: Span) {
        self.items.import(Some(name(module)), 0, Some(name(text)));
        let item = Item::ImportFrom { module: Some(name(module)), level: 0, name: name(text) };
        let site = self.binding_site(span);
        self.items.bind(name(&format!("_{module}_{text}")), item, site);
    }

    /// The comparisons that `@total_ordering` adds to those that a class defines.
    pub(super) fn total_ordering(&mut self, def: &ClassDef) -> Vec<StmtId> {
        let is_it = |this: &Self, decorator: &Tree| this.library_name(decorator).is_some_and(|named| named == "functools.total_ordering");
        let Some(decorator) = def.decorators.iter().find(|decorator| is_it(self, decorator)) else { return Vec::new() };
        let defined = |method: &str| super::dataclass::defines(&def.body, method);
        let Some((root, others)) = ORDERINGS.iter().find(|(root, _)| defined(root)) else {
            self.error(codes::CLASS_FORM, decorator.span, "must define at least one ordering operation: < > <= >=");
            return Vec::new();
        };
        let method = |(method, result): &(&str, &str)| {
            format!(
                "def {method}(self, other):\n    result = self.{root}(other)\n    if result is NotImplemented:\n        \
                 return NotImplemented\n    return {result}\n"
            )
        };
        let text: String = others.iter().filter(|(name, _)| !defined(name)).map(method).collect();
        self.synthesised(&text, decorator.span)
    }

    /// The text of an expression as the program has it.
    pub(super) fn source_of(&self, expr: &Tree) -> String {
        let text = self.file.text(self.db).as_deref().unwrap_or_default();
        // In parentheses it may go over several lines, wherever it is put.
        format!("({})", text.get(expr.span.start as usize..expr.span.end as usize).unwrap_or("None"))
    }

    /// What an expression names, if that is a name of one of the library's modules that are understood here: `dataclasses.field`.
    pub(super) fn library_name(&self, expr: &Tree) -> Option<String> {
        let path = dotted(expr)?;
        let full = match path.as_slice() {
            [name] => {
                let (module, name) = self.items.imported(*name, &UNDERSTOOD)?;
                format!("{module}.{name}")
            }
            [module, name] => format!("{}.{name}", self.items.imported_module(*module)?),
            _ => return None,
        };
        full.split_once('.').is_some_and(|(module, _)| UNDERSTOOD.contains(&module)).then_some(full)
    }

    /// The call of a name of the library, with or without arguments: what it names, and the keyword arguments.
    pub(super) fn library_call<'a>(&self, expr: &'a Tree) -> Option<(String, &'a [Tree], &'a [pyc_syntax::ast::Keyword])> {
        match &expr.kind {
            ExprKind::Call { func, args, keywords } => Some((self.library_name(func)?, args, keywords)),
            _ => None,
        }
    }
}

/// The names of a keyword argument, or nothing for `**`.
pub(super) fn keyword_name(keyword: &pyc_syntax::ast::Keyword) -> Option<Name> {
    keyword.arg.map(|arg| arg.name)
}

fn place_signature(source_map: &mut SignatureSourceMap, span: Span) {
    let place =
        |param: &ParamSource| ParamSource { name: span, annotation: param.annotation.map(|_| span), default: param.default.map(|_| span) };
    *source_map = SignatureSourceMap {
        span,
        name: span,
        params: source_map.params.iter().map(place).collect(),
        ret: source_map.ret.map(|_| span),
        decorators: source_map.decorators.iter().map(|_| span).collect(),
        type_params: source_map.type_params.iter().map(|_| span).collect(),
    };
}

/// Says that everything in a body is at one place.
pub(super) fn place_body(source_map: &mut BodySourceMap, span: Span) {
    let BodySourceMap { handlers, annotations, keywords, imports, .. } = source_map;
    let handlers = handlers.values_mut().chain(imports.values_mut());
    handlers.chain(annotations.values_mut()).chain(keywords.values_mut()).for_each(|known| *known = span);
}
