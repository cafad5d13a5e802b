//! The program under construction: everything that is reached gets its number when it is first met.

use std::collections::VecDeque;
use std::sync::Arc;

use pyc_base::Diagnostic;
use pyc_mir::{self as mir, ClassId, DataId, FuncId, GlobalId, SourceFile, StaticId, StructId};
use pyc_types::thir;
use pyc_types::ty::{GlobalVar, Instance, Ty};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::types::{FunctionInfo, Kind, Types};

mod constants;
mod names;

/// Lowers everything that `main`, the top of the main module, reaches.
pub fn build_program(types: &dyn Types, main: Instance) -> Result<mir::Program, Vec<Diagnostic>> {
    let mut builder = ProgramBuilder::new(types, Some(main));
    builder.program.entry = Some(builder.function_id(main));
    builder.program.report_exception = Some(builder.function_id(types.lang_instance("report_exception")));
    builder.program.recursion_error = Some(builder.function_id(types.lang_instance("raise_recursion_error")));
    builder.into_program()
}

/// Lowers functions that are called or launched from outside, and all that they reach: a library, or kernels for a device.
pub fn build_library(types: &dyn Types, exports: &[Instance]) -> Result<mir::Program, Vec<Diagnostic>> {
    let mut builder = ProgramBuilder::new(types, None);
    for export in exports {
        builder.function_id(*export);
    }
    builder.into_program()
}

/// A function that is still to be made.
enum Work {
    Body(FuncId, Instance),
    ClassName(FuncId, ClassId),
    Destroy(FuncId, ClassId, Instance),
    /// What runs a task of a class.
    Callback(FuncId, Ty),
}

pub(crate) struct ProgramBuilder<'t> {
    pub(crate) types: &'t dyn Types,
    pub(crate) program: mir::Program,
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The function being built, for messages of [`crate::bug`].
    pub(crate) current: String,
    pub(crate) reprs: FxHashMap<Ty, mir::Ty>,
    /// The module that runs as a program; all others run once, when they are imported.
    main: Option<Instance>,
    /// One for each number that was given; `None` until it is built.
    bodies: Vec<Option<mir::Function>>,
    queue: VecDeque<Work>,
    functions: FxHashMap<Instance, FuncId>,
    callbacks: FxHashMap<Ty, FuncId>,
    /// By number.
    class_types: Vec<Ty>,
    classes: FxHashMap<Ty, ClassId>,
    structs: FxHashMap<Ty, StructId>,
    globals: FxHashMap<GlobalVar, GlobalId>,
    pub(crate) assigned_globals: FxHashMap<Instance, std::rc::Rc<crate::globals::Assigned>>,
    pub(crate) bound_flags: FxHashMap<GlobalVar, GlobalId>,
    strings: FxHashMap<Arc<str>, StaticId>,
    data: FxHashMap<Box<[u8]>, DataId>,
    files: FxHashMap<Arc<str>, SourceFile>,
    /// Classes without a base whose objects are asked for the names of their classes.
    named_roots: FxHashSet<ClassId>,
}

/// What a caller must know of a function.
pub(crate) struct Declaration {
    pub(crate) params: Vec<(Ty, mir::Mode)>,
    pub(crate) ret: Ty,
    pub(crate) raises: bool,
}

impl<'t> ProgramBuilder<'t> {
    fn new(types: &'t dyn Types, main: Option<Instance>) -> Self {
        Self {
            types,
            program: mir::Program::default(),
            diagnostics: Vec::new(),
            current: String::new(),
            reprs: FxHashMap::default(),
            main,
            bodies: Vec::new(),
            queue: VecDeque::new(),
            functions: FxHashMap::default(),
            callbacks: FxHashMap::default(),
            class_types: Vec::new(),
            classes: FxHashMap::default(),
            structs: FxHashMap::default(),
            globals: FxHashMap::default(),
            assigned_globals: FxHashMap::default(),
            bound_flags: FxHashMap::default(),
            strings: FxHashMap::default(),
            data: FxHashMap::default(),
            files: FxHashMap::default(),
            named_roots: FxHashSet::default(),
        }
    }

    fn into_program(mut self) -> Result<mir::Program, Vec<Diagnostic>> {
        self.finish();
        if !self.diagnostics.is_empty() {
            return Err(self.diagnostics);
        }
        self.program.functions = self.bodies.into_iter().flatten().collect();
        Ok(self.program)
    }

    /// Builds what is queued until nothing new turns up.
    fn finish(&mut self) {
        loop {
            while let Some(work) = self.queue.pop_front() {
                self.build(work);
            }
            if !self.name_classes() {
                break;
            }
        }
    }

    fn build(&mut self, work: Work) {
        let (id, function) = match work {
            Work::Body(id, instance) => (id, self.build_body(instance)),
            Work::ClassName(id, class) => (id, self.build_class_name(class)),
            Work::Destroy(id, class, destroy) => (id, self.build_destroy(class, destroy)),
            Work::Callback(id, task) => (id, self.build_callback(task)),
        };
        self.bodies[id.index()] = Some(function);
    }

    fn build_body(&mut self, instance: Instance) -> mir::Function {
        let info = self.types.function_info(instance);
        self.current = info.symbol.to_string();
        let body = self.types.thir(instance);
        if info.kind == Kind::Extern {
            return self.declare_extern(instance, &body, &info);
        }
        if !info.is_stdlib {
            self.diagnostics.extend(crate::moves::check(self.types, instance, &body));
        }
        let runs_once = info.kind == Kind::Module && self.main != Some(instance);
        crate::function::lower(self, instance, &body, &info, runs_once)
    }

    /// Nobody can catch what is raised while an object ends: it is dropped.
    fn build_destroy(&mut self, class: ClassId, destroy: Instance) -> mir::Function {
        let name = self.program.classes[class.index()].name.clone();
        let ty = self.class_types[class.index()];
        self.current = format!("the end of {name}");
        let declaration = self.declaration(destroy);
        let none = self.types.none_ty();
        let mut function = crate::function::FunctionBuilder::for_glue(self, &name, [ty]);
        function.swallows = true;
        let object = mir::Operand::Copy(mir::Place::local(mir::LocalId(0)));
        let object = function.convert(object, ty, declaration.params[0].0);
        function.call_function(destroy, vec![crate::exits::borrowed(object)]);
        function.finish_return(mir::Operand::Const(mir::Const::Unit));
        let mut made = function.into_function(format!("{name}${}$destroy", class.0).into(), vec![mir::Mode::Borrow], none);
        made.raises = false;
        made
    }

    fn declare_extern(&mut self, instance: Instance, body: &thir::Body, info: &FunctionInfo) -> mir::Function {
        let params = self.types.params(instance);
        let locals = params.iter().map(|ty| mir::Local { ty: self.repr(*ty), name: None }).collect();
        mir::Function {
            symbol: info.symbol.clone(),
            name: info.name.clone(),
            file: self.file(&info.path),
            loc: mir::Loc::default(),
            params: vec![mir::Mode::Borrow; params.len()],
            ret: self.repr(body.ret),
            raises: false,
            kind: mir::FunctionKind::Extern,
            inline: mir::Inline::Auto,
            locals,
            blocks: Vec::new(),
        }
    }

    pub(crate) fn function_id(&mut self, instance: Instance) -> FuncId {
        if let Some(id) = self.functions.get(&instance) {
            return *id;
        }
        let id = self.reserve_function();
        self.functions.insert(instance, id);
        self.queue.push_back(Work::Body(id, instance));
        id
    }

    /// The function of a closure that calls an object of a class.
    pub(crate) fn callback(&mut self, task: Ty) -> FuncId {
        if let Some(id) = self.callbacks.get(&task) {
            return *id;
        }
        let id = self.reserve_function();
        self.callbacks.insert(task, id);
        self.queue.push_back(Work::Callback(id, task));
        id
    }

    fn reserve_function(&mut self) -> FuncId {
        self.bodies.push(None);
        FuncId(self.bodies.len() as u32 - 1)
    }

    pub(crate) fn declaration(&self, instance: Instance) -> Declaration {
        let body = self.types.thir(instance);
        let modes = body.params.iter().map(|param| mode(param.mode));
        Declaration {
            params: self.types.params(instance).iter().copied().zip(modes.chain(std::iter::repeat(mir::Mode::Borrow))).collect(),
            ret: body.ret,
            raises: self.types.function_info(instance).kind != Kind::Extern,
        }
    }

    /// The number of a class. Bases have lower numbers than what derives from them.
    pub(crate) fn class_id(&mut self, class: Ty) -> ClassId {
        if let Some(id) = self.classes.get(&class) {
            return *id;
        }
        let layout = self.types.class_layout(class);
        let base = layout.base.filter(|base| !self.is_object(*base)).map(|base| self.class_id(base));
        // The base's fields may have led here.
        if let Some(id) = self.classes.get(&class) {
            return *id;
        }
        let id = ClassId(self.program.classes.len() as u32);
        self.classes.insert(class, id);
        self.class_types.push(class);
        self.program.classes.push(mir::Class { name: layout.name.clone(), base, fields: Vec::new(), vtable: Vec::new(), destroy: None });
        let fields = self.fields(&layout.fields);
        let destroy = layout.destroy.map(|destroy| {
            let function = self.reserve_function();
            self.queue.push_back(Work::Destroy(function, id, destroy));
            function
        });
        let made = &mut self.program.classes[id.index()];
        made.fields = fields;
        made.destroy = destroy;
        id
    }

    pub(crate) fn struct_id(&mut self, ty: Ty) -> StructId {
        if let Some(id) = self.structs.get(&ty) {
            return *id;
        }
        let layout = self.types.class_layout(ty);
        let id = StructId(self.program.structs.len() as u32);
        self.structs.insert(ty, id);
        self.program.structs.push(mir::Struct { name: layout.name.clone(), fields: Vec::new() });
        self.program.structs[id.index()].fields = self.fields(&layout.fields);
        id
    }

    fn fields(&mut self, fields: &[(pyc_base::Name, Ty)]) -> Vec<mir::Field> {
        fields.iter().map(|(name, ty)| mir::Field { name: name.as_str().into(), ty: self.repr(*ty) }).collect()
    }

    pub(crate) fn global_id(&mut self, global: GlobalVar) -> GlobalId {
        if let Some(id) = self.globals.get(&global) {
            return *id;
        }
        let ty = self.repr(self.types.global_ty(global));
        let id = self.add_global(self.types.global_name(global), ty, mir::AddressSpace::Generic);
        self.globals.insert(global, id);
        id
    }

    pub(crate) fn add_global(&mut self, name: Arc<str>, ty: mir::Ty, space: mir::AddressSpace) -> GlobalId {
        self.program.globals.push(mir::Global { name, ty, space });
        GlobalId(self.program.globals.len() as u32 - 1)
    }

    pub(crate) fn file(&mut self, path: &Arc<str>) -> SourceFile {
        if let Some(id) = self.files.get(path) {
            return *id;
        }
        let id = SourceFile(self.program.files.len() as u32);
        self.program.files.push(path.clone());
        self.files.insert(path.clone(), id);
        id
    }
}

pub(crate) fn mode(mode: thir::Mode) -> mir::Mode {
    match mode {
        thir::Mode::Read => mir::Mode::Borrow,
        thir::Mode::Inout => mir::Mode::Inout,
        thir::Mode::Owned => mir::Mode::Owned,
    }
}
