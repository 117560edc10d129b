//! Calls that were asked for, and what people have said of the pages.

use async_trait::async_trait;
use bank::{
    StorageError, feedback,
    help::{CallBack, CallBackState},
    ports::{CallBacks, Feedback, Waiting},
};
use model::{CallBackId, CustomerId, Timestamp};

use super::Memory;

#[async_trait]
impl CallBacks for Memory {
    async fn keep(&self, call: &CallBack) -> Result<(), StorageError> {
        self.calls.lock().unwrap().push(call.clone());
        Ok(())
    }

    async fn of_customer(&self, owner: CustomerId, _: u32) -> Result<Vec<CallBack>, StorageError> {
        let calls = self.calls.lock().unwrap();
        Ok(calls.iter().rev().filter(|call| call.customer == Some(owner)).cloned().collect())
    }

    async fn of_visitor(&self, ids: &[CallBackId]) -> Result<Vec<CallBack>, StorageError> {
        let calls = self.calls.lock().unwrap();
        Ok(calls.iter().rev().filter(|call| call.customer.is_none() && ids.contains(&call.id)).cloned().collect())
    }

    async fn strangers_waiting(&self, phone: &str) -> Result<Waiting, StorageError> {
        let calls = self.calls.lock().unwrap();
        let waiting = calls.iter().filter(|call| call.customer.is_none() && call.state == CallBackState::Waiting);
        let on_number = waiting.clone().filter(|call| call.phone == phone).count();
        Ok(Waiting { on_number: i64::try_from(on_number).unwrap(), in_all: i64::try_from(waiting.count()).unwrap() })
    }

    async fn waiting(&self, _: u32) -> Result<Vec<CallBack>, StorageError> {
        let mut calls = self.calls.lock().unwrap().clone();
        calls.retain(|call| call.state == CallBackState::Waiting);
        calls.sort_by_key(|call| (call.day, call.part, call.id));
        Ok(calls)
    }

    async fn end(&self, id: CallBackId, state: CallBackState, _: Timestamp) -> Result<bool, StorageError> {
        let mut calls = self.calls.lock().unwrap();
        let call = calls.iter_mut().find(|call| call.id == id && call.state == CallBackState::Waiting);
        Ok(call.map(|call| call.state = state).is_some())
    }
}

#[async_trait]
impl Feedback for Memory {
    async fn keep(&self, told: &feedback::Feedback) -> Result<(), StorageError> {
        self.told.lock().unwrap().push(told.clone());
        Ok(())
    }

    async fn latest(&self, limit: u32) -> Result<Vec<feedback::Feedback>, StorageError> {
        Ok(self.told.lock().unwrap().iter().rev().take(limit as usize).cloned().collect())
    }
}
