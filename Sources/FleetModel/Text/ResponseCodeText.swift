/// The response codes of DNS (RFC 6895, 2.3).
package enum ResponseCodeText {
    /// The mnemonic of a code, or its number.
    package static func name(of code: UInt8) -> String {
        let names: [UInt8: String] = [
            0: "NOERROR", 1: "FORMERR", 2: "SERVFAIL", 3: "NXDOMAIN", 4: "NOTIMP", 5: "REFUSED", 6: "YXDOMAIN",
            7: "YXRRSET", 8: "NXRRSET", 9: "NOTAUTH", 10: "NOTZONE",
        ]
        return names[code] ?? "code \(code)"
    }
}
