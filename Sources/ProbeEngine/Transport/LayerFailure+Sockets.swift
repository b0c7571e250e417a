import FleetModel
import Glibc
import NIOCore
import NIOPosix

extension LayerFailure {
    /// What an error number of the system says about the peer, the way to it, or us; nil for one that says nothing.
    init?(errno code: CInt) {
        switch code {
        case ECONNREFUSED: self = .refused
        case ECONNRESET, EPIPE, ECONNABORTED: self = .reset
        case ETIMEDOUT: self = .timedOut
        case EHOSTUNREACH, EHOSTDOWN: self = .unreachable(.host)
        case ENETUNREACH, ENETDOWN: self = .unreachable(.network)
        case EACCES, EPERM: self = .ourFault(.notPermitted)
        case EMFILE, ENFILE, ENOBUFS, ENOMEM, EADDRNOTAVAIL: self = .ourFault(.outOfResources)
        case EAFNOSUPPORT: self = .ourFault(.addressFamilyUnavailable)
        default: return nil
        }
    }

    /// What an error of a socket says, however it is wrapped; nil for an error that is not one of a socket.
    init?(socketError error: any Error) {
        switch error {
        case let error as IOError:
            self.init(errno: error.errnoCode)
        case let error as NIOConnectionError:
            guard let last = error.connectionErrors.last else { return nil }
            self.init(socketError: last.error)
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
            .tlsAlert, .disconnectInsteadOfTLS, .tlsTooOld, .handshakeFailed, .certificate, .serverError:
            0
        }
    }
}
