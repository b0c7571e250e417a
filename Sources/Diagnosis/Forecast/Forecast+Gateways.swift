import FleetModel

extension ForecastTable {
    /// The gateway lets clients in.
    static let gateways: [ForecastRule] = [
        ForecastRule("gateway-azure") { seen in
            guard seen.file.isAzureVirtualDesktop else { return nil }
            return .notTested(
                "Azure Virtual Desktop chooses the way",
                "This is a desktop of Azure Virtual Desktop: its own gateways lead to it, and nothing is probed.")
        },
        ForecastRule("gateway-not-named") { seen in
            guard seen.file.gateway == nil else { return nil }
            return .unknown(
                "the file names no gateway",
                "The file asks for a gateway (gatewayusagemethod \(seen.file.gatewayUsage.rawValue)) and names none; a "
                    + "policy may.")
        },
        ForecastRule("gateway-not-probed") { seen in
            guard seen.gateway?.snapshot == nil else { return nil }
            return .unknown("the gateway was not probed", "The gateway was not probed.")
        },
        ForecastRule("gateway-doubtful") { seen in
            guard seen.gateway?.judgement.state == .unknown else { return nil }
            return .unknown(
                "the fault may be on this machine", "It fails from here, and this machine may be why: users may get on."
            )
        },
        ForecastRule("gateway-name") { seen in
            guard seen.gatewayFailure(at: .dns) != nil, seen.gateway?.snapshot?.dns?.facts?.isStale != true else {
                return nil
            }
            return .stops("the gateway's name is not found", "The gateway's name is not found.", [UserCode(0x300_000C)])
        },
        ForecastRule("gateway-tcp") { seen in
            guard let failure = seen.gatewayFailure(at: .tcp) else { return nil }
            return .stops(
                "the gateway cannot be reached", "The gateway cannot be reached: \(failure.words).",
                [UserCode(0x300_000C), UserCode(0x300_000D)])
        },
        ForecastRule("gateway-tls") { seen in
            guard let failure = seen.gatewayFailure(at: .tls) else { return nil }
            return .stops(
                "TLS to the gateway fails", "The TLS handshake with the gateway fails: \(failure.words).",
                [UserCode(0x300_000D)], .possible)
        },
        ForecastRule("gateway-certificate-dates") { seen in
            guard let leaf = seen.gatewayCertificate?.leaf,
                leaf.notAfter.map({ $0 < seen.now }) == true || leaf.notBefore.map({ $0 > seen.now }) == true
            else { return nil }
            return .stops(
                "the gateway's certificate is out of date",
                "The gateway's certificate has ended, or is not valid yet, and mstsc asks nobody about a gateway.",
                [UserCode(0x300_0007), UserCode(0x300_0003)])
        },
        ForecastRule("gateway-certificate-name") { seen in
            guard let facts = seen.gatewayCertificate,
                facts.nameMatch == .none || facts.problems.contains(.nameMismatch)
            else { return nil }
            return .stops(
                "the gateway's certificate has another name",
                "The gateway's certificate is not for \(facts.askedName), and mstsc asks nobody about a gateway.",
                [UserCode(0x300_0006), UserCode(0x300_0003)])
        },
        ForecastRule("gateway-certificate-trust") { seen in
            guard let facts = seen.gatewayCertificate,
                !facts.trust.isTrusted || !Set(facts.problems).isDisjoint(with: [.untrusted, .incompleteChain])
            else { return nil }
            return .stops(
                "the gateway's certificate is not trusted",
                "The gateway's certificate leads to no authority known here. Where the user's computer does not know it "
                    + "either, mstsc ends.", [UserCode(0x300_0003), UserCode(0x300_0005)], .possible)
        },
        ForecastRule("gateway-transport") { seen in
            guard let failure = seen.gatewayFailure(at: .gateway) else { return nil }
            guard failure.letter != nil else {
                return .unknown("this machine could not ask", "This machine could not ask: \(failure.words).")
            }
            return .stops(
                "the gateway does not answer as one", "The gateway does not answer as one: \(failure.words).",
                [UserCode(0x300_000D)], .possible)
        },
        ForecastRule("gateway-answers") { seen in
            guard let snapshot = seen.gateway?.snapshot, snapshot.transport != nil else { return nil }
            return .passes("\(seen.gateway?.gateway.host ?? "It") answers as a gateway, and asks for credentials.")
        },
    ]
}

extension ForecastCase {
    /// Why a layer of the gateway failed; nil when it passed or was not tried.
    fileprivate func gatewayFailure(at layer: Layer) -> LayerFailure? {
        gateway?.snapshot?.outcome(of: layer)?.failure
    }

    /// The gateway's certificate.
    fileprivate var gatewayCertificate: CertificateFacts? { gateway?.snapshot?.certificate?.facts }
}
