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

double seconds_for(std::size_t size) {
  std::string text;
  while (text.size() < size) text += "12-5, 2014-3 to 1/2-19.4-May-5, 6, 7 and ";
  const text::Document document(text);
  const auto begin = std::chrono::steady_clock::now();
  find(document, kAnchor);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

TEST(Recogniser, takes_time_in_proportion_to_figures_and_dashes) {
  const double small = std::max(seconds_for(200'000), 0.001);
  EXPECT_LT(seconds_for(2'000'000), small * 60);  // quadratic would be a hundredfold
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
