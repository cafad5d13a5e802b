//! The parser of functions: headers, statements, terminators and what they are made of.

use std::sync::{Arc, Mutex, OnceLock};

use rustc_hash::{FxHashMap, FxHashSet};

use crate::*;

use super::cursor::Result;
use super::parse::Parser;
use super::words::{BINARY, CASTS, DIMENSIONAL, FLOATS, INTRINSICS, UNARY, value_of};

impl Parser<'_> {
    /// After `fn`.
    pub(super) fn function(&mut self, kind: FunctionKind) -> Result<Function> {
        self.locals.clear();
        self.cursor.expect("@")?;
        let symbol: Arc<str> = self.cursor.path_name()?.into();
        let mut function = Function {
            name: symbol.clone(),
            symbol,
            file: SourceFile(0),
            loc: Loc::default(),
            params: Vec::new(),
            ret: Ty::Unit,
            raises: false,
            kind,
            inline: Inline::Auto,
            locals: Vec::new(),
            blocks: Vec::new(),
        };
        self.cursor.expect("(")?;
        let mut params = Vec::new();
        function.locals = self.list(")", |parser| {
            let name = parser.declared_local(params.len())?;
            params.push(parser.mode()?);
            Ok(Local { ty: parser.ty()?, name })
        })?;
        function.params = params;
        self.cursor.expect("->")?;
        function.ret = self.ty()?;
        self.attributes(&mut function)?;
        let mut labels = FxHashMap::default();
        if self.cursor.eat("{") {
            self.body(&mut function, &mut labels)?;
        }
        self.labels.push(labels);
        Ok(function)
    }

    fn attributes(&mut self, function: &mut Function) -> Result<()> {
        loop {
            let start = self.cursor.clone();
            match self.cursor.peek_word() {
                "raises" => {
                    self.cursor.expect_word("raises")?;
                    function.raises = true;
                }
                "inline" => {
                    self.cursor.expect_word("inline")?;
                    self.cursor.expect("(")?;
                    function.inline = match self.cursor.word()? {
                        "always" => Inline::Always,
                        "never" => Inline::Never,
                        word => return start.error(format!("`{word}` is no way to inline")),
                    };
                    self.cursor.expect(")")?;
                }
                "name" => {
                    self.cursor.expect_word("name")?;
                    function.name = self.utf8_string()?;
                }
                // `file "main.py"` is the next item.
                "file" => {
                    self.cursor.expect_word("file")?;
                    if self.cursor.starts_with('"') {
                        self.cursor = start;
                        return Ok(());
                    }
                    function.file = SourceFile(self.cursor.integer()?);
                }
                "at" => function.loc = self.loc()?,
                _ => return Ok(()),
            }
        }
    }

    fn loc(&mut self) -> Result<Loc> {
        if !self.cursor.eat_word("at") {
            return Ok(Loc::default());
        }
        let (line, column) = self.line_and_column()?;
        let (end_line, end_column) = if self.cursor.eat("-") { self.line_and_column()? } else { (line, column) };
        Ok(Loc { line, column, end_line, end_column })
    }

    fn line_and_column(&mut self) -> Result<(u32, u32)> {
        let line = self.cursor.integer()?;
        self.cursor.expect(":")?;
        Ok((line, self.cursor.integer()?))
    }

    /// A new local, its `:` included. Gives its name.
    fn declared_local(&mut self, index: usize) -> Result<Option<Arc<str>>> {
        let start = self.cursor.clone();
        let (text, name) = self.local_text()?;
        let id = LocalId(u32::try_from(index).unwrap_or(u32::MAX));
        if self.locals.insert(text.clone(), id).is_some() {
            return start.error(format!("`%{text}` is declared twice"));
        }
        self.cursor.expect(":")?;
        Ok(name.map(Arc::from))
    }

    /// How a local is written, and the name in that.
    fn local_text(&mut self) -> Result<(String, Option<String>)> {
        self.cursor.expect("%")?;
        if self.cursor.rest().starts_with(|c: char| c.is_ascii_digit()) {
            let number: u32 = self.cursor.integer()?;
            return Ok((number.to_string(), None));
        }
        let name = self.cursor.word_name()?;
        if !self.cursor.rest().starts_with('\'') {
            return Ok((format!("{name}'"), Some(name)));
        }
        self.cursor.expect("'")?;
        let number: u32 = self.cursor.integer()?;
        Ok((format!("{name}'{number}"), Some(name)))
    }

    fn body(&mut self, function: &mut Function, labels: &mut FxHashMap<String, u32>) -> Result<()> {
        while self.cursor.eat_word("let") {
            let name = self.declared_local(function.locals.len())?;
            function.locals.push(Local { ty: self.ty()?, name });
        }
        while !self.cursor.eat("}") {
            let start = self.cursor.clone();
            let label = self.cursor.word()?.to_owned();
            self.cursor.expect(":")?;
            let number = u32::try_from(function.blocks.len()).unwrap_or(u32::MAX);
            if labels.insert(label.clone(), number).is_some() {
                return start.error(format!("there are two blocks `{label}`"));
            }
            let block = self.block()?;
            function.blocks.push(block);
        }
        Ok(())
    }

    fn block(&mut self) -> Result<Block> {
        let mut statements = Vec::new();
        loop {
            if let Some(kind) = self.terminator()? {
                let loc = self.loc()?;
                return Ok(Block { statements, terminator: Terminator { kind, loc } });
            }
            let kind = self.statement()?;
            statements.push(Statement { kind, loc: self.loc()? });
        }
    }

    fn label(&mut self) -> Result<BlockId> {
        let start = self.cursor.clone();
        let label = self.cursor.word()?;
        let Some(names) = self.names else { return Ok(BlockId(0)) };
        match names.labels.get(self.function).and_then(|labels| labels.get(label)) {
            Some(number) => Ok(BlockId(*number)),
            None => start.error(format!("there is no block `{label}`")),
        }
    }

    fn statement(&mut self) -> Result<StatementKind> {
        if self.cursor.starts_with('%') || self.cursor.starts_with('$') {
            let place = self.place()?;
            self.cursor.expect("=")?;
            return Ok(StatementKind::Assign(place, self.rvalue()?));
        }
        let start = self.cursor.clone();
        Ok(match self.cursor.word()? {
            "init" => {
                let place = self.place()?;
                self.cursor.expect("=")?;
                StatementKind::Init(place, self.rvalue()?)
            }
            "lend" => {
                let place = self.place()?;
                self.cursor.expect("=")?;
                StatementKind::Lend(place, self.rvalue()?)
            }
            "drop" => StatementKind::Drop(self.place()?),
            "traceback" => StatementKind::Traceback(self.operand()?),
            "retain" => StatementKind::Retain(self.operand()?),
            "release" => StatementKind::Release(self.operand()?),
            word => return start.error(format!("unknown statement `{word}`")),
        })
    }

    fn terminator(&mut self) -> Result<Option<TerminatorKind>> {
        let start = self.cursor.clone();
        let word = self.cursor.peek_word();
        self.cursor.position += word.len();
        Ok(Some(match word {
            "goto" => TerminatorKind::Goto(self.label()?),
            "branch" => {
                let condition = self.operand()?;
                self.cursor.expect(",")?;
                let then = self.label()?;
                self.cursor.expect(",")?;
                TerminatorKind::Branch { condition, then, otherwise: self.label()? }
            }
            "switch" => self.switch()?,
            "return" => TerminatorKind::Return(self.operand()?),
            "raise" => TerminatorKind::Raise(self.operand()?),
            "call" => self.call()?,
            "unreachable" => TerminatorKind::Unreachable,
            _ => {
                self.cursor = start;
                return Ok(None);
            }
        }))
    }

    fn switch(&mut self) -> Result<TerminatorKind> {
        let value = self.operand()?;
        self.cursor.expect("{")?;
        let mut cases = Vec::new();
        while !self.cursor.eat_word("else") {
            let case = self.cursor.integer()?;
            self.cursor.expect(":")?;
            cases.push((case, self.label()?));
            self.cursor.expect(",")?;
        }
        self.cursor.expect(":")?;
        let default = self.label()?;
        self.cursor.eat(",");
        self.cursor.expect("}")?;
        Ok(TerminatorKind::Switch { value, cases, default })
    }

    fn call(&mut self) -> Result<TerminatorKind> {
        let destination = self.place()?;
        self.cursor.expect("=")?;
        let callee = if self.cursor.eat_word("virtual") {
            let class = self.class_reference()?;
            self.cursor.expect("::")?;
            Callee::Virtual { class, slot: self.cursor.integer()? }
        } else if self.cursor.eat_word("value") {
            self.cursor.expect("(")?;
            let operand = self.operand()?;
            self.cursor.expect(")")?;
            Callee::Value(operand)
        } else {
            Callee::Direct(self.function_reference()?)
        };
        let args = self.arguments()?;
        self.cursor.expect("->")?;
        let target = self.label()?;
        let unwind = if self.cursor.eat_word("unwind") {
            let place = self.place()?;
            self.cursor.expect("->")?;
            Some((place, self.label()?))
        } else {
            None
        };
        Ok(TerminatorKind::Call { callee, args, destination, target, unwind })
    }

    fn arguments(&mut self) -> Result<Vec<Operand>> {
        self.cursor.expect("(")?;
        self.list(")", Self::operand)
    }

    fn place(&mut self) -> Result<Place> {
        let mut place = if self.cursor.eat("$") {
            Place::global(self.global_reference()?)
        } else {
            let start = self.cursor.clone();
            let (text, _) = self.local_text()?;
            match self.locals.get(&text) {
                Some(local) => Place::local(*local),
                None => return start.error(format!("there is no local `%{}`", text.trim_end_matches('\''))),
            }
        };
        loop {
            if self.cursor.eat(".as") {
                self.cursor.expect("(")?;
                place = place.project(Projection::Variant(self.cursor.integer()?));
                self.cursor.expect(")")?;
            } else if self.cursor.eat(".") {
                place = place.project(Projection::Field(self.cursor.integer()?));
            } else if self.cursor.eat("[") {
                place = place.project(self.element()?);
                self.cursor.expect("]")?;
            } else {
                return Ok(place);
            }
        }
    }

    /// After `[`.
    fn element(&mut self) -> Result<Projection> {
        let start = self.cursor.clone();
        if !self.cursor.starts_with('%')
            && let Ok(ty) = self.ty()
            && self.cursor.eat(";")
        {
            return Ok(Projection::Element { ty, index: self.operand()? });
        }
        self.cursor = start;
        Ok(Projection::Index(self.operand()?))
    }

    pub(super) fn operand(&mut self) -> Result<Operand> {
        if self.cursor.starts_with('%') || self.cursor.starts_with('$') {
            return Ok(Operand::Copy(self.place()?));
        }
        if self.cursor.eat_word("move") {
            return Ok(Operand::Move(self.place()?));
        }
        Ok(Operand::Const(self.constant()?))
    }

    pub(super) fn constant(&mut self) -> Result<Const> {
        if self.cursor.starts_with('@') {
            return Ok(Const::Function(self.function_reference()?));
        }
        let start = self.cursor.clone();
        let word = self.cursor.peek_word();
        if word.is_empty() {
            return self.number();
        }
        self.cursor.position += word.len();
        Ok(match word {
            "unit" => Const::Unit,
            "true" => Const::Bool(true),
            "false" => Const::Bool(false),
            "zero" => Const::Zero(self.ty()?),
            "sizeof" => Const::SizeOf(self.ty()?),
            "static" => {
                self.cursor.expect(".")?;
                Const::Static(StaticId(self.cursor.integer()?))
            }
            "data" => {
                self.cursor.expect(".")?;
                Const::Data(DataId(self.cursor.integer()?))
            }
            "bits" => {
                self.cursor.expect("(0x")?;
                let digits = self.cursor.rest().find(')').unwrap_or(0);
                let Ok(bits) = u64::from_str_radix(&self.cursor.rest()[..digits], 16) else {
                    return start.error("expected hexadecimal digits");
                };
                self.cursor.position += digits;
                self.cursor.expect(")")?;
                Const::Float(bits, self.float_suffix()?)
            }
            word => return start.error(format!("unknown operand `{word}`")),
        })
    }

    fn number(&mut self) -> Result<Const> {
        self.cursor.skip_space();
        let start = self.cursor.clone();
        let text = self.cursor.number()?;
        if text.contains(['.', 'e']) {
            return match text.parse::<f64>() {
                Ok(value) => Ok(Const::Float(value.to_bits(), self.float_suffix()?)),
                Err(_) => start.error("expected a number"),
            };
        }
        let Ok(value) = text.parse() else { return start.error("expected a number") };
        let after = self.cursor.clone();
        if self.cursor.eat(":") && !self.cursor.starts_with(':') {
            if let Some(ty) = super::parse::int_ty(self.cursor.peek_word()) {
                self.cursor.word()?;
                return Ok(Const::Int(value, ty));
            }
            return self.cursor.error("expected an integer type");
        }
        self.cursor = after;
        Ok(Const::Int(value, IntTy { bits: 64, signed: true }))
    }

    fn float_suffix(&mut self) -> Result<FloatTy> {
        if !self.cursor.eat(":") {
            return Ok(FloatTy::F64);
        }
        match value_of(FLOATS, self.cursor.peek_word()) {
            Some(ty) => self.cursor.word().map(|_| ty),
            None => self.cursor.error("expected a float type"),
        }
    }

    fn two_operands(&mut self) -> Result<(Operand, Operand)> {
        let left = self.operand()?;
        self.cursor.expect(",")?;
        Ok((left, self.operand()?))
    }

    fn rvalue(&mut self) -> Result<Rvalue> {
        if self.cursor.eat("(") {
            return Ok(Rvalue::Tuple(self.list(")", Self::operand)?));
        }
        let start = self.cursor.clone();
        let word = self.cursor.peek_word();
        self.cursor.position += word.len();
        if let Some(op) = value_of(BINARY, word) {
            let (left, right) = self.two_operands()?;
            return Ok(Rvalue::Binary(op, left, right));
        }
        if let Some(op) = value_of(UNARY, word) {
            return Ok(Rvalue::Unary(op, self.operand()?));
        }
        Ok(match word {
            "checked" => {
                let Some(op) = value_of(BINARY, self.cursor.word()?) else { return start.error("unknown operator") };
                let (left, right) = self.two_operands()?;
                Rvalue::Checked(op, left, right)
            }
            "cast" => {
                self.cursor.expect(".")?;
                let Some(cast) = value_of(CASTS, self.cursor.word()?) else { return start.error("unknown cast") };
                let operand = self.operand()?;
                self.cursor.expect_word("to")?;
                Rvalue::Cast(cast, operand, self.ty()?)
            }
            "struct" => {
                let id = self.struct_reference()?;
                Rvalue::Struct(id, self.arguments()?)
            }
            "variant" => {
                let ty = self.ty()?;
                self.cursor.expect(".")?;
                let variant = self.cursor.integer()?;
                self.cursor.expect("(")?;
                let value = self.operand()?;
                self.cursor.expect(")")?;
                Rvalue::Variant { ty, variant, value }
            }
            "tag" => Rvalue::Tag(self.place()?),
            _ => match self.object_rvalue(word)? {
                Some(rvalue) => rvalue,
                None => {
                    self.cursor = start;
                    Rvalue::Use(self.operand()?)
                }
            },
        })
    }

    fn object_rvalue(&mut self, word: &str) -> Result<Option<Rvalue>> {
        Ok(Some(match word {
            "is_instance" => {
                let operand = self.operand()?;
                self.cursor.expect(",")?;
                Rvalue::IsInstance(operand, self.class_reference()?)
            }
            "new" => {
                let class = self.class_reference()?;
                let extra = if self.cursor.eat_word("extra") { Some(self.operand()?) } else { None };
                Rvalue::New { class, extra }
            }
            "trailing" => Rvalue::Trailing(self.operand()?),
            "address_of" => Rvalue::AddressOf(self.place()?),
            "closure" => {
                let function = self.function_reference()?;
                self.cursor.expect(",")?;
                Rvalue::Closure { function, environment: self.operand()? }
            }
            "intrinsic" => {
                let intrinsic = self.intrinsic()?;
                Rvalue::Intrinsic(intrinsic, self.arguments()?)
            }
            "runtime" => {
                let symbol = interned(&self.cursor.path_name()?);
                let args = self.arguments()?;
                self.cursor.expect("->")?;
                Rvalue::Runtime { symbol, args, ret: self.ty()? }
            }
            _ => return Ok(None),
        }))
    }

    fn intrinsic(&mut self) -> Result<Intrinsic> {
        let start = self.cursor.clone();
        let word = self.cursor.word()?;
        if let Some(intrinsic) = value_of(INTRINSICS, word) {
            return Ok(intrinsic);
        }
        let Some((_, make)) = DIMENSIONAL.iter().find(|(name, _)| *name == word) else {
            return start.error(format!("unknown intrinsic `{word}`"));
        };
        self.cursor.expect(".")?;
        Ok(make(self.cursor.integer()?))
    }
}

/// Symbols of the runtime are constants of the compiler; those that are read from text live as long, once each.
fn interned(symbol: &str) -> &'static str {
    static SYMBOLS: OnceLock<Mutex<FxHashSet<&'static str>>> = OnceLock::new();
    let mut symbols = match SYMBOLS.get_or_init(Mutex::default).lock() {
        Ok(symbols) => symbols,
        Err(poisoned) => poisoned.into_inner(),
    };
    if let Some(known) = symbols.get(symbol) {
        return known;
    }
    let leaked: &'static str = Box::leak(symbol.into());
    symbols.insert(leaked);
    leaked
}
