import Foundation

/// As which user this process runs, and what that permits.
enum Privileges {
    /// Both in words.
    static func words() -> String {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        return user(id: geteuid(), mayOpenRawSockets: capabilities(in: status) >> rawSocketBit & 1 == 1)
    }

    /// CAP_NET_RAW (capabilities(7), linux/capability.h).
    private static let rawSocketBit: UInt64 = 13

    /// As whom the program runs, in words.
    static func user(id: UInt32, mayOpenRawSockets: Bool) -> String {
        let name = id == 0 ? "root, which nothing here needs" : "user \(id)"
        return name
            + (mayOpenRawSockets
                ? "; may open raw sockets (CAP_NET_RAW), which only ping uses"
                : "; may not open raw sockets: ping works where net.ipv4.ping_group_range permits it")
    }

    /// The effective capabilities in `/proc/self/status`: the hexadecimal number behind `CapEff:` (proc(5)); 0 when there
    /// is none.
    static func capabilities(in status: String) -> UInt64 {
        let line = status.split(separator: "\n").first { $0.hasPrefix("CapEff:") }
        return line?.split(whereSeparator: \.isWhitespace).last.flatMap { UInt64($0, radix: 16) } ?? 0
    }
}
