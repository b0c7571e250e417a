/// A mapping in a file that people write: the keys that may stand in it, which validation and the manual both read.
package struct FilePart: Sendable, Hashable {
    /// As messages name it: `a group`.
    package let title: String
    /// Where it stands, and what it is for; a sentence.
    package let about: String
    /// In the order in which they are best written.
    package let keys: [FileKey]
    /// The same, to look up.
    let names: Set<String>

    init(_ title: String, _ about: String, _ keys: [FileKey]) {
        self.title = title
        self.about = about
        self.keys = keys
        names = Set(keys.map(\.name))
    }
}
