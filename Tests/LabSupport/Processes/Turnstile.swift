/// Lets a few in at a time and the others wait, in the order in which they came.
///
/// Tests start all at once; programs that have to share a processor with thirty others would be slow, and the tests
/// would measure that.
package actor Turnstile {
    /// The one that every screen of this test process goes through.
    package static let screens = Turnstile(places: 6)
    /// The one that every run of `rdptop` to its end goes through, in this test process.
    static let runs = Turnstile(places: 6)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// As many as there are places may be inside at a time; at least 1.
    package init(places: Int) { self.places = max(1, places) }

    /// Does something inside: waits for a place, and gives it back whatever `body` does.
    package nonisolated func pass<Result, Failure: Error>(
        _ body: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        await enter()
        do throws(Failure) {
            let result = try await body()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async {
        guard places == 0 else {
            places -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Gives the place to whoever has waited longest.
    private func leave() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        places += 1
    }
}
