internal import FleetModel

/// Whether what fails is ours, found out from results: a dead link makes every server look dead.
///
/// The link counts as down when two thirds of what was tried last failed here, before anything could be sent; or when
/// servers of at least five neighbourhoods, which all had answered before, are silent together and nobody answers. The
/// first answer ends it. The resolver counts as down when it was silent for every name that was asked for last.
struct OurSide: Sendable {
    /// What one result says of our link.
    enum Sign: Sendable, Hashable {
        /// Something answered: packets go out and come back.
        case reached
        /// It failed on this machine, or for want of a route.
        case failedHere
        /// Nobody answered who had answered before.
        case fellSilent
    }

    private struct Result {
        var target: Int
        var sign: Sign
        var neighbourhood: [UInt8]?
        var at: Instant
    }

    /// So many targets, or all there are, say whether it is us.
    static let enoughTargets = 10
    /// Of fewer there are, nothing can be said: one server without a route is one server without a route.
    static let fewestTargets = 3
    /// So many neighbourhoods have to fall silent.
    static let enoughNeighbourhoods = 5
    /// All results of this time count; when they are too few, the last ones of ``longWindow``.
    static let window = Span.seconds(10)
    /// What is older says nothing of now.
    static let longWindow = Span.seconds(60)
    private static let remembered = 64

    /// The last result of each of the last targets, the newest last.
    private var results: [Result] = []
    private var unansweredNames: Set<Int> = []
    private var isLinkDown = false
    private var isResolverDown = false
    private var overload = Overload()

    /// The state now; what makes more servers look dead comes first.
    var state: OurSideState {
        if isLinkDown { return .linkDown }
        if isResolverDown { return .resolverDown }
        return overload.lag.map { .overloaded(lag: $0) } ?? .fine
    }

    /// How often the rate of new connections is halved.
    var halvings: Int { overload.halvings }

    /// When an overload is past, unless there is another sign of it.
    var nextChange: Instant? { overload.end }

    /// Whether this machine was overloaded at that time or later.
    func wasOverloaded(since began: Instant) -> Bool { overload.last.map { $0 >= began } ?? false }

    /// Takes in what the result of a target says of our link.
    ///
    /// - Parameters:
    ///   - sign: What the result says.
    ///   - target: Whose it is, by number.
    ///   - neighbourhood: Where the target stands; nil when that is not known.
    ///   - population: How many targets there are whose results count.
    ///   - hasEverWorked: Whether anybody has ever answered; if not, it takes all results and not two thirds.
    ///   - now: When it ended.
    mutating func take(
        _ sign: Sign, of target: Int, in neighbourhood: [UInt8]?, population: Int, hasEverWorked: Bool, at now: Instant
    ) {
        results.removeAll { $0.target == target || now - $0.at > Self.longWindow }
        if sign == .reached, isLinkDown {
            isLinkDown = false
            results.removeAll()
        }
        results.append(Result(target: target, sign: sign, neighbourhood: neighbourhood, at: now))
        if results.count > Self.remembered { results.removeFirst() }
        guard sign != .reached, population >= Self.fewestTargets else { return }
        let enough = min(Self.enoughTargets, max(1, population))
        let fresh = results.count { now - $0.at <= Self.window }
        let recent = results.suffix(max(fresh, enough))
        guard recent.count >= enough else { return }
        let failedHere = recent.count { $0.sign == .failedHere }
        let reached = recent.count { $0.sign == .reached }
        let needed = hasEverWorked ? (2 * recent.count + 2) / 3 : recent.count
        let silent = Set(recent.filter { $0.sign == .fellSilent }.map(\.neighbourhood))
        if failedHere >= needed || (reached == 0 && silent.count >= Self.enoughNeighbourhoods) { isLinkDown = true }
    }

    /// Takes in whether the resolver answered when it was asked for a target's name; `population` is how many have one.
    mutating func takeName(of target: Int, isAnswered: Bool, population: Int) {
        if isAnswered {
            unansweredNames = []
            isResolverDown = false
        } else if !isResolverDown {
            unansweredNames.insert(target)
            isResolverDown = unansweredNames.count >= min(Self.enoughTargets, max(1, population))
        }
    }

    /// Takes in how late an event loop was.
    mutating func take(lag: Span, at now: Instant) {
        if lag > Overload.lagLimit { overload.notice(lag, at: now) }
    }

    /// Takes in that no descriptors, ports or memory were left.
    mutating func takeExhaustion(at now: Instant) { overload.notice(.zero, at: now) }

    /// Time has passed.
    mutating func pass(to now: Instant) { overload.pass(to: now) }
}
