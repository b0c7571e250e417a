import FleetModel
import Crypto
import SwiftASN1

/// Reads what a certificate says of itself, also when no library would accept it.
///
/// Short keys, broken digests, impossible dates and odd encodings are what a probe is there to find, so each field is
/// read on its own and one that cannot be read is left out and named (RFC 5280, 4.1). Verifies no signature.
enum CertificateDecoder {
    /// The most bytes that are read; certificates in use have one or two thousand.
    static let sizeLimit = CertificateExaminer.certificateSizeLimit

    /// Decodes one certificate in DER, or in BER, which is remarked.
    static func decode(_ der: [UInt8]) throws(UnreadableCertificate) -> DecodedCertificate {
        let (fields, signatureAlgorithm, isDER) = try outline(of: der)
        var certificate = fields.decoded(sha256: fingerprint(der[...]))
        if !isDER { certificate.remarks.append("It is encoded in BER instead of DER.") }
        if signatureAlgorithm.encodedBytes != fields.signatureAlgorithm.encodedBytes {
            certificate.remarks.append("Its two statements of the signature algorithm differ.")
        }
        return certificate
    }

    /// The subject alone, which is all that is asked of the hundred and more authorities of a system.
    static func subject(of der: [UInt8]) throws(UnreadableCertificate) -> DistinguishedName {
        DistinguishedName(try outline(of: der).fields.subject)
    }

    /// Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue }
    private static func outline(
        of der: [UInt8]
    ) throws(UnreadableCertificate) -> (fields: CertificateFields, signatureAlgorithm: ASN1Node, isDER: Bool) {
        guard der.count <= sizeLimit else { throw .tooLarge(bytes: der.count) }
        guard let (root, isDER) = try? parseLeniently(der[...]) else { throw .notASN1 }
        let parts = root.children(atMost: 4)
        guard root.identifier == .sequence, parts.count == 3, let fields = CertificateFields(parts[0]) else {
            throw .notACertificate
        }
        return (fields, parts[1], isDER)
    }

    /// What is known of a certificate that cannot be read: its digest, and why.
    static func unreadable(_ der: [UInt8], _ reason: UnreadableCertificate) -> DecodedCertificate {
        var certificate = DecodedCertificate(
            description: CertificateDescription(subject: "", issuer: "", sha256: fingerprint(der[...])))
        certificate.remarks = [reason.description]
        return certificate
    }

    /// SHA-256 in 64 lower-case hexadecimal digits.
    static func fingerprint(_ der: ArraySlice<UInt8>) -> String { hexadecimal(SHA256.hash(data: der)) }
}

/// The fields of a TBSCertificate by their places (RFC 5280, 4.1), not yet looked into.
private struct CertificateFields {
    let serial: ASN1Node
    let signatureAlgorithm: ASN1Node
    let issuer: ASN1Node
    let validity: ASN1Node
    let subject: ASN1Node
    let publicKey: ASN1Node
    let extensions: ASN1Node?

    /// Nil when there are fewer fields than every version has.
    init?(_ certificate: ASN1Node) {
        var nodes = certificate.children(atMost: 10)[...]
        if nodes.first?.isField(0) == true { nodes.removeFirst() }
        guard certificate.identifier == .sequence, nodes.count >= 6 else { return nil }
        let fields = Array(nodes)
        (serial, signatureAlgorithm, issuer) = (fields[0], fields[1], fields[2])
        (validity, subject, publicKey) = (fields[3], fields[4], fields[5])
        extensions = fields.dropFirst(6).first { $0.isField(3) }
    }

    func decoded(sha256: String) -> DecodedCertificate {
        let subject = DistinguishedName(subject)
        let issuer = DistinguishedName(issuer)
        let key = PublicKeyKind(publicKey)
        let signature = SignatureKind(signatureAlgorithm)
        let extensions = extensions.map(CertificateExtensions.init) ?? CertificateExtensions()
        var certificate = DecodedCertificate(
            description: CertificateDescription(
                subject: subject.text, commonName: subject.commonName, issuer: issuer.text, serial: serialText,
                dnsNames: extensions.dnsNames, addresses: extensions.addresses, key: key.text,
                signatureAlgorithm: signature.name, usages: extensions.usages, sha256: sha256,
                keySHA256: CertificateDecoder.fingerprint(publicKey.encodedBytes)))
        certificate.subject = subject
        certificate.issuer = issuer
        certificate.key = key
        certificate.signature = signature
        certificate.extensions = extensions
        certificate.description.isSelfSigned = certificate.isSelfIssued
        readValidity(into: &certificate)
        if key == .unreadable { certificate.unreadable.append("its public key") }
        if signature.standing == .unreadable { certificate.unreadable.append("its signature algorithm") }
        certificate.unreadable += extensions.unreadable
        if !subject.isWhole { certificate.remarks.append("A part of its subject cannot be read.") }
        if !issuer.isWhole { certificate.remarks.append("A part of its issuer cannot be read.") }
        certificate.remarks += extensions.remarks
        return certificate
    }

    /// Validity ::= SEQUENCE { notBefore, notAfter }
    private func readValidity(into certificate: inout DecodedCertificate) {
        let times = validity.children(atMost: 2)
        let begin = times.first.flatMap(ASN1Time.init)
        let end = times.dropFirst().first.flatMap(ASN1Time.init)
        certificate.description.notBefore = begin?.instant
        certificate.description.notAfter = end?.instant
        if begin == nil { certificate.unreadable.append("the begin of its validity") }
        if end == nil { certificate.unreadable.append("the end of its validity") }
        if begin?.isRegular == false || end?.isRegular == false {
            certificate.remarks.append("A date is written in a form that RFC 5280 does not allow.")
        }
        if let begin, let end, end.instant < begin.instant {
            certificate.remarks.append("Its validity ends before it begins.")
        }
    }

    /// At most 20 bytes by RFC 5280, 4.1.2.2; a few more are shown.
    private var serialText: String {
        guard serial.identifier == .integer else { return "" }
        let bytes = serial.contentBytes
        return hexadecimal((bytes.first == 0 && bytes.count > 1 ? bytes.dropFirst() : bytes).prefix(32))
    }
}
