//! A private PostgreSQL for one run of the tests: in a folder of its own, on a socket, gone afterwards.

use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::OnceLock,
};

/// Makes the cluster, says where it is, and waits. When the tests end, in whatever way, the pipe to its standard input
/// closes: then it stops the server and removes the folder.
const SCRIPT: &str = r#"
set -e
dir=$(mktemp -d /tmp/banyan-test-XXXXXX)
server=
finish() {
    [ -z "$server" ] || { kill -INT "$server" && wait "$server" || true; }
    rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM
"$1/initdb" -D "$dir/data" -U bank -A trust -E UTF8 --locale=C --no-sync >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
"$1/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off -c max_connections=300 >>"$dir/log" 2>&1 </dev/null &
server=$!
tries=0
until "$1/pg_isready" -q -h "$dir"; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { cat "$dir/log"; exit 1; }
    sleep 0.1
done
echo "$dir"
read -r _ || true
"#;

/// Where the running cluster's socket is.
pub fn socket() -> &'static str {
    static CLUSTER: OnceLock<(String, Child)> = OnceLock::new();
    &CLUSTER.get_or_init(start).0
}

fn start() -> (String, Child) {
    let programs = programs();
    let mut command = if is_root() {
        // PostgreSQL refuses to run as root.
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    command.args(["-c", SCRIPT, "cluster"]).arg(programs).current_dir("/");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("sh starts");
    let mut said = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut said).expect("the cluster says where it is");
    let socket = said.trim().to_owned();
    assert!(socket.starts_with('/'), "PostgreSQL did not start: {said}");
    (socket, child)
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}

/// The folder of PostgreSQL's programs: Debian keeps them out of PATH.
fn programs() -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    if let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") {
        folders.extend(versions.flatten().map(|version| version.path().join("bin")));
    }
    let found = folders
        .into_iter()
        .find(|folder| ["initdb", "postgres", "pg_isready"].iter().all(|program| folder.join(program).exists()));
    found.expect("PostgreSQL is installed (Debian: apt-get install postgresql)")
}
