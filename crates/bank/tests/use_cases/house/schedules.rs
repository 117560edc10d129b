//! What is planned, in memory.

use async_trait::async_trait;
use bank::{StorageError, ports::Schedules, schedules::Schedule};
use jiff::civil::Date;
use model::{CustomerId, ScheduleId, Timestamp};

use super::Memory;

#[async_trait]
impl Schedules for Memory {
    async fn keep(&self, schedule: &Schedule) -> Result<bool, StorageError> {
        let mut schedules = self.schedules.lock().unwrap();
        let new = !schedules.contains_key(&schedule.id);
        schedules.entry(schedule.id).or_insert_with(|| schedule.clone());
        Ok(new)
    }

    async fn list(&self, owner: CustomerId) -> Result<Vec<Schedule>, StorageError> {
        let schedules = self.schedules.lock().unwrap();
        let planned = |schedule: &&Schedule| schedule.owner == owner && schedule.state.code() != "ended";
        Ok(schedules.values().filter(planned).cloned().collect())
    }

    async fn one(&self, owner: CustomerId, id: ScheduleId) -> Result<Option<Schedule>, StorageError> {
        Ok(self.schedules.lock().unwrap().get(&id).filter(|schedule| schedule.owner == owner).cloned())
    }

    async fn update(&self, schedule: &Schedule, version: i64) -> Result<bool, StorageError> {
        let mut schedules = self.schedules.lock().unwrap();
        let Some(kept) = schedules.get_mut(&schedule.id).filter(|kept| kept.version == version) else {
            return Ok(false);
        };
        *kept = Schedule { version: version + 1, ..schedule.clone() };
        Ok(true)
    }

    async fn due(&self, today: Date, now: Timestamp, _: u32) -> Result<Vec<Schedule>, StorageError> {
        let schedules = self.schedules.lock().unwrap();
        let due = |one: &&Schedule| one.try_at <= now && one.next().is_some_and(|day| day <= today);
        let mut due: Vec<Schedule> = schedules.values().filter(due).cloned().collect();
        due.sort_by_key(|schedule| (schedule.next(), schedule.id));
        Ok(due)
    }
}
