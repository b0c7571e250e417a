/// The NTSTATUS codes of a TSRequest that mean something to a rule ([MS-ERREF] 2.3.1).
enum SecurityStatus {
    /// STATUS_NTLM_BLOCKED.
    static let ntlmBlocked: UInt32 = 0xC000_0418
    /// STATUS_TIME_DIFFERENCE_AT_DC.
    static let timeDifferenceAtDC: UInt32 = 0xC000_0133
    /// STATUS_BAD_BINDINGS.
    static let badBindings: UInt32 = 0xC000_035B
    /// No domain controller, no trust secret, no computer account, broken trusts, Netlogon not started, trust data that
    /// does not match.
    static let ofDomain: Set<UInt32> = [
        0xC000_005E, 0xC000_018A, 0xC000_018B, 0xC000_018C, 0xC000_018D, 0xC000_0192, 0xC000_019B,
    ]
    /// Not enough resources, an account database in the wrong state, an internal error.
    static let ofSubsystem: Set<UInt32> = [0xC000_009A, 0xC000_00DC, 0xC000_00E5]
    /// Those that a rule of their own knows.
    static let haveRules = ofDomain.union([ntlmBlocked, timeDifferenceAtDC, badBindings])
}
