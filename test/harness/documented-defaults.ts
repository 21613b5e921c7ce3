import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const SRC = join(__dirname, '..', '..', 'src');

/** What the documentation of every optional prop says of its default, by `Struct.prop`. */
export function documentedDefaults(): { [prop: string]: string } {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.includes('.generated.')).sort();
  return Object.fromEntries(files.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.ES2022, true);
    return source.statements.filter(ts.isInterfaceDeclaration).flatMap((declaration) => declaration.members.flatMap((member) => {
      const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default');
      const text = ts.getTextOfJSDocComment(tag?.comment)?.replace(/\s+/g, ' ').trim();
      return text === undefined ? [] : [[`${declaration.name.text}.${(member.name as ts.Identifier).text}`, text]];
    }));
  }));
}
