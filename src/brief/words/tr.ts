/** What a brief says, in Turkish. */
import type { Wording } from '../../story/remark.ts';
import type { BriefKey } from './en.ts';

export const tr: Readonly<Record<BriefKey, Wording>> & Readonly<Record<string, Wording>> = {
  'overview': 'Genel bakış', 'changes': 'Değişimler', 'precedents': 'Emsaller', 'claims': 'Savlar yan yana', 'ties': 'Kalıcı bağlar', 'trends': 'Haberlere göre gidişat', 'latest': 'Son eylemler',
  'method': 'Sayılar nasıl bulundu', 'sources': 'Kaynaklar', 'with': '{party} ile ilişkiler', 'precedents.with': '{party} ile emsaller', 'period': '{from} – {to}', 'none': 'Yok.',

  'pair.none': 'Kayıtta bu dönemde ikisi arasında bir şey yok.',
  'pair.total': '{a} ile {b} arasında {events} içinde anlatılan {happenings} var; iş birliği {cooperation}; çatışma {conflict}; ortalama ton {mean}.',
  'pair.types': 'Türlere göre: {list}.', 'type.n': '{count} {type}',
  'chart.tone': '{title}: {by} net ton', 'chart.happenings': '{title}: {by} olay sayısı', 'unit.tone': 'toplam Goldstein yoğunluğu', 'unit.happenings': 'olay', 'chart.gap': 'boşluk, kayıtta bir şey olmadığını gösterir', 'chart.dot': '· kayıtta bir şey olmadığını gösterir',
  'by.day': 'günlük', 'by.week': 'haftalık', 'by.month': 'aylık', 'by.quarter': 'üç aylık', 'by.year': 'yıllık',

  'change': '{kind}: {day:abl} itibaren ({from} – {to} arasında bir gün); {of} {before:abl} {after:dat}; {strength}; öncesinde {n}, sonrasında {happenings}',
  'of.tone': 'ortalama ton', 'of.hostility': '{step} düşmanca eylem', 'of.contact': '{step} olay', 'step.day': 'günlük', 'step.week': 'haftalık', 'step.month': 'aylık', 'step.quarter': 'üç aylık', 'step.year': 'yıllık',
  'thin': 'Söz söylemeye yetecek veri yok: {why}.', 'thin.changes': 'Değişimler için yeterli veri yok ({why}).', 'steady': 'Rastlantıdan ayrılan bir değişim yok.',
  'now': '{what}: bugünkü durum büyük olasılıkla {since:abl} bu yana sürüyor; {recently:loc} ya da daha sonra başlamış olma olasılığı yüzde {share}', 'now.thin': '{what}: yeterli veri yok ({why})',
  'what.tone': 'Ton', 'what.hostility': 'Düşmanca eylemler', 'what.contact': 'Temas',
  'said': 'Haberlere göre {direction}; {series}.', 'said.trend': '{a} – {b}: {direction}',
  'relations.improving': 'ilişkiler iyileşiyor', 'relations.worsening': 'ilişkiler kötüleşiyor', 'relations.unchanged': 'ilişkiler değişmiyor',

  'precedent.none': 'Kayıtta böyle bir şey yok.', 'precedent.record': 'Kayıt {day} tarihinde başlıyor; “ilk”, o günden beri ilk demektir.', 'precedent.last-seen': '{kind}: en son {day}',
  'precedent.stated': 'haberde: {what}', 'precedent.found': '{stated} ({type}, {day}). {verdict}: {why}',

  'claims.none': 'Bu dönemde aktarılan bir sav yok.', 'claims.when': 'Ne zaman', 'claims.well': 'Olumlu görenler', 'claims.ill': 'Olumsuz görenler', 'claims.neither': 'Taraf tutmayanlar', 'claims.said': '{who} ({kind}): “{evidence}”', 'unnamed': 'adı verilmeyen kaynak',
  'tie': '{a} – {b}: {domain} {tie}',
  'before.energy': 'enerji', 'before.territorial': 'toprak',
  'possessed.alliance': 'ittifakı', 'possessed.basing': 'üssü', 'possessed.deployment': 'konuşlanması', 'possessed.integration': 'bütünleşmesi', 'possessed.dependence': 'bağımlılığı', 'possessed.dispute': 'anlaşmazlığı', 'possessed.membership': 'üyeliği', 'possessed.occupation': 'işgali',
  'act.forth': '{a:abl} {b:dat}: {what}', 'act.even': '{a} ile {b}: {what}', 'act.mode': '{mode}', 'latest.none': 'Bu dönemde yok.', 'dated': '{day}: {what}',

  'party.unknown': 'bilinmeyen taraf',
  'party.total': '{parties} {acts}.', 'party.with': '{n} tarafla',
  'party.room': 'Manevra alanı: {partners} üzerinden kısıt {constraint}; bunda {party:gen} payı yüzde {share}.', 'party.partners': '{n} ortak',
  'table.with': 'Kiminle', 'table.acts': 'Eylem', 'table.by': '{party:gen} eylemleri', 'table.other': 'Karşı tarafın eylemleri',

  'method.counts': 'Sayılar ve seriler, “{asked}” komutunun listelediği, haberlerden alınmış {events} üzerinden, her olay bir kez sayılarak ve düzeltmeler uygulanarak hesaplanmıştır; bir değişimin dayandığı eylemlerin ilk birkaçı kaynak gösterilir.',
  'method.line': '{measure}: {source}.', 'source.story': 'haber {hash}', 'source.title': '“{title}”', 'source.evidence': '“{evidence}”',
  'measure.tone': 'Ton', 'measure.thaw': 'Yumuşama ve soğuma', 'measure.precedent': 'Emsaller', 'measure.readings': 'Savlar', 'measure.room': 'Manevra alanı',
  'method.tone': 'Goldstein 1992 (J. Conflict Resolution 36), CAMEO üzerinden; türler ve dörtlü sınıflar: PLOVER (Halterman ve ark. 2023)',
  'method.thaw': 'PELT: Killick, Fearnhead ve Eckley 2012; ceza terimi: Schwarz 1978 (BIC); anlık izleme: Adams ve MacKay 2007',
  'method.precedent': 'bir türden eylemler arasındaki bekleme süreleri; kaydın sınırları tahmin edilmez, belirtilir',
  'method.readings': 'sav türleri: kodlama kuralları; tutum: sözcük listesi (src/relations/stance.tsv)',
  'method.room': 'Burt 1992; ağırlıklı etkin büyüklük: Borgatti 1997; Herfindahl; Shannon; yapısal denge: Cartwright ve Harary 1956',
};
