import Glibc
import LabSupport

/// Servers that are broken themselves, or whose name leads astray.
enum BrokenServerTable {
    static let rows: [BrokenServer] = services + handshakes + clocks + names

    private static let services: [BrokenServer] = [
        BrokenServer(
            "stopped", "the process is stopped in its work; the system goes on to accept connections",
            ExpectedCause(
                "x224-silent", "possible", first: "See every step", code: "0x704",
                never: ["tcp-silent", "x224-closed", "tls-silent"])
        ) { name, endpoint in
            let server = try await xrdp(name, on: endpoint)
            server.process.signal(SIGSTOP)
            return server
        },
        BrokenServer(
            "ended", "the process has ended",
            ExpectedCause(
                "tcp-refused", "certain", first: "On the server, rdp-tcp must be in state Listen", code: "0x204",
                never: ["tcp-silent", "tcp-possibly-blocked"])
        ) { name, endpoint in
            await (try xrdp(name, on: endpoint)).stop()
            return nil
        },
        BrokenServer(
            "key-missing", "its private key cannot be read, and it may do without TLS", state: "warning",
            ExpectedCause(
                "x224-standard-security", "certain", first: "On the server, save the settings of the listener",
                code: "0x904 / 0x7", never: ["negotiation-no-certificate"])
        ) { name, endpoint in
            try await XrdpServer.start(.negotiate, certificate: certificate(name), key: .unreadable, on: endpoint)
        },
    ]

    private static let handshakes: [BrokenServer] = [
        BrokenServer(
            "no-suite", "no cipher suite of its list goes with its certificate",
            ExpectedCause(
                "tls-alert-handshake-failure", "likely", first: "On the server, look for Schannel events",
                code: "0x80090326", never: ["variant-several", "variant-all-fail"])
        ) { name, endpoint in
            try await XrdpServer.start(
                .tls, certificate: certificate(name), on: endpoint, protocols: "TLSv1.2", ciphers: "PSK")
        }
    ]

    private static let clocks: [BrokenServer] = [
        BrokenServer(
            "clock-ahead", "its clock is ten minutes ahead", state: "warning",
            ExpectedCause(
                "nla-clock-skew", "possible", first: "Check the clock of the machine that runs rdptop",
                code: "0x80090324")
        ) { name, endpoint in
            try await shadow(name, on: endpoint, clockOffset: 600)
        },
        BrokenServer(
            "clock-behind", "its clock is a day behind", state: "warning",
            ExpectedCause(
                "nla-clock-skew", "possible", first: "Check the clock of the machine that runs rdptop",
                code: "0x80090324")
        ) { name, endpoint in
            try await shadow(name, on: endpoint, clockOffset: -86_400)
        },
    ]

    private static let names: [BrokenServer] = [
        BrokenServer(
            "other-computer", "another computer stands at its address, with its own certificate", state: "warning",
            ExpectedCause("nla-other-computer", "likely", first: "On the server", code: "0x80090322")
        ) { _, endpoint in
            let certificate = try await LabAuthority.shared.certificate(
                .windowsSelfSigned(host: "ts-branch.lab.test"))
            return try await ShadowServer.start(
                .nla, certificate: certificate, on: endpoint, hostName: "TS-BRANCH.lab.test")
        },
        BrokenServer(
            "stale-record", "its record still leads to the address of another server", state: "warning",
            ExpectedCause(
                "certificate-name-mismatch", "certain", first: "On the server, see which certificate is set",
                never: ["certificate-expired", "certificate-untrusted"])
        ) { _, endpoint in
            try await xrdp("new-tenant.lab.test", on: endpoint)
        },
        BrokenServer(
            "half-dead", "its name has two addresses, and nobody listens at one of them", state: "warning",
            ExpectedCause(
                "tcp-some-addresses", "certain", first: "On the server, compare its own addresses", code: "0x204"),
            // Below the addresses that free ones are taken from.
            records: { [.addresses($0, ["127.239.255.253", $1.address])] }
        ) { name, endpoint in
            try await xrdp(name, on: endpoint)
        },
        BrokenServer(
            "unknown-name", "its name is in no name server, and the fleet file has its address", state: "ok",
            ExpectedCause(
                "udp-closed", "certain", first: "On the server, see whether anything has opened UDP",
                never: ["dns-no-such-name"]),
            hasFixedAddress: true, records: { _, _ in [] }
        ) { name, endpoint in
            try await xrdp(name, on: endpoint)
        },
    ]

    private static func certificate(_ name: String) async throws -> IssuedCertificate {
        try await LabAuthority.shared.certificate(.valid(for: name))
    }

    private static func xrdp(_ name: String, on endpoint: LoopbackEndpoint) async throws -> XrdpServer {
        try await XrdpServer.start(.tls, certificate: certificate(name), on: endpoint)
    }

    private static func shadow(
        _ name: String, on endpoint: LoopbackEndpoint, clockOffset: Int
    ) async throws -> ShadowServer {
        try await ShadowServer.start(
            .nla, certificate: certificate(name), on: endpoint, hostName: name, clockOffset: clockOffset)
    }
}
