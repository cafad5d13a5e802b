//! The verifier: what is right passes, each kind of wrong is named with its place.

use pyc_mir::{Phase, parse, verify};

fn errors(text: &str, phase: Phase) -> Vec<String> {
    let program = parse(text).unwrap_or_else(|error| panic!("{error}"));
    verify(&program, phase).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

const ITEMS: &str = "class A { x: i64 } class B : A { x: i64, y: &?A } class E {} struct P { a: i64, b: f64 } global $g: i64
fn @quiet(%0: borrow i64) -> i64 { bb0: return %0 }
fn @loud(%0: borrow &A) -> i64 raises { let %e: &E bb0: init %e = new E raise %e }
";

#[test]
fn a_right_program_passes() {
    let text = "fn @f(%b: borrow &B, %c: borrow bool) -> i64 raises {
        let %a: &A let %n: i64 let %e: &* let %p: struct P
        bb0: init %a = %b init %p = struct P(1, 2.0) %p.0 = %b.0 branch %c, bb1, bb2
        bb1: call %n = @loud(%b) -> bb3 unwind %e -> bb4
        bb2: init %n = %p.0 goto bb3
        bb3: $g = %n return %n
        bb4: traceback %e raise %e
    }";
    assert_eq!(errors(&format!("{ITEMS}{text}"), Phase::Built), Vec::<String>::new());
}

#[test]
fn wrongs_are_named() {
    let cases = [
        ("fn @f(%0: borrow f64) -> i64 { bb0: return %0 }", "f: bb0: `return %0`: a `f64` is no `i64`"),
        ("fn @f(%a: borrow &A) -> &B { bb0: return %a }", "f: bb0: `return %a`: a `&A` is no `&B`"),
        ("fn @f(%a: borrow &?B) -> i64 { bb0: return %a.0 }", "f: bb0: `return %a.0`: a `&?B` has no such part"),
        ("fn @f() -> i64 { let %n: i64 bb0: return %n }", "f: bb0: `return %n`: `%n` holds no value on some path to here"),
        (
            "fn @f(%c: borrow bool) -> i64 { let %n: i64 bb0: branch %c, bb1, bb2 bb1: init %n = 1 goto bb2 bb2: return %n }",
            "f: bb2: `return %n`: `%n` holds no value on some path to here",
        ),
        (
            "fn @f(%a: owned &A) -> (&A, &A) { let %t: (&A, &A) bb0: init %t = (move %a, move %a) return %t }",
            "f: bb0: `init %t = (move %a, move %a)`: `%a` holds no value on some path to here",
        ),
        ("fn @f() -> i64 { let %n: i64 bb0: call %n = @quiet() -> bb1 bb1: return %n }", "0 arguments for 1 parameters"),
        (
            "fn @f(%a: borrow &A) -> i64 { let %n: i64 bb0: call %n = @loud(%a) -> bb1 bb1: return %n }",
            "the callee raises, but the call has no `unwind`",
        ),
        ("fn @f(%a: borrow &E) -> i64 { bb0: raise %a }", "f: bb0: `raise %a`: the function does not raise"),
        ("fn @f(%a: borrow &A) -> unit { bb0: retain %a return unit }", "a reference count before reference counting"),
        ("fn @f(%n: borrow i64) -> unit { bb0: branch %n, bb0, bb0 }", "a `i64` is no condition"),
        ("fn @f(%n: borrow i64) -> f64 { let %x: f64 bb0: init %x = add %n, 1.0 return %x }", "operands of types `i64` and `f64`"),
        ("fn @f() -> unit { let %p: struct P bb0: init %p = struct P(1) return unit }", "1 values for 2 fields"),
        ("fn @f() -> unit { let %p: struct P bb0: init %p.0 = 1 return unit }", "`%p` holds no value"),
        ("extern fn @f() -> unit raises", "f: `extern` functions don't raise"),
        ("fn @f() -> unit", "f: a body, and `extern`: exactly one of them"),
        ("fn @quiet() -> unit { bb0: return unit }", "quiet: two functions have this symbol"),
        ("class C : A { y: f64 }", "C: the fields don't start with those of `A`"),
    ];
    for (text, expected) in cases {
        let errors = errors(&format!("{ITEMS}{text}"), Phase::Built);
        assert!(errors.len() == 1 && errors[0].contains(expected), "{text}\n{errors:?}");
    }
}

#[test]
fn counted_programs_have_no_drops_and_no_idle_unwinds() {
    let text = format!(
        "{ITEMS}fn @f(%a: owned &A) -> i64 raises {{ let %n: i64 let %e: &*
        bb0: call %n = @quiet(1) -> bb1 unwind %e -> bb2 bb1: drop %a return %n bb2: raise %e }}"
    );
    assert_eq!(errors(&text, Phase::Built).len(), 0);
    let errors = errors(&text, Phase::Counted);
    assert_eq!(errors.len(), 2, "{errors:?}");
}
