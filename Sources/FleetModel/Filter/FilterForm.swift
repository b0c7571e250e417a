/// One way to write a condition of a filter, as the help and the manual explain it.
package struct FilterForm: Sendable, Hashable {
    /// An example, or the beginning of one.
    package let sign: String
    /// What rows it leaves.
    package let meaning: String

    /// In the order of the help.
    package static let all = [
        ("fra prod", "rows that contain both, in name, address, site, owner, tags or verdict"),
        ("!lab", "rows that do not"),
        ("\"two words\"", "taken as they stand; so is \"a:b\""),
        ("a | b", "one or the other"),
        ("is:", Filter.StateWord.allCases.map(\.rawValue).joined(separator: ", ")),
        ("name:ts01", "the server of this whole name; also name:ts01:3390"),
        ("site: tag:", "also owner: and gateway:, as the fleet file says"),
        ("layer:tls", "the layer is failed or a warning"),
        ("reason:T", "a cell has that letter"),
        ("cert<14d", "the certificate has less left; also >"),
        ("since<10m", "the state is younger; also >"),
        ("rtt>200", "the round trip is longer, in ms; also <"),
        ("issuer:Corp", "in the name of the certificate's issuer"),
        ("~rdsh-0[1-9]", "a regular expression"),
    ].map { FilterForm(sign: $0.0, meaning: $0.1) }
}
