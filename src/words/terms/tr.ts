/** The same in Turkish. */
export const tr = {
  'type.AGREE': 'anlaşma', 'type.CONSULT': 'görüşme', 'type.SUPPORT': 'destek', 'type.CONCEDE': 'taviz', 'type.COOPERATE': 'iş birliği', 'type.AID': 'yardım', 'type.RETREAT': 'geri çekilme', 'type.REQUEST': 'talep',
  'type.ACCUSE': 'suçlama', 'type.REJECT': 'ret', 'type.THREATEN': 'tehdit', 'type.PROTEST': 'protesto', 'type.SANCTION': 'yaptırım', 'type.MOBILIZE': 'seferberlik', 'type.COERCE': 'zorlama', 'type.ASSAULT': 'saldırı',
  'mode.call': 'telefon', 'mode.visit': 'ziyaret', 'mode.meeting': 'buluşma', 'mode.talks': 'müzakere', 'mode.mediation': 'arabuluculuk',
  'factuality.fact': 'gerçekleşti', 'factuality.planned': 'planlanan', 'factuality.possible': 'olası', 'factuality.conditional': 'koşullu', 'factuality.denied': 'yalanlanan',
  'claim.assessment': 'değerlendirme', 'claim.prediction': 'öngörü', 'claim.intention': 'niyet', 'claim.explanation': 'açıklama', 'claim.position': 'tutum',
  'domain.military': 'askerî', 'domain.economic': 'ekonomik', 'domain.energy': 'enerji', 'domain.political': 'siyasi', 'domain.legal': 'hukuki', 'domain.territorial': 'toprağa dair',
  'tie.alliance': 'ittifak', 'tie.basing': 'üs', 'tie.deployment': 'konuşlanma', 'tie.integration': 'bütünleşme', 'tie.dependence': 'bağımlılık', 'tie.dispute': 'anlaşmazlık', 'tie.membership': 'üyelik', 'tie.occupation': 'işgal',
  'direction.improving': 'iyileşiyor', 'direction.worsening': 'kötüleşiyor', 'direction.unchanged': 'değişmiyor',
  'fact.according': 'kaynak: {who}', 'fact.unnamed': 'kaynak adsız', 'fact.says': 'söyleyen: {who}', 'fact.says.unnamed': 'konuşan adsız', 'fact.by': 'yapan: {who}', 'fact.to': '{who} → {whom}', 'fact.and': '{who} ve {whom}', 'fact.regard': 'ilgili kişi: {who}', 'fact.if': 'koşul: {what}', 'fact.at': 'yer: {what}', 'fact.purpose': 'amaç: {what}', 'fact.recurring': 'yinelenen', 'fact.since': '{day} itibarıyla', 'fact.until': 'en geç {day}',
  'precedent.first': 'ilk kez', 'precedent.nth': '{n} kez', 'precedent.last': 'son kez', 'precedent.since': '{since} sonrasında {what}', 'precedent.years': 'son {n} yılda {what}', 'precedent.not': 'ilk değil',
  'change.thaw': 'Yumuşama', 'change.chill': 'Soğuma', 'change.more contact': 'Daha çok temas', 'change.less contact': 'Daha az temas', 'of.tone': 'ton', 'of.hostility': 'düşmanca eylem', 'of.contact': 'temas',
  'strength.weak': 'zayıf kanıt', 'strength.positive': 'orta düzeyde kanıt', 'strength.strong': 'güçlü kanıt', 'strength.very strong': 'çok güçlü kanıt',
  'series.agrees': 'seri doğruluyor', 'series.disagrees': 'seri doğrulamıyor', 'series.too-little-to-say': 'seride söyleyecek kadar veri yok', 'verdict.confirmed': 'Söylendiği gibi ilk', 'verdict.contradicted': 'İlk değil', 'verdict.beyond-the-record': 'Kaydın ötesinde',
  'count.event': { one: '{n} eylem', other: '{n} eylem' },
} as const;
