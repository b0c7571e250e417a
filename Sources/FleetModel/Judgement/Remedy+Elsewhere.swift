/// A step's command for a server that one cannot log on to, which is when these steps are needed.
extension Remedy {
    /// The command as `az vm run-command` runs it on a virtual machine of Azure, for a Unix shell; nil when there is
    /// none, or when it is not done on the server, or needs a desktop.
    ///
    /// The agent on the machine fetches and runs it, so neither Remote Desktop nor any open port is needed. `GROUP` and
    /// `VM` are the reader's to fill in. It shows only the last 4,096 bytes of what the command prints.
    package var throughAzure: String? {
        guard let command = commandWithoutDesktop else { return nil }
        let interpreter = shell == .powershell ? "RunPowerShellScript" : "RunShellScript"
        // The CLI takes an argument that begins with @ for the name of a file.
        let script = command.hasPrefix("@") ? " " + command : command
        return "az vm run-command invoke --resource-group GROUP --name VM --command-id \(interpreter)"
            + " --scripts \(script.quotedForShell)"
    }

    /// The command as PowerShell runs it on another computer, through WinRM (TCP 5985); nil when there is none, when it
    /// is not one of PowerShell, or when it is not done on the server, or needs a desktop.
    ///
    /// - Parameter names: Whom to ask. By its address a computer is asked only when TrustedHosts has it.
    /// - Returns: The command, for a shell of PowerShell.
    package func throughRemoting(_ names: RemedyNames) -> String? {
        guard shell == .powershell, let command = commandWithoutDesktop else { return nil }
        var elsewhere = self
        elsewhere.command = "Invoke-Command -ComputerName {server} -ScriptBlock { \(command) }"
        return elsewhere.filled(names).command
    }

    /// The command of a step on the server that runs without anybody's desktop; nil for any other.
    private var commandWithoutDesktop: String? {
        guard place == .server, let command else { return nil }
        let program = command.prefix { $0 != " " }
        return Self.programsWithWindows.contains(String(program)) ? nil : command
    }

    /// Programs that show a window and print nothing.
    private static let programsWithWindows: Set<String> = ["rsop.msc", "lsdiag.msc", "winver", "mstsc"]
}

extension String {
    /// The text as one argument of a Unix shell: within single quotes only their own kind ends them (POSIX, 2.2.2).
    fileprivate var quotedForShell: String {
        "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}
