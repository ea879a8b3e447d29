import { Injectable } from '@nestjs/common';

/** The time outside transactions. Inside them the database's `now()` counts. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
