import { Choice, Day, Id, Instant, Listed, Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/keyset.js';
import { type Milestone, MILESTONES } from '../journey/milestones.js';

export class MilestoneQuery extends PageQuery {
  @Choice(MILESTONES) milestone: Milestone;
  @Day({ optional: true, description: 'Only who reached it on this day of the post.' }) day?: string;
  @Day({ optional: true, description: 'Only who reached it up to the end of this day.' }) through?: string;
  @Text({ max: 3, min: 3, pattern: /^[A-Z]{3}$/, optional: true, example: 'PNH' }) post?: string;
}

export class MilestoneReached {
  @Id() registrationId: string;
  @Instant() at: string;
}

export class MilestonePage {
  @Listed(() => MilestoneReached, { description: 'In the order in which they reached it.' })
  items: MilestoneReached[];
  @Text({ max: 400, nullable: true, example: null }) next: string | null;
}
