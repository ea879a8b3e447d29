import { DuressEvents } from './duress-events.js';
import { DuressFlagRecords } from './duress-flag-records.js';
import { DuressFlagsController } from './duress-flags.controller.js';
import { DuressFlags } from './duress-flags.service.js';
import { HelpWords } from './help-words.service.js';
import { Pretence } from './pretence.service.js';
import { PretendedErasure } from './pretended-erasure.js';
import { PretendedView } from './pretended-view.entity.js';
import { SeemingErased } from './seeming-erased.js';

/** What the module is made of that belongs to help words. */
export const DURESS = {
  entities: [PretendedView],
  controllers: [DuressFlagsController],
  useCases: [HelpWords, DuressFlags, DuressFlagRecords, Pretence],
  inside: [DuressEvents, PretendedErasure, SeemingErased],
};
