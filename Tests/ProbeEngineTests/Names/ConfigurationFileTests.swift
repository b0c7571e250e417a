import FleetModel
import Glibc
import Testing

@testable import ProbeEngine

@Suite struct ConfigurationFileTests {
    @Test func resolvConfGivesSearchDomainsAndDots() {
        let settings = ResolverSettings(
            parsing: """
                # a comment
                ; another
                nameserver 192.0.2.1
                domain old.example
                search Corp.Example b.example\tbad..example
                options timeout:1 ndots:3 rotate
                options ndots:x
                """)
        #expect(settings == ResolverSettings(search: ["corp.example", "b.example"], ndots: 3))
    }

    @Test(arguments: [
        ("", ResolverSettings.none),
        ("domain a.example", ResolverSettings(search: ["a.example"])),
        ("search a.example\ndomain b.example", ResolverSettings(search: ["b.example"])),
        ("search", ResolverSettings.none),
        ("options ndots:99", ResolverSettings(ndots: 15)),
        ("options ndots:-4", ResolverSettings(ndots: 0)),
        ("search a b c d e f g h", ResolverSettings(search: ["a", "b", "c", "d", "e", "f"])),
    ]) func resolvConfOfEveryShape(text: String, settings: ResolverSettings) {
        #expect(ResolverSettings(parsing: text) == settings)
    }

    @Test func hostsFileGivesAddressesInItsOrder() throws {
        let hosts = HostsFile(
            parsing: """
                127.0.0.1\tlocalhost
                ::1 localhost ip6-localhost # loopback
                10.0.0.7  TS07.corp.example ts07
                10.0.0.7  ts07
                #10.0.0.8 ts08
                fe80::1%eth0 scoped
                not-an-address ts09
                10.0.0.10
                10.0.0.11 a..b fine
                """)
        func addresses(_ name: String) throws -> [String] {
            hosts.addresses(of: try #require(DomainName(name))).map(\.description)
        }
        #expect(try addresses("localhost") == ["127.0.0.1", "::1"])
        #expect(try addresses("ts07") == ["10.0.0.7"])
        #expect(try addresses("TS07.CORP.example.") == ["10.0.0.7"])
        #expect(try addresses("fine") == ["10.0.0.11"])
        for name in ["ts08", "ts09", "scoped", "nowhere"] { #expect(try addresses(name) == []) }
    }

    @Test func aWatchedFileIsReadAgainWhenItChangesAndNotMoreThanOnceASecond() throws {
        let file = try TemporaryFile("one")
        var watched = WatchedFile(path: file.path)
        let start = ContinuousClock.now
        #expect(watched.changedText(at: start) == "one")
        #expect(watched.changedText(at: start + .seconds(2)) == nil)
        try file.write("two, longer")
        #expect(watched.changedText(at: start + .seconds(2.5)) == nil)
        #expect(watched.changedText(at: start + .seconds(3)) == "two, longer")
        unlink(file.path)
        #expect(watched.changedText(at: start + .seconds(4)) == "")
        #expect(watched.changedText(at: start + .seconds(5)) == nil)
    }

    @Test func aFileThatIsMissingReadsAsEmptyOnce() {
        var watched = WatchedFile(path: "/nonexistent/hosts")
        #expect(watched.changedText(at: .now) == "")
        #expect(watched.changedText(at: .now + .seconds(2)) == nil)
    }

    @Test func aHugeFileIsReadToItsLimit() throws {
        let file = try TemporaryFile(String(repeating: "x", count: WatchedFile.limit + 5))
        var watched = WatchedFile(path: file.path)
        #expect(watched.changedText(at: .now)?.utf8.count == WatchedFile.limit)
    }

    @Test(arguments: [
        (["10.0.0.1", "2001:db8::1"], true, ["2001:db8::1", "10.0.0.1"]),
        (["10.0.0.1", "2001:db8::1"], false, ["10.0.0.1", "2001:db8::1"]),
        (["10.0.0.2", "10.0.0.1"], true, ["10.0.0.2", "10.0.0.1"]),
        (["2001:db8::2", "2001:db8::1"], false, ["2001:db8::2", "2001:db8::1"]),
        (["10.0.0.1", "2002::1", "2001::1", "fd00::1"], true, ["fd00::1", "10.0.0.1", "2002::1", "2001::1"]),
        ([], true, []),
    ]) func ipv6ComesFirstWhereThereIsARoute(addresses: [String], hasRoute: Bool, sorted: [String]) {
        let order = AddressOrder.sorted(addresses.compactMap { IPAddress($0) }) { _ in hasRoute }
        #expect(order.map(\.description) == sorted)
    }
}

/// A file that is gone when the value is.
final class TemporaryFile {
    let path: String

    init(_ text: String) throws {
        var template = Array("/tmp/rdptop-test-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        try #require(descriptor >= 0)
        close(descriptor)
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        try write(text)
    }

    deinit { unlink(path) }

    func write(_ text: String) throws {
        let file = try #require(fopen(path, "w"))
        fputs(text, file)
        fclose(file)
    }
}
