-- How often a variation could not be shown, so that somebody was shown the page as it was. It says of nobody that it was them.
create table variation_failure (
    experiment text not null,
    bucket_version bigint not null,
    variation text not null,
    times bigint not null,
    primary key (experiment, bucket_version, variation)
);
