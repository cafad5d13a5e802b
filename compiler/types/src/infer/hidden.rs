//! What functions of the library are told by the compiler: parameters that no program names, such as the exception that is being handled where
//! `traceback.print_exc()` is called. And arguments that such functions can't take, because only the run time knows what they mean.

use pyc_base::{Name, name};
use pyc_hir::{Expr as Hir, FunctionId, Literal, NameRef};

use super::Infer;
use super::arguments::{Given, Source};
use crate::thir::{Expr, ExprKind, Origin};
use crate::ty::Ty;

/// What a parameter is told.
#[derive(Clone, Copy)]
enum Told {
    /// The number of examples in the docstrings of the module that calls.
    Examples,
    /// The exception that is being handled.
    Handled,
    /// The name of the module of the call.
    Module,
    /// The file of the call.
    File,
    /// The line of the call.
    Line,
}

const TOLD: [(&str, &str, &[(&str, Told)]); 6] = [
    ("doctest", "testmod", &[("_examples", Told::Examples)]),
    ("traceback", "print_exc", &[("_handled", Told::Handled)]),
    ("traceback", "format_exc", &[("_handled", Told::Handled)]),
    ("sys", "exc_info", &[("_handled", Told::Handled)]),
    ("sys", "exception", &[("_handled", Told::Handled)]),
    ("warnings", "warn", &[("_module", Told::Module), ("_file", Told::File), ("_line", Told::Line)]),
];

/// An argument that can't be compiled.
struct Refused {
    module: &'static str,
    function: &'static str,
    parameter: &'static str,
    position: usize,
    is_refused: fn(Written) -> bool,
    what: &'static str,
    instead: &'static str,
}

/// How an argument is written.
#[derive(Clone, Copy)]
enum Written<'a> {
    Literal(&'a Literal),
    /// The last part of a name.
    Named(Name),
    Other,
}

const KEYWORD_ONLY: usize = usize::MAX;

const REFUSED: [Refused; 8] = [
    Refused {
        module: "doctest",
        function: "testmod",
        parameter: "verbose",
        position: 3,
        is_refused: |verbose| !matches!(verbose, Written::Literal(Literal::Bool(false) | Literal::None)),
        what: "Running the examples of docstrings one by one",
        instead: "leave out `verbose`, or run them with CPython",
    },
    Refused {
        module: "timeit",
        function: "timeit",
        parameter: "stmt",
        position: 0,
        is_refused: is_text,
        what: "Code in a text",
        instead: "give a function: `timeit(lambda: work(), number=100)`",
    },
    Refused {
        module: "timeit",
        function: "timeit",
        parameter: "setup",
        position: 1,
        is_refused: is_text,
        what: "Code in a text",
        instead: "give a function that prepares what is measured",
    },
    Refused {
        module: "timeit",
        function: "repeat",
        parameter: "stmt",
        position: 0,
        is_refused: is_text,
        what: "Code in a text",
        instead: "give a function: `repeat(lambda: work(), number=100)`",
    },
    Refused {
        module: "timeit",
        function: "repeat",
        parameter: "setup",
        position: 1,
        is_refused: is_text,
        what: "Code in a text",
        instead: "give a function that prepares what is measured",
    },
    Refused {
        module: "csv",
        function: "reader",
        parameter: "quoting",
        position: KEYWORD_ONLY,
        is_refused: |quoting| !matches!(quoting, Written::Literal(_) | Written::Named(_)),
        what: "A way of quoting that is known only at run time",
        instead: "name one of the constants of `csv`",
    },
    Refused {
        module: "csv.DictReader",
        function: "__init__",
        parameter: "quoting",
        position: KEYWORD_ONLY,
        is_refused: |quoting| !matches!(quoting, Written::Named(name) if name != *"QUOTE_NONNUMERIC"),
        what: "A way of quoting that makes numbers of values",
        instead: "name another constant of `csv`, and convert the values",
    },
    Refused {
        module: "warnings",
        function: "warn",
        parameter: "stacklevel",
        position: 2,
        is_refused: |level| !matches!(level, Written::Literal(Literal::Int(1))),
        what: "A warning about the call of the function",
        instead: "leave out `stacklevel`",
    },
];

fn is_text(argument: Written) -> bool {
    matches!(argument, Written::Literal(Literal::Str(_)))
}

impl Infer<'_> {
    /// The arguments of a call of the library's with what the compiler adds.
    pub(super) fn with_hidden_arguments(&mut self, function: FunctionId, mut given: Vec<Given>, origin: Origin) -> Vec<Given> {
        let def = function.def(self.db);
        if !def.file.is_stdlib(self.db) || self.file.is_stdlib(self.db) {
            return given;
        }
        let own = def.name();
        if !TOLD.iter().any(|(_, function, _)| own == **function) && !REFUSED.iter().any(|refused| own == *refused.function) {
            return given;
        }
        let module = pyc_hir::module_name(self.db, def.file);
        let place = match def.path.split_last() {
            Some((_, [])) | None => module.to_string(),
            Some((_, outer)) => format!("{module}.{}", outer[outer.len() - 1].0),
        };
        let is_method = def.path.len() > 1;
        for refused in REFUSED.iter().filter(|refused| own == *refused.function && place == refused.module) {
            self.refuse(refused, &given, is_method, origin);
        }
        for (_, _, parameters) in TOLD.iter().filter(|(module, function, _)| own == **function && place == **module) {
            for (parameter, told) in *parameters {
                let value = self.told(*told, origin);
                given.push(Given::new(Source::Done(Box::new(value)), Some(name(parameter))));
            }
        }
        given
    }

    fn told(&mut self, told: Told, origin: Origin) -> Expr {
        match told {
            Told::Examples => self.int(self.examples_of_module() as i64, origin),
            Told::Module => self.module_name(origin),
            Told::File => self.str(&self.file.path(self.db).display().to_string(), origin),
            Told::Line => self.expr_of(Ty::int(self.db), ExprKind::Line, origin),
            Told::Handled => match self.handled.last() {
                Some(handled) => self.local_expr(*handled, origin),
                None => self.unsupported("This outside of an `except`", "call it in one, or name the exception", origin),
            },
        }
    }

    fn refuse(&mut self, refused: &Refused, given: &[Given], is_method: bool, origin: Origin) {
        let position = refused.position.saturating_add(usize::from(is_method));
        let parameter = name(refused.parameter);
        let argument = given.iter().enumerate().find(|(at, arg)| match arg.keyword {
            Some(keyword) => keyword == parameter,
            None => *at == position,
        });
        let Some((_, Given { source: Source::Hir(id), .. })) = argument else { return };
        let hir = self.hir.clone();
        let written = match &hir.exprs[id.index()] {
            Hir::Literal(literal) => Written::Literal(literal),
            Hir::Name(NameRef::Global(text)) | Hir::Attribute { name: text, .. } => Written::Named(*text),
            _ => Written::Other,
        };
        if (refused.is_refused)(written) {
            self.unsupported(refused.what, refused.instead, origin);
        }
    }
}
