//! Layouts: C's rules, object headers, unions.

use pyc_mir::{ClassId, Layout, Ty, parse};

fn layouts(types: &str) -> Vec<(u64, u64)> {
    let text =
        format!("struct S {{ a: i8, b: f64, c: u16 }} class C {{ a: bool, b: i64, c: f32 }} fn @f({types}) -> unit {{ bb0: return unit }}");
    let program = parse(&text).unwrap_or_else(|error| panic!("{error}"));
    let layout = |ty: &Ty| {
        let Layout { size, align } = program.layout(ty);
        (size, align)
    };
    program.functions[0].locals.iter().map(|local| layout(&local.ty)).collect()
}

#[test]
fn sizes_and_alignments() {
    let types =
        "%0: borrow bool, %1: borrow (i8, i32, i8), %2: borrow struct S, %3: borrow &?C, %4: borrow closure() -> unit, %5: borrow [i16; 5],
        %6: borrow <f32; 8>, %7: borrow unit, %8: borrow (), %9: borrow bf16, %10: borrow [struct S; 2]";
    assert_eq!(layouts(types), [(1, 1), (12, 4), (24, 8), (8, 8), (16, 8), (10, 2), (32, 32), (0, 1), (0, 1), (2, 2), (48, 8)]);
}

#[test]
fn unions_are_a_tag_and_words() {
    let types = "%0: borrow union(i64, f64), %1: borrow union(unit, unit), %2: borrow union(i8, (i32, &C, bool)), %3: borrow union(closure() -> unit, i64),
        %4: borrow union(i64, union(i64, (i64, i64)))";
    assert_eq!(layouts(types), [(16, 8), (8, 8), (32, 8), (24, 8), (32, 8)]);
}

#[test]
fn objects_start_with_a_header() {
    let program = parse("class C { a: bool, b: i64, c: f32 }").unwrap();
    assert_eq!(program.object_layout(ClassId(0)), (vec![16, 24, 32], Layout { size: 40, align: 8 }));
}
