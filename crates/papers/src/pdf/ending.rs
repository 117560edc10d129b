//! The end of a paper: its fonts, the tree of its pages, the tree of its structure, and what it says about itself.

use pdf_writer::{Finish, Name, Ref, TextStr, types::StructRole};

use super::{
    page::name,
    press::{Press, TOTAL},
    sheet::group,
};

/// Ends the file; the rest of it.
pub(super) fn finish(mut press: Press, document: Ref, children: Vec<Ref>) -> Vec<u8> {
    let total = press.out.number();
    press.total(total);
    let root = press.out.number();
    group(&mut press, (document, root), StructRole::Document, children);
    structure(&mut press, root, document);
    for (nth, file) in press.fonts.faces().iter().enumerate() {
        press.used[nth].embed(file, nth, &mut press.out);
    }
    shared(&mut press, total);
    pages(&mut press);
    let (catalog, info) = about(&mut press, root);
    press.out.finish(catalog, info)
}

/// The root of the structure, and which elements stand on each page.
fn structure(press: &mut Press, root: Ref, document: Ref) {
    let parents = std::mem::take(&mut press.parents);
    press.out.put(root, |chunk| {
        let mut written = chunk.indirect(root).start::<pdf_writer::writers::StructTreeRoot>();
        written.child(document);
        let next = i32::try_from(parents.len()).expect("a paper has fewer pages");
        let mut tree = written.parent_tree();
        let mut nums = tree.nums();
        for (nth, list) in (0..).zip(parents) {
            nums.insert(nth, list);
        }
        nums.finish();
        tree.finish();
        written.parent_tree_next_key(next);
    });
}

/// What all pages share: the fonts, and how many pages there are.
fn shared(press: &mut Press, total: Ref) {
    let fonts: Vec<Ref> = press.used.iter().map(|used| used.font).collect();
    let number = press.resources;
    press.out.put(number, |chunk| {
        let mut shared = chunk.indirect(number).start::<pdf_writer::writers::Resources>();
        let mut named = shared.fonts();
        for (face, font) in fonts.into_iter().enumerate() {
            named.pair(Name(&name(face)), font);
        }
        named.finish();
        shared.x_objects().pair(TOTAL, total);
    });
}

fn pages(press: &mut Press) {
    let (number, pages) = (press.tree, std::mem::take(&mut press.pages));
    press.out.put(number, |chunk| {
        let mut tree = chunk.pages(number);
        tree.count(i32::try_from(pages.len()).expect("a paper has fewer pages")).kids(pages);
    });
}

/// The catalogue, which is read first, and what the paper is called; their numbers.
fn about(press: &mut Press, root: Ref) -> (Ref, Ref) {
    let (catalog, info, about, tree) = (press.out.number(), press.out.number(), press.about.clone(), press.tree);
    press.out.put(catalog, |chunk| {
        let mut written = chunk.indirect(catalog).start::<pdf_writer::writers::Catalog>();
        written.pages(tree).lang(TextStr(&about.language));
        written.mark_info().marked(true);
        written.viewer_preferences().display_doc_title(true);
        written.pair(Name(b"StructTreeRoot"), root);
    });
    press.out.put(info, |chunk| {
        let mut written = chunk.indirect(info).start::<pdf_writer::writers::DocumentInfo>();
        written.title(TextStr(&about.title)).author(TextStr(&about.author)).producer(TextStr("Banyan"));
    });
    (catalog, info)
}
