/** What facts say, in Turkish: the exchange format's vocabularies. */
export const tr = {
  'type.AGREE': 'anlaşma', 'type.CONSULT': 'görüşme', 'type.SUPPORT': 'destek', 'type.CONCEDE': 'taviz', 'type.COOPERATE': 'iş birliği', 'type.AID': 'yardım', 'type.RETREAT': 'geri çekilme', 'type.REQUEST': 'talep',
  'type.ACCUSE': 'suçlama', 'type.REJECT': 'ret', 'type.THREATEN': 'tehdit', 'type.PROTEST': 'protesto', 'type.SANCTION': 'yaptırım', 'type.MOBILIZE': 'seferberlik', 'type.COERCE': 'zorlama', 'type.ASSAULT': 'saldırı',
  'mode.call': 'telefon', 'mode.visit': 'ziyaret', 'mode.meeting': 'buluşma', 'mode.talks': 'müzakere', 'mode.mediation': 'arabuluculuk',
  'factuality.fact': 'gerçekleşti', 'factuality.planned': 'planlanan', 'factuality.possible': 'olası', 'factuality.conditional': 'koşullu', 'factuality.denied': 'yalanlanan',
  'claim.assessment': 'değerlendirme', 'claim.prediction': 'öngörü', 'claim.intention': 'niyet', 'claim.explanation': 'açıklama', 'claim.position': 'tutum',
  'domain.military': 'askerî', 'domain.economic': 'ekonomik', 'domain.energy': 'enerji', 'domain.political': 'siyasi', 'domain.legal': 'hukuki', 'domain.territorial': 'toprağa dair',
  'tie.alliance': 'ittifak', 'tie.basing': 'üs', 'tie.deployment': 'konuşlanma', 'tie.integration': 'bütünleşme', 'tie.dependence': 'bağımlılık', 'tie.dispute': 'anlaşmazlık', 'tie.membership': 'üyelik', 'tie.occupation': 'işgal',
  'direction.improving': 'iyileşiyor', 'direction.worsening': 'kötüleşiyor', 'direction.unchanged': 'değişmiyor',
} as const;
