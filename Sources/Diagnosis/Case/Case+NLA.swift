import FleetModel

extension Case {
    /// Whether the server chose a protocol without NLA, so that there is nothing to ask CredSSP.
    var choosesWithoutNLA: Bool {
        guard failure(at: .x224) == nil, let selected = negotiation?.selected else { return false }
        return !selected.offersNLA
    }

    /// What the server said to CredSSP; nil when it was not asked, or the way there fails now.
    var credSSP: NLAFacts? {
        guard isReached(.nla), !choosesWithoutNLA else { return nil }
        return snapshot?.nla?.facts
    }

    /// Why CredSSP failed; nil when it passed or was not asked, or the way there fails now.
    var credSSPFailure: LayerFailure? {
        guard let failure = failure(at: .nla), failure.letter != nil, isReached(.nla), !choosesWithoutNLA else {
            return nil
        }
        return failure
    }

    /// How far the server's clock is from ours, whichever is ahead; nil when it is not known.
    var clockDifference: Span? {
        credSSP?.clockSkew.map { Span(milliseconds: abs($0.milliseconds)) }
    }

    /// Whether the server insists on NLA; nil when that is not known, or the way there fails now.
    var nlaRequirement: NLARequirement? {
        isReached(.nla) ? snapshot?.nlaRequirement : nil
    }

    /// What the server's clock says, and which way it is off.
    var clockEvidence: [String] {
        guard let facts = credSSP, let skew = facts.clockSkew else { return [] }
        let side = skew < .zero ? "behind" : "ahead of"
        let length = Span(milliseconds: abs(skew.milliseconds)).spoken
        let clock = facts.serverClock.map { ["NTLM: the server's clock says \($0.iso8601)"] } ?? []
        return clock + ["NTLM: it is \(length) \(side) the clock here, half the round trip taken off"]
    }
}
