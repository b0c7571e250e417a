@testable import RDPWire

/// A bare NTLM NEGOTIATE: 40 bytes.
let ntlmNegotiate = """
    4e 54 4c 4d 53 53 50 00 01 00 00 00 b7 82 08 e2
    00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    0a 00 63 45 00 00 00 0f
    """

/// The same in SPNEGO's NegTokenInit, which offers NTLM alone: 74 bytes.
let spnegoInit = """
    60 48 06 06 2b 06 01 05 05 02 a0 3e 30 3c
    a0 0e 30 0c 06 0a 2b 06 01 04 01 82 37 02 02 0a
    a2 2a 04 28
    """ + ntlmNegotiate

/// A member of the domain CONTOSO with the build 20348, on New Year's Day of 2026.
let ntlmChallenge = """
    4e 54 4c 4d 53 53 50 00 02 00 00 00 0e 00 0e 00 38 00 00 00 35 82 89 e2
    01 23 45 67 89 ab cd ef 00 00 00 00 00 00 00 00 96 00 96 00 46 00 00 00
    0a 00 7c 4f 00 00 00 0f
    43 00 4f 00 4e 00 54 00 4f 00 53 00 4f 00
    02 00 0e 00 43 00 4f 00 4e 00 54 00 4f 00 53 00 4f 00
    01 00 0a 00 53 00 52 00 56 00 30 00 31 00
    04 00 1a 00 63 00 6f 00 6e 00 74 00 6f 00 73 00 6f 00 2e 00 6c 00 6f 00 63 00 61 00 6c 00
    03 00 26 00 53 00 52 00 56 00 30 00 31 00 2e 00 63 00 6f 00 6e 00 74 00 6f 00 73 00 6f 00 2e 00 6c 00 6f 00 63
    00 61 00 6c 00
    05 00 1a 00 63 00 6f 00 6e 00 74 00 6f 00 73 00 6f 00 2e 00 6c 00 6f 00 63 00 61 00 6c 00
    07 00 08 00 00 00 81 92 b1 7a dc 01
    00 00 00 00
    """

/// A challenge of FreeRDP's shadow server on a host named vm.
private let shadowChallenge = """
    4e 54 4c 4d 53 53 50 00 02 00 00 00 04 00 04 00 38 00 00 00 17 82 88 e2
    2f ed 05 b4 8f fc ab 55 00 00 00 00 00 00 00 00 30 00 30 00 3c 00 00 00
    06 01 b1 1d 00 00 00 0f 56 00 4d 00
    02 00 04 00 56 00 4d 00 01 00 04 00 56 00 4d 00 04 00 04 00 76 00 6d 00 03 00 04 00 76 00 6d 00
    07 00 08 00 00 59 19 8e 6e 7a dd 01 00 00 00 00
    """

/// Challenges, and what they say.
let challengeSamples: [Sample<NTLMChallenge>] = [
    Sample(
        "a domain member with Windows Server 2022", ntlmChallenge,
        NTLMChallenge(
            targetName: "CONTOSO", flags: NTLMFlags(rawValue: 0xE289_8235), serverChallenge: 0x0123_4567_89AB_CDEF,
            targetInfo: [
                .domainName("CONTOSO"), .computerName("SRV01"), .dnsDomainName("contoso.local"),
                .dnsComputerName("SRV01.contoso.local"), .dnsTreeName("contoso.local"),
                .timestamp(FileTime(intervals: 0x01DC_7AB1_9281_0000)),
            ],
            version: NTLMVersion(major: 10, minor: 0, build: 20_348))),
    Sample(
        "freerdp-shadow", shadowChallenge,
        NTLMChallenge(
            targetName: "VM", flags: NTLMFlags(rawValue: 0xE288_8217), serverChallenge: 0x2FED_05B4_8FFC_AB55,
            targetInfo: [
                .domainName("VM"), .computerName("VM"), .dnsDomainName("vm"), .dnsComputerName("vm"),
                .timestamp(FileTime(intervals: 0x01DD_7A6E_8E19_5900)),
            ],
            version: NTLMVersion(major: 6, minor: 1, build: 7_601))),
    Sample(
        "neither names nor version",
        """
        4e 54 4c 4d 53 53 50 00 02 00 00 00 00 00 00 00 30 00 00 00 01 02 02 00
        00 00 00 00 00 00 00 01 00 00 00 00 00 00 00 00 00 00 00 00 30 00 00 00
        """,
        NTLMChallenge(
            targetName: nil, flags: [.unicode, .targetTypeServer, NTLMFlags(rawValue: 0x200)], serverChallenge: 1,
            targetInfo: [], version: nil)),
]

/// TSRequests as this program writes them, byte for byte.
let tsRequestSamples: [Sample<TSRequest>] = [
    Sample(
        "a bare NTLM NEGOTIATE", "30 37 a0 03 02 01 06 a1 30 30 2e 30 2c a0 2a 04 28" + ntlmNegotiate,
        TSRequest(negoTokens: [hex(ntlmNegotiate)])),
    Sample(
        "SPNEGO with NTLM", "30 59 a0 03 02 01 06 a1 52 30 50 30 4e a0 4c 04 4a" + spnegoInit,
        TSRequest(negoTokens: [hex(spnegoInit)])),
    Sample(
        "STATUS_LOGON_FAILURE as FreeRDP says it", "30 0d a0 03 02 01 06 a4 06 02 04 c0 00 00 6d",
        TSRequest(errorCode: 0xC000_006D)),
    Sample("a version alone", "30 05 a0 03 02 01 02", TSRequest(version: 2)),
    Sample(
        "a challenge in long form",
        "30 81 ff a0 03 02 01 05 a1 81 f7 30 81 f4 30 81 f1 a0 81 ee 04 81 eb" + ntlmChallenge
            + "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00",
        TSRequest(version: 5, negoTokens: [hex(ntlmChallenge) + Array(repeating: 0, count: 15)])),
]

/// TSRequests that this program reads, and would write otherwise.
let foreignTSRequestSamples: [Sample<TSRequest>] = [
    Sample(
        "an error code with a leading zero byte", "30 0e a0 03 02 01 06 a4 07 02 05 00 c0 00 00 6d",
        TSRequest(errorCode: 0xC000_006D)),
    Sample(
        "freerdp-shadow, with the nonce that it need not send",
        "30 81 9f a0 03 02 01 06 a1 74 30 72 30 70 a0 6e 04 6c" + shadowChallenge + """
            a5 22 04 20 c1 bb 1b 57 75 a5 27 0e e8 01 b9 b1 43 03 ec 8d bc 65 97 1b 6a b0 89 1d 0b 85 6e 67 0b 98
            04 26
            """,
        TSRequest(negoTokens: [hex(shadowChallenge)])),
    Sample(
        "lengths of two, three and four bytes", "30 82 00 0c a0 83 00 00 07 02 84 00 00 00 01 06",
        TSRequest()),
    Sample(
        "authInfo, pubKeyAuth and a field of the future",
        "30 15 a0 03 02 01 06 a2 03 04 01 ff a3 03 04 01 ff a9 04 04 02 ff ff", TSRequest()),
    Sample(
        "something behind version, token and their envelopes",
        "30 18 a0 05 02 01 06 05 00 a1 0f 30 0b 30 09 a0 05 04 01 aa 05 00 05 00 05 00",
        TSRequest(negoTokens: [[0xAA]])),
    Sample(
        "two tokens in two lists",
        "30 1d a0 03 02 01 06 a1 09 30 07 30 05 a0 03 04 01 aa a1 0b 30 09 30 07 a0 05 04 03 bb bb bb",
        TSRequest(negoTokens: [[0xAA], [0xBB, 0xBB, 0xBB]])),
]
