// rapporteur read: what reports say, one reading each.
#include "command.h"
#include "options.h"

namespace rapporteur::cli {

namespace {

class Read : public Command {
 public:
  void declare(Arguments& arguments) override {
    input_.declare(arguments);
    format_.declare(arguments, format_names<record::Reading>());
    arguments.flag("--mentions", mentions_, "Also list what is named anywhere in the text");
    arguments.number("--threads", threads_,
                     "How many reports to read at once (default: one a core)");
    data_.declare(arguments);
    talk_.declare(arguments);
    talk_.declare_statistics(arguments);
  }

  Result<Exit> run(Session& session) override {
    talk_.apply(session);
    if (format_.name == "jsonl") session.messages.use_json();
    Result<std::unique_ptr<source::Source>> source = input_.open(session);
    if (!source) return source.error();
    const Result<std::unique_ptr<Pack>> pack = data_.open(session);
    if (!pack) return pack.error();
    const Result<reader::Reader> reader = reader::Reader::load(**pack);
    if (!reader) return reader.error();
    const output::Statistics all = read(*reader, **source, session);
    talk_.finish(session, all);
    return outcome_of(session, all.errors);
  }

 private:
  output::Statistics read(const reader::Reader& reader, source::Source& source,
                          Session& session) const {
    ListWriter<record::Reading> writer(format_.name, session.results, {.mentions = mentions_});
    const service::Render render = [&](const record::Reading& reading, std::string& out) {
      writer.render(reading, out);
    };
    output::Statistics so_far;
    const service::Sink sink = [&](service::Outcome&& outcome) {
      outcome.reading ? ++so_far.reports : ++so_far.errors;
      if (!outcome.reading) session.messages.error(outcome.reading.error());
      session.messages.progress(so_far);
      return !outcome.reading || writer.write(*outcome.reading, outcome.rendered);
    };
    service::BatchOptions options;
    options.threads = static_cast<unsigned>(threads_);
    options.reading.mentions = mentions_;
    return service::read_all(reader, source, options, render, sink);
  }

  InputOptions input_;
  FormatOption format_{"text"};
  bool mentions_ = false;
  std::uint64_t threads_ = 0;
  DataOptions data_;
  TalkOptions talk_;
};

}  // namespace

extern const CommandEntry kRead;
const CommandEntry kRead = {
    "read", "Read reports and print what they say",
    "rapporteur read --format jsonl --date 2022-08-22 examples/reports/*.txt", make_command<Read>};

}  // namespace rapporteur::cli
