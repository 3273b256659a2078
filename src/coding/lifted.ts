/** What is lifted was imposed once: "lifted the sanctions imposed on Syria" tells of the lifting, and of no new sanction. */
import type { Judged } from './panel.ts';
import type { Scene } from './scene.ts';

const isOf = ({ label }: Judged, ...types: string[]): boolean => label.is === 'event' && types.includes(label.type);

/** Farthest that a word may stand below what is lifted, in arcs. */
const DEEP = 3;

/** Whether a word is what another act lifts, or stands within its phrase. */
const isLifted = ({ doc }: Scene, lifting: Judged, token: number): boolean => {
  const { trigger } = lifting, own = [trigger.token, ...trigger.satellites];
  let h = token;
  for (let n = 0; n <= DEEP && h >= 0; n++) {
    if (own.includes(h)) return true;
    h = doc.tokens[h]?.head ?? -1;
  }
  // Turkish: "uyguladığı yaptırımları kaldırdı"
  return doc.lang === 'tr' && own.some((k) => k > token && k - token <= DEEP);
};

/** The acts of a story without the measures that a likelier act lifts; one with a date of its own stays. */
export const withoutLifted = (scene: Scene, judged: readonly Judged[], threshold: number): Judged[] => {
  const liftings = judged.filter((j) => isOf(j, 'CONCEDE') && j.confidence >= threshold);
  return judged.filter((j) => !isOf(j, 'SANCTION', 'COERCE') || !liftings.some((l) => {
    if (l.trigger.sentence !== j.trigger.sentence || l.source.party !== j.source.party || l.target.party !== j.target.party) return false;
    const [own, lifted] = [scene.dateOf(j.trigger.token), scene.dateOf(l.trigger.token)];
    return (!own || own === lifted) && isLifted(scene, l, j.trigger.token);
  }));
};
