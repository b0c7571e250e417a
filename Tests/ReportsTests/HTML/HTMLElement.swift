/// An element of a page as a strict reader finds it: everything that is opened is closed, every attribute is in double
/// quotes and there once, and no character that means something stands alone.
struct HTMLElement {
    var name: String
    var attributes: [String: String] = [:]
    var children: [HTMLElement] = []
    /// Its own text and that of its children, with the character references replaced.
    var text = ""

    /// Itself and everything in it, in the order of the page.
    var all: [HTMLElement] { [self] + children.flatMap(\.all) }

    /// All elements of a name.
    func all(_ name: String) -> [HTMLElement] { all.filter { $0.name == name } }

    /// All elements of a class.
    func all(ofClass name: String) -> [HTMLElement] {
        all.filter { $0.attributes["class"]?.split(separator: " ").contains { $0 == name } ?? false }
    }
}

/// Reads a page, or says where it is broken.
struct HTMLReader {
    struct Mistake: Error, CustomStringConvertible {
        let description: String
    }

    /// Elements that have no end (HTML, 13.1.2).
    private static let void: Set = ["meta", "link", "br", "hr", "img", "input"]
    private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]

    private var rest: Substring
    private let whole: String

    /// The element `html` of a page.
    static func read(_ page: String) throws -> HTMLElement {
        var reader = HTMLReader(page)
        try reader.skip("<!DOCTYPE html>\n")
        let element = try reader.element()
        guard reader.rest == "\n" else { throw reader.mistake("something after the end") }
        return element
    }

    private init(_ page: String) {
        whole = page
        rest = page[...]
    }

    private mutating func skip(_ text: String) throws {
        guard rest.hasPrefix(text) else { throw mistake("no \(text)") }
        rest = rest.dropFirst(text.count)
    }

    private func mistake(_ what: String) -> Mistake {
        let line = whole[..<rest.startIndex].count { $0 == "\n" } + 1
        return Mistake(description: "line \(line): \(what), before \(rest.prefix(60))")
    }

    private mutating func name() throws -> String {
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        guard !name.isEmpty else { throw mistake("no name") }
        rest = rest.dropFirst(name.count)
        return String(name)
    }

    private mutating func element() throws -> HTMLElement {
        try skip("<")
        var element = HTMLElement(name: try name())
        while rest.first == " " {
            rest = rest.dropFirst()
            let attribute = try name()
            try skip("=\"")
            let value = try text(until: "\"")
            try skip("\"")
            guard element.attributes.updateValue(value, forKey: attribute) == nil else {
                throw mistake("\(attribute) twice")
            }
        }
        if rest.hasPrefix("/>") {
            try skip("/>")
            return element
        }
        try skip(">")
        if Self.void.contains(element.name) { return element }
        if element.name == "style" {
            guard let end = rest.firstRange(of: "</style>") else { throw mistake("no end of style") }
            element.text = String(rest[..<end.lowerBound])
            rest = rest[end.upperBound...]
            return element
        }
        while !rest.hasPrefix("</") {
            if rest.first == "<" {
                let child = try self.element()
                element.text += child.text
                element.children.append(child)
            } else {
                element.text += try text(until: "<")
            }
        }
        try skip("</\(element.name)>")
        return element
    }

    private mutating func text(until end: Character) throws -> String {
        var result = ""
        while let character = rest.first, character != end {
            switch character {
            case "<", ">",
                "\"" where end == "\"":
                throw mistake("a bare \(character)")
            case "&":
                guard let semicolon = rest.firstIndex(of: ";"),
                    let value = Self.references[String(rest[..<semicolon].dropFirst())]
                else { throw mistake("a bare &") }
                result += value
                rest = rest[rest.index(after: semicolon)...]
            default:
                result.append(character)
                rest = rest.dropFirst()
            }
        }
        guard !rest.isEmpty else { throw mistake("the page ends") }
        return result
    }
}
