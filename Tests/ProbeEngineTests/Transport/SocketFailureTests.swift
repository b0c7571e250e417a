import FleetModel
import Glibc
import NIOCore
import Testing

@testable import ProbeEngine

@Suite("Socket failures")
struct SocketFailureTests {
    @Test(
        "Each error number of a connect says one thing about the peer, the way, or us",
        arguments: [
            (ECONNREFUSED, .refused), (ECONNRESET, .reset), (EPIPE, .reset), (ECONNABORTED, .reset),
            (ETIMEDOUT, .timedOut), (EHOSTUNREACH, .unreachable(.host)), (EHOSTDOWN, .unreachable(.host)),
            (ENETUNREACH, .unreachable(.network)), (ENETDOWN, .unreachable(.network)),
            (EACCES, .ourFault(.notPermitted)), (EPERM, .ourFault(.notPermitted)),
            (EMFILE, .ourFault(.outOfResources)), (ENFILE, .ourFault(.outOfResources)),
            (ENOBUFS, .ourFault(.outOfResources)), (ENOMEM, .ourFault(.outOfResources)),
            (EADDRNOTAVAIL, .ourFault(.outOfResources)), (EAFNOSUPPORT, .ourFault(.addressFamilyUnavailable)),
        ] as [(CInt, LayerFailure)])
    func errorNumbers(code: CInt, failure: LayerFailure) {
        #expect(LayerFailure(errno: code) == failure)
        #expect(LayerFailure(socketError: IOError(errnoCode: code, reason: "connect")) == failure)
    }

    @Test("An error that is not of a socket is none")
    func otherErrors() {
        struct Other: Error {}
        #expect(LayerFailure(socketError: Other()) == nil)
        #expect(LayerFailure(socketError: IOError(errnoCode: EINVAL, reason: "connect")) == nil)
    }

    @Test("NIO's own errors are unwrapped")
    func channelErrors() {
        #expect(LayerFailure(socketError: ChannelError.connectTimeout(.seconds(3))) == .timedOut)
        #expect(LayerFailure(socketError: ChannelError.eof) == .closed)
    }

    @Test("A failure that the server caused weighs more than one of the way, and that more than one of ours")
    func weights() {
        let order: [LayerFailure] = [
            .ourFault(.addressFamilyUnavailable), .unreachable(.network), .unreachable(.host), .timedOut, .refused,
        ]
        #expect(order.map(\.weight) == order.map(\.weight).sorted())
        #expect(Set(order.map(\.weight)).count == order.count)
    }
}
