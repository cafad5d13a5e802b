//! Typed HIR made by hand and the MIR it becomes. Each program is verified as well.

mod fake;

use fake::*;
use pyc_mir_build::Kind;
use pyc_types::thir::*;
use pyc_types::ty::TyKind;

/// A program whose main calls each of the functions.
fn calling(table: &mut Table, functions: &[(pyc_types::Instance, pyc_types::Ty, Vec<Expr>)]) -> pyc_types::Instance {
    let none = table.none();
    let calls = functions.iter().map(|(instance, ret, args)| run(call(*ret, *instance, args.clone()))).collect();
    table.body("main", &[], Body { params: vec![], locals: vec![], block: calls, ret: none }, Kind::Module)
}

#[test]
fn checked_arithmetic_raises_out_of_line() {
    let mut table = Table::new();
    let int = table.int();
    let sum = expr(int, ExprKind::Checked(BinaryOp::Add, local(int, 0).into(), expr(int, ExprKind::Int(1)).into()));
    let product = expr(int, ExprKind::Checked(BinaryOp::Mul, sum.into(), local(int, 0).into()));
    let f = table.function("f", &[int], int, vec![ret(product)]);
    let main = calling(&mut table, &[(f, int, vec![expr(int, ExprKind::Int(3))])]);
    insta::assert_snapshot!(table.lower(main));
}

#[test]
fn finally_runs_on_every_way_out() {
    let mut table = Table::new();
    let (int, none, bool) = (table.int(), table.none(), table.bool());
    let cleanup = table.function("cleanup", &[], none, vec![]);
    let risky = table.function("risky", &[], bool, vec![ret(expr(bool, ExprKind::Bool(true)))]);
    let body = vec![stmt(StmtKind::If {
        condition: call(bool, risky, vec![]),
        then: vec![ret(expr(int, ExprKind::Int(1)))],
        otherwise: vec![stmt(StmtKind::Break)],
    })];
    let protected =
        stmt(StmtKind::Try { body, handlers: vec![], orelse: vec![], finalbody: vec![run(call(none, cleanup, vec![]))], raised: None });
    let repeat = stmt(StmtKind::While { condition: call(bool, risky, vec![]), body: vec![protected], orelse: vec![] });
    let f = table.function("f", &[], int, vec![repeat, ret(expr(int, ExprKind::Int(2)))]);
    let main = calling(&mut table, &[(f, int, vec![])]);
    insta::assert_snapshot!(table.lower_functions(main));
}

#[test]
fn return_in_finally_wins() {
    let mut table = Table::new();
    let int = table.int();
    let never = table.ty(TyKind::Never);
    let overflow = call(never, pyc_mir_build::Types::lang_instance(&table, "raise_overflow"), vec![]);
    let protected = StmtKind::Try {
        body: vec![run(overflow)],
        handlers: vec![],
        orelse: vec![],
        finalbody: vec![ret(expr(int, ExprKind::Int(7)))],
        raised: None,
    };
    let f = table.function("f", &[], int, vec![stmt(protected)]);
    let main = calling(&mut table, &[(f, int, vec![])]);
    insta::assert_snapshot!(table.lower_functions(main));
}

#[test]
fn handlers_are_tried_in_order_and_bind() {
    let mut table = Table::new();
    let (int, none) = (table.int(), table.none());
    let base = table.named("BaseException");
    let value_error = table.class("ValueError", Some(base), &[("code", int)]);
    let key_error = table.class("KeyError", Some(base), &[]);
    let risky = table.function("risky", &[], none, vec![]);
    let code = Place::Field { base: local(value_error, 0).into(), index: 0 };
    let handlers = vec![
        Handler { classes: vec![value_error], binding: Local(0), body: vec![ret(expr(int, ExprKind::Read(code)))] },
        Handler {
            classes: vec![key_error],
            binding: Local(1),
            body: vec![stmt(StmtKind::Raise { exception: local(key_error, 1), adds_traceback: false })],
        },
    ];
    let protected = StmtKind::Try {
        body: vec![run(call(none, risky, vec![]))],
        handlers,
        orelse: vec![ret(expr(int, ExprKind::Int(0)))],
        finalbody: vec![],
        raised: None,
    };
    let locals = [("?error", value_error), ("other", key_error)];
    let f = table.function_with("f", &[], &locals, int, vec![stmt(protected), ret(expr(int, ExprKind::Int(9)))]);
    let main = calling(&mut table, &[(f, int, vec![])]);
    insta::assert_snapshot!(table.lower_functions(main));
}

#[test]
fn unions_are_tagged_and_optionals_are_null() {
    let mut table = Table::new();
    let (int, none, bool) = (table.int(), table.none(), table.bool());
    let node = table.class("Node", None, &[("value", int)]);
    let leaf = table.class("Leaf", Some(node), &[("value", int)]);
    let optional = table.union(&[node, none]);
    let number = table.union(&[bool, int, node, none]);
    let widen = |ty, value: Expr| expr(ty, ExprKind::Widen(value.into()));
    let narrow = |ty, value: Expr| expr(ty, ExprKind::Narrow(value.into()));
    let test = |value: Expr, of| expr(bool, ExprKind::TypeTest { value: value.into(), of });
    let body = vec![
        stmt(StmtKind::If {
            condition: test(local(optional, 0), leaf),
            then: vec![set(1, widen(number, narrow(node, local(optional, 0))))],
            otherwise: vec![set(1, widen(number, local(optional, 0)))],
        }),
        stmt(StmtKind::If {
            condition: test(local(number, 1), node),
            then: vec![ret(narrow(optional, local(number, 1)))],
            otherwise: vec![],
        }),
        stmt(StmtKind::If {
            condition: test(local(optional, 0), none),
            then: vec![set(1, widen(number, expr(int, ExprKind::Int(1))))],
            otherwise: vec![],
        }),
        ret(expr(optional, ExprKind::Widen(expr(none, ExprKind::None).into()))),
    ];
    let f = table.function_with("f", &[optional], &[("n", number)], optional, body);
    let null = widen(optional, expr(none, ExprKind::None));
    let main = calling(&mut table, &[(f, optional, vec![null])]);
    insta::assert_snapshot!(table.lower(main));
}

#[test]
fn objects_and_structs_are_constructed() {
    let mut table = Table::new();
    let (int, none) = (table.int(), table.none());
    let point = table.class("Point", None, &[("x", int)]);
    let range = table.structure("range", &[("at", int)]);
    let field = |base: Expr| Place::Field { base: base.into(), index: 0 };
    let init = vec![stmt(StmtKind::Assign(field(local(point, 0)), local(int, 1)))];
    let init = table.function("f_init", &[point, int], none, init);
    let at = Place::StructField { base: Place::Local(Local(0)).into(), index: 0 };
    let start = Body {
        params: vec![Param { local: Local(0), mode: Mode::Inout }, Param { local: Local(1), mode: Mode::Read }],
        locals: [range, int].map(|ty| LocalDecl { ty, name: None, maybe_unbound: false }).to_vec(),
        block: vec![stmt(StmtKind::Assign(at.clone(), local(int, 1)))],
        ret: none,
    };
    let start = table.body("f_start", &[range, int], start, Kind::Normal);
    let one = || expr(int, ExprKind::Int(1));
    let body = vec![
        set(0, construct(point, Some(init), vec![one()])),
        set(1, construct(range, Some(start), vec![one()])),
        run(call(none, start, vec![expr(range, ExprKind::Inout(Place::Local(Local(1)))), one()])),
        ret(expr(int, ExprKind::Read(field(local(point, 0))))),
    ];
    let f = table.function_with("f", &[], &[("p", point), ("r", range)], int, body);
    let main = calling(&mut table, &[(f, int, vec![])]);
    insta::assert_snapshot!(table.lower_functions(main));
}

#[test]
fn pointers_and_names_of_classes() {
    let mut table = Table::new();
    let (int, none) = (table.int(), table.none());
    let node = table.class("Node", None, &[]);
    let leaf = table.class("Leaf", Some(node), &[]);
    let ptr = table.ty(TyKind::Ptr(node));
    let text = table.named("str");
    let zero = || expr(int, ExprKind::Int(0));
    let body = vec![
        run(intrinsic(none, "ptr_init", vec![node], vec![local(ptr, 0), zero(), construct(node, None, vec![])])),
        set(1, intrinsic(node, "ptr_take", vec![node], vec![local(ptr, 0), zero()])),
        set(1, expr(node, ExprKind::Widen(construct(leaf, None, vec![]).into()))),
        ret(intrinsic(text, "class_name", vec![node], vec![local(node, 1)])),
    ];
    let f = table.function_with("f", &[ptr], &[("n", node)], text, body);
    let null = intrinsic(ptr, "ptr_null", vec![node], vec![]);
    let main = calling(&mut table, &[(f, text, vec![null])]);
    insta::assert_snapshot!(table.lower(main));
}

#[test]
fn variables_that_may_be_unbound_have_a_flag() {
    let mut table = Table::new();
    let (int, bool) = (table.int(), table.bool());
    let body = vec![
        stmt(StmtKind::If { condition: local(bool, 0), then: vec![set(1, expr(int, ExprKind::Int(1)))], otherwise: vec![] }),
        stmt(StmtKind::If {
            condition: expr(bool, ExprKind::IsBound(Local(1))),
            then: vec![ret(local(int, 1))],
            otherwise: vec![stmt(StmtKind::Unbind(Local(1)))],
        }),
        set(0, expr(bool, ExprKind::Bool(false))),
        ret(expr(int, ExprKind::Int(0))),
    ];
    let f = table.function_with("f", &[bool], &[("?x", int)], int, body);
    let main = calling(&mut table, &[(f, int, vec![expr(bool, ExprKind::Bool(true))])]);
    insta::assert_snapshot!(table.lower_functions(main));
}
