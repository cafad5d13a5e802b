//! What statements and terminators do to counts.

use crate::dataflow::BitSet;
use crate::visit::{self, Access};
use crate::*;

use super::Certifier;
use super::state::{Borrow, Held, State, Value};

/// Collects what is wrong with a step.
struct Report<'r> {
    function: &'r Function,
    names: &'r Names,
    messages: &'r mut Vec<String>,
}

impl Report<'_> {
    fn check(&mut self, local: LocalId, result: Result<(), &'static str>) {
        if let Err(what) = result {
            let name = self.names.local(self.function, local);
            self.messages.push(format!("`{name}` {what}"));
        }
    }
}

impl Certifier<'_> {
    fn managed_local(&self, place: &Place) -> Option<LocalId> {
        place.as_local().filter(|local| self.view.function.locals[local.index()].ty.needs_rc(self.view.program))
    }

    /// A managed local that no other code sees: to initialise it does not yet take over a count.
    fn private(&self, place: &Place) -> bool {
        self.managed_local(place).is_some_and(|local| !self.view.is_memory(local))
    }

    fn managed_base(&self, place: &Place) -> Option<LocalId> {
        place.base_local().filter(|local| self.view.function.locals[local.index()].ty.needs_rc(self.view.program))
    }

    pub(super) fn step(&self, state: &mut State, statement: &StatementKind, names: &Names, messages: &mut Vec<String>) {
        let mut report = Report { function: self.view.function, names, messages };
        visit::statement_places(statement, &mut |place, access| self.check_use(state, place, access, &mut report));
        match statement {
            StatementKind::Init(place, value) | StatementKind::Assign(place, value) => self.store(state, place, value, &mut report),
            StatementKind::Lend(place, value) => {
                if let Some(local) = self.managed_local(place) {
                    let parts = visit::rvalue_operands(value).into_iter().map(|operand| self.lent(state, operand));
                    let new = parts.reduce(Value::together).unwrap_or(Value::Constant);
                    self.define(state, local, new, &mut report);
                }
            }
            StatementKind::Retain(operand) => {
                if let Some(local) = operand.place().and_then(|place| self.managed_local(place)) {
                    report.check(local, state.retain(local.index()));
                }
            }
            StatementKind::Release(operand) => {
                if let Some(local) = operand.place().and_then(|place| self.managed_local(place)) {
                    report.check(local, state.take(local.index()));
                }
            }
            StatementKind::Drop(_) | StatementKind::Traceback(_) => {}
        }
    }

    fn check_use(&self, state: &State, place: &Place, access: Access, report: &mut Report) {
        if access.writes() && place.projection.is_empty() {
            return;
        }
        if let Some(local) = self.managed_base(place)
            && !state.values[local.index()].is_valid()
        {
            report.check(local, Err("is used after its end"));
        }
    }

    fn store(&self, state: &mut State, place: &Place, value: &Rvalue, report: &mut Report) {
        if !self.view.is_managed(place) {
            // Comparisons and reads only.
            return;
        }
        let new = match value {
            Rvalue::Use(operand) | Rvalue::Cast(_, operand, _) if self.private(place) => self.read(state, operand, report),
            Rvalue::Use(Operand::Const(_)) => Value::Constant,
            _ => {
                for operand in visit::rvalue_operands(value) {
                    self.consume(state, operand, report);
                }
                Value::owned()
            }
        };
        match self.managed_local(place) {
            Some(local) => self.define(state, local, new, report),
            None => self.part_changed(state, place),
        }
    }

    fn define(&self, state: &mut State, local: LocalId, new: Value, report: &mut Report) {
        if matches!(state.values[local.index()], Value::Held(Held { counts: 1.., .. })) {
            report.check(local, Err("gets another value while it has a count"));
        }
        state.forget_keeper(local.index());
        state.values[local.index()] = new;
    }

    /// A part of a local has changed: what was read from it may be gone.
    fn part_changed(&self, state: &mut State, place: &Place) {
        if let Some(local) = self.managed_base(place)
            && !self.view.leads_away(place)
        {
            state.forget_keeper(local.index());
        }
    }

    /// The value of a local that is initialised with no more than an operand.
    fn read(&self, state: &mut State, operand: &Operand, report: &mut Report) -> Value {
        match operand {
            Operand::Const(_) => Value::Constant,
            Operand::Copy(place) => self.borrow(state, place),
            Operand::Move(place) => match self.managed_local(place) {
                Some(local) => {
                    let constant = state.values[local.index()] == Value::Constant;
                    self.consume(state, operand, report);
                    if constant { Value::Constant } else { Value::owned() }
                }
                None => {
                    let mut slots = self.removed.none();
                    let read = StatementKind::Traceback(operand.clone());
                    slots.union(&self.removed.by_statement(&self.view, &read));
                    state.forget_slots(&slots);
                    self.part_changed(state, place);
                    Value::owned()
                }
            },
        }
    }

    /// A part of an aggregate that has no counts.
    fn lent(&self, state: &State, operand: &Operand) -> Value {
        match operand.place() {
            Some(place) if self.view.is_managed(place) => self.borrow(state, place),
            _ => Value::Constant,
        }
    }

    fn borrow(&self, state: &State, place: &Place) -> Value {
        let none = || Borrow { keepers: BitSet::new(state.values.len()), slots: self.removed.none() };
        let base = self.managed_base(place);
        let mut borrow = match base.map(|local| (local, &state.values[local.index()])) {
            Some((_, Value::Constant)) if place.projection.is_empty() => return Value::Constant,
            Some((_, Value::Conflict)) => return Value::Conflict,
            Some((_, Value::Held(Held { counts: 0, borrow: Some(borrow) }))) => borrow.clone(),
            Some((local, Value::Held(_))) => {
                let mut borrow = none();
                borrow.keepers.insert(local.index());
                borrow
            }
            _ => none(),
        };
        match self.removed.through(&self.view, place) {
            Some(slots) => {
                borrow.slots.union(&slots);
                Value::Held(Held { counts: 0, borrow: Some(borrow) })
            }
            // Anything may change the place: the value has to be retained before anything else happens, which the smallest set of keepers ensures.
            None => {
                borrow.slots = BitSet::full(self.removed.count());
                Value::Held(Held { counts: 0, borrow: Some(borrow) })
            }
        }
    }

    /// The receiver takes over a count.
    fn consume(&self, state: &mut State, operand: &Operand, report: &mut Report) {
        let Some(place) = operand.place() else { return };
        let Some(local) = self.managed_local(place) else {
            if self.view.is_managed(place) {
                report.messages.push("a count is taken from memory that keeps it".to_owned());
            }
            return;
        };
        report.check(local, state.take(local.index()));
        if matches!(operand, Operand::Move(_)) {
            if matches!(state.values[local.index()], Value::Held(Held { counts: 1.., .. })) {
                report.check(local, Err("is moved while it has another count"));
            }
            state.forget_keeper(local.index());
            state.values[local.index()] = Value::Ended;
        }
    }

    /// Up to the edges. Where the function ends nothing may be left.
    pub(super) fn leave(&self, state: &mut State, terminator: &TerminatorKind, names: &Names, messages: &mut Vec<String>) {
        let mut report = Report { function: self.view.function, names, messages };
        visit::terminator_places(terminator, &mut |place, access| self.check_use(state, place, access, &mut report));
        match terminator {
            TerminatorKind::Return(operand) | TerminatorKind::Raise(operand) => {
                if self.view.is_managed_operand(operand) {
                    self.consume(state, operand, &mut report);
                }
                self.end(state, &mut report);
            }
            TerminatorKind::Call { callee, args, destination, unwind, .. } => {
                self.call(state, callee, args, &mut report);
                for place in [Some(destination), unwind.as_ref().map(|(place, _)| place)].into_iter().flatten() {
                    if self.view.is_managed(place) && self.managed_local(place).is_none() {
                        self.part_changed(state, place);
                    }
                }
            }
            TerminatorKind::Goto(_) | TerminatorKind::Branch { .. } | TerminatorKind::Switch { .. } | TerminatorKind::Unreachable => {}
        }
    }

    fn end(&self, state: &State, report: &mut Report) {
        for (index, value) in state.values.iter().enumerate() {
            let local = LocalId(index as u32);
            let counts = match value {
                Value::Held(held) => held.counts,
                Value::Ended => 0,
                Value::Constant | Value::Conflict => continue,
            };
            let inout = self.view.function.mode(local) == Some(Mode::Inout) && self.managed_local(&Place::local(local)).is_some();
            match counts {
                0 if inout => report.check(local, Err("holds no value for the caller")),
                1 if inout => {}
                0 => {}
                _ => report.check(local, Err("still has a count where the function ends")),
            }
        }
    }

    fn call(&self, state: &mut State, callee: &Callee, args: &[Operand], report: &mut Report) {
        let signature = self.view.program.callee_signature(self.view.function, callee);
        let params = signature.map(|signature| signature.params).unwrap_or_default();
        for (arg, param) in args.iter().zip(&params) {
            if param.mode == Mode::Owned && param.ty.needs_rc(self.view.program) {
                self.consume(state, arg, report);
            }
        }
        state.forget_slots(&self.removed.by_call(&self.view, callee, args));
        // What is borrowed has to last through the call, after the callee has released what it took over.
        let borrowed = args.iter().zip(&params).filter(|(_, param)| param.mode != Mode::Owned).map(|(arg, _)| arg);
        let called = if let Callee::Value(operand) = callee { Some(operand) } else { None };
        for place in borrowed.chain(called).filter_map(Operand::place) {
            self.check_use(state, place, Access::Copy, report);
        }
        for (arg, param) in args.iter().zip(&params) {
            if let (Mode::Inout, Some(place)) = (param.mode, arg.place()) {
                self.part_changed(state, place);
            }
        }
    }

    /// The results of a call, on the edge that has them.
    pub(super) fn arrive(&self, state: &mut State, terminator: &TerminatorKind, edge: usize, names: &Names, messages: &mut Vec<String>) {
        let mut report = Report { function: self.view.function, names, messages };
        if let TerminatorKind::Call { destination, unwind, .. } = terminator {
            let place = if edge == 0 { Some(destination) } else { unwind.as_ref().map(|(place, _)| place) };
            if let Some(local) = place.and_then(|place| self.managed_local(place)) {
                self.define(state, local, Value::owned(), &mut report);
            }
        }
    }
}
