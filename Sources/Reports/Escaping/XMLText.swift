import FleetModel

/// Text for an element or an attribute of XML 1.0, whichever quotes stand around it.
///
/// What is no character of XML (2.2), or is not safe to show, has been replaced by `clean`.
func xmlText(_ text: String) -> String {
    var result = ""
    for scalar in clean(text).unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&apos;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}
