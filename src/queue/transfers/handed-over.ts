import { isService, PROTECTION, serviceSkill } from '../skills/skills.js';

/** Where somebody at a counter is handed over to: exactly one of the three. */
export type HandOver = { counterId: string } | { service: string } | { skill: string };

/**
 * What a person needs once handed over. Whoever chose a counter has thought of language and service; that the case is one
 * of protection stays, whoever hands it on. Another service takes the place of the old; a skill is asked for beside the rest.
 */
export function needsAfter(needs: readonly string[], to: HandOver): string[] {
  if ('counterId' in to) return needs.filter((need) => need === PROTECTION);
  if ('service' in to) return [...needs.filter((need) => !isService(need)), serviceSkill(to.service)];
  return [...new Set([...needs, to.skill])];
}
