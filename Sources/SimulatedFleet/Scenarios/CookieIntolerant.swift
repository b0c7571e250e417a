extension Scenario {
    /// A load balancer that reads the cookie as a routing token of its own.
    package static let cookieIntolerant = Scenario(
        "cookie-intolerant", "Closes when the request carries a cookie",
        answer: .negotiatingWithoutCookies(.nlaRequired))
}
