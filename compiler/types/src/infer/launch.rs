//! What `pyc.gpu` asks of inference: shared memory of a constant size, and launches, whose arguments must fit a kernel.

use pyc_base::{codes, name};
use pyc_hir::{ClassId, Expr as Hir, ExprId, Literal, NameRef};

use super::Infer;
use crate::diagnostic::TypeDiagnostic;
use crate::kernel;
use crate::thir::{Expr, ExprKind, Origin};
use crate::ty::{GlobalVar, Instance, Ty, TyKind};

impl Infer<'_> {
    /// `shared[T, count]()`.
    pub(super) fn shared_memory(&mut self, index: ExprId, origin: Origin) -> Expr {
        let hir = self.hir.clone();
        if let Hir::Tuple(items) = &hir.exprs[index.index()]
            && let [ty, count] = **items
            && let Some(count) = self.constant_count(count)
        {
            return match self.type_argument(ty) {
                Ok(ty) if kernel::is_passable(self.db, ty) => {
                    let count = self.int(count, origin);
                    let pointer = Ty::new(self.db, TyKind::Ptr(ty));
                    self.expr_of(pointer, ExprKind::Intrinsic { name: name("_shared"), type_args: vec![ty], args: vec![count] }, origin)
                }
                Ok(ty) => {
                    let message = format!("Shared memory can't hold values of type `{}`", ty.show(self.db));
                    self.report(TypeDiagnostic::error(codes::SHARED_SIZE, origin, message).help("use it for numbers"));
                    self.unknown(origin)
                }
                Err(problem) => {
                    self.report_type_problem(problem, Origin::Expr(ty));
                    self.unknown(origin)
                }
            };
        }
        self.report(
            TypeDiagnostic::error(
                codes::SHARED_SIZE,
                origin,
                "Shared memory needs a type and a number of elements that is known at compile time",
            )
            .help("write `shared[float, 256]()`"),
        );
        self.unknown(origin)
    }

    fn constant_count(&self, count: ExprId) -> Option<i64> {
        let value = match &self.hir.exprs[count.index()] {
            Hir::Literal(literal) => literal.clone(),
            Hir::Name(NameRef::Global(text)) => {
                let (file, _) = pyc_hir::resolve_global(self.db, self.file, *text)?;
                crate::constant::constant(self.db, GlobalVar { file, name: *text })?
            }
            _ => return None,
        };
        match value {
            Literal::Int(count) if count > 0 => Some(count),
            _ => None,
        }
    }

    /// The arguments of a launch, `(device, kernel, grid, block, (argument, …))`, as the kernel's parameters take them.
    pub(super) fn launch_arguments(&mut self, mut args: Vec<Expr>, origin: Origin) -> Option<Vec<Expr>> {
        let db = self.db;
        let TyKind::Function(function) = *args.get(1)?.ty.kind(db) else {
            let shown = self.vars.resolve(db, args[1].ty).show(db);
            let error = TypeDiagnostic::error(codes::KERNEL_LAUNCH, origin, format!("A value of type `{shown}` can't be launched"));
            self.report(error.help("pass a function that is marked with `@kernel`"));
            return None;
        };
        let own = pyc_hir::signature(db, function).name;
        if !kernel::is_kernel(db, function) {
            let error = TypeDiagnostic::error(codes::KERNEL_LAUNCH, origin, format!("`{own}` is launched, but it is no kernel"));
            self.report(error.help(format!("mark it: write `@kernel` above `def {own}`")));
            return None;
        }
        if !(self.fits_size(&args[2].clone(), "grid") & self.fits_size(&args[3].clone(), "block")) {
            return None;
        }
        // What is wrong with the kernel's signature is told with it.
        let kernel = crate::default_instance(db, function, None)?;
        let last = args.pop()?;
        let ExprKind::Tuple(given) = last.kind else { return None };
        let params = kernel.params(db);
        if given.len() != params.len() {
            let message = format!("The kernel `{own}` takes {} arguments, but the launch gives {}", params.len(), given.len());
            let shown: Vec<String> = params.iter().map(|param| param.show(db)).collect();
            let error = TypeDiagnostic::error(codes::KERNEL_LAUNCH, origin, message);
            self.report(error.help(format!("behind grid and block, give its arguments: {}", shown.join(", "))));
            return None;
        }
        let fitted: Option<Vec<Expr>> = given.into_iter().enumerate().map(|(at, value)| self.launch_argument(kernel, at, value)).collect();
        let ty = Ty::tuple(db, fitted.as_ref()?.iter().map(|value| self.vars.resolve(db, value.ty)).collect::<Vec<_>>());
        args.push(self.expr_of(ty, ExprKind::Tuple(fitted?), last.origin));
        Some(args)
    }

    /// A grid or a block: a number, or a tuple of one to three.
    fn fits_size(&mut self, value: &Expr, what: &str) -> bool {
        let db = self.db;
        let ty = self.vars.resolve(db, value.ty);
        let is_size = |ty: Ty| matches!(ty.kind(db), TyKind::Int | TyKind::Unknown);
        let fits = match ty.kind(db) {
            TyKind::Tuple(sizes) => (1..=3).contains(&sizes.len()) && sizes.iter().all(|size| is_size(*size)),
            _ => is_size(ty),
        };
        if !fits {
            let message = format!("The {what} of a launch is a `{}`", ty.show(db));
            let error = TypeDiagnostic::error(codes::KERNEL_LAUNCH, value.origin, message);
            self.report(error.help("give a number, or a tuple of up to three: `(16, 16)`"));
        }
        fits
    }

    fn is_buffer(&self, class: ClassId) -> bool {
        class.def(self.db).file.is_stdlib(self.db) && crate::ty::class_name(self.db, class).as_str() == "Buffer"
    }

    fn launch_argument(&mut self, kernel: Instance, at: usize, value: Expr) -> Option<Expr> {
        let db = self.db;
        let declared = kernel.params(db)[at];
        let given = self.vars.resolve(db, value.ty);
        if given == declared || given.is_unknown(db) {
            return Some(value);
        }
        match (declared.kind(db), given.kind(db)) {
            (TyKind::Float, TyKind::Int | TyKind::Bool) => return Some(self.to_float(value)),
            // The memory of a buffer.
            (TyKind::Ptr(element), TyKind::Class { class, args }) if self.is_buffer(*class) && **args == [*element] => return Some(value),
            _ => {}
        }
        let pyc_hir::BodyOwner::Function(function) = kernel.owner(db) else { return None };
        let signature = pyc_hir::signature(db, function);
        let (own, param) = (signature.name, signature.params[at].name);
        let message =
            format!("`{}` is given for the parameter `{param}` of the kernel `{own}`, which is a `{}`", given.show(db), declared.show(db));
        let error = TypeDiagnostic::error(codes::KERNEL_LAUNCH, value.origin, message);
        self.report(match declared.kind(db) {
            TyKind::Ptr(element) => {
                error.help(format!("pass a `Buffer[{}]`: `device.from_host` and `device.empty` make one", element.show(db)))
            }
            _ => error.help(format!("convert it: `{}(…)`", declared.show(db))),
        });
        None
    }

    /// Calls a kernel with arguments that lie in memory, each in eight bytes.
    pub(super) fn call_kernel(&mut self, mut args: Vec<Expr>, origin: Origin) -> Option<Expr> {
        let db = self.db;
        let words = args.pop()?;
        let TyKind::Function(function) = *args.pop()?.ty.kind(db) else { return None };
        let kernel = crate::default_instance(db, function, None)?;
        let (store, local) = self.temp(words);
        let loads = kernel.params(db).iter().enumerate().map(|(at, &param)| {
            let address = self.local_expr(local, origin);
            let position = self.int(at as i64, origin);
            let width = |ty| Ty::new(db, TyKind::Ptr(ty));
            let word = self.raw("ptr_cast", Ty::int(db), width(Ty::int(db)), vec![address], origin);
            let place = self.raw("ptr_offset", Ty::int(db), width(Ty::int(db)), vec![word, position], origin);
            let place = self.raw("ptr_cast", param, width(param), vec![place], origin);
            let first = self.int(0, origin);
            self.raw("ptr_load", param, param, vec![place, first], origin)
        });
        let loads: Vec<Expr> = loads.collect();
        self.callees.push(kernel);
        self.note_possible_raise();
        let call = self.expr_of(Ty::none(db), ExprKind::Call { instance: kernel, args: loads }, origin);
        Some(self.block_expr(vec![store], call))
    }

    fn raw(&self, intrinsic: &str, argument: Ty, ty: Ty, args: Vec<Expr>, origin: Origin) -> Expr {
        self.expr_of(ty, ExprKind::Intrinsic { name: name(intrinsic), type_args: vec![argument], args }, origin)
    }
}
