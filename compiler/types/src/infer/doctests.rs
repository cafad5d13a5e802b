//! `doctest.testmod()`: how many examples the docstrings of the module have. They are there to be run by CPython; a compiled program holds no source.

use pyc_hir::{ClassId, FunctionId, Item, Member};

use super::Infer;

impl Infer<'_> {
    pub(super) fn examples_of_module(&self) -> usize {
        let items = pyc_hir::module_items(self.db, self.file);
        let of_item = |(_, item): &(_, Item)| match item {
            Item::Function(function) => self.examples_of_function(*function),
            Item::Class(class) => self.examples_of_class(*class),
            _ => 0,
        };
        items.docstring.as_deref().map_or(0, examples) + items.items.iter().map(of_item).sum::<usize>()
    }

    fn examples_of_function(&self, function: FunctionId) -> usize {
        pyc_hir::signature(self.db, function).docstring.as_deref().map_or(0, examples)
    }

    fn examples_of_class(&self, class: ClassId) -> usize {
        let def = pyc_hir::class_def(self.db, class);
        // What is defined last has the name.
        let is_last = |at: usize| def.members[at + 1..].iter().all(|(other, _)| *other != def.members[at].0);
        let of_member = |(at, (_, member)): (usize, &(_, Member))| match member {
            Member::Function(function) if is_last(at) => self.examples_of_function(*function),
            Member::Class(inner) if is_last(at) => self.examples_of_class(*inner),
            _ => 0,
        };
        def.docstring.as_deref().map_or(0, examples) + def.members.iter().enumerate().map(of_member).sum::<usize>()
    }
}

/// The number of examples of a docstring that are to be run.
fn examples(docstring: &str) -> usize {
    let mut count = 0;
    let mut lines = docstring.lines().map(str::trim_start).peekable();
    while let Some(line) = lines.next() {
        let Some(first) = prompted(line, ">>>") else { continue };
        let mut source = vec![first];
        while let Some(more) = lines.peek().and_then(|line| prompted(line, "...")) {
            source.push(more);
            lines.next();
        }
        let is_code = source.iter().map(|line| line.trim()).any(|line| !line.is_empty() && !line.starts_with('#'));
        let is_skipped = source.iter().any(|line| line.split_once("# doctest:").is_some_and(|(_, options)| options.contains("+SKIP")));
        count += usize::from(is_code && !is_skipped);
    }
    count
}

/// What stands behind a prompt.
fn prompted<'a>(line: &'a str, prompt: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(prompt)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::examples;

    #[test]
    fn examples_are_counted() {
        assert_eq!(examples("Text.\n\n    >>> f(1)\n    2\n    >>> for x in y:\n    ...     f(x)\n    3\n"), 2);
        assert_eq!(examples(">>> # nothing\n>>> f() # doctest: +SKIP\n>>> f() # doctest: +ELLIPSIS\n>>>\nno >>> prompt\n"), 1);
        assert_eq!(examples(">>>f()\n"), 0);
        assert_eq!(examples(""), 0);
    }
}
