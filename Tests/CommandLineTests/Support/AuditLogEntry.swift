import Foundation

/// A line of the audit log; docs/report-schema.md describes it.
struct AuditLogEntry: Decodable, Sendable {
    let time: String
    let target: String
    let kind: String
    let address: String
    let port: Int
    let sourceAddress: String?
    let sourcePort: Int?
    let depth: String
    let result: String

    /// When it began, in seconds since 1970.
    var seconds: Double {
        get throws {
            try Date.ISO8601FormatStyle(includingFractionalSeconds: true).parse(time).timeIntervalSince1970
        }
    }

    /// Reads a whole log.
    static func read(_ log: String) throws -> [AuditLogEntry] {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try log.split(separator: "\n").map { try decoder.decode(AuditLogEntry.self, from: Data($0.utf8)) }
    }
}
