//! Values of number literals.

use pyc_base::Span;

use super::Builder;
use crate::ast::*;
use crate::error::SyntaxError;

/// As many digits as CPython converts.
const MAX_DIGITS: usize = 4300;

impl Builder<'_> {
    pub(crate) fn int(&mut self, l: u32, r: u32) -> Expr {
        let digits = without_underscores(self.slice(Span::new(l, r)));
        let value = match digits.parse::<i64>() {
            Ok(value) => Int::Small(value),
            Err(_) => {
                let significant = digits.trim_start_matches('0');
                if significant.len() > MAX_DIGITS {
                    self.too_many_digits(l, r);
                }
                Int::Big(significant.into())
            }
        };
        self.constant(l, r, Constant::Int(value))
    }

    pub(crate) fn radix_int(&mut self, l: u32, r: u32) -> Expr {
        let literal = without_underscores(self.slice(Span::new(l, r)));
        let radix = match literal.as_bytes()[1] {
            b'x' | b'X' => 16,
            b'o' | b'O' => 8,
            _ => 2,
        };
        let digits = literal[2..].trim_start_matches('0');
        let value = if digits.is_empty() {
            Int::Small(0)
        } else if let Ok(value) = i64::from_str_radix(digits, radix) {
            Int::Small(value)
        } else if digits.len() > 4 * MAX_DIGITS {
            self.too_many_digits(l, r);
            Int::Small(0)
        } else {
            Int::Big(decimal(digits, radix).into())
        };
        self.constant(l, r, Constant::Int(value))
    }

    fn too_many_digits(&mut self, l: u32, r: u32) {
        let error = SyntaxError::new(Span::new(l, r), format!("this integer has more than {MAX_DIGITS} digits"));
        self.errors.push(error.help("compute it, or read it at run time"));
    }

    pub(crate) fn float(&self, l: u32, r: u32) -> Expr {
        self.constant(l, r, Constant::Float(float_value(self.slice(Span::new(l, r)))))
    }

    pub(crate) fn imaginary(&self, l: u32, r: u32) -> Expr {
        self.constant(l, r, Constant::Complex(float_value(self.slice(Span::new(l, r - 1)))))
    }
}

fn without_underscores(literal: &str) -> std::borrow::Cow<'_, str> {
    if literal.contains('_') { literal.replace('_', "").into() } else { literal.into() }
}

fn float_value(literal: &str) -> f64 {
    // What the lexer takes for a float, Rust reads too.
    without_underscores(literal).parse().unwrap_or(f64::NAN)
}

/// The decimal digits of a number in another radix.
fn decimal(digits: &str, radix: u32) -> String {
    const BASE: u64 = 1_000_000_000;
    let mut limbs: Vec<u32> = vec![0];
    for digit in digits.chars().filter_map(|c| c.to_digit(radix)) {
        let mut carry = u64::from(digit);
        for limb in &mut limbs {
            let value = u64::from(*limb) * u64::from(radix) + carry;
            *limb = (value % BASE) as u32;
            carry = value / BASE;
        }
        if carry > 0 {
            limbs.push(carry as u32);
        }
    }
    let mut text = limbs.pop().unwrap_or(0).to_string();
    for limb in limbs.iter().rev() {
        text.push_str(&format!("{limb:09}"));
    }
    text
}
