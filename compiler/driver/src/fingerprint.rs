//! Hashes that name things in the cache: 128 bits, the same in every process.

use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(u128);

impl Fingerprint {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Builder::default().part(bytes).finish()
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        u128::from_str_radix(text, 16).ok().map(Self)
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// Hashes a sequence of parts; where one ends and the next begins counts.
#[derive(Default)]
pub(crate) struct Builder(SipHasher13);

impl Builder {
    #[must_use]
    pub(crate) fn part(mut self, bytes: &[u8]) -> Self {
        self.0.write_u64(bytes.len() as u64);
        self.0.write(bytes);
        self
    }

    pub(crate) fn finish(self) -> Fingerprint {
        Fingerprint(self.0.finish128().as_u128())
    }
}
