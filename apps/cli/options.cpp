#include "options.h"

#include <algorithm>
#include <cstdlib>

namespace rapporteur::cli {

void TalkOptions::declare(Arguments& arguments) {
  arguments.flag("--quiet", quiet, "Errors only: no progress, notes or warnings");
}

void TalkOptions::declare_statistics(Arguments& arguments) {
  arguments.choice("--stats", stats, {"json"}, "End with a line of statistics on standard error");
}

void TalkOptions::apply(Session& session) const {
  if (quiet) session.messages.be_quiet();
}

void TalkOptions::finish(Session& session, const output::Statistics& statistics) const {
  if (stats == "json") session.messages.statistics(statistics);
}

void DataOptions::declare(Arguments& arguments) {
  arguments.text("--pack", pack, "The data pack (default: RAPPORTEUR_PACK, or beside the program)");
  arguments.list("--data", data,
                 "A folder of your own tables, laid over the built-in ones; may be repeated");
}

Result<std::unique_ptr<Pack>> DataOptions::open(const Session& session) const {
  const Result<std::string> path = service::find_pack(pack, session.program_folder);
  if (!path) return path.error();
  return service::open_pack(*path, data);
}

// "date=published_at". Errors: usage.
static Result<source::FieldName> field_of(const std::string& words) {
  const std::size_t cut = words.find('=');
  const std::vector<std::string_view> known = source::record_fields();
  const std::string_view field = std::string_view(words).substr(0, cut);
  if (cut != std::string::npos && cut + 1 < words.size() &&
      std::find(known.begin(), known.end(), field) != known.end()) {
    return source::FieldName{std::string(field), words.substr(cut + 1)};
  }
  std::string names;
  for (const std::string_view name : known)
    names += (names.empty() ? "" : ", ") + std::string(name);
  return Error{ErrorCode::usage,
               "'" + words + "' is not FIELD=NAME, where FIELD is one of " + names, "--field"};
}

void InputOptions::declare(Arguments& arguments) {
  std::vector<std::string> kinds = {"auto"};
  for (const std::string_view name : source::kind_names()) kinds.emplace_back(name);
  arguments.positionals("FILE", paths,
                        "Files, folders, addresses (https://...), or - for standard input");
  arguments.choice("--input", input, kinds, "What the files hold (default: by their names)");
  arguments.text("--date", date, "The day on which reports without a date appeared: 2018-05-16");
  arguments.list("--field", fields,
                 "What JSON records call a field: date=published_at, title=/meta/headline;"
                 " may be repeated");
  declare_fetching(arguments);
}

void InputOptions::declare_fetching(Arguments& arguments) {
  arguments.number("--pause-ms", pause_ms,
                   "Milliseconds between two requests to one host, at least (default: 1000)");
  arguments.flag("--allow-private", allow_private,
                 "Also fetch from hosts that only this machine or its own network reaches");
  arguments.number("--limit-mb", limit_mb, "The largest report that is read, in MB (default: 16)");
}

Result<source::Options> InputOptions::options(Session& session) const {
  source::Options options;
  options.input = input;
  options.report_limit = limit_mb << 20;
  options.pause = std::chrono::milliseconds(pause_ms);
  options.allow_private = allow_private;
  options.note = [&session](const Error& note) { session.messages.note(note); };
  if (!date.empty()) {
    const Result<std::string> day = source::parse_date(date);
    if (!day) return Error{ErrorCode::usage, day.error().message, "--date"};
    options.date = *day;
  }
  for (const std::string& words : fields) {
    Result<source::FieldName> field = field_of(words);
    if (!field) return field.error();
    options.fields.push_back(*std::move(field));
  }
  if (limit_mb == 0 || limit_mb > 2048) {
    return Error{ErrorCode::usage, "must be from 1 to 2048", "--limit-mb"};
  }
  return options;
}

Result<std::unique_ptr<source::Source>> InputOptions::open(Session& session) const {
  Result<source::Options> how = options(session);
  if (!how) return how.error();
  return source::open_paths(paths, *std::move(how));
}

void RegisterOption::declare(Arguments& arguments) {
  arguments.text("--register", path,
                 "The register: a file, or postgresql://USER@HOST/DATABASE (default: "
                 "RAPPORTEUR_REGISTER, else register.db)");
}

std::string RegisterOption::name() const {
  if (!path.empty()) return path;
  const char* const named = std::getenv("RAPPORTEUR_REGISTER");
  return named != nullptr && *named != '\0' ? named : "register.db";
}

Result<store::Register> RegisterOption::open(store::Access access) const {
  const std::string file = name();
  Result<store::Register> reg = store::Register::open(file, {.access = access});
  // Of a server the address is named already, and must not be with its password.
  const bool is_file = file.find("://") == std::string::npos;
  if (reg || !is_file || reg.error().where.find(file) != std::string::npos) return reg;
  // What failed lies beside the register (its folder): say which register all the same.
  return Error{reg.error().code, reg.error().where + ": " + reg.error().message, file};
}

void FormatOption::declare(Arguments& arguments, const std::vector<std::string>& names) {
  arguments.choice("--format", name, names, "How to print (default: " + name + ")");
}

Result<Exit> outcome_of(Session& session, std::uint64_t failed) {
  session.results.flush();
  if (session.results.error()) return *session.results.error();
  return failed > 0 ? kSomeFailed : kDone;
}

}  // namespace rapporteur::cli
