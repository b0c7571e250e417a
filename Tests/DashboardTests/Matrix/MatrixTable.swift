import Drawing
import FleetModel
import TestSupport

@testable import Dashboard

/// Every screen that is recorded, in the order of docs/screens.md. A new view, tab or overlay is one more element.
enum MatrixTable {
    /// From one that shows everything down to a single cell.
    static let sizes = [(200, 60), (120, 40), (80, 24), (60, 15), (40, 10), (20, 5), (1, 1)]
        .map { Size(width: $0.0, height: $0.1) }

    static let screens = [
        MatrixScreen(
            "all", "All",
            "The view `2`: every server, the worst first. One line above the list says what failing servers share.",
            shownAt: [Size(width: 80, height: 24), Size(width: 120, height: 40)]
        ) { _ in },
        MatrixScreen(
            "problems", "Problems",
            "The view `1`: what somebody should look at, and nothing else, folded under what explains it."
        ) {
            try $0.press("1")
        },
        MatrixScreen(
            "unfolded", "Problems, unfolded", "Enter, or `+` and `-`, shows and hides the servers of a heading."
        ) {
            try $0.press("1", "j", "j", "Enter")
        },
        MatrixScreen(
            "certificates", "Certificates",
            "The view `3`: one line for each certificate, the one that ends first on top, and how many end in which week."
        ) {
            try $0.press("3")
        },
        MatrixScreen("gateways", "Gateways", "The view `4`: each RD Gateway, and how the servers behind it fare.") {
            try $0.press("4")
        },
        MatrixScreen("events", "Events", "The view `5`: what has happened since the start, folded by cause.") {
            try $0.press("5")
        },
        MatrixScreen(
            "events-below", "The newest events below the list",
            "`L` shows and hides them, Tab goes there, and Enter from an event to its server."
        ) {
            $0.state.showsEvents = true
            try $0.press("Tab", "j")
        },
        MatrixScreen("sites", "Sites", "The view `6`: at how many servers of each site which layer fails.") {
            try $0.press("6")
        },
        MatrixScreen("grouped", "Grouped by site", "`t` groups the lines of a view, here by site.") {
            try $0.press("t", "s")
        },
        MatrixScreen(
            "detail", "A server: Overview",
            "Enter opens the server under the cursor: what is wrong, how sure that is, and what to do first.",
            shownAt: [Size(width: 80, height: 24), Size(width: 120, height: 40)]
        ) {
            try $0.open("rdsh-nyc-003.corp.example", tab: 0)
        },
        MatrixScreen("layers", "A server: Layers", "Tab goes on: when each layer began, and how long it took.") {
            try $0.open("rdsh-fra-014.corp.example", tab: 1)
        },
        MatrixScreen("certificate", "A server: Certificate", "How long it lasts, what is checked, who else has it.") {
            try $0.open("rdsh-fra-014.corp.example", tab: 2)
        },
        MatrixScreen(
            "negotiation", "A server: Negotiation", "What was offered and chosen, and what the server says of itself."
        ) {
            try $0.open("rdsh-fra-014.corp.example", tab: 3)
        },
        MatrixScreen("history", "A server: History", "What was seen of it since the program was started.") {
            try $0.open("rdsh-nyc-003.corp.example", tab: 4)
        },
        MatrixScreen("remedy", "A server: Remedy", "All steps, the harmless ones first; `y` and a number copies one.") {
            try $0.open("rdsh-nyc-003.corp.example", tab: 5)
        },
        MatrixScreen(
            "compare", "Two servers compared", "`=` shows in what a server differs from a healthy one like it."
        ) {
            try $0.select("rdsh-nyc-003.corp.example")
            try $0.press("=")
        },
        MatrixScreen(
            "frozen", "The screen stands still", "`p` freezes it; probing goes on, and the counts say what is now."
        ) {
            try $0.press("p")
            _ = $0.state.apply(.tick(SampleFleet.now + .seconds(42)))
            _ = $0.state.apply(.statuses(WatchedFleet.recovered("rdsh-fra-002.corp.example")))
        },
        MatrixScreen(
            "attended", "Acknowledged, muted and marked",
            "`a` says that somebody takes care, `m` that nobody wants to hear of it, the space bar marks."
        ) {
            try $0.press("/")
            $0.type("nyc")
            try $0.press("Enter", "a")
            $0.type("TLS stack is being looked at")
            try $0.press("Enter", "j", "j", "m", "2", "Enter", "g", "j", "j", "Space")
        },
        MatrixScreen(
            "muting", "Muting until a time", "`m` and `6`: by the clock of this machine, where the board goes by UTC."
        ) {
            try $0.press("j", "m", "6")
        },
        MatrixScreen("stopped", "Probing is stopped", "`P` asks first; the title says so for as long as it lasts.") {
            try $0.press("P", "y")
        },
        MatrixScreen("question", "A question", "Nothing that reaches many servers happens without a yes.") {
            try $0.press("P")
        },
        MatrixScreen("sort", "Sorting", "`s` and a letter; `I` turns the order round.") {
            try $0.press("s")
        },
        MatrixScreen("columns", "Columns", "`C` chooses what the list shows.") {
            try $0.press("C")
        },
        MatrixScreen("explain", "Why", "`x` says in words what the state and every letter of the row mean.") {
            try $0.select("rdsh-fra-002.corp.example")
            try $0.press("x")
        },
        MatrixScreen(
            "code", "A user's error code",
            "`:` and what the user sees: what the code means, what it does not, and which servers would show it now."
        ) {
            try $0.press(":")
            $0.type("0x904 0x7")
            try $0.press("Enter")
        },
        MatrixScreen("help", "Help", "`?` lists all keys, the filter's words, and what every sign means.") {
            try $0.press("?")
        },
        MatrixScreen(
            "filter", "Typing a filter",
            "`/` hides servers as it is typed. Below the prompt stands in words what the filter asks for."
        ) {
            try $0.press("/")
            $0.type("nyc !is:ok cert<14d | rtt>200")
        },
        MatrixScreen("filter-mistake", "A mistake in a filter", "It is underlined and explained; the rest is in force.")
        {
            try $0.press("/")
            $0.type("nyc layer:ssl")
        },
        MatrixScreen("filter-hides-all", "A filter that hides everything", "No list is ever empty without a reason.") {
            try $0.press("/")
            $0.type("nowhere")
            try $0.press("Enter")
        },
        MatrixScreen("command", "The command line", "`:` takes commands and the error codes that users see.") {
            try $0.press(":")
        },
        MatrixScreen("write", "Writing a report", "`w` writes what the screen shows to a file.") {
            try $0.press("w")
        },
        MatrixScreen("stats", "What the program costs", "`:stats`: its own processor time, memory, probes and bytes.") {
            if let action = ActionTable.action("stats") { _ = $0.state.perform(action) }
            _ = $0.state.apply(.cost(StatsTests.cost))
        },
        MatrixScreen(
            "not-probed", "Before the first answer", "The list stands before anything is known.",
            of: WatchedFleet.waiting
        ) { _ in },
        MatrixScreen(
            "healthy", "A healthy fleet", "Dots, and no sentence that asks for anything.",
            of: WatchedFleet.healthy
        ) { _ in },
        MatrixScreen(
            "our-side", "A fault on our side", "Nothing that fails is blamed on a server then.", of: WatchedFleet.cutOff
        ) { _ in },
    ]
}
