import Foundation
import Testing

@testable import CertificateChecks

@Suite struct AuthorityFileTests {
    /// A file that goes away with the test.
    private static func withFile<T>(_ content: Data, _ body: (String) throws -> T) throws -> T {
        let file = FileManager.default.temporaryDirectory.appending(path: "authority-\(UUID().uuidString).pem")
        try content.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try body(file.path())
    }

    private static func pem(_ der: [UInt8], label: String = "CERTIFICATE", width: Int = 64, ending: String = "\n")
        -> String
    {
        let base64 = Array(Data(der).base64EncodedString())
        let lines = stride(from: 0, to: base64.count, by: width).map {
            String(base64[$0..<min($0 + width, base64.count)])
        }
        return (["-----BEGIN \(label)-----"] + lines + ["-----END \(label)-----", ""]).joined(separator: ending)
    }

    @Test(arguments: [(64, "\n"), (64, "\r\n"), (76, "\n"), (4000, "\n"), (64, "  \n ")])
    func certificatesAreReadHoweverTheLinesAreBroken(width: Int, ending: String) throws {
        let text =
            "subject=O = rdp lab\n" + Self.pem(Sample.labRoot, width: width, ending: ending) + "\n# and one more\n"
            + Self.pem(Sample.p192, label: "PRIVATE KEY") + Self.pem(Sample.labIssuing)
        let read = try Self.withFile(Data(text.utf8)) { try AuthorityFile.certificates(in: $0) }
        #expect(read == [Sample.labRoot, Sample.labIssuing])
    }

    @Test func eachMistakeIsNamedWithTheFile() throws {
        let good = Self.pem(Sample.labRoot)
        #expect(throws: AuthorityFileError.missing(file: "/nowhere/root.pem")) {
            try CertificateExaminer(authorityFiles: ["/nowhere/root.pem"])
        }
        func mistake(_ content: Data) throws -> (AuthorityFileError?, String) {
            try Self.withFile(content) { file in
                do throws(AuthorityFileError) {
                    _ = try CertificateExaminer(authorityFiles: [file])
                    return (nil, file)
                } catch {
                    return (error, file)
                }
            }
        }
        #expect(try mistake(Data(good.utf8)).0 == nil)
        var (error, file) = try mistake(Data(Sample.labRoot))
        #expect(error == .binary(file: file))
        (error, file) = try mistake(Data("hello\n".utf8))
        #expect(error == .notPEM(file: file))
        (error, file) = try mistake(Data())
        #expect(error == .notPEM(file: file))
        (error, file) = try mistake(Data(Self.pem(Sample.labRoot, label: "RSA PRIVATE KEY").utf8))
        #expect(error == .noCertificate(file: file))
        (error, file) = try mistake(Data((good + Self.pem(Array("garbage".utf8))).utf8))
        #expect(error == .unreadableCertificate(file: file, number: 2, reason: "it is not an X.509 certificate"))
        (error, file) = try mistake(Data((good + Self.pem(Sample.md5SelfSigned)).utf8))
        #expect(
            error
                == .unreadableCertificate(
                    file: file, number: 2, reason: "signatures of CN=OLD-2003 (RSA 1024) cannot be verified here"))
        (error, file) = try mistake(Data((good + "-----BEGIN CERTIFICATE-----\nMIID\n" + good).utf8))
        #expect(
            error == .unreadableCertificate(file: file, number: 2, reason: "the block has no end or is not base 64"))
        let text = try #require(error).description
        #expect(text.contains(file) && text.contains("certificate 2"))
    }

    @Test func aFolderCannotBeRead() throws {
        let folder = FileManager.default.temporaryDirectory.path()
        #expect {
            _ = try AuthorityFile.certificates(in: folder)
        } throws: { error in
            guard case AuthorityFileError.unreadable(file: folder, _) = error else { return false }
            return true
        }
    }

    @Test func oneBadCertificateDoesNotTakeTheOthersWithIt() throws {
        let authorities = Authorities([[0xFF], Sample.labRoot, Sample.labRoot, Sample.md5SelfSigned])
        let root = try CertificateDecoder.decode(Sample.labRoot)
        #expect(authorities.named(root.subject.encoded) == [Sample.labRoot])
        #expect(authorities.knows(organisation: "rdp lab") && !authorities.knows(organisation: nil))
        #expect(!authorities.isEmpty && Authorities([]).isEmpty)
    }
}
