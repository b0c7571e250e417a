/// The only message of CredSSP, which travels by itself inside TLS.
///
/// MS-CSSP 2.2.1. Of its fields these are kept: version, negoTokens and errorCode. authInfo, pubKeyAuth and clientNonce
/// are passed over, and never written: nothing here authenticates.
package struct TSRequest: Equatable, Sendable {
    /// The longest message read, in bytes.
    package static let sizeLimit = 16_384
    /// The newest version there is: what a client of today sends.
    package static let newestVersion: UInt32 = 6

    /// The sender's version of CredSSP, 2 to 6; others are kept as they come.
    package let version: UInt32
    /// SPNEGO tokens, or bare NTLM messages.
    package let negoTokens: [[UInt8]]
    /// An NTSTATUS, from servers of version 3, 4 and 6.
    package let errorCode: UInt32?

    /// The numbers of the explicit tags.
    private enum Field {
        static let version = DERElement.Tag.context(0)
        static let negoTokens = DERElement.Tag.context(1)
        static let errorCode = DERElement.Tag.context(4)
    }

    /// Creates a message.
    package init(version: UInt32 = newestVersion, negoTokens: [[UInt8]] = [], errorCode: UInt32? = nil) {
        self.version = version
        self.negoTokens = negoTokens
        self.errorCode = errorCode
    }

    /// Decodes exactly one message.
    package init(decoding bytes: ArraySlice<UInt8>) throws(WireError) {
        guard bytes.count <= Self.sizeLimit else {
            throw .tooLong(field: "TSRequest", length: bytes.count, limit: Self.sizeLimit)
        }
        var reader = ByteReader(bytes)
        let message = try DERElement(DERElement.Tag.sequence, from: &reader, field: "TSRequest")
        try reader.expectEnd(of: "TSRequest length")

        var fields = ByteReader(message.content)
        version = try DERElement(Field.version, from: &fields, field: "TSRequest version")
            .first(DERElement.Tag.integer, field: "TSRequest version").unsigned("TSRequest version")
        var negoTokens: [[UInt8]] = []
        var errorCode: UInt32?
        while fields.remaining > 0 {
            let field = try DERElement(from: &fields)
            switch field.tag {
            case Field.negoTokens: negoTokens += try Self.tokens(in: field)
            case Field.errorCode:
                errorCode = try field.first(DERElement.Tag.integer, field: "errorCode").unsigned("errorCode")
            default: break
            }
        }
        self.negoTokens = negoTokens
        self.errorCode = errorCode
    }

    /// The message.
    package var encoded: [UInt8] {
        var fields = [DERElement(Field.version, [DERElement(unsigned: version)])]
        if !negoTokens.isEmpty {
            let tokens = negoTokens.map { token in
                let negoToken = DERElement(DERElement.Tag.octetString, token[...])
                return DERElement(DERElement.Tag.sequence, [DERElement(DERElement.Tag.context(0), [negoToken])])
            }
            fields.append(DERElement(Field.negoTokens, [DERElement(DERElement.Tag.sequence, tokens)]))
        }
        if let errorCode { fields.append(DERElement(Field.errorCode, [DERElement(status: errorCode)])) }
        return DERElement(DERElement.Tag.sequence, fields).encoded
    }

    /// Reads NegoData: SEQUENCE OF SEQUENCE { negoToken [0] OCTET STRING }.
    private static func tokens(in field: DERElement) throws(WireError) -> [[UInt8]] {
        var items = ByteReader(try field.first(DERElement.Tag.sequence, field: "NegoData").content)
        var tokens: [[UInt8]] = []
        while items.remaining > 0 {
            let item = try DERElement(DERElement.Tag.sequence, from: &items, field: "NegoData")
            let token = try item.first(DERElement.Tag.context(0), field: "negoToken")
                .first(DERElement.Tag.octetString, field: "negoToken")
            tokens.append(Array(token.content))
        }
        return tokens
    }
}
