import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { basename, dirname, join } from 'node:path';

const FROM = /from '([^']+)'/g;
/** Packages that browsers get, under the name of the one file that holds them. */
const PACKAGES: Readonly<Record<string, string>> = { qrcode: 'qr-code.js' };

const require = createRequire(import.meta.url);

/**
 * Makes scripts for browsers: the client's own, and what kiosks share with the service (kiosk/device/ and the rules that
 * it imports), without its types. All lie in one folder, so imports lose their folders; a name that comes twice is refused.
 * @param root the project's folder
 */
export function buildBrowserModules(root: string, folder: string): void {
  const client = join(root, 'src/web/client');
  const device = join(root, 'src/web/kiosk/device');
  const scripts = readdirSync(client).filter((name) => name.endsWith('.js'));
  for (const name of scripts) write(folder, name, readFileSync(join(client, name), 'utf8'));
  const entries = readdirSync(device).filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'));
  for (const [name, code] of shared(entries.map((entry) => join(device, entry)))) {
    if (scripts.includes(name)) throw new Error(`two scripts are called ${name}`);
    write(folder, name, code);
  }
  writeFileSync(join(folder, 'qr-code.js'), oneFile(require.resolve('qrcode/lib/core/qrcode.js')));
  const phones = join(root, 'node_modules/libphonenumber-js/bundle/libphonenumber-min.js');
  writeFileSync(
    join(folder, 'phone-numbers.js'),
    readFileSync(phones, 'utf8').replace(/\n?\/\/# source.*$/, ''),
  );
}

const write = (folder: string, name: string, code: string): void =>
  writeFileSync(
    join(folder, name),
    code.replace(FROM, (_, path: string) => `from './${PACKAGES[path] ?? basename(path)}'`),
  );

/** TypeScript files and all that they import, by the name that browsers ask for. */
function shared(files: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  const origin = new Map<string, string>();
  const add = (file: string): void => {
    const name = basename(file).replace(/\.ts$/, '.js');
    if (found.has(name)) {
      if (origin.get(name) !== file) throw new Error(`two shared scripts are called ${name}`);
      return;
    }
    const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
    found.set(name, code);
    origin.set(name, file);
    for (const [, path] of code.matchAll(FROM)) add(join(dirname(file), path!.replace(/\.js$/, '.ts')));
  };
  files.forEach(add);
  return found;
}

/** A CommonJS file and all that it requires, as one module that exports what the file does by the name `create`. */
function oneFile(entry: string): string {
  const parts = new Map<string, string>();
  const add = (file: string): string => {
    if (parts.has(file)) return file;
    parts.set(file, '');
    const resolve = createRequire(file);
    const code = readFileSync(file, 'utf8').replace(
      /require\('([^']+)'\)/g,
      (_, path: string) => `require(${number(add(resolve.resolve(path)))})`,
    );
    parts.set(file, code);
    return file;
  };
  const number = (file: string): number => [...parts.keys()].indexOf(file);
  add(entry);
  const bodies = [...parts.values()].map((code) => `function (module, exports, require) {\n${code}\n}`);
  return `const parts = [${bodies.join(',\n')}];
const loaded = [];
function load(index) {
  if (loaded[index]) return loaded[index].exports;
  const module = (loaded[index] = { exports: {} });
  parts[index](module, module.exports, load);
  return module.exports;
}
export const { create } = load(0);
`;
}
