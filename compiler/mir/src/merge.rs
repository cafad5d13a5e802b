//! Instances that do the same become one. `list[Item]` and `list[Order]` differ in what their elements are called, and in nothing that a machine does.
//!
//! Functions and classes are one graph, whose nodes are told apart until nothing tells any two of those left together apart: the partition refinement by
//! which finite automata are minimised (Moore 1956). A function names classes in two ways. What it makes, tests, looks into, or calls a method of must be the
//! same class. What it only passes on and counts need but end in the same way, for all references are alike otherwise.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::hash::BuildHasher;

use rustc_hash::FxHashMap;

use crate::mentions::{Mention, classes_looked_into, each_mention};
use crate::*;

/// Replaces functions and classes by the first that does the same.
pub(crate) fn merge_instances(program: &mut Program) {
    let alike = alike(program);
    let nodes = nodes(program, &alike);
    let leaders = leaders(&nodes);
    let (classes, functions) = leaders.split_at(program.classes.len());
    let functions: Vec<usize> = functions.iter().map(|leader| leader - classes.len()).collect();
    program.alike = alike;
    replace(program, classes, &functions);
}

fn alike(program: &Program) -> Alike {
    let mut alike = Alike { classes: classes_ending_alike(program), ..Alike::default() };
    let mut first = FxHashMap::default();
    for (index, data) in program.structs.iter().enumerate() {
        let id = StructId(index as u32);
        // The structs that it holds come before it, or count as different.
        let fields: Vec<Ty> = data.fields.iter().map(|field| alike.erased(&field.ty)).collect();
        let leader = *first.entry(fields).or_insert(id);
        if leader != id {
            alike.structs.insert(id, leader);
        }
    }
    alike
}

fn classes_ending_alike(program: &Program) -> BTreeMap<ClassId, ClassId> {
    let mut first = FxHashMap::default();
    let mut alike = BTreeMap::new();
    for (index, ending) in Ending::of_classes(program).into_iter().enumerate() {
        let class = &program.classes[index];
        let owned: Vec<Ty> = match ending {
            // Whether it is an exception matters too.
            Ending::Leaf | Ending::Shallow if class.base.is_some() => continue,
            Ending::Leaf | Ending::Recorded => Vec::new(),
            Ending::Shallow => class.fields.iter().map(|field| field.ty.clone()).collect(),
        };
        let id = ClassId(index as u32);
        let leader = *first.entry((ending, owned)).or_insert(id);
        if leader != id {
            alike.insert(id, leader);
        }
    }
    alike
}

/// A class or function: what it is but for others that it names, and those.
struct Node {
    shape: u64,
    names: Vec<usize>,
}

/// Classes, then functions.
fn nodes(program: &Program, alike: &Alike) -> Vec<Node> {
    let mut tested = vec![false; program.classes.len()];
    for base in program.classes.iter().filter_map(|class| class.base) {
        tested[base.index()] = true;
    }
    for statement in program.functions.iter().flat_map(|function| &function.blocks).flat_map(|block| &block.statements) {
        if let StatementKind::Assign(_, Rvalue::IsInstance(_, class)) | StatementKind::Init(_, Rvalue::IsInstance(_, class)) =
            &statement.kind
        {
            tested[class.index()] = true;
        }
    }
    let hasher = std::hash::RandomState::new();
    let mut nodes = Vec::with_capacity(program.classes.len() + program.functions.len());
    for (index, class) in program.classes.iter().enumerate() {
        let own = (tested[index] || class.base.is_some()).then_some(index);
        let functions = class.vtable.iter().chain(&class.destroy);
        let mut names: Vec<usize> = functions.map(|id| program.classes.len() + id.index()).collect();
        // Ways lead on through what fields hold.
        let held = RefCell::new(&mut names);
        let name = |id: ClassId| {
            held.borrow_mut().push(id.index());
            ClassId(0)
        };
        let fields: Vec<Ty> = class.fields.iter().map(|field| field.ty.renamed(&name, &|id| id)).collect();
        nodes.push(Node { shape: hasher.hash_one((own, &class.name, fields, class.destroy.is_some())), names });
    }
    let mut types = FxHashMap::default();
    for function in &program.functions {
        let mut names = classes_looked_into(program, function);
        let mut body = function.clone();
        if function.kind == FunctionKind::Normal {
            body.symbol = "".into();
        }
        each_mention(&mut body, &mut |mention| match mention {
            Mention::Function(id) => names.push(program.classes.len() + std::mem::replace(id, FuncId(0)).index()),
            Mention::Class(class) => names.push(std::mem::replace(class, ClassId(0)).index()),
            Mention::Type(ty) => *ty = types.entry(ty.clone()).or_insert_with_key(|ty| alike.erased(ty)).clone(),
            Mention::Struct(id) => *id = alike.structure(*id),
            Mention::Global(_) | Mention::Static(_) | Mention::Data(_) => {}
        });
        nodes.push(Node { shape: hasher.hash_one(&body), names });
    }
    nodes
}

/// For each node the first that can't be told from it.
fn leaders(nodes: &[Node]) -> Vec<usize> {
    let mut groups: Vec<usize> = Vec::new();
    let mut shapes = FxHashMap::default();
    for node in nodes {
        let next = shapes.len();
        groups.push(*shapes.entry(node.shape).or_insert(next));
    }
    let mut count = shapes.len();
    loop {
        let mut known = FxHashMap::default();
        let refined: Vec<usize> = nodes
            .iter()
            .zip(&groups)
            .map(|(node, group)| {
                let key: Vec<usize> = std::iter::once(*group).chain(node.names.iter().map(|name| groups[*name])).collect();
                let next = known.len();
                *known.entry(key).or_insert(next)
            })
            .collect();
        groups = refined;
        if known.len() == count {
            break;
        }
        count = known.len();
    }
    let mut first = vec![None; count];
    groups.iter().enumerate().map(|(index, group)| *first[*group].get_or_insert(index)).collect()
}

/// Names the leaders everywhere, and removes all others.
fn replace(program: &mut Program, classes: &[usize], functions: &[usize]) {
    let (class_numbers, function_numbers) = (numbers(classes), numbers(functions));
    let class = |id: ClassId| ClassId(class_numbers[id.index()]);
    let function = |id: FuncId| FuncId(function_numbers[id.index()]);
    retain_leaders(&mut program.functions, functions);
    retain_leaders(&mut program.classes, classes);
    let mut types: FxHashMap<Ty, Ty> = FxHashMap::default();
    let mut change = |ty: &mut Ty| *ty = types.entry(ty.clone()).or_insert_with_key(|ty| ty.renamed(&class, &|id| id)).clone();
    for body in &mut program.functions {
        each_mention(body, &mut |mention| match mention {
            Mention::Function(id) => *id = function(*id),
            Mention::Class(id) => *id = class(*id),
            Mention::Type(ty) => change(ty),
            Mention::Struct(_) | Mention::Global(_) | Mention::Static(_) | Mention::Data(_) => {}
        });
    }
    for data in &mut program.classes {
        data.base = data.base.map(class);
        data.fields.iter_mut().for_each(|field| change(&mut field.ty));
        data.vtable.iter_mut().chain(&mut data.destroy).for_each(|id| *id = function(*id));
    }
    program.structs.iter_mut().flat_map(|data| &mut data.fields).for_each(|field| change(&mut field.ty));
    program.globals.iter_mut().for_each(|global| change(&mut global.ty));
    for constant in &mut program.statics {
        constant.class = class(constant.class);
        for field in &mut constant.fields {
            match field {
                Const::Function(id) => *id = function(*id),
                Const::Zero(ty) | Const::SizeOf(ty) => change(ty),
                _ => {}
            }
        }
    }
    let Program { entry, report_exception, recursion_error, finish, .. } = program;
    [entry, report_exception, recursion_error, finish].into_iter().flatten().for_each(|id| *id = function(*id));
    let alike = std::mem::take(&mut program.alike.classes);
    let kept = alike.into_iter().filter(|(id, _)| classes[id.index()] == id.index());
    program.alike.classes = kept.map(|(id, leader)| (class(id), class(leader))).filter(|(id, leader)| id != leader).collect();
}

/// The places of the leaders when all others are gone.
fn numbers(leaders: &[usize]) -> Vec<u32> {
    let mut next = 0;
    let mut numbers = Vec::with_capacity(leaders.len());
    for (index, leader) in leaders.iter().enumerate() {
        let number = if *leader == index { next } else { numbers[*leader] };
        next += u32::from(*leader == index);
        numbers.push(number);
    }
    numbers
}

fn retain_leaders<T>(items: &mut Vec<T>, leaders: &[usize]) {
    let mut index = 0;
    items.retain(|_| {
        index += 1;
        leaders[index - 1] == index - 1
    });
}
