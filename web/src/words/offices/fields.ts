/** What posts are for: the English words, the Turkish ones, the Russian ones (nominative, or nominative/genitive/dative where no rule gives them). */
export const FIELDS = `
agriculture|tarım|сельское хозяйство/сельского хозяйства/сельскому хозяйству
arms control|silahların denetimi|контроль над вооружениями/контроля над вооружениями/контролю над вооружениями
American affairs|Amerika işleri|американские дела/американских дел/американским делам
Arab affairs|Arap işleri|арабские дела/арабских дел/арабским делам
African affairs|Afrika işleri|дела Африки/дел Африки/делам Африки
Eurasian affairs|Avrasya işleri|дела Евразии/дел Евразии/делам Евразии
European affairs|Avrupa işleri|европейские дела/европейских дел/европейским делам
European Union affairs|Avrupa Birliği işleri|дела Евросоюза/дел Евросоюза/делам Евросоюза
European integration|Avrupa ile bütünleşme|европейская интеграция
Palestinian affairs|Filistin işleri|дела палестинцев/дел палестинцев/делам палестинцев
boundary and ocean affairs|sınır ve okyanus işleri|дела границ и океана/дел границ и океана/делам границ и океана
budget|bütçe|бюджет
business|iş dünyası|предпринимательство
Brexit|Brexit|брексит
Silencing the Guns|“Silahları Susturma” girişimi|инициатива «Заставить пушки замолчать»/инициативы «Заставить пушки замолчать»/инициативе «Заставить пушки замолчать»
captives and missing|esirler ve kayıplar|пленные и пропавшие/пленных и пропавших/пленным и пропавшим
cabinet affairs|kabine işleri|дела кабинета/дел кабинета/делам кабинета
children and armed conflict|çocuklar ve silahlı çatışmalar|дети и вооружённые конфликты/детей и вооружённых конфликтов/детям и вооружённым конфликтам
children's rights|çocuk hakları|права ребёнка/прав ребёнка/правам ребёнка
civil aviation|sivil havacılık|гражданская авиация
climate|iklim|климат
climate change|iklim değişikliği|изменение климата
cohesion|uyum|сплочение
commerce|ticaret|торговля
communications|iletişim|связь/связи/связи
communities|topluluklar|общины
competition|rekabet|конкуренция
contacts with the Karabakh Armenians|Karabağ Ermenileriyle temaslar|контакты с карабахскими армянами/контактов с карабахскими армянами/контактам с карабахскими армянами
conflict prevention|çatışma önleme|предотвращение конфликтов
counter-terrorism|terörle mücadele|борьба с терроризмом
countering the PKK|PKK ile mücadele|борьба с РПК
crisis management|kriz yönetimi|кризисное урегулирование
cultural cooperation|kültürel iş birliği|культурное сотрудничество
culture|kültür|культура
customs and trade|gümrük ve ticaret|таможня и торговля/таможни и торговли/таможне и торговле
defence|savunma|оборона
defence affairs|savunma işleri|вопросы обороны/вопросов обороны/вопросам обороны
defence industry|savunma sanayii|оборонная промышленность/оборонной промышленности/оборонной промышленности
development|kalkınma|развитие
diaspora|diaspora|диаспора
digital development|dijital kalkınma|цифровое развитие/цифрового развития/цифровому развитию
digital transformation|dijital dönüşüm|цифровая трансформация
disarmament|silahsızlanma|разоружение
economy|ekonomi|экономика
education|eğitim|образование
employment|istihdam|занятость/занятости/занятости
energy|enerji|энергетика
energy and water|enerji ve su|энергетика и водные ресурсы/энергетики и водных ресурсов/энергетике и водным ресурсам
enlargement|genişleme|расширение
environment|çevre|окружающая среда
equality|eşitlik|равенство/равенства/равенству
equality and crisis management|eşitlik ve kriz yönetimi|равенство и кризисное урегулирование/равенства и кризисного урегулирования/равенству и кризисному урегулированию
external relations|dış ilişkiler|внешние связи/внешних связей/внешним связям
extrajudicial executions|yargısız infazlar|внесудебные казни/внесудебных казней/внесудебным казням
family|aile|дела семьи/дел семьи/делам семьи
finance|maliye|финансы/финансов/финансам
financial services|mali hizmetler|финансовые услуги/финансовых услуг/финансовым услугам
fisheries|balıkçılık|рыболовство/рыболовства/рыболовству
foreign affairs|dışişleri|иностранные дела/иностранных дел/иностранным делам
foreign|dışişleri|иностранные дела/иностранных дел/иностранным делам
foreign policy|dış politika|внешняя политика/внешней политики/внешней политике
foreign policy and security|dış politika ve güvenlik|внешняя политика и безопасность/внешней политики и безопасности/внешней политике и безопасности
foreign intelligence|dış istihbarat|внешняя разведка/внешней разведки/внешней разведке
freedom of the media|medya özgürlüğü|свобода СМИ
global communications|küresel iletişim|глобальные коммуникации/глобальных коммуникаций/глобальным коммуникациям
government activities in the territories|topraklardaki hükûmet faaliyetleri|действия правительства на территориях/действий правительства на территориях/действиям правительства на территориях
health|sağlık|здравоохранение
heritage|kültürel miras|наследие
higher education|yükseköğretim|высшее образование/высшего образования/высшему образованию
home affairs|içişleri|внутренние дела/внутренних дел/внутренним делам
home|içişleri|внутренние дела/внутренних дел/внутренним делам
hostage|rehineler|заложники/заложников/заложникам
hostages|rehineler|заложники/заложников/заложникам
intelligence|istihbarat|разведка
external affairs|dışişleri|иностранные дела/иностранных дел/иностранным делам
agricultural|tarım|сельское хозяйство/сельского хозяйства/сельскому хозяйству
defence intelligence|savunma istihbaratı|военная разведка/военной разведки/военной разведке
international relations|uluslararası ilişkiler|международные отношения/международных отношений/международным отношениям
the Colombian peace process|Kolombiya barış süreci|мирный процесс в Колумбии/мирного процесса в Колумбии/мирному процессу в Колумбии
the Mindanao talks|Mindanao görüşmeleri|переговоры по Минданао/переговоров по Минданао/переговорам по Минданао
hostage affairs|rehine işleri|дела заложников/дел заложников/делам заложников
human rights|insan hakları|права человека/прав человека/правам человека
humanitarian|insani yardım|гуманитарная помощь/гуманитарной помощи/гуманитарной помощи
humanitarian affairs|insani işler|гуманитарные вопросы/гуманитарных вопросов/гуманитарным вопросам
humanitarian issues|insani konular|гуманитарные вопросы/гуманитарных вопросов/гуманитарным вопросам
immigration|göç|иммиграция
industrial strategy|sanayi stratejisi|промышленная стратегия
industry|sanayi|промышленность/промышленности/промышленности
industry and energy|sanayi ve enerji|промышленность и энергетика/промышленности и энергетики/промышленности и энергетике
industry and trade|sanayi ve ticaret|промышленность и торговля/промышленности и торговли/промышленности и торговле
infrastructure|altyapı|инфраструктура
innovation|yenilik|инновации/инноваций/инновациям
interior|içişleri|внутренние дела/внутренних дел/внутренним делам
internal market|iç pazar|внутренний рынок/внутреннего рынка/внутреннему рынку
international affairs|uluslararası ilişkiler|международные дела/международных дел/международным делам
international cooperation|uluslararası iş birliği|международное сотрудничество/международного сотрудничества/международному сотрудничеству
international development|uluslararası kalkınma|международное развитие/международного развития/международному развитию
international partnerships|uluslararası ortaklıklar|международное партнёрство/международного партнёрства/международному партнёрству
investment|yatırım|инвестиции/инвестиций/инвестициям
investment and economic cooperation|yatırım ve ekonomik iş birliği|инвестиции и экономическое сотрудничество/инвестиций и экономического сотрудничества/инвестициям и экономическому сотрудничеству
irrigation|sulama|ирригация
Israeli-Palestinian negotiations|İsrail-Filistin müzakereleri|израильско-палестинские переговоры/израильско-палестинских переговоров/израильско-палестинским переговорам
jobs|istihdam|занятость/занятости/занятости
justice|adalet|юстиция
Korean peninsula|Kore Yarımadası|Корейский полуостров/Корейского полуострова/Корейскому полуострову
Korean peninsula peace|Kore Yarımadası’nda barış|мир на Корейском полуострове/мира на Корейском полуострове/миру на Корейском полуострове
labour|çalışma|труд
law|hukuk|право/права/праву
legal affairs|hukuk işleri|правовые вопросы/правовых вопросов/правовым вопросам
mainland affairs|anakara işleri|дела материкового Китая/дел материкового Китая/делам материкового Китая
maritime affairs|denizcilik|морские дела/морских дел/морским делам
migration|göç|миграция
military intelligence|askerî istihbarat|военная разведка/военной разведки/военной разведке
mines|maden|горная промышленность/горной промышленности/горной промышленности
national minorities|ulusal azınlıklar|дела национальных меньшинств/дел национальных меньшинств/делам национальных меньшинств
national security|ulusal güvenlik|национальная безопасность/национальной безопасности/национальной безопасности
normalisation with Armenia|Ermenistan ile normalleşme|нормализация отношений с Арменией/нормализации отношений с Арменией/нормализации отношений с Арменией
normalisation with Turkey|Türkiye ile normalleşme|нормализация отношений с Турцией/нормализации отношений с Турцией/нормализации отношений с Турцией
nuclear|nükleer program|ядерная программа
parliamentary affairs|meclis işleri|дела парламента/дел парламента/делам парламента
peace|barış|мир/мира/вопросам мира
peace and security|barış ve güvenlik|мир и безопасность/мира и безопасности/вопросам мира и безопасности
peacekeeping|barış gücü operasyonları|операции по поддержанию мира/операций по поддержанию мира/операциям по поддержанию мира
planning|planlama|планирование
policing|polis|полиция
political affairs|siyasi işler|политические вопросы/политических вопросов/политическим вопросам
political affairs and peace|siyasi işler ve barış|политические вопросы и мир/политических вопросов и мира/политическим вопросам и вопросам мира
public affairs|kamu işleri|общественные связи/общественных связей/общественным связям
reconciliation|uzlaşma|примирение
refugee affairs|mülteci işleri|дела беженцев/дел беженцев/делам беженцев
refugees|mülteciler|дела беженцев/дел беженцев/делам беженцев
regional integration|bölgesel bütünleşme|региональная интеграция
regional policy|bölgesel politika|региональная политика
reintegration|yeniden bütünleşme|реинтеграция
relations with Japan|Japonya ile ilişkiler|отношения с Японией/отношений с Японией/отношениям с Японией
religious affairs|din işleri|дела религий/дел религий/делам религий
research|araştırma|исследования/исследований/исследованиям
sanctions|yaptırımlar|санкции/санкций/санкциям
science|bilim|наука
security|güvenlik|безопасность/безопасности/безопасности
settlements|yerleşimler|поселения/поселений/поселениям
sexual violence in conflict|çatışmalarda cinsel şiddet|сексуальное насилие в конфликтах/сексуального насилия в конфликтах/сексуальному насилию в конфликтах
social affairs|sosyal işler|социальные дела/социальных дел/социальным делам
strategic affairs|stratejik işler|стратегические дела/стратегических дел/стратегическим делам
strategic industries|stratejik sanayiler|стратегические отрасли/стратегических отраслей/стратегическим отраслям
taxation|vergilendirme|налоги/налогов/налогам
the Belgrade-Pristina dialogue|Belgrad-Priştine diyaloğu|диалог Белграда и Приштины/диалога Белграда и Приштины/диалогу Белграда и Приштины
the Middle East peace process|Orta Doğu barış süreci|ближневосточное урегулирование/ближневосточного урегулирования/ближневосточному урегулированию
the Tigray peace process|Tigray barış süreci|мирный процесс в Тыграе/мирного процесса в Тыграе/мирному процессу в Тыграе
the Tigray and Congo peace processes|Tigray ve Kongo barış süreçleri|мирные процессы в Тыграе и Конго/мирных процессов в Тыграе и Конго/мирным процессам в Тыграе и Конго
the capital territory|başkent bölgesi|столичная территория
the prevention of genocide|soykırımın önlenmesi|предотвращение геноцида
the southern neighbourhood|güney komşuluğu|южное соседство/южного соседства/южному соседству
Caucasus negotiations|Kafkasya müzakereleri|переговоры по Кавказу/переговоров по Кавказу/переговорам по Кавказу
tourism|turizm|туризм
trade|ticaret|торговля
transport|ulaştırma|транспорт
transport and energy|ulaştırma ve enerji|транспорт и энергетика/транспорта и энергетики/транспорту и энергетике
treasury|hazine|финансы/финансов/финансам
Ukraine's recovery|Ukrayna’nın yeniden inşası|восстановление Украины
unification|birleşme|объединение
Venezuelan migrants|Venezuelalı göçmenler|мигранты из Венесуэлы/мигрантов из Венесуэлы/мигрантам из Венесуэлы
youth|gençlik|дела молодёжи/дел молодёжи/делам молодёжи
youth and sports|gençlik ve spor|дела молодёжи и спорта/дел молодёжи и спорта/делам молодёжи и спорта
the Caucasus and Central Asia|Kafkasya ve Orta Asya|Кавказ и Центральная Азия
the Black Sea grain initiative|Karadeniz tahıl girişimi|Черноморская зерновая инициатива/Черноморской зерновой инициативы/Черноморской зерновой инициативе
Mediterranean|Akdeniz|Средиземноморье
diplomatic|diplomasi|дипломатические вопросы/дипломатических вопросов/дипломатическим вопросам
environment and climate|çevre ve iklim|окружающая среда и климат/окружающей среды и климата/окружающей среде и климату
sport|spor|спорт
public security|kamu güvenliği|общественная безопасность/общественной безопасности/общественной безопасности
information|enformasyon|информация
oil|petrol|нефть/нефти/нефти
housing|konut|жильё/жилья/жилью
women|kadın|дела женщин/дел женщин/делам женщин
water|su|водные ресурсы/водных ресурсов/водным ресурсам
forestry|ormancılık|лесное хозяйство/лесного хозяйства/лесному хозяйству
veterans|gaziler|дела ветеранов/дел ветеранов/делам ветеранов
technology|teknoloji|технологии/технологий/технологиям
democracy|demokrasi|демократия
cyber security|siber güvenlik|кибербезопасность/кибербезопасности/кибербезопасности
non-proliferation|yayılmanın önlenmesi|нераспространение
natural resources|doğal kaynaklar|природные ресурсы/природных ресурсов/природным ресурсам
electricity|elektrik|электроэнергетика
sports|spor|спорт
public service|kamu hizmeti|государственная служба/государственной службы/государственной службе
public policy|kamu politikası|государственная политика/государственной политики/государственной политике
public health|halk sağlığı|общественное здоровье/общественного здоровья/общественному здоровью
public works|bayındırlık|общественные работы/общественных работ/общественным работам
strategic communications|stratejik iletişim|стратегические коммуникации/стратегических коммуникаций/стратегическим коммуникациям
railways|demir yolları|железные дороги/железных дорог/железным дорогам
aviation|havacılık|авиация
shipping|deniz taşımacılığı|судоходство/судоходства/судоходству
tax|vergi|налоги/налогов/налогам
welfare|sosyal yardım|социальное обеспечение/социального обеспечения/социальному обеспечению
social security|sosyal güvenlik|социальное обеспечение/социального обеспечения/социальному обеспечению
mining|madencilik|горная промышленность/горной промышленности/горной промышленности
petroleum|petrol|нефть/нефти/нефти
fuel|yakıt|топливо/топлива/топливу
space|uzay|космос
telecommunications|telekomünikasyon|связь/связи/связи
minorities|azınlıklar|дела меньшинств/дел меньшинств/делам меньшинств
veterans' affairs|gazi işleri|дела ветеранов/дел ветеранов/делам ветеранов
rural development|kırsal kalkınma|развитие села/развития села/развитию села
urban development|kentsel gelişim|городское развитие/городского развития/городскому развитию
economic development|ekonomik kalkınma|экономическое развитие/экономического развития/экономическому развитию
economic affairs|ekonomik işler|экономические вопросы/экономических вопросов/экономическим вопросам
local government|yerel yönetimler|местное самоуправление/местного самоуправления/местному самоуправлению
national defence|millî savunma|национальная оборона/национальной обороны/национальной обороне
war crimes|savaş suçları|военные преступления/военных преступлений/военным преступлениям
energy security|enerji güvenliği|энергетическая безопасность/энергетической безопасности/энергетической безопасности
`;

/** Places that are no party: the English name, the Turkish one, the Russian one. */
export const PLACES = `
Abu Dhabi|Abu Dabi|Абу-Даби
Aceh|Açe|Ачех
Adjara|Acara|Аджария
Africa|Afrika|Африка
Alberta|Alberta|Альберта
Ankara|Ankara|Анкара
Balkh|Belh|Балх
Balochistan|Belucistan|Белуджистан
Baghdad|Bağdat|Багдад
Batken|Batken|Баткен
Bavaria|Bavyera|Бавария
Belgorod|Belgorod|Белгород
Bosnia|Bosna Hersek|Босния и Герцеговина
Britain|Birleşik Krallık|Великобритания
the United Kingdom|Birleşik Krallık|Великобритания
Bryansk|Bryansk|Брянская область/Брянской области
Krasnodar|Krasnodar|Краснодарский край
Mykolaiv|Mıkolayiv|Николаевская область/Николаевской области
Rostov|Rostov|Ростовская область/Ростовской области
California|Kaliforniya|Калифорния
Carabobo|Carabobo|Карабобо
Catalonia|Katalonya|Каталония
Central Africa|Orta Afrika|Центральная Африка
Central Asia|Orta Asya|Центральная Азия
Chechnya|Çeçenistan|Чечня
Chisinau|Kişinev|Кишинёв/Кишинёва
Constantinople|Konstantinopolis|Константинополь
Crimea|Kırım|Крым
Darfur|Darfur|Дарфур
Delhi|Delhi|Дели
Dnipropetrovsk|Dnipropetrovsk|Днепропетровская область/Днепропетровской области
Donetsk|Donetsk|Донецкая область/Донецкой области
Dushanbe|Duşanbe|Душанбе
East Timor|Doğu Timor|Восточный Тимор
Erbil|Erbil|Эрбиль
Europe|Avrupa|Европа
Florida|Florida|Флорида
Gagauzia|Gagavuzya|Гагаузия
Gaza|Gazze|Газа
Geneva|Cenevre|Женева
Greenland|Grönland|Гренландия
Hadramout|Hadramut|Хадрамаут
Herat|Herat|Герат
Hong Kong|Hong Kong|Гонконг
Ingushetia|İnguşetya|Ингушетия
Israel and Palestine|İsrail ve Filistin|Израиль и Палестина
Istanbul|İstanbul|Стамбул
Ivory Coast|Fildişi Sahili|Кот-д'Ивуар
Jammu and Kashmir|Cemmu ve Keşmir|Джамму и Кашмир
Jubaland|Jubaland|Джубаленд
Kathmandu|Katmandu|Катманду/Катманду
Karabakh|Karabağ|Карабах
Nagorno-Karabakh|Dağlık Karabağ|Нагорный Карабах
Kharkiv|Harkiv|Харьков
Kherson|Herson|Херсон
Khyber Pakhtunkhwa|Hayber Pahtunhva|Хайбер-Пахтунхва
Kosovo and Metohija|Kosova ve Metohiya|Косово и Метохия
Kursk|Kursk|Курская область/Курской области
Kursk region|Kursk bölgesi|Курская область/Курской области
Leningrad region|Leningrad bölgesi|Ленинградская область/Ленинградской области
Kyiv|Kiev|Киев
Latin America|Latin Amerika|Латинская Америка
Luhansk|Luhansk|Луганская область/Луганской области
Lviv|Lviv|Львов/Львова
Macedonia|Makedonya|Македония
Melitopol|Melitopol|Мелитополь
Minnesota|Minnesota|Миннесота
Moscow|Moskova|Москва
Moscow region|Moskova bölgesi|Московская область/Московской области
Nangarhar|Nangarhar|Нангархар
New York|New York|Нью-Йорк
North Kivu|Kuzey Kivu|Северное Киву/Северного Киву
Northern Ireland|Kuzey İrlanda|Северная Ирландия
Odesa|Odesa|Одесса
Omsk region|Omsk bölgesi|Омская область/Омской области
Ontario|Ontario|Онтарио
Punjab|Pencap|Пенджаб
Saint Petersburg|Sankt-Peterburg|Санкт-Петербург
Scotland|İskoçya|Шотландия
Serbia and Kosovo|Sırbistan ve Kosova|Сербия и Косово
Sevastopol|Sivastopol|Севастополь
Shusha|Şuşa|Шуша
Sughd|Suğd|Согдийская область/Согдийской области
Tatarstan|Tataristan|Татарстан
Tbilisi|Tiflis|Тбилиси
Texas|Teksas|Техас
Tigray|Tigray|Тыграй
Tokyo|Tokyo|Токио
Transnistria|Transdinyester|Приднестровье
Uttar Pradesh|Uttar Pradeş|Уттар-Прадеш/Уттар-Прадеш
Vienna|Viyana|Вена
Warsaw|Varşova|Варшава
West Africa|Batı Afrika|Западная Африка
West Bengal|Batı Bengal|Западная Бенгалия
Western Sahara|Batı Sahra|Западная Сахара
Yerevan|Erivan|Ереван
Zaporozhye|Zaporijya|Запорожская область/Запорожской области
the Americas|Amerika kıtası|Америка
the Arctic|Arktika|Арктика
the Caspian|Hazar bölgesi|Каспий
the Caucasus|Kafkasya|Кавказ
the Congo|Kongo|Конго
the Czech Republic|Çekya|Чехия
the Democratic Republic of the Congo|Demokratik Kongo Cumhuriyeti|ДР Конго
the Eastern Mediterranean|Doğu Akdeniz|Восточное Средиземноморье/Восточного Средиземноморья/Восточному Средиземноморью
the Eastern Partnership|Doğu Ortaklığı|Восточное партнёрство/Восточного партнёрства/Восточному партнёрству
the Great Lakes|Büyük Göller bölgesi|район Великих озёр/района Великих озёр/району Великих озёр
the Gulf|Körfez|Персидский залив/Персидского залива/Персидскому заливу
the Horn of Africa|Afrika Boynuzu|Африканский Рог/Африканского Рога/Африканскому Рогу
the Korean Peninsula|Kore Yarımadası|Корейский полуостров
the Middle East|Orta Doğu|Ближний Восток/Ближнего Востока/Ближнему Востоку/Ближним Востоком/Ближнем Востоке
southern Thailand|Güney Tayland|юг Таиланда/юга Таиланда/югу Таиланда/югом Таиланда/юге Таиланда
Middle East|Orta Doğu|Ближний Восток/Ближнего Востока/Ближнему Востоку/Ближним Востоком/Ближнем Востоке
the North-West Frontier Province|Kuzeybatı Sınır Eyaleti|Северо-Западная пограничная провинция
the Pacific|Pasifik|Тихий океан/Тихого океана/Тихоокеанскому региону
the Palestinian territories|Filistin toprakları|Палестинские территории/Палестинских территорий/Палестинским территориям
the Palestinians|Filistinliler|палестинцы/палестинцев/палестинцам
the Sahel|Sahel|Сахель
the South Caucasus|Güney Kafkasya|Южный Кавказ
the UAE|BAE|ОАЭ
the West Bank|Batı Şeria|Западный берег
the Western Balkans|Batı Balkanlar|Западные Балканы/Западных Балкан/Западным Балканам
`;

/** Organisations to which ambassadors are accredited: Russian has them "by" these, and not "in". */
export const ORGANISATIONS = `
the African Union|Afrika Birliği|Африканский союз
the COE|Avrupa Konseyi|Совет Европы
the OAS|Amerikan Devletleri Örgütü|ОАГ
the OECD|OECD|ОЭСР
the IAEA|UAEA|МАГАТЭ
the United Nations in Geneva|Cenevre’deki BM Ofisi|отделение ООН в Женеве/отделения ООН в Женеве/отделению ООН в Женеве/отделением ООН в Женеве/отделении ООН в Женеве
the United Nations|BM|ООН
the Security Council|BM Güvenlik Konseyi|Совет Безопасности
the Holy See|Vatikan|Святой Престол
international organisations in Vienna|Viyana’daki uluslararası kuruluşlar|международные организации в Вене/международных организаций в Вене/международным организациям в Вене/международными организациями в Вене/международных организациях в Вене
the European Union|AB|Евросоюз
the East African Community|Doğu Afrika Topluluğu|Восточноафриканское сообщество/Восточноафриканского сообщества/Восточноафриканскому сообществу
the United Nations in Vienna|Viyana’daki BM Ofisi|отделение ООН в Вене/отделения ООН в Вене/отделению ООН в Вене/отделением ООН в Вене/отделении ООН в Вене
`;
