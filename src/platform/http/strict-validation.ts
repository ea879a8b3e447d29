import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { Problem } from '../problems/problem.js';
import { fieldFaults, inheritedNames } from './field-faults.js';

/** Whatever a route takes, by its class and with nothing else in it. @throws Problem `invalid-input` with every fault */
@Injectable()
export class StrictValidation extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: false,
      exceptionFactory: (errors) => new Problem('invalid', 'invalid-input', { errors: fieldFaults(errors) }),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const errors = metadata.type === 'custom' ? [] : inheritedNames(value);
    if (errors.length > 0) throw new Problem('invalid', 'invalid-input', { errors });
    return super.transform(value, metadata);
  }
}
