// The layout worker: one request on stdin, one answer on stdout, gone. Graphviz may be killed, crash or eat
// memory here without harm to the program that asked.
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "graphviz/graphviz.h"
#include "layout/wire.h"

namespace {

using shezhire::base::failure;
using shezhire::base::Result;
using shezhire::layout::Layout;

// dot walks long chains by recursion. The main thread's stack grows on demand up to this; Linux keeps 128 MiB
// free for it.
void raise_stack_limit() {
    constexpr rlim_t wanted = rlim_t{120} << 20U;
    rlimit limit{};
    if (::getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur >= wanted) return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_STACK, &limit);
}

Result<std::string> read_request() {
    std::string bytes;
    std::array<char, 65536> buffer{};
    while (!shezhire::layout::is_whole_message(bytes)) {
        const ssize_t n = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failure("layout.bad-request", "the layout request cannot be read");
        if (n == 0) break;
        bytes.append(buffer.data(), static_cast<std::size_t>(n));
        if (bytes.size() > shezhire::layout::longest_message) {
            return failure("layout.bad-request", "the layout request is too long");
        }
    }
    return bytes;
}

Result<Layout> answer() {
    const auto bytes = read_request();
    if (!bytes) return failure(bytes.error());
    const auto request = shezhire::layout::decode_request(*bytes);
    if (!request) return failure(request.error());
    return shezhire::graphviz::lay_out(*request);
}

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t n = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
}

Result<Layout> answer_or_exception() {
    try {
        return answer();
    } catch (const std::bad_alloc&) {
        return failure("layout.out-of-memory", "the layout needs more memory than it may take");
    } catch (const std::exception& fault) {
        return failure("layout.failed", fault.what());
    }
}

}  // namespace

int main() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // no layout outlives who asked for it
    raise_stack_limit();
    const bool written = write_all(shezhire::layout::encode(answer_or_exception()));
    ::_exit(written ? 0 : 1);  // what Graphviz holds goes with the process, without being taken apart first
}
