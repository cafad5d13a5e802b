//! The parser of items and types. It goes over the text twice: the first time it learns the names, and references are not looked up; the second time it makes
//! the program.

use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::*;

use super::cursor::{Cursor, Result};
use super::words::{FLOATS, value_of};

/// Where and why a text is no MIR. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    pub line: usize,
    pub col: usize,
    pub message: String,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.line, self.col, self.message)
    }
}

impl std::error::Error for ParseError {}

/// Reads a program in its textual form.
pub fn parse(text: &str) -> std::result::Result<Program, ParseError> {
    let mut first = Parser::new(text, None);
    let outline = first.program()?;
    let names = Declared::new(&outline, first.labels);
    Parser::new(text, Some(&names)).program()
}

/// What the first pass found.
pub(super) struct Declared {
    functions: Table,
    classes: Table,
    structs: Table,
    globals: Table,
    /// The labels of each function.
    pub(super) labels: Vec<FxHashMap<String, u32>>,
}

impl Declared {
    fn new(outline: &Program, labels: Vec<FxHashMap<String, u32>>) -> Self {
        Self {
            functions: Table::new(outline.functions.iter().map(|function| &function.symbol)),
            classes: Table::new(outline.classes.iter().map(|class| &class.name)),
            structs: Table::new(outline.structs.iter().map(|structure| &structure.name)),
            globals: Table::new(outline.globals.iter().map(|global| &global.name)),
            labels,
        }
    }
}

struct Table {
    /// The first thing of this name, and whether there are more.
    by_name: FxHashMap<Arc<str>, (u32, bool)>,
    count: u32,
}

impl Table {
    fn new<'n>(names: impl Iterator<Item = &'n Arc<str>>) -> Self {
        let mut table = Self { by_name: FxHashMap::default(), count: 0 };
        for name in names {
            let count = table.count;
            table.by_name.entry(name.clone()).and_modify(|entry| entry.1 = true).or_insert((count, false));
            table.count += 1;
        }
        table
    }
}

pub(super) struct Parser<'t> {
    pub(super) cursor: Cursor<'t>,
    pub(super) names: Option<&'t Declared>,
    /// Found by the first pass.
    pub(super) labels: Vec<FxHashMap<String, u32>>,
    pub(super) locals: FxHashMap<String, LocalId>,
    /// The number of the function that is being read.
    pub(super) function: usize,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str, names: Option<&'t Declared>) -> Self {
        Self { cursor: Cursor::new(text), names, labels: Vec::new(), locals: FxHashMap::default(), function: 0 }
    }

    fn program(&mut self) -> Result<Program> {
        let mut program = Program::default();
        while !self.cursor.at_end() {
            self.item(&mut program)?;
        }
        Ok(program)
    }

    fn item(&mut self, program: &mut Program) -> Result<()> {
        let start = self.cursor.clone();
        match self.cursor.word()? {
            "file" => program.files.push(self.utf8_string()?),
            "data" => program.data.push(self.cursor.string()?.into()),
            "struct" => {
                let name = self.cursor.path_name()?.into();
                program.structs.push(Struct { name, fields: self.fields()? });
            }
            "class" => {
                let class = self.class()?;
                program.classes.push(class);
            }
            "global" => {
                let global = self.global()?;
                program.globals.push(global);
            }
            "static" => {
                let class = self.class_reference()?;
                self.cursor.expect("{")?;
                let fields = self.list("}", Self::constant)?;
                program.statics.push(Static { class, fields });
            }
            "alike" if self.cursor.eat_word("struct") => {
                let id = self.struct_reference()?;
                program.alike.structs.insert(id, self.struct_reference()?);
            }
            "alike" => {
                self.cursor.expect_word("class")?;
                let id = self.class_reference()?;
                program.alike.classes.insert(id, self.class_reference()?);
            }
            "entry" => program.entry = Some(self.function_reference()?),
            "report_exception" => program.report_exception = Some(self.function_reference()?),
            "recursion_error" => program.recursion_error = Some(self.function_reference()?),
            "finish" => program.finish = Some(self.function_reference()?),
            word @ ("fn" | "export" | "extern" | "kernel") => {
                let kind = match word {
                    "export" => FunctionKind::Export,
                    "extern" => FunctionKind::Extern,
                    "kernel" => FunctionKind::Kernel,
                    _ => FunctionKind::Normal,
                };
                if kind != FunctionKind::Normal {
                    self.cursor.expect_word("fn")?;
                }
                let function = self.function(kind)?;
                program.functions.push(function);
                self.function += 1;
            }
            word => return start.error(format!("unknown item `{word}`")),
        }
        Ok(())
    }

    pub(super) fn utf8_string(&mut self) -> Result<Arc<str>> {
        let start = self.cursor.clone();
        match String::from_utf8(self.cursor.string()?) {
            Ok(text) => Ok(text.into()),
            Err(_) => start.error("not UTF-8"),
        }
    }

    fn class(&mut self) -> Result<Class> {
        let name = self.cursor.path_name()?.into();
        let base = if self.cursor.eat(":") { Some(self.class_reference()?) } else { None };
        let fields = self.fields()?;
        let vtable = if self.cursor.eat_word("vtable") {
            self.cursor.expect("[")?;
            self.list("]", Self::function_reference)?
        } else {
            Vec::new()
        };
        let destroy = if self.cursor.eat_word("destroy") { Some(self.function_reference()?) } else { None };
        Ok(Class { name, base, fields, vtable, destroy })
    }

    fn global(&mut self) -> Result<Global> {
        self.cursor.expect("$")?;
        let name = self.cursor.word_name()?.into();
        self.cursor.expect(":")?;
        let ty = self.ty()?;
        let space = if self.cursor.eat_word("in") { self.space()? } else { AddressSpace::Generic };
        Ok(Global { name, ty, space })
    }

    fn fields(&mut self) -> Result<Vec<Field>> {
        self.cursor.expect("{")?;
        self.list("}", |parser| {
            let name = parser.cursor.word_name()?.into();
            parser.cursor.expect(":")?;
            Ok(Field { name, ty: parser.ty()? })
        })
    }

    fn space(&mut self) -> Result<AddressSpace> {
        let start = self.cursor.clone();
        match self.cursor.word()? {
            "generic" => Ok(AddressSpace::Generic),
            "global" => Ok(AddressSpace::Global),
            "shared" => Ok(AddressSpace::Shared),
            word => start.error(format!("unknown address space `{word}`")),
        }
    }

    pub(super) fn mode(&mut self) -> Result<Mode> {
        let start = self.cursor.clone();
        match self.cursor.word()? {
            "borrow" => Ok(Mode::Borrow),
            "owned" => Ok(Mode::Owned),
            "inout" => Ok(Mode::Inout),
            word => start.error(format!("`{word}` is no way to pass a parameter")),
        }
    }

    /// Items separated by commas, and `end`. A comma may follow the last.
    pub(super) fn list<T>(&mut self, end: &str, mut item: impl FnMut(&mut Self) -> Result<T>) -> Result<Vec<T>> {
        let mut items = Vec::new();
        while !self.cursor.eat(end) {
            items.push(item(self)?);
            if !self.cursor.eat(",") {
                self.cursor.expect(end)?;
                break;
            }
        }
        Ok(items)
    }

    pub(super) fn ty(&mut self) -> Result<Ty> {
        if self.cursor.eat("!") {
            return Ok(Ty::Never);
        }
        if self.cursor.eat("&") {
            let nullable = self.cursor.eat("?");
            let class = if self.cursor.eat("*") { None } else { Some(self.class_reference()?) };
            return Ok(Ty::Ref { class, nullable });
        }
        if self.cursor.eat("(") {
            return Ok(Ty::Tuple(self.list(")", Self::ty)?.into()));
        }
        if self.cursor.eat("[") {
            let (item, count) = self.counted("]")?;
            return Ok(Ty::Array(item.into(), count));
        }
        if self.cursor.eat("<") {
            let (item, count) = self.counted(">")?;
            return Ok(Ty::Simd(item.into(), count));
        }
        self.word_ty()
    }

    fn counted<N: std::str::FromStr>(&mut self, end: &str) -> Result<(Ty, N)> {
        let item = self.ty()?;
        self.cursor.expect(";")?;
        let count = self.cursor.integer()?;
        self.cursor.expect(end)?;
        Ok((item, count))
    }

    fn word_ty(&mut self) -> Result<Ty> {
        let start = self.cursor.clone();
        let word = self.cursor.word()?;
        Ok(match word {
            "unit" => Ty::Unit,
            "bool" => Ty::Bool,
            "ptr" if self.cursor.rest().starts_with('.') => {
                self.cursor.expect(".")?;
                Ty::Ptr(self.space()?)
            }
            "ptr" => Ty::PTR,
            "struct" => Ty::Struct(self.struct_reference()?),
            "union" => {
                self.cursor.expect("(")?;
                Ty::Union(self.list(")", Self::ty)?.into())
            }
            "closure" => Ty::Closure(self.signature()?.into()),
            _ => match (int_ty(word), value_of(FLOATS, word)) {
                (Some(int), _) => Ty::Int(int),
                (_, Some(float)) => Ty::Float(float),
                _ => return start.error(format!("unknown type `{word}`")),
            },
        })
    }

    fn signature(&mut self) -> Result<Signature> {
        self.cursor.expect("(")?;
        let params = self.list(")", |parser| {
            let mode = parser.mode()?;
            Ok(Param { mode, ty: parser.ty()? })
        })?;
        let raises = self.cursor.eat_word("raises");
        self.cursor.expect("->")?;
        Ok(Signature { params, ret: self.ty()?, raises })
    }

    pub(super) fn function_reference(&mut self) -> Result<FuncId> {
        self.cursor.expect("@")?;
        self.reference(|names| &names.functions, Cursor::path_name).map(FuncId)
    }

    pub(super) fn class_reference(&mut self) -> Result<ClassId> {
        self.reference(|names| &names.classes, Cursor::path_name).map(ClassId)
    }

    pub(super) fn struct_reference(&mut self) -> Result<StructId> {
        self.reference(|names| &names.structs, Cursor::path_name).map(StructId)
    }

    /// Its `$` has been read.
    pub(super) fn global_reference(&mut self) -> Result<GlobalId> {
        self.reference(|names| &names.globals, Cursor::word_name).map(GlobalId)
    }

    fn reference(&mut self, table: fn(&Declared) -> &Table, name: fn(&mut Cursor<'t>) -> Result<String>) -> Result<u32> {
        let table = self.names.map(table);
        self.cursor.skip_space();
        let start = self.cursor.clone();
        let number = if self.cursor.eat("#") {
            self.cursor.integer()?
        } else {
            let name = name(&mut self.cursor)?;
            if self.cursor.rest().starts_with('\'') {
                self.cursor.expect("'")?;
                self.cursor.integer()?
            } else {
                let Some(table) = table else { return Ok(0) };
                match table.by_name.get(name.as_str()) {
                    Some((number, false)) => *number,
                    Some((_, true)) => return start.error(format!("several things are called `{name}`: write `{name}'NUMBER`")),
                    None => return start.error(format!("nothing is called `{name}`")),
                }
            }
        };
        match table {
            Some(table) if number >= table.count => start.error(format!("there are only {}", table.count)),
            _ => Ok(number),
        }
    }
}

pub(super) fn int_ty(word: &str) -> Option<IntTy> {
    let (signed, bits) = match word.split_at_checked(1)? {
        ("i", bits) => (true, bits),
        ("u", bits) => (false, bits),
        _ => return None,
    };
    let bits = match bits {
        "8" => 8,
        "16" => 16,
        "32" => 32,
        "64" => 64,
        _ => return None,
    };
    Some(IntTy { bits, signed })
}
