import { ticketNumber } from './ticket-number.js';

describe('ticketNumber', () => {
  it.each([
    [1, '001'],
    [42, '042'],
    [999, '999'],
    [1440, '1440'],
  ])('shows %d as %s', (number, shown) => expect(ticketNumber(number)).toBe(shown));
});
