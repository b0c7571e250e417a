import ArgumentParser
import FleetModel

/// `rdptop manual PAGE`: a page of the manual for man(1); not in the help, since installing asks for it and nobody else.
struct Manual: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a page of the manual in roff; without one, the names of all pages.", shouldDisplay: false)

    @Argument(help: "Such as rdptop.1.")
    var page: String?

    @Option(help: ArgumentHelp("The day that the page names, such as 2026-11-23; else today.", valueName: "date"))
    var date: String?

    func run() throws {
        let pages = try ManualTable.pages()
        var output = StandardOutput()
        if let page {
            guard let found = pages.first(where: { $0.file == page }) else {
                let known = pages.map(\.file).joined(separator: ", ")
                throw ValidationError("There is no page '\(CleanText.clean(page, limit: 60))', only \(known)")
            }
            let footer = RoffText.Footer(date: date ?? WallClock.now().dateText, source: "rdptop \(Version.text)")
            output.write(RoffText.text(of: found, footer: footer))
        } else {
            for page in pages { output.write(page.file + "\n") }
        }
        output.flush()
        if let failure = output.failure {
            throw CommandFailure(
                "the manual could not be written to standard output: \(failure)", ExitStatus.cannotWrite)
        }
    }

    func validate() throws {
        guard date?.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil || date == nil else {
            throw ValidationError("--date is written as 2026-11-23")
        }
    }
}
