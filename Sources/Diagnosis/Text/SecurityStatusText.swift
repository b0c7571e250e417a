/// The NTSTATUS codes that a server may put into a TSRequest instead of an answer ([MS-ERREF] 2.3.1).
enum SecurityStatusText {
    /// The symbol of a code; nil when it is none of the usual ones.
    static func symbol(of status: UInt32) -> String? {
        switch status {
        case 0xC000_000D: "STATUS_INVALID_PARAMETER"
        case 0xC000_0022: "STATUS_ACCESS_DENIED"
        case 0xC000_005E: "STATUS_NO_LOGON_SERVERS"
        case 0xC000_006D: "STATUS_LOGON_FAILURE"
        case 0xC000_006E: "STATUS_ACCOUNT_RESTRICTION"
        case 0xC000_009A: "STATUS_INSUFFICIENT_RESOURCES"
        case 0xC000_00BB: "STATUS_NOT_SUPPORTED"
        case 0xC000_00DC: "STATUS_INVALID_SERVER_STATE"
        case 0xC000_00E5: "STATUS_INTERNAL_ERROR"
        case 0xC000_0133: "STATUS_TIME_DIFFERENCE_AT_DC"
        case 0xC000_018A: "STATUS_NO_TRUST_LSA_SECRET"
        case 0xC000_018B: "STATUS_NO_TRUST_SAM_ACCOUNT"
        case 0xC000_018C: "STATUS_TRUSTED_DOMAIN_FAILURE"
        case 0xC000_018D: "STATUS_TRUSTED_RELATIONSHIP_FAILURE"
        case 0xC000_0192: "STATUS_NETLOGON_NOT_STARTED"
        case 0xC000_019B: "STATUS_DOMAIN_TRUST_INCONSISTENT"
        case 0xC000_035B: "STATUS_BAD_BINDINGS"
        case 0xC000_0388: "STATUS_DOWNGRADE_DETECTED"
        case 0xC000_0413: "STATUS_AUTHENTICATION_FIREWALL_FAILED"
        case 0xC000_0418: "STATUS_NTLM_BLOCKED"
        default: nil
        }
    }

    /// What the server says with a code, as a sentence; nil when it is none of the usual ones.
    static func meaning(of status: UInt32) -> String? {
        switch status {
        case 0xC000_000D: "An invalid parameter was passed."
        case 0xC000_0022: "Access is denied."
        case 0xC000_005E: "No domain controller could serve the logon."
        case 0xC000_006D: "The authentication data is not accepted."
        case 0xC000_006E: "An account restriction blocks the logon."
        case 0xC000_009A: "The server has not enough resources."
        case 0xC000_00BB: "The request is not supported."
        case 0xC000_00DC: "The account database of the server is in the wrong state."
        case 0xC000_00E5: "An internal error happened on the server."
        case 0xC000_0133: "The clocks of domain controller and server differ too much."
        case 0xC000_018A: "The server has no trust secret for its domain."
        case 0xC000_018B: "The domain has no computer account for the server."
        case 0xC000_018C: "The trust between the domains failed."
        case 0xC000_018D: "The trust between the server and its domain failed."
        case 0xC000_0192: "The Netlogon service of the server was not started."
        case 0xC000_019B: "The domain's name or identifier does not match the trust data."
        case 0xC000_035B: "The channel bindings are wrong, as when something between terminates TLS."
        case 0xC000_0388: "A downgrade was detected; the authenticating server must be reachable."
        case 0xC000_0413: "Selective authentication does not allow it here."
        case 0xC000_0418: "NTLM is blocked."
        default: nil
        }
    }
}
