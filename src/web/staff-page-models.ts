import type { BoardPage } from './board/board.view.js';
import type { AccountsPage } from './console/accounts/accounts.view.js';
import type {
  AccountAppPage,
  AccountPasswordPage,
  AccountPage,
  ConfirmationPage,
  RecoveryCodesPage,
} from './console/account/account.view.js';
import type { ApprovalsPage } from './console/approvals/approvals.view.js';
import type { ArrivalsPage } from './console/arrivals/arrivals.view.js';
import type { AuditPage } from './console/audit/audit.view.js';
import type { BlanksPage } from './console/blanks/blanks.view.js';
import type { CasePage } from './console/case/case.view.js';
import type { NewCodesPage } from './console/case/new-codes.view.js';
import type { RetentionPage } from './console/retention/retention.view.js';
import type { PostPage } from './console/post/post.view.js';
import type { DevicesPage } from './console/devices/devices.view.js';
import type { DocumentBatchPage, DocumentsPage } from './console/documents/documents.view.js';
import type { FamilyPage } from './console/case/family.view.js';
import type { FamilyRequestsPage } from './console/family-requests/family-requests.view.js';
import type { DuressPage } from './console/duress/duress.view.js';
import type { DuplicatePage, DuplicatesPage } from './console/duplicates/duplicates.view.js';
import type { ListPage, ListsPage } from './console/lists/lists.view.js';
import type { MessagesPage, OutboxPage } from './console/messages/messages.view.js';
import type { PlannerPage } from './console/planner/planner.view.js';
import type { ReviewsPage } from './console/reviews/reviews.view.js';
import type { SearchPage } from './console/search/search.view.js';
import type { CallingPage } from './console/calling/calling.view.js';
import type { ConsoleSignInPage, SecondStepPage } from './console/sign-in/sign-in.view.js';
import type { SkillsPage } from './console/skills/skills.view.js';
import type { SupervisorPage } from './console/supervisor/supervisor.view.js';
import type { TodayPage, WaitingPanel } from './console/today/today.view.js';
import type { SecondPersonPage } from './console/second-person/second-person.view.js';
import type { BreakdownPage } from './ministry/breakdown.view.js';
import type { BulletinPage, BulletinsPage } from './ministry/bulletin.view.js';
import type { CountsPage } from './ministry/counts.view.js';

/** The pages of those who work here, and of the board. */
export interface StaffPageModels {
  'board/board': BoardPage;
  'console/sign-in': ConsoleSignInPage;
  'console/second-step': SecondStepPage;
  'console/account': AccountPage;
  'console/account-app': AccountAppPage;
  'console/account-password': AccountPasswordPage;
  'console/recovery-codes': RecoveryCodesPage;
  'console/confirmation': ConfirmationPage;
  'console/today': TodayPage;
  'console/waiting': WaitingPanel;
  'console/search': SearchPage;
  'console/case': CasePage;
  'console/new-codes': NewCodesPage;
  'console/approvals': ApprovalsPage;
  'console/reviews': ReviewsPage;
  'console/supervisor': SupervisorPage;
  'console/planner': PlannerPage;
  'console/calling': CallingPage;
  'console/skills': SkillsPage;
  'console/messages': MessagesPage;
  'console/outbox': OutboxPage;
  'console/blanks': BlanksPage;
  'console/documents': DocumentsPage;
  'console/document-batch': DocumentBatchPage;
  'console/document-batch-progress': Pick<DocumentBatchPage, 'batch'>;
  'console/family': FamilyPage;
  'console/family-requests': FamilyRequestsPage;
  'console/lists': ListsPage;
  'console/list': ListPage;
  'console/list-progress': Pick<ListPage, 'list' | 'percent'>;
  'console/duplicates': DuplicatesPage;
  'console/duress': DuressPage;
  'console/second-person': SecondPersonPage;
  'console/duplicate': DuplicatePage;
  'console/arrivals': ArrivalsPage;
  'console/accounts': AccountsPage;
  'console/devices': DevicesPage;
  'console/retention': RetentionPage;
  'console/post': PostPage;
  'console/post-part': PostPage;
  'console/audit': AuditPage;
  'ministry/counts': CountsPage;
  'ministry/breakdown': BreakdownPage;
  'ministry/bulletins': BulletinsPage;
  'ministry/bulletin': BulletinPage;
}
