import { globSync, readFileSync } from 'node:fs';
import { BOOKING_TRANSITIONS } from '../../../appointments/bookings/booking-status.js';
import { EXIT_CLEARANCE_TRANSITIONS } from '../../../departures/clearances/exit-clearance-status.js';
import { DEPARTURE_TRANSITIONS } from '../../../departures/departure-status.js';
import { OTHER_ROLES } from '../../../platform/auth/roles.js';
import { BLANK_TRANSITIONS } from '../../../travel-documents/blanks/blank-status.js';
import { DOCUMENT_TRANSITIONS } from '../../../travel-documents/documents/document-status.js';

/** Of the same form as an act, and none: names of files, of columns, of words and of what names have in common. */
const ELSE =
  /\.(pem|json|csv|yaml|example|id|posts)$|^(message\.subject|pulang\.officer|calendar\.appointment|name\.(one|several)|page\.comma)$/;
/** Acts whose last part is a state that something came to. */
const STATES: Record<string, Record<string, readonly string[]>> = {
  'appointment.': BOOKING_TRANSITIONS,
  'blank.': BLANK_TRANSITIONS,
  'departure.': DEPARTURE_TRANSITIONS,
  'departure.clearance-': EXIT_CLEARANCE_TRANSITIONS,
  'document.': DOCUMENT_TRANSITIONS,
};

/** What the code puts on record: every text of the form `stage.act` that names no topic and no job. */
const written = globSync('src/**/*.ts')
  .filter((file) => !/\.(spec|topics)\.ts$|^src\/(web|launch|bench|simulation|surge)\//.test(file))
  .flatMap((file) => {
    const code = readFileSync(file, 'utf8')
      .replace(/^import .*?;$/gms, '')
      .replace(/(subscribe|defineJob|schedule|tell)\([^;]*?=>/gs, '')
      .replace(/const [A-Z_]+ =\s*'[^']*'/g, '');
    return [...code.matchAll(/'([a-z-]+\.[a-z-]+)'/g)].map(([, act]) => act!);
  })
  .filter((act) => !ELSE.test(act));

it.each(['en', 'id'])('every act that is put on record has a sentence in %s', (locale) => {
  const words = JSON.parse(
    readFileSync(`src/platform/i18n/catalogues/staff/${locale}.json`, 'utf8'),
  ) as Record<string, string>;
  const come = Object.entries(STATES).flatMap(([before, transitions]) =>
    Object.values(transitions)
      .flat()
      .map((state) => `${before}${state}`),
  );
  expect(written.length).toBeGreaterThan(150);
  expect([...new Set([...written, ...come])].filter((act) => !words[`audit.act.${act}`])).toEqual([]);
});

it.each(['en', 'id'])('what acts are about, and who does them, has words in %s', (locale) => {
  const words = JSON.parse(
    readFileSync(`src/platform/i18n/catalogues/staff/${locale}.json`, 'utf8'),
  ) as Record<string, string>;
  const code = globSync('src/**/*.service.ts').map((file) => readFileSync(file, 'utf8'));
  const kinds = code.flatMap((text) =>
    [...text.matchAll(/subject: \{ kind: '([a-z-]+)'/g)].map(([, kind]) => `audit.subject.${kind}`),
  );
  const others = [...OTHER_ROLES, 'everyone', 'system'].map((role) => `audit.role.${role}`);
  expect(new Set(kinds).size).toBeGreaterThan(15);
  expect([...new Set([...kinds, ...others])].filter((key) => !words[key])).toEqual([]);
});
