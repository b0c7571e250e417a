extension Filter {
    /// Reads a filter that is still being typed: its mistakes are left out, and what else it says is in force.
    ///
    /// - Parameter text: As typed so far.
    /// - Returns: The filter of the words without a mistake, and the first mistake; nil when there is none.
    package static func parseWhileTyping(_ text: String) -> (filter: Filter, mistake: FilterMistake?) {
        var characters = Array(text)
        var first: FilterMistake?
        while true {
            do throws(FilterMistake) {
                return (try parse(String(characters)), first)
            } catch {
                if first == nil { first = error }
                // Each mistake is about at least one character, so that this ends.
                guard !error.range.isEmpty, error.range.upperBound <= characters.count else {
                    return (.everything, first)
                }
                characters.removeSubrange(error.range)
            }
        }
    }
}
