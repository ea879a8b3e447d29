import { Get, Param, ParseUUIDPipe, Post, type StreamableFile } from '@nestjs/common';
import { OFFICER_SOURCES, type Picture, PICTURES } from '../../../identity/photos/photo-sources.js';
import { PhotoActs } from '../../../identity/photos/photo-acts.service.js';
import { Allow } from '../../../platform/auth/allow.js';
import { jpegAnswer } from '../../../platform/http/inline-files.js';
import { sentFile } from '../../../platform/http/sent-file.js';
import { notFound, Problem } from '../../../platform/problems/problem.js';
import { PageController } from '../../frame/page-controller.js';
import { Pages } from '../../frame/pages.js';
import { CurrentVisit, type GuardedVisit } from '../../frame/visit.js';
import { paths } from '../../paths.js';
import { CasePages } from './case-page.js';

/** Photos from the case page: taken at the counter or uploaded, shown side by side. */
@PageController('console/cases/:id/photo')
export class CasePhotoController {
  constructor(
    private readonly pages: Pages,
    private readonly cases: CasePages,
    private readonly photos: PhotoActs,
  ) {}

  @Post()
  @Allow('officer')
  async take(@CurrentVisit() visit: GuardedVisit, @Param('id', ParseUUIDPipe) id: string) {
    try {
      const { bytes, fields } = await sentFile(visit.request, 'photo');
      const source = OFFICER_SOURCES.find((one) => one === fields['source']) ?? 'counter';
      await this.photos.take(visit.caller, id, source, bytes);
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'invalid') throw error;
      const [fault] = error.options.errors ?? [];
      const errors = [{ field: 'photo-photo', code: fault?.code ?? 'not-a-picture' }];
      return this.pages.show(visit, 'console/case', await this.cases.of(visit.caller, id, { errors }), 422);
    }
    return this.pages.goTo(visit, `${paths.case(id)}#photo`);
  }

  @Get(':picture.jpg')
  @Allow('officer', 'protection', 'approver')
  async show(
    @CurrentVisit() { caller, reply }: GuardedVisit,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('picture') picture: string,
  ): Promise<StreamableFile> {
    const which = PICTURES.find((one): one is Picture => one === picture);
    if (!which) throw notFound();
    const jpeg = await this.photos.show(caller, id, which);
    reply.header('cache-control', 'no-store');
    return jpegAnswer(jpeg);
  }
}
