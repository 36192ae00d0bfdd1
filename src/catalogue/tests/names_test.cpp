#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "test_pack.h"

namespace rapporteur::catalogue {
namespace {

struct Pair {
  const char* a;
  const char* b;
};

// Invented or public names; each pair is one person in different spellings or forms.
const Pair kSame[] = {
    {"Nikolai Patrushev", "Nikolay Patrushev"},
    {"Nikolai Patrushev", "N. Patrushev"},
    {"Nikolai Patrushev", "Patrushev Nikolai Platonovich"},
    {"Nurlan Yermekbayev", "N. B.Yermekbayev"},
    {"Nurlan Yermekbayev", "Nurlan Ermekbaev"},
    {"Ararat Mirzoyan", "Ararat Mirzoian"},
    {"Nikol Pashinyan", "Nikol Pashinian"},
    {"Mohammed bin Salman", "Muhammad bin Salman Al Saud"},
    {"Mohamed bin Zayed", "Mohammed Bin Zayed Al-Nahyan"},
    {"Zhao Kezhi", "Zhao Ke-zhi"},
    {"Kim Jong Un", "Kim Jong-un"},
    {"Kim Jong Un", "Kim Jongun"},
    {"Ban Ki-moon", "Ban Ki Moon"},
    {"Lee Hsien Loong", "Lee Hsien-Loong"},
    {"Xi Jinping", "Jinping Xi"},
    {"Xi Jinping", "President Xi Jinping"},
    {"Kassym-Jomart Tokayev", "Kasym-Zhomart Tokaev"},
    {"Kassym-Jomart Tokayev", "K.-J. Tokayev"},
    {"Shavkat Mirziyoyev", "Sh. Mirziyoyev"},
    {"Shavkat Mirziyoyev", "Shavkat Mirziyoev"},
    {"Shavkat Mirziyoyev", "Sh.M. Mirziyoev"},
    {"Abdel Fattah el-Sisi", "Abdelfattah Al-Sisi"},
    {"Abdel Fattah el-Sisi", "Sisi"},
    {"Subrahmanyam Jaishankar", "S. Jaishankar"},
    {"Vladimir Putin", "Putin"},
    {"Sergei Lavrov", "Sergey Viktorovich Lavrov"},
    {"Sergei Lavrov", "Sergey V. Lavrov"},
    {"Gurbanguly Berdimuhamedov", "Kurbanguly Berdymukhammedov"},
    {"Hossein Amir-Abdollahian", "Hossein Amirabdollahian"},
    {"Volodymyr Zelensky", "Volodymyr Zelenskyy"},
    {"Pedro Sánchez", "Pedro Sanchez Perez-Castejon"},
    {"Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
    {"Recep Tayyip Erdoğan", "Tayyip Erdogan"},
    {"Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"},
    {"Alexander Lukashenko", "Aliaksandr Lukashenka"},
    {"Sadyr Japarov", "Sadyr Zhaparov"},
    {"Sooronbay Jeenbekov", "Sooronbai Zheenbekov"},
    {"Emomali Rahmon", "Emomali Rakhmon"},
    {"Ahmad Sabah", "H.E. Dr. Ahmed Al-Sabah"},
    {"Gen. Min Aung Hlaing", "Min Aung Hlaing"},
    {"Nguyễn Xuân Phúc", "Nguyen Xuan Phuc"},
    {"Joe Biden", "Joseph R. Biden Jr."},
    {"Tony Blair", "Anthony Blair"},
    {"Adel al-Jubeir", "Adil Al-Jubair"},
    {"Battulga Khaltmaa", "Khaltmaagiin Battulga"},
    {"Mahinda Rajapaksa", "Mahinda Rajapakse"},
    {"Luigi Di Maio", "Luigi DiMaio"},
    {"KP Sharma Oli", "Khadga Prasad Sharma Oli"},
    {"Jalal Gaddafi", "Jalal al-Qadhafi"},
    {"Sheikh Hasina", "Sheikh Hasina Wazed"},
    {"Nasrullo Mahmudzoda", "Nasrullo Rahmatjon Makhmudzoda"},
    {"Viktor Makhmudov", "Victor Mahmudov"},
    {"Luiz Inácio Lula da Silva", "Lula da Silva"},
    {"Ursula von der Leyen", "Von der Leyen"},
    {"Yuri Ushakov", "Yury Ushakov"},
    {"Sirojiddin Muhriddin", "Sirodjiddin Mukhriddin"},
    {"Emmanuel Macron", "Macron Emmanuel"},
    {"Mikheil Saakashvili", "Mikhail Saakashvili"},
    {"Abdul Rahman Al-Rashed", "Abdulrahman Al Rashid"},
    {"Ilham Aliyev", "Ilham Aliev"},
    {"Anton Petrov", "Антон Петров"},
    {"Sasha Petrov", "Aleksandr Petrov"},
    {"Sasha Petrova", "Aleksandra Petrova"},
    {"Jake Miller", "Jacob Miller"},
    {"Kaja Lund", "Kaya Lund"},
    {"Karim Mirzo", "Karim Mirzoyev"},
    {"Tarou Okada", "Taro Okada"},
    {"Teng Hsiao-p'ing", "Deng Xiaoping"},
    {"Chung Eui-ho", "Jeong Ui-ho"},
    {"Chang Te-chiang", "Zhang Dejiang"},
    {"He Lifeng", "Lifeng He"},
    {"HE Lifeng", "Lifeng He"},
    {"HE Macron", "Emmanuel Macron"},
    {"PAUL Thomas", "Thomas Paul"},
    {"Isak Afwerki", "Isak Afeworki"},
    {"Josef \"Beppo\" Huber", "Beppo Huber"},
    {"Volodomyr Melnyk", "Volodymyr Melnyk"},
};

const Pair kDifferent[] = {
    {"Mohammed bin Salman", "Mohammed bin Zayed"},
    {"Mohammed bin Salman", "Khalid bin Salman"},
    {"Abdullah bin Zayed Al Nahyan", "Mohamed bin Zayed Al Nahyan"},
    {"Zhao Kezhi", "Zhao Lijian"},
    {"Wang Yi", "Wang Yang"},
    {"Wang Yi", "Wang Qishan"},
    {"Zhang Ming", "Zhang Jun"},
    {"Li Keqiang", "Li Qiang"},
    {"Chen Wei", "Chin Wei"},
    {"D. A. Medvedev", "Alexei Medvedev"},
    {"Hassan Karimi", "Hussein Karimi"},
    {"Ilham Heydar oglu Aliyev", "Heydar Aliyev"},
    {"Mohamed bin Salman bin Abdulaziz", "Abdulaziz bin Salman"},
    {"Kim Jong Un", "Kim Jong Il"},
    {"Kim Jong Un", "Kim Yo Jong"},
    {"Lee Hsien Loong", "Lee Kuan Yew"},
    {"Pham Minh Chinh", "Pham Binh Minh"},
    {"Vladimir Putin", "Vladimir Medinsky"},
    {"Vladimir Putin", "Vladimir"},
    {"N. Patrushev", "D. Patrushev"},
    {"Nikolai Patrushev", "D. Patrushev"},
    {"Gurbanguly Berdimuhamedov", "Serdar Berdimuhamedov"},
    {"Raul Castro", "Fidel Castro"},
    {"Mahinda Rajapaksa", "Gotabaya Rajapaksa"},
    {"Ilham Aliyev", "Heydar Aliyev"},
    {"Maria Silva", "Mario Silva"},
    {"Marat Imankulov", "Marat Imangaliev"},
    {"John Kerry", "John Key"},
    {"Sirojiddin Muhriddin", "Sirojiddin Aslov"},
    {"Ahmed Ali", "Mohamed Ali"},
    {"Sergei Ivanov", "Sergei Ivanova"},
    {"Sergei Viktorovich Lavrov", "Sergei Viktorovich Ivanov"},
    {"Lavrov", "Ryabkov"},
    {"Ahmed Ali", "Ali Ahmed"},
    {"Nguyen Van An", "Nguyen Van Binh"},
    {"Yuri Fedotov", "Yuri Fedorov"},
    {"Christian Kern", "Christina Kern"},
    {"Alexander Berg", "Alexandra Berg"},
    {"Igor Ivanov", "Ivan Igorov"},
    {"Kim Sung", "Kim Song-nam"},
    {"Salman bin Abdulaziz", "Sultan bin Abdulaziz"},
    {"Zhang Guoqing", "Zhang Guoqiang"},
};

TEST(NameSimilarity, KnowsOnePersonInDifferentSpellingsAndForms) {
  for (const Pair& pair : kSame) {
    EXPECT_GE(test_catalogue().name_similarity(pair.a, pair.b), 0.7) << pair.a << " / " << pair.b;
  }
}

TEST(NameSimilarity, TellsDifferentPeopleApart) {
  for (const Pair& pair : kDifferent) {
    EXPECT_LT(test_catalogue().name_similarity(pair.a, pair.b), 0.7) << pair.a << " / " << pair.b;
  }
}

TEST(NameSimilarity, IsSymmetricAndStaysBetweenZeroAndOne) {
  std::vector<const char*> names;
  for (const Pair& pair : kSame) names.push_back(pair.a);
  for (const Pair& pair : kDifferent) names.push_back(pair.b);
  for (const char* a : names) {
    for (const char* b : names) {
      const double there = test_catalogue().name_similarity(a, b);
      EXPECT_DOUBLE_EQ(there, test_catalogue().name_similarity(b, a)) << a << " / " << b;
      EXPECT_GE(there, 0);
      EXPECT_LE(there, 1);
    }
  }
}

TEST(NameSimilarity, GivesEqualNamesTheHighestScoreAndEmptyOnesTheLowest) {
  EXPECT_DOUBLE_EQ(test_catalogue().name_similarity("Vikram Misri", "Vikram Misri"), 1);
  EXPECT_DOUBLE_EQ(test_catalogue().name_similarity("Vikram Misri", ""), 0);
  EXPECT_DOUBLE_EQ(test_catalogue().name_similarity("...", "- -"), 0);
}

TEST(NameSimilarity, EndsQuicklyOnNamesOfManyEqualParts) {
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "Ali ";
  EXPECT_GE(test_catalogue().name_similarity(many, many), 0.7);
}

TEST(NameKey, IsSharedBySpellingsAndOrders) {
  const Catalogue& catalogue = test_catalogue();
  EXPECT_EQ(catalogue.name_key("Nikolai Patrushev"), catalogue.name_key("N. Patrushev"));
  EXPECT_EQ(catalogue.name_key("Nikolai Patrushev"),
            catalogue.name_key("Patrushev Nikolai Platonovich"));
  EXPECT_EQ(catalogue.name_key("Nurlan Yermekbayev"), catalogue.name_key("N.Ermekbaev"));
  EXPECT_EQ(catalogue.name_key("Zhao Kezhi"), catalogue.name_key("Zhao Ke-zhi"));
  EXPECT_EQ(catalogue.name_key("Mohammed bin Salman"),
            catalogue.name_key("Crown Prince Muhammad bin Salman Al Saud"));
  EXPECT_NE(catalogue.name_key("Sergei Lavrov"), catalogue.name_key("Sergei Ryabkov"));
}

// Blocking may miss a pair, but not often: a name alone ("Sisi", "Lula") is the usual exception.
TEST(NameKey, IsSharedByNineInTenOfThePairsThatAreOnePerson) {
  std::size_t shared = 0;
  for (const Pair& pair : kSame) {
    if (test_catalogue().name_key(pair.a) == test_catalogue().name_key(pair.b)) ++shared;
  }
  EXPECT_GE(shared * 10, std::size(kSame) * 9);
}

TEST(NameBits, KnowGivenAndFamilyNamesAndParticles) {
  const Catalogue& catalogue = test_catalogue();
  EXPECT_TRUE(catalogue.name_bits("nikolai") & kGiven);
  EXPECT_TRUE(catalogue.name_bits("wang") & kFamilyFirst);
  EXPECT_TRUE(catalogue.name_bits("patrushev") & kFamily);
  EXPECT_TRUE(catalogue.name_bits("mark") & kAlsoWord);
  EXPECT_TRUE(catalogue.name_bits("bin") & kParticle);
  EXPECT_EQ(catalogue.name_bits("communique"), kNone);
}

}  // namespace
}  // namespace rapporteur::catalogue
