/**
 * Posts that offices are made of: the English word, the Turkish one, the Turkish one possessed (`=` where it is a compound
 * already), the Russian one with the forms that no rule gives (nominative/genitive). Marks say how it takes what it is for: in Russian `по` with the
 * dative, `ins` in the instrumental; in Turkish `sorumlu`, responsible for it, `’s`, in the genitive.
 */
export const POSTS = `
minister|bakan|bakanı|министр|minister
secretary|sekreter|sekreteri|секретарь
commissioner|komiser|komiseri|комиссар|по
high commissioner|yüksek komiser|yüksek komiseri|верховный комиссар|по
commissioner-general|genel komiser|genel komiseri|генеральный комиссар
chief|başkan|başkanı|глава
chairman|başkan|başkanı|председатель
chairwoman|başkan|başkanı|председатель
chairperson|başkan|başkanı|председатель
chair|başkan|başkanı|председатель
president|başkan|başkanı|председатель
interim president|geçici başkan|geçici başkanı|временный президент/временного президента
vice-president|başkan yardımcısı|=|вице-президент
co-chair|eş başkan|eş başkanı|сопредседатель
co-president|eş başkan|eş başkanı|сопредседатель
head|başkan|başkanı|глава
director|direktör|direktörü|директор|по
director-general|genel direktör|genel direktörü|генеральный директор
senior director|kıdemli direktör|kıdemli direktörü|старший директор/старшего директора|по
director general|genel direktör|genel direktörü|генеральный директор
executive director|icra direktörü|=|исполнительный директор
regional director|bölge direktörü|=|региональный директор|по
political director|siyasi direktör|siyasi direktörü|политический директор
managing director|genel müdür|genel müdürü|директор-распорядитель/директора-распорядителя
deputy department director|daire başkan yardımcısı|=|заместитель заведующего отделом
secretary-general|genel sekreter|genel sekreteri|генеральный секретарь
secretary general|genel sekreter|genel sekreteri|генеральный секретарь
general secretary|genel sekreter|genel sekreteri|генеральный секретарь
executive secretary|icra sekreteri|=|исполнительный секретарь|по
under-secretary-general|genel sekreter yardımcısı|=|заместитель генерального секретаря|по sorumlu
assistant secretary-general|genel sekreter yardımcısı|=|помощник генерального секретаря|по sorumlu
permanent secretary|daimî müsteşar|daimî müsteşarı|постоянный секретарь
permanent under-secretary|daimî müsteşar|daimî müsteşarı|постоянный заместитель главы
principal secretary|birinci sekreter|birinci sekreteri|главный секретарь|по
joint secretary|ortak sekreter|ortak sekreteri|объединённый секретарь/объединённого секретаря
first secretary|birinci sekreter|birinci sekreteri|первый секретарь/первого секретаря
military secretary|askerî sekreter|askerî sekreteri|военный секретарь
undersecretary|müsteşar|müsteşarı|заместитель главы
under secretary|müsteşar|müsteşarı|заместитель министра|по
leader|lider|lideri|лидер
co-leader|eş lider|eş lideri|сопредседатель
political leader|siyasi lider|siyasi lideri|политический лидер
spiritual leader|ruhani lider|ruhani lideri|духовный лидер
supreme leader|dinî lider|dinî lideri|верховный лидер
military leader|askerî lider|askerî lideri|военный лидер
rebel leader|isyancı lideri|=|лидер повстанцев
gang leader|çete lideri|=|главарь банды/главаря банды
spokesperson|sözcü|sözcüsü|официальный представитель
speaker|başkan|başkanı|спикер
commander|komutan|komutanı|командующий/командующего|ins
commander-in-chief|başkomutan|başkomutanı|главнокомандующий/главнокомандующего|ins
assistant commander-in-chief|başkomutan yardımcısı|=|помощник главнокомандующего
administrator|yönetici|yöneticisi|администратор
mayor|belediye başkanı|=|мэр
governor|vali|valisi|губернатор
governor-general|genel vali|genel valisi|генерал-губернатор/генерал-губернатора
governor general|genel vali|genel valisi|генерал-губернатор/генерал-губернатора
lieutenant governor|vali yardımcısı|=|вице-губернатор/вице-губернатора
premier|başbakan|başbakanı|премьер
prime minister|başbakan|başbakanı|премьер-министр/премьер-министра
first minister|birinci bakan|birinci bakanı|первый министр/первого министра
chief minister|başbakan|başbakanı|главный министр
minister of state|devlet bakanı|=|государственный министр|по sorumlu
state minister|devlet bakanı|=|государственный министр
coordinating minister|koordinatör bakan|koordinatör bakanı|министр-координатор/министра-координатора|по sorumlu
second minister|ikinci bakan|ikinci bakanı|второй министр/второго министра
senior minister|kıdemli bakan|kıdemli bakanı|старший министр/старшего министра
envoy|temsilci|temsilcisi|посланник|по
special envoy|özel temsilci|özel temsilcisi|специальный посланник|по
special presidential envoy|cumhurbaşkanlığı özel temsilcisi|=|специальный посланник президента|по
personal envoy|kişisel temsilci|kişisel temsilcisi|личный посланник|по
representative|temsilci|temsilcisi|представитель|по
special representative|özel temsilci|özel temsilcisi|специальный представитель|по
joint special representative|ortak özel temsilci|ortak özel temsilcisi|совместный специальный представитель|по
senior representative|kıdemli temsilci|kıdemli temsilcisi|старший представитель/старшего представителя|по
personal representative|kişisel temsilci|kişisel temsilcisi|личный представитель|по
high representative|yüksek temsilci|yüksek temsilcisi|верховный представитель|по
plenipotentiary|tam yetkili temsilci|tam yetkili temsilcisi|полномочный представитель|по
facilitator|kolaylaştırıcı|kolaylaştırıcısı|посредник
mediator|arabulucu|arabulucusu|посредник
ambassador|büyükelçi|büyükelçisi|посол|по
ambassador-at-large|gezici büyükelçi|gezici büyükelçisi|посол по особым поручениям|по
chargé d'affaires|maslahatgüzar|maslahatgüzarı|временный поверенный в делах/временного поверенного в делах
charge d'affaires|maslahatgüzar|maslahatgüzarı|временный поверенный в делах/временного поверенного в делах
consul general|başkonsolos|başkonsolosu|генеральный консул
coordinator|koordinatör|koordinatörü|координатор|по
special coordinator|özel koordinatör|özel koordinatörü|специальный координатор|по
humanitarian coordinator|insani yardım koordinatörü|=|координатор гуманитарной помощи|по
resident coordinator|mukim koordinatör|mukim koordinatörü|координатор-резидент/координатора-резидента
negotiator|müzakereci|müzakerecisi|переговорщик|по
chief negotiator|başmüzakereci|başmüzakerecisi|главный переговорщик|по
adviser|danışman|danışmanı|советник|по
chief adviser|başdanışman|başdanışmanı|главный советник|по
senior adviser|kıdemli danışman|kıdemli danışmanı|старший советник/старшего советника|по
special adviser|özel danışman|özel danışmanı|специальный советник|по
special assistant|özel yardımcı|özel yardımcısı|специальный помощник|по
assistant|yardımcı|yardımcısı|помощник
aide|yardımcı|yardımcısı|помощник|по
member|üye|üyesi|член
permanent member|daimî üye|daimî üyesi|постоянный член
delegate|delege|delegesi|делегат
official|yetkili|yetkilisi|представитель
prosecutor|savcı|savcısı|прокурор
chief prosecutor|başsavcı|başsavcısı|главный прокурор
attorney general|başsavcı|başsavcısı|генеральный прокурор
rapporteur|raportör|raportörü|докладчик|по
special rapporteur|özel raportör|özel raportörü|специальный докладчик|по
chief of staff|özel kalem müdürü|=|глава аппарата
chef de cabinet|özel kalem müdürü|=|начальник канцелярии
inspector general|genel müfettiş|genel müfettişi|генеральный инспектор
registrar|yazı işleri müdürü|=|секретарь суда
founder|kurucu|kurucusu|основатель
ombudsman|kamu denetçisi|=|омбудсмен|по
scientist|bilim insanı|=|учёный/учёного
economist|ekonomist|ekonomisti|экономист
emir|emir|emiri|эмир
sultan|sultan|sultanı|султан
emperor|imparator|imparatoru|император
queen|kraliçe|kraliçesi|королева
prince|prens|prensi|принц
crown prince|veliaht prens|veliaht prensi|наследный принц
prince regent|prens naip|prens naibi|принц-регент/принца-регента
grand duke|grandük|grandükü|великий герцог
patriarch|patrik|patriği|патриарх
catholicos|katolikos|katolikosu|католикос
bishop|piskopos|piskoposu|епископ
warlord|savaş ağası|=|полевой командир
strategist|stratejist|stratejisti|стратег
sherpa|şerpa|şerpası|шерпа
son|oğul|oğlu|сын|’s
daughter|kız|kızı|дочь/дочери|’s
half-brother|üvey kardeş|üvey kardeşi|сводный брат/сводного брата|’s
technical lead|teknik sorumlu|teknik sorumlusu|технический руководитель
expert|uzman|uzmanı|эксперт|по
consultant|danışman|danışmanı|консультант|по
researcher|araştırmacı|araştırmacısı|исследователь|по
scholar|akademisyen|akademisyeni|учёный/учёного|по
professor|profesör|profesörü|профессор|по
historian|tarihçi|tarihçisi|историк
analyst|analist|analisti|аналитик|по
commentator|yorumcu|yorumcusu|комментатор
editor|editör|editörü|редактор
correspondent|muhabir|muhabiri|корреспондент
activist|aktivist|aktivisti|активист
diplomat|diplomat|diplomatı|дипломат
politician|siyasetçi|siyasetçisi|политик
lawmaker|milletvekili|=|депутат
oligarch|oligark|oligarkı|олигарх
military commander|askerî komutan|askerî komutanı|командующий/командующего|ins
admiral|amiral|amirali|адмирал
rear admiral|tuğamiral|tuğamirali|контр-адмирал/контр-адмирала
brigadier|tuğgeneral|tuğgenerali|бригадный генерал
major general|tümgeneral|tümgenerali|генерал-майор/генерал-майора
lieutenant general|korgeneral|korgenerali|генерал-лейтенант/генерал-лейтенанта
colonel|albay|albayı|полковник
mission chief|misyon şefi|=|глава миссии|по
`;

/** Offices that are more than their parts. */
export const WHOLE = `
pope|papa|папа римский
state councilor|devlet konseyi üyesi|член Госсовета
state counsellor|devlet danışmanı|государственный советник
writer|yazar|писатель
banker|banker|банкир
financier|finansçı|финансист
businessman|iş insanı|предприниматель
arms dealer|silah taciri|торговец оружием
nuclear scientist|nükleer bilim insanı|учёный-ядерщик
nuclear technician|nükleer teknisyen|техник-ядерщик
cleric|din adamı|духовное лицо
grand ayatollah|büyük ayetullah|великий аятолла
grand imam of al-Azhar|Ezher şeyhi|верховный имам Аль-Азхара
general|general|генерал
general guide|genel mürşit|верховный наставник
supreme court justice|yüksek mahkeme yargıcı|судья верховного суда
judiciary chief|yargı erki başkanı|глава судебной власти
army chief|kara kuvvetleri komutanı|командующий сухопутными войсками
police chief|emniyet müdürü|начальник полиции
campaign manager|kampanya yöneticisi|руководитель избирательного штаба
border czar|sınır güvenliği sorumlusu|ответственный за охрану границы
newspaper founder|gazete kurucusu|основатель газеты
former contractor|eski sözleşmeli çalışan|бывший подрядчик
former FSB officer|eski FSB görevlisi|бывший офицер ФСБ
former intelligence officer|eski istihbarat görevlisi|бывший офицер разведки
security contractor|güvenlik görevlisi|сотрудник охранной компании
special counsel|özel savcı|специальный прокурор
minister without portfolio|devlet bakanı|министр без портфеля
minister mentor|danışman bakan|министр-наставник
chief of defence staff|genelkurmay başkanı|начальник штаба обороны
chief of the cabinet|kabine başkanı|глава кабинета
supreme allied commander transformation|NATO dönüşüm başkomutanı|главнокомандующий ОВС НАТО по трансформации
chief nuclear negotiator|nükleer başmüzakereci|главный переговорщик по ядерной программе
chief negotiator with Israel|İsrail ile görüşmelerin başmüzakerecisi|главный переговорщик с Израилем
chief Brexit negotiator|Brexit başmüzakerecisi|главный переговорщик по брекситу
chief scientist|baş bilim insanı|главный учёный
chief economist|baş ekonomist|главный экономист
chief strategist of the White House|Beyaz Saray baş stratejisti|главный стратег Белого дома
European chief prosecutor|Avrupa başsavcısı|европейский главный прокурор
secretary of war|savaş bakanı|военный министр
air force secretary|hava kuvvetleri bakanı|министр ВВС
army secretary|kara kuvvetleri bakanı|министр сухопутных войск
navy secretary|donanma bakanı|министр ВМС
business secretary|iş dünyası bakanı|министр предпринимательства
commerce secretary|ticaret bakanı|министр торговли
financial secretary|maliye sekreteri|финансовый секретарь
health secretary|sağlık bakanı|министр здравоохранения
interior secretary|içişleri bakanı|министр внутренних дел
acting secretary of defense|savunma bakanı vekili|исполняющий обязанности министра обороны
acting secretary of homeland security|iç güvenlik bakanı vekili|исполняющий обязанности министра внутренней безопасности
assistant secretary of defense|savunma bakan yardımcısı|помощник министра обороны
deputy assistant secretary of defense|savunma bakanının müsteşar yardımcısı|заместитель помощника министра обороны
deputy assistant secretary of defense for the Middle East|Orta Doğu’dan sorumlu savunma bakanı müsteşar yardımcısı|заместитель помощника министра обороны по Ближнему Востоку
under secretary of defense|savunma bakan yardımcısı|заместитель министра обороны
under secretary of defense for policy|politikadan sorumlu savunma bakan yardımcısı|заместитель министра обороны по политическим вопросам
under secretary of state for political affairs|siyasi işlerden sorumlu dışişleri bakan yardımcısı|заместитель госсекретаря по политическим вопросам
under secretary of the treasury|hazine bakan yardımcısı|заместитель министра финансов
assistant treasury secretary|hazine bakan yardımcısı|помощник министра финансов
deputy treasury secretary|hazine bakan yardımcısı|заместитель министра финансов
former secretary of state|eski dışişleri bakanı|бывший государственный секретарь
secretary for exiting the European Union|AB’den çıkış bakanı|министр по выходу из Евросоюза
secretary for relations with states|devletlerle ilişkiler sekreteri|секретарь по отношениям с государствами
security secretary|güvenlik sekreteri|секретарь по безопасности
adviser on foreign affairs|dışişleri danışmanı|советник по иностранным делам
deputy foreign secretary|dışişleri bakan yardımcısı|заместитель министра иностранных дел
deputy minister of foreign affairs|dışişleri bakan yardımcısı|заместитель министра иностранных дел
first deputy foreign minister|dışişleri bakanı birinci yardımcısı|первый заместитель министра иностранных дел
first vice foreign minister|dışişleri bakanı birinci yardımcısı|первый заместитель министра иностранных дел
deputy undersecretary|müsteşar yardımcısı|заместитель заместителя министра
minister responsible for foreign affairs|dışişlerinden sorumlu bakan|министр, отвечающий за иностранные дела
minister heading the prime minister's office|başbakanlıktan sorumlu bakan|министр, возглавляющий аппарат премьер-министра
minister in the presidency|cumhurbaşkanlığından sorumlu bakan|министр при президенте
minister for the Middle East|Orta Doğu’dan sorumlu bakan|министр по делам Ближнего Востока
minister for virtue and vice|iyiliği emretme ve kötülükten menetme bakanı|министр поощрения добродетели и предотвращения порока
minister for communities|topluluklar bakanı|министр по делам общин
minister for civil defence|sivil savunma bakanı|министр гражданской обороны
minister of emergencies|olağanüstü haller bakanı|министр по чрезвычайным ситуациям
emergencies minister|olağanüstü haller bakanı|министр по чрезвычайным ситуациям
minister of the war cabinet|savaş kabinesi üyesi|министр военного кабинета
minister of Peshmerga|Peşmerge bakanı|министр по делам пешмерга
minister of state for interior|içişleri devlet bakanı|государственный министр внутренних дел
minister of state in the foreign office|dışişleri bakanlığı devlet bakanı|государственный министр в министерстве иностранных дел
member of the European Parliament|Avrupa Parlamentosu üyesi|депутат Европейского парламента
executive director for emergencies|acil durumlar icra direktörü|исполнительный директор по чрезвычайным ситуациям
general secretary of the Communist Party|Komünist Parti genel sekreteri|генеральный секретарь Коммунистической партии
human rights official|insan hakları yetkilisi|представитель по правам человека
official|yetkili|официальное лицо
representative|temsilci|представитель
judge|yargıç|судья
prosecutor|savcı|прокурор
co-chair of foreign relations|dış ilişkilerden sorumlu eş başkan|сопредседатель по внешним связям
NSA of the vice president|cumhurbaşkanı yardımcısının ulusal güvenlik danışmanı|советник вице-президента по национальной безопасности
Russia director of the national security council|ulusal güvenlik konseyi Rusya direktörü|директор по России совета национальной безопасности
leader of a faction|bir fraksiyonun lideri|лидер фракции
leader of the coup attempt|darbe girişiminin lideri|лидер попытки переворота
governor of the border|sınır valisi|губернатор пограничья
head of national security|ulusal güvenlik başkanı|глава национальной безопасности
president of COP28|COP28 başkanı|председатель КС-28
president of COP29|COP29 başkanı|председатель КС-29
secretary general of the presidency|cumhurbaşkanlığı genel sekreteri|генеральный секретарь администрации президента
envoy for special missions|özel görevler temsilcisi|посланник по особым поручениям
minister of state for Europe|Avrupa’dan sorumlu devlet bakanı|государственный министр по делам Европы
director of operations|operasyonlar direktörü|директор по операциям
director of a foreign ministry department|dışişleri bakanlığı daire başkanı|директор департамента МИД
deputy head of the embassy in Russia|Rusya büyükelçiliği maslahatgüzarı|заместитель главы посольства в России
head of the Gaza inquiry|Gazze soruşturma komisyonu başkanı|глава комиссии по расследованию событий в Газе
head of the Hariri investigation|Hariri soruşturması başkanı|глава расследования убийства Харири
head of cabinet|kabine başkanı|глава кабинета
adviser to the president on foreign policy|cumhurbaşkanı dış politika danışmanı|советник президента по внешней политике
assistant to the president for foreign policy|cumhurbaşkanı dış politika yardımcısı|помощник президента по внешней политике
chief adviser to the president on foreign policy and security|cumhurbaşkanı dış politika ve güvenlik başdanışmanı|главный советник президента по внешней политике и безопасности
special envoy of the president for Afghanistan|cumhurbaşkanının Afganistan özel temsilcisi|специальный посланник президента по Афганистану
special envoy of the president for Syria|cumhurbaşkanının Suriye özel temsilcisi|специальный посланник президента по Сирии
special envoy of the president for investment and economic cooperation|cumhurbaşkanının yatırım ve ekonomik iş birliği özel temsilcisi|специальный посланник президента по инвестициям и экономическому сотрудничеству
representative of the president in Crimea|cumhurbaşkanının Kırım temsilcisi|представитель президента в Крыму
high representative of the president|cumhurbaşkanının yüksek temsilcisi|верховный представитель президента
envoy of the president|cumhurbaşkanının temsilcisi|посланник президента
deputy spokesperson of the president|cumhurbaşkanlığı sözcü yardımcısı|заместитель пресс-секретаря президента
chief of staff of the armed forces|genelkurmay başkanı|начальник штаба вооружённых сил
chief of staff of the president|cumhurbaşkanlığı özel kalem müdürü|глава аппарата президента
chief of staff to the president|cumhurbaşkanlığı özel kalem müdürü|глава аппарата президента
deputy chief of staff of the president|cumhurbaşkanlığı özel kalem müdür yardımcısı|заместитель главы аппарата президента
envoy to the contact group|temas grubu temsilcisi|представитель в контактной группе
first deputy prime minister and energy minister|başbakan birinci yardımcısı ve enerji bakanı|первый вице-премьер и министр энергетики
assistant secretary of energy|enerji bakan yardımcısı|помощник министра энергетики
labour secretary|çalışma bakanı|министр труда
representative to the Palestinians|Filistin temsilcisi|представитель в Палестине
director-general of foreign affairs|dışişleri genel direktörü|генеральный директор по иностранным делам
national security spokesperson|ulusal güvenlik sözcüsü|официальный представитель по национальной безопасности
security chief|güvenlik şefi|глава службы безопасности
humanitarian chief|insani işler sorumlusu|руководитель гуманитарной службы
special presidential envoy for climate|cumhurbaşkanlığı iklim özel temsilcisi|специальный посланник президента по климату
minister of the finance ministry|maliye bakanlığı bakanı|министр в министерстве финансов
president of Jubaland|Jubaland devlet başkanı|президент Джубаленда
Chechen warlord|Çeçen savaş ağası|чеченский полевой командир
chief agricultural negotiator|tarım başmüzakerecisi|главный переговорщик по сельскому хозяйству
Fatah deputy leader|El Fetih lider yardımcısı|заместитель лидера ФАТХ
presidential adviser|cumhurbaşkanı danışmanı|советник президента
presidential assistant|cumhurbaşkanı yardımcısı|помощник президента
presidential peace adviser|cumhurbaşkanlığı barış danışmanı|советник президента по вопросам мира
military chief|askerî komutan|военный командир
supreme allied commander|müttefik kuvvetler başkomutanı|верховный главнокомандующий союзными силами
director of American affairs at the foreign ministry|dışişleri bakanlığı Amerika dairesi direktörü|директор департамента Америки МИД
director of Arab affairs at the foreign ministry|dışişleri bakanlığı Arap ülkeleri dairesi direktörü|директор департамента арабских стран МИД
director of communications of the White House|Beyaz Saray iletişim direktörü|директор Белого дома по коммуникациям
director of operations of OCHA|OCHA operasyonlar direktörü|директор УКГВ по операциям
spokesperson of OCHA in Gaza|OCHA Gazze sözcüsü|официальный представитель УКГВ в Газе
spokesperson of the eastern command|doğu komutanlığı sözcüsü|официальный представитель Восточного командования
`;
