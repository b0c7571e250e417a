import FleetModel

/// What users see when the connection cannot be secured: in TLS, over the certificate, or in CredSSP.
///
/// The meanings of the codes are documented. Which of them the client shows for which state is documented for few, so
/// most are likely at best.
extension Symptom {
    /// `disconnectReasonAtClientWinsockFDCLOSE`, and what was observed through a gateway in front of a server whose
    /// key could not be read.
    static let cutWhileSecuring = [
        connectionClosed,
        Symptom([UserCode(0x0300_0019)], "through a gateway: it ended the connection", .possible),
    ]

    /// The error by which Schannel reports an alert; nil for an alert without one. That the client shows it was observed
    /// for alert 70.
    static func ofAlert(_ number: UInt8) -> Symptom? {
        TLSAlertCode.code(of: number).map { code in
            Symptom([UserCode(code)], "an authentication error, when the client's own offer gets that alert", .likely)
        }
    }

    /// The same as a list, for rules about one alert.
    static func ofAlerts(_ number: UInt8) -> [Symptom] { [ofAlert(number)].compactMap { $0 } }

    /// `SEC_E_INVALID_TOKEN`: bytes that are not TLS where TLS was expected.
    static let notTLS = Symptom(
        [UserCode(0x8009_0308), UserCode(0x904, extended: 0x7)], "an authentication error, or the connection ends",
        .possible)

    /// `disconnectReasonTimeoutOccurred`.
    static let silentWhileSecuring = Symptom(
        [UserCode(0x704)], "the client waits while it secures the connection, and gives up", .possible)

    /// `SEC_E_UNSUPPORTED_FUNCTION` and `SEC_E_ALGORITHM_MISMATCH`: no version or suite in common.
    static let nothingInCommon = Symptom(
        [UserCode(0x8009_0302), UserCode(0x8009_0331), UserCode(0x8009_0326)],
        "an authentication error on clients that do not offer what the server needs", .possible)

    /// `SSL_ERR_CERT_EXPIRED` and `SEC_E_CERT_EXPIRED`.
    static let certificateExpired = Symptom(
        [UserCode(0x1B07), UserCode(0x8009_0328)], "the certificate of the server has expired or is not valid", .likely)

    /// The warning that users can click away has no code.
    static let certificateWarning = Symptom(
        [], "a warning that the identity of the computer cannot be verified; users can go on", .likely)

    /// A certificate that is about to end.
    static let nothingUntilItEnds = Symptom(
        [], "nothing yet; from its end on, clients refuse it or warn at each connection", .likely)

    /// `SEC_E_UNTRUSTED_ROOT`, where a client must be able to authenticate the server.
    static let untrustedRoot = Symptom(
        [UserCode(0x8009_0325)], "an authentication error where clients must verify the server", .possible)

    /// A text of mstsc without a documented symbol: the server showed a certificate that was not expected.
    static let unexpectedCertificate = Symptom(
        [UserCode(0x907)], "the computer has an unexpected certificate", .possible)

    /// `SEC_E_CERT_UNKNOWN` and `disconnectReasonServerCertificateUnpackErr`.
    static let unusableCertificate = Symptom(
        [UserCode(0x8009_0327), UserCode(0x706)], "an error over the certificate, on clients that refuse it", .possible)

    /// `SEC_E_CERT_WRONG_USAGE`.
    static let wrongUsage = Symptom(
        [UserCode(0x8009_0349)], "an error over the certificate, on clients that check its usage", .possible)

    /// What a close on the first token of CredSSP looks like to a client: its own first token is much like ours.
    static let closedInCredSSP = Symptom(
        [UserCode(0x904, extended: 0x7), UserCode(0x904, extended: 0x0)],
        "the connection ends right after the certificate was accepted", .possible)

    /// `SEC_E_INTERNAL_ERROR`: the Local Security Authority cannot be contacted.
    static let securityAuthority = Symptom(
        [UserCode(0x8009_0304)], "the Local Security Authority cannot be contacted", .possible)

    /// `SSL_ERR_NO_AUTHENTICATING_AUTHORITY`, `SEC_E_NO_AUTHENTICATING_AUTHORITY` and `SEC_E_INTERNAL_ERROR`.
    static let noAuthority = Symptom(
        [UserCode(0x1807), UserCode(0x8009_0311), UserCode(0x8009_0304)],
        "no authority could be contacted for authentication", .likely)

    /// `SEC_E_UNSUPPORTED_FUNCTION`, by which a current client refuses a server without the answer to CVE-2018-0886.
    static let encryptionOracle = Symptom(
        [UserCode(0x8009_0302)],
        "the function requested is not supported; it may be due to CredSSP encryption oracle remediation", .likely)

    /// The clock skew of mstsc, and `SEC_E_TIME_SKEW`.
    static let clocksDiffer = Symptom(
        [UserCode(0x1D07), UserCode(0x8009_0324)], "the clocks of client and server differ too much", .likely)

    /// `SEC_E_WRONG_PRINCIPAL`: the ticket is for another computer than the one that answers.
    static let wrongPrincipal = Symptom(
        [UserCode(0x8009_0322)], "the target principal name is incorrect, where Kerberos is used", .likely)

    /// `SEC_E_BAD_BINDINGS` and `STATUS_BAD_BINDINGS`: what CredSSP is bound to is not the TLS that the client sees.
    static let wrongBindings = Symptom(
        [UserCode(0x8009_0346), UserCode(0xC000_035B)], "an authentication error over the channel binding", .possible)

    /// The same where other clients may know more than this machine.
    var doubted: Symptom { Symptom(codes, words, .possible) }
}
