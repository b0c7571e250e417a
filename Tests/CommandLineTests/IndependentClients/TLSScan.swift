import LabSupport

/// What sslscan says of a server's TLS, behind the negotiation of RDP.
struct TLSScan: Sendable {
    /// The names of the versions that it found enabled, such as `TLS 1.2`.
    let versions: Set<String>
    /// The numbers of the suites that the server accepted, by the name of the version.
    let suites: [String: Set<Int>]
    /// The common name of the certificate's subject.
    let subject: String?
    /// The certificate's dates as ISO 8601.
    let notBefore: String?
    let notAfter: String?

    /// Scans a server; TLS 1.0 needs the policy that permits anything.
    static func perform(_ endpoint: LoopbackEndpoint, policy: XrdpServer.CryptographicPolicy) async throws -> TLSScan {
        let folder = try ScratchFolder()
        let left = ["compression", "fallback", "groups", "heartbleed", "renegotiation"].map { "--no-\($0)" }
        let xml = try await run(
            .sslscan, ["--rdp", "--no-colour", "--xml=-"] + left + ["\(endpoint)"],
            environment: policy.environment(in: folder))
        withExtendedLifetime(folder) {}
        return TLSScan(xml)
    }

    private init(_ xml: String) {
        versions = Set(
            xml.matches(of: /<protocol type="tls" version="([0-9.]+)" enabled="1"/).map { "TLS \($0.output.1)" })
        var suites: [String: Set<Int>] = [:]
        for match in xml.matches(of: /<cipher status="[a-z]+" sslversion="TLSv([0-9.]+)" [^>]*id="0x([0-9A-F]+)"/) {
            if let number = Int(match.output.2, radix: 16) {
                suites["TLS \(match.output.1)", default: []].insert(number)
            }
        }
        self.suites = suites
        subject = xml.firstMatch(of: /<subject><!\[CDATA\[(.*?)\]\]>/).map { String($0.output.1) }
        notBefore = xml.firstMatch(of: /<not-valid-before>(.*?)</).flatMap { isoTime($0.output.1) }
        notAfter = xml.firstMatch(of: /<not-valid-after>(.*?)</).flatMap { isoTime($0.output.1) }
    }
}

/// `Nov  3 00:00:00 2026 GMT`, as OpenSSL writes a time, in ISO 8601.
private func isoTime(_ text: Substring) -> String? {
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let parts = text.split(separator: " ")
    guard parts.count == 5, let month = months.firstIndex(of: String(parts[0])) else { return nil }
    func twoDigits(_ digits: String) -> String { digits.count == 1 ? "0" + digits : digits }
    return "\(parts[3])-\(twoDigits(String(month + 1)))-\(twoDigits(String(parts[1])))T\(parts[2])Z"
}
