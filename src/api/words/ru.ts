/** What facts say, in Russian: the exchange format's vocabularies. */
export const ru = {
  'type.AGREE': 'соглашение', 'type.CONSULT': 'переговоры', 'type.SUPPORT': 'поддержка', 'type.CONCEDE': 'уступка', 'type.COOPERATE': 'сотрудничество', 'type.AID': 'помощь', 'type.RETREAT': 'отвод', 'type.REQUEST': 'требование',
  'type.ACCUSE': 'обвинение', 'type.REJECT': 'отказ', 'type.THREATEN': 'угроза', 'type.PROTEST': 'протест', 'type.SANCTION': 'санкция', 'type.MOBILIZE': 'мобилизация', 'type.COERCE': 'принуждение', 'type.ASSAULT': 'нападение',
  'mode.call': 'звонок', 'mode.visit': 'визит', 'mode.meeting': 'встреча', 'mode.talks': 'переговоры', 'mode.mediation': 'посредничество',
  'factuality.fact': 'свершилось', 'factuality.planned': 'планируется', 'factuality.possible': 'возможно', 'factuality.conditional': 'при условии', 'factuality.denied': 'опровергнуто',
  'claim.assessment': 'оценка', 'claim.prediction': 'прогноз', 'claim.intention': 'намерение', 'claim.explanation': 'объяснение', 'claim.position': 'позиция',
  'domain.military': 'военная', 'domain.economic': 'экономическая', 'domain.energy': 'энергетическая', 'domain.political': 'политическая', 'domain.legal': 'правовая', 'domain.territorial': 'территориальная',
  'tie.alliance': 'союз', 'tie.basing': 'базирование', 'tie.deployment': 'размещение', 'tie.integration': 'интеграция', 'tie.dependence': 'зависимость', 'tie.dispute': 'спор', 'tie.membership': 'членство', 'tie.occupation': 'оккупация',
  'direction.improving': 'улучшается', 'direction.worsening': 'ухудшается', 'direction.unchanged': 'без перемен',
} as const;
