//! What has become of a payment: `pain.002.001.10` says that it arrived or was not taken, `camt.054.001.08` that its money
//! was sent back.

use bank::rails::{Answer, BackReason, News};
use jiff::civil::DateTime;
use model::{Money, PaymentId};

use crate::{
    NotUnderstood,
    order::{amount, moment, read_amount, read_id},
    structure::{INITIATION, NOTIFICATION, STATUS},
    xml::{self, Element},
};

/// The message `name`, made at `at`, that `payment` arrived or, with a reason, was not taken.
#[must_use]
pub fn status(name: &str, payment: PaymentId, refused: Option<BackReason>, at: DateTime) -> Vec<u8> {
    let id = payment.to_string();
    let state = if refused.is_some() { "RJCT" } else { "ACCC" };
    let mut transfer = vec![Element::text("OrgnlEndToEndId", &id), Element::text("TxSts", state)];
    transfer.extend(refused.map(|reason| Element::nested(&["StsRsnInf", "Rsn"], Element::text("Cd", reason.code()))));
    let about = vec![Element::text("OrgnlMsgId", &id), Element::text("OrgnlMsgNmId", INITIATION.name)];
    let payment = vec![Element::text("OrgnlPmtInfId", &id), Element::of("TxInfAndSts", transfer)];
    let root = Element::of(
        "CstmrPmtStsRpt",
        vec![head(name, at), Element::of("OrgnlGrpInfAndSts", about), Element::of("OrgnlPmtInfAndSts", payment)],
    );
    xml::write(&STATUS.document(root))
}

/// The message `name`, made at `at`, that the money of `payment` is back on `account`.
#[must_use]
pub fn back(name: &str, account: &str, payment: PaymentId, money: Money, reason: BackReason, at: DateTime) -> Vec<u8> {
    let details = Element::of(
        "TxDtls",
        vec![
            Element::nested(&["Refs"], Element::text("EndToEndId", payment.to_string())),
            amount("Amt", money),
            Element::text("CdtDbtInd", "CRDT"),
            Element::nested(&["RtrInf", "Rsn"], Element::text("Cd", reason.code())),
        ],
    );
    let family = vec![Element::text("Cd", "ICDT"), Element::text("SubFmlyCd", "RRTN")];
    let entry = vec![
        amount("Amt", money),
        Element::text("CdtDbtInd", "CRDT"),
        Element::nested(&["Sts"], Element::text("Cd", "BOOK")),
        Element::of(
            "BkTxCd",
            vec![Element::of("Domn", vec![Element::text("Cd", "PMNT"), Element::of("Fmly", family)])],
        ),
        Element::of("NtryDtls", vec![details]),
    ];
    let notification = vec![
        Element::text("Id", name),
        Element::nested(&["Acct", "Id", "Othr"], Element::text("Id", account)),
        Element::of("Ntry", entry),
    ];
    let root = Element::of("BkToCstmrDbtCdtNtfctn", vec![head(name, at), Element::of("Ntfctn", notification)]);
    xml::write(&NOTIFICATION.document(root))
}

fn head(name: &str, at: DateTime) -> Element {
    Element::of("GrpHdr", vec![Element::text("MsgId", name), Element::text("CreDtTm", moment(at))])
}

/// What either message says.
///
/// # Errors
/// Where it is neither.
pub fn read(bytes: &[u8]) -> Result<Answer, NotUnderstood> {
    let document = xml::read(bytes)?;
    if NOTIFICATION.is(&document) { read_back(&document) } else { read_status(&document) }
}

fn read_status(document: &Element) -> Result<Answer, NotUnderstood> {
    let report = STATUS.within(document)?;
    let transfer = report.at(&["OrgnlPmtInfAndSts", "TxInfAndSts"]).ok_or(NotUnderstood::Structure)?;
    let payment = read_id(transfer.said(&["OrgnlEndToEndId"]))?;
    // The message, what it asks for and the transfer in it are called alike here: one that is about two is about none.
    for path in [&["OrgnlGrpInfAndSts", "OrgnlMsgId"], &["OrgnlPmtInfAndSts", "OrgnlPmtInfId"]] {
        if report.said(path).is_some_and(|id| read_id(Some(id)) != Ok(payment)) {
            return Err(NotUnderstood::Content(path[1]));
        }
    }
    let reason = transfer.said(&["StsRsnInf", "Rsn", "Cd"]);
    let news = match (transfer.said(&["TxSts"]), reason) {
        (Some("ACCC"), None) => News::Arrived,
        (Some("RJCT"), Some(code)) if DUPLICATE.contains(&code) => return Err(NotUnderstood::Duplicate),
        (Some("RJCT"), reason) => News::Refused(why(reason)),
        _ => return Err(NotUnderstood::Content("TxSts")),
    };
    Ok(Answer { payment, news, amount: None })
}

fn read_back(document: &Element) -> Result<Answer, NotUnderstood> {
    let entry = NOTIFICATION.within(document)?.at(&["Ntfctn", "Ntry"]).ok_or(NotUnderstood::Structure)?;
    let details = entry.at(&["NtryDtls", "TxDtls"]).ok_or(NotUnderstood::Structure)?;
    let money = read_amount(entry.at(&["Amt"]))?;
    if read_amount(details.at(&["Amt"]))? != money {
        return Err(NotUnderstood::Content("Amt"));
    }
    let payment = read_id(details.said(&["Refs", "EndToEndId"]))?;
    let reason = why(details.said(&["RtrInf", "Rsn", "Cd"]));
    Ok(Answer { payment, news: News::Returned(reason), amount: Some(money) })
}

/// The reasons that say that they had it already (ISO 20022 external codes): what they do not take is that it was told
/// again, and the payment itself may well have arrived.
const DUPLICATE: [&str; 7] = ["AM05", "DUPL", "DU01", "DU02", "DU03", "DU04", "DU05"];

/// The reason with that code. There are some hundred of them: what people are not told apart is "it did not say".
fn why(code: Option<&str>) -> BackReason {
    code.and_then(BackReason::from_code).unwrap_or(BackReason::Unsaid)
}
