//! The textual form: every construct, printed as it was written.

use pyc_mir::{Const, FloatTy, Operand, Rvalue, StatementKind, parse};

/// In normal form, so that printing gives it back.
const EVERYTHING: &str = r#"file "main.py"
data "two\nlines \"q\" \\ \xff"
struct Point { x: f64, y: f64 }
class object {} vtable [@show]
class list[int] : object { data: ptr, len: i64 } vtable [@show] destroy @"destroy list"
class Empty {}
class Empty {}
global $xs: &?list[int]
global $"main.ys": f32
global $tile: [f32; 64] in shared
static list[int] { zero ptr, 3 }
entry @main
report_exception @show

fn @show(%self: borrow &object) -> &object inline(always) name "__str__" at 1:0-3:4 {
bb0:
  return %self at 2:4
}

fn @"destroy list"(%0: borrow &list[int]) -> unit file 1 {
bb0:
  return unit
}

extern fn @puts(%0: borrow ptr) -> i32

kernel fn @k(%0: borrow ptr.global, %1: borrow ptr.shared) -> unit inline(never) {
  let %2: i64
bb0:
  init %2 = intrinsic thread_idx.0()
  %0[f32; %2] = 1.5: f32
  init %2 = intrinsic barrier()
  return unit
}

export fn @main(%n: owned i64, %p: inout struct Point, %f: borrow closure(borrow i64, owned (&?*,)) raises -> closure() -> unit) -> ! raises {
  let %i'3: u8
  let %i'4: union(i64, f64, unit)
  let %5: (i64, bool)
  let %6: &Empty'2
  let %7: [i64; 3]
  let %8: <f32; 8>
  let %"odd name": bool
  let %e: &*
bb0:
  init %i'3 = 250: u8
  init %5 = checked add %n, -170141183460469231731687303715884105728
  %5 = (%n, true)
  %p.0 = bits(0x7ff8000000000000)
  %p = struct Point(0.1, -0.0)
  init %i'4 = variant union(i64, f64, unit).1(%p.1)
  %n = tag %i'4
  %p.1 = %i'4.as(1)
  %n = %7[%n] at 3:1-3:2
  %8[0] = bits(0xfff0000000000000): bf16
  init %6 = new Empty'2
  $xs = new list[int] extra sizeof struct Point
  $xs.0[&list[int]; 0].1 = floor_div %n, 7
  %"odd name" = is_instance %6, Empty'3
  %n = cast.bits trailing.0 to i64
  drop $xs
  retain %6
  release move %6
  traceback %e
  branch not_really, bb1, bb2
}
"#;

fn normal(text: &str) -> String {
    parse(text).unwrap_or_else(|error| panic!("{error}")).to_string()
}

#[test]
fn everything_is_printed_as_written() {
    let text = EVERYTHING.replace("  %n = cast.bits trailing.0 to i64\n", MORE).replace("  branch not_really, bb1, bb2\n", TERMINATORS);
    assert_eq!(normal(&text), text);
}

const MORE: &str = r#"  %n = cast.bits 1.0 to i64
  %n = trailing %6
  %n = address_of %p.0
  %f = closure @main, zero &?*
  %f = @main
  %n = neg %n
  %n = shl %n, 1: u8
  %n = static.0
  %n = data.0
  %n = runtime pyc_now(%n, false) -> f64
  %n = ()
  %n = (move %n,)
  %n = intrinsic fma(1e300, 1e-7, 0.0)
"#;

const TERMINATORS: &str = r#"  branch %"odd name", bb1, bb2
bb1:
  switch %n { -1: bb1, 7: bb2, else: bb3 }
bb2:
  goto bb1 at 9:0-10:1
bb3:
  call %n = @main(%n, move %p) -> bb4 unwind %e -> bb5
bb4:
  call $xs = virtual list[int]::0(%6) -> bb5
bb5:
  call %n = value(%f)() -> bb6
bb6:
  raise move %e
bb7:
  unreachable
"#;

#[test]
fn written_freely_it_is_read_the_same() {
    let free = "// a comment\nfn @f(%9: borrow i64)->i64{ let %100: i64 start: init %100=add %9,1 goto end end: return %100 } entry @f";
    let expected =
        "entry @f\n\nfn @f(%0: borrow i64) -> i64 {\n  let %1: i64\nbb0:\n  init %1 = add %0, 1\n  goto bb1\nbb1:\n  return %1\n}\n";
    assert_eq!(normal(free), expected);
}

#[test]
fn floats_keep_every_bit() {
    for bits in [0, 1, 0x8000_0000_0000_0000, 0x7ff0_0000_0000_0001, 0x3ff0_0000_0000_0000, 0x7fef_ffff_ffff_ffff] {
        let mut program = parse("fn @f() -> unit { let %0: f32 bb0: init %0 = 0.0: f32 return unit }").unwrap();
        let kind = &mut program.functions[0].blocks[0].statements[0].kind;
        let StatementKind::Init(_, value) = kind else { panic!("{kind:?}") };
        *value = Rvalue::Use(Operand::Const(Const::Float(bits, FloatTy::F32)));
        assert_eq!(parse(&program.to_string()).unwrap(), program);
    }
}

#[test]
fn errors_say_where() {
    let cases = [
        ("fn @f() -> unit {\n  bb0:\n  return %x\n}", "3:10: there is no local `%x`"),
        ("fn @f() -> unit { bb0: goto bb7 }", "1:29: there is no block `bb7`"),
        ("fn @f() -> unit { bb0: hurry }", "1:24: unknown statement `hurry`"),
        ("entry @main", "1:8: nothing is called `main`"),
        ("fn @f(%0: borrow &C) -> unit", "1:19: nothing is called `C`"),
        ("fn @f(%0: lent i64) -> unit", "1:11: `lent` is no way to pass a parameter"),
        ("class A {} class A {} global $x: &A", "1:35: several things are called `A`: write `A'NUMBER`"),
        ("data \"abc", "1:10: unterminated string"),
        ("fn @f(%0: borrow i7) -> unit", "1:18: unknown type `i7`"),
        ("walrus", "1:1: unknown item `walrus`"),
        ("fn @f() -> unit { let %0: i64 bb0: init %0 = 5: f32 return unit }", "1:49: expected an integer type"),
    ];
    for (text, expected) in cases {
        assert_eq!(parse(text).unwrap_err().to_string(), expected, "{text}");
    }
}

#[test]
fn any_cut_gives_an_error_or_a_program() {
    let text = EVERYTHING.replace("  branch not_really, bb1, bb2\n", TERMINATORS);
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        let _ = parse(&text[..end]);
    }
}
