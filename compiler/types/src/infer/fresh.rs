//! New containers that the library made, in a program whose values contradict what seemed to be in them (`doubts.rs`): `a = list(range(n))`, and then `a[0] = 0.5`.
//! What the library's code makes holds what that put in. Nobody else has it, so a copy that holds more may take its place.

use pyc_hir::{Expr as Hir, ExprId};

use super::Infer;
use crate::class::builtin_class;
use crate::doubts::Widening;
use crate::thir::{Expr, Origin, StmtKind};
use crate::ty::{Ty, TyKind};

/// Functions of the builtins that give a new container.
const MAKERS: [&str; 4] = ["list", "sorted", "set", "dict"];
/// Methods of the library's classes, and functions of its modules, that do.
const MAKING_METHODS: [&str; 13] = [
    "copy",
    "split",
    "rsplit",
    "splitlines",
    "union",
    "intersection",
    "difference",
    "symmetric_difference",
    "fromkeys",
    "findall",
    "readlines",
    "sample",
    "choices",
];

impl Infer<'_> {
    /// The value, or a copy that holds what the program puts in as well.
    pub(super) fn loosened(&mut self, id: ExprId, value: Expr) -> Expr {
        if self.vars.widenings.is_empty() || !self.is_fresh(id) {
            return value;
        }
        let Some((name, method, count)) = self.widened_class(value.ty) else { return value };
        let origin = Origin::Expr(id);
        // Another container than what the call makes.
        self.copies.push(u32::MAX);
        let made = self.container(name, count, id, None);
        self.copies.pop();
        let Some((ty, _)) = made else { return value };
        self.fill(ty, 0, origin, |this, container| {
            let items = match count {
                1 => value,
                _ => this.method_call(value, pyc_base::name("items"), Vec::new(), origin),
            };
            this.for_each(items, origin, |this, item| {
                let (store, kept) = this.temp(item);
                this.push(store);
                let item = this.local_expr(kept, origin);
                let parts = match count {
                    1 => vec![item],
                    _ => (0..2).map(|at| this.tuple_get(item.clone(), at)).collect(),
                };
                this.add_item(container.clone(), method, parts, origin);
            });
        })
    }

    /// What is made of no elements, such as `list(())`, is as good as an empty container of those that are wanted.
    pub(super) fn emptied(&mut self, id: ExprId, value: Expr, expected: Option<Ty>) -> Expr {
        let db = self.db;
        let Some(wanted) = expected.filter(|wanted| *wanted != value.ty) else { return value };
        let (Some((class, args)), Some((wanted_class, _))) = (value.ty.as_class(db), wanted.as_class(db)) else { return value };
        let is_container = ["list", "set", "dict"].iter().any(|name| builtin_class(db, name) == Some(class));
        if !is_container || class != wanted_class || !args.iter().all(|arg| *arg == Ty::never(db)) || !self.is_fresh(id) {
            return value;
        }
        let origin = value.origin;
        self.emit(StmtKind::Expr(value), origin);
        self.construct(wanted, Vec::new(), origin)
    }

    /// The class of a container that holds more than was put in, how something gets into it, and how many things at once.
    fn widened_class(&self, ty: Ty) -> Option<(&'static str, &'static str, u32)> {
        let db = self.db;
        let (class, args) = ty.as_class(db)?;
        let known = [("list", "append", 1), ("set", "add", 1), ("dict", "__setitem__", 2)];
        let found = known.into_iter().find(|(name, ..)| builtin_class(db, name) == Some(class))?;
        // Of what is made here the variables know.
        if args.iter().any(|arg| arg.any(db, &mut |part| matches!(part.kind(db), TyKind::Var(_)))) {
            return None;
        }
        let is_widened = |(which, &arg): (u32, &Ty)| {
            let holds_more = |widening: &&Widening| widening.known == arg && !widening.given.is_never(db);
            self.vars.widenings.iter().filter(holds_more).any(|widening| widening.of.is_none_or(|of| of == (class, which)))
        };
        // What is empty so far gets its elements' types where they are put in.
        let is_known = args.iter().all(|arg| !arg.is_never(db) && !arg.is_unknown(db));
        (is_known && (0..).zip(args).any(is_widened)).then_some(found)
    }

    fn is_fresh(&self, id: ExprId) -> bool {
        match &self.hir.exprs[id.index()] {
            Hir::Call { callee, .. } => match &self.hir.exprs[callee.index()] {
                Hir::Attribute { value, name } => {
                    MAKING_METHODS.contains(&name.as_str()) && (self.module_of(*value).is_some() || self.is_of_library(*value))
                }
                _ => MAKERS.iter().any(|text| self.is_builtin(*callee, text)),
            },
            Hir::Subscript { value, index } => matches!(self.hir.exprs[index.index()], Hir::Slice { .. }) && self.is_of_library(*value),
            _ => false,
        }
    }

    /// Whether an operand is of a class of the library, or of none.
    fn is_of_library(&self, operand: ExprId) -> bool {
        let db = self.db;
        let is_library = |ty: Ty| ty.as_class(db).is_none_or(|(class, _)| class.def(db).file.is_stdlib(db));
        self.expr_types.get(&operand).is_some_and(|ty| ty.variants(db).into_iter().all(is_library))
    }
}
