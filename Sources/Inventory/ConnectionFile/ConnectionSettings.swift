import FleetModel

/// The settings of one .rdp file while it is read, with the lines they stand in.
struct ConnectionSettings {
    private let file: String
    private var values: [ConnectionSetting: (text: String, line: Int)] = [:]
    private var remarks: [String] = []
    private var hasLines = false

    init(file: String) {
        self.file = CleanText.clean(file)
    }

    // MARK: Lines

    /// Takes every line that is read; of two lines of one name the later wins.
    mutating func read(_ text: String) {
        for (index, line) in ConnectionFileText.lines(of: text).enumerated() {
            read(line.trimmed, at: index + 1)
        }
    }

    private mutating func read(_ line: Substring, at number: Int) {
        // Old versions of FreeRDP wrote their own arguments into the file, one a line.
        guard !line.isEmpty, line.first != "/" else { return }
        guard let line = ConnectionFileLine(line) else {
            return remark(number, "is not name:type:value, and is passed over")
        }
        hasLines = true
        guard let setting = ConnectionSetting(rawValue: line.name) else { return }
        guard line.type == setting.type else {
            return remark(number, "\(setting.rawValue) is read as \(setting.rawValue):\(setting.type): only")
        }
        // More than the longest setting has: the rest would be cut from any message.
        values[setting] = (String(line.value.prefix(1_024)), number)
    }

    private mutating func remark(_ line: Int?, _ text: String) {
        guard remarks.count < InventoryLimits.mistakes else { return }
        remarks.append("\(InventoryMistake(file: file, line: line, text: text))")
    }

    // MARK: Values

    /// What the file asks for.
    mutating func connectionFile() throws(InventoryError) -> ConnectionFile {
        let full = try target(.fullAddress)
        let alternate = try target(.alternateFullAddress)
        guard let named = full ?? alternate else {
            throw RDPFile.mistake(
                file, nil,
                hasLines
                    ? "names no server; add a line full address:s:NAME"
                    : "has no line name:type:value; an .rdp file begins with lines such as full address:s:NAME")
        }
        var result = ConnectionFile(source: file, name: named.name)
        if let alternate, alternate.name.lowercased() != named.name.lowercased() {
            result.alternateName = alternate.name
        }
        result.port = port() ?? alternate?.port ?? full?.port ?? Server.defaultPort
        try readGateway(into: &result)
        result.serverAuthentication = choice(.authenticationLevel)
        result.usesCredSSP = flag(.enableCredSSPSupport) ?? true
        result.negotiatesSecurity = flag(.negotiateSecurityLayer) ?? true
        // The newer key stands for the older one where both are there.
        result.usesEntraID = flag(.enableRDSAADAuth) ?? flag(.targetIsAADJoined) ?? false
        result.usesRedirectionServerName = flag(.useRedirectionServerName) ?? false
        result.routingToken = routingToken()
        result.sendsPreconnectionBlob = text(.preconnectionBlob) != nil
        result.isAzureVirtualDesktop = text(.resourceProvider)?.text.lowercased() == "arm"
        result.isSigned = text(.signature) != nil
        result.remarks = remarks
        return result
    }

    private mutating func readGateway(into result: inout ConnectionFile) throws(InventoryError) {
        result.gatewayUsage = choice(.gatewayUsageMethod) ?? .never
        result.setsGateway = integer(.gatewayProfileUsageMethod) == 1
        do throws(InventoryError) {
            result.gateway = try target(.gatewayHostName).map { target in
                ConnectionFile.NamedGateway(host: target.name, port: target.port ?? 443)
            }
        } catch {
            switch result.gatewayUsage {
            case .always, .whenDirectFails, .policy: throw error
            // Nobody goes through it.
            case .never, .neverAtAll: error.mistakes.forEach { remark($0.line, $0.text) }
            }
        }
    }

    /// A text that is not empty, with its line.
    private func text(_ setting: ConnectionSetting) -> (text: String, line: Int)? {
        guard let value = values[setting], !value.text.isEmpty else { return nil }
        return value
    }

    private func target(_ setting: ConnectionSetting) throws(InventoryError) -> TargetText? {
        guard let (text, line) = text(setting) else { return nil }
        do throws(TargetText.Mistake) {
            return try TargetText.parse(text)
        } catch {
            throw RDPFile.mistake(file, line, "\(setting.rawValue): \(error.text)")
        }
    }

    private mutating func port() -> UInt16? {
        guard let number = integer(.serverPort) else { return nil }
        guard let port = UInt16(exactly: number), port > 0 else {
            remark(values[.serverPort]?.line, "server port is not between 1 and 65535, and is passed over")
            return nil
        }
        return port
    }

    private mutating func routingToken() -> RoutingToken? {
        guard let (text, line) = text(.loadBalanceInfo) else { return nil }
        guard let token = RoutingToken(text) else {
            remark(
                line,
                "loadbalanceinfo is not sent: it is not 1 to \(RoutingToken.longest) characters of printable ASCII, or "
                    + "it names a user")
            return nil
        }
        return token
    }

    private mutating func flag(_ setting: ConnectionSetting) -> Bool? {
        integer(setting).map { $0 != 0 }
    }

    private mutating func choice<Choice: RawRepresentable<Int>>(_ setting: ConnectionSetting) -> Choice? {
        guard let number = integer(setting) else { return nil }
        guard let choice = Choice(rawValue: number) else {
            remark(values[setting]?.line, "\(setting.rawValue) has no value \(number), and is passed over")
            return nil
        }
        return choice
    }

    /// Decimal, or hexadecimal with `0x`; what is neither is told and passed over.
    private mutating func integer(_ setting: ConnectionSetting) -> Int? {
        guard let (text, line) = text(setting) else { return nil }
        let isHexadecimal = text.lowercased().hasPrefix("0x")
        let digits = isHexadecimal ? text.dropFirst(2) : text[...]
        guard let number = Int32(digits, radix: isHexadecimal ? 16 : 10), !isHexadecimal || number >= 0 else {
            remark(line, "\(setting.rawValue) is not a whole number, and is passed over")
            return nil
        }
        return Int(number)
    }
}
