//! The certifier: re-derives ownership from the counted program, knowing nothing of how the counts were made.
//!
//! For every managed local it follows, along all paths, how many counts it holds and what else keeps its value alive (the rules are those at the top of
//! [`crate::count`]). An error is: a use of a value that nothing keeps alive, a release without a count, a count that is still there when its local gets another value
//! or the function ends, and paths that meet with different counts. Raw pointers are the program's own business.

mod state;
mod step;

use crate::count::slots::{Removed, View};
use crate::dataflow::{Forward, forward};
use crate::*;

use state::{State, Value};

/// All violations, in the order of the program.
pub fn certify(program: &Program) -> Result<(), Vec<VerifyError>> {
    let removed = Removed::new(program);
    let names = Names::new(program);
    let mut errors = Vec::new();
    for function in program.functions.iter().filter(|function| !function.blocks.is_empty()) {
        let certifier = Certifier { view: View::new(program, function), removed: &removed };
        certifier.function(&names, &mut errors);
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Stops with a report if the counts are wrong. For debug builds.
#[track_caller]
pub fn expect_certified(program: &Program, after: &str) {
    if let Err(errors) = certify(program) {
        let list: Vec<String> = errors.iter().take(10).map(ToString::to_string).collect();
        panic!("wrong reference counts after {after}:\n  {}", list.join("\n  "));
    }
}

struct Certifier<'p> {
    view: View<'p>,
    removed: &'p Removed,
}

impl Certifier<'_> {
    fn function(&self, names: &Names, errors: &mut Vec<VerifyError>) {
        let function = self.view.function;
        let states = forward(function, self);
        for (id, state) in function.block_ids().zip(states) {
            let Some(mut state) = state else { continue };
            let block = function.block(id);
            let mut report = |text: String, messages: Vec<String>| {
                errors.extend(messages.into_iter().map(|message| VerifyError {
                    item: function.symbol.to_string(),
                    place: Some((id, text.clone())),
                    message,
                }));
            };
            report("start of the block".to_owned(), self.conflicts(names, &state));
            for (index, statement) in block.statements.iter().enumerate() {
                let mut messages = Vec::new();
                self.step(&mut state, &statement.kind, names, &mut messages);
                self.refills(&statement.kind, block.statements.get(index + 1), &mut messages);
                if !messages.is_empty() {
                    report(names.statement(function, statement), messages);
                }
            }
            let mut messages = Vec::new();
            self.leave(&mut state, &block.terminator.kind, names, &mut messages);
            for edge in 0..block.terminator.kind.successors().len() {
                self.arrive(&mut state.clone(), &block.terminator.kind, edge, names, &mut messages);
            }
            if !messages.is_empty() {
                report(names.terminator(function, &block.terminator), messages);
            }
        }
    }

    fn conflicts(&self, names: &Names, state: &State) -> Vec<String> {
        let conflicts = state.values.iter().enumerate().filter(|(_, value)| **value == Value::Conflict);
        let name = |(index, _): (usize, &Value)| names.local(self.view.function, LocalId(index as u32));
        conflicts.map(name).map(|name| format!("paths meet with different counts of `{name}`")).collect()
    }

    /// What is moved out of memory that others see is replaced at once.
    fn refills(&self, statement: &StatementKind, next: Option<&Statement>, messages: &mut Vec<String>) {
        let (StatementKind::Init(_, Rvalue::Use(Operand::Move(place))) | StatementKind::Assign(_, Rvalue::Use(Operand::Move(place)))) =
            statement
        else {
            return;
        };
        let raw = matches!(place.projection.last(), Some(Projection::Element { .. }));
        let owned = place.as_local().is_some_and(|local| !self.view.is_memory(local));
        let refilled = matches!(next, Some(Statement { kind: StatementKind::Init(other, _), .. }) if other == place);
        if self.view.is_managed(place) && !raw && !owned && !refilled {
            messages.push("a value is moved out of memory, but the place gets no other".to_owned());
        }
    }
}

impl Forward for Certifier<'_> {
    type State = State;

    fn entry(&self) -> State {
        let function = self.view.function;
        let value = |(index, local): (usize, &Local)| match function.mode(LocalId(index as u32)) {
            Some(_) if !local.ty.needs_rc(self.view.program) => Value::Ended,
            Some(Mode::Borrow) => Value::borrowed(function.locals.len(), self.removed.none()),
            Some(Mode::Owned | Mode::Inout) => Value::owned(),
            None => Value::Ended,
        };
        State { values: function.locals.iter().enumerate().map(value).collect() }
    }

    fn join(&self, into: &mut State, from: &State) -> bool {
        into.join(from)
    }

    fn statement(&self, state: &mut State, statement: &Statement) {
        self.step(state, &statement.kind, &Names::default(), &mut Vec::new());
    }

    fn edge(&self, state: &mut State, terminator: &Terminator, edge: usize) {
        let mut ignored = Vec::new();
        self.leave(state, &terminator.kind, &Names::default(), &mut ignored);
        self.arrive(state, &terminator.kind, edge, &Names::default(), &mut ignored);
    }
}
