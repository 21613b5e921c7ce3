import { Area, findingsOf, FoundExample } from './example';
import { AREAS } from './examples';

const HEADER = ['| id | severity | example: prop or option | message |', '| --- | --- | --- | --- |'];

/** The tables of docs/findings.md. */
export function findingTables(): string {
  return AREAS.map((area) => [`## ${area.title}`, '', ...HEADER, ...rows(area)].join('\n')).join('\n\n');
}

function rows({ examples }: Area): string[] {
  return Object.entries(examples).sort(([one], [other]) => (one < other ? -1 : 1)).map(([id, make]) => {
    const example = findingsOf(make).find((finding) => finding.id === id);
    if (!example) throw new Error(`the example of '${id}' does not give it`);
    return `| \`${id}\` | ${severity(example)} | ${place(example)} | ${code(example.text)} |`;
  });
}

function severity({ severity: name, thrown }: FoundExample): string {
  return name === 'WARNING' ? 'warning' : `**error**${thrown ? ', thrown' : ''}`;
}

function place({ where, subject }: FoundExample): string {
  return [where, subject].filter((name) => name !== undefined).map((name) => code(name)).join(': ');
}

/** Text as it is, in a cell of a table. */
function code(text: string): string {
  const fence = text.includes('`') ? ['`` ', ' ``'] : ['`', '`'];
  return fence.join(text.replace(/\|/g, '\\|'));
}
