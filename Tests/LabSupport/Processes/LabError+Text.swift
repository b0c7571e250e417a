internal import Glibc

extension LabError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .programMissing(let program):
            "\(program.name) is not installed: apt-get install --no-install-recommends \(program.debianPackage)"
        case .fileMissing(let path, let remedy):
            "\(path) does not exist: \(remedy)"
        case .systemCall(let call, let errorNumber):
            "\(call): \(String(cString: strerror(errorNumber)))"
        case .ended(let program, let end, let during, let output):
            "\(program) \(end) while \(during); it wrote:\n\(output.isEmpty ? "(nothing)" : output)"
        case .deadlinePassed(let waitingFor, let limit, let seen):
            "no \(waitingFor) within \(limit); seen instead:\n\(seen.isEmpty ? "(nothing)" : seen)"
        case .closed(let peer, let afterBytes, let expected):
            "\(peer) closed the connection after \(afterBytes) of \(expected) bytes"
        case .noFreeAddress(let port):
            "no address of 127.0.0.0/8 with port \(port) free could be found"
        case .malformed(let file, let expected):
            "\(file) does not contain \(expected)"
        }
    }
}
