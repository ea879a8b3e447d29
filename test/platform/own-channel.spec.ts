import { ownChannel } from '../support/own-channel.mjs';

describe('what a process of tests is told at its beginning', () => {
  it('is told to the one that asks, when it asks, and to no other', () => {
    const listeners = new Set<(message: string) => void>();
    // as jest-light-runner makes it, once for all processes
    const shared = {
      onMessage: (listener: (message: string) => void) => void listeners.add(listener),
      postMessage: () => {
        for (const listener of listeners) {
          listener('settings');
          listeners.delete(listener);
        }
      },
    };
    const told: string[] = [];
    const [first, second] = ['first', 'second'].map((name) => {
      const channel = ownChannel(shared);
      channel.onMessage((message: string) => told.push(`${name}: ${message}`));
      return channel;
    });
    first!.postMessage('settings, please');
    expect(told).toEqual(['first: settings']);
    second!.postMessage('settings, please');
    expect(told).toEqual(['first: settings', 'second: settings']);
  });
});
