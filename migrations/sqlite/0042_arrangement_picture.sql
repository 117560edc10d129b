-- What a page looks like as an arrangement has it: small pictures in Base64, by the hash of what the arrangement says.
create table arrangement_picture (
    sha256 text not null,
    browser_window text not null check (browser_window in ('narrow', 'wide')),
    image text not null,
    taken_at integer not null,
    primary key (sha256, browser_window)
) strict;
create index arrangement_picture_taken on arrangement_picture (browser_window, taken_at);
