/// What a file of servers may ask for at most, so that a slip of the pen costs a message and not the machine.
package enum InventoryLimits {
    /// The largest file that is read, in bytes.
    package static let fileBytes = 16 * 1024 * 1024
    /// The largest configuration that is read, in bytes.
    package static let configurationBytes = 1024 * 1024
    /// The most servers in one fleet.
    package static let servers = 100_000
    /// The most servers that one range stands for.
    package static let rangeLength = 65_536
    /// The most mistakes that are told at once.
    package static let mistakes = 100
    /// The longest interval, timeout or threshold.
    package static let longestDays: Int64 = 36_500
}
