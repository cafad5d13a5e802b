//! `main`: starts the runtime, runs the program's entry and says how it ended.

use melior::ir::{Region, Value};
use pyc_mir::{FuncId, Ty};

use super::builder::{append_block, argument};
use super::counts::Helper;
use super::function::Body;
use super::module::{Module, Outline};
use crate::error::{Result, bad_mir};

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
        let (i64, ptr) = (self.cx.types.i64, self.cx.types.ptr);
        let function = self.cx.function(entry)?;
        if !function.params.is_empty() || !matches!(function.ret, Ty::Unit | Ty::Never) {
            return Err(bad_mir("the entry takes or gives something"));
        }
        let end = self.new_block_of(&[(i64, self.cx.top.location)]);
        let exception = self.b.call(Some(&self.cx.symbol_of(entry)?), &[], function.raises.then_some(ptr))?;
        if let Some(exception) = exception {
            let fine = self.b.is_null(exception, self.cx.types.bool)?;
            let (after, uncaught) = (self.new_block(), self.new_block());
            self.b.branch_if(fine, after, uncaught, Some([1 << 20, 1]))?;
            self.b.block = uncaught;
            let status = self.uncaught(exception)?;
            self.b.branch_with(end, &[status])?;
            self.b.block = after;
        }
        let zero = self.b.i64(0)?;
        self.b.branch_with(end, &[zero])?;
        self.b.block = end;
        self.runtime("pyc_end", &[])?;
        if let Some(finish) = self.cx.program.finish {
            self.b.call(Some(&self.cx.symbol_of(finish)?), &[], None)?;
        }
        let status = self.runtime("pyc_finish", &[argument(end, 0)?])?;
        self.b.return_value(status)
    }

    /// Has the program say what happened; gives its exit status.
    fn uncaught(&mut self, exception: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let id = self.cx.program.report_exception.ok_or_else(|| bad_mir("the entry raises what nothing reports"))?;
        let report = self.cx.function(id)?;
        if report.ret != Ty::INT {
            return Err(bad_mir("report_exception gives no status"));
        }
        let types = &self.cx.types;
        let calling = types.calling(self.cx.program, &report.signature(), false);
        let result = self.b.call(Some(&self.cx.symbol_of(id)?), &[exception], calling.result(types))?;
        let result = result.ok_or_else(|| bad_mir("report_exception gives no status"))?;
        let status = if report.raises { self.status_unless_raised(result)? } else { result };
        self.release_exception(exception, false)?;
        Ok(status)
    }

    /// Where the report itself fails there is nobody left to tell.
    fn status_unless_raised(&mut self, result: Value<'c, 'c>) -> Result<Value<'c, 'c>> {
        let (i64, ptr) = (self.cx.types.i64, self.cx.types.ptr);
        let (status, error) = (self.b.extract(result, i64, &[0])?, self.b.extract(result, ptr, &[1])?);
        let (fine, one) = (self.b.is_null(error, self.cx.types.bool)?, self.b.i64(1)?);
        self.release_exception(error, true)?;
        self.b.value("llvm.select", &[fine, status, one], i64, &[])
    }

    fn release_exception(&mut self, exception: Value<'c, 'c>, nullable: bool) -> Result<()> {
        self.count(Helper::Release, exception, &Ty::Ref { class: None, nullable })
    }
}
