import { Count, Id, Instant, Listed, Text, Texts } from '../../platform/http/fields.js';
import { TicketResponse } from '../tickets/tickets.dto.js';
import { SKILL_FORM } from './skills.js';

const Skills = (description: string) =>
  Texts({ max: 50, maxItems: 60, pattern: SKILL_FORM, example: ['language:my', 'protection'], description });

export class SkillsRequest {
  @Skills('All that the officer or the counter has from now on.') skills: string[];
}

export class OfficerSkillsResponse extends SkillsRequest {
  @Id() id: string;
  @Text({ max: 120, example: 'Sari Contoh' }) name: string;
  @Count({ example: 1 }) version: number;
}

export class CounterSkillsResponse extends SkillsRequest {
  @Id() id: string;
  @Count({ example: 3 }) number: number;
  @Count({ example: 1 }) version: number;
}

/** Who at a post can do what beyond what everybody can. */
export class PostSkillsResponse {
  @Skills('All that can be given.') choices: string[];
  @Listed(() => OfficerSkillsResponse) officers: OfficerSkillsResponse[];
  @Listed(() => CounterSkillsResponse, { description: 'Counters are made for services only.' })
  counters: CounterSkillsResponse[];
}

/** Somebody who waits longer than their place says, for want of a skill. */
export class HeldTicketResponse extends TicketResponse {
  @Instant({ nullable: true, description: 'When somebody behind was called first before.' })
  passedOverAt: string | null;
  @Count({ description: 'Counters at work that may call the person.' }) counters: number;
}

export class HeldTicketList {
  @Listed(() => HeldTicketResponse, { description: 'In the order in which they would be called.' })
  items: HeldTicketResponse[];
}
