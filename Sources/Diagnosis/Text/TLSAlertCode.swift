/// The code that Windows makes of an alert (Schannel error codes for TLS and SSL alerts, Win32 documentation).
enum TLSAlertCode {
    /// The HRESULT of an alert; nil when none is documented.
    static func code(of alert: UInt8) -> UInt32? {
        switch alert {
        case 10, 22, 40, 50, 60, 100, 110, 115: 0x8009_0326
        case 20, 30: 0x8009_030F
        case 21, 51: 0x8009_0330
        case 42, 43, 46: 0x8009_0327
        case 44: 0x8009_2010
        case 45: 0x8009_0328
        case 48: 0x8009_0325
        case 49: 0x8009_030C
        case 70: 0x8009_0302
        case 71: 0x8009_0331
        case 80: 0x8009_0304
        case 90: 0x8009_0333
        case 120: 0x8009_0367
        default: nil
        }
    }
}
