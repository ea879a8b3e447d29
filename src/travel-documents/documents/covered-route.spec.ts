import { coversRoute } from './covered-route.js';

describe('the route named on a document', () => {
  const named = { transit: ['THA', 'SGP'], destination: 'IDN' };
  it.each([
    [[], true],
    [['IDN'], true],
    [['SGP', 'IDN'], true],
    [['THA', 'SGP', 'IDN'], true],
    [['SGP', 'THA', 'IDN'], false],
    [['MYS', 'IDN'], false],
    [['SGP'], false],
    [['SGP', 'SGP', 'IDN'], false],
  ])('covers %j: %s', (journey, covered) => expect(coversRoute(named, journey)).toBe(covered));
});
