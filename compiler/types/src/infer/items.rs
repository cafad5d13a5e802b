//! Names that stand for what a module declares: what imports run and bind, aliases of types.

use pyc_base::{Name, name};
use pyc_hir::{Arg, ArgKind, BodyOwner, Expr as Hir, ExprId, File, ImportedName, Item, ModuleResolution, NameRef};

use super::Infer;
use super::env::Slot;
use crate::class::class_of;
use crate::thir::{Expr, ExprKind, Origin, StmtKind};
use crate::ty::{GlobalVar, Ty};

impl Infer<'_> {
    /// What a name of the module or of the builtins stands for: a variable by its own name, in the module that has it.
    pub(super) fn origin_value(&mut self, (file, own, item): (File, Name, Item), origin: Origin) -> Expr {
        let item = match item {
            Item::Function(function) if super::stmt::is_decorated(self.db, function) => Item::Variable { annotation: None },
            item => item,
        };
        match item {
            Item::Variable { .. } => self.read_global(GlobalVar { file, name: own }, origin),
            item => self.item_value(item, own, origin),
        }
    }

    /// Whether a name at the top of the module that is being run is defined in several ways, so that its definitions are assignments.
    pub(super) fn is_variable(&self, slot: Slot) -> bool {
        let Slot::Global(text) = slot else { return false };
        let own = pyc_hir::origin_of(self.db, self.file, text);
        self.own_global(text).is_some() && matches!(own, Some((file, name, Item::Variable { .. })) if (file, name) == (self.file, text))
    }

    // Imports.

    /// The module's top runs here, if it has not run before.
    pub(super) fn import(&mut self, imported: &ImportedName, origin: Origin) {
        let db = self.db;
        let found = pyc_hir::resolve_module(db, self.file, imported.module, imported.level);
        if found == ModuleResolution::NotFound && imported.is_guarded {
            let missing = imported.module.map_or("", |module| module.as_str());
            return self.fail_import("raise_module_not_found", &format!("No module named '{missing}'"), origin);
        }
        // Packages before what is in them.
        let text = imported.module.map_or("", |module| module.as_str());
        for (at, _) in text.match_indices('.') {
            if let ModuleResolution::File(package) = pyc_hir::resolve_module(db, self.file, Some(name(&text[..at])), imported.level) {
                self.run_module(package, origin);
            }
        }
        if let ModuleResolution::File(file) = found {
            self.run_module(file, origin);
        }
        let mut submodule = false;
        if let Some(text) = imported.name
            && let dotted = imported.module.map_or(text, |module| name(&format!("{module}.{text}")))
            && let ModuleResolution::File(file) = pyc_hir::resolve_module(db, self.file, Some(dotted), imported.level)
        {
            self.run_module(file, origin);
            submodule = true;
        }
        if let (ModuleResolution::File(file), Some(text)) = (found, imported.name)
            && text != "*"
            && !submodule
        {
            self.imported_value(file, text, imported, origin);
        } else if imported.bind.is_some() {
            self.unsupported("An import of a module under a name that is assigned as well", "give the variable another name", origin);
        }
    }

    /// `from module import name` where the name is a variable, because other statements assign it too.
    fn imported_value(&mut self, file: File, text: Name, imported: &ImportedName, origin: Origin) {
        let slot = imported.bind.map_or(Slot::Global(imported.bound), Slot::Local);
        let found = pyc_hir::origin_of(self.db, file, text);
        match found {
            None if imported.is_guarded => {
                let message = format!("cannot import name '{text}' from '{}'", pyc_hir::module_name(self.db, file));
                self.fail_import("raise_import_error", &message, origin);
            }
            Some(found) if imported.bind.is_some() || self.is_variable(slot) => {
                let value = self.origin_value(found, origin);
                self.assign_slot(slot, value, origin);
            }
            _ => {}
        }
    }

    fn fail_import(&mut self, raises: &str, message: &str, origin: Origin) {
        self.note_possible_raise();
        let message = self.str(message, origin);
        let raise = self.raise_call(raises, vec![message], origin);
        self.emit(StmtKind::Expr(raise), origin);
        self.env.live = false;
    }

    fn run_module(&mut self, file: File, origin: Origin) {
        let db = self.db;
        if file == self.file || pyc_hir::body(db, BodyOwner::Module(file)).block.is_empty() {
            return;
        }
        let instance = super::module_instance(db, file);
        self.callees.push(instance);
        let call = self.expr_of(Ty::none(db), ExprKind::Call { instance, args: Vec::new() }, origin);
        self.emit(StmtKind::Expr(call), origin);
    }

    // Aliases.

    /// Whether an assignment gives a name to a type.
    pub(super) fn is_alias(&self, target: ExprId) -> bool {
        let Hir::Name(NameRef::Global(text)) = self.hir.exprs[target.index()] else { return false };
        self.own_global(text).is_some() && matches!(pyc_hir::resolve_item(self.db, self.file, text), Some((_, Item::TypeAlias { .. })))
    }

    pub(super) fn check_alias(&mut self, target: ExprId) {
        let Hir::Name(NameRef::Global(text)) = self.hir.exprs[target.index()] else { return };
        if let Err(problem) = self.scope.declared(self.db, &pyc_hir::TypeRef::Name(Box::new([text]))) {
            self.report_type_problem(problem, Origin::Expr(target));
        }
    }

    /// A call of an alias makes a value of the type; one of a `NewType` gives the value itself.
    pub(super) fn alias_call(&mut self, callee: ExprId, args: &[Arg], origin: Origin) -> Option<Expr> {
        let Hir::Name(NameRef::Global(text)) = self.hir.exprs[callee.index()] else { return None };
        let Some((_, Item::TypeAlias { is_new, .. })) = pyc_hir::resolve_item(self.db, self.file, text) else { return None };
        let ty = self.scope.ty(self.db, &pyc_hir::TypeRef::Name(Box::new([text]))).ok()?;
        if let (true, [value]) = (is_new, args) {
            let value = self.expr(value.value, Some(ty));
            return Some(self.coerce(value, ty, &format!("`{text}`")));
        }
        let (class, type_args) = class_of(self.db, ty)?.as_class(self.db)?;
        let is_named = |arg: &Arg| matches!(arg.kind, ArgKind::Keyword(_) | ArgKind::DoubleStar);
        if !args.is_empty() && args.iter().all(is_named) && crate::class::builtin_class(self.db, "dict") == Some(class) {
            return self.dict_of_keywords(args, Some(ty), origin);
        }
        let given = self.given(args);
        Some(self.construct_with(class, type_args.to_vec(), given, None, origin))
    }
}
