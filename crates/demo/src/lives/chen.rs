//! 陈秀英，七十八岁，退休教师：养老金、社区超市、水电、门诊。

use bank::accounts::Category::{
    Cash, Communication, EatingOut, Groceries, Health, Home, Leisure, Shopping, Transfers, Transport,
};
use jiff::{
    ToSpan,
    civil::Weekday::{Friday, Tuesday},
};
use model::Currency;

use super::{CURRENT, DEBIT, SAVINGS, life, open};
use crate::{
    habits::{Habit, On, Price},
    life::{CHINESE, Life, PayDay, Standing, Wage, line},
    town::{Plan, Slot, Town},
};

pub(super) fn live(town: &mut Town) -> Slot {
    let current =
        Plan { name: "日常账户", currency: Currency::Cny, payment_limit: 20_000_00, reserve: 1_200_00, ..CURRENT };
    let current = open(town, &["chen"], 5_618_820, &current);
    let savings = Plan { name: "养老积蓄", currency: Currency::Cny, rate_bp: 155, ..SAVINGS };
    let savings = open(town, &["chen"], 5_618_821, &savings);
    let mut life = life(town, "chen");
    life.opening(current, 8_236_40, &CHINESE);
    life.opening(savings, 86_800_00, &CHINESE);
    life.wages(
        current,
        &Wage {
            employer: "市社会保险基金",
            reference: "基本养老金",
            pay_day: PayDay::Exactly(15),
            minor: 4_286_50,
            vary: 0,
        },
    );
    bills(&mut life, current);
    life.habits(current, &HABITS);
    let places = ["榕荫路网点", "和平社区网点"];
    life.cash_now_and_then(current, On::Any(5), &places, &[300_00, 500_00, 500_00, 800_00], &CHINESE);
    life.interest(savings, &CHINESE);
    life.put_aside((current, savings), 20, (6_500_00, 500_00), "存起来");
    family(&mut life, current);
    life.pending(current, "惠民超市和平店", 86_40, 3);
    current
}

fn bills(life: &mut Life, current: Slot) {
    let debits = [
        (5, Standing { party: "市自来水公司", reference: "户号3308216", minor: -38_60, vary: 20, ..DEBIT }),
        (8, Standing { party: "城东供电公司", reference: "户号71150942", minor: -116_30, vary: 38, ..DEBIT }),
        (10, Standing { party: "市燃气公司", reference: "户号0560237", minor: -52_80, vary: 24, ..DEBIT }),
        (12, Standing { party: "和平社区物业", reference: "物业费", minor: -168_00, ..DEBIT }),
        (
            18,
            Standing {
                party: "云雀通信", reference: "话费套餐", category: Communication, minor: -39_00, ..DEBIT
            },
        ),
    ];
    for (day, debit) in debits {
        life.every_month(current, day, &debit);
    }
}

const HABITS: [Habit; 8] = [
    Habit {
        shops: &["惠民超市和平店"],
        category: Groceries,
        on: On::Any(26),
        price: Price::Basket(18_50, 138_00),
        hours: (8, 11),
    },
    Habit {
        shops: &["幸福路菜市场", "老周豆腐坊", "小李鲜鱼"],
        category: Groceries,
        on: On::Any(48),
        price: Price::Basket(6_50, 46_00),
        hours: (7, 10),
    },
    Habit {
        shops: &["王记早点", "春风面馆"],
        category: EatingOut,
        on: On::Any(20),
        price: Price::Menu(&[6_00, 8_50, 12_00, 15_00]),
        hours: (7, 9),
    },
    Habit {
        shops: &["和平社区卫生服务中心"],
        category: Health,
        on: On::Each(Tuesday, 38),
        price: Price::Basket(24_00, 186_00),
        hours: (8, 11),
    },
    Habit {
        shops: &["康泰大药房"],
        category: Health,
        on: On::Any(8),
        price: Price::Basket(12_80, 118_00),
        hours: (9, 17),
    },
    Habit {
        shops: &["榕城公交"],
        category: Transport,
        on: On::Any(16),
        price: Price::Menu(&[2_00, 2_00, 4_00]),
        hours: (8, 17),
    },
    Habit {
        shops: &["夕阳红老年大学", "市图书馆茶座"],
        category: Leisure,
        on: On::Each(Friday, 34),
        price: Price::Menu(&[10_00, 15_00, 20_00]),
        hours: (14, 16),
    },
    Habit {
        shops: &["红星布店", "万家百货"],
        category: Shopping,
        on: On::Any(5),
        price: Price::Tag(25_00, 260_00),
        hours: (10, 17),
    },
];

fn family(life: &mut Life, current: Slot) {
    for month in life.town.months() {
        let first = |n: i64| month.saturating_add(n.days());
        let mut events = vec![];
        match month.month() {
            2 => events.push((first(8), line("陈晓雨", "压岁钱", Transfers), -800_00)),
            3 => events.push((first(5), line("陈建国", "妈，生日快乐", Transfers), 2_000_00)),
            6 => events.push((first(1), line("陈晓雨", "儿童节快乐", Transfers), -200_00)),
            9 => {
                let fees = line("市第三中学", "晓雨住宿费", Home);
                events.push((first(2), fees, -600_00));
            }
            10 => events.push((first(8), line("陈建国", "重阳节", Cash), 1_000_00)),
            _ => {}
        }
        for (day, line, minor) in events {
            if day < life.town.today {
                life.elsewhere(current, day, line, minor);
            }
        }
        // An electric kettle that did not suit.
        if month.month() == 11 {
            life.returned(current, first(10), line("万家百货", "电水壶", Shopping), 189_00, 189_00);
        }
    }
}
