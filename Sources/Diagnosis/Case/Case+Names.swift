import FleetModel

extension Case {
    /// The names that DNS led the asked name through.
    var aliases: [String] {
        let facts = snapshot?.dns?.facts
        return (facts?.ipv4?.aliases ?? []) + (facts?.ipv6?.aliases ?? [])
    }

    /// Whether the name leads to several addresses of one family, as names of farms do.
    var leadsToSeveralAddresses: Bool {
        let addresses = snapshot?.dns?.facts?.addresses ?? []
        return addresses.count { $0.isIPv6 } > 1 || addresses.count { !$0.isIPv6 } > 1
    }

    /// What DNS says of the name while the address of the fleet file answers; nil when there is none in the file, it does
    /// not answer, or no name server has said anything now.
    var nameCheck: (name: String, addresses: [IPAddress], failure: LayerFailure?, at: Instant)? {
        guard server.address != nil, let tcp = snapshot?.tcp, tcp.failure == nil, let check = snapshot?.nameCheck,
            check.facts?.isStale != true
        else { return nil }
        let name = CleanText.clean(check.facts?.name ?? server.name)
        return (name, check.facts?.addresses ?? [], check.failure, check.at)
    }

    /// What shows that the name leads to no address while the one of the fleet file answers; nil when it is not so.
    var namelessEvidence: [String]? {
        guard let check = nameCheck, let failure = check.failure, failure == .noSuchName || failure == .noAddress else {
            return nil
        }
        return ["DNS: \(check.name): \(failure.words), asked at \(check.at.iso8601)"] + evidence(of: .tcp)
    }

    /// The connection to the last address of a name that leads nowhere now; nil when none was made, or it failed.
    var lastAddressAnswer: TCPFacts.Attempt? {
        guard let snapshot, snapshot.isUnknownByName, let check = snapshot.lastAddressCheck, check.failure == nil else {
            return nil
        }
        return check.facts?.attempts.last { $0.failure == nil }
    }

    /// How many more addresses of the same family the name leads to, when the one that connected fails above TCP; nil
    /// when it passes, or there is none.
    var untriedMachines: Int? {
        guard let facts = snapshot?.tcp?.facts, let peer = facts.peer, snapshot?.tcp?.failure == nil,
            [Layer.x224, .tls].contains(where: { failure(at: $0)?.letter != nil })
        else { return nil }
        let tried = Set(facts.attempts.map(\.peer.address))
        let others = Set(snapshot?.dns?.facts?.addresses ?? []).subtracting(tried)
        let count = others.count { $0.isIPv6 == peer.address.isIPv6 }
        return count > 0 ? count : nil
    }

    /// Where the server last answered, when the name led elsewhere this time and it failed there; nil when it did not,
    /// or no name was resolved.
    var reachElsewhere: LastReach? {
        guard let reach = snapshot?.lastReach, let dns = snapshot?.dns, dns.failure == nil, let facts = dns.facts,
            facts.source != .literal, facts.source != .stale, !facts.addresses.contains(reach.address),
            [Layer.tcp, .x224].contains(where: { failure(at: $0)?.letter != nil })
        else { return nil }
        return reach
    }

    /// Whether the computer says in CredSSP that it has another name than the one asked for, and nothing else it shows
    /// says that this name is its own, too.
    ///
    /// An address is no name, and a certificate that carries the very name, and not a wildcard for it, vouches for it.
    var answersAsAnotherComputer: Bool {
        guard IPAddress(server.name) == nil, let facts = credSSP else { return false }
        let names = [facts.computerName, facts.dnsComputerName].compactMap { $0 }.filter { !$0.isEmpty }
        guard !names.isEmpty else { return false }
        let asked = [server.name, server.resolvedName] + aliases
        guard !names.contains(where: { name in asked.contains { $0.isShortFormOf(name) } }) else { return false }
        switch certificate?.nameMatch {
        case .alternativeName(let text), .commonName(let text): return text.hasPrefix("*.")
        case .shortName, NameMatch.none?, nil: return true
        }
    }

    /// Whether the computer says that it has the asked name in another domain, and nothing vouches for this one.
    var answersFromAnotherDomain: Bool {
        guard IPAddress(server.name) == nil, server.name.contains("."), !answersAsAnotherComputer,
            let computer = credSSP?.dnsComputerName?.lowercased(), computer.contains(".")
        else { return false }
        let asked = ([server.name, server.resolvedName] + aliases).map { $0.lowercased() }
        guard !asked.contains(computer), asked.contains(where: { $0.firstLabel == computer.firstLabel }) else {
            return false
        }
        switch certificate?.nameMatch {
        case .alternativeName(let text), .commonName(let text): return text.hasPrefix("*.")
        case .shortName, NameMatch.none?, nil: return true
        }
    }

    /// Whether a self-signed certificate of Windows' making names another computer than the one that answers in CredSSP.
    ///
    /// Windows puts its own name into it; that of FreeRDP, whose build proves nothing, may be any.
    var certificateNamesAnotherThanNTLM: Bool {
        guard software == .windows, let facts = credSSP, let certificate, certificate.hasWindowsShape else {
            return false
        }
        let computers = [facts.computerName, facts.dnsComputerName].compactMap { $0 }.filter { !$0.isEmpty }
        let names = ([certificate.leaf.commonName].compactMap { $0 } + certificate.leaf.dnsNames).filter { !$0.isEmpty }
        guard !computers.isEmpty, !names.isEmpty else { return false }
        return !computers.contains { computer in names.contains { $0.isShortFormOf(computer) } }
    }
}

extension String {
    /// What stands before the first dot, in lower case.
    var firstLabel: String {
        String(prefix { $0 != "." }).lowercased()
    }

    /// Whether both have the same first label; a NetBIOS name keeps only 15 characters of it (MS-NLMP 2.2.2.1).
    fileprivate func isShortFormOf(_ name: String) -> Bool {
        let (mine, theirs) = (firstLabel, name.firstLabel)
        return mine == theirs || theirs.count == 15 && mine.hasPrefix(theirs)
    }
}
