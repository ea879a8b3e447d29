import type { IdentityFileResponse } from '../../../identity/identity.dto.js';
import type { InterviewsResponse } from '../../../identity/interview/interview.dto.js';
import type { RegistryQueriesResponse } from '../../../identity/registry/registry.dto.js';
import type { CaseAct } from './case-act.js';
import type { IdentitySection } from './case-identity.view.js';

interface Read {
  file: IdentityFileResponse;
  registry: RegistryQueriesResponse;
  interviews: InterviewsResponse;
  readerId: string | null;
  name: (id: string) => string;
}

/** The identity of a case as its page shows it. */
export function identityPanel({ file, registry, interviews, readerId, name }: Read): IdentitySection {
  const { decidedBy, decidedAt, why, review } = file;
  const [query] = registry.items;
  const drawn = interviews.items.find(({ endedAt, officer }) => endedAt === null && officer === readerId);
  const asked = file.evidence.find(
    ({ vouching, recordedBy }) => vouching === 'asked' && recordedBy !== readerId,
  );
  return {
    state: file.state,
    level: file.level,
    evidence: file.evidence.map(
      ({ kind, strength, agrees, origin, ceiling, vouching, recordedBy, recordedAt }) => ({
        kind,
        strength,
        agrees,
        origin,
        ceiling,
        vouching,
        by: name(recordedBy),
        at: recordedAt,
      }),
    ),
    contradictions: file.contradictions.map(({ id, code, evidenceId, resolvedBy }) => ({
      id,
      code,
      kind: file.evidence.find((one) => one.id === evidenceId)!.kind,
      resolvedBy: resolvedBy && name(resolvedBy),
    })),
    decision:
      decidedBy && decidedAt
        ? {
            by: name(decidedBy),
            at: decidedAt,
            reasons: file.reasons,
            rule: why?.rule ?? null,
            officers: (why?.officers ?? []).map(name),
          }
        : null,
    review: review && {
      awaits: review.awaits,
      assignedTo: review.assignedTo && name(review.assignedTo),
      yours: review.assignedToYou,
      conclusions: review.conclusions.map(({ officer, outcome }) => ({ by: name(officer), outcome })),
    },
    tied: file.tied,
    suggestion: file.suggestion,
    pictures: file.pictures,
    registry: query ? { word: query.result ?? query.state, at: query.askedAt } : null,
    vouching: asked ? { id: asked.id } : null,
    interview: drawn ? { id: drawn.id, questions: drawn.questions } : null,
    version: file.version,
  };
}

/** Whose names the panel shows. */
export const peopleIn = (file: IdentityFileResponse): (string | null)[] => [
  file.decidedBy,
  file.review?.assignedTo ?? null,
  ...(file.why?.officers ?? []),
  ...(file.review?.conclusions ?? []).map(({ officer }) => officer),
  ...file.evidence.map(({ recordedBy }) => recordedBy),
  ...file.contradictions.map(({ resolvedBy }) => resolvedBy),
];

/** What makes sense now, as far as the state of the identity says. */
export function identityOffers(section: IdentitySection): CaseAct[] {
  if (section.tied) return [];
  const { review, registry, interview, state } = section;
  const asking = registry?.word === 'queued' || registry?.word === 'waiting';
  return [
    ...(review === null || review.yours ? (['identity-decision'] as const) : []),
    'evidence',
    ...(section.contradictions.some(({ resolvedBy }) => resolvedBy === null)
      ? (['contradiction'] as const)
      : []),
    ...(section.vouching ? (['referee-confirm'] as const) : []),
    interview ? 'interview-judge' : 'interview-draw',
    ...(asking ? [] : (['registry-ask'] as const)),
    'family-ask',
    ...(state === 'not-a-national' ? (['hand-over'] as const) : []),
    'tie',
  ];
}

/** Evidence first; then the decision that it carries, or what stands in its way. A decision that stands asks for nothing more. */
export function nextOfIdentity(section: IdentitySection): CaseAct | undefined {
  const { state, suggestion, review, contradictions, tied, interview } = section;
  if (tied) return undefined;
  if (review) return review.yours ? 'identity-decision' : undefined;
  if (state === 'not-a-national') return 'hand-over';
  if (interview) return 'interview-judge';
  if (state === 'in-review' && contradictions.some(({ resolvedBy }) => resolvedBy === null))
    return 'contradiction';
  if (state === 'in-review' && suggestion.outcome === 'verified') return 'identity-decision';
  return state === 'unverified' || state === 'in-review' || state === 'more-needed' ? 'evidence' : undefined;
}
