import type { RemarkCode, Wording } from '../story/remark.ts';

/** The program's remarks in Turkish. */
export const remarksTr: Readonly<Record<RemarkCode, Wording>> = {
  'count.happening': '{n} olay', 'count.act': '{n} eylem', 'count.day': '{n} gün', 'count.week': '{n} hafta', 'count.month': '{n} ay', 'count.quarter': '{n} çeyrek', 'count.year': '{n} yıl', 'count.party': '{n} taraf',
  'times.never': 'hiç', 'times.once': 'bir kez', 'times.twice': 'iki kez', 'times.more': '{n} kez',
  'period': '{from} – {to}', 'and-more': '{list} …',

  'lack.window': 'kayıtta bu dönem için böyle bir şey yok',
  'lack.change': '{steps} içinde {happenings} var; en az {least} dolu dönemde {enough} olay gerekir',
  'lack.partners': 'yalnızca {partners} ile ilişkisi görülüyor; en az {least} taraf gerekir',
  'lack.contact': 'ikisiyle birden teması olan kimse yok', 'lack.between': 'arasında durduğu iki taraf yok',
  'lack.act': 'kayıtta böyle bir eylem yok; kayıt {day} tarihinde başlıyor', 'lack.claims': 'bu dönemde bu konuda aktarılan bir sav yok',
  'lack.weeks': 'kayıt {n} hafta geriye uzanmıyor', 'lack.stretches': 'karşılaştırılabilecek {n} eski dönem var; en az {least} gerekir',
  'lack.acts': 'Kayıtta henüz iki taraf arasında bir eylem yok.', 'lack.short': 'Kayıt öngörü için çok kısa: {days} içinde {acts} var; {long} içinde {least} gerekir.',
  'lack.horizon': '{days} süren bir kayıt {horizon} sonrasını öngörmeye yetmez: en çok {most}.',
  'lack.learnt': 'Bu kayıttan henüz bir şey öğrenilmedi; “dragoman outlook A B” komutu öğrenir, sonuç burada da görünür.',
  'lack.dealings': 'Bu kayıtta ikisi birbiriyle ilişki kurmamış: öngörüye dayanak yok.',

  'why.before': 'kayıtta ondan önce {n} tane var', 'why.none-before': 'kaydın başladığı {day} tarihinden beri ondan önce yok', 'why.place': 'kayıtta {place} kez görülüyor',
  'why.has-before': '{day} tarihinde başlayan kayıtta ondan önce {n} tane var', 'why.unread': 'cümle süreyi, tarih olarak okunamayan sözlerle sınırlıyor',
  'why.one-on': '{day} tarihinde bir tane var', 'why.none-since': 'kayıtta {day} sonrasında yok', 'why.earlier': 'kaydın başlangıcından ({day}) önceye tarihli', 'why.none-covered': 'kaydın kapsadığı {n} yılda yok (başlangıcı {day})',

  'one.same': 'ikisi de {type}, {parties} arasında', 'one.same-some': 'ikisi de {type}; ortak taraflar: {parties}',
  'one.near': '{type} ve {other}: yakın türler, {parties} arasında', 'one.near-some': '{type} ve {other}: yakın türler; ortak taraflar: {parties}',
  'one.like': '{event} ile aynı: {reason}', 'one.on': 'aynı tarih: {days}', 'one.days': 'tarihler uyuşuyor ({a}; {b})',
  'one.published': 'ikisi de {a} tarihinde yayımlandı, birinin kendi tarihi var', 'one.published-undated': 'ikisi de {a} tarihinde yayımlandı, hiçbirinin kendi tarihi yok',
  'one.published-apart': '{a} ve {b} tarihlerinde yayımlandı, birinin kendi tarihi var', 'one.published-apart-undated': '{a} ve {b} tarihlerinde yayımlandı, hiçbirinin kendi tarihi yok',
  'one.persons': { one: 'aynı kişi anılıyor', other: 'aynı kişiler anılıyor' }, 'one.numbers': { one: 'aynı sayı: {list}', other: 'aynı sayılar: {list}' },
  'one.quoted': 'alıntılanan aynı sözler: {list}', 'one.concepts': 'ikisi de şunlardan söz ediyor: {list}', 'one.words': 'kısa cümledeki her 100 sözcüğün {n} tanesi ötekinde de var',
  'one.merged': 'bir analist birleştirdi', 'one.sentence': '{event} ile tek eylem: aynı cümle onu birkaç taraf için anlatıyor',

  'outlook.tally': 'bu kayıtta {times}, son {days} içinde {lately}, en son {day}', 'outlook.never': 'bu kayıtta hiç yok',
  'outlook.back': 'ters yönde: {tally}', 'outlook.pair': 'ikisi arasında herhangi bir eylem: {tally}',
  'outlook.base': '{days} süren {n} dönemin {held} tanesinde; {source} herhangi biriyle {by}, {target} {to}',
  'outlook.rule': '{act} görüldükten sonraki {days} içinde {n} seferin {held} tanesinde geldi, en son {last} sonrasında; aynısı {again} tarihinde yine oldu', 'outlook.beside': '{rule} (hesaba katılmadan)',
  'outlook.path': 'ikisinin de son {days} içinde ilişki kurduğu taraflar: {links}', 'outlook.link': '{party} ({source} ve {target} eylem)',
  'outlook.even': '{a} ve {b}: {type}', 'outlook.forth': '{a} → {b}: {type}',
  'outlook.untested': 'Bu kaydın son bölümünde bu olasılıkla yapılmış bir öngörü yok.',
  'outlook.track': 'Bu kaydın son bölümünde yüzde {from} ile {to} arası olasılıkla yapılan {n} öngörünün {came} tanesi gerçekleşti (yüzde {share}).',

  'saying.confirm': '{fact} doğrulandı', 'saying.reject': '{fact} reddedildi', 'saying.add': '{fact} eklendi',
  'saying.change': '{fields}', 'saying.field': '{field}: {value}', 'saying.none': '(yok)',
  'saying.merge': '{n} eylem tek olayda birleştirildi', 'saying.split': '{n} eylemin {taken} tanesi ayrıldı',
  'saying.join': '{names}', 'saying.separate': '{names}', 'saying.party': '{code} ({kind}): {names}', 'saying.name': '{code} ({lang}): {name}',
  'saying.office': '{name}: {role}, {code}', 'saying.office-from': '{name}: {role}, {code}, {from} itibarıyla', 'saying.office-to': '{name}: {role}, {code}, en geç {to}', 'saying.office-both': '{name}: {role}, {code}, {from} – {to}',
  'saying.undo': '{of}', 'saying.redo': '{of}',
};
