package import Drawing
package import FleetModel

/// Everything that can change what the screen shows.
package enum Event: Sendable {
    /// A key was pressed.
    case key(Key)
    /// Something was done with the mouse.
    case mouse(MouseInput)
    /// The terminal has a new size.
    case resized(Size)
    /// These servers were probed; each with what is known of it now.
    case statuses([ServerStatus])
    /// These gateways were probed; each with what is known of it now.
    case gateways([GatewayStatus])
    /// What failing servers share and healthy ones do not, the strongest first.
    case causes([SharedCause])
    /// What keeps this machine from judging, as one calm line; nil when nothing does any more.
    case ourSide(String?)
    /// What people have said of these servers, as it is kept elsewhere; of others nothing.
    case annotations([Server.ID: ServerAnnotations])
    /// Time has passed; comes once a second, and where nobody looks less often.
    case tick(Instant)
    /// What the program itself costs; comes with the time while ``DashboardState/showsCost``.
    case cost(ProgramCost)
    /// What has come of each hook that is told when something breaks; comes with the cost.
    case hooks([HookStanding])
    /// The last failed exchange of the first of these that has one, as ``Effect/findExchange(_:)`` asked; nil for none.
    case exchange(FailedExchange?, of: [FailedExchange.Target])
    /// Something to tell the user in the status line, for a few seconds.
    case notice(String)
    /// The names with which a path goes on from what was typed of it, each whole, in order; those of folders end in `/`.
    case fileNames([String], from: String)

    /// Whether something has become known, in contrast to what the user did.
    var isNews: Bool {
        switch self {
        case .statuses, .gateways, .causes, .ourSide, .annotations, .tick, .cost, .hooks, .exchange, .notice,
            .fileNames:
            true
        case .key, .mouse, .resized: false
        }
    }
}

/// What the screen wants done outside of itself.
package enum Effect: Sendable, Equatable {
    /// Leave the program.
    case quit
    /// Give the terminal back until the user continues the program.
    case suspend
    /// Paint everything anew, in case something else wrote on the terminal.
    case repaint
    /// Switch the mouse on or off.
    case mouse(Bool)
    /// Show everything in other colours.
    case theme(Theme)
    /// Probe these servers now.
    case probe([Server.ID])
    /// Probe these gateways now.
    case probeGateways([Gateway.ID])
    /// Ask this server in other ways now, and tell by a notice whether that is done.
    case askOtherwise(Server.ID)
    /// Write a report of what the screen shows.
    case writeReport(WriteRequest)
    /// Look for the last failed exchange of the first of these that has one, and tell it by an event.
    case findExchange([FailedExchange.Target])
    /// Write what there is of a failed exchange.
    case writeExchange(ExchangeRequest)
    /// Look up with which names a path goes on from what was typed of it, and tell by an event.
    case findFileNames(from: String)
    /// Keep what has been said of these servers; of a server with nothing, that nothing is said any more.
    case annotate([Server.ID: ServerAnnotations])
    /// Put a text into the user's clipboard, and tell the user by these words what it is.
    case copy(String, what: String)
    /// Put a report of these servers as JSON into the user's clipboard, of what the screen shows while it stands still.
    case copyReport([Server.ID], frozen: FrozenMoment?)
    /// Write lines of text on the terminal's normal screen, and come back when the user has seen enough.
    case showText([String])
    /// Run a command of the user's own on the terminal's normal screen, and come back when it has ended.
    case run(CommandRun)
    /// Begin no new probe, until `resumeProbing`.
    case stopProbing
    /// Probe again.
    case resumeProbing
}
