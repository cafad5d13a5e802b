//! The same count through a HashMap with ahash.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader};

fn main() {
    let Some(path) = std::env::args().nth(1) else { return };
    let mut counts: HashMap<String, i64, ahash::RandomState> = HashMap::default();
    let mut text = BufReader::with_capacity(1 << 16, File::open(path).unwrap());
    let mut line = String::new();
    while text.read_line(&mut line).unwrap() > 0 {
        for word in line.split_whitespace() {
            if let Some(count) = counts.get_mut(word) {
                *count += 1;
            } else {
                counts.insert(word.to_string(), 1);
            }
        }
        line.clear();
    }
    let mut ranked: Vec<(i64, &str)> = counts.iter().map(|(word, count)| (-count, word.as_str())).collect();
    ranked.sort();
    println!("{} {}", counts.len(), counts.values().sum::<i64>());
    for (count, word) in ranked.iter().take(20) {
        println!("{word} {}", -count);
    }
}
