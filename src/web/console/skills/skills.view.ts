import type { PostSkillsResponse } from '../../../queue/skills/skills.dto.js';
import type { Refusal } from '../../forms/refusal.js';

/** Who can do what, and the boxes to change it. */
export interface SkillsPage {
  skills: PostSkillsResponse;
  /** Whose skills were changed just now. */
  changed: string | null;
  refused: Refusal | null;
}
