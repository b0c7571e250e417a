/// The codes of RDP_NEG_FAILURE in words (MS-RDPBCGR 2.2.1.2.2).
enum NegotiationFailureText {
    /// What the server says with a code, as a sentence.
    static func meaning(of code: UInt32) -> String {
        switch code {
        case 1: "The server requires TLS."
        case 2: "The server allows standard RDP security only, and no TLS."
        case 3: "The server has no usable certificate, so that TLS cannot start."
        case 4: "The server finds the flags of the request at odds with the protocol in use."
        case 5: "The server requires CredSSP, which users know as NLA."
        case 6: "The server requires TLS with a client certificate."
        default: "The specification does not define this code."
        }
    }

    /// The same in at most 48 characters.
    static func short(of code: UInt32) -> String {
        switch code {
        case 1: "the server requires TLS"
        case 2: "the server allows no TLS"
        case 3: "the server has no usable certificate"
        case 4: "the server finds the request inconsistent"
        case 5: "the server requires NLA"
        case 6: "the server requires a client certificate"
        default: "the server refuses with code \(code)"
        }
    }
}
