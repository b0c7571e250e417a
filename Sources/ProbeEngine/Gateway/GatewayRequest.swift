import FleetModel
internal import FoundationEssentials
import NIOHTTP1

/// What is asked of a gateway, as clients ask it before they have said who they are.
///
/// MS-TSGU 2.1.1, 2.1.2 and 3.3.5.1. There is no Authorization header here, and none can be put in.
struct GatewayRequest {
    /// Which of the three.
    let kind: HTTPFacts.Request
    /// The host as the Host header names it.
    let authority: String
    /// For the identifiers of connection and session.
    let random: RandomBytes

    /// - Parameters:
    ///   - kind: Which of the three.
    ///   - gateway: Whom to ask.
    ///   - random: For the identifiers of connection and session.
    init(_ kind: HTTPFacts.Request, of gateway: Gateway, random: @escaping RandomBytes) {
        self.kind = kind
        self.random = random
        // Whatever a fleet file calls a host, no header begins or ends there (RFC 9112, 3.2).
        let printable = gateway.host.utf8.filter { (0x21...0x7E).contains($0) }
        let host = String(decoding: printable, as: UTF8.self)
        let bracketed = IPAddress(host)?.isIPv6 ?? false ? "[\(host)]" : host
        authority = gateway.port == 443 ? bracketed : "\(bracketed):\(gateway.port)"
    }

    /// The request; it has no body.
    var head: HTTPRequestHead {
        switch kind {
        case .transport:
            let fields = ahead(connection: "Keep-Alive") + [("Host", authority), ("Content-Length", "0")]
            return request("RDG_OUT_DATA", Self.path, fields)
        case .webSocket:
            let key = Data(random(16)).base64EncodedString()
            let upgrade = [("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", key)]
            let fields = ahead(connection: "Upgrade") + upgrade + [("Host", authority), ("Content-Length", "0")]
            return request("RDG_OUT_DATA", Self.path, fields)
        case .rpc:
            let session = identifier().lowercased()
            return request(
                "RPC_OUT_DATA", "/rpc/rpcproxy.dll?localhost:3388",
                [
                    ("Accept", "application/rpc"), ("Cache-Control", "no-cache"), ("Connection", "Keep-Alive"),
                    ("Content-Length", "0"), ("User-Agent", "MSRPC"), ("Host", authority),
                    ("Pragma", "ResourceTypeUuid=\(Self.resourceType), SessionId=\(session)"),
                ])
        }
    }

    private static let path = "/remoteDesktopGateway/"
    /// The resource type of a gateway's sessions (MS-TSGU 2.1.1).
    private static let resourceType = "44e265dd-7daf-42cd-8560-3cdb6e7a2729"

    private func ahead(connection: String) -> [(String, String)] {
        [
            ("Cache-Control", "no-cache"), ("Connection", connection), ("Pragma", "no-cache"), ("Accept", "*/*"),
            ("User-Agent", "MS-RDGateway/1.0"), ("RDG-Connection-Id", "{\(identifier())}"),
            ("RDG-Correlation-Id", "{\(identifier())}"),
        ]
    }

    private func request(_ method: String, _ uri: String, _ fields: [(String, String)]) -> HTTPRequestHead {
        HTTPRequestHead(version: .http1_1, method: .RAW(value: method), uri: uri, headers: HTTPHeaders(fields))
    }

    /// A GUID in its usual form of 36 characters, without braces.
    private func identifier() -> String {
        let digits = hexadecimal(random(16)).uppercased()
        var rest = digits[...]
        return [8, 4, 4, 4, 12].map { length in
            defer { rest = rest.dropFirst(length) }
            return String(rest.prefix(length))
        }.joined(separator: "-")
    }
}
