import FleetModel
import FoundationEssentials
import SwiftASN1
import X509

/// A PEM file of authorities that the fleet file names.
enum AuthorityFile {
    /// The largest file that is read; the system's own list of all authorities has a quarter of a mebibyte.
    static let sizeLimit = 16 << 20

    /// The certificates in `file`, each of which can be used to verify others.
    static func certificates(in file: String) throws(AuthorityFileError) -> [[UInt8]] {
        let data = try contents(of: file)
        let blocks = PEMBlocks(data).blocks
        guard !blocks.isEmpty else {
            // The tag of a SEQUENCE, with which every certificate in DER begins.
            throw data.first == 0x30 ? .binary(file: file) : .notPEM(file: file)
        }
        var certificates: [[UInt8]] = []
        for (label, bytes) in blocks where PEMBlocks.isCertificate(label) {
            let number = certificates.count + 1
            guard let bytes else {
                throw .unreadableCertificate(
                    file: file, number: number, reason: "the block has no end or is not base 64")
            }
            if let reason = unusable(bytes) {
                throw .unreadableCertificate(file: file, number: number, reason: reason)
            }
            certificates.append(bytes)
        }
        guard !certificates.isEmpty else { throw .noCertificate(file: file) }
        return certificates
    }

    private static func contents(of file: String) throws(AuthorityFileError) -> Data {
        guard FileManager.default.fileExists(atPath: file) else { throw .missing(file: file) }
        do {
            let data = try Data(contentsOf: URL(filePath: file))
            guard data.count <= sizeLimit else {
                throw AuthorityFileError.unreadable(file: file, reason: "it has more than \(sizeLimit) bytes")
            }
            return data
        } catch let error as AuthorityFileError {
            throw error
        } catch {
            let reason = (error as? CocoaError)?.underlying.map { "\($0)" } ?? "it is not a readable file"
            throw .unreadable(file: file, reason: reason)
        }
    }

    /// Why a certificate cannot serve as an authority; nil when it can.
    private static func unusable(_ der: [UInt8]) -> String? {
        do {
            _ = try Certificate(derEncoded: der)
            return nil
        } catch {
            guard let decoded = try? CertificateDecoder.decode(der) else { return "it is not an X.509 certificate" }
            let key = decoded.description.key
            return "signatures of \(decoded.description.subject) (\(key)) cannot be verified here"
        }
    }
}
