// What the data must say, whatever is edited: the counts at known dates, names at a date, references.
//   node facts.mjs DATA
import { DataSet, check, equal, finish, list, presence } from './support.mjs';

const [folder] = process.argv.slice(2);
const data = new DataSet(folder);

// ---- counts of IFLA's structures
const inIfla = (thing) => thing.file === 'ifla.jsonld';
function ofKind(kind, at) {
  return data.organizations.filter((o) => inIfla(o) && o.kind === kind && data.presenceOf(o.id, at) > 0).map((o) => o.id);
}
function sectionsUnder(parent, at) {
  return ofKind('section', at).filter((id) => data.parentsOf(id, at).includes(parent)).length;
}
const divisions = (year, marks) => [...marks].map((mark) => `ifla-div-${year}-${mark}`);
function structure(at, parents, perParent, sections) {
  equal(parents.map((id) => sectionsUnder(id, at)), perParent, `${at}: sections by division`);
  equal(ofKind('section', at).length, sections, `${at}: sections`);
  equal(ofKind('division', at).sort(), parents, `${at}: divisions`);
  for (const id of ofKind('section', at)) {
    equal(data.parentsOf(id, at).length, 1, `${at}: parents of ${id}`);
  }
}
structure('1984-06', divisions(1977, '12345678'), [3, 6, 5, 3, 5, 4, 2, 3], 31);
structure('1994-06', divisions(1977, '12345678'), [3, 6, 6, 3, 5, 4, 2, 3], 32);
structure('2005-08', divisions(1977, '12345678'), [3, 7, 8, 3, 8, 8, 8, 3], 48);
structure('2018-02', divisions(2009, '12345'), [12, 9, 13, 7, 3], 44);
structure('2024-01', divisions(2021, 'abcdefgh'), [0, 4, 4, 4, 1, 0, 0, 5], 42);
equal(sectionsUnder('ifla-gov-professional-council', '2024-01'), 24, '2024-01: sections whose letter is not known');
equal(ofKind('regional-division', '2024-01').length, 6, '2024-01: regional divisions');
equal(ofKind('special-interest-group', '2024-01').length, 12, '2024-01: special interest groups');
equal(ofKind('round-table', '1994-06').length, 14, '1994-06: round tables');

// The day on which the structure of 2009 gave way to that of 2021: nothing stands twice, nothing is lost.
equal([ofKind('division', '2021-08-25').length, ofKind('division', '2021-08-26').length], [5, 8], 'divisions in August 2021');
equal([ofKind('regional-division', '2021-08-25').length, ofKind('regional-division', '2021-08-26').length], [0, 6],
  'regional divisions in August 2021');
equal([ofKind('section', '2021-08-25').length, ofKind('section', '2021-08-26').length], [45, 42], 'sections in August 2021');

// Every unit of IFLA is somewhere below IFLA while it certainly exists (checked at the dates above).
for (const at of ['1984-06', '1994-06', '2005-08', '2018-02', '2021-08-25', '2021-08-26', '2024-01']) {
  const kinds = ['division', 'regional-division', 'section', 'round-table', 'governing-body', 'core-programme', 'secretariat'];
  for (const id of kinds.flatMap((kind) => ofKind(kind, at)).filter((i) => data.presenceOf(i, at) === 2)) {
    let up = [id];
    const seen = new Set();
    while (up.length > 0 && !up.includes('ifla')) {
      up = up.flatMap((i) => data.parentsOf(i, at)).filter((i) => !seen.has(i));
      up.forEach((i) => seen.add(i));
    }
    check(up.includes('ifla'), `${at}: ${id} hangs under nothing`);
  }
}

// ---- names at a date
equal(data.namesAt('ifla-sec-eals', 'en', '2005-08'), ['Libraries Serving Disadvantaged Persons Section'], 'section 9 in 2005');
equal(data.things.get('ifla-sec-eals').notation, '9', 'its number');
equal(data.namesAt('ifla-gov-general-assembly', 'en', '2005-08'), ['Council'], 'the General Assembly in 2005');
equal(data.namesAt('ifla-gov-general-assembly', 'en', '2024-01'), ['General Assembly'], 'the General Assembly in 2024');
equal(data.namesAt('ifla', 'en', '1928'), ['International Library and Bibliographical Committee'], 'IFLA in 1928');
equal(data.namesAt('ifla', 'ru', '1950'), ['Международная федерация библиотечных ассоциаций'], 'IFLA in 1950');

// At no date of these does a body bear two preferred names of one language that both certainly hold.
for (const at of ['1900', '1930', '1950', '1980-06', '2005-08-15', '2024-01-15']) {
  for (const { id } of data.organizations.filter((o) => data.presenceOf(o.id, at) === 2)) {
    const names = data.namesOf(id).filter((name) => name.role === 'preferred');
    for (const lang of new Set(names.map((name) => name.lang))) {
      const certain = names.filter((n) => n.lang === lang && (!n.when || presence(n.when, at) === 2));
      check(certain.length <= 1, `${at}: ${id} is called ${certain.map((n) => n.text).join(' and ')}`);
    }
  }
}

// ---- the disputed seat
const paris = list(data.things.get('ifla').sites).find((site) => site.place === 'Paris');
check(paris?.disputed === true && paris.sources.includes('isengalieva'), 'Paris stands as a disputed seat of IFLA');

// ---- names
// A name that holds then, for every box of a picture.
for (const at of ['1984-06', '2005-08', '2018-02', '2024-01']) {
  for (const { id } of data.organizations.filter((o) => data.presenceOf(o.id, at) > 0)) {
    for (const lang of ['en', 'kk', 'ru']) {
      check(data.namesAt(id, lang, at).length > 0, `${at}: ${id} has no name in ${lang} that holds then`);
    }
  }
}
// ---- order: by type, then by id, as people look for them
const order = ['Organization', 'OrganizationalUnit', 'ChangeEvent', 'Event', 'Statement', 'Concept', 'ConceptScheme', 'Source'];
const last = new Map();
for (const thing of data.things.values()) {
  const place = `${order.indexOf(thing.type)} ${thing.id}`;
  check(place > (last.get(thing.file) ?? ''), `${thing.file}: ${thing.id} stands out of order`);
  last.set(thing.file, place);
}

// ---- references
equal(data.twice, [], 'ids that two things share');
const types = {
  organization: ['Organization', 'OrganizationalUnit'], concept: ['Concept'], scheme: ['ConceptScheme'], source: ['Source'],
};
function refers(from, id, type) {
  const target = data.things.get(id);
  check(target && types[type].includes(target.type), `${from.file}: ${from.id} names ${type} ${id}, which is not there`);
}
for (const thing of data.things.values()) {
  const evidence = [thing, ...['claims', 'labels', 'existence', 'unitOf', 'memberOf', 'links', 'sites', 'offices', 'figures', 'phases']
    .flatMap((field) => list(thing[field]))];
  for (const part of evidence) for (const source of list(part.sources)) refers(thing, source, 'source');
  if (thing.kind) refers(thing, thing.kind, 'concept');
  if (thing.inScheme) refers(thing, thing.inScheme, 'scheme');
  for (const parent of list(thing.unitOf)) refers(thing, parent.organization ?? parent, 'organization');
  for (const body of list(thing.memberOf)) refers(thing, body.organization ?? body, 'organization');
  for (const body of list(thing.memberOf)) if (body.role) refers(thing, body.role, 'concept');
  for (const link of list(thing.links)) {
    refers(thing, link.to, 'organization');
    refers(thing, link.kind, 'concept');
  }
  for (const office of list(thing.offices)) refers(thing, office.office, 'concept');
  for (const figure of list(thing.figures)) refers(thing, figure.measure, 'concept');
  for (const phase of list(thing.phases)) refers(thing, phase.phase, 'concept');
  if (thing.region) refers(thing, thing.region, 'concept');
  for (const field of ['originalOrganization', 'resultingOrganization', 'organization']) {
    for (const id of list(thing[field])) refers(thing, id, 'organization');
  }
  if (['Organization', 'OrganizationalUnit', 'ChangeEvent', 'Event'].includes(thing.type)) {
    check(list(thing.sources).length > 0, `${thing.file}: ${thing.id} names no source`);
    check(thing.confidence !== undefined, `${thing.file}: ${thing.id} has no confidence`);
  }
}
// Every kind looks different.
const looks = data.ofType('Concept').filter((c) => c.inScheme === 'organization-kinds').map((c) => `${c.shape} ${c.colour} ${c.mark}`);
equal(new Set(looks).size, looks.length, 'looks of the kinds of organizations');

finish(`${data.things.size} things of ${data.files.length} files`);
