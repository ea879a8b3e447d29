import type { PostPage } from '../../../src/web/console/post/post.view.js';
import { weekRows } from '../../../src/web/console/post/week-form.js';
import { openCase } from './case.js';
import { NO_FORM, type Samples, STAFF, YESTERDAY } from './sample.js';

const ID = openCase.id;
const WEEK = [1, 2, 3, 4, 5].flatMap((weekday) => [
  { weekday, opens: '09:00', closes: '12:00' },
  { weekday, opens: '13:00', closes: '17:00' },
]);

const post: PostPage = {
  setup: {
    postId: ID,
    code: 'PNH',
    name: 'Embassy of the Republic of Indonesia in Phnom Penh (demonstration)',
    city: 'Phnom Penh',
    hostCountry: 'KHM',
    sendingCountry: 'IDN',
    hotline: '+44 20 7946 0999',
    hotlineAsked: null,
    timeZone: 'Asia/Phnom_Penh',
    overstayFinePerDay: 10,
    fineCurrency: 'USD',
    today: '2026-01-16',
    openingHours: WEEK,
    holidays: [
      { day: '2026-01-01', name: 'New Year' },
      { day: '2026-01-29', name: 'Contoh Day' },
    ],
    counters: [
      { id: ID, number: 1, name: null, closedAt: null },
      { id: 'another', number: 2, name: 'Quiet room', closedAt: null },
      { id: 'closed', number: 3, name: null, closedAt: YESTERDAY },
    ],
    services: [
      { code: 'identity', minutes: 12, active: true },
      { code: 'protection', minutes: 30, active: false },
    ],
    changedAt: YESTERDAY,
    version: 4,
  },
  part: null,
  form: NO_FORM,
  values: {},
  week: weekRows(WEEK),
  counter: null,
  effect: null,
  hotlineAskedBy: null,
  posts: [{ id: ID, name: 'Phnom Penh', current: true }],
  errors: [],
  refused: null,
  done: false,
};
const context = { ...STAFF, path: '/console/post' };
const partOf = (part: NonNullable<PostPage['part']>, more: Partial<PostPage> = {}) => ({
  variant: part,
  model: { ...post, part, ...more },
  context: { ...STAFF, path: `/console/post/${part}` },
});

/** How a post works, and each part of it that can be changed. */
export const postPages: Pick<Samples, 'console/post' | 'console/post-part'> = {
  'console/post': [
    { model: post, context },
    {
      variant: 'several',
      model: {
        ...post,
        setup: {
          ...post.setup,
          holidays: [],
          hotline: null,
          hotlineAsked: { hotline: '+44 20 7946 0111', askedBy: ID, askedAt: YESTERDAY },
          changedAt: null,
        },
        hotlineAskedBy: 'S. Teladan',
        posts: [...post.posts, { id: 'another', name: 'Bangkok', current: false }],
        done: true,
      },
      context,
    },
  ],
  'console/post-part': [
    partOf('hours', { errors: [{ field: 'closes-1-0', code: 'closes-before-opening' }] }),
    partOf('holidays', { errors: [{ field: 'day', code: 'in-the-past' }] }),
    partOf('counters', { counter: { id: ID, number: 1 }, values: { number: '1', name: '' } }),
    partOf('services'),
    partOf('facts', {
      values: { name: 'Embassy', city: 'Phnom Penh', timeZone: 'Asia/Phnom_Penh', fineCurrency: 'USD' },
      refused: { code: 'stale', params: {}, status: 412 },
    }),
    {
      ...partOf('hours', { effect: { peopleMoved: 4, seatsTaken: 40, seatsAdded: 0, confirm: NO_FORM } }),
      variant: 'effect',
    },
  ],
};
