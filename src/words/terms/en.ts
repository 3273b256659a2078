/** Words that the page and the brief share, in English: the vocabularies of the exchange format, and what facts and changes are said with. */
export const en = {
  'type.AGREE': 'agreement', 'type.CONSULT': 'consultation', 'type.SUPPORT': 'support', 'type.CONCEDE': 'concession', 'type.COOPERATE': 'cooperation', 'type.AID': 'aid', 'type.RETREAT': 'retreat', 'type.REQUEST': 'demand',
  'type.ACCUSE': 'accusation', 'type.REJECT': 'rejection', 'type.THREATEN': 'threat', 'type.PROTEST': 'protest', 'type.SANCTION': 'sanction', 'type.MOBILIZE': 'mobilisation', 'type.COERCE': 'coercion', 'type.ASSAULT': 'assault',
  'mode.call': 'call', 'mode.visit': 'visit', 'mode.meeting': 'meeting', 'mode.talks': 'talks', 'mode.mediation': 'mediation',
  'factuality.fact': 'fact', 'factuality.planned': 'planned', 'factuality.possible': 'possible', 'factuality.conditional': 'conditional', 'factuality.denied': 'denied',
  'claim.assessment': 'assessment', 'claim.prediction': 'prediction', 'claim.intention': 'intention', 'claim.explanation': 'explanation', 'claim.position': 'position',
  'domain.military': 'military', 'domain.economic': 'economic', 'domain.energy': 'energy', 'domain.political': 'political', 'domain.legal': 'legal', 'domain.territorial': 'territorial',
  'tie.alliance': 'alliance', 'tie.basing': 'basing', 'tie.deployment': 'deployment', 'tie.integration': 'integration', 'tie.dependence': 'dependence', 'tie.dispute': 'dispute', 'tie.membership': 'membership', 'tie.occupation': 'occupation',
  'direction.improving': 'improving', 'direction.worsening': 'worsening', 'direction.unchanged': 'unchanged',
  'fact.according': 'according to {who}', 'fact.unnamed': 'source unnamed', 'fact.says': 'says {who}', 'fact.says.unnamed': 'speaker unnamed', 'fact.by': 'by {who}', 'fact.to': '{who} to {whom}', 'fact.and': '{who} and {whom}', 'fact.regard': 'with regard to {who}', 'fact.if': 'if: {what}', 'fact.at': 'at: {what}', 'fact.purpose': 'in order to: {what}', 'fact.recurring': 'recurring', 'fact.since': 'since {day}', 'fact.until': 'by {day}',
  'precedent.first': 'first', 'precedent.nth': '{n} time', 'precedent.last': 'last', 'precedent.since': '{what} since {since}', 'precedent.years': { one: '{what} in {n} year', other: '{what} in {n} years' }, 'precedent.not': 'not the first',
  'change.thaw': 'Thaw', 'change.chill': 'Chill', 'change.more contact': 'More contact', 'change.less contact': 'Less contact', 'of.tone': 'tone', 'of.hostility': 'hostile acts', 'of.contact': 'contacts',
  'strength.weak': 'weak evidence', 'strength.positive': 'positive evidence', 'strength.strong': 'strong evidence', 'strength.very strong': 'very strong evidence',
  'series.agrees': 'the series agrees', 'series.disagrees': 'the series disagrees', 'series.too-little-to-say': 'too little in the series to say', 'verdict.confirmed': 'First, as said', 'verdict.contradicted': 'Not the first', 'verdict.beyond-the-record': 'Beyond the record',
  'count.event': { one: '{n} event', other: '{n} events' },
} as const;
