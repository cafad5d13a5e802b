//! The embedded pages of the error codes.

include!(concat!(env!("OUT_DIR"), "/error_pages.rs"));

/// The page of a code.
pub(crate) fn page(id: &str) -> Option<&'static str> {
    PAGES.iter().find(|(code, _)| code.eq_ignore_ascii_case(id)).map(|(_, text)| *text)
}
