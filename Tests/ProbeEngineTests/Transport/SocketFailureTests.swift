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
            (ENONET, .unreachable(.host)), (ENETUNREACH, .unreachable(.network)), (ENETDOWN, .unreachable(.network)),
            (EPERM, .ourFault(.notPermitted)), (EMFILE, .ourFault(.outOfResources)),
            (ENFILE, .ourFault(.outOfResources)), (ENOBUFS, .ourFault(.outOfResources)),
            (ENOMEM, .ourFault(.outOfResources)), (EAFNOSUPPORT, .ourFault(.addressFamilyUnavailable)),
            (EINVAL, .ourFault(.invalidAddress)), (EDESTADDRREQ, .ourFault(.invalidAddress)),
            (EBADF, .ourFault(.other)), (EIO, .ourFault(.other)), (0, .ourFault(.other)),
        ] as [(CInt, LayerFailure)])
    func errorNumbers(code: CInt, failure: LayerFailure) {
        for isIPv6 in [false, true] {
            #expect(LayerFailure(errno: code, isIPv6: isIPv6) == failure)
            let error = IOError(errnoCode: code, reason: "connect")
            #expect(LayerFailure(socketError: error, isIPv6: isIPv6) == failure)
        }
    }

    @Test(
        "What a router's ICMPv6 refusal or a missing IPv6 address is called depends on the family",
        arguments: [
            (EACCES, .ourFault(.notPermitted), .unreachable(.host)),
            (EADDRNOTAVAIL, .ourFault(.outOfResources), .ourFault(.addressFamilyUnavailable)),
        ] as [(CInt, LayerFailure, LayerFailure)])
    func families(code: CInt, overIPv4: LayerFailure, overIPv6: LayerFailure) {
        #expect(LayerFailure(errno: code, isIPv6: false) == overIPv4)
        #expect(LayerFailure(errno: code, isIPv6: true) == overIPv6)
    }

    @Test("An error that is not of a socket is none")
    func otherErrors() {
        struct Other: Error {}
        #expect(LayerFailure(socketError: Other(), isIPv6: false) == nil)
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
