package import FleetModel

/// What a prober at work can be told.
package enum ProberCommand: Sendable {
    /// Probe these servers at once; `answer` gets one answer for each, in order, before the probes begin.
    case probeNow([Server.ID], answer: @Sendable ([ProbeNowAnswer]) -> Void)
    /// Probe these gateways at once, in the same way.
    case probeGatewaysNow([Gateway.ID], answer: @Sendable ([ProbeNowAnswer]) -> Void)
    /// Ask this server in other ways, once, to see more of it; `answer` gets the answer before anything is sent.
    case askOtherwise(Server.ID, answer: @Sendable (AskOtherwiseAnswer) -> Void)
    /// Begin no new probe; those under way go on.
    case pause
    /// Go on.
    case resume
    /// An event loop was so late.
    case lag(Span)
}

/// The answer to the wish to probe a target at once.
package enum ProbeNowAnswer: Sendable, Hashable {
    /// It is next, within the limits.
    case accepted
    /// Its last probe began less than 5 s ago; how long until it may be asked for.
    case tooSoon(wait: Span)
    /// It is being probed now.
    case underWay
    /// All probing is paused.
    case paused
    /// Users reach it through a gateway only, and so it is not probed itself.
    case behindGateway
    /// No such target in this fleet.
    case unknown
}

/// The answer to the wish to ask a server in other ways.
package enum AskOtherwiseAnswer: Sendable, Hashable {
    /// So many connections are next, a second apart, within the limits; so many ways are left that it has not been
    /// asked in yet.
    case accepted(connections: Int, left: Int)
    /// It was asked so long ago; how long until it may be again.
    case tooSoon(asked: Span, wait: Span)
    /// It is being asked now; so many connections are still to come.
    case underWay(left: Int)
    /// Its last probe made no connection, and another one would make none either.
    case notReached
    /// Our own link is down.
    case linkDown
    /// All probing is paused.
    case paused
    /// Users reach it through a gateway only, and so it is not asked itself.
    case behindGateway
    /// No such server in this fleet.
    case unknown
}
