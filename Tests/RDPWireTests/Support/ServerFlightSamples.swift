@testable import RDPWire

/// The first flights of real servers, up to the ServerHello and some bytes of what follows it.
let serverFlightSamples: [Sample<ServerHello>] = [
    Sample(
        "xrdp, TLS 1.3",
        """
        160303007a02000076030316e623afaf0d92330b2bd2397ddecc319ebd7434ed063a2a07782ff1a84b738f203c7ce0db
        97548da3892b33b5b6536e4ef9ace2a90ab9c76b41fed4de0f7f9067130200002e002b0002030400330024001d002019
        593842959a6d560efe21241a2a8c86c142bcc15648ca2dce40fd4878c6566714030300010117030300174a8782fa97ab
        63c0388e5e1b98
        """,
        ServerHello(legacyVersion: .tls12, version: .tls13, cipherSuite: CipherSuite(rawValue: 0x1302))),
    Sample(
        "freerdp-shadow, TLS 1.3",
        """
        160303007a020000760303aed5b7c4c06ed95228dabf80b401593153f7b1395ed203788e6885d0ca2147b02095d59b2e
        3a79a9f082534a5841276c8f3d9376bc3d289b404ce7ca2fab26b3e4130200002e002b0002030400330024001d0020b9
        7089a0d422b4e3a3c719f2744a4be936fbbc110c41a009ad6f1d751b92bc0714030300010117030300170026294d4320
        29be5240172c6a
        """,
        ServerHello(legacyVersion: .tls12, version: .tls13, cipherSuite: CipherSuite(rawValue: 0x1302))),
    Sample(
        "xrdp, TLS 1.2",
        """
        16030300410200003d0303dc733a407f24c6bc7db2ff4ad097b677ca25ff857fa0b62e444f574e4752440100c0300000
        15ff01000100000b000403000102002300000017000016030307440b00074000073d0003743082037030820258a0
        """,
        ServerHello(legacyVersion: .tls12, version: .tls12, cipherSuite: CipherSuite(rawValue: 0xC030))),
    Sample(
        "xrdp, TLS 1.1",
        """
        1603020045020000410302ae7a03122c406a542f161dbebd553f5d91676d71e4f906f6def563f9f78426cb00c0140000
        19ff01000100000b000403000102002300000016000000170000160302030f0b00030b00030800030530820301308201
        e9a0
        """,
        ServerHello(legacyVersion: .tls11, version: .tls11, cipherSuite: CipherSuite(rawValue: 0xC014))),
    Sample(
        "xrdp, TLS 1.0",
        """
        16030100450200004103014990e45273fa0dc4d246c412e2d5bb968f75cde02df19a43861516339de2085b00c0140000
        19ff01000100000b000403000102002300000016000000170000160301030f0b00030b00030800030530820301308201
        e9a0
        """,
        ServerHello(legacyVersion: .tls10, version: .tls10, cipherSuite: CipherSuite(rawValue: 0xC014))),
    Sample(
        "OpenSSL, TLS 1.3 after a HelloRetryRequest",
        """
        1603030058020000540303cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c20aa2de5ca
        38dca16005a5bc80259c0a8442527cfdf44525499c04bae6fa1ce345130200000c002b00020304003300020018140303
        00010116030300bb020000b703031c7a87494ac3a370a4258fd2620723c9f4eb0da7eac4bb5e0ad1f63f9dda443f20aa
        2de5ca38dca16005a5bc80259c0a8442527cfdf44525499c04bae6fa1ce345130200006f002b00020304003300650018
        006104f9f4ea6e07b630c0fc15fd6ad3d523a7fccc256c620b163117e22edc408006f0b589f0277c0661ffa4e4c2e260
        8ed83224a36101573f26b40d4a05fcaa1303d5f42a63d470f9cec00fc3a2e7a44d26026523584a75c4136af8c6c9fca2
        ae8249
        """,
        ServerHello(legacyVersion: .tls12, version: .tls13, cipherSuite: CipherSuite(rawValue: 0x1302))),
]

/// OpenSSL asks for a key share on P-384, then sends the dummy ChangeCipherSpec.
let helloRetryRequestFlight = hex(
    """
    1603030058020000540303cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c20aa2de5ca
    38dca16005a5bc80259c0a8442527cfdf44525499c04bae6fa1ce345130200000c002b00020304003300020018140303
    000101
    """)
