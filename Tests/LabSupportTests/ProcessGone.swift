import FoundationEssentials
import Glibc
import LabSupport

/// Whether no process has this id any more, not even as a zombie.
func isGone(_ process: LabProcess) -> Bool {
    kill(process.pid, 0) == -1 && errno == ESRCH
}

/// Whether the process exists and is more than a zombie (proc(5), /proc/PID/stat, third field).
func isRunning(_ pid: pid_t) -> Bool {
    let fields = text(ofFile: "/proc/\(pid)/stat").split(separator: " ")
    return fields.count > 2 && fields[2] != "Z"
}

/// The processes that were started with this text in their environment; a zombie has none (proc(5), /proc/PID/environ).
func processes(withEnvironment text: String) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { pid_t($0) }.filter { pid in
        let environment = FileManager.default.contents(atPath: "/proc/\(pid)/environ") ?? Data()
        return String(decoding: environment, as: UTF8.self).contains(text)
    }
}
