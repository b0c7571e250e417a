import FoundationEssentials
package import Glibc

/// The processes that were started with a text in their environment; a zombie has none (proc(5), /proc/PID/environ).
///
/// - Throws: When /proc cannot be listed.
package func processes(withEnvironment text: String) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter { pid in
        let environment = FileManager.default.contents(atPath: "/proc/\(pid)/environ") ?? Data()
        return String(decoding: environment, as: UTF8.self).contains(text)
    }
}
