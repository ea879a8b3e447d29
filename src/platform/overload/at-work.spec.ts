import { AtWork } from './at-work.js';

describe('who is at work', () => {
  it('counts nobody who waits for what can wait, and tells of every change', () => {
    const atWork = new AtWork();
    const seen: boolean[] = [];
    atWork.watch(() => seen.push(atWork.anybody));
    const [printed, back] = [atWork.begin(), atWork.stepAside()];
    const answered = atWork.begin();
    answered();
    back();
    printed();
    expect(seen).toEqual([true, false, true, false, true, false]);
  });
});
