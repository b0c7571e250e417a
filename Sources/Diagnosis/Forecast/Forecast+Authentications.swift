import FleetModel

extension ForecastTable {
    /// The server proves who it is, by `authentication level`.
    static let authentications: [ForecastRule] = [
        ForecastRule("authentication-standard-security") { seen in
            guard seen.selected == .standard else { return nil }
            let words = "Standard RDP security cannot prove who the server is"
            switch seen.file.serverAuthentication {
            case .refuses:
                return .stops(
                    "the server cannot prove who it is", words + ", and the file refuses such servers (level 1).")
            case .asks:
                return .init(
                    outcome: .asks, short: "whether to trust the server", words: words + "; mstsc asks (level 2).",
                    confidence: .likely)
            case .connects, .notRequired, nil: return .passes(words + "; the file does not ask for it.", .likely)
            }
        },
        ForecastRule("authentication-not-seen") { seen in
            guard seen.snapshot?.certificate?.facts == nil else { return nil }
            return .unknown("the certificate was not seen", "The certificate was not seen.")
        },
        ForecastRule("authentication-proven") { seen in
            guard seen.proofFaults.isEmpty else { return nil }
            return .passes("The certificate is for this name and leads to an authority trusted here.", .likely)
        },
        ForecastRule("authentication-not-required") { seen in
            let fault = seen.proofFaults.first
            let why = fault.map { " The certificate: \($0.words)." } ?? ""
            let dates = fault?.isOfDates == true ? " Some clients end with 0x1B07 all the same." : ""
            let confidence: Confidence = fault?.isOfDates == true ? .possible : .likely
            switch seen.file.serverAuthentication {
            case .connects: return .passes("The file connects without a question (level 0)." + why + dates, confidence)
            case .notRequired: return .passes("The file asks for no proof (level 3)." + why + dates, confidence)
            case nil:
                return .passes(
                    "The file does not say; as documented no proof is asked for (level 3), unless a policy does." + why
                        + dates, .possible)
            case .refuses, .asks: return nil
            }
        },
        ForecastRule("authentication-dates") { seen in
            guard let fault = seen.proofFaults.first(where: \.isOfDates) else { return nil }
            guard seen.file.serverAuthentication == .refuses else {
                return .stops(
                    fault.short,
                    "The certificate: \(fault.words). The documented end of this is 0x1B07; some clients only "
                        + "ask (level 2).", [UserCode(0x1B07)], .possible)
            }
            return .stops(
                fault.short, "The certificate: \(fault.words), and the file refuses such servers (level 1).",
                [UserCode(0x1B07)])
        },
        ForecastRule("authentication-refused") { seen in
            guard seen.file.serverAuthentication == .refuses, let (words, fault) = seen.doubt else { return nil }
            return .stops(
                fault.short, words + " The file refuses such servers (level 1).", [], fault.confidence)
        },
        ForecastRule("authentication-asks") { seen in
            guard let (words, fault) = seen.doubt else { return nil }
            return .init(
                outcome: .asks, short: "about the certificate", words: words + " mstsc asks (level 2).",
                confidence: fault.confidence)
        },
    ]
}

extension ForecastCase {
    /// The faults of the certificate in a sentence or two, and the surest of them; only possible where Kerberos may stand
    /// in.
    fileprivate var doubt: (words: String, fault: ProofFault)? {
        guard var fault = proofFaults.first else { return nil }
        let words = "The certificate: \(proofFaults.map(\.words).joined(separator: "; "))."
        guard mayBeProvenByKerberos else { return (words, fault) }
        fault.confidence = .possible
        return (words + " In its domain Kerberos may prove the server instead.", fault)
    }
}
