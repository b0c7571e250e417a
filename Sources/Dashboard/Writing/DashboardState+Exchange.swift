import FleetModel

extension DashboardState {
    /// The server or gateway under the cursor, or in the details; nil when that is neither.
    var exchangeSubject: ExchangeSubject? {
        if let index = selected { return ExchangeSubject(rows[index], gateway: gateway(of: rows[index].server)) }
        return selectedGateway.flatMap { gateways[$0] }.map(ExchangeSubject.init)
    }

    /// Takes what was found of an exchange, if the prompt still asks for it.
    mutating func take(_ exchange: FailedExchange?, of targets: [FailedExchange.Target]) {
        guard case .write(var prompt) = prompt, prompt.subject?.targets == targets else { return }
        prompt.found = exchange.map { .exchange($0) } ?? .nothing
        suggest(in: &prompt)
        self.prompt = .write(prompt)
    }

    /// What the prompt says of a failed exchange, the longest hint first.
    func exchangeHints(for prompt: WritePrompt) -> [String] {
        let other = setup.formats.neighbour(of: prompt.format, 1, withExchange: true)
        let tab = "  Tab: \(other.title)  Esc cancels"
        switch prompt.found {
        case .exchange(let exchange):
            if prompt.format.content == .packets, !exchange.hasPackets {
                let absence = prompt.subject?.absenceOfPackets ?? ""
                return [absence + tab, absence]
            }
            let moment = "\(exchange.began.timeText)Z, \(age(of: exchange))"
            let what = "the \(prompt.format.title) of the failure at \(moment)"
            let short = "Enter: \(prompt.format.title) of \(moment)"
            return ["Enter writes \(what)\(tab)", short + tab, short, "Enter: \(moment)"]
        case .nothing:
            let absence = prompt.subject?.absence ?? ""
            return [absence + tab, absence]
        case nil: return ["Enter writes the \(prompt.format.title) of the last failure\(tab)"]
        }
    }

    private func age(of exchange: FailedExchange) -> String {
        guard backstage == nil || exchange.began <= now else { return "after this screen was frozen" }
        return "\(max(.zero, clock - exchange.began).spoken) ago"
    }
}

extension ExchangeSubject {
    /// A server, or the gateway through which alone users reach it.
    init(_ status: ServerStatus, gateway: GatewayStatus?) {
        let server = status.server
        if server.path == .gateway, let gateway {
            self.init(gateway)
            return
        }
        let snapshot = status.snapshot
        self.init(
            fileName: IPAddress(server.name) == nil
                ? String(server.displayName.prefix { $0 != "." }) : server.displayName,
            title: server.displayName, target: .server(server.id), since: snapshot?.sinceStart,
            isFailed: snapshot?.isFailedExchange ?? false)
    }

    fileprivate init(_ status: GatewayStatus) {
        let gateway = status.gateway
        self.init(
            fileName: gateway.name, title: gateway.name, target: .gateway(gateway.id),
            since: status.snapshot?.sinceStart,
            isFailed: status.snapshot?.isFailedExchange ?? false)
    }

    private init(fileName: String, title: String, target: FailedExchange.Target, since: SinceStart?, isFailed: Bool) {
        let title = CleanText.clean(title, limit: 40)
        name = fileName
        targets = [target]
        absenceOfPackets = "no packet went to \(title) then; its trace says why"
        guard let since else {
            absence = "\(title) is not probed yet"
            return
        }
        let hasFailed = isFailed || since.passed < since.counted
        absence =
            hasFailed
            ? "the last failure of \(title) is not kept: \(FailedExchanges.limit) others are newer"
            : "no probe of \(title) has failed since \(since.began.timeText)Z"
    }
}
