//! Brings a function into the form that the rest of the pass works on:
//!
//! - Managed operands are whole locals that no other code sees, or constants; a place in memory is only read by `init %x = place` and `init %x = move place`.
//! - Nothing is assigned to a managed place: the old value is moved out, the new one initialises the place, and a `drop` of the old one marks where it may end.
//! - A `drop` of a local is a use of it; other than that there are no drops: locals end with their last use.
//! - What is taken out of memory other than raw memory leaves a zero behind.
//! - No statement or call defines a managed local that it needs. Nothing jumps to the entry. Parameters that the function borrows never change.
//! - Managed locals whose address is taken are zero at the start, for they are released wherever the function ends.

use crate::dataflow::BitSet;
use crate::visit::Access;
use crate::*;

use super::liveness::Liveness;
use super::slots::View;
use super::{Role, statement_operands_mut, terminator_operands_mut, terminator_roles};

pub(super) fn normalise(program: &Program, function: &mut Function) {
    function.remove_unreachable_blocks();
    function.free_entry();
    copy_changing_parameters(program, function);
    let before = function.clone();
    let view = View::new(program, &before);
    let bases = super::borrow::pointer_bases(&view);
    let facts = super::borrow::unresolved(&view, &bases);
    let live = Liveness::new(&before, &facts);
    for id in before.block_ids() {
        let block = std::mem::replace(&mut function.blocks[id.index()], cfg::goto(id, Loc::default()));
        let mut builder = Builder { view: &view, bases: &bases, live: &live, function, statements: Vec::new(), loc: Loc::default() };
        for statement in block.statements {
            builder.loc = statement.loc;
            builder.statement(statement.kind);
        }
        builder.loc = block.terminator.loc;
        let terminator = builder.terminator(block.terminator.kind);
        let statements = builder.statements;
        let loc = block.terminator.loc;
        function.blocks[id.index()] = Block { statements, terminator: Terminator { kind: terminator, loc } };
    }
    clear_exposed(&view, function);
}

/// Borrowed parameters that the function changes or exposes become locals of their own.
fn copy_changing_parameters(program: &Program, function: &mut Function) {
    let view = View::new(program, function);
    let mut changed = view.exposed.clone();
    let mut note = |place: &Place, access: Access| {
        if let Some(local) = place.base_local()
            && (access.writes() || access == Access::Move && !place.projection.is_empty())
            && !view.leads_away(place)
        {
            changed.insert(local.index());
        }
    };
    for block in &function.blocks {
        block.statements.iter().for_each(|statement| visit::statement_places(&statement.kind, &mut note));
        visit::terminator_places(&block.terminator.kind, &mut note);
        if let TerminatorKind::Call { callee, args, .. } = &block.terminator.kind {
            for (arg, param) in
                args.iter().zip(program.callee_signature(function, callee).map(|signature| signature.params).unwrap_or_default())
            {
                if let (Mode::Inout, Some(place)) = (param.mode, arg.place()) {
                    note(place, Access::Assign);
                }
            }
        }
    }
    let parameters: Vec<LocalId> = (0..function.params.len() as u32).map(LocalId).collect();
    let mut copies = Vec::new();
    for parameter in parameters {
        let local = &function.locals[parameter.index()];
        if function.mode(parameter) == Some(Mode::Borrow) && changed.contains(parameter.index()) && local.ty.needs_rc(program) {
            let name = local.name.clone();
            let copy = function.add_local(local.ty.clone());
            function.locals[copy.index()].name = name;
            rename(function, parameter, copy);
            copies.push(StatementKind::Init(Place::local(copy), Rvalue::Use(Operand::local(parameter))));
        }
    }
    let loc = function.loc;
    function.blocks[0].statements.splice(0..0, copies.into_iter().map(|kind| Statement { kind, loc }));
}

fn rename(function: &mut Function, from: LocalId, to: LocalId) {
    let mut change = |place: &mut Place, _: Access| {
        if place.base == PlaceBase::Local(from) {
            place.base = PlaceBase::Local(to);
        }
    };
    for block in &mut function.blocks {
        block.statements.iter_mut().for_each(|statement| visit::statement_places_mut(&mut statement.kind, &mut change));
        visit::terminator_places_mut(&mut block.terminator.kind, &mut change);
    }
}

/// Managed locals whose address is taken hold a zero until they get a value.
fn clear_exposed(view: &View, function: &mut Function) {
    let exposed = view.exposed.iter().filter(|index| *index >= function.params.len());
    let managed: Vec<usize> = exposed.filter(|index| function.locals[*index].ty.needs_rc(view.program)).collect();
    for index in managed {
        let zero = Rvalue::Use(Operand::Const(Const::Zero(function.locals[index].ty.clone())));
        let kind = StatementKind::Init(Place::local(LocalId(index as u32)), zero);
        let loc = function.loc;
        function.blocks[0].statements.insert(0, Statement { kind, loc });
    }
}

struct Builder<'b> {
    /// The function as it was.
    view: &'b View<'b>,
    /// The tracked locals that pointers in each local point into.
    bases: &'b [BitSet],
    /// What may be needed at the start of each block.
    live: &'b Liveness<'b>,
    function: &'b mut Function,
    statements: Vec<Statement>,
    loc: Loc,
}

impl Builder<'_> {
    fn push(&mut self, kind: StatementKind) {
        self.statements.push(Statement { kind, loc: self.loc });
    }

    /// Places of the input and of locals made here.
    fn ty(&self, place: &Place) -> Ty {
        self.view.program.place_ty(self.function, place)
    }

    fn managed(&self, place: &Place) -> bool {
        self.ty(place).needs_rc(self.view.program)
    }

    /// A whole local that no other code sees.
    fn private(&self, place: &Place) -> bool {
        place.as_local().is_some_and(|local| local.index() >= self.view.function.locals.len() || !self.view.is_memory(local))
    }

    fn temporary(&mut self, ty: Ty, value: Rvalue) -> LocalId {
        let local = self.function.add_local(ty);
        self.push(StatementKind::Init(Place::local(local), value));
        local
    }

    /// Reads a managed operand into a local if it isn't one.
    fn operand(&mut self, operand: &mut Operand) {
        let Some(place) = operand.place().cloned() else { return };
        if !self.managed(&place) {
            return;
        }
        if self.private(&place) {
            *operand = Operand::Copy(place);
            return;
        }
        let ty = self.ty(&place);
        let value = match operand {
            Operand::Move(_) => return *operand = Operand::local(self.take(&place)),
            _ => Rvalue::Use(Operand::Copy(place)),
        };
        *operand = Operand::local(self.temporary(ty, value));
    }

    /// Moves the value out of a place in memory.
    fn take(&mut self, place: &Place) -> LocalId {
        let ty = self.ty(place);
        let taken = self.temporary(ty, Rvalue::Use(Operand::Move(place.clone())));
        self.clear(place);
        taken
    }

    /// Nobody may find the value in the place any more.
    fn clear(&mut self, place: &Place) {
        if !matches!(place.projection.last(), Some(Projection::Element { .. })) {
            let zero = Rvalue::Use(Operand::Const(Const::Zero(self.ty(place))));
            self.push(StatementKind::Init(place.clone(), zero));
        }
    }

    /// Puts a value into a place that holds another one.
    fn replace(&mut self, place: Place, value: Operand) {
        let ty = self.ty(&place);
        let old = self.temporary(ty, Rvalue::Use(Operand::Move(place.clone())));
        self.push(StatementKind::Init(place, Rvalue::Use(value)));
        self.push(StatementKind::Drop(Place::local(old)));
    }

    fn statement(&mut self, mut kind: StatementKind) {
        match &mut kind {
            StatementKind::Drop(place) if !self.managed(place) => {}
            // What the local holds is kept until here.
            StatementKind::Drop(place) if self.private(place) => self.push(kind),
            StatementKind::Drop(place) => {
                let old = self.take(&place.clone());
                self.push(StatementKind::Drop(Place::local(old)));
            }
            StatementKind::Init(place, value) | StatementKind::Assign(place, value) if self.managed(place) => {
                let (place, value) = (place.clone(), value.clone());
                let first = matches!(kind, StatementKind::Init(..));
                self.store(place, value, first);
            }
            _ => {
                for operand in statement_operands_mut(&mut kind) {
                    self.operand(operand);
                }
                self.push(kind);
            }
        }
    }

    /// Stores into a managed place.
    fn store(&mut self, place: Place, mut value: Rvalue, first: bool) {
        let private = self.private(&place);
        match &mut value {
            Rvalue::Use(operand) if private && operand.place() == Some(&place) => return,
            Rvalue::Use(Operand::Copy(source)) if private && !self.private(source) => {}
            Rvalue::Use(Operand::Move(source)) if private && !self.private(source) => {
                let taken = self.take(&source.clone());
                value = Rvalue::Use(Operand::local(taken));
            }
            _ => {
                let mut operands = Vec::new();
                visit::rvalue_operands_mut(&mut value, &mut |operand| operands.push(operand));
                for operand in operands {
                    self.operand(operand);
                }
            }
        }
        let simple = matches!(&value, Rvalue::Use(operand) if operand.place().is_none_or(|place| self.private(place)));
        if private && (simple || !self.needs(&value, &place)) {
            return self.push(StatementKind::Init(place, value));
        }
        let value = match value {
            Rvalue::Use(operand) if simple => operand,
            value => Operand::local(self.temporary(self.ty(&place), value)),
        };
        // A local that others see holds a value always, be it zero; so a loop may initialise it again.
        if private || first && !place.projection.is_empty() {
            self.push(StatementKind::Init(place, Rvalue::Use(value)));
        } else {
            self.replace(place, value);
        }
    }

    /// Whether the value is computed from the local, or through a pointer into it.
    fn needs(&self, value: &Rvalue, destination: &Place) -> bool {
        let mut needs = false;
        visit::rvalue_places(value, &mut |place, _| needs |= self.touches(place, destination));
        needs
    }

    fn touches(&self, place: &Place, local: &Place) -> bool {
        let (Some(base), Some(local)) = (place.base_local(), local.as_local()) else { return false };
        base == local || self.bases.get(base.index()).is_some_and(|bases| local.index() < self.bases.len() && bases.contains(local.index()))
    }

    /// A part of a local that nothing is released with.
    fn is_plain_part(&self, place: &Place) -> bool {
        let whole = Place { base: place.base, projection: Vec::new() };
        place.base_local().is_some() && !self.managed(&whole) && !self.view.leads_away(place)
    }

    fn terminator(&mut self, mut kind: TerminatorKind) -> TerminatorKind {
        let roles = terminator_roles(self.view.program, self.view.function, &kind);
        for (operand, role) in terminator_operands_mut(&mut kind).into_iter().zip(roles) {
            if role == Role::Inout {
                continue;
            }
            self.operand(operand);
            // Nothing can be released after a return, and what a call is given need not outlive the read.
            if let Operand::Copy(place) = operand
                && !place.projection.is_empty()
                && !self.is_plain_part(place)
            {
                let ty = self.ty(place);
                *operand = Operand::local(self.temporary(ty, Rvalue::Use(operand.clone())));
            }
        }
        if matches!(kind, TerminatorKind::Call { .. }) {
            self.results(&mut kind);
        }
        kind
    }

    /// Results and exceptions go to locals that the call doesn't need, and from there to where they belong.
    fn results(&mut self, kind: &mut TerminatorKind) {
        let mut read = Vec::new();
        visit::terminator_places(kind, &mut |place, access| {
            if !access.writes() {
                read.push(place.clone());
            }
        });
        let TerminatorKind::Call { destination, target, unwind, .. } = kind else { return };
        let (returned, raised) = (*target, unwind.as_ref().map(|(_, block)| *block));
        let results = [Some((destination, target, raised)), unwind.as_mut().map(|(place, block)| (place, block, Some(returned)))];
        for (place, target, other) in results.into_iter().flatten() {
            // Where one way out of the call defines a local, its old value may still be needed on the other.
            let needed = place.as_local().is_some_and(|local| other.is_some_and(|other| self.live.is_needed(local, other)));
            let direct = self.private(place) && !needed && !read.iter().any(|other| self.touches(other, place));
            if direct || !self.managed(place) {
                continue;
            }
            let result = Place::local(self.function.add_local(self.ty(place)));
            let place = std::mem::replace(place, result.clone());
            let outer = std::mem::take(&mut self.statements);
            let value = Rvalue::Use(Operand::Copy(result));
            // Only raw memory can hold what is no value.
            let first = matches!(place.projection.last(), Some(Projection::Element { .. }));
            self.store(place, value, first);
            let statements = std::mem::replace(&mut self.statements, outer);
            let terminator = Terminator { kind: TerminatorKind::Goto(*target), loc: self.loc };
            *target = self.function.add_block(Block { statements, terminator });
        }
    }
}
