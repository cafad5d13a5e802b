//! The verifier: what every pass may rely on, checked between passes in debug builds. It finds bugs of the compiler, so its reports are texts.
//!
//! Statements and terminators are checked in `body`, definite initialisation in `init`.

mod body;
mod init;

use std::fmt;

use crate::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// From mir-build: no reference counts; a call may lack its `unwind` only if the callee can't raise.
    Built,
    /// After raise inference and reference counting: a call has `unwind` exactly if the callee raises; no `Drop`.
    Counted,
}

/// What is wrong with a program and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyError {
    /// Symbol of the function, or what else is wrong.
    pub item: String,
    /// The block and the statement in it, or the text of its terminator.
    pub place: Option<(BlockId, String)>,
    pub message: String,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some((block, text)) => write!(f, "{}: bb{}: `{text}`: {}", self.item, block.0, self.message),
            None => write!(f, "{}: {}", self.item, self.message),
        }
    }
}

/// All violations, in the order of the program.
pub fn verify(program: &Program, phase: Phase) -> Result<(), Vec<VerifyError>> {
    let names = Names::new(program);
    let mut errors = Vec::new();
    items(program, &mut errors);
    // Types can't be asked for while indices may be out of bounds.
    if errors.is_empty() {
        for function in &program.functions {
            let mut checker = Checker { program, function, names: &names, phase, errors: &mut errors };
            checker.header();
            let before = checker.errors.len();
            checker.structure();
            if checker.errors.len() == before {
                checker.bodies();
            }
            if checker.errors.len() == before {
                checker.initialisation();
            }
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Stops with a report if a pass has broken the program. For debug builds.
#[track_caller]
pub fn expect_valid(program: &Program, phase: Phase, after: &str) {
    if let Err(errors) = verify(program, phase) {
        let list: Vec<String> = errors.iter().take(10).map(ToString::to_string).collect();
        panic!("invalid MIR after {after}:\n  {}", list.join("\n  "));
    }
}

struct Checker<'p> {
    program: &'p Program,
    function: &'p Function,
    names: &'p Names,
    phase: Phase,
    errors: &'p mut Vec<VerifyError>,
}

impl Checker<'_> {
    fn error(&mut self, place: Option<(BlockId, String)>, message: impl Into<String>) {
        self.errors.push(VerifyError { item: self.function.symbol.to_string(), place, message: message.into() });
    }

    fn header(&mut self) {
        let function = self.function;
        if function.params.len() > function.locals.len() {
            self.error(None, "fewer locals than parameters");
        }
        if (function.kind == FunctionKind::Extern) != function.blocks.is_empty() {
            self.error(None, "a body, and `extern`: exactly one of them");
        }
        if function.kind == FunctionKind::Extern && function.raises {
            self.error(None, "`extern` functions don't raise");
        }
        if function.kind == FunctionKind::Kernel && function.ret != Ty::Unit {
            self.error(None, "kernels give `unit`");
        }
    }

    /// Every index is within its bounds.
    fn structure(&mut self) {
        let function = self.function;
        for id in function.block_ids() {
            let block = function.block(id);
            for successor in block.terminator.kind.successors() {
                if successor.index() >= function.blocks.len() {
                    self.error(Some((id, "terminator".to_owned())), format!("there is no bb{}", successor.0));
                }
            }
            let mut bad = Vec::new();
            let mut check = |place: &Place, _: visit::Access| {
                let exists = match place.base {
                    PlaceBase::Local(local) => local.index() < function.locals.len(),
                    PlaceBase::Global(global) => global.index() < self.program.globals.len(),
                };
                if !exists {
                    bad.push(format!("{:?} does not exist", place.base));
                }
            };
            block.statements.iter().for_each(|statement| visit::statement_places(&statement.kind, &mut check));
            visit::terminator_places(&block.terminator.kind, &mut check);
            for message in bad {
                self.error(Some((id, "place".to_owned())), message);
            }
        }
    }
}

/// Tables refer to what exists and agree with each other.
fn items(program: &Program, errors: &mut Vec<VerifyError>) {
    let mut error = |item: &str, message: String| errors.push(VerifyError { item: item.to_owned(), place: None, message });
    let functions = program.functions.len();
    let mut symbols = rustc_hash::FxHashSet::default();
    for function in &program.functions {
        if !symbols.insert(&function.symbol) {
            error(&function.symbol, "two functions have this symbol".to_owned());
        }
    }
    for class in &program.classes {
        if class.base.is_some_and(|base| base.index() >= program.classes.len()) {
            error(&class.name, "the base does not exist".to_owned());
            continue;
        }
        if class.vtable.iter().chain(&class.destroy).any(|function| function.index() >= functions) {
            error(&class.name, "a method does not exist".to_owned());
        }
        if let Some(base) = class.base.map(|base| &program.classes[base.index()]) {
            let prefix =
                class.fields.len() >= base.fields.len() && class.fields.iter().zip(&base.fields).all(|(own, base)| own.ty == base.ty);
            if !prefix {
                error(&class.name, format!("the fields don't start with those of `{}`", base.name));
            }
            if class.vtable.len() < base.vtable.len() {
                error(&class.name, format!("fewer slots than `{}`", base.name));
            }
        }
    }
    for (index, constant) in program.statics.iter().enumerate() {
        match program.classes.get(constant.class.index()) {
            Some(class) if class.fields.len() == constant.fields.len() => {}
            Some(_) => error(&format!("static.{index}"), "as many values as the class has fields".to_owned()),
            None => error(&format!("static.{index}"), "the class does not exist".to_owned()),
        }
    }
    for id in program.entry.iter().chain(&program.report_exception).chain(&program.recursion_error).chain(&program.finish) {
        if id.index() >= functions {
            error("entry", "the function does not exist".to_owned());
        }
    }
}
