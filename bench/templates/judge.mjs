// What Angular's compiler says of a frontend, templates included, one line a finding:
//   node judge.mjs TSCONFIG > findings.txt     (in the frontend, with its node_modules)
// `angularCompilerOptions.strictTemplates` must be on, else templates are hardly looked at.
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = process.cwd();
const compiler = path.join(root, 'node_modules/@angular/compiler-cli/bundles/index.js');
const { createCompilerHost, createProgram, readConfiguration } = await import(pathToFileURL(compiler).href);
const { options, rootNames } = readConfiguration(process.argv[2]);
const program = createProgram({ rootNames, options, host: createCompilerHost({ options }) });
await program.loadNgStructureAsync?.();
const found = [
  ...program.getTsSemanticDiagnostics(),
  ...program.getNgStructuralDiagnostics(),
  ...program.getNgSemanticDiagnostics(),
].map(({ code, file, messageText }) => {
  const said = typeof messageText === 'string' ? messageText : messageText.messageText;
  return `${file ? path.relative(root, file.fileName) : ''}: ${code}: ${said.split('\n')[0]}`;
});
console.log([...new Set(found)].sort().join('\n'));
