import { AppointmentsController } from '../../src/appointments/appointments.controller.js';
import { ExitClearancesController } from '../../src/departures/clearances/exit-clearances.controller.js';
import { DeparturesController } from '../../src/departures/departures.controller.js';
import { ReviewsController } from '../../src/identity/assignment/reviews.controller.js';
import { ContradictionsController } from '../../src/identity/contradictions/contradictions.controller.js';
import { FamilyController } from '../../src/identity/family/family.controller.js';
import { HandOverController } from '../../src/identity/hand-over/hand-over.controller.js';
import { IdentityController } from '../../src/identity/identity.controller.js';
import { InterviewsController } from '../../src/identity/interview/interviews.controller.js';
import { RegistryController } from '../../src/identity/registry/registry.controller.js';
import { VouchingsController } from '../../src/identity/vouching/vouchings.controller.js';
import { ALLOWED } from '../../src/platform/auth/allow.js';
import { AccessCodesController } from '../../src/registrations/access/access-codes.controller.js';
import { SecondPersonController } from '../../src/registrations/disclosure/second-person/second-person.controller.js';
import { GroupsController } from '../../src/registrations/groups/groups.controller.js';
import { RegistrationsController } from '../../src/registrations/registrations.controller.js';
import { ApplicationsController } from '../../src/travel-documents/applications/applications.controller.js';
import { DocumentsController } from '../../src/travel-documents/documents/documents.controller.js';
import { TriageController } from '../../src/triage/triage.controller.js';
import type { CaseAct } from '../../src/web/console/case/case-act.js';
import { CaseController } from '../../src/web/console/case/case.controller.js';
import { WHO_MAY } from '../../src/web/console/case/who-may.js';

/** The API's route for each act of the case page. */
const ROUTES: Record<CaseAct, object> = {
  reveal: RegistrationsController.prototype.disclose,
  'whereabouts-ask': SecondPersonController.prototype.ask,
  'whereabouts-danger': SecondPersonController.prototype.openInDanger,
  statements: IdentityController.prototype.disclose,
  'statements-ask': SecondPersonController.prototype.ask,
  'statements-danger': SecondPersonController.prototype.openInDanger,
  'new-codes': AccessCodesController.prototype.renew,
  'guardian-link': GroupsController.prototype.link,
  'guardian-unlink': GroupsController.prototype.unlink,
  band: TriageController.prototype.override,
  evidence: IdentityController.prototype.recordEvidence,
  'identity-decision': IdentityController.prototype.decide,
  contradiction: ContradictionsController.prototype.resolve,
  'referee-confirm': VouchingsController.prototype.confirmHere,
  'registry-ask': RegistryController.prototype.ask,
  'interview-draw': InterviewsController.prototype.draw,
  'interview-judge': InterviewsController.prototype.finish,
  'family-ask': FamilyController.prototype.ask,
  'hand-over': HandOverController.prototype.handOver,
  tie: ReviewsController.prototype.declareTie,
  'appointment-book': AppointmentsController.prototype.book,
  'appointment-cancel': AppointmentsController.prototype.cancel,
  'document-apply': ApplicationsController.prototype.apply,
  'document-approve': ApplicationsController.prototype.approve,
  'document-decline': ApplicationsController.prototype.decline,
  'document-issue': ApplicationsController.prototype.issue,
  'document-collect': DocumentsController.prototype.collect,
  'document-void': DocumentsController.prototype.void,
  'document-revoke': DocumentsController.prototype.revoke,
  'exit-request': ExitClearancesController.prototype.request,
  'exit-grant': ExitClearancesController.prototype.grant,
  'exit-refuse': ExitClearancesController.prototype.refuse,
  'departure-plan': DeparturesController.prototype.plan,
  'departure-move': DeparturesController.prototype.move,
  'departure-clear': DeparturesController.prototype.clear,
  'departure-board': DeparturesController.prototype.board,
  'departure-depart': DeparturesController.prototype.depart,
  'departure-miss': DeparturesController.prototype.miss,
  'departure-arrive': DeparturesController.prototype.arrive,
};

/** The API's route for what each section of the case page reads. */
const READ: object[] = [
  AppointmentsController.prototype.read,
  DeparturesController.prototype.read,
  DocumentsController.prototype.ofRegistration,
  ExitClearancesController.prototype.read,
  IdentityController.prototype.read,
  RegistryController.prototype.read,
  InterviewsController.prototype.read,
  RegistrationsController.prototype.read,
  TriageController.prototype.read,
];

describe('the case page', () => {
  it.each(READ.map((route) => [(route as { name: string }).name, route] as const))(
    'is for nobody whom the API would not let %s',
    (_, route) => {
      const pages = Reflect.getMetadata(ALLOWED, CaseController) as string[];
      expect(Reflect.getMetadata(ALLOWED, route) as string[]).toEqual(expect.arrayContaining(pages));
    },
  );
});

describe('an act on the case page', () => {
  it.each(Object.entries(ROUTES) as [CaseAct, object][])('%s is for whom the API says', (act, route) => {
    const allowed = Reflect.getMetadata(ALLOWED, route) as string[];
    // the home agency confirms arrivals on a list of its own, and sees no case
    expect([...WHO_MAY[act]].sort()).toEqual(allowed.filter((role) => role !== 'home-agency').sort());
  });
});
