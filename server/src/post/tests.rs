//! Mails against a mail server that says what it is told to.

use std::path::PathBuf;

use bank::{
    notices::post::{Carried, Due},
    ports::Post as _,
    security::{Channel, Facts, Notice, SecurityEvent, Sent},
};
use model::{CustomerId, Language, Timestamp};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

use super::*;

/// A mail server for one letter, which answers a recipient with `answer`; what it was told.
async fn server(answer: &'static str) -> (Way, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = tokio::spawn(async move { talk(listener.accept().await.unwrap().0, answer).await });
    (Way::read(&format!("smtp://localhost:{port}")).unwrap(), heard)
}

async fn talk(mut line: TcpStream, answer: &str) -> String {
    let (reader, mut writer) = line.split();
    let (mut reader, mut heard, mut body) = (BufReader::new(reader), String::new(), false);
    writer.write_all(b"220 mail\r\n").await.unwrap();
    loop {
        let mut said = String::new();
        if reader.read_line(&mut said).await.unwrap_or_default() == 0 {
            return heard;
        }
        heard += &said;
        let reply = match said.trim_end() {
            "." => {
                writer.write_all(b"250 taken\r\n").await.unwrap();
                return heard;
            }
            _ if body => continue,
            "DATA" => {
                body = true;
                "354 go on"
            }
            said if said.starts_with("RCPT") => answer,
            _ => "250 yes",
        };
        writer.write_all(format!("{reply}\r\n").as_bytes()).await.unwrap();
    }
}

fn carrier(way: Way) -> Carrier {
    let from: Mailbox = "Banyan <notices@bank.example>".parse().unwrap();
    let transport = match way {
        Way::Folder(folder) => Transport::Folder(AsyncFileTransport::new(folder)),
        Way::Server { line, .. } => Transport::Server(reached_by(&line, &from)),
    };
    Carrier {
        transport,
        from,
        gateway: Some("sms.example".to_owned()),
        calendar: Calendar::in_zone("Europe/London").unwrap(),
    }
}

fn due(channel: Channel, address: &str) -> Due {
    let at = Timestamp::from_micros(1_780_000_000_000_000);
    let notice = Notice {
        customer: CustomerId::new(1),
        channel,
        address: address.to_owned(),
        event: SecurityEvent::Frozen,
        facts: Facts::default(),
        at,
        due_at: at,
    };
    Due { id: 7, tries: 0, sent: Sent { notice, name: "Ann".to_owned(), language: Language::En } }
}

#[tokio::test]
async fn a_mail_reaches_a_mail_server_under_the_number_of_its_notice() {
    let (way, heard) = server("250 yes").await;
    assert_eq!(carrier(way).carry(&due(Channel::Email, "ann@example.org")).await, Carried::Taken);
    let heard = heard.await.unwrap();
    for part in [
        "EHLO bank.example",
        "RCPT TO:<ann@example.org>",
        "Message-ID: <notice-7@bank.example>",
        "Auto-Submitted: auto-generated",
        "Content-Language: en-GB",
        "everything of yours is frozen",
    ] {
        assert!(heard.contains(part), "{part} is not in {heard}");
    }
}

#[tokio::test]
async fn a_short_message_goes_to_the_gateway_without_what_a_telephone_cannot_show() {
    let (way, heard) = server("250 yes").await;
    assert_eq!(carrier(way).carry(&due(Channel::Sms, "+44 7700 900123")).await, Carried::Taken);
    let heard = heard.await.unwrap();
    assert!(heard.contains("RCPT TO:<447700900123@sms.example>") && !heard.contains("text/html"), "{heard}");
}

#[tokio::test]
async fn an_address_that_is_none_is_not_tried_again_and_everything_else_is() {
    for (answer, carried) in [
        ("550 5.1.1 no such user", Carried::Refused),
        ("553 5.1.3 not a mailbox", Carried::Refused),
        ("550 5.7.1 relaying denied", Carried::NotNow),
        ("550 blocked", Carried::NotNow),
        ("554 go away", Carried::NotNow),
        ("530 sign in first", Carried::NotNow),
        ("451 later", Carried::NotNow),
    ] {
        let (way, _heard) = server(answer).await;
        assert_eq!(carrier(way).carry(&due(Channel::Email, "ann@example.org")).await, carried, "{answer}");
    }
    let (way, _heard) = server("250 yes").await;
    assert_eq!(carrier(way).carry(&due(Channel::Email, "nobody")).await, Carried::Refused);
}

#[tokio::test]
async fn where_nobody_listens_it_is_tried_again() {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let way = Way::read(&format!("smtp://localhost:{port}")).unwrap();
    assert_eq!(carrier(way).carry(&due(Channel::Email, "ann@example.org")).await, Carried::NotNow);
}

#[tokio::test]
async fn in_a_folder_each_mail_is_a_file() {
    let folder = std::env::temp_dir().join(format!("banyan-mail-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let carried = carrier(Way::Folder(folder.clone())).carry(&due(Channel::Email, "ann@example.org")).await;
    let files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path()).collect();
    let text = std::fs::read_to_string(&files[0]).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!((carried, files.len()), (Carried::Taken, 1));
    assert!(text.contains("To: ann@example.org"), "{text}");
}

#[tokio::test]
async fn an_address_cannot_say_more_than_an_address() {
    for address in
        ["ann@example.org>\r\nRCPT TO:<eve@example.org", "ann@example.org\nBcc: eve@example.org", "ann@a, eve@b"]
    {
        let (way, _heard) = server("250 yes").await;
        assert_eq!(carrier(way).carry(&due(Channel::Email, address)).await, Carried::Refused, "{address}");
    }
}

#[test]
fn what_is_sent_in_the_clear_to_another_machine_is_known() {
    for (text, clear) in [
        ("smtps://a:b@mail.example", false),
        ("smtp://mail.example?tls=required", false),
        ("smtp://localhost:2525", false),
        ("smtp://127.0.0.1", false),
        ("smtp://mail.example", true),
        ("smtp://localhost.example", true),
        ("smtp://a@localhost@mail.example", true),
        ("smtp://mail.example?tls=opportunistic", true),
    ] {
        let Some(Way::Server { in_the_clear, .. }) = Way::read(text) else { panic!("{text}") };
        assert_eq!(in_the_clear, clear, "{text}");
    }
    for text in ["folder:", "http://mail.example", "mail.example", ""] {
        assert!(Way::read(text).is_none(), "{text}");
    }
    let shown = format!("{:?}", Way::read("smtps://a:secret@mail.example"));
    assert!(!shown.contains("secret"), "{shown}");
}
