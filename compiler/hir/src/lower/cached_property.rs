//! `@cached_property`: the method under another name, and a property that keeps what it gave.

use pyc_base::{Name, Span, name};
use pyc_syntax::ast::{FunctionDef, Stmt as Tree, StmtKind};

use super::Lowering;
use super::bindings::Bindings;
use crate::StmtId;

impl Lowering<'_> {
    /// The statements of a class with such methods renamed, if it has any, and the names they had.
    pub(super) fn cached_properties(&mut self, body: &[Tree]) -> Option<(Vec<Tree>, Vec<(Name, Span)>)> {
        if !body.iter().any(|statement| self.cached(statement).is_some()) {
            return None;
        }
        let mut found = Vec::new();
        let changed: Vec<Tree> = body.iter().map(|statement| self.without_cache(statement, &mut found)).collect();
        let bindings = Bindings::of(&changed, self.class_name());
        self.frame().bind_in_class(&bindings);
        Some((changed, found))
    }

    /// The method that a statement defines, if it has this decorator.
    fn cached<'a>(&self, statement: &'a Tree) -> Option<&'a FunctionDef> {
        let StmtKind::FunctionDef(function) = &statement.kind else { return None };
        let [decorator] = function.decorators.as_slice() else { return None };
        self.library_name(decorator).is_some_and(|named| named == "functools.cached_property").then_some(function)
    }

    fn without_cache(&self, statement: &Tree, found: &mut Vec<(Name, Span)>) -> Tree {
        let Some(function) = self.cached(statement) else { return statement.clone() };
        found.push((function.name.name, function.name.span));
        let mut function = function.clone();
        function.name.name = name(&format!("_compute_{}", function.name.name));
        function.decorators.clear();
        Tree { kind: StmtKind::FunctionDef(Box::new(function)), ..statement.clone() }
    }

    /// The property in the place of such a method.
    pub(super) fn cached_property(&mut self, named: Name, span: Span) -> Vec<StmtId> {
        let text = format!(
            "_has_{named} = False\n\
             @property\ndef {named}(self):\n    if not self._has_{named}:\n        self._kept_{named} = self._compute_{named}()\n        \
             self._has_{named} = True\n    return self._kept_{named}\n\
             @{named}.setter\ndef {named}(self, value):\n    self._kept_{named} = value\n    self._has_{named} = True\n\
             @{named}.deleter\ndef {named}(self):\n    if not self._has_{named}:\n        raise AttributeError(f\"'{{type(self).__name__}}' object has no attribute '{named}'\")\n    \
             self._has_{named} = False\n",
            named = named.as_str()
        );
        self.synthesised(&text, span)
    }
}
