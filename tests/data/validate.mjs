// Every data file follows data/schema.json, by a validator that is not ours; every file in bad/ is refused, at the place
// that it names itself ("x-expect").
// The tutorial's files and the examples of docs/data.md follow it too, and leave no field of it out.
//   node validate.mjs DATA BAD
import fs from 'node:fs';
import path from 'node:path';
import { check, dataFiles, finish, readJson, requireHere } from './support.mjs';

const [data, bad] = process.argv.slice(2);
const Ajv2020 = requireHere('ajv/dist/2020.js').default;
const ajv = new Ajv2020({ allErrors: true, strictSchema: true, strictTypes: false });
const validate = ajv.compile(readJson(path.join(data, 'schema.json')));

const files = dataFiles(data);
check(files.length >= 3, 'no data files found');
for (const file of files) {
  const good = validate(readJson(file));
  const faults = (validate.errors ?? []).slice(0, 5).map((e) => `\n  ${e.instancePath} ${e.message}`);
  check(good, `${path.basename(file)} does not follow the schema:${faults.join('')}`);
}

// ---- what teaches the format
const schema = readJson(path.join(data, 'schema.json'));
const tutorial = dataFiles(path.join(data, 'examples')).map((file) => [path.basename(file), readJson(file)]);
const text = fs.readFileSync(path.join(data, '../docs/data.md'), 'utf8');
const examples = [...text.matchAll(/\n```json\n([^]*?)\n```\n/g)].map((match, i) => [`docs/data.md, example ${i + 1}`, JSON.parse(match[1])]);
check(tutorial.length >= 2 && examples.length >= 4, 'no examples found');
for (const [name, document] of [...tutorial, ...examples]) {
  const good = validate(document);
  check(good, `${name}: ${(validate.errors ?? []).slice(0, 3).map((e) => `${e.instancePath} ${e.message}`).join('; ')}`);
}
/** Every name of a field that stands anywhere below. */
function fieldsIn(value, found = new Set()) {
  if (Array.isArray(value)) value.forEach((each) => fieldsIn(each, found));
  else if (value !== null && typeof value === 'object') {
    for (const [key, each] of Object.entries(value)) { found.add(key); fieldsIn(each, found); }
  }
  return found;
}
const used = fieldsIn(tutorial.map(([, document]) => document));
const known = new Set();
(function collect(value) {
  if (value === null || typeof value !== 'object') return;
  if (!Array.isArray(value) && value.properties !== undefined) {
    Object.keys(value.properties).forEach((key) => known.add(key));
  }
  Object.values(value).forEach(collect);
})(schema);
for (const field of known) if (field !== '$schema') check(used.has(field), `the tutorial's files have no “${field}”`);

const fixtures = fs.readdirSync(bad).filter((name) => name.endsWith('.jsonld')).sort();
check(fixtures.length >= 10, 'no bad files found');
for (const name of fixtures) {
  const document = readJson(path.join(bad, name));
  const expected = document['x-expect'];
  check(typeof expected === 'string', `${name} does not say what it expects`);
  check(!validate(document), `${name} should be refused`);
  const places = (validate.errors ?? []).map((e) => e.instancePath);
  check(places.includes(expected), `${name}: refused at ${[...new Set(places)].join(' ')}, expected at ${expected}`);
}
finish(`${files.length} data files, ${fixtures.length} bad ones`);
