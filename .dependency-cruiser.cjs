/** The stages in the order of the journey. Each may use those before it, never those after it. */
const ORDER = [
  ['platform'],
  ['posts'],
  ['staff'],
  ['notifications'],
  ['registrations'],
  ['duplicates', 'triage'],
  ['identity'],
  ['appointments'],
  ['queue'],
  ['travel-documents'],
  ['departures'],
  ['reports'],
  ['web'],
];

const folders = (stages) => `^src/(${stages.join('|')})/`;

/** One rule for each step: it knows neither the later steps nor what puts the stages together, nor its neighbour. */
const oneWay = ORDER.flatMap((step, index) =>
  step.map((stage) => ({
    name: `${stage}-knows-no-later-stage`,
    comment:
      'A later stage may use an earlier one; an earlier one is told by topics (platform/jobs) instead.',
    severity: 'error',
    from: { path: `^src/${stage}/`, pathNot: '\\.spec\\.ts$' },
    to: {
      path: [
        folders([
          ...ORDER.slice(index + 1).flat(),
          ...step.filter((other) => other !== stage),
          'launch',
          'surge',
          'bench',
          'simulation',
          'rehearsal',
          'registry-sample',
          'bulk-client',
        ]),
        '^src/(app|main|app\\.module)\\.ts$',
      ],
    },
  })),
);

module.exports = {
  forbidden: [
    ...oneWay,
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.spec\\.ts$', '^src/web/client/'] },
      to: {},
    },
    {
      name: 'only-what-is-in-production',
      comment: 'Packages for development are not in the image. Style sheets are made before it is.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: ['\\.spec\\.ts$', '^src/web/styles/', '^src/launch/bootstrap/', '^src/bench/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Statuses and their transitions are data: no framework, no database.',
      severity: 'error',
      from: { path: '-status\\.ts$', pathNot: '^src/bench/' },
      to: { path: 'node_modules/(@nestjs|typeorm|pg)/' },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
    moduleSystems: ['es6', 'cjs'],
  },
};
