//! Classes at run time: their numbers, the static record that every object points to, and the function that ends an object's life.

use melior::ir::{Region, Value};
use pyc_mir::{ClassId, Ending, FuncId, Program, Rvalue, StatementKind, TerminatorKind, Ty};

use super::builder::append_block;
use super::counts::{Helper, holds_objects};
use super::function::Body;
use super::module::{Module, Outline, Pending};
use super::tbaa::Memory;
use crate::error::Result;
use crate::units::Role;

/// Every class has a number; the classes derived from it have the numbers that follow, up to an end.
pub(crate) struct Classes {
    numbers: Vec<u32>,
    ends: Vec<u32>,
    /// Whose objects are raised: they have a word before the header, for the traceback.
    exceptions: Vec<bool>,
    /// Whose objects have more behind them than their fields.
    storage: Vec<bool>,
    endings: Vec<Ending>,
}

impl Classes {
    pub(crate) fn new(program: &Program) -> Self {
        let count = program.classes.len();
        let mut derived = vec![Vec::new(); count];
        for (index, class) in program.classes.iter().enumerate() {
            if let Some(base) = class.base {
                derived[base.index()].push(index);
            }
        }
        let mut classes = Self {
            numbers: vec![0; count],
            ends: vec![0; count],
            exceptions: vec![false; count],
            storage: vec![false; count],
            endings: Ending::of_classes(program),
        };
        let mut next = 0;
        for root in (0..count).filter(|index| program.classes[*index].base.is_none()) {
            classes.number(&derived, root, &mut next);
        }
        classes.find_exceptions(program);
        classes.find_storage(program);
        classes
    }

    fn number(&mut self, derived: &[Vec<usize>], root: usize, next: &mut u32) {
        enum Step {
            Enter(usize),
            Leave(usize),
        }
        let mut steps = vec![Step::Enter(root)];
        while let Some(step) = steps.pop() {
            match step {
                Step::Enter(class) => {
                    self.numbers[class] = *next;
                    *next += 1;
                    steps.push(Step::Leave(class));
                    steps.extend(derived[class].iter().rev().map(|class| Step::Enter(*class)));
                }
                Step::Leave(class) => self.ends[class] = *next,
            }
        }
    }

    /// Exceptions are what `report_exception` takes and what derives from it. A program without it says so in the places that take exceptions; if
    /// those take any object, any object may be one.
    fn find_exceptions(&mut self, program: &Program) {
        let described = program.report_exception.and_then(|id| program.functions.get(id.index())).and_then(|it| it.locals.first());
        let mut roots = vec![false; program.classes.len()];
        match described.map(|local| &local.ty) {
            Some(Ty::Ref { class: Some(class), .. }) => roots[class.index()] = true,
            _ => mark_unwind_classes(program, &mut roots),
        }
        for root in (0..roots.len()).filter(|root| roots[*root]) {
            let range = self.numbers[root]..self.ends[root];
            for class in 0..self.numbers.len() {
                self.exceptions[class] |= range.contains(&self.numbers[class]);
            }
        }
    }

    fn find_storage(&mut self, program: &Program) {
        for statement in program.functions.iter().flat_map(|function| &function.blocks).flat_map(|block| &block.statements) {
            if let StatementKind::Init(_, Rvalue::New { class, extra: Some(_) })
            | StatementKind::Assign(_, Rvalue::New { class, extra: Some(_) }) = &statement.kind
            {
                self.storage[class.index()] = true;
            }
        }
    }

    pub(crate) fn has_storage_behind(&self, class: ClassId) -> bool {
        self.storage[class.index()]
    }

    pub(crate) fn ending(&self, class: ClassId) -> Ending {
        self.endings[class.index()]
    }

    pub(crate) fn number_of(&self, class: ClassId) -> u32 {
        self.numbers[class.index()]
    }

    /// How many classes a class and those derived from it are.
    pub(crate) fn family(&self, class: ClassId) -> u32 {
        self.ends[class.index()] - self.numbers[class.index()]
    }

    pub(crate) fn is_exception(&self, class: ClassId) -> bool {
        self.exceptions[class.index()]
    }

    /// The function that a slot has in a class and in all that are derived from it, if it is one and the same.
    pub(crate) fn only_target(&self, program: &Program, class: ClassId, slot: u32) -> Option<FuncId> {
        let range = self.number_of(class)..self.number_of(class) + self.family(class);
        let mut found = None;
        for (index, data) in program.classes.iter().enumerate() {
            if range.contains(&self.numbers[index]) {
                let function = *data.vtable.get(slot as usize)?;
                if found.is_some_and(|found| found != function) {
                    return None;
                }
                found = Some(function);
            }
        }
        found
    }
}

fn mark_unwind_classes(program: &Program, roots: &mut [bool]) {
    for function in &program.functions {
        for block in &function.blocks {
            let TerminatorKind::Call { unwind: Some((place, _)), .. } = &block.terminator.kind else { continue };
            match place.as_local().and_then(|local| function.locals.get(local.index())).map(|local| &local.ty) {
                Some(Ty::Ref { class: Some(class), .. }) => roots[class.index()] = true,
                _ => roots.fill(true),
            }
        }
    }
}

fn drop_symbol(class: ClassId) -> String {
    format!("drop.{}", class.0)
}

/// The words of a class's record before its table of functions.
pub(super) const TYPE_WORDS: i64 = pyc_abi::TYPE_WORDS as i64;
/// The count of an object whose `destroy` runs, and of static ones: it can't be brought to zero.
pub(super) const IMMORTAL: i64 = 1 << 62;

impl<'p, 'c> Module<'p, 'c> {
    /// Defines the records and drop functions of all classes.
    pub(super) fn add_classes(&self) -> Result<()> {
        for index in 0..self.program.classes.len() {
            let class = ClassId(index as u32);
            self.add_type(class)?;
            if !self.unit.is_prebuilt() {
                self.add_drop(class)?;
            }
        }
        Ok(())
    }

    /// The symbol of a class's drop function, for a call. The prebuilt library makes those that it calls itself.
    pub(super) fn drop_function(&self, class: ClassId) -> String {
        let symbol = drop_symbol(class);
        if self.unit.is_prebuilt() && self.declare_once(&symbol) {
            self.ask_for(Pending::Drop(class));
        }
        symbol
    }

    fn add_type(&self, class: ClassId) -> Result<()> {
        let data = &self.program.classes[class.index()];
        let (i64, ptr) = (self.types.i64, self.types.ptr);
        let table = self.types.array(ptr, data.vtable.len() as u64);
        let ty = self.types.literal(&[i64, i64, ptr, ptr, table]);
        let name = self.text(&data.name)?;
        self.add_global(&self.type_symbol(class), ty, true, self.unit.class(class), |b| {
            let mut record = b.zero(ty)?;
            let flags = i64::from(self.classes.is_exception(class));
            let words = [
                b.i64(i64::from(self.classes.number_of(class)))?,
                b.i64(flags)?,
                b.address_of(ptr, &drop_symbol(class))?,
                b.address_of(ptr, &name)?,
            ];
            for (index, word) in words.into_iter().enumerate() {
                record = b.insert(record, word, &[index as i64])?;
            }
            for (slot, function) in data.vtable.iter().enumerate() {
                let code = b.address_of(ptr, &self.symbol_of(*function)?)?;
                record = b.insert(record, code, &[TYPE_WORDS, slot as i64])?;
            }
            Ok(record)
        })
    }

    /// `drop.N(object)`: the count has reached zero.
    pub(super) fn add_drop(&self, class: ClassId) -> Result<()> {
        let role = self.unit.drop_function();
        let ty = melior::dialect::llvm::r#type::function(self.types.void, &[self.types.ptr], false);
        let inline: &[&str] = if self.classes.ending(class) == Ending::Recorded { &["noinline", "cold"] } else { &["alwaysinline"] };
        let outline = Outline { passthrough: inline, shared: role != Role::Private, ..Outline::default() };
        let region = Region::new();
        if role == Role::Foreign {
            return self.add_function(self.top.location, &drop_symbol(class), ty, outline, region);
        }
        let entry = append_block(&region, &[(self.types.ptr, self.top.location)]);
        let mut body = Body::generated(self, &region, entry);
        let object = super::builder::argument(entry, 0)?;
        if let Some(destroy) = self.program.destroy_of(class) {
            body.call_destroy(destroy, object)?;
        }
        let fields = &self.program.classes[class.index()].fields;
        for (index, field) in fields.iter().enumerate().filter(|(_, field)| holds_objects(self.program, &field.ty)) {
            let address = body.object_field(object, class, index as u32)?;
            let value = body.load(&address)?;
            body.count(Helper::Release, value, &field.ty)?;
        }
        body.free_object(class, object)?;
        body.b.return_value(None)?;
        body.close()?;
        self.add_function(self.top.location, &drop_symbol(class), ty, outline, region)
    }
}

impl<'c> Body<'_, '_, 'c> {
    /// Its code may retain and release the object, which must not end its life again.
    fn call_destroy(&mut self, destroy: FuncId, object: Value<'c, 'c>) -> Result<()> {
        let many = self.b.i64(IMMORTAL)?;
        self.store_raw(object, many, Memory::Count, None)?;
        let symbol = self.cx.symbol_of(destroy)?;
        self.b.call(Some(&symbol), &[object], None).map(drop)
    }
}
