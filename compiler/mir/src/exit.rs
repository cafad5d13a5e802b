//! The end of the program: what the variables of modules hold is released, as CPython does it.

use crate::*;

/// Makes the function that drops every global, if there is something to drop. Zero is dropped for nothing.
pub(crate) fn drop_globals(program: &mut Program) {
    let managed = |(index, global): (usize, &Global)| {
        let counted = global.space == AddressSpace::Generic && global.ty.needs_rc(program);
        counted.then_some(Place::global(GlobalId(index as u32)))
    };
    let drop = |place: Place| Statement { kind: StatementKind::Drop(place), loc: Loc::default() };
    let statements: Vec<Statement> = program.globals.iter().enumerate().rev().filter_map(managed).map(drop).collect();
    if program.entry.is_none() || statements.is_empty() {
        return;
    }
    let terminator = Terminator { kind: TerminatorKind::Return(Operand::Const(Const::Unit)), loc: Loc::default() };
    program.finish = Some(FuncId(program.functions.len() as u32));
    program.functions.push(Function {
        symbol: "$finish".into(),
        name: "<module>".into(),
        file: SourceFile(0),
        loc: Loc::default(),
        params: Vec::new(),
        ret: Ty::Unit,
        raises: false,
        kind: FunctionKind::Normal,
        inline: Inline::Auto,
        locals: Vec::new(),
        blocks: vec![Block { statements, terminator }],
    });
}
