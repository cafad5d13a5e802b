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
    /// The source file can't be read.
    UNREADABLE_FILE = "E0104";
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
    /// A name that nothing defines.
    UNDEFINED_NAME = "E0201";
    /// An attribute, method or member that does not exist.
    UNKNOWN_ATTRIBUTE = "E0202";
    /// An annotation names a type that does not exist.
    UNKNOWN_TYPE = "E0203";
    /// No module of that name.
    UNKNOWN_MODULE = "E0211";
    /// The module has no such name.
    UNKNOWN_IMPORT = "E0212";
    /// A value of another type than its destination declares.
    TYPE_MISMATCH = "E0301";
    /// An operator that is not defined for its operands.
    UNSUPPORTED_OPERANDS = "E0302";
    /// A call with too many or too few arguments.
    ARGUMENT_COUNT = "E0303";
    /// A keyword argument that is no parameter.
    UNKNOWN_KEYWORD = "E0304";
    /// An argument that is given twice.
    DUPLICATE_ARGUMENT = "E0305";
    /// A value that can't be called.
    NOT_CALLABLE = "E0306";
    /// An annotation that is no type.
    NOT_A_TYPE = "E0307";
    /// An annotation that leaves open which type is meant.
    OPEN_TYPE = "E0308";
    /// A type with too many or too few type arguments.
    TYPE_ARGUMENTS = "E0309";
    /// A type parameter that the call does not decide.
    UNDEDUCED_TYPE = "E0310";
    /// Unpacking into the wrong number of targets.
    UNPACK_COUNT = "E0311";
    /// An index outside of a tuple.
    TUPLE_INDEX = "E0312";
    /// An integer literal that does not fit its type.
    INT_LITERAL_TOO_LARGE = "E0313";
    /// A function whose result type contains itself.
    RECURSIVE_TYPE = "E0314";
    /// A variable whose type can't be told.
    UNKNOWN_LOCAL_TYPE = "E0315";
    /// Raising or catching what is no exception.
    NOT_AN_EXCEPTION = "E0316";
    /// A field whose type the class does not tell.
    OPEN_FIELD = "E0401";
    /// A class that its decorator or base can't make what it says.
    CLASS_FORM = "E0402";
    /// Valid Python that the compiler does not compile.
    UNSUPPORTED = "E0501";
    /// A scope that the compiler does not support there.
    UNSUPPORTED_SCOPE = "E0511";
    /// An f-string with a lone surrogate.
    SURROGATE_IN_FSTRING = "E0512";
    /// A module that only CPython could import.
    PYTHON_IMPORT = "E0801";
    /// A function that Python can't call.
    NOT_EXPORTED = "E0802";
    /// An extension module without functions.
    NOTHING_TO_EXPORT = "E0803";
    /// A file that Python could not import as an extension module.
    EXTENSION_NAME = "E0804";
    /// A struct is used after it was given away.
    USE_AFTER_MOVE = "E0601";
    /// A struct is moved out of something that keeps it.
    MOVE_OUT_OF_PLACE = "E0602";
    /// A kernel whose signature no launch could fill.
    KERNEL_SIGNATURE = "E0701";
    /// A kernel that does what no device can.
    KERNEL_OPERATION = "E0702";
    /// A launch whose arguments do not fit the kernel.
    KERNEL_LAUNCH = "E0703";
    /// Shared memory whose size is not known when the kernel is compiled.
    SHARED_SIZE = "E0704";
    /// The output can't be written.
    UNWRITABLE_OUTPUT = "E0901";
    /// A program that the command needs is not installed.
    MISSING_TOOL = "E0902";
    /// Options that don't go together, or not with the program.
    OPTION_MISMATCH = "E0903";
}
