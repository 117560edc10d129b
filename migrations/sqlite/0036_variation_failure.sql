-- How often a variation could not be shown, so that somebody was shown the page as it was. It says of nobody that it was them.
create table variation_failure (
    experiment text not null,
    bucket_version integer not null,
    variation text not null,
    times integer not null,
    primary key (experiment, bucket_version, variation)
) strict;
