// A list that is mostly empty or short, for objects of which there are millions: one pointer, where
// std::vector has three, and nothing more where it is empty.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <utility>

namespace shezhire::base {

/// As std::vector, of which it has what is used; at most 2^32 - 1 elements. It grows from 1 by doubling.
template <class T>
class Few {
  public:
    using value_type = T;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = T&;
    using const_reference = const T&;
    using iterator = T*;
    using const_iterator = const T*;

    Few() = default;
    Few(std::initializer_list<T> elements) : Few(elements.begin(), elements.end()) {}
    template <std::input_iterator Iterator>
    Few(Iterator first, Iterator last) {
        if constexpr (std::forward_iterator<Iterator>) {
            reserve(static_cast<std::size_t>(std::distance(first, last)));
        }
        for (; first != last; ++first) emplace_back(*first);
    }
    Few(const Few& other) : Few(other.begin(), other.end()) {}
    Few(Few&& other) noexcept : head_(std::exchange(other.head_, nullptr)) {}
    Few& operator=(Few other) noexcept {
        std::swap(head_, other.head_);
        return *this;
    }
    ~Few() {
        if (head_ == nullptr) return;
        std::destroy(begin(), end());
        free(head_);
    }

    [[nodiscard]] std::size_t size() const { return head_ == nullptr ? 0 : head_->size; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] T* data() { return head_ == nullptr ? nullptr : elements_of(head_); }
    [[nodiscard]] const T* data() const { return head_ == nullptr ? nullptr : elements_of(head_); }
    [[nodiscard]] T* begin() { return data(); }
    [[nodiscard]] const T* begin() const { return data(); }
    [[nodiscard]] T* end() { return data() + size(); }
    [[nodiscard]] const T* end() const { return data() + size(); }
    [[nodiscard]] T& operator[](std::size_t i) { return data()[i]; }
    [[nodiscard]] const T& operator[](std::size_t i) const { return data()[i]; }
    [[nodiscard]] T& front() { return data()[0]; }
    [[nodiscard]] const T& front() const { return data()[0]; }
    [[nodiscard]] T& back() { return data()[size() - 1]; }
    [[nodiscard]] const T& back() const { return data()[size() - 1]; }

    void reserve(std::size_t capacity) {
        if (capacity > (head_ == nullptr ? 0 : head_->capacity)) move_to(capacity);
    }
    template <class... Arguments>
    T& emplace_back(Arguments&&... arguments) {
        if (head_ != nullptr && head_->size < head_->capacity) {
            return *std::construct_at(data() + head_->size++, std::forward<Arguments>(arguments)...);
        }
        T fresh(std::forward<Arguments>(arguments)...);  // before what it may be made of moves
        reserve(std::max<std::size_t>(1, 2 * size()));
        return *std::construct_at(data() + head_->size++, std::move(fresh));
    }
    void push_back(const T& element) { emplace_back(element); }
    void push_back(T&& element) { emplace_back(std::move(element)); }
    void pop_back() { erase(end() - 1); }
    template <class Iterator>
    T* insert(const T* at, Iterator first, Iterator last) {
        const auto index = at - begin();
        const auto before = static_cast<std::ptrdiff_t>(size());
        for (; first != last; ++first) emplace_back(*first);
        std::rotate(begin() + index, begin() + before, end());
        return begin() + index;
    }
    T* insert(const T* at, T element) {
        const auto index = at - begin();
        emplace_back(std::move(element));
        std::rotate(begin() + index, end() - 1, end());
        return begin() + index;
    }
    T* erase(const T* first, const T* last) {
        T* const from = begin() + (first - begin());
        if (first == last) return from;
        T* const rest = std::move(begin() + (last - begin()), end(), from);
        std::destroy(rest, end());
        head_->size = static_cast<std::uint32_t>(rest - begin());
        return from;
    }
    T* erase(const T* at) { return erase(at, at + 1); }
    void clear() { erase(begin(), end()); }
    void resize(std::size_t size) {
        reserve(size);
        while (this->size() < size) emplace_back();
        erase(begin() + size, end());
    }

    friend bool operator==(const Few& a, const Few& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

  private:
    struct Head {
        std::uint32_t size;
        std::uint32_t capacity;
    };
    static constexpr std::size_t offset = std::max(sizeof(Head), alignof(T));
    static_assert(alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);

    static T* elements_of(Head* head) {
        return std::launder(reinterpret_cast<T*>(reinterpret_cast<std::byte*>(head) + offset));
    }
    static void free(Head* head) { ::operator delete(head); }
    void move_to(std::size_t capacity) {
        auto* const head = ::new (::operator new(offset + capacity * sizeof(T)))
            Head{static_cast<std::uint32_t>(size()), static_cast<std::uint32_t>(capacity)};
        if (head_ != nullptr) {
            std::uninitialized_move(begin(), end(), elements_of(head));
            std::destroy(begin(), end());
            free(head_);
        }
        head_ = head;
    }

    Head* head_ = nullptr;
};

template <class T, class Predicate>
std::size_t erase_if(Few<T>& few, Predicate predicate) {
    const auto rest = std::remove_if(few.begin(), few.end(), predicate);
    const auto count = static_cast<std::size_t>(few.end() - rest);
    few.erase(rest, few.end());
    return count;
}

}  // namespace shezhire::base
