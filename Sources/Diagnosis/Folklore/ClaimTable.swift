/// All claims about 0x904 with 0x7 that are in circulation, in the order of their numbers.
///
/// The pages that make them quote each other and no source, so they count as one voice, not as many.
package enum ClaimTable {
    /// One line for each.
    package static let claims: [Claim] = [
        .noDefinition, .notReached, .distinctFromAuthentication, .storageBlocks, .authenticationState,
        .resetBeforeSession, .securityMismatch, .unstableNetwork, .mismatchedCiphers, .expiredCertificate,
        .noRenewal, .deleteCertificate, .renameMachineKeys, .connectByAddress, .testThePort, .gatewayCertificate,
        .forceTCP, .bypassInspection, .contentLength, .windowsUpgrade, .publicProfile, .webSocketRule, .allowClient,
        .gatewayTransport, .flushDNS, .rdpSecurityLayer, .disableNLA, .toggleNLA, .clearSettings, .refreshPolicy,
        .computerIsOff, .firewallBlocks, .disableAntivirus, .overlappingNetworks, .resetNetworkStack,
        .authenticationLevel, .latencyOfNLA, .untrustedCertificates, .hostMisconfigured, .securingPhase,
        .wakeUp, .oldTLS, .thirtyMinutes,
    ]

    /// The claims for people: what is wrong with it first, so that nobody begins with that.
    ///
    /// - Parameters:
    ///   - detail: How much of each.
    ///   - question: The code as `explain` takes it, to say where the reasons are.
    /// - Returns: A line each; in brief, one more that leads to the reasons, and its command.
    static func lines(_ detail: ClaimDetail, question: String) -> [String] {
        let byVerdict = Claim.Verdict.allCases.flatMap { verdict in claims.filter { $0.verdict == verdict } }
        let ordered = byVerdict.filter(\.isHarmful) + byVerdict.filter { !$0.isHarmful }
        switch detail {
        case .brief:
            let reasons = ["Why, and from which source:", "  rdptop explain \(question) --claims"]
            return ordered.map { "\($0.line)." } + reasons
        case .full: return ordered.map(\.paragraph)
        }
    }
}

extension Claim {
    /// The claim at length.
    fileprivate var paragraph: String {
        let verdict = "\(words.prefix(1).uppercased())\(words.dropFirst())"
        let origin = source.map { " [\($0)]" } ?? ""
        return "\(number). \(text). \(verdict): \(why)\(origin) A probe sees \(visible ?? "nothing of it.")"
    }
}
