import { SecondPersonRecords } from './second-person-records.js';
import { SecondPersonRequests } from './second-person-requests.service.js';
import { SecondPersonController } from './second-person.controller.js';
import { StatementsOpening } from './statements-opening.js';

/** What the module is made of that keeps from whoever is alone what takes a second person. */
export const SECOND_PERSON = {
  controllers: [SecondPersonController],
  useCases: [SecondPersonRequests, SecondPersonRecords, StatementsOpening],
};
