//! Where a kernel's thread is among the others, and waiting for them.

use melior::ir::Value;
use pyc_mir::Intrinsic;

use super::function::Body;
use crate::error::{Result, bad_mir};

impl<'c> Body<'_, '_, 'c> {
    /// On the CPU the runtime runs the threads of a grid and knows which one it is running.
    pub(super) fn device(&mut self, intrinsic: Intrinsic) -> Result<Value<'c, 'c>> {
        let (what, dimension) = match intrinsic {
            Intrinsic::ThreadIdx(dimension) => (0, dimension),
            Intrinsic::BlockIdx(dimension) => (1, dimension),
            Intrinsic::BlockDim(dimension) => (2, dimension),
            Intrinsic::GridDim(dimension) => (3, dimension),
            _ => {
                self.runtime("pyc_grid_barrier", &[])?;
                return self.b.zero(self.cx.types.empty);
            }
        };
        if dimension > 2 {
            return Err(bad_mir(format!("dimension {dimension} of a grid")));
        }
        let number = self.b.i64(what * 3 + i64::from(dimension))?;
        self.runtime("pyc_grid_index", &[number])?.ok_or_else(|| bad_mir("an index without a value"))
    }
}
