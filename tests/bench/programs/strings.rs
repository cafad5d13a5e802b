//! The same strings in Rust.

use std::fmt::Write;

fn build(count: usize) -> String {
    let mut text = String::new();
    for number in 0..count {
        text += "item";
        text += &number.to_string();
        text += ";";
    }
    text
}

fn join(count: usize) -> String {
    let mut parts: Vec<String> = Vec::new();
    for number in 0..count {
        let mut part = String::new();
        write!(part, "key{}={}", number % 1000, number).unwrap();
        parts.push(part);
    }
    parts.join(",")
}

fn split(text: &str) -> i64 {
    let mut total = 0;
    // As in the twin, which makes a list of the parts first.
    for pair in text.split(',').map(str::to_string).collect::<Vec<String>>() {
        let parts: Vec<String> = pair.split('=').map(str::to_string).collect();
        let [key, value] = &parts[..] else { panic!("not a pair") };
        total += key.len() as i64 * value.parse::<i64>().unwrap() % 1000;
    }
    total
}

fn main() {
    let count: usize = std::env::args().nth(1).map_or(1000, |text| text.parse().unwrap());
    let built = build(count);
    println!("{} {}", built.len(), &built[built.len() - 12..]);
    let joined = join(count);
    println!("{} {}", joined.len(), &joined[joined.len() - 12..]);
    println!("{}", split(&joined));
    let replaced = joined.replace('=', " is ").to_uppercase();
    let words: Vec<String> = replaced.split_whitespace().map(str::to_string).collect();
    println!("{} {} {}", words.len(), words[words.len() - 1], words[..5].join("-"));
}
