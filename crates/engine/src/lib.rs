//! Breeds, searches, scores and runs typed programs that turn ARC's input grids into their output grids.
//!
//! This crate knows no files, no screens and no Python.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod batch;
pub mod breed;
mod column;
pub mod constants;
pub mod difference;
pub mod error;
pub mod function;
pub mod grid;
mod keys;
pub mod machine;
pub mod niche;
pub mod parallel;
pub mod patch;
pub mod primitives;
pub mod program;
pub mod random;
pub mod scoreboard;
pub mod search;
pub mod similarity;
pub mod task;
pub mod types;
pub mod value;
