//! Runs programs, for comparing them before and after passes. Before counting nothing is ever freed; after it objects are freed when their last count goes, every access to a freed
//! one is an error, and in the end every count has to be accounted for.

use std::collections::BTreeMap;

use pyc_mir::*;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// No value: never written, or moved away.
    Nothing,
    Unit,
    Bool(bool),
    Int(i128),
    Ref(Option<usize>),
    /// Of tuples and structs.
    Parts(Vec<Value>),
    Union(u32, Box<Value>),
    Closure(FuncId, Option<usize>),
    Pointer(Pointer),
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Pointer {
    Null,
    Buffer(usize, i128),
    Local(usize, LocalId),
}

struct Object {
    class: ClassId,
    count: i64,
    fields: Vec<Value>,
    freed: bool,
}

/// How a run ended.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    Returned(String),
    Raised,
    /// It ran too long: no statement about the rest.
    Tired,
}

pub(crate) struct Machine<'p> {
    program: &'p Program,
    objects: Vec<Object>,
    buffers: Vec<Option<Vec<Value>>>,
    globals: Vec<Value>,
    frames: Vec<Vec<Value>>,
    fuel: u32,
    pub(crate) trace: Vec<i128>,
}

enum Exit {
    Return(Value),
    Raise,
    Tired,
}

type Step<T> = Result<T, String>;

impl<'p> Machine<'p> {
    pub(crate) fn new(program: &'p Program, fuel: u32) -> Self {
        let mut machine =
            Self { program, objects: Vec::new(), buffers: Vec::new(), globals: Vec::new(), frames: Vec::new(), fuel, trace: Vec::new() };
        machine.globals = program.globals.iter().map(|global| machine.zero(&global.ty)).collect();
        machine
    }

    /// Runs a function that takes nothing. With `counted` what is left has to add up.
    pub(crate) fn run(&mut self, function: FuncId, counted: bool) -> Step<Outcome> {
        let outcome = match self.call(function, Vec::new())?.0 {
            Exit::Tired => return Ok(Outcome::Tired),
            Exit::Raise => Outcome::Raised,
            Exit::Return(value) => Outcome::Returned(self.show(&value, 3)),
        };
        if counted {
            if let Some(finish) = self.program.finish
                && matches!(self.call(finish, Vec::new())?.0, Exit::Tired)
            {
                return Ok(Outcome::Tired);
            }
            self.audit()?;
            if !self.globals.iter().all(|global| matches!(global, Value::Ref(None) | Value::Parts(_))) {
                return Err("a global still holds something".to_owned());
            }
        }
        Ok(outcome)
    }

    /// Counts equal the references from globals and objects; the result is given up first (it is an integer).
    fn audit(&self) -> Step<()> {
        let mut expected: BTreeMap<usize, i64> = BTreeMap::new();
        let mut roots: Vec<&Value> = self.globals.iter().collect();
        roots.extend(self.objects.iter().filter(|object| !object.freed).flat_map(|object| &object.fields));
        roots.extend(self.buffers.iter().flatten().flatten());
        for value in roots {
            references(value, &mut |id| *expected.entry(id).or_default() += 1);
        }
        for (id, object) in self.objects.iter().enumerate() {
            let found = expected.get(&id).copied().unwrap_or_default();
            if object.freed && found > 0 {
                return Err(format!("object {id} is freed, but {found} references are left"));
            }
            if !object.freed && object.count != found {
                return Err(format!("object {id} has {} counts and {found} references", object.count));
            }
        }
        Ok(())
    }

    /// What the program can see of a value: identities are not shown.
    fn show(&self, value: &Value, depth: u32) -> String {
        match value {
            Value::Ref(Some(_)) | Value::Closure(..) if depth == 0 => "…".to_owned(),
            Value::Ref(Some(id)) => {
                let fields: Vec<String> = self.objects[*id].fields.iter().map(|field| self.show(field, depth - 1)).collect();
                format!("object({})", fields.join(", "))
            }
            Value::Parts(parts) => format!("({})", parts.iter().map(|part| self.show(part, depth)).collect::<Vec<_>>().join(", ")),
            Value::Union(tag, value) => format!("{tag}:{}", self.show(value, depth)),
            Value::Pointer(_) => "pointer".to_owned(),
            other => format!("{other:?}"),
        }
    }

    fn zero(&self, ty: &Ty) -> Value {
        match ty {
            Ty::Unit | Ty::Never => Value::Unit,
            Ty::Bool => Value::Bool(false),
            Ty::Ref { .. } => Value::Ref(None),
            Ty::Tuple(items) => Value::Parts(items.iter().map(|item| self.zero(item)).collect()),
            Ty::Struct(id) => Value::Parts(self.program.structs[id.index()].fields.iter().map(|field| self.zero(&field.ty)).collect()),
            Ty::Union(variants) => Value::Union(0, Box::new(self.zero(&variants[0]))),
            Ty::Ptr(_) => Value::Pointer(Pointer::Null),
            Ty::Closure(_) => Value::Ref(None),
            _ => Value::Int(0),
        }
    }

    fn object(&mut self, value: &Value) -> Step<&mut Object> {
        let Value::Ref(Some(id)) = value else { return Err(format!("{value:?} is no object")) };
        let object = &mut self.objects[*id];
        if object.freed { Err(format!("object {id} is used after its end")) } else { Ok(object) }
    }

    fn place(&mut self, place: &Place) -> Step<&mut Value> {
        let mut indices = Vec::new();
        for projection in &place.projection {
            if let Projection::Element { index, .. } | Projection::Index(index) = projection {
                indices.push(self.read(index)?);
            }
        }
        let depth = self.frames.len() - 1;
        self.resolve(depth, place, &mut indices.into_iter())
    }

    fn resolve(&mut self, frame: usize, place: &Place, indices: &mut dyn Iterator<Item = Value>) -> Step<&mut Value> {
        let mut value: *mut Value = match place.base {
            PlaceBase::Local(local) => &mut self.frames[frame][local.index()],
            PlaceBase::Global(global) => &mut self.globals[global.index()],
        };
        // An inout parameter stands for a place of a caller.
        if let PlaceBase::Local(_) = place.base
            // SAFETY: it was made from a reference just now.
            && let Value::Pointer(Pointer::Local(..)) = unsafe { &*value }
            && place.projection.is_empty()
        {
            return Ok(unsafe { &mut *value });
        }
        for projection in &place.projection {
            // SAFETY: `value` points into the machine, of which nothing has been moved since.
            let current = unsafe { &mut *value };
            value = match (projection, current) {
                (Projection::Field(field), Value::Parts(parts)) => &mut parts[*field as usize],
                (Projection::Field(field), reference @ Value::Ref(_)) => {
                    let reference = reference.clone();
                    &mut self.object(&reference)?.fields[*field as usize]
                }
                (Projection::Variant(variant), Value::Union(tag, value)) if variant == tag => &mut **value,
                (Projection::Element { .. }, Value::Pointer(pointer)) => {
                    let pointer = *pointer;
                    let Some(Value::Int(index)) = indices.next() else { return Err("no index".to_owned()) };
                    self.element(pointer, index)?
                }
                (projection, value) => return Err(format!("{projection:?} of {value:?}")),
            };
        }
        // SAFETY: as above.
        Ok(unsafe { &mut *value })
    }

    fn element(&mut self, pointer: Pointer, index: i128) -> Step<&mut Value> {
        match pointer {
            Pointer::Buffer(id, offset) => {
                let buffer = self.buffers[id].as_mut().ok_or("a freed buffer is used")?;
                buffer.get_mut((offset + index) as usize).ok_or_else(|| "beyond the buffer".to_owned())
            }
            Pointer::Local(frame, local) => Ok(&mut self.frames[frame][local.index()]),
            Pointer::Null => Err("null".to_owned()),
        }
    }

    fn read(&mut self, operand: &Operand) -> Step<Value> {
        match operand {
            Operand::Const(constant) => Ok(self.constant(constant)),
            Operand::Copy(place) => {
                let value = self.place(place)?.clone();
                if value == Value::Nothing { Err(format!("{place:?} holds nothing")) } else { Ok(value) }
            }
            Operand::Move(place) => {
                let source = self.place(place)?;
                let value = source.clone();
                // Memory that others see holds a zero.
                *source = if place.as_local().is_some() { Value::Nothing } else { emptied(&value) };
                if value == Value::Nothing { Err(format!("{place:?} holds nothing")) } else { Ok(value) }
            }
        }
    }

    fn constant(&self, constant: &Const) -> Value {
        match constant {
            Const::Unit => Value::Unit,
            Const::Bool(value) => Value::Bool(*value),
            Const::Int(value, _) => Value::Int(*value),
            Const::Zero(ty) => self.zero(ty),
            Const::Function(id) => Value::Closure(*id, None),
            other => panic!("{other:?} is not generated"),
        }
    }

    fn retain(&mut self, value: &Value) -> Step<()> {
        let mut ids = Vec::new();
        references(value, &mut |id| ids.push(id));
        for id in ids {
            self.object(&Value::Ref(Some(id)))?.count += 1;
        }
        Ok(())
    }

    fn release(&mut self, value: &Value) -> Step<()> {
        let mut ids = Vec::new();
        references(value, &mut |id| ids.push(id));
        for id in ids {
            let object = self.object(&Value::Ref(Some(id)))?;
            object.count -= 1;
            if object.count == 0 {
                let class = object.class;
                if let Some(destroy) = self.program.classes[class.index()].destroy {
                    self.objects[id].count = 1;
                    self.call(destroy, vec![Value::Ref(Some(id))])?;
                }
                self.objects[id].freed = true;
                for field in std::mem::take(&mut self.objects[id].fields) {
                    self.release(&field)?;
                }
            }
        }
        Ok(())
    }

    fn call(&mut self, id: FuncId, args: Vec<Value>) -> Step<(Exit, Vec<Value>)> {
        let function = &self.program.functions[id.index()];
        if function.kind == FunctionKind::Extern {
            self.trace.extend(args.iter().filter_map(|arg| if let Value::Int(value) = arg { Some(*value) } else { None }));
            return Ok((Exit::Return(Value::Unit), args));
        }
        let mut frame = vec![Value::Nothing; function.locals.len()];
        let given = args.len();
        frame[..given].clone_from_slice(&args);
        self.frames.push(frame);
        let exit = self.body(function).map_err(|error| format!("{}: {error}", function.symbol))?;
        let frame = self.frames.pop().unwrap_or_default();
        Ok((exit, frame[..given].to_vec()))
    }

    fn body(&mut self, function: &Function) -> Step<Exit> {
        let mut block = BlockId(0);
        loop {
            for statement in &function.block(block).statements {
                if self.fuel == 0 {
                    return Ok(Exit::Tired);
                }
                self.fuel -= 1;
                self.statement(&statement.kind).map_err(|error| format!("bb{}: {:?}: {error}", block.0, statement.kind))?;
            }
            let at = |error| format!("bb{}: terminator: {error}", block.0);
            match &function.block(block).terminator.kind {
                TerminatorKind::Return(value) => return self.read(value).map(Exit::Return).map_err(at),
                TerminatorKind::Raise(value) => {
                    // The caller is given no more than that it raised; the count of the exception ends here.
                    let value = self.read(value)?;
                    return if self.counted() { self.release(&value).map(|()| Exit::Raise) } else { Ok(Exit::Raise) };
                }
                terminator => match self.next(terminator).map_err(at)? {
                    Some(next) => block = next,
                    None => return Ok(Exit::Tired),
                },
            }
        }
    }

    /// Whether objects are counted: then new ones start with one count.
    fn counted(&self) -> bool {
        self.program
            .functions
            .iter()
            .flat_map(|function| &function.blocks)
            .flat_map(|block| &block.statements)
            .any(|statement| matches!(statement.kind, StatementKind::Retain(_) | StatementKind::Release(_)))
    }

    fn next(&mut self, terminator: &TerminatorKind) -> Step<Option<BlockId>> {
        if self.fuel == 0 {
            return Ok(None);
        }
        self.fuel -= 1;
        match terminator {
            TerminatorKind::Goto(target) => Ok(Some(*target)),
            TerminatorKind::Branch { condition, then, otherwise } => {
                Ok(Some(if self.read(condition)? == Value::Bool(true) { *then } else { *otherwise }))
            }
            TerminatorKind::Switch { value, cases, default } => {
                let value = self.read(value)?;
                let case = cases.iter().find(|(case, _)| value == Value::Int(*case));
                Ok(Some(case.map_or(*default, |(_, target)| *target)))
            }
            TerminatorKind::Call { callee, args, destination, target, unwind } => {
                let mut values = Vec::new();
                let id = match callee {
                    Callee::Direct(id) => *id,
                    Callee::Virtual { class, slot } => {
                        let receiver = self.read(&args[0])?;
                        let _ = class;
                        let class = self.object(&receiver)?.class;
                        self.program.classes[class.index()].vtable[*slot as usize]
                    }
                    Callee::Value(_) => return Err("closures are not generated".to_owned()),
                };
                for arg in args {
                    values.push(self.read(arg)?);
                }
                let modes = self.program.functions[id.index()].params.clone();
                let (exit, after) = self.call(id, values)?;
                for ((arg, mode), value) in args.iter().zip(modes).zip(after) {
                    if let (Mode::Inout, Some(place)) = (mode, arg.place()) {
                        *self.place(place)? = value;
                    }
                }
                match (exit, unwind) {
                    (Exit::Return(value), _) => {
                        *self.place(destination)? = value;
                        Ok(Some(*target))
                    }
                    (Exit::Raise, Some((place, block))) => {
                        let exception = self.new_object(ClassId(0));
                        *self.place(place)? = exception;
                        Ok(Some(*block))
                    }
                    (Exit::Raise, None) => Err("nobody handles the exception".to_owned()),
                    (Exit::Tired, _) => Ok(None),
                }
            }
            TerminatorKind::Return(_) | TerminatorKind::Raise(_) | TerminatorKind::Unreachable => Err("unreachable".to_owned()),
        }
    }

    fn new_object(&mut self, class: ClassId) -> Value {
        let fields = self.program.classes[class.index()].fields.iter().map(|field| self.zero(&field.ty)).collect();
        self.objects.push(Object { class, count: 1, fields, freed: false });
        Value::Ref(Some(self.objects.len() - 1))
    }

    fn statement(&mut self, statement: &StatementKind) -> Step<()> {
        match statement {
            StatementKind::Assign(place, value) | StatementKind::Init(place, value) | StatementKind::Lend(place, value) => {
                let value = self.rvalue(value)?;
                *self.place(place)? = value;
                Ok(())
            }
            StatementKind::Drop(place) => {
                let value = self.place(place)?;
                *value = emptied(value);
                Ok(())
            }
            StatementKind::Traceback(operand) => self.read(operand).map(drop),
            StatementKind::Retain(operand) => {
                let value = self.read(operand)?;
                self.retain(&value)
            }
            StatementKind::Release(operand) => {
                let value = self.read(operand)?;
                self.release(&value)
            }
        }
    }

    fn rvalue(&mut self, rvalue: &Rvalue) -> Step<Value> {
        Ok(match rvalue {
            Rvalue::Use(operand) | Rvalue::Cast(_, operand, _) => self.read(operand)?,
            Rvalue::Unary(UnaryOp::Not, operand) => match self.read(operand)? {
                Value::Bool(value) => Value::Bool(!value),
                other => return Err(format!("not {other:?}")),
            },
            Rvalue::Unary(UnaryOp::Neg, operand) => match self.read(operand)? {
                Value::Int(value) => Value::Int(wrap(-value)),
                other => return Err(format!("neg {other:?}")),
            },
            Rvalue::Binary(op, left, right) => {
                let (left, right) = (self.read(left)?, self.read(right)?);
                binary(*op, &left, &right)?
            }
            Rvalue::Checked(op, left, right) => {
                let (left, right) = (self.read(left)?, self.read(right)?);
                let (Value::Int(left), Value::Int(right)) = (left, right) else { return Err("no integers".to_owned()) };
                let exact = match op {
                    BinaryOp::Add => left + right,
                    BinaryOp::Sub => left - right,
                    _ => left * right,
                };
                Value::Parts(vec![Value::Int(wrap(exact)), Value::Bool(wrap(exact) != exact)])
            }
            Rvalue::Tuple(items) | Rvalue::Struct(_, items) => Value::Parts(items.iter().map(|item| self.read(item)).collect::<Step<_>>()?),
            Rvalue::Variant { variant, value, .. } => Value::Union(*variant, Box::new(self.read(value)?)),
            Rvalue::Tag(place) => match self.place(place)? {
                Value::Union(tag, _) => Value::Int(i128::from(*tag)),
                other => return Err(format!("tag {other:?}")),
            },
            Rvalue::New { class, .. } => self.new_object(*class),
            Rvalue::AddressOf(place) => Value::Pointer(Pointer::Local(self.frames.len() - 1, place.as_local().ok_or("no local")?)),
            Rvalue::Intrinsic(Intrinsic::Alloc, args) => {
                let Value::Int(bytes) = self.read(&args[0])? else { return Err("no size".to_owned()) };
                self.buffers.push(Some(vec![Value::Ref(None); (bytes / 8) as usize]));
                Value::Pointer(Pointer::Buffer(self.buffers.len() - 1, 0))
            }
            Rvalue::Intrinsic(Intrinsic::Free, args) => {
                let Value::Pointer(Pointer::Buffer(id, _)) = self.read(&args[0])? else { return Err("no buffer".to_owned()) };
                self.buffers[id].take().ok_or("freed twice")?;
                Value::Unit
            }
            other => return Err(format!("{other:?} is not generated")),
        })
    }
}

fn emptied(value: &Value) -> Value {
    match value {
        Value::Ref(_) => Value::Ref(None),
        _ => Value::Nothing,
    }
}

fn references(value: &Value, visit: &mut dyn FnMut(usize)) {
    match value {
        Value::Ref(Some(id)) | Value::Closure(_, Some(id)) => visit(*id),
        Value::Parts(parts) => parts.iter().for_each(|part| references(part, visit)),
        Value::Union(_, value) => references(value, visit),
        _ => {}
    }
}

fn wrap(value: i128) -> i128 {
    i128::from(value as i64)
}

fn binary(op: BinaryOp, left: &Value, right: &Value) -> Step<Value> {
    let (Value::Int(left), Value::Int(right)) = (left, right) else {
        return match op {
            BinaryOp::Eq => Ok(Value::Bool(left == right)),
            BinaryOp::Ne => Ok(Value::Bool(left != right)),
            BinaryOp::And => Ok(Value::Bool(*left == Value::Bool(true) && *right == Value::Bool(true))),
            BinaryOp::Or => Ok(Value::Bool(*left == Value::Bool(true) || *right == Value::Bool(true))),
            _ => Err(format!("{op:?} of {left:?} and {right:?}")),
        };
    };
    let floor = |left: i128, right: i128| left.div_euclid(right) - i128::from(right < 0 && left.rem_euclid(right) != 0);
    Ok(match op {
        BinaryOp::Add => Value::Int(wrap(left + right)),
        BinaryOp::Sub => Value::Int(wrap(left - right)),
        BinaryOp::Mul => Value::Int(wrap(left * right)),
        BinaryOp::FloorDiv | BinaryOp::FloorMod | BinaryOp::TruncDiv | BinaryOp::TruncRem if *right == 0 => {
            return Err("division by zero".to_owned());
        }
        BinaryOp::FloorDiv => Value::Int(wrap(floor(*left, *right))),
        BinaryOp::FloorMod => Value::Int(wrap(left - right * floor(*left, *right))),
        BinaryOp::TruncDiv => Value::Int(wrap(left / right)),
        BinaryOp::TruncRem => Value::Int(wrap(left % right)),
        BinaryOp::And => Value::Int(left & right),
        BinaryOp::Or => Value::Int(left | right),
        BinaryOp::Xor => Value::Int(left ^ right),
        BinaryOp::Shl => Value::Int(wrap(left << (right & 63))),
        BinaryOp::Shr => Value::Int(left >> (right & 63)),
        BinaryOp::Eq => Value::Bool(left == right),
        BinaryOp::Ne => Value::Bool(left != right),
        BinaryOp::Lt => Value::Bool(left < right),
        BinaryOp::Le => Value::Bool(left <= right),
        BinaryOp::Gt => Value::Bool(left > right),
        BinaryOp::Ge => Value::Bool(left >= right),
        BinaryOp::Div => return Err("no floats".to_owned()),
    })
}
