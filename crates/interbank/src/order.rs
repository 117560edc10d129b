//! That a payment is to be made: `pain.001.001.09`.

use bank::{
    payments::Payment,
    rails::{Rail, Route},
};
use jiff::civil::{Date, DateTime};
use model::{Currency, Money, PayeeNumber, PaymentId, Rate};

use crate::{
    NotUnderstood, account,
    structure::INITIATION,
    xml::{self, Element},
};

/// Who pays, as the other side reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payer {
    /// Their name.
    pub name: String,
    /// The number of their account.
    pub account: String,
    /// The name of their bank.
    pub bank: String,
}

/// A payment that is to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentOrder {
    /// The payment: also the name of the message, so that the same payment said again is known to be the same.
    pub id: PaymentId,
    /// The way it takes.
    pub route: Route,
    /// How much.
    pub amount: Money,
    /// To whom.
    pub payee: String,
    /// To which account.
    pub account: PayeeNumber,
    /// What `amount` was exchanged from and at which rate, where it was.
    pub exchanged: Option<Exchanged>,
    /// What the payee reads beside it; empty for nothing.
    pub reference: String,
}

/// At which rate money was exchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exchanged {
    /// The currency of which one unit is so much.
    pub unit: Currency,
    /// How much.
    pub rate: Rate,
}

impl PaymentOrder {
    /// What `payment` asks of the other side; `None` where its payee banks here.
    #[must_use]
    pub fn of(payment: &Payment, route: Route) -> Option<Self> {
        if !payment.payee_number.leaves() {
            return None;
        }
        let quote = payment.exchange.as_ref().map(|exchange| exchange.quote);
        Some(Self {
            id: payment.id,
            route,
            amount: quote.map_or(payment.amount, |quote| quote.arrives),
            payee: payment.payee.clone(),
            account: payment.payee_number,
            exchanged: quote.map(|quote| Exchanged { unit: payment.amount.currency, rate: quote.rate }),
            reference: payment.reference.clone(),
        })
    }
}

/// A moment as messages say it.
pub(crate) fn moment(at: DateTime) -> String {
    format!("{}T{:02}:{:02}:{:02}Z", at.date(), at.hour(), at.minute(), at.second())
}

/// An amount as messages say it: its currency is an attribute.
pub(crate) fn amount(name: &str, of: Money) -> Element {
    Element::text(name, of.plain()).having("Ccy", of.currency.code())
}

/// The amount that an element holds.
pub(crate) fn read_amount(element: Option<&Element>) -> Result<Money, NotUnderstood> {
    let read = || {
        let element = element?;
        let (_, currency) = element.attribute.as_ref()?;
        let currency: Currency = currency.parse().ok()?;
        // Exactly as it is written here: no sign, no more and no fewer decimals.
        let amount = model::amount::parse_payment(&element.text, currency).ok()?;
        (amount.plain() == element.text).then_some(amount)
    };
    read().ok_or(NotUnderstood::Content("Amt"))
}

/// The payment that an element names.
pub(crate) fn read_id(said: Option<&str>) -> Result<PaymentId, NotUnderstood> {
    said.and_then(|id| id.parse().ok()).ok_or(NotUnderstood::Content("EndToEndId"))
}

/// The message that asks for `order`, made at `at` (in Coordinated Universal Time).
#[must_use]
pub fn initiation(order: &PaymentOrder, payer: &Payer, at: DateTime) -> Vec<u8> {
    let id = order.id.to_string();
    let head = Element::of(
        "GrpHdr",
        vec![
            Element::text("MsgId", &id),
            Element::text("CreDtTm", moment(at)),
            Element::text("NbOfTxs", "1"),
            Element::nested(&["InitgPty"], Element::text("Nm", &payer.bank)),
        ],
    );
    let mut payment = vec![Element::text("PmtInfId", &id), Element::text("PmtMtd", "TRF")];
    if order.route.rail == Rail::Instant {
        payment.push(Element::nested(&["PmtTpInf", "LclInstrm"], Element::text("Cd", "INST")));
    }
    payment.extend([
        Element::nested(&["ReqdExctnDt"], Element::text("Dt", order.route.arrives.to_string())),
        Element::nested(&["Dbtr"], Element::text("Nm", &payer.name)),
        Element::nested(&["DbtrAcct", "Id", "Othr"], Element::text("Id", &payer.account)),
        Element::nested(&["DbtrAgt", "FinInstnId"], Element::text("Nm", &payer.bank)),
    ]);
    let mut transfer = vec![
        Element::nested(&["PmtId"], Element::text("EndToEndId", &id)),
        Element::nested(&["Amt"], amount("InstdAmt", order.amount)),
    ];
    if let Some(Exchanged { unit, rate }) = order.exchanged {
        let at = vec![Element::text("UnitCcy", unit.code()), Element::text("XchgRate", rate.to_string())];
        // Each side bears its own costs: there is no other agreement.
        transfer.extend([Element::of("XchgRateInf", at), Element::text("ChrgBr", "SHAR")]);
    }
    transfer.extend(account::agent(order.account));
    transfer.push(Element::nested(&["Cdtr"], Element::text("Nm", &order.payee)));
    transfer.push(account::account(order.account));
    if !order.reference.is_empty() {
        transfer.push(Element::nested(&["RmtInf"], Element::text("Ustrd", &order.reference)));
    }
    payment.push(Element::of("CdtTrfTxInf", transfer));
    let root = Element::of("CstmrCdtTrfInitn", vec![head, Element::of("PmtInf", payment)]);
    xml::write(&INITIATION.document(root))
}

/// What such a message asks for.
///
/// # Errors
/// Where it is not one.
pub fn read_initiation(bytes: &[u8]) -> Result<PaymentOrder, NotUnderstood> {
    let document = xml::read(bytes)?;
    let payment = INITIATION.within(&document)?.at(&["PmtInf"]).ok_or(NotUnderstood::Structure)?;
    let transfer = payment.at(&["CdtTrfTxInf"]).ok_or(NotUnderstood::Structure)?;
    let amount = read_amount(transfer.at(&["Amt", "InstdAmt"]))?;
    let exchanged = read_exchanged(transfer)?;
    let rail = match (payment.at(&["PmtTpInf"]), exchanged) {
        (Some(_), None) => Rail::Instant,
        (None, None) => Rail::Ordinary,
        (None, Some(_)) => Rail::Abroad,
        (Some(_), Some(_)) => return Err(NotUnderstood::Content("PmtTpInf")),
    };
    let day = payment.said(&["ReqdExctnDt", "Dt"]).and_then(|day| day.parse::<Date>().ok());
    Ok(PaymentOrder {
        id: read_id(transfer.said(&["PmtId", "EndToEndId"]))?,
        route: Route { rail, arrives: day.ok_or(NotUnderstood::Content("ReqdExctnDt"))? },
        amount,
        payee: transfer.said(&["Cdtr", "Nm"]).unwrap_or_default().to_owned(),
        account: account::read(transfer, exchanged.map(|_| amount.currency))?,
        exchanged,
        reference: transfer.said(&["RmtInf", "Ustrd"]).unwrap_or_default().to_owned(),
    })
}

/// At which rate it was exchanged, where it was: then each side bears its own costs.
fn read_exchanged(transfer: &Element) -> Result<Option<Exchanged>, NotUnderstood> {
    match (transfer.at(&["XchgRateInf"]), transfer.at(&["ChrgBr"])) {
        (None, None) => Ok(None),
        (Some(at), Some(_)) => {
            let unit = at.said(&["UnitCcy"]).and_then(|code| code.parse().ok());
            let rate = at.said(&["XchgRate"]).and_then(|rate| rate.parse().ok());
            let exchanged = unit.zip(rate).map(|(unit, rate)| Exchanged { unit, rate });
            exchanged.map(Some).ok_or(NotUnderstood::Content("XchgRateInf"))
        }
        _ => Err(NotUnderstood::Structure),
    }
}
