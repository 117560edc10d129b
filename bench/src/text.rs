//! What a person sees of a page.

/// The text between the tags of an HTML document, without its head, its scripts and its markup; white space is one
/// space wherever there is some.
#[must_use]
pub fn visible(html: &str) -> String {
    let body = html.split_once("<body").map_or(html, |(_, body)| body);
    let mut text = String::with_capacity(body.len() / 2);
    let mut rest = body.split_once('>').map_or("", |(_, inside)| inside);
    while let Some((words, markup)) = rest.split_once('<') {
        text.push_str(words);
        // Words on both sides of a tag are told apart only by what stands between them.
        text.push(' ');
        let ends = [("!--", "-->"), ("script", "</script>"), ("style", "</style>"), ("", ">")];
        let end = ends.into_iter().find(|(begins, _)| markup.starts_with(begins)).map_or(">", |(_, end)| end);
        rest = markup.split_once(end).map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    let plain = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#x27;", "'"), ("&amp;", "&")]
        .into_iter()
        .fold(text, |text, (entity, sign)| text.replace(entity, sign));
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where two texts first differ, with some words around it; `None` where they do not.
#[must_use]
pub fn difference(one: &str, other: &str) -> Option<String> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let at = (0..ours.len().max(theirs.len())).find(|at| ours.get(*at) != theirs.get(*at))?;
    let around =
        |words: &[&str]| words.iter().skip(at.saturating_sub(6)).take(14).copied().collect::<Vec<_>>().join(" ");
    Some(format!("“{}” is not “{}”", around(&ours), around(&theirs)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_seen_is_left() {
        let html = "<html><head><title>x</title></head><body class=\"y\"><p>Marks &amp; <b>Co</b></p><!--<() />-->\n\
                    <script>1 < 2</script><small> paid  out</small></body></html>";
        assert_eq!(visible(html), "Marks & Co paid out");
        assert_eq!(difference("a b", "a b"), None);
        assert!(difference("a b c", "a b d").is_some());
    }
}
