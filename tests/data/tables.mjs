// No row of the tables that the data was made from is lost. tables/NAME.txt has a line for every row: its key, and the
// first six digits of the SHA-1 of each of its values "field=value" (rows.mjs says them); tables/left-out.txt names the rows
// or values that the data does not follow, with the reason. A fact that was bettered on purpose gets a new line.
//   node tables.mjs DATA TABLES SHEZHIRE
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { DataSet, check, equal, finish, readJson } from './support.mjs';
import { rowsOf, tables } from './rows.mjs';

const [folder, lists, program] = process.argv.slice(2);
const digest = (text) => createHash('sha1').update(text).digest('hex').slice(0, 6);
const linesOf = (name) => fs.readFileSync(path.join(lists, name), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));

const data = new DataSet(folder);
const rows = rowsOf(data);
const leftOut = new Map(linesOf('left-out.txt').map((line) => {
  const [table, key, reason] = line.split('\t');
  check(reason?.length > 10, `left-out.txt: no reason for ${table} ${key}`);
  return [`${table}\t${key}`, reason];
}));

let count = 0;
for (const table of tables) {
  for (const line of linesOf(`${table}.txt`)) {
    const [key, digests] = line.split('\t');
    const wanted = digests.split(' ');
    count += 1;
    const entries = rows[table].get(key) ?? [];
    const missing = entries.map((values) => {
      const have = new Set(values.map(digest));
      return wanted.filter((one) => !have.has(one)).length;
    });
    const there = missing.includes(0);
    const known = leftOut.delete(`${table}\t${key}`);
    if (known) check(!there, `${table} ${key}: said to be left out, but it is there`);
    else if (entries.length === 0) check(false, `${table} ${key}: not in the data`);
    else check(there, `${table} ${key}: ${Math.min(...missing)} of ${wanted.length} values differ; the data has ${JSON.stringify(entries)}`);
  }
}
check(leftOut.size === 0, `left-out.txt: no such row: ${[...leftOut.keys()].join('; ')}`);

// ---- the program has nothing to say against the data
const checked = spawnSync(program, ['check', folder], { encoding: 'utf8' });
equal([checked.status, checked.stdout, checked.stderr], [0, '', ''], 'what `shezhire check` says');

// ---- as many of each kind as the tables have, by the program; eras are ours, made of the article's statements.
const said = JSON.parse(execFileSync(program, ['info', folder, '--json'], { encoding: 'utf8' }));
const wanted = readJson(path.join(lists, 'counts.json'));
wanted.events = Object.fromEntries(Object.entries({ ...wanted.events, era: 3 }).sort(([a], [b]) => (a < b ? -1 : 1)));
for (const group of ['organizations', 'changes', 'events']) equal(said[group], wanted[group], `${group} by kind, by the program`);
equal([said.concepts, said.sources], [data.ofType('Concept').length, data.ofType('Source').length], 'concepts and sources, by the program');
check(said.sources >= linesOf('sources.txt').length, `${said.sources} sources`);
finish(`${count} rows of ${tables.length} tables`);
