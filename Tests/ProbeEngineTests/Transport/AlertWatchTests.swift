import RDPWire
import Testing

@testable import ProbeEngine

@Suite("Alert watch")
struct AlertWatchTests {
    private let handshakeRecord: [UInt8] = [22, 3, 3, 0, 4, 11, 0, 0, 0]

    @Test("An alert behind handshake records is found however the bytes are cut", arguments: 1...16)
    func cuts(size: Int) {
        var watch = AlertWatch()
        var rest = (handshakeRecord + handshakeRecord + Wire.alert(40, version: 1))[...]
        while !rest.isEmpty {
            watch.receive(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        #expect(watch.alert?.0 == TLSAlert(level: .fatal, description: .handshakeFailure))
        #expect(watch.alert?.recordVersion == .tls10)
    }

    @Test(
        "The alert that ends the handshake stands, whatever follows; a warning before it does not",
        arguments: [
            (Wire.alert(40) + Wire.alert(0, level: 1), 40), (Wire.alert(40) + Wire.alert(80), 40),
            (Wire.alert(112, level: 1) + Wire.alert(40), 40), (Wire.alert(0, level: 1) + Wire.alert(40), 0),
            (Wire.alert(112, level: 1), 112),
        ] as [([UInt8], UInt8)])
    func severalAlerts(bytes: [UInt8], number: UInt8) {
        for size in 1...bytes.count {
            var watch = AlertWatch()
            var rest = bytes[...]
            while !rest.isEmpty {
                watch.receive(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            #expect(watch.alert?.0.description.rawValue == number)
        }
    }

    @Test(
        "What is encrypted, or is not TLS, is no alert",
        arguments: [
            [20, 3, 3, 0, 1, 1] + Wire.alert(40),
            [23, 3, 3, 0, 1, 1] + Wire.alert(40),
            [21, 3, 3, 0, 3, 2, 40, 0],
            [0x48, 0x54, 0x54, 0x50, 0x2F] + Wire.alert(40),
            [],
        ] as [[UInt8]])
    func noAlert(bytes: [UInt8]) {
        var watch = AlertWatch()
        watch.receive(bytes[...])
        #expect(watch.alert == nil)
    }
}
