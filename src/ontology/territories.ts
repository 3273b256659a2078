/**
 * Whose soil an armed presence stands on. A base or a garrison "in Abkhazia" binds Georgia, whose land it is by the law of
 * nations as the United Nations hold it, whatever authority sits there.
 */
const SOIL: ReadonlyMap<string, string> = new Map([
  ['ABKHAZIA', 'GEO'], ['SOUTHOSSETIA', 'GEO'], ['TRNC', 'CYP'], ['NKR', 'AZE'], ['DNR', 'UKR'], ['LNR', 'UKR'], ['KRG', 'IRQ'],
]);

/** The state on whose soil a party sits; the party itself where it is a state or its soil is not listed. */
export const soilOf = (party: string): string => SOIL.get(party) ?? party;
