/*
 * responder: an RDP server's first answers, for thousands of connections, to measure clients against.
 *
 *   responder ADDRESS PORT CHAIN KEY [THREADS]
 *
 * It answers every X.224 Connection Request with TLS alone selected, so that nobody asks for NLA, then does TLS with the
 * certificate it is given, and closes in order when the client does. It checks nothing else and says nothing inside TLS.
 * ADDRESS may be 0.0.0.0, so that every address of 127.0.0.0/8 is a server. One thread (one by default) is one epoll loop
 * with a listening socket of its own (SO_REUSEPORT). It prints "listening" when ready, and at SIGTERM or SIGINT how much
 * it served and at what cost, then exits 0. It ends by itself when the process that started it ends.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BACKLOG = 4096, EVENTS = 256, MOST_THREADS = 64, REQUEST_LIMIT = 512 };

/* MS-RDPBCGR 2.2.1.2: TPKT, X.224 CC with Windows' source reference, RDP_NEG_RSP with flags 0x1F selecting SSL. */
static const unsigned char connection_confirm[19] = {
    0x03, 0x00, 0x00, 0x13, 0x0e, 0xd0, 0x00, 0x00, 0x12, 0x34, 0x00, 0x02, 0x1f, 0x08, 0x00, 0x01, 0x00, 0x00, 0x00};

/* A connection climbs these steps in this order. */
enum step { READING_REQUEST, SHAKING_HANDS, WAITING_FOR_END };

struct connection {
    int descriptor;
    enum step step;
    uint32_t awaited;
    size_t length;
    SSL *tls;
    unsigned char request[REQUEST_LIMIT];
};

static SSL_CTX *context;
static struct sockaddr_in address;
static atomic_ulong accepted, handshakes;

static void fail(const char *step)
{
    fprintf(stderr, "responder: %s failed: %s\n", step, errno ? strerror(errno) : "see below");
    ERR_print_errors_fp(stderr);
    exit(1);
}

static void drop(struct connection *connection)
{
    SSL_free(connection->tls);
    close(connection->descriptor);
    free(connection);
}

static void await_events(int poll, struct connection *connection, uint32_t events)
{
    if (connection->awaited == events) return;
    connection->awaited = events;
    struct epoll_event event = {.events = events, .data.ptr = connection};
    epoll_ctl(poll, EPOLL_CTL_MOD, connection->descriptor, &event);
}

/* Returns 1 when the answer was sent, 0 when bytes are missing, -1 when the connection is of no more use. */
static int answer_request(struct connection *connection)
{
    ssize_t count = read(connection->descriptor, connection->request + connection->length,
        sizeof connection->request - connection->length);
    if (count < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
    if (count <= 0) return -1;
    connection->length += (size_t)count;
    if (connection->length < 4) return 0;
    const size_t expected = (size_t)connection->request[2] << 8 | connection->request[3];
    /* TPKT version 3 (RFC 1006), X.224 CR (0xE0); what does not fit the buffer is no Connection Request. */
    if (connection->request[0] != 3 || expected < 11 || expected > sizeof connection->request) return -1;
    if (connection->length < expected) return 0;
    if (connection->length > expected || connection->request[5] != 0xE0) return -1;
    const ssize_t sent = send(connection->descriptor, connection_confirm, sizeof connection_confirm, MSG_NOSIGNAL);
    return sent == (ssize_t)sizeof connection_confirm ? 1 : -1;
}

/* Goes on with a connection as far as its socket lets it. */
static void advance(int poll, struct connection *connection)
{
    if (connection->step == READING_REQUEST) {
        const int answered = answer_request(connection);
        if (answered < 0) { drop(connection); return; }
        if (answered == 0) return;
        connection->tls = SSL_new(context);
        if (connection->tls == NULL || SSL_set_fd(connection->tls, connection->descriptor) != 1) {
            drop(connection);
            return;
        }
        SSL_set_accept_state(connection->tls);
        connection->step = SHAKING_HANDS;
        return;
    }
    ERR_clear_error();
    if (connection->step == SHAKING_HANDS) {
        const int done = SSL_do_handshake(connection->tls);
        if (done != 1) {
            const int error = SSL_get_error(connection->tls, done);
            if (error == SSL_ERROR_WANT_READ) await_events(poll, connection, EPOLLIN);
            else if (error == SSL_ERROR_WANT_WRITE) await_events(poll, connection, EPOLLOUT);
            else drop(connection);
            return;
        }
        atomic_fetch_add_explicit(&handshakes, 1, memory_order_relaxed);
        connection->step = WAITING_FOR_END;
        await_events(poll, connection, EPOLLIN);
    }
    char rest[4096];
    int count;
    while ((count = SSL_read(connection->tls, rest, sizeof rest)) > 0) {}
    const int error = SSL_get_error(connection->tls, count);
    if (error == SSL_ERROR_WANT_READ) return;
    /* After close_notify: one of our own, then FIN. */
    if (error == SSL_ERROR_ZERO_RETURN) SSL_shutdown(connection->tls);
    drop(connection);
}

static void accept_all(int poll, int listener)
{
    for (;;) {
        int descriptor = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0) {
            if (errno == EINTR || errno == ECONNABORTED) continue;
            if (errno != EAGAIN) perror("responder: accept");
            return;
        }
        atomic_fetch_add_explicit(&accepted, 1, memory_order_relaxed);
        int one = 1;
        setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        struct connection *connection = calloc(1, sizeof *connection);
        if (connection == NULL) { close(descriptor); return; }
        connection->descriptor = descriptor;
        connection->awaited = EPOLLIN;
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = connection};
        if (epoll_ctl(poll, EPOLL_CTL_ADD, descriptor, &event) != 0) drop(connection);
    }
}

static int listen_here(void)
{
    int one = 1;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (listener < 0) fail("socket");
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0) fail("bind");
    if (listen(listener, BACKLOG) != 0) fail("listen");
    return listener;
}

static void *serve(void *argument)
{
    const int listener = *(int *)argument;
    const int poll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event listening = {.events = EPOLLIN, .data.ptr = NULL};
    if (poll < 0 || epoll_ctl(poll, EPOLL_CTL_ADD, listener, &listening) != 0) fail("epoll");
    for (;;) {
        struct epoll_event events[EVENTS];
        const int count = epoll_wait(poll, events, EVENTS, -1);
        for (int i = 0; i < count; i++) {
            if (events[i].data.ptr == NULL) accept_all(poll, listener);
            else advance(poll, events[i].data.ptr);
        }
    }
    return NULL;
}

static void raise_descriptor_limit(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static void load_certificate(const char *chain, const char *key)
{
    errno = 0;
    context = SSL_CTX_new(TLS_server_method());
    if (context == NULL) fail("making a TLS context");
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    /* A session ticket would be work that a probe does not ask for. */
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
    if (SSL_CTX_use_certificate_chain_file(context, chain) != 1) fail("reading the certificate chain");
    if (SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) != 1) fail("reading the key");
    if (SSL_CTX_check_private_key(context) != 1) fail("matching the key to the certificate");
}

int main(int count, char **arguments)
{
    const int port = count > 2 ? atoi(arguments[2]) : 0;
    const int threads = count > 5 ? atoi(arguments[5]) : 1;
    address.sin_family = AF_INET;
    if (count < 5 || count > 6 || inet_pton(AF_INET, arguments[1], &address.sin_addr) != 1 || port < 1 || port > 65535
        || threads < 1 || threads > MOST_THREADS) {
        fprintf(stderr, "usage: responder ADDRESS PORT CHAIN KEY [THREADS]\n");
        return 64;
    }
    address.sin_port = htons((unsigned short)port);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    signal(SIGPIPE, SIG_IGN);
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    /* Before the threads are made, which inherit the mask: only sigwait below sees these. */
    pthread_sigmask(SIG_BLOCK, &ends, NULL);
    raise_descriptor_limit();
    load_certificate(arguments[3], arguments[4]);

    static int listeners[MOST_THREADS];
    for (int i = 0; i < threads; i++) listeners[i] = listen_here();
    for (int i = 0; i < threads; i++) {
        pthread_t thread;
        errno = pthread_create(&thread, NULL, serve, &listeners[i]);
        if (errno != 0) fail("making a thread");
    }
    printf("listening on %s:%s with %d thread%s\n", arguments[1], arguments[2], threads, threads == 1 ? "" : "s");
    fflush(stdout);

    int number;
    sigwait(&ends, &number);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf("accepted=%lu handshakes=%lu cpu=%.3f s\n", atomic_load(&accepted), atomic_load(&handshakes),
        (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6);
    return 0;
}
