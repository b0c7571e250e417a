import NIOSSL

/// Certificates for servers in tests, embedded with their keys. Nothing here compares their dates.
enum ServerCertificates {
    /// Self-signed, CN=ts01.example, ECDSA P-256.
    static let modern = Pair(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBgzCCASmgAwIBAgIUK26sllEwn5s+W9iP4HHMjSaRYYswCgYIKoZIzj0EAwIw
            FzEVMBMGA1UEAwwMdHMwMS5leGFtcGxlMB4XDTI2MTEyMzAyMDMzM1oXDTM2MTEy
            MDAyMDMzM1owFzEVMBMGA1UEAwwMdHMwMS5leGFtcGxlMFkwEwYHKoZIzj0CAQYI
            KoZIzj0DAQcDQgAEWFHakWhAtAJumIsosNwmSmFZvu2Jgv9UUZ3MJ15qlatbhhqq
            Q1D4KeZ+4xRf0LyKSjjoRTszaLBvVzfibc1ueaNTMFEwHQYDVR0OBBYEFLemcbKV
            1mMByV7oZxHAjYNkU8/bMB8GA1UdIwQYMBaAFLemcbKV1mMByV7oZxHAjYNkU8/b
            MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgPbFSGxlb8jTeDzbB
            aCu2Myfn1dV4JQTpJvDbwFLMFBoCIQCW2eeH0oyRAM/hlFdM4SBTUfJwlY8d1xJA
            E0cVBuqFFA==
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgmTOK0xJFB+UAFDIR
            WRJBEHYfjFPIFKim6dN44GzslsGhRANCAARYUdqRaEC0Am6Yiyiw3CZKYVm+7YmC
            /1RRncwnXmqVq1uGGqpDUPgp5n7jFF/QvIpKOOhFOzNosG9XN+JtzW55
            -----END PRIVATE KEY-----
            """)

    /// Self-signed with SHA-1, CN=old.example, RSA of 1024 bits.
    static let weak = Pair(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIICCDCCAXGgAwIBAgIUe0B0HRwjUWeKb673PtH5MfXogOUwDQYJKoZIhvcNAQEF
            BQAwFjEUMBIGA1UEAwwLb2xkLmV4YW1wbGUwHhcNMjYxMTIzMDIwMzMzWhcNMzYx
            MTIwMDIwMzMzWjAWMRQwEgYDVQQDDAtvbGQuZXhhbXBsZTCBnzANBgkqhkiG9w0B
            AQEFAAOBjQAwgYkCgYEAuPqQysqxlVZee3G/yurIpSU/CnjhWHbxAqnSUtoWy1Gb
            aDkQUmqlYV/5yw7W/tkERSjYSciIq2tUT6Bi86rdqPAuYnpRLcpImKrrx6TWcZHR
            5FJ4RLgElpHvvyIzcMVHlOJ85dvp+CegLMcIFh7BGRaqFbmRbN6Vy0zYefl2jCMC
            AwEAAaNTMFEwHQYDVR0OBBYEFBCpoyaAHcOVnhc3jRvUjioPPDVPMB8GA1UdIwQY
            MBaAFBCpoyaAHcOVnhc3jRvUjioPPDVPMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZI
            hvcNAQEFBQADgYEAD13HUeVbaSuCV7mVC7dROYfjOvKTeEMWsa5EbnUb7zq6Q+o9
            2CwwP67smhU8hmhbhJ7MrfZCVr1ZXHSs4IsZQ6AeL4xWyW7j08VAvzJB2vrmvRoq
            5BJCF4qkMUn1MtH1774fEIjDwJNxF8IdzA1cbKlQ/TC1/6nKQWRkUvOPHZ0=
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN PRIVATE KEY-----
            MIICdwIBADANBgkqhkiG9w0BAQEFAASCAmEwggJdAgEAAoGBALj6kMrKsZVWXntx
            v8rqyKUlPwp44Vh28QKp0lLaFstRm2g5EFJqpWFf+csO1v7ZBEUo2EnIiKtrVE+g
            YvOq3ajwLmJ6US3KSJiq68ek1nGR0eRSeES4BJaR778iM3DFR5TifOXb6fgnoCzH
            CBYewRkWqhW5kWzelctM2Hn5dowjAgMBAAECgYEAibAIwsopcS1+2ogK6PHmM/cL
            e7IKmpy+POtHYOBxAxpVgTioi5BSVa7o8lqzcbL72LbUd+dKw736XeLWhOV0Y51+
            mF6wQYMD8oC9Qr9hdKW80UFfqOhMT2xDrxHP7F+kSmVJC+R+8cWqIUzK75Fil9zu
            xwUerZk8SCdrgYcaR1ECQQDfuXfYhU6wghGgzD+CYyIEK+DYL0rGc9l1+A5pL8a0
            l8KrFsWmMVy4umcxZLzqc6sSmeZsqyR3cRxj79cplcmHAkEA06omu+gFE+6nrW/m
            XILtnKZNYHCd9bG9EyKG052aeIxrRuzKJdDXG8BW1E530YmNjCAzj+p/kZFDopQ5
            jDafhQJAS/AjOs484HK10xOg9vv5HttZ7WdYBTZreLxi/9ckpkXg4LvRCNE2fMlg
            n4ZnDVmHlr/AU+Bfd19gWJefO9FI3wJAGLG7PyT8oqyvR17Mw3JLAoGseVnqM+X+
            pyLaFApJIVNQmL+7fdn1nrk76B0XgYzIxNZk7Z9wLq2B9I/SfvdIeQJBAJyFXK7C
            K+XPp5EHoiU2dHNzUpHCQULIkyqVhTbOwI9kQvkWZeOrRFEjXBHei5Nx0P/kP9EU
            W1++QS0waFFgDqc=
            -----END PRIVATE KEY-----
            """)

    /// A certificate and its key, in PEM.
    struct Pair: Sendable {
        let certificate: String
        let key: String

        /// The certificate in DER.
        var der: [UInt8] {
            get throws { try parsed.toDERBytes() }
        }

        /// What a server needs to do TLS with it.
        ///
        /// - Parameters:
        ///   - maximumVersion: The newest version it speaks.
        ///   - demandsClientCertificate: Whether it insists on a certificate of the client's.
        /// - Returns: A context for any number of connections.
        /// - Throws: What the TLS library says of the certificate or the key.
        func context(
            maximumVersion: TLSVersion = .tlsv13, demandsClientCertificate: Bool = false
        ) throws -> NIOSSLContext {
            var configuration = try configuration()
            configuration.maximumTLSVersion = maximumVersion
            if demandsClientCertificate {
                configuration.certificateVerification = .noHostnameVerification
                configuration.trustRoots = .certificates([try parsed])
            }
            return try NIOSSLContext(configuration: configuration)
        }

        /// What a server needs to do TLS with it, any version from 1.0 on.
        func configuration() throws -> TLSConfiguration {
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: [.certificate(try parsed)],
                privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(key.utf8), format: .pem)))
            configuration.minimumTLSVersion = .tlsv1
            return configuration
        }

        private var parsed: NIOSSLCertificate {
            get throws { try NIOSSLCertificate(bytes: Array(certificate.utf8), format: .pem) }
        }
    }
}
