import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { userPath, wholeNumber } from '../platform/command-line/arguments.js';
import { runCommand } from '../platform/command-line/command.js';
import { showProgress } from '../platform/command-line/progress-bar.js';
import { type Goal, goalsOf } from './goals.js';
import { liveText } from './live/live-report.js';
import { hallPlot, waitsPlot } from './plots.js';
import { tableOf } from './report-table.js';
import { runSeeds } from './run-seeds.js';
import { SCENARIOS } from './scenario.js';
import { OPTIONS, scenariosOf, seedsOf, USAGE } from './simulation-options.js';
import { type PoliciesFigures, summarise } from './summary.js';

interface ScenarioReport {
  scenario: string;
  seeds: number;
  replies: number;
  policies: PoliciesFigures;
  goals: Goal[];
}

interface Wanted {
  scenarios: string[];
  seeds: number[];
  /** Share, from 0 to 1. */
  replies: number;
  folder: string;
}

/** Runs each scenario and writes its pictures. */
async function simulate({ scenarios, seeds, replies, folder }: Wanted): Promise<ScenarioReport[]> {
  const reports: ScenarioReport[] = [];
  let runs = 0;
  let current = '';
  const total = scenarios.length * seeds.length;
  const endProgress = showProgress(() => ({
    share: runs / total,
    text: `${runs} of ${total} seeds, ${current}`,
  }));
  await mkdir(folder, { recursive: true });
  try {
    for (const name of scenarios) {
      current = name;
      const scenario = SCENARIOS[name]!;
      const results = await runSeeds(scenario, seeds, replies, () => (runs += 1));
      const policies = summarise(results);
      reports.push({
        scenario: name,
        seeds: seeds.length,
        replies,
        policies,
        goals: goalsOf(name, policies),
      });
      await writeFile(join(folder, `${name}-hall.svg`), hallPlot(scenario.title, results));
      await writeFile(join(folder, `${name}-waits.svg`), waitsPlot(scenario.title, results));
    }
  } finally {
    endProgress();
  }
  return reports;
}

const reportText = ({ scenario, seeds, policies, goals }: ScenarioReport): string =>
  tableOf(`${scenario}: ${SCENARIOS[scenario]!.title}`, seeds, policies, goals);

/** Run by `bootstrap.mjs`. */
if (import.meta.main)
  await runCommand({
    usage: USAGE,
    options: OPTIONS,
    async run(values) {
      if (values.live) return await live(values);
      const folder = userPath(values.out);
      const reports = await simulate({
        scenarios: scenariosOf(values.scenario),
        seeds: seedsOf(values.seeds),
        replies: wholeNumber('--replies', values.replies, 0, 100) / 100,
        folder,
      });
      if (values.json) console.log(JSON.stringify(jsonOf(reports), null, 2));
      else console.log(`${reports.map(reportText).join('\n\n')}\n\nPictures: ${folder}`);
    },
  });

/** @returns 1 where service and simulation do not agree */
async function live(values: { people: string; seeds: string; day: string; json: boolean }): Promise<number> {
  // Loaded only here: the threads of the simulation need no service.
  const { runLive } = await import('./live/live.js');
  const report = await runLive({
    people: wholeNumber('--people', values.people, 1, 2000),
    seed: seedsOf(values.seeds)[0]!,
    realMinutes: wholeNumber('--day', values.day, 2, 480),
  });
  console.log(values.json ? JSON.stringify(report, null, 2) : liveText(report));
  return report.ok ? 0 : 1;
}

/** One scenario stands alone; several by name. */
function jsonOf(reports: readonly ScenarioReport[]): unknown {
  if (reports.length === 1) return reports[0];
  return { scenarios: Object.fromEntries(reports.map((report) => [report.scenario, report])) };
}
