//! The files that programs read: what a spreadsheet sees, and what the two messages must have, in which order.

mod made;

use made::{some_lines, summary};
use model::{Currency, Money};
use papers::{Line, camt, csv, ofx};
use proptest::prelude::*;
use quick_xml::{Reader, events::Event};

const COLUMNS: csv::Columns<'static> = csv::Columns {
    day: "Day",
    party: "Who",
    kind: "Kind",
    reference: "Reference",
    paid_in: "Paid in",
    paid_out: "Paid out",
    balance: "Balance",
    currency: "Currency",
};

/// An element: how deep, what it is called, and the text in it.
#[derive(Debug, Clone, PartialEq)]
struct Element(usize, String, String);

/// The elements of a document, in their order. Fails where it is not well-formed.
fn elements(xml: &[u8]) -> Vec<Element> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = true;
    let (mut depth, mut found, mut open): (usize, Vec<Element>, Vec<usize>) = (0, Vec::new(), Vec::new());
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
                open.push(found.len());
                found.push(Element(depth, name, String::new()));
                depth += 1;
            }
            Event::End(_) => {
                depth -= 1;
                open.pop();
            }
            Event::Text(text) => {
                if let Some(at) = open.last() {
                    found[*at].2.push_str(&text.decode().unwrap());
                }
            }
            Event::GeneralRef(entity) => {
                let known = [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'")];
                let name = entity.decode().unwrap().into_owned();
                let is = known.iter().find(|(known, _)| *known == name).expect("an entity of XML").1;
                found[*open.last().unwrap()].2.push_str(is);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "everything is closed");
    found
}

/// The children of the elements called `name`, one list for each of them.
fn children(all: &[Element], name: &str) -> Vec<Vec<String>> {
    let starts = all.iter().enumerate().filter(|(_, element)| element.1 == name);
    let within = |(at, start): (usize, &Element)| {
        let inside = all[at + 1..].iter().take_while(|element| element.0 > start.0);
        inside.filter(|element| element.0 == start.0 + 1).map(|element| element.1.clone()).collect()
    };
    starts.map(within).collect()
}

fn texts<'a>(all: &'a [Element], name: &str) -> Vec<&'a str> {
    all.iter().filter(|element| element.1 == name).map(|element| element.2.as_str()).collect()
}

fn in_order(found: &[String], order: &[&str], required: &[&str]) {
    let places: Vec<usize> = found
        .iter()
        .map(|name| order.iter().position(|known| known == name).unwrap_or_else(|| panic!("{name} has no place here")))
        .collect();
    assert!(places.is_sorted(), "{found:?} is not in the order of {order:?}");
    for name in required {
        assert!(found.iter().any(|found| found == name), "{name} is missing in {found:?}");
    }
}

#[test]
fn a_spreadsheet_sees_one_head_one_row_a_line_and_numbers_as_numbers() {
    let lines = some_lines();
    let file = [csv::head(COLUMNS), csv::lines(&lines)].concat();
    let text = String::from_utf8(file).unwrap();
    let rows: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(rows[0], "\u{feff}Day,Who,Kind,Reference,Paid in,Paid out,Balance,Currency");
    assert_eq!(rows[1], "2026-10-01,\"Hart & \"\"Daughter\"\"\",Payment,\"Cakes, two\",25.00,,125.00,GBP");
    assert_eq!(rows[2], "2026-10-02,'=1+1,Card payment,'@home,,150.00,-25.00,GBP");
    assert_eq!(rows[3], "2026-10-31,陈秀英,Payment,,30.00,,5.00,GBP");
    assert_eq!(rows[4..], [""], "the last row ends as all do");
}

proptest! {
    #[test]
    fn no_cell_that_somebody_wrote_begins_like_a_formula(party in "\\PC{0,12}|[=+@\\t\r-].{0,8}", reference in "\\PC{0,12}|[=+@-].{0,8}") {
        let line = Line { party: party.clone(), reference: reference.clone(), ..some_lines().remove(0) };
        let file = csv::lines(&[line]);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_slice());
        let row = reader.records().next().unwrap().unwrap();
        prop_assert_eq!(row.len(), 8);
        for (at, written) in [(1, party), (3, reference)] {
            prop_assert!(!row[at].starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?}", &row[at]);
            prop_assert_eq!(row[at].strip_prefix('\'').filter(|rest| *rest == written).unwrap_or(&row[at]), written);
        }
    }

    #[test]
    fn whatever_somebody_wrote_the_messages_stay_well_formed(party in "(?s).{0,60}", reference in "(?s).{0,300}") {
        let line = Line { party, reference, ..some_lines().remove(0) };
        elements(&[ofx::head(&summary()), ofx::lines(std::slice::from_ref(&line)), ofx::foot(&summary())].concat());
        let all = elements(&[camt::head(&summary()), camt::lines(&[line]), camt::foot()].concat());
        for (name, most) in [("Nm", 140), ("Ustrd", 140)] {
            prop_assert!(texts(&all, name).iter().all(|text| (1..=most).contains(&text.chars().count())));
        }
    }
}

#[test]
fn open_financial_exchange_has_what_it_must_have_in_order() {
    let lines = some_lines();
    let file = [ofx::head(&summary()), ofx::lines(&lines), ofx::foot(&summary())].concat();
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(text.contains("<?OFX OFXHEADER=\"200\" VERSION=\"220\""), "{text}");
    let all = elements(&file);
    assert_eq!(children(&all, "OFX"), [["SIGNONMSGSRSV1", "BANKMSGSRSV1"]]);
    assert_eq!(children(&all, "SONRS"), [["STATUS", "DTSERVER", "LANGUAGE"]]);
    assert_eq!(children(&all, "STMTTRNRS"), [["TRNUID", "STATUS", "STMTRS"]]);
    assert_eq!(children(&all, "STMTRS"), [["CURDEF", "BANKACCTFROM", "BANKTRANLIST", "LEDGERBAL"]]);
    assert_eq!(children(&all, "BANKACCTFROM"), [["BANKID", "ACCTID", "ACCTTYPE"]]);
    let order = ["TRNTYPE", "DTPOSTED", "TRNAMT", "FITID", "NAME", "MEMO"];
    for line in children(&all, "STMTTRN") {
        in_order(&line, &order, &order[..5]);
    }
    assert_eq!(texts(&all, "TRNAMT"), ["25.00", "-150.00", "30.00"]);
    assert_eq!(texts(&all, "BALAMT"), ["5.00"]);
    assert_eq!(texts(&all, "DTPOSTED")[0], "20261001093000[0:GMT]");
    assert_eq!(texts(&all, "FITID").len(), lines.len());
}

#[test]
fn the_statement_of_iso_20022_has_what_it_must_have_in_order() {
    let lines = some_lines();
    let file = [camt::head(&summary()), camt::lines(&lines), camt::foot()].concat();
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(text.contains(&format!("<Document xmlns=\"{}\">", camt::NAMESPACE)), "{text}");
    let all = elements(&file);
    assert_eq!(children(&all, "Document"), [["BkToCstmrStmt"]]);
    assert_eq!(children(&all, "BkToCstmrStmt"), [["GrpHdr", "Stmt"]]);
    assert_eq!(children(&all, "GrpHdr"), [["MsgId", "CreDtTm"]]);
    let statement = ["Id", "CreDtTm", "FrToDt", "Acct", "Bal", "TxsSummry", "Ntry"];
    in_order(&children(&all, "Stmt")[0], &statement, &statement);
    in_order(&children(&all, "Acct")[0], &["Id", "Ccy", "Ownr", "Svcr"], &["Id", "Ccy"]);
    for balance in children(&all, "Bal") {
        assert_eq!(balance, ["Tp", "Amt", "CdtDbtInd", "Dt"]);
    }
    let summed = ["TtlNtries", "TtlCdtNtries", "TtlDbtNtries"];
    in_order(&children(&all, "TxsSummry")[0], &summed, &summed);
    let entry = ["NtryRef", "Amt", "CdtDbtInd", "Sts", "BookgDt", "ValDt", "BkTxCd", "NtryDtls", "AddtlNtryInf"];
    for found in children(&all, "Ntry") {
        in_order(&found, &entry, &["Amt", "CdtDbtInd", "Sts", "BkTxCd"]);
    }
    for found in children(&all, "TxDtls") {
        in_order(&found, &["Amt", "CdtDbtInd", "RltdPties", "RmtInf"], &["Amt", "CdtDbtInd"]);
    }
    let codes: Vec<&str> = texts(&all, "Cd").into_iter().filter(|code| code.ends_with("BD")).collect();
    assert_eq!(codes, ["OPBD", "CLBD"]);
    assert_eq!(texts(&all, "Nm")[..2], ["Anna Whitfield", "Banyan Bank"]);
}

#[test]
fn the_sums_of_the_statement_are_those_of_its_entries() {
    let (summary, lines) = (summary(), some_lines());
    let all = elements(&[camt::head(&summary), camt::lines(&lines), camt::foot()].concat());
    let amounts: Vec<&str> = texts(&all, "Amt");
    // Two balances and the net sum come first, then each entry has its amount twice.
    assert_eq!(amounts, ["100.00", "5.00", "95.00", "25.00", "25.00", "150.00", "150.00", "30.00", "30.00"]);
    assert_eq!(texts(&all, "Sum"), ["55.00", "150.00"]);
    assert_eq!(texts(&all, "NbOfNtries"), [lines.len().to_string()]);
    assert_eq!(texts(&all, "CdtDbtInd")[..3], ["CRDT", "CRDT", "DBIT"]);
}

#[test]
fn an_account_below_zero_says_so_beside_the_amount() {
    let mut summary = summary();
    summary.opening = Money::new(-1, Currency::Gbp);
    let all = elements(&[camt::head(&summary), camt::foot()].concat());
    assert_eq!((texts(&all, "Amt")[0], texts(&all, "CdtDbtInd")[0]), ("0.01", "DBIT"));
}
