// The open document and what is looked at. One thread owns a session: it executes commands, takes the answers
// of jobs and advances what moves; panels only read it. Loading, laying out and exporting run elsewhere, with
// frozen values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/diagnostics.h"
#include "export/export.h"
#include "model/model.h"
#include "model/search.h"
#include "session/calendar.h"
#include "session/camera.h"
#include "session/command.h"
#include "session/inbox.h"
#include "session/keys.h"
#include "session/picture.h"
#include "session/places.h"
#include "session/shelf.h"
#include "session/state.h"
#include "session/turned.h"
#include "session/watcher.h"
#include "session/worker.h"

namespace shezhire::session {

/// What the user is asked for: files or a folder to open.
struct Choice {
    bool folder = false;
    std::string title, accept, kind;  ///< words in the interface's language; `kind` names our files
};
struct Chosen {
    bool asked = false;                        ///< false: this desktop has no dialog
    std::vector<std::filesystem::path> paths;  ///< none: the user thought better of it
};

struct Services {
    std::shared_ptr<const text::Typesetter> typesetter;
    std::shared_ptr<layout::LayoutEngine> engine;
    std::function<void()> wake;  ///< callable from any thread: "there is news, call tick"
    /// The desktop's file dialog; called from a job's thread, waits for the user. May be empty.
    std::function<Chosen(const Choice&, const std::stop_token&)> choose;
    /// Where one was in that data the last time. May be empty.
    std::function<std::optional<Place>(const std::vector<std::filesystem::path>&)> place_of;
    bool watch = false;  ///< read files again when they change on disk
    /// The clipboard; called from the session's own thread. May be empty.
    std::function<void(const std::string&)> copy = nullptr;
};

/// What a data set turned into; made by the loading job.
struct Loaded {
    std::vector<std::filesystem::path> paths;
    model::ModelPtr model;
    std::shared_ptr<const model::SearchIndex> search;
    std::vector<base::Diagnostic> diagnostics;
    Calendar calendar;           ///< of all that is in it
    std::optional<Place> place;  ///< to be restored with it
};

/// A table as it is chosen to be seen.
struct Rows {
    std::shared_ptr<const scene::Table> table;
    scene::TableChoice choice;
    std::vector<std::uint32_t> columns;
    std::vector<std::uint32_t> rows;
};

/// What keeps somebody waiting.
struct Busy {
    enum class With : std::uint8_t { loading, laying_out, exporting };
    With with = With::loading;
    double since = 0;  ///< seconds of the session's clock
};

class Session {
  public:
    explicit Session(Services services, Presentation presentation = {});
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Starts loading; the old picture stays until the new one is there. `place`: where one was in it before.
    void open(std::vector<std::filesystem::path> paths, std::optional<Place> place = {});
    /// How often the user is to be asked for a path in the window itself, for want of a dialog.
    [[nodiscard]] int path_questions() const { return path_questions_; }
    /// Data that was open before, newest first: for menus.
    [[nodiscard]] const std::vector<std::vector<std::filesystem::path>>& recent() const { return recent_; }
    void set_recent(std::vector<std::vector<std::filesystem::path>> recent) { recent_ = std::move(recent); }
    /// What was dropped onto the window: data among it is opened, the rest is told.
    void open_dropped(const std::vector<std::filesystem::path>& paths);
    /// Where one is now, to be kept for the next time.
    [[nodiscard]] Place place() const;
    /// Says something that happened outside the session (a file of settings that cannot be written).
    void tell(base::Severity severity, std::string sentence) { say(severity, std::move(sentence)); }
    /// The canvas: its size in pixels and how many pixels a point is at 100 %.
    void set_canvas(base::Size px, double px_per_pt);
    void execute(const Command& command, double now);
    /// A drag or a slider was let go of: what follows is another undo step.
    void finish_gesture() {
        if (!playing_) history_.finish_gesture();
        date_held_ = false;
    }
    /// Takes answers, advances what moves; `now` in seconds, from any steady clock. True while something
    /// moves.
    bool tick(double now);
    /// When tick is to be called again although nothing moves: a date is played, or neighbours are laid out
    /// ahead. Seconds of the same clock; nothing: not for that.
    [[nodiscard]] std::optional<double> wake_at() const;
    /// A picture is being made that nobody has asked for yet.
    [[nodiscard]] bool making_ahead() const { return ahead_ != 0; }
    /// Nothing runs, waits or moves: what is shown is what was asked for.
    [[nodiscard]] bool settled() const;

    // Reading, for panels.
    [[nodiscard]] const model::ModelPtr& model() const { return loaded_.model; }
    [[nodiscard]] const Loaded& loaded() const { return loaded_; }
    [[nodiscard]] const ViewState& view() const { return view_; }
    [[nodiscard]] const Presentation& presentation() const { return presentation_; }
    [[nodiscard]] const PicturePtr& picture() const { return picture_; }
    [[nodiscard]] const scene::Scene& shown() const;
    /// Index over shown(); nullptr while shapes move.
    [[nodiscard]] const scene::HitIndex* hits() const;
    [[nodiscard]] const scene::Viewport& viewport() const { return camera_.viewport(); }
    [[nodiscard]] double px_per_pt() const { return px_per_pt_; }
    /// Of the structure that is looked at; follows the data and the roots.
    [[nodiscard]] const Calendar& calendar() const { return calendar_; }
    /// The id of anything: an organization, an event, a source, a statement …
    [[nodiscard]] const std::string& selection() const { return selection_; }
    [[nodiscard]] const ArticleView& article() const { return article_; }
    [[nodiscard]] const std::string& search_text() const { return search_text_; }
    [[nodiscard]] const std::vector<model::Hit>& search_hits() const { return search_hits_; }
    /// Which of the hits was gone to last; -1: none yet.
    [[nodiscard]] int search_at() const { return search_at_; }
    [[nodiscard]] const Places& places() const { return places_; }
    [[nodiscard]] Overlay overlay() const { return overlay_; }
    /// What the palette begins with, or whose menu it is.
    [[nodiscard]] const std::string& overlay_text() const { return overlay_text_; }
    [[nodiscard]] const KeyMap& keys() const { return keys_; }
    /// From the settings.
    void set_keys(KeyMap keys) { keys_ = std::move(keys); }
    [[nodiscard]] const std::vector<Message>& messages() const { return messages_; }
    [[nodiscard]] const History& history() const { return history_; }
    [[nodiscard]] bool loading() const { return loading_; }
    [[nodiscard]] bool laying_out() const { return wanted_ != answered_; }
    /// What runs, or nullopt; to be shown once it lasts longer than a blink (0.3 s), with a way to cancel it.
    [[nodiscard]] std::optional<Busy> busy() const;
    [[nodiscard]] bool moving() const {
        return camera_.moving() || transition_.has_value() || time_glide_.has_value();
    }
    /// Frames are wanted: something moves, or fades.
    [[nodiscard]] bool animating() const { return moving() || flash_share() > 0; }
    /// Ids of what a reload changed, and how bright they still are (1 to 0).
    [[nodiscard]] const std::set<std::string>& flashed() const { return flash_.keys; }
    [[nodiscard]] double flash_share() const;
    /// The files have faults that what is shown does not have: it is how they were before.
    [[nodiscard]] bool stale() const { return stale_; }
    [[nodiscard]] bool quitting() const { return quitting_; }
    /// What is shown: nodes in outline order, those that are not there at the date as well (presence `no`).
    [[nodiscard]] const graph::Graph& graph() const;
    [[nodiscard]] const std::optional<graph::Facets>& facets() const;
    /// What the last step to another date changed, by id.
    [[nodiscard]] const std::map<std::string, Turn>& turned() const { return turned_; }
    /// The period that is laid out at once (the date itself where it is none).
    [[nodiscard]] edtf::Interval period() const;
    [[nodiscard]] bool playing() const { return playing_; }
    /// The shown graph's node of that key, or nullptr.
    [[nodiscard]] const graph::Node* node(const std::string& key) const;
    /// Rows are shown (not only asked for).
    [[nodiscard]] bool shows_table() const { return picture_ != nullptr && picture_->table != nullptr; }
    /// The rows in their order, or nullptr: no table is shown, or it is sorted for the first time.
    [[nodiscard]] const std::shared_ptr<const Rows>& rows() const { return rows_; }
    /// The rows shown are not yet those that are wanted.
    [[nodiscard]] bool sorting() const { return rows_wanted_ != rows_answered_; }
    [[nodiscard]] const scene::TableChoice& table_choice() const;
    /// The timeline is shown (not only asked for).
    [[nodiscard]] bool on_timeline() const { return picture_ != nullptr && picture_->timeline != nullptr; }
    /// What of it is looked at; the scene in shown() is made for it.
    [[nodiscard]] const scene::TimelineView& timeline_view() const { return time_view_; }
    /// The bounds of the date that is shown.
    [[nodiscard]] edtf::Bounds at() const;
    /// What became of a body, while two dates are compared; nullptr: they are not, or it was at neither.
    [[nodiscard]] const graph::Compared* compared(const std::string& id) const;

  private:
    /// How one picture becomes the next.
    enum class Motion : std::uint8_t {
        glide,   ///< all at once
        staged,  ///< a step to another date: what goes, what moves, what comes
        drag     ///< the date is under the hand
    };
    struct Transition {
        scene::Scene from;
        scene::Scene shown;
        double begin = 0;
        double seconds = 0;
        double moving = 0;  ///< seconds of the middle of three stages; 0: all at once
    };
    /// The picture's period as of the date.
    struct Dated {
        graph::DatedGraph graph;
        scene::DatedScene scene;
    };

    // session_commands.cpp
    void change(ViewState next, std::string gesture = {});
    void fold(const Command& command, Verb verb);
    void select(const std::string& id);
    void show_in_structure(const std::string& id, double now);
    void read_article(const Command& command);
    void reveal(const std::string& id, std::string gesture = {});
    void compare(std::string_view text);
    void set_sides(std::string_view text);
    std::optional<edtf::Interval> earlier_date();
    void set_presentation(const Command& command);
    void zoom(const Command& command, double now);
    void move_in_history(bool back);
    void search(std::string text);
    void filter(const Command& command);
    // session_arrange.cpp
    void arrange(const Command& command);
    // session_commands.cpp
    void fit(double now);
    void zoom_to(const std::string& id, double now);

    // session_dates.cpp
    void set_date(std::string_view text, std::string gesture);
    void step_change(int direction, const std::string& gesture = {});
    [[nodiscard]] std::optional<edtf::Day> next_change(int direction) const;
    void date_command(const Command& command);
    [[nodiscard]] PictureRequest wanted_picture() const;
    void follow();
    void show_date();
    void take_picture(PicturePtr picture);
    void mark_turns();
    void take_turns();
    void begin_transition(scene::Scene from, Motion motion, double distance_px);
    [[nodiscard]] const scene::Scene& at_rest() const;

    // session_play.cpp
    void play(bool on);
    void tick_play(double now);
    void lay_ahead(double now);
    [[nodiscard]] std::optional<PictureRequest> next_ahead();

    // session_places.cpp
    void walk(const Command& command, double now);
    void visit(const std::string& id, const std::string& date, double now);
    void go_home(double now);
    void move_among_places(bool back, double now);
    void step_hit(int direction, double now);
    void remember_place(bool walking);
    void arrive_at(const std::string& id, double now);
    [[nodiscard]] scene::Viewport with_in_view(scene::Viewport port, const base::Rect& box) const;
    void say_not_arrived();
    /// Not in the picture, or not there at its date.
    [[nodiscard]] bool is_absent(const std::string& id) const;

    // session_focus.cpp
    void focus(const Command& command);
    void keep_only(const Command& command);
    void show_again(const Command& command);
    void set_outline_order(const Command& command);
    void open_overlay(Overlay overlay, std::string text);
    void back_one_level();
    bool knows(const std::string& id);

    // session.cpp
    void ask_for_picture(bool first);
    void take(std::uint64_t ticket, base::Result<PicturePtr> answer);
    void show(PicturePtr picture);
    [[nodiscard]] scene::Viewport fitted(base::Size size) const;
    void say(base::Severity severity, std::string sentence, std::optional<Command> offer = {});
    void start_job(std::function<void(std::stop_token)> job);
    void finish_job(std::uint64_t id);

    // session_timeline.cpp
    void timeline_command(const Command& command, double now);
    void fold_lane(const std::string& id, Verb verb);
    void select_on_timeline(const std::string& id, bool is_body);
    void reveal_lane(const std::string& id);
    void step(const std::string& way, double now);
    void point_out(const std::string& id, double now);
    void zoom_time(Verb verb, double a, double x, double y, bool at_pointer, double now);
    void zoom_to_life(const std::string& id, double now);
    void show_period(scene::TimeWindow window, double now);
    void scroll_to(const std::string& lane);
    void change_view(PicturePtr picture, bool blend);
    void take_timeline();
    void refresh_timeline();
    bool tick_timeline(double now);
    [[nodiscard]] base::Size sheet_size() const;
    bool ask_timeline_part(const std::string& part, PictureRequest& wanted);
    // session_table.cpp
    void table_command(const Command& command);
    void copy_rows(const Command& command);
    void refresh_rows();
    void show_rows(PicturePtr picture);
    // session_open.cpp
    void take(Loaded loaded, std::optional<base::Result<PicturePtr>> first);
    void keep_old(Loaded loaded);
    void choose(bool folder);
    void watch(const std::vector<std::filesystem::path>& paths);
    void take(const FileNews& news);
    void say_of_file(std::string sentence, std::optional<Command> offer = {});
    void say_faults();
    void cancel();

    // session_export.cpp
    void export_picture(const Command& command);
    void export_rows(const std::filesystem::path& file, exporting::Options options, PictureRequest wanted,
                     const std::string& part);
    void say_written(const std::filesystem::path& file, const base::Status& written);

    Services services_;
    Presentation presentation_;
    Loaded loaded_;
    ViewState view_;
    History history_;
    Calendar calendar_;
    std::string selection_;
    ArticleView article_;
    std::string search_text_;
    std::vector<model::Hit> search_hits_;
    int search_at_ = -1;
    std::vector<Message> messages_;
    Places places_;
    Overlay overlay_ = Overlay::none;
    std::string overlay_text_;
    KeyMap keys_;

    PicturePtr picture_;
    std::optional<Dated> dated_;           ///< of picture_; moved to view_.when
    std::optional<graph::Facets> facets_;  ///< at another date than the picture was made for
    Shelf shelf_;
    bool date_held_ = false;  ///< the date is being dragged
    Motion motion_ = Motion::glide;
    std::optional<TellAll> told_before_;  ///< of the step whose picture has not come
    std::map<std::string, Turn> turned_;
    bool stepping_ = false;  ///< the date came by a step or is played
    bool playing_ = false;
    double played_at_ = 0;
    double active_at_ = 0;  ///< when something was asked for or moved
    bool ahead_done_ = true;
    std::uint64_t ahead_ = 0;  ///< ticket of the picture that is made ahead; 0: none
    std::uint64_t aheads_ = 0;
    scene::TimelineView time_view_;
    edtf::Interval date_before_;                  ///< the date shown before this one
    std::string time_lane_;                       ///< the line whose events are stepped along; empty: all
    std::optional<scene::TimeWindow> time_kept_;  ///< the period to come back to; nothing: all
    struct TimeGlide {
        scene::TimeWindow from;
        scene::TimeWindow to;
        double begin = 0;
    };
    std::optional<TimeGlide> time_glide_;
    struct Drawn {
        scene::Scene scene;
        scene::HitIndex hits;
    };
    std::optional<Drawn> time_drawn_;  ///< of picture_'s timeline, for time_view_
    std::shared_ptr<const Rows> rows_;
    std::uint64_t rows_wanted_ = 0;
    std::uint64_t rows_answered_ = 0;
    std::optional<Transition> transition_;
    Camera camera_;
    double now_ = 0;
    double px_per_pt_ = 96.0 / 72;
    base::Size canvas_;
    std::optional<Place> restore_;  ///< where the next picture is to be looked at
    bool fitted_ = true;            ///< the picture is kept fitted until the user moves it
    std::string anchor_;            ///< key that stays where it is on the screen when the next picture comes
    std::string arriving_;          ///< key that is to be in view as soon as it is in the picture
    bool first_wanted_ = false;     ///< a data set is loaded and waits for the canvas' size

    std::uint64_t wanted_ = 0;    ///< ticket of the newest picture asked for
    std::uint64_t answered_ = 0;  ///< ticket of the newest answer taken
    bool loading_ = false;
    bool quitting_ = false;
    std::uint64_t loads_ = 0;
    double loading_since_ = 0;
    double asked_since_ = 0;
    double exporting_since_ = 0;
    int exporting_ = 0;

    static constexpr double flash_seconds = 1.6;
    struct Flash {
        std::set<std::string> keys;
        double begin = -1;  ///< -1: the picture that shows them has not come
    };
    Flash flash_;
    std::size_t errors_shown_ = 0;  ///< faults of what is shown
    bool stale_ = false;
    bool take_anyway_ = false;
    bool choosing_ = false;
    int path_questions_ = 0;
    std::vector<std::vector<std::filesystem::path>> recent_;
    std::vector<std::filesystem::path> watched_;
    std::string of_file_;  ///< the message about the files on disk, which the next reading takes back

    std::shared_ptr<Inbox<Session>> inbox_;
    struct Job {
        std::uint64_t id;
        std::jthread thread;
    };
    std::uint64_t jobs_started_ = 0;
    std::list<Job> jobs_;
    std::unique_ptr<Watcher> watcher_;
    std::unique_ptr<NewestWins> sorter_;  // made when there is much to sort
    NewestWins pictures_;                 // last: its thread ends before anything it could still post to
};

/// The whole question behind a view: what the window shows, and what an export of the same state would.
PictureRequest request_for(model::ModelPtr model, const ViewState& view, const Presentation& presentation,
                           base::Size canvas, const Calendar& calendar);

/// What is laid out at once for a view's date.
edtf::Interval period_of(const ViewState& view, Dates dates, const Calendar& calendar);

/// The timeline's part of it.
TimelineRequest timeline_request_for(const ViewState& view, const Presentation& presentation);

}  // namespace shezhire::session
