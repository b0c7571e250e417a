import Synchronization

@testable import CertificateChecks

/// Counts how often the system's authorities are asked for, which are none.
final class AuthorityCounter: Sendable {
    private let value = Mutex(0)

    func increase() -> Authorities {
        value.withLock { $0 += 1 }
        return Authorities([])
    }

    var count: Int { value.withLock(\.self) }
}
