//! What units were shown of pages that are tried out, and what is counted of them.

use async_trait::async_trait;
use bank::{
    StorageError,
    calendar::day_from_number,
    experiments::{Before, Counts, Event, Exposure, Failure, Improve, Journey, Measure, OldPages, Slice, Stop},
    ports,
};
use model::{CustomerId, Language, TextSize, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Backend, statement::Statement};

/// A one for a unit that did something from the moment on at which it was shown the page, or before it.
macro_rules! did {
    ($kind:literal, $side:literal, $name:literal) => {
        concat!(
            "max(case when v.kind = '",
            $kind,
            "' and v.told_at ",
            $side,
            " x.shown_at then 1 else 0 end) as ",
            $name,
            ", "
        )
    };
}

const OF_UNIT: &str = concat!(
    "select ",
    gathered!(
        "x.unit, x.experiment, x.bucket_version, x.variation, x.text_size, x.language, x.shown_at",
        "x.shown_at, x.experiment"
    ),
    " from exposure x where x.unit = $1"
);

const EXPOSE: &str = concat!(
    "insert into exposure (unit, experiment, bucket_version, variation, text_size, language, shown_at) select ",
    picked!(text 0, text 1, int 2, text 3, text 4, text 5, int 6),
    " from ",
    rows!("$1"),
    " where true on conflict do nothing"
);

const TELL: &str = concat!(
    "insert into journey_event (id, unit, journey, kind, seconds, told_at) select ",
    picked!(int 0, text 1, text 2, text 3, int 4, int 5),
    " from ",
    rows!("$1"),
    " where true on conflict do nothing"
);

const FAIL: &str = concat!(
    "insert into variation_failure (experiment, bucket_version, variation, times) select ",
    picked!(text 0, int 1, text 2, int 3),
    " from ",
    rows!("$1"),
    " where true on conflict (experiment, bucket_version, variation) \
     do update set times = variation_failure.times + excluded.times"
);

const FAILURES: &str = concat!(
    "select ",
    gathered!("f.times", "f.variation"),
    " from variation_failure f where f.experiment = $1 and f.bucket_version = $2"
);

const LEAVE: &str =
    "update exposure set left_at = $3 where unit = $1 and experiment = $2 and left_at is null returning 1";

const FORGET_EXPOSURES: &str = "delete from exposure where unit = $1 returning 1";

const FORGET_EVENTS: &str = "delete from journey_event where unit = $1 returning 1";

const SET_IMPROVE: &str = "update customer set improve = $2, \
     improve_list = case when improve = 'on' and improve_list > $3 then improve_list else $3 end where id = $1";

const SET_OLD_PAGES: &str = "update customer set old_pages = $2 where id = $1";

// Of each unit first, whatever it did more than once: people are compared, not presses. What it did before it was shown
// anything is no part of what came of it, and tells what was to be expected.
const SLICES: &str = concat!(
    "select ",
    gathered!(
        "s.variation, s.day, s.text_size, s.language, s.exposed, s.began, s.ended, s.erred, s.helped, s.went, \
         s.took, s.squares, s.had_ended, s.ended_again, s.had_erred, s.erred_again, s.had_helped, s.helped_again",
        "s.day, s.variation, s.text_size, s.language"
    ),
    " from (select u.variation, u.day, u.text_size, u.language, count(*) as exposed, sum(u.began) as began, \
     sum(u.ended) as ended, sum(u.erred) as erred, sum(u.helped) as helped, sum(u.went) as went, \
     sum(u.took) as took, sum(u.took * u.took) as squares, \
     sum(u.had_ended) as had_ended, sum(u.had_ended * u.ended) as ended_again, \
     sum(u.had_erred) as had_erred, sum(u.had_erred * u.erred) as erred_again, \
     sum(u.had_helped) as had_helped, sum(u.had_helped * u.helped) as helped_again \
     from (select x.variation, x.text_size, x.language, x.shown_at / 86400000000 as day, \
     max(case when x.left_at is null then 0 else 1 end) as went, ",
    did!("started", ">=", "began"),
    did!("completed", ">=", "ended"),
    did!("error-shown", ">=", "erred"),
    did!("help-asked", ">=", "helped"),
    did!("completed", "<", "had_ended"),
    did!("error-shown", "<", "had_erred"),
    did!("help-asked", "<", "had_helped"),
    "coalesce(cast(sum(case when v.told_at >= x.shown_at then v.seconds end) as bigint) \
     / nullif(count(case when v.told_at >= x.shown_at then v.seconds end), 0), 0) as took \
     from exposure x left join journey_event v on v.unit = x.unit and v.journey = $3 \
     where x.experiment = $1 and x.bucket_version = $2 \
     group by x.unit, x.variation, x.text_size, x.language, x.shown_at) u \
     group by u.variation, u.day, u.text_size, u.language) s"
);

const STOP: &str = "insert into experiment_stop (experiment, bucket_version, variation, measure, stopped_at) \
     values ($1, $2, $3, $4, $5) on conflict do nothing";

const STOPS: &str = concat!(
    "select ",
    gathered!(
        "s.experiment, s.bucket_version, s.variation, s.measure, s.stopped_at",
        "s.stopped_at, s.experiment, s.bucket_version"
    ),
    " from experiment_stop s"
);

const SWEEP_EXPOSURES: &str = "delete from exposure where (unit, experiment, bucket_version) in \
     (select unit, experiment, bucket_version from exposure where shown_at < $1 order by shown_at limit $2) returning 1";

const SWEEP_EVENTS: &str = "delete from journey_event where id in \
     (select id from journey_event where told_at < $1 order by told_at limit $2) returning 1";

#[derive(Serialize, Deserialize)]
struct ExposureRow(String, String, u32, String, TextSize, Language, Timestamp);

impl From<ExposureRow> for Exposure {
    fn from(row: ExposureRow) -> Self {
        let ExposureRow(unit, experiment, bucket_version, variation, text, language, shown_at) = row;
        Self { unit, experiment, bucket_version, variation, text, language, shown_at }
    }
}

/// The variation, the day as a number, size and language, and the counts in the order of [`Counts`].
#[derive(Deserialize)]
struct SliceRow(String, i64, TextSize, Language, u32, u32, u32, u32, u32, u32, i64, i64, u32, u32, u32, u32, u32, u32);

impl From<SliceRow> for Slice {
    fn from(row: SliceRow) -> Self {
        let before = |did, again| Before { did, again };
        let counts = Counts {
            exposed: row.4,
            started: row.5,
            completed: row.6,
            erred: row.7,
            helped: row.8,
            left: row.9,
            seconds: row.10,
            seconds_squares: row.11,
            completed_before: before(row.12, row.13),
            erred_before: before(row.14, row.15),
            helped_before: before(row.16, row.17),
        };
        Self { variation: row.0, day: day_from_number(row.1), text: row.2, language: row.3, counts }
    }
}

#[derive(Deserialize)]
struct StopRow(String, u32, String, Measure, Timestamp);

fn json<T: Serialize>(rows: impl Iterator<Item = T>) -> Result<String, StorageError> {
    serde_json::to_string(&rows.collect::<Vec<_>>()).map_err(StorageError::new)
}

#[async_trait]
impl ports::Experiments for Backend {
    async fn exposures(&self, unit: &str) -> Result<Vec<Exposure>, StorageError> {
        let rows: Vec<ExposureRow> =
            self.read(sqlx::query_scalar(OF_UNIT).bind(unit.to_owned())).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Exposure::from).collect())
    }

    async fn keep_exposures(&self, exposures: &[Exposure]) -> Result<(), StorageError> {
        let rows = exposures.iter().map(|one| {
            (&one.unit, &one.experiment, one.bucket_version, &one.variation, one.text, one.language, one.shown_at)
        });
        self.write(Statement::new(EXPOSE).with(json(rows)?)).await.map(drop)
    }

    async fn keep_events(&self, events: &[Event]) -> Result<(), StorageError> {
        let rows = events.iter().map(|one| (one.id, &one.unit, one.journey, one.kind, one.seconds, one.told_at));
        self.write(Statement::new(TELL).with(json(rows)?)).await.map(drop)
    }

    async fn keep_failures(&self, failures: &[(Failure, u32)]) -> Result<(), StorageError> {
        let rows = failures.iter().map(|(one, times)| (&one.experiment, one.bucket_version, &one.variation, times));
        self.write(Statement::new(FAIL).with(json(rows)?)).await.map(drop)
    }

    async fn failures(&self, experiment: &str, bucket_version: u32) -> Result<u32, StorageError> {
        let query = sqlx::query_scalar(FAILURES).bind(experiment.to_owned()).bind(i64::from(bucket_version));
        let rows: Vec<(u32,)> = self.read(query).await?.unwrap_or_default();
        Ok(rows.into_iter().fold(0, |sum, (times,)| sum.saturating_add(times)))
    }

    async fn leave(&self, unit: &str, experiment: &str, at: Timestamp) -> Result<(), StorageError> {
        let statement = Statement::new(LEAVE).with(unit.to_owned()).with(experiment.to_owned()).with(at.micros());
        self.write(statement).await.map(drop)
    }

    async fn forget(&self, unit: &str) -> Result<(), StorageError> {
        self.write(Statement::new(FORGET_EXPOSURES).with(unit.to_owned())).await?;
        self.write(Statement::new(FORGET_EVENTS).with(unit.to_owned())).await.map(drop)
    }

    async fn set_improve(&self, customer: CustomerId, improve: Improve, list: i64) -> Result<(), StorageError> {
        self.write(Statement::new(SET_IMPROVE).with(customer.value()).with(improve.code()).with(list)).await.map(drop)
    }

    async fn set_old_pages(&self, customer: CustomerId, pages: OldPages) -> Result<(), StorageError> {
        self.write(Statement::new(SET_OLD_PAGES).with(customer.value()).with(pages.bits())).await.map(drop)
    }

    async fn slices(
        &self,
        experiment: &str,
        bucket_version: u32,
        journey: Journey,
    ) -> Result<Vec<Slice>, StorageError> {
        let query =
            sqlx::query_scalar(SLICES).bind(experiment.to_owned()).bind(i64::from(bucket_version)).bind(journey.code());
        let rows: Vec<SliceRow> = self.read(query).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Slice::from).collect())
    }

    async fn stop(&self, stop: &Stop) -> Result<(), StorageError> {
        let statement = Statement::new(STOP)
            .with(stop.experiment.clone())
            .with(i64::from(stop.bucket_version))
            .with(stop.variation.clone())
            .with(stop.measure.code())
            .with(stop.stopped_at.micros());
        self.write(statement).await.map(drop)
    }

    async fn stops(&self) -> Result<Vec<Stop>, StorageError> {
        let rows: Vec<StopRow> = self.read(sqlx::query_scalar(STOPS)).await?.unwrap_or_default();
        let stop = |StopRow(experiment, bucket_version, variation, measure, stopped_at)| Stop {
            experiment,
            bucket_version,
            variation,
            measure,
            stopped_at,
        };
        Ok(rows.into_iter().map(stop).collect())
    }

    async fn sweep(&self, before: Timestamp, limit: u32) -> Result<bool, StorageError> {
        let mut more = false;
        for forget in [SWEEP_EXPOSURES, SWEEP_EVENTS] {
            let gone = self.write(Statement::new(forget).with(before.micros()).with(i64::from(limit))).await?;
            more |= gone.len() >= limit as usize;
        }
        Ok(more)
    }
}
