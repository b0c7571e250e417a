import Drawing

extension DashboardState {
    /// Why a key does nothing here: where it does something, or where the keys are listed.
    func whyNothing(on key: Key) -> String {
        let places = keys.places(of: key)
        guard places.isEmpty else { return "\(key.name): only \(Place.shortWords(places))" }
        return "\(key.name): no binding here; \(listOfKeys)"
    }

    /// Where the keys are listed, by the way that there is.
    private var listOfKeys: String { "\(keys.name(of: "help") ?? ":help") lists the keys" }
}
