import Drawing
import FleetModel

extension DashboardState {
    /// The commands of the tab in front, each under the key that copies it; none on any tab but that of the steps.
    var stepsToCopy: [Menu.Choice] {
        guard isDetailOpen, detailTab == .remedy, let status = selectedStatus else { return [] }
        let commands = NumberedSteps(status.judgement, gateway: gateway(of: status.server)).commands
        let name = status.server.displayName
        return commands.compactMap { number, command in
            CopyKeys.key(of: number).map { key in
                // The last of them says for all what they are.
                let title = number == commands.last?.number ? "step" : ""
                return Menu.Choice(key: .character(key), title: title) { _ in
                    [.copy(command, what: "the command of step \(number) for \(name)")]
                }
            }
        }
    }
}
