// What the tests of the data share: reading the files, a report that fails, and EDTF bounds by a second, small evaluation
// (level 0 and 1, which is what the data uses), so that the program's own one has something to be held against.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

/** Packages stand in the build folder, not beside this file. */
export const requireHere = createRequire(path.join(process.env.SHEZHIRE_NODE_DIR ?? process.cwd(), 'package.json'));

export function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}

export function dataFiles(folder) {
  return fs.readdirSync(folder).filter((name) => name.endsWith('.jsonld') && name !== 'context.jsonld').sort()
    .map((name) => path.join(folder, name));
}

export function list(value) {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

let faults = 0;
export function check(condition, sentence) {
  if (!condition) {
    faults += 1;
    if (faults <= 50) console.error(`FAULT ${sentence}`);
  }
}
export function equal(actual, expected, what) {
  const a = JSON.stringify(actual);
  const b = JSON.stringify(expected);
  check(a === b, `${what}: ${a}, expected ${b}`);
}
export function finish(what) {
  console.log(`${what}: ${faults === 0 ? 'all well' : `${faults} faults`}`);
  process.exit(faults === 0 ? 0 : 1);
}

const DAY = 86400000;
const day = (year, month, dayOfMonth) => Math.round(Date.UTC(year, month - 1, dayOfMonth) / DAY);
const EARLIEST = -Infinity;
const LATEST = Infinity;

/** First and last day that a date may mean; `~`, `?` and `%` do not widen it. */
export function dateBounds(text) {
  const match = /^([0-9X]{4})(?:-(\d\d))?(?:-(\d\d))?[~?%]?$/.exec(text);
  if (!match) throw new Error(`not a date that this test reads: ${text}`);
  const [, year, month, dayOfMonth] = match;
  const first = Number(year.replaceAll('X', '0'));
  const last = Number(year.replaceAll('X', '9'));
  if (!month) return [day(first, 1, 1), day(last, 12, 31)];
  if (!dayOfMonth) return [day(first, Number(month), 1), day(last, Number(month) + 1, 0)];
  return [day(first, Number(month), Number(dayOfMonth)), day(last, Number(month), Number(dayOfMonth))];
}

/** Bounds of both ends: `..` is open (at infinity for certain), nothing is unknown (anywhere). */
export function intervalBounds(text) {
  if (!text.includes('/')) {
    const bounds = dateBounds(text);
    return { start: bounds, end: bounds };
  }
  const [start, end] = text.split('/');
  return {
    start: start === '..' ? [EARLIEST, EARLIEST] : start === '' ? [EARLIEST, LATEST] : dateBounds(start),
    end: end === '..' ? [LATEST, LATEST] : end === '' ? [EARLIEST, LATEST] : dateBounds(end),
  };
}

/** 0 no, 1 maybe, 2 yes: does what lasts over `life` hold throughout `at`? */
export function presence(life, at) {
  const { start, end } = intervalBounds(life);
  const [first, last] = dateBounds(at);
  if (start[0] > last || end[1] < first) return 0;
  return start[1] <= first && end[0] >= last ? 2 : 1;
}

export class DataSet {
  constructor(folder) {
    this.files = dataFiles(folder);
    this.things = new Map();
    this.twice = [];
    this.heads = [];
    for (const file of this.files) {
      const { '@graph': graph, ...head } = readJson(file);
      this.heads.push({ name: path.basename(file), ...head });
      for (const thing of graph) {
        if (this.things.has(thing.id)) this.twice.push(thing.id);
        this.things.set(thing.id, { ...thing, file: path.basename(file) });
      }
    }
  }
  ofType(...types) {
    return [...this.things.values()].filter((thing) => types.includes(thing.type));
  }
  get organizations() {
    return this.ofType('Organization', 'OrganizationalUnit');
  }
  isOrganization(thing) {
    return ['Organization', 'OrganizationalUnit'].includes(thing.type);
  }
  presenceOf(id, at) {
    const spells = list(this.things.get(id).existence ?? '/');
    return Math.max(...spells.map((spell) => presence(typeof spell === 'string' ? spell : spell.when, at)));
  }
  /** Ids of the parents at a date, present themselves. */
  parentsOf(id, at) {
    return list(this.things.get(id).unitOf).map((p) => (typeof p === 'string' ? { organization: p } : p))
      .filter((p) => (p.when ? presence(p.when, at) : this.presenceOf(id, at)) > 0)
      .map((p) => p.organization)
      .filter((parent) => this.things.has(parent) && this.presenceOf(parent, at) > 0);
  }
  /** Every name of a thing: { text, lang, role, status, when }. */
  namesOf(id) {
    const thing = this.things.get(id);
    const names = [];
    const add = (map, rest) => {
      for (const [lang, texts] of Object.entries(map ?? {})) {
        for (const text of list(texts)) names.push({ text, lang, ...rest });
      }
    };
    add(thing.prefLabel, { role: 'preferred' });
    add(thing.altLabel, { role: 'alternative' });
    add(thing.acronym, { role: 'acronym' });
    for (const label of list(thing.labels)) {
      const { label: map, role = 'preferred', ...rest } = label;
      add(map, { role, ...rest });
    }
    return names;
  }
  /** Preferred names that hold (or may hold) at a date, in one language. */
  namesAt(id, lang, at) {
    return this.namesOf(id).filter((name) => name.role === 'preferred' && name.lang === lang)
      .filter((name) => !name.when || presence(name.when, at) > 0).map((name) => name.text);
  }
}
