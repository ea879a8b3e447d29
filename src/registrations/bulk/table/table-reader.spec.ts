import { TableReader } from './table-reader.js';

it('a few lists wait for their turn; who comes while they do is told to come again', async () => {
  const reader = new TableReader();
  try {
    const list = Buffer.from('full_name\nBudi Contoh\n');
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => reader.read(list)));
    const refused = outcomes.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as { code: string }] : [],
    );
    expect(refused.map(({ code }) => code)).toEqual(['busy', 'busy', 'busy']);
    await expect(reader.read(list)).resolves.toMatchObject({ rows: [expect.anything()] });
  } finally {
    reader.onApplicationShutdown();
  }
});
