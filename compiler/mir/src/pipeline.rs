//! All passes in their order.

use crate::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether to spend time on faster code. What the program does is the same.
    pub optimize: bool,
    /// Verify between passes and certify the counts. On by default in debug builds.
    pub check: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { optimize: true, check: cfg!(debug_assertions) }
    }
}

/// Takes a program from mir-build to code generation. A broken invariant is a bug of the compiler: it ends the process with a report if `check` is on.
pub fn optimize_and_count(program: &mut Program, options: Options) {
    let check = |program: &Program, phase: Phase, after: &str| {
        if options.check {
            verify::expect_valid(program, phase, after);
        }
    };
    // Always: what does not fit here would be wrong code.
    verify::expect_valid(program, Phase::Built, "building");
    if options.optimize {
        merge::merge_instances(program);
        check(program, Phase::Built, "merging");
    }
    exit::drop_globals(program);
    recursion::check_stack(program);
    infer_raises(program);
    check(program, Phase::Built, "raise inference");
    if options.optimize {
        inline::inline_calls(program);
        inline::remove_unused_functions(program);
        check(program, Phase::Built, "inlining");
        simplify::simplify(program);
        check(program, Phase::Built, "simplification");
        ranges::remove_checks(program);
        simplify::simplify(program);
        check(program, Phase::Built, "removal of checks");
    }
    insert_counts(program);
    if options.optimize {
        simplify::simplify_graph(program);
        ladder::share_unwinding(program);
        simplify::simplify_graph(program);
    }
    check(program, Phase::Counted, "reference counting");
    if options.check {
        certify::expect_certified(program, "reference counting");
    }
}
