import FleetModel
import RDPWire

extension NLAFacts {
    /// The most bytes of an answer that are kept.
    static let firstBytesLimit = 64

    /// What a server's bytes mean as an answer to the first TSRequest.
    ///
    /// - Parameters:
    ///   - frame: How far they are a TSRequest; nil when none came.
    ///   - bytes: The bytes themselves.
    ///   - ending: Why no more bytes will come; nil while more may.
    /// - Returns: The facts, and the failure unless the answer is a challenge.
    static func read(
        _ frame: TSRequestFrame?, from bytes: ArraySlice<UInt8>, ending: LayerFailure?
    ) -> Sighting<NLAFacts> {
        var facts = NLAFacts(answer: .nothing, firstBytes: Array(bytes.prefix(firstBytesLimit)))
        let failure: LayerFailure?
        switch frame {
        case nil:
            failure = ending ?? .closed
        case .incomplete?:
            // Not wrong so far, but it ended too early.
            facts.answer = .malformed
            failure = ending ?? .malformed
        case .malformed?:
            facts.answer = .malformed
            failure = .malformed
        case .complete(let length)?:
            do throws(WireError) {
                failure = facts.take(try TSRequest(decoding: bytes.prefix(length)))
            } catch {
                facts.answer = .malformed
                failure = .malformed
            }
        }
        return Sighting(facts: facts, failure: ending == .ourFault(.cancelled) ? ending : failure)
    }

    /// Takes in what the server said, and returns what is wrong with it.
    private mutating func take(_ request: TSRequest) -> LayerFailure? {
        credSSPVersion = request.version
        if let code = request.errorCode, code != 0 {
            answer = .errorCode(code)
            return .securityError(code)
        }
        let messages = request.negoTokens.lazy.compactMap { NTLMMessage.find(in: $0[...]) }
        guard let message = messages.first, let challenge = try? NTLMChallenge(decoding: message) else {
            answer = messages.first.map(NTLMMessage.isChallenge) == true ? .malformed : .otherToken
            return .malformed
        }
        answer = .challenge
        take(challenge)
        return nil
    }

    private mutating func take(_ challenge: NTLMChallenge) {
        targetName = challenge.targetName.map { CleanText.clean($0) }
        isDomainMember = challenge.isDomainMember
        build = challenge.version.map { WindowsBuild(major: $0.major, minor: $0.minor, build: $0.build) }
        for pair in challenge.targetInfo {
            switch pair {
            case .computerName(let name): computerName = CleanText.clean(name)
            case .domainName(let name): domainName = CleanText.clean(name)
            case .dnsComputerName(let name): dnsComputerName = CleanText.clean(name)
            case .dnsDomainName(let name): dnsDomainName = CleanText.clean(name)
            case .dnsTreeName(let name): forest = CleanText.clean(name)
            // Zero is how a server says that it has no time to tell.
            case .timestamp(let time) where time.intervals > 0:
                serverClock = Instant(milliseconds: time.unixMilliseconds)
            case .timestamp, .other: break
            }
        }
    }
}
