import { ConnectionLedger } from './connection-ledger.js';

describe('what door and service tell each other of connections', () => {
  const both = () => {
    const door = new ConnectionLedger();
    return { door, service: new ConnectionLedger(door.memory) };
  };

  it('is how much has been answered', () => {
    const { door, service } = both();
    const number = door.take()!;
    expect(door.isAnswered(number, 0, 0)).toBe(true);
    service.answered(number, 5_000_000_000);
    expect(door.isAnswered(number, 0, 0)).toBe(false);
    expect(door.isAnswered(number, 1, 4_999_999_999)).toBe(false);
    expect(door.isAnswered(number, 1, 5_000_000_000)).toBe(true);
  });

  it('is whether a request is on its way, once', () => {
    const { door, service } = both();
    const number = door.take()!;
    expect(service.meet(number)).toBe(false);
    expect([door.send(number), door.send(number)]).toEqual([true, false]);
    expect(service.meet(number)).toBe(true);
    expect(door.meet(number)).toBe(false);
  });

  it('is not taken from somebody who came before on the same row', () => {
    const { door, service } = both();
    const before = door.take()!;
    door.send(before);
    door.giveBack(before);
    const after = door.take()!;
    expect(after).not.toBe(before);
    service.answered(before, 100);
    door.send(after);
    expect(service.meet(before)).toBe(false);
    expect(door.isAnswered(after, 0, 0)).toBe(true);
    expect(service.meet(after)).toBe(true);
  });

  it('has an end: who comes when all rows are taken is not followed', () => {
    const { door } = both();
    const numbers = Array.from({ length: 16_384 }, () => door.take());
    expect(new Set(numbers).size).toBe(16_384);
    expect(door.take()).toBeUndefined();
    door.giveBack(numbers[7]!);
    expect(door.take()).toBeDefined();
  });
});
