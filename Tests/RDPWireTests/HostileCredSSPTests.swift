import Testing

@testable import RDPWire

@Suite("Hostile bytes in CredSSP and NTLM")
struct HostileCredSSPTests {
    private let requests = (tsRequestSamples + foreignTSRequestSamples).map(\.bytes)
    private let messages = challengeSamples.map(\.bytes) + [hex(ntlmNegotiate), hex(spnegoInit)]

    /// Reads `bytes` in every way there is: what decodes has a wire form, which decodes to the same.
    private func read(_ bytes: ArraySlice<UInt8>, _ name: @autoclosure () -> String) {
        if let request = try? TSRequest(decoding: bytes) {
            if (try? TSRequest(decoding: request.encoded[...])) != request { Issue.record("\(name()): TSRequest") }
            if TSRequestFrame(startOf: bytes) != .complete(length: bytes.count) { Issue.record("\(name()): frame") }
            for token in request.negoTokens { readNTLM(token[...], name()) }
        }
        readNTLM(bytes, name())
    }

    private func readNTLM(_ bytes: ArraySlice<UInt8>, _ name: @autoclosure () -> String) {
        guard let message = NTLMMessage.find(in: bytes) else { return }
        if let challenge = try? NTLMChallenge(decoding: message) {
            let again = (try? challenge.encoded()).flatMap { try? NTLMChallenge(decoding: $0[...]) }
            if again != challenge { Issue.record("\(name()): CHALLENGE") }
        }
        if let negotiate = try? NTLMNegotiate(decoding: message) {
            if (try? NTLMNegotiate(decoding: negotiate.encoded[...])) != negotiate {
                Issue.record("\(name()): NEGOTIATE")
            }
        }
    }

    @Test("a message cut anywhere is truncated")
    func truncations() {
        for sample in requests {
            for count in sample.indices {
                do throws(WireError) {
                    _ = try TSRequest(decoding: sample.prefix(count))
                    Issue.record("decoded with \(count) of \(sample.count) bytes")
                } catch {
                    guard case .truncated = error else {
                        Issue.record("\(count) of \(sample.count) bytes: \(error)")
                        continue
                    }
                }
            }
        }
        for sample in challengeSamples {
            for count in sample.bytes.indices {
                do throws(WireError) {
                    _ = try NTLMChallenge(decoding: sample.bytes.prefix(count))
                    Issue.record("\(sample.name) decoded with \(count) bytes")
                } catch {
                    guard case .truncated = error else {
                        Issue.record("\(sample.name), \(count) bytes: \(error)")
                        continue
                    }
                }
            }
        }
    }

    @Test("a message with one changed byte decodes or throws")
    func singleByteChanges() {
        for sample in requests + messages {
            forEachSingleByteChange(of: sample) { changed, index in
                read(changed[...], "byte \(index) is \(changed[index])")
            }
        }
    }

    @Test("random bytes decode or throw, alone and behind the headers that let them in")
    func randomBytes() {
        for seed in UInt64(1)...3_000 {
            var random = SplitMix64(seed: seed)
            let noise = random.bytes(upTo: 120)
            read(noise[...], "seed \(seed)")
            read(TSRequest(negoTokens: [noise]).encoded[...], "seed \(seed), as a token")
            readNTLM((NTLMMessage.signature + [2, 0, 0, 0] + noise)[...], "seed \(seed), as a challenge")
            _ = try? AVPair.decodeList(noise[...])
        }
    }
}
