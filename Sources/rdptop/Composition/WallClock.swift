import FleetModel
import Foundation

/// The one place that reads the system's clock.
enum WallClock {
    /// Now.
    static func now() -> Instant {
        Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Now, in microseconds since 1970; exact until the year 2255.
    static func microseconds() -> Int64 {
        Int64(Date().timeIntervalSince1970 * 1_000_000)
    }
}
