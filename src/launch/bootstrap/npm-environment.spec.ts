import { npmEnvironment } from './npm-environment.mjs';

const PATH = '/usr/bin';

describe('the environment of our own npm', () => {
  it('leaves out the folder of npm --prefix, and the settings of the machine that would lie below it', () => {
    const given = {
      PATH,
      npm_config_prefix: '/pulang',
      npm_config_local_prefix: '/pulang',
      npm_config_globalconfig: '/pulang/etc/npmrc',
    };
    expect(npmEnvironment(given)).toEqual({ PATH });
  });

  it('keeps settings that somebody chose', () => {
    const given = { PATH, npm_config_globalconfig: '/etc/embassy-npmrc', npm_config_proxy: 'http://proxy' };
    expect(npmEnvironment(given)).toEqual(given);
    expect(npmEnvironment({ ...given, npm_config_prefix: '/pulang' })).toEqual(given);
  });
});
