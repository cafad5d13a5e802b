//! The MLIR context, with the few dialects that are used: loading all of them takes longer than compiling a small program.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Once;

use melior::dialect::{DialectHandle, DialectRegistry};

/// An MLIR context that keeps what MLIR complains about.
pub(crate) struct Context {
    mlir: melior::Context,
    complaints: Rc<RefCell<Vec<String>>>,
}

impl Context {
    pub(crate) fn new() -> Self {
        static PASSES: Once = Once::new();
        PASSES.call_once(super::pipeline::register);
        let mlir = melior::Context::new_with_registry(&DialectRegistry::new(), false);
        for handle in [DialectHandle::arith(), DialectHandle::cf(), DialectHandle::llvm(), math()] {
            handle.load_dialect(&mlir);
        }
        melior::utility::register_all_llvm_translations(&mlir);
        let complaints = Rc::<RefCell<Vec<String>>>::default();
        let sink = Rc::clone(&complaints);
        mlir.attach_diagnostic_handler(move |diagnostic| {
            sink.borrow_mut().push(format!("{}: {diagnostic}", diagnostic.location()));
            true
        });
        Self { mlir, complaints }
    }

    /// Loads what only kernels need.
    pub(crate) fn load_devices(&self) {
        // SAFETY: the handles are statics of MLIR.
        let handles = unsafe { [mlir_sys::mlirGetDialectHandle__nvvm__(), mlir_sys::mlirGetDialectHandle__rocdl__()] };
        for handle in handles {
            // SAFETY: as above.
            unsafe { DialectHandle::from_raw(handle) }.load_dialect(&self.mlir);
        }
    }

    pub(crate) const fn mlir(&self) -> &melior::Context {
        &self.mlir
    }

    /// What MLIR complained about since this was last asked for.
    pub(crate) fn diagnostics(&self) -> String {
        self.complaints.borrow_mut().drain(..).collect::<Vec<_>>().join("\n")
    }
}

fn math() -> DialectHandle {
    // SAFETY: the handle is a static of MLIR.
    unsafe { DialectHandle::from_raw(mlir_sys::mlirGetDialectHandle__math__()) }
}
