// What no body may be: twice in the data, above itself, or a member before it was there.
//   node bodies.mjs DATA
import { DataSet, check, finish, intervalBounds, list } from './support.mjs';

const [folder] = process.argv.slice(2);
const data = new DataSet(folder);
const spellsOf = (thing) => list(thing.existence ?? '/').map((spell) => (typeof spell === 'string' ? { when: spell } : spell));
const boundsOf = (thing) => spellsOf(thing).map((spell) => intervalBounds(spell.when));

// ---- nobody stands twice: a name, a country and years in common, without a change that leads from one to the other
const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
const related = new Set(data.ofType('ChangeEvent').flatMap((change) => {
  const bodies = [...list(change.originalOrganization), ...list(change.resultingOrganization)];
  return bodies.flatMap((a) => bodies.map((b) => `${a} ${b}`));
}));
const overlaps = (a, b) => boundsOf(a).some((x) => boundsOf(b).some((y) => x.start[1] <= y.end[0] && y.start[1] <= x.end[0]));
const roots = (thing) => list(thing.unitOf).map((p) => p.organization ?? p).sort().join(' ');
const called = new Map();
for (const thing of data.organizations) {
  for (const name of data.namesOf(thing.id).filter((n) => n.role === 'preferred' && ['en', 'kk', 'ru'].includes(n.lang))) {
    const key = `${name.lang} ${thing.country ?? ''} ${plain(name.text)}`;
    called.set(key, (called.get(key) ?? new Set()).add(thing));
  }
}
for (const [key, bodies] of called) {
  const all = [...bodies];
  all.forEach((a, i) => all.slice(i + 1).forEach((b) => {
    const apart = related.has(`${a.id} ${b.id}`) || (roots(a) !== roots(b) && roots(a) !== '' && roots(b) !== '') || !overlaps(a, b);
    check(apart, `${a.id} and ${b.id} seem to be one body: ${key}`);
  }));
}

// ---- nobody is above itself, at any date at which something begins or ends
const days = new Set();
const parents = new Map();
for (const thing of data.organizations) {
  const up = list(thing.unitOf).map((p) => (typeof p === 'string' ? { organization: p } : p));
  parents.set(thing.id, up.map((p) => ({ id: p.organization, spans: p.when ? [intervalBounds(p.when)] : boundsOf(thing) })));
  for (const { spans } of parents.get(thing.id)) for (const span of spans) for (const d of [...span.start, ...span.end]) days.add(d);
}
for (const day of [...days].filter(Number.isFinite)) {
  const above = (id) => (parents.get(id) ?? []).filter(({ spans }) => spans.some((s) => s.start[0] <= day && day <= s.end[1])).map((p) => p.id);
  for (const id of parents.keys()) {
    const seen = new Set();
    let up = above(id);
    while (up.length > 0 && !seen.has(id)) {
      up.forEach((one) => seen.add(one));
      up = up.flatMap(above).filter((one) => !seen.has(one));
    }
    check(!seen.has(id), `${id} is above itself on ${new Date(day * 86400000).toISOString().slice(0, 10)}`);
  }
}

// ---- nobody is a member (a partner, a unit) before it or the other certainly may exist, unless it is said to be doubtful
const doubtful = (thing) => thing.disputed || thing.confidence === 'low' || list(thing.claims).length > 0
  || spellsOf(thing).some((spell) => spell.disputed || /[?~X%]/.test(spell.when));
let memberships = 0;
for (const thing of data.organizations) {
  for (const field of ['memberOf', 'unitOf', 'links']) {
    for (const entry of list(thing[field]).filter((e) => e.when)) {
      const { start } = intervalBounds(entry.when);
      const other = data.things.get(entry.organization ?? entry.to);
      memberships += 1;
      if (entry.disputed || entry.confidence === 'low' || /[?~X%]/.test(entry.when.split('/')[0]) || !Number.isFinite(start[1])) continue;
      for (const body of [thing, other]) {
        const first = Math.min(...boundsOf(body).map((span) => span.start[0]));
        check(start[1] >= first || doubtful(body), `${thing.id} ${field} ${other.id} from ${entry.when}, but ${body.id} begins ${spellsOf(body)[0].when}`);
      }
    }
  }
}
check(memberships > 200, `${memberships} dated relations looked at`);
finish(`${data.organizations.length} bodies, ${days.size} days, ${memberships} dated relations`);
