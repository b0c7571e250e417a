/// A mapping in a file that people write: the keys that may stand in it, which validation and the manual both read.
package struct FilePart: Sendable, Hashable {
    /// As messages name it: `a group`.
    package let title: String
    /// Where it stands, and what it is for; a sentence.
    package let about: String
    /// In the order in which they are best written.
    package let keys: [FileKey]
    /// A part whose keys may stand here, too.
    package let parent: Parent?
    /// All that may stand here, to look up.
    let names: Set<String>

    /// The part that settings come from when they are not repeated.
    package struct Parent: Sendable, Hashable {
        /// Its title.
        package let title: String
        fileprivate let names: Set<String>
    }

    init(_ title: String, _ about: String, _ keys: [FileKey], andThoseOf parent: FilePart? = nil) {
        self.title = title
        self.about = about
        self.keys = keys
        self.parent = parent.map { Parent(title: $0.title, names: $0.names) }
        names = Set(keys.map(\.name)).union(parent?.names ?? [])
    }
}
