import { FIGURES, type Figure } from '../reports/figures/figures.js';
import type { Milestone } from '../reports/journey/milestones.js';
import type { Api } from '../rehearsal/api.js';
import { type Check, check } from './check.js';
import type { Crew } from '../rehearsal/crew.js';

interface MilestonePage {
  items: { registrationId: string }[];
  next: string | null;
}

interface Bulletin {
  figures: Record<Figure, number>;
  cumulative: Record<Figure, number>;
}

interface Daily {
  days: { day: string }[];
  total: Record<Figure, number>;
}

/** What must hold as the service itself tells it: nobody is lost, and figures, lists and bulletin agree. */
export async function checkThroughApi({ supervisor, auditor }: Crew, registered: string[]): Promise<Check[]> {
  const today = (await daily(supervisor)).days.at(-1)!.day;
  const bulletin = await freeze(supervisor, today);
  const { total } = await daily(supervisor);
  const checks: Check[] = [];
  for (const [figure, milestone] of Object.entries(FIGURES) as [Figure, Milestone][]) {
    const ever = await listed(supervisor, milestone, `through=${today}`);
    const onTheDay = await listed(supervisor, milestone, `day=${today}`);
    const everyone = new Set(ever);
    checks.push(
      check(
        'API',
        `${figure}: people of this surge in the list`,
        registered.filter((id) => everyone.has(id)).length,
        registered.length,
      ),
      check('API', `${figure}: nobody twice in the list`, everyone.size, ever.length),
      check('API', `${figure}: total equals list`, total[figure], ever.length),
      check('API', `${figure}: bulletin equals list`, bulletin.figures[figure], onTheDay.length),
      check('API', `${figure}: cumulative bulletin equals list`, bulletin.cumulative[figure], ever.length),
    );
  }
  const { body: queue } = await supervisor.get<{ waiting: number; called: unknown[] }>('queue', '/v1/queue');
  checks.push(check('API', 'people left in the hall', queue.waiting + queue.called.length, 0));
  const { body: chain } = await auditor.get<{ faults: unknown[] }>('audit chain', '/v1/audit-events/chain');
  checks.push(check('API', 'faults in the audit chain', chain.faults.length, 0));
  return checks;
}

const daily = async (supervisor: Api): Promise<Daily> =>
  (await supervisor.get<Daily>('daily counts', '/v1/reports/daily')).body;

/** The day's bulletin, or its next revision where it has one already. */
async function freeze(supervisor: Api, day: string): Promise<Bulletin> {
  const first = await supervisor.post<Bulletin>('bulletin', '/v1/bulletins', { body: { day }, also: [409] });
  if (first.status === 201) return first.body;
  const { body } = await supervisor.post<Bulletin>('bulletin', `/v1/bulletins/${day}/revisions`, {
    body: { because: 'More people came on the same day.' },
  });
  return body;
}

async function listed(supervisor: Api, milestone: Milestone, period: string): Promise<string[]> {
  const ids: string[] = [];
  let after = '';
  for (;;) {
    const path = `/v1/reports/milestones?milestone=${milestone}&${period}&limit=200${after}`;
    const { body } = await supervisor.get<MilestonePage>('milestone list', path);
    ids.push(...body.items.map(({ registrationId }) => registrationId));
    if (body.next === null) return ids;
    after = `&after=${encodeURIComponent(body.next)}`;
  }
}
