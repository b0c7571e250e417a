/// The settings of an .rdp file that are read; no other is kept, whatever it holds.
///
/// Among those are users' names, passwords, access tokens and all that concerns the session.
enum ConnectionSetting: String, CaseIterable {
    case fullAddress = "full address"
    case alternateFullAddress = "alternate full address"
    case serverPort = "server port"
    case gatewayHostName = "gatewayhostname"
    case gatewayUsageMethod = "gatewayusagemethod"
    case gatewayProfileUsageMethod = "gatewayprofileusagemethod"
    case authenticationLevel = "authentication level"
    case enableCredSSPSupport = "enablecredsspsupport"
    case negotiateSecurityLayer = "negotiate security layer"
    case enableRDSAADAuth = "enablerdsaadauth"
    case targetIsAADJoined = "targetisaadjoined"
    case useRedirectionServerName = "use redirection server name"
    case loadBalanceInfo = "loadbalanceinfo"
    case preconnectionBlob = "pcb"
    case resourceProvider = "resourceprovider"
    case signature

    /// The type that stands between the colons: `s` for text, `i` for an integer.
    var type: Character {
        switch self {
        case .fullAddress, .alternateFullAddress, .gatewayHostName, .loadBalanceInfo, .preconnectionBlob,
            .resourceProvider, .signature:
            "s"
        case .serverPort, .gatewayUsageMethod, .gatewayProfileUsageMethod, .authenticationLevel,
            .enableCredSSPSupport, .negotiateSecurityLayer, .enableRDSAADAuth, .targetIsAADJoined,
            .useRedirectionServerName:
            "i"
        }
    }
}

/// One line of an .rdp file: `name:type:value`.
struct ConnectionFileLine {
    /// In lower case, without blanks around it.
    let name: String
    /// In lower case.
    let type: Character
    /// Without blanks around it; may have colons, and be empty.
    let value: Substring

    /// Splits a line at its first two colons; nil when it has fewer, or a type that is not one character.
    init?(_ line: Substring) {
        let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].utf8.count == 1, let type = parts[1].lowercased().first else { return nil }
        // The longest name that is read is far shorter; a longer one is nothing to us.
        name = parts[0].utf8.count > 80 ? "" : parts[0].trimmed.lowercased()
        self.type = type
        value = parts[2].trimmed
    }
}

extension Substring {
    /// Without blanks at both ends.
    var trimmed: Substring {
        let head = drop { $0.isWhitespace || $0 == "\0" }
        guard let last = head.lastIndex(where: { !$0.isWhitespace && $0 != "\0" }) else { return head.prefix(0) }
        return head[...last]
    }
}
