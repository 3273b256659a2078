/** Offices as the gazetteer and the coder call them, and concepts by which sentences are compared: the value, the word in Turkish, the word in Russian. */
export const OFFICES = `
president|cumhurbaşkanı|президент
prime minister|başbakan|премьер-министр
foreign minister|dışişleri bakanı|министр иностранных дел
defence minister|savunma bakanı|министр обороны
interior minister|içişleri bakanı|министр внутренних дел
finance minister|maliye bakanı|министр финансов
energy minister|enerji bakanı|министр энергетики
justice minister|adalet bakanı|министр юстиции
economy minister|ekonomi bakanı|министр экономики
trade minister|ticaret bakanı|министр торговли
transport minister|ulaştırma bakanı|министр транспорта
industry minister|sanayi bakanı|министр промышленности
oil minister|petrol bakanı|министр нефти
minister|bakan|министр
opposition leader|muhalefet lideri|лидер оппозиции
leader|lider|лидер
speaker of parliament|meclis başkanı|спикер парламента
chief of the general staff|genelkurmay başkanı|начальник генерального штаба
army chief|ordu komutanı|главнокомандующий
intelligence chief|istihbarat başkanı|глава разведки
commander|komutan|командующий
deputy secretary-general|genel sekreter yardımcısı|заместитель генерального секретаря
assistant secretary-general|genel sekreter yardımcısı|помощник генерального секретаря
executive secretary|icra sekreteri|исполнительный секретарь
managing director|genel müdür|директор-распорядитель
chief negotiator|başmüzakereci|главный переговорщик
agriculture minister|tarım bakanı|министр сельского хозяйства
culture minister|kültür bakanı|министр культуры
education minister|eğitim bakanı|министр образования
health minister|sağlık bakanı|министр здравоохранения
environment minister|çevre bakanı|министр окружающей среды
development minister|kalkınma bakanı|министр развития
information minister|enformasyon bakanı|министр информации
minister for Europe|Avrupa işlerinden sorumlu bakan|министр по делам Европы
minister of public security|kamu güvenliği bakanı|министр общественной безопасности
acting foreign minister|dışişleri bakan vekili|исполняющий обязанности министра иностранных дел
acting prime minister|başbakan vekili|исполняющий обязанности премьер-министра
first deputy prime minister|başbakan birinci yardımcısı|первый вице-премьер
deputy spokesperson of the foreign ministry|dışişleri bakanlığı sözcü yardımcısı|заместитель официального представителя МИД
spokesperson of the prime minister|başbakanlık sözcüsü|пресс-секретарь премьер-министра
spokesperson of the national security council|ulusal güvenlik konseyi sözcüsü|представитель совета национальной безопасности
spokesperson of the Pentagon|Pentagon sözcüsü|представитель Пентагона
chief cabinet secretary|kabine başsekreteri|генеральный секретарь кабинета министров
deputy secretary of state|dışişleri bakan yardımcısı|заместитель госсекретаря
secretary of defense|savunma bakanı|министр обороны
deputy secretary of defense|savunma bakan yardımcısı|заместитель министра обороны
treasury secretary|hazine bakanı|министр финансов
energy secretary|enerji bakanı|министр энергетики
secretary of homeland security|iç güvenlik bakanı|министр внутренней безопасности
state secretary|devlet sekreteri|государственный секретарь
attorney general|başsavcı|генеральный прокурор
prosecutor general|başsavcı|генеральный прокурор
trade representative|ticaret temsilcisi|торговый представитель
director of the CIA|CIA direktörü|директор ЦРУ
director of national intelligence|ulusal istihbarat direktörü|директор национальной разведки
deputy national security adviser|ulusal güvenlik danışman yardımcısı|заместитель советника по национальной безопасности
chairman of the joint chiefs of staff|genelkurmay başkanı|председатель комитета начальников штабов
chief of staff of the White House|Beyaz Saray genel sekreteri|глава аппарата Белого дома
supreme allied commander Europe|Avrupa müttefik kuvvetler başkomutanı|главнокомандующий силами НАТО в Европе
vice chairman of the central military commission|merkezî askerî komisyon başkan yardımcısı|заместитель председателя Центрального военного совета
navy chief|deniz kuvvetleri komutanı|командующий ВМС
air force chief|hava kuvvetleri komutanı|командующий ВВС
border service chief|sınır teşkilatı başkanı|глава пограничной службы
adviser to the president|cumhurbaşkanı danışmanı|советник президента
aide to the president|cumhurbaşkanı yardımcısı|помощник президента
adviser to the opposition leader|muhalefet liderinin danışmanı|советник лидера оппозиции
chairman of the election commission|seçim komisyonu başkanı|председатель избирательной комиссии
chairman of the parliamentary foreign affairs committee|meclis dışişleri komisyonu başkanı|председатель комитета парламента по международным делам
chairman|başkan|председатель
chief executive|icra kurulu başkanı|глава администрации
first lady|cumhurbaşkanının eşi|первая леди
member of the presidency|devlet başkanlığı üyesi|член президиума
leader of the transitional government|geçiş hükûmeti lideri|глава переходного правительства
president of the European Parliament|Avrupa Parlamentosu başkanı|председатель Европейского парламента
vice-president of the European Commission|Avrupa Komisyonu başkan yardımcısı|заместитель председателя Еврокомиссии
co-chair of the Minsk Group|Minsk Grubu eş başkanı|сопредседатель Минской группы
head of UNMIK|UNMIK başkanı|глава МООНК
special representative for Afghanistan|Afganistan özel temsilcisi|специальный представитель по Афганистану
special representative for Somalia|Somali özel temsilcisi|специальный представитель по Сомали
special representative for Iraq|Irak özel temsilcisi|специальный представитель по Ираку
special representative for Central Asia|Orta Asya özel temsilcisi|специальный представитель по Центральной Азии
special envoy for the Middle East|Orta Doğu özel temsilcisi|специальный представитель по Ближнему Востоку
special envoy for Syria|Suriye özel temsilcisi|специальный представитель по Сирии
special envoy for Sudan|Sudan özel temsilcisi|специальный представитель по Судану
ambassador to the United Nations|BM daimî temsilcisi|постоянный представитель при ООН
deputy ambassador to the United Nations|BM daimî temsilci yardımcısı|заместитель постоянного представителя при ООН
ambassador|büyükelçi|посол
envoy|temsilci|посланник
special envoy|özel temsilci|специальный представитель
special envoy for Ukraine|Ukrayna özel temsilcisi|специальный представитель по Украине
special envoy for Belarus|Belarus özel temsilcisi|специальный представитель по Белоруссии
envoy to the trilateral contact group|üçlü temas grubu temsilcisi|представитель в трёхсторонней контактной группе
spokesperson|sözcü|официальный представитель
spokesperson of the president|cumhurbaşkanlığı sözcüsü|пресс-секретарь президента
spokesperson of the foreign ministry|dışişleri bakanlığı sözcüsü|официальный представитель МИД
spokesperson of the defence ministry|savunma bakanlığı sözcüsü|официальный представитель минобороны
spokesperson of the government|hükûmet sözcüsü|представитель правительства
spokesperson of the army|ordu sözcüsü|представитель армии
deputy foreign minister|dışişleri bakan yardımcısı|заместитель министра иностранных дел
deputy defence minister|savunma bakan yardımcısı|заместитель министра обороны
deputy prime minister|başbakan yardımcısı|вице-премьер
deputy assistant secretary of state|dışişleri bakan yardımcısı vekili|заместитель помощника госсекретаря
vice president|cumhurbaşkanı yardımcısı|вице-президент
acting president|cumhurbaşkanı vekili|исполняющий обязанности президента
secretary-general|genel sekreter|генеральный секретарь
director-general|genel direktör|генеральный директор
secretary of state|dışişleri bakanı|государственный секретарь
under secretary of state|dışişleri bakan yardımcısı|заместитель госсекретаря
assistant secretary of state|dışişleri bakan yardımcısı|помощник госсекретаря
foreign secretary|dışişleri bakanı|министр иностранных дел
minister of state for foreign affairs|dışişlerinden sorumlu devlet bakanı|государственный министр по иностранным делам
high representative for foreign affairs|dış politika yüksek temsilcisi|верховный представитель по иностранным делам
national security adviser|ulusal güvenlik danışmanı|советник по национальной безопасности
secretary of the security council|güvenlik konseyi sekreteri|секретарь совета безопасности
chief of the presidential administration|cumhurbaşkanlığı idaresi başkanı|глава администрации президента
adviser to the head of the presidential office|cumhurbaşkanlığı ofisi başkanının danışmanı|советник главы офиса президента
central bank governor|merkez bankası başkanı|глава центрального банка
president of the parliamentary assembly|parlamenter meclis başkanı|председатель парламентской ассамблеи
president of the General Assembly|genel kurul başkanı|председатель генеральной ассамблеи
president of the European Commission|Avrupa Komisyonu başkanı|председатель Еврокомиссии
chairperson-in-office|dönem başkanı|действующий председатель
unification minister|birleşme bakanı|министр объединения
member of congress|kongre üyesi|член конгресса
member of parliament|milletvekili|депутат парламента
senator|senatör|сенатор
chancellor|başbakan|канцлер
king|kral|король
crown prince|veliaht prens|наследный принц
analyst|analist|аналитик
political scientist|siyaset bilimci|политолог
journalist|gazeteci|журналист
blogger|blogcu|блогер
lawyer|avukat|адвокат
human rights activist|insan hakları savunucusu|правозащитник
veteran politician|deneyimli siyasetçi|опытный политик
former foreign minister|eski dışişleri bakanı|бывший министр иностранных дел
former president|eski cumhurbaşkanı|бывший президент
former prime minister|eski başbakan|бывший премьер-министр
detainee|tutuklu|задержанный
`;

export const CONCEPTS = `
ambassador|büyükelçi|посол
embassy|büyükelçilik|посольство
consulate|konsolosluk|консульство
diplomat|diplomat|дипломат
minister|bakan|министр
president|cumhurbaşkanı|президент
premier|başbakan|премьер
parliament|meclis|парламент
opposition|muhalefet|оппозиция
delegation|heyet|делегация
spy|casus|шпион
journalist|gazeteci|журналист
citizen|yurttaş|гражданин
worker|işçi|рабочий
student|öğrenci|студент
priest|din adamı|священник
police|polis|полиция
court|mahkeme|суд
guard|muhafız|охрана
prisoner|mahkûm|заключённый
captive|esir|пленный
hostage|rehine|заложник
refugee|mülteci|беженец
migrant|göçmen|мигрант
pilgrim|hacı|паломник
meeting|buluşma|встреча
talks|müzakere|переговоры
call|telefon görüşmesi|звонок
visit|ziyaret|визит
summit|zirve|саммит
conference|konferans|конференция
receive|kabul|приём
invite|davet|приглашение
mediate|arabuluculuk|посредничество
letter|mektup|письмо
read|okuma|чтение
sign|imza|подписание
ratify|onay|ратификация
agreement|anlaşma|соглашение
declaration|bildiri|декларация
protocol|protokol|протокол
proposal|öneri|предложение
guarantee|güvence|гарантия
promise|söz verme|обещание
thank|teşekkür|благодарность
apologise|özür|извинение
praise|övgü|похвала
congratulate|kutlama|поздравление
condolence|taziye|соболезнование
support|destek|поддержка
recognise|tanıma|признание
independence|bağımsızlık|независимость
relations|ilişkiler|отношения
restore|yeniden kurma|восстановление
accuse|suçlama|обвинение
condemn|kınama|осуждение
criticise|eleştiri|критика
insult|hakaret|оскорбление
protest|protesto|протест
summon|çağırma|вызов
demand|talep|требование
reject|ret|отказ
deny|yalanlama|опровержение
warn|uyarı|предупреждение
threaten|tehdit|угроза
veto|veto|вето
vote|oylama|голосование
ultimatum|ültimatom|ультиматум
rumour|söylenti|слух
sanction|yaptırım|санкции
embargo|ambargo|эмбарго
ban|yasak|запрет
tariff|gümrük tarifesi|пошлины
expel|sınır dışı etme|высылка
recall|geri çağırma|отзыв
cancel|iptal|отмена
suspend|askıya alma|приостановка
break|koparma|разрыв
close|kapatma|закрытие
open|açma|открытие
border|sınır|граница
visa|vize|виза
asset|varlıklar|активы
arrest|tutuklama|арест
raid|baskın|обыск
seize|el koyma|захват
extradite|iade|выдача
deport|sınır dışı|депортация
pardon|af|помилование
free|serbest bırakma|освобождение
swap|takas|обмен
return|geri dönüş|возвращение
hijack|kaçırma|угон
kill|öldürme|убийство
wound|yaralama|ранение
attack|saldırı|нападение
strike|vuruş|удар
bomb|bomba|бомба
shell|top ateşi|обстрел
missile|füze|ракета
drone|insansız hava aracı|беспилотник
plane|uçak|самолёт
airline|hava yolu|авиакомпания
airspace|hava sahası|воздушное пространство
helicopter|helikopter|вертолёт
ship|gemi|корабль
tanker|tanker|танкер
fleet|filo|флот
port|liman|порт
cable|kablo|кабель
mine|mayın|мина
troops|asker|войска
base|üs|база
reservist|yedek asker|резервист
deploy|konuşlandırma|размещение
withdraw|çekilme|вывод
exercise|tatbikat|учения
ceasefire|ateşkes|перемирие
peace|barış|мир
war|savaş|война
invade|işgal|вторжение
coup|darbe|переворот
blockade|abluka|блокада
rebel|isyancı|повстанец
terror|terör|террор
nuclear|nükleer|ядерное
warhead|savaş başlığı|боеголовка
enrichment|zenginleştirme|обогащение
inspector|denetçi|инспектор
chemical|kimyasal|химическое
weapon|silah|оружие
tank|tank|танк
defence|savunma|оборона
radar|radar|радар
hack|siber saldırı|взлом
poison|zehir|отравление
election|seçim|выборы
constitution|anayasa|конституция
autonomy|özerklik|автономия
territory|toprak|территория
island|ada|остров
sea|deniz|море
river|nehir|река
dam|baraj|плотина
water|su|вода
mountain|dağ|гора
gas|gaz|газ
oil|petrol|нефть
electricity|elektrik|электроэнергия
pipeline|boru hattı|трубопровод
grain|tahıl|зерно
food|gıda|продовольствие
meat|et|мясо
fish|balık|рыба
fruit|meyve|фрукты
fertiliser|gübre|удобрения
medicine|ilaç|лекарства
narcotics|uyuşturucu|наркотики
steel|çelik|сталь
rare|nadir elementler|редкоземельные металлы
chip|çip|микросхемы
car|otomobil|автомобиль
train|tren|поезд
trade|ticaret|торговля
import|ithalat|импорт
export|ihracat|экспорт
goods|mallar|товары
market|pazar|рынок
invest|yatırım|инвестиции
company|şirket|компания
bank|banka|банк
loan|kredi|кредит
grant|hibe|грант
humanitarian|insani yardım|гуманитарная помощь
money|para|деньги
fund|fon|фонд
price|fiyat|цена
currency|para birimi|валюта
contract|sözleşme|контракт
deliver|teslimat|поставка
build|inşaat|строительство
technology|teknoloji|технология
satellite|uydu|спутник
membership|üyelik|членство
alliance|ittifak|союз
council|konsey|совет
commission|komisyon|комиссия
security|güvenlik|безопасность
cooperation|iş birliği|сотрудничество
strategic|stratejik|стратегическое
genocide|soykırım|геноцид
crimes|suçlar|преступления
rights|haklar|права
law|yasa|закон
church|kilise|церковь
language|dil|язык
minority|azınlık|меньшинство
school|okul|школа
sport|spor|спорт
media|medya|СМИ
quake|deprem|землетрясение
flood|sel|наводнение
fire|yangın|пожар
rescue|kurtarma|спасение
evacuate|tahliye|эвакуация
virus|virüs|вирус
climate|iklim|климат
monument|anıt|памятник
book|kitap|книга
fence|çit|забор
road|yol|дорога
airport|havalimanı|аэропорт
city|kent|город
village|köy|деревня
camp|kamp|лагерь
child|çocuk|ребёнок
woman|kadın|женщина
wife|eş|жена
phase|aşama|этап
joint|ortak|совместное
new|yeni|новое
regime|rejim|режим
claim|iddia|утверждение
mercenary|paralı asker|наёмник
advisor|danışman|советник
spokesman|sözcü|представитель
general|general|генерал
leader|lider|лидер
`;
