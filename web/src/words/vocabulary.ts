/**
 * Words of vocabularies that the program keeps in English: what parameters of measures are, what sentences speak
 * of, blocs, fields. A line holds the value, the word in Turkish, the word in Russian.
 */
import { CONCEPTS } from './concepts.ts';

const PARAMETERS = `
param.by|adım|шаг
param.direction|yön|направление
param.planned|planlanan|планируемое
param.possible|olası|возможное
param.conditional|koşullu|условное
param.disputed|tartışmalı|спорное
param.weighted|yayın ağırlığıyla|с весами изданий
param.strictness|kesinlik eşiği|строгость
param.shortest|en kısa durum|кратчайшее состояние
param.lasting|kalıcılık|длительность
param.enough|yeter sayı|достаточно
param.expected|beklenen süre|ожидаемая длина
param.recent|yakın dönem|недавнее
param.span|aralık|охват
param.days|gün yakınlığı|близость в днях
param.arrow|ok eşiği|порог стрелки
param.first|listelenen|сколько показать
param.same|aynı tur|один раунд
param.last|son turlar|последние раунды
param.weight|ağırlık|вес
param.sign|işaret eşiği|порог знака
param.weeks|hafta|недели
param.follow|sonrası|что дальше
param.alike|benzerler|похожие
about.tone.by|serinin adımı; otomatikte ay, ya da dönemi birkaç düzine adıma bölen süre|шаг ряда; «авто» берёт месяцы или то, что делит период на несколько десятков шагов
about.tone.direction|her iki yöndeki eylemler, ya da yalnızca birincinin ikinciye yönelik eylemleri (ortak eylemler iki yönde de sayılır)|действия в обе стороны или только первой в отношении второй (совместные действия считаются в обе стороны)
about.planned|duyurulan bir eylem ne kadar sayılır|сколько весит объявленное действие
about.possible|olabilecek ya da söylentisi dolaşan bir eylem ne kadar sayılır|сколько весит действие, которое возможно или о котором ходят слухи
about.conditional|başka bir şeye bağlı bir eylem ne kadar sayılır|сколько весит действие, зависящее от чего-то ещё
about.disputed|kimilerinin anlattığı, kimilerinin yalanladığı bir eylemden geriye ne kalır|что остаётся от действия, о котором одни сообщают, а другие его отрицают
about.weighted|anlatımlar, yayınlara verdiğiniz ağırlıklarla sayılsın mı; ağırlığı 0 olanlar hiç sayılmaz|считать ли сообщения с весами, которые вы дали изданиям; с весом 0 не считаются вовсе
about.thaw.by|serinin adımı; otomatikte bir yıl için gün, daha uzun dönemler için daha uzun adımlar|шаг ряда; «авто» берёт дни для года и более длинные шаги для более длинных периодов
about.thaw.strictness|bir değişimin aşması gereken eşik, kuralın katı olarak: yeri ve düzeyi için log n (BIC), saçılımı tahmin edilen ton için bir kez daha; n adım sayısı|порог для перемены, кратный правилу: log n за место и за уровень (BIC) и ещё раз для тона, разброс которого оценивается; n — число шагов
about.thaw.shortest|iki değişim arasında tonun en kısa durumu|кратчайшее состояние тона между двумя переменами
about.thaw.lasting|daha çabuk biten şey bir eylem dalgasıdır; temas ya da düşmanlık durumu sayılmaz|что кончается раньше, то всплеск действий, а не состояние контактов или враждебности
about.thaw.enough|daha azında bir şey söylenmez|если меньше, ничего не говорится
about.thaw.expected|şu anda değişip değişmediği sorusu için, bakmadan önce bir durumun ne kadar sürdüğü|сколько длится состояние до того, как посмотришь: для вопроса, идёт ли перемена сейчас
about.thaw.recent|son bu kadar adımdaki bir değişim şu anda olmaktadır|перемена в последних стольких шагах считается идущей сейчас
about.thaw.span|haberlerin söylediğinden ne kadar geriye bakılacağı|как далеко назад от сказанного в текстах просматривается ряд
about.go-between.days|biriyle ve ötekiyle temas en çok bu kadar gün arayla olursa yakındır|контакты с одним и с другим близки, если между ними не больше стольких дней
about.go-between.arrow|aracılık hesabında bir tarafın ötekine yöneldiğini gösteren olay sayısı|сколько событий значат, что одна сторона действует в отношении другой (для посредничества)
about.go-between.first|kaç tanesi listelenir|сколько показывать
about.room.weight|bir ilişkinin ağırlığı: ikisi arasındaki iş birliği eylemleri, ya da her türden eylem|сколько весит отношение: действия сотрудничества между двумя или действия любого вида
about.room.sign|ilişkinin dostça sayıldığı, eksi değerinin altında düşmanca sayıldığı ortalama ton|средний тон, начиная с которого отношение считается дружественным, а ниже его отрицания — враждебным
about.room.enough|daha az ortakla bir şey söylenmez|если партнёров меньше, ничего не говорится
about.room.first|kaç ortak listelenir|сколько партнёров показывать
about.precedent.same|bir türden, birbirine bu kadar yakın eylemler tek bir turun parçasıdır|столь близкие действия одного вида — части одного раунда
about.precedent.last|kaç tur listelenir, en yenileri|сколько раундов показывать, последние
about.readings.span|birbirine bu kadar yakın savlar yan yana konur|столь близкие по времени суждения ставятся рядом
about.episodes.weeks|bir dönemin uzunluğu|длина отрезка
about.episodes.follow|sonrasına ne kadar bakılacağı|как далеко смотреть вперёд
about.episodes.alike|kaç döneme bakılacağı|сколько отрезков рассматривать
unit.share|pay|доля
unit.days|gün|дни
unit.weeks|hafta|недели
unit.happenings|olay|события
unit.parties|taraf|стороны
unit.rounds|tur|раунды
unit.episodes|dönem|отрезки
unit.steps|adım|шаги
unit.steps with something in them|dolu adım|непустые шаги
unit.times the rule|kuralın katı|кратно правилу
unit.Goldstein|Goldstein|Голдстейн
choice.auto|otomatik|авто
choice.day|gün|день
choice.week|hafta|неделя
choice.month|ay|месяц
choice.quarter|çeyrek|квартал
choice.year|yıl|год
choice.both|her iki yön|в обе стороны
choice.forth|birinciden ikinciye|от первой ко второй
choice.back|ikinciden birinciye|от второй к первой
choice.yes|evet|да
choice.no|hayır|нет
choice.cooperation|iş birliği|сотрудничество
choice.contact|temas|контакты`;

const FIELDS = `
fact.event|eylem|действие
fact.claim|sav|суждение
fact.tie|bağ|связь
fact.trend|eğilim|тенденция
field.type|tür|вид
field.mode|biçim|форма
field.source|yapan|кто
field.target|hedef|на кого
field.source_person|yapan kişi|кто действует
field.target_person|hedef kişi|в отношении кого
field.factuality|kesinlik|достоверность
field.attributed_to|kime göre|по словам
field.chain|söz zinciri|чьи слова
field.from|başlangıç|с
field.to|bitiş|по
field.granularity|tarih kesinliği|точность даты
field.mutual|karşılıklı|взаимно
field.recurring|yinelenen|регулярно
field.precedent|emsal|прецедент
field.condition|koşul|условие
field.purpose|amaç|цель
field.place|yer|место
field.numbers|sayılar|числа
field.quotes|alıntılar|цитаты
field.kind|tür|вид
field.speaker|konuşan|кто говорит
field.about|hakkında|о ком
field.a|taraf|сторона
field.b|öteki taraf|другая сторона
field.domain|alan|область
field.direction|yön|направление
field.evidence|cümle|предложение
bloc.West|Batı|Запад
bloc.Moscow|Moskova|Москва
bloc.in between|arada|между ними
bloc.international|uluslararası|международные
bloc.China|Çin|Китай
bloc.Tehran|Tahran|Тегеран
bloc.Gulf|Körfez|Залив
bloc.unaligned|bloksuz|вне блоков
party-kind.state|devlet|государство
party-kind.org|örgüt|организация
party-kind.bloc|blok|блок
party-kind.group|grup|группа
name-sort.name|ad|имя
name-sort.adjective|sıfat|прилагательное
name-sort.people|halk|народ
name-sort.capital|başkent|столица
name-sort.seat|merkez|резиденция
name-sort.body|kurum|орган
name-sort.company|şirket|компания
name-sort.place|yer|место`;

const lines = [...PARAMETERS.split('\n'), ...FIELDS.split('\n'), ...CONCEPTS.split('\n').filter(Boolean).map((line) => `concept.${line}`)]
  .filter(Boolean).map((line) => line.split('|') as [string, string, string]);

export const vocabularyTr: Readonly<Record<string, string>> = Object.fromEntries(lines.map(([value, tr]) => [value, tr]));
export const vocabularyRu: Readonly<Record<string, string>> = Object.fromEntries(lines.map(([value, , ru]) => [value, ru]));
