//! Memory slots, told apart as far as types allow, and which of them each function may take references out of.
//!
//! A reference that was read from memory stays valid as long as nothing takes it out of there: so this is what borrowing from memory hangs on. Storing into a slot that
//! holds nothing takes nothing out, and neither does the release of an object that nobody owns any more.

use rustc_hash::FxHashMap;

use crate::dataflow::BitSet;
use crate::visit::Access;
use crate::*;

/// A class of memory that a reference can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Slot {
    /// A field, named by the class that introduces it.
    Field(ClassId, u32),
    /// Behind a raw pointer, whatever its type.
    Element,
    Global(GlobalId),
    /// A local whose address is taken.
    Exposed,
    /// What an `inout` parameter stands for: nothing else leads there.
    Inout(LocalId),
}

/// A function and what places in it need to be understood.
pub(crate) struct View<'p> {
    pub(crate) program: &'p Program,
    pub(crate) function: &'p Function,
    /// The locals whose address is taken.
    pub(crate) exposed: BitSet,
}

impl<'p> View<'p> {
    pub(crate) fn new(program: &'p Program, function: &'p Function) -> Self {
        let mut view = Self { program, function, exposed: BitSet::new(function.locals.len()) };
        let mut exposed = view.exposed.clone();
        each_place(function, &mut |place, access| {
            if let (Access::AddressOf, Some(local)) = (access, place.base_local())
                && !view.leads_away(place)
            {
                exposed.insert(local.index());
            }
        });
        view.exposed = exposed;
        view
    }

    /// Whether a place is in memory behind a reference or pointer, and not within its base.
    pub(crate) fn leads_away(&self, place: &Place) -> bool {
        let mut part = Place { base: place.base, projection: Vec::new() };
        for projection in &place.projection {
            if matches!(self.program.place_ty(self.function, &part), Ty::Ref { .. } | Ty::Ptr(_)) {
                return true;
            }
            part.projection.push(projection.clone());
        }
        false
    }

    /// Whether other code may see the local: its address is taken, or it stands for a place of the caller.
    pub(crate) fn is_memory(&self, local: LocalId) -> bool {
        self.function.mode(local) == Some(Mode::Inout) || self.exposed.contains(local.index())
    }

    pub(crate) fn is_managed(&self, place: &Place) -> bool {
        self.program.place_ty(self.function, place).needs_rc(self.program)
    }

    pub(crate) fn is_managed_operand(&self, operand: &Operand) -> bool {
        self.program.operand_ty(self.function, operand).needs_rc(self.program)
    }

    /// The slots that a place leads through, the one that it is in last.
    fn slots(&self, place: &Place) -> Vec<Slot> {
        let mut slots = Vec::new();
        let mut ty = match place.base {
            PlaceBase::Global(id) => {
                slots.push(Slot::Global(id));
                self.program.globals[id.index()].ty.clone()
            }
            PlaceBase::Local(id) => {
                if self.function.mode(id) == Some(Mode::Inout) {
                    slots.push(Slot::Inout(id));
                } else if self.exposed.contains(id.index()) {
                    slots.push(Slot::Exposed);
                }
                self.function.locals[id.index()].ty.clone()
            }
        };
        for projection in &place.projection {
            match (&ty, projection) {
                (Ty::Ref { class: Some(class), .. }, Projection::Field(index)) => {
                    slots.push(Slot::Field(introducer(self.program, *class, *index), *index));
                }
                (_, Projection::Element { .. }) => slots.push(Slot::Element),
                _ => {}
            }
            let Ok(part) = self.program.projected(&ty, projection) else { break };
            ty = part;
        }
        slots
    }
}

/// For each function the slots that references may be taken out of while it runs.
pub(crate) struct Removed {
    numbers: FxHashMap<Slot, usize>,
    /// Slots that raw pointers may lead to.
    pointed_at: BitSet,
    /// All [`Slot::Inout`]: what a callee's stand for is known at the call.
    inout: BitSet,
    functions: Vec<BitSet>,
    /// By functions that closures are made of, or that are called from outside.
    anywhere: BitSet,
    virtuals: FxHashMap<(ClassId, u32), BitSet>,
}

impl Removed {
    pub(crate) fn new(program: &Program) -> Self {
        let views: Vec<View> = program.functions.iter().map(|function| View::new(program, function)).collect();
        let mut numbers = FxHashMap::default();
        let mut pointed_at = Vec::new();
        for view in &views {
            each_place(view.function, &mut |place, access| {
                for slot in view.slots(place) {
                    let next = numbers.len();
                    numbers.entry(slot).or_insert(next);
                }
                if access == Access::AddressOf && view.is_managed(place) {
                    pointed_at.extend(view.slots(place).last().map(|slot| numbers[slot]));
                }
            });
        }
        let none = BitSet::new(numbers.len());
        let mut removed = Self {
            numbers,
            pointed_at: none.clone(),
            inout: none.clone(),
            functions: vec![none.clone(); program.functions.len()],
            anywhere: none,
            virtuals: FxHashMap::default(),
        };
        for number in pointed_at {
            removed.pointed_at.insert(number);
        }
        for (slot, number) in &removed.numbers {
            if matches!(slot, Slot::Inout(_)) {
                removed.inout.insert(*number);
            }
        }
        removed.solve(&views);
        removed
    }

    fn solve(&mut self, views: &[View]) {
        let Some(program) = views.first().map(|view| view.program) else { return };
        let outside = crate::raises::called_from_outside(program);
        for (index, view) in views.iter().enumerate() {
            let mut set = self.none();
            each_place(view.function, &mut |place, access| self.add(view, place, access, &mut set));
            self.functions[index] = set;
        }
        loop {
            let mut changed = false;
            for (index, view) in views.iter().enumerate() {
                for block in &view.function.blocks {
                    if let TerminatorKind::Call { callee, args, .. } = &block.terminator.kind {
                        let set = self.by_call(view, callee, args);
                        changed |= self.functions[index].union(&set);
                    }
                }
            }
            for id in &outside {
                changed |= self.anywhere.union(&self.functions[id.index()]);
            }
            changed |= self.solve_virtuals(program);
            if !changed {
                return;
            }
        }
    }

    fn solve_virtuals(&mut self, program: &Program) -> bool {
        let mut changed = false;
        for (index, class) in program.classes.iter().enumerate() {
            for (slot, target) in class.vtable.iter().enumerate() {
                let mut ancestor = Some(ClassId(index as u32));
                while let Some(id) = ancestor {
                    let none = BitSet::new(self.numbers.len());
                    let set = self.virtuals.entry((id, slot as u32)).or_insert(none);
                    changed |= set.union(&self.functions[target.index()]);
                    ancestor = program.classes[id.index()].base;
                }
            }
        }
        changed
    }

    /// Adds what an access takes references out of.
    fn add(&self, view: &View, place: &Place, access: Access, set: &mut BitSet) {
        if matches!(access, Access::Assign | Access::Move | Access::Drop) && view.is_managed(place) {
            self.add_slot(view, place, set);
        }
    }

    fn add_slot(&self, view: &View, place: &Place, set: &mut BitSet) {
        let Some(slot) = view.slots(place).last().copied() else { return };
        if slot == Slot::Element {
            set.union(&self.pointed_at);
        }
        // Slots that no function but this one has, made by normalising, are not told apart.
        match self.numbers.get(&slot) {
            Some(number) => {
                set.insert(*number);
            }
            None => *set = BitSet::full(self.numbers.len()),
        }
    }

    /// The slots that a call may take references out of.
    pub(crate) fn by_call(&self, view: &View, callee: &Callee, args: &[Operand]) -> BitSet {
        let mut set = match callee {
            Callee::Direct(id) if view.program.functions[id.index()].kind != FunctionKind::Extern => self.functions[id.index()].clone(),
            Callee::Virtual { class, slot } => self.virtuals.get(&(*class, *slot)).cloned().unwrap_or_else(|| self.none()),
            // Code outside can call back what is known there.
            Callee::Direct(_) | Callee::Value(_) => self.anywhere.clone(),
        };
        set.subtract(&self.inout);
        let signature = view.program.callee_signature(view.function, callee);
        for (arg, param) in args.iter().zip(signature.iter().flat_map(|signature| &signature.params)) {
            if let (Mode::Inout, true, Some(place)) = (param.mode, param.ty.needs_rc(view.program), arg.place()) {
                self.add_slot(view, place, &mut set);
            }
        }
        set
    }

    /// The slots that a statement itself takes references out of.
    pub(crate) fn by_statement(&self, view: &View, statement: &StatementKind) -> BitSet {
        let mut set = self.none();
        visit::statement_places(statement, &mut |place, access| self.add(view, place, access, &mut set));
        set
    }

    /// The slots that a read of the place goes through, empty if all of it is in a local; `None` if anything may change there.
    pub(crate) fn through(&self, view: &View, place: &Place) -> Option<BitSet> {
        let mut set = self.none();
        for slot in view.slots(place) {
            match self.numbers.get(&slot) {
                Some(number) if slot != Slot::Exposed => set.insert(*number),
                _ => return None,
            };
        }
        Some(set)
    }

    /// The number of slots that are told apart.
    pub(crate) fn count(&self) -> usize {
        self.numbers.len()
    }

    pub(crate) fn none(&self) -> BitSet {
        BitSet::new(self.numbers.len())
    }
}

fn each_place(function: &Function, visit: &mut dyn FnMut(&Place, Access)) {
    for block in &function.blocks {
        block.statements.iter().for_each(|statement| visit::statement_places(&statement.kind, visit));
        visit::terminator_places(&block.terminator.kind, visit);
    }
}

/// The class that introduces a field.
fn introducer(program: &Program, class: ClassId, field: u32) -> ClassId {
    let mut introducer = class;
    while let Some(base) = program.classes[introducer.index()].base
        && program.classes[base.index()].fields.len() > field as usize
    {
        introducer = base;
    }
    introducer
}
