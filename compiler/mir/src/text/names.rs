//! How things are called in the text: unique names, quoted where they are not words, numbered where they are not unique.

use std::fmt::Write as _;

use rustc_hash::FxHashMap;

use crate::{AddressSpace, ClassId, FuncId, Function, GlobalId, Mode, Param, Program, StructId, Ty};

use super::words::{FLOATS, word_of};

/// The names of a program's items, ready for printing. The default knows none and prints numbers.
#[derive(Debug, Default)]
pub struct Names {
    functions: Vec<String>,
    classes: Vec<String>,
    structs: Vec<String>,
    globals: Vec<String>,
}

impl Names {
    pub fn new(program: &Program) -> Self {
        Self {
            functions: unique(program.functions.iter().map(|function| &*function.symbol), path_name),
            classes: unique(program.classes.iter().map(|class| &*class.name), path_name),
            structs: unique(program.structs.iter().map(|structure| &*structure.name), path_name),
            globals: unique(program.globals.iter().map(|global| &*global.name), word_name),
        }
    }

    pub fn function(&self, id: FuncId) -> String {
        format!("@{}", named(&self.functions, id.index()))
    }

    pub fn class(&self, id: ClassId) -> String {
        named(&self.classes, id.index())
    }

    pub fn structure(&self, id: StructId) -> String {
        named(&self.structs, id.index())
    }

    pub fn global(&self, id: GlobalId) -> String {
        format!("${}", named(&self.globals, id.index()))
    }

    pub fn ty(&self, ty: &Ty) -> String {
        let mut out = String::new();
        self.write_ty(&mut out, ty);
        out
    }

    pub(super) fn write_ty(&self, out: &mut String, ty: &Ty) {
        match ty {
            Ty::Never => out.push('!'),
            Ty::Unit => out.push_str("unit"),
            Ty::Bool => out.push_str("bool"),
            Ty::Int(int) => {
                let _ = write!(out, "{}{}", if int.signed { 'i' } else { 'u' }, int.bits);
            }
            Ty::Float(float) => out.push_str(word_of(FLOATS, *float)),
            Ty::Ptr(AddressSpace::Generic) => out.push_str("ptr"),
            Ty::Ptr(space) => {
                let _ = write!(out, "ptr.{}", space_word(*space));
            }
            Ty::Ref { class, nullable } => {
                out.push_str(if *nullable { "&?" } else { "&" });
                out.push_str(&class.map_or_else(|| "*".to_owned(), |class| self.class(class)));
            }
            Ty::Tuple(items) => self.write_tuple(out, items),
            Ty::Struct(id) => {
                let _ = write!(out, "struct {}", self.structure(*id));
            }
            Ty::Union(variants) => {
                out.push_str("union(");
                self.write_list(out, variants);
                out.push(')');
            }
            Ty::Closure(signature) => {
                out.push_str("closure(");
                self.write_params(out, &signature.params);
                out.push_str(if signature.raises { ") raises -> " } else { ") -> " });
                self.write_ty(out, &signature.ret);
            }
            Ty::Array(item, count) => {
                out.push('[');
                self.write_ty(out, item);
                let _ = write!(out, "; {count}]");
            }
            Ty::Simd(item, count) => {
                out.push('<');
                self.write_ty(out, item);
                let _ = write!(out, "; {count}>");
            }
        }
    }

    fn write_tuple(&self, out: &mut String, items: &[Ty]) {
        out.push('(');
        self.write_list(out, items);
        out.push_str(if items.len() == 1 { ",)" } else { ")" });
    }

    fn write_list(&self, out: &mut String, items: &[Ty]) {
        for (index, item) in items.iter().enumerate() {
            out.push_str(if index > 0 { ", " } else { "" });
            self.write_ty(out, item);
        }
    }

    fn write_params(&self, out: &mut String, params: &[Param]) {
        for (index, param) in params.iter().enumerate() {
            let _ = write!(out, "{}{} ", if index > 0 { ", " } else { "" }, mode_word(param.mode));
            self.write_ty(out, &param.ty);
        }
    }
}

/// The names of a function's locals, with their `%`.
pub(super) fn locals(function: &Function) -> Vec<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for name in function.locals.iter().filter_map(|local| local.name.as_deref()) {
        *counts.entry(name).or_default() += 1;
    }
    let write = |(index, local): (usize, &crate::Local)| match local.name.as_deref() {
        None => format!("%{index}"),
        Some(name) if counts[name] == 1 => format!("%{}", word_name(name)),
        Some(name) => format!("%{}'{index}", word_name(name)),
    };
    function.locals.iter().enumerate().map(write).collect()
}

pub(super) fn mode_word(mode: Mode) -> &'static str {
    match mode {
        Mode::Borrow => "borrow",
        Mode::Owned => "owned",
        Mode::Inout => "inout",
    }
}

pub(super) fn space_word(space: AddressSpace) -> &'static str {
    match space {
        AddressSpace::Generic => "generic",
        AddressSpace::Global => "global",
        AddressSpace::Shared => "shared",
    }
}

fn named(names: &[String], index: usize) -> String {
    names.get(index).cloned().unwrap_or_else(|| format!("#{index}"))
}

fn unique<'n>(names: impl Iterator<Item = &'n str> + Clone, write: fn(&str) -> String) -> Vec<String> {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for name in names.clone() {
        *counts.entry(name).or_default() += 1;
    }
    let numbered = |(index, name): (usize, &'n str)| if counts[name] == 1 { write(name) } else { format!("{}'{index}", write(name)) };
    names.enumerate().map(numbered).collect()
}

/// A name of a function, class or struct.
pub(super) fn path_name(name: &str) -> String {
    if path_length(name) == name.len() && !name.is_empty() { name.to_owned() } else { quoted(name.as_bytes()) }
}

/// A name of a local, global or field.
pub(super) fn word_name(name: &str) -> String {
    if word_length(name) == name.len() && !name.is_empty() { name.to_owned() } else { quoted(name.as_bytes()) }
}

/// The length of the word that `text` starts with.
pub(super) fn word_length(text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return 0;
    }
    text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len())
}

/// The length of the name with dots and brackets that `text` starts with.
pub(super) fn path_length(text: &str) -> usize {
    if !text.starts_with(|c: char| c.is_alphabetic() || c == '_') {
        return 0;
    }
    let plain = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '.' | '$'))).unwrap_or(text.len());
    let mut depth = 0;
    for (offset, c) in text[plain..].char_indices() {
        match c {
            '[' => depth += 1,
            ']' if depth == 1 => return plain + offset + 1,
            ']' => depth -= 1,
            '\n' | '"' | '\\' => return plain,
            _ if depth == 0 => return plain,
            _ => {}
        }
    }
    plain
}

/// Printable ASCII as it is, all else as escapes.
pub(super) fn quoted(bytes: &[u8]) -> String {
    let mut out = String::from("\"");
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => {
                out.push('\\');
                out.push(char::from(byte));
            }
            b'\n' => out.push_str("\\n"),
            b' '..=b'~' => out.push(char::from(byte)),
            _ => {
                let _ = write!(out, "\\x{byte:02x}");
            }
        }
    }
    out.push('"');
    out
}
