-- The models that the bank was offered to answer people with. The report is JSON: what one was compared with and what came of
-- it. What answers is the promoted one with the greatest turn; without one, the release's own.
create table learnt_model (
    id bigint primary key,
    name text not null,
    sha256 text not null,
    against text not null,
    report text not null,
    learnt text not null,
    stage text not null check (stage in ('offered', 'refused', 'proposed', 'declined', 'promoted', 'rolled-back')),
    offered_at bigint not null,
    changed_at bigint not null,
    proposed_by bigint references staff (id),
    decided_by bigint references staff (id),
    rolled_back_by bigint references staff (id),
    -- The how-manieth that was promoted: of two who are asked at the same moment one is first.
    turn bigint unique,
    check ((stage in ('offered', 'refused')) = (proposed_by is null)),
    check ((stage in ('declined', 'promoted', 'rolled-back')) = (decided_by is not null)),
    check ((stage in ('promoted', 'rolled-back')) = (turn is not null)),
    check ((stage = 'rolled-back') = (rolled_back_by is not null)),
    check (decided_by is null or decided_by <> proposed_by)
);
