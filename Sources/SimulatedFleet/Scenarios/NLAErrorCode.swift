import RDPWire

extension Scenario {
    /// STATUS_NTLM_BLOCKED: a policy forbids incoming NTLM.
    package static let nlaErrorCode = Scenario(
        "nla-error-code", "Answers CredSSP with the error code 0xC0000418",
        session: .doing(.sending(TSRequest(errorCode: 0xC000_0418).encoded)))
}
