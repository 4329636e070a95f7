//! Duet: mentoring schemes and progression plans, for people who help each other grow.
//!
//! The folders are the contents page: one concept each, in the order `tests/tidy.rs` keeps. Inside a concept,
//! data flows one way: a door (`page`, `command`) calls an act (`log`, `publish`), which calls rules and the store.

pub mod about;
pub mod access;
pub mod address;
pub mod application;
pub mod audit;
pub mod by_mail;
pub mod command;
pub mod condition;
pub mod demo;
pub mod eligibility;
pub mod entry;
pub mod erasure;
pub mod evaluation;
pub mod events;
pub mod export;
pub mod factor;
pub mod home;
pub mod identity;
pub mod import;
pub mod jobs;
pub mod letter;
pub mod mapping;
pub mod membership;
pub mod notice;
pub mod organisation;
pub mod outcome;
pub mod partnership;
pub mod person;
pub mod policy;
pub mod private_answer;
pub mod proposal;
pub mod pupil;
pub mod rating;
pub mod reflection;
pub mod report;
pub mod round;
pub mod schema;
pub mod scheme;
pub mod session;
pub mod sign_in;
pub mod stage;
pub mod testimonial;
pub mod training;
pub mod web;
pub mod wording;
pub mod words;
pub mod you;
