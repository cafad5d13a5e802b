//! The name of an object's class at run time: a virtual function of the classes that are asked for it.
//!
//! The slot is the first of the hierarchy's root, so every class below it has it at the same number.

use pyc_mir::{self as mir, Callee, ClassId, Const, FuncId, Operand};
use pyc_types::ty::Ty;

use super::{ProgramBuilder, Work};
use crate::function::FunctionBuilder;

impl ProgramBuilder<'_> {
    /// What to call for the name of an object that is a `class`.
    pub(crate) fn class_name_callee(&mut self, class: Ty) -> Callee {
        let mut root = self.class_id(class);
        while let Some(base) = self.program.classes[root.index()].base {
            root = base;
        }
        self.named_roots.insert(root);
        Callee::Virtual { class: root, slot: 0 }
    }

    /// Gives the classes that were met since the last time their names. Whether there were any.
    pub(super) fn name_classes(&mut self) -> bool {
        let mut found = false;
        for at in 0..self.program.classes.len() {
            let class = &self.program.classes[at];
            let is_named = match class.base {
                Some(base) => !self.program.classes[base.index()].vtable.is_empty(),
                None => self.named_roots.contains(&ClassId(at as u32)),
            };
            if is_named && class.vtable.is_empty() {
                let function = self.name_function(ClassId(at as u32));
                self.program.classes[at].vtable.push(function);
                found = true;
            }
        }
        found
    }

    fn name_function(&mut self, class: ClassId) -> FuncId {
        let id = self.reserve_function();
        self.queue.push_back(Work::ClassName(id, class));
        id
    }

    pub(super) fn build_class_name(&mut self, id: ClassId) -> mir::Function {
        let class = self.class_types[id.index()];
        let name = self.program.classes[id.index()].name.clone();
        self.current = format!("the name of {name}");
        let text = self.string(&name);
        let str_ty = self.types.str_ty();
        let mut function = FunctionBuilder::for_glue(self, &name, [class]);
        function.finish_return(Operand::Const(Const::Static(text)));
        function.into_function(format!("{name}${}$name", id.0).into(), vec![mir::Mode::Borrow], str_ty)
    }
}
