//! The registry of error codes. Each has a page `docs/errors/CODE.md` whose example is run by the tests.

/// A stable error code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code {
    pub id: &'static str,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $constant:ident = $id:literal;)*) => {
        $($(#[doc = $doc])* pub const $constant: Code = Code { id: $id };)*

        /// Every code there is, in the order of their numbers.
        pub const ALL: &[Code] = &[$($constant),*];
    };
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id)
    }
}

/// The code with this id, in any case.
pub fn find(id: &str) -> Option<Code> {
    ALL.iter().copied().find(|code| code.id.eq_ignore_ascii_case(id))
}

// E01xx reading and syntax · E02xx names and modules · E03xx types · E04xx classes · E05xx outside the language · E06xx ownership ·
// E07xx GPU · E08xx Python interop · E09xx the compiler itself and the command line.
codes! {
    /// The text is not valid Python.
    SYNTAX_ERROR = "E0101";
    /// The file is not valid in its declared encoding.
    INVALID_ENCODING = "E0102";
    /// Nesting deeper than the parser follows.
    NESTED_TOO_DEEPLY = "E0103";
    /// A statement or expression where Python does not allow it, such as `return` outside of functions.
    MISPLACED = "E0111";
    /// A parameter, keyword argument or type parameter is given twice.
    DUPLICATE_PARAMETER = "E0112";
    /// `global` or `nonlocal` contradicts how the name is used.
    SCOPE_DECLARATION = "E0113";
    /// A star where nothing can be unpacked.
    MISPLACED_STAR = "E0114";
    /// A pattern that can't be reached, or binds a name twice.
    INVALID_PATTERN = "E0115";
    /// No module of that name.
    UNKNOWN_MODULE = "E0211";
    /// The module has no such name.
    UNKNOWN_IMPORT = "E0212";
    /// The file of an imported module can't be read.
    UNREADABLE_MODULE = "E0213";
    /// A scope that the compiler does not support there.
    UNSUPPORTED_SCOPE = "E0511";
    /// An f-string with a lone surrogate.
    SURROGATE_IN_FSTRING = "E0512";
    /// A module that only CPython could import.
    PYTHON_IMPORT = "E0801";
}
