import { type DynamicModule, Module } from '@nestjs/common';
import { AppointmentsModule } from './appointments/appointments.module.js';
import type { Environment } from './platform/config/environment.js';
import { DeparturesModule } from './departures/departures.module.js';
import { DuplicatesModule } from './duplicates/duplicates.module.js';
import { IdentityModule } from './identity/identity.module.js';
import { MessagesModule } from './notifications/messages.module.js';
import { SendingModule } from './notifications/sending.module.js';
import { PlatformModule } from './platform/platform.module.js';
import { PostsModule } from './posts/posts.module.js';
import { QueueModule } from './queue/queue.module.js';
import { RegistrationsModule } from './registrations/registrations.module.js';
import { ReportsModule } from './reports/reports.module.js';
import { StaffModule } from './staff/staff.module.js';
import { TravelDocumentsModule } from './travel-documents/travel-documents.module.js';
import { TriageModule } from './triage/triage.module.js';
import { WebModule } from './web/web.module.js';

/** The stages, in the order of the journey. A stage may use those above it, never those below. */
@Module({})
export class AppModule {
  static of(environment: Environment): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.of(environment),
        PostsModule,
        StaffModule,
        MessagesModule,
        RegistrationsModule,
        SendingModule.of(RegistrationsModule),
        DuplicatesModule,
        TriageModule,
        IdentityModule,
        AppointmentsModule,
        QueueModule,
        TravelDocumentsModule,
        DeparturesModule,
        ReportsModule,
        WebModule,
      ],
    };
  }
}
