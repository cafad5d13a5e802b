//! Letters that are the same if case is ignored: those with one lower-case form, and lower-case letters with one upper-case form.

#[rustfmt::skip]
mod tables;

use crate::core_runtime::lower;

/// Which letters are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fold {
    None,
    Ascii,
    Unicode,
}

impl Fold {
    pub(super) fn lower(self, code: u32) -> u32 {
        match self {
            Fold::None => code,
            Fold::Unicode => lower(code),
            Fold::Ascii if code < 128 => lower(code),
            Fold::Ascii => code,
        }
    }

    /// Letters that have another lower-case form, with that form.
    pub(super) fn lowered(self) -> &'static [(u32, u32)] {
        match self {
            Fold::None => &[],
            Fold::Ascii => &tables::LOWERED[..26],
            Fold::Unicode => &tables::LOWERED,
        }
    }

    /// Lower-case letters with one upper-case form.
    pub(super) fn alike(self) -> &'static [&'static [u32]] {
        if self == Fold::Unicode { &tables::ALIKE } else { &[] }
    }
}
