import FleetModel

/// How many other servers of the fleet have the same certificate, authority or build: counted when it changes, since it
/// takes a walk over all rows.
struct FleetKin: Sendable, Equatable {
    /// When it was counted.
    let counted: Instant
    /// Servers whose certificate has the same issuer, this one not among them.
    private(set) var sameIssuer = 0
    /// Servers whose certificate ends in the same week, from Monday to Sunday in UTC.
    private(set) var sameWeek = 0
    /// Servers that show the very same certificate.
    private(set) var sameCertificate = 0
    /// Servers that run the same build.
    private(set) var sameBuild = 0
    /// Of those, the ones that treat NLA otherwise.
    private(set) var otherNLA = 0
    /// The certificate of the fleet that ends next, and the server that shows it; nil when none is known.
    private(set) var next: NextToEnd?

    /// A certificate that will end.
    struct NextToEnd: Sendable, Equatable {
        var row: Rows.Index
        var ends: Instant
    }

    /// Counts the servers that are like one of the rows.
    init(of row: Rows.Index, in rows: Rows, now: Instant) {
        counted = now
        let own = rows[row].snapshot
        let leaf = own?.certificate?.facts?.leaf
        let week = leaf?.notAfter?.week
        let build = own?.nla?.facts?.build
        for other in 0..<rows.count {
            let snapshot = rows[other].snapshot
            let theirs = snapshot?.certificate?.facts?.leaf
            if let ends = theirs?.notAfter, ends > now, ends < next?.ends ?? .distantFuture {
                next = NextToEnd(row: other, ends: ends)
            }
            guard other != row else { continue }
            if let leaf, let theirs {
                if theirs.issuer == leaf.issuer { sameIssuer += 1 }
                if week != nil, theirs.notAfter?.week == week { sameWeek += 1 }
                if theirs.sha256 == leaf.sha256 { sameCertificate += 1 }
            }
            if let build, snapshot?.nla?.facts?.build == build {
                sameBuild += 1
                if snapshot?.nlaRequirement != own?.nlaRequirement { otherNLA += 1 }
            }
        }
    }

    /// The same of nobody else.
    init(counted: Instant) {
        self.counted = counted
    }
}

extension Instant {
    /// The week it lies in, from Monday to Sunday in UTC, counted from the one of 1970-01-01, which was a Thursday.
    var week: Int64 {
        let (week, rest) = (milliseconds &+ Self.fromMonday).quotientAndRemainder(dividingBy: Self.ofWeek)
        return rest < 0 ? week - 1 : week
    }

    /// The Monday that its week begins with.
    var startOfWeek: Instant { Instant(milliseconds: week &* Self.ofWeek &- Self.fromMonday) }

    /// Three days and seven days, in milliseconds.
    private static let (fromMonday, ofWeek) = (Int64(3 * 86_400_000), Int64(7 * 86_400_000))

    /// Later than any other.
    fileprivate static let distantFuture = Instant(milliseconds: .max)
}
