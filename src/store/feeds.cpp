#include "rapporteur/store/feeds.h"

#include "impl.h"
#include "rapporteur/store/register.h"

namespace rapporteur::store {
namespace {

void write_entries(Database& db, std::int64_t id, const std::vector<FeedEntry>& entries) {
  Statement(db, "DELETE FROM feed_entry WHERE feed_id = ?").bind(id).run();
  Statement insert(db,
                   "INSERT INTO feed_entry "
                   "(feed_id, key, mark, etag, last_modified, failures, is_feed) "
                   "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (feed_id, key) DO UPDATE SET "
                   "mark = excluded.mark, etag = excluded.etag, "
                   "last_modified = excluded.last_modified, failures = excluded.failures, "
                   "is_feed = excluded.is_feed");
  for (const FeedEntry& e : entries) {
    insert.bind(id, e.key, e.mark, e.etag, e.last_modified, e.failures, e.is_feed).run();
  }
}

}  // namespace

Result<Feed> Register::feed(const std::string& address) const {
  Database& db = *impl_->db;
  Feed out;
  out.address = address;
  {
    const Transaction transaction(db, Work::read);
    Statement row(
        db, "SELECT id, etag, last_modified, failures, not_before FROM feed WHERE address = ?");
    if (row.bind(address).step()) {
      out.etag = row.string(1);
      out.last_modified = row.string(2);
      out.failures = static_cast<int>(row.integer(3));
      out.not_before = row.integer(4);
      Statement entries(db,
                        "SELECT key, mark, etag, last_modified, failures, is_feed FROM feed_entry "
                        "WHERE feed_id = ? ORDER BY key");
      for (entries.bind(row.integer(0)); entries.step();) {
        out.entries.push_back({entries.string(0), entries.string(1), entries.string(2),
                               entries.string(3), static_cast<int>(entries.integer(4)),
                               entries.integer(5) != 0});
      }
    }
  }
  if (Result<void> r = db.take_error(); !r) return r.error();
  return out;
}

Result<void> Register::remember(const Feed& feed) {
  Database& db = *impl_->db;
  {
    Transaction transaction(db, Work::write);
    Statement(db,
              "INSERT INTO feed (id, address, etag, last_modified, failures, not_before) "
              "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, "
              "last_modified = excluded.last_modified, failures = excluded.failures, "
              "not_before = excluded.not_before")
        .bind(db.next_id(Numbered::feed), feed.address, feed.etag, feed.last_modified,
              feed.failures, feed.not_before)
        .run();
    std::int64_t id = 0;
    {
      Statement find(db, "SELECT id FROM feed WHERE address = ?");
      if (find.bind(feed.address).step()) id = find.integer(0);
    }
    write_entries(db, id, feed.entries);
    transaction.commit();
  }
  return db.take_error();
}

}  // namespace rapporteur::store
