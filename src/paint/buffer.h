// The bytes of a document as they grow: std::string's append checks and moves too much for millions of short
// pieces.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace shezhire::paint {

class Buffer {
  public:
    Buffer& put(char c) {
        *room(1) = c;
        ++size_;
        return *this;
    }
    /// Inlined wherever it stands: most texts are literals, which are then a store or two.
    [[gnu::always_inline]] Buffer& put(std::string_view text) {
        if (text.empty()) return *this;  // memcpy may not be given a null pointer, even for nothing
        std::memcpy(room(text.size()), text.data(), text.size());
        size_ += text.size();
        return *this;
    }
    /// Space for `bytes` more; what was written there counts once `wrote` says how much it was.
    [[gnu::always_inline]] char* room(std::size_t bytes) {
        if (capacity_ - size_ < bytes) [[unlikely]] {
            grow(bytes);
        }
        return data_.get() + size_;
    }
    void wrote(std::size_t bytes) { size_ += bytes; }
    void reserve(std::size_t bytes) {
        if (bytes > size_) room(bytes - size_);
    }
    /// Once more what lies at `from`, `bytes` long.
    void repeat(std::size_t from, std::size_t bytes) {
        char* const to = room(bytes);
        std::memcpy(to, data_.get() + from, bytes);
        size_ += bytes;
    }
    void cut_to(std::size_t size) { size_ = size; }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] char back() const { return data_[size_ - 1]; }
    [[nodiscard]] std::string_view view() const { return {data_.get(), size_}; }

  private:
    void grow(std::size_t bytes) {
        capacity_ = (size_ + bytes) * 2 + 64;
        std::unique_ptr<char[]> larger(new char[capacity_]);  // not zeroed: it is written before it is read
        if (size_ > 0) std::memcpy(larger.get(), data_.get(), size_);
        data_ = std::move(larger);
    }

    std::unique_ptr<char[]> data_;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace shezhire::paint
