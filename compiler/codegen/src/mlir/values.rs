//! Locals that are values and no memory: those with one definition, of which nobody takes the address. They cost LLVM nothing to find out about.

use melior::ir::Value;
use pyc_mir::visit::{Access, statement_places, terminator_places};
use pyc_mir::{
    Callee, Cast, Const, FloatTy, Function, LocalId, Mode, Operand, Place, PlaceBase, Program, Projection, Rvalue, StatementKind,
    TerminatorKind, Ty,
};

use super::function::{Body, LARGE, Storage};
use super::place::{Address, type_after};
use super::types::has_storage;
use crate::error::{Result, bad_mir};
use crate::layout::layout;

/// For each local whether it is a value.
pub(super) fn value_locals(program: &Program, function: &Function) -> Vec<bool> {
    let mut definitions: Vec<u32> = (0..function.locals.len()).map(|local| u32::from(local < function.params.len())).collect();
    let mut is_value: Vec<bool> = function.locals.iter().map(|local| may_be_value(program, &local.ty)).collect();
    for (local, mode) in function.params.iter().enumerate() {
        is_value[local] &= *mode != Mode::Inout;
    }
    let mut note = |place: &Place, access: Access| {
        let PlaceBase::Local(local) = place.base else { return };
        match reach(program, &function.locals[local.index()].ty, &place.projection) {
            // What is written lies behind the value.
            Reach::Through => {}
            Reach::Within if matches!(access, Access::Copy | Access::Move | Access::Tag) => {}
            Reach::Within if access.writes() && place.projection.is_empty() => definitions[local.index()] += 1,
            Reach::Within | Reach::Nowhere => is_value[local.index()] = false,
        }
    };
    for block in &function.blocks {
        block.statements.iter().for_each(|statement| statement_places(&statement.kind, &mut note));
        terminator_places(&block.terminator.kind, &mut note);
    }
    for place in inout_arguments(program, function) {
        if let PlaceBase::Local(local) = place.base
            && !matches!(reach(program, &function.locals[local.index()].ty, &place.projection), Reach::Through)
        {
            is_value[local.index()] = false;
        }
    }
    is_value.into_iter().zip(definitions).map(|(is_value, definitions)| is_value && definitions <= 1).collect()
}

/// For each local whether it never holds a zero, which what is moved out of a place may be, whatever its type says.
pub(super) fn certain_locals(function: &Function, is_value: &[bool]) -> Vec<bool> {
    let mut certain = vec![false; is_value.len()];
    // One that is known by another comes behind it.
    for id in function.reverse_postorder() {
        let block = function.block(id);
        for statement in &block.statements {
            let (StatementKind::Assign(place, value) | StatementKind::Init(place, value)) = &statement.kind else { continue };
            if let Some(local) = place.as_local() {
                certain[local.index()] = match value {
                    Rvalue::New { .. } => true,
                    Rvalue::Use(operand) | Rvalue::Cast(Cast::Ref, operand, Ty::Ref { nullable: false, .. }) => match operand {
                        Operand::Const(constant) => matches!(constant, Const::Static(_)),
                        Operand::Copy(from) | Operand::Move(from) => from.as_local().is_some_and(|from| certain[from.index()]),
                    },
                    _ => false,
                };
            }
        }
        if let TerminatorKind::Call { destination, unwind, .. } = &block.terminator.kind {
            for place in [Some(destination), unwind.as_ref().map(|(place, _)| place)].into_iter().flatten() {
                if let Some(local) = place.as_local() {
                    certain[local.index()] = true;
                }
            }
        }
    }
    certain.into_iter().zip(is_value).map(|(certain, is_value)| certain && *is_value).collect()
}

fn may_be_value(program: &Program, ty: &Ty) -> bool {
    has_storage(ty) && !matches!(ty, Ty::Array(..)) && layout(program, ty).size <= LARGE
}

/// Where a way from a local leads.
enum Reach {
    /// To a part of the value that can be taken out of it.
    Within,
    /// Through a reference or pointer to other memory.
    Through,
    /// To a part that only memory has.
    Nowhere,
}

fn reach(program: &Program, ty: &Ty, projection: &[Projection]) -> Reach {
    let mut ty = ty.clone();
    for step in projection {
        match (&ty, step) {
            (Ty::Ref { .. }, Projection::Field(_)) | (_, Projection::Element { .. }) => return Reach::Through,
            (Ty::Tuple(_) | Ty::Struct(_), Projection::Field(_)) => {}
            (Ty::Union(variants), Projection::Variant(variant)) if variants.get(*variant as usize).is_some_and(is_word) => {}
            _ => return Reach::Nowhere,
        }
        match type_after(program, &ty, step) {
            Ok(part) => ty = part,
            Err(_) => return Reach::Nowhere,
        }
    }
    Reach::Within
}

/// Whether one word of a union holds values of a type.
fn is_word(ty: &Ty) -> bool {
    matches!(ty, Ty::Bool | Ty::Int(_) | Ty::Float(FloatTy::F64) | Ty::Ref { .. }) || !has_storage(ty)
}

fn inout_arguments<'f>(program: &'f Program, function: &'f Function) -> impl Iterator<Item = &'f Place> {
    function.blocks.iter().flat_map(move |block| {
        let (callee, args): (Option<&Callee>, &[Operand]) = match &block.terminator.kind {
            TerminatorKind::Call { callee, args, .. } => (Some(callee), args),
            _ => (None, &[]),
        };
        let params = callee.and_then(|callee| program.callee_signature(function, callee).ok()).map(|signature| signature.params);
        let modes = params.into_iter().flatten().map(|param| param.mode);
        args.iter().zip(modes).filter(|(_, mode)| *mode == Mode::Inout).filter_map(|(arg, _)| arg.place())
    })
}

/// What a place is.
pub(super) enum Spot<'c> {
    Value(Value<'c, 'c>),
    Memory(Address<'c>),
}

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn spot(&mut self, place: &Place) -> Result<Spot<'c>> {
        let (spot, rest) = match place.base {
            PlaceBase::Local(local) if matches!(self.locals.get(local.index()), Some(Storage::Value(_))) => {
                self.within_value(local, place)?
            }
            base => (Spot::Memory(self.base(base)?), place.projection.as_slice()),
        };
        match spot {
            Spot::Memory(address) => rest.iter().try_fold(address, |address, step| self.project(address, step)).map(Spot::Memory),
            value => Ok(value),
        }
    }

    /// Follows a way as far as it leads through values.
    fn within_value<'p>(&mut self, local: LocalId, place: &'p Place) -> Result<(Spot<'c>, &'p [Projection])> {
        let mut ty = self.function.locals[local.index()].ty.clone();
        let Storage::Value(value) = self.locals[local.index()] else { return Err(bad_mir("no value")) };
        let mut value = match value {
            Some(value) => value,
            // Only code that nothing leads to reads what was never defined.
            None => self.b.poison(self.cx.types.value(self.cx.program, &ty))?,
        };
        for (index, step) in place.projection.iter().enumerate() {
            let rest = &place.projection[index + 1..];
            let part = type_after(self.cx.program, &ty, step)?;
            match (&ty, step) {
                (Ty::Ref { class: Some(class), .. }, Projection::Field(field)) => {
                    return Ok((Spot::Memory(self.object_field(value, *class, *field)?), rest));
                }
                (_, Projection::Element { index, .. }) => return Ok((Spot::Memory(self.element(value, part, index)?), rest)),
                (_, Projection::Field(field)) => value = self.member_of(value, &part, &[i64::from(*field)])?,
                (_, Projection::Variant(_)) => value = self.payload(value, &part)?,
                (_, Projection::Index(_)) => return Err(bad_mir("an index into a value")),
            }
            ty = part;
        }
        Ok((Spot::Value(value), &[]))
    }

    fn member_of(&mut self, value: Value<'c, 'c>, ty: &Ty, path: &[i64]) -> Result<Value<'c, 'c>> {
        if !has_storage(ty) {
            return self.b.zero(self.cx.types.empty);
        }
        let memory = self.cx.types.memory(self.cx.program, ty);
        let part = self.b.extract(value, memory, path)?;
        self.from_memory(part, ty)
    }

    /// The variant that one word of a union holds.
    fn payload(&mut self, union: Value<'c, 'c>, ty: &Ty) -> Result<Value<'c, 'c>> {
        let types = &self.cx.types;
        if !has_storage(ty) {
            return self.b.zero(types.empty);
        }
        let wanted = types.value(self.cx.program, ty);
        let word = self.b.extract(union, types.i64, &[1, 0])?;
        match ty {
            Ty::Int(int) if int.bits == 64 => Ok(word),
            Ty::Int(_) | Ty::Bool => self.b.value("arith.trunci", &[word], wanted, &[]),
            Ty::Float(_) => self.b.value("arith.bitcast", &[word], wanted, &[]),
            _ => self.b.value("llvm.inttoptr", &[word], wanted, &[]),
        }
    }

    /// Gives a place a new value.
    pub(super) fn write(&mut self, place: &Place, value: Value<'c, 'c>) -> Result<()> {
        if let Some(local) = place.as_local()
            && let Storage::Value(known) = &mut self.locals[local.index()]
        {
            *known = Some(value);
            return Ok(());
        }
        let to = self.place(place)?;
        self.store(&to, value)
    }
}
