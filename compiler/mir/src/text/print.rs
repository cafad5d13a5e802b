//! The printer.

use std::fmt::Write as _;

use crate::*;

use super::names::{self, Names};
use super::words::{BINARY, CASTS, FLOATS, INTRINSICS, UNARY, word_of};

pub(super) fn program(program: &Program) -> String {
    let names = Names::new(program);
    let mut printer = Printer { names: &names, locals: Vec::new(), out: String::new() };
    printer.items(program);
    for function in &program.functions {
        printer.out.push('\n');
        printer.function(function);
    }
    printer.out
}

pub(super) fn function(function: &Function, names: &Names) -> String {
    let mut printer = Printer { names, locals: Vec::new(), out: String::new() };
    printer.function(function);
    printer.out
}

impl Names {
    /// A function with the names of its program.
    pub fn display(&self, function: &Function) -> String {
        self::function(function, self)
    }

    /// A local of `function`, for messages.
    pub fn local(&self, function: &Function, local: LocalId) -> String {
        names::locals(function).get(local.index()).cloned().unwrap_or_else(|| format!("%{}", local.0))
    }

    /// A statement of `function`, for messages.
    pub fn statement(&self, function: &Function, statement: &Statement) -> String {
        let mut printer = Printer { names: self, locals: names::locals(function), out: String::new() };
        printer.statement(&statement.kind);
        printer.out
    }

    /// A terminator of `function`, for messages.
    pub fn terminator(&self, function: &Function, terminator: &Terminator) -> String {
        let mut printer = Printer { names: self, locals: names::locals(function), out: String::new() };
        printer.terminator(&terminator.kind);
        printer.out
    }
}

struct Printer<'n> {
    names: &'n Names,
    locals: Vec<String>,
    out: String,
}

impl Printer<'_> {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn ty(&mut self, ty: &Ty) {
        self.names.write_ty(&mut self.out, ty);
    }

    fn list<T>(&mut self, items: &[T], mut print: impl FnMut(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            self.text(if index > 0 { ", " } else { "" });
            print(self, item);
        }
    }

    fn items(&mut self, program: &Program) {
        for file in &program.files {
            let _ = writeln!(self.out, "file {}", names::quoted(file.as_bytes()));
        }
        for data in &program.data {
            let _ = writeln!(self.out, "data {}", names::quoted(data));
        }
        for structure in &program.structs {
            let _ = write!(self.out, "struct {} ", names::path_name(&structure.name));
            self.fields(&structure.fields);
            self.text("\n");
        }
        for class in &program.classes {
            self.class(class);
        }
        for (id, first) in &program.alike.classes {
            let _ = writeln!(self.out, "alike class {} {}", self.names.class(*id), self.names.class(*first));
        }
        for (id, first) in &program.alike.structs {
            let _ = writeln!(self.out, "alike struct {} {}", self.names.structure(*id), self.names.structure(*first));
        }
        for global in &program.globals {
            let _ = write!(self.out, "global ${}: ", names::word_name(&global.name));
            self.ty(&global.ty);
            if global.space != AddressSpace::Generic {
                let _ = write!(self.out, " in {}", names::space_word(global.space));
            }
            self.text("\n");
        }
        for constant in &program.statics {
            let _ = write!(self.out, "static {} {{ ", self.names.class(constant.class));
            self.list(&constant.fields, Self::constant);
            self.text(" }\n");
        }
        for (word, function) in [
            ("entry", program.entry),
            ("report_exception", program.report_exception),
            ("recursion_error", program.recursion_error),
            ("finish", program.finish),
        ] {
            if let Some(function) = function {
                let _ = writeln!(self.out, "{word} {}", self.names.function(function));
            }
        }
    }

    fn class(&mut self, class: &Class) {
        let _ = write!(self.out, "class {} ", names::path_name(&class.name));
        if let Some(base) = class.base {
            let _ = write!(self.out, ": {} ", self.names.class(base));
        }
        self.fields(&class.fields);
        if !class.vtable.is_empty() {
            self.text(" vtable [");
            self.list(&class.vtable, |printer, id| printer.text(&printer.names.function(*id)));
            self.text("]");
        }
        if let Some(destroy) = class.destroy {
            let _ = write!(self.out, " destroy {}", self.names.function(destroy));
        }
        self.text("\n");
    }

    fn fields(&mut self, fields: &[Field]) {
        if fields.is_empty() {
            return self.text("{}");
        }
        self.text("{ ");
        self.list(fields, |printer, field| {
            let _ = write!(printer.out, "{}: ", names::word_name(&field.name));
            printer.ty(&field.ty);
        });
        self.text(" }");
    }

    fn function(&mut self, function: &Function) {
        self.locals = names::locals(function);
        self.header(function);
        if function.blocks.is_empty() && function.locals.len() == function.params.len() {
            return self.text("\n");
        }
        self.text(" {\n");
        for (index, local) in function.locals.iter().enumerate().skip(function.params.len()) {
            let _ = write!(self.out, "  let {}: ", self.locals[index]);
            self.ty(&local.ty);
            self.text("\n");
        }
        for (index, block) in function.blocks.iter().enumerate() {
            let _ = writeln!(self.out, "bb{index}:");
            for statement in &block.statements {
                self.text("  ");
                self.statement(&statement.kind);
                self.loc(statement.loc);
                self.text("\n");
            }
            self.text("  ");
            self.terminator(&block.terminator.kind);
            self.loc(block.terminator.loc);
            self.text("\n");
        }
        self.text("}\n");
    }

    fn header(&mut self, function: &Function) {
        self.text(match function.kind {
            FunctionKind::Normal => "fn @",
            FunctionKind::Export => "export fn @",
            FunctionKind::Extern => "extern fn @",
            FunctionKind::Kernel => "kernel fn @",
        });
        self.text(&names::path_name(&function.symbol));
        self.text("(");
        for (index, mode) in function.params.iter().enumerate() {
            let _ = write!(self.out, "{}{}: {} ", if index > 0 { ", " } else { "" }, self.locals[index], names::mode_word(*mode));
            self.ty(&function.locals[index].ty);
        }
        self.text(") -> ");
        self.ty(&function.ret);
        self.text(if function.raises { " raises" } else { "" });
        self.text(match function.inline {
            Inline::Auto => "",
            Inline::Always => " inline(always)",
            Inline::Never => " inline(never)",
        });
        if function.name != function.symbol {
            let _ = write!(self.out, " name {}", names::quoted(function.name.as_bytes()));
        }
        if function.file.0 != 0 {
            let _ = write!(self.out, " file {}", function.file.0);
        }
        self.loc(function.loc);
    }

    fn loc(&mut self, loc: Loc) {
        if loc == Loc::default() {
            return;
        }
        let _ = write!(self.out, " at {}:{}", loc.line, loc.column);
        if (loc.end_line, loc.end_column) != (loc.line, loc.column) {
            let _ = write!(self.out, "-{}:{}", loc.end_line, loc.end_column);
        }
    }

    fn statement(&mut self, statement: &StatementKind) {
        match statement {
            StatementKind::Assign(place, value) | StatementKind::Init(place, value) | StatementKind::Lend(place, value) => {
                self.text(match statement {
                    StatementKind::Init(..) => "init ",
                    StatementKind::Lend(..) => "lend ",
                    _ => "",
                });
                self.place(place);
                self.text(" = ");
                self.rvalue(value);
            }
            StatementKind::Drop(place) => {
                self.text("drop ");
                self.place(place);
            }
            StatementKind::Traceback(operand) => self.word_operand("traceback ", operand),
            StatementKind::Retain(operand) => self.word_operand("retain ", operand),
            StatementKind::Release(operand) => self.word_operand("release ", operand),
        }
    }

    fn terminator(&mut self, terminator: &TerminatorKind) {
        match terminator {
            TerminatorKind::Goto(target) => self.text(&format!("goto bb{}", target.0)),
            TerminatorKind::Branch { condition, then, otherwise } => {
                self.word_operand("branch ", condition);
                let _ = write!(self.out, ", bb{}, bb{}", then.0, otherwise.0);
            }
            TerminatorKind::Switch { value, cases, default } => {
                self.word_operand("switch ", value);
                self.text(" { ");
                for (case, target) in cases {
                    let _ = write!(self.out, "{case}: bb{}, ", target.0);
                }
                let _ = write!(self.out, "else: bb{} }}", default.0);
            }
            TerminatorKind::Return(operand) => self.word_operand("return ", operand),
            TerminatorKind::Raise(operand) => self.word_operand("raise ", operand),
            TerminatorKind::Call { callee, args, destination, target, unwind } => {
                self.text("call ");
                self.place(destination);
                self.text(" = ");
                self.callee(callee);
                self.arguments(args);
                let _ = write!(self.out, " -> bb{}", target.0);
                if let Some((place, block)) = unwind {
                    self.text(" unwind ");
                    self.place(place);
                    let _ = write!(self.out, " -> bb{}", block.0);
                }
            }
            TerminatorKind::Unreachable => self.text("unreachable"),
        }
    }

    fn callee(&mut self, callee: &Callee) {
        match callee {
            Callee::Direct(id) => self.text(&self.names.function(*id)),
            Callee::Virtual { class, slot } => {
                let _ = write!(self.out, "virtual {}::{slot}", self.names.class(*class));
            }
            Callee::Value(operand) => {
                self.word_operand("value(", operand);
                self.text(")");
            }
        }
    }

    fn arguments(&mut self, args: &[Operand]) {
        self.text("(");
        self.list(args, Self::operand);
        self.text(")");
    }

    fn word_operand(&mut self, word: &str, operand: &Operand) {
        self.text(word);
        self.operand(operand);
    }

    fn place(&mut self, place: &Place) {
        match place.base {
            PlaceBase::Local(local) => {
                let name = self.locals.get(local.index()).cloned().unwrap_or_else(|| format!("%{}", local.0));
                self.text(&name);
            }
            PlaceBase::Global(global) => self.text(&self.names.global(global)),
        }
        for projection in &place.projection {
            match projection {
                Projection::Field(field) => self.text(&format!(".{field}")),
                Projection::Variant(variant) => self.text(&format!(".as({variant})")),
                Projection::Element { ty, index } => {
                    self.text("[");
                    self.ty(ty);
                    self.word_operand("; ", index);
                    self.text("]");
                }
                Projection::Index(index) => {
                    self.word_operand("[", index);
                    self.text("]");
                }
            }
        }
    }

    fn operand(&mut self, operand: &Operand) {
        match operand {
            Operand::Copy(place) => self.place(place),
            Operand::Move(place) => {
                self.text("move ");
                self.place(place);
            }
            Operand::Const(constant) => self.constant(constant),
        }
    }

    fn constant(&mut self, constant: &Const) {
        match constant {
            Const::Unit => self.text("unit"),
            Const::Bool(value) => self.text(if *value { "true" } else { "false" }),
            Const::Int(value, ty) => {
                self.text(&value.to_string());
                if Ty::Int(*ty) != Ty::INT {
                    self.text(": ");
                    self.ty(&Ty::Int(*ty));
                }
            }
            Const::Float(bits, ty) => {
                let value = f64::from_bits(*bits);
                self.text(&if value.is_finite() { format!("{value:?}") } else { format!("bits(0x{bits:016x})") });
                if *ty != FloatTy::F64 {
                    let _ = write!(self.out, ": {}", word_of(FLOATS, *ty));
                }
            }
            Const::Zero(ty) => {
                self.text("zero ");
                self.ty(ty);
            }
            Const::Static(id) => self.text(&format!("static.{}", id.0)),
            Const::Data(id) => self.text(&format!("data.{}", id.0)),
            Const::Function(id) => self.text(&self.names.function(*id)),
            Const::SizeOf(ty) => {
                self.text("sizeof ");
                self.ty(ty);
            }
        }
    }

    fn binary(&mut self, op: BinaryOp, left: &Operand, right: &Operand) {
        self.text(word_of(BINARY, op));
        self.word_operand(" ", left);
        self.word_operand(", ", right);
    }

    fn rvalue(&mut self, rvalue: &Rvalue) {
        match rvalue {
            Rvalue::Use(operand) => self.operand(operand),
            Rvalue::Unary(op, operand) => {
                self.text(word_of(UNARY, *op));
                self.word_operand(" ", operand);
            }
            Rvalue::Binary(op, left, right) => self.binary(*op, left, right),
            Rvalue::Checked(op, left, right) => {
                self.text("checked ");
                self.binary(*op, left, right);
            }
            Rvalue::Cast(cast, operand, ty) => {
                let _ = write!(self.out, "cast.{} ", word_of(CASTS, *cast));
                self.operand(operand);
                self.text(" to ");
                self.ty(ty);
            }
            Rvalue::Tuple(items) => {
                self.text("(");
                self.list(items, Self::operand);
                self.text(if items.len() == 1 { ",)" } else { ")" });
            }
            Rvalue::Struct(id, fields) => {
                let _ = write!(self.out, "struct {}", self.names.structure(*id));
                self.arguments(fields);
            }
            Rvalue::Variant { ty, variant, value } => {
                self.text("variant ");
                self.ty(ty);
                let _ = write!(self.out, ".{variant}");
                self.arguments(std::slice::from_ref(value));
            }
            Rvalue::Tag(place) => {
                self.text("tag ");
                self.place(place);
            }
            _ => self.object_rvalue(rvalue),
        }
    }

    fn object_rvalue(&mut self, rvalue: &Rvalue) {
        match rvalue {
            Rvalue::IsInstance(operand, class) => {
                self.word_operand("is_instance ", operand);
                let _ = write!(self.out, ", {}", self.names.class(*class));
            }
            Rvalue::New { class, extra } => {
                let _ = write!(self.out, "new {}", self.names.class(*class));
                if let Some(extra) = extra {
                    self.word_operand(" extra ", extra);
                }
            }
            Rvalue::Trailing(operand) => self.word_operand("trailing ", operand),
            Rvalue::AddressOf(place) => {
                self.text("address_of ");
                self.place(place);
            }
            Rvalue::Closure { function, environment } => {
                let _ = write!(self.out, "closure {}", self.names.function(*function));
                self.word_operand(", ", environment);
            }
            Rvalue::Intrinsic(intrinsic, args) => {
                let _ = write!(self.out, "intrinsic {}", intrinsic_name(*intrinsic));
                self.arguments(args);
            }
            Rvalue::Runtime { symbol, args, ret } => {
                let _ = write!(self.out, "runtime {}", names::path_name(symbol));
                self.arguments(args);
                self.text(" -> ");
                self.ty(ret);
            }
            Rvalue::Use(_)
            | Rvalue::Unary(..)
            | Rvalue::Binary(..)
            | Rvalue::Checked(..)
            | Rvalue::Cast(..)
            | Rvalue::Tuple(_)
            | Rvalue::Struct(..)
            | Rvalue::Variant { .. }
            | Rvalue::Tag(_) => self.rvalue(rvalue),
        }
    }
}

fn intrinsic_name(intrinsic: Intrinsic) -> String {
    match intrinsic {
        Intrinsic::ThreadIdx(dimension) => format!("thread_idx.{dimension}"),
        Intrinsic::BlockIdx(dimension) => format!("block_idx.{dimension}"),
        Intrinsic::BlockDim(dimension) => format!("block_dim.{dimension}"),
        Intrinsic::GridDim(dimension) => format!("grid_dim.{dimension}"),
        other => word_of(INTRINSICS, other).to_owned(),
    }
}
