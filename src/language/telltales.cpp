#include "language/telltales.hpp"

namespace ms::language {
namespace {

constexpr std::string_view groups[] = {
    " bs hr sr-Latn ",  " id ms ",    " fa fa-AF ", " st tn nso ",
    " zu nd nr xh ss ", " nb nn da ", " rw rn ",    " ast es ",
};

constexpr Telltale lists[] = {
    // Serbian has e where Croatian and Bosnian have ije and je.
    {" sr-Latn ",
     " vreme gde ovde negde uvek mesto mesta mestu deo dela delu dve dece reč reči rekao videti vest "
     "vesti svet sveta svetu telo cela celo celu čovek čoveka primer mera mere mleko reka reke leto "
     "sledeći sledeće sledećeg poslednji poslednje poslednjih bezbednost bezbednosti zahtev zahteva "
     "nedelja nedelje nedelju ponedeljak sreda sredu mesec meseca meseci predsednik predsednika "
     "predsednica predsedniku pre posle delimično rešenje rešenja promena promene takođe uopšte srećan "
     "srećna bezbednosne opšti opšte opšteg svetski svetske svetskog svetska veruje veruju vera želela "
     "želeli videla videli živeti živela živeli umreti razumeti bela bele beloj beli mleka sneg snega "
     "deteta detetu decom decu deca devojka devojke devojčica delovati delovanje mesecima nedelji "
     "izmena izmene zamenik zamenika osećaj osećaju sever severna severne severnoj sednica sednice "
     "sednici ocenio ocenila cena cene cenu vetar vetra dole levo levi smena smer smeru lekar lekari "
     "lekara lekova lekove hleb vek veka veku verovatno verovatnoća obaveštenje obavestio nasleđe "
     "nemačka nemački nemačke nemačkoj uspeh uspeha uspeo uspela uspeli avgust avgusta biće imaće "
     "moraće sprečiti odelo rečima čoveku pesma pesme pesnik svedok svedoci svedočenje svedoka vežbe "
     "primeri primera razmene razmena promenu primenu primena primene potera zameniti odeljenje "
     "odeljenja odeljenju mesečno nedeljno posledica posledice "},
    {" hr bs ",
     " vrijeme gdje ovdje negdje uvijek mjesto mjesta mjestu dio dijela dijelu dvije djece djeca riječ "
     "riječi vidjeti vijest vijesti svijet svijeta svijetu tijelo cijela cijelo cijelu čovjek čovjeka "
     "primjer mjera mjere mlijeko rijeka rijeke ljeto sljedeći sljedeće sljedećeg posljednji "
     "posljednje posljednjih zahtjev zahtjeva nedjelja nedjelje nedjelju ponedjeljak srijeda srijedu "
     "mjesec mjeseca mjeseci predsjednik predsjednika predsjednica predsjedniku prije poslije "
     "djelomično rješenje rješenja promjena promjene također uopće sretan sretna sretni sigurnost "
     "sigurnosti sigurnosne opći opće općeg svjetski svjetske svjetskog svjetska vijeće vijeća vijeću "
     "vijećnici vjeruje vjeruju vjera razumije htjela željela željeli vidjela vidjeli živjeti živjela "
     "živjeli umrijeti umrijeli razumjeti bijela bijele bijeloj bijeli mlijeka snijeg snijega djeteta "
     "djetetu djecom djecu djevojka djevojke djevojčica djelo djela djelovati djelovanje mjesecima "
     "nedjelji izmjena izmjene zamjenik zamjenika osjećaj osjećaju sjever sjeverna sjeverne sjevernoj "
     "sjednica sjednice sjednici ocijenio ocijenila cijena cijene cijenu vjetar vjetra ljeta ljetu "
     "dolje svugdje lijepo lijepa lijevo lijevi smjena smjer smjeru izvještaj izvještaja izvještaju "
     "izvještaje "},
    {" hr ",
     " tko netko nitko svatko tisuća tisuće tisuću tjedan tjedna tjedana tjednu tijekom sveučilište "
     "sveučilišta zrakoplov zrakoplova europska europske europski europskoj izvješće izvješća izvješću "
     "priopćenje priopćenju priopćio priopćila obitelj obitelji siječnja veljače ožujka travnja "
     "svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca povijest povijesti "
     "sustav sustava utjecaj utjecaja tvrtka tvrtke tvrtki milijun milijuna gospodarstvo gospodarstva "
     "gospodarski glazba glazbe ravnatelj znanstvenici znanstvenik suradnja suradnje uvjet uvjeti "
     "uvjeta točno točka točke uporaba uporabe osobito odvjetnik odvjetnici redarstvo promet prometa "
     "vlak vlaka kazalište europe europu europi europom sudac suca sucu sucem sudionik sudionika "
     "sudionici sudjelovati sudjelovao natjecanje natjecanja natjecanju momčad momčadi redatelj "
     "redateljica veleposlanik veleposlanika liječnik liječnika liječnici prosvjed prosvjeda prosvjede "
     "prosvjednici prosvjednika tvornica tvornice tvornici opskrba opskrbe računalo računala djelatnik "
     "djelatnici djelatnika tisak tisku izbornik prigoda pozornost pozornosti razina razine razini "
     "razinu unatoč sukladno stoljeće stoljeća stoljeću desetljeće desetljeća znanost znanosti "
     "znanstveni znanstvena usporedbi usporedba milijuni milijunima kemija kaos španjolska španjolski "
     "španjolske nizozemska suglasnost vjerojatno vjerojatnost ovisi ovisno ovisnosti proračun "
     "proračuna poduzeti poduzeće promatrač promatrači promatrati istaknuo istaknula tužitelj "
     "tužitelja tužiteljstvo glazbeni glazbenik putovnica putovnice ljekarna uredu ureda gledom "
     "izravno izravne skupina skupine skupini skupinu vrtić uvjete uvjetima nakana žitelji počinitelj "
     "počinitelja dužnosnik dužnosnici dužnosnika dužnosnike voditelj voditeljica zastupnik zastupnici "
     "zastupnika zastupnički priopćili izvijestio izvijestila izvijestili tvrtku tvrtkama nogometaš "
     "nogometaši tajnik tajnica postrojba postrojbe zračna zračne luka "},
    {" bs sr-Latn ",
     " šta ko neko niko hiljada hiljade hiljadu sedmica sedmice sedmici tokom univerzitet univerziteta "
     "avion aviona evropska evropske evropski evropskoj izveštaj izveštaja saopštenje saopštenju "
     "saopštio porodica porodice januara februara marta aprila maja juna jula septembra oktobra "
     "novembra decembra fudbal fudbalski istorija istorije sistem sistema uticaj uticaja kompanija "
     "kompanije milion miliona ekonomija ekonomije muzika muzike direktor naučnici naučnik saradnja "
     "saradnje uslov uslovi uslova tačno tačka tačke upotrebe naročito advokat advokati saobraćaj voz "
     "voza pozorište sudija sudije sudiji sudijom učesnik učesnici učesnika učestvovati učestvovao "
     "takmičenje takmičenja takmičenju ekipa ekipe ambasador ambasadora ambasada ambasade protest "
     "protesta protesti demonstranti demonstranata fabrika fabrike fabrici računar računara decenija "
     "decenije decenijama nauka nauke nauci naučni naučna poređenje poređenju milioni milionima haos "
     "hemija španija španije holandija saglasnost zavisi zavisno budžet budžeta preduzeti preduzeće "
     "preduzeća posmatrač posmatrači istakao istakla tužilac tužioca tužilaštvo muzički muzičar pasoš "
     "pasoši desio desilo desila desiti zvaničnik zvaničnici zvaničnika zvaničnike zvanično zvanični "
     "poslanik poslanici poslanika kancelarija kancelarije kancelariji evropu evropi evropom evropskih "
     "evropskog sekretar sekretara pozorišta sistemu sistemi spoljni hrišćanski rukovodilac "
     "rukovodstvo rukovodilaca uslove uslovima kompaniju kompanijom takmičari štampa štampi "
     "finansijski finansijska finansijske finansije advokata direktora direktorica vozova aerodrom "
     "aerodroma aerodromu hapšenje uhapšen uhapšena uhapšeni "},
    {" id ",
     " bahwa karena bisa uang mobil kantor sebuah polisi perusahaan pemerintah miliar persen setelah "
     "mulai resmi berbeda coba universitas kebijakan senin jumat kamis inggris serikat eropa prancis "
     "maret juni juli agustus desember saat dokter listrik pekan yaitu musim semi gugur mengatakan "
     "pria gubernur walikota internasional nasional informasi tim pertandingan rekor bensin pabrik "
     "sepeda bandara paspor konferensi kondisi aktivitas kualitas komunitas fasilitas identitas butuh "
     "obat koran merek pajak pengadilan jaksa tersangka korban tewas tentara militer nomor topan badai "
     "sore terjadi saja enggak cina tiongkok rusia jerman kongres departemen kampanye kandidat pemilu "
     "anggaran bisnis karyawan kasus rapat warga ratusan ribuan jutaan mengungkapkan pekerjaan "
     "menyatakan ilmuwan peneliti riset gratis bioskop koneksi produksi televisi stasiun polusi kulkas "
     "ponsel telepon handuk kursi pengacara terdakwa persentase gugatan digugat mantan perawat "
     "politisi politikus foto situs aplikasi akun unggah diunggah "},
    {" ms ",
     " bahawa kerana wang pejabat polis syarikat kerajaan bilion peratus bandar selepas rasmi berbeza "
     "cuba universiti isnin jumaat ahad khamis inggeris eropah perancis mac jun julai ogos disember "
     "iaitu ialah hospital doktor elektrik mahu semasa awak daripada manakala sahaja beliau ramai "
     "gabenor antarabangsa maklumat perlawanan rekod petrol kilang basikal persidangan aktiviti "
     "kualiti komuniti kemudahan identiti ubat akhbar jenama cukai mahkamah pendakwa suspek mangsa "
     "tentera ketenteraan nombor taufan ribut petang ejen kempen calon belanjawan perniagaan kes "
     "mesyuarat saintis penyelidik penyelidikan percuma pawagam pengeluaran televisyen stesen "
     "pencemaran telefon tuala kerusi kasut peguam tertuduh saman bekas jururawat ahli sesawang "
     "pegawai memberitahu dijangka minit maklum bagaimanapun sekiranya pelbagai kanak kelmarin semalam "
     "agensi parlimen bantah membantah mengundi undi kereta "},
    {" fa ",
     " ژانویه فوریه مارس آوریل ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر پلیس دلار درصد خودرو "
     "بیمارستان تلفن میلیون میلیارد دانشگاه شهردار استان استانی شهرداری رایانه کامپیوتر پرستار اینترنت "
     "اتومبیل "},
    {" fa-AF ",
     " جنوری فبروری مارچ اپریل جون جولای اگست آگست سپتمبر اکتوبر نومبر دسمبر پولیس دالر فیصد موتر "
     "شفاخانه تیلفون ملیون ملیارد پوهنتون شاروال ولسوالی ولایت ولایات داکتر داکتران سرک کمپیوتر انترنت "
     "نرس صدراعظم سکتور پوهنحی "},
    {" st ",
     " ho hore haeba empa jwalo kapa jwaloka hobane hae ha etsa jwale sebaka selemo hodimo kajeno "
     "haholo "},
    {" tn ",
     " fa kgotsa jaaka jalo dingwe gonne ntse bone jo jwa kwa fela rona tsotlhe botlhe botlhokwa "
     "tshwanetse jaanong kgonagalo gompieno mongwe thata bontsi "},
    {" nso ",
     " ge gomme goba eupša bjalo tšeo yeo bjo tša gobane ye bja bjona tše tšwa bjale moka gona lego "
     "swanetše šoma mošomo lehono kudu "},
    {" bs ",
     " historija historije historiju historiji historijski historijska lahko mehko kahva hljeb općina "
     "općine općini općinski općinsko vjerovatno vjerovatnoća uposlenik uposlenici uposlenika "
     "saopćenje saopćenja saopćeno saopćila saopćio august augusta ljekar ljekari ljekara ljekare "
     "bosanski bosanske hefta dženaza rahmetli mahrama bezbjednost bezbjednosti bezbjednosne "
     "vanjskopolitički saopćenju "},
    {" zu ",
     " futhi abaningi eziningi okuningi kaningi amaningi unyaka onyakeni ngonyaka izwe ezweni lezwe "
     "usuku ukushaya ukubheka bheka ngesonto angeke ngokusho isitsha ngase ngenkathi okwamanje okumele "
     "nokuthi nabantu nezinye namanje nomphakathi nokho nakuba kungani ingxenye izingxenye "},
    {" nd ",
     " kumbe loba nxa nanxa abanengi ezinengi okunengi kanengi amanengi inengi lenengi umnyaka "
     "emnyakeni ngomnyaka ilizwe elizweni lelizwe yikho ukukhangela khangela ukutshaya watshaya "
     "sokutsho okutsho kutsho ukutsho laye labantu lezinye lokuthi lakanye labanye hatshi khathesi "
     "khathesinje ikanti langokunye lanxa wathini ngitsho lanini bonkana zinengi "},
    {" nr ",
     " begodu namkha kodwana lokha kobana bonyana nanyana umtlolo imitlolo ngebanga umraro imiraro woke "
     "yoke soke loke zoke koke boke inomboro ilwazi ubujamo ngombana angeze azange kwaka kwamambala "
     "utjho batjho watjho itjhaba isitjhaba tjhugulula amatjhugululo imbiko isikhathesi ngesikhathesi "
     "abosolwazi nofana ukuragela "},
    {" xh ",
     " okanye kwaye xa ngokuba kwakhona apho umntu yaye nangona ngoku uluhlu nceda ukwenzela ingaba "
     "ubomi umhla ngomhla iinkcukacha urhulumente isixa rhoqo malunga "},
    {" ss ",
     " nome kutsi futsi kepha bantfu umuntfu tintfo lokunye sikhatsi lesikhatsi ngesikhatsi tisebenti "
     "lonkhe onkhe tonkhe emanti libito tindlela lokutsi tsine bakitsi eveni indzaba tindzaba incenye "
     "indvodza umtfwana bantfwana umtsetfo hulumende ngekwe nangabe "},
    {" da ",
     " af efter mellem uden blev bliver hvad nogle noget mig dig sig ud ind op hjælp mand børn arbejde "
     "arbejder igen dage uger procent vej veje sikkerhed mulighed frihed virksomhed virksomheder "
     "samfund undersøgelse præsident præsidenten gennem siger sagde dog nyheder køb købe tage fortsat "
     "bange overfor sidste bedste kaldt kaldes lidt "},
    {" nb ",
     " ble blir hva noen noe mye sier dager uker prosent vei veier sikkerhet mulighet frihet gjør gjøre "
     "fikk uten mer mest neste siste beste nyheter kjøpe ta litt virksomhet undersøkelse undersøkelsen "
     "annet annen "},
    {" nb nn ",
     " av etter mellom seg meg deg ut inn opp hjelp mann arbeid mot igjen gjennom samfunn president sa "},
    {" nb da ", " ikke fra jeg de hvor hvordan hvorfor være bare flere hele selv hvem hvilken hvilke "},
    {" nn ",
     " ikkje eit dei frå vart vert vere vore meir mykje kva korleis kvifor kvar kven kor eg noko nokon "
     "nokre berre sjølv sjølve seier fleire gjer gjera heile dagar veker utan same namn tidlegare "
     "høgre sidan òg skule kvarandre ynskjer saman medan kome komen fann gjekk fekk nyleg trur ein "},
    {" rw ",
     " cyangwa cyane ibyo ibyi byose icyo icyi cyose ubwo byari byaba bya yavuze yagize avuze cyari cya "
     "iby "},
    {" rn ", " canke cane ivyo ivyi vyose ico ici vyari vyaba vya uno uyo arivyo vyinshi ivy navyo "},
    {" ast ",
     " nun ye tamién nel daqué munchu muncho munches xente llugar entá yá asina esti dempués pol pola "
     "polos poles fai yera llingua ficheru ficheros equí esisten xunto llista llonxitú "},
    {" es ",
     " no es también algo mucho mucha muchas gente lugar todavía ya así este después hace lengua aquí "
     "los las hay fue archivo lista "},
    {" zu ss nd ", " noma uma njengoba "},
    {" tn nso ", " go gore gape gagwe "},
};

}  // namespace

std::span<std::string_view const> groups_of_look_alikes() {
  return groups;
}
std::span<Telltale const> telltales() {
  return lists;
}

}  // namespace ms::language
