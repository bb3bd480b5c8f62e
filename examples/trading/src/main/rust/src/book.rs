//! The order book, which knows nothing of calls but the structs.

use crate::generated::p2f::CallError;
use crate::generated::trading::{Failure, Fill, Order, Side, Top};
use std::collections::{BTreeMap, HashMap, VecDeque};

#[derive(Default)]
pub(crate) struct Book {
    bids: Half,
    asks: Half,
    resting: HashMap<u64, Resting>,
    /// Orders so far.
    sequence: u64,
}

/// The levels of a side by their rank: the best one first.
type Half = BTreeMap<i64, Level>;

/// What waits at a price.
#[derive(Default)]
struct Level {
    /// Of all its orders, more than 0.
    quantity: u64,
    /// The oldest first. An order that was cancelled stays until its turn comes.
    queue: VecDeque<Ticket>,
}

/// An order's place in a queue. Numbers of orders can come again, so that it takes the sequence to tell them apart.
struct Ticket {
    id: u64,
    sequence: u64,
}

/// An order in the book.
struct Resting {
    sequence: u64,
    side: Side,
    price: i64,
    quantity: u32,
}

/// Orders levels so that the best price has the lowest rank.
fn rank(side: Side, price: i64) -> i64 {
    if side == Side::BUY {
        -price
    } else {
        price
    }
}

impl Book {
    /// Trades, then puts what is left into the book. When `send` fails, what is left is dropped.
    pub(crate) fn place(
        &mut self,
        order: &Order,
        mut send: impl FnMut(&Fill) -> Result<(), CallError>,
    ) -> Result<(), CallError> {
        let side = Side(i32::from(order.side));
        self.check(order, side)?;
        let (own, other, limit) = match side {
            Side::BUY => (&mut self.bids, &mut self.asks, rank(Side::SELL, order.price)),
            _ => (&mut self.asks, &mut self.bids, rank(Side::BUY, order.price)),
        };
        let mut left = order.quantity;
        while left > 0 {
            let Some(mut best) = other.first_entry().filter(|best| *best.key() <= limit) else {
                break;
            };
            if let Some(fill) = best.get_mut().trade(left, &mut self.resting) {
                left -= fill.quantity;
                if best.get().quantity == 0 {
                    best.remove();
                }
                send(&fill)?;
            }
        }
        if left > 0 {
            self.sequence += 1;
            let resting = Resting { sequence: self.sequence, side, price: order.price, quantity: left };
            let level = own.entry(rank(side, order.price)).or_default();
            level.quantity += u64::from(left);
            level.queue.push_back(Ticket { id: order.id, sequence: self.sequence });
            self.resting.insert(order.id, resting);
        }
        Ok(())
    }

    fn check(&self, order: &Order, side: Side) -> Result<(), CallError> {
        if order.price <= 0 || order.quantity == 0 || (side != Side::BUY && side != Side::SELL) {
            let text = format!("order {} has no price, no quantity or no side", order.id);
            return Err(CallError::new(Failure::INVALID_ORDER.0, text));
        }
        if self.resting.contains_key(&order.id) {
            let text = format!("order {} is in the book already", order.id);
            return Err(CallError::new(Failure::DUPLICATE_ORDER.0, text));
        }
        Ok(())
    }

    /// What was left of the order; 0 if it isn't here.
    pub(crate) fn cancel(&mut self, id: u64) -> u32 {
        let Some(order) = self.resting.remove(&id) else {
            return 0;
        };
        let half = if order.side == Side::BUY { &mut self.bids } else { &mut self.asks };
        let rank = rank(order.side, order.price);
        if let Some(level) = half.get_mut(&rank) {
            level.quantity -= u64::from(order.quantity);
            if level.quantity == 0 {
                half.remove(&rank);
            }
        }
        order.quantity
    }

    pub(crate) fn best(&self) -> Top {
        let mut top = Top::new();
        if let Some((rank, level)) = self.bids.first_key_value() {
            top.bid.price = -rank;
            top.bid.quantity = level.quantity;
        }
        if let Some((rank, level)) = self.asks.first_key_value() {
            top.ask.price = *rank;
            top.ask.quantity = level.quantity;
        }
        top.orders = self.resting.len() as u64;
        top
    }

    /// Keeps the memory of its table.
    pub(crate) fn clear(&mut self) {
        self.bids.clear();
        self.asks.clear();
        self.resting.clear();
    }
}

impl Level {
    /// Trades with the oldest order; None when that turned out to be cancelled.
    fn trade(&mut self, wanted: u32, resting: &mut HashMap<u64, Resting>) -> Option<Fill> {
        let Ticket { id, sequence } = *self.queue.front()?;
        let Some(order) = resting.get_mut(&id).filter(|order| order.sequence == sequence) else {
            self.queue.pop_front();
            return None;
        };
        let mut fill = Fill::new();
        fill.order_id = id;
        fill.price = order.price;
        fill.quantity = wanted.min(order.quantity);
        order.quantity -= fill.quantity;
        self.quantity -= u64::from(fill.quantity);
        if order.quantity == 0 {
            resting.remove(&id);
            self.queue.pop_front();
        }
        Some(fill)
    }
}
