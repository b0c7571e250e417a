package import FleetModel

/// A response of HTTP/1.1 as its bytes are sent, with its length and date (RFC 9112).
package struct HTTPReply: Sendable, Hashable {
    /// A header field.
    package struct Header: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package let status: UInt16
    package let reason: String
    /// Without Content-Length and Date.
    package let headers: [Header]
    package let body: String

    package init(_ status: UInt16, _ reason: String, _ headers: [Header] = [], body: String = "") {
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
    }

    /// The bytes, sent at `now`.
    package func encoded(at now: Instant) -> [UInt8] {
        let fields = headers + [Header("Date", now.httpDate), Header("Content-Length", "\(body.utf8.count)")]
        let lines = ["HTTP/1.1 \(status) \(reason)"] + fields.map { "\($0.name): \($0.value)" }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8)
    }

    /// The same with more headers.
    package func with(_ more: Header...) -> HTTPReply {
        HTTPReply(status, reason, headers + more, body: body)
    }
}

extension HTTPReply {
    /// What a gateway says to somebody without credentials (MS-TSGU 3.3.4).
    package static let unauthorized = HTTPReply(
        401, "Unauthorized",
        [
            Header("Content-Type", "text/plain"), Header("Server", "Microsoft-HTTPAPI/2.0"),
            Header("WWW-Authenticate", "Negotiate"), Header("WWW-Authenticate", "NTLM"),
        ], body: "401 Unauthorized")
    /// What IIS says of a path that it does not have.
    package static let notFound = HTTPReply(
        404, "Not Found",
        [Header("Content-Type", "text/html; charset=us-ascii"), Header("Server", "Microsoft-HTTPAPI/2.0")],
        body: "<HTML><HEAD><TITLE>Not Found</TITLE></HEAD><BODY><h2>Not Found</h2></BODY></HTML>")
}

extension Instant {
    /// `Mon, 01 Jun 2026 12:00:00 GMT` (RFC 9110, 5.6.7).
    fileprivate var httpDate: String {
        let (year, month, day, _, _, _) = utc
        let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // 1970-01-01 was a Thursday.
        let weekday = (self - Instant(milliseconds: 0)).wholeDays % 7
        let twoDigits = day < 10 ? "0\(day)" : "\(day)"
        return "\(weekdays[Int(weekday + 7) % 7]), \(twoDigits) \(months[Int(month - 1)]) \(year) \(timeText) GMT"
    }
}
