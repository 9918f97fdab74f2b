// The rows of the fact tables, told from the data: for every table a map from a row's key to the things or entries that
// stand for it, each as a list of values "field=value". A row of a table is there when one entry has all its values.
import { list } from './support.mjs';

/** Both ends of an interval as a table writes them: empty when unknown or open. */
function ends(when, from, to) {
  if (when === undefined) return [];
  const [start, end = ''] = when.includes('/') ? when.split('/') : [when];
  return [[from, start], [to, end]].filter(([, text]) => text !== '' && text !== '..').map(([field, text]) => `${field}=${text}`);
}
const some = (field, value) => list(value).map((one) => `${field}=${one}`);
const evidence = (entry) => [...some('source', entry.sources), ...some('confidence', entry.confidence)];
/** Remarks were joined, and what was said twice was said once: each clause counts for itself. */
export const clauses = (text) => (text ?? '').split(/; |\. /).map((c) => c.trim().replace(/\.$/, '').toLowerCase()).filter((c) => c !== '');
const notes = (thing) => clauses(thing.note?.en).map((clause) => `note=${clause}`);
const names = (data, thing) => data.namesOf(thing.id).flatMap((n) => [`name=${n.text}`, `name.${n.lang}=${n.text}`]);

const spells = (thing) => list(thing.existence).map((spell) => (typeof spell === 'string' ? { when: spell } : spell));

function organization(data, thing) {
  return [
    ...['kind', 'notation', 'country', 'scope'].flatMap((field) => some(field, thing[field])),
    ...spells(thing).flatMap(({ when }) => ends(when, 'from', 'to')), ...names(data, thing), ...notes(thing), ...evidence(thing),
    ...list(thing.sites).map((site) => `seat=${site.place}`),
  ];
}
function event(data, thing) {
  return [
    ...['kind', 'country', 'location', 'importance', 'organization'].flatMap((field) => some(field, thing[field])),
    ...ends(thing.when, 'from', 'to'), ...names(data, thing), ...notes(thing), ...evidence(thing),
  ];
}
const change = (thing) => [
  ...['kind', 'originalOrganization', 'resultingOrganization'].flatMap((field) => some(field, thing[field])),
  ...some('when', thing.when), ...notes(thing), ...evidence(thing),
];

export const tables = [
  'changes', 'claims', 'concepts', 'events', 'figures', 'labels', 'links', 'memberships', 'office_holders', 'organizations',
  'parents', 'sites', 'sources', 'statements', 'texts', 'translations',
];

export function rowsOf(data) {
  const rows = Object.fromEntries(tables.map((table) => [table, new Map()]));
  const add = (table, key, values) => {
    if (!rows[table].has(key)) rows[table].set(key, []);
    rows[table].get(key).push(values);
  };
  for (const thing of data.things.values()) {
    const { id } = thing;
    // What bears no date holds as long as the thing itself.
    const dated = (entry) => [
      ...(entry.when ? [entry] : spells(thing)).flatMap(({ when }) => ends(when, 'from', 'to')),
      ...evidence(entry), ...some('disputed', entry.disputed),
    ];
    if (data.isOrganization(thing)) add('organizations', id, organization(data, thing));
    if (thing.type === 'Event') add('events', id, event(data, thing));
    if (thing.type === 'ChangeEvent') add('changes', id, change(thing));
    if (thing.type === 'Concept') add('concepts', id, [...some('scheme', thing.inScheme), ...names(data, thing)]);
    if (thing.type === 'Source') {
      add('sources', id, ['cslType', 'author', 'title', 'container', 'issued', 'url', 'language']
        .flatMap((field) => some(field, thing[field])));
    }
    if (thing.type === 'Statement') {
      add('statements', thing.notation, [
        ...['value', 'verdict', 'confirmedBy', 'contradictedBy', 'section'].flatMap((field) => some(field, thing[field])),
        ...list(thing.representedBy).map((r) => `representedBy=${typeof r === 'string' ? r : [r.thing, r.field, r.of, r.kind, r.when].join('/')}`),
        ...some('source', thing.sources),
      ]);
      add('texts', thing.notation, ['about', 'kind', 'order'].flatMap((field) => some(field, thing[field])));
    }
    for (const name of data.namesOf(id)) {
      add('labels', `${id}/${name.lang}`, [`name=${name.text}`, ...ends(name.when, 'from', 'to'), ...some('source', name.sources)]);
      if (name.lang === 'en') {
        const others = data.namesOf(id).filter((n) => n.lang !== 'en')
          .flatMap((n) => [`${n.lang}=${n.text}`, `${n.lang}.status=${n.status ?? 'attested'}`]);
        add('translations', name.text, others);
      }
    }
    const entries = (field) => list(thing[field]).map((entry) => (typeof entry === 'string' ? { organization: entry } : entry));
    for (const e of entries('unitOf')) add('parents', `${id}/${e.organization}`, dated(e));
    for (const e of entries('memberOf')) add('memberships', `${id}/${e.organization}/${e.role}`, dated(e));
    for (const e of entries('links')) add('links', `${id}/${e.kind}/${e.to}`, dated(e));
    for (const e of entries('sites')) add('sites', `${id}/${e.place}`, [...some('country', e.country), ...dated(e)]);
    for (const e of entries('offices')) {
      add('office_holders', `${id}/${e.office}/${e.person}`, [...some('country', e.country), ...notes(e), ...dated(e)]);
    }
    for (const e of entries('figures')) {
      add('figures', `${id}/${e.measure}/${e.when ?? ''}`, [`value=${e.value}`, ...evidence(e)]);
    }
    for (const e of entries('claims')) add('claims', `${id}/${e.field}`, [`value=${e.value}`, ...evidence(e)]);
  }
  return rows;
}
