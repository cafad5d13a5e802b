//! Corners of the two ways to match: what both answer must be the same.

use alloc::vec;
use alloc::vec::Vec;

use super::backtrack::Wanted;
use super::matcher::Matcher;

fn groups(pattern: &str, text: &str, flags: i64) -> Option<Vec<i64>> {
    let mut matcher = Matcher::new(pattern.chars().collect(), flags, true).unwrap();
    let mut into = vec![0; 2 * matcher.names.len() + 1];
    let wanted = Wanted { anchored: false, full: false, advance: false };
    let found = matcher.search(text.as_bytes(), text.is_ascii(), 0, wanted, &mut into);
    found.then(|| into.iter().map(|place| *place as i64).collect())
}

fn message(pattern: &str) -> alloc::string::String {
    let error = Matcher::new(pattern.chars().collect(), 0, true).err().unwrap();
    alloc::format!("{} at {:?}", error.text, error.position)
}

#[test]
fn automata_and_the_machine_give_the_same_groups() {
    // The look-ahead matches nothing and sends the pattern to the machine.
    for (pattern, text) in [
        ("(a|ab)(c|bcd)(d*)", "abcd"),
        ("(?:(a)|(b))*", "ab"),
        ("(?:(a)|(b))*", "ba"),
        ("x*?y", "xxy"),
        ("((a)(b)?)+", "aba"),
        ("é+|ß", "aéé"),
    ] {
        let regular = groups(pattern, text, 0);
        assert!(regular.is_some(), "{pattern}");
        assert_eq!(regular, groups(&alloc::format!("(?=){pattern}").replace("(?=)é+|ß", "(?=)(?:é+|ß)"), text, 0), "{pattern}");
    }
}

#[test]
fn a_body_that_matches_nothing_is_not_repeated_for_ever() {
    assert_eq!(groups("(a*)*", "b", 0), Some(vec![0, 0, 0, 0, 1]));
    assert_eq!(groups("(a*)+", "aab", 0), Some(vec![0, 2, 2, 2, 1]));
    assert_eq!(groups("(?:a?)*?b", "aab", 0), Some(vec![0, 3, -1]));
}

#[test]
fn letters_are_the_same_in_other_cases_and_scripts() {
    assert!(groups("k", "\u{212a}", 2).is_some());
    assert!(groups("[a-z]+", "ſ", 2).is_some());
    assert!(groups("i", "İ", 2).is_some());
    assert!(groups("\\w+", "日本", 0).is_some());
    assert!(groups("\\w+", "日本", 256).is_none());
}

#[test]
fn errors_are_where_cpython_sees_them() {
    assert_eq!(message("a**"), "multiple repeat at Some(2)");
    assert_eq!(message("(a"), "missing ), unterminated subpattern at Some(0)");
    assert_eq!(message("a)"), "unbalanced parenthesis at Some(1)");
    assert_eq!(message("[z-a]"), "bad character range z-a at Some(1)");
    assert_eq!(message("(?<=a+)b"), "look-behind requires fixed-width pattern at None");
    assert_eq!(message("\\"), "bad escape (end of pattern) at Some(0)");
}
