//! Makes small well-formed programs from seeds: random graphs of blocks over locals of every shape that counts matter for.

use std::fmt::Write as _;

/// xorshift64*.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }

    fn pick<'t>(&mut self, choices: &[&'t str]) -> &'t str {
        choices[self.below(choices.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// Class 0 is what exceptions are.
const ITEMS: &str = "class Error {}
class A { next: &?A, n: i64, pair: (&?A, i64) } vtable [@A.m]
class B : A { next: &?A, n: i64, pair: (&?A, i64), extra: &?A } vtable [@B.m]
class List { data: ptr } destroy @list.destroy
global $g: &?A
global $h: (&?A, i64)
extern fn @trace(%0: borrow i64) -> unit
fn @A.m(%self: borrow &A) -> &?A { bb0: return %self.0 }
fn @B.m(%self: borrow &A) -> &?A { bb0: %self.0 = $g return %self }
fn @list.new() -> &List { let %l: &List bb0: init %l = new List %l.0 = intrinsic alloc(16) return %l }
fn @list.get(%l: borrow &List, %i: borrow i64) -> &?A { let %p: ptr bb0: init %p = %l.0 return %p[&?A; %i] }
fn @list.set(%l: borrow &List, %i: borrow i64, %x: borrow &?A) -> unit { let %p: ptr bb0: init %p = %l.0 %p[&?A; %i] = %x return unit }
fn @list.take(%l: borrow &List, %i: borrow i64) -> &?A { let %p: ptr let %x: &?A
  bb0: init %p = %l.0 init %x = move %p[&?A; %i] init %p[&?A; %i] = zero &?A return %x }
fn @list.destroy(%l: borrow &List) -> unit { let %p: ptr let %u: unit
  bb0: init %p = %l.0 drop %p[&?A; 0] drop %p[&?A; 1] init %u = intrinsic free(%p) return unit }
";

const UNION: &str = "union(i64, &?A)";

/// What a generated function takes, with the mode.
type Param = (&'static str, &'static str);

struct Signature {
    params: Vec<Param>,
    ret: &'static str,
}

/// A program whose entry takes nothing.
pub(crate) fn program(seed: u64) -> String {
    let mut random = Random::new(seed);
    let mut text = String::from("entry @main\n");
    text.push_str(ITEMS);
    let mut signatures = Vec::new();
    for index in 0..1 + random.below(3) {
        let params = (0..random.below(4)).map(|_| {
            let mode = random.pick(&["borrow", "borrow", "owned", "inout"]);
            let ty = random.pick(&["&?A", "&A", "(&?A, i64)", UNION, "i64"]);
            (mode, ty)
        });
        let signature = Signature { params: params.collect(), ret: random.pick(&["&?A", "i64", "(&?A, i64)", UNION]) };
        function(&mut random, &mut text, &format!("f{index}"), &signature, &signatures);
        signatures.push(signature);
    }
    function(&mut random, &mut text, "main", &Signature { params: Vec::new(), ret: "i64" }, &signatures);
    text
}

/// The locals that every generated function has, each with what it starts as.
const LOCALS: &[(&str, &str, &str)] = &[
    ("r0", "&?A", "zero &?A"),
    ("r1", "&?A", "new A"),
    ("r2", "&?A", "$g"),
    ("a0", "&A", "new A"),
    ("a1", "&A", "new B"),
    ("t0", "(&?A, i64)", "(%r1, 5)"),
    ("t1", "(&?A, i64)", "$h"),
    ("u0", UNION, "variant union(i64, &?A).1(%r2)"),
    ("n0", "i64", "0"),
    ("n1", "i64", "1"),
    ("b", "bool", "false"),
];

struct Body<'r> {
    random: &'r mut Random,
    blocks: usize,
    callees: &'r [Signature],
    ret: &'static str,
    exposed: bool,
    /// Names of references that may be null, of those that are not, of pairs, unions and integers.
    names: Vec<(&'static str, Vec<String>)>,
}

fn function(random: &mut Random, text: &mut String, name: &str, signature: &Signature, callees: &[Signature]) {
    let params: Vec<String> = signature.params.iter().enumerate().map(|(index, (mode, ty))| format!("%p{index}: {mode} {ty}")).collect();
    let _ = writeln!(text, "fn @{name}({}) -> {} raises {{", params.join(", "), signature.ret);
    let mut names: Vec<(&'static str, Vec<String>)> = ["&?A", "&A", "(&?A, i64)", UNION, "i64"].map(|ty| (ty, Vec::new())).to_vec();
    let declared = LOCALS.iter().map(|(name, ty, _)| ((*name).to_owned(), *ty));
    let parameters = signature.params.iter().enumerate().map(|(index, (_, ty))| (format!("p{index}"), *ty));
    for (name, ty) in declared.chain(parameters) {
        if let Some((_, list)) = names.iter_mut().find(|(other, _)| *other == ty) {
            list.push(format!("%{name}"));
        }
    }
    for (name, ty, _) in LOCALS {
        let _ = writeln!(text, "  let %{name}: {ty}");
    }
    text.push_str(
        "  let %c: (i64, bool)\n  let %e: &*\n  let %unit: unit\n  let %l: &List\n  let %x: &?A\n  let %ptr: ptr\n  let %seen: &A\n",
    );
    let exposed = random.chance(20);
    let blocks = 3 + random.below(7);
    text.push_str("bb0:\n");
    for (name, _, start) in LOCALS {
        let _ = writeln!(text, "  init %{name} = {start}");
    }
    text.push_str("  init %x = zero &?A\n  init %e = new Error\n");
    if exposed {
        text.push_str("  init %ptr = address_of %x\n");
    }
    text.push_str("  call %l = @list.new() -> bb1\n");
    let mut body = Body { random, blocks, callees, ret: signature.ret, exposed, names };
    let mut extra = Vec::new();
    for index in 1..=blocks {
        let _ = writeln!(text, "bb{index}:");
        for _ in 0..body.random.below(6) {
            let statement = body.statement();
            let _ = writeln!(text, "  {statement}");
        }
        let terminator = body.terminator(index, &mut extra);
        let _ = writeln!(text, "  {terminator}");
    }
    for block in extra {
        text.push_str(&block);
    }
    text.push_str("}\n");
}

impl Body<'_> {
    fn name(&mut self, ty: &str) -> String {
        let list = &self.names.iter().find(|(other, _)| *other == ty).expect("a known type").1;
        list[self.random.below(list.len())].clone()
    }

    fn statement(&mut self) -> String {
        let (r, s, a, t, u) = (self.name("&?A"), self.name("&?A"), self.name("&A"), self.name("(&?A, i64)"), self.name(UNION));
        let (n, other) = (self.name("i64"), self.name("&A"));
        match self.random.below(34) {
            0 => format!("{r} = {s}"),
            1 => format!("{r} = {a}"),
            2 => format!("{r} = new A"),
            3 => format!("{r} = {a}.0"),
            4 => format!("{a}.0 = {r}"),
            5 => format!("{a} = {other}"),
            6 => format!("{a} = new B"),
            7 => format!("{t} = ({r}, {n})"),
            8 => format!("{r} = {t}.0"),
            9 => format!("{t}.0 = {r}"),
            10 => format!("{t} = {a}.2"),
            11 => format!("{a}.2 = {t}"),
            12 => format!("{a}.2.0 = {r}"),
            13 => format!("{r} = {a}.2.0"),
            14 => format!("{u} = variant {UNION}.1({r})"),
            15 => format!("{u} = variant {UNION}.0({n})"),
            16 => format!("$g = {r}"),
            17 => format!("{r} = $g"),
            18 => "drop $g".to_owned(),
            19 => format!("{r} = move {a}.0"),
            20 => format!("{n} = {a}.1"),
            21 => format!("{a}.1 = add {a}.1, {n}"),
            22 => format!("{r} = move $g"),
            23 => format!("%b = eq {r}, {s}"),
            24 => format!("drop {r}\n  init {r} = {a}.0"),
            25 => format!("$h = {t}"),
            26 => format!("{r} = $h.0"),
            27 if self.exposed => format!("%ptr[&?A; 0] = {r}"),
            28 if self.exposed => format!("{r} = %x"),
            29 => format!("%x = {r}"),
            30 => format!("{n} = floor_mod {n}, {}", 1 + self.random.below(9)),
            31 => format!("%b = {} {n}, {}", self.random.pick(&["lt", "le", "gt", "ge", "eq", "ne"]), self.random.below(12)),
            32 => format!("%b = {} {n}, {}", self.random.pick(&["lt", "ge", "ne"]), self.name("i64")),
            33 => format!("{n} = {} {n}, {}", self.random.pick(&["shr", "and", "sub", "floor_div"]), 1 + self.random.below(5)),
            _ => format!("{n} = {t}.1"),
        }
    }

    fn block(&mut self) -> usize {
        1 + self.random.below(self.blocks)
    }

    fn terminator(&mut self, index: usize, extra: &mut Vec<String>) -> String {
        let (next, other) = (if self.random.chance(60) { self.blocks.min(index + 1) } else { self.block() }, self.block());
        if next == index || index == self.blocks || self.random.chance(8) {
            let value = self.name(self.ret);
            return if self.random.chance(85) { format!("return {value}") } else { "raise %e".to_owned() };
        }
        let (r, a, l, u) = (self.name("&?A"), self.name("&A"), "%l", self.name(UNION));
        let fresh = format!("x{}", extra.len());
        match self.random.below(17) {
            0 => format!("goto bb{next}"),
            1 => format!("branch %b, bb{next}, bb{other}"),
            2 => {
                extra.push(format!("{fresh}:\n  {r} = {u}.as(1)\n  goto bb{next}\n"));
                format!("{} = tag {u}\n  switch {} {{ 1: {fresh}, else: bb{other} }}", "%n0", "%n0")
            }
            3 | 4 => {
                extra.push(format!("{fresh}:\n  init %seen = cast.ref {r} to &A\n  %n1 = %seen.1\n  {r} = %seen.0\n  goto bb{next}\n"));
                format!("%b = ne {r}, zero &?A\n  branch %b, {fresh}, bb{other}")
            }
            5 => format!("call %unit = @trace({}) -> bb{next}", self.name("i64")),
            6 => format!("call {r} = @list.get({l}, {}) -> bb{next}", self.random.below(2)),
            7 => format!("call %unit = @list.set({l}, {}, {r}) -> bb{next}", self.random.below(2)),
            8 => format!("call {r} = @list.take({l}, {}) -> bb{next}", self.random.below(2)),
            9 => format!("call {r} = virtual A::0({a}) -> bb{next}"),
            10 => format!("call %l = @list.new() -> bb{next}"),
            11..=13 => {
                let (n, to) = (self.name("i64"), self.name("i64"));
                extra.push(format!("{fresh}:\n  {to} = %c.0\n  goto bb{next}\n"));
                let op = self.random.pick(&["add", "sub", "mul"]);
                let by = self.random.pick(&["1", "3", "1000000007", "9223372036854775807"]);
                format!("%c = checked {op} {n}, {by}\n  branch %c.1, bb{other}, {fresh}")
            }
            _ if self.callees.is_empty() => format!("goto bb{next}"),
            _ => self.call(next, other),
        }
    }

    fn call(&mut self, next: usize, other: usize) -> String {
        let index = self.random.below(self.callees.len());
        let Signature { params, ret } = &self.callees[index];
        let mut args: Vec<String> = Vec::new();
        for (mode, ty) in params {
            // Exclusivity: what is changed in place is given once.
            let mut arg = self.name(ty);
            for _ in 0..20 {
                let clash = args.contains(&arg)
                    && (*mode == "inout" || params.iter().zip(&args).any(|((mode, _), other)| *mode == "inout" && *other == arg));
                if !clash {
                    break;
                }
                arg = self.name(ty);
            }
            args.push(arg);
        }
        let distinct = args.iter().enumerate().all(|(index, arg)| !args[..index].contains(arg));
        if !distinct && params.iter().any(|(mode, _)| *mode == "inout") {
            return format!("goto bb{next}");
        }
        let mut destination = self.name(ret);
        if params.iter().any(|(mode, _)| *mode == "inout") && args.contains(&destination) {
            destination = if *ret == "i64" { "%n0".to_owned() } else { destination };
            if args.contains(&destination) {
                return format!("goto bb{next}");
            }
        }
        format!("call {destination} = @f{index}({}) -> bb{next} unwind %e -> bb{other}", args.join(", "))
    }
}
