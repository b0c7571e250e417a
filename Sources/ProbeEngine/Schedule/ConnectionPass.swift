/// What a probe shows before it connects: with it the prober keeps all connections within the limits.
///
/// A probe asks to enter the neighbourhood of the address that it is going to connect to, and when TCP is up whether it
/// may stay. What it holds ends with the probe; nothing has to be given back.
package struct ConnectionPass: Sendable {
    /// What a probe asks.
    enum Question: Sendable {
        case enter([UInt8])
        case connected
    }

    /// The neighbourhood that it may connect to without asking; nil when none was known.
    private let neighbourhood: [UInt8]?
    /// Whether it holds an established place, or will.
    private let isExpectedToAnswer: Bool
    private let ask: @Sendable (Question, PendingAnswer<Bool>) -> Void

    init(
        neighbourhood: [UInt8]?, expectsAnswer: Bool,
        ask: @escaping @Sendable (Question, PendingAnswer<Bool>) -> Void
    ) {
        self.neighbourhood = neighbourhood
        isExpectedToAnswer = expectsAnswer
        self.ask = ask
    }

    /// Waits until a connection to a neighbourhood may begin; once for each probe.
    ///
    /// - Parameter neighbourhood: `IPAddress.neighbourhood` of the address that is tried first.
    /// - Returns: Whether it may; false when the task was cancelled before.
    package func enter(_ neighbourhood: [UInt8]) async -> Bool {
        if neighbourhood == self.neighbourhood { return !Task.isCancelled }
        return await answer(to: .enter(neighbourhood))
    }

    /// TCP is up: whether the connection may stay.
    ///
    /// - Returns: False when nobody was expected to answer and there is no place for one who does: then it is closed at
    ///   once, and the next layer fails with `.ourFault(.heldBack)`; the probe is made again when there is a place.
    package func connected() async -> Bool {
        guard !isExpectedToAnswer else { return true }
        return await answer(to: .connected)
    }

    private func answer(to question: Question) async -> Bool {
        let answer = PendingAnswer<Bool>()
        return await withTaskCancellationHandler {
            ask(question, answer)
            return await answer.value()
        } onCancel: {
            answer.give(false)
        }
    }
}
