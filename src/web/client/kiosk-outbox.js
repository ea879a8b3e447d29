import { browserStore } from './browser-store.js';

const { put, remove, all } = browserStore('pulang-kiosk', 'outbox');

/** What this kiosk keeps. Items are put whole; see kiosk/device/outbox-state.ts for what they may become. */
export const outbox = {
  put,
  remove,
  /** Oldest first. */
  all: async () => (await all()).sort((a, b) => a.keptAt - b.keptAt),
};
