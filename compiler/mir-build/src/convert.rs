//! Values from one type to another that includes it or is included in it, and tests of which type a value is of.
//!
//! Both directions are one: each variant of the source goes to the variant of the target that it fits; variants that fit none can't be there.

use pyc_mir::{self as mir, BlockId, Cast, Const, IntTy, Operand, Place, Projection, Rvalue, TerminatorKind};
use pyc_types::thir::Expr;
use pyc_types::ty::{Ty, TyKind};

use crate::exits::borrowed;
use crate::function::{FunctionBuilder, field};
use crate::program::ProgramBuilder;
use crate::repr::Shape;

impl ProgramBuilder<'_> {
    /// Whether values of the one type are or can be values of the other.
    fn fits(&self, from: Ty, to: Ty) -> bool {
        if from == to {
            return true;
        }
        match (self.types.kind(from), self.types.kind(to)) {
            (TyKind::Never, _) | (_, TyKind::Never) => true,
            (TyKind::Union(variants), _) => variants.iter().any(|variant| self.fits(*variant, to)),
            (_, TyKind::Union(variants)) => variants.iter().any(|variant| self.fits(from, *variant)),
            (TyKind::Class { .. }, TyKind::Class { .. }) => self.types.is_subclass(from, to) || self.types.is_subclass(to, from),
            (TyKind::Tuple(from), TyKind::Tuple(to)) => {
                from.len() == to.len() && from.iter().zip(to).all(|(from, to)| self.fits(*from, *to))
            }
            (TyKind::Ptr(_), TyKind::Ptr(_)) => true,
            _ => false,
        }
    }

    /// Whether every value of `ty` is of type `of`.
    fn is_within(&self, ty: Ty, of: Ty) -> bool {
        if ty == of {
            return true;
        }
        match (self.types.kind(ty), self.types.kind(of)) {
            (_, TyKind::Union(variants)) => variants.iter().any(|variant| self.is_within(ty, *variant)),
            (TyKind::Class { .. }, TyKind::Class { .. }) => self.types.is_subclass(ty, of),
            (TyKind::Tuple(from), TyKind::Tuple(to)) => {
                from.len() == to.len() && from.iter().zip(to).all(|(from, to)| self.is_within(*from, *to))
            }
            _ => false,
        }
    }

    /// The variant that a value of type `from` becomes: the type itself, else one that includes it, else one that it may turn out to be.
    fn variant_for(&self, from: Ty, variants: &[Ty]) -> Option<usize> {
        let find = |test: &dyn Fn(Ty) -> bool| variants.iter().position(|variant| test(*variant));
        find(&|variant| variant == from)
            .or_else(|| find(&|variant| self.is_within(from, variant)))
            .or_else(|| find(&|variant| self.fits(from, variant)))
    }
}

impl<'a> FunctionBuilder<'a, '_, '_> {
    /// The value as one of type `to`.
    pub(crate) fn convert(&mut self, value: Operand, from: Ty, to: Ty) -> Operand {
        let never = |this: &Self, ty: Ty| matches!(this.program.types.kind(ty), TyKind::Never);
        if from == to || never(self, to) {
            return value;
        }
        let target = self.program.repr(to);
        if never(self, from) {
            return Operand::Const(if target == mir::Ty::Unit { Const::Unit } else { Const::Zero(target) });
        }
        match (self.program.shape(from), self.program.shape(to)) {
            (Shape::Tagged(variants), _) => self.convert_tagged(value, from, &variants, to),
            (Shape::Reference { classes, none }, Shape::Tagged(variants)) => {
                self.convert_reference(value, from, &classes, none, to, &variants)
            }
            (Shape::Reference { .. }, Shape::Reference { .. }) => self.cast_reference(value, from, target),
            (Shape::Reference { .. }, Shape::Single) => match target {
                mir::Ty::Unit => Operand::Const(Const::Unit),
                _ => self.cannot_convert(from, to),
            },
            (Shape::Single, Shape::Reference { none: true, .. }) => Operand::Const(Const::Zero(target)),
            (Shape::Single, Shape::Reference { none: false, .. }) => self.cannot_convert(from, to),
            (Shape::Single, Shape::Tagged(variants)) => {
                let Some(variant) = self.program.variant_for(from, &variants) else { self.cannot_convert(from, to) };
                let value = self.convert(value, from, variants[variant]);
                self.inject(value, variant, target)
            }
            (Shape::Single, Shape::Single) => self.convert_single(value, from, to),
        }
    }

    fn cannot_convert(&self, from: Ty, to: Ty) -> ! {
        let types = self.program.types;
        crate::bug(&self.program.current, format_args!("no way from {} to {}", types.type_name(from), types.type_name(to)))
    }

    fn cast_reference(&mut self, value: Operand, from: Ty, target: mir::Ty) -> Operand {
        if self.program.repr(from) == target { value } else { self.cast(Cast::Ref, value, target) }
    }

    fn inject(&mut self, value: Operand, variant: usize, target: mir::Ty) -> Operand {
        self.compute(target.clone(), Rvalue::Variant { ty: target, variant: variant as u32, value })
    }

    fn convert_single(&mut self, value: Operand, from: Ty, to: Ty) -> Operand {
        let types = self.program.types;
        match (types.kind(from), types.kind(to)) {
            (TyKind::Tuple(from_items), TyKind::Tuple(to_items)) if from_items.len() == to_items.len() => {
                let ty = self.program.repr(from);
                let target = self.program.repr(to);
                if ty == target && !self.program.fits_reordered(from_items, to_items) {
                    return value;
                }
                let place = self.place_of(value, ty);
                let mut items = Vec::new();
                for (at, (&from, &to)) in from_items.iter().zip(to_items).enumerate() {
                    let item = match self.program.repr(from) {
                        mir::Ty::Unit => Operand::Const(Const::Unit),
                        ty => self.compute(ty, Rvalue::Use(Operand::Copy(field(&place, at)))),
                    };
                    items.push(self.convert(item, from, to));
                }
                self.compute(target, Rvalue::Tuple(items))
            }
            (TyKind::Ptr(_), TyKind::Ptr(_)) => value,
            _ if self.program.repr(from) == mir::Ty::Unit && self.program.repr(to) == mir::Ty::Unit => value,
            _ => self.cannot_convert(from, to),
        }
    }

    /// From a union with a tag: each variant that may be there goes its own way.
    fn convert_tagged(&mut self, value: Operand, from: Ty, variants: &[Ty], to: Ty) -> Operand {
        let possible: Vec<usize> = (0..variants.len()).filter(|at| self.program.fits(variants[*at], to)).collect();
        let ty = self.program.repr(from);
        let place = self.place_of(value, ty);
        match possible.as_slice() {
            [] => self.cannot_convert(from, to),
            [one] => {
                let value = self.extract(&place, *one, variants[*one]);
                self.convert(value, variants[*one], to)
            }
            _ => {
                let target = self.program.repr(to);
                let result = self.temp(target);
                let after = self.new_block();
                let blocks = self.switch_on_tag(&place, &possible);
                for (variant, block) in possible.iter().zip(blocks) {
                    self.switch_to(block);
                    let value = self.extract(&place, *variant, variants[*variant]);
                    let value = self.convert(value, variants[*variant], to);
                    self.store_result(result, value);
                    self.goto(after);
                }
                self.switch_to(after);
                self.take(result)
            }
        }
    }

    fn extract(&mut self, place: &Place, variant: usize, ty: Ty) -> Operand {
        match self.program.repr(ty) {
            mir::Ty::Unit => Operand::Const(Const::Unit),
            ty => self.compute(ty, Rvalue::Use(Operand::Copy(place.clone().project(Projection::Variant(variant as u32))))),
        }
    }

    /// A block for each of the variants; there are no others.
    fn switch_on_tag(&mut self, place: &Place, variants: &[usize]) -> Vec<BlockId> {
        let tag = self.compute(mir::Ty::INT, Rvalue::Tag(place.clone()));
        let blocks: Vec<BlockId> = variants.iter().map(|_| self.new_block()).collect();
        let cases = variants.iter().zip(&blocks).map(|(variant, block)| (*variant as i128, *block)).collect();
        let default = self.new_block();
        self.terminate(TerminatorKind::Switch { value: tag, cases, default });
        self.switch_to(default);
        self.terminate(TerminatorKind::Unreachable);
        blocks
    }

    /// From a reference to a union with a tag: the object's class says which variant it is.
    fn convert_reference(&mut self, value: Operand, from: Ty, classes: &[Ty], none: bool, to: Ty, variants: &[Ty]) -> Operand {
        let target = self.program.repr(to);
        let mut choices: Vec<(Ty, usize)> = Vec::new();
        let sources = classes.iter().copied().chain(none.then(|| self.program.types.none_ty()));
        for source in sources {
            choices.extend(
                variants.iter().enumerate().filter(|(_, variant)| self.program.fits(source, **variant)).map(|(at, _)| (source, at)),
            );
        }
        choices.dedup_by_key(|choice| choice.1);
        if let [(_, variant)] = choices.as_slice() {
            let value = self.reference_as(value, from, variants[*variant]);
            return self.inject(value, *variant, target);
        }
        let ty = self.program.repr(from);
        let place = self.place_of(value, ty);
        let result = self.temp(target.clone());
        let after = self.new_block();
        // `None` first: an object's class is looked at only if there is an object.
        choices.sort_by_key(|(source, _)| !matches!(self.program.types.kind(*source), TyKind::None));
        for (at, &(_, variant)) in choices.iter().enumerate() {
            let (yes, no) = (self.new_block(), self.new_block());
            if at + 1 == choices.len() {
                self.goto(yes);
            } else {
                let test = self.test_reference(&place, from, variants[variant]);
                self.branch(test, yes, no);
            }
            self.switch_to(yes);
            let value = self.reference_as(Operand::Copy(place.clone()), from, variants[variant]);
            let value = self.inject(value, variant, target.clone());
            self.store_result(result, value);
            self.goto(after);
            self.switch_to(no);
        }
        self.terminate(TerminatorKind::Unreachable);
        self.switch_to(after);
        self.take(result)
    }

    /// A reference that is known to be a `to`.
    fn reference_as(&mut self, value: Operand, from: Ty, to: Ty) -> Operand {
        match self.program.repr(to) {
            mir::Ty::Unit => Operand::Const(Const::Unit),
            target => self.cast_reference(value, from, target),
        }
    }

    // Tests.

    pub(crate) fn type_test(&mut self, value: &'a Expr, of: Ty) -> Operand {
        let place = self.place_of_expr(value);
        self.test_place(&place, value.ty, of)
    }

    pub(crate) fn test_operand(&mut self, value: Operand, ty: Ty, of: Ty) -> Operand {
        let machine = self.program.repr(ty);
        let place = self.place_of(borrowed(value), machine);
        self.test_place(&place, ty, of)
    }

    fn test_place(&mut self, place: &Place, ty: Ty, of: Ty) -> Operand {
        if self.program.is_within(ty, of) {
            return Operand::Const(Const::Bool(true));
        }
        if !self.program.fits(ty, of) {
            return Operand::Const(Const::Bool(false));
        }
        match self.program.shape(ty) {
            Shape::Tagged(variants) => self.test_tagged(place, &variants, of),
            Shape::Reference { .. } => self.test_reference(place, ty, of),
            Shape::Single => crate::bug(&self.program.current, format_args!("a test of a `{}`", self.program.types.type_name(ty))),
        }
    }

    fn test_tagged(&mut self, place: &Place, variants: &[Ty], of: Ty) -> Operand {
        let possible: Vec<usize> = (0..variants.len()).filter(|at| self.program.fits(variants[*at], of)).collect();
        let result = self.temp(mir::Ty::Bool);
        let tag = self.compute(mir::Ty::INT, Rvalue::Tag(place.clone()));
        if let [one] = possible.as_slice()
            && self.program.is_within(variants[*one], of)
        {
            let number = Operand::Const(Const::Int(*one as i128, IntTy { bits: 64, signed: true }));
            self.init(Place::local(result), Rvalue::Binary(mir::BinaryOp::Eq, tag, number));
            return self.take(result);
        }
        let blocks: Vec<BlockId> = possible.iter().map(|_| self.new_block()).collect();
        let (other, after) = (self.new_block(), self.new_block());
        let cases = possible.iter().zip(&blocks).map(|(variant, block)| (*variant as i128, *block)).collect();
        self.terminate(TerminatorKind::Switch { value: tag, cases, default: other });
        for (variant, block) in possible.iter().zip(blocks) {
            self.switch_to(block);
            let part = place.clone().project(Projection::Variant(*variant as u32));
            let test = self.test_place(&part, variants[*variant], of);
            self.store_result(result, test);
            self.goto(after);
        }
        self.switch_to(other);
        self.store_result(result, Operand::Const(Const::Bool(false)));
        self.goto(after);
        self.switch_to(after);
        self.take(result)
    }

    /// Whether a reference of type `ty` is to an `of`: null is `None`, an object says its class.
    fn test_reference(&mut self, place: &Place, ty: Ty, of: Ty) -> Operand {
        let types = self.program.types;
        let Shape::Reference { classes, none } = self.program.shape(ty) else { return Operand::Const(Const::Bool(false)) };
        let none_ty = types.none_ty();
        let wants_none = none && self.program.is_within(none_ty, of);
        let wanted: Vec<Ty> = match types.kind(of) {
            TyKind::Union(variants) => variants.iter().copied().filter(|variant| *variant != none_ty).collect(),
            _ => vec![of],
        };
        let all = classes.iter().all(|class| self.program.is_within(*class, of));
        let any = classes.iter().any(|class| self.program.fits(*class, of));
        match (none, wants_none, all, any) {
            (true, true, _, false) => self.compare_null(place, ty, mir::BinaryOp::Eq),
            (true, false, true, _) => self.compare_null(place, ty, mir::BinaryOp::Ne),
            (false, _, _, _) => self.test_object(place, ty, &wanted),
            (true, when_null, _, _) => {
                let result = self.temp(mir::Ty::Bool);
                let (null, object, after) = (self.new_block(), self.new_block(), self.new_block());
                let is_null = self.compare_null(place, ty, mir::BinaryOp::Eq);
                self.branch(is_null, null, object);
                self.switch_to(null);
                self.store_result(result, Operand::Const(Const::Bool(when_null)));
                self.goto(after);
                self.switch_to(object);
                let test = self.test_object(place, ty, &wanted);
                self.store_result(result, test);
                self.goto(after);
                self.switch_to(after);
                self.take(result)
            }
        }
    }

    fn compare_null(&mut self, place: &Place, ty: Ty, op: mir::BinaryOp) -> Operand {
        let null = Operand::Const(Const::Zero(self.program.repr(ty)));
        self.compute(mir::Ty::Bool, Rvalue::Binary(op, Operand::Copy(place.clone()), null))
    }

    /// Whether an object that is there is of one of the classes.
    fn test_object(&mut self, place: &Place, ty: Ty, wanted: &[Ty]) -> Operand {
        let object = match self.program.repr(ty) {
            mir::Ty::Ref { class, nullable: true } => {
                let value = self.cast(Cast::Ref, Operand::Copy(place.clone()), mir::Ty::Ref { class, nullable: false });
                borrowed(value)
            }
            _ => Operand::Copy(place.clone()),
        };
        let mut result: Option<Operand> = None;
        for class in wanted.iter().filter(|class| self.program.is_heap_class(**class)).copied().collect::<Vec<_>>() {
            let class = self.program.class_id(class);
            let test = self.compute(mir::Ty::Bool, Rvalue::IsInstance(object.clone(), class));
            result = Some(match result {
                Some(before) => self.compute(mir::Ty::Bool, Rvalue::Binary(mir::BinaryOp::Or, before, test)),
                None => test,
            });
        }
        result.unwrap_or(Operand::Const(Const::Bool(false)))
    }
}

impl ProgramBuilder<'_> {
    /// Whether tuples of one machine type still differ in which variant of a union means what.
    fn fits_reordered(&self, from: &[Ty], to: &[Ty]) -> bool {
        let is_tagged = |ty: &Ty| matches!(self.shape(*ty), Shape::Tagged(_)) || matches!(self.types.kind(*ty), TyKind::Tuple(_));
        from.iter().zip(to).any(|(from, to)| from != to && is_tagged(from))
    }
}
