//! What functions, classes, variables and constants are, told without the numbers that they happen to have in one program: two programs in which a function
//! has one identity compile it to the same code.
//!
//! Everything that the code depends on counts, and nothing else: the bodies of what is called, the layout of the objects that are looked into, how those that
//! are passed on end. What a class's record holds is the business of the program that has the record.

use std::fmt;
use std::hash::{Hash, Hasher};

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use pyc_mir::mentions::{Mention, classes_looked_into, each_mention, in_constant};
use pyc_mir::{Callee, ClassId, Const, Ending, FuncId, Function, FunctionKind, GlobalId, Program, Rvalue, StatementKind, StaticId};
use pyc_mir::{StructId, TerminatorKind, Ty};
use rustc_hash::FxHashMap;
use siphasher::sip128::{Hasher128, SipHasher13};

use crate::mlir::Classes;

/// A hash of what something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Identity(u128);

impl Identity {
    /// Reads what [`Display`](fmt::Display) writes.
    pub(super) fn parse(text: &str) -> Option<Self> {
        (text.len() == 32).then(|| u128::from_str_radix(text, 16).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// The identities of what other programs may have too. What is the user's has none.
#[derive(Default, Clone)]
pub(crate) struct Identities {
    pub(crate) functions: Vec<Option<Identity>>,
    pub(crate) classes: Vec<Option<Identity>>,
    pub(crate) globals: Vec<Option<Identity>>,
    pub(crate) statics: Vec<Option<Identity>>,
}

/// Something with an identity: what it is but for others that it names, and those.
struct Node {
    shape: u128,
    names: Vec<usize>,
    /// Whether it is the user's, or can't be told from something else in the program.
    is_own: bool,
}

impl Identities {
    pub(crate) fn of(program: &Program) -> Self {
        let graph = Graph { program, classes: Classes::new(program), endings: Ending::of_classes(program) };
        let mut nodes = graph.nodes();
        let order = components(&nodes);
        let identities = identities(&nodes, &order);
        let functions = program.functions.len();
        // Code of two names may be one; objects may not.
        let mut known = FxHashMap::default();
        for (node, identity) in identities.iter().enumerate().skip(functions) {
            if let Some(first) = known.insert(*identity, node) {
                nodes[first].is_own = true;
                nodes[node].is_own = true;
            }
        }
        spread_ownership(&mut nodes, &order);
        let mut found = identities.into_iter().zip(&nodes).map(|(identity, node)| (!node.is_own).then_some(Identity(identity)));
        let mut take = |count| found.by_ref().take(count).collect();
        Self {
            functions: take(functions),
            classes: take(program.classes.len()),
            globals: take(program.globals.len()),
            statics: take(program.statics.len()),
        }
    }
}

/// The program as a graph. Its nodes are the functions, classes, variables and constants, in this order.
struct Graph<'p> {
    program: &'p Program,
    classes: Classes,
    endings: Vec<Ending>,
}

impl Graph<'_> {
    fn class(&self, id: ClassId) -> usize {
        self.program.functions.len() + id.index()
    }

    fn global(&self, id: GlobalId) -> usize {
        self.class(ClassId(self.program.classes.len() as u32)) + id.index()
    }

    fn constant(&self, id: StaticId) -> usize {
        self.global(GlobalId(self.program.globals.len() as u32)) + id.index()
    }

    fn nodes(&self) -> Vec<Node> {
        let program = self.program;
        let mut nodes: Vec<Node> = program.functions.iter().map(|function| self.function_node(function)).collect();
        nodes.extend((0..program.classes.len() as u32).map(|id| self.class_node(ClassId(id))));
        nodes.extend(program.globals.iter().map(|global| {
            let mut shape = Shape::new(self);
            (b"global", &global.name, global.space).hash(&mut shape.hasher);
            shape.ty(&global.ty);
            shape.node(false)
        }));
        nodes.extend(program.statics.iter().map(|object| {
            let mut shape = Shape::new(self);
            b"static".hash(&mut shape.hasher);
            shape.names.push(self.class(object.class));
            object.fields.iter().for_each(|field| shape.constant(field));
            shape.node(false)
        }));
        nodes
    }

    fn class_node(&self, id: ClassId) -> Node {
        let class = &self.program.classes[id.index()];
        let mut shape = Shape::new(self);
        let kinds = (self.classes.is_exception(id), self.classes.has_storage_behind(id), self.endings[id.index()]);
        (b"class", &class.name, class.base.is_some(), class.fields.len(), kinds).hash(&mut shape.hasher);
        shape.names.extend(class.base.map(|base| self.class(base)));
        // What ends its objects tells lists of one kind from those of another.
        let destroy = self.program.destroy_of(id);
        destroy.is_some().hash(&mut shape.hasher);
        shape.names.extend(destroy.map(FuncId::index));
        for field in &class.fields {
            field.name.hash(&mut shape.hasher);
            shape.ty(&field.ty);
        }
        shape.node(false)
    }

    fn function_node(&self, function: &Function) -> Node {
        let mut shape = Shape::new(self);
        let mut body = function.clone();
        if function.kind == FunctionKind::Normal {
            body.symbol = "".into();
        }
        body.file = pyc_mir::SourceFile(0);
        self.program.files.get(function.file.index()).hash(&mut shape.hasher);
        self.note_classes_asked(function, &mut shape);
        each_mention(&mut body, &mut |mention| shape.mention(mention));
        body.hash(&mut shape.hasher);
        shape.names.extend(classes_looked_into(self.program, function).into_iter().map(|class| self.class(ClassId(class as u32))));
        // What has a place in the source that tracebacks show is the user's.
        let is_library = matches!(function.kind, FunctionKind::Normal | FunctionKind::Extern) && function.loc.line == 0;
        shape.node(!is_library)
    }

    /// The numbers that tests compare with, and the functions that virtual calls can only mean.
    fn note_classes_asked(&self, function: &Function, shape: &mut Shape<'_>) {
        for block in &function.blocks {
            for statement in &block.statements {
                if let StatementKind::Assign(_, Rvalue::IsInstance(_, class)) | StatementKind::Init(_, Rvalue::IsInstance(_, class)) =
                    &statement.kind
                {
                    (self.classes.number_of(*class), self.classes.family(*class)).hash(&mut shape.hasher);
                }
            }
            if let TerminatorKind::Call { callee: Callee::Virtual { class, slot }, .. } = &block.terminator.kind {
                let only = self.classes.only_target(self.program, *class, *slot);
                only.is_some().hash(&mut shape.hasher);
                shape.names.extend(only.map(FuncId::index));
                // All functions of a slot are called in the same way.
                let first = self.program.classes[class.index()].vtable.get(*slot as usize);
                first.into_iter().for_each(|id| shape.signature(&self.program.functions[id.index()]));
            }
        }
    }
}

/// What is known of a node so far.
struct Shape<'g> {
    graph: &'g Graph<'g>,
    hasher: SipHasher13,
    names: Vec<usize>,
}

impl<'g> Shape<'g> {
    fn new(graph: &'g Graph<'g>) -> Self {
        Self { graph, hasher: SipHasher13::new(), names: Vec::new() }
    }

    fn node(self, is_own: bool) -> Node {
        Node { shape: self.hasher.finish128().as_u128(), names: self.names, is_own }
    }

    /// Takes in what is mentioned, and removes its number.
    fn mention(&mut self, mention: Mention<'_>) {
        match mention {
            Mention::Function(id) => self.names.push(std::mem::replace(id, FuncId(0)).index()),
            Mention::Class(id) => self.names.push(self.graph.class(std::mem::replace(id, ClassId(0)))),
            Mention::Global(id) => self.names.push(self.graph.global(std::mem::replace(id, GlobalId(0)))),
            Mention::Static(id) => self.names.push(self.graph.constant(std::mem::replace(id, StaticId(0)))),
            Mention::Data(id) => {
                let bytes = &self.graph.program.data[std::mem::replace(id, pyc_mir::DataId(0)).index()];
                bytes.hash(&mut self.hasher);
            }
            Mention::Struct(id) => {
                let fields = &self.graph.program.structs[std::mem::replace(id, StructId(0)).index()].fields;
                fields.iter().for_each(|field| self.ty(&field.ty));
            }
            Mention::Type(ty) => {
                self.ty(ty);
                *ty = Ty::Unit;
            }
        }
    }

    fn constant(&mut self, constant: &Const) {
        let mut constant = constant.clone();
        in_constant(&mut constant, &mut |mention| self.mention(mention));
        constant.hash(&mut self.hasher);
    }

    fn signature(&mut self, function: &Function) {
        (&function.params, function.raises).hash(&mut self.hasher);
        function.locals.iter().take(function.params.len()).for_each(|param| self.ty(&param.ty));
        self.ty(&function.ret);
    }

    /// A type of values that are passed on and counted: of an object it only matters how it ends.
    fn ty(&mut self, ty: &Ty) {
        let (mut classes, mut structs) = (Vec::new(), Vec::new());
        let noted = std::cell::RefCell::new((&mut classes, &mut structs));
        let masked = ty.renamed(
            &|class| {
                noted.borrow_mut().0.push(class);
                ClassId(0)
            },
            &|structure| {
                noted.borrow_mut().1.push(structure);
                StructId(0)
            },
        );
        masked.hash(&mut self.hasher);
        classes.into_iter().for_each(|class| self.ending(class));
        for StructId(id) in structs {
            let fields = &self.graph.program.structs[id as usize].fields;
            fields.len().hash(&mut self.hasher);
            fields.iter().for_each(|field| self.ty(&field.ty));
        }
    }

    fn ending(&mut self, id: ClassId) {
        let ending = self.graph.endings[id.index()];
        ending.hash(&mut self.hasher);
        let class = &self.graph.program.classes[id.index()];
        let is_exception = self.graph.classes.is_exception(id);
        is_exception.hash(&mut self.hasher);
        if ending == Ending::Shallow {
            class.fields.len().hash(&mut self.hasher);
            class.fields.iter().for_each(|field| self.ty(&field.ty));
        }
    }
}

/// Nodes that can reach each other, together; each such group after those that it names.
fn components(nodes: &[Node]) -> Vec<Vec<usize>> {
    let edges = nodes.iter().enumerate().flat_map(|(node, it)| it.names.iter().map(move |name| (node as u32, *name as u32)));
    let mut graph = DiGraph::<(), ()>::from_edges(edges);
    while graph.node_count() < nodes.len() {
        graph.add_node(());
    }
    kosaraju_scc(&graph).into_iter().map(|component| component.into_iter().map(NodeIndex::index).collect()).collect()
}

/// The hashes of all nodes. Those that can reach each other get theirs together: each round takes in what lies one step further off, until no two more are told apart.
fn identities(nodes: &[Node], order: &[Vec<usize>]) -> Vec<u128> {
    let mut hashes: Vec<u128> = nodes.iter().map(|node| node.shape).collect();
    for component in order {
        let names_itself = |node: &usize| nodes[*node].names.contains(node);
        let mut groups = 0;
        loop {
            let next: Vec<u128> =
                component.iter().map(|node| hash_of(hashes[*node], nodes[*node].names.iter().map(|name| hashes[*name]))).collect();
            component.iter().zip(&next).for_each(|(node, hash)| hashes[*node] = *hash);
            let mut distinct = next.clone();
            distinct.sort_unstable();
            distinct.dedup();
            if component.len() == 1 && !names_itself(&component[0]) || distinct.len() == groups {
                // Which others there are counts too, for they decide how many rounds there were.
                let all = hash_of(0, distinct.into_iter());
                component.iter().for_each(|node| hashes[*node] = hash_of(hashes[*node], [all].into_iter()));
                break;
            }
            groups = distinct.len();
        }
    }
    hashes
}

fn hash_of(first: u128, rest: impl Iterator<Item = u128>) -> u128 {
    let mut hasher = SipHasher13::new();
    hasher.write_u128(first);
    rest.for_each(|hash| hasher.write_u128(hash));
    hasher.finish128().as_u128()
}

/// What names something of the user's is the user's too.
fn spread_ownership(nodes: &mut [Node], order: &[Vec<usize>]) {
    for component in order {
        if component.iter().any(|node| nodes[*node].is_own || nodes[*node].names.iter().any(|name| nodes[*name].is_own)) {
            component.iter().for_each(|node| nodes[*node].is_own = true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identities(text: &str) -> Identities {
        Identities::of(&pyc_mir::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}")))
    }

    /// A function of the library that makes an object, reads a variable and calls another function.
    const LIBRARY: &str = "\
class Box { n: i64 }
global $count: i64
fn @inner(%n: borrow i64) -> i64 name \"inner\" {
bb0:
  return %n
}
fn @outer() -> i64 {
  let %box: &Box
  let %n: i64
bb0:
  init %box = new Box
  %box.0 = $count
  init %n = %box.0
  release %box
  call %n = @inner(%n) -> bb1
bb1:
  return %n
}
";

    fn outer(text: &str) -> Option<Identity> {
        let program = pyc_mir::parse(text).unwrap();
        let index = program.functions.iter().position(|function| &*function.symbol == "outer").unwrap();
        Identities::of(&program).functions[index]
    }

    #[test]
    fn numbers_do_not_count() {
        let before = "class Other { s: &Other }\nglobal $other: f64\nfn @first() -> i64 {\nbb0:\n  return 1\n}\n";
        let known = outer(LIBRARY);
        assert!(known.is_some());
        assert_eq!(outer(&format!("{before}{LIBRARY}")), known);
        assert_eq!(outer(&LIBRARY.replace("@inner", "@renamed")), known, "symbols are no part of what a function does");
    }

    #[test]
    fn everything_that_the_code_depends_on_counts() {
        let known = outer(LIBRARY);
        for (what, with) in [
            ("return %n\n}\nfn @outer", "return 1\n}\nfn @outer"),
            ("{ n: i64 }", "{ n: i64, more: i64 }"),
            ("Box", "Crate"),
            ("$count", "$total"),
        ] {
            let changed = outer(&LIBRARY.replace(what, with));
            assert!(changed.is_some(), "{with}");
            assert_ne!(changed, known, "{with}");
        }
    }

    #[test]
    fn what_is_the_users_has_none() {
        assert_eq!(
            outer(&LIBRARY.replace("-> i64 name \"inner\" {\nbb0:\n  return %n", "-> i64 name \"inner\" at 3:0 {\nbb0:\n  return %n")),
            None
        );
    }

    #[test]
    fn objects_that_are_told_apart_by_nothing_have_none() {
        let mut program = pyc_mir::parse(LIBRARY).unwrap();
        program.classes.push(program.classes[0].clone());
        let Identities { functions, classes, .. } = Identities::of(&program);
        assert_eq!(classes, [None, None]);
        assert!(functions[0].is_some());
        assert_eq!(functions[1], None, "it makes one of them");
    }

    #[test]
    fn functions_that_call_each_other_have_one_each() {
        let pair = |end: i64| {
            format!(
                "fn @even(%n: borrow i64) -> i64 {{\n  let %r: i64\nbb0:\n  call %r = @odd(%n) -> bb1\nbb1:\n  return %r\n}}\n\
                 fn @odd(%n: borrow i64) -> i64 {{\n  let %r: i64\nbb0:\n  call %r = @even(%n) -> bb1\nbb1:\n  return {end}\n}}\n"
            )
        };
        let (one, two) = (identities(&pair(1)).functions, identities(&pair(2)).functions);
        assert!(one.iter().chain(&two).all(Option::is_some));
        assert_ne!(one[0], one[1]);
        assert_ne!(one[0], two[0], "what it calls is different");
    }
}
