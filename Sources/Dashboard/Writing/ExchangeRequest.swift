package import FleetModel

/// Files of a failed exchange that the user asked for.
package struct ExchangeRequest: Sendable, Equatable {
    /// As typed.
    package var path: String
    /// As chosen with Tab, or by the end of the path.
    package var format: FileFormat
    /// Whose exchange it is.
    package var subject: ExchangeSubject
    /// The exchange of which the prompt spoke; nil for the last one by now.
    package var exchange: FailedExchange?
}

/// A server or gateway whose failed exchange may be written.
package struct ExchangeSubject: Sendable, Equatable {
    /// For the name of a file; not cleaned.
    let name: String
    /// Where to look; the first that has one counts.
    package let targets: [FailedExchange.Target]
    /// What to say when none of them has one.
    package let absence: String
    /// What to say when it has no packet.
    package let absenceOfPackets: String
}
