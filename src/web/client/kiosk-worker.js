/**
 * Keeps a kiosk's pages, in every language, with their styles and scripts, so that it works and starts without a network.
 * `SHELL` is put before this by the service. Pages and scripts of one build are kept together: a new build is fetched
 * whole, before it takes the place of the old.
 */
const { version, locale, locales, assets } = SHELL;
const CACHE = `kiosk-${version}`;
const START = '/kiosk';
const shellOf = (language) => `/kiosk/shell/${language}`;

self.addEventListener('install', (event) => event.waitUntil(keepAll().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(forgetOld().then(() => self.clients.claim())));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { pathname, searchParams, origin } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (pathname === START && request.method === 'GET') event.respondWith(start(request, searchParams));
  else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => home(pathname)));
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/kiosk/shell/'))
    event.respondWith(kept(request));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    [...locales.map(shellOf), ...assets].map(async (address) => {
      const answer = await fetch(address, { cache: 'reload' });
      if (!answer.ok || answer.redirected) throw new Error(`${address}: ${answer.status}`);
      await cache.put(address, answer);
    }),
  );
}

async function forgetOld() {
  for (const name of await caches.keys())
    if (name.startsWith('kiosk-') && name !== CACHE) await caches.delete(name);
}

/** The kept page at once, whatever the network does; a kiosk that was revoked still shows what it keeps. */
async function start(request, searchParams) {
  const wanted = searchParams.get('lang');
  const language = locales.includes(wanted) ? wanted : locale;
  return (await find(shellOf(language))) ?? fetch(request);
}

const kept = async (request) => (await find(request)) ?? fetch(request);

const find = async (request) => (await caches.open(CACHE)).match(request, { ignoreVary: true });

/** A page that needs the network leads back to the one that does not. */
const home = (pathname) =>
  Response.redirect(pathname.startsWith('/kiosk/check-in') ? `${START}#check-in` : START, 303);
