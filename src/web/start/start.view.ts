/** The first page: register, see one's status, check a document. Needs nothing but its context. */
export type StartPage = Record<string, never>;

/** Every language there is, each in its own name. */
export interface LanguagesPage {
  /** Where a chosen language leads back to. */
  returnTo: string;
}
