/** Offices as the gazetteer and the coder call them most often: the English word, the Turkish one, the Russian one. */
export const OFFICES = `
president|cumhurbaşkanı|президент
opposition leader|muhalefet lideri|лидер оппозиции
chief of the general staff|genelkurmay başkanı|начальник генерального штаба
army chief|ordu komutanı|главнокомандующий
minister for Europe|Avrupa işlerinden sorumlu bakan|министр по делам Европы
first deputy prime minister|başbakan birinci yardımcısı|первый вице-премьер
spokesperson of the prime minister|başbakanlık sözcüsü|пресс-секретарь премьер-министра
chief cabinet secretary|kabine başsekreteri|генеральный секретарь кабинета министров
deputy secretary of state|dışişleri bakan yardımcısı|заместитель госсекретаря
secretary of defense|savunma bakanı|министр обороны
deputy secretary of defense|savunma bakan yardımcısı|заместитель министра обороны
treasury secretary|hazine bakanı|министр финансов
energy secretary|enerji bakanı|министр энергетики
secretary of homeland security|iç güvenlik bakanı|министр внутренней безопасности
state secretary|devlet sekreteri|государственный секретарь
prosecutor general|başsavcı|генеральный прокурор
trade representative|ticaret temsilcisi|торговый представитель
director of national intelligence|ulusal istihbarat direktörü|директор национальной разведки
chief of staff of the White House|Beyaz Saray genel sekreteri|глава аппарата Белого дома
supreme allied commander Europe|Avrupa müttefik kuvvetler başkomutanı|главнокомандующий силами НАТО в Европе
vice chairman of the central military commission|merkezî askerî komisyon başkan yardımcısı|заместитель председателя Центрального военного совета
navy chief|deniz kuvvetleri komutanı|командующий ВМС
air force chief|hava kuvvetleri komutanı|командующий ВВС
border service chief|sınır teşkilatı başkanı|глава пограничной службы
adviser to the president|cumhurbaşkanı danışmanı|советник президента
aide to the president|cumhurbaşkanı yardımcısı|помощник президента
adviser to the opposition leader|muhalefet liderinin danışmanı|советник лидера оппозиции
chairman of the parliamentary foreign affairs committee|meclis dışişleri komisyonu başkanı|председатель комитета парламента по международным делам
chief executive|icra kurulu başkanı|глава администрации
first lady|cumhurbaşkanının eşi|первая леди
member of the presidency|devlet başkanlığı üyesi|член президиума
leader of the transitional government|geçiş hükûmeti lideri|глава переходного правительства
vice-president of the European Commission|Avrupa Komisyonu başkan yardımcısı|заместитель председателя Еврокомиссии
co-chair of the Minsk Group|Minsk Grubu eş başkanı|сопредседатель Минской группы
head of UNMIK|UNMIK başkanı|глава МООНК
ambassador to the United Nations|BM daimî temsilcisi|постоянный представитель при ООН
deputy ambassador to the United Nations|BM daimî temsilci yardımcısı|заместитель постоянного представителя при ООН
envoy to the trilateral contact group|üçlü temas grubu temsilcisi|представитель в трёхсторонней контактной группе
spokesperson of the president|cumhurbaşkanlığı sözcüsü|пресс-секретарь президента
spokesperson of the defence ministry|savunma bakanlığı sözcüsü|официальный представитель минобороны
spokesperson of the government|hükûmet sözcüsü|представитель правительства
spokesperson of the army|ordu sözcüsü|представитель армии
deputy prime minister|başbakan yardımcısı|вице-премьер
deputy assistant secretary of state|dışişleri bakan yardımcısı vekili|заместитель помощника госсекретаря
vice president|cumhurbaşkanı yardımcısı|вице-президент
acting president|cumhurbaşkanı vekili|исполняющий обязанности президента
secretary of state|dışişleri bakanı|государственный секретарь
under secretary of state|dışişleri bakan yardımcısı|заместитель госсекретаря
assistant secretary of state|dışişleri bakan yardımcısı|помощник госсекретаря
foreign secretary|dışişleri bakanı|министр иностранных дел
high representative for foreign affairs|dış politika yüksek temsilcisi|верховный представитель по иностранным делам
adviser to the head of the presidential office|cumhurbaşkanlığı ofisi başkanının danışmanı|советник главы офиса президента
central bank governor|merkez bankası başkanı|глава центрального банка
president of the General Assembly|genel kurul başkanı|председатель генеральной ассамблеи
chairperson-in-office|dönem başkanı|действующий председатель
member of congress|kongre üyesi|член конгресса
member of parliament|milletvekili|депутат парламента
senator|senatör|сенатор
chancellor|başbakan|канцлер
king|kral|король
analyst|analist|аналитик
political scientist|siyaset bilimci|политолог
journalist|gazeteci|журналист
blogger|blogcu|блогер
lawyer|avukat|адвокат
human rights activist|insan hakları savunucusu|правозащитник
veteran politician|deneyimli siyasetçi|опытный политик
former president|eski cumhurbaşkanı|бывший президент
detainee|tutuklu|задержанный
`;
