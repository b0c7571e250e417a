import FleetModel
import Foundation

/// The one place that reads the system's clock.
enum WallClock {
    /// Now.
    static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
