import Testing

/// Literal bytes and what they mean.
struct Sample<Value: Sendable>: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let value: Value

    init(_ name: String, _ literal: String, _ value: Value) {
        self.name = name
        bytes = hex(literal)
        self.value = value
    }

    var testDescription: String { name }
}

/// Every message that one changed byte makes of `bytes`: each bit pattern at each place.
func forEachSingleByteChange(of bytes: [UInt8], _ body: (_ changed: [UInt8], _ index: Int) throws -> Void) rethrows {
    var changed = bytes
    for index in bytes.indices {
        for mask in UInt8(1)...UInt8.max {
            changed[index] = bytes[index] ^ mask
            try body(changed, index)
        }
        changed[index] = bytes[index]
    }
}
