#include "read/people.hpp"

#include <algorithm>
#include <optional>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace ms::read {
namespace {

bool is_trim(char32_t c) {
  return text::is_white_space(c) || text::is_default_ignorable(c) || c == ',' || c == ';' || c == ':' ||
         c == '.' || c == '|' || c == '-' || c == 0x2013 || c == 0x2014 || c == 0xB7 || c == 0x2022 ||
         c == 0x60C || c == 0x3001 || c == '/' || c == '(' || c == ')' || c == '[' || c == ']' ||
         c == 0xFF08 || c == 0xFF09 || c == 0x3010 || c == 0x3011 || c == '*' || c == '=' || c == 0xFF1D ||
         c == 0xFF1A || c == 0x3000 || c == '_' || c == '+';
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_trim(text::code_point_at(text, 0).value))
    text.remove_prefix(text::code_point_at(text, 0).length);
  while (!text.empty()) {
    text::CodePoint const last = text::code_point_before(text, text.size());
    if (!is_trim(last.value)) break;
    // An initial keeps its full stop: "Mary B."
    bool const is_initial = last.value == '.' && text.size() >= 3 && text[text.size() - 3] == ' ';
    if (is_initial) break;
    text.remove_suffix(last.length);
  }
  return text;
}

/// Small words inside of names.
bool is_particle(std::string_view word) {
  constexpr std::string_view particles[] = {"de",  "da",  "do",  "dos", "das",  "del", "della", "di",  "du",
                                            "des", "van", "von", "der", "den",  "ten", "ter",   "la",  "le",
                                            "el",  "al",  "bin", "ibn", "bint", "y",   "e",     "zu",  "zur",
                                            "vom", "af",  "av",  "ap",  "mac",  "st.", "san",   "dit", "ould",
                                            "ben", "d'",  "l'",  "'t",  "op",   "het", "in't",  "i"};
  return std::ranges::find(particles, word) != std::end(particles);
}

/// Words that name a task, not a person; a byline often has one after the name.
bool is_task(std::string_view word) {
  constexpr std::string_view tasks[] = {"editor",
                                        "correspondent",
                                        "reporter",
                                        "writer",
                                        "journalist",
                                        "columnist",
                                        "staff",
                                        "news",
                                        "desk",
                                        "team",
                                        "chief",
                                        "political",
                                        "senior",
                                        "bureau",
                                        "agency",
                                        "contributor",
                                        "redakteur",
                                        "redakteurin",
                                        "redaktion",
                                        "korrespondent",
                                        "korrespondentin",
                                        "reporterin",
                                        "chefredakteur",
                                        "journaliste",
                                        "rédaction",
                                        "correspondant",
                                        "correspondante",
                                        "redacción",
                                        "redacao",
                                        "redação",
                                        "corresponsal",
                                        "redactor",
                                        "redactora",
                                        "periodista",
                                        "redazione",
                                        "corrispondente",
                                        "giornalista",
                                        "redactie",
                                        "verslaggever",
                                        "redacteur",
                                        "correspondente",
                                        "jornalista",
                                        "корреспондент",
                                        "обозреватель",
                                        "редактор",
                                        "редакция",
                                        "журналист",
                                        "кореспондент",
                                        "оглядач",
                                        "redakcja",
                                        "dziennikarz",
                                        "muhabir",
                                        "editör",
                                        "newsroom",
                                        "online",
                                        "politics",
                                        "business",
                                        "sports",
                                        "sport",
                                        "science",
                                        "health",
                                        "environment",
                                        "economics",
                                        "diplomatic",
                                        "chef",
                                        "herausgeber",
                                        "freie",
                                        "freier",
                                        "autor",
                                        "autorin",
                                        "author",
                                        "fotos",
                                        "photos",
                                        "enviado",
                                        "enviada",
                                        "corresponsales",
                                        "editora",
                                        "reporter:",
                                        "journalisten",
                                        "toimittaja",
                                        "kirjeenvaihtaja",
                                        "redaktør",
                                        "korrespondentti",
                                        "reportér",
                                        "redaktor",
                                        "redaktorka",
                                        "dopisovatel",
                                        "novinar",
                                        "novinarka",
                                        "dopisnik",
                                        "tudósító",
                                        "szerkesztő",
                                        "újságíró",
                                        "corespondent",
                                        "žurnalist",
                                        "toimetaja",
                                        "ajakirjanik",
                                        "wartawan",
                                        "mwandishi",
                                        "inviato",
                                        "inviata",
                                        "envoyé",
                                        "envoyée",
                                        "reporterka",
                                        "korespondent",
                                        "sportredacteur",
                                        "politiek",
                                        "verslaggeefster",
                                        "ekonomireporter",
                                        "politikreporter",
                                        "reportero",
                                        "repórter",
                                        "jornal"};
  return std::ranges::find(tasks, text::folded(word)) != std::end(tasks);
}

bool is_cased(char32_t c) {
  text::Script const script = text::script_of(c);
  return script == text::script_tag("Latn") || script == text::script_tag("Cyrl") ||
         script == text::script_tag("Grek") || script == text::script_tag("Armn");
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t start = 0;
  for (text::CodePointAt const c : text::code_points(text)) {
    if (!text::is_white_space(c.value)) continue;
    if (c.offset > start) words.push_back(text.substr(start, c.offset - start));
    start = c.end();
  }
  if (start < text.size()) words.push_back(text.substr(start));
  return words;
}

/// The beginning of `text` that is a name, empty when none is.
std::string_view name_at_start(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || text.size() > 160) return {};
  std::vector<std::string_view> const words = words_of(text);
  std::size_t taken = 0, capitals = 0, characters = 0;
  bool const cased = is_cased(text::code_point_at(words.front(), 0).value);
  for (std::string_view const word : words) {
    char32_t const first = text::code_point_at(word, 0).value;
    bool has_strange = word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos;
    for (text::CodePointAt const c : text::code_points(word)) {
      has_strange = has_strange || text::is_digit(c.value) || c.value == '"' || c.value == '?' ||
                    c.value == '!' || c.value == ':';
      characters += text::is_letter(c.value);
    }
    // A bracket after the name: a place, an office.
    if (has_strange || is_task(trimmed(word)) ||
        (taken > 0 && (word.front() == '(' || word.starts_with("（"))))
      break;
    bool const is_capital =
        text::is_upper(first) || (word.size() > 2 && (word[1] == '\'' || word.substr(1).starts_with("’")));
    if (cased && !is_capital && !is_particle(text::folded(word)) && !text::is_opening(first)) break;
    capitals += is_capital;
    ++taken;
    // The name ends with its word: "Smith, …"
    if (word.ends_with(',') || word.ends_with(';')) break;
  }
  // Not "von der" alone at the end.
  while (cased && taken > 0 && !text::is_upper(text::code_point_at(words[taken - 1], 0).value) &&
         is_particle(text::folded(words[taken - 1])))
    --taken;
  if (taken == 0 || taken > 6 || characters < 2 || (cased && (capitals == 0 || characters > 60)) ||
      (!cased && characters > 32))
    return {};
  char const* const end = words[taken - 1].data() + words[taken - 1].size();
  return trimmed(text.substr(0, static_cast<std::size_t>(end - text.data())));
}

/// "AND" is "and".
bool is_same(std::string_view text, std::string_view word) {
  return text == word || (text.size() == word.size() && text::folded(text) == word);
}

/// Cuts at commas, at marks that part names, and at words that join them.
std::vector<std::string_view> pieces_of(std::string_view text, Vocabulary const& vocabulary) {
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size();) {
    text::CodePoint const c = text::code_point_at(text, at);
    std::size_t cut = 0;
    if (c.value == ',' || c.value == ';' || c.value == '|' || c.value == '/' || c.value == '&' ||
        c.value == '+' || c.value == 0x60C || c.value == 0x3001 || c.value == 0xB7 || c.value == 0x318D ||
        c.value == 0x2022 || c.value == 0x30FB || c.value == 0xFF0C || c.value == 0xFF0F ||
        c.value == 0xFF5C || c.value == '\t')
      cut = c.length;
    // A middle dot joins the parts of foreign names in Chinese and Japanese.
    bool const is_inside_name = (c.value == 0xB7 || c.value == 0x30FB) && at > start &&
                                at + c.length < text.size() && text[at - 1] != ' ' &&
                                text[at + c.length] != ' ';
    if (is_inside_name) cut = 0;
    for (std::string const& word : vocabulary.conjunctions())
      if (cut == 0 && c.value == ' ' && word.size() > 2 && is_same(text.substr(at, word.size()), word))
        cut = word.size();
    if (cut > 0) {
      if (at > start) pieces.push_back(text.substr(start, at - start));
      start = at + cut;
    }
    at += cut > 0 ? cut : c.length;
  }
  if (start < text.size()) pieces.push_back(text.substr(start));
  return pieces;
}

/// In Arabic and Hebrew "and" is a letter before the next name: "ليلى حداد وسامي النجار". Where that name
/// begins after the letter, or nothing, since many names begin with it.
std::optional<base::Range> joined_letter(std::string_view piece) {
  constexpr std::string_view own[] = {"وليد", "وائل",   "وفاء", "وسام",   "وسيم",   "وجدي",
                                      "وهبة", "وردة",   "وداد", "ولاء",   "وجيه",   "وحيد",
                                      "ودود", "ورود",   "وصال", "ורד",    "ורדה",   "ויקי",
                                      "וילי", "ויויאן", "ויטל", "ויליאם", "ויקטור", "ויקטוריה"};
  std::vector<std::string_view> const words = words_of(piece);
  for (std::size_t i = 2; i + 1 < words.size(); ++i) {
    char32_t const first = text::code_point_at(words[i], 0).value;
    if ((first != U'و' && first != U'ו') || words[i].size() < 6 || words[i].starts_with("וו") ||
        std::ranges::find(own, words[i]) != std::end(own))
      continue;
    auto const start = static_cast<std::size_t>(words[i].data() - piece.data());
    return base::Range{start, start + 2};
  }
  return std::nullopt;
}

/// Pieces, cut once more where a letter joins two names.
std::vector<std::string_view> names_of(std::string_view text, Vocabulary const& vocabulary) {
  std::vector<std::string_view> names;
  for (std::string_view piece : pieces_of(text, vocabulary)) {
    while (std::optional<base::Range> const letter = joined_letter(piece)) {
      names.push_back(piece.substr(0, letter->start));
      piece = piece.substr(letter->end);
    }
    names.push_back(piece);
  }
  return names;
}

/// "Fotos", "Kuvat": what stands before the names of photographers.
bool is_photo_word(std::string_view word, Vocabulary const& vocabulary) {
  std::string const line = std::string(word) + ": x";
  return vocabulary.labels(Key(line)).begins(Word::photo).has_value();
}

/// What stands around names in a byline and is none: a place before them ("서울=", "(Reuters)"), the word for
/// those who took the photographs and all after it.
std::string_view without_surroundings(std::string_view text, Vocabulary const& vocabulary) {
  if (std::size_t const mark = text.find('='); mark != std::string_view::npos && mark + 1 < text.size())
    text = text.substr(mark + 1);
  if (std::size_t const end = text.find(')');
      text.starts_with('(') && end != std::string_view::npos && !trimmed(text.substr(end)).empty())
    text = text.substr(end + 1);
  std::vector<std::string_view> const words = words_of(text);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i].starts_with('(') || !is_photo_word(trimmed(words[i]), vocabulary)) continue;
    return text.substr(0, static_cast<std::size_t>(words[i].data() - text.data()));
  }
  return text;
}

/// "Jonas Klein (Fotos)"
bool is_photographer(std::string_view piece, Vocabulary const& vocabulary) {
  std::size_t const open = piece.find('('), close = piece.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return false;
  return is_photo_word(piece.substr(open + 1, close - open - 1), vocabulary);
}

/// "台北報導": where it was written.
bool is_dispatch(std::string_view name) {
  constexpr std::string_view ends[] = {"報導", "报导", "报道", "報道", "電", "讯", "訊"};
  return std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); });
}

/// " in Lisbon", after a name
bool is_place(std::string_view text) {
  constexpr std::string_view before[] = {"in", "at", "from", "à",  "en", "aus", "em", "w",
                                         "v",  "ve", "din",  "из", "с",  "в",   "te"};
  std::vector<std::string_view> const words = words_of(text);
  if (words.size() < 2 || words.size() > 4 || std::ranges::find(before, words.front()) == std::end(before))
    return false;
  return std::ranges::all_of(words.begin() + 1, words.end(), [](std::string_view word) {
    return text::is_upper(text::code_point_at(word, 0).value);
  });
}

/// A day is no name: "כ׳ בשבט תשפ״ה".
bool has_month(std::string_view name, Vocabulary const& vocabulary) {
  std::vector<std::string_view> const words = words_of(name);
  if (words.size() < 2 || is_cased(text::code_point_at(name, 0).value)) return false;
  return std::ranges::any_of(words, [&](std::string_view word) { return vocabulary.month(word) != 0; });
}

}  // namespace

bool begins_with_task(std::string_view text) {
  std::vector<std::string_view> const words = words_of(text);
  return !words.empty() && is_task(trimmed(words.front()));
}

bool is_agency(std::string_view name) {
  if (name.size() > 2 && name.starts_with('(') && name.ends_with(')')) name = name.substr(1, name.size() - 2);
  constexpr std::string_view agencies[] = {
      "ap",     "afp",    "dpa",     "apa",      "efe",       "ansa",     "lusa",   "belga",
      "anp",    "ntb",    "tt",      "ritzau",   "pap",       "čtk",      "tasr",   "hina",
      "mti",    "bta",    "tass",    "тасс",     "риа",       "upi",      "pti",    "ani",
      "aap",    "pa",     "kna",     "epd",      "sid",       "ats",      "lusa",   "europa press",
      "xinhua", "ians",   "reuters", "agencies", "bloomberg", "stt",      "bns",    "leta",
      "sta",    "tanjug", "fena",    "agerpres", "mediafax",  "interfax", "antara", "bernama"};
  return std::ranges::find(agencies, text::folded(name)) != std::end(agencies);
}

std::vector<doc::Person> people_in(std::string_view text, Vocabulary const& vocabulary, doc::Role role) {
  std::vector<doc::Person> people;
  for (std::string_view const piece : names_of(without_surroundings(text, vocabulary), vocabulary)) {
    if (role == doc::Role::author && is_photographer(piece, vocabulary)) continue;
    if (role == doc::Role::author && is_agency(trimmed(piece))) {
      people.push_back({std::string(trimmed(piece)), doc::Role::agency});
      continue;
    }
    std::string_view const name = name_at_start(piece);
    if (!name.empty() && (has_month(name, vocabulary) || is_dispatch(name))) continue;
    if (name.empty()) {
      if (!people.empty()) break;  // what follows the names: a place, a task, a date
      continue;
    }
    doc::Person person{std::string(name), role};
    if (std::ranges::find(people, person) == people.end()) people.push_back(std::move(person));
    if (people.size() == 8) break;
  }
  return people;
}

bool is_byline_names(std::string_view rest, Vocabulary const& vocabulary) {
  rest = trimmed(without_surroundings(rest, vocabulary));
  if (rest.empty() || rest.size() > 200) return false;
  // "Ana Ruiz; photographs by Tom Field", "Ana Ruiz | Staff Writer"
  for (std::string_view const mark : {"; ", " | ", " · ", " • ", "／"})
    if (std::size_t const end = rest.find(mark); end != std::string_view::npos && end > 0)
      return is_byline_names(rest.substr(0, end), vocabulary);
  std::vector<doc::Person> const people = people_in(rest, vocabulary);
  if (people.empty()) return false;
  std::size_t names = 0;
  for (doc::Person const& person : people) names += person.name.size();
  // "Jon King, News Reporter": names, and after the comma a task.
  std::string_view const after = trimmed(rest.substr(std::min(rest.size(), people.back().name.size())));
  bool const has_task = people.size() == 1 && rest.starts_with(people.front().name) && !after.empty() &&
                        rest.substr(people.front().name.size()).starts_with(',') &&
                        is_task(trimmed(words_of(after).front()));
  if (has_task && rest.size() < 120) return true;
  bool const has_capitals = is_cased(text::code_point_at(rest, 0).value);
  return has_capitals ? names * 2 >= rest.size() : names * 3 >= rest.size() * 2 && words_of(rest).size() <= 5;
}

bool is_only_names(std::string_view text, Vocabulary const& vocabulary) {
  std::size_t names = 0, others = 0;
  for (std::string_view const piece : names_of(text, vocabulary)) {
    std::string_view const rest = trimmed(piece);
    if (rest.empty()) continue;
    std::string_view const name = name_at_start(rest);
    std::size_t const words = words_of(name).size();
    // "AP", "dpa", and after the names a task.
    if ((names > 0 || others == 0) && is_agency(rest)) {
      ++others;
      continue;
    }
    if (name.empty() && names > 0 && is_task(trimmed(words_of(rest).front()))) continue;
    if (name.size() < rest.size() && words >= 2 && words <= 4 && is_place(rest.substr(name.size()))) {
      ++names;
      continue;
    }
    if (name != rest || words < 2 || words > 5 || !is_cased(text::code_point_at(name, 0).value)) return false;
    ++names;
  }
  return names >= 1 && names + others <= 4;
}

bool may_be_name(std::string_view text) {
  constexpr std::size_t longest_word = 14;
  if (text.empty() || text.size() > 120 || is_cased(text::code_point_at(text, 0).value)) return false;
  std::vector<std::string_view> const words = words_of(text);
  if (words.size() < 2 || words.size() > 4) return false;
  return std::ranges::all_of(words, [](std::string_view word) {
    std::size_t letters = 0, others = 0;
    for (text::CodePointAt const c : text::code_points(word)) {
      letters += text::is_letter(c.value);
      others += !text::is_letter(c.value) && !text::is_mark(c.value) && !text::is_default_ignorable(c.value);
    }
    return letters >= 2 && letters <= longest_word && others == 0;
  });
}

}  // namespace ms::read
