//! Generated programs: printing and parsing agree, what passes make of them is valid, certified, runs as before and frees everything; and the certifier sees
//! every single count that is missing or too many.

mod generate;
mod interpret;

use interpret::{Machine, Outcome};
use pyc_mir::*;

const PROGRAMS: u64 = 60;

fn generated(seed: u64) -> Program {
    let text = generate::program(seed);
    let program = parse(&text).unwrap_or_else(|error| panic!("{text}\nseed {seed}: {error}"));
    verify(&program, Phase::Built).unwrap_or_else(|errors| panic!("{text}\nseed {seed}: {}", errors[0]));
    program
}

fn counted(program: &Program, optimize: bool) -> Program {
    let mut output = program.clone();
    optimize_and_count(&mut output, Options { optimize, check: false });
    let verified = verify(&output, Phase::Counted).err().unwrap_or_default();
    let certified = certify(&output).err().unwrap_or_default();
    let errors: Vec<String> = verified.iter().chain(&certified).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "{program}\n==>\n{output}\n{}", errors.join("\n"));
    output
}

/// How a run ends and what it traces.
fn run(program: &Program, counted: bool) -> Result<(Outcome, Vec<i128>), String> {
    let mut machine = Machine::new(program, 3000);
    let outcome = machine.run(program.entry.expect("an entry"), counted)?;
    Ok((outcome, machine.trace))
}

#[test]
fn printing_and_parsing_agree() {
    for seed in 0..PROGRAMS {
        let program = generated(seed);
        assert_eq!(parse(&program.to_string()).unwrap(), program, "seed {seed}");
        let counted = counted(&program, true);
        assert_eq!(parse(&counted.to_string()).unwrap(), counted, "seed {seed}");
    }
}

fn runs_as_before(optimize: bool) {
    let mut finished = 0;
    for seed in 0..PROGRAMS {
        let program = generated(seed);
        let before = run(&program, false).unwrap_or_else(|error| panic!("{program}\nseed {seed}: before: {error}"));
        let counted = counted(&program, optimize);
        let after = run(&counted, true).unwrap_or_else(|error| panic!("{program}\n==>\n{counted}\nseed {seed}: {error}"));
        // Steps are not the same before and after.
        if before.0 != Outcome::Tired && after.0 != Outcome::Tired {
            assert_eq!(after, before, "{program}\n==>\n{counted}\nseed {seed}");
            finished += 1;
        }
    }
    assert!(finished > PROGRAMS / 2, "only {finished} programs end");
}

#[test]
fn counted_programs_run_as_before_and_free_everything() {
    runs_as_before(false);
}

#[test]
fn optimized_programs_run_as_before_and_free_everything() {
    runs_as_before(true);
}

/// Whether the end can be reached from everywhere: a count too many in a loop without end is none.
fn always_may_end(function: &Function) -> bool {
    let mut ends = vec![false; function.blocks.len()];
    for _ in &function.blocks {
        for id in function.block_ids() {
            let terminator = &function.block(id).terminator.kind;
            ends[id.index()] |= matches!(terminator, TerminatorKind::Return(_) | TerminatorKind::Raise(_))
                || terminator.successors().iter().any(|successor| ends[successor.index()]);
        }
    }
    ends.into_iter().all(|end| end)
}

/// Every retain and release of the program whose function may end, as indices.
fn counts(program: &Program) -> Vec<(usize, usize, usize)> {
    let mut found = Vec::new();
    for (f, function) in program.functions.iter().enumerate().filter(|(_, function)| always_may_end(function)) {
        for (b, block) in function.blocks.iter().enumerate() {
            for (s, statement) in block.statements.iter().enumerate() {
                if matches!(statement.kind, StatementKind::Retain(_) | StatementKind::Release(_)) {
                    found.push((f, b, s));
                }
            }
        }
    }
    found
}

#[test]
fn the_certifier_sees_every_wrong_count() {
    let (mut seen, mut missed) = (0, 0);
    for seed in 0..PROGRAMS / 4 {
        let program = counted(&generated(seed), false);
        for (f, b, s) in counts(&program) {
            let mut fewer = program.clone();
            let statement = fewer.functions[f].blocks[b].statements.remove(s);
            let mut more = program.clone();
            more.functions[f].blocks[b].statements.insert(s, statement);
            for mutant in [fewer, more] {
                if certify(&mutant).is_err() {
                    seen += 1;
                } else if !run_alike(&program, &mutant) || changes_more_than_constants(&program, (f, b, s)) {
                    panic!("{program}\n==>\n{mutant}\nseed {seed}: {} bb{b}: statement {s}", program.functions[f].symbol);
                } else {
                    missed += 1;
                }
            }
        }
    }
    assert!(seen > 300 && missed * 5 < seen, "{seen} seen, {missed} of constants");
}

fn run_alike(left: &Program, right: &Program) -> bool {
    match (run(left, true), run(right, true)) {
        // Steps are not the same.
        (Ok((Outcome::Tired, _)), Ok(_)) | (Ok(_), Ok((Outcome::Tired, _))) => true,
        (left, right) => left == right,
    }
}

/// Counts of what is always a constant when it gets there have no effect.
fn changes_more_than_constants(program: &Program, (f, b, s): (usize, usize, usize)) -> bool {
    let function = &program.functions[f];
    let (StatementKind::Retain(operand) | StatementKind::Release(operand)) = &function.blocks[b].statements[s].kind else { return false };
    !may_be_constant(function, operand.as_local().expect("counts are of locals"), 4)
}

fn may_be_constant(function: &Function, local: LocalId, depth: u32) -> bool {
    function.blocks.iter().flat_map(|block| &block.statements).any(|statement| match &statement.kind {
        StatementKind::Init(place, Rvalue::Use(operand) | Rvalue::Cast(_, operand, _)) if place.as_local() == Some(local) => {
            match operand {
                Operand::Const(_) => true,
                Operand::Move(source) | Operand::Copy(source) => {
                    depth > 0 && source.as_local().is_some_and(|source| may_be_constant(function, source, depth - 1))
                }
            }
        }
        _ => false,
    })
}
