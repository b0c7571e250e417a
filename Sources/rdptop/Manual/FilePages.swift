import Inventory

extension ManualPage {
    /// rdptop-hosts(5).
    static let fleetFile = ManualPage(
        name: "rdptop-hosts", section: 5, about: "which servers rdptop probes, and what to expect",
        blocks: [
            .section("DESCRIPTION"),
            .paragraph(
                """
                A fleet file lists Remote Desktop servers and the RD Gateways in front of them, in YAML. `rdptop` reads \
                ./hosts.yaml, or hosts.yaml in the folder of its configuration, or the file that is named to it. It never \
                writes the file.
                """),
            .paragraph(
                """
                `rdptop validate` tells every mistake in it, with line and column: a key that is not known, a server that \
                stands twice, a length of time that is none. With a mistake the file is not used, and the exit status is \
                78.
                """),
            .paragraph(
                "A length of time is a whole number with a unit: `500ms`, `60s`, `15m`, `8h`, `30d`. Texts have at most "
                    + "200 characters. A key that takes a list also takes a single value."),
            .section("KEYS"),
        ] + FleetFileParts.all.flatMap(ManualBlock.part) + [
            .section("LIMITS"),
            .paragraph(
                ManualText(
                    plain: """
                        At most \(InventoryLimits.servers) servers, \(InventoryLimits.rangeLength) of them by one range, in \
                        a file of at most \(InventoryLimits.fileBytes / 1_048_576) MiB.
                        """)),
            .section("EXAMPLES"),
            .lines([
                "defaults:", "  certificate: {warn: 30d, critical: 14d}", "gateways:",
                "  - {name: rdgw-1, address: \"rdgw-1.corp.example:443\"}", "groups:", "  - name: fra",
                "    gateway: rdgw-1", "    path: both", "    expect: {nla: required}", "    hosts:",
                "      - rdsh-fra-[001:040].corp.example", "      - {name: kiosk.corp.example, port: 3390}", "hosts:",
                "  - ts07.corp.example",
            ]),
            .paragraph("The example that comes with the program, hosts.example.yaml, has every key once."),
            .section("SEE ALSO"), .paragraph("`rdptop`(1), `rdptop-config`(5)"),
        ])

    /// rdptop-config(5).
    static let configuration = ManualPage(
        name: "rdptop-config", section: 5,
        about: "the configuration of rdptop: keys, views, commands, notices",
        blocks: [
            .section("DESCRIPTION"),
            .paragraph(
                """
                `rdptop` reads config.yaml in the folder $XDG_CONFIG_HOME/rdptop, or ~/.config/rdptop where that variable \
                is not set. The program works without it and never writes it. It is about the program alone; servers stand \
                in the fleet file, rdptop-hosts(5).
                """),
            .paragraph(
                """
                Something in it that cannot be meant is told before the screen opens, each mistake with its line and \
                column; the exit status is then 78. `rdptop keys` reads the file and prints the keys that follow from it.
                """),
            .paragraph(
                """
                `rdptop hooks` prints who is told when something breaks, and with `--test` tells each of them a sample. A \
                notice is one line of JSON. A cause that many servers have is told once, when nobody has joined it for a \
                while; of muted and acknowledged servers, and while our own link is down, nothing is told.
                """),
            .section("KEYS OF THE FILE"),
        ] + ConfigurationParts.all.flatMap(ManualBlock.part) + [
            .section("EXAMPLES"),
            .lines([
                "keys:", "  preset: vim", "  bind:", "    next-problem: [e, F7]", "theme: cvd", "views:",
                "  - {name: frankfurt, filter: site:fra, sort: rtt}", "commands:",
                "  - name: ssh", "    key: s", "    run: [ssh, \"{host}\"]", "notify:", "  hooks:",
                "  - name: chat", "    url: {file: /etc/rdptop/chat-url}", "  - name: pager",
                "    run: [/usr/local/bin/page-somebody]", "    on: [cause]", "    only: tag:prod", "maintenance:",
                "  - weekly: sat 22:00-02:00", "    only: site:fra",
            ]),
            .section("SEE ALSO"), .paragraph("`rdptop`(1), `rdptop-hosts`(5)"),
        ])
}
