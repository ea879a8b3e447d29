/**
 * One list of things in IndexedDB, each under its `id`. Put is done only when the disk has it: `strict` flushes, so that
 * neither a crash nor a power cut takes back what was told.
 * @param {string} database its name; there is one for each list, so that none has to wait for another window to let go of it
 * @param {string} list
 */
export function browserStore(database, list) {
  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;

  const open = () =>
    (opened ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(database, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(list, { keyPath: 'id' });
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    }).catch((error) => {
      opened = undefined;
      throw error;
    }));

  /** @param {(store: IDBObjectStore) => void} change */
  async function write(change) {
    const transaction = (await open()).transaction(list, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(list));
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  }

  return {
    put: (item) => write((store) => store.put(item)),
    remove: (id) => write((store) => store.delete(id)),
    all: async () => {
      const request = (await open()).transaction(list).objectStore(list).getAll();
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    },
  };
}
