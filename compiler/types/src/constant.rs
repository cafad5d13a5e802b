//! Variables of modules that are constants: one statement at the top of the module gives such a variable a number or a text, and nothing in the program
//! another one.

use std::sync::Arc;

use pyc_base::Name;
use pyc_hir::{Body, BodyOwner, Db, Expr, ExprId, File, ImportedName, Literal, NameRef, Stmt, UnaryOp};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::ty::GlobalVar;

/// The number or the text that a variable always holds once its module's top has given it.
pub fn constant(db: &dyn Db, global: GlobalVar) -> Option<Literal> {
    let own = assignments(db, global.file);
    let value = own.values.get(&global.name).filter(|_| !own.hides_all)?.clone()?;
    let changed_from_outside = |file: &File| assignments(db, *file).attributes.contains(&global.name);
    let outside = crate::class::program_files(db);
    (!outside.iter().filter(|file| !file.is_stdlib(db)).any(changed_from_outside)).then_some(value)
}

/// What a file assigns to variables of modules.
#[derive(Debug, Default, PartialEq)]
struct Assignments {
    /// Its own, with their value if there is no more than that.
    values: FxHashMap<Name, Option<Literal>>,
    /// `module.name = …`, or what looks like that.
    attributes: FxHashSet<Name>,
    /// Whether names come from another module that this one does not list.
    hides_all: bool,
}

#[salsa::tracked(returns(clone))]
fn assignments(db: &dyn Db, file: File) -> Arc<Assignments> {
    let mut found = Assignments::default();
    for &owner in pyc_hir::body_owners(db, file).iter() {
        let body = pyc_hir::body(db, owner);
        for stmt in &body.stmts {
            found.statement(&body, stmt);
            // Definitions and imports are assignments, but for those of methods.
            match (owner, stmt) {
                (BodyOwner::Class(_), _) => {}
                (_, Stmt::Def { function, target: None, .. }) => drop(found.values.insert(function.def(db).name(), None)),
                (_, Stmt::ClassDef { class, target: None, .. }) => drop(found.values.insert(class.def(db).name(), None)),
                (BodyOwner::Module(_), Stmt::Import(names)) => found.imports(names),
                _ => {}
            }
        }
        for expr in &body.exprs {
            if let Expr::Walrus { target, .. } = expr {
                found.target(&body, *target);
            }
        }
    }
    let top = pyc_hir::body(db, BodyOwner::Module(file));
    for stmt in top.block.iter().map(|stmt| top.stmt(*stmt)) {
        let (target, value) = match stmt {
            Stmt::Assign { targets, value } if targets.len() == 1 => (targets[0], *value),
            Stmt::Annotated { target, value: Some(value), .. } => (*target, *value),
            _ => continue,
        };
        if let Expr::Name(NameRef::Global(name)) = top.expr(target)
            && let Some(Some(known)) = found.values.get_mut(name)
        {
            match literal(&top, value) {
                Some(value) => *known = value,
                None => drop(found.values.insert(*name, None)),
            }
        }
    }
    // What is assigned once, but not there, is not known.
    found.values.values_mut().for_each(|value| drop(value.take_if(|value| *value == Literal::Ellipsis)));
    found.into()
}

impl Assignments {
    fn statement(&mut self, body: &Body, stmt: &Stmt) {
        match stmt {
            Stmt::Assign { targets, .. } => targets.iter().for_each(|target| self.target(body, *target)),
            Stmt::Annotated { target, value: Some(_), .. } => self.target(body, *target),
            Stmt::AugAssign { target, .. } | Stmt::For { target, .. } => self.spoil(body, *target),
            Stmt::With { items, .. } => items.iter().filter_map(|(_, target)| *target).for_each(|target| self.spoil(body, target)),
            Stmt::Delete(targets) => targets.iter().for_each(|target| self.spoil(body, *target)),
            Stmt::Try { handlers, .. } => handlers.iter().filter_map(|handler| handler.target).for_each(|target| self.spoil(body, target)),
            // Patterns bind names in many places.
            Stmt::Match { .. } => body.exprs.iter().for_each(|expr| self.name(expr, true)),
            _ => {}
        }
    }

    fn imports(&mut self, names: &[ImportedName]) {
        for bound in names.iter().filter_map(|import| import.name) {
            match bound.as_str() {
                "*" => self.hides_all = true,
                _ => drop(self.values.insert(bound, None)),
            }
        }
    }

    /// A target that is assigned: for the first time it may be a constant, which is marked by an ellipsis.
    fn target(&mut self, body: &Body, target: ExprId) {
        self.name(body.expr(target), false);
        self.parts(body, target);
    }

    fn spoil(&mut self, body: &Body, target: ExprId) {
        self.name(body.expr(target), true);
        self.parts(body, target);
    }

    fn parts(&mut self, body: &Body, target: ExprId) {
        match body.expr(target) {
            Expr::Tuple(items) | Expr::List(items) => items.iter().for_each(|item| self.spoil(body, *item)),
            Expr::Starred(item) => self.spoil(body, *item),
            Expr::Attribute { name, .. } => drop(self.attributes.insert(*name)),
            _ => {}
        }
    }

    fn name(&mut self, expr: &Expr, is_spoiled: bool) {
        let Expr::Name(NameRef::Global(name)) = expr else { return };
        let is_known = self.values.contains_key(name);
        self.values.insert(*name, (!is_known && !is_spoiled).then_some(Literal::Ellipsis));
    }
}

/// A text, or a number as it is written, with its sign.
fn literal(body: &Body, value: ExprId) -> Option<Literal> {
    match body.expr(value) {
        Expr::Literal(known @ (Literal::Int(_) | Literal::Float(_) | Literal::Bool(_) | Literal::Str(_) | Literal::Bytes(_))) => {
            Some(known.clone())
        }
        Expr::Unary { op: UnaryOp::USub, operand } => match body.expr(*operand) {
            Expr::Literal(Literal::Int(value)) => value.checked_neg().map(Literal::Int),
            Expr::Literal(Literal::Float(bits)) => Some(Literal::Float((-f64::from_bits(*bits)).to_bits())),
            _ => None,
        },
        _ => None,
    }
}
