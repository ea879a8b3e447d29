import type { BoardPage } from './board/board.view.js';
import type { AccountsPage } from './console/accounts.view.js';
import type { ApprovalsPage } from './console/approvals.view.js';
import type { CasePage } from './console/case/case.view.js';
import type { DevicesPage } from './console/devices.view.js';
import type { ConsoleSignInPage } from './console/sign-in.view.js';
import type { SupervisorPage } from './console/supervisor.view.js';
import type { TodayPage } from './console/today.view.js';
import type { DocumentCheckPage, VerdictPage } from './document-check/document-check.view.js';
import type { KioskCheckInPage, KioskStartPage, KioskTicketPage } from './kiosk/kiosk.view.js';
import type { BulletinPage, BulletinsPage } from './ministry/bulletin.view.js';
import type { CountsPage } from './ministry/counts.view.js';
import type { ProblemPage } from './problems/problem.view.js';
import type { ReceiptPage } from './receipt/receipt.view.js';
import type * as register from './register/register.view.js';
import type { LanguagesPage, StartPage } from './start/start.view.js';
import type { StatusContactPage, StatusPage, StatusSignInPage, WithdrawPage } from './status/status.view.js';

/** Every page there is: the template `views/<name>.njk` and the only thing it takes. */
export interface PageModels {
  'start/start': StartPage;
  'start/languages': LanguagesPage;
  'register/safety': register.SafetyPage;
  'register/name': register.NamePage;
  'register/birth': register.BirthPage;
  'register/papers': register.PapersPage;
  'register/contact': register.ContactPage;
  'register/place': register.PlacePage;
  'register/held': register.HeldPage;
  'register/origin': register.OriginPage;
  'register/consent': register.ConsentPage;
  'register/check': register.CheckPage;
  'register/done': register.DonePage;
  'receipt/receipt': ReceiptPage;
  'status/sign-in': StatusSignInPage;
  'status/status': StatusPage;
  'status/contact': StatusContactPage;
  'status/withdraw': WithdrawPage;
  'kiosk/start': KioskStartPage;
  'kiosk/check-in': KioskCheckInPage;
  'kiosk/ticket': KioskTicketPage;
  'board/board': BoardPage;
  'console/sign-in': ConsoleSignInPage;
  'console/today': TodayPage;
  'console/case': CasePage;
  'console/approvals': ApprovalsPage;
  'console/supervisor': SupervisorPage;
  'console/accounts': AccountsPage;
  'console/devices': DevicesPage;
  'ministry/counts': CountsPage;
  'ministry/bulletins': BulletinsPage;
  'ministry/bulletin': BulletinPage;
  'document-check/form': DocumentCheckPage;
  'document-check/verdict': VerdictPage;
  'problems/problem': ProblemPage;
}

export type PageName = keyof PageModels;
