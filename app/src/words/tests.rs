use std::collections::BTreeSet;

use assistant::Intent;
use bank::{
    Calendar,
    accounts::Category,
    audit::Deed,
    conversations::{ErrandKind, HandOver},
    customers::CustomerStatus,
    experiments::{Journey, Measure},
    layouts::{Stage, StopReason},
    security::{Channel, SecurityEvent},
    staff::Role,
};
use experiments::layout::{Page, Size};
use jiff::civil::date;
use model::{
    Currency, ErrorCode, Language, Money, Timestamp,
    forms::{
        Audience, CloseReason, DayPart, DeviceClass, Goal, HistoryKind, PowerKind, ReasonKind, ReplyVariable, Tenure,
        TicketKind, Whereabouts,
    },
};

use super::{Catalogue, Words, in_fours};

fn all() -> Vec<Words> {
    Language::ALL.iter().map(|language| Words::of(*language)).collect()
}

fn some() -> [Words; 3] {
    [Language::En, Language::Zh, Language::Es].map(Words::of)
}

#[test]
fn all_languages_have_the_same_messages() {
    let keys = |language| Catalogue::of(language).keys().collect::<BTreeSet<&str>>();
    for language in Language::ALL {
        let (english, other) = (keys(Language::En), keys(*language));
        assert_eq!(english.symmetric_difference(&other).collect::<Vec<_>>(), Vec::<&&str>::new(), "{language:?}");
    }
}

#[test]
fn each_language_says_what_it_is_called() {
    let names: Vec<_> = all().iter().map(|words| (words.say("language-tag"), words.say("language-name"))).collect();
    assert_eq!(names, [("en-GB", "English"), ("zh-Hans", "中文"), ("es", "Español")]);
}

#[test]
fn every_code_has_its_words() {
    for words in all() {
        for code in ErrorCode::ALL {
            assert_ne!(words.error(*code), code.code(), "{words:?}");
        }
        for kind in HistoryKind::ALL {
            assert_ne!(words.kind(*kind), kind.code(), "{words:?}");
        }
        for variable in ReplyVariable::ALL {
            assert_ne!(words.reply_variable(*variable), variable.code(), "{words:?}");
        }
        for deed in Deed::ALL {
            assert_ne!(words.deed(*deed), deed.code(), "{words:?}");
        }
        for event in SecurityEvent::ALL {
            assert_ne!(words.security_event(*event), event.code(), "{words:?}");
        }
        for role in Role::ALL {
            assert_ne!(words.role(*role), role.code(), "{words:?}");
        }
        for reason in ReasonKind::ALL {
            assert_ne!(words.reason(*reason), reason.code(), "{words:?}");
        }
        for kind in PowerKind::ALL {
            assert_ne!(words.power_kind(*kind), kind.code(), "{words:?}");
        }
        for status in CustomerStatus::ALL {
            assert_ne!(words.customer_status(*status), status.code(), "{words:?}");
        }
        for channel in Channel::ALL {
            assert_ne!(words.channel(*channel), channel.code(), "{words:?}");
        }
        for part in DayPart::ALL {
            assert_ne!(words.day_part(*part), part.code(), "{words:?}");
        }
        for page in Whereabouts::ALL {
            assert_ne!(words.whereabouts(*page), page.code(), "{words:?}");
        }
        for kind in TicketKind::ALL {
            assert_ne!(words.ticket_kind(*kind), kind.code(), "{words:?}");
        }
    }
}

#[test]
fn every_code_of_layouts_and_conversations_has_its_words() {
    for words in all() {
        for page in Page::ALL {
            assert_ne!(words.arranged_page(page), page.word(), "{words:?}");
            for part in page.kinds() {
                assert_ne!(words.arranged_part(part), part, "{words:?}");
            }
        }
        for column in Size::ALL.iter().flat_map(|size| size.columns()) {
            assert_ne!(words.arranged_column(column), column, "{words:?}");
        }
        for stage in Stage::ALL {
            assert_ne!(words.stage(*stage), stage.code(), "{words:?}");
        }
        for reason in StopReason::ALL {
            assert_ne!(words.stop_reason(*reason), reason.code(), "{words:?}");
        }
        for audience in Audience::ALL {
            assert_ne!(words.audience(*audience), audience.code(), "{words:?}");
        }
        for device in DeviceClass::ALL {
            assert_ne!(words.device_class(*device), device.code(), "{words:?}");
        }
        for tenure in Tenure::ALL {
            assert_ne!(words.tenure(*tenure), tenure.code(), "{words:?}");
        }
        for goal in Goal::ALL {
            for journey in [Journey::Payment, Journey::Chat] {
                assert_ne!(words.goal(journey, *goal), goal.code(), "{words:?}");
            }
        }
        for measure in Measure::ALL {
            for journey in [Journey::Payment, Journey::Chat] {
                assert_ne!(words.measure(journey, *measure), measure.code(), "{words:?}");
                for is_more in [true, false] {
                    let said = words.differs(journey, *measure, is_more, ["1".to_owned(), "2".to_owned()]);
                    assert!(!said.starts_with("readout-") && said.contains('2'), "{words:?}: {said}");
                }
            }
        }
        for reason in CloseReason::ALL {
            assert_ne!(words.close_reason(*reason), reason.code(), "{words:?}");
        }
        for intent in Intent::ALL {
            assert_ne!(words.intent(*intent), intent.code(), "{words:?}");
        }
        for kind in ErrandKind::ALL {
            assert_ne!(words.errand(*kind), kind.code(), "{words:?}");
        }
        for why in HandOver::ALL {
            assert_ne!(words.hand_over(*why), why.code(), "{words:?}");
        }
        for category in Category::ALL {
            assert_ne!(words.category(*category), category.code(), "{words:?}");
        }
    }
}

#[test]
fn money_is_written_with_its_sign_its_groups_and_its_decimals() {
    let [en, zh, es] = some();
    assert_eq!(en.money(Money::new(123_450, Currency::Gbp)), "£1,234.50");
    assert_eq!(en.money(Money::new(-2_000, Currency::Gbp)), "\u{2212}£20.00");
    assert_eq!(en.money(Money::new(5, Currency::Eur)), "€0.05");
    assert_eq!(en.money(Money::new(1_234_567, Currency::Jpy)), "¥1,234,567");
    assert_eq!(en.money(Money::new(100_000_000, Currency::Cny)), "CN¥1,000,000.00");
    assert_eq!(zh.money(Money::new(123_450, Currency::Cny)), "¥1,234.50");
    assert_eq!(zh.money(Money::new(999, Currency::Jpy)), "JP¥999");
    assert_eq!(en.moved(Money::new(-2_000, Currency::Gbp)), "paid out £20.00");
    assert_eq!(zh.moved(Money::new(2_500, Currency::Gbp)), "收入 £25.00");
    assert_eq!(es.money(Money::new(123_450, Currency::Gbp)), "1234,50\u{a0}£");
    assert_eq!(es.money(Money::new(-1_234_567, Currency::Eur)), "\u{2212}12.345,67\u{a0}€");
    assert_eq!(es.moved(Money::new(-2_000, Currency::Gbp)), "salió 20,00\u{a0}£");
}

#[test]
fn numbers_to_read_aloud_are_grouped_by_four() {
    assert_eq!(in_fours(model::TransferId::new(1 << 40)), "0000 1000 0000 0");
    assert_eq!(in_fours("1234"), "1234");
    assert_eq!(in_fours(""), "");
}

#[test]
fn days_are_written_in_full() {
    let [en, zh, es] = some();
    let day = date(2026, 11, 22);
    assert_eq!(en.day(day), "Sunday 22 November 2026");
    assert_eq!(zh.day(day), "2026年11月22日 星期日");
    assert_eq!(es.day(day), "domingo, 22 de noviembre de 2026");
    assert_eq!(en.day_short(day), "22 November");
    assert_eq!(zh.day_short(day), "11月22日");
    assert_eq!((en.day_soon(day), zh.day_soon(day)), ("Sunday 22 November".to_owned(), "11月22日 星期日".to_owned()));
    assert_eq!(en.month_brief(day), "Nov 2026");
    assert_eq!(zh.month_brief(day), "2026年11月");
    assert_eq!(zh.month_short(day), "11月");
    assert_eq!(
        [en, zh, es].map(|words| words.date(day)),
        ["22 November 2026", "2026年11月22日", "22 de noviembre de 2026"]
    );
}

#[test]
fn things_are_listed_as_each_language_does() {
    let things = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(some().map(|words| words.list(&things)), ["a, b and c", "a、b和c", "a, b y c"]);
}

#[test]
fn counts_choose_their_plural() {
    let found = |words: Words, count: i64| {
        let values = [("count", count.into()), ("many", "many".into()), ("in", "a".into()), ("out", "b".into())];
        words.with("found", &values)
    };
    let [en, zh, es] = some();
    assert_eq!(found(en, 1), "One transaction: paid in a, paid out b.");
    assert_eq!(found(en, 2), "many transactions: paid in a, paid out b.");
    assert_eq!(found(zh, 1), "共 many 笔，收入合计 a，支出合计 b。");
    assert_eq!(found(es, 1), "Un movimiento: entraron a, salieron b.");
    assert_eq!(found(es, 1_000_000), "many de movimientos: entraron a, salieron b.");
}

#[test]
fn english_in_disguise_shows_what_is_ours() {
    let words = Words::pseudo();
    assert_eq!(words.say("today"), "[Tödáý øø]");
    assert!(words.with("money-out", &[("amount", "£1".into())]).starts_with("[páïd öüt"));
    assert_eq!(words.money(Money::new(100, Currency::Gbp)), "£1.00");
    assert_eq!(words.say("help-phone-link"), Words::of(Language::En).say("help-phone-link"));
}

#[test]
fn moments_are_told_in_the_banks_time_zone() {
    let [en, zh, es] = some();
    let calendar = Calendar::in_zone("Europe/London").expect("in every time zone database");
    // 2026-07-01T12:05:00Z, summer time in London.
    let moment = Timestamp::from_micros(1_782_907_500_000_000);
    assert_eq!(en.moment(moment, &calendar), "Wednesday 1 July 2026 at 13:05");
    assert_eq!(zh.moment(moment, &calendar), "2026年7月1日 星期三 13:05");
    assert_eq!(es.moment(moment, &calendar), "miércoles, 1 de julio de 2026 a las 13:05");
}
