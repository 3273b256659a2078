/** The same in Russian. */
export const ru = {
  'type.AGREE': 'соглашение', 'type.CONSULT': 'консультации', 'type.SUPPORT': 'поддержка', 'type.CONCEDE': 'уступка', 'type.COOPERATE': 'сотрудничество', 'type.AID': 'помощь', 'type.RETREAT': 'отвод', 'type.REQUEST': 'требование',
  'type.ACCUSE': 'обвинение', 'type.REJECT': 'отказ', 'type.THREATEN': 'угроза', 'type.PROTEST': 'протест', 'type.SANCTION': 'санкция', 'type.MOBILIZE': 'мобилизация', 'type.COERCE': 'принуждение', 'type.ASSAULT': 'нападение',
  'mode.call': 'звонок', 'mode.visit': 'визит', 'mode.meeting': 'встреча', 'mode.talks': 'переговоры', 'mode.mediation': 'посредничество',
  'factuality.fact': 'свершилось', 'factuality.planned': 'планируется', 'factuality.possible': 'возможно', 'factuality.conditional': 'при условии', 'factuality.denied': 'опровергнуто',
  'claim.assessment': 'оценка', 'claim.prediction': 'прогноз', 'claim.intention': 'намерение', 'claim.explanation': 'объяснение', 'claim.position': 'позиция',
  'domain.military': 'военная', 'domain.economic': 'экономическая', 'domain.energy': 'энергетическая', 'domain.political': 'политическая', 'domain.legal': 'правовая', 'domain.territorial': 'территориальная',
  'tie.alliance': 'союз', 'tie.basing': 'базирование', 'tie.deployment': 'размещение', 'tie.integration': 'интеграция', 'tie.dependence': 'зависимость', 'tie.dispute': 'спор', 'tie.membership': 'членство', 'tie.occupation': 'оккупация',
  'direction.improving': 'улучшается', 'direction.worsening': 'ухудшается', 'direction.unchanged': 'без перемен',
  'fact.according': 'источник: {who}', 'fact.unnamed': 'источник не назван', 'fact.says': 'говорит {who}', 'fact.says.unnamed': 'кто говорит, не названо', 'fact.by': 'действует {who}', 'fact.to': '{who} → {whom}', 'fact.and': '{who} и {whom}', 'fact.regard': 'в отношении: {who}', 'fact.if': 'если: {what}', 'fact.at': 'место: {what}', 'fact.purpose': 'чтобы: {what}', 'fact.recurring': 'регулярно', 'fact.since': 'с {day:gen}', 'fact.until': 'до {day:gen}',
  'precedent.first': 'впервые', 'precedent.nth': '{n} раз', 'precedent.last': 'в последний раз', 'precedent.since': '{what} с {since}', 'precedent.years': { one: '{what} за {n} год', few: '{what} за {n} года', many: '{what} за {n} лет', other: '{what} за {n} года' }, 'precedent.not': 'не впервые',
  'change.thaw': 'Потепление', 'change.chill': 'Похолодание', 'change.more contact': 'Больше контактов', 'change.less contact': 'Меньше контактов', 'of.tone': 'тон', 'of.hostility': 'враждебные действия', 'of.contact': 'контакты',
  'strength.weak': 'слабые данные', 'strength.positive': 'умеренные данные', 'strength.strong': 'сильные данные', 'strength.very strong': 'очень сильные данные',
  'series.agrees': 'ряд это подтверждает', 'series.disagrees': 'ряд этого не подтверждает', 'series.too-little-to-say': 'в ряду слишком мало данных', 'verdict.confirmed': 'Впервые, как сказано', 'verdict.contradicted': 'Не впервые', 'verdict.beyond-the-record': 'За пределами летописи',
  'count.event': { one: '{n} действие', few: '{n} действия', many: '{n} действий', other: '{n} действия' },
} as const;
