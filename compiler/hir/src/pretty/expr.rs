//! Expressions and patterns.

use super::Printer;
use crate::{
    ArgKind, BinOp, CmpOp, ComprehensionKind, Expr, ExprId, FStringPart, Generator, Literal, NameRef, ParamKind, Pattern, UnaryOp,
    signature,
};

impl Printer<'_> {
    pub(super) fn expr(&self, expr: ExprId) -> String {
        crate::lower::grow(|| self.expr_text(expr))
    }

    fn expr_text(&self, expr: ExprId) -> String {
        match self.body.expr(expr) {
            Expr::Literal(value) => literal(value),
            Expr::Name(name) => self.name(*name),
            Expr::FString(parts) => format!("f\"{}\"", self.fstring(parts)),
            Expr::TString => "t\"…\"".to_owned(),
            Expr::Binary { left, op, right } => format!("({} {} {})", self.expr(*left), binary(*op), self.expr(*right)),
            Expr::Unary { op, operand } => format!("({}{})", unary(*op), self.expr(*operand)),
            Expr::And(values) => format!("({})", self.list(values, " and ")),
            Expr::Or(values) => format!("({})", self.list(values, " or ")),
            Expr::Compare { first, rest } => {
                let rest: String = rest.iter().map(|(op, operand)| format!(" {} {}", comparison(*op), self.expr(*operand))).collect();
                format!("({}{rest})", self.expr(*first))
            }
            Expr::If { test, body, orelse } => {
                format!("({} if {} else {})", self.expr(*body), self.expr(*test), self.expr(*orelse))
            }
            Expr::Call { callee, args } => {
                let args: Vec<String> = args
                    .iter()
                    .map(|arg| match arg.kind {
                        ArgKind::Positional => self.expr(arg.value),
                        ArgKind::Keyword(name) => format!("{name}={}", self.expr(arg.value)),
                        ArgKind::Star => format!("*{}", self.expr(arg.value)),
                        ArgKind::DoubleStar => format!("**{}", self.expr(arg.value)),
                    })
                    .collect();
                format!("{}({})", self.expr(*callee), args.join(", "))
            }
            Expr::Attribute { value, name } => format!("{}.{name}", self.expr(*value)),
            Expr::Subscript { value, index } => format!("{}[{}]", self.expr(*value), self.expr(*index)),
            Expr::Slice { lower, upper, step } => {
                format!("{}:{}:{}", self.optional(*lower), self.optional(*upper), self.optional(*step))
            }
            Expr::Tuple(elements) if elements.len() == 1 => format!("({},)", self.expr(elements[0])),
            Expr::Tuple(elements) => format!("({})", self.list(elements, ", ")),
            Expr::List(elements) => format!("[{}]", self.list(elements, ", ")),
            Expr::Set(elements) => format!("{{{}}}", self.list(elements, ", ")),
            Expr::Dict(entries) => {
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| match key {
                        Some(key) => format!("{}: {}", self.expr(*key), self.expr(*value)),
                        None => format!("**{}", self.expr(*value)),
                    })
                    .collect();
                format!("{{{}}}", entries.join(", "))
            }
            Expr::Comprehension { kind, generators } => self.comprehension(kind, generators),
            Expr::Lambda(function) => self.lambda(expr, *function),
            Expr::Walrus { target, value } => format!("({} := {})", self.expr(*target), self.expr(*value)),
            Expr::Starred(value) => format!("*{}", self.expr(*value)),
            Expr::Await(value) => format!("(await {})", self.expr(*value)),
            Expr::Yield(value) => format!("(yield {})", self.optional(*value)),
            Expr::YieldFrom(value) => format!("(yield from {})", self.expr(*value)),
            Expr::Error => "<error>".to_owned(),
        }
    }

    pub(super) fn optional(&self, expr: Option<ExprId>) -> String {
        expr.map_or_else(String::new, |expr| self.expr(expr))
    }

    pub(super) fn list(&self, exprs: &[ExprId], separator: &str) -> String {
        exprs.iter().map(|expr| self.expr(*expr)).collect::<Vec<_>>().join(separator)
    }

    fn name(&self, name: NameRef) -> String {
        match name {
            NameRef::Local(local) => self.body.local(local).name.to_string(),
            NameRef::Captured { function, local } => self.captured(function, local),
            NameRef::Global(name) => format!("@{name}"),
            NameRef::Class(name) => format!(".{name}"),
        }
    }

    fn fstring(&self, parts: &[FStringPart]) -> String {
        parts
            .iter()
            .map(|part| match part {
                FStringPart::Text(text) => {
                    let quoted = format!("{text:?}");
                    quoted[1..quoted.len() - 1].replace('{', "{{").replace('}', "}}")
                }
                FStringPart::Field { value, conversion, spec } => {
                    let conversion = conversion.map_or_else(String::new, |conversion| format!("!{conversion}"));
                    let spec = if spec.is_empty() { String::new() } else { format!(":{}", self.fstring(spec)) };
                    format!("{{{}{conversion}{spec}}}", self.expr(*value))
                }
            })
            .collect()
    }

    fn comprehension(&self, kind: &ComprehensionKind, generators: &[Generator]) -> String {
        let mut clauses = String::new();
        for generator in generators {
            let prefix = if generator.is_async { " async" } else { "" };
            clauses.push_str(&format!("{prefix} for {} in {}", self.expr(generator.target), self.expr(generator.iter)));
            for condition in &generator.conditions {
                clauses.push_str(&format!(" if {}", self.expr(*condition)));
            }
        }
        match kind {
            ComprehensionKind::List(element) => format!("[{}{clauses}]", self.expr(*element)),
            ComprehensionKind::Set(element) => format!("{{{}{clauses}}}", self.expr(*element)),
            ComprehensionKind::Dict(key, value) => format!("{{{}: {}{clauses}}}", self.expr(*key), self.expr(*value)),
            ComprehensionKind::Generator(element) => format!("({}{clauses})", self.expr(*element)),
        }
    }

    /// The body of a lambda is printed on its own.
    fn lambda(&self, expr: ExprId, function: crate::FunctionId) -> String {
        let defaults = self.body.lambda_defaults.get(&expr);
        let signature = signature(self.db, function);
        let mut text = format!("<lambda {}", function.def(self.db).path.last().map_or(0, |&(_, number)| number));
        for &(param, value) in defaults.into_iter().flatten() {
            let name =
                signature.params.get(param as usize).filter(|param| param.kind != ParamKind::KwArgs).map_or("?", |p| p.name.as_str());
            text.push_str(&format!(" {name}={}", self.expr(value)));
        }
        text + ">"
    }

    pub(super) fn pattern(&self, pattern: &Pattern) -> String {
        match pattern {
            Pattern::Value(value) => self.expr(*value),
            Pattern::Singleton(value) => literal(value),
            Pattern::Sequence(patterns) => format!("[{}]", self.patterns(patterns, ", ")),
            Pattern::Mapping { keys, patterns, rest } => {
                let mut parts: Vec<String> =
                    keys.iter().zip(patterns).map(|(key, pattern)| format!("{}: {}", self.expr(*key), self.pattern(pattern))).collect();
                parts.extend(rest.map(|rest| format!("**{}", self.expr(rest))));
                format!("{{{}}}", parts.join(", "))
            }
            Pattern::Class { class, patterns, keywords } => {
                let mut parts: Vec<String> = patterns.iter().map(|pattern| self.pattern(pattern)).collect();
                parts.extend(keywords.iter().map(|(name, pattern)| format!("{name}={}", self.pattern(pattern))));
                format!("{}({})", self.expr(*class), parts.join(", "))
            }
            Pattern::Star(name) => format!("*{}", name.map_or_else(|| "_".to_owned(), |name| self.expr(name))),
            Pattern::As { pattern, name } => {
                let name = name.map_or_else(|| "_".to_owned(), |name| self.expr(name));
                pattern.as_ref().map_or_else(|| name.clone(), |pattern| format!("({} as {name})", self.pattern(pattern)))
            }
            Pattern::Or(patterns) => format!("({})", self.patterns(patterns, " | ")),
        }
    }

    fn patterns(&self, patterns: &[Pattern], separator: &str) -> String {
        patterns.iter().map(|pattern| self.pattern(pattern)).collect::<Vec<_>>().join(separator)
    }
}

pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::None => "None".to_owned(),
        Literal::Bool(true) => "True".to_owned(),
        Literal::Bool(false) => "False".to_owned(),
        Literal::Ellipsis => "...".to_owned(),
        Literal::Int(value) => value.to_string(),
        Literal::BigInt(digits) => digits.to_string(),
        Literal::Float(bits) => format!("{:?}", f64::from_bits(*bits)),
        Literal::Complex(bits) => format!("{:?}j", f64::from_bits(*bits)),
        Literal::Str(text) => format!("{text:?}"),
        Literal::SurrogateStr(bytes) => format!("surrogates\"{}\"", bytes.escape_ascii()),
        Literal::Bytes(bytes) => format!("b\"{}\"", bytes.escape_ascii()),
    }
}

pub(super) fn binary(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "+",
        BinOp::Sub => "-",
        BinOp::Mult => "*",
        BinOp::MatMult => "@",
        BinOp::Div => "/",
        BinOp::Mod => "%",
        BinOp::Pow => "**",
        BinOp::LShift => "<<",
        BinOp::RShift => ">>",
        BinOp::BitOr => "|",
        BinOp::BitXor => "^",
        BinOp::BitAnd => "&",
        BinOp::FloorDiv => "//",
    }
}

fn unary(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Invert => "~",
        UnaryOp::Not => "not ",
        UnaryOp::UAdd => "+",
        UnaryOp::USub => "-",
    }
}

fn comparison(op: CmpOp) -> &'static str {
    match op {
        CmpOp::Eq => "==",
        CmpOp::NotEq => "!=",
        CmpOp::Lt => "<",
        CmpOp::LtE => "<=",
        CmpOp::Gt => ">",
        CmpOp::GtE => ">=",
        CmpOp::Is => "is",
        CmpOp::IsNot => "is not",
        CmpOp::In => "in",
        CmpOp::NotIn => "not in",
    }
}
