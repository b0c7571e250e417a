import FleetModel

/// What has come of a hook that is told when something breaks, for `:stats`.
package struct HookStanding: Sendable, Hashable {
    /// Its name.
    package let name: String
    /// Notices that it took.
    package let told: Int
    /// Notices that were given up.
    package let failed: Int
    /// Why the last one was given up; nil when it took one since.
    package let trouble: String?

    /// A standing; texts are cleaned.
    package init(name: String, told: Int, failed: Int, trouble: String?) {
        self.name = CleanText.clean(name, limit: 80)
        self.told = told
        self.failed = failed
        self.trouble = trouble.map { CleanText.clean($0, limit: 200) }
    }

    /// `chat: told 3, failed 1: answered 500`.
    var sentence: String {
        let failures = failed == 0 ? "" : ", failed \(failed)" + (trouble.map { ": \($0)" } ?? "")
        return "\(name): told \(told)\(failures)"
    }
}
