//! What may be a kernel: a function at the top of a module, marked with `@kernel` of `pyc.gpu`, that gives nothing and takes numbers and addresses.

use pyc_base::{Diagnostic, codes};
use pyc_hir::{BodyOwner, Db, Enclosing, File, FunctionId, ParamKind};

use crate::resolve::TypeScope;
use crate::thir::Mode;
use crate::ty::{Instance, Ty, TyKind};

/// Whether a function is marked as a kernel.
pub fn is_kernel(db: &dyn Db, function: FunctionId) -> bool {
    let file = function.def(db).file;
    let from_library = |path: &[pyc_base::Name]| match path {
        [one] => pyc_hir::resolve_global(db, file, *one).is_some_and(|(file, _)| file.is_stdlib(db)),
        _ => true,
    };
    pyc_hir::signature(db, function)
        .decorators
        .iter()
        .any(|decorator| decorator.path.last().is_some_and(|last| last.as_str() == "kernel") && from_library(&decorator.path))
}

/// The kernels of a file as they are compiled, or what is wrong with their signatures.
pub fn kernels_of(db: &dyn Db, file: File) -> Result<Vec<Instance>, Vec<Diagnostic>> {
    let mut kernels = Vec::new();
    let mut diagnostics = Vec::new();
    for &owner in pyc_hir::body_owners(db, file).iter() {
        let BodyOwner::Function(function) = owner else { continue };
        if !is_kernel(db, function) {
            continue;
        }
        match signature_error(db, file, function) {
            Some(error) => diagnostics.push(error),
            None => kernels.extend(crate::default_instance(db, function, None)),
        }
    }
    if diagnostics.is_empty() { Ok(kernels) } else { Err(diagnostics) }
}

fn signature_error(db: &dyn Db, file: File, function: FunctionId) -> Option<Diagnostic> {
    let signature = pyc_hir::signature(db, function);
    let spans = pyc_hir::signature_source_map(db, function);
    let name = signature.name;
    let error =
        |span, message: String, help: String| Some(Diagnostic::error(codes::KERNEL_SIGNATURE, file.id(db), span, message).help(help));
    if !matches!(pyc_hir::enclosing(db, function), Enclosing::Module(_)) {
        let message = format!("The kernel `{name}` is not at the top of a module");
        return error(spans.name, message, "move it there and pass what it needs as arguments".to_owned());
    }
    if let Some(param) = signature.type_params.first() {
        let message = format!("The kernel `{name}` has a type parameter, `{}`", param.name);
        return error(spans.name, message, "write one kernel for each type, and let them call one generic function".to_owned());
    }
    let scope = TypeScope { file, names: Vec::new(), self_ty: None };
    for (position, param) in signature.params.iter().enumerate() {
        let span = spans.param(position);
        if matches!(param.kind, ParamKind::VarArgs | ParamKind::KwArgs) {
            let message = format!("The kernel `{name}` takes a number of arguments that its signature leaves open");
            return error(span, message, "name its parameters".to_owned());
        }
        let Some(annotation) = &param.annotation else {
            let message = format!("The parameter `{}` of the kernel `{name}` has no type", param.name);
            return error(span, message, format!("write `{}: int`, or another type that a device knows", param.name));
        };
        // What names no type is reported with the function.
        let Ok(declared) = scope.declared(db, annotation) else { continue };
        if declared.mode != Mode::Read {
            let message = format!("The parameter `{}` of the kernel `{name}` stands for a variable of the host", param.name);
            return error(span, message, "take a `Ptr`, and pass a buffer".to_owned());
        }
        let Some(ty) = declared.ty else { continue };
        if !is_passable(db, ty) {
            let message =
                format!("The parameter `{}` of the kernel `{name}` is a `{}`, which can't be passed to a device", param.name, ty.show(db));
            return error(span, message, "use `int`, `float`, `bool`, an integer of fixed width, or `Ptr` of one of them".to_owned());
        }
    }
    let ret = signature.ret.as_ref().and_then(|ret| scope.declared(db, ret).ok()?.ty);
    let inferred = crate::default_instance(db, function, None).map(|instance| crate::infer(db, instance).body.ret);
    let ret = inferred.filter(|ret| ret.is_never(db)).or(ret).or(inferred);
    if ret.is_some_and(|ret| ret.is_never(db)) {
        return error(spans.name, format!("The kernel `{name}` never ends"), "let its loop end, or its assertion hold".to_owned());
    }
    ret.filter(|ret| !matches!(ret.kind(db), TyKind::None | TyKind::Unknown)).and_then(|ret| {
        let message = format!("The kernel `{name}` gives a `{}`, but what a launch starts gives nothing back", ret.show(db));
        error(spans.ret.unwrap_or(spans.name), message, "take a `Ptr` and write the results there".to_owned())
    })
}

/// Whether values of a type are passed to kernels as they are.
pub fn is_passable(db: &dyn Db, ty: Ty) -> bool {
    match ty.kind(db) {
        TyKind::Int | TyKind::Float | TyKind::Bool | TyKind::Fixed { .. } | TyKind::SmallFloat(_) | TyKind::Unknown => true,
        TyKind::Ptr(pointee) => is_passable(db, *pointee),
        _ => false,
    }
}

/// The `__call__` of a task, an object that the runtime calls.
pub fn call_method(db: &dyn Db, task: Ty) -> Option<Instance> {
    let (owner, method) = crate::class::find_method(db, task, "__call__")?;
    let args: Box<[Ty]> = owner.as_class(db)?.1.into();
    Some(Instance::new(db, BodyOwner::Function(method), args, Box::from([task])))
}
