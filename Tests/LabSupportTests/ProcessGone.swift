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
