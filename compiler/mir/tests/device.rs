//! Kernels as devices take them, and what they can't take.

use pyc_mir::device::{Obstacle, What, kernels};
use pyc_mir::{Names, Options, Phase, Program, optimize_and_count, parse, verify};

const RAISING: &str = "
class Error { code: i64 }
fn @make() -> &* raises {
  let %e: &Error
  let %o: &*
bb0:
  init %e = new Error
  init %o = cast.ref %e to &*
  return move %o
}
fn @fail() -> ! raises {
  let %e: &*
  let %f: &*
bb0:
  call %e = @make() -> bb1 unwind %f -> bb2
bb1:
  raise move %e
bb2:
  raise move %f
}
fn @checked(%a: borrow i64) -> i64 raises {
  let %zero: bool
  let %n: !
  let %e: &*
bb0:
  %zero = eq %a, 0
  branch %zero, bb1, bb2
bb1:
  call %n = @fail() -> bb3 unwind %e -> bb4
bb2:
  return %a
bb3:
  unreachable
bb4:
  raise move %e
}
";

fn program(text: &str) -> Program {
    let program = parse(text).unwrap_or_else(|error| panic!("{error}"));
    verify(&program, Phase::Built).unwrap_or_else(|errors| panic!("{errors:?}"));
    program
}

fn obstacles(text: &str) -> Vec<What> {
    let found = kernels(&program(text)).expect_err("there is something that no device can do");
    found.into_iter().map(|Obstacle { what, .. }| what).collect()
}

#[test]
fn what_raises_stops() {
    let kernel =
        "kernel fn @k(%p: borrow ptr) -> unit raises { let %a: i64 let %e: &* bb0: call %a = @checked(%p[i64; 0]) -> bb1 unwind %e -> bb2
        bb1: %p[i64; 0] = %a return unit bb2: raise move %e }";
    let mut device = kernels(&program(&format!("{RAISING}{kernel}"))).unwrap_or_else(|found| panic!("{found:?}"));
    verify(&device, Phase::Built).unwrap_or_else(|errors| panic!("{errors:?}\n{device}"));
    // Nothing is left of the exception or of what makes it.
    let symbols: Vec<&str> = device.functions.iter().map(|function| &*function.symbol).collect();
    assert_eq!(symbols, ["checked", "k"]);
    assert!(device.functions.iter().all(|function| !function.raises));
    let names = Names::new(&device);
    let checked = names.display(&device.functions[0]).to_string();
    assert!(checked.contains("intrinsic trap()") && !checked.contains("call"), "{checked}");
    optimize_and_count(&mut device, Options { optimize: true, check: true });
}

#[test]
fn handlers_are_obstacles() {
    let kernel = "kernel fn @k(%p: borrow ptr) -> unit { let %a: i64 let %e: &* bb0: call %a = @checked(%p[i64; 0]) -> bb1 unwind %e -> bb2
        bb1: return unit bb2: drop %e return unit }";
    assert_eq!(obstacles(&format!("{RAISING}{kernel}")), [What::Handler]);
}

#[test]
fn objects_and_the_world_outside_are_obstacles() {
    let text =
        "global $state: i64 class C { n: i64 } extern fn @puts(%0: borrow ptr) -> unit kernel fn @other() -> unit { bb0: return unit } ";
    let cases = [
        ("let %c: &C bb0: init %c = new C drop %c return unit", What::Object(Some(pyc_mir::ClassId(0)))),
        ("let %q: ptr bb0: %q = intrinsic alloc(8) return unit", What::Allocation),
        ("bb0: $state = 1 return unit", What::Global(pyc_mir::GlobalId(0))),
        ("let %u: unit bb0: call %u = @puts(%p) -> bb1 bb1: return unit", What::Foreign("puts".into())),
        ("let %u: unit bb0: call %u = @other() -> bb1 bb1: return unit", What::Kernel(pyc_mir::FuncId(1))),
        ("let %u: unit bb0: call %u = @k(%p) -> bb1 bb1: return unit", What::Recursion(pyc_mir::FuncId(2))),
        ("let %x: f64 bb0: %x = intrinsic sin(1.0) return unit", What::Mathematics(pyc_mir::Intrinsic::Sin)),
    ];
    for (body, what) in cases {
        assert_eq!(obstacles(&format!("{text} kernel fn @k(%p: borrow ptr) -> unit {{ {body} }}")), [what], "{body}");
    }
}

#[test]
fn records_of_device_code_are_aligned() {
    let mut program = program("data \"\\x00\"");
    program.device_code = Some(pyc_mir::DataId(0));
    program.set_device_code(&[("sm_90a", b"12345678".to_vec()), ("spirv", b"abc".to_vec())]);
    let bytes = &program.data[0];
    let word = |at: usize| i64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
    assert_eq!((word(0), word(8), &bytes[16..23], &bytes[32..41]), (48, 8, &b"sm_90a\0"[..], &b"12345678\0"[..]));
    assert_eq!((word(48), word(56), &bytes[64..70], &bytes[80..84]), (40, 3, &b"spirv\0"[..], &b"abc\0"[..]));
    assert_eq!((word(88), bytes.len()), (0, 96));
}
