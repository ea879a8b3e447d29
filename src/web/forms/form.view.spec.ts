import { faultKeys } from './form.view.js';

describe('the words for what is wrong with an answer', () => {
  it('are those of its own field, then of what stands once for each row, then of any field', () => {
    expect(faultKeys({ field: 'note-0193-ab', code: 'required' })).toEqual([
      'field.required.note-0193-ab',
      'field.required.note-0193',
      'field.required.note',
      'field.required',
    ]);
  });
});
