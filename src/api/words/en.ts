/** What facts say, in English: the exchange format's vocabularies. */
export const en = {
  'type.AGREE': 'agreement', 'type.CONSULT': 'consultation', 'type.SUPPORT': 'support', 'type.CONCEDE': 'concession', 'type.COOPERATE': 'cooperation', 'type.AID': 'aid', 'type.RETREAT': 'retreat', 'type.REQUEST': 'demand',
  'type.ACCUSE': 'accusation', 'type.REJECT': 'rejection', 'type.THREATEN': 'threat', 'type.PROTEST': 'protest', 'type.SANCTION': 'sanction', 'type.MOBILIZE': 'mobilisation', 'type.COERCE': 'coercion', 'type.ASSAULT': 'assault',
  'mode.call': 'call', 'mode.visit': 'visit', 'mode.meeting': 'meeting', 'mode.talks': 'talks', 'mode.mediation': 'mediation',
  'factuality.fact': 'fact', 'factuality.planned': 'planned', 'factuality.possible': 'possible', 'factuality.conditional': 'conditional', 'factuality.denied': 'denied',
  'claim.assessment': 'assessment', 'claim.prediction': 'prediction', 'claim.intention': 'intention', 'claim.explanation': 'explanation', 'claim.position': 'position',
  'domain.military': 'military', 'domain.economic': 'economic', 'domain.energy': 'energy', 'domain.political': 'political', 'domain.legal': 'legal', 'domain.territorial': 'territorial',
  'tie.alliance': 'alliance', 'tie.basing': 'basing', 'tie.deployment': 'deployment', 'tie.integration': 'integration', 'tie.dependence': 'dependence', 'tie.dispute': 'dispute', 'tie.membership': 'membership', 'tie.occupation': 'occupation',
  'direction.improving': 'improving', 'direction.worsening': 'worsening', 'direction.unchanged': 'unchanged',
} as const;
