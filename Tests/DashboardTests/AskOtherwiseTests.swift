import Drawing
import FleetModel
import TestSupport
import Testing

@testable import Dashboard

@Suite struct AskOtherwiseTests {
    private let id = Server.ID(name: "kiosk-07.corp.example", port: 3389)

    private func explained(_ size: Size = Size(width: 80, height: 24)) throws -> Screen {
        var screen = Screen(SampleFleet.dozen, size)
        try screen.select("kiosk-07.corp.example")
        try screen.press("x")
        return screen
    }

    private func shows(_ screen: Screen, _ text: String) -> Bool {
        screen.canvas.lines.contains { $0.contains(text) }
    }

    @Test func `v says what it does to the server before it does it`() throws {
        var screen = try explained()
        try screen.press("v")
        #expect(shows(screen, "Ask kiosk-07.corp.example in other ways"))
        #expect(shows(screen, "up to four connections"))
        #expect(shows(screen, "RdpCoreTS 131"))
        #expect(screen.effects.isEmpty)
        try screen.press("n")
        #expect(screen.effects.isEmpty && screen.state.notice?.text == "cancelled")
        try screen.press("v", "y")
        #expect(screen.effects == [.askOtherwise(id)])
    }

    @Test func `Results show in the explanation and in the details as they come, with their times`() throws {
        var screen = try explained()
        #expect(screen.state.overlayScroll == 0)
        try screen.press("v", "y")
        let status = try #require(screen.state.selectedStatus)
        var snapshot = try #require(status.snapshot)
        for (count, offer) in HandshakeVariant.Offer.allCases.prefix(2).enumerated() {
            let now = SampleFleet.now + .seconds(Int64(count + 1))
            _ = screen.state.apply(.tick(now))
            snapshot = snapshot.appending(
                VariantAttempt(
                    variant: HandshakeVariant(offer: offer), reached: .tls, failure: .closed, microseconds: 9, at: now),
                at: now)
            var changed = status
            changed.snapshot = snapshot
            _ = screen.state.apply(.statuses([changed]))
            #expect(shows(screen, offer.words) && shows(screen, "0s ago"))
        }
        #expect(shows(screen, "1s ago"), "the first one is a second old by now")
        try screen.press("Esc")
        try screen.open("negotiation")
        _ = screen.state.apply(.tick(SampleFleet.now + .hours(1)))
        let details = DetailPane().lines(screen.state, width: 78).map(\.text)
        #expect(details.contains { $0.contains(HandshakeVariant.Offer.tls12.words) })
    }

    @Test func `While probing is stopped it says so and asks nothing`() throws {
        var screen = try explained()
        try screen.press("Esc", "P", "y", "x", "v")
        #expect(screen.state.prompt == nil)
        #expect(screen.state.notice?.text == "probing is stopped; P lets it go on")
        #expect(screen.effects == [.stopProbing])
    }

    @Test func `Nothing but a server is asked`() throws {
        var screen = Screen()
        _ = screen.state.apply(.key(.character(":")))
        screen.type("stats")
        try screen.press("Enter", "v")
        #expect(screen.state.notice?.text.hasPrefix("only a server is asked") == true)
        #expect(screen.effects.isEmpty)
    }

    @Test func `A frozen screen says that it will not show the results`() throws {
        var screen = Screen()
        try screen.select("kiosk-07.corp.example")
        try screen.press("p", "x", "v")
        #expect(shows(screen, "shows the results when it goes on"))
    }

    @Test func `A server that no probe reached cannot be asked, and nothing invites to it`() throws {
        var screen = Screen()
        try screen.select("rdsh-fra-002.corp.example")
        try screen.press("x")
        #expect(!ExplanationText.lines(screen.state, width: 76).contains { $0.text.contains("other ways") })
        try screen.press("v")
        #expect(screen.state.prompt == nil && screen.state.notice?.text.hasPrefix("its last probe made no") == true)
    }
}
