import FleetModel

/// What answers HTTP in the place of a gateway, by what it says of itself.
enum OtherApplication: Sendable, Hashable, CaseIterable {
    case exchange, webAccess, portal

    /// Its name in a sentence.
    var name: String {
        switch self {
        case .exchange: "Outlook on the web (Exchange)"
        case .webAccess: "RD Web Access"
        case .portal: "a log-on page of another product"
        }
    }

    /// Its name in a headline, at most 12 characters.
    var shortName: String {
        switch self {
        case .exchange: "Exchange"
        case .webAccess: "RD Web"
        case .portal: "a portal"
        }
    }

    /// Words in the answer that give it away, in lower case.
    fileprivate var words: [String] {
        switch self {
        case .exchange: ["/owa", "outlook", "exchange"]
        case .webAccess: ["/rdweb", "rd web access"]
        case .portal: ["/saml", "/adfs", "/vpn/", "/dana-na", "/remote/login", "oauth2", "login", "sign in", "log on"]
        }
    }
}

extension GatewayCase {
    /// What answers instead of a gateway, when its words give it away; nil otherwise.
    var otherApplication: OtherApplication? {
        guard transportFailure != nil, let facts = transport else { return nil }
        let texts = [facts.server, facts.location, facts.body].compactMap { $0?.lowercased() }
        return OtherApplication.allCases.first { application in
            // Any page may have the words of a portal; only a page that answers instead of the gateway is one.
            (application != .portal || statusClass == .page)
                && application.words.contains { word in texts.contains { $0.contains(word) } }
        }
    }

    /// Whether the answer is of IIS, on which a gateway of Windows stands.
    var isIIS: Bool { transport?.server?.lowercased().hasPrefix("microsoft-iis") ?? false }

    /// The class of the HTTP answer that made the transport fail; nil when it passed, or nothing parsed, or when its
    /// words give another application away, which says more.
    var answerClass: AnswerClass? { otherApplication == nil ? statusClass : nil }

    private var statusClass: AnswerClass? {
        guard let failure = transportFailure, failure.letter != nil, let status = transport?.status else { return nil }
        return AnswerClass(status)
    }
}

/// What a status says that no gateway gives to an RDG_OUT_DATA without credentials (protocol of MS-TSGU 3.3.5.1).
enum AnswerClass: Sendable, Hashable {
    /// 403, 404, 410: this path is not there, or not for everybody.
    case notHere
    /// 400, 405, 411, 413, 414, 431, 501, 505: something refuses the method or the form of the request.
    case methodRefused
    /// 407: an HTTP proxy asks for log-on.
    case proxyLogOn
    /// 500 and above, but for those about the method.
    case serverError
    /// 200 and 3xx: a page.
    case page
    /// 401 and all others.
    case other

    init(_ status: UInt16) {
        self =
            switch status {
            case 403, 404, 410: .notHere
            case 400, 405, 411, 413, 414, 431, 501, 505: .methodRefused
            case 407: .proxyLogOn
            case 500...599: .serverError
            case 200...399: .page
            default: .other
            }
    }
}
