import FleetModel

/// All steps over all findings of a server, numbered through; none stands there twice.
struct NumberedSteps {
    /// The steps of one finding.
    struct Part {
        let finding: Finding
        /// The number of its first step, from 1 on.
        let first: Int
    }

    /// In the order of the findings; those without steps of their own are not there.
    private(set) var parts: [Part] = []

    /// - Parameters:
    ///   - judgement: Of the server.
    ///   - gateway: In front of it: where the server is down behind it, its steps are the server's.
    init(_ judgement: Judgement, gateway: GatewayStatus?) {
        var number = 1
        let behind = judgement.behind == nil ? [] : gateway?.judgement.findings ?? []
        for finding in (judgement.findings + behind).withoutRepeats where !finding.remedies.isEmpty {
            parts.append(Part(finding: finding, first: number))
            number += finding.remedies.count
        }
    }

    /// The commands that can be copied, each with its step's number.
    var commands: [(number: Int, command: String)] {
        parts.flatMap { part in
            part.finding.remedies.enumerated().compactMap { place, remedy in
                remedy.command.map { (part.first + place, $0) }
            }
        }
    }
}
