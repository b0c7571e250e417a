internal import FleetModel
internal import Glibc
internal import RDPWire
internal import Synchronization

/// One RDP-UDP SYN on its way to one server, and what came back.
///
/// Sent from the probe's task and read on the thread that watches its socket.
final class SynExchange: Sendable {
    /// How it ended.
    enum Ending: Sendable {
        case answered(SynAckDatagram)
        case failed(LayerFailure)
    }

    /// What the server may send that is no answer before nobody listens any more.
    static let patience = 64

    private struct State {
        /// Datagrams that do not parse.
        var garbage = 0
        /// All that were no answer.
        var useless = 0
    }

    /// How it ended, for the one who waits.
    let ending = PendingAnswer<Ending>()
    private let socket: DatagramSocket
    private let datagram: [UInt8]
    private let sequenceNumber: UInt32
    private let isIPv6: Bool
    private let wire: (@Sendable (WireEvent.Kind) -> Void)?
    private let state = Mutex(State())

    init(
        _ syn: SynDatagram, on socket: DatagramSocket, isIPv6: Bool, wire: (@Sendable (WireEvent.Kind) -> Void)? = nil
    ) {
        self.wire = wire
        self.socket = socket
        self.isIPv6 = isIPv6
        datagram = syn.encoded
        sequenceNumber = syn.synData.initialSequenceNumber
    }

    /// Sends the datagram; each time the same, so that the server takes the second for the first.
    func send() {
        wire?(.sent(datagram))
        if let number = socket.send(datagram) { fail(number) }
    }

    /// Reads all that has come.
    func read() {
        state.withLock { read(into: &$0) }
    }

    /// Says that the time is up; what has come by now still counts.
    func expire() {
        let failure: LayerFailure = state.withLock { state in
            read(into: &state)
            return state.garbage > 0 ? .malformed : .timedOut
        }
        ending.give(.failed(failure))
    }

    /// Stops in the middle of a flood: others wait for the thread, and nobody waits for this one any more.
    private func read(into state: inout State) {
        while state.useless < Self.patience {
            switch socket.receive() {
            case .nothing: return
            case .failure(let number): fail(number)
            case .datagram(let bytes, _):
                wire?(.received(bytes))
                take(bytes, into: &state)
            }
        }
        ending.give(.failed(.malformed))
    }

    private func take(_ bytes: [UInt8], into state: inout State) {
        let answer = try? SynAckDatagram(decoding: bytes[...])
        if let answer, answer.acknowledged == sequenceNumber {
            ending.give(.answered(answer))
        } else {
            if answer == nil { state.garbage += 1 }
            state.useless += 1
        }
    }

    private func fail(_ number: Int32) {
        socket.forgetErrors()
        // A shorter way than we thought; the system cuts the next datagram to its measure.
        guard number != EMSGSIZE else { return }
        ending.give(.failed(LayerFailure(errno: number, isIPv6: isIPv6)))
    }
}
