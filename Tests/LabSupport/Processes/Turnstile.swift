/// Lets a few in at a time and the others wait, in the order in which they came.
///
/// Tests start all at once; dashboards that have to share a processor with thirty others would be slow, and the tests
/// would measure that.
actor Turnstile {
    /// The one that every dashboard of this test process goes through.
    static let dashboards = Turnstile(places: 6)

    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(places: Int) { self.places = places }

    /// Returns when there is a place, which is taken then.
    func enter() async {
        guard places == 0 else {
            places -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Gives the place to whoever has waited longest.
    func leave() {
        guard waiting.isEmpty else { return waiting.removeFirst().resume() }
        places += 1
    }
}
