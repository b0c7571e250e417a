package import FleetModel

extension SampleFleet {
    /// A gateway that answers as a Windows Server does.
    package static func workingGateway(_ name: String = "rdgw-fra-1") -> GatewayStatus {
        let host = "\(name).corp.example"
        var snapshot = GatewaySnapshot(gateway: name, began: probed - .milliseconds(140), ended: probed, probes: 7)
        snapshot.dns = seen(resolution(of: host, "10.20.0.5"), 1_100)
        snapshot.tcp = seen(connection(to: endpoint("10.20.0.5", port: 443)), 4_200)
        snapshot.tls = seen(handshake(0x0304), 18_300)
        snapshot.certificate = seen(corporateCertificate(for: host, left: .days(211)), 910)
        snapshot.transport = seen(answer(.transport, 401, ["Negotiate", "NTLM"]), 12_400)
        snapshot.webSocket = seen(answer(.webSocket, 401, ["Negotiate", "NTLM"]), 12_900)
        snapshot.rpc = seen(answer(.rpc, 404, []), 11_700)
        snapshot.dtls = seen(
            DTLSFacts(
                peer: endpoint("10.20.0.5", port: 3391), version: 0xFEFD,
                cipherSuiteName: "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", verifiedAddress: true,
                certificate: corporateCertificate(for: host, left: .days(211)).leaf, datagrams: 2), 9_800)
        return GatewayStatus(
            gateway: Gateway(name: name, host: host), snapshot: snapshot,
            judgement: Judgement(
                state: .ok, cells: cells(".-.-..-.."), certificateLeft: .days(211)), since: probed - .hours(30))
    }

    /// A gateway whose port refuses.
    package static func refusedGateway(_ name: String = "rdgw-fra-1") -> GatewayStatus {
        var status = workingGateway(name)
        let refusal = TCPFacts(
            attempts: [.init(peer: endpoint("10.20.0.5", port: 443), failure: .refused, microseconds: 2_100)])
        status.snapshot?.tcp = failed(refusal, .refused, 2_100)
        status.snapshot?.tls = nil
        status.snapshot?.transport = nil
        status.snapshot?.consecutiveFailures = 4
        status.judgement = Judgement(
            state: .down, cells: cells(".-R-::-.:"),
            findings: [
                Finding(
                    rule: "gateway-tcp-refused", layer: .tcp, severity: .down, confidence: .certain,
                    short: "TCP 443 refused", medium: "gateway refuses TCP 443",
                    long: "The gateway's host is up and refuses: nothing listens on port 443.",
                    evidence: ["TCP 10.20.0.5:443: refused (RST) after 2.1 ms"],
                    remedies: [
                        Remedy(
                            .check, at: .gateway, "On rdgw-fra-1, look at the service", run: "Get-Service TSGateway")
                    ])
            ], certificateLeft: .days(211))
        status.since = probed - .minutes(11)
        status.previous = .ok
        return status
    }

    private static func answer(_ request: HTTPFacts.Request, _ status: UInt16, _ schemes: [String]) -> HTTPFacts {
        HTTPFacts(
            request: request, status: status, version: "1.1", schemes: schemes, server: "Microsoft-HTTPAPI/2.0",
            framing: .length(0), clockSkew: .seconds(1), bytesReceived: 214)
    }

    private static func cells(_ signs: String) -> Cells {
        Cells { ServerSample.cell(of: Array(signs)[$0.index]) }
    }
}
