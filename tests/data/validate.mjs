// Every data file follows data/schema.json, by a validator that is not ours; every file in bad/ is refused, at the place
// that it names itself ("x-expect").
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
