package import FleetModel
import NIOCore
import NIOPosix

/// What the simulated name server knows of one name.
package struct NameRecord: Sendable, Hashable {
    package let address: IPAddress
    package let recipe: NameRecipe

    package init(address: IPAddress, recipe: NameRecipe) {
        self.address = address
        self.recipe = recipe
    }
}

/// A name server over UDP for the names of a fleet; every other name does not exist.
package struct SimulatedResolver: Sendable {
    /// What it knows of a name in lower case, without the final dot; asked anew for each query.
    package typealias Names = @Sendable (String) -> NameRecord?

    private let names: Names

    package init(names: @escaping Names) {
        self.names = names
    }

    /// The answer to a message; nil for silence.
    package func answer(_ message: [UInt8]) -> [UInt8]? {
        do throws(DNSQuestion.Fault) {
            return try response(to: DNSQuestion(decoding: message))?.encoded
        } catch {
            switch error {
            case .unanswerable: return nil
            case .refused(let identifier, let code): return DNSResponse(identifier: identifier, code).encoded
            }
        }
    }

    private func response(to question: DNSQuestion) -> DNSResponse? {
        guard let record = names(question.name) else { return DNSResponse(to: question, .nameError) }
        let type = DNSQuestion.RecordType(rawValue: question.type)
        switch record.recipe {
        case .address:
            return DNSResponse(to: question, .noError, addresses: type == .address ? [record.address] : [])
        case .ipv6Only:
            return DNSResponse(to: question, .noError, addresses: type == .ipv6Address ? [.ipv6Loopback] : [])
        case .noAddress:
            return DNSResponse(to: question, .noError)
        case .noSuchName:
            return DNSResponse(to: question, .nameError)
        case .serverFailure:
            return DNSResponse(to: question, .serverFailure)
        case .silence:
            return nil
        }
    }

    /// Opens its socket; the channel's closing ends it.
    func open(at endpoint: SocketEndpoint, on group: MultiThreadedEventLoopGroup) async throws(SimulatedFleetError)
        -> any Channel
    {
        try await DatagramListener.open(at: endpoint, on: group) { answer($0).map { [$0] } ?? [] }
    }
}
