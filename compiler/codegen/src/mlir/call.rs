//! Calls and their error edges.

use melior::ir::Value;
use pyc_mir::{BlockId, Callee, Inline, Loc, Mode, Operand, Place, Signature, Ty};

use super::classes::TYPE_WORDS;
use super::function::Body;
use super::module::Module;
use super::tbaa::Memory;
use super::types::has_storage;
use crate::error::{Result, bad_mir};
use crate::units::Role;

/// Where a call goes.
struct Target<'c> {
    signature: Signature,
    symbol: Option<String>,
    /// The address of the code if it has no symbol.
    code: Option<Value<'c, 'c>>,
    /// The last argument of a closure.
    environment: Option<Value<'c, 'c>>,
}

/// How much more often a call returns than it raises.
const FINE: [i32; 2] = [1 << 20, 1];

impl<'c> Body<'_, '_, 'c> {
    pub(super) fn call(
        &mut self,
        callee: &Callee,
        args: &[Operand],
        destination: &Place,
        target: BlockId,
        unwind: Option<&(Place, BlockId)>,
        loc: Loc,
    ) -> Result<()> {
        let signature = self.signature_of(callee)?;
        let values = self.arguments(&signature, args)?;
        let to = self.target(callee, signature, &values)?;
        let environment = to.environment.is_some();
        let calling = self.cx.types.calling(self.cx.program, &to.signature, environment);
        let operands: Vec<_> = to.code.into_iter().chain(values).chain(to.environment).collect();
        let stays = self.runs_once && matches!(callee, Callee::Direct(id) if self.cx.function(*id)?.inline == Inline::Auto);
        let result = self.b.call_with(to.symbol.as_deref(), &operands, calling.result(&self.cx.types), stays)?;
        let target = self.block(target)?;
        let (value, exception) = match (calling.value, calling.raises, result) {
            (_, false, value) => (value, None),
            (None, true, exception) => (None, exception),
            (Some(value), true, Some(pair)) => {
                (Some(self.b.extract(pair, value, &[0])?), Some(self.b.extract(pair, self.cx.types.ptr, &[1])?))
            }
            (Some(_), true, None) => return Err(bad_mir("a call without its result")),
        };
        match (exception, unwind) {
            (Some(exception), Some((place, block))) => self.error_edge(exception, place, *block, loc)?,
            (Some(_), None) => return Err(bad_mir("a call that may raise has no unwind block")),
            (None, _) => {}
        }
        if let Some(value) = value
            && has_storage(&self.place_type(destination)?)
        {
            self.write(destination, value)?;
        }
        if to.signature.ret == Ty::Never && exception.is_none() {
            return self.b.effect("llvm.unreachable", &[], &[]);
        }
        self.b.branch(target)
    }

    /// Goes to the unwind block if there is an exception; the builder goes on where there is none.
    fn error_edge(&mut self, exception: Value<'c, 'c>, place: &Place, unwind: BlockId, loc: Loc) -> Result<()> {
        let fine = self.b.is_null(exception, self.cx.types.bool)?;
        let (after, cold) = (self.new_block(), self.new_block());
        self.b.branch_if(fine, after, cold, Some(FINE))?;
        self.b.block = cold;
        self.traceback(exception, loc)?;
        self.write(place, exception)?;
        self.b.branch(self.block(unwind)?)?;
        self.b.block = after;
        Ok(())
    }

    fn signature_of(&self, callee: &Callee) -> Result<Signature> {
        match callee {
            Callee::Direct(id) => Ok(self.cx.function(*id)?.signature()),
            Callee::Virtual { class, slot } => {
                let class = self.cx.program.classes.get(class.index()).ok_or_else(|| bad_mir("a virtual call of no class"))?;
                let function = class.vtable.get(*slot as usize).ok_or_else(|| bad_mir(format!("no slot {slot}")))?;
                Ok(self.cx.function(*function)?.signature())
            }
            Callee::Value(operand) => match self.operand_type(operand)? {
                Ty::Closure(signature) => Ok((*signature).clone()),
                other => Err(bad_mir(format!("a call of {other}"))),
            },
        }
    }

    fn arguments(&mut self, signature: &Signature, args: &[Operand]) -> Result<Vec<Value<'c, 'c>>> {
        if args.len() != signature.params.len() {
            return Err(bad_mir(format!("{} arguments for {} parameters", args.len(), signature.params.len())));
        }
        let mut values = Vec::new();
        for (arg, param) in args.iter().zip(&signature.params) {
            match (param.mode, arg) {
                (Mode::Inout, Operand::Copy(place) | Operand::Move(place)) => values.push(self.place(place)?.pointer),
                (Mode::Inout, Operand::Const(_)) => return Err(bad_mir("a constant for an inout parameter")),
                _ if has_storage(&param.ty) => values.push(self.operand(arg)?),
                _ => {}
            }
        }
        Ok(values)
    }

    fn target(&mut self, callee: &Callee, signature: Signature, args: &[Value<'c, 'c>]) -> Result<Target<'c>> {
        Ok(match callee {
            Callee::Direct(id) => {
                let symbol = self.cx.symbol_of(*id)?.into_owned();
                Target { signature, symbol: Some(symbol), code: None, environment: None }
            }
            Callee::Virtual { class, slot } => {
                let receiver = args.first().ok_or_else(|| bad_mir("a virtual call without a receiver"))?;
                if let Some(id) = self.cx.classes.only_target(self.cx.program, *class, *slot) {
                    let symbol = self.cx.symbol_of(id)?.into_owned();
                    return Ok(Target { signature, symbol: Some(symbol), code: None, environment: None });
                }
                let record = self.type_of(*receiver)?;
                let at = self.b.member(record, self.cx.types.i64, &[TYPE_WORDS as i32 + *slot as i32])?;
                let code = self.load_raw(at, self.cx.types.ptr, Memory::Slot, None)?;
                Target { signature, symbol: None, code: Some(code), environment: None }
            }
            Callee::Value(operand) => {
                let closure = self.operand(operand)?;
                let code = self.b.extract(closure, self.cx.types.ptr, &[0])?;
                let environment = self.b.extract(closure, self.cx.types.ptr, &[1])?;
                Target { signature, symbol: None, code: Some(code), environment: Some(environment) }
            }
        })
    }

    // ---- the runtime

    /// Calls a symbol of the runtime.
    pub(super) fn runtime(&mut self, name: &str, values: &[Value<'c, 'c>]) -> Result<Option<Value<'c, 'c>>> {
        let symbol = self.cx.runtime(name)?;
        if symbol.params.len() != values.len() {
            return Err(bad_mir(format!("{name} takes {} arguments, {} are given", symbol.params.len(), values.len())));
        }
        let result = symbol.result.map(|scalar| self.cx.scalar(scalar));
        self.b.call(Some(name), values, result)
    }

    pub(super) fn runtime_call(&mut self, name: &str, args: &[Operand], ret: &Ty) -> Result<Value<'c, 'c>> {
        let symbol = self.cx.runtime(name)?;
        let mut values = Vec::new();
        for (arg, param) in args.iter().zip(symbol.params) {
            let value = self.operand(arg)?;
            if !is_of(value, self.cx.scalar(*param)) {
                return Err(bad_mir(format!("{name} takes {param:?} where a {} is given", self.operand_type(arg)?)));
            }
            values.push(value);
        }
        if values.len() != args.len() {
            return Err(bad_mir(format!("{name} takes {} arguments, {} are given", symbol.params.len(), args.len())));
        }
        let result = self.runtime(name, &values)?;
        match (result, has_storage(ret)) {
            (Some(value), true) if is_of(value, self.cx.types.value(self.cx.program, ret)) => Ok(value),
            (_, true) => Err(bad_mir(format!("{name} does not give a {ret}"))),
            (_, false) => self.b.zero(self.cx.types.empty),
        }
    }

    /// Adds this function and a place in it to an exception's traceback.
    pub(super) fn traceback(&mut self, exception: Value<'c, 'c>, loc: Loc) -> Result<()> {
        if loc.line == 0 {
            return Ok(());
        }
        let info = match &self.info {
            Some(info) => info.clone(),
            None => {
                let info = self.cx.add_function_record(self.function)?;
                self.info = Some(info.clone());
                info
            }
        };
        let record = self.b.address_of(self.cx.types.ptr, &info)?;
        let lines = self.b.i64(pair(loc.line, loc.end_line))?;
        let columns = self.b.i64(pair(loc.column, loc.end_column))?;
        self.runtime("pyc_traceback", &[exception, record, lines, columns]).map(drop)
    }
}

/// Two numbers in one word, the first one low.
fn pair(low: u32, high: u32) -> i64 {
    (u64::from(low) | u64::from(high) << 32) as i64
}

fn is_of<'c>(value: Value<'c, '_>, ty: melior::ir::Type<'c>) -> bool {
    use melior::ir::ValueLike as _;
    value.r#type() == ty
}

impl<'p, 'c> Module<'p, 'c> {
    /// What tracebacks say of a function: the addresses of its name and of its file's name.
    fn add_function_record(&self, function: &pyc_mir::Function) -> Result<String> {
        let symbol = format!("where.{}", function.symbol);
        let ptr = self.types.ptr;
        let ty = self.types.literal(&[ptr, ptr]);
        let name = self.text(&function.name)?;
        let file = self.text(self.program.files.get(function.file.index()).map_or("<unknown>", |file| file))?;
        self.add_global(&symbol, ty, true, Role::Private, |b| {
            let record = b.poison(ty)?;
            let record = b.insert(record, b.address_of(ptr, &name)?, &[0])?;
            b.insert(record, b.address_of(ptr, &file)?, &[1])
        })?;
        Ok(symbol)
    }
}
