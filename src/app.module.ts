import { type DynamicModule, Module } from '@nestjs/common';
import type { Environment } from './platform/config/environment.js';
import { PlatformModule } from './platform/platform.module.js';
import { PostsModule } from './posts/posts.module.js';
import { RegistrationsModule } from './registrations/registrations.module.js';
import { StaffModule } from './staff/staff.module.js';

/** The stages, in the order of the journey. A stage may use those above it, never those below. */
@Module({})
export class AppModule {
  static of(environment: Environment): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.of(environment), PostsModule, StaffModule, RegistrationsModule],
    };
  }
}
