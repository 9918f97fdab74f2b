#include "ui/harness.h"

#include <chrono>
#include <thread>

#include "base/file.h"
#include "base/words.h"
#include "graphviz/graphviz.h"
#include "support/golden.h"
#include "ui/new_frame.h"

namespace shezhire::test {
namespace {

// Only compared, never looked at.
const auto atlas_texture = reinterpret_cast<ImTextureID>(std::uintptr_t{7});

ImVec2 px(base::Point p) {
    return {static_cast<float>(p.x), static_cast<float>(p.y)};
}

// What imgui_impl_glfw.cpp tells Dear ImGui.
void name_keys(ImGuiIO& io) {
    io.KeyMap[ImGuiKey_Tab] = key::tab;
    io.KeyMap[ImGuiKey_LeftArrow] = key::left;
    io.KeyMap[ImGuiKey_RightArrow] = key::right;
    io.KeyMap[ImGuiKey_UpArrow] = key::up;
    io.KeyMap[ImGuiKey_DownArrow] = key::down;
    io.KeyMap[ImGuiKey_PageUp] = key::page_up;
    io.KeyMap[ImGuiKey_PageDown] = key::page_down;
    io.KeyMap[ImGuiKey_Home] = key::home;
    io.KeyMap[ImGuiKey_End] = key::end;
    io.KeyMap[ImGuiKey_Delete] = key::del;
    io.KeyMap[ImGuiKey_Backspace] = key::backspace;
    io.KeyMap[ImGuiKey_Space] = key::space;
    io.KeyMap[ImGuiKey_Enter] = key::enter;
    io.KeyMap[ImGuiKey_Escape] = key::escape;
    io.KeyMap[ImGuiKey_A] = 'A';
    io.KeyMap[ImGuiKey_C] = 'C';
    io.KeyMap[ImGuiKey_V] = 'V';
    io.KeyMap[ImGuiKey_X] = 'X';
    io.KeyMap[ImGuiKey_Y] = 'Y';
    io.KeyMap[ImGuiKey_Z] = 'Z';
}

}  // namespace

base::Result<layout::Layout> DirectEngine::run(const layout::LayoutRequest& request, std::stop_token stop) {
    while (hold && !stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    if (stop.stop_requested()) return base::failure("layout.cancelled", "cancelled");
    if (broken) return base::failure("layout.worker-died", "the layout worker died");
    return graphviz::lay_out(request);
}

Desk::Desk(base::Size size, float scale) : size_(size), scale_(scale) {
    folder =
        scratch_dir(std::string("ui-") + ::testing::UnitTest::GetInstance()->current_test_info()->name());
    ImGui::CreateContext();
    auto& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;
    name_keys(io);
    ui::build_interface_font(*ImGui::GetIO().Fonts, *typesetter, scale_);
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
    ui::apply_style(ui::palette_for(theme_), scale_);
    atlas_ = std::make_unique<ui::GlyphAtlas>(*typesetter);
    session::Presentation look;
    language_ = look.language;
    base::set_interface_language(language_);
    session = std::make_unique<session::Session>(session::Services{typesetter, engine, {}, {}, {}}, look);
    io.MousePos = {-1, -1};
}

Desk::~Desk() {
    session.reset();
    ImGui::DestroyContext();
}

void Desk::open(std::string_view data) {
    const auto file = folder / "data.jsonld";
    ASSERT_TRUE(base::write_file_atomically(file, data));
    frame();
    session->open({file});
    settle();
}

ui::Panes Desk::panes() const {
    return ui::panes_for(size_, session->presentation(), !session->selection().empty(), scale_);
}

void Desk::frame(double seconds) {
    now_ += seconds;
    auto& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size_.width), static_cast<float>(size_.height)};
    io.DeltaTime = static_cast<float>(seconds);
    session->set_canvas(panes().canvas.size(), 96.0 / 72 * static_cast<double>(scale_));
    session->tick(now_);
    const auto& look = session->presentation();
    if (look.language != language_) base::set_interface_language(language_ = look.language);
    if (look.theme != theme_) ui::apply_style(ui::palette_for(theme_ = look.theme), scale_);
    atlas_->begin_frame();
    ui::new_frame();
    ui::Context context{*typesetter, *atlas_, atlas_texture, ui::palette_for(look.theme), scale_};
    ui::draw_frame(context, hand, *session, queue_, size_, now_);
    ImGui::Render();
    seen_ = read_frame(*ImGui::GetDrawData());
    if (!io.MouseDown[0]) session->finish_gesture();
    for (const auto& command : queue_.take()) {
        sent.push_back(command);
        session->execute(command, now_);
    }
}

void Desk::settle() {
    for (int i = 0; i < 20'000; ++i) {
        frame(session->moving() ? 0.1 : 1.0 / 60);
        if (session->settled()) break;
        if (!session->moving()) std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    ASSERT_TRUE(session->settled());
    for (int i = 0; i < 3; ++i) frame();
    ASSERT_TRUE(session->settled());
}

void Desk::move(base::Point to) {
    ImGui::GetIO().MousePos = px(to);
    frame();
}

void Desk::press(int button) {
    ImGui::GetIO().MouseDown[button] = true;
    frame();
}

void Desk::release(int button) {
    ImGui::GetIO().MouseDown[button] = false;
    frame();
}

void Desk::click(base::Point to) {
    move(to);
    frame(0.6);  // far enough from the click before not to be a double one
    press();
    release();
    settle();
}

void Desk::double_click(base::Point to) {
    move(to);
    frame(0.6);
    press();
    release();
    frame(0.02);
    press();
    release();
    settle();
}

void Desk::drag(base::Point from, base::Point to, int steps) {
    move(from);
    frame(0.6);
    press();
    for (int i = 1; i <= steps; ++i) move(from + (to - from) * (static_cast<double>(i) / steps));
    release();
    settle();
}

void Desk::wheel(base::Point to, float notches) {
    move(to);
    ImGui::GetIO().MouseWheel = notches;
    frame();
    settle();
}

void Desk::type(std::string_view text) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    for (int i = 0; i < 2; ++i) frame();
    settle();
}

void Desk::tap(int code, Modifier modifier) {
    auto& io = ImGui::GetIO();
    io.KeyCtrl = modifier == Modifier::ctrl;
    io.KeyShift = modifier == Modifier::shift;
    io.KeysDown[code] = true;
    frame();
    io.KeysDown[code] = false;
    io.KeyCtrl = io.KeyShift = false;
    settle();
}

void Desk::run(std::string_view text) {
    const auto commands = session::parse_commands(text);
    ASSERT_TRUE(commands) << commands.error().sentence;
    for (const auto& command : *commands) {
        session->execute(command, now_);
        settle();
    }
}

std::vector<base::Rect> Desk::places(std::string_view text) const {
    return places_of(seen_, *ImGui::GetIO().Fonts->Fonts[0], text);
}

std::vector<base::Rect> Desk::names(std::string_view text, float size, bool bold) const {
    text::TextRequest request;
    request.text = text;
    request.lang = "en";
    request.style = {static_cast<double>(size * scale_), bold ? text::Weight::bold : text::Weight::regular,
                     false};
    return places_of(seen_, *atlas_, *typesetter->set(request));
}

void Desk::click_text(std::string_view text, std::size_t which) {
    const auto found = places(text);
    ASSERT_GT(found.size(), which) << "nothing here is called “" << text << "”";
    click(found[which].centre());
}

bool Desk::shows_window(std::string_view name) const {
    for (const auto& window : seen_) {
        if (window.name.find(name) != std::string::npos) return true;
    }
    return false;
}

bool Desk::has(const std::string& owner, scene::Role role) const {
    const auto* node = session->node(owner);
    if (node != nullptr && node->presence == edtf::Presence::no) return false;  // its ghost alone
    for (const auto& element : session->shown().elements) {
        if (element.role == role && (element.owner.empty() ? element.key : element.owner) == owner)
            return true;
    }
    return false;
}

base::Point Desk::at(const std::string& owner, scene::Role role) const {
    for (const auto& element : session->shown().elements) {
        if (element.role == role && (element.owner.empty() ? element.key : element.owner) == owner)
            return session->viewport().screen_from_scene(element.box.centre()) + panes().canvas.top_left();
    }
    ADD_FAILURE() << owner << " is not on the canvas";
    return {-1, -1};
}

std::string Desk::label(const std::string& key) const {
    const auto* node = session->node(key);
    return node == nullptr ? std::string() : node->label;
}

base::Point Desk::pointer() const {
    const auto at = ImGui::GetIO().MousePos;
    return {at.x, at.y};
}

bool Desk::was_sent(session::Verb verb) const {
    for (const auto& command : sent) {
        if (command.verb == verb) return true;
    }
    return false;
}

const char* const small_data = R"({
  "@context": "context.jsonld", "format": "shezhire/1", "title": { "en": "Small" }, "roots": ["root"],
  "@graph": [
    { "id": "root", "type": "Organization", "prefLabel": { "en": "Root", "kk": "Түбір", "zh": "根" }, "existence": "1900/.." },
    { "id": "a", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha", "kk": "Әлпе" }, "existence": "1900/..", "unitOf": "root" },
    { "id": "b", "type": "OrganizationalUnit", "prefLabel": { "en": "Beta" }, "existence": "1950/1980", "unitOf": "root" },
    { "id": "c", "type": "OrganizationalUnit", "prefLabel": { "en": "Gamma" }, "existence": "1990/..", "unitOf": "root" },
    { "id": "a1", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha one" }, "existence": "1900/..", "unitOf": "a" },
    { "id": "a2", "type": "OrganizationalUnit", "prefLabel": { "en": "Alpha two" }, "existence": "1900/..", "unitOf": "a" }
  ]
})";

std::string wide_data(int branches, int leaves) {
    std::string data = R"({"@context":"context.jsonld","format":"shezhire/1","roots":["r"],"@graph":[)"
                       R"({"id":"r","type":"Organization","prefLabel":{"en":"R"}})";
    const auto unit = [&data](const std::string& id, const std::string& parent) {
        data += R"(,{"id":")" + id + R"(","type":"OrganizationalUnit","prefLabel":{"en":"Body )" + id +
                R"( of many"},"existence":"1900/..","unitOf":")" + parent + R"("})";
    };
    for (int i = 0; i < branches; ++i) {
        const auto branch = "d" + std::to_string(i);
        unit(branch, "r");
        for (int k = 0; k < leaves; ++k) unit("s" + std::to_string(i) + "-" + std::to_string(k), branch);
    }
    return data + "]}";
}

}  // namespace shezhire::test
