import { WhereaboutsRecords } from './whereabouts-records.js';
import { WhereaboutsRequests } from './whereabouts-requests.service.js';
import { WhereaboutsController } from './whereabouts.controller.js';

/** What the module is made of that keeps whereabouts from whoever asks alone. */
export const WHEREABOUTS = {
  controllers: [WhereaboutsController],
  useCases: [WhereaboutsRequests],
  inside: [WhereaboutsRecords],
};
