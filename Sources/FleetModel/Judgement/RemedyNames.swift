/// The names that the commands of a remedy are filled with.
///
/// They end up in shells, so only what a shell takes as it stands is filled in; for anything else the placeholder
/// stays in capitals for the reader to fill.
package struct RemedyNames: Sendable, Hashable {
    /// What users type to reach the server.
    package var server: String
    /// The server's port.
    package var port: UInt16
    /// The host name of the gateway in front; nil when there is none.
    package var gateway: String?

    /// Creates the names of one server, or of one gateway.
    package init(server: String, port: UInt16, gateway: String? = nil) {
        self.server = server
        self.port = port
        self.gateway = gateway
    }
}

extension Remedy {
    /// This step with the names of one server in its texts.
    package func filled(_ names: RemedyNames) -> Remedy {
        var filled = self
        filled.text = names.fill(text)
        filled.command = command.map(names.fill)
        filled.risk = risk.map(names.fill)
        filled.undo = undo.map(names.fill)
        return filled
    }
}

extension RemedyNames {
    /// A text with its placeholders replaced; most braces are PowerShell's own.
    fileprivate func fill(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            result += rest[..<open]
            rest = rest[open...]
            if let placeholder = Placeholder.allCases.first(where: { rest.utf8.starts(with: $0.rawValue.utf8) }) {
                result += value(of: placeholder)
                rest = Substring(rest.utf8.dropFirst(placeholder.rawValue.utf8.count))
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }

    private enum Placeholder: String, CaseIterable {
        case server = "{server}"
        case port = "{port}"
        case target = "{target}"
        case gateway = "{gateway}"
    }

    private func value(of placeholder: Placeholder) -> String {
        switch placeholder {
        case .server: server.isPlainName ? server : "SERVER"
        case .port: "\(port)"
        case .target: target
        case .gateway: gateway.flatMap { $0.isPlainName ? $0 : nil } ?? "GATEWAY"
        }
    }

    /// The server with its port unless that is 3389, as `rdptop check` and `mstsc /v` take it; an IPv6 address needs
    /// brackets then, and those need quotes.
    private var target: String {
        guard server.isPlainName else { return port == Server.defaultPort ? "SERVER" : "SERVER:\(port)" }
        guard port != Server.defaultPort else { return server }
        return server.contains(":") ? "'[\(server)]:\(port)'" : "\(server):\(port)"
    }
}

extension String {
    /// Whether it has nothing but what names and addresses are made of, and does not look like an option.
    fileprivate var isPlainName: Bool {
        guard let first = utf8.first, first != UInt8(ascii: "-"), utf8.count <= 253 else { return false }
        return utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: ":"):
                true
            default: false
            }
        }
    }
}
