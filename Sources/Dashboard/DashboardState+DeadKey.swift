import Drawing

extension DashboardState {
    /// Why a key does nothing here: where it does something, or where the keys are listed.
    func whyNothing(on key: Key) -> String {
        let places = keys.places(of: key).map(\.title)
        guard let last = places.last else { return "\(key.name): no binding here; \(listOfKeys)" }
        let others = places.dropLast()
        return "\(key.name): only " + (others.isEmpty ? last : others.joined(separator: ", ") + " and " + last)
    }

    /// Where the keys are listed, by the way that there is.
    private var listOfKeys: String {
        let key = ActionTable.action("help").flatMap { keys.shortestKey(of: $0) }
        return "\(key?.name ?? ":help") lists the keys"
    }
}
