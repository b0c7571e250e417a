/// How many servers of a fleet somebody takes care of.
package struct Attended: Sendable, Hashable {
    /// Nobody wants to hear of them; they are in no other count.
    package var muted = 0
    /// Somebody knows of their problems; those that are muted as well are not among them.
    package var acknowledged = 0

    /// Counts what has been said of servers, once for each.
    package init(_ said: some Sequence<ServerAnnotations> = []) {
        for annotations in said {
            if annotations.mute != nil {
                muted += 1
            } else if annotations.acknowledgement != nil {
                acknowledged += 1
            }
        }
    }
}
