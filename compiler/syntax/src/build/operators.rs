//! Operator precedence: turns the flat sequence of operands and operators into a tree, without recursion, as chains may be thousands long.

use pyc_base::Span;

use super::Builder;
use crate::ast::*;
use crate::error::SyntaxError;

/// An operator between two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Bool(BoolOp),
    Compare(CmpOp),
    Binary(BinOp),
}

/// A part of a flat sequence of operators and operands.
#[derive(Debug)]
pub(crate) enum OperatorItem {
    /// With its place, parentheses included.
    Operand(u32, Expr, u32),
    Prefix(u32, UnaryOp),
    Binary(Operator),
}

/// How tightly an operator binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    Or,
    And,
    Not,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
    Unary,
    Power,
}

impl Operator {
    fn precedence(self) -> Precedence {
        match self {
            Self::Bool(BoolOp::Or) => Precedence::Or,
            Self::Bool(BoolOp::And) => Precedence::And,
            Self::Compare(_) => Precedence::Compare,
            Self::Binary(op) => match op {
                BinOp::BitOr => Precedence::BitOr,
                BinOp::BitXor => Precedence::BitXor,
                BinOp::BitAnd => Precedence::BitAnd,
                BinOp::LShift | BinOp::RShift => Precedence::Shift,
                BinOp::Add | BinOp::Sub => Precedence::Sum,
                BinOp::Mult | BinOp::MatMult | BinOp::Div | BinOp::Mod | BinOp::FloorDiv => Precedence::Product,
                BinOp::Pow => Precedence::Power,
            },
        }
    }
}

/// An operator that waits for its last operand.
#[derive(Clone, Copy)]
enum Pending {
    Prefix(u32, UnaryOp),
    Binary(Operator),
}

impl Pending {
    fn precedence(self) -> Precedence {
        match self {
            Self::Prefix(_, UnaryOp::Not) => Precedence::Not,
            Self::Prefix(..) => Precedence::Unary,
            Self::Binary(op) => op.precedence(),
        }
    }
}

/// An operand with its place, parentheses included.
struct Operand {
    l: u32,
    expr: Expr,
    r: u32,
}

#[derive(Default)]
struct Stacks {
    operands: Vec<Operand>,
    pending: Vec<Pending>,
}

impl Builder<'_> {
    pub(crate) fn first_prefix(&mut self, l: u32, op: UnaryOp) -> Vec<OperatorItem> {
        let mut items = self.spare_items.pop().unwrap_or_default();
        items.push(OperatorItem::Prefix(l, op));
        items
    }

    pub(crate) fn first_operand(&mut self, l: u32, operand: Expr, r: u32, op: Operator) -> Vec<OperatorItem> {
        let mut items = self.spare_items.pop().unwrap_or_default();
        items.push(OperatorItem::Operand(l, operand, r));
        items.push(OperatorItem::Binary(op));
        items
    }

    /// The tree for `items` followed by the operand `last`.
    pub(crate) fn operators(&mut self, mut items: Vec<OperatorItem>, l: u32, last: Expr, r: u32) -> Expr {
        let expr = match items.as_slice() {
            [OperatorItem::Prefix(start, op)] => unary(*start, *op, last, r),
            [OperatorItem::Operand(..), OperatorItem::Binary(op)] => {
                let op = *op;
                items.pop();
                let Some(OperatorItem::Operand(start, first, end)) = items.pop() else { return last };
                apply(op, Operand { l: start, expr: first, r: end }, Operand { l, expr: last, r }).expr
            }
            _ => self.climb(&mut items, Operand { l, expr: last, r }),
        };
        items.clear();
        self.spare_items.push(items);
        expr
    }

    fn climb(&mut self, items: &mut Vec<OperatorItem>, last: Operand) -> Expr {
        let mut stacks = Stacks::default();
        for item in items.drain(..) {
            match item {
                OperatorItem::Operand(l, expr, r) => stacks.operands.push(Operand { l, expr, r }),
                OperatorItem::Prefix(l, op) => {
                    // `not` binds so loosely that it cannot be the operand of anything tighter.
                    let tighter = stacks.pending.last().is_some_and(|outer| outer.precedence() > Precedence::Not);
                    if op == UnaryOp::Not && tighter {
                        let error = SyntaxError::new(Span::new(l, l + 3), "`not` after an operator needs parentheses");
                        self.errors.push(error.help("write `(not …)`"));
                    }
                    stacks.pending.push(Pending::Prefix(l, op));
                }
                OperatorItem::Binary(op) => {
                    stacks.reduce_before(op);
                    stacks.pending.push(Pending::Binary(op));
                }
            }
        }
        stacks.operands.push(last);
        while !stacks.pending.is_empty() {
            stacks.reduce();
        }
        stacks.operands.pop().map_or(Expr { span: Span::default(), kind: ExprKind::Error }, |operand| operand.expr)
    }
}

impl Stacks {
    /// Builds what binds tighter than the operator `op` that follows.
    fn reduce_before(&mut self, op: Operator) {
        let precedence = op.precedence();
        let left_associative = matches!(op, Operator::Binary(_)) && precedence != Precedence::Power;
        while let Some(top) = self.pending.last() {
            if top.precedence() > precedence || (left_associative && top.precedence() == precedence) {
                self.reduce();
            } else {
                return;
            }
        }
    }

    /// Builds the topmost pending operator, together with those below that make one node with it (`a < b < c`, `a or b or c`).
    fn reduce(&mut self) {
        let Some(top) = self.pending.pop() else { return };
        let Some(last) = self.operands.pop() else { return };
        let node = match top {
            Pending::Prefix(l, op) => Operand { l, r: last.r, expr: unary(l, op, last.expr, last.r) },
            Pending::Binary(op @ Operator::Binary(_)) => match self.operands.pop() {
                Some(left) => apply(op, left, last),
                None => last,
            },
            Pending::Binary(op) => {
                let precedence = op.precedence();
                let same = self.pending.iter().rev().take_while(|other| other.precedence() == precedence).count();
                let operators = self.pending.split_off(self.pending.len() - same);
                let mut operands = self.operands.split_off(self.operands.len().saturating_sub(same + 1));
                operands.push(last);
                flat(operators, op, operands)
            }
        };
        self.operands.push(node);
    }
}

/// One node for a chain of comparisons, or of equal boolean operators.
fn flat(operators: Vec<Pending>, last_operator: Operator, operands: Vec<Operand>) -> Operand {
    let (l, r) = (operands.first().map_or(0, |first| first.l), operands.last().map_or(0, |last| last.r));
    let mut exprs: Vec<Expr> = operands.into_iter().map(|operand| operand.expr).collect();
    let kind = match last_operator {
        Operator::Bool(op) => ExprKind::BoolOp { op, values: exprs },
        _ => {
            let ops = operators.into_iter().chain([Pending::Binary(last_operator)]);
            let ops = ops.filter_map(|op| if let Pending::Binary(Operator::Compare(op)) = op { Some(op) } else { None }).collect();
            let left = Box::new(exprs.remove(0));
            ExprKind::Compare { left, ops, comparators: exprs }
        }
    };
    Operand { l, r, expr: Expr { span: Span::new(l, r), kind } }
}

fn unary(l: u32, op: UnaryOp, operand: Expr, r: u32) -> Expr {
    Expr { span: Span::new(l, r), kind: ExprKind::UnaryOp { op, operand: Box::new(operand) } }
}

fn apply(op: Operator, left: Operand, right: Operand) -> Operand {
    let (l, r) = (left.l, right.r);
    let kind = match op {
        Operator::Bool(op) => ExprKind::BoolOp { op, values: vec![left.expr, right.expr] },
        Operator::Compare(op) => ExprKind::Compare { left: Box::new(left.expr), ops: vec![op], comparators: vec![right.expr] },
        Operator::Binary(op) => ExprKind::BinOp { left: Box::new(left.expr), op, right: Box::new(right.expr) },
    };
    Operand { l, r, expr: Expr { span: Span::new(l, r), kind } }
}
