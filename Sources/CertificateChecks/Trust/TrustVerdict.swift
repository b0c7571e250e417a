import FleetModel

/// Where a path leads, and what a person should know beyond that.
struct TrustVerdict: Sendable, Hashable {
    var path: TrustPath
    /// Whether an undecided path is one that clients refuse for certain.
    var isRefused = false
    /// Sentences to add.
    var remarks: [String] = []
    /// Whether the server's own key made the signature of its certificate.
    var isSelfSigned = false
}
