/**
 * Removes the comments from the compiled JavaScript, which every user downloads: declarations and assembly keep the documentation.
 */
import { readdirSync, readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import * as ts from 'typescript';

const LIB = join(__dirname, '..', 'lib');
const printer = ts.createPrinter({ removeComments: true });

for (const file of readdirSync(LIB, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.js')) continue;
  const path = join(LIB, file);
  writeFileSync(path, printer.printFile(ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)));
}
