package import FleetModel

/// A report that the user asked for.
package struct WriteRequest: Sendable, Equatable {
    /// As typed.
    package var path: String
    /// As chosen with Tab, or by the end of the path.
    package var format: FileFormat
    /// The servers of the report, in its order.
    package var servers: [Server.ID]
    /// The filter that chose them, as typed; empty when none did.
    package var filter: String
    /// The order in words.
    package var order: String
    /// What the screen shows, when that is not what is known by now.
    package var frozen: FrozenMoment?
}
