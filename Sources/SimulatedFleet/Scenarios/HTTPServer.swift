extension Scenario {
    /// A web server on the RDP port: what nginx says to a request that is not HTTP.
    package static let httpServer = Scenario(
        "http-server", "A web server listens on the port",
        answer: .doing(
            .sendingThenClosing(
                Array(
                    """
                    HTTP/1.1 400 Bad Request\r
                    Server: nginx\r
                    Content-Type: text/html\r
                    Content-Length: 0\r
                    Connection: close\r
                    \r

                    """.utf8))), datagrams: .closed)
}
