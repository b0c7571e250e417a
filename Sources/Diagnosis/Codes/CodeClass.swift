import ErrorCodes
import FleetModel

/// What a number that is in no table looks like by its form. Inferred from the documented numbers around it, so never
/// more than probable.
enum CodeClass {
    /// What the form of a number suggests, in a sentence; nil when it suggests nothing.
    static func words(of number: UInt32, in space: NumberSpace?) -> String? {
        if space == .extended { return extendedWords(of: number) }
        switch number >> 16 {
        case 0: return disconnectWords(of: number)
        case 0x0300:
            return "Numbers from 0x3000001 on are documented codes of the way through an RD Gateway, so this probably "
                + "belongs there, too."
        case 0x0200: return "Its neighbours are codes of RemoteApp, so this is probably one, too."
        case 0x8007:
            return "HRESULTs that begin with 0x8007 wrap an error of Windows, here number \(number & 0xFFFF)."
        case 0x8009:
            return "HRESULTs that begin with 0x8009 come from security packages, Schannel or certificates, so this is "
                + "probably about log-on, TLS or a certificate."
        case 0x800B: return "HRESULTs that begin with 0x800B come from the examination of a certificate."
        case 0xC000: return "Numbers that begin with 0xC000 are NTSTATUS codes, mostly of a log-on that failed."
        case 0xD000:
            return "A number that begins with 0xD000 is an NTSTATUS wrapped as an HRESULT, here "
                + "\((number & ~0x1000_0000).code)."
        default: return nil
        }
    }

    /// The class of a client's error code: its low byte; the rest only counts (inferred from the documented numbers).
    private static func disconnectWords(of number: UInt32) -> String? {
        guard number > 0xFF, let kind = kind(ofLowByte: number & 0xFF) else { return extendedWords(of: number) }
        let low = String(number & 0xFF, radix: 16, uppercase: true)
        let digits = low.count == 1 ? "0" + low : low
        return "Among the client's error codes those that end in \(digits) are about \(kind). So this is probably of "
            + "that kind; no more than probably."
    }

    private static func kind(ofLowByte byte: UInt32) -> String? {
        switch byte {
        case 0x04: "sockets and connecting"
        case 0x06: "memory and the data of the security exchange"
        case 0x07: "log-on, accounts and certificates"
        case 0x08: "time-outs, licences and internal errors"
        case 0x09: "NLA and policies"
        case 0x0A: "smart cards"
        default: nil
        }
    }

    private static func extendedWords(of number: UInt32) -> String? {
        guard (0x1000...0x7FFF).contains(number) else { return nil }
        return
            "As an extended error code it lies in the range of protocol errors, 0x1000 to 0x7FFF, which the server's "
            + "log explains."
    }
}
