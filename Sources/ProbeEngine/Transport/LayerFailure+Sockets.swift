import FleetModel
import Glibc
import NIOCore
import NIOPosix

extension LayerFailure {
    /// What an error number of the system says about the peer, the way to it, or us; one that says nothing is ours.
    ///
    /// - Parameters:
    ///   - code: What `errno` was.
    ///   - isIPv6: Whether the peer's address is one of IPv6, for which Linux gives two numbers another meaning.
    init(errno code: CInt, isIPv6: Bool) {
        switch code {
        case ECONNREFUSED: self = .refused
        case ECONNRESET, EPIPE, ECONNABORTED: self = .reset
        case ETIMEDOUT: self = .timedOut
        case EHOSTUNREACH, EHOSTDOWN, ENONET: self = .unreachable(.host)
        case ENETUNREACH, ENETDOWN: self = .unreachable(.network)
        // ICMPv6 "administratively prohibited", "failed policy" and "reject route" (RFC 4443, 3.1) arrive as EACCES.
        case EACCES: self = isIPv6 ? .unreachable(.host) : .ourFault(.notPermitted)
        case EPERM: self = .ourFault(.notPermitted)
        // Without an IPv6 address of our own there is none to connect from; for IPv4 all ports are taken.
        case EADDRNOTAVAIL: self = .ourFault(isIPv6 ? .addressFamilyUnavailable : .outOfResources)
        case EMFILE, ENFILE, ENOBUFS, ENOMEM: self = .ourFault(.outOfResources)
        case EAFNOSUPPORT: self = .ourFault(.addressFamilyUnavailable)
        case EINVAL, EDESTADDRREQ: self = .ourFault(.invalidAddress)
        default: self = .ourFault(.other)
        }
    }

    /// What an error of a socket says, however it is wrapped; nil for an error that is not one of a socket.
    ///
    /// - Parameters:
    ///   - error: Whatever a channel failed with.
    ///   - isIPv6: As of ``init(errno:isIPv6:)``; matters only while connecting.
    init?(socketError error: any Error, isIPv6: Bool = false) {
        switch error {
        case let error as IOError:
            self.init(errno: error.errnoCode, isIPv6: isIPv6)
        case let error as NIOConnectionError:
            guard let last = error.connectionErrors.last else { return nil }
            self.init(socketError: last.error, isIPv6: isIPv6)
        case ChannelError.connectTimeout:
            self = .timedOut
        case ChannelError.eof, ChannelError.inputClosed, ChannelError.outputClosed:
            self = .closed
        default:
            return nil
        }
    }

    /// How much a failed connect says about the server; the failure of several that says most is the layer's.
    ///
    /// An address that is not reachable from here says less than one that answered with a reset.
    var weight: Int {
        switch self {
        case .refused, .reset: 4
        case .timedOut, .closed, .blocked, .accessDenied: 3
        case .unreachable(.host): 2
        case .unreachable(.network): 1
        case .ourFault: 0
        case .noSuchName, .noAddress, .resolverError, .resolverSilent, .negotiationRefused, .notRDP, .malformed,
            .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed, .certificate, .securityError,
            .notAGateway,
            .serverError:
            0
        }
    }
}
