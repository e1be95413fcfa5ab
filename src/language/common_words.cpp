#include "language/common_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/ensure.hpp"
#include "text/tag.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::language {
namespace {

struct CommonWords {
  std::string_view tag;
  std::string_view words;  ///< a blank before and behind each
};

// Those of the last ones are never looked for in a block: they are here for what they share with the others.
constexpr CommonWords lists[] = {
    {"en",
     " the of and to in a that is was for with he his from had are were which their has have this "
     "by at not but they been would who will more than its she her you we it be or an about after "
     "on as i all there when what them into could also said one two can any no other our only over "
     "such where while did being if him out up so because during before between against under co "},
    {"fr",
     " de la le les des et du en un une dans que qui est pour sur par pas au aux avec ce sont il "
     "plus son se ne cette ont été mais leur ses à d l qu n s c a ou elle nous sa deux ces comme "
     "même aussi être fait après avant où tout tous toutes toute entre encore sous depuis selon "
     "lors était avait très peut faire bien ans cet lui eux nos notre votre vous je si dont doit "
     "chaque droit contre avoir "},
    {"es",
     " de la el que en y los las del se un una por con para no su al lo como más pero sus le ha sin "
     "sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde "
     "está porque a o han es nos les eso quien donde puede tiene hace según tras parte personas "
     "tanto así solo sólo cada otros otra otro ese aunque mientras gran vez hoy ahora dijo ni "
     "durante contra antes después estos estas tienen hay sido están nuestro nuestra mismo misma "
     "toda todos todas segundo sur "},
    {"de",
     " der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an "
     "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum "
     "war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir sei seine seiner ihrer "
     "ihre ihr kann können doch schon sowie gegen unter ab seit damit dieser diese dieses jeder "
     "keine wenn da uns vom beim was hatte alle worden "},
    {"pt",
     " de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à "
     "seu sua ou ser quando muito nos já está também só pelo pela até isso ela entre foi são tem "
     "era depois sem mesmo aos seus é pode sobre após ainda anos disse quem onde pessoas então "
     "outro outra fazer há vai estão porque segundo pelos pelas num numa nas todos toda todo cada "
     "esta este essa esse ter qualquer deve nem durante contra antes tanto parte vez esses estes "
     "isto às lhe todas desde sido sul hoje "},
    {"it",
     " di e il la che in un una per del della non sono con dei gli nel alla più anche dal delle "
     "degli ha i le da si è al come l dell d o ma nella lo suo ai se ed questo questa stato essere "
     "sul sulla nelle negli dopo prima ancora tutti tutte ogni così già quando dove chi cui molto "
     "stata stati hanno era erano due contro durante tanto parte solo "},
    {"nl",
     " de het een van en dat niet zijn voor met op aan hij wordt ook naar maar bij is in te die er "
     "om als door over zij heeft dan nog uit worden hebben kan deze of tot ze was wel moet haar "
     "hun meer al geen na tegen tussen onder veel waar wie wat men ons ik je we heb toen alle "
     "ieder "},
    {"pl",
     " w i na z się nie że do to o jest od przez po jak za dla co ale czy tym oraz tego które który "
     "są był było jego ich która może tak także już przed tylko a jednak będzie jej podczas według "
     "został roku lat między bez nad pod gdy aby można jeszcze kiedy gdzie u ze we tych tej oni "
     "ono nas nam ma mieć każdy lub ani wszystkich innych przeciw "},
    {"vi",
     " và của là có được trong cho không các với một những người này để đã khi ông về tại đến từ ra "
     "như đó vào cũng trên năm nhiều phải sẽ bị còn theo nhưng nếu vì nên do ở hoặc mọi quyền ai "
     "mình thì rất hơn sau trước bởi việc chỉ rằng "},
    {"id",
     " yang dan di dengan untuk dari ini pada tidak dalam itu akan ke oleh juga adalah telah saya "
     "mereka ia ada bisa sebagai tersebut karena kata lebih bahwa kami atau dia seperti dapat lain "
     "setelah atas hak setiap orang secara tahun para antara harus sudah hanya "},
    {"ru",
     " и в не на что с по как это из к но за его от для то у о же был так все а мы до или при они "
     "быть также после было которые который если чтобы он она их я только уже еще ещё когда более "
     "того этого может лет году время где сам себя нас нет даже кто чем есть можно том этом эти "
     "тоже под об без были лишь потом со во будет имеет каждый своих своей свою этой ее её им них "
     "чего через себе час "},
    {"uk",
     " і в не на що з у та до за про як це від його для але по й а він було які який також під "
     "після ми або має був через вони її їх бути тільки вже ще коли більше може років році час де "
     "себе немає навіть хто ніж є можна цьому ці теж без були цей ця цього із зі кожна людина "
     "своїх того них "},
    {"ar",
     " في من على إلى أن عن التي الذي هذا هذه مع كان ما لا بين بعد كما أو إن قد لم ذلك و كل هو هي "
     "وقد قال خلال كانت بعض عند حتى أنه أنها إلا غير عليه منذ نحو أكثر أي عام فيها به لها له يوم "
     "تم لكل أية ولا وفي وأن ومن حق فيه "},
    {"fa",
     " و در به از که این را با است آن برای یک خود تا بر هم شده کرد های می او شد گفت اما یا وی نیز "
     "باید بود دارد کرده کند هیچ هر اگر بین پس مورد باشد داشته آنها نمی بی چه حق من عام "},
    {"ur",
     " کے کی میں اور سے ہے کا کو نے پر کہ یہ اس نہیں ہیں ایک بھی کر تھا لیے وہ گیا جس ان ہو تھے کیا "
     "کرنے تک یا گئی بعد ساتھ جو اپنے گی گا کسی ہر بات کہا این اگر بین بی حق "},
    {"hi",
     " के में है की और से का को पर ने हैं भी कि यह नहीं एक इस हो कर लिए किया था जो तो गया इसके साथ "
     "कहा रहे अपने करने तक तथा या वह ये बाद होने सकता उसके उनके जब अब बात गई "},
    {"gl",
     " de a o que e do da en un para con non unha os no se na por máis as dos como mais ao el das á "
     "seu súa ou ser cando moi xa está tamén só polo pola ata isto foi son ten era despois sen "
     "mesmo aos seus é nos entre durante contra antes tanto parte vez todo todos toda cada esta "
     "este pode outra outro sobre onde quen hai ter foron "},
    {"ca",
     " de la el que i a en els les del un una per amb no es al més com però ha han és són dels va "
     "ser seva aquest aquesta què també als d l s entre sobre ja durant contra abans tant part nos "
     "tot tots tota cada esta fins des "},
    {"af",
     " die van en in is het dat nie te vir met op hy as sy wat 'n aan om was hulle by sal ook of "
     "kan word uit deur maar haar deze "},
    {"sv",
     " och i att det som en på är av för med den till har de inte om ett han men var jag sig från "
     "vi så kan man när "},
    {"ro",
     " de și în a la cu o pe că nu care din un mai se pentru este au sunt fi prin sau după contra "
     "parte "},
    {"sco",
     " the o an tae in is wis for wi he his frae haed are war this bi at no but thay been that it "
     "on as "},
    {"lb", " de an den d vun ze mat dass net op fir ass am dem en eng och si gouf bei der et vu sech "},
    {"la", " et in est non ad cum ut de qui quod sed ex esse per "},
    {"oc", " de la lo los las que e en un una per amb del dels es son non dins sus pas mas "},
    {"eo", " la de kaj en al estas ne por kun el ke "},
    {"cs", " a v se na je že o s z do i to k ve pro za by ale si jako po které od který jsou "},
    {"sk", " a v sa na je že o s z do i to k vo pre za by ale si ako po ktoré od ktorý sú "},
    {"hr", " i u je na se da za su od s o a koji kao ne što iz ali "},
    {"sl", " in v je na se da za so z o pa ki kot ne ni po iz "},
    {"be",
     " і ў у не на што з да па як гэта ад яго для але а я ён было якія які таксама пад пасля мы або "
     "мае быў праз яны "},
    {"bg", " и в на да се за от с не по е са че като до ще това при което които как или след но "},
    {"mk", " и во на да се за од со не по е дека како до ќе тоа при кои или но "},
    {"sr", " и у је на да се за су од с о а који као не што из али са "},
    {"ps", " په د او چې له کې سره دي ته یې "},
    {"mr", " आणि या आहे च्या ते हे तो आहेत नाही व केली "},
    {"ne", " र छ को मा ले का हो भने पनि गरेको "},
    {"bho", " के में बा से आ कि पर ई भी "},
    {"az", " və bir bu üçün də ilə olan daha o ki ən var ya çox edir "},
    {"tr",
     " ve bir bu için da de ile olarak olan daha çok kadar sonra en gibi ne olduğunu ancak o ama "
     "her göre değil şu oldu eden ise var ya ani hak "},
    {"nb",
     " og i at er en til af det på for med de der som den har ikke et fra han var vil om kan sig "
     "men blev efter ved hun ble etter mot sa år seg "},
};
static_assert(std::size(lists) <= 64, "a bit for each");
constexpr std::size_t languages = 16;  ///< before the last ones

/// Fewer words may be a name and a title. (Measured with paragraphs in some fifty languages: none of another
/// language has both shares. Neighbours have the first, so it says nothing alone.)
constexpr std::size_t fewest_words = 10, fewest_own = 2;
constexpr std::size_t one_common_in = 5, one_own_in = 20;
/// So many words from one common word, or one of the language's own, to the next: more may be a quotation.
constexpr std::size_t longest_to_common = 9, longest_to_own = 24;

using Languages = std::uint64_t;

/// A word in lower case, letter by letter; of a longer one than any in the lists no more than that it is one.
class Word {
 public:
  void add(char c) {
    if (size_ < bytes_.size()) bytes_[size_] = c;
    ++size_;
    hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 16777619U;  // FNV-1a
  }
  void clear() {
    size_ = 0;
    hash_ = first_hash;
  }
  bool is_empty() const { return size_ == 0; }
  std::uint32_t hash() const { return hash_ ^ hash_ >> 15U; }
  /// Empty for a longer one.
  std::string_view text() const {
    return size_ <= bytes_.size() ? std::string_view(bytes_.data(), size_) : "";
  }

 private:
  static constexpr std::uint32_t first_hash = 2166136261U;
  std::array<char, 24> bytes_{};
  std::size_t size_ = 0;
  std::uint32_t hash_ = first_hash;
};

/// Calls `take` with every word.
template <typename Take>
void take_words(std::string_view utf8, Take const& take) {
  Word word;
  auto const finish = [&] {
    if (!word.is_empty()) take(word);
    word.clear();
  };
  for (std::size_t at = 0; at < utf8.size();) {
    char const c = utf8[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      base::is_ascii_letter(c) ? word.add(base::ascii_lower(c)) : finish();
      ++at;
      continue;
    }
    text::CodePoint const point = text::code_point_at(utf8, at);
    if (text::is_letter(point.value) || text::is_mark(point.value)) {
      char32_t const lower = text::lower(point.value);
      std::string other;  // than what is written, as most is not
      if (lower != point.value) text::append(other, lower);
      for (char const byte : other.empty() ? utf8.substr(at, point.length) : std::string_view(other))
        word.add(byte);
    } else {
      finish();
    }
    at += point.length;
  }
  finish();
}

/// Which languages a word is common in: a table with open addressing, less than half full.
class Lexicon {
 public:
  Lexicon() {
    for (std::size_t i = 0; i < std::size(lists); ++i)
      take_words(lists[i].words, [&](Word const& word) {
        base::ensure(!word.text().empty(), "a common word is short");
        Entry& entry = entries_[slot_of(word)];
        if (entry.word.empty())
          base::ensure(++count_ * 2 < entries_.size(), "the table of common words is large enough");
        entry.word = word.text();
        entry.languages |= Languages{1} << i;
      });
  }
  Languages of(Word const& word) const { return entries_[slot_of(word)].languages; }

 private:
  struct Entry {
    std::string word;
    Languages languages = 0;
  };
  std::size_t slot_of(Word const& word) const {
    std::size_t slot = word.hash() % entries_.size();
    while (!entries_[slot].word.empty() && entries_[slot].word != word.text())
      slot = (slot + 1) % entries_.size();
    return slot;
  }
  std::vector<Entry> entries_ = std::vector<Entry>(1 << 12);
  std::size_t count_ = 0;
};

Lexicon const& lexicon() {
  static Lexicon const made;
  return made;
}

/// How many words of a kind there are, and how far it is from one to the next, or to the ends of the text.
class Tally {
 public:
  void add(std::size_t place) {
    ++count_;
    end(place);
  }
  void end(std::size_t place) {
    farthest_ = std::max(farthest_, place - last_);
    last_ = place;
  }
  std::size_t count() const { return count_; }
  std::size_t farthest() const { return farthest_; }

 private:
  std::size_t count_ = 0, last_ = 0, farthest_ = 0;
};

}  // namespace

bool is_plainly(std::string_view utf8, std::string_view tag) {
  std::string_view const primary = text::primary_language(tag);
  auto const* const end = std::begin(lists) + languages;
  auto const* const list =
      std::find_if(std::begin(lists), end, [&](auto const& one) { return one.tag == primary; });
  if (list == end || text::script_of_tag(tag) != text::script_of_tag(primary)) return false;
  Languages const wanted = Languages{1} << (list - std::begin(lists));
  Lexicon const& words = lexicon();
  std::size_t all = 0;
  Tally common, own;
  take_words(utf8, [&](Word const& word) {
    ++all;
    Languages const found = words.of(word);
    if ((found & wanted) != 0) common.add(all);
    if (found == wanted) own.add(all);
  });
  common.end(all);
  own.end(all);
  return all >= fewest_words && own.count() >= fewest_own && common.count() * one_common_in >= all &&
         own.count() * one_own_in >= all && common.farthest() <= longest_to_common &&
         own.farthest() <= longest_to_own;
}

}  // namespace ms::language
