import { fitsVerdict, isDecided, VERDICTS, SECOND_PERSON_STATES } from './second-person-state.js';

describe('what another person says of a look at where somebody is', () => {
  it('is whether they agree to what is asked, and whether what was opened in danger was right', () => {
    const fitting = SECOND_PERSON_STATES.flatMap((state) =>
      VERDICTS.filter((verdict) => fitsVerdict(state, verdict)).map((verdict) => `${state} ${verdict}`),
    );
    expect(fitting).toEqual(['asked agreed', 'asked declined', 'opened right', 'opened wrong']);
  });

  it('is said once: of nothing that is decided or has lapsed', () => {
    expect(SECOND_PERSON_STATES.filter((state) => !isDecided(state))).toEqual(['asked', 'opened']);
    for (const state of SECOND_PERSON_STATES.filter(isDecided))
      expect(VERDICTS.filter((verdict) => fitsVerdict(state, verdict))).toEqual([]);
  });
});
