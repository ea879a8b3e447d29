import type { BoardPage } from './board/board.view.js';
import type { AccountsPage } from './console/accounts/accounts.view.js';
import type { ApprovalsPage } from './console/approvals/approvals.view.js';
import type { ArrivalsPage } from './console/arrivals/arrivals.view.js';
import type { AuditPage } from './console/audit/audit.view.js';
import type { CasePage } from './console/case/case.view.js';
import type { DevicesPage } from './console/devices/devices.view.js';
import type { DuplicatePage, DuplicatesPage } from './console/duplicates/duplicates.view.js';
import type { MessagesPage, OutboxPage } from './console/messages/messages.view.js';
import type { ReviewsPage } from './console/reviews/reviews.view.js';
import type { SearchPage } from './console/search/search.view.js';
import type { ConsoleSignInPage } from './console/sign-in/sign-in.view.js';
import type { SupervisorPage } from './console/supervisor/supervisor.view.js';
import type { TodayPage, WaitingPanel } from './console/today/today.view.js';
import type { BulletinPage, BulletinsPage } from './ministry/bulletin.view.js';
import type { CountsPage } from './ministry/counts.view.js';

/** The pages of those who work here, and of the board. */
export interface StaffPageModels {
  'board/board': BoardPage;
  'console/sign-in': ConsoleSignInPage;
  'console/today': TodayPage;
  'console/waiting': WaitingPanel;
  'console/search': SearchPage;
  'console/case': CasePage;
  'console/approvals': ApprovalsPage;
  'console/reviews': ReviewsPage;
  'console/supervisor': SupervisorPage;
  'console/messages': MessagesPage;
  'console/outbox': OutboxPage;
  'console/duplicates': DuplicatesPage;
  'console/duplicate': DuplicatePage;
  'console/arrivals': ArrivalsPage;
  'console/accounts': AccountsPage;
  'console/devices': DevicesPage;
  'console/audit': AuditPage;
  'ministry/counts': CountsPage;
  'ministry/bulletins': BulletinsPage;
  'ministry/bulletin': BulletinPage;
}
