//! Text of lowered bodies.
