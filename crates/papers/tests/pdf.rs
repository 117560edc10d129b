//! Papers as PDF, looked into: they can be read by any reader, and by those who do not see them.
//!
//! The fonts are those of the system, which the set-up installs.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Read,
};

use flate2::read::ZlibDecoder;
use papers::pdf::{About, Align, Cell, Column, FontFile, Fonts, Sheet, Size};

const LATIN: &str = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";
const STRONG: &str = "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf";
/// A font of Chinese letters, and which of a collection.
const CHINESE: [(&str, u32); 2] = [
    ("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", 0),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 2),
];

fn file(path: &str, index: u32) -> FontFile {
    FontFile { data: std::fs::read(path).expect("a font that `cargo xtask setup test` installs"), index }
}

fn latin() -> Fonts {
    Fonts::new(file(LATIN, 0), Some(file(STRONG, 0))).expect("fonts")
}

fn chinese() -> Fonts {
    let (path, index) = CHINESE.into_iter().find(|(path, _)| std::path::Path::new(path).exists()).expect("a font");
    latin().and(file(path, index)).expect("a font")
}

fn about(language: &str) -> About {
    About {
        title: "Statement for October 2026".to_owned(),
        author: "Banyan".to_owned(),
        language: language.to_owned(),
        foot: "Banyan · 2207 4418".to_owned(),
        page: ["Page ".to_owned(), " of ".to_owned(), String::new()],
    }
}

fn columns() -> Vec<Column> {
    let column = |label: &str, align, widest: &[&str]| Column {
        label: label.to_owned(),
        align,
        widest: widest.iter().map(|text| (*text).to_owned()).collect(),
    };
    vec![
        column("Day", Align::Start, &["30 September"]),
        column("What", Align::Start, &[]),
        column("Balance", Align::End, &["£1,000,000.00"]),
    ]
}

fn row(what: &str, below: &str) -> [Cell; 3] {
    let cell = |text: &str, below: &str| Cell { text: text.to_owned(), below: below.to_owned() };
    [cell("2 October", ""), cell(what, below), cell("£12.50", "")]
}

/// A statement of so many rows, in the pieces in which it was written.
fn statement(fonts: Fonts, language: &str, size: Size, rows: usize) -> Vec<Vec<u8>> {
    let mut sheet = Sheet::new(fonts, about(language), size);
    sheet.title("Statement for October 2026");
    sheet.paragraph("Drawn up on 2 November 2026.");
    sheet.facts(&[("Name".to_owned(), "Anna Whitfield".to_owned()), ("Sum".to_owned(), "£3.00".to_owned())]);
    sheet.begin_table(columns());
    let mut pieces = Vec::new();
    for nth in 0..rows {
        sheet.row(&row(&format!("Green Grocer {nth}"), "Card payment"));
        pieces.push(sheet.take());
    }
    sheet.end_table();
    pieces.push(sheet.finish());
    pieces
}

/// A PDF taken apart: its objects by their numbers, as text, with their streams unpacked.
struct Parts {
    objects: BTreeMap<u32, String>,
    trailer: String,
}

impl Parts {
    /// Fails where the list of objects does not say where they are.
    fn of(file: &[u8]) -> Self {
        assert!(file.starts_with(b"%PDF-1.7\n"));
        let text = |bytes: &[u8]| -> String { bytes.iter().map(|byte| char::from(*byte)).collect() };
        let whole = text(file);
        let from = whole.rfind("startxref\n").expect("an end") + "startxref\n".len();
        let xref: usize = whole[from..].lines().next().and_then(|line| line.parse().ok()).expect("where the list is");
        let list = text(&file[xref..]);
        let mut lines = list.split_inclusive('\n');
        assert_eq!(lines.next(), Some("xref\n"));
        let count: u32 = lines.next().and_then(|line| line.trim().split_once(' ')?.1.parse().ok()).expect("how many");
        let mut objects = BTreeMap::new();
        for number in 0..count {
            let line = lines.next().expect("a line for each");
            assert_eq!(line.len(), 20, "each line of the list has twenty bytes");
            if number == 0 {
                continue;
            }
            let at: usize = line[..10].parse().expect("a place");
            let head = format!("{number} 0 obj\n");
            assert_eq!(text(&file[at..at + head.len()]), head, "the object is where the list says");
            objects.insert(number, object(&file[at + head.len()..]));
        }
        Self { objects, trailer: lines.collect() }
    }

    /// The objects that hold `part`.
    fn holding(&self, part: &str) -> Vec<&str> {
        self.objects.values().map(String::as_str).filter(|object| object.contains(part)).collect()
    }
}

/// The numbers of the objects that are referred to after `key` in `object`.
fn refers(object: &str, key: &str) -> Vec<u32> {
    let rest = object.split_once(key).map(|(_, rest)| rest.trim_start()).unwrap_or_default();
    let list = match rest.strip_prefix('[') {
        Some(list) => list.split(']').next().unwrap_or_default().to_owned(),
        None => rest.split_whitespace().take(2).collect::<Vec<_>>().join(" ") + " R",
    };
    let words: Vec<&str> = list.split_whitespace().collect();
    words.windows(2).filter(|pair| pair[1] == "0").filter_map(|pair| pair[0].parse().ok()).collect()
}

/// An object as text, with its stream unpacked.
fn object(bytes: &[u8]) -> String {
    let latin = |bytes: &[u8]| -> String { bytes.iter().map(|byte| char::from(*byte)).collect() };
    let find = |part: &[u8]| bytes.windows(part.len()).position(|window| window == part);
    let end = find(b"\nendobj").expect("an end");
    let Some(start) = find(b"\nstream\n").filter(|start| *start < end) else { return latin(&bytes[..end]) };
    let head = latin(&bytes[..start]);
    let length = head.split("/Length ").nth(1).and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next());
    let length: usize = length.and_then(|length| length.parse().ok()).expect("how long the stream is");
    let from = start + b"\nstream\n".len();
    let mut unpacked = Vec::new();
    ZlibDecoder::new(&bytes[from..from + length]).read_to_end(&mut unpacked).expect("a stream that was packed");
    format!("{head}\nstream\n{}", latin(&unpacked))
}

#[test]
fn a_statement_is_tagged_and_says_in_which_language() {
    let file = statement(latin(), "en-GB", Size::Standard, 100).concat();
    let parts = Parts::of(&file);
    assert!(parts.trailer.contains("/Root"), "{}", parts.trailer);
    let catalog = parts.holding("/Type /Catalog");
    assert_eq!(catalog.len(), 1);
    for said in ["/Lang (en-GB)", "/Marked true", "/StructTreeRoot", "/DisplayDocTitle true"] {
        assert!(catalog[0].contains(said), "{said}: {}", catalog[0]);
    }
    assert!(parts.holding("/Title (Statement for October 2026)").len() == 1);
    for (role, count) in [("H1", 1), ("P", 1), ("Table", 2), ("THead", 1), ("TBody", 2), ("TR", 103), ("TD", 202)] {
        assert_eq!(parts.holding(&format!("/S /{role}\n")).len(), count, "{role}");
    }
    let heads = parts.holding("/Scope /Column");
    assert_eq!(heads.len(), 3, "the names of the columns are told once");
    assert!(heads.iter().all(|head| head.contains("/S /TH")));
    assert_eq!(parts.holding("/Scope /Row").len(), 102, "each row has its name");
}

#[test]
fn everything_on_a_page_belongs_to_an_element_and_every_element_to_the_document() {
    let file = statement(latin(), "en-GB", Size::Large, 60).concat();
    let parts = Parts::of(&file);
    let mut reached = BTreeSet::new();
    let root = parts.holding("/Type /StructTreeRoot");
    assert_eq!(root.len(), 1);
    let mut waiting = refers(root[0], "/K");
    while let Some(number) = waiting.pop() {
        assert!(reached.insert(number), "an element has one parent");
        let element = &parts.objects[&number];
        let children = element.split_once("/K").map(|(_, rest)| rest.trim_start()).unwrap_or_default();
        if children.starts_with('[') && children.contains(" R") {
            waiting.extend(refers(element, "/K"));
        }
    }
    let elements: BTreeSet<u32> =
        parts.objects.iter().filter(|(_, object)| object.contains("/Type /StructElem")).map(|(n, _)| *n).collect();
    assert_eq!(reached, elements);
    for page in parts.holding("/Type /Page\n") {
        let content = &parts.objects[&refers(page, "/Contents")[0]];
        let begun = content.matches(" BDC").count() + content.matches(" BMC").count();
        assert_eq!(begun, content.matches("EMC").count(), "what is begun is ended");
        let mut outside = content.split("EMC").map(|piece| piece.split(" BDC").next().unwrap_or_default());
        assert!(outside.all(|piece| !piece.contains("Tj") || piece.contains("BMC")), "no text is without a mark");
    }
}

#[test]
fn a_page_says_which_it_is_and_the_last_how_many_there_are() {
    let file = statement(latin(), "en-GB", Size::Standard, 200).concat();
    let parts = Parts::of(&file);
    let pages = parts.holding("/Type /Page\n");
    let tree = parts.holding("/Type /Pages");
    assert!(pages.len() > 3);
    assert!(tree[0].contains(&format!("/Count {}", pages.len())), "{}", tree[0]);
    assert!(pages.iter().all(|page| page.contains("/MediaBox [0 0 595 842]") && page.contains("/StructParents")));
}

#[test]
fn large_print_has_nothing_below_sixteen_points() {
    let file = statement(latin(), "en-GB", Size::Large, 20).concat();
    for page in Parts::of(&file).holding(" Tf\n") {
        for set in page.lines().filter(|line| line.ends_with(" Tf")) {
            let size: f32 = set.split(' ').nth(1).and_then(|size| size.parse().ok()).expect("a size");
            assert!(size >= 16.0, "{set}");
        }
    }
}

#[test]
fn what_is_written_on_the_way_is_only_what_is_new() {
    let pieces = statement(latin(), "en-GB", Size::Standard, 3_000);
    let largest = pieces[..pieces.len() - 1].iter().map(Vec::len).max().unwrap_or_default();
    assert!(largest < 60_000, "a page at a time: {largest}");
    let waiting = pieces.last().map(Vec::len).unwrap_or_default();
    assert!(waiting < 1_500_000, "at the end the list of what is where: {waiting}");
}

#[test]
fn only_letters_that_a_font_has_can_be_set() {
    assert!(latin().can_set("Émile paid £20.00 · ₤ − “x”"));
    assert!(!latin().can_set("陈秀英"));
    assert!(chinese().can_set("陈秀英 paid ¥20.00，谢谢。"));
    assert!(latin().can_set("thanks \u{1f600}\u{fe0f}"), "pictures are left out");
    assert!(!chinese().can_set("שלום"), "letters that run from the right are not set one by one");
    assert!(Fonts::new(FontFile { data: b"no font".to_vec(), index: 0 }, None).is_err());
}

#[test]
fn what_is_read_out_is_what_was_written() {
    let mut sheet = Sheet::new(chinese(), about("zh-Hans"), Size::Standard);
    sheet.title("2026年10月对账单");
    sheet.begin_table(columns());
    sheet.row(&row("陈秀英 Café", "转账 · 买菜"));
    sheet.end_table();
    let file = sheet.finish();
    let parts = Parts::of(&file);
    // Each letter that was used is told in the map from glyphs to letters (UTF-16, hexadecimal).
    let maps: String = parts.holding("beginbfchar").concat() + &parts.holding("beginbfrange").concat();
    for letter in "陈秀英é£对账单买菜".chars() {
        assert!(maps.to_uppercase().contains(&format!("{:04X}>", u32::from(letter))), "{letter}");
    }
    assert!(file.len() < 120_000, "only the letters that are used are in the file: {}", file.len());
    read_by_poppler(&file, &["2026年10月对账单", "陈秀英 Café", "转账 · 买菜", "£12.50", "Page 1 of 1"]);
}

#[test]
fn another_program_reads_the_same() {
    let file = statement(latin(), "en-GB", Size::Large, 30).concat();
    read_by_poppler(&file, &["Statement for October 2026", "Green Grocer 29", "Anna Whitfield", "Page 1 of"]);
}

/// What `pdftotext` and `pdfinfo` of poppler say, where they are installed (`cargo xtask setup test` does).
fn read_by_poppler(file: &[u8], wanted: &[&str]) {
    static COUNT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let nth = COUNT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("banyan-paper-{}-{nth}.pdf", std::process::id()));
    std::fs::write(&path, file).expect("a temporary file");
    let said = |program: &str, rest: &[&str]| {
        let output = std::process::Command::new(program).arg(&path).args(rest).output();
        let output = output.unwrap_or_else(|error| panic!("`cargo xtask setup test` installs {program}: {error}"));
        assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let text = said("pdftotext", &["-layout", "-"]);
    for part in wanted {
        assert!(text.contains(part), "{part} in {text}");
    }
    let about = said("pdfinfo", &[]);
    assert!(about.lines().any(|line| line.starts_with("Tagged:") && line.ends_with("yes")), "{about}");
    let structure = said("pdfinfo", &["-struct-text"]);
    assert!(structure.contains("Table") && structure.contains("TH") && structure.contains("H1"), "{structure}");
    std::fs::remove_file(&path).expect("it was written above");
}
