#include <png.h>

#include <algorithm>
#include <cmath>
#include <csetjmp>
#include <new>

#include "base/utf8.h"
#include "cairo/cairo.h"

namespace shezhire::cairo {
namespace {

/// All that the writer needs, in plain pointers and numbers: libpng leaves by longjmp, past every destructor.
struct Job {
    std::string* bytes = nullptr;
    png_const_bytep pixels = nullptr;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 0;
    std::uint32_t dots_per_metre = 0;
    png_textp texts = nullptr;
    int text_count = 0;
};

void append(png_structp png, png_bytep bytes, std::size_t count) {
    bool appended = true;
    try {
        static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), count);
    } catch (const std::bad_alloc&) {
        appended = false;
    }
    if (!appended) png_error(png, "out of memory");
}

void flush(png_structp) {}

void say_nothing(png_structp, png_const_charp) {}

void leave(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
}

void write(png_structp png, png_infop info, const Job& job) {
    png_set_write_fn(png, job.bytes, &append, &flush);
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_IHDR(png, info, job.width, job.height, 8,
                 job.channels == 4 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_RELATIVE);
    if (job.dots_per_metre > 0) {
        png_set_pHYs(png, info, job.dots_per_metre, job.dots_per_metre, PNG_RESOLUTION_METER);
    }
    if (job.text_count > 0) png_set_text(png, info, job.texts, job.text_count);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE | PNG_FILTER_SUB | PNG_FILTER_UP);
    png_write_info(png, info);
    const std::size_t stride = std::size_t{job.width} * job.channels;
    for (std::uint32_t y = 0; y < job.height; ++y) png_write_row(png, job.pixels + y * stride);
    png_write_end(png, nullptr);
}

bool written(const Job& job) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, &leave, &say_nothing);
    if (png == nullptr) return false;
    png_infop info = png_create_info_struct(png);
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return false;
    }
    write(png, info, job);
    png_destroy_write_struct(&png, &info);
    return true;
}

bool is_opaque(const Image& image) {
    for (std::size_t i = 3; i < image.rgba.size(); i += 4) {
        if (image.rgba[i] != 255) return false;
    }
    return true;
}

std::vector<std::uint8_t> without_alpha(const Image& image) {
    std::vector<std::uint8_t> rgb(image.rgba.size() / 4 * 3);
    for (std::size_t from = 0, to = 0; from < image.rgba.size(); from += 4, to += 3) {
        std::copy_n(image.rgba.begin() + static_cast<std::ptrdiff_t>(from), 3,
                    rgb.begin() + static_cast<std::ptrdiff_t>(to));
    }
    return rgb;
}

/// Keywords of the PNG specification (11.3.4.2).
void add_text(std::vector<png_text>& texts, const char* keyword, std::string& value) {
    if (value.empty()) return;
    png_text text{};
    text.compression = PNG_ITXT_COMPRESSION_NONE;
    text.key = const_cast<char*>(keyword);  // libpng reads it only
    text.text = value.data();
    text.itxt_length = value.size();
    texts.push_back(text);
}

}  // namespace

base::Result<std::string> to_png(const Image& image, double dpi, const std::string& title,
                                 const std::string& description) {
    const auto failed = [](const char* why) { return base::failure("png.failed", why); };
    if (image.width == 0 || image.height == 0 ||
        image.rgba.size() != std::size_t{image.width} * image.height * 4) {
        return failed("there is no picture to write as PNG");
    }
    std::string bytes;
    std::string clean_title = base::cleaned(title);
    std::string clean_description = base::cleaned(description);
    std::string software = "Shezhire";
    std::vector<png_text> texts;
    add_text(texts, "Title", clean_title);
    add_text(texts, "Description", clean_description);
    add_text(texts, "Software", software);
    try {
        const bool opaque = is_opaque(image);
        const auto rgb = opaque ? without_alpha(image) : std::vector<std::uint8_t>();
        constexpr double inches_per_metre = 1 / 0.0254;
        const double dots = std::isfinite(dpi) ? std::round(std::clamp(dpi, 0.0, 1e6) * inches_per_metre) : 0;
        const Job job{&bytes,           opaque ? rgb.data() : image.rgba.data(),
                      image.width,      image.height,
                      opaque ? 3U : 4U, static_cast<std::uint32_t>(dots),
                      texts.data(),     static_cast<int>(texts.size())};
        if (!written(job)) return failed("the PNG could not be written: out of memory");
    } catch (const std::bad_alloc&) {
        return failed("the PNG could not be written: out of memory");
    }
    return bytes;
}

}  // namespace shezhire::cairo
