import type { DocumentCheckPage, VerdictPage } from './document-check/document-check.view.js';
import type { EnrolPage } from './enrol/enrol.view.js';
import type {
  KioskAnotherTimePage,
  KioskCheckInPage,
  KioskStartPage,
  KioskTicketPage,
} from './kiosk/kiosk.view.js';
import type { ProblemPage } from './problems/problem.view.js';
import type { ReceiptPage } from './receipt/receipt.view.js';
import type * as register from './register/register.view.js';
import type { StaffPageModels } from './staff-page-models.js';
import type { LanguagesPage, StartPage } from './start/start.view.js';
import type {
  HeldPage,
  StatusAppointmentCancelPage,
  StatusAppointmentPage,
  StatusConsentsPage,
  StatusVouchingPage,
  StatusContactPage,
  StatusErasurePage,
  StatusHomePage,
  StatusNeedsPage,
  StatusPapersPage,
  StatusPhotoPage,
  StatusPage,
  StatusSignInPage,
  WithdrawPage,
} from './status/status.view.js';

/** Every page there is: the template `views/<name>.njk` and the only thing it takes. */
export interface PageModels extends StaffPageModels {
  'start/start': StartPage;
  'start/languages': LanguagesPage;
  'register/post': register.PostPage;
  'register/safety': register.QuestionPage;
  'register/needs': register.QuestionPage;
  'register/name': register.QuestionPage;
  'register/birth': register.QuestionPage;
  'register/sex': register.QuestionPage;
  'register/papers': register.QuestionPage;
  'register/contact': register.QuestionPage;
  'register/language': register.QuestionPage;
  'register/place': register.QuestionPage;
  'register/travel': register.QuestionPage;
  'register/held': register.QuestionPage;
  'register/origin': register.QuestionPage;
  'register/consent': register.QuestionPage;
  'register/mother': register.QuestionPage;
  'register/hours': register.QuestionPage;
  'register/family': register.QuestionPage;
  'register/others': register.QuestionPage;
  'register/guardian': register.GuardianPage;
  'register/saved': register.SavedPage;
  'register/return': register.ReturnPage;
  'register/check': register.CheckPage;
  'register/done': register.DonePage;
  'receipt/receipt': ReceiptPage;
  'status/sign-in': StatusSignInPage;
  'status/status': StatusPage;
  'status/held': HeldPage;
  'status/appointment': StatusAppointmentPage;
  'status/appointment-cancel': StatusAppointmentCancelPage;
  'status/contact': StatusContactPage;
  'status/consents': StatusConsentsPage;
  'status/vouching': StatusVouchingPage;
  'status/needs': StatusNeedsPage;
  'status/photo': StatusPhotoPage;
  'status/home': StatusHomePage;
  'status/papers': StatusPapersPage;
  'status/erasure': StatusErasurePage;
  'status/erasure-confirm': StatusErasurePage;
  'status/withdraw': WithdrawPage;
  'enrol/enrol': EnrolPage;
  'kiosk/start': KioskStartPage;
  'kiosk/check-in': KioskCheckInPage;
  'kiosk/ticket': KioskTicketPage;
  'kiosk/another-time': KioskAnotherTimePage;
  'document-check/form': DocumentCheckPage;
  'document-check/verdict': VerdictPage;
  'problems/problem': ProblemPage;
}

export type PageName = keyof PageModels;
