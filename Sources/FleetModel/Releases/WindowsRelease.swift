/// The products that share one build number: client and server do, and the number does not tell which it is.
package struct WindowsRelease: Sendable, Hashable {
    /// One product of a build, with the last days of its updates.
    package struct Product: Sendable, Hashable {
        /// Such as `Windows Server 2019`.
        package let name: String
        /// Until when each of its editions gets security updates; empty when that is not in the table.
        package let support: [Support]
        /// Updates that are paid for after that (ESU); nil when none are sold, as far as the table knows.
        package let paidUpdates: PaidUpdates?

        /// Creates a product.
        package init(_ name: String, _ support: [Support] = [], paidUpdates: PaidUpdates? = nil) {
            self.name = name
            self.support = support
            self.paidUpdates = paidUpdates
        }
    }

    /// Until when an edition gets security updates.
    package struct Support: Sendable, Hashable {
        /// Which edition; nil for all of them.
        package let edition: String?
        /// The last day: of a server that of extended support, of a client that of servicing.
        package let lastDay: CalendarDate

        /// Creates the last day of an edition.
        package init(_ edition: String?, _ lastDay: CalendarDate) {
            self.edition = edition
            self.lastDay = lastDay
        }
    }

    /// Extended Security Updates, which are paid for.
    package enum PaidUpdates: Sendable, Hashable {
        /// Sold up to this day.
        case until(CalendarDate)
        /// Sold; their end is not in the table.
        case sold
    }

    /// The build.
    package let build: WindowsBuild
    /// The products, the server first.
    package let products: [Product]

    /// Creates a release.
    package init(_ build: WindowsBuild, _ products: [Product]) {
        self.build = build
        self.products = products
    }

    /// `Windows Server 2019 or Windows 10 1809`.
    package var productName: String { products.map(\.name).joined(separator: " or ") }

    /// The last day on which any product of this build gets updates that nobody pays for; nil when none is known.
    package var lastDay: CalendarDate? {
        products.flatMap(\.support).map(\.lastDay).max()
    }

    /// Whether no product of this build gets such updates any more.
    package func isOutOfSupport(at now: Instant) -> Bool {
        guard let lastDay else { return false }
        return CalendarDate(of: now) > lastDay
    }
}
