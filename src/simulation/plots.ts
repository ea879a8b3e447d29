import { quantile } from '../rehearsal/figures.js';
import { POLICY_NAMES, type PolicyName } from './policies/policies.js';
import { HALL_DAYS, HALL_EVERY } from './run-seed.js';
import type { SeedRuns } from './run-seeds.js';

/** Colours that people with a colour weakness tell apart (Okabe and Ito), and dashes for print. */
const LOOK: Record<PolicyName, { colour: string; dash: string }> = {
  fcfs: { colour: '#444444', dash: '' },
  blocks: { colour: '#d55e00', dash: '8 3' },
  slots: { colour: '#e69f00', dash: '4 3' },
  'bailey-welch': { colour: '#56b4e9', dash: '2 3' },
  staggered: { colour: '#cc79a7', dash: '8 3 2 3' },
  pulang: { colour: '#00665e', dash: '' },
};

const WIDTH = 960;
const HEIGHT = 420;
const LEFT = 60;
const BOTTOM = 50;
const TOP = 60;

interface Line {
  name: PolicyName;
  points: readonly (readonly [x: number, y: number])[];
}

/** People in the hall over the days of the first seed, on a logarithmic scale (0 at the bottom). */
export function hallPlot(title: string, [first]: readonly SeedRuns[]): string {
  const lines = POLICY_NAMES.map((name) => {
    const levels = first?.[name].hall ?? [];
    return {
      name,
      points: levels.map((level, i) => [i / levels.length, Math.log10(1 + level) / 3] as const),
    };
  });
  const perDay = (60 * 13) / HALL_EVERY + 1;
  const days = Array.from({ length: HALL_DAYS }, (_, day) => ({
    at: (day * perDay + perDay / 2) / (HALL_DAYS * perDay),
    text: `day ${day + 1}`,
  }));
  const people = [0, 1, 3, 10, 30, 100, 300, 999].map((level) => ({
    at: Math.log10(1 + level) / 3,
    text: String(level),
  }));
  return plot(`${title}: people waiting in the hall`, lines, days, people);
}

/** Which share of the people waited at most so long, over all seeds; waits on a logarithmic scale. */
export function waitsPlot(title: string, runs: readonly SeedRuns[]): string {
  const shares = Array.from({ length: 101 }, (_, i) => i / 100);
  const lines = POLICY_NAMES.map((name) => {
    const waits = runs.flatMap((run) => run[name].waits);
    return { name, points: shares.map((share) => [waitPlace(quantile(waits, share)), share] as const) };
  });
  const minutes = [0, 2, 5, 15, 60, 240, 960].map((wait) => ({ at: waitPlace(wait), text: `${wait} min` }));
  const percent = [0, 0.25, 0.5, 0.75, 1].map((share) => ({ at: share, text: `${share * 100} %` }));
  return plot(
    `${title}: share of the people who waited at most so long in the hall`,
    lines,
    minutes,
    percent,
  );
}

const waitPlace = (wait: number): number => Math.min(1, Math.log10(1 + wait) / Math.log10(1441));

interface Mark {
  at: number;
  text: string;
}

function plot(title: string, lines: readonly Line[], across: readonly Mark[], up: readonly Mark[]): string {
  const x = (at: number) => (LEFT + at * (WIDTH - LEFT - 20)).toFixed(1);
  const y = (at: number) => (HEIGHT - BOTTOM - at * (HEIGHT - BOTTOM - TOP)).toFixed(1);
  const grid = up.map(
    ({ at, text }) =>
      `<path d="M${x(0)} ${y(at)}H${x(1)}" stroke="#ddd"/><text x="${LEFT - 8}" y="${y(at)}" text-anchor="end" dy="4">${text}</text>`,
  );
  const below = across.map(
    ({ at, text }) => `<text x="${x(at)}" y="${HEIGHT - 25}" text-anchor="middle">${text}</text>`,
  );
  const drawn = lines.map(({ name, points }) => {
    const { colour, dash } = LOOK[name];
    const path = points.map(([px, py], i) => `${i === 0 ? 'M' : 'L'}${x(px)} ${y(py)}`).join('');
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${name === 'pulang' ? 3 : 1.5}" stroke-dasharray="${dash}"/>`;
  });
  const legend = lines.map(({ name }, i) => {
    const { colour, dash } = LOOK[name];
    const at = LEFT + i * 140;
    return `<path d="M${at} 44h28" stroke="${colour}" stroke-width="3" stroke-dasharray="${dash}"/><text x="${at + 34}" y="48">${name}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${title}</title><rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="${LEFT}" y="24" font-size="16" font-weight="600">${title}</text>`,
    ...legend,
    ...grid,
    ...below,
    ...drawn,
    '</svg>',
    '',
  ].join('\n');
}
