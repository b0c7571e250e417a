import FoundationEssentials

/// Certificates that are trusted as they are, by the name they issue under.
struct Authorities: Sendable {
    private var bySubject: [[UInt8]: [[UInt8]]] = [:]
    private var organisations: Set<String> = []

    /// Takes certificates in DER; those that cannot be read are left out, and repeated ones taken once.
    init(_ certificates: [[UInt8]]) {
        for der in certificates {
            guard let subject = try? CertificateDecoder.subject(of: der) else { continue }
            let same = bySubject[subject.encoded, default: []]
            if !same.contains(der) { bySubject[subject.encoded] = same + [der] }
            if let organisation = subject.organisation { organisations.insert(organisation) }
        }
    }

    /// Whether there are none.
    var isEmpty: Bool { bySubject.isEmpty }

    /// The certificates with that encoded subject.
    func named(_ subject: [UInt8]) -> [[UInt8]] { bySubject[subject] ?? [] }

    /// Whether that organisation has an authority here.
    func knows(organisation: String?) -> Bool {
        organisation.map(organisations.contains) ?? false
    }

    /// The system's authorities, which the first use of this property starts to read, once per process, on a thread of
    /// the concurrent pool.
    ///
    /// A task because reading them takes long enough to stop an event loop: who needs them waits without a thread. A
    /// certificate in the list that cannot be read is left out; it must not take the others with it. Empty when the
    /// system has no list.
    static let system = Task.detached(priority: .utility) {
        let file = systemFiles.lazy.compactMap { try? Data(contentsOf: URL(filePath: $0)) }.first
        return Authorities(file.map { PEMBlocks($0).blocks.compactMap(\.bytes) } ?? [])
    }

    /// Where the distributions keep the list: Debian, Ubuntu, Arch, Alpine; Fedora, RHEL; SUSE.
    private static let systemFiles = [
        "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
    ]
}
