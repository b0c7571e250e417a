package import FleetModel

/// Something a server does instead of what the protocol asks for; nothing follows it.
package enum Deed: Sendable, Hashable {
    /// Keeps the connection open and says nothing.
    case stayingSilent
    /// Closes in order: FIN, and what the client still sends is read, so that no reset follows.
    case closing
    /// Resets the connection.
    case resetting
    /// Sends these bytes and stays silent.
    case sending([UInt8])
    /// Sends these bytes, then closes in order.
    case sendingThenClosing([UInt8])
    /// Sends `head`, then `unit` over and over until `byteCount` bytes have been sent in all, as fast as they are taken.
    case flooding(head: [UInt8], unit: [UInt8] = [0], byteCount: Int)
    /// Sends these bytes one at a time, so far apart.
    case dripping([UInt8], every: Span)
}
