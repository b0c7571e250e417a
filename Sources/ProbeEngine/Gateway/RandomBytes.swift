/// Gives that many random bytes.
package typealias RandomBytes = @Sendable (_ count: Int) -> [UInt8]

/// From the system, good enough for keys.
package let systemRandomBytes: RandomBytes = { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}
