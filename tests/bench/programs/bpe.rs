//! The twin of examples/bpe.py, with the hash function that rustc uses.

use rustc_hash::FxHashMap;

const LEARN_FROM: usize = 200_000;

type Tokens = FxHashMap<(i64, i64), i64>;

fn words_of(text: &[u8]) -> Vec<&[u8]> {
    let mut words = Vec::new();
    let mut start = 0;
    for i in 1..text.len() {
        if text[i] == 32 || text[i] == 10 {
            words.push(&text[start..i]);
            start = i;
        }
    }
    if start < text.len() {
        words.push(&text[start..]);
    }
    words
}

fn count_pairs(words: &[Vec<i64>], counts: &[i64]) -> Tokens {
    let mut pairs = Tokens::default();
    for (word, count) in words.iter().zip(counts) {
        for i in 0..word.len() - 1 {
            *pairs.entry((word[i], word[i + 1])).or_insert(0) += count;
        }
    }
    pairs
}

fn merge(word: &mut Vec<i64>, pair: (i64, i64), token: i64) {
    let mut place = 0;
    let mut i = 0;
    while i < word.len() {
        if i + 1 < word.len() && (word[i], word[i + 1]) == pair {
            word[place] = token;
            i += 2;
        } else {
            word[place] = word[i];
            i += 1;
        }
        place += 1;
    }
    word.truncate(place);
}

fn learn(text: &[u8], merges: i64) -> Tokens {
    let mut places: FxHashMap<&[u8], usize> = FxHashMap::default();
    let (mut words, mut counts): (Vec<Vec<i64>>, Vec<i64>) = (Vec::new(), Vec::new());
    for word in words_of(&text[..text.len().min(LEARN_FROM)]) {
        let place = *places.entry(word).or_insert_with(|| {
            words.push(word.iter().map(|&byte| i64::from(byte)).collect());
            counts.push(0);
            words.len() - 1
        });
        counts[place] += 1;
    }
    let mut tokens = Tokens::default();
    for token in 256..256 + merges {
        let (mut best, mut most) = ((0, 0), 1);
        for (pair, count) in count_pairs(&words, &counts) {
            if count > most || (count == most && pair < best) {
                (best, most) = (pair, count);
            }
        }
        if most < 2 {
            break;
        }
        tokens.insert(best, token);
        for word in &mut words {
            merge(word, best, token);
        }
    }
    tokens
}

fn encode(word: &[u8], tokens: &Tokens) -> Vec<i64> {
    let mut parts: Vec<i64> = word.iter().map(|&byte| i64::from(byte)).collect();
    while parts.len() > 1 {
        let (mut best, mut found) = (1 << 60, None);
        for i in 0..parts.len() - 1 {
            if let Some(&token) = tokens.get(&(parts[i], parts[i + 1])) {
                if token < best {
                    (best, found) = (token, Some(i));
                }
            }
        }
        let Some(place) = found else { break };
        parts[place] = best;
        parts.remove(place + 1);
    }
    parts
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if arguments.len() < 2 {
        return;
    }
    let merges = arguments.get(2).map_or(100, |text| text.parse().unwrap());
    let text = std::fs::read(&arguments[1]).unwrap();
    let tokens = learn(&text, merges);
    let (mut total, mut check, mut start) = (0, 0, 0);
    for i in 1..=text.len() {
        if i == text.len() || text[i] == 32 || text[i] == 10 {
            for token in encode(&text[start..i], &tokens) {
                check = (check * 31 + token) % 1_000_000_007;
                total += 1;
            }
            start = i;
        }
    }
    println!("{} bytes, {} merges, {total} tokens, check {check}", text.len(), tokens.len());
}
