import FleetModel

/// A piece of HTML that is written only as it should be.
///
/// What stands in the source of the program is markup; every value that is put between is text, cleaned and escaped for
/// elements and for attributes in double quotes alike, in HTML and in SVG. There is no way to make markup out of a text
/// that is known only when the program runs.
struct Markup: ExpressibleByStringInterpolation {
    let html: String

    init(stringLiteral literal: StaticString) { html = literal.description }

    init(stringInterpolation interpolation: Interpolation) { html = interpolation.html }

    /// A literal whose values are escaped.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var html = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            html.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: StaticString) { html += literal.description }

        mutating func appendInterpolation(_ text: String) { html += escaped(clean(text)) }

        mutating func appendInterpolation(_ number: Int) { html += String(number) }

        mutating func appendInterpolation(_ markup: Markup) { html += markup.html }

        /// Nothing where there is no markup.
        mutating func appendInterpolation(_ markup: Markup?) {
            if let markup { html += markup.html }
        }

        /// Pieces one after the other.
        mutating func appendInterpolation(_ pieces: [Markup]) {
            for piece in pieces { html += piece.html }
        }
    }
}

/// The five characters that mean something in text and in quoted attributes, as character references (HTML, 13.1.4).
private func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var result = ""
    for character in text.unicodeScalars {
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(character)
        }
    }
    return result
}

private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
}
