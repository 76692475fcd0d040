#ifndef CZEROMQ_SHIM_H
#define CZEROMQ_SHIM_H

#include <errno.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <zmq.h>

// Understood by the library since 4.3.0, but the packaged header shows it to draft builds only.
#ifndef ZMQ_ZAP_ENFORCE_DOMAIN
#define ZMQ_ZAP_ENFORCE_DOMAIN 93
#endif

// Names the calling thread; the kernel keeps the first 15 bytes.
static inline void czmq_name_thread(const char *name) {
    prctl(PR_SET_NAME, name, 0, 0, 0);
}

// Each wrapper answers with what the function returned, or with minus the error: errno is read on the
// spot, before anything the caller's language does in between could change it.

static inline int czmq_result(int result) {
    return result < 0 ? -zmq_errno() : result;
}

static inline int czmq_set(void *socket, int option, const void *value, size_t size) {
    return czmq_result(zmq_setsockopt(socket, option, value, size));
}

static inline int czmq_get(void *socket, int option, void *value, size_t *size) {
    return czmq_result(zmq_getsockopt(socket, option, value, size));
}

static inline int czmq_bind(void *socket, const char *endpoint) {
    return czmq_result(zmq_bind(socket, endpoint));
}

static inline int czmq_connect(void *socket, const char *endpoint) {
    return czmq_result(zmq_connect(socket, endpoint));
}

static inline int czmq_send(void *socket, const void *bytes, size_t size, int flags) {
    return czmq_result(zmq_send(socket, bytes, size, flags));
}

static inline int czmq_receive(zmq_msg_t *frame, void *socket, int flags) {
    return czmq_result(zmq_msg_recv(frame, socket, flags));
}

static inline int czmq_poll(zmq_pollitem_t *items, int count, long milliseconds) {
    return czmq_result(zmq_poll(items, count, milliseconds));
}

static inline int czmq_monitor(void *socket, const char *endpoint, int events) {
    return czmq_result(zmq_socket_monitor(socket, endpoint, events));
}

static inline int czmq_context_set(void *context, int option, int value) {
    return czmq_result(zmq_ctx_set(context, option, value));
}

static inline int czmq_context_terminate(void *context) {
    return czmq_result(zmq_ctx_term(context));
}

static inline int czmq_keypair(char *public_key, char *secret_key) {
    return czmq_result(zmq_curve_keypair(public_key, secret_key));
}

static inline int czmq_public_key(char *public_key, const char *secret_key) {
    return czmq_result(zmq_curve_public(public_key, secret_key));
}

// A property of the connection that a frame came by, or null.
static inline const char *czmq_property(const zmq_msg_t *frame, const char *name) {
    return zmq_msg_gets(frame, name);
}

// Writes 32 bytes as 40 characters and a closing zero.
static inline int czmq_key_text(char *text, const unsigned char *key) {
    return zmq_z85_encode(text, key, 32) ? 0 : -zmq_errno();
}

static inline int czmq_eventfd(void) {
    return czmq_result(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
}

#endif
