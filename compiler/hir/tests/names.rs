//! What names at the top of modules mean, and where modules are found.

mod common;

use std::path::Path;

use common::{database, diagnostics};
use pyc_base::name;
use pyc_hir::{Db, Item, ModuleResolution, module_graph, module_name, resolve_global, resolve_item, resolve_module};

/// The file and kind of what a name of the main file stands for.
fn resolved(files: &[(&str, &str)], item: &str) -> String {
    let (db, main) = database(files);
    match resolve_item(&db, main, name(item)) {
        None => "nothing".to_owned(),
        Some((file, found)) => {
            let kind = match found {
                Item::Function(_) => "function".to_owned(),
                Item::Class(_) => "class".to_owned(),
                Item::TypeAlias { .. } => "type alias".to_owned(),
                Item::Import { module, binds_root } => format!("module {module} root={binds_root}"),
                Item::ImportFrom { .. } => "unresolved import".to_owned(),
                Item::Variable { .. } => "variable".to_owned(),
                Item::TypeVar => "type variable".to_owned(),
                Item::MaybeAlias { .. } | Item::Fallback { .. } => "undecided".to_owned(),
            };
            format!("{kind} of {}", file.path(&db).display())
        }
    }
}

#[test]
fn from_imports_are_followed() {
    let files = [("main.py", "from a import f as g\n"), ("a.py", "from b import f\n"), ("b.py", "def f(): pass\n")];
    assert_eq!(resolved(&files, "g"), "function of b.py");
}

#[test]
fn star_imports_give_public_names_and_what_all_lists() {
    let a = "def f(): pass\ndef _g(): pass\n";
    let b = "__all__ = ['_h']\n__all__ += ['i']\ndef _h(): pass\ndef i(): pass\ndef j(): pass\n";
    let files = [("main.py", "from a import *\nfrom b import *\n"), ("a.py", a), ("b.py", b)];
    assert_eq!(resolved(&files, "f"), "function of a.py");
    assert_eq!(resolved(&files, "_g"), "nothing");
    assert_eq!(resolved(&files, "_h"), "function of b.py");
    assert_eq!(resolved(&files, "i"), "function of b.py");
    assert_eq!(resolved(&files, "j"), "nothing");
}

#[test]
fn assignments_of_types_are_aliases() {
    let main = "\
from typing import TypeVar
from a import C as D
T = TypeVar('T')
class E: pass
plain = E
listed = D | None
circle = knot | None
knot = circle | None
element = plain[0]
twice = E
twice = D
";
    let files = [("main.py", main), ("a.py", "class C: pass\n")];
    assert_eq!(resolved(&files, "T"), "type variable of main.py");
    assert_eq!(resolved(&files, "plain"), "class of main.py");
    assert_eq!(resolved(&files, "listed"), "type alias of main.py");
    assert_eq!(resolved(&files, "circle"), "variable of main.py");
    assert_eq!(resolved(&files, "element"), "variable of main.py");
    assert_eq!(resolved(&files, "twice"), "variable of main.py");
}

#[test]
fn a_failing_import_falls_back_on_its_handler() {
    let main = "\
try:
    import a as m
    from a import f
except ImportError:
    m = None
    def f(): pass
try:
    import lost
except ImportError:
    lost = None
";
    let files = [("main.py", main), ("a.py", "def g(): pass\n")];
    assert_eq!(resolved(&files, "m"), "module a root=false of main.py");
    assert_eq!(resolved(&files, "f"), "function of main.py");
    assert_eq!(resolved(&files, "lost"), "variable of main.py");
    assert_eq!(diagnostics(&files), "");
}

#[test]
fn circles_end() {
    let files = [
        ("main.py", "from a import *\nfrom b import lost\n"),
        ("a.py", "from c import *\nfrom b import *\n"),
        ("b.py", "from a import *\nfrom a import lost\n"),
        ("c.py", "class C: pass\n"),
    ];
    assert_eq!(resolved(&files, "C"), "class of c.py");
    assert_eq!(resolved(&files, "lost"), "nothing");
}

#[test]
fn a_name_bound_in_different_ways_is_a_variable() {
    let text = "def f(): pass\nf = f\ndef g(): pass\ndef g(): pass\n@overload\ndef h(): ...\ndef h(): pass\ndef k(): pass\ndef l():\n    global k\n    k = 1\n";
    let files = [("main.py", text)];
    for (item, kind) in [("f", "variable"), ("g", "variable"), ("h", "function"), ("k", "variable"), ("l", "function")] {
        assert_eq!(resolved(&files, item), format!("{kind} of main.py"), "{item}");
    }
}

#[test]
fn submodules_are_items_of_their_package() {
    let files = [("p/main.py", "from q import r\nfrom q.s import t\n"), ("p/q/r.py", ""), ("p/q/s/t.py", "")];
    assert_eq!(resolved(&files, "r"), "module q.r root=false of p/main.py");
    assert_eq!(resolved(&files, "t"), "module q.s.t root=false of p/main.py");
    assert_eq!(diagnostics(&files), "");
}

#[test]
fn modules_are_searched_as_in_cpython() {
    let files =
        [("src/main.py", ""), ("src/a.py", ""), ("src/a/__init__.py", ""), ("src/a/b.py", ""), ("src/n/m.py", ""), ("src/time.py", "")];
    let (db, main) = database(&files);
    let found = |module: &str| resolve_module(&db, main, Some(name(module)), 0);
    assert_eq!(found("a"), ModuleResolution::File(db.file(Path::new("src/a/__init__.py"))), "a package comes before a module");
    assert_eq!(found("a.b"), ModuleResolution::File(db.file(Path::new("src/a/b.py"))));
    assert_eq!(found("n"), ModuleResolution::Namespace(Path::new("src/n").into()));
    assert_eq!(found("n.m"), ModuleResolution::File(db.file(Path::new("src/n/m.py"))));
    assert_eq!(found("a.c"), ModuleResolution::NotFound);
    assert_ne!(found("time"), ModuleResolution::File(db.file(Path::new("src/time.py"))), "what is built in can't be hidden");
    let inner = db.file(Path::new("src/a/b.py"));
    assert_eq!(resolve_module(&db, inner, None, 1), found("a"));
    assert_eq!(resolve_module(&db, inner, Some(name("b")), 1), ModuleResolution::File(inner));
    assert_eq!(resolve_module(&db, inner, Some(name("n.m")), 2), found("n.m"));
    assert_eq!(resolve_module(&db, inner, Some(name("x")), 4), ModuleResolution::NotFound);
    assert_eq!(module_name(&db, inner), "a.b");
    assert_eq!(module_name(&db, db.file(Path::new("src/a/__init__.py"))), "a");
    assert_eq!(module_name(&db, main), "main");
}

#[test]
fn the_graph_has_each_module_after_its_imports() {
    let files = [
        ("main.py", "import a.b\ndef f():\n    from c import x\n"),
        ("a/__init__.py", ""),
        ("a/b.py", "from . import d\n"),
        ("a/d.py", "import main\n"),
        ("c.py", "x = 1\n"),
        ("unused.py", ""),
    ];
    let (db, main) = database(&files);
    let order: Vec<String> =
        module_graph(&db, main).iter().filter(|file| !file.is_stdlib(&db)).map(|file| file.path(&db).display().to_string()).collect();
    assert_eq!(order, ["a/__init__.py", "a/d.py", "a/b.py", "c.py", "main.py"]);
}

#[test]
fn a_module_that_appears_is_seen() {
    let (mut db, main) = database(&[("main.py", "import late\n")]);
    assert_eq!(resolve_module(&db, main, Some(name("late")), 0), ModuleResolution::NotFound);
    let late = db.set_file_text(Path::new("late.py"), Some("x = 1".into()));
    assert_eq!(resolve_module(&db, main, Some(name("late")), 0), ModuleResolution::File(late));
}

#[test]
fn builtins_come_last() {
    let files = [("main.py", "def print(): pass\n")];
    let (db, main) = database(&files);
    assert!(matches!(resolve_global(&db, main, name("print")), Some((file, Item::Function(_))) if file == main));
    if pyc_hir::builtins_file(&db).is_some() {
        assert!(resolve_global(&db, main, name("len")).is_some_and(|(file, _)| file.is_stdlib(&db)));
    }
    assert_eq!(resolve_global(&db, main, name("no_such_name")), None);
}
