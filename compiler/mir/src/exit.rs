//! The end of the program: what the variables of modules hold is released, as CPython does it. After an uncaught exception they are left alone, for its message may
//! need them.

use crate::*;

/// Makes the entry drop every global before it returns. Zero is dropped for nothing.
pub(crate) fn drop_globals(program: &mut Program) {
    let managed = |(index, global): (usize, &Global)| {
        let counted = global.space == AddressSpace::Generic && global.ty.needs_rc(program);
        counted.then_some(Place::global(GlobalId(index as u32)))
    };
    let globals: Vec<Place> = program.globals.iter().enumerate().rev().filter_map(managed).collect();
    let Some(entry) = program.entry else { return };
    for block in &mut program.functions[entry.index()].blocks {
        if matches!(block.terminator.kind, TerminatorKind::Return(_)) {
            let drops = globals.iter().map(|place| Statement { kind: StatementKind::Drop(place.clone()), loc: Loc::default() });
            block.statements.extend(drops);
        }
    }
}
