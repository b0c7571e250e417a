import FleetModel

extension JSONReport {
    /// What failing servers share and healthy ones do not.
    func sharedCauses(_ causes: CommonCauses) -> JSONValue {
        .object([
            "state": .text(causes.state.rawValue), "failing": .integer(Int64(causes.failing)),
            "healthy": .integer(Int64(causes.healthy)), "unexplained": .integer(Int64(causes.unexplained)),
            "statements": .list(causes.causes.map { .object(statement($0)) }),
        ])
    }

    func statement(_ cause: SharedCause) -> [String: JSONValue?] {
        [
            "trait": .text(cause.trait.word), "value": .text(clean(cause.value)),
            "confidence": .text(cause.confidence.rawValue), "failing": .integer(Int64(cause.failing)),
            "failing_total": .integer(Int64(cause.failingTotal)), "working": .integer(Int64(cause.healthy)),
            "working_total": .integer(Int64(cause.healthyTotal)),
            "others": .object([
                "ok": .integer(Int64(cause.others.ok)), "warning": .integer(Int64(cause.others.warning)),
                "unknown": .integer(Int64(cause.others.unknown)),
            ]),
            "statement": .text(clean(cause.statement)), "long": .text(clean(cause.long)),
            "servers": .list(cause.servers.map { .text(clean($0.text)) }),
        ]
    }
}

extension SharedCause.Trait {
    /// The trait for programs.
    fileprivate var word: String {
        switch self {
        case .gateway: "gateway"
        case .network: "network"
        case .site: "site"
        case .tag: "tag"
        case .owner: "owner"
        case .resolverAnswer: "resolver_answer"
        case .authority: "authority"
        case .certificateDates: "certificate_dates"
        case .build: "build"
        case .tlsVersion: "tls_version"
        case .addressFamily: "address_family"
        case .firstFailure: "first_failure"
        case .verdict: "verdict"
        }
    }
}
