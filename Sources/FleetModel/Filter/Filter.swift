/// A question asked of every row: words and conditions, all of which must hold, or one group of them out of several.
///
/// The language, the same on the screen and on the command line:
/// - `fra` — a word that the row contains (name, address, site, owner, tags, verdict), in any case
/// - `"two words"` — the same with a blank or a sign in it, or with a colon behind letters
/// - `~rdsh-0[1-9]`, `~"two|words"` — a regular expression, as ``FilterPattern`` knows them
/// - `!word`, `!is:ok` — not
/// - `is:problem`, `is:down`, `is:warn`, `is:ok`, `is:unknown` or `is:?` — by state
/// - `is:acked`, `is:muted`, `is:marked` — by what people have said; a muted server is in no state, as it counts in none
/// - `is:new`, `is:recovered`, `is:stale` — by what time has made of it
/// - `name:ts01`, `name:ts01:3390` — the server of this whole name, in any case, and with this port where one is named
/// - `site:fra`, `tag:prod`, `owner:team-vdi`, `gateway:rdgw-1` — by what the fleet file says
/// - `issuer:"Corp CA"` — by who issued the certificate, or a part of that
/// - `layer:tls` — the layer is failed or a warning; `reason:timeout` or `reason:T` — a cell has that letter
/// - `cert<14d`, `cert>1d`, `since<10m`, `since>2h` — by what is left of the certificate, and by the age of the state
/// - `rtt>200`, `rtt<1s` — by the round trip, in milliseconds unless it says otherwise
/// - `a b | c` — (a and b) or c
package struct Filter: Sendable, Hashable {
    /// One condition and whether it is turned round.
    package struct Term: Sendable, Hashable {
        /// What it asks of a server.
        package var condition: Condition
        /// Whether it asks for the opposite.
        package var isNegated: Bool

        /// Creates a term.
        package init(condition: Condition, isNegated: Bool) {
            self.condition = condition
            self.isNegated = isNegated
        }
    }

    /// What a term asks.
    package enum Condition: Sendable, Hashable {
        /// The row's text contains these lower-case UTF-8 bytes.
        case text([UInt8])
        /// The row's text has something of this shape in it.
        case pattern(FilterPattern)
        case state(StateWord)
        /// The server's name, or its name and port, is this one.
        case name(String)
        case site(String)
        case tag(String)
        case owner(String)
        case gateway(String)
        /// The issuer of the certificate contains these lower-case UTF-8 bytes.
        case issuer([UInt8])
        case layer(Layer)
        case reason(ReasonLetter)
        case certificate(Comparison, Span)
        case since(Comparison, Span)
        case roundTrip(Comparison, Span)
    }

    /// The words after `is:`.
    package enum StateWord: String, Sendable, Hashable, CaseIterable {
        case problem, down, warn, ok, unknown, acked, muted, marked, new, recovered, stale
    }

    /// The sign between a quantity and its bound.
    package enum Comparison: Character, Sendable, Hashable, CaseIterable {
        case less = "<"
        case greater = ">"
    }

    /// One of these groups must hold, and of a group every term. No group at all is the filter that hides nothing.
    package var groups: [[Term]]

    /// The filter that hides nothing.
    package static let everything = Filter(groups: [])

    /// Whether the filter hides nothing.
    package var isEmpty: Bool { groups.isEmpty }
}
