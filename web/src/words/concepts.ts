/** Concepts by which sentences are compared: the value, the word in Turkish, the word in Russian. */
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
