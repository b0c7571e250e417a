import FleetModel
import Foundation

/// Reads what stands outside of the configuration because it must not be in it. Messages name the place, never the text.
struct HookSecrets {
    /// The hook that it is for, in quotes.
    let hook: String
    let environment: [String: String]

    /// The longest secret, in bytes.
    private static let longest = 8_192

    /// The text of a value.
    func text(of value: Notifications.Value) throws(NoticeHook.Mistake) -> String {
        switch value {
        case .text(let text): return text
        case .environment(let name):
            guard let text = environment[name.value], !text.isEmpty else {
                throw mistake("the environment variable \(name.quoted) is not set")
            }
            return try checked(text, "the environment variable \(name.quoted)")
        case .file(let path):
            let shown = CleanText.clean(path.value, limit: 1_024)
            let data: Data
            do throws(InputFile.Mistake) {
                data = try InputFile.bytes(of: path.value, limit: 1_048_576)
            } catch {
                throw mistake("\(error)")
            }
            let line = String(decoding: data.prefix(Self.longest + 1), as: UTF8.self).split(separator: "\n").first ?? ""
            return try checked(line.trimmingCharacters(in: .whitespaces), shown)
        }
    }

    private func checked(_ text: String, _ place: String) throws(NoticeHook.Mistake) -> String {
        guard !text.isEmpty, text.utf8.count <= Self.longest, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) })
        else {
            throw mistake("what \(place) has is not one line of printable ASCII")
        }
        return text
    }

    private func mistake(_ text: String) -> NoticeHook.Mistake {
        NoticeHook.Mistake(description: "hook \(hook): \(text)")
    }
}
