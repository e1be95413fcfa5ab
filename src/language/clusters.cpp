#include "language/clusters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

/// Each with a space before and behind every member.
constexpr std::string_view clusters[] = {
    " bs hr sr cnr sh ", " ms id ",  " nb nn no da ",    " xh zu ss nd nr ", " st tn nso ", " zh yue ",
    " rw rn ",           " fil tl ", " hi bho mai mag ", " ak tw fat ",      " ro mo ",
};

/// Words that speak for one or several of the languages among which the tag found leaves a choice.
struct Telltale {
  std::string_view tags;
  std::string_view words;
};

constexpr Telltale telltales[] = {
    // Serbian has e where Croatian and Bosnian have ije and je.
    {" sr-Latn ",
     " vreme gde ovde negde uvek mesto mesta mestu deo dela delu dve dece reč reči rekao videti vest "
     "vesti svet sveta svetu telo cela celo celu čovek čoveka primer mera mere mleko reka reke leto "
     "sledeći sledeće sledećeg poslednji poslednje poslednjih bezbednost bezbednosti zahtev zahteva "
     "nedelja nedelje nedelju ponedeljak sreda sredu mesec meseca meseci predsednik predsednika "
     "predsednica predsedniku pre posle delimično rešenje rešenja promena promene "},
    {" hr bs ",
     " vrijeme gdje ovdje negdje uvijek mjesto mjesta mjestu dio dijela dijelu dvije djece djeca riječ "
     "riječi vidjeti vijest vijesti svijet svijeta svijetu tijelo cijela cijelo cijelu čovjek čovjeka "
     "primjer mjera mjere mlijeko rijeka rijeke ljeto sljedeći sljedeće sljedećeg posljednji "
     "posljednje posljednjih zahtjev zahtjeva nedjelja nedjelje nedjelju ponedjeljak srijeda srijedu "
     "mjesec mjeseca mjeseci predsjednik predsjednika predsjednica predsjedniku prije poslije "
     "djelomično rješenje rješenja promjena promjene "},
    {" hr ",
     " što tko netko nitko svatko tisuća tisuće tisuću općina općine općini tjedan tjedna tjedana "
     "tjednu tijekom sveučilište sveučilišta zrakoplov zrakoplova europska europske europski "
     "europskoj izvješće izvješća izvješću priopćenje priopćenju priopćio priopćila obitelj obitelji "
     "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga "
     "studenog prosinca nogomet nogometni povijest povijesti sustav sustava utjecaj utjecaja tvrtka "
     "tvrtke tvrtki milijun milijuna gospodarstvo gospodarstva gospodarski glazba glazbe ravnatelj "
     "znanstvenici znanstvenik suradnja suradnje uvjet uvjeti uvjeta točno točka točke uporaba "
     "uporabe osobito odvjetnik odvjetnici redarstvo promet prometa vlak vlaka kazalište "},
    {" bs sr-Latn ",
     " šta ko neko niko svako hiljada hiljade hiljadu sedmica sedmice sedmici tokom univerzitet "
     "univerziteta avion aviona evropska evropske evropski evropskoj izvještaj izveštaj izvještaja "
     "izveštaja saopćenje saopštenje saopćenju saopštenju saopćio saopštio porodica porodice januara "
     "februara marta aprila maja juna jula augusta avgusta septembra oktobra novembra decembra fudbal "
     "fudbalski historija historije istorija istorije sistem sistema uticaj uticaja kompanija "
     "kompanije milion miliona ekonomija ekonomije muzika muzike direktor naučnici naučnik saradnja "
     "saradnje uslov uslovi uslova tačno tačka tačke upotreba upotrebe naročito advokat advokati "
     "saobraćaj voz voza pozorište "},
    {" id ",
     " bahwa karena bisa uang mobil kantor sebuah polisi perusahaan pemerintah miliar persen setelah "
     "mulai resmi berbeda coba universitas kebijakan senin jumat minggu kamis inggris serikat eropa "
     "prancis maret juni juli agustus desember saat dokter listrik pekan yaitu musim semi gugur "},
    {" ms ",
     " bahawa kerana wang pejabat polis syarikat kerajaan bilion peratus bandar selepas rasmi berbeza "
     "cuba universiti isnin jumaat ahad khamis inggeris eropah perancis mac jun julai ogos disember "
     "iaitu ialah hospital doktor elektrik mahu semasa awak "},
    {" fa ",
     " ژانویه فوریه مارس آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر پلیس دلار درصد خودرو "
     "بیمارستان تلفن میلیون میلیارد دانشگاه شهردار "},
    {" fa-AF ",
     " جنوری فبروری مارچ اپریل جون جولای اگست آگست سپتمبر اکتوبر نومبر دسمبر پولیس دالر فیصد موتر "
     "شفاخانه تیلفون ملیون ملیارد پوهنتون شاروال ولسوالی "},
    {" st ", " ho hore haeba empa jwalo tsa kapa jwaloka hobane hae "},
    {" tn ", " go gore fa kgotsa jaaka jalo dingwe gape gonne gagwe ntse bone "},
    {" nso ", " go gore ge gomme goba eupša bjalo tšeo yeo bjo tša gobane gagwe gape "},
};

struct Tally {
  std::string_view tag;
  std::size_t words = 0;
};

/// Calls `take` with every word, in lower case, a space before and behind it.
template <typename Take>
void take_words(std::string_view letters, Take const& take) {
  std::string word(1, ' ');
  auto const finish = [&] {
    if (word.size() > 1) take(std::string_view(word += ' '));
    word.assign(1, ' ');
  };
  for (text::CodePointAt const c : text::code_points(letters)) {
    if (text::is_letter(c.value) || text::is_mark(c.value))
      text::append(word, text::lower(c.value));
    else
      finish();
  }
  finish();
}

bool contains(std::string_view list, std::string_view word) {
  return list.find(word) != list.npos;
}

/// Tags among which telltale words choose where `tag` was found.
std::vector<Tally> choices(std::string_view tag) {
  static constexpr std::string_view groups[] = {" bs hr sr-Latn ", " id ms ", " fa fa-AF ", " st tn nso "};
  std::vector<Tally> tallies;
  for (std::string_view group : groups) {
    if (!contains(group, fmt::format(" {} ", tag))) continue;
    for (std::size_t end; (end = group.find(' ', 1)) != group.npos; group.remove_prefix(end))
      tallies.push_back({group.substr(1, end - 1), 0});
  }
  return tallies;
}

/// Northern Ndebele says "with" and "and" as la-, le-, lo-, where its sister languages have na-, ne-, no-. In
/// words of seven letters and more nothing else begins so often enough to matter.
bool is_northern_ndebele(std::string_view letters) {
  std::size_t la = 0, na = 0;
  take_words(letters, [&](std::string_view word) {
    if (word.size() < 9 || (word[2] != 'a' && word[2] != 'e' && word[2] != 'o')) return;
    if (word[1] == 'l') ++la;
    if (word[1] == 'n') ++na;
  });
  return la >= 4 && la > 5 * na;
}

/// Tashelhit in Arabic letters writes its prepositions as words of one letter (n "of", d "with", gh "in",
/// s "to"), which Arabic never does.
bool is_tashelhit(std::string_view letters) {
  std::size_t words = 0, of = 0, other = 0;
  take_words(letters, [&](std::string_view word) {
    ++words;
    if (word == " ن ") ++of;
    if (word == " د " || word == " غ " || word == " س " || word == " ف ") ++other;
  });
  return of >= 2 && other >= 2 && (of + other) * 25 > words;
}

}  // namespace

bool are_confused(std::string_view tag, std::string_view other) {
  if (text::primary_language(tag) == text::primary_language(other)) return false;
  auto const member = [](std::string_view t) { return fmt::format(" {} ", text::primary_language(t)); };
  std::string const a = member(tag), b = member(other);
  return std::any_of(std::begin(clusters), std::end(clusters),
                     [&](std::string_view cluster) { return contains(cluster, a) && contains(cluster, b); });
}

std::string told_by_words(std::string_view letters, std::string_view tag) {
  if ((tag == "zu" || tag == "nr") && is_northern_ndebele(letters)) return "nd";
  if (tag == "ar" && is_tashelhit(letters)) return "shi-Arab";
  std::vector<Tally> tallies = choices(tag == "cnr" ? "bs" : tag);
  if (tallies.empty()) return std::string(tag);
  take_words(letters, [&](std::string_view word) {
    for (Telltale const& telltale : telltales) {
      if (!contains(telltale.words, word)) continue;
      for (Tally& tally : tallies)
        if (contains(telltale.tags, fmt::format(" {} ", tally.tag))) ++tally.words;
    }
  });
  std::stable_sort(tallies.begin(), tallies.end(),
                   [](Tally const& a, Tally const& b) { return a.words > b.words; });
  bool const is_clear = tallies[0].words >= 2 && tallies[0].words > tallies[1].words + tallies[1].words / 8;
  return std::string(is_clear ? tallies[0].tag : tag);
}

}  // namespace ms::language
