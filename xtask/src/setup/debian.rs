//! Packages of the system: found by the files they bring, so that any distribution will do, and
//! installed with apt where that is possible.

use std::io::IsTerminal;
use std::path::Path;

use crate::house::House;
use crate::shell::{Shell, persist, say};
use crate::{Failure, Outcome};

/// A package and how to see that its content is there, whoever put it there.
pub struct Package {
    name: &'static str,
    found: fn(&House) -> bool,
}

/// What compiling needs.
pub const BUILDING: &[Package] = &[
    Package { name: "gcc", found: |house| house.program("cc").is_some() },
    Package { name: "libc6-dev", found: |_| header_found() },
    Package { name: "make", found: |house| house.program("make").is_some() },
    Package { name: "pkg-config", found: |house| house.program("pkg-config").is_some() },
    Package { name: "ca-certificates", found: |_| certificates_found() },
];

/// What the bank needs to set statements as PDF: small fonts, because they are read whole.
pub const SETTING: &[Package] = &[
    Package { name: "fonts-dejavu-core", found: |_| font_found("DejaVuSans.ttf") },
    Package { name: "fonts-droid-fallback", found: |_| font_found("DroidSansFallbackFull.ttf") },
];

/// What the browser tests and the tests on the second database need.
pub const TESTING: &[Package] = &[
    Package { name: "chromium", found: |house| house.program("chromium").is_some() },
    Package { name: "chromium-headless-shell", found: |house| house.program("chromium-headless-shell").is_some() },
    Package { name: "fonts-noto-cjk", found: |_| cjk_font_found() },
    Package { name: "poppler-utils", found: |house| house.program("pdftotext").is_some() },
    Package { name: "postgresql", found: postgres_found },
    Package { name: "slowhttptest", found: |house| house.program("slowhttptest").is_some() },
    Package { name: "nginx-light", found: |house| house.program("nginx").is_some() },
    Package { name: "openssl", found: |house| house.program("openssl").is_some() },
];

/// What the scanner runs on, besides.
pub const ATTACKING: &[Package] = &[Package { name: "python3-venv", found: |house| makes_environments(house) }];

fn makes_environments(house: &House) -> bool {
    house.program("python3").is_some() && house.shell("python3").args(["-c", "import ensurepip"]).read().is_ok()
}

fn header_found() -> bool {
    Path::new("/usr/include/stdlib.h").exists()
}

fn certificates_found() -> bool {
    ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"]
        .iter()
        .any(|path| Path::new(path).exists())
}

/// Whether there is a font file of this name, in a folder for its kind or its family.
fn font_found(name: &str) -> bool {
    ["/usr/share/fonts/truetype", "/usr/share/fonts"]
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .flatten()
        .any(|folder| folder.path().join(name).exists())
}

fn cjk_font_found() -> bool {
    ["/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/share/fonts/google-noto-cjk"]
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .flatten()
        .any(|file| file.file_name().to_string_lossy().contains("CJK"))
}

fn postgres_found(house: &House) -> bool {
    house.program("initdb").is_some()
        || std::fs::read_dir("/usr/lib/postgresql")
            .into_iter()
            .flatten()
            .flatten()
            .any(|version| version.path().join("bin/initdb").exists())
}

/// Names of the packages whose content is not on this machine.
pub fn missing(house: &House, packages: &[Package]) -> Vec<&'static str> {
    packages.iter().filter(|package| !(package.found)(house)).map(|package| package.name).collect()
}

/// Installs what is missing of `packages`.
pub fn install(house: &House, packages: &[Package]) -> Outcome {
    apt_install(house, &missing(house, packages))
}

/// Installs packages by name, or says which command a person with the rights would type.
pub fn apt_install(house: &House, names: &[&str]) -> Outcome {
    if house.program("apt-get").is_none() {
        return Err(format!(
            "This machine has no apt-get. Install what Debian calls {} with its own package manager.",
            names.join(", ")
        )
        .into());
    }
    say(&format!("      apt-get install {}", names.join(" ")));
    persist("Reading the lists of packages", || as_root(house, "apt-get")?.words("-q update").run())?;
    persist("Installing packages", || {
        as_root(house, "apt-get")?
            .words("-q -y --no-install-recommends install")
            .args(names)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()
    })
    .map_err(|Failure(sentence)| {
        format!("{sentence}\nBy hand: sudo apt-get install --no-install-recommends {}", names.join(" ")).into()
    })
}

/// A command with the rights of root: as we are, or through sudo.
pub fn as_root(house: &House, program: &str) -> Outcome<Shell> {
    if house.shell("id").arg("-u").read()?.trim() == "0" {
        return Ok(house.shell(program));
    }
    let sudo_asks_nothing = house.program("sudo").is_some() && house.shell("sudo").words("-n true").read().is_ok();
    if sudo_asks_nothing || (house.program("sudo").is_some() && std::io::stdin().is_terminal()) {
        return Ok(house.shell("sudo").arg(program));
    }
    Err(format!("`{program}` needs the rights of root, and sudo is not at hand without a password.").into())
}
