//! The rules for English.

mod scams;

pub use scams::RULES as SCAMS;

use super::{Lane, Rule};

/// Danger, the wish for a person, disputes, complaints.
pub const RULES: &[Rule] = &[
    (
        Lane::Emergency,
        &[&[
            "kill myself",
            "end my life",
            "suicid*",
            "being robbed",
            "holding a knife",
            "he has a gun",
            "being held",
            "hurt me",
            "call an ambulance",
            "heart attack",
            "want to die",
            "at gunpoint",
        ]],
    ),
    (Lane::Person, &[TALK, SOMEBODY]),
    (Lane::Person, &[WISH, STAFF]),
    (
        Lane::Person,
        &[&[
            "human being",
            "real person",
            "live agent",
            "human agent",
            "live person",
            "actual human",
            "actual person",
            "a human",
            "human please",
            "person please",
            "human support",
            "human help",
            "human assistance",
            "agent please",
            "somebody who can help",
            "want a person",
            "no more robots",
            "get me a person",
            "give me a person",
            "any humans",
            "humans here",
            "anybody there",
            "help from a person",
            "prefer a human",
            "customer support agent",
            "give me somebody",
            "put a human on",
            "real human",
            "member of staff",
        ]],
    ),
    (
        Lane::Person,
        &[
            &["call me", "ring me", "phone me", "callback", "call back", "contact me"],
            &["please", "can", "want", "have", "get", "need"],
        ],
    ),
    (
        Lane::Person,
        &[
            &["robot*", "bot", "machine", "computer*", "programs"],
            &["want", "please", "hate", "stop", "instead", "rather", "give"],
        ],
    ),
    (
        Lane::Person,
        &[
            &["someone", "somebody"],
            &["help me", "explain it to me", "to help"],
            &["instead", "a person", "get", "need"],
        ],
    ),
    (
        Lane::Dispute,
        &[
            &[
                "dispute",
                "chargeback",
                "did not make",
                "didn't make",
                "not mine",
                "don't recognise",
                "do not recognise",
                "don't recognize",
                "unauthorised",
                "unauthorized",
                "never made",
            ],
            &[
                "payment*",
                "charge*",
                "transaction*",
                "transfer*",
                "debit",
                "withdrawal",
                "dispute",
                "chargeback",
                "purchase",
            ],
        ],
    ),
    (
        Lane::Complaint,
        &[&[
            "complain*",
            "ombudsman",
            "formal complaint",
            "not good enough",
            "unacceptable",
            "disgraceful",
            "report you",
            "my lawyer",
            "go to the press",
        ]],
    ),
];

const TALK: &[&str] = &[
    "talk",
    "talking",
    "speak*",
    "chat",
    "connect*",
    "put me through",
    "transfer me",
    "get me",
    "reach",
    "contact",
    "hand over",
    "hand me over",
    "switch me",
    "pass me on",
    "write with",
    "write to",
    "call to",
];

/// What is also said of people who are paid.
const WISH: &[&str] = &["want", "need", "let", "get"];

/// Who is nobody else than the bank's own people.
const STAFF: &[&str] = &[
    "human",
    "a person",
    "agent",
    "representative",
    "advisor",
    "adviser",
    "operator",
    "manager",
    "supervisor",
    "banker",
    "customer service",
    "employee",
    "staff",
    "available to talk",
    "who can i speak to",
    "your people",
];

const SOMEBODY: &[&str] = &[
    "human",
    "person",
    "agent",
    "representative",
    "advisor",
    "adviser",
    "operator",
    "manager",
    "supervisor",
    "banker",
    "customer service",
    "employee",
    "colleague",
    "staff",
    "talk to someone",
    "speak to someone",
    "speak with someone",
    "talk to somebody",
    "speak to somebody",
    "speak with somebody",
    "through to someone",
    "with somebody",
    "to someone",
    "to somebody",
    "available to talk",
    "who can i speak to",
    "a woman",
    "your people",
    "talking to people",
    "to people",
];

/// Words that ask for a person where nothing else is said.
pub const PERSON_ALONE: &[&str] = &["human", "person", "agent", "operator", "representative", "advisor", "staff"];
