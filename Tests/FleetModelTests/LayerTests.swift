import FleetModel
import Testing

@Suite struct LayerTests {
    @Test func `the ladder is in its order and has its letters`() {
        #expect(String(Layer.allCases.map(\.letter)) == "DPTXSCNUG")
        #expect(Layer.allCases == Layer.allCases.shuffled().sorted())
        #expect(Layer.allCases.map(\.index) == Array(0..<9))
    }

    @Test func `what needs what`() {
        let needs: [Layer: Layer?] = [
            .dns: nil, .gateway: nil, .ping: .dns, .tcp: .dns, .x224: .tcp, .udp: .tcp, .tls: .x224, .certificate: .tls,
            .nla: .tls,
        ]
        for layer in Layer.allCases { #expect(layer.need == needs[layer] ?? nil) }
    }

    @Test func `cells are kept by layer and shown as signs`() {
        var cells = Cells { $0 == .gateway ? .notApplicable : .ok }
        cells[.tcp] = .failed(.refused)
        cells[.tls] = .notReached
        cells[.nla] = .warning(nil)
        cells[.udp] = .unknown
        #expect(cells.signs == "..R.:.!?-")
        #expect(cells[.tcp] == .failed(.refused))
        #expect(Cells.unknown.signs == "?????????")
    }

    @Test func `every reason letter is one character of its own and has a meaning`() {
        #expect(Set(ReasonLetter.allCases.map(\.rawValue)).count == ReasonLetter.allCases.count)
        for letter in ReasonLetter.allCases {
            #expect(letter.rawValue.count == 1 && !letter.meaning.isEmpty)
        }
    }

    @Test(
        "Failures have the letters of the design",
        arguments: [
            (.noSuchName, "N"), (.noAddress, "N"), (.resolverError(2), "S"), (.resolverSilent, "T"), (.timedOut, "T"),
            (.refused, "R"), (.reset, "R"), (.closed, "C"), (.unreachable(.host), "U"), (.unreachable(.network), "U"),
            (.ourFault(.cancelled), nil), (.negotiationRefused(2), "P"), (.notRDP(.http), "P"), (.malformed, "P"),
            (.tlsAlert(40), "H"), (.disconnectInsteadOfTLS, "H"), (.tlsTooOld(0x300), "H"), (.handshakeFailed, "H"),
            (.certificate(.expired), "E"), (.certificate(.notYetValid), "E"), (.certificate(.nameMismatch), "M"),
            (.certificate(.untrusted), "V"), (.certificate(.incompleteChain), "V"), (.certificate(.pinMismatch), "V"),
            (.certificate(.weakKey), "W"), (.certificate(.weakSignature), "W"), (.certificate(.wrongUsage), "W"),
            (.certificate(.unreadable), "W"), (.serverError(503), "S"), (.accessDenied, "A"), (.blocked, "B"),
        ] as [(LayerFailure, String?)])
    func letters(_ failure: LayerFailure, _ letter: String?) {
        #expect(failure.letter?.rawValue == letter)
    }

    @Test func `a server's name carries its port when that is not 3389`() {
        #expect(Server(name: "TS07").displayName == "TS07")
        #expect(Server(name: "TS07", port: 3390).displayName == "TS07:3390")
        #expect(Server(name: "::1", port: 3390).displayName == "[::1]:3390")
        #expect(Server(name: "TS07").id.text == "ts07:3389")
        #expect(Server(name: "2001:DB8::1").id.text == "[2001:db8::1]:3389")
        #expect(Server(name: "TS07").id == Server(name: "ts07").id)
    }

    @Test func `the names of security protocols`() {
        #expect(SecurityProtocols.standard.names == ["RDP"])
        #expect(SecurityProtocols.modern.names == ["TLS", "HYBRID", "HYBRID_EX"])
        #expect(SecurityProtocols(rawValue: 0x8000_0010).names == ["RDSAAD", "0x80000000"])
    }
}
