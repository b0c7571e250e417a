import LabSupport

/// A real server that is broken in one way, which is known, and what `check` should say is the cause.
struct BrokenServer: Sendable, CustomStringConvertible {
    /// The first label of its name below `lab.test`.
    let label: String
    /// What is broken, in words.
    let fault: String
    let state: String
    let cause: ExpectedCause
    /// What the name server knows of it, by its name and the endpoint where it listens.
    var records: @Sendable (_ name: String, LoopbackEndpoint) -> [DNSMasq.Record]
    /// The address in the fleet file; nil leaves it to the name server.
    var hasFixedAddress = false
    /// Starts it and breaks it; what it returns keeps the processes alive.
    let start: @Sendable (_ name: String, LoopbackEndpoint) async throws -> (any Sendable)?

    var name: String { "\(label).lab.test" }
    var description: String { "\(label): \(fault)" }

    /// Describes one whose name leads to where it listens, unless other records say otherwise.
    init(
        _ label: String, _ fault: String, state: String = "down", _ cause: ExpectedCause,
        hasFixedAddress: Bool = false,
        records: @escaping @Sendable (String, LoopbackEndpoint) -> [DNSMasq.Record] = {
            [.addresses($0, [$1.address])]
        },
        start: @escaping @Sendable (_ name: String, LoopbackEndpoint) async throws -> (any Sendable)?
    ) {
        self.label = label
        self.fault = fault
        self.state = state
        self.cause = cause
        self.hasFixedAddress = hasFixedAddress
        self.records = records
        self.start = start
    }
}
