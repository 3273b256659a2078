/** Which offices can be the same office: classes of titles across the three languages. */

export type RoleClass =
  | 'president' | 'premier' | 'monarch' | 'foreign' | 'defence' | 'minister' | 'spokes' | 'envoy' | 'ambassador' | 'speaker'
  | 'adviser' | 'general' | 'secretary' | 'chief' | 'leader' | 'lawmaker' | 'expert' | 'diplomat' | 'negotiator' | 'deputy' | 'prosecutor' | 'cleric' | 'journalist';

const PATTERNS: [RoleClass, RegExp][] = [
  ['deputy', /\b(?:deputy|vice|under|assistant)|yardımcı|müsteşar|(?:^|[^а-я])(?:вице|зам)|заместител/],
  ['president', /\bpresident\b|presidenc|cumhurbaşkan|devlet başkan|(?:^| )başkan[ıi]?$|президент|глава (?:государства|республики|страны|белого дома)|head of state/],
  ['premier', /prime minister|premier|chancellor|başbakan|şansölye|премьер|канцлер|head of government|глава (?:правительства|кабмина)|hükümet başkan/],
  ['monarch', /\bking\b|queen|emir|sultan|prince|monarch|supreme leader|pope|pontiff|kral|veliaht|dini lider|papa|король|королева|эмир|султан|принц|верховный лидер|аятолла|ayatollah|ayetullah|папа/],
  ['foreign', /foreign|secretary of state|external affairs|dışişleri|dış işleri|иностранных дел|глав[аы] мид|внешнеполитическ|госсекретар|государственный секретарь|евродипломати|diplomat in chief|top diplomat/],
  ['defence', /defen[cs]e|pentagon|savunma|обороны|минобороны|оборонного|военного ведомства|secretary of war/],
  ['minister', /\bminister|bakan[ıi]?\b|bakanlar|министр|глав[аы] м(?:ид|инобороны)|secretary of|commissioner|komiser|комиссар/],
  ['spokes', /spokes|press secretary|sözcü|basın sekreter|официальный представитель|пресс-секретар|official representative/],
  ['envoy', /envoy|special representative|temsilci|özel elçi|спецпредставител|посланник|специальный представитель|постпред|representative|полпред/],
  ['ambassador', /ambassador|büyükelçi|\bпос(?:ол|лы|ла)|charg|maslahatgüzar|поверенный|nuncio|нунций|elçi/],
  ['speaker', /speaker|meclis başkan|parlamento başkan|спикер|председатель парламента/],
  ['adviser', /advis[eo]r|aide|danışman|советник|помощник/],
  ['general', /general\b|colonel|admiral|marshal|commander|brigadier|major|captain|generali?|albay|amiral|komutan|генерал|полковник|адмирал|маршал|команд/],
  ['secretary', /secretary.general|director.general|genel sekreter|генсек|генеральный секретар|гендиректор|генеральный директор|genel direktör|genel müdür/],
  ['chief', /chief|head\b|director|chair|başkan|şef|müdür|direktör|глава|главы|директор|начальник|председател|руководител/],
  ['leader', /leader|ruler|strongman|lider|önder|лидер|правител|вождь/],
  ['lawmaker', /lawmaker|senator|congress|parliamentarian|\bmp\b|milletvekili|senatör|депутат|сенатор|конгрессмен/],
  ['negotiator', /negotiat|mediator|müzakereci|arabulucu|переговорщик|посредник/],
  ['prosecutor', /prosecutor|savcı|прокурор/],
  ['diplomat', /diplomat|дипломат/],
  ['cleric', /bishop|cardinal|patriarch|priest|pastor|imam|piskopos|kardinal|patrik|епископ|кардинал|патриарх|священник/],
  ['journalist', /journalist|reporter|editor|gazeteci|muhabir|журналист|корреспондент|редактор/],
  ['expert', /expert|analyst|scholar|professor|research|specialist|uzman|analist|profesör|araştırmacı|эксперт|аналитик|политолог|ведущий научный|сотрудник|специалист|востоковед|исследовател/],
];

/** English offices whose holders serve a person. */
export const STAFF = /spokes|press secretary|press officer|advis[eo]r|aide|assistant|private secretary|chief of staff|envoy|emissary|representative/;

const memo = new Map<string, ReadonlySet<RoleClass>>();

/** The classes that a title belongs to (a deputy foreign minister is `deputy`, `foreign` and `minister`). */
export function roleClasses(role: string): ReadonlySet<RoleClass> {
  let set = memo.get(role);
  if (!set) {
    const lower = role.toLowerCase();
    const made = new Set<RoleClass>();
    for (const [cls, pattern] of PATTERNS) if (pattern.test(lower)) made.add(cls);
    if (made.has('deputy') && made.has('president') && /vice|yardımcı|вице/.test(lower)) made.delete('president');
    set = made;
    if (memo.size < 20_000) memo.set(role, set);
  }
  return set;
}

const LEADERS: readonly RoleClass[] = ['president', 'premier', 'monarch', 'leader'];

/** How well a title used alone fits somebody's office: 2 the same office, 1 possible, 0 not. */
export function roleFit(title: string, office: string): number {
  const a = roleClasses(title);
  const b = roleClasses(office);
  if (a.has('deputy') !== b.has('deputy') && (a.has('foreign') || a.has('defence') || a.has('premier'))) return 0;
  if (a.has('leader') && LEADERS.some((c) => b.has(c))) return 2;
  if (b.has('leader') && LEADERS.some((c) => a.has(c))) return 1;
  for (const c of ['foreign', 'defence'] as const) if (a.has(c) && b.has(c)) return a.has('spokes') === b.has('spokes') ? 2 : 0;
  if ((a.has('foreign') || a.has('defence')) && b.has('minister') && (b.has('foreign') || b.has('defence'))) return 0;
  for (const c of ['president', 'premier', 'monarch', 'spokes', 'ambassador', 'envoy', 'speaker', 'general', 'secretary', 'minister', 'lawmaker', 'negotiator', 'prosecutor', 'cleric', 'journalist', 'expert', 'adviser', 'diplomat'] as const) {
    if (a.has(c) && b.has(c)) return 2;
  }
  if (a.has('diplomat') && (b.has('ambassador') || b.has('envoy') || b.has('foreign'))) return 1;
  if (a.has('envoy') && b.has('ambassador')) return 2;
  if (a.has('chief') && (b.has('chief') || b.has('foreign') || b.has('defence') || b.has('secretary'))) return 1;
  return 0;
}

export function isTop(role: string): boolean {
  const set = roleClasses(role);
  return !set.has('deputy') && LEADERS.some((c) => set.has(c));
}
