import NIOHTTP1

/// What came of an HTTP answer.
struct HTTPAnswer {
    /// The most bytes of a body that are kept, in bytes; the others are passed over.
    static let bodyLimit = 1_024

    /// Its status and headers; nil while they have not come.
    var head: HTTPResponseHead?
    /// The beginning of its body.
    var body: [UInt8] = []
    /// Whether it came to its end.
    var isWhole = false
    /// Whether what came was not HTTP/1, or went beyond its bounds.
    var isMalformed = false
    /// Bytes within TLS, head and body.
    var byteCount = 0
}
