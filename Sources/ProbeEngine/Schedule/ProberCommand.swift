package import FleetModel

/// What a prober at work can be told.
package enum ProberCommand: Sendable {
    /// Probe these servers at once; `answer` gets one answer for each, in order, before the probes begin.
    case probeNow([Server.ID], answer: @Sendable ([ProbeNowAnswer]) -> Void)
    /// Probe these gateways at once, in the same way.
    case probeGatewaysNow([Gateway.ID], answer: @Sendable ([ProbeNowAnswer]) -> Void)
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
