// The data as RDF, by a JSON-LD processor that is not ours and is allowed to load nothing but data/context.jsonld.
//   node rdf.mjs DATA
import path from 'node:path';
import { check, dataFiles, finish, list, readJson, requireHere } from './support.mjs';

const [data] = process.argv.slice(2);
const jsonld = requireHere('jsonld');
const BASE = 'https://shezhire.org/data/';
const ORG = 'http://www.w3.org/ns/org#';
const SKOS = 'http://www.w3.org/2004/02/skos/core#';
const SKOSXL = 'http://www.w3.org/2008/05/skos-xl#';
const PROV = 'http://www.w3.org/ns/prov#';
const SCHEMA = 'https://schema.org/';
const SHZ = 'https://shezhire.org/ns#';
const DATE = 'http://purl.org/dc/terms/date';
const TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF';

const context = readJson(path.join(data, 'context.jsonld'));
const documentLoader = async (url) => {
  if (url !== `${BASE}context.jsonld`) throw new Error(`this test loads nothing but the context, not ${url}`);
  return { contextUrl: null, documentUrl: url, document: context };
};

const quads = [];
const expected = { OrganizationalUnit: 0, Organization: 0, ChangeEvent: 0, Event: 0 };
for (const file of dataFiles(data)) {
  const document = readJson(file);
  for (const thing of document['@graph']) if (thing.type in expected) expected[thing.type] += 1;
  const fromFile = await jsonld.toRDF(document, { base: BASE + path.basename(file), documentLoader });
  check(fromFile.length > 0, `${path.basename(file)} gives no triple`);
  // Blank nodes are numbered anew in every file.
  for (const quad of fromFile) {
    for (const term of [quad.subject, quad.object]) if (term.termType === 'BlankNode') term.value += `@${path.basename(file)}`;
  }
  quads.push(...fromFile);
}

const bySubject = new Map();
for (const quad of quads) {
  if (!bySubject.has(quad.subject.value)) bySubject.set(quad.subject.value, []);
  bySubject.get(quad.subject.value).push(quad);
}
const objects = (subject, predicate) => (bySubject.get(subject) ?? [])
  .filter((quad) => quad.predicate.value === predicate).map((quad) => quad.object);
const of = (id) => BASE + id;
const has = (subject, predicate, value, more = () => true) =>
  objects(subject, predicate).some((object) => object.value === value && more(object));
const inLanguage = (lang) => (object) => object.language === lang;
const typed = (type) => quads.filter((q) => q.predicate.value === TYPE && q.object.value === type).length;

check(quads.every((quad) => quad.graph.termType === 'DefaultGraph'), 'all triples stand in the default graph');
check(quads.every((quad) => /^https?:/.test(quad.predicate.value)), 'every predicate is a full IRI');
for (const [type, iri] of [['OrganizationalUnit', ORG], ['Organization', ORG], ['ChangeEvent', ORG], ['Event', SCHEMA]]) {
  check(typed(iri + type) === expected[type] && expected[type] > 0, `${typed(iri + type)} ${type}, expected ${expected[type]}`);
}

// Names: plain with their language, dated as SKOS-XL.
const cataloguing = of('ifla-sec-cataloguing');
check(has(cataloguing, `${SKOS}prefLabel`, 'Cataloguing Section', inLanguage('en')), 'Cataloguing Section has its name');
check(has(cataloguing, `${SKOS}prefLabel`, 'Sektion Katalogisierung', inLanguage('de')), 'and its German one');
check(has(cataloguing, `${SKOS}notation`, '13'), 'and its number');
check(has(cataloguing, `${ORG}classification`, of('section')), 'a section is a section');
check(has(of('section'), `${SKOS}prefLabel`, 'дөңгелек үстел', inLanguage('kk')) === false
  && has(of('round-table'), `${SKOS}prefLabel`, 'дөңгелек үстел', inLanguage('kk')), 'kinds have Kazakh labels');
const formerNames = objects(of('ifla-sec-eals'), `${SHZ}label`).filter((label) => objects(label.value, `${SKOSXL}literalForm`)
  .some((form) => form.language === 'en' && form.value === 'Libraries Serving Disadvantaged Persons Section'));
check(formerNames.length === 1, 'the former name of section 9 is one SKOS-XL label');
check(formerNames.every((label) => has(label.value, DATE, '1985~/2008', (o) => o.datatype?.value === EDTF)),
  'with its dates as EDTF');
check(typed(`${SHZ}AcronymLabel`) > 0, 'a dated acronym is typed by its role');

// Parents: org:unitOf leads to a node with org:organization and the dates.
const parents = objects(cataloguing, `${ORG}unitOf`);
check(parents.length === 3, `Cataloguing has ${parents.length} parents, expected 3`);
const parent = parents.find((node) => has(node.value, `${ORG}organization`, of('ifla-div-1977-4')));
check(parent !== undefined, 'Cataloguing was a unit of Division IV');
check(parent && has(parent.value, DATE, '1977~/2009', (o) => o.datatype?.value === EDTF), 'from about 1977 to 2009');
check(parent && objects(parent.value, `${PROV}wasDerivedFrom`).length > 0, 'and a source says so');
check(has(of('ifla'), `${SHZ}existence`, '1927-09-30/..', (o) => o.datatype?.value === EDTF)
  || objects(of('ifla'), `${SHZ}existence`).some((n) => has(n.value, DATE, '1927-09-30/..')), 'IFLA exists since 1927-09-30');
check(has(of('ch-renaming-ifla-1976'), `${ORG}originalOrganization`, of('ifla')), 'IFLA was renamed in 1976');
check(has(of('ev-1927-ifla-founded'), `${SCHEMA}about`, of('ifla')), 'the founding is about IFLA');

// What the processor makes of a parent that is only an id.
const short = await jsonld.toRDF({ '@context': 'context.jsonld', '@graph': [{ id: 'a', type: 'OrganizationalUnit', unitOf: 'b' }] },
  { base: BASE, documentLoader });
check(short.some((q) => q.predicate.value === `${ORG}unitOf` && q.object.value === of('b')), 'a plain parent is org:unitOf itself');

// A statement is a claim that a source makes; what represents it is a thing or a node that leads to an entry of one.
const said = await jsonld.toRDF({ '@context': 'context.jsonld', '@graph': [
  { id: 's', type: 'Statement', kind: 'date', prefLabel: { en: 'It began in 1927.' }, about: ['ifla'], order: 2, section: 'history',
    statedIn: 'article', verdict: 'not-found', confirmedBy: ['page'], contradictedBy: 'other',
    representedBy: ['ifla', { thing: 'ifla', field: 'sites', of: 'Geneva', when: '1928/1958' }] },
  { id: 'asia', type: 'Concept', countries: ['KZ'], figures: { measure: 'members', value: '3' } },
  { id: 'o', type: 'Organization', phases: { phase: 'growth', when: '1900/1910' } },
  { id: 'war', type: 'Event', when: '1939/1945', region: 'asia' }] }, { base: BASE, documentLoader });
const states = (subject, predicate, value) => said.some((q) => q.subject.value === of(subject) && q.predicate.value === predicate
  && (value === undefined || q.object.value === value));
const node = (subject, predicate) => said.find((q) => q.subject.value === of(subject) && q.predicate.value === predicate
  && q.object.termType === 'BlankNode')?.object.value;
const under = (blank, predicate, value) => said.some((q) => q.subject.value === blank && q.predicate.value === predicate
  && q.object.value === value);
check(states('s', TYPE, `${SCHEMA}Claim`) && states('s', `${SCHEMA}appearance`, of('article')), 'a statement is a claim of its source');
check(states('s', `${SCHEMA}about`, of('ifla')) && states('s', `${SCHEMA}position`, '2'), 'about something, at a place');
check(states('s', `${SHZ}verdict`, `${SHZ}notFound`) && states('s', `${SHZ}section`, of('history')), 'with a verdict and a section');
check(states('s', `${SHZ}confirmedBy`, of('page')) && states('s', `${SHZ}contradictedBy`, of('other')), 'and what others say');
check(states('s', `${SHZ}representedBy`, of('ifla')), 'a thing represents it');
const entry = node('s', `${SHZ}representedBy`);
check(under(entry, `${SHZ}thing`, of('ifla')) && under(entry, `${SHZ}of`, 'Geneva') && under(entry, DATE, '1928/1958')
  && under(entry, `${SHZ}field`, 'sites'), 'and so does an entry of one');
check(states('asia', `${SHZ}country`, 'KZ') && under(node('asia', `${SHZ}figure`), `${SHZ}measure`, of('members')),
  'a region has countries, a concept figures');
check(under(node('o', `${SHZ}hasPhase`), `${SHZ}phase`, of('growth')), 'a body has phases');
check(states('war', `${SHZ}region`, of('asia')), 'an era has a region');

// The tutorial's files lie in a folder below and name the same context.
const tutorial = [];
for (const file of dataFiles(path.join(data, 'examples'))) {
  tutorial.push(...await jsonld.toRDF(readJson(file), { base: `${BASE}examples/${path.basename(file)}`, documentLoader }));
}
const example = (id) => `${BASE}examples/${id}`;
check(tutorial.some((q) => q.subject.value === example('statement-1') && q.object.value === `${SCHEMA}Claim`)
  && tutorial.some((q) => q.subject.value === example('youth') && q.object.value === example('union')), 'the tutorial is RDF as well');

const edtf = quads.filter((quad) => quad.object.datatype?.value === EDTF).length;
const labels = list(quads).filter((quad) => quad.predicate.value === `${SKOSXL}literalForm`).length;
check(edtf > 1000 && labels > 500, `${edtf} EDTF literals and ${labels} SKOS-XL labels`);
finish(`${quads.length} triples, ${edtf} EDTF dates, ${labels} SKOS-XL labels`);
