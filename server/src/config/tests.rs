use super::{Config, SETTINGS, table};

fn load(pairs: &[(&str, &str)]) -> Result<Config, String> {
    let environment = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::load(None, environment).map_err(|mistakes| mistakes.to_string())
}

fn refusal(pairs: &[(&str, &str)]) -> String {
    load(pairs).expect_err("must be refused")
}

#[test]
fn the_defaults_start() {
    let config = load(&[]).expect("the defaults are right");
    assert_eq!(config.public_url.origin, "http://localhost:3000");
    assert!(config.public_url.local && !config.public_url.tls);
}

#[test]
fn every_setting_is_explained_in_the_table() {
    let table = table();
    for setting in SETTINGS {
        assert!(table.contains(&format!("`{}`", setting.name)), "{}", setting.name);
        assert!(setting.meaning().ends_with('.') && setting.meaning().len() > 20, "{}", setting.name);
    }
}

#[test]
fn the_readme_shows_the_table() {
    let readme = include_str!("../../../README.md");
    let shown = readme.split("<!-- settings -->").nth(1).and_then(|rest| rest.split("<!-- /settings -->").next());
    assert_eq!(shown.map(str::trim), Some(table().trim()), "put what `banyan settings` prints into the README");
}

#[test]
fn every_wrong_value_is_refused_with_the_fix() {
    let wrong = [
        ("BANYAN_ADDRESS", "3000", "127.0.0.1:3000"),
        ("BANYAN_PUBLIC_URL", "bank.example", "https://bank.example"),
        ("BANYAN_PUBLIC_URL", "https://bank.example/path", "without a path"),
        ("BANYAN_DATABASE", "mysql://x", "sqlite:FILE"),
        ("BANYAN_PRODUCTION", "yes", "true or false"),
        ("BANYAN_DEMO", "1", "true or false"),
        ("BANYAN_TIME_ZONE", "London", "Europe/London"),
        ("BANYAN_NODE", "1024", "0 to 1023"),
        ("BANYAN_SESSION_IDLE_S", "5m", "whole seconds"),
        ("BANYAN_CONNECTIONS", "0", "from 1 to 1000000"),
        ("BANYAN_CONNECTIONS", "1000001", "from 1 to 1000000"),
        ("BANYAN_CONNECTIONS_PER_ADDRESS", "0", "from 1 to"),
        ("BANYAN_SIGN_INS_PER_MINUTE", "10001", "from 1 to 10000"),
        ("BANYAN_BODY_LIMIT_BYTES", "1048577", "from 1 to 1048576"),
        ("BANYAN_READERS", "257", "from 1 to 256"),
        ("BANYAN_LEDGER_QUEUE", "65537", "from 1 to 65536"),
        ("BANYAN_WRITE_TIMEOUT_S", "0", "whole seconds"),
        ("BANYAN_BEHIND_PROXY", "maybe", "true or false"),
        ("BANYAN_VERIFY_AT_START", "later", "before, background or never"),
        ("BANYAN_METRICS_ADDRESS", "none", "or off"),
        ("BANYAN_LOG", "server=loud", "level"),
        ("BANYAN_LOG_FORMAT", "xml", "auto, pretty or json"),
        ("BANYAN_EXPERIMENTS", "/nowhere/experiments.json", "a file that can be read"),
        ("BANYAN_ASSISTANT_MODEL", "/nowhere/learnt", "a file that can be read"),
        ("BANYAN_ASSISTANT_MODEL", "Cargo.toml", "banyan assistant train"),
        ("BANYAN_EXPERIMENTS_KEY", "too short", "at least 32 characters"),
        ("BANYAN_SITE", "/nowhere/Leptos.toml", "Leptos.toml"),
    ];
    for (variable, value, fix) in wrong {
        let refusal = refusal(&[(variable, value)]);
        assert!(refusal.contains(variable) && refusal.contains(fix), "{variable}={value}: {refusal}");
    }
}

#[test]
fn a_secret_in_the_address_of_the_database_is_not_repeated() {
    assert!(!refusal(&[("BANYAN_DATABASE", "mysql://me:hunter2@host/bank")]).contains("hunter2"));
    assert!(!refusal(&[("BANYAN_DATABASE", "postgres://me:hunter2@host/bank")]).contains("hunter2"));
    let address = "postgres://me:hunter2@host/bank?sslmode=verify-full";
    let config = load(&[("BANYAN_DATABASE", address)]).expect("nobody can read along");
    let shown = format!("{config:?}");
    assert!(shown.contains("postgres:…") && !shown.contains("hunter2"), "{shown}");
    assert_eq!(config.database.expose(), address);
}

#[test]
fn nothing_is_tried_out_without_a_key_and_the_key_is_not_shown() {
    let file = std::env::temp_dir().join(format!("banyan-experiments-{}.json", std::process::id()));
    let path = file.display().to_string();
    let rule = |variation: &str| format!(r#"{{"rollout": {{"seed": "won", "variation": "{variation}"}}}}"#);
    let write = |rule: &str| std::fs::write(&file, format!(r#"{{"home": {{"rules": [{rule}]}}}}"#)).expect("a file");
    let key = "a key of forty characters that is no secret";
    write(&rule("dense"));
    assert!(refusal(&[("BANYAN_EXPERIMENTS", &path)]).contains("experiments needs experiments_key"));
    let config = load(&[("BANYAN_EXPERIMENTS", &path), ("BANYAN_EXPERIMENTS_KEY", key)]).expect("there is a key");
    assert!(!format!("{config:?}").contains(key));
    write(&rule("loud"));
    let refused = refusal(&[("BANYAN_EXPERIMENTS", &path), ("BANYAN_EXPERIMENTS_KEY", key)]);
    assert!(refused.contains("there is no `loud`") && !refused.contains(key), "{refused}");
    std::fs::remove_file(&file).expect("it is there");
}

#[test]
fn what_goes_to_another_machine_cannot_be_read_on_the_way() {
    let refused = |address: &str| load(&[("BANYAN_DATABASE", address)]).is_err();
    for local in ["localhost/bank", "127.0.0.1/bank", "[::1]/bank", "bank@localhost/bank?host=/run/postgresql"] {
        assert!(!refused(&format!("postgres://{local}")), "{local}");
    }
    for mode in ["", "?sslmode=disable", "?sslmode=allow", "?sslmode=prefer"] {
        let address = format!("postgres://bank@db.internal/bank{mode}");
        assert!(refused(&address), "{address}");
        assert!(refusal(&[("BANYAN_DATABASE", &address)]).contains("?sslmode=require"), "{address}");
    }
    for mode in ["require", "verify-ca", "verify-full"] {
        assert!(!refused(&format!("postgresql://bank@db.internal/bank?sslmode={mode}")), "{mode}");
    }
}

#[test]
fn production_says_where_visitors_addresses_are_found() {
    let with = |proxy: &[(&str, &str)]| {
        let real = [("BANYAN_PRODUCTION", "true"), ("BANYAN_PUBLIC_URL", "https://bank.example")];
        load(&[&real[..], proxy].concat())
    };
    assert!(with(&[]).expect_err("it must be said").contains("behind_proxy = true"));
    for said in [true, false] {
        let config = with(&[("BANYAN_BEHIND_PROXY", &said.to_string())]).expect("it is said");
        assert_eq!(config.is_behind_proxy(), said);
    }
    assert!(!load(&[]).expect("right").is_behind_proxy());
}

#[test]
fn weak_settings_are_refused_with_the_fix() {
    let weak: [(&[(&str, &str)], &str); 13] = [
        (&[("BANYAN_PUBLIC_URL", "http://bank.example")], "https://"),
        (&[("BANYAN_ADDRESS", "0.0.0.0:3000")], "127.0.0.1"),
        (&[("BANYAN_PRODUCTION", "true")], "https://"),
        (
            &[("BANYAN_PRODUCTION", "true"), ("BANYAN_DEMO", "true"), ("BANYAN_PUBLIC_URL", "https://bank.example")],
            "demo = false",
        ),
        (
            &[("BANYAN_PRODUCTION", "true"), ("BANYAN_DESIGN", "true"), ("BANYAN_PUBLIC_URL", "https://bank.example")],
            "design = false",
        ),
        (&[("BANYAN_DESIGN_FOLDER", "layouts")], "leave design_folder out"),
        (
            &[
                ("BANYAN_DESIGN_FOLDER", "layouts"),
                ("BANYAN_DEMO", "true"),
                ("BANYAN_ADDRESS", "0.0.0.0:3000"),
                ("BANYAN_PUBLIC_URL", "https://bank.example"),
            ],
            "listen on 127.0.0.1",
        ),
        (
            &[
                ("BANYAN_DESIGN_FOLDER", "layouts"),
                ("BANYAN_DEMO", "true"),
                ("BANYAN_PUBLIC_URL", "https://demo.example"),
            ],
            "listen on 127.0.0.1",
        ),
        (&[("BANYAN_SESSION_IDLE_S", "3600")], "at most 900"),
        (&[("BANYAN_SESSION_ABSOLUTE_S", "80000")], "at most 43200"),
        (&[("BANYAN_METRICS_ADDRESS", "127.0.0.1:3000")], "another port"),
        (&[("BANYAN_CONNECTIONS", "100")], "connections_per_address"),
        (
            &[
                ("BANYAN_PRODUCTION", "true"),
                ("BANYAN_PUBLIC_URL", "https://bank.example"),
                ("BANYAN_METRICS_ADDRESS", "0.0.0.0:9464"),
            ],
            "127.0.0.1",
        ),
    ];
    for (pairs, fix) in weak {
        let refusal = refusal(pairs);
        assert!(refusal.contains(fix), "{pairs:?}: {refusal}");
    }
}

#[test]
fn behind_tls_any_address_will_do() {
    let pairs = [("BANYAN_PUBLIC_URL", "https://bank.example:443/"), ("BANYAN_ADDRESS", "0.0.0.0:3000")];
    let config = load(&pairs).expect("a proxy speaks TLS");
    assert_eq!(config.public_url.origin, "https://bank.example");
}

#[test]
fn a_file_is_read_and_the_environment_has_the_last_word() {
    let path = std::env::temp_dir().join(format!("banyan-settings-{}.toml", std::process::id()));
    std::fs::write(&path, "node = 7\ndemo = true\nlog = \"warn\"\n").expect("a temporary file");
    let config = Config::load(Some(&path), [("BANYAN_NODE".to_owned(), "9".to_owned())]).expect("right");
    assert!(config.node == 9 && config.demo && config.log == "warn");
    std::fs::write(&path, "adress = \"127.0.0.1:1\"\n").expect("a temporary file");
    let refusal = Config::load(Some(&path), []).expect_err("misspelt").to_string();
    assert!(refusal.contains("did you mean `address`?"), "{refusal}");
    std::fs::remove_file(&path).expect("it was there");
}

#[test]
fn other_banks_are_on_this_machine_and_not_real() {
    assert_eq!(load(&[]).expect("right").other_banks, None);
    let config = load(&[("BANYAN_OTHER_BANKS", "127.0.0.1:3100")]).expect("right");
    assert_eq!(config.other_banks, "127.0.0.1:3100".parse().ok());
    for elsewhere in ["192.0.2.1:3100", "localhost:3100", "3100"] {
        assert!(refusal(&[("BANYAN_OTHER_BANKS", elsewhere)]).contains("an address of this machine"), "{elsewhere}");
    }
    let real = [
        ("BANYAN_OTHER_BANKS", "127.0.0.1:3100"),
        ("BANYAN_PRODUCTION", "true"),
        ("BANYAN_PUBLIC_URL", "https://bank.example"),
        ("BANYAN_BEHIND_PROXY", "true"),
    ];
    assert!(refusal(&real).contains("goes nowhere"));
}
