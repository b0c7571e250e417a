/// Label values of the Prometheus text format 0.0.4: backslash, quote and line feed are escaped.
func metricLabel(_ name: String, _ value: String) -> String {
    var result = ""
    for character in clean(value) {
        switch character {
        case "\\": result += "\\\\"
        case "\"": result += "\\\""
        default: result.append(character)
        }
    }
    return "\(name)=\"\(result)\""
}
