import { OpenRequests } from './open-requests.js';

describe('requests that are open', () => {
  it('counts nobody who waits for what can wait, and tells of every change', () => {
    const openRequests = new OpenRequests();
    const seen: boolean[] = [];
    openRequests.watch(() => seen.push(openRequests.anybody));
    const [printed, back] = [openRequests.begin(), openRequests.stepAside()];
    const answered = openRequests.begin();
    answered();
    back();
    printed();
    expect(seen).toEqual([true, false, true, false, true, false]);
  });
});
