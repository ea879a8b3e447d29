/** Why this process may not work on this database, in a sentence for whoever started it. No key is in it. */
export class MasterKeyRefused extends Error {
  override readonly name = 'MasterKeyRefused';
}
