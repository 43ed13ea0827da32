// A second build of the app, as cheap as can be: the same files under another name.

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE } from './server.mjs';

/** A folder whose site can be changed under a running server: `link` is what the server is given. */
export class Builds {
  constructor(folder) {
    this.folder = folder;
    this.link = join(folder, 'site');
    symlinkSync(SITE, this.link);
    this.build = nameOf(SITE);
  }

  /** Puts another build in the place of the one that is served, and gives its name. */
  release() {
    const name = createHash('sha256').update(this.build).digest('hex').slice(0, 12);
    const site = join(this.folder, name);
    cpSync(this.link, site, { recursive: true, dereference: true });
    const old = readFileSync(join(site, 'index.html'), 'utf8');
    const page = old.replaceAll(this.build, name).replace('</body>', `<!-- ${name} --></body>`);
    const worker = readFileSync(join(site, 'sw.js'), 'utf8');
    write(site, 'index.html', page);
    write(site, 'sw.js', worker.replaceAll(this.build, name).replaceAll(sha256(old), sha256(page)));
    symlinkSync(site, `${this.link}.new`);
    renameSync(`${this.link}.new`, this.link);
    this.build = name;
    return name;
  }
}

function nameOf(site) {
  return JSON.parse(readFileSync(join(site, 'site.json'), 'utf8')).build;
}

/** Writes a file, and takes away its compressed twins, which say something else now. */
function write(site, name, text) {
  writeFileSync(join(site, name), text);
  for (const ending of ['br', 'gz']) rmSync(join(site, `${name}.${ending}`), { force: true });
}

function sha256(text) {
  return createHash('sha256').update(text).digest('hex');
}
