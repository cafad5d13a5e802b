//! What the lowering of every function shares: types, tags, and what has been declared or still has to be generated.

use std::borrow::Cow;
use std::cell::RefCell;

use melior::Context;
use melior::ir::{Attribute, BlockRef, Location, Region, Type};
use pyc_abi::{Promise, Scalar, Symbol};
use pyc_mir::{ClassId, FuncId, Function, FunctionKind, GlobalId, Loc, Program, SourceFile, StaticId, Ty};
use rustc_hash::{FxHashMap, FxHashSet};

use super::builder::{Builder, Parts};
use super::classes::Classes;
use super::counts::Helper;
use super::function::nobody;
use super::target::Target;
use super::tbaa::Tags;
use super::types::{Calling, Types};
use crate::error::{Result, bad_mir};
use crate::prebuilt::Identity;
use crate::units::Unit;

pub(super) struct Module<'p, 'c> {
    pub(super) program: &'p Program,
    pub(super) target: Target,
    /// What of the program goes into this module.
    pub(super) unit: Unit<'p>,
    pub(super) types: Types<'c>,
    pub(super) tags: Tags<'c>,
    pub(super) classes: Classes,
    /// Stands for the MIR function in bodies that codegen makes.
    pub(super) nobody: Function,
    /// At the end of the module.
    pub(super) top: Builder<'c>,
    declared: RefCell<FxHashSet<String>>,
    attributes: RefCell<FxHashMap<&'static str, Attribute<'c>>>,
    strings: RefCell<FxHashMap<String, String>>,
    pending: RefCell<Vec<Pending>>,
    helpers: RefCell<FxHashMap<(Helper, Ty), String>>,
    /// Files by their number, as locations want them.
    files: Vec<String>,
}

/// A function that codegen itself makes, asked for and not made yet.
pub(super) enum Pending {
    /// Retains or releases what a value of the type holds.
    Counts(Helper, Ty, String),
    /// Ends an object of the class.
    Drop(ClassId),
}

/// The outside of a function.
#[derive(Default)]
pub(super) struct Outline<'a, 'c> {
    pub(super) external: bool,
    /// Known to the program's other parts, and to nothing else.
    pub(super) shared: bool,
    pub(super) passthrough: &'a [&'a str],
    pub(super) arguments: Vec<Attribute<'c>>,
    pub(super) results: Vec<Attribute<'c>>,
    /// How it is called, if not as C calls.
    pub(super) convention: Option<&'static str>,
    /// What the inliner shall count it as, if not what it finds.
    pub(super) inline_cost: Option<usize>,
}

impl<'p, 'c> Module<'p, 'c> {
    pub(super) fn new(context: &'c Context, program: &'p Program, target: Target, unit: Unit<'p>, block: BlockRef<'c, 'c>) -> Self {
        Self {
            program,
            target,
            unit,
            types: Types::new(context, target.spaces),
            tags: Tags::new(program),
            classes: Classes::new(program),
            nobody: nobody(),
            top: Builder { context, block, location: nowhere(context, GENERATED) },
            declared: RefCell::default(),
            attributes: RefCell::default(),
            strings: RefCell::default(),
            pending: RefCell::default(),
            helpers: RefCell::default(),
            files: program.files.iter().map(ToString::to_string).collect(),
        }
    }

    /// An attribute by its text, parsed once.
    pub(super) fn attribute(&self, text: &'static str) -> Result<Attribute<'c>> {
        if let Some(known) = self.attributes.borrow().get(text) {
            return Ok(*known);
        }
        let attribute = self.top.parse(text)?;
        self.attributes.borrow_mut().insert(text, attribute);
        Ok(attribute)
    }

    pub(super) fn function(&self, id: FuncId) -> Result<&'p Function> {
        self.program.functions.get(id.index()).ok_or_else(|| bad_mir(format!("no function {}", id.0)))
    }

    pub(super) fn location(&self, file: SourceFile, loc: Loc) -> Location<'c> {
        let context = self.top.context;
        match self.files.get(file.index()) {
            Some(name) if loc.line != 0 => Location::new(context, name, loc.line as usize, loc.column as usize + 1),
            Some(name) => nowhere(context, name),
            None => nowhere(context, GENERATED),
        }
    }

    pub(super) fn linkage(&self, external: bool) -> Result<Attribute<'c>> {
        self.attribute(if external { "#llvm.linkage<external>" } else { "#llvm.linkage<internal>" })
    }

    /// Adds a function with a body, or declares one if there is none.
    pub(super) fn add_function(
        &self,
        at: Location<'c>,
        symbol: &str,
        ty: Type<'c>,
        outline: Outline<'_, 'c>,
        body: Region<'c>,
    ) -> Result<()> {
        let top = Builder { location: at, ..self.top };
        let linkage = self.linkage(outline.external || outline.shared)?;
        let mut passthrough: Vec<_> = outline.passthrough.iter().map(|name| passthrough_attribute(&top, name)).collect();
        let cost = outline.inline_cost.map(|cost| format!("function-inline-cost={cost}"));
        passthrough.extend(cost.map(|cost| passthrough_attribute(&top, &cost)));
        let mut attributes = vec![("sym_name", top.string(symbol)), ("function_type", top.ty(ty)), ("linkage", linkage)];
        if outline.shared {
            attributes.push(hidden(&top));
        }
        if let Some(convention) = outline.convention {
            attributes.push(("CConv", self.attribute(convention)?));
        }
        for (name, items) in [("passthrough", &passthrough), ("arg_attrs", &outline.arguments), ("res_attrs", &outline.results)] {
            if !items.is_empty() {
                attributes.push((name, top.array(items)));
            }
        }
        top.operation("llvm.func", Parts { attributes: &attributes, regions: vec![body], ..Parts::default() }).map(drop)
    }

    /// Declares a symbol of the runtime when it is first used.
    pub(super) fn runtime(&self, name: &str) -> Result<&'static Symbol> {
        let symbol = pyc_abi::symbol(name).ok_or_else(|| bad_mir(format!("the runtime has no symbol {name}")))?;
        if self.target.device.is_some() {
            return Err(bad_mir(format!("{name} of the runtime in code for a device")));
        }
        if self.declared.borrow_mut().insert(name.to_owned()) {
            let params: Vec<_> = symbol.params.iter().map(|scalar| self.scalar(*scalar)).collect();
            let result = symbol.result.map_or(self.types.void, |scalar| self.scalar(scalar));
            let ty = melior::dialect::llvm::r#type::function(result, &params, false);
            let promises = |promise| symbol.promises.contains(&promise);
            let extended = |scalar: Scalar| self.attribute(if scalar == Scalar::Bool { "{llvm.zeroext}" } else { "{}" });
            let argument = |scalar: &Scalar| match scalar {
                Scalar::Ptr if promises(Promise::Borrows) => self.attribute("{llvm.nocapture}"),
                Scalar::Ptr if promises(Promise::Frees) => self.attribute("{llvm.nocapture, llvm.allocptr}"),
                scalar => extended(*scalar),
            };
            let outline = Outline {
                external: true,
                shared: false,
                convention: None,
                inline_cost: None,
                passthrough: symbol.attributes,
                arguments: symbol.params.iter().map(argument).collect::<Result<_>>()?,
                results: symbol
                    .result
                    .map(|scalar| match promises(Promise::Fresh) {
                        true => self.attribute("{llvm.noalias, llvm.nonnull, llvm.noundef}"),
                        false => extended(scalar),
                    })
                    .transpose()?
                    .into_iter()
                    .collect(),
            };
            self.add_function(self.top.location, name, ty, outline, Region::new())?;
        }
        Ok(symbol)
    }

    /// Whether a symbol is asked for the first time.
    pub(super) fn declare_once(&self, name: &str) -> bool {
        self.declared.borrow_mut().insert(name.to_owned())
    }

    /// Whether an external function is declared already, or is one of the runtime's, which this declares.
    pub(super) fn is_known(&self, name: &str, calling: &Calling<'c>) -> Result<bool> {
        let Some(symbol) = pyc_abi::symbol(name) else { return Ok(!self.declared.borrow_mut().insert(name.to_owned())) };
        let params: Vec<_> = symbol.params.iter().map(|scalar| self.scalar(*scalar)).collect();
        if params != calling.params || symbol.result.map(|scalar| self.scalar(scalar)) != calling.value {
            return Err(bad_mir(format!("{name} is declared otherwise than the runtime has it")));
        }
        self.runtime(name).map(|_| true)
    }

    pub(super) fn scalar(&self, scalar: Scalar) -> Type<'c> {
        match scalar {
            Scalar::Bool => self.types.bool,
            Scalar::I32 => self.types.i32,
            Scalar::I64 => self.types.i64,
            Scalar::F64 => Type::float64(self.top.context),
            Scalar::Ptr => self.types.ptr,
        }
    }

    /// The symbol of constant text that ends with a zero byte.
    pub(super) fn text(&self, text: &str) -> Result<String> {
        if let Some(symbol) = self.strings.borrow().get(text) {
            return Ok(symbol.clone());
        }
        let symbol = format!("text.{}", self.strings.borrow().len());
        self.strings.borrow_mut().insert(text.to_owned(), symbol.clone());
        let mut bytes = text.as_bytes().to_vec();
        bytes.push(0);
        self.add_bytes(&symbol, &bytes)?;
        Ok(symbol)
    }

    /// The helper that retains or releases values of a type; it is generated later.
    pub(super) fn helper(&self, helper: Helper, ty: &Ty) -> String {
        let mut helpers = self.helpers.borrow_mut();
        let number = helpers.len();
        let known = helpers.entry((helper, ty.clone())).or_insert_with(|| {
            let symbol = format!("{}.{number}", helper.name());
            self.ask_for(Pending::Counts(helper, ty.clone(), symbol.clone()));
            symbol
        });
        known.clone()
    }

    pub(super) fn ask_for(&self, function: Pending) {
        self.pending.borrow_mut().push(function);
    }

    pub(super) fn next_pending(&self) -> Option<Pending> {
        self.pending.borrow_mut().pop()
    }

    /// The linker's name of a function. What C does not see has a dot in it, so that no name of the user's is taken for one of C's library.
    pub(super) fn symbol_of(&self, id: FuncId) -> Result<Cow<'p, str>> {
        let function = self.function(id)?;
        Ok(match self.unit.name_of_function(id) {
            // The linker tells the functions of the prebuilt library apart by what they are; profilers show what they are called.
            Some(identity) => Cow::Owned(format!("{}.{identity}", function.name)),
            None if self.is_external(function) || function.symbol.contains('.') => Cow::Borrowed(&function.symbol),
            None => Cow::Owned(format!("{}.py", function.symbol)),
        })
    }

    /// Of a class's record.
    pub(super) fn type_symbol(&self, id: ClassId) -> String {
        named("type", id.0, self.unit.name_of_class(id))
    }

    pub(super) fn static_symbol(&self, id: StaticId) -> String {
        named("static", id.0, self.unit.name_of_constant(id))
    }

    pub(super) fn global_symbol(&self, id: GlobalId) -> String {
        named("global", id.0, self.unit.name_of_global(id))
    }

    /// Whether a function is called from outside by its symbol. Kernels are, on devices.
    pub(super) fn is_external(&self, function: &Function) -> bool {
        match function.kind {
            FunctionKind::Normal => false,
            FunctionKind::Export | FunctionKind::Extern => true,
            FunctionKind::Kernel => self.target.device.is_some(),
        }
    }
}

/// What the prebuilt library names too is called by what it is, everything else by its number.
fn named(kind: &str, number: u32, identity: Option<Identity>) -> String {
    identity.map_or_else(|| format!("{kind}.{number}"), |identity| format!("{kind}.{identity}"))
}

/// Makes a symbol known to the other objects of a program, but to none that is loaded with it.
pub(super) fn hidden<'c>(builder: &Builder<'c>) -> (&'static str, Attribute<'c>) {
    ("visibility_", builder.i64_attribute(1))
}

/// `name` or `name=value`.
fn passthrough_attribute<'c>(builder: &Builder<'c>, text: &str) -> Attribute<'c> {
    match text.split_once('=') {
        Some((name, value)) => builder.array(&[builder.string(name), builder.string(value)]),
        None => builder.string(text),
    }
}

/// Stands for the file of what no source says.
const GENERATED: &str = "<generated>";

/// Line 0 means no line to debuggers; without any location LLVM takes no call where there are line tables.
fn nowhere<'c>(context: &'c Context, file: &str) -> Location<'c> {
    Location::new(context, file, 0, 0)
}
