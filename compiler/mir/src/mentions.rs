//! Walks over what a function names: other functions, classes, types and constants.

use crate::*;

/// One thing that is named.
pub enum Mention<'a> {
    Function(&'a mut FuncId),
    /// Of a new object, of a test, or of the table that a call looks into.
    Class(&'a mut ClassId),
    Type(&'a mut Ty),
    /// Of a value that is made.
    Struct(&'a mut StructId),
    Global(&'a mut GlobalId),
    Static(&'a mut StaticId),
    Data(&'a mut DataId),
}

type Visit<'v> = dyn FnMut(Mention<'_>) + 'v;

/// Everything that a function names, in an order that depends on its shape alone.
pub fn each_mention(function: &mut Function, visit: &mut Visit<'_>) {
    visit(Mention::Type(&mut function.ret));
    function.locals.iter_mut().for_each(|local| visit(Mention::Type(&mut local.ty)));
    for block in &mut function.blocks {
        for statement in &mut block.statements {
            in_statement(&mut statement.kind, visit);
        }
        in_terminator(&mut block.terminator.kind, visit);
    }
}

/// The classes of the objects whose fields and storage a function reads and writes.
pub fn classes_looked_into(program: &Program, function: &Function) -> Vec<usize> {
    let mut classes = Vec::new();
    let mut note = |place: &Place, _| {
        let mut part = Place { base: place.base, projection: Vec::new() };
        for projection in &place.projection {
            if let Projection::Field(_) = projection
                && let Ty::Ref { class: Some(class), .. } = program.place_ty(function, &part)
            {
                classes.push(class.index());
            }
            part.projection.push(projection.clone());
        }
    };
    for block in &function.blocks {
        block.statements.iter().for_each(|statement| visit::statement_places(&statement.kind, &mut note));
        visit::terminator_places(&block.terminator.kind, &mut note);
    }
    for statement in function.blocks.iter().flat_map(|block| &block.statements) {
        if let StatementKind::Assign(_, Rvalue::Trailing(object)) | StatementKind::Init(_, Rvalue::Trailing(object)) = &statement.kind
            && let Ty::Ref { class: Some(class), .. } = program.operand_ty(function, object)
        {
            classes.push(class.index());
        }
    }
    classes
}

fn in_statement(statement: &mut StatementKind, visit: &mut Visit<'_>) {
    match statement {
        StatementKind::Assign(place, value) | StatementKind::Init(place, value) | StatementKind::Lend(place, value) => {
            in_place(place, visit);
            in_rvalue(value, visit);
        }
        StatementKind::Drop(place) => in_place(place, visit),
        StatementKind::Traceback(operand) | StatementKind::Retain(operand) | StatementKind::Release(operand) => in_operand(operand, visit),
    }
}

fn in_rvalue(value: &mut Rvalue, visit: &mut Visit<'_>) {
    match value {
        Rvalue::Cast(_, _, ty) | Rvalue::Variant { ty, .. } | Rvalue::Runtime { ret: ty, .. } => visit(Mention::Type(ty)),
        Rvalue::IsInstance(_, class) | Rvalue::New { class, .. } => visit(Mention::Class(class)),
        Rvalue::Struct(id, _) => visit(Mention::Struct(id)),
        Rvalue::Closure { function, .. } => visit(Mention::Function(function)),
        Rvalue::Tag(place) | Rvalue::AddressOf(place) => in_place(place, visit),
        _ => {}
    }
    visit::rvalue_operands_mut(value, &mut |operand| in_operand(operand, visit));
}

fn in_terminator(terminator: &mut TerminatorKind, visit: &mut Visit<'_>) {
    if let TerminatorKind::Call { callee, destination, unwind, .. } = terminator {
        match callee {
            Callee::Direct(id) => visit(Mention::Function(id)),
            Callee::Virtual { class, .. } => visit(Mention::Class(class)),
            Callee::Value(_) => {}
        }
        in_place(destination, visit);
        unwind.iter_mut().for_each(|(place, _)| in_place(place, visit));
    }
    visit::terminator_operands_mut(terminator, &mut |operand| in_operand(operand, visit));
}

fn in_operand(operand: &mut Operand, visit: &mut Visit<'_>) {
    match operand {
        Operand::Copy(place) | Operand::Move(place) => in_place(place, visit),
        Operand::Const(constant) => in_constant(constant, visit),
    }
}

/// Everything that a constant names.
pub fn in_constant(constant: &mut Const, visit: &mut Visit<'_>) {
    match constant {
        Const::Function(id) => visit(Mention::Function(id)),
        Const::Zero(ty) | Const::SizeOf(ty) => visit(Mention::Type(ty)),
        Const::Static(id) => visit(Mention::Static(id)),
        Const::Data(id) => visit(Mention::Data(id)),
        Const::Unit | Const::Bool(_) | Const::Int(..) | Const::Float(..) => {}
    }
}

fn in_place(place: &mut Place, visit: &mut Visit<'_>) {
    if let PlaceBase::Global(id) = &mut place.base {
        visit(Mention::Global(id));
    }
    for projection in &mut place.projection {
        match projection {
            Projection::Element { ty, index } => {
                visit(Mention::Type(ty));
                in_operand(index, visit);
            }
            Projection::Index(index) => in_operand(index, visit),
            Projection::Field(_) | Projection::Variant(_) => {}
        }
    }
}

impl Ty {
    /// The same type of other classes and structs.
    pub fn renamed(&self, class: &dyn Fn(ClassId) -> ClassId, structure: &dyn Fn(StructId) -> StructId) -> Ty {
        let renamed = |ty: &Ty| ty.renamed(class, structure);
        let all = |items: &[Ty]| items.iter().map(renamed).collect();
        match self {
            Ty::Ref { class: Some(id), nullable } => Ty::Ref { class: Some(class(*id)), nullable: *nullable },
            Ty::Tuple(items) => Ty::Tuple(all(items)),
            Ty::Union(items) => Ty::Union(all(items)),
            Ty::Struct(id) => Ty::Struct(structure(*id)),
            Ty::Closure(signature) => {
                let params = signature.params.iter().map(|param| Param { ty: renamed(&param.ty), mode: param.mode }).collect();
                Ty::Closure(Signature { params, ret: renamed(&signature.ret), raises: signature.raises }.into())
            }
            Ty::Array(item, count) => Ty::Array(renamed(item).into(), *count),
            Ty::Never | Ty::Unit | Ty::Bool | Ty::Int(_) | Ty::Float(_) | Ty::Ptr(_) | Ty::Ref { class: None, .. } | Ty::Simd(..) => {
                self.clone()
            }
        }
    }
}
