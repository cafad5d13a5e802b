//! Units: the two parts of a large program that become objects side by side, so that the second core of a machine is of use, and the part that was compiled
//! before, with the prebuilt library.
//!
//! The first holds what tracebacks show, the user's functions, and the program's start; the second holds the large functions of the library, and of the user's
//! as many as make the parts alike. Small functions of the library, and of the user's where those are parted, are copied into each part that calls them, so that
//! they can be inlined there. What only one part names stays private to it.

use crate::mlir::{MODULE, hot_cost, work};
use crate::prebuilt::{Identities, Identity, Prebuilt};
use pyc_mir::visit::{each_constant, statement_places, terminator_places};
use pyc_mir::{
    Callee, ClassId, Const, FuncId, Function, FunctionKind, GlobalId, Inline, PlaceBase, Program, Rvalue, StatementKind, StaticId,
    TerminatorKind,
};

/// Statements and blocks of a function of the library that is worth no copy.
const LARGE: usize = 40;
/// A second part smaller than this takes longer to start than it saves.
const WORTHWHILE: usize = 1500;
/// How much more the first part must be than the second for the user's functions to be parted. Those of small programs are not: what is called from one place
/// is often best where it is called.
const LOPSIDED: usize = 4000;

/// The most parts that are compiled side by side.
const COUNT: usize = 2;
/// What the prebuilt library holds.
const PREBUILT: usize = 2;
/// What it holds beside the function that is being compiled for it.
const AHEAD: usize = 3;

/// What a part has to do with something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing else names it.
    Private,
    /// Other parts name what is defined here.
    Shared,
    /// It is defined in another part.
    Foreign,
    /// Nothing here names it, and it is defined elsewhere or nowhere.
    Absent,
}

/// Which parts something is named in, by their bits, and where it is defined; without a home it is defined wherever it is named.
#[derive(Clone, Copy, Default)]
struct Use {
    home: Option<usize>,
    named: u8,
}

impl Use {
    /// Tells whether it was not known yet.
    fn name(&mut self, unit: usize) -> bool {
        let before = self.named;
        self.named |= 1 << unit;
        self.named != before
    }

    fn role(self, unit: usize) -> Role {
        let here = self.named & (1 << unit) != 0;
        match self.home {
            None if here => Role::Private,
            None => Role::Absent,
            Some(home) if home != unit => {
                if here {
                    Role::Foreign
                } else {
                    Role::Absent
                }
            }
            Some(_) if self.named & !(1 << unit) != 0 => Role::Shared,
            Some(_) => Role::Private,
        }
    }
}

/// A program's parts.
pub(crate) struct Units {
    /// How many are to be compiled.
    pub(crate) count: usize,
    functions: Vec<Use>,
    globals: Vec<Use>,
    statics: Vec<Use>,
    classes: Vec<Use>,
    /// What those that the prebuilt library shares are called there.
    identities: Identities,
}

/// One part of a program, or all of it.
#[derive(Clone, Copy)]
pub(crate) struct Unit<'a> {
    units: Option<&'a Units>,
    number: usize,
}

impl<'a> Unit<'a> {
    pub(crate) const WHOLE: Self = Self { units: None, number: 0 };

    pub(crate) const fn of(units: &'a Units, number: usize) -> Self {
        Self { units: Some(units), number }
    }

    /// What [`Units::of_prebuilt`] was made for.
    pub(crate) const fn prebuilt(units: &'a Units) -> Self {
        Self { units: Some(units), number: PREBUILT }
    }

    /// Whether this is where the program starts.
    pub(crate) const fn is_first(self) -> bool {
        self.number == 0
    }

    /// Whether this is compiled ahead, for other programs.
    pub(crate) const fn is_prebuilt(self) -> bool {
        self.number == PREBUILT
    }

    fn role(self, uses: impl Fn(&Units) -> Option<Use>) -> Role {
        self.units.and_then(uses).map_or(Role::Private, |uses| uses.role(self.number))
    }

    pub(crate) fn function(self, id: FuncId) -> Role {
        self.role(|units| units.functions.get(id.index()).copied())
    }

    pub(crate) fn global(self, id: GlobalId) -> Role {
        self.role(|units| units.globals.get(id.index()).copied())
    }

    pub(crate) fn constant(self, id: StaticId) -> Role {
        self.role(|units| units.statics.get(id.index()).copied())
    }

    /// Of a class's record.
    pub(crate) fn class(self, id: ClassId) -> Role {
        self.role(|units| units.classes.get(id.index()).copied())
    }

    /// Of the function that ends objects of a class. Any part may call it, but the prebuilt library has its own.
    pub(crate) fn drop_function(self) -> Role {
        match (self.units, self.number) {
            (None, _) | (Some(Units { count: 1, .. }), 0) | (_, PREBUILT) => Role::Private,
            (Some(_), 0) => Role::Shared,
            (Some(_), _) => Role::Foreign,
        }
    }

    /// What a function is called that is in the prebuilt library.
    pub(crate) fn name_of_function(self, id: FuncId) -> Option<Identity> {
        let units = self.units.filter(|units| units.functions[id.index()].home >= Some(PREBUILT))?;
        units.identities.functions[id.index()]
    }

    fn name(self, uses: impl Fn(&Units) -> Use, identity: impl Fn(&Identities) -> Option<Identity>) -> Option<Identity> {
        let units = self.units.filter(|units| uses(units).named & 1 << PREBUILT != 0)?;
        identity(&units.identities)
    }

    pub(crate) fn name_of_class(self, id: ClassId) -> Option<Identity> {
        self.name(|units| units.classes[id.index()], |identities| identities.classes[id.index()])
    }

    pub(crate) fn name_of_global(self, id: GlobalId) -> Option<Identity> {
        self.name(|units| units.globals[id.index()], |identities| identities.globals[id.index()])
    }

    pub(crate) fn name_of_constant(self, id: StaticId) -> Option<Identity> {
        self.name(|units| units.statics[id.index()], |identities| identities.statics[id.index()])
    }
}

impl Units {
    /// Cuts a program, if it is large enough or there is a prebuilt library.
    pub(crate) fn cut(program: &Program, prebuilt: Option<&Prebuilt>) -> Option<Self> {
        program.entry?;
        let identities = prebuilt.map(|_| Identities::of(program)).unwrap_or_default();
        let mut homes: Vec<Option<usize>> = program.functions.iter().map(home).collect();
        for (home, identity) in homes.iter_mut().zip(&identities.functions) {
            if prebuilt.zip(*identity).is_some_and(|(prebuilt, identity)| prebuilt.has(identity)) {
                *home = Some(PREBUILT);
            }
        }
        part_users_functions(program, &mut homes);
        let second = program.functions.iter().zip(&homes).filter(|(_, home)| **home == Some(1));
        let count = if second.map(|(function, _)| weight(function)).sum::<usize>() < WORTHWHILE { 1 } else { COUNT };
        if count == 1 {
            prebuilt?;
            homes.iter_mut().filter(|home| **home == Some(1)).for_each(|home| *home = Some(0));
        }
        let mut units = Self::new(program, homes, identities);
        units.count = count;
        for unit in 0..count {
            units.mark(program, unit);
        }
        let (functions, library) = (&units.functions, 1 << PREBUILT);
        let called = (0..functions.len() as u32).map(FuncId).filter(|id| functions[id.index()].home == Some(PREBUILT));
        let called = called.filter(|id| functions[id.index()].named & !library != 0).collect();
        units.mark_prebuilt(program, called);
        for uses in [&mut units.globals, &mut units.statics] {
            for used in uses.iter_mut().filter(|used| used.named & !library == 0b10) {
                used.home = Some(1);
            }
        }
        Some(units)
    }

    fn new(program: &Program, homes: Vec<Option<usize>>, identities: Identities) -> Self {
        Self {
            count: 1,
            functions: homes.into_iter().map(|home| Use { home, named: 0 }).collect(),
            globals: vec![Use { home: Some(0), named: 0 }; program.globals.len()],
            statics: vec![Use { home: Some(0), named: 0 }; program.statics.len()],
            classes: vec![Use { home: Some(0), named: 0 }; program.classes.len()],
            identities,
        }
    }

    /// One function to be compiled ahead; `library` says which are.
    pub(crate) fn of_prebuilt(program: &Program, identities: Identities, library: &[bool], only: FuncId) -> Self {
        let homes = library.iter().map(|is_library| is_library.then_some(AHEAD)).collect();
        let mut units = Self::new(program, homes, identities);
        // Others call it.
        units.functions[only.index()] = Use { home: Some(PREBUILT), named: 1 };
        units.mark_prebuilt(program, vec![only]);
        units
    }

    /// Notes all that a part names: from its own functions, through those that are copied.
    fn mark(&mut self, program: &Program, unit: usize) {
        let all = (0..program.functions.len() as u32).map(FuncId);
        let mut pending: Vec<FuncId> = all.filter(|id| self.functions[id.index()].home == Some(unit)).collect();
        if unit == 0 {
            let roots = program.entry.iter().chain(&program.report_exception).chain(&program.finish);
            pending.extend(roots.chain(program.classes.iter().flat_map(|class| class.vtable.iter().chain(&class.destroy))));
        }
        // Which part a static object goes to is not known yet.
        pending.extend(program.statics.iter().flat_map(|constant| &constant.fields).filter_map(|field| match field {
            Const::Function(id) => Some(*id),
            _ => None,
        }));
        while let Some(id) = pending.pop() {
            let Some(used) = self.functions.get_mut(id.index()) else { continue };
            if used.name(unit) && used.home.is_none_or(|home| home == unit) {
                self.mark_body(program, &program.functions[id.index()], unit, &mut pending);
            }
        }
        self.mark_static_fields(program, unit);
    }

    /// Notes what functions of the prebuilt library name: themselves, and through what was copied to them.
    fn mark_prebuilt(&mut self, program: &Program, mut pending: Vec<FuncId>) {
        let mut seen = vec![false; self.functions.len()];
        while let Some(id) = pending.pop() {
            if std::mem::replace(&mut seen[id.index()], true) {
                continue;
            }
            let used = &mut self.functions[id.index()];
            if used.home.is_none_or(|home| home >= PREBUILT) {
                used.name(PREBUILT);
            }
            if used.home != Some(AHEAD) {
                self.mark_body(program, &program.functions[id.index()], PREBUILT, &mut pending);
            }
        }
        self.mark_static_fields(program, PREBUILT);
    }

    fn mark_body(&mut self, program: &Program, function: &Function, unit: usize, pending: &mut Vec<FuncId>) {
        each_constant(function, &mut |constant| match constant {
            Const::Function(id) => pending.push(*id),
            Const::Static(id) => {
                name(&mut self.statics, id.index(), unit);
            }
            _ => {}
        });
        let mut note = |place: &pyc_mir::Place, _| {
            if let PlaceBase::Global(id) = place.base {
                name(&mut self.globals, id.index(), unit);
            }
        };
        for block in &function.blocks {
            for statement in &block.statements {
                statement_places(&statement.kind, &mut note);
                match &statement.kind {
                    StatementKind::Assign(_, Rvalue::New { class, .. }) | StatementKind::Init(_, Rvalue::New { class, .. }) => {
                        name(&mut self.classes, class.index(), unit);
                    }
                    StatementKind::Assign(_, Rvalue::Closure { function, .. })
                    | StatementKind::Init(_, Rvalue::Closure { function, .. })
                    | StatementKind::Lend(_, Rvalue::Closure { function, .. }) => pending.push(*function),
                    _ => {}
                }
            }
            terminator_places(&block.terminator.kind, &mut note);
            match &block.terminator.kind {
                TerminatorKind::Call { callee: Callee::Direct(id), .. } => pending.push(*id),
                // A class from which nothing is derived is called directly.
                TerminatorKind::Call { callee: Callee::Virtual { class, slot }, .. } => {
                    pending.extend(program.classes.get(class.index()).and_then(|class| class.vtable.get(*slot as usize)));
                }
                _ => {}
            }
        }
    }

    /// Static objects name their classes and each other.
    fn mark_static_fields(&mut self, program: &Program, unit: usize) {
        let mut pending: Vec<usize> = (0..self.statics.len()).filter(|id| self.statics[*id].named & 1 << unit != 0).collect();
        while let Some(id) = pending.pop() {
            name(&mut self.classes, program.statics[id].class.index(), unit);
            for field in &program.statics[id].fields {
                if let Const::Static(next) = field
                    && name(&mut self.statics, next.index(), unit)
                {
                    pending.push(next.index());
                }
            }
        }
    }
}

/// Tells whether it was not known yet.
fn name(uses: &mut [Use], index: usize, unit: usize) -> bool {
    uses.get_mut(index).is_some_and(|used| used.name(unit))
}

/// The functions that are worth compiling ahead: those that would not be copied, and whose every use may call them.
pub(crate) fn prebuilt_functions(program: &Program, identities: &Identities) -> Vec<bool> {
    let is_value = functions_as_values(program);
    let worth = |(index, function): (usize, &Function)| {
        let is_large = function.inline == Inline::Never || weight(function) >= LARGE && hot_cost(function).is_none();
        function.kind == FunctionKind::Normal && identities.functions[index].is_some() && (is_large || is_value[index])
    };
    program.functions.iter().enumerate().map(worth).collect()
}

/// Where a function is defined; nowhere in particular if it is copied.
fn home(function: &Function) -> Option<usize> {
    // What has no place in the source that tracebacks show is the library's.
    if function.kind != FunctionKind::Normal || function.loc.line != 0 {
        return Some(0);
    }
    match function.inline {
        Inline::Never => Some(1),
        Inline::Auto if weight(function) >= LARGE => Some(1),
        Inline::Auto | Inline::Always => None,
    }
}

/// Moves the later half of what the first part has too much to the second.
fn part_users_functions(program: &Program, homes: &mut [Option<usize>]) {
    let sum = |part: usize, of: &dyn Fn(&Function) -> usize| {
        let functions = program.functions.iter().zip(&*homes).filter(|(_, home)| **home == Some(part));
        functions.map(|(function, _)| of(function)).sum::<usize>()
    };
    if sum(0, &weight) < sum(1, &weight) + LOPSIDED {
        return;
    }
    let mut left = sum(0, &work).saturating_sub(sum(1, &work)) / 2;
    let is_value = functions_as_values(program);
    for (index, (function, home)) in program.functions.iter().zip(homes).enumerate().rev() {
        let stays = *home != Some(0) || function.kind != FunctionKind::Normal || *function.name == *MODULE;
        match weight(function) {
            _ if stays => {}
            // Functions as values are told apart by their addresses.
            weight if weight < LARGE => *home = if is_value[index] { Some(0) } else { None },
            _ if work(function) <= left => {
                left -= work(function);
                *home = Some(1);
            }
            _ => {}
        }
    }
}

fn functions_as_values(program: &Program) -> Vec<bool> {
    let mut is_value = vec![false; program.functions.len()];
    for function in &program.functions {
        each_constant(function, &mut |constant| {
            if let Const::Function(id) = constant {
                is_value[id.index()] = true;
            }
        });
        for statement in function.blocks.iter().flat_map(|block| &block.statements) {
            if let StatementKind::Assign(_, Rvalue::Closure { function, .. })
            | StatementKind::Init(_, Rvalue::Closure { function, .. })
            | StatementKind::Lend(_, Rvalue::Closure { function, .. }) = &statement.kind
            {
                is_value[function.index()] = true;
            }
        }
    }
    is_value
}

fn weight(function: &Function) -> usize {
    function.blocks.iter().map(|block| block.statements.len() + 1).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `main` calls a small function of the library and a large one, which calls the small one and one that only it needs.
    fn program(statements: usize) -> Program {
        let body = "  init %x = 1\n".to_owned() + &"  %x = add %x, 1\n".repeat(statements);
        let large = |name: &str, calls: &str| format!("fn @{name}() -> i64 file 0 {{\n  let %x: i64\n  let %y: i64\nbb0:\n{body}{calls}");
        let text = format!(
            "file \"a.py\"\nglobal $both: i64\nglobal $second: i64\nentry @start\n\
             fn @start() -> unit at 1:0 {{\n  let %y: i64\nbb0:\n  $both = 1\n  call %y = @small() -> bb1\nbb1:\n  call %y = @large() -> bb2\n\
             bb2:\n  return unit\n}}\n\
             fn @small() -> i64 file 0 {{\nbb0:\n  return 1\n}}\n{}{}",
            large(
                "large",
                "  $both = 2\n  $second = 3\n  call %y = @small() -> bb1\nbb1:\n  call %y = @inner() -> bb2\nbb2:\n  return %x\n}\n"
            ),
            large("inner", "  return %x\n}\n"),
        );
        pyc_mir::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
    }

    #[test]
    fn small_programs_stay_whole() {
        assert!(Units::cut(&program(10), None).is_none());
    }

    #[test]
    fn what_both_parts_name_is_shared_and_what_is_small_is_copied() {
        let program = program(WORTHWHILE);
        let units = Units::cut(&program, None).unwrap();
        let roles = |unit| (0..4).map(|id| Unit::of(&units, unit).function(FuncId(id))).collect::<Vec<_>>();
        assert_eq!(roles(0), [Role::Private, Role::Private, Role::Foreign, Role::Absent]);
        assert_eq!(roles(1), [Role::Absent, Role::Private, Role::Shared, Role::Private]);
        let globals = |unit| (0..2).map(|id| Unit::of(&units, unit).global(GlobalId(id))).collect::<Vec<_>>();
        assert_eq!(globals(0), [Role::Shared, Role::Absent]);
        assert_eq!(globals(1), [Role::Foreign, Role::Private]);
    }
}
