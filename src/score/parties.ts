/**
 * How well people and parties are resolved, measured on the gold stories.
 *
 * Run: node --import tsx src/score/parties.ts [--set dev,train] [--lang tr] [--misses]
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyze } from '../language/analyze.ts';
import type { Mention } from '../parties/mention.ts';
import { resolveParties } from '../parties/resolve.ts';
import type { Lang } from '../story/story.ts';

interface GoldEvent { source: string; target: string; source_person?: string; target_person?: string; attributed_to?: string; evidence: string }
interface GoldStory {
  id: string; lang: Lang; date: string; outlet?: string; title?: string; text: string;
  persons: { names: string[]; country: string; role?: string }[];
  events: GoldEvent[];
}

interface Share { right: number; all: number }

function norm(name: string): string {
  return name.toLowerCase().replace(/ё/g, 'е').replace(/[-’'\s]+/g, ' ').trim();
}

function percent(s: Share): string {
  return `${s.right}/${s.all} ${s.all ? ((100 * s.right) / s.all).toFixed(1) : '-'}%`;
}

function main(): void {
  const argument = (flag: string): string | undefined => {
    const at = process.argv.indexOf(flag);
    return at < 0 ? undefined : process.argv[at + 1];
  };
  const data = process.env.DRAGOMAN_DATA ?? fileURLToPath(new URL('../../../shared', import.meta.url));
  const misses = process.argv.includes('--misses');
  const onlyLang = argument('--lang');
  const onlyId = argument('--id');
  for (const set of (argument('--set') ?? 'train,dev').split(',')) {
    const path = `${data}/gold/${set}.jsonl`;
    if (!existsSync(path)) {
      console.log(`${set}: no data at ${path}, skipped`);
      continue;
    }
    const stories = readFileSync(path, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as GoldStory);
    for (const lang of ['tr', 'en', 'ru', 'all']) {
      if (onlyLang && lang !== onlyLang) continue;
      const named: Share = { right: 0, all: 0 };
      const country: Share = { right: 0, all: 0 };
      const official: Share = { right: 0, all: 0 };
      const parties: Share = { right: 0, all: 0 };
      const precision: Share = { right: 0, all: 0 };
      const persons: Share = { right: 0, all: 0 };
      const bodies: Share = { right: 0, all: 0 };
      let extra = 0;
      let tokens = 0;
      let spent = 0;
      for (const story of stories) {
        if (lang !== 'all' && story.lang !== lang) continue;
        if (onlyId && story.id !== onlyId) continue;
        const doc = analyze(story.text, story.lang);
        resolveParties(doc, story);
        const begin = performance.now();
        const found = resolveParties(doc, story);
        spent += performance.now() - begin;
        tokens += doc.tokens.length;
        const show = misses && lang !== 'all';
        const matched = new Set<unknown>();
        for (const gold of story.persons) {
          const forms = new Set(gold.names.map(norm));
          const mine = found.persons.find((p) => norm(p.names[0]) === norm(gold.names[0])) ?? found.persons.find((p) => p.names.some((n) => forms.has(norm(n))));
          named.all++;
          country.all++;
          const acts = !/expert|analyst|scholar|research|specialist|journalist|scientist|orientalist|historian|reporter|lawyer|teacher|professor|fellow|head of sect/i.test(gold.role ?? '');
          if (acts) official.all++;
          if (mine) matched.add(mine);
          const exact = mine && norm(mine.names[0]) === norm(gold.names[0]);
          if (exact) named.right++;
          if (mine && mine.country === gold.country) {
            country.right++;
            if (acts) official.right++;
          }
          if (show && (!mine || mine.country !== gold.country || !exact)) console.log(`  ${story.id} person ${gold.names[0]} [${gold.country}] ${gold.role}: ${mine ? `${mine.names.join('/')} ${mine.country}` : 'missed'}`);
        }
        for (const p of found.persons) {
          if (matched.has(p)) continue;
          extra++;
          if (show) console.log(`  ${story.id} extra ${p.names.join('/')} [${p.country}] ${p.role ?? ''}`);
        }
        const goldCodes = new Set(story.events.flatMap((e) => [e.source, e.target]));
        for (const event of story.events) {
          const at = story.text.indexOf(event.evidence);
          const end = at + event.evidence.length;
          const inside: Mention[] = found.mentions.filter((m) => {
            const start = doc.tokens[m.first].start;
            return start >= at && start < end;
          });
          const codes = new Set(inside.flatMap((m) => m.parties));
          for (const code of [event.source, event.target]) {
            parties.all++;
            if (codes.has(code)) parties.right++;
            else if (show) console.log(`  ${story.id} party ${code} not in: ${event.evidence}  << ${[...codes].join(' ')}`);
          }
          for (const [code, who] of [[event.source, event.source_person], [event.target, event.target_person]] as const) {
            if (!who) continue;
            persons.all++;
            const hit = inside.some((m) => (m.person && norm(m.person) === norm(who)) || m.persons?.some((p) => p && norm(p) === norm(who)));
            if (hit) persons.right++;
            else if (show) console.log(`  ${story.id} acting ${who} [${code}] not in: ${event.evidence}  << ${inside.filter((m) => m.person).map((m) => m.person).join(', ')}`);
          }
          const teller = event.attributed_to;
          if (teller && teller !== 'unnamed' && !story.persons.some((p) => p.names.includes(teller))) {
            bodies.all++;
            if (inside.some((m) => m.body && norm(m.body) === norm(teller))) bodies.right++;
            else if (show) console.log(`  ${story.id} body "${teller}" not in: ${event.evidence}  << ${inside.filter((m) => m.body).map((m) => m.body).join(', ')}`);
          }
        }
        for (const m of found.mentions) {
          if (m.confidence < 0.6 || m.outsider) continue;
          for (const code of m.parties) {
            precision.all++;
            if (goldCodes.has(code)) precision.right++;
          }
        }
      }
      console.log(`${set} ${lang}: persons named ${percent(named)}, with country ${percent(country)} (officials ${percent(official)}), extra ${extra}; event parties ${percent(parties)}, acting persons ${percent(persons)}, bodies ${percent(bodies)}; mentions of a coded party ${percent(precision)}; ${Math.round(tokens / (spent / 1000))} tokens/s`);
    }
  }
}

main();
