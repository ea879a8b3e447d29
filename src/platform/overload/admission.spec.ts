import { Admission } from './admission.js';

describe('admission', () => {
  const enter = (admission: Admission, known: boolean, times: number): number =>
    Array.from({ length: times }, () => admission.enter(known)).filter(Boolean).length;

  it('keeps places for those who show a credential when everyone else has filled theirs', () => {
    const admission = new Admission(10);
    expect(enter(admission, false, 100)).toBe(8);
    expect(enter(admission, true, 100)).toBe(2);
    expect(admission.enter(true)).toBe(false);
  });

  it('gives a place again that was left', () => {
    const admission = new Admission(1);
    expect(enter(admission, false, 2)).toBe(1);
    admission.leave();
    expect(enter(admission, false, 2)).toBe(1);
  });
});
