// Kazakh, Russian and English: a name in each for all that is shown, in the right letters and with the glossary's terms.
// A ChangeEvent has no name of its own: views make one of its kind, its bodies and its date ("Merger: A, B -> C, 1919").
//   node languages.mjs DATA GLOSSARY
import fs from 'node:fs';
import { DataSet, check, equal, finish, list } from './support.mjs';

const [folder, glossaryFile] = process.argv.slice(2);
const data = new DataSet(folder);
const LANGUAGES = ['en', 'kk', 'ru'];
const named = data.ofType('Organization', 'OrganizationalUnit', 'Event', 'Concept', 'ConceptScheme', 'Statement');
const preferred = (id, lang) => data.namesOf(id).filter((n) => n.lang === lang && n.role === 'preferred').map((n) => n.text);

// ---- nothing without a name
for (const thing of named) {
  for (const lang of LANGUAGES) check(preferred(thing.id, lang).length > 0, `${thing.file}: ${thing.id} has no name in ${lang}`);
}
for (const change of data.ofType('ChangeEvent')) {
  check(data.namesOf(change.id).length === 0 && data.things.get(change.kind)?.inScheme === 'change-kinds', `${change.id} is named by its kind and bodies`);
}
const defined = ['organization-kinds', 'change-kinds', 'event-kinds', 'link-kinds', 'membership-roles', 'offices', 'statement-kinds',
  'association-phases', 'association-scopes'];
const tellsAll = (map) => LANGUAGES.every((lang) => (map?.[lang] ?? '') !== '');
for (const thing of data.ofType('Concept', 'ConceptScheme')) {
  const wanted = thing.type === 'ConceptScheme' || defined.includes(thing.inScheme);
  if (wanted || thing.definition) check(tellsAll(thing.definition), `${thing.id} has no definition in en, kk and ru`);
}
for (const thing of data.things.values()) {
  const remarks = [thing, ...['offices', 'phases'].flatMap((field) => list(thing[field]))].filter((part) => part.note);
  for (const { note } of remarks) check(tellsAll(note), `${thing.id}: a note in en, kk and ru: ${JSON.stringify(note)}`);
}
// What sources disagree about is a field of the format, or a concept with a name.
const FIELDS = ['founded', 'dissolved', 'when', 'sites', 'unitOf'];
for (const thing of data.things.values()) {
  for (const { field } of list(thing.claims)) {
    const said = FIELDS.includes(field) || /^prefLabel\.[a-z]+$/.test(field) || data.things.get(field)?.type === 'Concept';
    check(said, `${thing.id}: a claim about “${field}”, which has no name`);
  }
}
for (const file of data.heads) check(tellsAll(file.title), `${file.name}: a title in en, kk and ru`);

// ---- the right letters
const LETTERS = { kk: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя', ru: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя' };
const LOOK_ALIKE = /^[aceiopxyABCEHIKMOPTXY]+$/; // Latin letters that have a twin in the Cyrillic alphabet
const ROMAN = /^[IVXLC]+$/;
const spoken = (thing, lang) => [...data.namesOf(thing.id).filter((n) => n.lang === lang).map((n) => n.text),
  ...['note', 'definition'].map((field) => thing[field]?.[lang] ?? '')];
for (const thing of named) {
  const english = new Set(spoken(thing, 'en').join(' ').match(/[A-Za-z]+/g));
  for (const lang of ['kk', 'ru']) {
    for (const text of spoken(thing, lang)) {
      // A Russian sentence may quote Kazakh words in «».
      const own = lang === 'ru' ? text.replace(/«[^»]*»/g, '') : text;
      for (const letter of own.toLowerCase().match(/[\u0400-\u052f]/g) ?? []) {
        check(LETTERS[lang].includes(letter), `${thing.id}: «${letter}» is no letter of ${lang}: ${text}`);
      }
      for (const word of text.match(/[A-Za-z]+/g) ?? []) {
        check(!LOOK_ALIKE.test(word) || english.has(word) || ROMAN.test(word), `${thing.id}: Latin «${word}» in ${lang}: ${text}`);
      }
      check(text === text.trim() && text === text.normalize('NFC') && !/ {2}/.test(text), `${thing.id}: blanks or NFC: ${text}`);
    }
  }
  for (const name of data.namesOf(thing.id).filter((n) => ['kk', 'ru'].includes(n.lang) && n.role === 'preferred')) {
    check(/[\u0400-\u04ff]/.test(name.text) || /^[A-Z0-9ÜİŞ&/ -]+$/.test(name.text),
      `${thing.id}: ${name.lang} name without a Cyrillic letter: ${name.text}`);
  }
}
const everything = [...data.things.values()].map((thing) => JSON.stringify(thing)).join('\n');
for (const word of new Set(everything.match(/[A-Za-z\u0400-\u052f]+/g))) {
  check(!(/[A-Za-z]/.test(word) && /[\u0400-\u052f]/.test(word)), `Latin and Cyrillic letters in one word: ${word}`);
}
// A Kazakh sentence that has none of these letters is most likely not Kazakh.
for (const thing of data.ofType('Statement')) {
  check(/[әғқңөұүһі]/i.test(thing.prefLabel.kk), `${thing.id}: Kazakh without a letter of its own: ${thing.prefLabel.kk}`);
  check(!/[әғқңөұүһі]/i.test(thing.prefLabel.ru.replace(/«[^»]*»/g, '')), `${thing.id}: Kazakh letters in Russian: ${thing.prefLabel.ru}`);
  for (const lang of ['kk', 'ru']) check(/[.»]$/.test(thing.prefLabel[lang]), `${thing.id} is no whole sentence: ${thing.prefLabel[lang]}`);
}
// One sentence is said once in each language.
for (const lang of LANGUAGES) {
  const said = data.ofType('Statement').map((s) => s.prefLabel[lang]);
  equal(said.filter((text, i) => said.indexOf(text) !== i), [], `statements with the same words in ${lang}`);
}

// ---- the glossary's terms: what it calls a thing is what the vocabulary calls it, and where a name that we translated
// holds the English term, the translation holds the other one (by its stem, which Kazakh and Russian endings follow).
const [, ...rows] = fs.readFileSync(glossaryFile, 'utf8').split('\n').filter((line) => line !== '').map((line) => line.split('\t'));
const glossary = new Map(rows.map(([en, ru, kk]) => [en, { ru, kk }]));
const core = (term) => term.replace(/ *\([^)]*\)/g, '').replace(/^… */, '');
let compared = 0;
for (const concept of data.ofType('Concept').filter((c) => defined.includes(c.inScheme))) {
  const term = glossary.get(preferred(concept.id, 'en')[0]);
  if (!term) continue;
  compared += 1;
  for (const lang of ['ru', 'kk']) {
    const there = preferred(concept.id, lang)[0];
    check(there.includes(core(term[lang])), `${concept.id}: «${there}», the glossary has «${term[lang]}»`);
  }
}
check(compared >= 50, `${compared} concepts compared with the glossary`);

const STEMS = [ // English, stem in Russian, in Kazakh
  [/\bround table\b/i, /кругл\S+ стол/i, /дөңгелек үстел/i],
  [/\bdiscussion group\b/i, /дискуссионн\S+ групп/i, /пікірталас тоб/i],
  [/\bSIG\b|\bspecial interest group\b/, /групп\S+ по интересам/i, /қызығушылық тоб/i],
  [/\bstanding committee\b/i, /постоянн\S+ комитет/i, /тұрақты комитет/i],
  [/\badvisory committee\b/i, /консультативн\S+ комитет/i, /консультативтік комитет/i],
  [/\bregional division\b/i, /региональн\S+ отдел/i, /аймақтық бөлім/i],
  [/\bnational library of\b/i, /национальн\S+ библиотек/i, /ұлттық( \(парламент\))? кітапхана/i],
  [/\bsection\b/i, /секци/i, /секция/i],
  [/\bcommittee\b/i, /комитет/i, /комитет/i],
  [/\bmanifesto\b/i, /манифест/i, /манифес/i],
  [/\bheadquarters\b/i, /штаб-квартир/i, /штаб-пәтер/i],
  [/\bgeneral assembly\b/i, /генеральн\S+ ассамбле/i, /бас ассамблея/i],
  [/\bgoverning board\b/i, /правлени|управляющ\S+ совет/i, /басқарма/i],
  [/\bprofessional board\b/i, /профессиональн\S+ бюро/i, /кәсіби бюро/i],
  [/\blibrary associations?\b/i, /библиотечн\S+ (ассоциаци|союз|обществ)|ассоциаци\S+ (\S+ )?библиотек/i, /кітапхана(лық)?( \S+)? (қауымдаст|одағ|қоғам)|кітапханашылар қауымдаст|кітапханалар/i],
];
let terms = 0;
for (const thing of named) {
  const english = preferred(thing.id, 'en');
  for (const [en, ru, kk] of STEMS) {
    if (!english.every((text) => en.test(text))) continue;
    for (const [lang, stem] of [['ru', ru], ['kk', kk]]) {
      for (const name of data.namesOf(thing.id).filter((n) => n.lang === lang && n.role === 'preferred' && n.status === 'translated')) {
        terms += 1;
        check(stem.test(name.text), `${thing.id}: ${stem} is not in «${name.text}» (${english[0]})`);
      }
    }
  }
}
check(terms >= 500, `${terms} translated names looked at for terms`);
finish(`${named.length} things, ${compared} concepts and ${terms} names against the glossary`);
