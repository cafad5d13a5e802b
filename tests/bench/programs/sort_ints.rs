//! The same numbers, sorted with Rust's stable sort.

fn main() {
    let count: usize = std::env::args().nth(1).map_or(1000, |text| text.parse().unwrap());
    let mut items: Vec<i64> = Vec::new();
    let mut state: i64 = 42;
    for _ in 0..count {
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF;
        items.push(state);
    }
    // As `sorted` does, which makes a new list.
    let mut ordered = items.clone();
    ordered.sort();
    items = ordered;
    println!("{} {} {}", items[0], items[count / 2], items[count - 1]);
}
