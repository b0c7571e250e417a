import FleetModel
import Testing

@Suite struct WebhookAddressTests {
    @Test(arguments: [
        ("https://chat.example/hooks/a?b=c#d", true, "chat.example", 443, "/hooks/a?b=c", "chat.example"),
        ("http://localhost:8080", false, "localhost", 8080, "/", "localhost:8080"),
        ("https://[2001:db8::1]:8443/x", true, "2001:db8::1", 8443, "/x", "[2001:db8::1]:8443"),
        ("https://10.1.2.3?x", true, "10.1.2.3", 443, "/?x", "10.1.2.3"),
    ])
    func `An address is taken apart`(
        text: String, isSecure: Bool, host: String, port: UInt16, target: String, authority: String
    ) throws {
        let address = try WebhookAddress(text)
        #expect(address.isSecure == isSecure && address.host == host && address.port == port)
        #expect(address.target == target && address.authority == authority)
        #expect(address.shown == "\(isSecure ? "https" : "http")://\(authority)")
    }

    @Test(arguments: [
        "", "chat.example", "HTTPS://chat.example", "https://", "https://:443/", "https://a:/", "https://a:99999/",
        "https://a:1:2/", "https://kim@a/", "https://[::1", "https://[10.1.2.3]/", "https://[::1]x/", "https://a b/",
        "https://a/\r\nX: y", "https://ä/", "https://a/" + String(repeating: "x", count: 2_000),
    ])
    func `What is no address is a mistake that does not repeat it`(text: String) {
        let mistake = #expect(throws: WebhookAddress.Mistake.self) { try WebhookAddress(text) }
        #expect(mistake?.text.contains("kim") != true)
    }

    @Test(arguments: [
        ("http://localhost/", true), ("http://127.3.4.5/", true), ("http://[::1]/", true), ("http://10.0.0.1/", false),
        ("http://localhost.example/", false),
    ])
    func `Loopback never leaves this machine`(text: String, isLoopback: Bool) throws {
        #expect(try WebhookAddress(text).isLoopback == isLoopback)
    }
}
