//! Figures that a test counts on its way, for `make bench-access`.

/// Prints a figure that is good from `goal` down, as one line of JSON.
pub fn at_most(name: &str, value: usize, goal: usize) {
    print(name, value, &format!("<= {goal}"));
}

/// Prints a figure that says how another came about and has no goal of its own.
pub fn aside(name: &str, value: usize) {
    print(name, value, "none");
}

fn print(name: &str, value: usize, goal: &str) {
    let figure = serde_json::json!({ "name": name, "value": value, "unit": "count", "goal": goal });
    // Whoever runs the tests has begun a line of their own.
    println!("\n{figure}");
}
