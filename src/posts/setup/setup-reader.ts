import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../platform/auth/caller.js';
import { Database } from '../../platform/database/database.js';
import { notFound } from '../../platform/problems/problem.js';
import { Counter } from '../counter.entity.js';
import { dayAt } from '../day-at.js';
import { Holiday } from '../holiday.entity.js';
import { OpeningHours } from '../opening-hours.entity.js';
import { Post } from '../post.entity.js';
import { ServiceType } from '../service-type.entity.js';
import type { SetupResponse } from './setup.dto.js';

/** `HH:MM` */
const shown = (time: string): string => time.slice(0, 5);

/** Reads how a post works, with the holidays that are over and the counters that are closed. */
@Injectable()
export class SetupReader {
  constructor(private readonly database: Database) {}

  /** @throws Problem `not-found` for a post that is not the caller's */
  read(caller: Caller, postId: string): Promise<SetupResponse> {
    if (!caller.posts.includes(postId)) throw notFound();
    return this.database.transaction([postId], (tx) => this.describe(tx, postId));
  }

  async describe(tx: EntityManager, postId: string): Promise<SetupResponse> {
    const where = { postId };
    const post = await tx.findOneBy(Post, { id: postId });
    if (!post) throw notFound();
    const hours = await tx.find(OpeningHours, { where, order: { weekday: 'ASC', opens: 'ASC' } });
    const holidays = await tx.find(Holiday, { where, order: { day: 'ASC' } });
    const counters = await tx.find(Counter, { where, order: { number: 'ASC', id: 'ASC' } });
    const services = await tx.find(ServiceType, { where, order: { code: 'ASC' } });
    return {
      postId,
      code: post.code,
      name: post.name,
      city: post.city,
      hostCountry: post.hostCountry,
      sendingCountry: post.sendingCountry,
      hotline: post.hotline,
      hotlineAsked: post.hotlineAskedAt && {
        hotline: post.hotlineAsked,
        askedBy: post.hotlineAskedBy!,
        askedAt: post.hotlineAskedAt.toISOString(),
      },
      timeZone: post.timeZone,
      overstayFinePerDay: Number(post.overstayFinePerDay),
      fineCurrency: post.fineCurrency,
      today: await dayAt(tx, postId),
      openingHours: hours.map(({ weekday, opens, closes }) => ({
        weekday,
        opens: shown(opens),
        closes: shown(closes),
      })),
      holidays: holidays.map(({ day, name }) => ({ day, name })),
      counters: counters.map(({ id, number, name, closedAt }) => ({
        id,
        number,
        name,
        closedAt: closedAt?.toISOString() ?? null,
      })),
      services: services.map(({ code, minutes, active }) => ({ code, minutes, active })),
      changedAt: post.setupChangedAt?.toISOString() ?? null,
      version: post.setupVersion,
    };
  }
}
