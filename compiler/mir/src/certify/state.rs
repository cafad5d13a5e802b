//! What is known of every local at a point.

use crate::dataflow::BitSet;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    /// No value, or one that may be gone.
    Ended,
    /// A constant, which needs no counts and has as many as anybody wants.
    Constant,
    Held(Held),
    /// Paths disagree.
    Conflict,
}

/// Valid while it has counts or something else keeps it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Held {
    pub(super) counts: u32,
    pub(super) borrow: Option<Borrow>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Borrow {
    /// Locals whose counts keep the value alive, each of them needed.
    pub(super) keepers: BitSet,
    /// Memory that it was read from.
    pub(super) slots: BitSet,
}

impl Value {
    pub(super) fn owned() -> Self {
        Value::Held(Held { counts: 1, borrow: None })
    }

    /// Kept alive by nothing that ends here.
    pub(super) fn borrowed(locals: usize, slots: BitSet) -> Self {
        Value::Held(Held { counts: 0, borrow: Some(Borrow { keepers: BitSet::new(locals), slots }) })
    }

    /// A value of two parts that are borrowed.
    pub(super) fn together(self, other: Self) -> Self {
        match (self, other) {
            (Value::Conflict, _) | (_, Value::Conflict) => Value::Conflict,
            (Value::Ended, _) | (_, Value::Ended) => Value::Ended,
            (Value::Constant, part) | (part, Value::Constant) => part,
            (Value::Held(one), Value::Held(other)) => {
                Value::Held(Held { counts: 0, borrow: join_borrows(one.borrow.as_ref(), other.borrow.as_ref()) })
            }
        }
    }

    pub(super) fn is_valid(&self) -> bool {
        !matches!(self, Value::Ended)
    }

    /// Without counts and keepers there is no value.
    fn settle(&mut self) {
        if matches!(self, Value::Held(Held { counts: 0, borrow: None })) {
            *self = Value::Ended;
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct State {
    pub(super) values: Vec<Value>,
}

impl State {
    pub(super) fn join(&mut self, from: &State) -> bool {
        let mut changed = false;
        for (into, from) in self.values.iter_mut().zip(&from.values) {
            let joined = join(into, from);
            changed |= joined != *into;
            *into = joined;
        }
        changed
    }

    /// One count more.
    pub(super) fn retain(&mut self, local: usize) -> Result<(), &'static str> {
        match &mut self.values[local] {
            Value::Held(held) => held.counts += 1,
            Value::Ended => return Err("is retained after its end"),
            Value::Constant | Value::Conflict => {}
        }
        Ok(())
    }

    /// One count less.
    pub(super) fn take(&mut self, local: usize) -> Result<(), &'static str> {
        match &mut self.values[local] {
            Value::Held(held) if held.counts > 0 => {
                held.counts -= 1;
                let last = held.counts == 0;
                self.values[local].settle();
                if last {
                    self.forget_keeper(local);
                }
                Ok(())
            }
            Value::Held(_) | Value::Ended => Err("has no count to give away"),
            Value::Constant | Value::Conflict => Ok(()),
        }
    }

    /// The local no longer keeps others alive.
    pub(super) fn forget_keeper(&mut self, local: usize) {
        self.forget(|borrow| borrow.keepers.contains(local));
    }

    /// References may have been taken out of these slots.
    pub(super) fn forget_slots(&mut self, slots: &BitSet) {
        self.forget(|borrow| {
            let mut common = borrow.slots.clone();
            common.intersect(slots);
            !common.is_empty()
        });
    }

    fn forget(&mut self, ends: impl Fn(&Borrow) -> bool) {
        for value in &mut self.values {
            if let Value::Held(held) = value
                && held.borrow.as_ref().is_some_and(&ends)
            {
                held.borrow = None;
                value.settle();
            }
        }
    }
}

fn join(left: &Value, right: &Value) -> Value {
    match (left, right) {
        (Value::Conflict, _) | (_, Value::Conflict) => Value::Conflict,
        (Value::Held(left), Value::Held(right)) if left.counts == right.counts => {
            let mut joined = Value::Held(Held { counts: left.counts, borrow: join_borrows(left.borrow.as_ref(), right.borrow.as_ref()) });
            joined.settle();
            joined
        }
        (Value::Held(held), Value::Constant) | (Value::Constant, Value::Held(held)) => Value::Held(held.clone()),
        (Value::Held(Held { counts: 0, .. }) | Value::Ended | Value::Constant, Value::Ended)
        | (Value::Ended, Value::Held(Held { counts: 0, .. }) | Value::Constant) => Value::Ended,
        (Value::Constant, Value::Constant) => Value::Constant,
        (Value::Held(_), Value::Held(_) | Value::Ended) | (Value::Ended, Value::Held(_)) => Value::Conflict,
    }
}

fn join_borrows(left: Option<&Borrow>, right: Option<&Borrow>) -> Option<Borrow> {
    let mut joined = left?.clone();
    joined.keepers.union(&right?.keepers);
    joined.slots.union(&right?.slots);
    Some(joined)
}
