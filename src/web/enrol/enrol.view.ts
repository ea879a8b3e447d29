import type { FormView } from '../forms/form.view.js';

/** A device takes its place in a hall. The code is never sent back to the page. */
export interface EnrolPage {
  form: FormView;
}
