import { Controller, Get, Param, ParseUUIDPipe, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Allow } from '../../platform/auth/allow.js';
import type { Caller } from '../../platform/auth/caller.js';
import { Answers, MayBeAbsent } from '../../platform/http/answers.js';
import { CurrentCaller } from '../../platform/http/current-caller.js';
import { jpegAnswer } from '../../platform/http/inline-files.js';
import { sentFile } from '../../platform/http/sent-file.js';
import { PhotoActs } from './photo-acts.service.js';
import { OwnPhotoQuery, PhotoQuery, PhotoSourceQuery } from './photos.dto.js';

const PHOTO: ApiBodyOptions = {
  schema: {
    type: 'object',
    required: ['photo'],
    properties: { photo: { type: 'string', format: 'binary', description: 'JPEG, PNG or WebP.' } },
  },
};

/** Portraits: taken by the person or an officer, drawn anew, sealed, shown on record. */
@ApiTags('identity')
@Controller('v1/registrations')
export class PhotosController {
  constructor(private readonly photos: PhotoActs) {}

  /** The person's own portrait; the latest counts. Whatever else the file holds (place, time, device) is thrown away. */
  @Post('own/portrait')
  @Allow('person')
  @ApiConsumes('multipart/form-data')
  @ApiBody(PHOTO)
  @Answers(204)
  async takeOwn(
    @CurrentCaller() caller: Caller,
    @Query() { source }: OwnPhotoQuery,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { bytes } = await sentFile(request, 'photo');
    await this.photos.take(caller, caller.id!, source ?? 'phone', bytes);
  }

  @Get('own/portrait')
  @Allow('person')
  @MayBeAbsent()
  @ApiProduces('image/jpeg')
  @Answers(200, undefined, 'A JPEG, 413 x 531.')
  async showOwn(@CurrentCaller() caller: Caller): Promise<StreamableFile> {
    return jpegAnswer(await this.photos.show(caller, caller.id!, 'portrait'));
  }

  /** A portrait taken at the counter, or the picture in an old document to compare it with. */
  @Post(':id/portrait')
  @Allow('officer')
  @ApiConsumes('multipart/form-data')
  @ApiBody(PHOTO)
  @Answers(204)
  async take(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { source }: PhotoSourceQuery,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    const { bytes } = await sentFile(request, 'photo');
    await this.photos.take(caller, id, source ?? 'counter', bytes);
  }

  /** On record as a read of personal data. */
  @Get(':id/portrait')
  @Allow('officer', 'protection', 'approver')
  @ApiProduces('image/jpeg')
  @Answers(200, undefined, 'A JPEG, 413 x 531.')
  async show(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { picture }: PhotoQuery,
  ): Promise<StreamableFile> {
    return jpegAnswer(await this.photos.show(caller, id, picture ?? 'portrait'));
  }
}
