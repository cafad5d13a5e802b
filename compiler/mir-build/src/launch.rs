//! The functions of `pyc.gpu` that have no body: shared memory, and what a launch needs to know of its kernel.

use std::sync::Arc;

use pyc_mir::{self as mir, Cast, Const, LocalId, Mode, Operand, Place, Projection, Rvalue};
use pyc_types::thir::{Expr, ExprKind, Origin};
use pyc_types::ty::{Instance, Ty};

use crate::exits::borrowed;
use crate::function::FunctionBuilder;
use crate::intrinsics::Call;
use crate::program::ProgramBuilder;

impl FunctionBuilder<'_, '_, '_> {
    /// `shared[T, count]()`: memory that the threads of a block share.
    pub(crate) fn shared_memory(&mut self, type_args: &[Ty], args: &[Expr]) -> Operand {
        let (Some(element), [Expr { kind: ExprKind::Int(count), .. }]) = (type_args.first(), args) else {
            crate::bug(&self.program.current, "shared memory of no constant size")
        };
        let element = self.program.repr(*element);
        let ty = mir::Ty::Array(Arc::new(element), *count as u64);
        let name = format!("{}$shared{}", self.program.current, self.program.program.globals.len());
        let global = self.program.add_global(name.into(), ty, mir::AddressSpace::Shared);
        self.compute(mir::Ty::PTR, Rvalue::AddressOf(Place::global(global)))
    }

    pub(crate) fn launch_intrinsic(&mut self, call: &Call) -> Option<Operand> {
        Some(match call.name {
            "device_code" => Operand::Const(Const::Data(self.program.device_code())),
            "kernel_name" => {
                let symbol = self.program.types.function_info(self.kernel(call)).symbol;
                self.static_string(&symbol)
            }
            "kernel_place" => {
                let kernel = self.kernel(call);
                let types = self.program.types;
                let place = format!("{}:{}", types.function_info(kernel).path, types.location(kernel, Origin::Body).line);
                self.static_string(&place)
            }
            "callback_code" => self.callback_code(call.args[0].ty),
            _ => return None,
        })
    }

    fn kernel(&self, call: &Call) -> Instance {
        let kernel = call.type_args.first().and_then(|ty| self.program.types.function_instance(*ty));
        kernel.unwrap_or_else(|| crate::bug(&self.program.current, format_args!("`{}` of what is no kernel", call.name)))
    }

    /// The address of the code of a closure: it takes the object alone.
    fn callback_code(&mut self, task: Ty) -> Operand {
        let function = self.program.callback(task);
        let signature = mir::Signature { params: Vec::new(), ret: mir::Ty::Unit, raises: false };
        let closure = self.temp(mir::Ty::Closure(Arc::new(signature)));
        self.init(Place::local(closure), Rvalue::Use(Operand::Const(Const::Function(function))));
        let address = self.compute(mir::Ty::PTR, Rvalue::AddressOf(Place::local(closure)));
        let place = self.place_of(address, mir::Ty::PTR);
        let code = place.project(Projection::Element { ty: mir::Ty::PTR, index: Operand::int(0) });
        self.compute(mir::Ty::PTR, Rvalue::Use(Operand::Copy(code)))
    }
}

impl ProgramBuilder<'_> {
    /// The bytes that will hold what devices run.
    fn device_code(&mut self) -> mir::DataId {
        let program = &mut self.program;
        *program.device_code.get_or_insert_with(|| {
            program.data.push(vec![0; 8].into());
            mir::DataId(program.data.len() as u32 - 1)
        })
    }

    /// Calls `__call__` of an object whose class only the caller knows. Nobody is there to catch what it raises: that is dropped.
    pub(crate) fn build_callback(&mut self, task: Ty) -> mir::Function {
        let name: Arc<str> = self.types.class_layout(task).name.clone();
        self.current = format!("the callback of {name}");
        let call = self.types.call_method(task);
        let none = self.types.none_ty();
        let mut function = FunctionBuilder::for_glue(self, &name, []);
        function.swallows = true;
        let environment = function.new_local(mir::Ty::Ref { class: None, nullable: true }, None);
        let object = function.program.repr(task);
        let object = function.cast(Cast::Ref, Operand::Copy(Place::local(environment)), object);
        function.call_function(call, vec![borrowed(object)]);
        function.finish_return(Operand::Const(Const::Unit));
        let symbol = format!("{name}${}$callback", function.program.class_id(task).0);
        let mut made = function.into_function(symbol.into(), vec![Mode::Borrow], none);
        made.raises = false;
        debug_assert_eq!(environment, LocalId(0), "the environment is the only parameter");
        made
    }
}
