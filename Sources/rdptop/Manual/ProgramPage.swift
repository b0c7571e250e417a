import Dashboard
import FleetModel
import Reports

extension ManualPage {
    /// rdptop(1).
    static func program(_ command: CommandTree.Command) -> ManualPage {
        let commands = (command.subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" }
        return ManualPage(
            name: "rdptop", section: 1, about: "see which Remote Desktop servers fail, and why",
            blocks: [.section("SYNOPSIS")] + synopsis(commands)
                + [.section("DESCRIPTION")] + description
                + [.section("COMMANDS"), .paragraph(everywhere)] + commands.flatMap(ManualBlock.blocks)
                + [.section("THE BOARD")] + row
                + [.section("KEYS")] + ManualBlock.keys(KeyList(.standard))
                + [.section("FILTERS")] + filters
                + [.section("EXIT STATUS")] + exitStatus
                + [.section("FILES")] + files
                + [.section("ENVIRONMENT")] + environment
                + [.section("EXAMPLES")] + examples
                + [.section("SEE ALSO"), .paragraph("`rdptop-hosts`(5), `rdptop-config`(5)")])
    }

    private static func synopsis(_ commands: [CommandTree.Command]) -> [ManualBlock] {
        [
            .paragraph(
                ManualText([
                    .literal("rdptop"), .plain(" ["), .placeholder("options"), .plain("] ["),
                    .placeholder("fleet|target"), .plain("...]"),
                ]))
        ] + commands.map { .paragraph(ManualBlock.synopsis(of: $0)) }
    }

    private static let everywhere: ManualText =
        "Each command explains itself with `--help` or `-h`, and tells the version with `--version`."

    private static let description: [ManualBlock] = [
        .paragraph(
            """
            `rdptop` takes each server up the ladder that a Remote Desktop client climbs: name, ping, TCP, X.224, TLS, \
            certificate, NLA, UDP, and the RD Gateway in front of it. It shows a whole fleet on one screen, counts \
            certificates down, and says in words what broke, why that may be, and what to do.
            """),
        .paragraph(
            """
            Each verdict says how sure it is. What is `certain` was seen on the wire; `likely` is a documented cause that \
            matches what was seen; `possible` is one of several. What nobody tested is not claimed.
            """),
        .paragraph(
            """
            A `target` is a name or an address with a port if need be: `ts07`, `ts07:3390`, `[2001:db8::7]:3389`. A \
            `fleet` is a file: one that ends in .yaml or .yml is a fleet file, rdptop-hosts(5); any other has one server a \
            line. With neither, ./hosts.yaml is read, or hosts.yaml in the folder of the configuration.
            """),
        .paragraph(
            """
            Nobody is ever logged on: no user name, no password and no Authorization header is sent, and there is no \
            option for one. `rdptop plan` prints what is sent, to whom, and how often.
            """),
    ]

    // MARK: The board

    private static let row: [ManualBlock] =
        [
            .paragraph(
                """
                Each server is a row. Its cells are the ladder from left to right; the first letter is where it broke. A \
                dot is fine, `!` is a warning, `:` was not reached since an earlier cell failed, `-` does not apply, `?` is \
                not known.
                """), .subsection("Layers"),
        ] + Layer.allCases.map { .item(ManualText([.literal(String($0.letter))]), ManualText(plain: $0.title)) }
        + [.subsection("Why a cell failed")]
        + ReasonLetter.allCases.map { .item(ManualText([.literal($0.rawValue)]), ManualText(plain: $0.meaning)) }
        + [.subsection("States")]
        + states.map { .item(ManualText([.literal($0)]), ManualText(plain: $1)) }

    private static let states = [
        ("DOWN", "A layer without which nobody gets in failed twice, or the certificate has ended or not begun."),
        ("DOWN?", "It failed once, and is about to be checked again. Counted as unknown."),
        ("WARN", "Something else failed or is not as it should be, or one of two paths to the server fails."),
        ("?", "Not probed yet, or the fault is on this side."),
        ("ok", "Nothing of that."),
    ]

    private static let filters: [ManualBlock] =
        [
            .paragraph(
                """
                On the board `/` asks for a filter, `rdptop check` takes one with `--only`. Words that stand side by side \
                must all fit.
                """)
        ] + FilterForm.all.map { .item(ManualText([.literal($0.sign)]), ManualText(plain: $0.meaning)) }

    // MARK: Around it

    private static let exitStatus: [ManualBlock] = [
        .paragraph("Of `check` and `trace`, the worst that was found; of all commands, from 64 on:"),
        .item("0", "All is well."),
        .item("1", "There are warnings, and nothing worse."),
        .item("2", "A server is down."),
        .item("3", "Of some server nothing certain can be said, and none is down; or `--only` leaves no server."),
        .item("64", "Wrong arguments."),
        .item("73", "A file, or standard output, could not be written."),
        .item("78", "A fleet file or the configuration is wrong or missing."),
        .item("129, 130, 143", "Ended by a signal: 128 and its number."),
    ]

    private static let files: [ManualBlock] = [
        .item("`./hosts.yaml`", "The fleet file that is read when none is named. See rdptop-hosts(5)."),
        .item("`$XDG_CONFIG_HOME/rdptop/hosts.yaml`", "The one that is read when that is not there."),
        .item(
            "`$XDG_CONFIG_HOME/rdptop/config.yaml`",
            "Keys, colours, views and commands of your own, and who is told when something breaks. See rdptop-config(5)."
        ),
        .item(
            "`$XDG_STATE_HOME/rdptop/screen-*.json`",
            "How the board of each fleet file was arranged last. `--fresh` begins without it."),
        .item("`$XDG_CONFIG_HOME`", "Is ~/.config where the variable is not set."),
        .item("`$XDG_STATE_HOME`", "Is ~/.local/state where the variable is not set."),
    ]

    private static let environment: [ManualBlock] = [
        .item("`XDG_CONFIG_HOME`, `XDG_STATE_HOME`, `HOME`", "Where the files above are."),
        .item("`NO_COLOR`", "When it is set, no colours are used unless `--color always` asks for them."),
        .item(
            "`TERM`",
            "What the terminal can do. With `TERM=dumb` changes are told in sentences, as with `--plain`."),
        .item("`LC_ALL`, `LC_CTYPE`, `LANG`", "Whether the terminal shows more than ASCII."),
        .item(
            "`PATH`",
            "Where programs for the clipboard are looked for (wl-copy, xclip and others), and commands of your own."
        ),
    ]

    private static let examples: [ManualBlock] = [
        .item("`rdptop demo`", "The board on a simulated fleet on this machine, with an outage after half a minute."),
        .item("`rdptop fleet.yaml`", "The board on your own servers."),
        .item("`rdptop check --only 'site:fra is:problem' fleet.yaml`", "What is wrong in Frankfurt, as a report."),
        .item("`rdptop check --depth cycle ts07:3390`", "One connection and a status, for cron and monitoring."),
        .item("`rdptop trace -v ts07`", "Every step and every byte, and what it means."),
        .item("`rdptop explain 0x904 0x7`", "What the two numbers in a user's message mean, and what they do not."),
        .item("`rdptop validate fleet.yaml`", "Every mistake in a fleet file, with line and column."),
    ]
}
