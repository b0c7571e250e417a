import FleetModel
import Glibc
import Testing

@testable import ProbeEngine

@Suite("A datagram socket", .timeLimit(.minutes(5)))
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

    @Test("knows how long ago came what it has read")
    func age() throws {
        let (receiver, sender) = (try DatagramSocket(isIPv6: false), try DatagramSocket(isIPv6: false))
        receiver.stampArrivals()
        // Connected to nobody it has a port, to which others may send.
        try receiver.connect(to: SocketEndpoint(address: .ipv4Loopback, port: 9))
        let endpoint = try #require(receiver.local)
        try sender.connect(to: endpoint)
        try receiver.connect(to: try #require(sender.local))
        // The two clocks may part by a little while they are compared.
        let slack = Duration.milliseconds(2)
        // The system begins to stamp soon after it was told to, and not always with the first one.
        while true {
            let sent = ContinuousClock.now
            #expect(sender.send([1]) == nil)
            #expect(events(of: receiver, within: 10_000) & Int16(POLLIN) != 0)
            let came = ContinuousClock.now
            while came.duration(to: .now) < slack * 5 {}
            guard case .datagram([1], _) = receiver.receive() else {
                Issue.record("nothing came")
                return
            }
            let asked = ContinuousClock.now
            guard let age = receiver.ageOfLast else { continue }
            #expect(age <= sent.duration(to: .now) + slack)
            #expect(age >= came.duration(to: asked) - slack)
            return
        }
    }

    private func events(of socket: DatagramSocket, within milliseconds: Int32 = 0) -> Int16 {
        var polled = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
        poll(&polled, 1, milliseconds)
        return polled.revents
    }
}
