import FleetModel
import Foundation
import Webhooks

/// A hook of the configuration that can be told, with whatever stands elsewhere read.
struct NoticeHook: Sendable {
    /// How it is told.
    enum Way: Sendable {
        /// A program and its arguments, and the variables of our environment that are not for it.
        case command([String], without: Set<String>)
        case webhook(Webhook)
    }

    /// What messages call it; clean.
    let name: String
    /// Where it is, without what may be a secret; clean.
    let place: String
    let wish: NoticePolicy.Wish
    let timeout: Span
    let way: Way

    /// Prepares a hook.
    ///
    /// - Parameters:
    ///   - hook: As the configuration has it.
    ///   - environment: For secrets.
    ///   - hidden: Names of variables that have secrets of other hooks.
    /// - Throws: Why it cannot be told, with what is missing.
    init(
        _ hook: Notifications.Hook, environment: [String: String], hiding hidden: Set<String> = []
    ) throws(Mistake) {
        name = CleanText.clean(hook.name.value, limit: 80)
        wish = hook.wish
        timeout = hook.timeout
        switch hook.way {
        case .command(let arguments):
            way = .command(arguments, without: hidden)
            place = CleanText.clean(arguments.first ?? "", limit: 200)
        case .webhook(let webhook):
            let secrets = HookSecrets(hook: hook.name.quoted, environment: environment)
            let address = try Self.address(try secrets.text(of: webhook.address), of: hook.name.quoted)
            var headers: [(name: String, value: String)] = []
            for header in webhook.headers { headers.append((header.name, try secrets.text(of: header.value))) }
            let isSecret = webhook.address.isSecret || webhook.headers.contains(where: \.value.isSecret)
            if !address.isSecure, !address.isLoopback, isSecret {
                throw Mistake(description: "hook \(hook.name.quoted): a secret is not sent over http://")
            }
            do throws(WebhookFailure) {
                way = .webhook(
                    try Webhook(
                        address, headers: headers, isSecret: isSecret, authorities: webhook.authorities,
                        agent: "rdptop/\(Version.text)"))
            } catch {
                throw Mistake(description: "hook \(hook.name.quoted): ca: \(error)")
            }
            place = address.shown
        }
    }

    /// Why a hook cannot be told, in words for the user.
    struct Mistake: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    private static func address(_ text: String, of name: String) throws(Mistake) -> WebhookAddress {
        do throws(WebhookAddress.Mistake) {
            return try WebhookAddress(text)
        } catch {
            throw Mistake(description: "hook \(name): url: \(error.text)")
        }
    }

    /// Tells it once.
    ///
    /// - Parameter document: One line of JSON.
    /// - Returns: What came back.
    func tell(_ document: String) async -> HookAnswer {
        switch way {
        case .command(let arguments, let hidden):
            return await HookCommand.run(arguments, input: document, without: hidden, within: timeout)
        case .webhook(let webhook):
            do throws(WebhookFailure) {
                let answer = try await webhook.post(document, within: timeout)
                return .taken("answered \(answer.status)" + (answer.beginning.isEmpty ? "" : ": \(answer.beginning)"))
            } catch {
                return .failed("\(error)", mayPass: error.mayPass)
            }
        }
    }
}

/// What came of telling a hook.
enum HookAnswer: Sendable, Equatable {
    /// It took what it was told; what it said.
    case taken(String)
    /// It did not; why, and whether it may be otherwise in a moment.
    case failed(String, mayPass: Bool)
}
