/// How this machine is itself: whether what fails may be our fault and not the servers'.
package enum OurSideState: Sendable, Hashable, Codable {
    /// Nothing points to us.
    case fine
    /// Hardly anybody can be reached: probably our link. What fails now says little of the servers.
    case linkDown
    /// The resolver answers for no name. Names whose addresses are not known say nothing of their servers.
    case resolverDown
    /// This machine cannot keep up; `lag` is how late an event loop was, zero when something else is short. What times
    /// out now may have been answered.
    case overloaded(lag: Span)

    /// Whether both are the same trouble, or none, however bad it is.
    package func isSameTrouble(as other: OurSideState) -> Bool {
        switch (self, other) {
        case (.fine, .fine), (.linkDown, .linkDown), (.resolverDown, .resolverDown), (.overloaded, .overloaded): true
        case (.fine, _), (.linkDown, _), (.resolverDown, _), (.overloaded, _): false
        }
    }
}
