//! Cleaning up: constants and copies go where they are used, decided branches become jumps, jumps to jumps become one, blocks that follow each other are joined,
//! and values that nobody reads are not computed.

use crate::each::each_function;
use crate::visit::Access;
use crate::*;

/// How often a decided branch may lead to the next.
const ROUNDS: usize = 5;

pub(crate) fn simplify(program: &mut Program) {
    each_function(program, &|program, function| {
        let mut function = function.clone();
        for _ in 0..ROUNDS {
            propagate(program, &mut function);
            let decided = fold(program, &mut function);
            thread_jumps(&mut function);
            function.remove_unreachable_blocks();
            join_blocks(&mut function);
            remove_dead_values(program, &mut function);
            // What is on a way that is gone may have been all that kept more from being known.
            if !decided {
                break;
            }
        }
        remove_unused_locals(&mut function);
        Some(function)
    });
}

/// Only the graph: for after counting.
pub(crate) fn simplify_graph(program: &mut Program) {
    for function in program.functions.iter_mut().filter(|function| !function.blocks.is_empty()) {
        thread_jumps(function);
        function.remove_unreachable_blocks();
        join_blocks(function);
        remove_unused_locals(function);
    }
}

/// How a local is defined and seen.
#[derive(Clone, Default)]
struct Local {
    definitions: u32,
    reads: u32,
    /// Its address is taken, a part of it changes, or it is moved, dropped or changed by a callee.
    special: bool,
}

/// For each local whether nothing but whole definitions changes it.
pub(crate) fn survey_changes(program: &Program, function: &Function) -> Vec<bool> {
    survey(program, function).into_iter().map(|local| !local.special).collect()
}

fn survey(program: &Program, function: &Function) -> Vec<Local> {
    let mut locals = vec![Local::default(); function.locals.len()];
    for (local, mode) in locals.iter_mut().zip(&function.params) {
        local.definitions = 1;
        local.special = *mode == Mode::Inout;
    }
    let mut note = |place: &Place, access: Access| {
        let Some(local) = place.base_local() else { return };
        let local = &mut locals[local.index()];
        let whole = place.projection.is_empty();
        match access {
            _ if access.writes() && whole => local.definitions += 1,
            Access::Copy | Access::Tag => local.reads += 1,
            _ => {
                local.reads += 1;
                local.special = true;
            }
        }
    };
    for block in &function.blocks {
        block.statements.iter().for_each(|statement| visit::statement_places(&statement.kind, &mut note));
        visit::terminator_places(&block.terminator.kind, &mut note);
    }
    for block in &function.blocks {
        // Counts belong to the local they name.
        for statement in &block.statements {
            if let StatementKind::Retain(operand) | StatementKind::Release(operand) = &statement.kind
                && let Some(local) = operand.place().and_then(Place::base_local)
            {
                locals[local.index()].special = true;
            }
        }
        if let TerminatorKind::Call { callee, args, .. } = &block.terminator.kind {
            let params = program.callee_signature(function, callee).map(|signature| signature.params).unwrap_or_default();
            for (arg, _) in args.iter().zip(&params).filter(|(_, param)| param.mode == Mode::Inout) {
                if let Some(local) = arg.place().and_then(Place::base_local) {
                    locals[local.index()].special = true;
                }
            }
        }
    }
    locals
}

/// A local with one definition, which is a constant or another local that never changes, is replaced by it.
fn propagate(program: &Program, function: &mut Function) {
    let locals = survey(program, function);
    let fixed = |local: LocalId| locals[local.index()].definitions == 1 && !locals[local.index()].special;
    let mut replacement: Vec<Option<Operand>> = vec![None; locals.len()];
    for statement in function.blocks.iter().flat_map(|block| &block.statements) {
        let (StatementKind::Init(place, Rvalue::Use(value)) | StatementKind::Assign(place, Rvalue::Use(value))) = &statement.kind else {
            continue;
        };
        let Some(local) = place.as_local().filter(|local| fixed(*local) && local.index() >= function.params.len()) else { continue };
        let same_type = program.operand_ty(function, value) == function.locals[local.index()].ty;
        let unchanging = match value {
            Operand::Const(_) => true,
            Operand::Copy(source) => source.as_local().is_some_and(|source| fixed(source) && source != local),
            Operand::Move(_) => false,
        };
        if same_type && unchanging {
            replacement[local.index()] = Some(value.clone());
        }
    }
    if replacement.iter().all(Option::is_none) {
        return;
    }
    let resolve = |local: LocalId| {
        let mut value = replacement[local.index()].clone()?;
        // Chains are as long as there are locals at most.
        for _ in 0..replacement.len() {
            match value.as_local().and_then(|next| replacement[next.index()].clone()) {
                Some(next) => value = next,
                None => break,
            }
        }
        Some(value)
    };
    let mut places = |place: &mut Place, access: Access| {
        if let (PlaceBase::Local(local), false) = (place.base, access.writes() && place.projection.is_empty())
            && let Some(Operand::Copy(source)) = resolve(local)
        {
            place.base = source.base;
        }
        for projection in &mut place.projection {
            if let Projection::Element { index, .. } | Projection::Index(index) = projection
                && let Some(value) = index.as_local().and_then(resolve)
            {
                *index = value;
            }
        }
    };
    for block in &mut function.blocks {
        for statement in &mut block.statements {
            if let StatementKind::Assign(_, value) | StatementKind::Init(_, value) = &mut statement.kind {
                visit::rvalue_operands_mut(value, &mut |operand| {
                    if let Some(value) = operand.as_local().and_then(resolve) {
                        *operand = value;
                    }
                });
            }
            visit::statement_places_mut(&mut statement.kind, &mut places);
        }
        for operand in terminator_operands(&mut block.terminator.kind) {
            if let Some(value) = operand.as_local().and_then(resolve) {
                *operand = value;
            }
        }
        visit::terminator_places_mut(&mut block.terminator.kind, &mut places);
    }
}

fn terminator_operands(terminator: &mut TerminatorKind) -> Vec<&mut Operand> {
    match terminator {
        TerminatorKind::Branch { condition: operand, .. }
        | TerminatorKind::Switch { value: operand, .. }
        | TerminatorKind::Return(operand) => {
            vec![operand]
        }
        TerminatorKind::Call { args, .. } => args.iter_mut().collect(),
        _ => Vec::new(),
    }
}

/// What the one definition of a local says of its value.
#[derive(Clone, Copy, PartialEq)]
enum Known {
    Nothing,
    /// It is a union of this variant.
    Variant(u32),
    /// It is an object, though the type has `None` too.
    Object,
}

fn known_values(program: &Program, function: &Function) -> Vec<Known> {
    let locals = survey(program, function);
    let mut known = vec![Known::Nothing; locals.len()];
    for statement in function.blocks.iter().flat_map(|block| &block.statements) {
        let (StatementKind::Init(place, value) | StatementKind::Assign(place, value)) = &statement.kind else { continue };
        let Some(local) = place.as_local().filter(|local| locals[local.index()].definitions == 1 && !locals[local.index()].special) else {
            continue;
        };
        known[local.index()] = match value {
            Rvalue::Variant { variant, .. } => Known::Variant(*variant),
            Rvalue::Cast(Cast::Ref, operand, Ty::Ref { nullable: true, .. })
                if matches!(program.operand_ty(function, operand), Ty::Ref { nullable: false, .. }) =>
            {
                Known::Object
            }
            _ => Known::Nothing,
        };
    }
    known
}

/// Computes what is constant, and decides the branches on it. Tells whether there were such.
fn fold(program: &Program, function: &mut Function) -> bool {
    let known = known_values(program, function);
    let known = |operand: &Operand| operand.as_local().map_or(Known::Nothing, |local| known[local.index()]);
    let mut decided = false;
    for block in &mut function.blocks {
        for statement in &mut block.statements {
            if let StatementKind::Assign(_, value) | StatementKind::Init(_, value) = &mut statement.kind
                && let Some(constant) = folded(value).or_else(|| folded_by_definition(value, &known))
            {
                *value = Rvalue::Use(Operand::Const(constant));
            }
        }
        let target = match &block.terminator.kind {
            TerminatorKind::Branch { condition: Operand::Const(Const::Bool(value)), then, otherwise } => {
                Some(if *value { *then } else { *otherwise })
            }
            TerminatorKind::Branch { then, otherwise, .. } if then == otherwise => Some(*then),
            TerminatorKind::Switch { value: Operand::Const(Const::Int(value, _)), cases, default } => {
                Some(cases.iter().find(|(case, _)| case == value).map_or(*default, |(_, target)| *target))
            }
            _ => None,
        };
        if let Some(target) = target {
            block.terminator.kind = TerminatorKind::Goto(target);
            decided = true;
        }
    }
    decided
}

fn folded_by_definition(value: &Rvalue, known: &dyn Fn(&Operand) -> Known) -> Option<Const> {
    let is_none = |operand: &Operand| matches!(operand, Operand::Const(Const::Zero(Ty::Ref { .. })));
    let is_object = |operand: &Operand| matches!(operand, Operand::Const(Const::Static(_))) || known(operand) == Known::Object;
    match value {
        Rvalue::Tag(place) => match known(&Operand::Copy(place.clone())) {
            Known::Variant(variant) => Some(Const::Int(variant.into(), IntTy { bits: 64, signed: true })),
            _ => None,
        },
        Rvalue::Binary(op @ (BinaryOp::Eq | BinaryOp::Ne), left, right) => {
            let equal = match () {
                () if is_none(left) && is_none(right) => true,
                () if is_none(left) && is_object(right) || is_object(left) && is_none(right) => false,
                () => return None,
            };
            Some(Const::Bool(equal == (*op == BinaryOp::Eq)))
        }
        _ => None,
    }
}

fn folded(value: &Rvalue) -> Option<Const> {
    match value {
        Rvalue::Unary(UnaryOp::Not, Operand::Const(Const::Bool(value))) => Some(Const::Bool(!value)),
        Rvalue::Binary(op, Operand::Const(Const::Bool(left)), Operand::Const(Const::Bool(right))) => match op {
            BinaryOp::And => Some(Const::Bool(left & right)),
            BinaryOp::Or => Some(Const::Bool(left | right)),
            BinaryOp::Eq => Some(Const::Bool(left == right)),
            BinaryOp::Xor | BinaryOp::Ne => Some(Const::Bool(left != right)),
            _ => None,
        },
        Rvalue::Binary(op, Operand::Const(Const::Int(left, ty)), Operand::Const(Const::Int(right, other))) if ty == other => {
            folded_integers(*op, *left, *right, *ty)
        }
        Rvalue::Cast(Cast::Int, Operand::Const(Const::Int(value, _)), Ty::Int(to)) if in_range(*value, *to) => {
            Some(Const::Int(*value, *to))
        }
        _ => None,
    }
}

fn folded_integers(op: BinaryOp, left: i128, right: i128, ty: IntTy) -> Option<Const> {
    let value = match op {
        BinaryOp::Add => left + right,
        BinaryOp::Sub => left - right,
        BinaryOp::Mul => left.checked_mul(right)?,
        BinaryOp::Eq => return Some(Const::Bool(left == right)),
        BinaryOp::Ne => return Some(Const::Bool(left != right)),
        BinaryOp::Lt => return Some(Const::Bool(left < right)),
        BinaryOp::Le => return Some(Const::Bool(left <= right)),
        BinaryOp::Gt => return Some(Const::Bool(left > right)),
        BinaryOp::Ge => return Some(Const::Bool(left >= right)),
        _ => return None,
    };
    in_range(value, ty).then_some(Const::Int(value, ty))
}

pub(crate) fn in_range(value: i128, ty: IntTy) -> bool {
    let (low, high) = bounds(ty);
    (low..=high).contains(&value)
}

/// The least and the greatest value of a type.
pub(crate) fn bounds(ty: IntTy) -> (i128, i128) {
    if ty.signed { (-(1 << (ty.bits - 1)), (1 << (ty.bits - 1)) - 1) } else { (0, (1 << ty.bits) - 1) }
}

/// Jumps to blocks that only jump go to where those do.
fn thread_jumps(function: &mut Function) {
    let next: Vec<Option<BlockId>> = function
        .blocks
        .iter()
        .map(|block| match block.terminator.kind {
            TerminatorKind::Goto(target) if block.statements.is_empty() => Some(target),
            _ => None,
        })
        .collect();
    let limit = next.len();
    for block in &mut function.blocks {
        for successor in block.terminator.kind.successors_mut() {
            // An endless loop of jumps stays one.
            for _ in 0..limit {
                match next[successor.index()] {
                    Some(target) if target != *successor => *successor = target,
                    _ => break,
                }
            }
        }
    }
}

/// A block with one way in, which is a jump, is appended to where the jump is.
fn join_blocks(function: &mut Function) {
    let predecessors = function.predecessors();
    for id in function.block_ids() {
        while let TerminatorKind::Goto(target) = function.block(id).terminator.kind
            && target != id
            && target != BlockId(0)
            && predecessors[target.index()].len() == 1
        {
            let loc = function.block(target).terminator.loc;
            let unreachable = Terminator { kind: TerminatorKind::Unreachable, loc };
            let block = std::mem::replace(function.block_mut(target), Block { statements: Vec::new(), terminator: unreachable });
            let into = function.block_mut(id);
            into.statements.extend(block.statements);
            into.terminator = block.terminator;
        }
    }
    function.remove_unreachable_blocks();
}

/// Removes definitions of locals that are never read, if computing the value does nothing else.
fn remove_dead_values(program: &Program, function: &mut Function) {
    let locals = survey(program, function);
    let managed: Vec<bool> = function.locals.iter().map(|local| local.ty.needs_rc(program)).collect();
    let is_dead = |statement: &Statement| match &statement.kind {
        StatementKind::Init(place, value) | StatementKind::Assign(place, value) => place.as_local().is_some_and(|local| {
            let parameter = function.params.get(local.index()).is_some_and(|mode| *mode == Mode::Inout);
            locals[local.index()].reads == 0 && !managed[local.index()] && !parameter && is_pure(value)
        }),
        _ => false,
    };
    let dead: Vec<Vec<bool>> = function.blocks.iter().map(|block| block.statements.iter().map(is_dead).collect()).collect();
    for (block, dead) in function.blocks.iter_mut().zip(dead) {
        let mut index = 0;
        block.statements.retain(|_| {
            index += 1;
            !dead[index - 1]
        });
    }
}

/// Whether nothing but the value comes of it. Moves end the life of something.
fn is_pure(value: &Rvalue) -> bool {
    let moves = visit::rvalue_operands(value).into_iter().any(|operand| matches!(operand, Operand::Move(_)));
    !moves && !matches!(value, Rvalue::New { .. } | Rvalue::Intrinsic(..) | Rvalue::Runtime { .. })
}

/// Closes the gaps in the numbers of locals.
fn remove_unused_locals(function: &mut Function) {
    let mut used = vec![false; function.locals.len()];
    used[..function.params.len()].fill(true);
    let mut note = |place: &Place, _: Access| {
        if let Some(local) = place.base_local() {
            used[local.index()] = true;
        }
    };
    for block in &function.blocks {
        block.statements.iter().for_each(|statement| visit::statement_places(&statement.kind, &mut note));
        visit::terminator_places(&block.terminator.kind, &mut note);
    }
    let mut next = 0;
    let numbers: Vec<LocalId> = used
        .iter()
        .map(|used| {
            let number = LocalId(next);
            next += u32::from(*used);
            number
        })
        .collect();
    let mut index = 0;
    function.locals.retain(|_| {
        index += 1;
        used[index - 1]
    });
    let mut change = |place: &mut Place, _: Access| {
        if let PlaceBase::Local(local) = &mut place.base {
            *local = numbers[local.index()];
        }
    };
    for block in &mut function.blocks {
        block.statements.iter_mut().for_each(|statement| visit::statement_places_mut(&mut statement.kind, &mut change));
        visit::terminator_places_mut(&mut block.terminator.kind, &mut change);
    }
}
