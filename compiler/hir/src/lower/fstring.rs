//! f-strings.

use std::sync::Arc;

use pyc_base::{Diagnostic, codes};
use pyc_syntax::ast::{Constant, Expr as Tree, ExprKind, Str};

use super::{Lowering, grow};
use crate::{Expr, FStringPart};

impl Lowering<'_> {
    pub(super) fn fstring(&mut self, values: &[Tree]) -> Expr {
        Expr::FString(self.fstring_parts(values))
    }

    fn fstring_parts(&mut self, values: &[Tree]) -> Box<[FStringPart]> {
        let mut parts: Vec<FStringPart> = Vec::new();
        for value in values {
            match &value.kind {
                ExprKind::Constant(Constant::Str { value: Str::Utf8(text), .. }) => push_text(&mut parts, text),
                ExprKind::Constant(Constant::Str { value: Str::Wtf8(_), .. }) => {
                    let message = "an f-string can't hold a lone surrogate";
                    let help = "write the surrogate as a string of its own and add it: f\"…\" + \"\\ud800\"";
                    self.report(Diagnostic::error(codes::SURROGATE_IN_FSTRING, self.file_id, value.span, message).help(help));
                }
                ExprKind::FormattedValue { value, conversion, format_spec } => {
                    let value = self.expr(value);
                    let spec = match format_spec.as_deref().map(|spec| &spec.kind) {
                        Some(ExprKind::JoinedStr(values)) => grow(|| self.fstring_parts(values)),
                        _ => Box::default(),
                    };
                    parts.push(FStringPart::Field { value, conversion: *conversion, spec });
                }
                // Joined strings inside joined strings come from implicit concatenation.
                ExprKind::JoinedStr(values) => parts.extend(grow(|| self.fstring_parts(values))),
                _ => {
                    let value = self.expr(value);
                    parts.push(FStringPart::Field { value, conversion: None, spec: Box::default() });
                }
            }
        }
        parts.into()
    }
}

fn push_text(parts: &mut Vec<FStringPart>, text: &str) {
    if let Some(FStringPart::Text(before)) = parts.last_mut() {
        *before = Arc::from(format!("{before}{text}"));
    } else if !text.is_empty() {
        parts.push(FStringPart::Text(super::boxed_str(text)));
    }
}
