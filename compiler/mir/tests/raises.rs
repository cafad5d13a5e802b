//! Raise inference.

use pyc_mir::{Phase, infer_raises, parse, verify};

/// The functions that raise after inference, and the whole program.
fn raising(text: &str) -> (Vec<String>, String) {
    let mut program = parse(text).unwrap_or_else(|error| panic!("{error}"));
    verify(&program, Phase::Built).unwrap_or_else(|errors| panic!("{errors:?}"));
    infer_raises(&mut program);
    verify(&program, Phase::Counted).unwrap_or_else(|errors| panic!("{errors:?}"));
    let raising = program.functions.iter().filter(|function| function.raises).map(|function| function.symbol.to_string());
    (raising.collect(), program.to_string())
}

const CALL: &str = "raises { let %n: i64 let %e: &* bb0: call %n = @CALLEE() -> bb1 unwind %e -> bb2 bb1: return %n bb2: raise %e }\n";

fn calling(name: &str, callee: &str) -> String {
    format!("fn @{name}() -> i64 {}", CALL.replace("CALLEE", callee))
}

#[test]
fn raising_spreads_to_callers_alone() {
    let leaf = "class E {} fn @one() -> i64 raises { bb0: return 1 }
        fn @bad() -> i64 raises { let %e: &E bb0: init %e = new E raise %e }\n";
    let (names, text) = raising(&format!("{leaf}{}{}{}", calling("a", "one"), calling("b", "bad"), calling("c", "b")));
    assert_eq!(names, ["bad", "b", "c"]);
    assert!(
        text.contains("fn @a() -> i64 {\n  let %n: i64\n  let %e: &*\nbb0:\n  call %n = @one() -> bb1\nbb1:\n  return %n\n}"),
        "{text}"
    );
}

#[test]
fn recursion_alone_does_not_raise() {
    let (names, _) = raising(&format!("{}{}", calling("even", "odd"), calling("odd", "even")));
    assert!(names.is_empty(), "{names:?}");
}

#[test]
fn functions_of_one_slot_agree() {
    let text = "class E {}
        class A {} vtable [@a.m, @a.k]
        class B : A {} vtable [@b.m, @a.k]
        fn @a.m(%self: borrow &A) -> i64 raises { bb0: return 1 }
        fn @a.k(%self: borrow &A) -> i64 raises { bb0: return 1 }
        fn @b.m(%self: borrow &A) -> i64 raises { let %e: &E bb0: init %e = new E raise %e }
        fn @m(%x: borrow &A) -> i64 raises { let %n: i64 let %e: &*
          bb0: call %n = virtual A::0(%x) -> bb1 unwind %e -> bb2 bb1: return %n bb2: raise %e }
        fn @k(%x: borrow &A) -> i64 raises { let %n: i64 let %e: &*
          bb0: call %n = virtual A::1(%x) -> bb1 unwind %e -> bb2 bb1: return %n bb2: raise %e }";
    assert_eq!(raising(text).0, ["a.m", "b.m", "m"]);
}

#[test]
fn functions_behind_closures_keep_their_signature() {
    let text = "fn @one(%env: borrow &?*) -> i64 raises { bb0: return 1 }
        fn @get() -> closure() raises -> i64 raises { bb0: return @one }
        fn @call(%f: borrow closure() raises -> i64) -> i64 raises { let %n: i64 let %e: &*
          bb0: call %n = value(%f)() -> bb1 unwind %e -> bb2 bb1: return %n bb2: raise %e }";
    assert_eq!(raising(text).0, ["one", "call"]);
}
