#include "base/words.h"

#include <libintl.h>

#include <atomic>
#include <clocale>
#include <cstdlib>
#include <filesystem>

// glibc keeps translations it has looked up; this counter is its documented way to say that LANGUAGE changed
// (GNU gettext manual, "Being a gettext grok").
extern "C" int _nl_msg_cat_cntr;  // NOLINT: the library's own name

namespace shezhire::base {
namespace {

constexpr const char* domain = "shezhire";

// Asked by workers as well, while the one that draws may choose another.
std::atomic<const char*> chosen{"en"};

}  // namespace

std::string locale_folder() {
    if (const char* told = std::getenv("SHEZHIRE_LOCALE"); told != nullptr && *told != '\0') return told;
    std::error_code fault;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", fault);
    const auto here = program.parent_path();
    if (std::filesystem::is_directory(here / "locale", fault)) return (here / "locale").string();
    // <prefix>/bin/shezhire, or a helper one folder deeper (<prefix>/libexec/shezhire/…).
    auto prefix = here.parent_path();
    if (here.parent_path().filename() == "libexec") prefix = prefix.parent_path();
    return (prefix / "share" / "locale").string();
}

void set_interface_language(const std::string& language, const std::string& folder) {
    // gettext heeds LANGUAGE only outside the "C" locale; C.UTF-8 is on every Debian and changes nothing
    // else.
    std::setlocale(LC_MESSAGES, "C.UTF-8");
    static const bool bound = [&folder] {
        bindtextdomain(domain, (folder.empty() ? locale_folder() : folder).c_str());
        bind_textdomain_codeset(domain, "UTF-8");
        return true;
    }();
    static_cast<void>(bound);
    ::setenv("LANGUAGE", language.c_str(), 1);
    ++_nl_msg_cat_cntr;
    chosen = language == "kk" ? "kk" : language == "ru" ? "ru" : "en";
}

std::string_view interface_language() {
    return chosen.load();
}

const char* tr(const char* text) {
    return dgettext(domain, text);
}

const char* tr(const char* one, const char* many, unsigned long count) {
    return dngettext(domain, one, many, count);
}

}  // namespace shezhire::base
