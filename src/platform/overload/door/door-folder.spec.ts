import { once } from 'node:events';
import { linkSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servicePath, sweepDoorFolders } from './door-folder.js';

const LATER = 120_000;

describe('the folders of doors that were left behind', () => {
  const place = mkdtempSync(join(tmpdir(), 'pulang-sweep-'));
  const servers: Server[] = [];
  afterAll(() => {
    for (const server of servers) server.close();
    rmSync(place, { recursive: true });
  });

  const folder = (name: string) => {
    const path = join(place, name);
    mkdirSync(path);
    return path;
  };
  const listenAt = async (path: string) => {
    const server = createServer().listen(path);
    await once(server, 'listening');
    return server;
  };
  /** A socket whose process is gone without having taken it along. */
  const killedIn = async (path: string) => {
    const before = join(place, 'before');
    const server = await listenAt(before);
    linkSync(before, servicePath(path));
    server.close();
    await once(server, 'close');
    expect(lstatSync(servicePath(path)).isSocket()).toBe(true);
  };

  it('are removed when nobody listens there; what lives, is young or is something else stays', async () => {
    await killedIn(folder('pulang-door-killed'));
    folder('pulang-door-never-opened');
    servers.push(await listenAt(servicePath(folder('pulang-door-lives'))));
    await killedIn(folder('another-door'));
    symlinkSync(join(place, 'another-door'), join(place, 'pulang-door-leads-elsewhere'));
    const all = readdirSync(place).sort();
    await sweepDoorFolders(place, Date.now());
    expect(readdirSync(place).sort()).toEqual(all);
    await sweepDoorFolders(place, Date.now() + LATER);
    expect(readdirSync(place).sort()).toEqual([
      'another-door',
      'pulang-door-leads-elsewhere',
      'pulang-door-lives',
    ]);
    expect(readdirSync(join(place, 'another-door'))).toEqual(['service']);
  });
});
