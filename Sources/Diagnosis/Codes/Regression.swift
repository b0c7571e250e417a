import FleetModel

/// An update of Windows after which Remote Desktop is known to have broken, and what repaired it.
package struct Regression: Sendable {
    /// How good the source is.
    package enum Grade: String, Sendable, Hashable, CaseIterable {
        case microsoft, press, thirdParty, unconfirmed

        /// The grade in a clause.
        package var words: String {
            switch self {
            case .microsoft: "documented by Microsoft"
            case .press: "reported in the press"
            case .thirdParty: "reported by users, not confirmed by Microsoft as far as known"
            case .unconfirmed: "hearsay: no official text was found"
            }
        }
    }

    /// Which machine has the update.
    package enum Machine: String, Sendable, Hashable, CaseIterable {
        case server, client, gateway
    }

    /// When it began, as precisely as it is known: `2026-01`.
    package let when: String
    /// What users see.
    package let what: String
    /// The updates that brought it, and what else names it.
    package let updates: [String]
    /// What repairs it; nil when that is not known.
    package let fixedBy: String?
    /// How good the source is.
    package let grade: Grade
    /// Which machine is at fault.
    package let machine: Machine
    /// The codes that users may see; empty when none is known.
    package let codes: [UInt32]
    /// Whether it may concern a server of this build, which speaks this version of CredSSP as far as that is known.
    let concerns: @Sendable (WindowsBuild, _ credSSPVersion: UInt32?) -> Bool

    /// The regression in one paragraph, with the word that it is only possible.
    package var line: String {
        let repair = fixedBy.map { " Repaired by \($0)." } ?? " What repairs it is not known."
        let names = updates.isEmpty ? "" : " (\(updates.joined(separator: ", ")))"
        return "Possible, since \(when): \(what)\(names).\(repair) \(grade.words.prefix(1).uppercased())"
            + "\(grade.words.dropFirst())."
    }
}
