import FleetModel
import NIOCore
import NIOSSL
import Synchronization

/// The TLS contexts of a fleet: each is made when a client first asks for it, and kept.
///
/// A context is shared by all connections to a server, and a wildcard one by all servers of its domain, so that the
/// state of a connection stays small.
final class CertificateShelf: Sendable {
    private struct Label: Hashable {
        let recipe: CertificateRecipe
        let name: String
        let versions: TLSVersions
    }

    private let authority: Authority
    /// The time that the fleet goes by.
    let now: @Sendable () -> Instant
    private let contexts = Mutex<[Label: NIOSSLContext]>([:])

    /// A shelf whose certificates are dated from `now` as it is when they are made.
    init(authority: Authority, now: @escaping @Sendable () -> Instant) {
        self.authority = authority
        self.now = now
    }

    /// The context of the server `name` for this recipe and these versions.
    func context(for recipe: CertificateRecipe, name: String, versions: TLSVersions) throws -> NIOSSLContext {
        let domain = recipe.names == .wildcard ? String(name.drop { $0 != "." }) : name
        let label = Label(recipe: recipe, name: domain, versions: versions)
        return try contexts.withLock { contexts in
            if let context = contexts[label] { return context }
            let context = try tlsContext(chain(for: recipe, name: name), versions)
            contexts[label] = context
            return context
        }
    }

    /// A new certificate of this name, which is not kept.
    func chain(for recipe: CertificateRecipe, name: String) throws -> CertificateChain {
        try authority.chain(for: recipe, name: name, now: now())
    }
}

/// What a TLS server needs to show this certificate in these versions.
func tlsContext(_ chain: CertificateChain, _ versions: TLSVersions) throws -> NIOSSLContext {
    var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: try chain.certificates.map { .certificate(try NIOSSLCertificate(bytes: $0, format: .der)) },
        privateKey: .privateKey(try NIOSSLPrivateKey(bytes: chain.privateKey, format: .der)))
    switch versions {
    case .modern:
        configuration.minimumTLSVersion = .tlsv12
        configuration.maximumTLSVersion = .tlsv13
    case .only12:
        configuration.minimumTLSVersion = .tlsv12
        configuration.maximumTLSVersion = .tlsv12
    case .only10:
        configuration.minimumTLSVersion = .tlsv1
        configuration.maximumTLSVersion = .tlsv1
    }
    // Clients often drop the connection without a close_notify of their own.
    configuration.shutdownTimeout = .milliseconds(500)
    return try NIOSSLContext(configuration: configuration)
}
