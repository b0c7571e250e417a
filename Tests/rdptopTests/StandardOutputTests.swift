import Foundation
import Testing

@testable import rdptop

@Suite struct StandardOutputTests {
    @Test func everythingArrivesInOrder() throws {
        let pipe = Pipe()
        var output = StandardOutput(FileDescriptor(number: pipe.fileHandleForWriting.fileDescriptor))
        output.write("one\n")
        output.write("two\n")
        output.flush()
        try pipe.fileHandleForWriting.close()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data("one\ntwo\n".utf8))
        #expect(output.failure == nil)
    }

    @Test(arguments: [1, 100_000])
    func aFullDiskIsAFailure(lines: Int) throws {
        let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        defer { try? full.close() }
        var output = StandardOutput(FileDescriptor(number: full.fileDescriptor))
        for _ in 0..<lines { output.write("a line\n") }
        output.flush()
        #expect(output.failure == SystemError(code: ENOSPC))
        #expect(output.failure?.description == "No space left on device")
    }

    @Test func aReaderThatWentAwayIsNone() throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        defer { try? pipe.fileHandleForWriting.close() }
        var output = StandardOutput(FileDescriptor(number: pipe.fileHandleForWriting.fileDescriptor))
        output.write("one\n")
        output.flush()
        output.write("two\n")
        output.flush()
        #expect(output.failure == nil)
    }
}
