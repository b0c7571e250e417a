import FleetModel

extension ForecastTable {
    /// The X.224 exchange, in which a client without NLA learns that the server requires it.
    static let negotiations: [ForecastRule] = [
        ForecastRule("negotiation-blob") { seen in
            guard seen.file.sendsPreconnectionBlob else { return nil }
            return .notTested(
                "a message goes first (pcb), not tested",
                "The file sends a message before the first one of RDP (pcb), as to Hyper-V; this is not tested.")
        },
        ForecastRule("negotiation-skipped") { seen in
            guard !seen.file.negotiatesSecurity else { return nil }
            return .notTested(
                "TLS without negotiation, not tested",
                "The file begins with TLS at once (negotiate security layer 0); this is not tested.")
        },
        ForecastRule("negotiation-nla-required") { seen in
            guard !seen.file.usesCredSSP, seen.snapshot?.nlaRequirement == .required else { return nil }
            return .stops(
                "the server requires NLA, the file forbids it",
                "The file forbids NLA (enablecredsspsupport 0), and the server refuses whoever does not offer it.",
                [UserCode(0xB09)])
        },
        ForecastRule("negotiation-refused") { seen in
            guard case .negotiationRefused(let code) = seen.failure(at: .x224) else { return nil }
            // Code 2: most clients give up, and some ask once more without TLS.
            let confidence: Confidence = code == 2 ? .possible : .likely
            let name = NegotiationFailureName.symbol(of: code)
            return .stops(
                NegotiationFailureText.short(of: code), "\(name): \(NegotiationFailureText.meaning(of: code))",
                code == 5 ? [UserCode(0xB09)] : [], confidence)
        },
        ForecastRule("negotiation-closed") { seen in
            guard let failure = seen.failure(at: .x224), failure == .closed || failure == .reset else { return nil }
            return .stops(
                "the connection ends at the first message",
                "The server ends the connection instead of an answer to the first message of RDP.", [.socketClosed])
        },
        ForecastRule("negotiation-silent") { seen in
            guard seen.failure(at: .x224) == .timedOut else { return nil }
            return .stops(
                "no answer to the first message",
                "The server takes the connection and does not answer the first message of RDP.",
                [UserCode(0x108), UserCode(0x704)], codesAre: .possible)
        },
        ForecastRule("negotiation-failed") { seen in
            guard let failure = seen.failure(at: .x224) else { return nil }
            guard failure.letter != nil else {
                return .unknown("this machine could not ask", "This machine could not ask: \(failure.words).")
            }
            return .stops(
                "what answers is not RDP", "What answers does not speak RDP: \(failure.words).", [UserCode(0x1104)],
                codesAre: .possible)
        },
        ForecastRule("negotiation-nla-perhaps-required") { seen in
            guard !seen.file.usesCredSSP, seen.choosesNLA, seen.snapshot?.nlaRequirement == nil else { return nil }
            return .unknown(
                "it is not known whether NLA is required",
                "The file forbids NLA (enablecredsspsupport 0). Whether the server requires it was not asked; if so, the "
                    + "user sees 0xB09.")
        },
        ForecastRule("negotiation-without-nla") { seen in
            guard !seen.file.usesCredSSP, seen.choosesNLA else { return nil }
            return .passes("The file forbids NLA (enablecredsspsupport 0), and the server goes on without it.")
        },
        ForecastRule("negotiation-passes") { seen in
            guard let selected = seen.selected else { return nil }
            guard selected != .standard else {
                return .passes("The server chooses standard RDP security, without TLS.")
            }
            return .passes(
                "The server chooses \(seen.choosesNLA ? "NLA over TLS" : selected.names.joined(separator: ", ")).")
        },
    ]
}
