//! The functions of `pyc.unsafe` that make code callable from outside of the program: without them nobody there could find it, and no module's top
//! would have run.

use std::sync::Arc;

use pyc_mir::{self as mir, Const, Operand, Place, Projection, Rvalue};
use pyc_types::thir::Expr;
use pyc_types::ty::Instance;

use crate::function::FunctionBuilder;
use crate::intrinsics::Call;

impl FunctionBuilder<'_, '_, '_> {
    pub(crate) fn entry_intrinsic(&mut self, call: &Call) -> Option<Operand> {
        Some(match (call.name, call.args) {
            ("function_address", [function]) => self.function_address(function),
            ("run_module", []) => self.run_module(),
            _ => return None,
        })
    }

    /// The code of a function that is called as C calls: a closure keeps it first.
    fn function_address(&mut self, function: &Expr) -> Operand {
        let Some(instance) = self.program.types.function_instance(function.ty) else {
            crate::bug(&self.program.current, "the address of what is no function with declared types")
        };
        let function = self.program.function_id(instance);
        let closure = self.closure_type(instance);
        let closure = self.temp(closure);
        self.init(Place::local(closure), Rvalue::Use(Operand::Const(Const::Function(function))));
        let address = self.compute(mir::Ty::PTR, Rvalue::AddressOf(Place::local(closure)));
        let place = self.place_of(address, mir::Ty::PTR);
        let code = place.project(Projection::Element { ty: mir::Ty::PTR, index: Operand::int(0) });
        self.compute(mir::Ty::PTR, Rvalue::Use(Operand::Copy(code)))
    }

    /// The type of a closure that is made of a function: its last parameter is taken for the environment.
    fn closure_type(&mut self, instance: Instance) -> mir::Ty {
        let declaration = self.program.declaration(instance);
        let params = declaration.params.iter().map(|(ty, mode)| mir::Param { ty: self.program.repr(*ty), mode: *mode });
        let mut params: Vec<mir::Param> = params.collect();
        params.pop();
        let ret = self.program.repr(declaration.ret);
        mir::Ty::Closure(Arc::new(mir::Signature { params, ret, raises: declaration.raises }))
    }

    fn run_module(&mut self) -> Operand {
        let Some(instance) = self.instance else { crate::bug(&self.program.current, "`run_module` outside of modules") };
        let module = self.program.types.own_module(instance);
        self.call_function(module, Vec::new())
    }
}
