import type { NewPostRequest } from '../../posts/setup/new-post.dto.js';

/** The demonstration embassy: facts of Phnom Penh, everything else made up. */
export const DEMONSTRATION_POST = {
  code: 'PNH',
  name: 'Embassy of the Republic of Indonesia in Phnom Penh (demonstration)',
  city: 'Phnom Penh',
  sendingCountry: 'IDN',
  hostCountry: 'KHM',
  timeZone: 'Asia/Phnom_Penh',
  /** What Cambodia charges for a day of overstay. */
  overstayFinePerDay: 10,
  fineCurrency: 'USD',
  /** From the range that Ofcom keeps for fiction: it reaches nobody. */
  hotline: '+44 20 7946 0999',
  documentPrefix: 'XA',
  counters: 10,
  services: { identity: 12, 'travel-document': 8, protection: 30 },
  /** ISO weekdays, local time. */
  openingHours: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })),
} satisfies NewPostRequest;
