//! Checks of the stack: where they are put.

use pyc_mir::recursion::check_stack;
use pyc_mir::{Phase, parse, verify};

/// The functions that have a check.
fn checked(text: &str) -> Vec<String> {
    let library = "class E {} fn @full() -> ! raises { let %e: &E bb0: init %e = new E raise %e } recursion_error @full\n";
    let mut program = parse(&format!("{library}{text}")).unwrap_or_else(|error| panic!("{error}"));
    check_stack(&mut program);
    verify(&program, Phase::Built).unwrap_or_else(|errors| panic!("{errors:?}"));
    let has_check = |function: &&pyc_mir::Function| {
        let intrinsic = pyc_mir::Rvalue::Intrinsic(pyc_mir::Intrinsic::StackIsFull, Vec::new());
        let is_check =
            |statement: &pyc_mir::Statement| matches!(&statement.kind, pyc_mir::StatementKind::Init(_, value) if *value == intrinsic);
        function.blocks.first().is_some_and(|block| block.statements.iter().any(is_check))
    };
    program.functions.iter().filter(has_check).map(|function| function.symbol.to_string()).collect()
}

fn calling(name: &str, callee: &str) -> String {
    format!(
        "fn @{name}() -> i64 raises {{ let %n: i64 let %e: &* bb0: call %n = {callee} -> bb1 unwind %e -> bb2 bb1: return %n bb2: raise %e }}\n"
    )
}

#[test]
fn each_cycle_has_one() {
    assert_eq!(checked(&calling("f", "@f()")), ["f"]);
    assert_eq!(checked(&format!("{}{}{}", calling("main", "@even()"), calling("even", "@odd()"), calling("odd", "@even()"))), ["even"]);
}

#[test]
fn others_have_none() {
    assert!(checked(&format!("{}{}fn @c() -> i64 {{ bb0: return 1 }}", calling("a", "@b()"), calling("b", "@c()"))).is_empty());
}

#[test]
fn virtual_calls_may_be_of_any_class() {
    let method = |name: &str, body: &str| format!("fn @{name}(%self: borrow &A) -> i64 raises {{ {body} }}\n");
    let calls = "let %n: i64 let %e: &* bb0: call %n = virtual A::0(%self) -> bb1 unwind %e -> bb2 bb1: return %n bb2: raise %e";
    let classes = "class A {} vtable [@a.m] class B : A {} vtable [@b.m]\n";
    let text = format!("{classes}{}{}", method("a.m", "bb0: return 1"), method("b.m", calls).replace("borrow &A", "borrow &B"));
    assert_eq!(checked(&text), ["b.m"]);
}

#[test]
fn loops_to_the_start_stay_loops() {
    let text = "fn @f(%n: borrow i64) -> i64 raises { let %c: bool let %r: i64 let %e: &*
        bb0: init %c = eq %n, 0 branch %c, bb1, bb0
        bb1: call %r = @f(%n) -> bb2 unwind %e -> bb3 bb2: return %r bb3: raise %e }";
    assert_eq!(checked(text), ["f"]);
}
