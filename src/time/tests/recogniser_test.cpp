#include "rapporteur/time/recogniser.h"

#include <chrono>

#include "rapporteur/time/edtf.h"
#include "words_of_time.h"

namespace rapporteur::time {
namespace {

const Anchor kAnchor{"2022-08-17", ""};

TEST(Recogniser, tells_what_the_words_state_from_what_was_resolved) {
  const auto stated = find("It met on 21 May 2018.");
  ASSERT_EQ(stated.size(), 1U);
  EXPECT_EQ(stated[0].basis, record::Basis::stated);
  const auto resolved = find("It met on 21 May.", kAnchor);
  ASSERT_EQ(resolved.size(), 1U);
  EXPECT_EQ(resolved[0].basis, record::Basis::resolved);
  EXPECT_EQ(resolved[0].pattern, "XXXX-05-21");
}

TEST(Recogniser, keeps_a_date_apart_from_the_words_of_its_bound) {
  const std::string text = "Replies are due by 30 March 2017.";
  const text::Document document(text);
  const auto found = find(document);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].bound, Bound::until);
  EXPECT_EQ(document.slice(found[0].span), "by 30 March 2017");
  EXPECT_EQ(found[0].edtf, "../2017-03-30");
  EXPECT_EQ(document.slice(found[0].core), "30 March 2017");
  EXPECT_EQ(found[0].core_edtf, "2017-03-30");
}

TEST(Recogniser, gives_both_ends_of_an_interval_written_as_two_dates) {
  const text::Document document("It ran from 30 June to 2 July 2018.");
  const auto found = find(document);
  ASSERT_EQ(found.size(), 1U);
  ASSERT_EQ(found[0].ends.size(), 2U);
  EXPECT_EQ(document.slice(found[0].ends[0].span), "30 June");
  EXPECT_EQ(found[0].ends[0].edtf, "2018-06-30");
  EXPECT_EQ(document.slice(found[0].ends[1].span), "2 July 2018");
  EXPECT_EQ(found[0].ends[1].edtf, "2018-07-02");
  EXPECT_TRUE(find("It met on 21-22 May 2018.")[0].ends.empty());
}

TEST(Recogniser, resolves_nothing_against_the_report_without_its_date) {
  for (const std::string text :
       {"today", "on Monday", "last week", "on 5 May", "in two weeks they will meet",
        "the past decade", "next month", "Christmas", "recently", "the following day"}) {
    for (const Expression& e : find("It happened " + text + ".")) {
      EXPECT_EQ(e.edtf, "") << text;
    }
  }
}

TEST(Recogniser, says_why_a_date_has_no_value) {
  const auto found = find("It met on 31 February 2021.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].edtf, "");
  EXPECT_EQ(found[0].note, "no such day");
}

TEST(Recogniser, keeps_a_date_whose_weekday_contradicts_it_and_notes_that) {
  const auto found = find("It met on Monday, 18 May 2022.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].edtf, "2022-05-18");
  EXPECT_EQ(found[0].note, "weekday contradicts the date");
}

TEST(Recogniser, marks_figures_whose_order_is_not_known) {
  const auto found = find("Dated 03/04/2020.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].ambiguous);
  EXPECT_EQ(found[0].edtf, "2020");
  EXPECT_EQ(find("Dated 03/04/2020.", {"", "US"})[0].edtf, "2020-03-04");
  EXPECT_EQ(find("Dated 03/04/2020.", {"", "PK"})[0].edtf, "2020-04-03");
}

TEST(Recogniser, reads_a_weekday_by_the_verb_of_its_clause) {
  const auto found = find("The envoy, who arrived on Monday, will leave on Friday.", kAnchor);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].tense, Tense::past);
  EXPECT_EQ(found[0].edtf, "2022-08-15");
  EXPECT_EQ(found[1].tense, Tense::future);
  EXPECT_EQ(found[1].edtf, "2022-08-19");
}

TEST(Recogniser, tells_times_durations_and_habits_from_dates) {
  const auto found = find("Every Monday, at 10:30 am, they hold a three-day fast.", kAnchor);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].kind, Kind::recurring);
  EXPECT_EQ(found[1].kind, Kind::time_of_day);
  EXPECT_EQ(found[2].kind, Kind::duration);
  for (const Expression& e : found) {
    EXPECT_EQ(e.edtf, "");
    EXPECT_FALSE(is_date(e.kind));
  }
}

TEST(Recogniser, appends_sorted_spans_that_do_not_overlap) {
  const text::Document document(
      "By 5, 9 and 12 April 2017, or from May to June 2018, on Monday 4 and Tuesday 5 June 2018, "
      "the 1990s, early 2019, two days later and in the late 19th century.");
  Scratch scratch;
  std::vector<Expression> out(1);
  recogniser().find(document, kAnchor, scratch, out);
  ASSERT_GT(out.size(), 8U);
  for (std::size_t i = 1; i < out.size(); ++i) {
    EXPECT_TRUE(is_valid(out[i].span, document.text()));
    EXPECT_EQ(out[i].span, document.span(out[i].tokens));
    EXPECT_TRUE(out[i].span.contains(out[i].core));
    EXPECT_GE(out[i].span.begin, out[i - 1].span.end);
    EXPECT_EQ(length(out[i].edtf) > 0, !out[i].edtf.empty());
  }
}

TEST(Recogniser, does_not_depend_on_the_order_of_reports) {
  const std::string first = "It met on Monday and will meet on 5 May.";
  const std::string second = "On 4 May 2021 it met; the next day it rose.";
  const auto alone = find(second, kAnchor);
  Scratch scratch;
  std::vector<Expression> out;
  recogniser().find(text::Document(first), kAnchor, scratch, out);
  out.clear();
  recogniser().find(text::Document(second), kAnchor, scratch, out);
  EXPECT_EQ(out, alone);
}

std::string value_of(const std::string& text, const Anchor& anchor = kAnchor) {
  const auto found = find(text, anchor);
  return found.size() == 1 ? found[0].edtf : std::to_string(found.size()) + " expressions";
}

TEST(Recogniser, never_moves_a_day_by_a_time_zone) {
  EXPECT_EQ(find("Posted 2022-08-18T23:30:00-11:00.")[0].edtf, "2022-08-18");
  EXPECT_EQ(find("Posted 18 August 2022, 00:15 GMT+3.")[0].edtf, "2022-08-18");
}

TEST(Recogniser, keeps_feasts_as_the_country_of_the_publisher_does) {
  EXPECT_EQ(value_of("They met on Easter Monday 2022.", {"", "DE"}), "2022-04-18");
  EXPECT_EQ(value_of("They met on Easter Monday 2022.", {"", "GR"}), "2022-04-25");
  EXPECT_EQ(value_of("They met on Labour Day 2022.", {"", "US"}), "2022-09-05");
  EXPECT_EQ(value_of("They met on Labour Day 2022.", {"", "KZ"}), "2022-05-01");
  EXPECT_EQ(value_of("They met on Independence Day.", {"2022-08-17", "IN"}), "2022-08-15");
  EXPECT_EQ(value_of("They met on Independence Day."), "");
  EXPECT_EQ(find("They met on Independence Day.", kAnchor)[0].note, "the country decides the day");
  EXPECT_EQ(value_of("They met last Christmas."), "2021-12-25");
}

TEST(Recogniser, computes_no_feast_of_the_moon) {
  for (const std::string feast : {"Ramadan", "Diwali", "the Chinese New Year", "Passover"}) {
    EXPECT_TRUE(find("They met at " + feast + ".", kAnchor).empty()) << feast;
  }
}

TEST(Recogniser, refuses_days_that_no_calendar_has) {
  for (const std::string text : {"on 31 April 2022", "on 29 February 2021", "on 30.02.2022",
                                 "on the fifth Monday of February 2022", "in 2021-W53"}) {
    const auto found = find("It met " + text + ".", kAnchor);
    ASSERT_EQ(found.size(), 1U) << text;
    EXPECT_EQ(found[0].edtf, "") << text;
    EXPECT_EQ(found[0].note, "no such day") << text;
  }
}

TEST(Recogniser, knows_the_weeks_of_iso_8601) {
  EXPECT_EQ(value_of("Due in 2022-W33."), "2022-08-15/2022-08-21");
  EXPECT_EQ(value_of("Due on 2020-W53-7."), "2021-01-03");
}

TEST(Recogniser, hangs_dates_on_the_date_before_them) {
  const auto found = find(
      "It met on 18 June 2014. The day before, it fell; the following day, it rose. The "
      "following March it ended.");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[1].edtf, "2014-06-17");
  EXPECT_EQ(found[2].edtf, "2014-06-19");
  EXPECT_EQ(found[3].edtf, "2015-03");
}

TEST(Recogniser, takes_three_figures_for_a_year_where_the_text_speaks_of_early_ones) {
  EXPECT_TRUE(find("In 348 they left.").empty());
  const auto found = find("He was born c. 314. In 348 he left; 368 men followed.");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].edtf, "0314~");
  EXPECT_EQ(found[1].edtf, "0348");
}

TEST(Recogniser, takes_a_date_of_every_year_for_a_habit) {
  const auto found = find("The feast is kept every year on 31 August.", kAnchor);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[1].kind, Kind::recurring);
  EXPECT_EQ(found[1].edtf, "");
}

TEST(Recogniser, takes_today_for_our_time_only_where_all_else_is_history) {
  const std::string history =
      "It was built in 1702, burnt in 1750, 1801 and 1822, sold in 1850, rebuilt in 1871, shut in "
      "1914 and bombed in 1941. ";
  EXPECT_EQ(find(history + "It is a museum today.", kAnchor).back().edtf, "");
  EXPECT_EQ(find(history + "The ministers met there today.", kAnchor).back().edtf, "2022-08-17");
  EXPECT_EQ(find("They met in 1998, 2002, 2006 and 2010. It opens today.", kAnchor).back().edtf,
            "2022-08-17");
}

TEST(Recogniser, finds_vague_times_without_a_value) {
  const auto found = find("A few days ago they met.", kAnchor);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, Kind::vague);
  EXPECT_EQ(found[0].edtf, "");
}

double seconds_for(const std::string& words, std::size_t size) {
  std::string text;
  while (text.size() < size) text += words;
  const text::Document document(text);
  const auto begin = std::chrono::steady_clock::now();
  find(document, kAnchor);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Recogniser, takes_time_in_proportion_to_figures_dashes_and_months) {
  for (const std::string words : {"12-5, 2014-3 to 1/2-19.4-May-5, 6, 7 and ", "1-", "5, 6 and 7 ",
                                  "May, June and ", "May/", "Monday, Tuesday, ", "2014-", "- "}) {
    const double small = std::max(seconds_for(words, 100'000), 0.001);
    EXPECT_LT(seconds_for(words, 1'000'000), small * 60) << words;  // quadratic: a hundredfold
  }
}

TEST(Load, refuses_a_pack_without_words_of_time) {
  const auto pack = Pack::from_bytes(encode_pack({}));
  ASSERT_TRUE(pack.has_value());
  const auto loaded = Recogniser::load(*pack);
  ASSERT_FALSE(loaded.has_value());
  EXPECT_EQ(loaded.error().code, ErrorCode::not_found);
}

TEST(Load, names_the_line_of_a_malformed_row) {
  const std::string head = "phrase\tclass\tvalue\tflags\n";
  for (const std::string row :
       {"x\tnoclass\t\t", "x\tmonth\tmany\t", "x\tunit\tparsec\t", "x\tholiday\t13-01\t",
        "x\tholiday\tnth:1:9:1\t", "x\tera\tlong ago\t", "a b c d e f g h i\tthe\t\t"}) {
    const auto pack = pack_of_words(head + "the\tthe\t\t\n" + row + "\n");
    ASSERT_TRUE(pack.has_value()) << row;
    const auto loaded = Recogniser::load(*pack);
    ASSERT_FALSE(loaded.has_value()) << row;
    EXPECT_EQ(loaded.error().code, ErrorCode::bad_data) << row;
    EXPECT_EQ(loaded.error().where, "lexicon/time/en:3") << row;
  }
}

TEST(Load, takes_the_words_of_another_language_as_another_section) {
  const auto english = read_file(RAPPORTEUR_SOURCE_DIR "/data/lexicon/time/en.tsv");
  ASSERT_TRUE(english.has_value());
  const auto en = encode_table(*english, "en.tsv");
  const auto ru = encode_table("phrase\tclass\tvalue\tflags\nмая\tmonth\t5\t\n", "ru.tsv");
  const auto pack =
      Pack::from_bytes(encode_pack({{"lexicon/time/en", *en}, {"lexicon/time/ru", *ru}}));
  ASSERT_TRUE(pack.has_value());
  const auto loaded = Recogniser::load(*pack);
  ASSERT_TRUE(loaded.has_value());
  Scratch scratch;
  std::vector<Expression> out;
  loaded->find(text::Document("Встреча прошла 21-22 мая 2018."), {}, scratch, out);
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(out[0].edtf, "2018-05-21/2018-05-22");
}

}  // namespace
}  // namespace rapporteur::time
