import { Get, Post, type StreamableFile } from '@nestjs/common';
import { PhotoActs } from '../../identity/photos/photo-acts.service.js';
import { Allow } from '../../platform/auth/allow.js';
import { jpegAnswer } from '../../platform/http/inline-files.js';
import { sentFile } from '../../platform/http/sent-file.js';
import { Problem } from '../../platform/problems/problem.js';
import { PageController } from '../frame/page-controller.js';
import { Pages } from '../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../frame/visit.js';
import { paths } from '../paths.js';
import type { StatusPhotoPage } from './status.view.js';

/** A person's own photograph for the travel document, from their phone. What the file says of place and time is thrown away. */
@PageController(paths.statusPhoto)
@Allow('person')
export class StatusPhotoController {
  constructor(
    private readonly pages: Pages,
    private readonly photos: PhotoActs,
  ) {}

  @Get()
  show(@CurrentVisit() visit: GuardedVisit) {
    return this.page(visit, []);
  }

  @Post()
  async send(@CurrentVisit() visit: GuardedVisit) {
    const { caller, request } = visit;
    try {
      const { bytes } = await sentFile(request, 'photo');
      await this.photos.take(caller, caller.id!, 'phone', bytes);
    } catch (error) {
      if (!(error instanceof Problem) || !['invalid', 'too-large'].includes(error.kind)) throw error;
      const [fault] = error.options.errors ?? [];
      const code = fault?.code === 'required' ? 'not-a-picture' : (fault?.code ?? 'picture-too-large');
      return this.page(visit, [{ field: 'photo', code }]);
    }
    return this.pages.goTo(visit, paths.statusPhoto);
  }

  /** On record as a read, as everybody's is. */
  @Get('own.jpg')
  async picture(@CurrentVisit() { caller, reply }: GuardedVisit): Promise<StreamableFile> {
    const jpeg = await this.photos.show(caller, caller.id!, 'portrait');
    reply.header('cache-control', 'no-store');
    return jpegAnswer(jpeg);
  }

  private async page(visit: GuardedVisit, errors: StatusPhotoPage['form']['errors']) {
    const taken = await this.photos.has(visit.caller, visit.caller.id!);
    const form = { action: paths.statusPhoto, hidden: [], errors };
    return this.pages.show(visit, 'status/photo', { form, taken });
  }
}
