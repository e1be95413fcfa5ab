#include "unit/read/samples.hpp"

#include "text/utf8.hpp"

namespace samples {

std::vector<Article> const& articles() {
  static std::vector<Article> const all = {
      {"en",
       "Village keeps its crooked clock tower",
       {"The clock tower of Lower Wend leans three degrees further than it did last year, and the village "
        "has decided "
        "that it likes it that way. “We’d miss it if it stood straight,” said the verger.",
        "Engineers had offered to jack up the foundations for £40,000. The parish will spend half of that on "
        "a fence."}},
      {"de",
       "Dorf behält seinen schiefen Uhrturm",
       {"Der Uhrturm von Niederwende neigt sich drei Grad weiter als im vorigen Jahr, und das Dorf hat "
        "beschlossen, "
        "dass es ihn so haben will. „Gerade würde er uns fehlen“, sagte der Küster.",
        "Ingenieure hatten angeboten, das Fundament für 40.000 Euro zu heben. Nun wird nur ein Zaun "
        "gebaut."}},
      {"fr",
       "Le village garde son clocher de travers",
       {"Le clocher de Basse-Vende penche de trois degrés de plus que l’an dernier, et le village a décidé "
        "que cela lui "
        "plaisait. « Droit, il nous manquerait », dit le sacristain.",
        "Des ingénieurs avaient proposé de relever les fondations pour 40 000 euros ; on posera une "
        "clôture."}},
      {"ru",
       "Деревня оставила себе кривую башню",
       {"Башня с часами наклонилась за год ещё на три градуса, и деревня решила, что так ей больше нравится. "
        "«Прямой нам "
        "будет не хватать», — сказал сторож.",
        "Инженеры предлагали поднять фундамент за четыре миллиона рублей. Теперь поставят только забор."}},
      {"fa",
       "روستا برج کج ساعتش را نگه می‌دارد",
       {"برج ساعت روستا نسبت به سال گذشته سه درجه کج‌تر شده است و اهالی تصمیم "
        "گرفته‌اند "
        "که "
        "همین‌طور "
        "بماند. سرایدار "
        "می‌گوید: «اگر راست بود دلمان برایش تنگ می‌شد.»",
        "مهندسان پیشنهاد کرده بودند پی برج را بالا بیاورند. حالا فقط "
        "نرده‌ای "
        "دور "
        "آن "
        "می‌کشند."}},
      {"he",
       "הכפר שומר על מגדל השעון העקום",
       {"מגדל השעון של הכפר נטה השנה בעוד שלוש מעלות, והתושבים החליטו שכך הוא מוצא חן בעיניהם. ״אם יעמוד ישר "
        "נתגעגע״, "
        "אמר השמש.",
        "מהנדסים הציעו להרים את היסודות תמורת ארבעים אלף שקל. במקום זה תיבנה גדר."}},
      {"hi",
       "गाँव ने अपनी टेढ़ी घड़ी मीनार रखी",
       {"गाँव की घड़ी मीनार पिछले साल से तीन अंश और झुक गई है, और गाँव ने तय किया है कि उसे ऐसी ही पसंद है। चौकीदार ने "
        "कहा कि सीधी होती तो याद आती।",
        "अभियंताओं ने नींव उठाने का प्रस्ताव दिया था। अब केवल एक बाड़ लगेगी।"}},
      {"th",
       "หมู่บ้านเก็บหอนาฬิกาเอียงไว้",
       {"หอนาฬิกาของหมู่บ้านเอียงมากกว่าปีที่แล้วสามองศา และชาวบ้านตัดสินใจว่าชอบแบบนี้ ผู้ดูแลบอกว่าถ้ามันตั้งตรงคงคิดถึง",
        "วิศวกรเสนอจะยกฐานรากขึ้น แต่หมู่บ้านจะสร้างแค่รั้วรอบหอเท่านั้น"}},
      {"ja",
       "村は傾いた時計塔を残す",
       {"村の時計塔は去年より三度さらに傾いたが、住民はそのままがよいと決めた。「まっすぐだと寂しくなる」と管"
        "理人は話す。",
        "技術者は基礎を持ち上げる案を出していた。村は柵だけを造ることにした。"}},
      {"zh-Hans",
       "村里留下了歪斜的钟楼",
       {"村里的钟楼比去年又斜了三度，村民决定就让它这样。看门人说：“要是它站直了，我们会想念的。”",
        "工程师曾提出花四十万元抬高地基，如今村里只打算修一道栅栏。"}},
      {"ko",
       "마을은 기울어진 시계탑을 지키기로 했다",
       {"마을의 시계탑은 지난해보다 3도 더 기울었고, 주민들은 그대로 두기로 했다. 관리인은 “똑바로 서 있으면 "
        "그리울 것”이라고 "
        "말했다.",
        "기술자들은 기초를 들어 올리자고 제안했다. 이제 울타리만 세운다."}},
      {"am",
       "መንደሩ ያዘመመውን የሰዓት ማማ ጠበቀ",
       {"የመንደሩ የሰዓት ማማ ካለፈው ዓመት በሦስት ዲግሪ የበለጠ አዘመመ፤ ነዋሪዎቹም እንዲሁ እንዲቆይ ወሰኑ። ጠባቂው «ቀጥ ቢል ይናፍቀን ነበር» አለ።",
        "መሐንዲሶች መሠረቱን ለማንሳት ሐሳብ አቅርበው ነበር። አሁን አጥር ብቻ ይሠራል።"}},
  };
  return all;
}

std::string text_of(Article const& article, std::string const& separator) {
  std::string text = article.title;
  for (std::string const& paragraph : article.paragraphs) text += separator + paragraph;
  return text + "\n";
}

std::string nasty_text(Random& random) {
  constexpr char32_t pool[] = {
      ' ',     '\n',   '\r',   '\t',   0xA0,   0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x61C, 0x202A, 0x202B,
      0x202C,  0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0x301,  0x327,  0xAD,  0x2028, 0x2029,
      0x85,    '"',    '\'',   '-',    '.',    0x3000, 0x640,  0xFFFD, 0xFFFC, 0,      0x92,  0xF0B7, 0x1160,
      0xE0067, 0xFE0F, '&',    ';',    '>',    '*',    '#',    '1',    0x66B,  0x5BC,  0x5B7, 0x64B,  0x651,
      0xFB01,  0xFF76, 0xFF9E, 0xFEF3, 0x2F00, 0xE4D,  0xE32,  '\v',   '\f',   0x1B,   '[',   'm'};
  std::string text;
  std::size_t const length = 5 + random.below(400);
  while (text.size() < length) {
    std::size_t const kind = random.below(10);
    if (kind < 4) {
      ms::text::append(text, pool[random.below(std::size(pool))]);
    } else if (kind < 8) {
      std::string const& paragraph = articles()[random.below(articles().size())].paragraphs[0];
      std::u32string const letters = ms::text::to_utf32(paragraph);
      std::size_t const start = random.below(letters.size());
      text += ms::text::to_utf8(std::u32string_view(letters).substr(start, 1 + random.below(12)));
    } else if (kind < 9) {
      text += random.below(2) == 0 ? "\n\n" : "&amp;quot;";
    } else {
      ms::text::append(text, static_cast<char32_t>(random.below(0x11000)));
    }
  }
  return text;
}

std::string nasty_bytes(Random& random) {
  std::string bytes;
  std::size_t const length = random.below(600);
  bool const is_text = random.below(2) == 0;
  if (is_text) bytes = text_of(articles()[random.below(articles().size())]);
  for (std::size_t i = 0; i < length; ++i) {
    char const byte = static_cast<char>(random.below(256));
    if (is_text && i % 20 == 0)
      bytes[random.below(bytes.size())] = byte;
    else if (!is_text)
      bytes += byte;
  }
  return bytes;
}

}  // namespace samples
