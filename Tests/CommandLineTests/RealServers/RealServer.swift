import LabSupport

/// One row of the truth table of real servers: what is started, how it is reached, and what should be said of it.
struct RealServer: Sendable, CustomStringConvertible {
    /// What listens.
    enum Software: Sendable {
        case xrdp(
            XrdpServer.SecurityLayer = .tls,
            _ certificate: @Sendable (String) -> CertificateProfile = { .valid(for: $0) },
            key: Key = .matching, protocols: String = "TLSv1.2, TLSv1.3",
            policy: XrdpServer.CryptographicPolicy = .system)
        case shadow(ShadowServer.Security)
        case webServer(tls: Bool)
        case nothing
    }

    enum Key: Sendable {
        case matching
        case unreadable
        /// That of another certificate.
        case stranger
    }

    /// How the fleet file and the name servers lead to it.
    enum Way: Sendable {
        /// The fleet file has the address.
        case address
        /// The name server has it.
        case record
        /// The name server leads through another name.
        case alias
        /// The name server is asked for it, and this goes wrong.
        case fault(@Sendable (String) -> FaultyResolver.Fault)
        /// The name exists, without an address.
        case noAddress
        /// The name does not exist.
        case noName
    }

    /// The first label of its name below `lab.test`.
    let label: String
    var software = Software.xrdp()
    var way = Way.address
    let expected: Expectation
    /// How many connections one check makes to it.
    var connections = 1

    var name: String { "\(label).lab.test" }
    var description: String { label }
}

/// A server of the table while it runs.
struct RunningServer: Sendable {
    let row: RealServer
    let endpoint: LoopbackEndpoint
    /// The certificate that it presents; nil when it has none of ours.
    var certificate: IssuedCertificate?
    /// Keeps its process alive, and ends it with the last reference.
    var process: (any Sendable)?

    /// Starts what the row names.
    static func start(_ row: RealServer) async throws -> RunningServer {
        let endpoint = try LoopbackEndpoint.free()
        let authority = LabAuthority.shared
        var running = RunningServer(row: row, endpoint: endpoint)
        switch row.software {
        case .xrdp(let layer, let profile, let key, let protocols, let policy):
            let certificate = try await authority.certificate(profile(row.name))
            let keyFile: XrdpServer.Key =
                switch key {
                case .matching: .matching
                case .unreadable: .unreadable
                case .stranger: .of(try await authority.certificate(.valid(for: "stranger.lab.test")))
                }
            running.certificate = certificate
            running.process = try await XrdpServer.start(
                layer, certificate: certificate, key: keyFile, on: endpoint, protocols: protocols, policy: policy)
        case .shadow(let security):
            // It presents nothing but its own certificate, whatever else stands in the file.
            let certificate = try await authority.certificate(.withoutIntermediate(for: row.name))
            running.certificate = certificate
            running.process = try await ShadowServer.start(security, certificate: certificate, on: endpoint)
        case .webServer(let tls):
            let certificate = tls ? try await authority.certificate(.valid(for: row.name)) : nil
            running.process = try await NginxOnRDPPort.start(on: endpoint, certificate: certificate)
        case .nothing:
            break
        }
        return running
    }

    /// Its line in the fleet file.
    var fleetLine: String {
        switch row.way {
        case .address: "  - {name: \(row.name), address: \(endpoint.address)}"
        case .record, .alias, .fault, .noAddress, .noName: "  - \(row.name)"
        }
    }

    /// What the name server knows of it.
    var records: [DNSMasq.Record] {
        switch row.way {
        case .record, .fault: [.addresses(row.name, [endpoint.address])]
        case .alias:
            [.addresses("target-of-\(row.name)", [endpoint.address]), .alias(row.name, of: "target-of-\(row.name)")]
        case .noAddress: [.noAddress(row.name)]
        case .address, .noName: []
        }
    }

    /// What goes wrong when the name server is asked for it.
    var faults: [FaultyResolver.Fault] {
        guard case .fault(let fault) = row.way else { return [] }
        return [fault(row.name)]
    }
}
