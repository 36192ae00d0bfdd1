#include "rapporteur/text/layout.h"

#include <gtest/gtest.h>

namespace rapporteur::text {
namespace {

LineRole role_of(std::string_view line) { return lines_of(line).front().role; }

TEST(Layout, TellsShareLinesCookieNoticesAndNavigation) {
  for (const char* line :
       {"Share this post", "Share this:  Facebook  |  Twitter", "scroll to top",
        "This site uses cookies to improve your visit.", "Back to top", "Uz | Ru | En | Search"}) {
    EXPECT_EQ(role_of(line), LineRole::boilerplate) << line;
    EXPECT_FALSE(lines_of(line).front().reason.empty()) << line;
  }
}

TEST(Layout, KeepsSentencesThatOnlyMentionSuchWords) {
  EXPECT_EQ(role_of("Share prices fell after the ministers had left the hall."), LineRole::body);
  EXPECT_EQ(role_of("By signing the charter the members founded an organisation."), LineRole::body);
}

TEST(Layout, TellsStamps) {
  for (const char* line : {"06.04.2017", "August 11, 2022", "Published On: 7 September 2023",
                           "01/19/2025 | Press release", "By Staff Report"}) {
    EXPECT_EQ(role_of(line), LineRole::stamp) << line;
  }
}

TEST(Layout, TellsCaptionsTeasersItemsAndHeadlines) {
  EXPECT_EQ(role_of("Photo 2: Group photo"), LineRole::caption);
  EXPECT_EQ(role_of("READ ALSO: Coffee growers cheer early rains"), LineRole::teaser);
  EXPECT_EQ(role_of("- Minister of Sports"), LineRole::item);
  EXPECT_EQ(role_of("Ministers meet in Baku"), LineRole::headline);
}

TEST(Layout, GivesOneEntryPerLine) {
  EXPECT_EQ(lines_of("a\n\nb\n").size(), 4U);
  EXPECT_EQ(lines_of("").size(), 1U);
}

}  // namespace
}  // namespace rapporteur::text
