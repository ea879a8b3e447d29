import { browserStore } from './browser-store.js';

/**
 * Chromium writes a cookie to the disk up to 30 seconds after it was set. So long, and some time for the service to see
 * this device again, the code that enrolled it is kept on the disk as well; from then on it is worth nothing anywhere.
 */
const NEEDED = 90_000;
const { put, remove, all } = browserStore('pulang-enrolment', 'code');
const LATEST = 'latest';

const read = async () => (await all())[0];

export const enrolmentCode = {
  keep: (code) => put({ id: LATEST, code, at: Date.now() }),
  /** @returns {Promise<string | undefined>} nothing also where nothing can be stored */
  kept: () =>
    read().then(
      (item) => item?.code,
      () => undefined,
    ),
  forget: () => remove(LATEST).catch(() => undefined),
  /** This device is enrolled, and may have been for long. */
  async forgetOld() {
    const item = await read().catch(() => undefined);
    if (item && Math.abs(Date.now() - item.at) > NEEDED) await enrolmentCode.forget();
  },
};

/**
 * Enrols this browser anew where it was switched off before its cookie was on the disk.
 * @returns {Promise<boolean>} whether it may be enrolled now
 */
export async function enrolAgain() {
  const code = await enrolmentCode.kept();
  if (code === undefined) return false;
  const answer = await fetch('/enrol', {
    method: 'POST',
    body: new URLSearchParams({ code }),
    redirect: 'manual',
  }).catch(() => undefined);
  if (answer?.status === 422) await enrolmentCode.forget();
  return answer?.type === 'opaqueredirect';
}
