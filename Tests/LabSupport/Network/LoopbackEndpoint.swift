internal import Glibc
internal import Synchronization

/// An IPv4 address of this machine's loopback network and a port.
package struct LoopbackEndpoint: Sendable, Hashable, CustomStringConvertible {
    /// Dotted, in 127.0.0.0/8.
    package let address: String
    /// 1 to 65535.
    package let port: UInt16

    /// Names an endpoint; nothing is opened.
    package init(_ address: String, port: UInt16) {
        self.address = address
        self.port = port
    }

    package var description: String { "\(address):\(port)" }

    private static let given = Mutex<Set<LoopbackEndpoint>>([])

    /// Finds an endpoint with this port that nobody uses, by binding it for TCP and UDP, and gives it out only once.
    ///
    /// The addresses lie in 127.240.0.0 to 127.254.255.254, apart from those that systems use for themselves.
    ///
    /// - Throws: ``LabError/noFreeAddress(port:)``; a port below 1024 may need privileges.
    package static func free(port: UInt16 = 3389) throws -> LoopbackEndpoint {
        for _ in 0..<200 {
            let address = "127.\(Int.random(in: 240...254)).\(Int.random(in: 0...255)).\(Int.random(in: 1...254))"
            let candidate = LoopbackEndpoint(address, port: port)
            let isNew = given.withLock { $0.insert(candidate).inserted }
            if isNew, candidate.binds(.stream), candidate.binds(.datagram) { return candidate }
        }
        throw LabError.noFreeAddress(port: port)
    }

    private func binds(_ transport: LoopbackSocket.Transport) -> Bool {
        let descriptor = socket(AF_INET, transport.socketType | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return withSocketAddress { Glibc.bind(descriptor, $0, $1) } == 0
    }

    /// Lends this endpoint as the structure that bind(2) and connect(2) take.
    func withSocketAddress<Value>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        inet_pton(AF_INET, self.address, &address.sin_addr)
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
