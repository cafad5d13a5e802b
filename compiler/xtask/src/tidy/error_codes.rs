//! Each code of `compiler/base/src/codes.rs` has a page, and the page has what its test runs.

use super::Violations;
use super::tree::Tree;

const REGISTRY: &str = "compiler/base/src/codes.rs";

/// The ids in the registry, in order.
fn registered(tree: &Tree) -> Vec<String> {
    let Some(file) = tree.rust.iter().find(|file| file.path == REGISTRY) else { return Vec::new() };
    let constants = file.text.lines().filter_map(|line| line.trim().split_once(" = \"E"));
    constants.filter_map(|(_, rest)| Some(format!("E{}", rest.strip_suffix("\";")?))).collect()
}

fn page_id(path: &str) -> &str {
    path.trim_start_matches("docs/errors/").trim_end_matches(".md")
}

/// The page's example is the test of the code; where no file of text can show it (a missing file, say) the page names the test with `<!-- test: PATH -->`.
pub(super) fn pages(tree: &Tree) -> Violations {
    let mut violations = Violations::new();
    for id in registered(tree) {
        let Some(page) = tree.error_pages.iter().find(|page| page_id(&page.path) == id) else {
            violations.push(format!("{REGISTRY}: {id} has no page docs/errors/{id}.md"));
            continue;
        };
        if !page.text.starts_with(&format!("# {id}: ")) {
            violations.push(format!("{}: does not begin with `# {id}: `", page.path));
        }
        let blocks = page.text.matches("\n```python").count();
        if blocks < 2 && !["<!-- test: ", "<!-- no example: "].iter().any(|mark| page.text.contains(mark)) {
            violations.push(format!("{}: has no ```python example followed by a ```python fixed, and names no test", page.path));
        }
    }
    violations
}

pub(super) fn orphans(tree: &Tree) -> Violations {
    let known = registered(tree);
    let pages = tree.error_pages.iter().filter(|page| !known.iter().any(|id| id == page_id(&page.path)));
    let listed = pages.filter(|page| page_id(&page.path) != "README");
    listed.map(|page| format!("{}: no such code in {REGISTRY}", page.path)).collect()
}
