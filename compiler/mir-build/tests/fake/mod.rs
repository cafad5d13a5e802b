//! A hand-written table in place of type inference, and short names for making typed HIR.

use std::cell::RefCell;
use std::sync::Arc;

use pyc_base::{FileId, Name, Span, name};
use pyc_hir::{BodyOwner, ClassId, DefPath, File, FunctionId, NoFiles, Options, RootDatabase, StmtId};
use pyc_mir::{Inline, Loc};
use pyc_mir_build::{ClassLayout, FunctionInfo, Kind, Types};
use pyc_types::thir::*;
use pyc_types::ty::{GlobalVar, Instance, Ty, TyKind};
use rustc_hash::FxHashMap;

pub struct Table {
    db: RootDatabase,
    file: RefCell<Option<File>>,
    bodies: FxHashMap<Instance, (Arc<Body>, FunctionInfo)>,
    layouts: FxHashMap<Ty, Arc<ClassLayout>>,
    library: FxHashMap<&'static str, Instance>,
    globals: FxHashMap<GlobalVar, Ty>,
}

impl Table {
    /// With the library functions that every program needs.
    pub fn new() -> Self {
        let mut table = Self {
            db: RootDatabase::new(Arc::new(NoFiles), Options::default()),
            file: RefCell::default(),
            bodies: FxHashMap::default(),
            layouts: FxHashMap::default(),
            library: FxHashMap::default(),
            globals: FxHashMap::default(),
        };
        let data = table.ty(TyKind::Ptr(table.int()));
        let int = table.int();
        table.class("str", None, &[("_data", data), ("_size", int), ("_length", int), ("_hash", int)]);
        table.class("BaseException", None, &[]);
        let exception = table.named("BaseException");
        let report = table.function("report_exception", &[exception], int, vec![stmt(StmtKind::Return(expr(int, ExprKind::Int(1))))]);
        let never = table.ty(TyKind::Never);
        let raise = StmtKind::Raise { exception: construct(exception, None, vec![]), adds_traceback: true };
        let overflow = table.function("raise_overflow", &[], never, vec![stmt(raise.clone())]);
        let recursion = table.function("raise_recursion_error", &[], never, vec![stmt(raise)]);
        table.library.extend([("report_exception", report), ("raise_overflow", overflow), ("raise_recursion_error", recursion)]);
        table
    }

    fn file(&self) -> File {
        *self
            .file
            .borrow_mut()
            .get_or_insert_with(|| File::new(&self.db, FileId(0), Arc::from(std::path::Path::new("main.py")), None, false))
    }

    fn path(&self, text: &str) -> DefPath {
        DefPath { file: self.file(), path: Arc::from([(name(text), 0)]) }
    }

    pub fn ty(&self, kind: TyKind) -> Ty {
        Ty::new(&self.db, kind)
    }

    pub fn int(&self) -> Ty {
        self.ty(TyKind::Int)
    }

    pub fn none(&self) -> Ty {
        self.ty(TyKind::None)
    }

    pub fn bool(&self) -> Ty {
        self.ty(TyKind::Bool)
    }

    pub fn union(&self, variants: &[Ty]) -> Ty {
        self.ty(TyKind::Union(variants.into()))
    }

    /// A class by its name.
    pub fn named(&self, text: &str) -> Ty {
        self.ty(TyKind::Class { class: ClassId::new(&self.db, self.path(text)), args: Box::new([]) })
    }

    pub fn class(&mut self, text: &str, base: Option<Ty>, fields: &[(&str, Ty)]) -> Ty {
        self.add_class(text, base, fields, false)
    }

    pub fn structure(&mut self, text: &str, fields: &[(&str, Ty)]) -> Ty {
        self.add_class(text, None, fields, true)
    }

    fn add_class(&mut self, text: &str, base: Option<Ty>, fields: &[(&str, Ty)], is_struct: bool) -> Ty {
        let ty = self.named(text);
        let fields = fields.iter().map(|(field, ty)| (name(field), *ty)).collect();
        let layout = ClassLayout { name: text.into(), base, fields, is_struct, is_frozen: false, destroy: None };
        self.layouts.insert(ty, Arc::new(layout));
        ty
    }

    pub fn global(&mut self, text: &str, ty: Ty) -> GlobalVar {
        let var = GlobalVar { file: self.file(), name: name(text) };
        self.globals.insert(var, ty);
        var
    }

    pub fn instance(&self, text: &str, params: &[Ty]) -> Instance {
        Instance::new(&self.db, BodyOwner::Function(FunctionId::new(&self.db, self.path(text))), Box::from([]), Box::from(params))
    }

    pub fn function(&mut self, text: &str, params: &[Ty], ret: Ty, block: Block) -> Instance {
        self.function_with(text, params, &[], ret, block)
    }

    /// With variables beside the parameters; a name that starts with `?` is one that may be unbound.
    pub fn function_with(&mut self, text: &str, params: &[Ty], locals: &[(&str, Ty)], ret: Ty, block: Block) -> Instance {
        let declared = params.iter().map(|ty| LocalDecl { ty: *ty, name: None, maybe_unbound: false });
        let variables = locals.iter().map(|(text, ty)| LocalDecl {
            ty: *ty,
            name: Some(name(text.trim_start_matches('?'))),
            maybe_unbound: text.starts_with('?'),
        });
        let body = Body {
            params: (0..params.len() as u32).map(|at| Param { local: Local(at), mode: Mode::Read }).collect(),
            locals: declared.chain(variables).collect(),
            block,
            ret,
        };
        self.body(text, params, body, Kind::Normal)
    }

    pub fn body(&mut self, text: &str, params: &[Ty], body: Body, kind: Kind) -> Instance {
        let info =
            FunctionInfo { symbol: text.into(), name: text.into(), path: "main.py".into(), is_stdlib: false, kind, inline: Inline::Auto };
        let instance = self.instance(text, params);
        self.bodies.insert(instance, (Arc::new(body), info));
        instance
    }

    /// The functions of the program that `main` is the top of, as text, without the library; verified.
    pub fn lower(&self, main: Instance) -> String {
        let program = match pyc_mir_build::build_program(self, main) {
            Ok(program) => program,
            Err(errors) => return format!("{errors:#?}"),
        };
        if let Err(errors) = pyc_mir::verify(&program, pyc_mir::Phase::Built) {
            let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{}\n{program}", errors.join("\n"));
        }
        program.to_string()
    }

    /// As [`Self::lower`], but no more than the functions whose names start with `f`.
    pub fn lower_functions(&self, main: Instance) -> String {
        let text = self.lower(main);
        let parts = text.split("\n\n").filter(|part| part.starts_with("fn @f"));
        parts.collect::<Vec<_>>().join("\n\n")
    }
}

impl Types for Table {
    fn kind(&self, ty: Ty) -> &TyKind {
        ty.kind(&self.db)
    }

    fn thir(&self, instance: Instance) -> Arc<Body> {
        self.bodies[&instance].0.clone()
    }

    fn params(&self, instance: Instance) -> &[Ty] {
        instance.params(&self.db)
    }

    fn function_info(&self, instance: Instance) -> FunctionInfo {
        self.bodies[&instance].1.clone()
    }

    fn class_layout(&self, class: Ty) -> Arc<ClassLayout> {
        self.layouts[&class].clone()
    }

    fn is_subclass(&self, class: Ty, base: Ty) -> bool {
        class == base || self.layouts[&class].base.is_some_and(|parent| self.is_subclass(parent, base))
    }

    fn closure_parts(&self, _: Ty) -> Vec<Ty> {
        Vec::new()
    }

    fn lang_instance(&self, name: &str) -> Instance {
        self.library[name]
    }

    fn constant(&self, _: GlobalVar) -> Option<pyc_hir::Literal> {
        None
    }

    fn function_instance(&self, _: Ty) -> Option<Instance> {
        None
    }

    fn call_method(&self, class: Ty) -> Instance {
        panic!("{class:?} is no task")
    }

    fn own_module(&self, instance: Instance) -> Instance {
        instance
    }

    fn none_ty(&self) -> Ty {
        self.none()
    }

    fn str_ty(&self) -> Ty {
        self.named("str")
    }

    fn global_ty(&self, global: GlobalVar) -> Ty {
        self.globals[&global]
    }

    fn module_of(&self, _: GlobalVar) -> Instance {
        self.instance("main", &[])
    }

    fn imports(&self, _: Instance, _: Instance) -> bool {
        false
    }

    fn is_library_class(&self, _: Ty) -> bool {
        false
    }

    fn global_name(&self, global: GlobalVar) -> Arc<str> {
        format!("main.{}", global.name).into()
    }

    fn type_name(&self, ty: Ty) -> String {
        format!("{:?}", self.kind(ty))
    }

    fn location(&self, _: Instance, origin: Origin) -> Loc {
        match origin {
            Origin::Stmt(StmtId(line)) => Loc { line, column: 0, end_line: line, end_column: 1 },
            _ => Loc::default(),
        }
    }

    fn span(&self, _: Instance, _: Origin) -> (FileId, Span) {
        (FileId(0), Span::default())
    }
}

pub fn stmt(kind: StmtKind) -> Stmt {
    Stmt { kind, origin: Origin::Body }
}

pub fn expr(ty: Ty, kind: ExprKind) -> Expr {
    Expr { ty, kind, origin: Origin::Body }
}

pub fn string(ty: Ty, text: &str) -> Expr {
    expr(ty, ExprKind::Str(text.into()))
}

pub fn construct(ty: Ty, init: Option<Instance>, args: Vec<Expr>) -> Expr {
    expr(ty, ExprKind::Construct { init, args })
}

pub fn local(ty: Ty, at: u32) -> Expr {
    expr(ty, ExprKind::Read(Place::Local(Local(at))))
}

pub fn set(at: u32, value: Expr) -> Stmt {
    stmt(StmtKind::Assign(Place::Local(Local(at)), value))
}

pub fn call(ty: Ty, instance: Instance, args: Vec<Expr>) -> Expr {
    expr(ty, ExprKind::Call { instance, args })
}

pub fn ret(value: Expr) -> Stmt {
    stmt(StmtKind::Return(value))
}

pub fn run(value: Expr) -> Stmt {
    stmt(StmtKind::Expr(value))
}

pub fn intrinsic(ty: Ty, text: &str, type_args: Vec<Ty>, args: Vec<Expr>) -> Expr {
    let name: Name = name(text);
    expr(ty, ExprKind::Intrinsic { name, type_args, args })
}
