//! Which elements a message has: the part of the ISO 20022 schemas that this bank and the others have agreed on.

use crate::{NotUnderstood, xml::Element};

/// An element, and what may be in it.
pub struct Part {
    name: &'static str,
    /// Whether it may be left out.
    optional: bool,
    content: Content,
}

enum Content {
    /// Text of so many characters at most, and at least one.
    Text(usize),
    /// One of these words.
    Word(&'static [&'static str]),
    /// An amount, with its currency as an attribute.
    Amount,
    /// Elements in this order.
    Parts(&'static [Part]),
}

const fn parts(name: &'static str, parts: &'static [Part]) -> Part {
    Part { name, optional: false, content: Content::Parts(parts) }
}

const fn text(name: &'static str, most: usize) -> Part {
    Part { name, optional: false, content: Content::Text(most) }
}

const fn word(name: &'static str, words: &'static [&'static str]) -> Part {
    Part { name, optional: false, content: Content::Word(words) }
}

const fn amount(name: &'static str) -> Part {
    Part { name, optional: false, content: Content::Amount }
}

const fn maybe(mut part: Part) -> Part {
    part.optional = true;
    part
}

/// A message: its name, and what is in its document.
pub struct Message {
    /// Its name, `pain.001.001.09`.
    pub name: &'static str,
    root: Part,
}

const HEAD: Part = parts("GrpHdr", &[text("MsgId", 35), text("CreDtTm", 30)]);
const OTHER: &[Part] = &[text("Id", 34)];
const OTHER_ID: &[Part] = &[parts("Id", &[parts("Othr", OTHER)])];

/// The payee's bank: by its BIC, or as its country's clearing system knows it.
const CREDITOR_AGENT: &[Part] = &[parts(
    "FinInstnId",
    &[
        maybe(text("BICFI", 11)),
        maybe(parts("ClrSysMmbId", &[parts("ClrSysId", &[word("Cd", &[CNAPS])]), text("MmbId", 28)])),
    ],
)];

/// The clearing system of China (ISO 20022, `ExternalClearingSystemIdentification1Code`).
pub const CNAPS: &str = "CNAPS";

/// Customer credit transfer initiation: one payment that is to be made.
pub const INITIATION: Message = Message {
    name: "pain.001.001.09",
    root: parts(
        "CstmrCdtTrfInitn",
        &[
            parts(
                "GrpHdr",
                &[
                    text("MsgId", 35),
                    text("CreDtTm", 30),
                    word("NbOfTxs", &["1"]),
                    parts("InitgPty", &[text("Nm", 140)]),
                ],
            ),
            parts(
                "PmtInf",
                &[
                    text("PmtInfId", 35),
                    word("PmtMtd", &["TRF"]),
                    maybe(parts("PmtTpInf", &[parts("LclInstrm", &[word("Cd", &["INST"])])])),
                    parts("ReqdExctnDt", &[text("Dt", 10)]),
                    parts("Dbtr", &[text("Nm", 140)]),
                    parts("DbtrAcct", OTHER_ID),
                    parts("DbtrAgt", &[parts("FinInstnId", &[text("Nm", 140)])]),
                    parts(
                        "CdtTrfTxInf",
                        &[
                            parts("PmtId", &[text("EndToEndId", 35)]),
                            parts("Amt", &[amount("InstdAmt")]),
                            maybe(parts("XchgRateInf", &[text("UnitCcy", 3), text("XchgRate", 12)])),
                            maybe(word("ChrgBr", &["SHAR"])),
                            maybe(parts("CdtrAgt", CREDITOR_AGENT)),
                            parts("Cdtr", &[text("Nm", 140)]),
                            parts("CdtrAcct", &[parts("Id", &[maybe(text("IBAN", 34)), maybe(parts("Othr", OTHER))])]),
                            maybe(parts("RmtInf", &[text("Ustrd", 140)])),
                        ],
                    ),
                ],
            ),
        ],
    ),
};

/// Customer payment status report: that one payment arrived, or was not taken and why.
pub const STATUS: Message = Message {
    name: "pain.002.001.10",
    root: parts(
        "CstmrPmtStsRpt",
        &[
            HEAD,
            parts("OrgnlGrpInfAndSts", &[text("OrgnlMsgId", 35), word("OrgnlMsgNmId", &[INITIATION_NAME])]),
            parts(
                "OrgnlPmtInfAndSts",
                &[
                    text("OrgnlPmtInfId", 35),
                    parts(
                        "TxInfAndSts",
                        &[
                            text("OrgnlEndToEndId", 35),
                            word("TxSts", &["ACCC", "RJCT"]),
                            maybe(parts("StsRsnInf", &[parts("Rsn", &[text("Cd", 4)])])),
                        ],
                    ),
                ],
            ),
        ],
    ),
};

const INITIATION_NAME: &str = INITIATION.name;

/// Bank-to-customer debit and credit notification: that the money of one payment has come back, and why.
pub const NOTIFICATION: Message = Message {
    name: "camt.054.001.08",
    root: parts(
        "BkToCstmrDbtCdtNtfctn",
        &[
            HEAD,
            parts(
                "Ntfctn",
                &[
                    text("Id", 35),
                    parts("Acct", OTHER_ID),
                    parts(
                        "Ntry",
                        &[
                            amount("Amt"),
                            word("CdtDbtInd", &["CRDT"]),
                            parts("Sts", &[word("Cd", &["BOOK"])]),
                            parts(
                                "BkTxCd",
                                &[parts(
                                    "Domn",
                                    &[
                                        word("Cd", &["PMNT"]),
                                        parts("Fmly", &[word("Cd", &["ICDT"]), word("SubFmlyCd", &["RRTN"])]),
                                    ],
                                )],
                            ),
                            parts(
                                "NtryDtls",
                                &[parts(
                                    "TxDtls",
                                    &[
                                        parts("Refs", &[text("EndToEndId", 35)]),
                                        amount("Amt"),
                                        word("CdtDbtInd", &["CRDT"]),
                                        parts("RtrInf", &[parts("Rsn", &[text("Cd", 4)])]),
                                    ],
                                )],
                            ),
                        ],
                    ),
                ],
            ),
        ],
    ),
};

impl Message {
    /// The space of its elements.
    pub fn space(&self) -> String {
        format!("urn:iso:std:iso:20022:tech:xsd:{}", self.name)
    }

    /// `root` in the document of this message.
    pub fn document(&self, root: Element) -> Element {
        Element::of("Document", vec![root]).having("xmlns", &self.space())
    }

    /// Whether `document` says that it is this message.
    pub fn is(&self, document: &Element) -> bool {
        let space = document.attribute.as_ref().filter(|(name, _)| name == "xmlns").map(|(_, space)| space);
        document.name == "Document" && space == Some(&self.space())
    }

    /// What is in `document`, if it is this message and nothing else.
    pub fn within<'e>(&self, document: &'e Element) -> Result<&'e Element, NotUnderstood> {
        if !self.is(document) {
            return Err(NotUnderstood::AnotherMessage(self.name));
        }
        match document.inner.as_slice() {
            [root] if root.name == self.root.name => self.root.fits(root).map(|()| root),
            _ => Err(NotUnderstood::Structure),
        }
    }
}

impl Part {
    /// Whether `element`, which has its name, is as it should be.
    fn fits(&self, element: &Element) -> Result<(), NotUnderstood> {
        let wrong = Err(NotUnderstood::Content(self.name));
        let attribute = element.attribute.as_ref();
        match &self.content {
            Content::Parts(parts) if attribute.is_none() && element.text.trim().is_empty() => in_order(parts, element),
            Content::Text(most) if attribute.is_none() && element.inner.is_empty() => {
                if (1..=*most).contains(&element.text.chars().count()) { Ok(()) } else { wrong }
            }
            Content::Word(words) if attribute.is_none() && element.inner.is_empty() => {
                if words.contains(&element.text.as_str()) { Ok(()) } else { wrong }
            }
            Content::Amount if element.inner.is_empty() && attribute.is_some_and(|(name, _)| name == "Ccy") => Ok(()),
            _ => Err(NotUnderstood::Structure),
        }
    }
}

/// Whether the elements within `element` are these, each once or where it may be left out at most once, in this order.
fn in_order(parts: &[Part], element: &Element) -> Result<(), NotUnderstood> {
    let mut left = element.inner.iter().peekable();
    for part in parts {
        match left.next_if(|inner| inner.name == part.name) {
            Some(inner) => part.fits(inner)?,
            None if part.optional => {}
            None => return Err(NotUnderstood::Structure),
        }
    }
    if left.next().is_none() { Ok(()) } else { Err(NotUnderstood::Structure) }
}
