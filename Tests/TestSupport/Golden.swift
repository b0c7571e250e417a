package import Foundation
package import Testing

/// Compares `text` with the file `name` in the folder `Golden` beside the test.
///
/// `RDPTOP_RECORD=1` in the environment writes the file instead; read what was written before committing it. A file that
/// is missing is a failure.
package func expectGolden(
    _ text: String, _ name: String, beside test: StaticString = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let folder = URL(fileURLWithPath: "\(test)").deletingLastPathComponent().appendingPathComponent("Golden")
    try expectRecorded(text, folder.appendingPathComponent(name), sourceLocation: sourceLocation)
}

/// The same for a file anywhere, such as a page of the documentation.
package func expectRecorded(
    _ text: String, _ file: URL, sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let name = file.lastPathComponent
    if ProcessInfo.processInfo.environment["RDPTOP_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    guard let golden = try? String(decoding: Data(contentsOf: file), as: UTF8.self) else {
        Issue.record("\(name) is missing: run once with RDPTOP_RECORD=1 and read it", sourceLocation: sourceLocation)
        return
    }
    let difference = firstDifference(golden, text)
    #expect(difference == nil, "\(name): \(difference ?? "")", sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, with its number; nil when they are the same.
private func firstDifference(_ golden: String, _ text: String) -> String? {
    guard Array(golden.utf8) != Array(text.utf8) else { return nil }
    let left = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let right = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line =
        zip(left, right).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(left.count, right.count)
    let expected = line < left.count ? left[line] : "(the end)"
    let found = line < right.count ? right[line] : "(the end)"
    return "line \(line + 1)\n  golden: \(expected)\n  now:    \(found)"
}
