//! The kernels of a program for devices: which there are, and what in them no device can do.

use pyc_base::{Diagnostic, Severity, Span, codes};
use pyc_hir::{Db, File};
use pyc_mir::device::{Obstacle, What};
use pyc_mir::{Loc, Program};
use pyc_types::Findings;
use pyc_types::ty::Instance;

use crate::database::{DatabaseTypes, check_instances};

/// Compiles the kernels of a program's own modules for devices. The program holds nothing else.
pub fn compile_kernels(db: &dyn Db, main: File) -> Result<Program, Vec<Diagnostic>> {
    let kernels = kernels(db, main)?;
    let mut found = Findings::of_text(pyc_hir::hir_diagnostics(db, main).to_vec());
    check_instances(db, kernels.clone(), &mut found);
    let mut diagnostics = found.strict();
    diagnostics.retain(|found| found.severity == Severity::Error);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    let built = crate::build_library(&DatabaseTypes::new(db), &kernels)?;
    pyc_mir::device::kernels(&built)
        .map_err(|obstacles| obstacles.iter().map(|obstacle| Describe { db, main, program: &built }.diagnostic(obstacle)).collect())
}

/// Whether a program has kernels at all.
pub fn has_kernels(db: &dyn Db, main: File) -> bool {
    own_modules(db, main).into_iter().any(|file| pyc_types::kernel::kernels_of(db, file).map_or(true, |kernels| !kernels.is_empty()))
}

fn own_modules(db: &dyn Db, main: File) -> Vec<File> {
    pyc_hir::module_graph(db, main).iter().copied().filter(|file| !file.is_stdlib(db)).collect()
}

fn kernels(db: &dyn Db, main: File) -> Result<Vec<Instance>, Vec<Diagnostic>> {
    let mut kernels = Vec::new();
    let mut diagnostics = Vec::new();
    for file in own_modules(db, main) {
        match pyc_types::kernel::kernels_of(db, file) {
            Ok(found) => kernels.extend(found),
            Err(found) => diagnostics.extend(found),
        }
    }
    if diagnostics.is_empty() { Ok(kernels) } else { Err(diagnostics) }
}

struct Describe<'a> {
    db: &'a dyn Db,
    main: File,
    program: &'a Program,
}

impl Describe<'_> {
    fn diagnostic(&self, obstacle: &Obstacle) -> Diagnostic {
        let (file, span) = self.place(obstacle);
        let kernel = &self.program.functions[obstacle.kernel.index()].name;
        let message = format!("The kernel `{kernel}` {}, which no device can do", self.what(&obstacle.what));
        Diagnostic::error(codes::KERNEL_OPERATION, file.id(self.db), span, message).help(help(&obstacle.what))
    }

    /// Where in the sources a place of the graph is.
    fn place(&self, obstacle: &Obstacle) -> (File, Span) {
        let path = &*self.program.files[obstacle.file.index()];
        let modules = pyc_hir::module_graph(self.db, self.main);
        let file = modules.iter().copied().find(|file| file.path(self.db).as_os_str() == path).unwrap_or(self.main);
        let lines = pyc_hir::line_index(self.db, file);
        let offset = |line, column| lines.line_start(line).map_or(0, |start| start + column);
        let Loc { line, column, end_line, end_column } = obstacle.loc;
        (file, Span { start: offset(line, column), end: offset(end_line, end_column) })
    }

    fn what(&self, what: &What) -> String {
        let class = |id: &pyc_mir::ClassId| &self.program.classes[id.index()].name;
        match what {
            What::Call(function, cause) => {
                let name = &self.program.functions[function.index()].name;
                if name.starts_with('_') { self.what(cause) } else { format!("calls `{name}`, which {}", self.what(cause)) }
            }
            What::Object(Some(id)) => format!("uses a `{}`", class(id)),
            What::Object(None) => "uses an object".to_owned(),
            What::Raise => "raises an exception".to_owned(),
            What::Handler => "catches exceptions".to_owned(),
            What::Global(id) => {
                let name = &self.program.globals[id.index()].name;
                let name = name.split('$').next().unwrap_or_default();
                format!("uses the variable `{}` of a module", name.rsplit('.').next().unwrap_or_default())
            }
            What::Foreign(symbol) if symbol.starts_with("pyc_") => "needs the runtime".to_owned(),
            What::Foreign(symbol) => format!("calls the C function `{symbol}`"),
            What::Allocation => "allocates memory".to_owned(),
            What::Mathematics(intrinsic) => format!("computes `{}`", format!("{intrinsic:?}").to_lowercase()),
            What::Indirect => "calls a function that is known only at run time".to_owned(),
            What::Kernel(kernel) => format!("calls the kernel `{}`", self.program.functions[kernel.index()].name),
            What::Recursion(function) => format!("calls `{}`, which calls itself", self.program.functions[function.index()].name),
        }
    }
}

/// What to do about it.
fn help(what: &What) -> &'static str {
    match what {
        What::Call(_, cause) => help(cause),
        What::Object(_) | What::Allocation => "use numbers, and memory that the launch passes in as a `Ptr` or that `shared` gives",
        What::Raise | What::Handler => "write a mark to memory that the host looks at after the launch",
        What::Global(_) => "pass its value as an argument",
        What::Foreign(_) => "compute the values in the kernel and do this on the host, after `to_host`",
        What::Mathematics(_) => "compute it on the host, or write it with `+ - * /` and `math.sqrt`",
        What::Indirect => "call a function by its name",
        What::Recursion(_) => "write a loop",
        What::Kernel(_) => "put what both do into a function that both call, or launch one after the other",
    }
}
