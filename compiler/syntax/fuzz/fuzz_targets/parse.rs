//! Any bytes give a tree, and the tree can be printed.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = pyc_syntax::decode(bytes) {
        let parse = pyc_syntax::parse(&text);
        pyc_syntax::dump::dump(&text, &parse.module);
    }
});
