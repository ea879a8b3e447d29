import { requireForReal } from './for-real.js';

describe('the service started by itself', () => {
  const env = { NODE_ENV: 'production' };

  it.each(['v24.2.0', 'v24.21.0', 'v25.0.0'])('runs on Node %s', (version) => {
    expect(() => requireForReal({ version, env })).not.toThrow();
  });

  it.each(['v20.20.2', 'v22.14.0', 'v24.1.0'])('says on Node %s which one it needs', (version) => {
    expect(() => requireForReal({ version, env })).toThrow(
      `Pulang needs Node 24.2 or newer, this is ${version}`,
    );
  });

  it('is no demonstration because somebody forgot NODE_ENV', () => {
    for (const forgotten of [{}, { NODE_ENV: '' }])
      expect(() => requireForReal({ version: 'v24.21.0', env: forgotten })).toThrow('NODE_ENV is missing');
  });
});
