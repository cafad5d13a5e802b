//! What goes wrong in code generation: always a bug of the compiler or of its surroundings, never a user's error.

use std::fmt;

use pyc_mir::{Function, Loc, Program};

/// Names the MIR function and the place of what code generation could not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InternalError {
    pub stage: &'static str,
    /// The function's symbol; empty if the fault is no function's.
    pub function: String,
    pub file: String,
    pub loc: Loc,
    pub message: String,
}

pub type Result<T> = std::result::Result<T, InternalError>;

impl InternalError {
    pub fn new(stage: &'static str, message: impl Into<String>) -> Self {
        Self { stage, function: String::new(), file: String::new(), loc: Loc::default(), message: message.into() }
    }

    /// Says which function and line it is about, unless something closer to the fault did.
    #[must_use]
    pub(crate) fn within(mut self, program: &Program, function: &Function, loc: Loc) -> Self {
        if self.function.is_empty() {
            self.function = function.symbol.to_string();
            self.file = program.files.get(function.file.index()).map(ToString::to_string).unwrap_or_default();
            self.loc = loc;
        }
        self
    }
}

impl fmt::Display for InternalError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", self.stage)?;
        if !self.function.is_empty() {
            write!(formatter, "in {} ({}:{}:{}): ", self.function, self.file, self.loc.line, self.loc.column)?;
        }
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for InternalError {}

/// An error about the MIR itself.
pub(crate) fn bad_mir(message: impl Into<String>) -> InternalError {
    InternalError::new("lowering MIR", message)
}
