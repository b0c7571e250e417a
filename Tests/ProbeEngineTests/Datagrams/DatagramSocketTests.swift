import FleetModel
import Glibc
import Testing

@testable import ProbeEngine

@Suite("A datagram socket", .timeLimit(.minutes(1)))
struct DatagramSocketTests {
    @Test("that has told of an error and forgotten it leaves poll with nothing to say")
    func forgetsErrors() async throws {
        let nobody = try await DatagramPeer.run(answer: { _, _ in [] }) { $0.endpoint }
        let socket = try DatagramSocket(isIPv6: false)
        socket.setOption(Int32(IPPROTO_IP), IP_RECVERR, Int32(1))
        try socket.connect(to: nobody)
        #expect(socket.send([1]) == nil)
        // On loopback the answer is there before send returns.
        #expect(events(of: socket) & Int16(POLLERR) != 0)
        guard case .failure(ECONNREFUSED) = socket.receive() else {
            Issue.record("nothing was told")
            return
        }
        #expect(events(of: socket) & Int16(POLLERR) != 0, "the system keeps it")
        socket.forgetErrors()
        #expect(events(of: socket) == 0)
    }

    private func events(of socket: DatagramSocket) -> Int16 {
        var polled = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&polled, 1, 0)
        return polled.revents
    }
}
