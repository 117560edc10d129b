//! 李志强，种粮也种菜：收成的时候进账，播种的时候花钱。

use bank::accounts::Category::{
    Business, Cash, Communication, EatingOut, Groceries, Health, Home, Income, Shopping, Transport,
};
use jiff::{
    ToSpan,
    civil::Weekday::{Saturday, Wednesday},
};
use model::{
    Currency,
    forms::{Every, HistoryKind},
};

use super::{CURRENT, DEBIT, life, open};
use crate::{
    habits::{Habit, On, Price},
    life::{CHINESE, Life, Standing, line},
    town::{Plan, Slot, Town},
};

pub(super) fn live(town: &mut Town) -> Slot {
    let current =
        Plan { name: "农家账户", currency: Currency::Cny, payment_limit: 30_000_00, reserve: 4_000_00, ..CURRENT };
    let current = open(town, &["li"], 6_902_433, &current);
    let mut life = life(town, "li");
    life.opening(current, 46_460_80, &CHINESE);
    harvest(&mut life, current);
    fields(&mut life, current);
    let debits = [
        (6, Standing { party: "河湾供电所", reference: "户号90217735", minor: -142_00, vary: 36, ..DEBIT }),
        (
            11,
            Standing {
                party: "云雀通信", reference: "手机和宽带", category: Communication, minor: -69_00, ..DEBIT
            },
        ),
        (
            21,
            Standing {
                party: "河湾水务", reference: "灌溉用水", category: Business, minor: -96_00, vary: 45, ..DEBIT
            },
        ),
    ];
    let school = Standing { party: "县第一中学", reference: "小梅的食宿费", minor: -1_200_00, ..DEBIT };
    life.every_month(current, 2, &school);
    for (day, debit) in debits {
        life.every_month(current, day, &debit);
    }
    life.habits(current, &HABITS);
    let places = ["河湾镇网点"];
    life.cash_now_and_then(current, On::Any(5), &places, &[300_00, 500_00, 500_00, 1_000_00], &CHINESE);
    life.pending(current, "河湾加油站", 320_00, 3);
    // More than he has at any time of the year: he will have to ask.
    let due = life.town.today.saturating_add(9.days());
    life.town.expect(current, "河湾农机站", -128_000_00, HistoryKind::DirectDebit, due, Every::Once);
    current
}

/// Wheat in June, maize in October, vegetables twice a week while there are any.
fn harvest(life: &mut Life, current: Slot) {
    for month in life.town.months() {
        let on = |n: i64| month.saturating_add(n.days());
        let mut income = vec![];
        match month.month() {
            6 => {
                income
                    .extend([(17, "河湾粮食收购站", "小麦", 21_480_00), (24, "河湾粮食收购站", "小麦尾款", 6_320_00)]);
            }
            10 => {
                income
                    .extend([(12, "河湾粮食收购站", "玉米", 24_960_00), (22, "河湾粮食收购站", "玉米尾款", 7_840_00)]);
            }
            4 => income.push((19, "县农业农村局", "种粮补贴", 2_436_00)),
            12 => income.push((20, "河湾农业合作社", "年终分红", 6_800_00)),
            _ => {}
        }
        for (day, party, reference, minor) in income {
            if on(day) < life.town.today {
                let minor = life.dice.around(minor, 9);
                let at = life.at(on(day), (9, 17));
                life.received(current, at, line(party, reference, Income), minor);
            }
        }
    }
    for day in life.town.days() {
        let market = matches!(day.weekday(), Wednesday | Saturday);
        if market && (4..=11).contains(&day.month()) && life.dice.chance(74) {
            let crop = *life.dice.pick(&["黄瓜", "番茄", "豆角", "辣椒", "茄子"]);
            let minor = life.dice.between(160_00, 820_00);
            let at = life.at(day, (6, 10));
            life.received(current, at, line("河湾农产品批发市场", crop, Income), minor);
        }
    }
}

fn fields(life: &mut Life, current: Slot) {
    let costs: [(i8, i64, &str, &str, i64); 12] = [
        (2, 20, "丰收种子店", "蔬菜种子", 860_00),
        (3, 4, "河湾农业合作社", "复合肥", 4_380_00),
        (3, 13, "丰收种子店", "春玉米种", 2_140_00),
        (4, 8, "河湾农机站", "机耕", 1_960_00),
        (5, 16, "河湾农业合作社", "农药", 740_00),
        (6, 13, "河湾农机站", "联合收割", 3_120_00),
        (7, 7, "河湾农业合作社", "尿素", 2_680_00),
        (9, 1, "省农业大学", "小梅学费和住宿费", 5_800_00),
        (9, 24, "丰收种子店", "冬小麦种", 1_980_00),
        (10, 9, "河湾农机站", "玉米收割", 3_460_00),
        (11, 12, "河湾村委会", "土地流转费", 14_800_00),
        (11, 18, "县医疗保障局", "城乡居民医保三人", 1_200_00),
    ];
    for month in life.town.months() {
        for (_, day, party, reference, minor) in costs.iter().filter(|cost| cost.0 == month.month()) {
            let day = month.saturating_add(day.days());
            if day < life.town.today {
                let minor = life.dice.around(*minor, 8);
                let category = if party.contains("大学") || party.contains("医疗") { Home } else { Business };
                life.elsewhere_must(current, day, line(party, reference, category), -minor);
            }
        }
        // A bag too many goes back to the co-operative.
        if month.month() == 3 {
            let day = month.saturating_add(6.days());
            life.returned(current, day, line("河湾农业合作社", "薄膜两卷", Business), 360_00, 180_00);
        }
        if month.month() == 1 {
            let day = month.saturating_add(21.days());
            if day < life.town.today {
                life.elsewhere(current, day, line("李小军", "过年给爸妈的", Cash), 3_000_00);
            }
        }
    }
}

const HABITS: [Habit; 6] = [
    Habit {
        shops: &["村口小卖部", "河湾供销社"],
        category: Groceries,
        on: On::Any(30),
        price: Price::Basket(8_00, 96_00),
        hours: (7, 19),
    },
    Habit {
        shops: &["河湾加油站"],
        category: Transport,
        on: On::Any(9),
        price: Price::Basket(150_00, 420_00),
        hours: (6, 18),
    },
    Habit {
        shops: &["河湾五金店", "老张农机修理"],
        category: Business,
        on: On::Any(6),
        price: Price::Basket(18_00, 380_00),
        hours: (8, 17),
    },
    Habit {
        shops: &["镇上羊汤馆", "赶集小吃"],
        category: EatingOut,
        on: On::Weekends(24),
        price: Price::Menu(&[18_00, 26_00, 35_00]),
        hours: (7, 13),
    },
    Habit {
        shops: &["河湾镇卫生院"],
        category: Health,
        on: On::Any(2),
        price: Price::Basket(32_00, 268_00),
        hours: (8, 16),
    },
    Habit {
        shops: &["县城百货大楼"],
        category: Shopping,
        on: On::Weekends(9),
        price: Price::Tag(39_00, 460_00),
        hours: (10, 16),
    },
];
