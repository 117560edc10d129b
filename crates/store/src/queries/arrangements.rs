//! Arrangements of pages that the bank's own people have written.

use async_trait::async_trait;
use bank::{
    StorageError,
    layouts::{Arrangement, ArrangementHead, Entry, Halt, Picture, Pictures, Stage, Window},
    ports,
};
use model::{ArrangementId, StaffId, Timestamp};
use serde::Deserialize;

use super::{Backend, statement::Statement};

/// The columns of [`HeadRow`], of an arrangement `a`.
macro_rules! head_columns {
    () => {
        "a.id, a.page, a.name, a.sha256, a.author, a.stage, a.begun_at, a.changed_at, a.version"
    };
}

/// The columns of [`ArrangementRow`], of an arrangement `a`.
macro_rules! arrangement_columns {
    () => {
        concat!(nested!(head_columns!()), ", a.body, a.entries")
    };
}

const KEEP: &str = "insert into arrangement \
     (id, page, name, sha256, author, stage, begun_at, changed_at, body, entries, version) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (page, name) do nothing returning id";

const UPDATE: &str = "update arrangement set name = $3, sha256 = $4, stage = $5, changed_at = $6, body = $7, \
     entries = $8, version = $9 where id = $1 and version = $2 \
     and ($5 <> 'live' or not exists (select 1 from arrangement_halt)) returning id";

const ONE: &str = concat!("select ", gathered!(arrangement_columns!(), "a.id"), " from arrangement a where a.id = $1");

const AT: &str =
    concat!("select ", gathered!(arrangement_columns!(), "a.id"), " from arrangement a where a.stage = $1");

const NAMED: &str =
    concat!("select ", gathered!("a.id", "a.id"), " from arrangement a where a.page = $1 and a.name = $2");

const ALL: &str = concat!(
    "select ",
    gathered!(concat!(nested!(head_columns!()), ", a.body"), "a.changed_at desc, a.id desc"),
    " from (select * from arrangement order by changed_at desc, id desc limit $1) a"
);

const HALTED: &str = concat!("select ", gathered!("h.by_staff, h.at, h.why", "h.one"), " from arrangement_halt h");

const HALT: &str = "insert into arrangement_halt (one, by_staff, at, why) values (1, $1, $2, $3) \
     on conflict (one) do nothing";

const RESUME: &str = "delete from arrangement_halt where one = 1 returning one";

const KEEP_PICTURE: &str = "insert into arrangement_picture (sha256, browser_window, image, taken_at) \
     values ($1, $2, $3, $4) \
     on conflict (sha256, browser_window) do update set image = excluded.image, taken_at = excluded.taken_at";

const PICTURES: &str = concat!(
    "select ",
    gathered!("p.browser_window, p.image", "p.browser_window"),
    " from arrangement_picture p where p.sha256 = $1"
);

const LATEST_PICTURES: &str = concat!(
    "select ",
    gathered!("p.sha256, p.taken_at, p.browser_window, p.image", "p.taken_at desc, p.sha256"),
    " from (select * from arrangement_picture where browser_window = $1 \
     order by taken_at desc, sha256 limit $2) p"
);

#[derive(Deserialize)]
struct HeadRow {
    id: i64,
    page: String,
    name: String,
    sha256: String,
    author: i64,
    stage: Stage,
    begun_at: Timestamp,
    changed_at: Timestamp,
    version: i64,
}

impl HeadRow {
    fn head(self) -> ArrangementHead {
        ArrangementHead {
            id: ArrangementId::new(self.id),
            page: self.page,
            name: self.name,
            sha256: self.sha256,
            author: StaffId::new(self.author),
            stage: self.stage,
            begun_at: self.begun_at,
            changed_at: self.changed_at,
            version: self.version,
        }
    }
}

/// An arrangement: where it stands, what it says, and what was done.
#[derive(Deserialize)]
struct ArrangementRow(HeadRow, String, String);

impl ArrangementRow {
    fn arrangement(self) -> Result<Arrangement, StorageError> {
        let Self(head, body, entries) = self;
        let entries = serde_json::from_str(&entries).map_err(StorageError::new)?;
        Ok(Arrangement { head: head.head(), body, entries })
    }
}

fn written(entries: &[Entry]) -> Result<String, StorageError> {
    serde_json::to_string(entries).map_err(StorageError::new)
}

#[async_trait]
impl ports::Arrangements for Backend {
    async fn keep(&self, arrangement: &Arrangement) -> Result<bool, StorageError> {
        let head = &arrangement.head;
        let statement = Statement::new(KEEP)
            .with(head.id.value())
            .with(head.page.clone())
            .with(head.name.clone())
            .with(head.sha256.clone())
            .with(head.author.value())
            .with(head.stage.code())
            .with(head.begun_at.micros())
            .with(head.changed_at.micros())
            .with(arrangement.body.clone())
            .with(written(&arrangement.entries)?)
            .with(head.version);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn update(&self, arrangement: &Arrangement, seen: i64) -> Result<bool, StorageError> {
        let head = &arrangement.head;
        let statement = Statement::new(UPDATE)
            .with(head.id.value())
            .with(seen)
            .with(head.name.clone())
            .with(head.sha256.clone())
            .with(head.stage.code())
            .with(head.changed_at.micros())
            .with(arrangement.body.clone())
            .with(written(&arrangement.entries)?)
            .with(head.version);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn one(&self, id: ArrangementId) -> Result<Option<Arrangement>, StorageError> {
        let rows: Option<Vec<ArrangementRow>> = self.read(sqlx::query_scalar(ONE).bind(id.value())).await?;
        rows.unwrap_or_default().into_iter().next().map(ArrangementRow::arrangement).transpose()
    }

    async fn named(&self, page: &str, name: &str) -> Result<Option<ArrangementId>, StorageError> {
        let query = sqlx::query_scalar(NAMED).bind(page.to_owned()).bind(name.to_owned());
        let rows: Option<Vec<(i64,)>> = self.read(query).await?;
        Ok(rows.unwrap_or_default().into_iter().next().map(|(id,)| ArrangementId::new(id)))
    }

    async fn all(&self, limit: u32) -> Result<Vec<(ArrangementHead, String)>, StorageError> {
        let rows: Option<Vec<(HeadRow, String)>> = self.read(sqlx::query_scalar(ALL).bind(i64::from(limit))).await?;
        Ok(rows.unwrap_or_default().into_iter().map(|(head, body)| (head.head(), body)).collect())
    }

    async fn at(&self, stage: Stage) -> Result<Vec<Arrangement>, StorageError> {
        let rows: Option<Vec<ArrangementRow>> = self.read(sqlx::query_scalar(AT).bind(stage.code())).await?;
        rows.unwrap_or_default().into_iter().map(ArrangementRow::arrangement).collect()
    }

    async fn halted(&self) -> Result<Option<Halt>, StorageError> {
        let rows: Option<Vec<(i64, Timestamp, String)>> = self.read(sqlx::query_scalar(HALTED)).await?;
        let halt = |(by, at, why)| Halt { by: StaffId::new(by), at, why };
        Ok(rows.unwrap_or_default().into_iter().next().map(halt))
    }

    async fn halt(&self, halt: &Halt) -> Result<(), StorageError> {
        let statement = Statement::new(HALT).with(halt.by.value()).with(halt.at.micros()).with(halt.why.clone());
        self.write(statement).await.map(drop)
    }

    async fn resume(&self) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(RESUME)).await?.is_empty())
    }

    async fn keep_pictures(&self, pictures: &Pictures) -> Result<(), StorageError> {
        for picture in &pictures.all {
            let statement = Statement::new(KEEP_PICTURE)
                .with(pictures.sha256.clone())
                .with(picture.window.code())
                .with(picture.image().to_owned())
                .with(pictures.taken_at.micros());
            self.write(statement).await?;
        }
        Ok(())
    }

    async fn pictures(&self, sha256: &str) -> Result<Vec<Picture>, StorageError> {
        let query = sqlx::query_scalar(PICTURES).bind(sha256.to_owned());
        let rows: Option<Vec<(Window, String)>> = self.read(query).await?;
        // What is not taken as a picture any more is none.
        Ok(rows.unwrap_or_default().into_iter().filter_map(|(window, image)| Picture::new(window, image)).collect())
    }

    async fn latest_pictures(&self, window: Window, limit: u32) -> Result<Vec<Pictures>, StorageError> {
        let query = sqlx::query_scalar(LATEST_PICTURES).bind(window.code()).bind(i64::from(limit));
        let rows: Option<Vec<(String, Timestamp, Window, String)>> = self.read(query).await?;
        let taken = |(sha256, taken_at, window, image)| {
            Some(Pictures { sha256, taken_at, all: vec![Picture::new(window, image)?] })
        };
        Ok(rows.unwrap_or_default().into_iter().filter_map(taken).collect())
    }
}
