// The article: each of its 181 statements leads to things or entries that exist, its numbers and days come out of the data
// (and out of the program), and where other sources contradict it both sayings stand side by side.
//   node article.mjs DATA SHEZHIRE
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { DataSet, check, equal, finish, list } from './support.mjs';

const [folder, program] = process.argv.slice(2);
const data = new DataSet(folder);
const ARTICLE = 'isengalieva';
const get = (id) => data.things.get(id) ?? {};
const statements = data.ofType('Statement');
const byNumber = new Map(statements.map((s) => [Number(s.notation), s]));

// ---- all of them, in the order of the article
equal([...byNumber.keys()].sort((a, b) => a - b), Array.from({ length: 181 }, (_, i) => i + 1), 'numbers of the statements');
equal(statements.length, 181, 'statements');
let section = '';
for (let n = 1; n <= 181; n += 1) {
  const there = get(byNumber.get(n)?.section).notation ?? '';
  check(there >= section, `statement ${n} stands in section ${there}, after one in ${section}`);
  section = there;
}
const verdicts = { confirmed: 0, contradicted: 0, 'not-found': 0 };
for (const s of statements) verdicts[s.verdict] += 1;
equal(verdicts, { confirmed: 56, contradicted: 10, 'not-found': 115 }, 'verdicts');

// ---- each leads to what exists
const identifies = {
  labels: (e) => [Object.values(e.label).flat()], unitOf: (e) => [e.organization], memberOf: (e) => [e.organization, e.role],
  links: (e) => [e.to, e.kind], sites: (e) => [e.place], offices: (e) => [e.person, e.office], figures: (e) => [e.measure],
  claims: (e) => [e.field], phases: (e) => [e.phase],
};
function entryOf(reference) {
  const thing = get(reference.thing ?? reference);
  if (!reference.field) return thing.id ? thing : undefined;
  return list(thing[reference.field]).find((entry) => {
    const [of, kind] = identifies[reference.field](typeof entry === 'string' ? { organization: entry } : entry);
    return of === reference.of && (!reference.kind || kind === reference.kind) && (!reference.when || entry.when === reference.when);
  });
}
const SUBJECTS = ['Organization', 'OrganizationalUnit', 'Concept', 'Event'];
const orders = new Map();
for (const s of statements) {
  check(s.statedIn === ARTICLE && list(s.sources).includes(ARTICLE), `${s.id} is stated in the article`);
  equal(get(s.kind).inScheme, 'statement-kinds', `${s.id}: its kind`);
  equal(get(s.section).inScheme, 'article-sections', `${s.id}: its section`);
  check(list(s.about).length > 0, `${s.id} hangs nowhere`);
  for (const id of list(s.about)) check(SUBJECTS.includes(get(id).type), `${s.id} is about ${id}, which has no page`);
  for (const id of [...list(s.confirmedBy), ...list(s.contradictedBy)]) equal(get(id).type, 'Source', `${s.id} names source ${id}`);
  for (const reference of list(s.representedBy)) check(entryOf(reference), `${s.id} leads to ${JSON.stringify(reference)}, which is not there`);
  // What another source says, or a thing of the data, or a kind that is the text itself.
  const texts = ['definition', 'description', 'goal', 'task', 'phase', 'key-document', 'name'];
  check(list(s.representedBy).length > 0 || texts.includes(s.kind), `${s.id} (${s.kind}) is represented by nothing`);
  check((list(s.contradictedBy).length > 0) === (s.verdict === 'contradicted'), `${s.id}: ${s.verdict}, but contradicted by ${list(s.contradictedBy)}`);
  if (s.order) {
    const key = `${list(s.about)[0]} ${s.kind}`;
    orders.set(key, [...(orders.get(key) ?? []), s.order]);
  }
}
for (const [key, places] of orders) {
  equal(places.sort((a, b) => a - b), places.map((_, i) => i + 1), `places in the list: ${key}`);
}
const countOf = (about, kind) => statements.filter((s) => s.kind === kind && list(s.about).includes(about)).length;
equal([countOf('ifla', 'goal'), countOf('ifla', 'task')], [4, 1], 'goals and the first task of IFLA');
equal(countOf('ifla-sec-mlas', 'task'), 11, 'tasks of the section for associations');
equal(statements.filter((s) => /^\([a-f]\) /.test(s.prefLabel.en)).map((s) => s.prefLabel.ru.slice(0, 2)), ['а)', 'б)', 'в)', 'г)', 'д)', 'е)'], 'its lettered tasks');
equal([countOf('unesco', 'goal'), countOf('bae', 'goal')], [5, 7], 'projects of UNESCO; the main aim of BAE and its six aims');
equal(data.ofType('Concept').filter((c) => c.inScheme === 'association-phases').map((c) => c.notation), ['1', '2', '3'], 'phases of an association');
equal(['sectoral', 'general'].map((id) => get(id).inScheme), ['association-scopes', 'association-scopes'], 'the two kinds of national association');
const eras = data.ofType('Event').filter((e) => e.kind === 'era');
equal(eras.map((e) => e.id), ['era-asia-africa', 'era-europe', 'era-latin-america'], 'waves of foundation');
for (const era of eras) {
  check(era.confidence === 'low' && /no dates/.test(era.note.en), `${era.id} says that its dates are not the article's`);
  check(statements.some((s) => list(s.about).includes(era.id)), `${era.id} hangs on a statement`);
}

// ---- numbers and days of the article come out of the data
const begins = (id) => list(get(id).existence).map((e) => e.when ?? e)[0].split('/')[0];
const figures = (id, measure, when) => list(get(id).figures).filter((f) => f.measure === measure && f.when === when).map((f) => f.value);
const event = (id) => [get(id).when, get(id).location];
equal([begins('us-ala').slice(0, 4), begins('gb-la').slice(0, 4)], ['1876', '1877'], 'the oldest associations');
equal([begins('unesco'), get('ev-1945-unesco-founded').when, get('ev-1946-unesco-in-force').when], ['1945-11-16', '1945-11-16', '1946-11-04'], 'UNESCO');
equal(figures('unesco', 'acceptances', '1946-11-04'), ['20'], 'acceptances of UNESCO');
equal([begins('ifla'), ...event('ev-1927-ifla-founded')], ['1927-09-30', '1927-09-30', 'Edinburgh'], 'IFLA');
equal(list(get('ifla').sites).filter((s) => s.when?.startsWith('1971/')).map((s) => s.place), ['The Hague'], 'seat of IFLA since 1971');
equal(get('ev-2003-wlic-name').when.slice(0, 4), '2003', 'the name of the congress');
equal([get('conv-1972').existence.slice(0, 4), get('ev-1975-whc-in-force').when.slice(0, 4)], ['1972', '1975'], 'the convention');
equal(figures('concept-library-association', 'countries-with-national-associations', '2020~'), ['>=122'], 'countries with associations');
equal(figures('unesco', 'member-states', '2020~'), ['193'], 'member states');
for (const [id, measure, value] of [['conv-1972', 'ratifications', '184'], ['unesco', 'bureaus-and-divisions', '67'],
  ['ifla', 'sections', '48'], ['ifla', 'divisions', '8'], ['ifla', 'official-languages', '5']]) {
  equal(figures(id, measure, '2020~'), [value], `${id}: ${measure} as the article has it`);
}

// ---- what contradicts it stands beside it
const others = (id, measure) => list(get(id).figures).filter((f) => f.measure === measure && !list(f.sources).includes(ARTICLE)).map((f) => f.value);
check(others('conv-1972', 'states-parties').includes('194'), '194 states parties stand beside the 184');
check(others('unesco', 'field-offices').includes('53') && others('unesco', 'field-offices').includes('58'), '53 and 58 field offices stand beside the 67');
check(others('ifla', 'sections').includes('47') && others('ifla', 'sections').includes('42'), '47 and 42 sections stand beside the 48');
check(others('ifla', 'divisions').includes('5'), 'five divisions stand beside the eight');
check(others('ifla', 'official-languages').includes('7'), 'seven languages stand beside the five');
const seats = list(get('ifla').sites).filter((s) => s.disputed).map((s) => s.place);
equal(seats.sort(), ['Geneva', 'Munich', 'Paris', 'Sevenoaks'], 'disputed seats of IFLA');
const claim = (id, field, source) => list(get(id).claims).some((c) => c.field === field && list(c.sources).includes(source));
check(claim('iccrom', 'prefLabel.en', ARTICLE) && claim('ifla', 'prefLabel.ru', ARTICLE) && claim('ifla', 'prefLabel.en', ARTICLE), 'the names that the article uses');
check(claim('ifla', 'governing-bodies', ARTICLE) && claim('kz-bark', 'dissolved', ARTICLE), 'the article on governing bodies and on the association of Kazakhstan');
check(claim('bae', 'founded', 'wafarin-6785959') && begins('bae') === '1992-11-26', 'both days of the founding of BAE');

// ---- the same through the program
// One file of the folder alone names things of the others, and says so.
const QUIETLY = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
const info = (at, ...files) => JSON.parse(execFileSync(program, ['info', ...files.map((f) => path.join(folder, f)), '--as-of', at, '--json'], QUIETLY));
const ifla = info('2005-08', 'ifla.jsonld', 'vocabulary.jsonld', 'sources.jsonld');
equal([ifla.organizations.section, ifla.organizations.division], [48, 8], 'sections and divisions of IFLA in 2005-08, by the program');
const whole = JSON.parse(execFileSync(program, ['info', folder, '--json'], { encoding: 'utf8' }));
equal(whole.statements, verdicts, 'verdicts, by the program');
// On the day before nobody of that kind is there yet, or one less.
for (const [file, kind, before, day] of [['ifla', 'federation', '1927-09-29', '1927-09-30'],
  ['unesco', 'intergovernmental-organization', '1945-11-15', '1945-11-16'],
  ['national-associations', 'association', '1876-10-05', '1876-10-06'],
  ['national-associations', 'association', '1877-09-30', '1877-10']]) {
  const count = (at) => info(at, `${file}.jsonld`, 'vocabulary.jsonld', 'sources.jsonld').organizations[kind] ?? 0;
  equal(count(day) - count(before), 1, `${file}: ${kind} founded on ${day}, by the program`);
}
finish(`${statements.length} statements`);
