import FleetModel

extension ForecastTable {
    /// CredSSP, as far as it goes without credentials.
    static let securities: [ForecastRule] = [
        ForecastRule("nla-entra-id") { seen in
            guard seen.file.usesEntraID else { return nil }
            return .notTested(
                "sign-in by Entra ID, not tested",
                "The file signs in by Entra ID (enablerdsaadauth 1); this is not tested.")
        },
        ForecastRule("nla-forbidden") { seen in
            guard !seen.file.usesCredSSP else { return nil }
            return .passes("Not used: the file forbids it (enablecredsspsupport 0).")
        },
        ForecastRule("nla-not-offered") { seen in
            guard seen.selected != nil, !seen.choosesNLA else { return nil }
            return .passes("Not used: the server does not offer it, and shows its own log-on.")
        },
        ForecastRule("nla-error") { seen in
            guard case .securityError(let status) = seen.failure(at: .nla) else { return nil }
            let symbol = SecurityStatusText.symbol(of: status) ?? "0x" + hexadecimal(status, digits: 8)
            let meaning = SecurityStatusText.meaning(of: status).map { " \($0)" } ?? ""
            return .stops(
                "the server answers NLA with an error",
                "The server answers with \(symbol).\(meaning) \(onlyNTLM)", [], .possible)
        },
        ForecastRule("nla-closed") { seen in
            guard let failure = seen.failure(at: .nla), failure == .closed || failure == .reset else { return nil }
            return .stops(
                "the connection ends when NLA begins",
                "The server ends the connection at the first message of NLA. \(onlyNTLM)", [.socketClosed], .possible)
        },
        ForecastRule("nla-failed") { seen in
            guard let failure = seen.failure(at: .nla) else { return nil }
            guard failure.letter != nil else {
                return .unknown("this machine could not test NLA", "This machine could not go on: \(failure.words).")
            }
            return .stops("NLA fails", "NLA fails from here: \(failure.words). \(onlyNTLM)", [], .possible)
        },
        ForecastRule("nla-clock") { seen in
            guard let facts = seen.snapshot?.nla?.facts, facts.isDomainMember == true, let skew = facts.clockSkew,
                max(skew, .zero - skew) > .minutes(5)
            else { return nil }
            let size = max(skew, .zero - skew).spoken
            return ForecastRule.Answer(
                outcome: .passes,
                words: "The server answers. Its clock and ours differ by \(size): log-ons of the domain may fail with "
                    + "the codes below.", codes: [UserCode(0x1D07), UserCode(0x8009_0324)], confidence: .possible)
        },
        ForecastRule("nla-answers") { seen in
            guard seen.snapshot?.nla?.facts != nil else { return nil }
            return .passes("The server answers the first message, which names no user.")
        },
        ForecastRule("nla-not-seen") { _ in
            .notTested("NLA was not tested", "It was not looked at this time, as with --depth cycle.")
        },
    ]

    /// The log-on, which nobody sees without credentials.
    static let logOns: [ForecastRule] = [
        ForecastRule("log-on-at-gateway") { seen in
            guard seen.isThroughGateway else { return nil }
            return .notTested(
                "", "The gateway asks who the user is first; the server behind it cannot be seen without credentials.")
        },
        ForecastRule("log-on") { _ in
            .notTested("", "Password, rights and licences cannot be seen without credentials, and none is ever used.")
        },
    ]
}

/// Why a failure of NLA here may be none for a user: mstsc tries Kerberos first, of which a probe has no ticket.
private let onlyNTLM = "Only NTLM was tried; with Kerberos a user may get in."
