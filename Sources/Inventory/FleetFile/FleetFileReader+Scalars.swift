import FleetModel
import Yams

/// Reading one node as a value that only servers have.
extension FleetFileReader {
    /// A length of time.
    mutating func span(_ node: Node, key: String) -> Span? {
        guard let text = string(node, key: key) else { return nil }
        if let span = SpanText.parse(text) { return span }
        refuse(
            "\(key): \"\(CleanText.clean(text, limit: 40))\" is not a length of time; write 500ms, 60s, 15m, 8h or 30d",
            at: node)
        return nil
    }

    /// A port.
    mutating func port(_ node: Node) -> UInt16? {
        guard let text = string(node, key: "port") else { return nil }
        do throws(TargetText.Mistake) {
            return try TargetText.parsePort(text)
        } catch {
            refuse(error.text, at: node)
            return nil
        }
    }
}
