//! Passes that look at one function at a time run on as many threads as there are processors.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::*;

/// Programs of fewer functions are done before a thread has started.
const MANY: usize = 100;
const MOST_THREADS: usize = 8;

/// Replaces the functions with bodies by what a pass makes of them, if that is something. It sees the program as it was.
pub(crate) fn each_function(program: &mut Program, pass: &(dyn Fn(&Program, &Function) -> Option<Function> + Sync)) {
    let made = if program.functions.len() < MANY { vec![work(program, pass, &AtomicUsize::new(0))] } else { on_threads(program, pass) };
    for (index, function) in made.into_iter().flatten() {
        program.functions[index] = function;
    }
}

type Made = Vec<(usize, Function)>;

fn on_threads(program: &Program, pass: &(dyn Fn(&Program, &Function) -> Option<Function> + Sync)) -> Vec<Made> {
    let next = AtomicUsize::new(0);
    let count = thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS);
    thread::scope(|scope| {
        let others: Vec<_> = (1..count).map(|_| scope.spawn(|| work(program, pass, &next))).collect();
        let mut made = vec![work(program, pass, &next)];
        made.extend(others.into_iter().map(|other| other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))));
        made
    })
}

/// Takes functions as long as there are any left.
fn work(program: &Program, pass: &(dyn Fn(&Program, &Function) -> Option<Function> + Sync), next: &AtomicUsize) -> Made {
    let mut made = Vec::new();
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let Some(function) = program.functions.get(index) else { return made };
        if !function.blocks.is_empty() {
            made.extend(pass(program, function).map(|function| (index, function)));
        }
    }
}
