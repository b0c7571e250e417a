import FleetModel
import RDPWire

/// How a TLS handshake went, as seen on the wire.
struct Handshake {
    /// What the server answered to the ClientHello, and how many bytes it sent.
    var flight: ServerFlight
    /// The server's last alert in the clear, with the version of its record.
    var alert: (TLSAlert, recordVersion: TLSVersion)?
    /// Why it ended without success; nil after success.
    var ending: LayerFailure?
    /// Who ended it; nil after success.
    var closer: TLSFacts.Closer?
}
