/** Kinds of bodies, which take what they are of or for as posts do: `mission in Ukraine`, `foreign affairs committee`. As posts are written. */
export const KINDS = `
committee|komite|komitesi|комитет|по
commission|komisyon|komisyonu|комиссия|по
council|konsey|konseyi|совет
department|daire|dairesi|департамент
bureau|büro|bürosu|бюро
office|ofis|ofisi|офис
ministry|bakanlık|bakanlığı|министерство
mission|misyon|misyonu|миссия
monitoring mission|izleme misyonu|=|наблюдательная миссия
human rights monitoring mission|insan hakları izleme misyonu|=|мониторинговая миссия по правам человека
observer mission|gözlem misyonu|=|миссия наблюдателей
advisory mission|danışma misyonu|=|консультативная миссия
embassy|büyükelçilik|büyükelçiliği|посольство
agency|ajans|ajansı|агентство
inquiry commission|soruşturma komisyonu|=|комиссия по расследованию событий
delegation|heyet|heyeti|делегация
directorate|müdürlük|müdürlüğü|управление
regional administration|bölge idaresi|=|областная администрация
city military administration|kent askerî idaresi|=|городская военная администрация
service|servis|servisi|служба
fund|fon|fonu|фонд
party|parti|partisi|партия
group|grup|grubu|группа
parliamentary group|meclis grubu|=|парламентская группа
centre|merkez|merkezi|центр
center|merkez|merkezi|центр
military district|askerî bölgesi|=|военный округ
fleet|filo|filosu|флот
high-level panel|üst düzey panel|üst düzey paneli|группа высокого уровня
High-Level Panel|üst düzey panel|üst düzey paneli|группа высокого уровня
forces|kuvvetler|kuvvetleri|силы/сил/силам/силами
US Forces|ABD kuvvetleri|=|силы США/сил США/силам США/силами США
peacekeepers|barış gücü|=|миротворцы/миротворцев/миротворцам/миротворцами
coalition against|karşıtı koalisyon|karşıtı koalisyonu|коалиция
government|hükûmet|hükûmeti|правительство
affairs office|işleri ofisi|=|канцелярия
union|birlik|birliği|союз
police|polis|polisi|полиция
navy|donanma|donanması|военно-морские силы/военно-морских сил/военно-морским силам/военно-морскими силами
aerospace force|hava-uzay kuvvetleri|=|воздушно-космические силы/воздушно-космических сил/воздушно-космическим силам/воздушно-космическими силами
`;

/** Bodies by name: the English one, the Turkish one, the Russian one (nominative; or with its genitive, dative and instrumental). */
export const NAMED = `
the Senate|Senato|Сенат
the commission|komisyon|комиссия
the presidential leadership council|Başkanlık Konseyi|Президентский совет
the presidential council|başkanlık konseyi|президентский совет
the presidency council|başkanlık konseyi|президентский совет
the transitional presidential council|geçiş dönemi başkanlık konseyi|переходный президентский совет
the supreme national security council|Yüksek Ulusal Güvenlik Konseyi|Высший совет национальной безопасности
the European Commission|Avrupa Komisyonu|Еврокомиссия
the European Council|AB Konseyi|Европейский совет
the European Parliament|Avrupa Parlamentosu|Европейский парламент
the European Central Bank|Avrupa Merkez Bankası|Европейский центральный банк
the European Investment Bank|Avrupa Yatırım Bankası|Европейский инвестиционный банк
the European Defence Agency|Avrupa Savunma Ajansı|Европейское оборонное агентство/Европейского оборонного агентства
the Eurogroup|Eurogroup|Еврогруппа
the External Action Service|Avrupa Dış Eylem Servisi|Европейская служба внешних связей
the EU Military Committee|AB Askerî Komitesi|Военный комитет ЕС
the Military Committee|Askerî Komite|Военный комитет
the military committee|askerî komite|военный комитет
the Eurasian Economic Commission|Avrasya Ekonomik Komisyonu|Евразийская экономическая комиссия
the board of the Eurasian Economic Commission|Avrasya Ekonomik Komisyonu kurulu|коллегия Евразийской экономической комиссии
the Venice Commission|Venedik Komisyonu|Венецианская комиссия
the New Development Bank|Yeni Kalkınma Bankası|Новый банк развития
the Munich Security Conference|Münih Güvenlik Konferansı|Мюнхенская конференция по безопасности
the World Food Programme|Dünya Gıda Programı|Всемирная продовольственная программа
the United Nations Office at Geneva|BM Cenevre Ofisi|отделение ООН в Женеве/отделения ООН в Женеве
the Red Cross federation|Kızılhaç Federasyonu|Федерация обществ Красного Креста
the Red Crescent|Kızılay|Красный Полумесяц
the Quartet|Orta Doğu Dörtlüsü|ближневосточный квартет
the Alliance of Civilizations|Medeniyetler İttifakı|Альянс цивилизаций
the IOM|IOM|МОМ
the ILO|ILO|МОТ
the FAO|FAO|ФАО
UNESCO|UNESCO|ЮНЕСКО
UNICEF|UNICEF|ЮНИСЕФ
UNRWA|UNRWA|БАПОР
UNHCR|BMMYK|УВКБ ООН
OCHA|OCHA|УКГВ
UNDP|UNDP|ПРООН
UNEP|UNEP|ЮНЕП
UNFPA|UNFPA|ЮНФПА
UNODC|UNODC|УНП ООН
UNOPS|UNOPS|ЮНОПС
UNCTAD|UNCTAD|ЮНКТАД
UNIDO|UNIDO|ЮНИДО
UNIFIL|UNIFIL|ВСООНЛ
UNTSO|UNTSO|ОНВУП
UNMOVIC|UNMOVIC|ЮНМОВИК
MINUSMA|MINUSMA|МИНУСМА
EULEX|EULEX|ЕВЛЕКС
KFOR|KFOR|КФОР
ISAF|ISAF|ИСАФ
ODIHR|ODIHR|БДИПЧ
UN Women|UN Women|структура «ООН-женщины»/структуры «ООН-женщины»
Frontex|Frontex|Фронтекс
CENTCOM|CENTCOM|Центральное командование США/Центрального командования США//Центральным командованием США
Central Command|Merkez Komutanlığı|Центральное командование/Центрального командования//Центральным командованием
AFRICOM|AFRICOM|Африканское командование США/Африканского командования США//Африканским командованием США
Africa Command|Afrika Komutanlığı|Африканское командование/Африканского командования//Африканским командованием
INDOPACOM|INDOPACOM|Индо-Тихоокеанское командование США/Индо-Тихоокеанского командования США//Индо-Тихоокеанским командованием США
PACOM|PACOM|Тихоокеанское командование США/Тихоокеанского командования США//Тихоокеанским командованием США
SOUTHCOM|SOUTHCOM|Южное командование США/Южного командования США//Южным командованием США
STRATCOM|STRATCOM|Стратегическое командование США/Стратегического командования США//Стратегическим командованием США
US Army Europe|ABD Avrupa Kara Kuvvetleri|Армия США в Европе
US Forces Korea|ABD Kore Kuvvetleri|силы США в Корее/сил США в Корее//силами США в Корее
the FBI|FBI|ФБР
the CIA|CIA|ЦРУ
the FSB|FSB|ФСБ
the Mossad|Mossad|Моссад
the Shin Bet|Şin Bet|Шин-Бет
MI5|MI5|МИ-5
USAID|USAID|ЮСЭЙД
RT|RT|телеканал RT/телеканала RT
Gazprom|Gazprom|«Газпром»/«Газпрома»
Rosneft|Rosneft|«Роснефть»/«Роснефти»
Rosatom|Rosatom|«Росатом»/«Росатома»
Roscosmos|Roskosmos|«Роскосмос»/«Роскосмоса»
Rostec|Rosteh|«Ростех»/«Ростеха»
Rossiya Segodnya|Rossiya Segodnya|«Россия сегодня»/«России сегодня»
Russian Railways|Rusya Demiryolları|Российские железные дороги/Российских железных дорог
the Russian Direct Investment Fund|Rusya Doğrudan Yatırım Fonu|Российский фонд прямых инвестиций
Naftogaz|Naftogaz|«Нафтогаз»/«Нафтогаза»
Ukrenergo|Ukrenergo|«Укрэнерго»
Energoatom|Energoatom|«Энергоатом»/«Энергоатома»
Srbijagas|Srbijagas|«Сербиягаз»/«Сербиягаза»
Turkmengaz|Türkmengaz|«Туркменгаз»/«Туркменгаза»
SOCAR|SOCAR|SOCAR
Aramco|Aramco|Aramco
Mubadala|Mubadala|Mubadala
PDVSA|PDVSA|PDVSA
Baykar|Baykar|Baykar
AFAD|AFAD|AFAD
TIKA|TİKA|TİKA
Sputnik Azerbaijan|Sputnik Azerbaycan|«Спутник Азербайджан»/«Спутника Азербайджан»
Telegram|Telegram|Telegram
WikiLeaks|WikiLeaks|WikiLeaks
the NOC|Ulusal Petrol Şirketi|Национальная нефтяная корпорация
the Panama Canal|Panama Kanalı|Панамский канал
the State Duma|Devlet Duması|Государственная дума
the Federation Council|Federasyon Konseyi|Совет Федерации
the Council of the Republic|Cumhuriyet Konseyi|Совет Республики
the Investigative Committee|Soruşturma Komitesi|Следственный комитет
the National Guard|Ulusal Muhafızlar|Национальная гвардия
the national guard|ulusal muhafızlar|национальная гвардия
the Workers' Party|İşçi Partisi|Трудовая партия
the Communist Party|Komünist Parti|Коммунистическая партия
the Congress party|Kongre Partisi|партия «Индийский национальный конгресс»/партии «Индийский национальный конгресс»
the ruling party|iktidar partisi|правящая партия/правящей партии
the People Power Party|Halkın Gücü Partisi|партия «Сила народа»/партии «Сила народа»
the Revolutionary Guards|Devrim Muhafızları|Корпус стражей исламской революции/Корпуса стражей исламской революции//Корпусом стражей исламской революции
the Quds Force|Kudüs Gücü|спецподразделение «Кудс»/спецподразделения «Кудс»//спецподразделением «Кудс»
Khatam al-Anbiya headquarters|Hatemülenbiya Karargâhı|штаб «Хатам аль-Анбия»/штаба «Хатам аль-Анбия»//штабом «Хатам аль-Анбия»
the Qassam Brigades|Kassam Tugayları|Бригады «Кассам»/Бригад «Кассам»//Бригадами «Кассам»
the aerospace forces|hava-uzay kuvvetleri|воздушно-космические силы/воздушно-космических сил//воздушно-космическими силами
the ground forces|kara kuvvetleri|сухопутные войска/сухопутных войск//сухопутными войсками
ground forces|kara kuvvetleri|сухопутные войска/сухопутных войск//сухопутными войсками
the armed forces|silahlı kuvvetler|вооружённые силы/вооружённых сил//вооружёнными силами
the joint forces|müşterek kuvvetler|объединённые силы/объединённых сил//объединёнными силами
airborne forces|hava indirme kuvvetleri|воздушно-десантные войска/воздушно-десантных войск//воздушно-десантными войсками
the Black Sea fleet|Karadeniz Filosu|Черноморский флот
the Central military district|Merkez Askerî Bölgesi|Центральный военный округ
the Dnepr grouping|Dnepr grubu|группировка «Днепр»/группировки «Днепр»//группировкой «Днепр»
the Fourth Division|Dördüncü Tümen|Четвёртая дивизия/Четвёртой дивизии//Четвёртой дивизией
the second army region|ikinci ordu bölgesi|второй армейский округ/второго армейского округа//вторым армейским округом
the coalition|koalisyon|коалиция
the coalition against ISIS|IŞİD karşıtı koalisyon|коалиция против ИГ/коалиции против ИГ/коалиции против ИГ/коалицией против ИГ
the coalition against Islamic State|IŞİD karşıtı koalisyon|коалиция против ИГ/коалиции против ИГ/коалиции против ИГ/коалицией против ИГ
the atomic energy organization|atom enerjisi kurumu|организация по атомной энергии
the security service|güvenlik servisi|служба безопасности
the security services|güvenlik servisleri|спецслужбы/спецслужб
the domestic intelligence service|iç istihbarat servisi|служба внутренней разведки
the border service|sınır servisi|пограничная служба
the coast guard|sahil güvenlik|береговая охрана
coast guard|sahil güvenlik|береговая охрана
the navy|deniz kuvvetleri|военно-морские силы/военно-морских сил
the air force|hava kuvvetleri|военно-воздушные силы/военно-воздушных сил
the joint chiefs of staff|genelkurmay|комитет начальников штабов/комитета начальников штабов
the joint staff|müşterek kurmay başkanlığı|объединённый штаб/объединённого штаба
the general staff|genelkurmay|генеральный штаб
military intelligence|askerî istihbarat|военная разведка/военной разведки
the presidential office|cumhurbaşkanlığı ofisi|офис президента
the presidential administration|cumhurbaşkanlığı idaresi|администрация президента
the presidency|cumhurbaşkanlığı|администрация президента
communications of the presidency|cumhurbaşkanlığı iletişim|служба коммуникаций администрации президента
the prime minister's office|başbakanlık ofisi|аппарат премьер-министра/аппарата премьер-министра
the prime minister's cabinet office|başbakanlık kabine ofisi|канцелярия премьер-министра
the president's international policy office|cumhurbaşkanlığı uluslararası politika bürosu|бюро международной политики президента
the ruling party's parliamentary group|iktidar partisinin meclis grubu|парламентская группа правящей партии
the foreign ministry's Asian bureau|dışişleri bakanlığı Asya dairesi|азиатский департамент МИД
the chancellery|başbakanlık|канцелярия
the foreign ministry|dışişleri bakanlığı|МИД
the foreign office|dışişleri bakanlığı|министерство иностранных дел
the finance ministry|maliye bakanlığı|министерство финансов
the interior ministry|içişleri bakanlığı|министерство внутренних дел
the defence ministry|savunma bakanlığı|министерство обороны
the ministry of defence|savunma bakanlığı|министерство обороны
the commerce ministry|ticaret bakanlığı|министерство торговли
the unification ministry|birleşme bakanlığı|министерство объединения
the information department|enformasyon dairesi|департамент информации
the European department|Avrupa dairesi|европейский департамент
the Africa department|Afrika dairesi|департамент Африки
the Asian department|Asya dairesi|азиатский департамент
the Asian bureau|Asya dairesi|азиатский департамент
the CIS department|BDT dairesi|департамент стран СНГ
the Latin America department|Latin Amerika dairesi|латиноамериканский департамент
the Middle East department|Orta Doğu dairesi|ближневосточный департамент
the North American department|Kuzey Amerika dairesi|североамериканский департамент
the arms control department|silahların denetimi dairesi|департамент контроля над вооружениями
the international organisations department|uluslararası kuruluşlar dairesi|департамент международных организаций
the conflict prevention centre|çatışma önleme merkezi|центр по предотвращению конфликтов
the crisis management directorate|kriz yönetimi müdürlüğü|управление кризисного реагирования
the political work department|siyasi çalışma dairesi|департамент политической работы
the international department of the Communist Party|Komünist Parti uluslararası ilişkiler dairesi|международный отдел Коммунистической партии
the general office of the Communist Party|Komünist Parti genel bürosu|общая канцелярия Коммунистической партии
the general political bureau|genel siyasi büro|главное политическое управление/главного политического управления
the Taiwan affairs office|Tayvan işleri ofisi|канцелярия по делам Тайваня
the Hong Kong and Macao affairs office|Hong Kong ve Makao işleri ofisi|канцелярия по делам Гонконга и Макао
the Central Foreign Affairs Office|Merkezî Dışişleri Ofisi|Канцелярия по иностранным делам ЦК/Канцелярии по иностранным делам ЦК
the mainland affairs council|anakara işleri konseyi|совет по делам материкового Китая
the government media centre|hükûmet medya merkezi|правительственный медиацентр
the national counterterrorism center|ulusal terörle mücadele merkezi|национальный антитеррористический центр
the National Economic Council|ulusal ekonomi konseyi|Национальный экономический совет
the National Security Council|Ulusal Güvenlik Konseyi|Совет национальной безопасности
the Department of State Services|devlet güvenlik servisi|департамент государственной безопасности
the Department of Special Investigation|özel soruşturma dairesi|департамент специальных расследований
the Second Army Region|İkinci Ordu Bölgesi|Второй армейский округ/Второго армейского округа//Вторым армейским округом
the occupation administration|işgal yönetimi|оккупационная администрация
the national economic council|ulusal ekonomi konseyi|Национальный экономический совет
the national security council|ulusal güvenlik konseyi|совет национальной безопасности
the national security bureau|ulusal güvenlik bürosu|бюро национальной безопасности
the security council|güvenlik konseyi|совет безопасности
the national development and reform commission|ulusal kalkınma ve reform komisyonu|Государственный комитет по развитию и реформам
the national defence commission|ulusal savunma komisyonu|государственный комитет обороны
the national defence control centre|ulusal savunma denetim merkezi|Национальный центр управления обороной
the political consultative conference|siyasi danışma konferansı|народный политический консультативный совет
the election commission|seçim komisyonu|избирательная комиссия
the electoral council|seçim konseyi|избирательный совет
the executive council|yürütme konseyi|исполнительный совет
the governing council|yönetim konseyi|правящий совет/правящего совета
the supreme political council|yüksek siyasi konsey|высший политический совет/высшего политического совета
the supreme council|yüksek konsey|высший совет/высшего совета
the supreme judicial council|yüksek yargı konseyi|высший судебный совет/высшего судебного совета
the sovereignty council|egemenlik konseyi|суверенный совет
the state administration council|devlet yönetim konseyi|государственный административный совет
the national transitional council|ulusal geçiş konseyi|переходный национальный совет
the national transition council|ulusal geçiş konseyi|национальный переходный совет
the expediency council|Düzenin Yararını Teşhis Konseyi|Совет целесообразности
the guardian council|Anayasayı Koruyucular Konseyi|Совет стражей конституции
the high council of state|devlet yüksek konseyi|высший государственный совет/высшего государственного совета
the high council for national reconciliation|ulusal uzlaşma yüksek konseyi|высший совет национального примирения/высшего совета национального примирения
the strategic council on foreign relations|dış ilişkiler stratejik konseyi|стратегический совет по внешним связям
the shura council|şura konseyi|консультативный совет
the council of ministers|bakanlar konseyi|совет министров
the People's Council|Halk Konseyi|народный совет
the Mejlis|Meclis|меджлис
the political bureau|siyasi büro|политбюро
the party secretariat|parti sekreterliği|секретариат партии
the parliamentary assembly|parlamenter meclis|парламентская ассамблея
the assembly of states parties|taraf devletler meclisi|ассамблея государств-участников
the upper house|üst meclis|верхняя палата
the parliamentary bloc|meclis bloğu|парламентский блок/парламентского блока
the parliamentary national security committee|meclis ulusal güvenlik komisyonu|комитет парламента по национальной безопасности
the parliamentary defence committee|meclis savunma komisyonu|комитет парламента по обороне
the State Duma committee on international affairs|Devlet Duması uluslararası ilişkiler komitesi|комитет Госдумы по международным делам
the State Duma defence committee|Devlet Duması savunma komitesi|комитет Госдумы по обороне
the State Duma CIS committee|Devlet Duması BDT komitesi|комитет Госдумы по делам СНГ
the State Duma energy committee|Devlet Duması enerji komitesi|комитет Госдумы по энергетике
the State Duma security committee|Devlet Duması güvenlik komitesi|комитет Госдумы по безопасности
the Federation Council foreign affairs committee|Federasyon Konseyi dışişleri komitesi|комитет Совета Федерации по международным делам
the refugee committee|mülteci komitesi|комитет по делам беженцев
the family committee|aile komitesi|комитет по делам семьи
the religious affairs committee|din işleri komitesi|комитет по делам религий
the religious affairs directorate|diyanet işleri başkanlığı|управление по делам религий
the Gaza administration committee|Gazze yönetim komitesi|комитет по управлению Газой
the inquiry commission on Syria|Suriye soruşturma komisyonu|комиссия по расследованию событий в Сирии
the inquiry commission on Ukraine|Ukrayna soruşturma komisyonu|комиссия по расследованию событий на Украине
the chemical weapons inquiry|kimyasal silah soruşturması|расследование применения химического оружия
the chemical weapons inspection in Syria|Suriye’deki kimyasal silah denetimi|инспекция по химическому оружию в Сирии
the high-level implementation panel|üst düzey uygulama paneli|имплементационная группа высокого уровня
the High-Level Panel on Sudan|Sudan üst düzey paneli|группа высокого уровня по Судану
the contact group|temas grubu|контактная группа
the contact group on Ukraine|Ukrayna temas grubu|контактная группа по Украине
the trilateral contact group delegation|üçlü temas grubu heyeti|делегация в трёхсторонней контактной группе
the delegation at the Vienna arms control talks|Viyana silahsızlanma görüşmeleri heyeti|делегация на переговорах по вооружениям в Вене
the PLO|FKÖ|ООП
the PLO executive committee|FKÖ yürütme komitesi|исполком ООП/исполкома ООП
the political department of the PLO|FKÖ siyasi dairesi|политический департамент ООП
the royal court|kraliyet divanı|королевский двор
the judiciary|yargı erki|судебная власть/судебной власти
the trade union|sendika|профсоюз
the industrialists' union|sanayiciler birliği|союз промышленников
the public investment fund|kamu yatırım fonu|фонд государственных инвестиций
the reconstruction fund|yeniden inşa fonu|фонд восстановления
the defence industries presidency|savunma sanayii başkanlığı|управление оборонной промышленности/управления оборонной промышленности
the department of government efficiency|hükûmet verimliliği dairesi|департамент эффективности правительства
the office of national intelligence|ulusal istihbarat ofisi|управление национальной разведки/управления национальной разведки
the National Bureau of Investigation|Ulusal Soruşturma Bürosu|Национальное бюро расследований/Национального бюро расследований
the state information service|devlet enformasyon servisi|государственная информационная служба
the centre for countering disinformation|dezenformasyonla mücadele merkezi|центр противодействия дезинформации
the accounts chamber|sayıştay|счётная палата/счётной палаты
the main operations directorate|ana operasyon müdürlüğü|главное оперативное управление/главного оперативного управления
the radiation and chemical defence troops|radyasyon ve kimyasal savunma birlikleri|войска радиационной и химической защиты/войск радиационной и химической защиты
the liaison unit|irtibat birimi|группа связи
the information office in Moscow|Moskova’daki bilgi bürosu|информационное бюро в Москве/информационного бюро в Москве
the office for Kosovo and Metohija|Kosova ve Metohiya ofisi|канцелярия по делам Косово и Метохии
external church relations|kilisenin dış ilişkileri|отдел внешних церковных связей
protocol of the foreign ministry|dışişleri bakanlığı protokol dairesi|протокол МИД
international cooperation of the defence ministry|savunma bakanlığı uluslararası iş birliği dairesi|управление международного сотрудничества министерства обороны/управления международного сотрудничества министерства обороны
the Orthodox Church of Ukraine|Ukrayna Ortodoks Kilisesi|Православная церковь Украины/Православной церкви Украины
the Catalan government|Katalonya hükûmeti|правительство Каталонии
the Donetsk People's Republic|Donetsk Halk Cumhuriyeti|ДНР
the Luhansk People's Republic|Luhansk Halk Cumhuriyeti|ЛНР
the Donetsk regional administration|Donetsk bölge idaresi|Донецкая областная администрация
the Dnipropetrovsk regional administration|Dnipropetrovsk bölge idaresi|Днепропетровская областная администрация
the Kharkiv regional administration|Harkiv bölge idaresi|Харьковская областная администрация
the Kherson regional administration|Herson bölge idaresi|Херсонская областная администрация
the Kyiv regional administration|Kiev bölge idaresi|Киевская областная администрация
the Luhansk regional administration|Luhansk bölge idaresi|Луганская областная администрация
the Odesa regional administration|Odesa bölge idaresi|Одесская областная администрация
the Zaporizhzhia regional administration|Zaporijya bölge idaresi|Запорожская областная администрация
the Kyiv city military administration|Kiev kent askerî idaresi|Киевская городская военная администрация
the Kryvyi Rih defence council|Krıvıy Rih savunma konseyi|совет обороны Кривого Рога
the Uusimaa police|Uusimaa polisi|полиция Уусимаа
the SDC|SDC|Демократический совет Сирии/Демократического совета Сирии
the SPLM|SPLM|НОДС
the PYD|PYD|ПДС
the PUK|KYB|ПСК
the KDP|KDP|ДПК
the BNP|BNP|НПБ
the BJP|BJP|«Бхаратия джаната парти»
the PTI|PTI|«Пакистан Техрик-э-Инсаф»
the CDU|CDU|ХДС
the SPD|SPD|СДПГ
the NDP|NDP|НДП
the EPP|EPP|ЕНП
the DPS|DPS|ДПС
the DUI|DUI|ДСИ
the JUI-F|JUI-F|«Джамиат Улема-и-Ислам»
the RUF|RUF|ОРФ
the MNLA|MNLA|НДОА
Fatah|El Fetih|ФАТХ
FSA|ÖSO|ССА
DEM Party|DEM Parti|Партия равенства и демократии народов
BRICS|BRICS|БРИКС
CEN-SAD|CEN-SAD|СЕН-САД
ARATS|ARATS|АСОТП
Reform UK|Reform UK|«Реформируем Соединённое Королевство»
Vox|Vox|Vox
Ennahda|Nahda|«Ан-Нахда»
Georgian Dream|Gürcü Hayali|«Грузинская мечта»/«Грузинской мечты»
Prosperous Armenia|Müreffeh Ermenistan|«Процветающая Армения»/«Процветающей Армении»
Dawn of Nemunas|Nemunas Şafağı|«Заря Немана»/«Зари Немана»
Hezb-e-Islami|Hizb-i İslami|«Хезб-и-Ислами»
Jamiat Ulema-e-Islam|Cemiyet Ulema-i İslam|«Джамиат Улема-и-Ислам»
Kataib Hezbollah|Ketaib Hizbullah|«Катаиб Хезболла»
Asaib Ahl al-Haq|Asaib Ehlilhak|«Асаиб Ахль аль-Хакк»
Harakat al-Nujaba|Nuceba Hareketi|«Харакат ан-Нуджаба»
the Badr Organization|Bedir Örgütü|организация «Бадр»/организации «Бадр»
the Hikma movement|Hikmet Hareketi|движение «Хикма»/движения «Хикма»
the Sadrist movement|Sadr Hareketi|движение садристов/движения садристов
the Gulen movement|Gülen hareketi|движение Гюлена/движения Гюлена
the Haqqani network|Hakkani ağı|сеть Хаккани/сети Хаккани
the Iraqi Turkmen Front|Irak Türkmen Cephesi|Иракский туркменский фронт
the Lebanese Forces|Lübnan Kuvvetleri|«Ливанские силы»/«Ливанских сил»
the Progressive Socialist Party|İlerici Sosyalist Parti|Прогрессивно-социалистическая партия
the National Front|Ulusal Cephe|Национальный фронт
the National Rally|Ulusal Birlik|Национальное объединение/Национального объединения
the National Resistance Front|Ulusal Direniş Cephesi|Фронт национального сопротивления
the Nationalist Movement Party|Milliyetçi Hareket Partisi|Партия националистического движения
the Good Party|İYİ Parti|Хорошая партия/Хорошей партии
the Felicity Party|Saadet Partisi|Партия счастья
the Patriotic Party|Vatan Partisi|партия «Родина»/партии «Родина»
the Free Cause Party|Hür Dava Partisi|Партия свободного дела
the Freedom Party|Özgürlük Partisi|Партия свободы
the Party for Freedom|Özgürlük Partisi|Партия свободы
the Democratic Party|Demokrat Parti|Демократическая партия
the Liberal Democratic Party|Liberal Demokrat Parti|Либерально-демократическая партия
the Radical Party|Radikal Parti|Радикальная партия
the Democratic Alliance|Demokratik İttifak|Демократический альянс
the Economic Freedom Fighters|Ekonomik Özgürlük Savaşçıları|«Борцы за экономическую свободу»/«Борцов за экономическую свободу»
the Sweden Democrats|İsveç Demokratları|«Шведские демократы»/«Шведских демократов»
the Taiwan People's Party|Tayvan Halk Partisi|Тайваньская народная партия
the United Arab List|Birleşik Arap Listesi|Объединённый арабский список/Объединённого арабского списка
the Serb List|Sırp Listesi|«Сербский список»/«Сербского списка»
the Sudan Revolutionary Front|Sudan Devrimci Cephesi|Суданский революционный фронт
the Justice and Equality Movement|Adalet ve Eşitlik Hareketi|Движение за справедливость и равенство
the Congo River Alliance|Kongo Nehri İttifakı|Альянс реки Конго
the Northern Alliance|Kuzey İttifakı|Северный альянс
the Caucasus Emirate|Kafkasya Emirliği|«Кавказский эмират»/«Кавказского эмирата»
the Chechen separatists|Çeçen ayrılıkçılar|чеченские сепаратисты
the Crimean Tatars|Kırım Tatarları|крымские татары/крымских татар
the Kosovo Serbs|Kosova Sırpları|косовские сербы/косовских сербов
the dissidents|muhalifler|диссиденты/диссидентов
the administration|yönetim|администрация
the junta|cunta|хунта
Chechen|Çeçen|чеченцы/чеченцев
al-Qaeda in Saudi Arabia|Suudi Arabistan El Kaidesi|«Аль-Каида» в Саудовской Аравии/«Аль-Каиды» в Саудовской Аравии
the Canada mission|Kanada misyonu|миссия в Канаде
the Ukraine mission|Ukrayna misyonu|миссия на Украине/миссии на Украине//миссией на Украине
the peacekeepers in Karabakh|Karabağ’daki barış gücü|миротворцы в Карабахе/миротворцев в Карабахе//миротворцами в Карабахе
forces in Ukraine|Ukrayna’daki kuvvetler|силы на Украине/сил на Украине//силами на Украине
the White House|Beyaz Saray|Белый дом
the Pentagon|Pentagon|Пентагон
the central bank|merkez bankası|центральный банк
the senate|senato|сенат
the house of representatives|temsilciler meclisi|палата представителей/палаты представителей
the lower house|alt meclis|нижняя палата/нижней палаты
the national assembly|ulusal meclis|национальное собрание/национального собрания
the cabinet|kabine|кабинет
the army|ordu|армия
the opposition|muhalefet|оппозиция
the coalition in Iraq|Irak’taki koalisyon|коалиция в Ираке
the multinational corps in Iraq|Irak’taki çok uluslu kolordu|многонациональный корпус в Ираке
the National Maritime Council|Ulusal Denizcilik Konseyi|Национальный морской совет
the diwan of the council of ministers|bakanlar konseyi divanı|диван совета министров
the joint chiefs of staff committee|genelkurmay başkanları komitesi|комитет начальников штабов/комитета начальников штабов
Rossotrudnichestvo|Rossotrudniçestvo|Россотрудничество/Россотрудничества
parliament|meclis|парламент
the government|hükûmet|правительство
`;
