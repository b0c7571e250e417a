internal import FleetModel

/// What a prober waits for.
private enum ProberEvent: Sendable {
    case ended(Int, TargetSnapshot?)
    case asked(Int, ConnectionPass.Question, PendingAnswer<Bool>)
    case command(ProberCommand)
    case alarm(Instant)
}

extension FleetProber {
    /// Does what a schedule says, until it is complete or the task is cancelled; then ends as soon as what is under way has.
    func drive(
        _ schedule: inout ProbeSchedule, _ time: ScheduleTime<C>, commands: AsyncStream<ProberCommand>?,
        publish: @Sendable (ProbeResult) -> Void, progress: (SweepStages) -> Void
    ) async {
        var alarms = AlarmStack()
        var waiting: [Int: PendingAnswer<Bool>] = [:]
        // A task group takes the longer to let a child go the more of them there are, and of these there are thousands.
        var underWay: [Int: Task<Void, Never>] = [:]
        var ourSide = schedule.ourSide.state
        // Holds at most one event for each target under way, each alarm, and each command.
        let (events, mailbox) = AsyncStream.makeStream(of: ProberEvent.self)
        mailbox.yield(.alarm(time.now))
        await withDiscardingTaskGroup { group in
            if let commands {
                group.addTask {
                    for await command in commands { mailbox.yield(.command(command)) }
                }
            }
            for await event in events {
                // What ends because we are cancelled has seen nothing.
                if Task.isCancelled { break }
                let now = time.now
                switch event {
                case .alarm(let wake): alarms.drop(until: max(wake, now))
                case .command(let command): obey(command, &schedule, at: now)
                case .asked(let visitor, .enter(let neighbourhood), let answer):
                    waiting[visitor] = answer
                    schedule.arrive(visitor, in: neighbourhood, at: now)
                case .asked(let visitor, .connected, let answer):
                    answer.give(schedule.connected(visitor, at: now))
                case .ended(let visitor, let snapshot):
                    waiting[visitor] = nil
                    underWay[visitor] = nil
                    let result = schedule.end(visitor, with: snapshot, at: now, wall: wall())
                    if let result { publish(ProbeResult(result)) }
                    progress(schedule.stages)
                    schedule.beginSecondStage(at: now)
                }
                for opening in schedule.next(at: now) {
                    switch opening {
                    case .connect(let visitor): waiting.removeValue(forKey: visitor)?.give(true)
                    case .begin(let assignment):
                        let visitor = assignment.visitor
                        let pass = ConnectionPass(
                            neighbourhood: assignment.neighbourhood, expectsAnswer: assignment.expectsAnswer
                        ) { mailbox.yield(.asked(visitor, $0, $1)) }
                        let action = actions.action(for: assignment, pass: pass)
                        underWay[visitor] = Task(executorPreference: executor) {
                            mailbox.yield(.ended(visitor, await action()))
                        }
                    }
                }
                if schedule.ourSide.state != ourSide {
                    ourSide = schedule.ourSide.state
                    publish(.ourSide(ourSide))
                }
                if schedule.isComplete { break }
                if let wake = schedule.nextWake, alarms.needs(wake) {
                    group.addTask {
                        await time.sleep(until: wake)
                        mailbox.yield(.alarm(wake))
                    }
                }
            }
            group.cancelAll()
            for task in underWay.values { task.cancel() }
            for task in underWay.values { await task.value }
        }
    }

    private func obey(_ command: ProberCommand, _ schedule: inout ProbeSchedule, at now: Instant) {
        switch command {
        case .probeNow(let ids, let answer): answer(schedule.probeNow(ids, at: now))
        case .probeGatewaysNow(let ids, let answer): answer(schedule.probeNow(gateways: ids, at: now))
        case .askOtherwise(let id, let answer): answer(schedule.askOtherwise(id, at: now, wall: wall()))
        case .pause: schedule.pause(at: now)
        case .resume: schedule.resume()
        case .lag(let lag): schedule.take(lag: lag, at: now)
        }
    }
}

extension ProbeResult {
    /// What is told of a target.
    fileprivate init(_ snapshot: TargetSnapshot) {
        switch snapshot {
        case .server(let snapshot): self = .server(snapshot)
        case .gateway(let snapshot): self = .gateway(snapshot)
        }
    }
}
