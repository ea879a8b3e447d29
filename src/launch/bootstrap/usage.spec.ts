import { answerUsage } from './usage.mjs';

describe('commands without a program of their own', () => {
  it.each(['start', 'build', 'check', 'test', 'test:browser', 'test:documents'])(
    '%s says what it does, and what it did not understand, instead of doing it',
    (name) => {
      const help = answerUsage(name, ['--help']);
      expect(help).toMatchObject({ exitCode: 0 });
      const wrong = answerUsage(name, ['--wrong'])!;
      expect(wrong).toMatchObject({ exitCode: 2 });
      expect(wrong.said).toBe(`Unknown option '--wrong'.\n\n${help!.said}`);
      expect(answerUsage(name, [])).toBeUndefined();
    },
  );

  it('go ahead with what they know, and leave programs to answer for themselves', () => {
    expect(answerUsage('start', ['--new-passwords'])).toBeUndefined();
    expect(answerUsage('start', ['now'])).toMatchObject({ exitCode: 2 });
    expect(answerUsage('test', ['test/queue/calling.spec.ts'])).toBeUndefined();
    expect(answerUsage('surge', ['--help'])).toBeUndefined();
  });
});
