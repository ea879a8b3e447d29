const NAME = 'pulang-kiosk';
const STORE = 'outbox';

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }).catch((error) => {
    opened = undefined;
    throw error;
  });
  return opened;
}

/**
 * Done only when the disk has it: `strict` flushes, so that neither a crash nor a power cut takes back what was told.
 * @param {(store: IDBObjectStore) => void} change
 */
async function write(change) {
  const transaction = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' });
  change(transaction.objectStore(STORE));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/** What this kiosk keeps. Items are put whole; see kiosk/device/outbox-state.ts for what they may become. */
export const outbox = {
  put: (item) => write((store) => store.put(item)),
  remove: (id) => write((store) => store.delete(id)),
  /** Oldest first. */
  all: async () => {
    const request = (await database()).transaction(STORE).objectStore(STORE).getAll();
    const items = await new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return items.sort((a, b) => a.keptAt - b.keptAt);
  },
};
