import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../../appointments/appointments.module.js';
import { DeparturesModule } from '../../departures/departures.module.js';
import { MessagesModule } from '../../notifications/messages.module.js';
import { DuplicatesModule } from '../../duplicates/duplicates.module.js';
import { PostsModule } from '../../posts/posts.module.js';
import { QueueModule } from '../../queue/queue.module.js';
import { RegistrationsModule } from '../../registrations/registrations.module.js';
import { ReportsModule } from '../../reports/reports.module.js';
import { StaffModule } from '../../staff/staff.module.js';
import { TravelDocumentsModule } from '../../travel-documents/travel-documents.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { AccountAppController } from './account/account-app.controller.js';
import { AccountController } from './account/account.controller.js';
import { AccountModel } from './account/account-model.js';
import { AccountPasswordController } from './account/account-password.controller.js';
import { ConfirmationController } from './account/confirmation.controller.js';
import { AccountsPageController } from './accounts/accounts.controller.js';
import { ApprovalsController } from './approvals/approvals.controller.js';
import { ArrivalsPageController } from './arrivals/arrivals.controller.js';
import { AuditPageController } from './audit/audit.controller.js';
import { BlankActs } from './blanks/blank-acts.js';
import { BlankPages } from './blanks/blank-pages.js';
import { BlanksPageController } from './blanks/blanks.controller.js';
import { CallingPageController } from './calling/calling.controller.js';
import { CaseModule } from './case/case.module.js';
import { DevicesPageController } from './devices/devices.controller.js';
import { DocumentActs } from './documents/document-acts.js';
import { DocumentBatchController } from './documents/document-batch.controller.js';
import { DocumentPages } from './documents/document-pages.js';
import { DocumentsPageController } from './documents/documents.controller.js';
import { FamilyRequestsPageController } from './family-requests/family-requests.controller.js';
import { DuplicatePageController } from './duplicates/duplicate.controller.js';
import { DuplicatesPageController } from './duplicates/duplicates.controller.js';
import { DuressPageController } from './duress/duress.controller.js';
import { HomeController } from './home.controller.js';
import { ListController } from './lists/list.controller.js';
import { ListsController } from './lists/lists.controller.js';
import { MessagesPageController } from './messages/messages.controller.js';
import { OutboxPageController } from './messages/outbox.controller.js';
import { IdentityModule } from '../../identity/identity.module.js';
import { PlannerController } from './planner/planner.controller.js';
import { PostPageController } from './post/post.controller.js';
import { PostActs } from './post/post-acts.js';
import { RetentionPageController } from './retention/retention.controller.js';
import { ReviewsPageController } from './reviews/reviews.controller.js';
import { SearchController } from './search/search.controller.js';
import { SecondStepCookie } from './sign-in/second-step-cookie.js';
import { SecondStepPageController } from './sign-in/second-step.controller.js';
import { ConsoleSignInController } from './sign-in/sign-in.controller.js';
import { SkillsPageController } from './skills/skills.controller.js';
import { PostLoad } from './supervisor/post-load.js';
import { SupervisorController } from './supervisor/supervisor.controller.js';
import { Desk } from './today/desk.js';
import { DeskTicket } from './today/desk-ticket.js';
import { DeskActs } from './today/desk-acts.js';
import { TodayController } from './today/today.controller.js';
import { SecondPersonPageController } from './second-person/second-person.controller.js';

/** The pages of those who work at a post. */
@Module({
  imports: [
    FrameModule,
    CaseModule,
    PostsModule,
    MessagesModule,
    StaffModule,
    RegistrationsModule,
    DuplicatesModule,
    IdentityModule,
    AppointmentsModule,
    QueueModule,
    TravelDocumentsModule,
    DeparturesModule,
    ReportsModule,
  ],
  controllers: [
    HomeController,
    ConsoleSignInController,
    SecondStepPageController,
    AccountController,
    AccountAppController,
    AccountPasswordController,
    ConfirmationController,
    TodayController,
    SearchController,
    ApprovalsController,
    ReviewsPageController,
    SupervisorController,
    CallingPageController,
    SkillsPageController,
    PlannerController,
    DocumentsPageController,
    DocumentBatchController,
    FamilyRequestsPageController,
    ListsController,
    ListController,
    MessagesPageController,
    OutboxPageController,
    BlanksPageController,
    DuplicatesPageController,
    DuplicatePageController,
    DuressPageController,
    SecondPersonPageController,
    ArrivalsPageController,
    AccountsPageController,
    RetentionPageController,
    PostPageController,
    DevicesPageController,
    AuditPageController,
  ],
  providers: [
    AccountModel,
    SecondStepCookie,
    DocumentActs,
    DocumentPages,
    BlankActs,
    BlankPages,
    Desk,
    DeskTicket,
    DeskActs,
    PostActs,
    PostLoad,
  ],
})
export class ConsoleModule {}
