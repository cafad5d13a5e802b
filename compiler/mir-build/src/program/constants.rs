//! Constants of the program's image, each there once.

use std::sync::Arc;

use pyc_mir::{Const, DataId, Static, StaticId, Ty};

use super::ProgramBuilder;

impl ProgramBuilder<'_> {
    pub(crate) fn data(&mut self, bytes: &[u8]) -> DataId {
        if let Some(id) = self.data.get(bytes) {
            return *id;
        }
        let id = DataId(self.program.data.len() as u32);
        self.program.data.push(bytes.into());
        self.data.insert(bytes.into(), id);
        id
    }

    /// A string object. The library's class `str` says by its fields' names what it wants to find in it.
    pub(crate) fn string(&mut self, text: &Arc<str>) -> StaticId {
        if let Some(id) = self.strings.get(text) {
            return *id;
        }
        let class = self.class_id(self.types.str_ty());
        let bytes = self.data(text.as_bytes());
        let mut fields = Vec::new();
        for field in &self.program.classes[class.index()].fields {
            fields.push(match (&*field.name, &field.ty) {
                ("_data", _) => Const::Data(bytes),
                ("_size", Ty::Int(ty)) => Const::Int(text.len() as i128, *ty),
                ("_length", Ty::Int(ty)) => Const::Int(text.chars().count() as i128, *ty),
                (_, ty) => Const::Zero(ty.clone()),
            });
        }
        let id = StaticId(self.program.statics.len() as u32);
        self.program.statics.push(Static { class, fields });
        self.strings.insert(text.clone(), id);
        id
    }
}
