//! `main`: starts the runtime, runs the program's entry and says how it ended.

use melior::ir::{Region, Value};
use pyc_mir::{FuncId, Ty};

use super::builder::{append_block, argument};
use super::counts::Helper;
use super::function::Body;
use super::module::{Module, Outline};
use crate::error::{Result, bad_mir};
use crate::layout;

impl<'p, 'c> Module<'p, 'c> {
    pub(super) fn add_main(&self, entry: FuncId) -> Result<()> {
        let (i32, ptr) = (self.types.i32, self.types.ptr);
        let region = Region::new();
        let first = append_block(&region, &[(i32, self.top.location), (ptr, self.top.location)]);
        let mut body = Body::generated(self, &region, first);
        body.runtime("pyc_start", &[argument(first, 0)?, argument(first, 1)?])?;
        body.run(entry)?;
        body.close()?;
        let ty = melior::dialect::llvm::r#type::function(i32, &[i32, ptr], false);
        self.add_function(self.top.location, "main", ty, Outline { external: true, ..Outline::default() }, region)
    }
}

impl<'c> Body<'_, '_, 'c> {
    fn run(&mut self, entry: FuncId) -> Result<()> {
        let function = self.cx.function(entry)?;
        if !function.params.is_empty() || !matches!(function.ret, Ty::Unit | Ty::Never) {
            return Err(bad_mir("the entry takes or gives something"));
        }
        let ptr = self.cx.types.ptr;
        let exception = self.b.call(Some(&self.cx.symbol_of(function)), &[], function.raises.then_some(ptr))?;
        if let Some(exception) = exception {
            let fine = self.b.is_null(exception, self.cx.types.bool)?;
            let (after, uncaught) = (self.new_block(), self.new_block());
            self.b.branch_if(fine, after, uncaught, Some([1 << 20, 1]))?;
            self.b.block = uncaught;
            self.uncaught(exception)?;
            self.b.block = after;
        }
        let zero = self.b.i32(0)?;
        let status = self.runtime("pyc_finish", &[zero])?;
        self.b.return_value(status)
    }

    /// Prints the traceback and what the program says of the exception.
    fn uncaught(&mut self, exception: Value<'c, 'c>) -> Result<()> {
        let Some(describe) = self.cx.program.describe_exception else { return self.report(exception, None) };
        let function = self.cx.function(describe)?;
        let signature = function.signature();
        let calling = self.cx.types.calling(self.cx.program, &signature, false);
        let result = self.b.call(Some(&self.cx.symbol_of(function)), &[exception], calling.result(&self.cx.types))?;
        let types = &self.cx.types;
        match (calling.value, function.raises, result) {
            (None, false, _) => self.report(exception, None),
            (Some(_), false, Some(text)) => self.report(exception, Some((text, &signature.ret))),
            (None, true, Some(error)) => {
                self.release_exception(error, true)?;
                self.report(exception, None)
            }
            (Some(value), true, Some(pair)) => {
                let text = self.b.extract(pair, value, &[0])?;
                let error = self.b.extract(pair, types.ptr, &[1])?;
                let fine = self.b.is_null(error, types.bool)?;
                let (described, failed) = (self.new_block(), self.new_block());
                self.b.branch_if(fine, described, failed, None)?;
                self.b.block = failed;
                self.release_exception(error, false)?;
                self.report(exception, None)?;
                self.b.block = described;
                self.report(exception, Some((text, &signature.ret)))
            }
            (_, _, None) => Err(bad_mir("describe_exception without its result")),
        }
    }

    /// Prints, ends what is left, and returns from `main`.
    fn report(&mut self, exception: Value<'c, 'c>, text: Option<(Value<'c, 'c>, &Ty)>) -> Result<()> {
        let (bytes, length) = match text {
            Some((value, ty)) => self.text_of(value, ty)?,
            None => (self.b.zero(self.cx.types.ptr)?, self.b.i64(0)?),
        };
        self.runtime("pyc_uncaught", &[exception, bytes, length])?;
        if let Some((value, ty)) = text {
            self.count(Helper::Release, value, ty)?;
        }
        self.release_exception(exception, false)?;
        let one = self.b.i32(1)?;
        let status = self.runtime("pyc_finish", &[one])?;
        self.b.return_value(status)
    }

    fn release_exception(&mut self, exception: Value<'c, 'c>, nullable: bool) -> Result<()> {
        self.count(Helper::Release, exception, &Ty::Ref { class: None, nullable })
    }

    /// A text is an object or struct with a field `size` or `length`, its bytes, and a field `data` that points at them; without `data` the bytes
    /// follow the object's fields.
    fn text_of(&mut self, value: Value<'c, 'c>, ty: &Ty) -> Result<(Value<'c, 'c>, Value<'c, 'c>)> {
        let program = self.cx.program;
        let fields = match ty {
            Ty::Ref { class: Some(class), .. } => &program.classes[class.index()].fields,
            Ty::Struct(id) => &program.structs[id.index()].fields,
            other => return Err(bad_mir(format!("describe_exception gives a {other}"))),
        };
        let find = |names: &[&str], ty: &Ty| fields.iter().position(|field| names.contains(&&*field.name) && field.ty == *ty);
        let count =
            find(&["size", "length", "_size", "_length", "nbytes"], &Ty::INT).ok_or_else(|| bad_mir("a text without its length"))?;
        let data = find(&["data", "_data", "bytes", "_bytes"], &Ty::PTR);
        let count = self.text_field(value, ty, count)?;
        let bytes = match (data, ty) {
            (Some(data), _) => self.text_field(value, ty, data)?,
            (None, Ty::Ref { class: Some(class), .. }) => {
                let size = layout::object(program, *class).size.next_multiple_of(8);
                self.b.offset(value, size as i32)?
            }
            _ => return Err(bad_mir("a text without its bytes")),
        };
        Ok((bytes, count))
    }

    fn text_field(&mut self, value: Value<'c, 'c>, ty: &Ty, field: usize) -> Result<Value<'c, 'c>> {
        match ty {
            Ty::Ref { class: Some(class), .. } => {
                let address = self.object_field(value, *class, field as u32)?;
                self.load(&address)
            }
            _ => {
                let program = self.cx.program;
                let Ty::Struct(id) = ty else { return Err(bad_mir("a text of no record type")) };
                let memory = self.cx.types.memory(program, &program.structs[id.index()].fields[field].ty);
                self.b.extract(value, memory, &[field as i64])
            }
        }
    }
}
